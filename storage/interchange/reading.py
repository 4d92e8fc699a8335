"""Articles and their records from lines of the complete format."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from model.annotation import Argument, Attributes, Event, Identity, Mention, Provenance, Zone, attributes_of
from model.article import Article, ArticleState, text_digest
from model.decision import Decision, Scope
from model.operation import Record
from model.text.span import Fragments, Span, covered_text, fragments_of
from storage.interchange import CONTENTS, FORMAT, OFFSETS
from storage.interchange.lines import (
    AnnotationLine,
    ArticleLine,
    DecisionLine,
    EventLine,
    HeaderLine,
    IdentitiesLine,
    IdentityLine,
    MentionLine,
    ProvenanceLine,
    ZoneLine,
)

L = TypeVar("L", ArticleLine, HeaderLine, IdentitiesLine)

NOBODY = Provenance("", datetime(1970, 1, 1, tzinfo=UTC))
"""The provenance of annotations whose line tells none."""


class FormatError(ValueError):
    """A value is missing or not of its kind; the text names its place."""


def line_from(content: str | bytes, shape: type[L]) -> L:
    """A line of this shape. Raises FormatError for another shape, ValueError for what is no JSON at all."""
    try:
        return msgspec.json.decode(content, type=shape)
    except msgspec.ValidationError as error:
        raise _misshapen(error) from error
    except msgspec.DecodeError:
        # lone surrogates, which the fast decoder refuses, or no JSON, of which the slow one tells more
        plain = json.loads(content)
    return line_of_plain(plain, shape)


def line_of_plain(plain: Any, shape: type[L]) -> L:
    """The same for JSON that has been parsed. Raises FormatError."""
    try:
        return msgspec.convert(plain, shape)
    except msgspec.ValidationError as error:
        raise _misshapen(error) from error


def _misshapen(error: msgspec.ValidationError) -> FormatError:
    problem, _, place = str(error).partition(" - at `$")
    place = place.removesuffix("`").removeprefix(".")
    return FormatError(f"{place}: {problem}" if place else problem)


def check_header(header: HeaderLine) -> None:
    """Raise FormatError for a file that this version cannot read."""
    for key, found, expected in (
        ("tawsim", header.tawsim, CONTENTS),
        ("format", header.format, FORMAT),
        ("offsets", header.offsets, OFFSETS),
    ):
        if found != expected:
            raise FormatError(f"{key}: “{expected}” is expected")


def article_or_identities(content: str | bytes) -> ArticleLine | IdentitiesLine:
    """A line after the first. Raises as ``line_from`` does."""
    try:
        return line_from(content, ArticleLine)
    except FormatError as error:
        try:
            return line_from(content, IdentitiesLine)
        except FormatError:
            # told is what is wrong with it as an article, which is what nearly all lines are
            raise error from None


def article_of(line: ArticleLine) -> Article:
    """The article of a line. Raises FormatError when the text is not what its sha256 says."""
    digest = text_digest(line.text)
    if line.sha256 is not None and line.sha256 != digest:
        raise FormatError("sha256: the digest of the text is expected")
    return Article(
        id=line.id,
        text=line.text,
        sha256=digest,
        title=line.title or "",
        name=line.name or "",
        outlet=line.outlet or "",
        url=line.url or "",
        published=line.published,
        language="ar" if line.language is None else line.language,
        encoding="utf-8" if line.encoding is None else line.encoding,
        state=line.state or ArticleState.NEW,
        copy_group=line.copy_group,
        metadata=line.metadata or {},
    )


def records_of(line: ArticleLine) -> tuple[Record, ...]:
    """The records of a line, identities first.

    Raises FormatError where one does not cover its text or points at nothing.
    """
    article_id, text = line.id, line.text
    identities = tuple(identities_of(line.identities or ()))
    mentions = tuple([_mention(one, f"mentions[{at}]", article_id) for at, one in enumerate(line.mentions or ())])
    events = tuple([_event(one, f"events[{at}]", article_id) for at, one in enumerate(line.events or ())])
    _check_texts(text, (*mentions, *events))
    _check_links({identity.id for identity in identities}, mentions, events)
    zones = tuple(_zone(one, f"zones[{at}]", article_id, text) for at, one in enumerate(line.zones or ()))
    decisions = tuple(_decision(one, article_id) for one in line.decisions or ())
    for kind, records in (("mentions", mentions), ("events", events), ("zones", zones), ("decisions", decisions)):
        if len({record.id for record in records}) < len(records):
            raise FormatError(f"{kind}: two have the same id")
    return (*identities, *mentions, *events, *zones, *decisions)


def identities_of(lines: Iterable[IdentityLine]) -> Iterator[Identity]:
    """The identities of a line."""
    for one in lines:
        yield Identity(one.id, one.key, one.label or "", one.name or "", one.note or "")


def _check_texts(text: str, records: tuple[Mention | Event, ...]) -> None:
    for record in records:
        if record.fragments[-1].end > len(text) or covered_text(text, record.fragments) != record.text:
            raise FormatError(f"{record.id}: “{record.text}” is not what stands at its fragments")


def _check_links(identities: set[str], mentions: tuple[Mention, ...], events: tuple[Event, ...]) -> None:
    known = {mention.id for mention in mentions}
    for mention in mentions:
        if mention.identity_id is not None and mention.identity_id not in identities:
            raise FormatError(f"{mention.id}: there is no identity {mention.identity_id} in the line")
    for event in events:
        for argument in event.arguments:
            if argument.mention_id not in known:
                raise FormatError(f"{event.id}: there is no mention {argument.mention_id} in the line")


def _mention(line: MentionLine, place: str, article_id: str) -> Mention:
    return Mention(
        line.id,
        article_id,
        line.label,
        _fragments(line, place),
        line.text,
        _provenance(line.provenance),
        line.value,
        line.modifier,
        line.identity,
        _attributes(line),
        line.note or "",
    )


def _event(line: EventLine, place: str, article_id: str) -> Event:
    return Event(
        line.id,
        article_id,
        line.label,
        _fragments(line, place),
        line.text,
        _provenance(line.provenance),
        tuple(Argument(one.role, one.mention) for one in line.arguments or ()),
        _attributes(line),
        line.note or "",
    )


def _fragments(line: AnnotationLine, place: str) -> Fragments:
    try:
        spans = tuple([Span(start, end) for start, end in line.fragments])
        sound = len(spans) == 1 or (bool(spans) and fragments_of(spans) == spans)
    except ValueError as error:
        raise FormatError(f"{place}.fragments: a list of spans [start, end] is expected") from error
    if not sound:
        raise FormatError(f"{place}.fragments: a list of spans [start, end], in order and apart, is expected")
    return spans


def _attributes(line: AnnotationLine) -> Attributes:
    return attributes_of(**line.attributes) if line.attributes else ()


def _provenance(line: ProvenanceLine | None) -> Provenance:
    if line is None:
        return NOBODY
    return Provenance(
        line.annotator,
        line.at,
        line.duration_ms or 0,
        line.suggestion,
        line.suggester,
        line.version,
        line.score,
    )


def _zone(line: ZoneLine, place: str, article_id: str, text: str) -> Zone:
    if not line.start < line.end <= len(text):
        raise FormatError(f"{place}.end: a span within the text is expected")
    return Zone(article_id, Span(line.start, line.end), line.zone, line.annotator)


def _decision(line: DecisionLine, article_id: str) -> Decision:
    return Decision(
        id=line.id,
        article_id=article_id,
        suggestion_id=line.suggestion,
        verdict=line.verdict,
        annotator=line.annotator,
        at=line.at,
        folded=line.folded,
        label=line.label,
        suggester=line.suggester,
        duration_ms=line.duration_ms or 0,
        scope=line.scope or Scope.HERE,
    )
