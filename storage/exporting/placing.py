"""Files and folders written beside their place and renamed when they are complete, so that nothing half stays."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from model.errors import TawsimError
from model.identifiers import new_id
from model.messages import Message


@contextmanager
def placed_file(out: Path) -> Iterator[Path]:
    """A path to write to, which becomes ``out`` at the end; a file that is there is replaced whole.

    Raises TawsimError for a place that cannot be written; ``out`` is then as it was.
    """
    part = out.with_name(f".{out.name}.{new_id()}.part")
    if out.is_dir():
        raise TawsimError(Message("{path} is a folder. Name a file.", path=str(out)))
    try:
        with told(out):
            yield part
            with part.open("rb") as stream:
                os.fsync(stream.fileno())
            part.replace(out)
    finally:
        # asked first, since unlink fails where the folder itself is none
        if part.exists():
            part.unlink()


@contextmanager
def placed_folder(out: Path) -> Iterator[Path]:
    """A folder to write into, which becomes ``out`` at the end. Raises TawsimError where ``out`` holds something."""
    part = out.with_name(f".{out.name}.{new_id()}.part")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise TawsimError(
            Message("{path} exists already and was left as it is. Name a new or an empty folder.", path=str(out))
        )
    try:
        with told(out):
            part.mkdir()
            yield part
            if out.is_dir():
                out.rmdir()
            part.rename(out)
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def told(out: Path) -> Iterator[None]:
    """Put errors of the system into words."""
    try:
        yield
    except OSError as error:
        raise TawsimError(
            Message(
                "{path} cannot be written ({reason}). Nothing was written.",
                path=str(out),
                reason=error.strerror or str(error),
            )
        ) from error


def opened(path: Path) -> BinaryIO:
    """A new file for bytes, buffered generously."""
    return path.open("xb", buffering=1 << 20)
