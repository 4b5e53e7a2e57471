"""One file per measurement of sound or picture; they know arrays and readings, nothing else."""
