"""The sample studio: shows and products to look at first."""
