# make run and make test install what they need; the others stand on make test having run once.
PYTHON := .venv/bin/python

.PHONY: run test check unit bench bench-room kills soak demo clean help

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

run: ## Open the app (without a display: check the demo room)
	@.ci/setup run
	@.ci/start

test: ## Lint, types, contracts and all tests
	@.ci/setup test
	@$(MAKE) --no-print-directory check unit

check:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

# The core runs with Qt out of reach, so that it stays free of it; the window runs after it.
unit:
	GREENROOM_TEST_WITHOUT_QT=1 $(PYTHON) -m pytest -n auto --dist loadfile -p no:pytest-qt -W "ignore::pytest.PytestConfigWarning" tests/architecture tests/app tests/stateful
	$(PYTHON) -m pytest -n auto --dist loadfile tests/ui

bench: ## Speed budgets, each a ratio measured in one run
	@.ci/setup test
	@for file in loudness picture meter start frame_age edit schedule show_table follow; do $(PYTHON) tests/bench/$$file.py || failed=1; done; [ -z "$$failed" ]

bench-room: ## Sensitivity and specificity of every measure (about 20 minutes)
	@.ci/setup test
	$(PYTHON) -m tests.bench.room

kills: ## kill -9 at 100 random moments while somebody types into a show
	@.ci/setup test
	GREENROOM_KILLS=100 GREENROOM_TEST_WITHOUT_QT=1 $(PYTHON) -m pytest -p no:pytest-qt -W "ignore::pytest.PytestConfigWarning" tests/app/test_show_killed.py

soak: ## 30 minutes on looped sources: memory and threads
	@.ci/setup test
	$(PYTHON) tests/bench/soak.py

demo: ## Make the demo room again (needs espeak-ng and ffmpeg)
	@.ci/setup test
	$(PYTHON) resources/make_demo.py

clean: ## Remove what was installed or cached here
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
