"""Following a voice through the script: sounds, the filter over them, and what recognises speech."""
