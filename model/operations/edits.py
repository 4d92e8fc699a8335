"""Edits of annotations: add, relabel, move edges, set values and attributes, note, delete."""

from collections.abc import Iterable
from dataclasses import replace

from model.annotation import Annotation, Attributes, Event, Mention, Provenance
from model.decision import Verdict
from model.identifiers import new_id
from model.messages import Message
from model.operation import Operation
from model.operations.author import Author
from model.operations.draft import Draft
from model.sheet import Sheet
from model.text.span import Fragments


def add_mention(sheet: Sheet, label: str, fragments: Fragments, text: str, author: Author) -> Operation:
    """Tag fragments, which cover ``text``, as a mention."""
    draft = Draft(sheet)
    draft.put_mention(Mention(new_id(), sheet.article_id, label, fragments, text, author.provenance()))
    return author.does("add_mention", Message("Tag {label}: {text}", label=label, text=text), draft.changes())


def add_event(
    sheet: Sheet, label: str, fragments: Fragments, text: str, author: Author, attributes: Attributes = ()
) -> Operation:
    """Tag fragments, which cover ``text``, as the trigger of an event."""
    draft = Draft(sheet)
    provenance = author.provenance()
    draft.put_event(Event(new_id(), sheet.article_id, label, fragments, text, provenance, attributes=attributes))
    return author.does("add_event", Message("Tag {label}: {text}", label=label, text=text), draft.changes())


def relabel(sheet: Sheet, annotation: Annotation, label: str, author: Author) -> Operation:
    """Give an annotation another label; when it came from a suggestion, that counts as a correction."""
    draft = Draft(sheet)
    _put(draft, replace(annotation, label=label, provenance=_touched(annotation, author)))
    _change_verdict(draft, annotation, Verdict.CORRECT, author)
    title = Message("{text}: {before} → {after}", text=annotation.text, before=annotation.label, after=label)
    return author.does("relabel", title, draft.changes())


def move_edges(sheet: Sheet, annotation: Annotation, fragments: Fragments, text: str, author: Author) -> Operation:
    """Let an annotation cover other fragments, which cover ``text``."""
    draft = Draft(sheet)
    _put(
        draft,
        replace(annotation, fragments=fragments, text=text, provenance=_touched(annotation, author)),
    )
    _change_verdict(draft, annotation, Verdict.CORRECT, author)
    title = Message("Edges: {before} → {after}", before=annotation.text, after=text)
    return author.does("move_edges", title, draft.changes())


def set_value(sheet: Sheet, mention: Mention, value: str | None, modifier: str | None, author: Author) -> Operation:
    """Give a mention another normalised value and TIMEX3 modifier."""
    draft = Draft(sheet)
    draft.put_mention(replace(mention, value=value, modifier=modifier, provenance=_touched(mention, author)))
    title = Message("Value of {text}: {value}", text=mention.text, value=value or "—")
    return author.does("set_value", title, draft.changes())


def set_attribute(sheet: Sheet, annotation: Annotation, name: str, value: str, author: Author) -> Operation:
    """Set one attribute of an annotation, such as the modality of an event."""
    draft = Draft(sheet)
    attributes = tuple(sorted({**dict(annotation.attributes), name: value}.items()))
    _put(draft, replace(annotation, attributes=attributes, provenance=_touched(annotation, author)))
    title = Message("{name} of {text}: {value}", name=name, text=annotation.text, value=value)
    return author.does("set_attribute", title, draft.changes())


def set_note(sheet: Sheet, annotation: Annotation, note: str, author: Author) -> Operation:
    """Write a note on an annotation; an empty one removes it."""
    draft = Draft(sheet)
    _put(draft, replace(annotation, note=note))
    return author.does("set_note", Message("Note on {text}", text=annotation.text), draft.changes())


def delete(sheet: Sheet, annotations: Iterable[Annotation], author: Author) -> Operation:
    """Remove annotations, arguments that point at them included; their suggestions count as rejected here."""
    draft = Draft(sheet)
    removed = tuple(annotations)
    for annotation in removed:
        if isinstance(annotation, Mention):
            draft.drop_mention(annotation.id)
        else:
            draft.drop_event(annotation.id)
        _change_verdict(draft, annotation, Verdict.REJECT, author)
    return author.does("delete", _title_of_deletion(removed), draft.changes())


def _title_of_deletion(removed: tuple[Annotation, ...]) -> Message:
    if len(removed) == 1:
        return Message("Delete: {text}", text=removed[0].text)
    return Message("Delete {count} tags", one="Delete one tag", count=len(removed))


def _put(draft: Draft, annotation: Annotation) -> None:
    if isinstance(annotation, Mention):
        draft.put_mention(annotation)
    else:
        draft.put_event(annotation)


def _touched(annotation: Annotation, author: Author) -> Provenance:
    """The annotation still comes from its suggestion; the hand and the time are the last ones."""
    return replace(annotation.provenance, annotator=author.annotator, at=author.at, duration_ms=author.duration_ms)


def _change_verdict(draft: Draft, annotation: Annotation, verdict: Verdict, author: Author) -> None:
    provenance = annotation.provenance
    if provenance.suggestion_id is None:
        return
    standing = draft.decision_on(provenance.suggestion_id)
    if standing is None:
        return
    draft.put_decision(
        replace(
            standing,
            id=new_id(),
            verdict=verdict,
            annotator=author.annotator,
            at=author.at,
            duration_ms=author.duration_ms,
        )
    )
