"""What every other part stands on: words, errors, clocks, ids, paths, settings, changes."""
