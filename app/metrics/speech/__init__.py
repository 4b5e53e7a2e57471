"""Measurements of how somebody speaks: syllables, pauses, pitch, and whether they can be measured."""
