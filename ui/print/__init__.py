"""PDF pages drawn by Qt."""
