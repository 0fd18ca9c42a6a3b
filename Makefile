# One word each: setup, format, lint, types, layers, test, demo, bench. `make check` runs what CI runs.
UV_VERSION := 0.13.9
PYTHON ?= python3
UV := .uv/bin/uv
RUN := .venv/bin/python
export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := help
.PHONY: help setup demo test format lint types layers unit bench inventions leaks evals model acting readme conformance plugin bundle skill hosts wishes cassettes record weights

help:
	@echo "make demo    write a brief from the sample company; CASE=A, B, C or D (LANGUAGE=zh) tells a whole case"
	@echo "make test    everything CI runs"
	@echo "make bench   speed and size, as a table"
	@echo "make evals   how often decisions, facts and citations are right (evals/RESULTS.md)"
	@echo "make model   train the line reader anew on all labelled lines"
	@echo "make weights  fit anew how much each sign counts that two reports are of one issue"
	@echo "make inventions   how many planted inventions the check catches"
	@echo "make leaks   how many planted leaks and promises the audience check catches"
	@echo "make wishes  which wishes about a failed customer are refused, and which wrongly"
	@echo "make acting  1,000 proposals carried out by 4 racing processes: each sent once"
	@echo "make conformance  the protocol's own suite and the plugin's, against the server (needs npm; evals/conformance/RESULTS.md)"
	@echo "make bundle  dist/*.mcpb for Claude Desktop, packed, unpacked and started (needs npm)"
	@echo "make skill   copy skills/ to .agents/skills/, where Codex, Gemini CLI and opencode look"
	@echo "make hosts   the product in Claude Code, Codex, Gemini CLI, opencode and more, on loopback (needs npm)"
	@echo "make cassettes   record the test conversations from the loopback server"
	@echo "make record  hold them with the real service (needs ANTHROPIC_API_KEY)"
	@echo "make readme  put what make demo prints into README"

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11.") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv .uv
	@.uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.ready: $(UV) pyproject.toml uv.lock
	@$(UV) sync --frozen --quiet --python $(PYTHON)
	@touch $@

setup: .venv/.ready

# LANGUAGE is also a variable of the shell ("en_US:en"): only what stands on make's own command line counts.
STORY_LANGUAGE := $(if $(filter command line,$(origin LANGUAGE)),$(LANGUAGE),en)

demo: setup
ifdef CASE
	@$(RUN) -m evals.stories $(CASE) $(STORY_LANGUAGE)
else
	@.venv/bin/customer-escalation brief "API returning 500 errors intermittently for Acme Corp"
endif

test: setup format lint types layers unit

format: setup
	.venv/bin/ruff format --check .

lint: setup
	.venv/bin/ruff check .

types: setup
	.venv/bin/mypy
	.venv/bin/pyright

layers: setup
	.venv/bin/lint-imports

# Bytecode is kept even where the environment says not to: some tests start processes, and each would compile everything anew. A file of
# tests stays with one process, so that what its tests share is made once.
unit: setup
	env -u PYTHONDONTWRITEBYTECODE .venv/bin/pytest -q -n 2 --dist worksteal --cov --cov-report=term

bench: setup
	$(RUN) -m evals.bench

evals: setup
	$(RUN) -m evals.judging

model: setup
	$(UV) run --quiet --frozen --group train python -m evals.training
	$(UV) run --quiet --frozen --group train python -m evals.training --left-out

weights: setup
	$(UV) run --quiet --frozen --group train python -m evals.training.matching
	$(UV) run --quiet --frozen --group train python -m evals.training.matching --left-out

inventions: setup
	$(RUN) -m evals.inventions

leaks: setup
	$(RUN) -m evals.leaks

wishes: setup
	$(RUN) -m evals.wishes

acting: setup
	$(RUN) -m evals.acting

hosts: setup
	$(RUN) -m evals.hosts

readme: setup
	$(RUN) -m evals.readme

# Judges that come from npm. Node first: under an older Node npm quietly installs old versions of the rest.
NODE := .hosts/node
JUDGES := evals/conformance/judges.txt

$(NODE)/.judges: $(JUDGES)
	@mkdir -p $(NODE)
	npm install --prefix $(NODE) --no-audit --no-fund --no-package-lock --save-exact node@24
	PATH="$(abspath $(NODE))/node_modules/.bin:$$PATH" npm install --prefix $(NODE) --no-audit --no-fund --no-package-lock --save-exact $$(cat $(JUDGES))
	@touch $@

conformance: setup plugin
	$(RUN) -m evals.conformance $(NODE)

plugin: setup $(NODE)/.judges
	.venv/bin/agentskills validate skills/customer-escalation
	@mkdir -p $(NODE)/home
	HOME="$(abspath $(NODE))/home" PATH="$(abspath $(NODE))/node_modules/.bin:$$PATH" claude plugin validate --strict --profile directory .

bundle: setup $(NODE)/.judges
	$(RUN) -m evals.bundle $(NODE) $(UV)

# A copy and no symbolic link: git on Windows writes a link as a text file with the path in it.
skill:
	rm -rf .agents/skills
	mkdir -p .agents
	cp -R skills .agents/skills

cassettes: setup
	$(RUN) -m tests.agent.conversation.record

record: setup
	$(RUN) -m tests.agent.conversation.record --real
