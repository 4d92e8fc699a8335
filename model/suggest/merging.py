"""Suggestions of several suggesters brought together: checked against the text, duplicates settled, sorted."""

from collections.abc import Iterable, Set
from dataclasses import replace
from itertools import pairwise

from model.article import Article
from model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from model.text.span import Fragments, covered_text

TAKEN_BACK = 0.0
"""The score that tells that an earlier suggestion is none after all."""
_Place = tuple[Fragments, str]


def fault_of(suggestion: Suggestion, article: Article, known_mentions: Set[str]) -> str | None:
    """Why a suggestion cannot stand in this article, for developers of suggesters; None when it can."""
    fragments = suggestion.fragments
    if not fragments or any(left.end >= right.start for left, right in pairwise(fragments)):
        return f"{suggestion.label}: fragments out of order"
    place = f"{suggestion.label} {fragments[0].start}..{fragments[-1].end}"
    if fragments[-1].end > len(article.text):
        return f"{place}: outside the text"
    if suggestion.text != covered_text(article.text, fragments):
        return f"{place}: not the text there"
    if suggestion.article_id != article.id:
        return f"{place}: of another article"
    if not 0 <= suggestion.score <= 1:
        return f"{place}: score {suggestion.score}"
    if isinstance(suggestion, SuggestedEvent) and not known_mentions >= {
        part.mention_id for part in suggestion.arguments
    }:
        return f"{place}: an argument without its mention"
    return None


class Merger:
    """Collects suggestions. A later one with an earlier one's id revises it, one with the score 0 takes it back; of two
    with the same fragments and label the higher score stays (the earlier one on a tie), with the value and identity of
    the other where it has none."""

    def __init__(self) -> None:
        self._mentions: dict[_Place, SuggestedMention] = {}
        self._events: dict[_Place, SuggestedEvent] = {}
        self._stands_for: dict[str, str] = {}

    def add(self, suggestions: Iterable[Suggestion]) -> None:
        """Take in what one suggester proposes."""
        for suggestion in suggestions:
            place = (suggestion.fragments, suggestion.label)
            if suggestion.score == TAKEN_BACK and self._take_back(place, suggestion):
                continue
            if isinstance(suggestion, SuggestedMention):
                self._add_mention(place, suggestion)
            else:
                earlier = self._events.get(place)
                if earlier is None or earlier.id == suggestion.id or suggestion.score > earlier.score:
                    self._events[place] = suggestion

    def _take_back(self, place: _Place, suggestion: Suggestion) -> bool:
        """Drop what an earlier suggester proposed here under the same id; whether there was anything to drop."""
        standing: dict[_Place, SuggestedMention] | dict[_Place, SuggestedEvent] = self._events
        if isinstance(suggestion, SuggestedMention):
            standing = self._mentions
        earlier = standing.get(place)
        if earlier is None or earlier.id != suggestion.id:
            return False
        del standing[place]
        return True

    def _add_mention(self, place: _Place, mention: SuggestedMention) -> None:
        earlier = self._mentions.get(place)
        if earlier is None or earlier.id == mention.id:
            self._mentions[place] = mention
            return
        winner, loser = (mention, earlier) if mention.score > earlier.score else (earlier, mention)
        self._stands_for[loser.id] = winner.id
        self._mentions[place] = _completed(winner, loser)

    def mention_ids(self) -> set[str]:
        """The ids of all mentions taken in, those that gave way to a better one included."""
        return {mention.id for mention in self._mentions.values()} | set(self._stands_for)

    def mentions(self) -> tuple[SuggestedMention, ...]:
        """The mentions by start; at one start the longest first."""
        return tuple(sorted(self._mentions.values(), key=_order))

    def events(self) -> tuple[SuggestedEvent, ...]:
        """The events by start; their arguments point to mentions that stand, those of mentions left out are gone."""
        standing = frozenset(mention.id for mention in self._mentions.values())
        return tuple(sorted((self._settled(event, standing) for event in self._events.values()), key=_order))

    def _settled(self, event: SuggestedEvent, standing: Set[str]) -> SuggestedEvent:
        redirected = [replace(part, mention_id=self._standing(part.mention_id)) for part in event.arguments]
        kept = tuple(part for part in redirected if part.mention_id in standing)
        return event if kept == event.arguments else replace(event, arguments=kept)

    def _standing(self, mention_id: str) -> str:
        seen = set[str]()
        while mention_id in self._stands_for and mention_id not in seen:
            seen.add(mention_id)
            mention_id = self._stands_for[mention_id]
        return mention_id


def _completed(winner: SuggestedMention, loser: SuggestedMention) -> SuggestedMention:
    valued = winner if winner.value is not None else loser
    known = winner if winner.identity_key is not None else loser
    return replace(
        winner,
        value=valued.value,
        modifier=valued.modifier if winner.modifier is None else winner.modifier,
        identity_key=known.identity_key,
        identity_score=known.identity_score,
    )


def _order(suggestion: Suggestion) -> tuple[int, int, str]:
    hull = suggestion.hull
    return hull.start, -hull.end, suggestion.label
