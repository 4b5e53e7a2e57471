"""The one door for the window and the command line."""
