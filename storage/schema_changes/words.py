"""What a change of the schema would do, in words for the terminal and the window."""

from collections.abc import Iterator

from model.messages import Message
from model.schema.changes.parts import Part
from storage.schema_changes.previews import Preview


def effects(preview: Preview) -> Iterator[Message]:
    """One line for each kind of record that the change reaches; one that says so where it reaches none."""
    counted = (
        (
            preview.articles,
            Message("{count} articles are touched", one="One article is touched", count=preview.articles),
        ),
        (preview.mentions, Message("{count} mentions change", one="One mention changes", count=preview.mentions)),
        (preview.events, Message("{count} events change", one="One event changes", count=preview.events)),
        (preview.arguments, Message("{count} arguments change", one="One argument changes", count=preview.arguments)),
        (preview.zones, Message("{count} lines change", one="One line changes", count=preview.zones)),
        (preview.decisions, Message("{count} decisions change", one="One decision changes", count=preview.decisions)),
        (
            preview.rejections,
            Message(
                "{count} remembered rejections change",
                one="One remembered rejection changes",
                count=preview.rejections,
            ),
        ),
        (
            preview.identities,
            Message("{count} identities change", one="One identity changes", count=preview.identities),
        ),
        (preview.removed, Message("{count} tags are deleted", one="One tag is deleted", count=preview.removed)),
        (
            preview.joined,
            Message(
                "{count} tags are joined with the same one at their place",
                one="One tag is joined with the same one at its place",
                count=preview.joined,
            ),
        ),
        (
            preview.taken_away,
            Message("{count} arguments are taken away", one="One argument is taken away", count=preview.taken_away),
        ),
    )
    found = [message for count, message in counted if count]
    yield from found or [Message("Nothing that was annotated changes.")]


def obstacles(preview: Preview) -> Iterator[Message]:
    """What stops the change, one line each."""
    for (event, role), count in sorted(preview.orphans.items()):
        yield Message(
            "{count} arguments with the role {role} in events of the type {event} would lose it.",
            one="One argument with the role {role} in an event of the type {event} would lose it.",
            count=count,
            role=role,
            event=event,
        )
    for (part, label), count in sorted(preview.in_use.items()):
        yield Message(
            "{label} ({part}) is in use {count} times and has no counterpart.",
            one="{label} ({part}) is in use once and has no counterpart.",
            label=label,
            part=_PART_WORDS[part],
            count=count,
        )


_PART_WORDS = {
    Part.MENTION: Message("mention"),
    Part.EVENT: Message("event"),
    Part.ROLE: Message("role"),
    Part.ZONE: Message("line"),
}
