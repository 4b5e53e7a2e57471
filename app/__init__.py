"""Everything Greenroom knows and does, without a window: no module below imports Qt."""

__version__ = "0.1.0"
