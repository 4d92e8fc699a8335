"""Where a project lies: one SQLite file or a database URL; looking at a file before anything is opened."""

import os
import re
import struct
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from model.messages import Message
from storage.errors import DamagedProjectError, MissingProjectError, NotAProjectError, StoreError

APPLICATION_ID = 0x54617773
"""``Taws``: how a project is told from other programs' SQLite files."""
SUFFIX = ".tawsim"

_MAGIC = b"SQLite format 3\0"
_HEADER_LENGTH = 100
_DRIVERS = {
    "sqlite": "sqlite",
    **dict.fromkeys(("postgres", "postgresql", "postgresql+psycopg"), "postgresql+psycopg"),
}
_URL = re.compile(r"[a-z][a-z0-9+]+://")


@dataclass(frozen=True, slots=True)
class Location:
    """A project's place: a file (``path``) or a database (``url``), one of them."""

    path: Path | None
    url: str | None = None

    @property
    def shown(self) -> str:
        """How messages and titles name it; a password in a URL is masked."""
        return str(self.path) if self.url is None else make_url(self.url).render_as_string(hide_password=True)


def location_of(place: str | Path | Location) -> Location:
    """What a path or URL names; ``sqlite:///FILE`` is the file."""
    if isinstance(place, Location):
        return place
    if isinstance(place, str) and _URL.match(place):
        url = _address(place)
        if url.drivername != "sqlite":
            return Location(None, url.render_as_string(hide_password=False))
        place = url.database or ""
    return Location(Path(place).expanduser().absolute())


def _address(place: str) -> URL:
    """The address of a database that the program knows. Raises NotAProjectError for others."""
    scheme, _, rest = place.partition("://")
    try:
        return make_url(f"{_DRIVERS[scheme]}://{rest}")
    except (KeyError, ValueError, ArgumentError) as error:
        raise NotAProjectError(
            Message(
                "{scheme}://… is no address of a project. "
                "A database is named as postgresql://user@host/database, a file by its path.",
                scheme=scheme,
            )
        ) from error


def inspect_file(path: Path) -> None:
    """Raise the fitting StoreError when a file cannot be a project; only reads its first bytes and its size."""
    if not path.exists():
        raise MissingProjectError(Message("There is no file {path}. Nothing was made or changed.", path=str(path)))
    if path.is_dir():
        raise NotAProjectError(
            Message("{path} is a folder, not a project. Choose the file ending in .tawsim.", path=str(path))
        )
    header = _header(path)
    if not header.startswith(_MAGIC):
        raise NotAProjectError(
            Message("{path} is not a Tawsim project but some other file. It was not changed.", path=str(path))
        )
    if len(header) < _HEADER_LENGTH:
        raise damaged(path, "truncated")
    if struct.unpack(">I", header[68:72])[0] != APPLICATION_ID:
        raise NotAProjectError(
            Message(
                "{path} is a database of another program, not a Tawsim project. It was not changed.", path=str(path)
            )
        )
    _check_length(path, header)


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_LENGTH)
    except OSError as error:
        raise StoreError(
            Message("{path} cannot be read: {reason}. It was not changed.", path=str(path), reason=str(error.strerror))
        ) from error


def _check_length(path: Path, header: bytes) -> None:
    """The header tells the file's length, except while newer pages stand in the write-ahead log."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        return
    (page_size,) = struct.unpack(">H", header[16:18])
    (pages,) = struct.unpack(">I", header[28:32])
    if header[24:28] == header[92:96] and path.stat().st_size < pages * (65536 if page_size == 1 else page_size):
        raise damaged(path, "truncated")


def damaged(path: Path | str, reason: str) -> DamagedProjectError:
    """The error for a file that is damaged, naming the folder of backups."""
    return DamagedProjectError(
        Message(
            "{path} is damaged ({reason}). It was not changed. Open the newest file in the folder {backups} instead.",
            path=str(path),
            reason=reason,
            backups=f"{Path(path).name}.backups",
        )
    )


def is_writable(path: Path) -> bool:
    """Whether the file and its folder may be written; SQLite needs both."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
