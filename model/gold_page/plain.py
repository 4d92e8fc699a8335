"""Page files as plain values for JSON, and back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from model.annotation import ACTUAL
from model.errors import TawsimError
from model.gold_page.page import Evidence, GoldPage, PageEvent, PageMention, PageZone
from model.messages import Message
from model.text.span import Fragments, Span, fragments_of


def page_to_plain(page: GoldPage, text: str) -> dict[str, Any]:
    """The page as plain values for JSON; ``text`` is what it was made on."""
    return {
        "doc": page.doc,
        "dct": page.published.isoformat() if page.published else None,
        "zones": [{"start": zone.span.start, "end": zone.span.end, "zone": zone.zone} for zone in page.zones],
        "entities": [_mention_to_plain(mention, text) for mention in page.mentions],
        "events": [_event_to_plain(event, text) for event in page.events],
        "text_length": page.text_length,
    }


def _mention_to_plain(mention: PageMention, text: str) -> dict[str, Any]:
    return {
        "id": mention.id,
        **_span_to_plain(mention, text),
        "type": mention.label,
        "key": mention.key,
        "value": mention.value,
        "mod": mention.modifier,
        **_evidence_to_plain(mention.evidence),
    }


def _event_to_plain(event: PageEvent, text: str) -> dict[str, Any]:
    return {
        "id": event.id,
        **_span_to_plain(event, text),
        "type": event.label,
        "modality": event.modality,
        "args": [list(argument) for argument in event.arguments],
        **_evidence_to_plain(event.evidence),
        **(
            {"args_because": [reason.to_plain() for reason in event.argument_reasons]} if event.argument_reasons else {}
        ),
    }


def _evidence_to_plain(evidence: Evidence | None) -> dict[str, Any]:
    if evidence is None:
        return {}
    return {
        "suggester": evidence.suggester,
        "version": evidence.version,
        "score": evidence.score,
        "because": evidence.reason.to_plain(),
    }


def _span_to_plain(item: PageMention | PageEvent, text: str) -> dict[str, Any]:
    line, occurrence = _line_and_occurrence(text, item.span, item.text)
    pieces = [[span.start, span.end] for span in item.fragments]
    return {
        "line": line,
        "text": item.text,
        "n": occurrence,
        "start": item.span.start,
        "end": item.span.end,
        **({"fragments": pieces} if len(pieces) > 1 else {}),
    }


def _line_and_occurrence(text: str, span: Span, covered: str) -> tuple[int, int]:
    start = text.rfind("\n", 0, span.start) + 1
    occurrence, at = 0, text.find(covered, start)
    while 0 <= at <= span.start:
        occurrence, at = occurrence + 1, text.find(covered, at + 1)
    return text.count("\n", 0, span.start) + 1, max(occurrence, 1)


def page_from_plain(plain: Any, source: str) -> GoldPage:
    """The page that plain values describe; raises TawsimError, naming ``source``, when they describe none."""
    try:
        return _page_from_plain(plain)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise TawsimError(
            Message(
                "{source}: not a page file of Tawsim ({reason}); nothing was taken from it.",
                source=source,
                reason=f"{type(error).__name__}: {error}",
            )
        ) from error


def _page_from_plain(plain: Any) -> GoldPage:
    published = plain.get("dct")
    mentions = tuple(
        PageMention(
            item["id"],
            _fragments(item),
            item["text"],
            item["type"],
            item.get("key"),
            item.get("value"),
            item.get("mod"),
            _evidence(item),
        )
        for item in plain["entities"]
    )
    events = tuple(
        PageEvent(
            item["id"],
            _fragments(item),
            item["text"],
            item["type"],
            item.get("modality") or ACTUAL,
            tuple((role, target) for role, target in item.get("args", [])),
            _evidence(item),
            tuple(map(_reason, item.get("args_because", []))),
        )
        for item in plain["events"]
    )
    zones = tuple(PageZone(Span(zone["start"], zone["end"]), zone["zone"]) for zone in plain.get("zones", []))
    return GoldPage(
        plain["doc"],
        date.fromisoformat(published) if published else None,
        plain["text_length"],
        zones,
        mentions,
        events,
    )


def _evidence(item: Mapping[str, Any]) -> Evidence | None:
    if "suggester" not in item:
        return None
    return Evidence(item["suggester"], item["version"], float(item["score"]), _reason(item["because"]))


def _reason(plain: Mapping[str, Any]) -> Message:
    reason = Message.from_plain(plain)
    reason.english()  # a template that its values do not fill is found here, where the file is named
    return reason


def _fragments(item: Mapping[str, Any]) -> Fragments:
    pieces = item.get("fragments") or [[item["start"], item["end"]]]
    return fragments_of(Span(start, end) for start, end in pieces)
