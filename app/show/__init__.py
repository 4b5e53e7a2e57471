"""The run of show without Qt or database: the document, its timing, its words, its formats."""
