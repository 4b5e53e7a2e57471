"""The versions panel and what differs between two."""
