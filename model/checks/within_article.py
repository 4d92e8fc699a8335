"""Checks that need one article with its sheet and the schema, and nothing else."""

from collections.abc import Iterator

from model.annotation import Annotation, Event, Mention
from model.article import Article
from model.checks.finding import Act, Check, Finding, Mending
from model.checks.values import can_be_read
from model.messages import Message
from model.schema.schema import Schema
from model.sheet import Sheet
from model.text.span import Span, covered_text


def _finding(check: Check, record: Annotation, message: Message, *, other: str | None = None,
             mending: Mending | None = None) -> Finding:  # fmt: skip
    return Finding(check, record.article_id, record.hull, record.text, message, record.id, other, mending)


def _annotations(sheet: Sheet) -> list[Annotation]:
    return [*sheet.mentions.values(), *sheet.events.values()]


def spans(article: Article, sheet: Sheet) -> Iterator[Finding]:
    """Annotations whose text is not what stands there; where it stands once elsewhere, they can be moved there."""
    for record in _annotations(sheet):
        inside = record.hull.end <= len(article.text)
        if inside and covered_text(article.text, record.fragments) == record.text:
            continue
        at = article.text.find(record.text)
        once = at >= 0 and article.text.find(record.text, at + 1) < 0
        mending = Mending(Act.MOVE_EDGES, fragments=(Span(at, at + len(record.text)),)) if once else None
        message = Message("“{text}” is not what stands there any more", text=record.text)
        yield _finding(Check.SPAN, record, message, mending=mending)


def labels(sheet: Sheet, schema: Schema) -> Iterator[Finding]:
    """Labels that the schema does not have."""
    for record in _annotations(sheet):
        known = schema.mention_labels if isinstance(record, Mention) else schema.event_labels
        if record.label not in known:
            message = Message("the schema has no type {label}", label=record.label)
            yield _finding(Check.UNKNOWN_LABEL, record, message)


def values(sheet: Sheet, schema: Schema) -> Iterator[Finding]:
    """Values that do not have the form which their label wants."""
    for mention in sheet.mentions.values():
        label = schema.mention_labels.get(mention.label)
        if label is not None and mention.value and not can_be_read(mention.value, label):
            message = Message("the value “{value}” cannot be read", value=mention.value)
            yield _finding(Check.VALUE, mention, message)


def crossings(sheet: Sheet) -> Iterator[Finding]:
    """Mentions that overlap while neither holds the other."""
    ordered = sorted(sheet.mentions.values(), key=lambda mention: (mention.hull.start, -mention.hull.end, mention.id))
    open_ones: list[Mention] = []
    for mention in ordered:
        open_ones = [one for one in open_ones if one.hull.end > mention.hull.start]
        for one in open_ones:
            if not one.hull.contains(mention.hull) and not mention.hull.contains(one.hull):
                message = Message("crosses “{other}”", other=one.text)
                yield _finding(Check.CROSSING, mention, message, other=one.id)
        open_ones.append(mention)


def events(sheet: Sheet, schema: Schema) -> Iterator[Finding]:
    """Roles that are missing, filled too often, or by what may not fill them; events without an actor."""
    for event in sheet.events.values():
        label = schema.event_labels.get(event.label)
        if label is None:
            continue
        roles = [argument.role for argument in event.arguments]
        yield from _fillers(event, sheet, schema)
        for name in label.roles:
            role = schema.roles_by_name[name]
            if roles.count(name) < role.least:
                message = Message("has no {role}, which the schema requires", role=name)
                yield _finding(Check.ROLE_MISSING, event, message)
            if role.most is not None and roles.count(name) > role.most:
                message = Message("has {role} more often than the schema allows", role=name)
                yield _finding(Check.FILLER, event, message)
        actor = label.roles[0] if label.roles else None
        if actor is not None and actor not in roles and schema.roles_by_name[actor].least == 0:
            yield _finding(Check.NO_ACTOR, event, Message("has no {role}", role=actor))


def _fillers(event: Event, sheet: Sheet, schema: Schema) -> Iterator[Finding]:
    known = schema.event_labels[event.label].roles
    for argument in event.arguments:
        filler, role = sheet.mentions.get(argument.mention_id), schema.roles_by_name.get(argument.role)
        if filler is None:
            continue
        if role is None or argument.role not in known:
            message = Message("its type has no role {role} (“{filler}”)", role=argument.role, filler=filler.text)
        elif role.fillers and filler.label not in role.fillers:
            message = Message(
                "“{filler}” ({label}) may not be its {role}", filler=filler.text, label=filler.label, role=role.name
            )
        else:
            continue
        fitting = [name for name in known if _may_fill(schema, name, filler) and name != argument.role]
        act, to = (Act.CHANGE_ROLE, fitting[0]) if len(fitting) == 1 else (Act.REMOVE_ARGUMENT, "")
        mending = Mending(act, to, argument.role)
        yield _finding(Check.FILLER, event, message, other=filler.id, mending=mending)


def _may_fill(schema: Schema, role: str, filler: Mention) -> bool:
    """Whether the schema names the filler's label for a role; roles open to all are no good guess."""
    known = schema.roles_by_name[role]
    return filler.label in known.fillers and not known.retired
