"""All checks on one article, and how what they find is mended."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from model.annotation import Argument, Event, Mention, Zone
from model.article import Article, ArticleState
from model.checks import across, within_article
from model.checks.finding import Act, Check, Finding, Mending
from model.checks.usage import Usage
from model.operation import Operation
from model.operations import edits, links
from model.operations.author import Author
from model.schema.schema import Schema
from model.sheet import Sheet
from model.text.span import covered_text

_AROUND = 30
"""Code points of context at each side of a finding."""
EVERY_CHECK = frozenset(Check)


class Checking:
    """The checks of one project, whose whole is known from ``usage``."""

    def __init__(self, schema: Schema, usage: Usage, checks: Collection[Check] = EVERY_CHECK) -> None:
        self._schema, self._usage, self._checks = schema, usage, checks
        self._names = across.bare_names(schema, usage)

    def of_article(
        self, article: Article, sheet: Sheet, suggested_zones: Callable[[], tuple[Zone, ...]] = tuple
    ) -> Iterator[Finding]:
        """What the checks find in an article.

        Names without a tag are looked for only where the article is done, in lines where they may be tagged;
        ``suggested_zones`` is asked for what lines are that no annotator judged, if any such name is found.
        """
        found = self._every(article, sheet)
        yield from (_in_context(finding, article.text) for finding in found if finding.check in self._checks)
        if sheet.state is ArticleState.DONE and Check.BARE in self._checks:
            bare = list(self._names.bare(article, sheet))
            zones = _zones(sheet, suggested_zones()) if bare else []
            wanted = (finding for finding in bare if self._may_be_tagged(finding, zones))
            yield from (_in_context(finding, article.text) for finding in wanted)

    def _may_be_tagged(self, finding: Finding, zones: Sequence[Zone]) -> bool:
        around = (self._schema.zone_labels.get(zone.zone) for zone in zones if zone.span.overlaps(finding.span))
        label = finding.mending.label if finding.mending is not None else ""
        return all(zone is None or zone.labels is None or label in zone.labels for zone in around)

    def _every(self, article: Article, sheet: Sheet) -> Iterator[Finding]:
        schema, usage = self._schema, self._usage
        yield from within_article.spans(article, sheet)
        yield from within_article.labels(sheet, schema)
        yield from across.labels_differ(sheet, schema, usage)
        yield from across.edges(article, sheet, schema, usage)
        yield from within_article.crossings(sheet)
        yield from within_article.values(sheet, schema)
        yield from within_article.events(sheet, schema)
        yield from across.rare(sheet, usage)


def _in_context(finding: Finding, text: str) -> Finding:
    span = finding.span
    left = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    right = text[span.end : span.end + _AROUND].partition("\n")[0].rstrip("\r")
    return replace(finding, left=left, right=right)


def _zones(sheet: Sheet, suggested: Iterable[Zone]) -> list[Zone]:
    judged = {zone.span.start: zone for zone in sheet.zones.values()}
    return list(({zone.span.start: zone for zone in suggested} | judged).values())


def mend(finding: Finding, article: Article, sheet: Sheet, author: Author) -> Operation | None:
    """The operation that mends what was found; None when it has no mending, or the article is not as it was."""
    mending = finding.mending
    if mending is None:
        return None
    if mending.act is Act.TAG:
        text = covered_text(article.text, mending.fragments)
        standing = any(one.fragments == mending.fragments for one in sheet.mentions.values())
        unfit = standing or text != finding.text
        return None if unfit else edits.add_mention(sheet, mending.label, mending.fragments, text, author)
    record = sheet.mentions.get(finding.record_id or "") or sheet.events.get(finding.record_id or "")
    if record is None or record.text != finding.text:
        return None
    if mending.act is Act.RELABEL:
        return edits.relabel(sheet, record, mending.label, author)
    if mending.act is Act.MOVE_EDGES:
        text = covered_text(article.text, mending.fragments)
        return edits.move_edges(sheet, record, mending.fragments, text, author)
    return _mend_argument(finding, mending, sheet, record, author)


def _mend_argument(
    finding: Finding, mending: Mending, sheet: Sheet, record: Mention | Event, author: Author
) -> Operation | None:
    filler = sheet.mentions.get(finding.other_id or "")
    if not isinstance(record, Event) or filler is None:
        return None
    argument = Argument(mending.role, filler.id)
    if argument not in record.arguments:
        return None
    if mending.act is Act.REMOVE_ARGUMENT:
        return links.remove_argument(sheet, record, argument, author)
    return links.change_role(sheet, record, argument, mending.label, author)
