"""What was confirmed and rejected before, word for word, and how often the same words stood untagged."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from model.suggest.entities.page import stems
from model.text.span import Span
from model.text.tokens import Token

Words = tuple[str, ...]
"""Folded words; the first one without its proclitics."""


@dataclass(frozen=True, slots=True)
class Example:
    """Where words were confirmed with a label: the article's id and name, the place, the text as it stood."""

    article_id: str
    article: str
    span: Span
    text: str


@dataclass
class Record:
    """How one article tagged certain words: confirmed and rejected by label, and how often they occurred at all."""

    confirmed: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    seen: int = 0
    example: Example | None = None


@dataclass(frozen=True, slots=True)
class Recollection:
    """What other articles say of words, for one label."""

    confirmed: int = 0
    rejected: int = 0
    other: int = 0
    """Confirmed with another label."""
    seen: int = 0
    articles: int = 0


NOTHING_KNOWN = Recollection()


class Memory:
    """Records by words and by the number of the lesson they come from."""

    def __init__(self, records: Mapping[Words, dict[int, Record]]) -> None:
        self.records = records
        self._longest: dict[str, int] = {}
        self._cached: dict[Words, dict[str, Recollection]] = {}
        for words in records:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def matches(self, folded: Sequence[str]) -> Iterator[tuple[int, int, int, Words]]:
        """Known words among folded tokens: first and last token, letters before the words, the words."""
        for first, word in enumerate(folded):
            for reading in stems(word):
                longest = self._longest.get(reading.key, 0)
                for length in range(min(longest, len(folded) - first), 0, -1):
                    words = (reading.key, *folded[first + 1 : first + length])
                    if words in self.records:
                        yield first, first + length - 1, reading.lead, words

    def saw(self, words: Words, lesson: int) -> None:
        """Count that a lesson has known words, tagged or not."""
        self.records[words].setdefault(lesson, Record()).seen += 1

    def recall(self, words: Words, label: str, *, without: int | None = None) -> Recollection:
        """What lessons other than ``without`` say of the words as this label."""
        found = self._recollections(words, without)
        known = found.get(label)
        if known is not None:
            return known
        nothing = found.get("", NOTHING_KNOWN)
        return Recollection(0, 0, nothing.other, nothing.seen, 0)

    def labels(self, words: Words, *, without: int | None = None) -> tuple[str, ...]:
        """The labels that the words were confirmed with, the most frequent first."""
        found = self._recollections(words, without)
        return tuple(label for label, known in found.items() if known.confirmed)

    def _recollections(self, words: Words, without: int | None) -> dict[str, Recollection]:
        """By label, the most frequent first; under the empty label what there is for any other."""
        if without is not None or words not in self.records:
            return self._recollected(words, without)
        found = self._cached.get(words)
        if found is None:
            found = self._cached[words] = self._recollected(words, None)
        return found

    def _recollected(self, words: Words, without: int | None) -> dict[str, Recollection]:
        records = [record for lesson, record in self.records.get(words, {}).items() if lesson != without]
        if not records:
            return {}
        confirmed, rejected, articles = Counter[str](), Counter[str](), Counter[str]()
        for record in records:
            confirmed.update(record.confirmed)
            rejected.update(record.rejected)
            articles.update(record.confirmed.keys())
        seen, total = sum(record.seen for record in records), confirmed.total()
        ordered = sorted({*confirmed, *rejected}, key=lambda label: (-confirmed[label], label))
        found = {
            label: Recollection(confirmed[label], rejected[label], total - confirmed[label], seen, articles[label])
            for label in ordered
        }
        found[""] = Recollection(0, 0, total, seen, 0)
        return found


def key_of(tokens: Sequence[Token], first: int, last: int, lead: int) -> Words:
    """The words that tokens ``first`` to ``last`` are remembered by, ``lead`` original letters of the first cut off."""
    opening = tokens[first].folded
    head = opening[lead:]
    if head.startswith("ل") and opening[:lead].endswith("ل"):
        head = "ا" + head
    return (head or opening, *(token.folded for token in tokens[first + 1 : last + 1]))


def remember(tagged: Iterable[tuple[int, Words, str, bool, Example]]) -> dict[Words, dict[int, Record]]:
    """Records of ``(lesson, words, label, confirmed or rejected, place)``; occurrences are not counted yet."""
    records: dict[Words, dict[int, Record]] = defaultdict(dict)
    for lesson, words, label, confirmed, example in tagged:
        record = records[words].setdefault(lesson, Record())
        if confirmed:
            record.confirmed[label] += 1
            record.example = record.example or example
        else:
            record.rejected[label] += 1
    return dict(records)
