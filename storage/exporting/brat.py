"""brat standoff: a folder with a pair of .txt and .ann for each article, and annotation.conf.

The .txt is the text unchanged in UTF-8 and offsets are its code points, as brat counts. A span that runs over a line
break becomes a discontinuous one, since brat's lines are its rows. Mentions and triggers are T, events E with roles
numbered from the second of a kind on, attributes A, identities N (``Identity … Tawsim:key``) and, where mentions of
one article share one, the equivalence ``*``; notes, values and modifiers are # lines.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from model.annotation import Annotation, Event, Mention
from model.schema.schema import Schema
from model.text.span import Fragments, Span
from storage.exporting import losses
from storage.exporting.names import FileNames, as_word, encodable
from storage.exporting.report import Losses
from storage.exporting.sheets import AnnotatedArticle
from storage.exporting.writing import Writing

_BREAKS = re.compile(r"[\n\r\t\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def write_brat(writing: Writing) -> None:
    """Fill a folder."""
    names = FileNames()
    configuration = "\n".join(_configuration(writing.project.schema)) + "\n"
    (writing.path / "annotation.conf").write_bytes(configuration.encode())
    for one in writing.articles:
        name = names.of(one.article.name or one.article.title)
        text, replaced = encodable(one.article.text)
        writing.losses.add(losses.SURROGATES, replaced)
        lines = "".join(f"{line}\n" for line in _Standoff(one, text, writing.losses).lines())
        (writing.path / f"{name}.txt").write_bytes(text.encode())
        (writing.path / f"{name}.ann").write_bytes(encodable(lines)[0].encode())


class _Standoff:
    """The lines of one article's annotations."""

    def __init__(self, one: AnnotatedArticle, text: str, lost: Losses) -> None:
        self._sheet = one.sheet
        self._text = text
        self._lost = lost
        self._counts: Counter[str] = Counter()
        self._mentions: dict[str, str] = {}

    def lines(self) -> Iterator[str]:
        """All lines, what others point at first."""
        for mention in self._sheet.mentions.values():
            yield from self._of_mention(mention)
        for event in self._sheet.events.values():
            yield from self._of_event(event)
        yield from self._equivalences()

    def _next(self, kind: str) -> str:
        self._counts[kind] += 1
        return f"{kind}{self._counts[kind]}"

    def _word(self, label: str) -> str:
        word = as_word(label)
        if word != label:
            self._lost.add(losses.NAMES)
        return word

    def _of_mention(self, mention: Mention) -> Iterator[str]:
        spans = on_single_lines(self._text, mention.fragments)
        if not spans:
            self._lost.add(losses.WORDLESS)
            return
        number = self._mentions[mention.id] = self._next("T")
        yield self._textbound(number, mention, spans)
        identity = self._sheet.identities.get(mention.identity_id or "")
        if identity is not None:
            key = re.sub(r"\s", "_", identity.key)
            name = _BREAKS.sub(" ", identity.name or identity.key)
            yield f"{self._next('N')}\tIdentity {number} Tawsim:{key}\t{name}"
        yield from self._about(number, mention)
        for kind, value in (("Value", mention.value), ("Modifier", mention.modifier)):
            if value is not None:
                yield self._note(kind, number, value)

    def _of_event(self, event: Event) -> Iterator[str]:
        spans = on_single_lines(self._text, event.fragments)
        if not spans:
            self._lost.add(losses.WORDLESS)
            return
        trigger, number = self._next("T"), self._next("E")
        yield self._textbound(trigger, event, spans)
        roles: Counter[str] = Counter()
        parts = [f"{as_word(event.label)}:{trigger}"]
        for argument in event.arguments:
            if argument.mention_id in self._mentions:
                role = self._word(argument.role)
                roles[role] += 1
                nth = roles[role] if roles[role] > 1 else ""
                parts.append(f"{role}{nth}:{self._mentions[argument.mention_id]}")
        yield f"{number}\t{' '.join(parts)}"
        yield from self._about(number, event)

    def _textbound(self, number: str, annotation: Annotation, spans: Fragments) -> str:
        places = ";".join(f"{span.start} {span.end}" for span in spans)
        covered = " ".join(span.of(self._text) for span in spans)
        return f"{number}\t{self._word(annotation.label)} {places}\t{covered}"

    def _about(self, number: str, annotation: Annotation) -> Iterator[str]:
        for name, value in annotation.attributes:
            yield f"{self._next('A')}\t{self._word(name)} {number} {self._word(value)}"
        if annotation.note:
            yield self._note("AnnotatorNotes", number, annotation.note)

    def _note(self, kind: str, number: str, value: str) -> str:
        return f"{self._next('#')}\t{kind} {number}\t{_BREAKS.sub(' ', value)}"

    def _equivalences(self) -> Iterator[str]:
        sharing: dict[str, list[str]] = defaultdict(list)
        for mention in self._sheet.mentions.values():
            if mention.identity_id is not None and mention.id in self._mentions:
                sharing[mention.identity_id].append(self._mentions[mention.id])
        for numbers in sharing.values():
            if len(numbers) > 1:
                yield f"*\tEquiv {' '.join(numbers)}"


def on_single_lines(text: str, fragments: Fragments) -> Fragments:
    """The fragments without the line breaks and tabs in them."""
    return tuple(piece for span in fragments for piece in _between_breaks(text, span))


def _between_breaks(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for found in _BREAKS.finditer(text, span.start, span.end):
        if found.start() > start:
            yield Span(start, found.start())
        start = found.end()
    if start < span.end:
        yield Span(start, span.end)


def _configuration(schema: Schema) -> Iterator[str]:
    """annotation.conf: what brat needs to show the annotations."""
    yield "[entities]"
    yield from (as_word(label.name) for label in schema.mentions)
    yield from ("[relations]", "Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive", "[events]")
    for event in schema.events:
        roles = ", ".join(f"{as_word(role)}*:<ENTITY>" for role in event.roles)
        yield f"{as_word(event.name)}\t{roles}" if roles else as_word(event.name)
    yield "[attributes]"
    for attribute in schema.attributes:
        values = "|".join(as_word(value) for value in attribute.values)
        yield f"{as_word(attribute.name)}\tArg:<ANY>, Value:{values}"
