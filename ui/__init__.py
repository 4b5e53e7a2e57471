"""The window: Qt Widgets that show what `app.session` says and decide nothing."""
