"""Articles and their records from lines of the complete format."""

from collections.abc import Iterator
from datetime import UTC, datetime
from types import MappingProxyType

from model.annotation import Argument, Event, Identity, Mention, Provenance, Zone, attributes_of
from model.article import Article, ArticleState, text_digest
from model.decision import Decision, Scope, Verdict
from model.operation import Record
from model.text.span import Span, covered_text
from storage.interchange import CONTENTS, FORMAT, HEADER_KEY, OFFSETS
from storage.interchange.fields import Fields, FormatError

NOBODY = Provenance("", datetime(1970, 1, 1, tzinfo=UTC))
"""The provenance of annotations whose line tells none."""


def check_header(fields: Fields) -> str:
    """The name of the schema that the file was written with. Raises FormatError for a file this version cannot read."""
    if fields.text(HEADER_KEY) != CONTENTS:
        raise fields.wrong(HEADER_KEY, f"“{CONTENTS}”")
    if fields.number("format") != FORMAT:
        raise fields.wrong("format", str(FORMAT))
    if fields.text("offsets") != OFFSETS:
        raise fields.wrong("offsets", f"“{OFFSETS}”")
    return fields.one("schema").text("name")


def article_of(fields: Fields) -> Article:
    """The article of a line. Raises FormatError, also when the text is not what its sha256 says."""
    text = fields.text("text")
    digest = text_digest(text)
    if fields.text("sha256", digest) != digest:
        raise fields.wrong("sha256", "the digest of the text")
    return Article(
        id=fields.text("id"),
        text=text,
        sha256=digest,
        title=fields.text("title", ""),
        name=fields.text("name", ""),
        outlet=fields.text("outlet", ""),
        url=fields.text("url", ""),
        published=fields.maybe_day("published"),
        language=fields.text("language", "ar"),
        encoding=fields.text("encoding", "utf-8"),
        state=fields.choice("state", ArticleState, ArticleState.NEW),
        copy_group=fields.maybe_text("copy_group"),
        metadata=MappingProxyType(fields.words("metadata")),
    )


def records_of(fields: Fields, article_id: str, text: str) -> tuple[Record, ...]:
    """The records of a line, identities first, as records of this article.

    Raises FormatError where one is incomplete, does not cover its text or points at nothing.
    """
    identities = tuple(identities_of(fields))
    mentions = tuple(_mention(item, article_id) for item in fields.items("mentions"))
    events = tuple(_event(item, article_id) for item in fields.items("events"))
    _check_texts(text, (*mentions, *events))
    _check_links({identity.id for identity in identities}, mentions, events)
    zones = tuple(_zone(item, article_id, text) for item in fields.items("zones"))
    decisions = tuple(_decision(item, article_id) for item in fields.items("decisions"))
    for kind, records in (("mentions", mentions), ("events", events), ("zones", zones), ("decisions", decisions)):
        if len({record.id for record in records}) < len(records):
            raise FormatError(f"{kind}: two have the same id")
    return (*identities, *mentions, *events, *zones, *decisions)


def identities_of(fields: Fields) -> Iterator[Identity]:
    """The identities of a line."""
    for item in fields.items("identities"):
        yield Identity(
            item.text("id"), item.text("key"), item.text("label", ""), item.text("name", ""), item.text("note", "")
        )


def _check_texts(text: str, records: tuple[Mention | Event, ...]) -> None:
    for record in records:
        if record.hull.end > len(text) or covered_text(text, record.fragments) != record.text:
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


def _mention(fields: Fields, article_id: str) -> Mention:
    return Mention(
        fields.text("id"),
        article_id,
        fields.text("label"),
        fields.fragments("fragments"),
        fields.text("text"),
        _provenance(fields),
        fields.maybe_text("value"),
        fields.maybe_text("modifier"),
        fields.maybe_text("identity"),
        attributes_of(**fields.words("attributes")),
        fields.text("note", ""),
    )


def _event(fields: Fields, article_id: str) -> Event:
    return Event(
        fields.text("id"),
        article_id,
        fields.text("label"),
        fields.fragments("fragments"),
        fields.text("text"),
        _provenance(fields),
        tuple(Argument(item.text("role"), item.text("mention")) for item in fields.items("arguments")),
        attributes_of(**fields.words("attributes")),
        fields.text("note", ""),
    )


def _provenance(fields: Fields) -> Provenance:
    if not fields.has("provenance"):
        return NOBODY
    told = fields.one("provenance")
    return Provenance(
        told.text("annotator"),
        told.moment("at"),
        told.number("duration_ms"),
        told.maybe_text("suggestion"),
        told.maybe_text("suggester"),
        told.maybe_text("version"),
        told.maybe_score("score"),
    )


def _zone(fields: Fields, article_id: str, text: str) -> Zone:
    start, end = fields.number("start"), fields.number("end")
    if not 0 <= start < end <= len(text):
        raise fields.wrong("end", "a span within the text")
    return Zone(article_id, Span(start, end), fields.text("zone"), fields.maybe_text("annotator"))


def _decision(fields: Fields, article_id: str) -> Decision:
    return Decision(
        id=fields.text("id"),
        article_id=article_id,
        suggestion_id=fields.text("suggestion"),
        verdict=fields.choice("verdict", Verdict),
        annotator=fields.text("annotator"),
        at=fields.moment("at"),
        folded=fields.text("folded"),
        label=fields.text("label"),
        suggester=fields.text("suggester"),
        duration_ms=fields.number("duration_ms"),
        scope=fields.choice("scope", Scope, Scope.HERE),
    )
