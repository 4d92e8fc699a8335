"""Gold in CoNLL columns: a word a line, then one tag or several, an empty line after each sentence.

Columns are parted by tabs, or else by white space. Tags are IOB1, IOB2, BIOES or BILOU. A word in nested mentions has a
tag for each of them, as in Wojood and in Tawsim's own export; ``O`` columns beside others only fill up. The text
is built from the words: joined by spaces, a sentence a line. ``# newdoc id = NAME`` and ``-DOCSTART-`` open a page;
where a file has neither, so many sentences make a page as the caller says, named by the line they begin in.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from model.evaluation.evaluation import GoldDocument
from model.evaluation.layers import Layer
from model.gold_page import GoldPage, PageMention
from model.messages import Message
from model.text.span import Span
from storage.evaluating.gold_set import GoldSet, fault, read_text

_TAG = re.compile(r"O|[BIESLU]-\S+")
_OUTSIDE = "O"
_OPENING = "BSU"
_NEW_PAGE = re.compile(r"# newdoc id\s*=\s*(?P<name>.+)|-DOCSTART-(?:\s.*)?")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    tags: tuple[str, ...]


@dataclass(slots=True)
class _Page:
    """The sentences of one page, as they are read."""

    name: str
    sentences: list[list[_Word]] = field(default_factory=list)


def read_conll(paths: Sequence[Path], sentences_a_page: int) -> GoldSet:
    """All pages of files. Raises GoldError, with the line, for one that is no word with its tags."""
    pages = [page for path in paths for page in _pages(path, sentences_a_page)]
    flat = all(len(word.tags) <= 1 for page in pages for sentence in page.sentences for word in sentence)
    return GoldSet(tuple(map(_document, pages)), frozenset({Layer.MENTIONS}), own_labels=True, flat=flat)


def _pages(path: Path, sentences_a_page: int) -> Iterator[_Page]:
    named: Counter[str] = Counter()
    page: _Page | None = None
    sentence: list[_Word] = []
    marked = False
    for number, line in enumerate(_lines(path), start=1):
        opening = _NEW_PAGE.fullmatch(line)
        if opening is not None or not line.strip():
            sentence = []
            if opening is not None:
                if page is not None and page.sentences:
                    yield page
                marked = True
                page = _Page(_name(path, opening["name"], number, named))
            continue
        word = _word(path, number, line)
        if word is None:
            continue
        if not sentence and (page is None or (not marked and len(page.sentences) == sentences_a_page)):
            if page is not None:
                yield page
            page = _Page(_name(path, None, number, named))
        if not sentence and page is not None:
            page.sentences.append(sentence)
        sentence.append(word)
    if page is not None and page.sentences:
        yield page


def _lines(path: Path) -> Iterable[str]:
    return (line.removesuffix("\r") for line in read_text(path).split("\n"))


def _name(path: Path, given: str | None, number: int, named: Counter[str]) -> str:
    name = given.strip() if given else f"{path.stem}-{number}"
    named[name] += 1
    return name if named[name] == 1 else f"{name}-{named[name]}"


def _word(path: Path, number: int, line: str) -> _Word | None:
    """The word of a line; None for a comment."""
    columns = line.split("\t") if "\t" in line else line.split()
    word, tags = columns[0].strip(), [tag.strip() for tag in columns[1:]]
    if word and tags and all(map(_TAG.fullmatch, tags)):
        return _Word(word, tuple(tag for tag in tags if tag != _OUTSIDE))
    if line.startswith("#"):
        return None
    raise fault(path, number, Message("is no word with tags such as B-ORG, I-ORG or O: “{line}”", line=line[:80]))


def _document(page: _Page) -> GoldDocument:
    text = "\n".join(" ".join(word.text for word in sentence) for sentence in page.sentences)
    words, mentions, at = list[Span](), list[tuple[Span, str]](), 0
    for sentence in page.sentences:
        reader = _Sentence()
        for word in sentence:
            span = Span(at, at + len(word.text))
            words.append(span)
            reader.take(span, word.tags)
            at = span.end + 1
        mentions += reader.mentions()
    ordered = sorted(mentions, key=lambda one: (one[0].start, -one[0].end, one[1]))
    gold = tuple(
        PageMention(f"e{number}", (span,), span.of(text), label) for number, (span, label) in enumerate(ordered, 1)
    )
    return GoldDocument(GoldPage(page.name, None, len(text), (), gold), text, tuple(words))


class _Sentence:
    """Puts the mentions of one sentence together.

    A tag that continues belongs to the outermost mention of its label that is still open; without one, or where
    fewer are open, it begins one.
    """

    def __init__(self) -> None:
        self._open: defaultdict[str, list[Span]] = defaultdict(list)
        self._closed: list[tuple[Span, str]] = []

    def take(self, word: Span, tags: Iterable[str]) -> None:
        """The next word."""
        (
            continuing,
            opening,
        ) = Counter[str](), list[str]()
        for tag in tags:
            mark, label = tag[0], tag[2:]
            if mark in _OPENING:
                opening.append(label)
            else:
                continuing[label] += 1
        for label in {*self._open, *continuing}:
            going_on = self._open[label][: continuing[label]]
            self._closed += ((span, label) for span in self._open[label][continuing[label] :])
            self._open[label] = [Span(span.start, word.end) for span in going_on]
            opening += [label] * (continuing[label] - len(going_on))
        for label in opening:
            self._open[label].append(word)

    def mentions(self) -> list[tuple[Span, str]]:
        """All of them, at the end of the sentence."""
        return [*self._closed, *((span, label) for label, spans in self._open.items() for span in spans)]
