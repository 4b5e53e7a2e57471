"""The prompter without its window: the script in units, the place as a function of time, its keys."""
