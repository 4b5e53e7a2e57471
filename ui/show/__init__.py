"""The Show workspace: table, script pane, timeline, timing bar, and the panels around them."""
