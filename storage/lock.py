"""The notice that a window has a project: a file beside it, locked by the operating system, naming who holds it.

The lock dies with its process, so that a file left behind by a crash stops nobody.
"""

import getpass
import json
import os
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path

from model.messages import Message
from storage.errors import ProjectInUseError

_LOCKED_BYTE = 1 << 20
"""Windows locks bytes, not files: one far behind the notice, which others may then read."""


class WindowLock:
    """Held from ``acquire`` to ``release``."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def acquire(cls, project: Path) -> "WindowLock":
        """Take the lock of a project's file. Raises ProjectInUseError naming the holder."""
        path = project.with_name(project.name + ".lock")
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            if not _try_lock(descriptor):
                notice = os.read(descriptor, 4096)
                os.close(descriptor)
                raise _in_use(project, notice)
            if _still_there(path, descriptor):
                _write_notice(descriptor)
                return cls(path, descriptor)
            os.close(descriptor)

    def release(self) -> None:
        """Let others have the project. The file goes too, except on Windows, where it is emptied."""
        if sys.platform == "win32":
            os.ftruncate(self._descriptor, 0)
        else:
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)


def _still_there(path: Path, descriptor: int) -> bool:
    """Whether the locked file was not removed by its last holder in the meantime."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _write_notice(descriptor: int) -> None:
    notice = {
        "pid": os.getpid(),
        "user": getpass.getuser(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    os.ftruncate(descriptor, 0)
    os.write(descriptor, json.dumps(notice).encode())


def _in_use(project: Path, notice: bytes) -> ProjectInUseError:
    holder = json.loads(notice) if notice else {}
    return ProjectInUseError(
        Message(
            "{path} is open in another window (process {pid} of {user} on {host}, since {since}). "
            "Go on there, or close it first; it can also be opened here for reading only.",
            path=str(project),
            **{name: str(holder.get(name, "?")) for name in ("pid", "user", "host", "since")},
        )
    )


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
