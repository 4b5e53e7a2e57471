"""Times as people type them, understood or refused with the reason."""
