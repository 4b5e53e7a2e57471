"""The cells of the table: what each shows, and what typing in it does; one file a group of columns."""
