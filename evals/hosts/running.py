"""Running a host: a home of its own, loopback only, a bounded wait, and everything it started ended with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from evals.hosts.traffic import Traffic

_TEE = Path(__file__).with_name("tee.py")


@dataclass(frozen=True)
class Done:
    """How a program ended: its exit code (None = it had to be ended), and what it said."""

    code: int | None
    out: str
    err: str

    @property
    def ok(self) -> bool:
        return self.code == 0

    @property
    def said(self) -> str:
        """Both outputs, for a message that says what went wrong."""
        return f"exit {self.code}: {self.out[-600:]} {self.err[-600:]}"


@dataclass(frozen=True)
class Stage:
    """A folder of its own for one host: home, a folder where the user works, the record of the traffic. `programs` are
    folders put first on PATH, `uv` the real program, `cache` its cache."""

    folder: Path
    programs: tuple[Path, ...]
    uv: Path
    cache: Path
    extra: dict[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        for each in (self.home, self.work, self.folder / "bin"):
            each.mkdir(parents=True, exist_ok=True)
        shim = self.folder / "bin" / "uv"
        shim.write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -I "{_TEE}" "{self.record}" "{self.uv}" "$@"\n', encoding="utf-8"
        )
        shim.chmod(0o755)

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def work(self) -> Path:
        """Where the user stands; nothing may be written here."""
        return self.folder / "work"

    @property
    def record(self) -> Path:
        return self.folder / "record"

    @property
    def traffic(self) -> Traffic:
        return Traffic.read(self.record)

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of the caller's but PATH: no key, no proxy, no settings."""
        path = os.pathsep.join(map(str, (self.folder / "bin", *self.programs)))
        return {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_STATE_HOME": str(self.home / ".local/state"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "PATH": f"{path}{os.pathsep}{os.environ.get('PATH', '/usr/bin:/bin')}",
            "LANG": "C.UTF-8",
            "TERM": "dumb",
            "CI": "1",
            "NO_COLOR": "1",
            "CUSTOMER_ESCALATION_HOME": str(self.home / "register"),
            "UV_CACHE_DIR": str(self.cache),
            "UV_OFFLINE": "1",
            "UV_PYTHON_DOWNLOADS": "never",
            **self.extra,
        }

    def run(self, *command: str | Path, typed: str = "", seconds: float = 90) -> Done:
        """One program, in the user's folder, for at most that long."""
        return run([*map(str, command)], self.environment, self.work, typed=typed, seconds=seconds)


def run(command: list[str], environment: dict[str, str], folder: Path, *, typed: str = "", seconds: float = 90) -> Done:
    """Runs a program in a process group of its own; when time is up the group is ended."""
    with subprocess.Popen(  # noqa: S603  (programs we installed ourselves)
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(typed, timeout=seconds)
        except subprocess.TimeoutExpired:
            end(process)
            out, err = process.communicate()
            return Done(None, out, f"{err}\nnot done after {seconds:.0f} s")
        finally:
            end(process)
    return Done(process.returncode, out, err)


def end(process: subprocess.Popen[str]) -> None:
    """Ends a process and what it started, by its group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
