"""The room check without threads or devices: listening, looking, judging, causes, reports."""
