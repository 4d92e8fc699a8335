"""Places equal to a tag's: what would be done to each, and whether that is meant without asking."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.schema.schema import Schema
from model.search.locating import SearchedText, word_places
from model.search.query import FoundTag, Standing, TextPart
from model.search.words import Clitics, WordPattern, equal_text_pattern
from model.text.span import Span


class Remark(StrEnum):
    """What stands at an equal place."""

    FREE = "free"
    SUGGESTED = "suggested"
    """An open suggestion with the same label: it is accepted."""
    SUGGESTED_OTHERWISE = "suggested otherwise"
    """An open suggestion with another label: it is corrected."""
    TAGGED = "tagged"
    """The tag itself, where tags are to be removed."""
    TAGGED_OTHERWISE = "tagged otherwise"
    """A tag with another label, which an annotator stands behind."""
    WITHIN = "within"
    """Within a longer tag or suggestion with the same label."""
    REJECTED = "rejected"
    """The same was suggested here and rejected."""
    CLOSED = "closed"
    """In a line of the page where the schema has no such tags, such as a menu."""


DOUBTFUL = frozenset({Remark.TAGGED_OTHERWISE, Remark.WITHIN, Remark.REJECTED, Remark.CLOSED})
"""Where the annotator must say so."""


@dataclass(frozen=True, slots=True)
class Template:
    """A tag whose equals are looked for. ``before`` is the letter before it.

    With ``removing``, it was rejected or deleted, and its equals are the tags with the same label that still stand:
    open suggestions, and with ``also_confirmed`` annotations too.
    """

    text: str
    label: str
    event: bool
    before: str = ""
    removing: bool = False
    also_confirmed: bool = False

    @property
    def pattern(self) -> WordPattern | None:
        """The pattern of equal places; events carry pronouns and the future س. None for a text without words."""
        return equal_text_pattern(self.text, self.before, Clitics.ALL if self.event else Clitics.BEFORE_NOUNS)


@dataclass(frozen=True, slots=True)
class EqualPlace:
    """A place equal to the template's, what stands there, and which tag that is."""

    span: Span
    remark: Remark
    tag: FoundTag | None = None


def places_of(pattern: WordPattern, searched: SearchedText) -> list[Span]:
    """Where the words of a template stand."""
    return list(word_places(TextPart(pattern), searched.alignment))


def closed_zones(schema: Schema, template: Template) -> frozenset[str]:
    """The kinds of lines where the schema has no tags like the template."""
    closed = (zone for zone in schema.zones if zone.labels is not None)
    return frozenset(zone.name for zone in closed if template.event or template.label not in (zone.labels or ()))


def equal_places(
    template: Template, spans: Sequence[Span], tags: Sequence[FoundTag], closed: Sequence[Span] = ()
) -> Iterator[EqualPlace]:
    """Of the spans of one article, those where something would be done; ``tags`` are those around them, ``closed`` the
    lines where there should be none."""
    of_kind = [tag for tag in tags if tag.event is template.event]
    for span in spans:
        here = [tag for tag in of_kind if (tag.start, tag.end) == (span.start, span.end)]
        place = _removed(template, span, here) if template.removing else _tagged(template, span, here, of_kind)
        if place is not None and place.remark is Remark.FREE and any(line.contains(span) for line in closed):
            yield EqualPlace(span, Remark.CLOSED)
        elif place is not None:
            yield place


def _removed(template: Template, span: Span, here: Sequence[FoundTag]) -> EqualPlace | None:
    wanted = {Standing.OPEN, Standing.CONFIRMED} if template.also_confirmed else {Standing.OPEN}
    standing = [tag for tag in here if tag.label == template.label and tag.standing in wanted]
    if not standing:
        return None
    tag = min(standing, key=lambda one: one.standing is not Standing.CONFIRMED)
    return EqualPlace(span, Remark.TAGGED if tag.standing is Standing.CONFIRMED else Remark.SUGGESTED, tag)


def _tagged(template: Template, span: Span, here: Sequence[FoundTag], around: Sequence[FoundTag]) -> EqualPlace | None:
    same = {tag.standing: tag for tag in here if tag.label == template.label}
    others = {tag.standing: tag for tag in here if tag.label != template.label}
    if Standing.CONFIRMED in same:
        return None
    if Standing.CONFIRMED in others:
        return EqualPlace(span, Remark.TAGGED_OTHERWISE, others[Standing.CONFIRMED])
    if Standing.OPEN in same:
        return EqualPlace(span, Remark.SUGGESTED, same[Standing.OPEN])
    if Standing.REJECTED in same:
        return EqualPlace(span, Remark.REJECTED)
    if any(_holds(tag, span) and tag.label == template.label for tag in around):
        return EqualPlace(span, Remark.WITHIN)
    if Standing.OPEN in others:
        return EqualPlace(span, Remark.SUGGESTED_OTHERWISE, others[Standing.OPEN])
    return EqualPlace(span, Remark.FREE)


def _holds(tag: FoundTag, span: Span) -> bool:
    longer = (tag.start, tag.end) != (span.start, span.end)
    return (
        longer
        and tag.start <= span.start
        and span.end <= tag.end
        and tag.standing in (Standing.CONFIRMED, Standing.OPEN)
    )
