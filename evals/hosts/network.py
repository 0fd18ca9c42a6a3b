"""No network but loopback: the run happens in a network namespace of its own, where the system lets us make one."""

from __future__ import annotations

import shutil
import socket
import subprocess

_SECONDS = 10
# An interface that is down reaches nobody, loopback included.
_WITH_LOOPBACK = 'ip link set lo up && exec "$@"'


def cut_off(command: list[str]) -> list[str]:
    """The command, to be run where nothing but loopback can be reached; as it came where the system does not let us."""
    unshare, ip = shutil.which("unshare"), shutil.which("ip")
    if unshare is None or ip is None:
        return command
    inside = [unshare, "--map-root-user", "--net", "sh", "-c", _WITH_LOOPBACK, "sh"]
    tried = subprocess.run([*inside, "true"], capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    return [*inside, *command] if tried.returncode == 0 else command


def loopback_only() -> bool:
    """Whether this process has no other way out."""
    return [name for _, name in socket.if_nameindex()] == ["lo"]
