"""The window itself: rail, header, status bar."""
