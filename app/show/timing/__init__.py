"""When everything happens: the schedule, its clock, what is wrong with it and what would mend it."""
