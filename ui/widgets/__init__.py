"""The house kit of widgets."""
