"""Runs of debris (menus, share buttons, forms) that fold into one quiet line."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.article.paragraph import Paragraph


@dataclass(slots=True)
class Fold:
    """A run of paragraphs ``first``–``last`` (inclusive); ``count`` of them are not blank."""

    first: int
    last: int
    count: int
    folded: bool = True


def find_folds(paragraphs: Sequence[Paragraph], zones: frozenset[str]) -> list[Fold]:
    """The runs of paragraphs of these zones; blank lines between two of them belong to the run."""
    folds: list[Fold] = []
    for paragraph in paragraphs:
        if paragraph.blank or paragraph.zone not in zones:
            continue
        between = paragraphs[folds[-1].last + 1 : paragraph.index] if folds else ()
        if folds and all(blank.blank for blank in between):
            folds[-1].last = paragraph.index
            folds[-1].count += 1
        else:
            folds.append(Fold(paragraph.index, paragraph.index, 1))
    return folds
