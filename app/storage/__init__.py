"""The library: tables, rows, migrations and backups. Nothing else knows the database."""
