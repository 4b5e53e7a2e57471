"""Cameras through QtMultimedia, behind the source protocol of `app.capture`."""
