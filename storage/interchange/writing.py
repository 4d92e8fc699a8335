"""Lines of the complete format from articles and their sheets."""

import json
from collections.abc import Iterable

import msgspec

from model.annotation import Attributes, Event, Identity, Mention, Provenance, Zone
from model.article import Article
from model.decision import Decision, Scope
from model.schema.schema import Schema
from model.sheet import Sheet
from model.text.span import Fragments
from model.version import VERSION
from storage.interchange import CONTENTS, FORMAT, OFFSETS
from storage.interchange.lines import (
    ArgumentLine,
    ArticleLine,
    DecisionLine,
    EventLine,
    HeaderLine,
    IdentitiesLine,
    IdentityLine,
    MentionLine,
    Place,
    ProvenanceLine,
    SchemaLine,
    ZoneLine,
)


def content_of(line: HeaderLine | ArticleLine | IdentitiesLine) -> bytes:
    """A line as it is written. Lone surrogates, which UTF-8 cannot hold, become JSON escapes; all else is itself."""
    try:
        content = msgspec.json.encode(line)
    except UnicodeEncodeError:
        text = json.dumps(msgspec.to_builtins(line), ensure_ascii=False, separators=(",", ":"))
        content = text.encode("utf-8", "backslashreplace")
    return content + b"\n"


def header(project: str, schema: Schema) -> HeaderLine:
    """The first line of a file."""
    known = SchemaLine(schema.name, schema.version, schema.source)
    return HeaderLine(CONTENTS, FORMAT, OFFSETS, known, project, f"Tawsim {VERSION}")


def identities_line(identities: Iterable[Identity]) -> IdentitiesLine:
    """The last line: identities that no article of the file uses."""
    return IdentitiesLine([_identity(identity) for identity in identities])


def article_line(article: Article, sheet: Sheet) -> ArticleLine:
    """One article with everything that annotators put on it."""
    used = {mention.identity_id for mention in sheet.mentions.values()}
    return ArticleLine(
        id=article.id,
        text=article.text,
        sha256=article.sha256,
        language=article.language,
        encoding=article.encoding,
        title=article.title or None,
        name=article.name or None,
        outlet=article.outlet or None,
        url=article.url or None,
        published=article.published,
        imported_at=article.imported_at,
        copy_group=article.copy_group,
        metadata=dict(article.metadata) or None,
        state=sheet.state,
        identities=[_identity(sheet.identities[key]) for key in sorted(filter(None, used))] or None,
        zones=[_zone(zone) for zone in sorted(sheet.zones.values(), key=lambda zone: zone.span)] or None,
        mentions=[_mention(mention) for mention in sheet.mentions.values()] or None,
        events=[_event(event) for event in sheet.events.values()] or None,
        decisions=[_decision(decision) for decision in sheet.decisions.values()] or None,
    )


def _identity(identity: Identity) -> IdentityLine:
    return IdentityLine(identity.id, identity.key, identity.label or None, identity.name or None, identity.note or None)


def _zone(zone: Zone) -> ZoneLine:
    return ZoneLine(zone.span.start, zone.span.end, zone.zone, zone.annotator)


def _places(fragments: Fragments) -> tuple[Place, ...]:
    return tuple([(span.start, span.end) for span in fragments])


def _attributes(attributes: Attributes) -> dict[str, str] | None:
    return dict(attributes) if attributes else None


def _provenance(provenance: Provenance) -> ProvenanceLine:
    return ProvenanceLine(
        provenance.annotator,
        provenance.at,
        provenance.duration_ms or None,
        provenance.suggestion_id,
        provenance.suggester,
        provenance.suggester_version,
        provenance.score,
    )


def _mention(mention: Mention) -> MentionLine:
    return MentionLine(
        mention.id,
        mention.label,
        _places(mention.fragments),
        mention.text,
        _attributes(mention.attributes),
        mention.note or None,
        _provenance(mention.provenance),
        mention.value,
        mention.modifier,
        mention.identity_id,
    )


def _event(event: Event) -> EventLine:
    return EventLine(
        event.id,
        event.label,
        _places(event.fragments),
        event.text,
        _attributes(event.attributes),
        event.note or None,
        _provenance(event.provenance),
        [ArgumentLine(one.role, one.mention_id) for one in event.arguments] or None,
    )


def _decision(decision: Decision) -> DecisionLine:
    return DecisionLine(
        id=decision.id,
        suggestion=decision.suggestion_id,
        verdict=decision.verdict,
        annotator=decision.annotator,
        at=decision.at,
        folded=decision.folded,
        label=decision.label,
        suggester=decision.suggester,
        duration_ms=decision.duration_ms or None,
        scope=decision.scope if decision.scope is not Scope.HERE else None,
    )
