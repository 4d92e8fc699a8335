"""One operation at many places of a project, worked out and stored in one transaction."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from model.errors import TawsimError
from model.messages import Message
from model.operation import Operation
from model.operations.author import Author
from model.operations.spots import AtSpots, Page, Spot, at_spots

if TYPE_CHECKING:
    from storage.project import Project

Progress = Callable[[int, int | None], bool]
"""Called with how many articles are done and of how many; False asks to stop."""


class ActCancelledError(TawsimError):
    """The user stopped an act at many places; nothing of it was stored."""


def act_at(
    project: "Project", act: AtSpots, spots: Sequence[Spot], author: Author, progress: Progress
) -> Operation | None:
    """Do an act at all spots, on what their articles hold by now; returns what was done, None if nothing was left.

    Raises ActCancelledError, or a StoreError; the project is then as it was.
    """
    with project.one_transaction():
        operation = at_spots(act, _pages(project, spots, progress), spots, author)
        if operation is not None:
            project.perform(operation)
    return operation


def _pages(project: "Project", spots: Sequence[Spot], progress: Progress) -> Iterator[Page]:
    article_ids = list(dict.fromkeys(spot.article_id for spot in spots))
    for done, (article, sheet) in enumerate(project.iter_sheets(article_ids)):
        if not progress(done, len(article_ids)):
            raise ActCancelledError(Message("Cancelled. Nothing was changed."))
        yield Page(article.text, sheet, project.suggestions(article.id))
