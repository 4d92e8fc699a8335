"""From a tag for each word (IOB, BIOES, or bare labels) to labelled stretches of text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from model.suggest.optional.found import Found

_OUTSIDE = frozenset({"O", "", "LABEL_0"})
_BEGINS, _ENDS = frozenset("BSU"), frozenset("ESLU")
_PREFIXES = frozenset("BIESLU")


@dataclass(frozen=True, slots=True)
class TaggedWord:
    """A word's place in the text, in code points, its tag as the model writes it, and how sure the model is."""

    start: int
    end: int
    tag: str
    score: float | None = None


@dataclass(slots=True)
class _Open:
    label: str
    words: list[TaggedWord] = field(default_factory=list)

    def found(self) -> Found:
        scores = [word.score for word in self.words if word.score is not None]
        mean = sum(scores) / len(scores) if scores else None
        return Found(self.words[0].start, self.words[-1].end, self.label, mean)


def stretches(words: Iterable[TaggedWord], text: str) -> Iterator[Found]:
    """The stretches in order, each with the mean score of its words; none goes over the end of a line."""
    opened: _Open | None = None
    for word in words:
        prefix, label = _parted(word.tag)
        goes_on = (
            opened is not None
            and label == opened.label
            and prefix not in _BEGINS
            and "\n" not in text[opened.words[-1].end : word.start]
        )
        if opened is not None and not goes_on:
            yield opened.found()
            opened = None
        if label:
            opened = opened or _Open(label)
            opened.words.append(word)
            if prefix in _ENDS:
                yield opened.found()
                opened = None
    if opened is not None:
        yield opened.found()


def _parted(tag: str) -> tuple[str, str]:
    """The prefix, empty for none, and the label, empty outside."""
    if tag in _OUTSIDE:
        return "", ""
    prefix, mark, label = tag.partition("-") if "-" in tag else tag.partition("_")
    return (prefix, label) if mark and prefix in _PREFIXES else ("", tag)
