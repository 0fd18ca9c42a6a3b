"""Which hosts, in which version, and installing them: `versions.toml`, npm for Node and the hosts, uv for Python's."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PLACE = ROOT / ".hosts"
UV = ROOT / ".uv" / "bin" / "uv"
_VERSIONS = Path(__file__).with_name("versions.toml")
_INSTALL_SECONDS = 600
# Packages that fetch their program in a script of their own; no other script is run.
_SCRIPTS = ("@anthropic-ai/claude-code", "opencode-ai", "node")


@dataclass(frozen=True)
class Versions:
    """Package name to version, by where it comes from."""

    npm: dict[str, str]
    pypi: dict[str, str]

    @staticmethod
    def read() -> Versions:
        found: dict[str, Any] = tomllib.loads(_VERSIONS.read_text(encoding="utf-8"))
        return Versions(found["npm"], found["pypi"])


def binaries() -> tuple[Path, ...]:
    """Folders for PATH: the hosts, and the Node they need before any other."""
    return (PLACE / "npm" / "node_modules" / ".bin",)


def python() -> Path:
    """An interpreter that has the Python hosts, apart from the product's own environment."""
    return PLACE / "python" / "bin" / "python"


def install() -> None:
    """Installs what is missing or has another version. Raises `CalledProcessError` when a registry does not have it."""
    versions = Versions.read()
    _npm(versions.npm)
    _pypi(versions.pypi)


def _npm(packages: dict[str, str]) -> None:
    folder = PLACE / "npm"
    wanted = {"private": True, "dependencies": packages, "allowScripts": dict.fromkeys(_SCRIPTS, True)}
    if _stands(folder / "installed.json", wanted):
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text(json.dumps(wanted, indent=2), encoding="utf-8")
    _run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"], folder)
    _done(folder / "installed.json", wanted)


def _pypi(packages: dict[str, str]) -> None:
    folder = PLACE / "python"
    if _stands(folder / "installed.json", packages):
        return
    _run([str(UV), "venv", "--quiet", "--clear", str(folder)], ROOT)
    pinned = [f"{name}=={version}" for name, version in packages.items()]
    _run([str(UV), "pip", "install", "--quiet", "--python", str(python()), *pinned], ROOT)
    _done(folder / "installed.json", packages)


def _stands(stamp: Path, wanted: object) -> bool:
    return stamp.exists() and json.loads(stamp.read_text(encoding="utf-8")) == wanted


def _done(stamp: Path, wanted: object) -> None:
    stamp.write_text(json.dumps(wanted), encoding="utf-8")


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, timeout=_INSTALL_SECONDS, env=os.environ)  # noqa: S603


def checkout(folder: Path) -> Path:
    """The product as somebody gets it: the files under version control, as they are now, and its environment made ready."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        source, goal = ROOT / name, folder / name
        if source.is_file():
            goal.parent.mkdir(parents=True, exist_ok=True)
            goal.write_bytes(source.read_bytes())
    # What a first start would fetch is in the cache then: on stage there is no network.
    _run([str(UV), "sync", "--quiet", "--frozen", "--no-dev", "--project", str(folder)], folder)
    return folder


def cache() -> Path:
    """uv's cache."""
    told = subprocess.run([str(UV), "cache", "dir"], capture_output=True, text=True, check=True, timeout=60)  # noqa: S603
    return Path(told.stdout.strip())
