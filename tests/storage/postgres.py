"""A PostgreSQL server for the tests: the one that TAWSIM_TEST_POSTGRES names, else one of our own on loopback."""

import atexit
import os
import shutil
import socket
import subprocess
import tempfile
from functools import cache
from pathlib import Path

_NAMED = os.environ.get("TAWSIM_TEST_POSTGRES", "")
_DEBIAN = Path("/usr/lib/postgresql")
_OWNER = "postgres"
"""Debian's user for the server, which refuses to run as root."""
MISSING = "TAWSIM_TEST_POSTGRES names no database, and PostgreSQL's server is not installed"


@cache
def server_url() -> str:
    """The URL of a database for tests; empty when there is none. A server of our own ends with this process."""
    programs = _programs()
    if _NAMED or programs is None:
        return _NAMED
    folder = Path(tempfile.mkdtemp(prefix="tawsim-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, _OWNER)
    atexit.register(_remove, programs, folder)
    port = _free_port()
    _run(programs / "initdb", "--pgdata", folder / "data", "--username", "tawsim", "--auth", "trust", "--no-sync")
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"
    _run(programs / "pg_ctl", "--pgdata", folder / "data", "--log", folder / "log", "--options", options, "-w", "start")
    return f"postgresql://tawsim@127.0.0.1:{port}/postgres"


def _programs() -> Path | None:
    """The folder of the newest server that is installed."""
    found = shutil.which("pg_ctl")
    folders = sorted(_DEBIAN.glob("*/bin"), key=lambda folder: float(folder.parent.name))
    return Path(found).parent if found else (folders[-1] if folders else None)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _run(*command: object) -> None:
    as_owner = ["runuser", "-u", _OWNER, "--"] if os.geteuid() == 0 else []
    subprocess.run([*as_owner, *map(str, command)], check=True, cwd="/", stdout=subprocess.DEVNULL)


def _remove(programs: Path, folder: Path) -> None:
    _run(programs / "pg_ctl", "--pgdata", folder / "data", "--mode", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)
