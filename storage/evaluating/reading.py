"""Gold of any format that can be scored, recognised by what lies there."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from model.errors import TawsimError
from model.evaluation.evaluation import GoldDocument
from model.evaluation.layers import EVERY_LAYER
from model.messages import Message
from storage.commands.pages import PAGE_SUFFIX, read_page_file
from storage.evaluating.brat_gold import read_brat
from storage.evaluating.conll_gold import read_conll
from storage.evaluating.gold_set import GoldSet, read_text

STANDOFF_SUFFIX = ".ann"
COLUMN_SUFFIXES = (".conll", ".bio", ".iob", ".txt", ".tsv")


class GoldFormat(StrEnum):
    """A format of gold."""

    PAGES = "pages"
    CONLL = "conll"
    BRAT = "brat"
    CODERS = "coders"


def recognised(path: Path) -> GoldFormat:
    """The format of a file, or of what a folder holds. Raises TawsimError when it is none."""
    for form, found in ((GoldFormat.BRAT, _with(path, STANDOFF_SUFFIX)), (None, _with(path, PAGE_SUFFIX))):
        if found:
            return form or _of_json(found[0])
    if _with(path, *COLUMN_SUFFIXES) or path.is_file():
        return GoldFormat.CONLL
    raise TawsimError(Message("{folder} holds no page files, and no gold in CoNLL or brat either.", folder=str(path)))


def _of_json(path: Path) -> GoldFormat:
    return GoldFormat.CODERS if read_text(path).lstrip().startswith("[") else GoldFormat.PAGES


def files_of(path: Path, form: GoldFormat) -> list[Path]:
    """The files of a format at a path, in order."""
    if path.is_file():
        return [path]
    suffixes = {
        GoldFormat.PAGES: (PAGE_SUFFIX,),
        GoldFormat.CODERS: (PAGE_SUFFIX,),
        GoldFormat.BRAT: (STANDOFF_SUFFIX,),
        GoldFormat.CONLL: COLUMN_SUFFIXES,
    }
    return _with(path, *suffixes[form])


def _with(path: Path, *suffixes: str) -> list[Path]:
    every: Sequence[Path] = [path] if path.is_file() else sorted(path.iterdir())
    return [one for one in every if one.suffix.lower() in suffixes]


def read_gold(path: Path, form: GoldFormat, sentences_a_page: int) -> GoldSet:
    """The gold at a path. Raises TawsimError, with file and line, where it is damaged."""
    files = files_of(path, form)
    if form is GoldFormat.CONLL:
        gold = read_conll(files, sentences_a_page)
    elif form is GoldFormat.BRAT:
        gold = read_brat(files)
    else:
        pages = (replace(read_page_file(one), doc=one.stem) for one in files)
        gold = GoldSet(tuple(map(GoldDocument, pages)), EVERY_LAYER)
    if not gold.documents:
        raise TawsimError(Message("{folder} holds no gold in the format {format}.", folder=str(path), format=str(form)))
    return gold


def read_names(path: Path) -> dict[str, str | None]:
    """A table of two columns parted by a tab: a label of gold and what it is called here, ``-`` if it is not scored.

    Raises TawsimError with the line of one that has not two columns.
    """
    names: dict[str, str | None] = {}
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        columns = [column.strip() for column in line.split("\t")]
        if not line.strip() or line.startswith("#"):
            continue
        if len(columns) != 2 or not all(columns):
            problem = Message("{file}, line {line}: two columns are needed.", file=path.name, line=number)
            raise TawsimError(problem)
        names[columns[0]] = None if columns[1] == "-" else columns[1]
    return names
