"""The checks of a whole project, article by article, and the findings that an annotator does not want to see again."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from model.annotation import Zone
from model.checks.checking import EVERY_CHECK, Checking, mend
from model.checks.finding import Check, Finding
from model.checks.usage import Usage
from model.errors import TawsimError
from model.messages import Message
from model.operation import Operation
from model.operations.author import Author
from storage.articles import in_portions
from storage.tables.annotations import EventRow, MentionRow
from storage.tables.base import table_of

if TYPE_CHECKING:
    from storage.project import Project

Progress = Callable[[int, int | None], bool]
"""Called with the articles done and their total; returns False to cancel."""
DISMISSED = "dismissed_findings"
"""The project's setting that holds the ids of findings that are not told again, with who dismissed them and when."""
_MENTIONS, _EVENTS = table_of(MentionRow), table_of(EventRow)


def unwatched(_done: int, _total: int | None) -> bool:
    """Progress that nobody looks at."""
    return True


class ChecksCancelledError(TawsimError):
    """The user cancelled the checks."""

    def __init__(self) -> None:
        super().__init__(Message("The checks were cancelled."))


class NothingToMendError(TawsimError):
    """What was found is not there any more."""

    def __init__(self) -> None:
        super().__init__(Message("This has changed since it was found. Nothing was changed; check again."))


def usage_of(connection: Connection) -> Usage:
    """How often the project tags which texts with which labels."""
    texts = select(_MENTIONS.c.text, _MENTIONS.c.label, func.count()).group_by(_MENTIONS.c.text, _MENTIONS.c.label)
    events = select(_EVENTS.c.label, func.count()).group_by(_EVENTS.c.label)
    return Usage.of(
        ((text, label, count) for text, label, count in connection.execute(texts)),
        ((label, count) for label, count in connection.execute(events)),
    )


def findings(
    project: "Project",
    progress: Progress = unwatched,
    *,
    checks: Collection[Check] = EVERY_CHECK,
    with_dismissed: bool = False,
) -> Iterator[Finding]:
    """What the checks find, in the order of import; a portion of articles in memory at a time.

    Raises ChecksCancelledError when ``progress`` says so.
    """
    checking = Checking(project.schema, project.usage(), checks)
    dismissed = frozenset() if with_dismissed else frozenset(project.setting(DISMISSED, {}))
    article_ids, done = project.article_ids(), 0
    for portion in in_portions(article_ids):
        if not progress(done, len(article_ids)):
            raise ChecksCancelledError
        for article, sheet in project.iter_sheets(portion):
            found = checking.of_article(article, sheet, partial(_suggested_zones, project, article.id))
            yield from (finding for finding in found if finding.id not in dismissed)
        done += len(portion)
    progress(done, len(article_ids))


def _suggested_zones(project: "Project", article_id: str) -> tuple[Zone, ...]:
    return project.suggestions(article_id).zones


def dismiss(project: "Project", finding: Finding, annotator: str, at: datetime) -> None:
    """Do not tell this again."""
    with project.one_transaction():
        known = project.setting(DISMISSED, {})
        project.set_setting(DISMISSED, {**known, finding.id: [annotator, at.isoformat()]})


def take_dismissal_back(project: "Project", finding: Finding) -> None:
    """Tell this again."""
    with project.one_transaction():
        known = project.setting(DISMISSED, {})
        project.set_setting(DISMISSED, {key: value for key, value in known.items() if key != finding.id})


def mend_finding(project: "Project", finding: Finding, author: Author) -> Operation:
    """Store what mends a finding as one operation and return it. Raises NothingToMendError."""
    with project.one_transaction():
        article, sheet = project.article(finding.article_id), project.sheet(finding.article_id)
        operation = mend(finding, article, sheet, author)
        if operation is None or not operation.changes:
            raise NothingToMendError
        project.perform(operation)
    return operation
