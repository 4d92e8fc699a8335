"""Articles, annotations, decisions and operations for the tests of the store."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from model.annotation import Argument, Attributes, Event, Identity, Mention, Provenance
from model.article import Article, text_digest
from model.decision import Decision, Scope, Verdict
from model.identifiers import derived_id, new_id
from model.messages import Message
from model.operation import Change, Operation, Record, operation
from model.schema.schema import BilingualName, EventLabel, MentionLabel, Role, Schema, ZoneLabel
from model.suggestion import Source, SuggestedEvent, SuggestedMention, suggest_event, suggest_mention
from model.text.span import Span, covered_text, fragments_of

NOON = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
TEXT = "أعلن رئيس الوزراء سامي الخوري في بيروت\r\nأن بلاده سترسل 500 طن من القمح إلى السودان يوم الأحد."
ANNOTATOR = "سلمى"

SCHEMA = Schema(
    name="news",
    version="2",
    names=BilingualName("أخبار", "News"),
    mentions=(
        MentionLabel("PERS", BilingualName("شخص", "Person"), family="people", key="p", examples=("سامي الخوري",)),
        MentionLabel("LOC", BilingualName("مكان", "Place"), family="places", attributes=("size",)),
    ),
    events=(EventLabel("SAY", BilingualName("قول", "Saying"), roles=("SPEAKER",)),),
    roles=(Role("SPEAKER", BilingualName("قائل", "Speaker"), fillers=("PERS",), least=1, most=1),),
    zones=(ZoneLabel("menu", BilingualName("قائمة", "Menu"), dimmed=True, labels=()),),
    source="name: news\n",
)


def make_article(text: str = TEXT, **values: object) -> Article:
    """An article with this text and an id of its own."""
    known: dict[str, object] = {"id": new_id(), "title": "قمح للسودان", "name": "wheat.html", "outlet": "الساحل"}
    known |= {"published": date(2020, 3, 1), "imported_at": NOON}
    return Article(**{**known, **values}, text=text, sha256=text_digest(text))  # type: ignore[arg-type]


def provenance(minutes: int = 0) -> Provenance:
    """Made by the tests' annotator some minutes after noon."""
    return Provenance(ANNOTATOR, NOON + timedelta(minutes=minutes), duration_ms=850)


def spans_of(article: Article, *words: str) -> tuple[Span, ...]:
    """Where these words stand first in the article."""
    starts = [(article.text.index(word), len(word)) for word in words]
    return fragments_of(Span(start, start + length) for start, length in starts)


def make_mention(article: Article, *words: str, label: str = "PERS", identity: Identity | None = None) -> Mention:
    """A mention of the words (discontinuous if they are several)."""
    fragments = spans_of(article, *words)
    text = covered_text(article.text, fragments)
    known = None if identity is None else identity.id
    return Mention(new_id(), article.id, label, fragments, text, provenance(), identity_id=known)


def make_event(article: Article, word: str, *fillers: Mention, attributes: Attributes = ()) -> Event:
    """An event on the word, every filler in the role SPEAKER."""
    fragments = spans_of(article, word)
    arguments = tuple(Argument("SPEAKER", filler.id) for filler in fillers)
    return Event(new_id(), article.id, "SAY", fragments, word, provenance(), arguments, attributes)


def make_decision(
    suggestion: SuggestedMention | SuggestedEvent, verdict: Verdict = Verdict.REJECT, scope: Scope = Scope.HERE
) -> Decision:
    """A decision on a suggestion."""
    return Decision(
        id=new_id(),
        article_id=suggestion.article_id,
        suggestion_id=suggestion.id,
        verdict=verdict,
        annotator=ANNOTATOR,
        at=NOON,
        folded=suggestion.text,
        label=suggestion.label,
        suggester=suggestion.source.suggester,
        scope=scope,
    )


def propose(article: Article, word: str, *, version: str = "1", label: str = "PERS") -> SuggestedMention:
    """A suggested mention on the first occurrence of a word."""
    source, reason = Source("lexicon", version), Message("Known as {label}", label=label)
    (span,) = spans_of(article, word)
    return suggest_mention(article.id, article.text, span, label, source=source, score=0.7, reason=reason)


def propose_event(article: Article, word: str) -> SuggestedEvent:
    """A suggested event on the first occurrence of a word."""
    (span,) = spans_of(article, word)
    reason = Message("A verb of saying")
    return suggest_event(article.id, article.text, span, "SAY", source=Source("verbs", "3"), score=0.4, reason=reason)


def identity_named(key: str) -> Identity:
    """The identity with this key; the same key gives the same id."""
    return Identity(derived_id("identity", key), key, "PERS", name=key)


def add(*records: Record) -> list[Change]:
    """Changes that add the records."""
    return [Change(None, record) for record in records]


def remove(*records: Record) -> list[Change]:
    """Changes that remove the records."""
    return [Change(record, None) for record in records]


def step(changes: Iterable[Change], name: str = "edit") -> Operation:
    """An operation of the tests' annotator."""
    return operation(name, Message("Edit {what}", what=name), changes, annotator=ANNOTATOR, at=NOON)
