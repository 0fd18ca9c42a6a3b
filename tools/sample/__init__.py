"""The sample company: a fictional vendor's support records, so that everything works before anything is connected."""

from __future__ import annotations

from pathlib import Path

SAMPLE: Path = Path(__file__).parent / "workspace"
"""Folder in the workspace format of design.md §7; written by `python -m tools.sample`, shipped as it is."""
