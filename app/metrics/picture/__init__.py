"""Measurements of pictures; every class that follows `PictureMeasure` here is found by itself."""
