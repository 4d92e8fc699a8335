"""Which mention of a sentence fills which role of an event: features of the pair, judged by a classifier."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from model.suggest.events.governors import PREPOSITIONS
from model.suggest.learner.analysis import Analysis
from model.suggest.learner.shapes import core, lexicon_flags
from model.suggestion import SuggestedArgument
from model.text.span import Span

NONE = "-"
_DISTANCES = (1, 2, 3, 5, 8, 12, 20)
_SHORT_PATH = 5
"""Fewer tokens between event and mention are a feature word by word."""
_CLITICS = "بلك"
_STOPS = frozenset('،,:؛."«»()')


@dataclass(frozen=True, slots=True)
class Filler:
    """A mention that may fill a role."""

    id: str
    label: str
    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class Deed:
    """An event whose roles are to be filled; ``opinions`` are the arguments that the rules see, by mention id."""

    label: str
    at: int
    opinions: dict[str, SuggestedArgument] = field(default_factory=dict)
    judged: bool = True
    """Whether the rules see the event at all."""


class Scene:
    """The events and mentions of one sentence."""

    def __init__(self, analysis: Analysis, sentence: range, deeds: Sequence[Deed], fillers: Sequence[Filler]) -> None:
        self.deeds = deeds
        self.fillers = [filler for filler in fillers if filler.first in sentence]
        self._analysis = analysis
        self._sentence = sentence
        self._triggers = frozenset(deed.at for deed in deeds)
        self._outer = {
            at: filler
            for filler in sorted(self.fillers, key=lambda one: one.last - one.first)
            for at in range(filler.first, filler.last + 1)
        }
        self._governors = {filler.id: self._governor(filler) for filler in self.fillers}

    def pairs(self) -> Iterator[tuple[Deed, Filler, list[str]]]:
        """Every event with every mention, and what speaks for its roles."""
        for deed in self.deeds:
            for filler in self.fillers:
                yield deed, filler, list(self._features(deed, filler))

    def _governor(self, filler: Filler) -> str:
        """The preposition before the mention, or what else stands there."""
        opening = self._analysis.tokens[filler.first]
        lead = self._analysis.folded[filler.first][: filler.span.start - opening.span.start]
        if lead[-1:] in _CLITICS and lead:
            return lead[-1]
        if filler.first == self._sentence.start:
            return "^"
        before = self._analysis.folded[filler.first - 1]
        plain = before[1:] if before[:1] in "وف" and before[1:] in PREPOSITIONS else before
        governor = PREPOSITIONS.get(plain) or (before if before in _STOPS else "")
        return f"{governor}{'و' if lead.startswith('و') else ''}"

    def _features(self, deed: Deed, filler: Filler) -> Iterator[str]:
        folded = self._analysis.folded
        after = filler.first > deed.at
        low, high = (deed.at + 1, filler.first) if after else (filler.last + 1, deed.at)
        between = range(low, high)
        side = "after" if after else "over" if filler.first <= deed.at <= filler.last else "before"
        distance = bisect_left(_DISTANCES, len(between))
        governor, outer = self._governors[filler.id], self._outer[filler.first]
        nested = outer.label if outer is not filler else "top"
        trigger = core(folded[deed.at])
        opinion = deed.opinions.get(filler.id)
        role = opinion.role if opinion else "none" if deed.judged else "unjudged"
        met = self._met(filler, between)
        yield f"rule={role}"
        yield f"rule={role}|{deed.label}"
        yield f"rule={role}|{filler.label}|{nested}"
        if opinion is not None:
            yield f"why={opinion.reason.template}|{opinion.role}"
        else:
            taken = sorted({one.role for one in deed.opinions.values()})
            yield f"others={','.join(taken)}"
            yield f"others={','.join(taken)}|{filler.label}|{side}"
        base = f"{filler.label}|{nested}"
        yield f"{base}|{side}|{distance}"
        yield f"{base}|{deed.label}|{side}"
        yield f"{base}|{governor}|{side}"
        yield f"{deed.label}|{governor}|{filler.label}|{side}"
        yield f"{trigger}|{governor}|{side}"
        yield f"{trigger}|{filler.label}"
        yield f"{side}|{len(met)}|{','.join(met[:3])}|{filler.label}"
        triggers = sum(at in self._triggers for at in between)
        yield f"triggers{min(triggers, 3)}|{side}|{filler.label}"
        yield f"marks{min(sum(folded[at] in _STOPS for at in between), 3)}|{side}|{filler.label}"
        if len(between) < _SHORT_PATH:
            yield f"path={self._path(between)}|{side}|{filler.label}"
        yield f"{side}|first{self._is_nearest(filler, between)}|{filler.label}|{deed.label}"
        kind = [flag for flag in lexicon_flags(folded[deed.at]) if flag in ("verb", "saying")]
        yield f"{','.join(kind)}|{side}|{distance}|{filler.label}|{governor}"
        yield f"next={self._label_at(filler.last + 1)}|{filler.label}"
        yield f"last={self._label_at(filler.first - 1)}|{filler.label}"

    def _is_nearest(self, filler: Filler, between: range) -> bool:
        return not any(one.label == filler.label and one.first in between for one in self.fillers)

    def _met(self, filler: Filler, between: range) -> list[str]:
        """The labels of the outermost mentions between event and mention."""
        others = [one for one in self.fillers if one is not filler and one.first in between]
        return sorted({one.label for one in others if self._outer[one.first] is one})

    def _path(self, between: range) -> str:
        """The words between event and mention, prepositions by their sense, mentions as one sign."""
        folded = self._analysis.folded
        return " ".join("M" if at in self._outer else PREPOSITIONS.get(folded[at], core(folded[at])) for at in between)

    def _label_at(self, at: int) -> str:
        """The label of the mention at a token, or that a mark stands there."""
        if at in self._outer:
            return self._outer[at].label
        return "mark" if at in self._sentence and not self._analysis.tokens[at].is_word else ""
