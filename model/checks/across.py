"""Checks that compare an article with how the whole project tags the same texts."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from model.annotation import Annotation, Mention
from model.article import Article
from model.checks.finding import Act, Check, Finding, Mending
from model.checks.usage import Usage
from model.decision import Verdict
from model.messages import Message
from model.schema.schema import Schema
from model.sheet import Sheet
from model.text.clitics import readings
from model.text.folding import fold
from model.text.span import Span
from model.text.tokens import Token, tokenize

_RARE, _RARE_AMONG = 2, 200
"""A label is rare when it is used at most so often among at least so many annotations."""
_OUTER = re.compile(r"^[\s.,،؛:!؟?»)\]]+|[\s.,،؛:!؟?«(\[-]+$")
"""Signs that neither open nor close a tag. What closes stays at the end: it may belong to what opens within."""
_CLITICS = "وفبلك"
_LONGEST_NAME = 8
"""Words of the longest name that is looked for."""


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def labels_differ(sheet: Sheet, schema: Schema, usage: Usage) -> Iterator[Finding]:
    """Mentions whose text has another label more often."""
    for mention in sheet.mentions.values():
        usual, own = usage.usual(_folded(mention.text)), schema.mention_labels.get(mention.label)
        if usual is None or own is None or usual[0] == mention.label:
            continue
        other, count = schema.mention_labels.get(usual[0]), usage.count(_folded(mention.text), mention.label)
        if other is None or (own.valued and other.valued):
            continue
        message = Message("{label} here, {other} more often", label=mention.label, other=usual[0])
        mending = Mending(Act.RELABEL, usual[0]) if usual[1] > count and not other.retired else None
        yield Finding(
            Check.LABELS_DIFFER, mention.article_id, mention.hull, mention.text, message, mention.id, None, mending
        )


def edges(article: Article, sheet: Sheet, schema: Schema, usage: Usage) -> Iterator[Finding]:
    """Mentions whose edges differ from those that the same name mostly has: a clitic, the article, or a title more."""
    for mention in sheet.mentions.values():
        label = schema.mention_labels.get(mention.label)
        if len(mention.fragments) == 1 and label is not None and not label.valued:
            found = _better_edges(article.text, mention, usage)
            if found is not None:
                span, message = found
                mending = Mending(Act.MOVE_EDGES, fragments=(span,))
                yield Finding(Check.EDGES, article.id, mention.hull, mention.text, message, mention.id, None, mending)


def _better_edges(text: str, mention: Mention, usage: Usage) -> tuple[Span, Message] | None:
    span = mention.hull
    bare = _OUTER.sub("", mention.text)
    if bare and bare != mention.text and bare in mention.text:
        at = span.start + mention.text.index(bare)
        return Span(at, at + len(bare)), Message("begins or ends with a sign or a space")
    own = usage.count(_folded(mention.text), mention.label)
    if mention.text[0] in _CLITICS and _more(usage, mention.text[1:], mention.label, own):
        return Span(span.start + 1, span.end), Message("without {clitic} more often", clitic=mention.text[0])
    if text[max(0, span.start - 2) : span.start] == "ال" and _more(usage, f"ال{mention.text}", mention.label, own):
        return Span(span.start - 2, span.end), Message("with the article more often")
    title, _, rest = mention.text.partition(" ")
    usual = usage.usual(_folded(title))
    if rest.strip() and usual is not None and usual[0] != mention.label and _more(usage, rest, mention.label, own):
        start = span.end - len(rest.lstrip())
        return Span(start, span.end), Message("without “{title}” more often", title=title)
    return None


def _more(usage: Usage, text: str, label: str, own: int) -> bool:
    return usage.count(_folded(text), label) > own


def rare(sheet: Sheet, usage: Usage) -> Iterator[Finding]:
    """Annotations whose label hardly anything has."""
    pairs: tuple[tuple[Mapping[str, Annotation], Counter[str]], ...] = (
        (sheet.mentions, usage.labels),
        (sheet.events, usage.events),
    )
    for records, counts in pairs:
        for record in records.values():
            if counts.total() >= _RARE_AMONG and counts[record.label] <= _RARE:
                message = Message(
                    "{label} is used {count} times", one="{label} is used once", label=record.label,
                    count=counts[record.label],
                )  # fmt: skip
                yield Finding(Check.RARE, record.article_id, record.hull, record.text, message, record.id)


class Names:
    """Looks for the texts that want their tag wherever they stand."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._first = {folded.split(" ", 1)[0] for folded in names}

    def bare(self, article: Article, sheet: Sheet) -> Iterator[Finding]:
        """Places of the names that no tag touches and where the same was not rejected."""
        covered = [span for mention in sheet.mentions.values() for span in mention.fragments]
        covered += [span for event in sheet.events.values() for span in event.fragments]
        refused = {one.folded for one in sheet.decisions.values() if one.verdict is Verdict.REJECT}
        tokens = tokenize(article.text)
        at = 0
        while at < len(tokens):
            found = self._at(article.text, tokens, at)
            if found is None:
                at += 1
                continue
            span, folded, words = found
            at += words
            if folded in refused or any(span.overlaps(one) for one in covered):
                continue
            label = self._names[folded]
            message = Message("has the type {label} elsewhere", label=label)
            mending = Mending(Act.TAG, label, fragments=(span,))
            yield Finding(Check.BARE, article.id, span, span.of(article.text), message, mending=mending)

    def _at(self, text: str, tokens: tuple[Token, ...], at: int) -> tuple[Span, str, int] | None:
        """The longest name that begins with a token, with or without the clitics before it."""
        if not tokens[at].is_word:
            return None
        for reading in readings(tokens[at], enclitics=False):
            if reading.key not in self._first:
                continue
            for words in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
                last = tokens[at + words - 1]
                folded = " ".join([reading.key, *(token.folded for token in tokens[at + 1 : at + words])])
                if folded in self._names and "\n" not in text[reading.span.start : last.span.end]:
                    end = last.span.end if words > 1 else reading.span.end
                    return Span(reading.span.start, end), folded, words
        return None


def bare_names(schema: Schema, usage: Usage) -> Names:
    """The search for names of this project without a tag."""
    return Names(usage.names(schema))
