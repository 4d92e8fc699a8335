"""Small articles with what was confirmed in them, for the tests of the learner."""

from collections.abc import Iterable

from model.annotation import Argument, Event, Mention, Zone
from model.article import Article, text_digest
from model.suggest.learner.lesson import Lesson, Rejected
from model.text.span import Span
from tests.storage.builders import provenance

FARMERS = ("جنى الفلاحون {} في الوادي.", "باع التجار {} في السوق.", "زرع الأهالي {} قرب النهر.", "يحب الناس {} كثيراً.")
CROPS = ("القمح", "الشعير", "الذرة", "العدس", "الحمص", "السمسم")
"""A schema of the tests' own: crops, which no rule knows."""


def article_of(text: str, name: str) -> Article:
    """An article with this text, known by its name."""
    return Article(name, text, text_digest(text), name=name)


def mentions_of(article: Article, label: str, words: Iterable[str]) -> tuple[Mention, ...]:
    """Every occurrence of the words as a confirmed mention."""
    found = []
    for word in words:
        at = article.text.find(word)
        while at >= 0:
            span = Span(at, at + len(word))
            found.append(Mention(f"{article.id}-{at}-{label}", article.id, label, (span,), word, provenance()))
            at = article.text.find(word, at + 1)
    return tuple(sorted(found, key=lambda mention: mention.hull))


def body(article: Article) -> tuple[Zone, ...]:
    """The whole text as the body of a story."""
    return (Zone(article.id, Span(0, len(article.text)), "body"),)


def crop_lesson(number: int, *, label: str = "CROP", rejected: Iterable[Rejected] = ()) -> Lesson:
    """An article in which farmers do things with crops, all crops confirmed."""
    chosen = [CROPS[(number + shift) % len(CROPS)] for shift in range(len(FARMERS))]
    text = "\n".join(sentence.format(crop) for sentence, crop in zip(FARMERS, chosen, strict=True))
    article = article_of(text, f"crops{number}")
    mentions = mentions_of(article, label, sorted(set(chosen)))
    return Lesson(article, None, body(article), mentions, (), tuple(rejected), (Span(0, len(text)),))


def event_lesson(number: int) -> Lesson:
    """An article whose sowing is an event of its own kind with the crop in a role."""
    lesson = crop_lesson(number)
    article = lesson.article
    trigger = "زرع"
    at = article.text.index(trigger)
    crop = next(mention for mention in lesson.mentions if mention.hull.start > at)
    event = Event(
        f"{article.id}-sow",
        article.id,
        "SOW",
        (Span(at, at + len(trigger)),),
        trigger,
        provenance(),
        (Argument("seed", crop.id),),
    )
    return Lesson(article, None, lesson.zones, lesson.mentions, (event,), (), lesson.settled)
