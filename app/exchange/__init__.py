"""Files of other programs: reports, LUTs, tables."""
