"""The timeline strip, the timing bar and the repairs."""
