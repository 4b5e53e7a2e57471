"""The other side panels: shows, a new one, details, people, columns, import."""
