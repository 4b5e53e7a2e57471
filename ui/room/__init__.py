"""The Room workspace: preview, meters, scopes, readings, causes."""
