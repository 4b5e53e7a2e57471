"""The words of a row: tokens and cue marks in them, how they are spoken, how long they take."""
