"""Words for items: their labels, scores, reasons and provenance in the language of the interface."""

from model.annotation import Provenance
from model.messages import Message
from model.schema.schema import Schema
from model.suggestion import Suggestion
from ui.language import isolated, moment, named, percent, say, tr
from ui.session.state import Item, is_event


def label_name(schema: Schema, item: Item) -> str:
    """The name of an item's label; the bare label when the schema does not know it."""
    return label_text(schema, item.label, event=is_event(item))


def label_text(schema: Schema, label: str, *, event: bool) -> str:
    """The name of a label; the bare label when the schema does not know it."""
    found = (schema.event_labels if event else schema.mention_labels).get(label)
    return label if found is None else named(found.names)


def tag_name(schema: Schema, tag: str) -> str:
    """The name of what the learner calls ``mention:LABEL``, ``event:LABEL`` or ``role:ROLE``."""
    kind, _, name = tag.partition(":")
    return role_name(schema, name) if kind == "role" else label_text(schema, name, event=kind == "event")


def feature_text(schema: Schema, feature: Message) -> str:
    """A feature of the learner in words, a label in it, such as ``opens:GPE``, and a zone by their names."""
    values = dict(feature.values)
    value = values.get("value")
    label = value.rpartition(":")[2] if isinstance(value, str) else ""
    for event, labels in ((False, schema.mention_labels), (True, schema.event_labels)):
        if label in labels:
            values["value"] = label_text(schema, label, event=event)
    if "zone" in values:
        values["zone"] = zone_name(schema, str(values["zone"]))
    return say(Message(feature.template, one=feature.one, **values))


def role_name(schema: Schema, role: str) -> str:
    """The name of a role."""
    found = schema.roles_by_name.get(role)
    return role if found is None else named(found.names)


def zone_name(schema: Schema, zone: str) -> str:
    """The name of a zone."""
    found = schema.zone_labels.get(zone)
    return zone if found is None else named(found.names)


def score_and_reason(suggestion: Suggestion) -> str:
    """How sure the suggester is, and why it proposes this."""
    return f"{percent(suggestion.score)} · {say(suggestion.reason)}"


def provenance_text(provenance: Provenance) -> str:
    """Who, when, how long it took, and from what."""
    parts = [isolated(provenance.annotator), moment(provenance.at)]
    if provenance.duration_ms:
        parts.append(tr("{seconds} s", seconds=round(provenance.duration_ms / 1000, 1)))
    if provenance.suggester is not None:
        source = f"{provenance.suggester} {provenance.suggester_version}"
        share = percent(provenance.score) if provenance.score is not None else "—"
        parts.append(tr("suggested by {source} at {score}", source=isolated(source), score=share))
    else:
        parts.append(tr("tagged by hand"))
    return " · ".join(parts)
