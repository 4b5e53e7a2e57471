"""The steps from one shape of the library to the next, numbered; each runs whole or not at all."""
