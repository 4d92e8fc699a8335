"""Links: identities of mentions, arguments of events; and judgements on lines and articles."""

from collections.abc import Iterable
from dataclasses import replace

from model.annotation import Argument, Event, Identity, Mention, Zone
from model.article import ArticleState
from model.messages import Message
from model.operation import ArticleMark, Change, Operation
from model.operations.answers import identity_id
from model.operations.author import Author
from model.operations.draft import Draft, with_argument
from model.sheet import Sheet
from model.text.span import Span


def link(sheet: Sheet, mentions: Iterable[Mention], identity: Identity | None, author: Author) -> Operation:
    """Let mentions share an identity, made when it is new; None takes their identity away."""
    draft = Draft(sheet)
    if identity is not None and identity.id not in draft.identities:
        draft.put_identity(identity)
    linked = tuple(mentions)
    for mention in linked:
        draft.put_mention(replace(mention, identity_id=None if identity is None else identity.id))
    if identity is None:
        title = Message("Unlink {count} mentions", one="Unlink one mention", count=len(linked))
    else:
        title = Message("Link to {name}", name=identity.name or identity.key)
    return author.does("link", title, draft.changes())


def new_identity(key: str, label: str, name: str) -> Identity:
    """An identity for a key that no article knows yet."""
    return Identity(identity_id(key), key, label, name)


def add_argument(sheet: Sheet, event: Event, role: str, mention: Mention, author: Author) -> Operation:
    """Let a mention fill a role of an event."""
    draft = Draft(sheet)
    draft.put_event(with_argument(event, Argument(role, mention.id)))
    title = Message("{event} · {role}: {text}", event=event.text, role=role, text=mention.text)
    return author.does("add_argument", title, draft.changes())


def remove_argument(sheet: Sheet, event: Event, argument: Argument, author: Author) -> Operation:
    """Take a filler from a role of an event."""
    draft = Draft(sheet)
    kept = tuple(standing for standing in event.arguments if standing != argument)
    draft.put_event(replace(event, arguments=kept))
    title = Message("{event}: remove {role}", event=event.text, role=argument.role)
    return author.does("remove_argument", title, draft.changes())


def change_role(sheet: Sheet, event: Event, argument: Argument, role: str, author: Author) -> Operation:
    """Let the filler of one role of an event fill another one."""
    draft = Draft(sheet)
    changed = (replace(one, role=role) if one == argument else one for one in event.arguments)
    draft.put_event(replace(event, arguments=tuple(dict.fromkeys(changed))))
    title = Message("{event}: {before} → {after}", event=event.text, before=argument.role, after=role)
    return author.does("change_role", title, draft.changes())


def set_zone(sheet: Sheet, line: Span, zone: str, author: Author) -> Operation:
    """Say what a line of the page is."""
    judged = Zone(sheet.article_id, line, zone, author.annotator)
    title = Message("Line: {zone}", zone=zone)
    return author.does("set_zone", title, (Change(sheet.zones.get(judged.id), judged),))


def mark(sheet: Sheet, state: ArticleState, author: Author) -> Operation:
    """Set how far the work on an article has come."""
    change = Change(ArticleMark(sheet.article_id, sheet.state), ArticleMark(sheet.article_id, state))
    return author.does("mark", Message("Mark the article {state}", state=_STATES[state]), (change,))


_STATES = {
    ArticleState.NEW: Message("new"),
    ArticleState.STARTED: Message("started"),
    ArticleState.DONE: Message("done"),
    ArticleState.SKIPPED: Message("skipped"),
}
