"""Measurements of sound; every class that follows `SoundMeasure` here is found by itself."""
