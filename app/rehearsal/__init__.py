"""Rehearsing a show: the prompter, the take, and what is learnt from it; without Qt."""
