"""Answers to suggestions: accept, correct, reject, skip, take back, and accept many at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from model.annotation import Argument, Event, Identity, Mention
from model.decision import Decision, Scope, Verdict
from model.identifiers import derived_id, new_id
from model.messages import Message
from model.operation import Change, Operation
from model.operations.author import Author
from model.operations.draft import Draft, with_argument
from model.sheet import Sheet
from model.suggestion import SuggestedEvent, SuggestedMention, Suggestion, SuggestionSet
from model.text.folding import fold
from model.text.span import Fragments

_LEAST_LINK_SCORE = 0.5
"""Accepting a mention links it to the proposed identity unless that is more likely wrong than right."""


def accept(sheet: Sheet, suggestion: Suggestion, suggestions: SuggestionSet, author: Author) -> Operation:
    """Make an annotation of a suggestion. The suggested fillers of an event that nobody rejected come with it."""
    draft = Draft(sheet)
    _accept(draft, suggestion, _by_id(suggestions), author)
    title = Message("Accept: {text}", text=suggestion.text)
    return author.does("accept", title, draft.changes())


def accept_all(sheet: Sheet, chosen: Iterable[Suggestion], suggestions: SuggestionSet, author: Author) -> Operation:
    """Make annotations of several suggestions in one operation."""
    draft = Draft(sheet)
    mentions = _by_id(suggestions)
    count = 0
    for suggestion in chosen:
        _accept(draft, suggestion, mentions, author)
        count += 1
    title = Message("Accept {count} suggestions", one="Accept one suggestion", count=count)
    return author.does("accept_all", title, draft.changes())


def correct(
    sheet: Sheet,
    suggestion: Suggestion,
    suggestions: SuggestionSet,
    author: Author,
    *,
    label: str | None = None,
    fragments: Fragments | None = None,
    text: str | None = None,
) -> Operation:
    """Make an annotation of a suggestion with another label or other edges; ``text`` is what new edges cover."""
    changed = replace(
        suggestion,
        label=label or suggestion.label,
        fragments=fragments or suggestion.fragments,
        text=suggestion.text if text is None else text,
    )
    draft = Draft(sheet)
    made = _make(draft, changed, _by_id(suggestions), author)
    draft.put_decision(_decision(suggestion, Verdict.CORRECT, author))
    title = Message("Correct: {before} → {after}", before=_described(suggestion), after=_described(made))
    return author.does("correct", title, draft.changes())


def reject(sheet: Sheet, suggestion: Suggestion, author: Author, scope: Scope = Scope.HERE) -> Operation:
    """Say no to a suggestion: here, at every like place of the article, or everywhere."""
    draft = Draft(sheet)
    draft.put_decision(_decision(suggestion, Verdict.REJECT, author, scope))
    return author.does("reject", Message("Reject: {text}", text=suggestion.text), draft.changes())


def skip(sheet: Sheet, suggestion: Suggestion, author: Author) -> Operation:
    """Leave a suggestion unanswered on purpose, so that it is not asked again."""
    draft = Draft(sheet)
    draft.put_decision(_decision(suggestion, Verdict.SKIP, author))
    return author.does("skip", Message("Skip: {text}", text=suggestion.text), draft.changes())


def reopen(decisions: Sequence[Decision], author: Author) -> Operation:
    """Take back rejections or skips, in whatever articles: what they were about may be asked again."""
    title = Message(
        "Ask again about {count} texts",
        one="Ask again: {text}",
        count=len(decisions),
        text=decisions[0].folded if decisions else "",
    )
    return author.does("reopen", title, tuple(Change(decision, None) for decision in decisions))


def _by_id(suggestions: SuggestionSet) -> Mapping[str, SuggestedMention]:
    return {mention.id: mention for mention in suggestions.mentions}


def _accept(draft: Draft, suggestion: Suggestion, mentions: Mapping[str, SuggestedMention], author: Author) -> None:
    _make(draft, suggestion, mentions, author)
    draft.put_decision(_decision(suggestion, Verdict.ACCEPT, author))


def _make(
    draft: Draft, suggestion: Suggestion, mentions: Mapping[str, SuggestedMention], author: Author
) -> Mention | Event:
    if isinstance(suggestion, SuggestedMention):
        return _make_mention(draft, suggestion, author)
    return _make_event(draft, suggestion, mentions, author)


def _make_mention(draft: Draft, suggestion: SuggestedMention, author: Author) -> Mention:
    standing = draft.mention_like(suggestion.label, suggestion.fragments)
    if standing is not None:
        return standing
    mention = Mention(
        id=new_id(),
        article_id=suggestion.article_id,
        label=suggestion.label,
        fragments=suggestion.fragments,
        text=suggestion.text,
        provenance=author.provenance(suggestion),
        value=suggestion.value,
        modifier=suggestion.modifier,
        identity_id=_identity_for(draft, suggestion),
        attributes=suggestion.attributes,
    )
    draft.put_mention(mention)
    return mention


def _make_event(
    draft: Draft, suggestion: SuggestedEvent, mentions: Mapping[str, SuggestedMention], author: Author
) -> Event:
    event = draft.event_like(suggestion.label, suggestion.fragments) or Event(
        id=new_id(),
        article_id=suggestion.article_id,
        label=suggestion.label,
        fragments=suggestion.fragments,
        text=suggestion.text,
        provenance=author.provenance(suggestion),
        attributes=suggestion.attributes,
    )
    for argument in suggestion.arguments:
        filler = _filler(draft, mentions.get(argument.mention_id), author)
        if filler is not None:
            event = with_argument(event, Argument(argument.role, filler.id))
    draft.put_event(event)
    return event


def _filler(draft: Draft, suggestion: SuggestedMention | None, author: Author) -> Mention | None:
    if suggestion is None:
        return None
    decision = draft.decision_on(suggestion.id)
    if decision is None or decision.verdict is Verdict.SKIP:
        mention = _make_mention(draft, suggestion, author)
        draft.put_decision(_decision(suggestion, Verdict.ACCEPT, author))
        return mention
    if decision.verdict is Verdict.REJECT:
        return None
    made = (m for m in draft.mentions.values() if m.provenance.suggestion_id == suggestion.id)
    return next(made, None) or draft.mention_like(suggestion.label, suggestion.fragments)


def identity_id(key: str) -> str:
    """The id of the identity with a key: the same in every article, so that they meet."""
    return derived_id("identity", key)


def _identity_for(draft: Draft, suggestion: SuggestedMention) -> str | None:
    if suggestion.identity_key is None or (suggestion.identity_score or 1) < _LEAST_LINK_SCORE:
        return None
    found = identity_id(suggestion.identity_key)
    if found not in draft.identities:
        identity = Identity(found, suggestion.identity_key, suggestion.label, suggestion.text)
        draft.put_identity(identity)
    return found


def _decision(suggestion: Suggestion, verdict: Verdict, author: Author, scope: Scope = Scope.HERE) -> Decision:
    return Decision(
        id=new_id(),
        article_id=suggestion.article_id,
        suggestion_id=suggestion.id,
        verdict=verdict,
        annotator=author.annotator,
        at=author.at,
        folded=fold(suggestion.text),
        label=suggestion.label,
        suggester=suggestion.source.suggester,
        duration_ms=author.duration_ms,
        scope=scope,
    )


def _described(item: Suggestion | Mention | Event) -> str:
    return f"{item.text} ({item.label})"
