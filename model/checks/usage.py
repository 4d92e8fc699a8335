"""How the whole project uses its labels: which texts have which, counted before the articles are looked through."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from model.schema.schema import Schema
from model.text.folding import fold

_SURE_TIMES, _SURE_SHARE = 2, 0.8
"""A text is a name that wants its tag everywhere when it has it so often, and mostly that one."""
_SHORTEST_NAME = 3
"""Letters of the shortest text that is looked for without a tag."""


@dataclass(frozen=True)
class Usage:
    """``texts``: by folded text, how often which mention label; ``events``: how often which event label."""

    texts: Mapping[str, Counter[str]]
    events: Counter[str]

    @classmethod
    def of(cls, mentions: Iterable[tuple[str, str, int]], events: Iterable[tuple[str, int]]) -> "Usage":
        """From texts with their mention labels and counts, and event labels with theirs."""
        texts: dict[str, Counter[str]] = defaultdict(Counter)
        for text, label, count in mentions:
            texts[" ".join(fold(text).split())][label] += count
        return cls(dict(texts), Counter(dict(events)))

    @cached_property
    def labels(self) -> Counter[str]:
        """How often each mention label is used."""
        found: Counter[str] = Counter()
        for counts in self.texts.values():
            found.update(counts)
        return found

    def usual(self, folded: str) -> tuple[str, int] | None:
        """The label that a text has most often, with how often; the first by name where two are even."""
        counts = self.texts.get(folded)
        return None if not counts else min(counts.items(), key=lambda item: (-item[1], item[0]))

    def count(self, folded: str, label: str) -> int:
        """How often a text has a label."""
        counts = self.texts.get(folded)
        return 0 if counts is None else counts[label]

    def names(self, schema: Schema) -> dict[str, str]:
        """The texts that want their tag wherever they stand, with its label; values (dates, numbers) are none."""
        found = {}
        for folded, counts in self.texts.items():
            label, times = min(counts.items(), key=lambda item: (-item[1], item[0]))
            known = schema.mention_labels.get(label)
            sure = times >= _SURE_TIMES and times >= _SURE_SHARE * counts.total()
            if sure and known is not None and not (known.valued or known.retired) and len(folded) >= _SHORTEST_NAME:
                found[folded] = label
        return found
