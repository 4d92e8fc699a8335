"""The suggester: zones, publication dates of related stories, ids and reasons."""

from datetime import date

from model.annotation import Zone
from model.article import Article, text_digest
from model.messages.catalogue import render
from model.suggest.context import Context
from model.suggest.times.suggester import TimesSuggester
from model.suggestion import SuggestedMention, Suggestion
from model.text.paragraphs import lines

LINES = ("الرئيسية 12:00", "27.03.2024 | 14:29", "قال الوزير أمس إن الوفد عاد", "وفي خبر آخر وصل الفريق أمس")
TEXT = "\n".join(LINES)
ZONES = ("boilerplate", "dateline", "body", "related")


def suggest(published: date | None = date(2024, 3, 27)) -> list[Suggestion]:
    article = Article("a1", TEXT, text_digest(TEXT))
    spans = list(lines(TEXT))
    zones = tuple(Zone("a1", span, zone) for span, zone in zip(spans, ZONES, strict=True))
    context = Context(article, published, zones, related_dates={spans[3].start: date(2023, 1, 10)})
    return TimesSuggester().suggest(article, context)


def test_zones_and_dates_of_related_stories_are_kept() -> None:
    mentions = [mention for mention in suggest() if isinstance(mention, SuggestedMention)]
    assert [(mention.label, mention.text, mention.value) for mention in mentions] == [
        ("DATE", "27.03.2024", "2024-03-27"),
        ("TIME", "14:29", "2024-03-27T14:29"),
        ("DATE", "أمس", "2024-03-26"),
        ("DATE", "أمس", "2023-01-09"),
    ]


def test_the_same_article_gives_the_same_suggestions() -> None:
    assert suggest() == suggest()
    assert len({suggestion.id for suggestion in suggest()}) == 4


def test_reasons_are_said_in_arabic() -> None:
    for suggestion in suggest():
        assert render(suggestion.reason, "ar") != suggestion.reason.english()
