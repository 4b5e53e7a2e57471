"""One kind of stored value a file: its tables, and how it is taken apart and put together."""
