"""Lines of the complete format from articles and their sheets."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from model.annotation import Annotation, Event, Identity, Mention, Provenance, Zone
from model.article import Article
from model.decision import Decision, Scope
from model.schema.schema import Schema
from model.sheet import Sheet
from model.version import VERSION
from storage.interchange import CONTENTS, FORMAT, HEADER_KEY, OFFSETS

Plain = dict[str, Any]


def line_of(plain: Plain) -> bytes:
    """One line. Lone surrogates, which UTF-8 cannot hold, become JSON escapes; all else is written as itself."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace") + b"\n"


def header(project: str, schema: Schema) -> Plain:
    """The first line of a file."""
    return {
        HEADER_KEY: CONTENTS,
        "format": FORMAT,
        "offsets": OFFSETS,
        "project": project,
        "written_by": f"Tawsim {VERSION}",
        "schema": {"name": schema.name, "version": schema.version, "source": schema.source},
    }


def identities_line(identities: Iterable[Identity]) -> Plain:
    """The last line: identities that no article of the file uses."""
    return {"identities": [_identity(identity) for identity in identities]}


def article_line(article: Article, sheet: Sheet) -> Plain:
    """One article with everything that annotators put on it."""
    used = {mention.identity_id for mention in sheet.mentions.values()}
    return {
        "id": article.id,
        "text": article.text,
        "sha256": article.sha256,
        **_facts(article),
        "state": sheet.state.value,
        **_lists(
            identities=[_identity(sheet.identities[key]) for key in sorted(filter(None, used))],
            zones=[_zone(zone) for zone in sorted(sheet.zones.values(), key=lambda zone: zone.span)],
            mentions=[_mention(mention) for mention in sheet.mentions.values()],
            events=[_event(event) for event in sheet.events.values()],
            decisions=[_decision(decision) for decision in sheet.decisions.values()],
        ),
    }


def _facts(article: Article) -> Plain:
    published = article.published.isoformat() if article.published else None
    imported = article.imported_at.isoformat() if article.imported_at else None
    return {
        "language": article.language,
        "encoding": article.encoding,
        **_given(
            title=article.title,
            name=article.name,
            outlet=article.outlet,
            url=article.url,
            published=published,
            imported_at=imported,
            copy_group=article.copy_group,
            metadata=dict(article.metadata),
        ),
    }


def _given(**values: Any) -> Plain:
    return {name: value for name, value in values.items() if value is not None and value not in ("", {}, [])}


def _lists(**values: list[Plain]) -> Plain:
    return {name: value for name, value in values.items() if value}


def _identity(identity: Identity) -> Plain:
    return {
        "id": identity.id,
        "key": identity.key,
        **_given(label=identity.label, name=identity.name, note=identity.note),
    }


def _zone(zone: Zone) -> Plain:
    place = {"start": zone.span.start, "end": zone.span.end, "zone": zone.zone}
    return place if zone.annotator is None else {**place, "annotator": zone.annotator}


def _shared(annotation: Annotation) -> Plain:
    return {
        "id": annotation.id,
        "label": annotation.label,
        "fragments": [[span.start, span.end] for span in annotation.fragments],
        "text": annotation.text,
        **_given(attributes=dict(annotation.attributes), note=annotation.note),
        "provenance": _provenance(annotation.provenance),
    }


def _provenance(provenance: Provenance) -> Mapping[str, Any]:
    return {
        "annotator": provenance.annotator,
        "at": provenance.at.isoformat(),
        **({"duration_ms": provenance.duration_ms} if provenance.duration_ms else {}),
        **{
            name: value
            for name, value in (
                ("suggestion", provenance.suggestion_id),
                ("suggester", provenance.suggester),
                ("version", provenance.suggester_version),
                ("score", provenance.score),
            )
            if value is not None
        },
    }


def _mention(mention: Mention) -> Plain:
    optional = {"value": mention.value, "modifier": mention.modifier, "identity": mention.identity_id}
    return {**_shared(mention), **{name: value for name, value in optional.items() if value is not None}}


def _event(event: Event) -> Plain:
    arguments = [{"role": argument.role, "mention": argument.mention_id} for argument in event.arguments]
    return {**_shared(event), **_lists(arguments=arguments)}


def _decision(decision: Decision) -> Plain:
    return {
        "id": decision.id,
        "suggestion": decision.suggestion_id,
        "verdict": decision.verdict.value,
        **({"scope": decision.scope.value} if decision.scope is not Scope.HERE else {}),
        "annotator": decision.annotator,
        "at": decision.at.isoformat(),
        "folded": decision.folded,
        "label": decision.label,
        "suggester": decision.suggester,
        **({"duration_ms": decision.duration_ms} if decision.duration_ms else {}),
    }
