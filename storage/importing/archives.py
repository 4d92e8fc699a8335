"""Zips: listed and read without unpacking to disk; what could harm is refused as a whole."""

import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from model.messages import Message
from storage.importing.options import MEGABYTE, Limits
from storage.importing.plan import ImportProblem
from storage.importing.source_file import SourceFile, UnreadableError

_ENCRYPTED = 0x1
_UTF8 = 0x800
_NESTED = (".zip", ".7z", ".rar", ".gz", ".tar", ".tgz", ".bz2", ".xz")


def files_of_archive(path: Path, limits: Limits) -> Iterator[SourceFile | ImportProblem]:
    """The files of a zip, in its order. Raises UnreadableError for a zip that is broken or could do harm."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise UnreadableError(Message("is no zip, or a broken one ({reason}).", reason=str(error))) from error
    check_sizes(entries, limits)
    for entry in entries:
        _check_place(entry)
    for entry in entries:
        name = PurePosixPath(_name(entry)).name
        origin = f"{path}!{_name(entry)}"
        if name.startswith(".") or _name(entry).startswith("__MACOSX/"):
            continue
        if name.lower().endswith(_NESTED):
            yield ImportProblem(
                origin, None, Message("is an archive within an archive. Unpack it and import it by itself.")
            )
        else:
            yield SourceFile(origin, name, entry.file_size, lambda entry=entry: _opened(path, entry))  # type: ignore[misc]


def check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Raise UnreadableError for encrypted files, for too many and for what grows too much when unpacked."""
    if len(entries) > limits.archive_files:
        raise UnreadableError(
            Message("holds {count} files; at most {limit} are read.", count=len(entries), limit=limits.archive_files)
        )
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableError(Message("is protected by a password. Unpack it and import the files."))
        if entry.file_size > MEGABYTE and entry.file_size > limits.archive_ratio * max(entry.compress_size, 1):
            raise UnreadableError(
                Message("“{name}” in it grows so much when unpacked that it was refused.", name=_name(entry))
            )
    if sum(entry.file_size for entry in entries) > limits.archive:
        raise UnreadableError(
            Message(
                "is too big when unpacked (at most {limit} MB). Unpack it and import it in parts.",
                limit=limits.archive // MEGABYTE,
            )
        )


def _check_place(entry: zipfile.ZipInfo) -> None:
    name = _name(entry).replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:3] == ":/":
        raise UnreadableError(Message("“{name}” in it points out of the zip; the zip was refused.", name=name))
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnreadableError(Message("“{name}” in it is a link; the zip was refused.", name=name))


def _name(entry: zipfile.ZipInfo) -> str:
    """The name; old programs wrote Arabic names in the code page of DOS or in UTF-8 without saying so."""
    if entry.flag_bits & _UTF8 or entry.filename.isascii():
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return entry.filename


def _opened(path: Path, entry: zipfile.ZipInfo) -> BinaryIO:
    with zipfile.ZipFile(path) as archive:
        # the stream keeps the file open until it is closed itself
        return cast(BinaryIO, archive.open(entry))
