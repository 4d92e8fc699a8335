"""The kinds of things that formats cannot hold: what is counted of each, and how it is told."""

from collections.abc import Callable
from dataclasses import dataclass

from model.messages import Message
from storage.contents import Contents


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. ``count`` counts it in a project; None: it only shows while writing."""

    told: Callable[[int], Message]
    count: Callable[[Contents], int] | None = None


SOURCES = Kind(
    lambda count: Message(
        "{count} saved pages that are kept beside their texts",
        one="one saved page that is kept beside its text",
        count=count,
    ),
    lambda contents: contents.sources,
)
HISTORY = Kind(
    lambda count: Message(
        "{count} steps of the history, which can be undone in the project only",
        one="one step of the history, which can be undone in the project only",
        count=count,
    ),
    lambda contents: contents.steps,
)
ZONES = Kind(
    lambda count: Message("{count} zones of lines", one="one zone of a line", count=count),
    lambda contents: contents.zones,
)
EVENTS = Kind(
    lambda count: Message("{count} events with their roles", one="one event with its roles", count=count),
    lambda contents: contents.events,
)
IDLE_MENTIONS = Kind(
    lambda count: Message(
        "{count} mentions that play no role in an event", one="one mention that plays no role in an event", count=count
    ),
    lambda contents: contents.idle,
)
IDENTITIES = Kind(
    lambda count: Message(
        "{count} links of mentions to identities", one="one link of a mention to an identity", count=count
    ),
    lambda contents: contents.identified,
)
VALUES = Kind(
    lambda count: Message(
        "normalised values of {count} mentions", one="the normalised value of one mention", count=count
    ),
    lambda contents: contents.valued,
)
ATTRIBUTES = Kind(
    lambda count: Message("attributes of {count} annotations", one="attributes of one annotation", count=count),
    lambda contents: contents.described,
)
NOTES = Kind(
    lambda count: Message("notes on {count} annotations", one="the note on one annotation", count=count),
    lambda contents: contents.noted,
)
MENTION_ATTRIBUTES = Kind(ATTRIBUTES.told, lambda contents: contents.described_mentions)
MENTION_NOTES = Kind(NOTES.told, lambda contents: contents.noted_mentions)
DECISIONS = Kind(
    lambda count: Message(
        "{count} decisions on suggestions, rejections included", one="one decision on a suggestion", count=count
    ),
    lambda contents: contents.decisions,
)
PROVENANCE = Kind(
    lambda count: Message(
        "who made {count} annotations, when and from what",
        one="who made one annotation, when and from what",
        count=count,
    ),
    lambda contents: contents.mentions + contents.events,
)
METADATA = Kind(
    lambda count: Message(
        "title, date, outlet and further facts of {count} articles",
        one="title, date, outlet and further facts of one article",
        count=count,
    ),
    lambda contents: contents.articles,
)
TEXTS = Kind(
    lambda count: Message("the texts of {count} articles", one="the text of one article", count=count),
    lambda contents: contents.articles,
)
LAYOUT = Kind(
    lambda count: Message(
        "white space, line ends and offsets of {count} articles",
        one="white space, line ends and offsets of one article",
        count=count,
    ),
    lambda contents: contents.articles,
)
PIECES = Kind(
    lambda count: Message(
        "{count} discontinuous mentions, written as one mention a piece",
        one="one discontinuous mention, written as one mention a piece",
        count=count,
    ),
    lambda contents: contents.discontinuous,
)
CUT_WORDS = Kind(
    lambda count: Message(
        "{count} words, cut where a mention begins or ends inside them",
        one="one word, cut where a mention begins or ends inside it",
        count=count,
    )
)
BLANK_EDGES = Kind(
    lambda count: Message(
        "white space at the edges of {count} mentions", one="white space at the edge of one mention", count=count
    )
)
WORDLESS = Kind(
    lambda count: Message(
        "{count} mentions that cover white space only", one="one mention that covers white space only", count=count
    )
)
SURROGATES = Kind(
    lambda count: Message(
        "{count} halves of surrogate pairs, written as replacement characters",
        one="half a surrogate pair, written as a replacement character",
        count=count,
    )
)
NAMES = Kind(
    lambda count: Message(
        "{count} labels, roles or attributes with characters that the format does not allow, written with _ instead",
        one="one label, role or attribute with characters that the format does not allow, written with _ instead",
        count=count,
    )
)
GUARDED = Kind(
    lambda count: Message(
        "{count} cells that spreadsheets would take for formulas, written with an apostrophe before them",
        one="one cell that spreadsheets would take for a formula, written with an apostrophe before it",
        count=count,
    )
)
