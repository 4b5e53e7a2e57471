"""The script pane: words with tokens and cues, beats, reading time."""
