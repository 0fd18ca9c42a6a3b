"""`customer-escalation …`: parses, runs one command, and turns our own errors into two lines and exit code 2."""

from __future__ import annotations

import sys

from escalation.errors import EscalationError


def main() -> None:
    """Exit codes: 0 done, 2 wrong use. A crash stays a crash, with its traceback, so that it is reported."""
    from agent.cli import app

    try:
        app()
    except EscalationError as error:
        sys.stderr.write(f"{error.message}\n{error.remedy}\n")
        sys.exit(2)
    except BrokenPipeError:
        # The reader (head, less) went away: that is its right.
        sys.stderr.close()


if __name__ == "__main__":
    main()
