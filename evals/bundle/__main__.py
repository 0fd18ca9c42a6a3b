"""`python -m evals.bundle NODE_FOLDER UV`: writes dist/customer-escalation-VERSION.mcpb and proves that it starts."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from evals.bundle.proof import expanded, prove
from evals.bundle.stage import ROOT, stage
from tools.serving.registry import TABLE
from tools.serving.server import NAME, VERSION

DIST = ROOT / "dist"


def bundle() -> Path:
    return DIST / f"{NAME}-{VERSION}.mcpb"


def main(node_folder: str, uv: str) -> int:
    """1 when the unpacked bundle does not serve every tool or does not decide."""
    node = Path(node_folder).absolute()
    packed = bundle()
    staged = stage(DIST / "bundle")
    _mcpb(node, "validate", str(staged / "manifest.json"))
    _mcpb(node, "pack", str(staged), str(packed))
    sys.stdout.write(f"{packed.relative_to(ROOT)}: {packed.stat().st_size / 1e6:.1f} MB\n")
    with tempfile.TemporaryDirectory() as room:
        unpacked, elsewhere = Path(room) / "unpacked", Path(room) / "elsewhere"
        elsewhere.mkdir()
        _mcpb(node, "unpack", str(packed), str(unpacked))
        good = True
        for said, settings in (
            ("first start, workspace unset", {}),
            ("next start, workspace empty", {"workspace": ""}),
        ):
            proof = prove(expanded(node, unpacked, settings), elsewhere, Path(uv).absolute())
            good = good and set(proof.tools) == {entry.fn.__name__ for entry in TABLE} and proof.decision == "escalate"
            sys.stdout.write(
                f"{said}: {len(proof.tools)} tools after {proof.seconds:.1f} s; prepare_escalation: {proof.decision}\n"
            )
    return 0 if good else 1


def _mcpb(node: Path, *arguments: str) -> None:
    programs = node / "node_modules" / ".bin"
    path = os.pathsep.join((str(programs), os.environ.get("PATH", "")))
    done = subprocess.run(  # noqa: S603
        [str(programs / "mcpb"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PATH": path},
    )
    if done.returncode:
        sys.exit(f"mcpb {arguments[0]} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
