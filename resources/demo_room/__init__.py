"""The demo room, drawn and spoken by the project itself; only `resources/make_demo.py` runs it."""
