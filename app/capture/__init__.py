"""Cameras, microphones and files: the only place where threads live."""
