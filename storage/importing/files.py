"""The files that paths name: files as they are, folders and zips with all pages in them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from model.messages import Message
from storage.importing.archives import files_of_archive
from storage.importing.options import Limits
from storage.importing.plan import ImportProblem
from storage.importing.readers import ARCHIVE, ONLY_WHEN_NAMED, READERS, SUFFIXES
from storage.importing.source_file import SourceFile, UnreadableError, unreadable


class PassedOver(str):
    """A file in a folder or zip that is no page."""

    __slots__ = ()


Listed = SourceFile | ImportProblem | PassedOver


def listed_files(paths: Sequence[Path], limits: Limits, *, besides: Path | None = None) -> Iterator[Listed]:
    """The files in order, each once; ``besides`` (the metadata table) is none of them."""
    seen = {besides.resolve()} if besides is not None else set[Path]()
    for path in paths:
        for one in _below(path, path, limits):
            if isinstance(one, ImportProblem):
                yield one
                continue
            place = Path(one.origin if isinstance(one, SourceFile) else one).resolve()
            if place not in seen:
                seen.add(place)
                yield one


def _below(path: Path, root: Path, limits: Limits) -> Iterator[Listed]:
    try:
        if path.is_dir():
            yield from _in_folder(path, root, limits)
        elif not path.exists():
            yield ImportProblem(str(path), None, Message("does not exist."))
        elif not path.is_file():
            yield ImportProblem(str(path), None, Message("is neither a file nor a folder."))
        else:
            yield from _file(path, root, limits)
    except OSError as error:
        yield ImportProblem(str(path), None, unreadable(error).message)


def _in_folder(folder: Path, root: Path, limits: Limits) -> Iterator[Listed]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            yield ImportProblem(
                str(path), None, Message("is a link that leads out of the folder; it was not followed.")
            )
        elif not (path.is_symlink() and path.is_dir()):
            yield from _below(path, root, limits)


def _file(path: Path, root: Path, limits: Limits) -> Iterator[Listed]:
    file = SourceFile(str(path), path.name, path.stat().st_size, lambda: path.open("rb"))
    if file.suffix == ARCHIVE:
        try:
            yield from (one if _is_wanted(one) else PassedOver(one.origin) for one in files_of_archive(path, limits))
        except UnreadableError as error:
            yield ImportProblem(str(path), None, error.message)
    elif file.suffix in READERS and (path == root or _is_wanted(file)):
        yield file
    elif path != root:
        yield PassedOver(path)
    else:
        kinds = ", ".join(SUFFIXES)
        yield ImportProblem(str(path), None, Message("is of no kind that can be imported ({kinds}).", kinds=kinds))


def _is_wanted(one: SourceFile | ImportProblem) -> bool:
    """Whether a file in a folder or zip is a page; problems are always told."""
    return isinstance(one, ImportProblem) or (one.suffix in READERS and one.suffix not in ONLY_WHEN_NAMED)
