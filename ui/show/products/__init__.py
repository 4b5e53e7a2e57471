"""The products panel."""
