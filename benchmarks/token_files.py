"""Files of one token a line with tags behind it, an empty line between sentences, as lessons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from model.annotation import Mention, Provenance, Zone
from model.article import Article, text_digest
from model.suggest.learner.lesson import Lesson
from model.text.span import Span

_NOBODY = Provenance("", datetime(1970, 1, 1, tzinfo=UTC))
_OUTSIDE = "O"

Sentence = list[tuple[str, list[str]]]
"""Words with their tags, B-LABEL or I-LABEL for each mention they belong to."""


def read_lessons(path: Path, *, sentences: int) -> list[Lesson]:
    """Every so many sentences as one article, all of it confirmed; the words are joined by spaces."""
    read = list(_sentences(path))
    parts = [read[start : start + sentences] for start in range(0, len(read), sentences)]
    return [_lesson(f"{path.stem}{number:04d}", part) for number, part in enumerate(parts)]


def _sentences(path: Path) -> Iterator[Sentence]:
    sentence: Sentence = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) > 1:
            sentence.append((parts[0], [tag for tag in parts[1:] if tag != _OUTSIDE]))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


@dataclass
class _Open:
    label: str
    start: int
    end: int


def _lesson(name: str, sentences: Sequence[Sentence]) -> Lesson:
    text, found = "", list[_Open]()
    for sentence in sentences:
        running = list[_Open]()
        for word, tags in sentence:
            start, text = len(text), text + word
            running = _continued(running, tags, start, len(text), found)
            text += " "
        text = text[:-1] + "\n"
    article = Article(name, text, text_digest(text), name=name)
    whole = Span(0, len(text))
    mentions = tuple(
        Mention(f"{name}-{number}", name, one.label, (Span(one.start, one.end),), text[one.start : one.end], _NOBODY)
        for number, one in enumerate(found)
    )
    return Lesson(article, None, (Zone(name, whole, "body"),), mentions, (), (), (whole,))


def _continued(running: list[_Open], tags: Sequence[str], start: int, end: int, found: list[_Open]) -> list[_Open]:
    """The mentions that go on in a word, or begin there, which are added to ``found``."""
    going = list[_Open]()
    for tag in tags:
        part, _, label = tag.partition("-")
        earlier = next((one for one in running if one.label == label and one not in going), None)
        if part == "I" and earlier is not None:
            earlier.end = end
            going.append(earlier)
        else:
            one = _Open(label, start, end)
            found.append(one)
            going.append(one)
    return going
