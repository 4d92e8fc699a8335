"""What can be seen of one line by itself: its words and marks, and which kinds of phrases cover them."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps

from model.suggest.zones.likeness import stems
from model.suggest.zones.vocabulary import Hit, hits, words_of
from model.text.folding import fold
from model.text.paragraphs import lines
from model.text.span import Span

_CLOSING = "\"'”’“»«›)]} \u00a0"
_SEPARATORS = re.compile(r"(?:^|\s)[|/\\»«›‹>·•●◂▸→←]+(?=\s|$)|[ \t\u00a0]{3,}|\t|\|")
_BULLET = re.compile(
    r"\s*(?:(?P<mark>[^\w\s\"'“”„«»‹›()\[\]#@+]{1,4})|\d{1,2}\s?[-.)ـ]|[^\W\d_][)\-]|\d{1,2}:\d{2}(?=[^\d\w]+[^\W\d_]+\W+[^\W\d_]+\W+\w))\s+\S"
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20|14)\d{2}(?!\d)")
NUMERIC_DATE = re.compile(r"(?<!\d)\d{1,4}[-/.\s]{1,3}\d{1,2}[-/.\s]{1,3}\d{2,4}(?!\d)")
_QUESTION = re.compile(r"\s*(?:س|سؤال|السؤال)\s*\d{0,2}\s*[:.)/-].*[?؟]\s*$")
_RULE = re.compile(r"[\W_]*")
_SPEAKER = re.compile(r"([^\W\d_]+(?: [^\W\d_]+){0,2}) ?: ?\S")
_SPEAKERS = 2
"""Speakers who speak more than once, from which a page holds a conversation."""
_LATIN = re.compile(r"[a-z]")
_ARABIC = re.compile(r"[ء-ي]")
PROSE_WITH_STOP = 8
"""Words from which a line with final punctuation is a paragraph; menus and headlines rarely have both."""
PROSE_WITH_COLON = 10
"""Words from which a line that ends with a colon is a paragraph leading over to a list; headings are shorter."""
LONG_LINE = 15
"""Words of a line that is a paragraph on a page whose paragraphs mostly lack final punctuation."""
PROSE_WITHOUT_STOP = 26
"""Words from which a line is a paragraph even without final punctuation; headlines are shorter."""


@dataclass(frozen=True)
class LineFeatures:
    """One line of a page. ``words`` are its folded words and numbers."""

    span: Span
    text: str
    words: tuple[str, ...] = field(repr=False)
    found: tuple[Hit, ...] = field(repr=False)
    unstopped: int = PROSE_WITHOUT_STOP
    """Words from which it is a paragraph even without final punctuation, as the page's manner has it."""
    turn: bool = False
    """Whether it is what someone says in a conversation."""

    @cached_property
    def count(self) -> int:
        """How many words and numbers it has."""
        return len(self.words)

    @cached_property
    def folded(self) -> str:
        """The line as a search key."""
        return fold(self.text).strip()

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words that carry meaning."""
        return stems(self.words)

    @cached_property
    def bare(self) -> str:
        """The line without brackets, quotes and spaces at its end."""
        return self.text.rstrip(_CLOSING)

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends with a full stop, a question or exclamation mark, closing quotes aside."""
        return self.bare.endswith((".", "!", "?", "؟", "…"))

    @cached_property
    def has_full_stop(self) -> bool:
        """Whether it ends with one full stop, as titles do not; they may end with two, or with another mark."""
        return self.bare.endswith(".") and not self.bare.endswith("..")

    @cached_property
    def is_question(self) -> bool:
        """Whether it ends with a question mark."""
        return self.bare.endswith(("?", "؟"))

    @cached_property
    def bulleted(self) -> bool:
        """Whether it begins as an item of a list: a mark, a number, a letter or a clock time before the words."""
        item = _BULLET.match(self.text)
        return item is not None and not (item["mark"] and self.text.rstrip().endswith(item["mark"]))

    @cached_property
    def separators(self) -> int:
        """Bars, slashes and arrows that stand alone, and runs of three or more spaces, as in menus."""
        return len(_SEPARATORS.findall(self.text.strip()))

    @cached_property
    def hashtags(self) -> int:
        """How many hashtags it has."""
        return self.text.count("#")

    @cached_property
    def symbols_only(self) -> bool:
        """Whether it has neither letter nor digit."""
        return _RULE.fullmatch(self.text) is not None

    @cached_property
    def latin_only(self) -> bool:
        """Whether it has Latin letters and no Arabic ones."""
        return bool(_LATIN.search(self.folded)) and not _ARABIC.search(self.folded)

    @cached_property
    def clocks(self) -> int:
        """How many clock times it shows."""
        return len(_CLOCK.findall(self.folded))

    @cached_property
    def has_year(self) -> bool:
        """Whether it shows a year of this or the last century, or a Hijri one."""
        return bool(_YEAR.search(self.folded) or NUMERIC_DATE.search(self.folded))

    @cached_property
    def prose(self) -> bool:
        """Whether it reads like a paragraph: many words, or fewer with final punctuation or with a colon at the end."""
        if self.ends_sentence:
            return self.count >= PROSE_WITH_STOP
        return self.count >= (PROSE_WITH_COLON if self.bare.endswith(":") else self.unstopped)

    @cached_property
    def paragraph(self) -> bool:
        """Prose that is neither a question of heading length nor an item of a list."""
        return self.turn or (
            self.prose and not self.bulleted and (not self.is_question or self.count >= self.unstopped)
        )

    @cached_property
    def asks(self) -> bool:
        """Whether it is the question of an interview or of questions and answers: «س: …؟»."""
        return _QUESTION.match(self.text) is not None

    @cached_property
    def _covered(self) -> Mapping[str, frozenset[int]]:
        places: dict[str, set[int]] = {}
        for hit in self.found:
            places.setdefault(hit.kind, set()).update(range(hit.start, hit.end))
        return {kind: frozenset(positions) for kind, positions in places.items()}

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return frozenset(place for place, word in enumerate(self.words) if word.isdigit())

    def has(self, *kinds: str) -> bool:
        """Whether it holds a phrase of one of these kinds."""
        return any(kind in self._covered for kind in kinds)

    def opens_with(self, *kinds: str) -> Hit | None:
        """The longest phrase of these kinds that the line begins with."""
        opening = [hit for hit in self.found if hit.start == 0 and hit.kind in kinds]
        return max(opening, key=lambda hit: hit.end, default=None)

    def share(self, *kinds: str, numbers: bool = False) -> float:
        """The share of its words that phrases of these kinds cover; numbers count as covered or not at all."""
        covered = {place for kind in kinds for place in self._covered.get(kind, ())}
        if numbers:
            return len(covered | self._numbers) / self.count if self.count else 0.0
        if not covered:
            return 0.0
        letters = self.count - len(self._numbers)
        return len(covered - self._numbers) / letters if letters else 0.0

    def kinds_count(self, kind: str) -> int:
        """How many phrases of a kind it holds."""
        return sum(hit.kind == kind for hit in self.found)


def page_features(text: str) -> list[LineFeatures]:
    """What can be seen of each line that is not empty, in the light of how the page ends its paragraphs."""
    found = _with_turns([features_of(text, span) for span in lines(text)])
    long = [line for line in found if line.count >= LONG_LINE]
    if sum(line.ends_sentence for line in long) * 2 >= len(long):
        return found
    return [replace(line, unstopped=LONG_LINE) for line in found]


def _with_turns(found: list[LineFeatures]) -> list[LineFeatures]:
    """«الضيف: …»: lines that open with one of the few speakers who open several of them are turns of a conversation."""
    speakers = [match[1] if (match := _SPEAKER.match(line.folded)) else "" for line in found]
    counts = Counter(speaker for speaker in speakers if speaker)
    if sum(count >= 2 for count in counts.values()) < _SPEAKERS:
        return found
    return [
        replace(line, turn=counts[speaker] >= 2) if speaker else line
        for line, speaker in zip(found, speakers, strict=True)
    ]


def features_of(text: str, span: Span) -> LineFeatures:
    """What can be seen of the line at this span by itself."""
    line = span.of(text)
    words = words_of(line)
    return LineFeatures(span, line, words, tuple(hits(words)))


def answered_once(test: Callable[[LineFeatures], bool]) -> Callable[[LineFeatures], bool]:
    """A test of a line whose answer is kept with the line: rules and signs ask the same again and again."""
    name = f"_{test.__name__}"

    @wraps(test)
    def answer(line: LineFeatures) -> bool:
        known: bool | None = line.__dict__.get(name)
        if known is None:
            known = line.__dict__[name] = test(line)
        return known

    return answer
