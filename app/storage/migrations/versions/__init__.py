"""One migration a file, named by its number; a migration that was released is never edited."""
