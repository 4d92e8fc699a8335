"""One act at many places of many articles: one operation, worked out page by page on what each page holds by then."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from model.annotation import Annotation, Event, Identity
from model.messages import Message
from model.operation import Change, Operation
from model.operations import answers, edits
from model.operations.author import Author
from model.sheet import Sheet, apply
from model.suggestion import SuggestedEvent, Suggestion, SuggestionSet
from model.text.span import Fragments, Span, covered_text


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in an article, and the tag or suggestion that was seen there, if one was."""

    article_id: str
    span: Span
    tag_id: str | None = None


@dataclass(frozen=True)
class Page:
    """What an act at a spot may look at."""

    text: str
    sheet: Sheet
    suggestions: SuggestionSet

    def annotation(self, tag_id: str | None) -> Annotation | None:
        """The annotation with an id, or the one made of the suggestion with this id."""
        standing = self.sheet.mentions.get(tag_id or "") or self.sheet.events.get(tag_id or "")
        if standing is not None or tag_id is None:
            return standing
        every: list[Annotation] = [*self.sheet.mentions.values(), *self.sheet.events.values()]
        return next((one for one in every if one.provenance.suggestion_id == tag_id), None)

    def open_suggestion(self, tag_id: str | None) -> Suggestion | None:
        """The suggestion with an id, unless it is decided."""
        found = (one for one in self.suggestions.in_reading_order if one.id == tag_id)
        suggestion = next(found, None)
        return None if suggestion is None or self.sheet.decision_on(suggestion.id) is not None else suggestion

    def suggestions_on(self, fragments: Fragments, *, event: bool) -> Iterator[Suggestion]:
        """The open suggestions of a kind on exactly these fragments."""
        of_kind = self.suggestions.events if event else self.suggestions.mentions
        return (one for one in of_kind if one.fragments == fragments and self.sheet.decision_on(one.id) is None)


SpotAct = Callable[[Page, Spot, Author], Operation | None]
"""What is done at one spot; None where there is nothing to do."""


@dataclass(frozen=True, slots=True)
class TagSpots:
    """Gives each spot a label: what is there is accepted, corrected or relabelled, else a tag is made."""

    label: str
    event: bool

    @property
    def name(self) -> str:
        """The name of the operation."""
        return "tag_spots"

    def title(self, count: int) -> Message:
        """What it does to so many spots."""
        return Message("Tag {count} places: {label}", one="Tag one place: {label}", count=count, label=self.label)

    def at(self, page: Page, spot: Spot, author: Author) -> Operation | None:
        """The operation at one spot."""
        annotation, suggestion = page.annotation(spot.tag_id), page.open_suggestion(spot.tag_id)
        if annotation is not None and isinstance(annotation, Event) is self.event:
            return self._relabelled(page, annotation, author)
        fragments = annotation.fragments if annotation is not None else (spot.span,)
        if suggestion is not None and isinstance(suggestion, SuggestedEvent) is self.event:
            return self._answered(page, suggestion, author)
        if self._stands(page, fragments):
            return None
        on_place = sorted(page.suggestions_on(fragments, event=self.event), key=lambda one: one.label != self.label)
        if on_place:
            return self._answered(page, on_place[0], author)
        add = edits.add_event if self.event else edits.add_mention
        return add(page.sheet, self.label, fragments, covered_text(page.text, fragments), author)

    def _stands(self, page: Page, fragments: Fragments) -> bool:
        of_kind = page.sheet.events if self.event else page.sheet.mentions
        return any(one.label == self.label and one.fragments == fragments for one in of_kind.values())

    def _relabelled(self, page: Page, annotation: Annotation, author: Author) -> Operation | None:
        if annotation.label == self.label or self._stands(page, annotation.fragments):
            return None
        return edits.relabel(page.sheet, annotation, self.label, author)

    def _answered(self, page: Page, suggestion: Suggestion, author: Author) -> Operation | None:
        if suggestion.label == self.label:
            return answers.accept(page.sheet, suggestion, page.suggestions, author)
        if self._stands(page, suggestion.fragments):
            return None
        return answers.correct(page.sheet, suggestion, page.suggestions, author, label=self.label)


@dataclass(frozen=True, slots=True)
class RemoveSpots:
    """Deletes the tags that were seen at the spots, and rejects the suggestions."""

    name = "remove_spots"

    def title(self, count: int) -> Message:
        """What it does to so many spots."""
        return Message("Delete or reject {count} tags", one="Delete or reject one tag", count=count)

    def at(self, page: Page, spot: Spot, author: Author) -> Operation | None:
        """The operation at one spot."""
        annotation, suggestion = page.annotation(spot.tag_id), page.open_suggestion(spot.tag_id)
        if annotation is not None:
            return edits.delete(page.sheet, (annotation,), author)
        return None if suggestion is None else answers.reject(page.sheet, suggestion, author)


@dataclass(frozen=True, slots=True)
class AcceptSpots:
    """Accepts the suggestions that were seen at the spots, each with its own label."""

    name = "accept_spots"

    def title(self, count: int) -> Message:
        """What it does to so many spots."""
        return Message("Accept {count} suggestions", one="Accept one suggestion", count=count)

    def at(self, page: Page, spot: Spot, author: Author) -> Operation | None:
        """The operation at one spot."""
        suggestion = page.open_suggestion(spot.tag_id)
        return None if suggestion is None else answers.accept(page.sheet, suggestion, page.suggestions, author)


AtSpots = TagSpots | RemoveSpots | AcceptSpots


def at_spots(act: AtSpots, pages: Iterable[Page], spots: Sequence[Spot], author: Author) -> Operation | None:
    """One operation that does an act at all spots of the pages; None where nothing is left to do.

    The state of the articles stays: nobody has read them for this.
    """
    by_article: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_article[spot.article_id].append(spot)
    changes: list[Change] = []
    made: dict[str, Identity] = {}
    count = 0
    for page in pages:
        sheet = page.sheet
        if made:
            sheet = replace(sheet, identities=MappingProxyType({**sheet.identities, **made}))
        for spot in by_article[sheet.article_id]:
            done = act.at(replace(page, sheet=sheet), spot, author)
            if done is not None and done.changes:
                sheet = apply(sheet, done)
                changes += done.changes
                count += 1
                made.update((c.after.id, c.after) for c in done.changes if isinstance(c.after, Identity))
    return author.does(act.name, act.title(count), changes) if changes else None
