"""The table of rows: cells, typing, moving, copying, finding."""
