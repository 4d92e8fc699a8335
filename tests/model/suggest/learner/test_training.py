"""Learning: new labels, few, contradictory and no lessons, the same bytes each time, cancelling."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.article import Article
from model.messages import Message
from model.suggest.context import Context
from model.suggest.learner.lesson import Rejected
from model.suggest.learner.report import Verdict
from model.suggest.learner.suggester import LearnedSuggester
from model.suggest.learner.training import TrainingCancelledError, train
from model.suggest.pipeline import Pipeline
from model.suggestion import Source, SuggestedMention, Suggestion, suggest_event, suggest_mention
from model.text.span import Span
from tests.model.suggest.learner.builders import article_of, crop_lesson, event_lesson
from tests.project.tree import run_python

NO_RULES = Pipeline(())
LESSONS = [crop_lesson(number) for number in range(12)]


def suggested(data: bytes, text: str) -> list[tuple[str, str]]:
    article = article_of(text, "new")
    found = Pipeline((LearnedSuggester(data),)).run(article)
    return [(one.label, one.text) for one in found.in_reading_order]


def test_a_label_that_no_rule_knows_is_learned_and_found_in_words_never_seen() -> None:
    model = train(LESSONS, rules=NO_RULES)
    assert ("CROP", "الفول") in suggested(model.to_bytes(), "باع التجار الفول في السوق.")
    assert suggested(model.to_bytes(), "باع التجار القمح في السوق.") == [("CROP", "القمح")]


def test_what_is_learned_tells_its_worth() -> None:
    report = train(LESSONS, rules=NO_RULES).report
    crop = next(one for one in report.labels if one.tag == "mention:CROP")
    assert crop.verdict is Verdict.BETTER
    assert crop.rules.f1 == 0 < crop.combined.f1
    assert crop.combined.gold == sum(len(lesson.mentions) for lesson in LESSONS)
    assert (report.lessons, report.held_out) == (len(LESSONS), len(LESSONS))
    assert sum(one.count for one in report.reliability) > 0


def test_events_and_roles_of_an_own_schema_are_learned() -> None:
    model = train([event_lesson(number) for number in range(12)], rules=NO_RULES)
    article = article_of("زرع الأهالي الشعير قرب النهر.", "new")
    found = Pipeline((LearnedSuggester(model.to_bytes()),)).run(article)
    assert [(event.label, event.text) for event in found.events] == [("SOW", "زرع")]
    texts = {mention.id: mention.text for mention in found.mentions}
    assert [(part.role, texts[part.mention_id]) for part in found.events[0].arguments] == [("seed", "الشعير")]


def test_the_same_lessons_give_the_same_bytes_in_any_process() -> None:
    here = train(LESSONS[:4], rules=NO_RULES).version
    script = (
        "from tests.model.suggest.learner.test_training import LESSONS, NO_RULES, train\n"
        "print(train(LESSONS[:4], rules=NO_RULES).version)"
    )
    elsewhere = run_python("-c", script)  # with another order of sets and dictionaries by chance
    assert elsewhere.strip() == here


def test_other_lessons_give_another_version() -> None:
    assert train(LESSONS[:4], rules=NO_RULES).version != train(LESSONS[:5], rules=NO_RULES).version


@pytest.mark.parametrize("count", [0, 1])
def test_no_lesson_or_a_single_one_is_no_reason_to_speak(count: int) -> None:
    model = train(LESSONS[:count], rules=NO_RULES)
    assert not model.policies
    assert model.report.held_out == 0
    assert suggested(model.to_bytes(), LESSONS[0].article.text) == []


def test_an_article_without_text_teaches_nothing() -> None:
    empty = replace(LESSONS[0], article=article_of("", "empty"), zones=(), mentions=(), settled=())
    assert not train([empty, empty, empty], rules=NO_RULES).policies


def test_lessons_that_contradict_one_another_are_told_by_both_their_counts() -> None:
    lessons = []
    for lesson in LESSONS:
        refused = tuple(Rejected(True, one.label, one.fragments) for one in lesson.mentions)
        twin = replace(lesson.article, id=lesson.article.id + "b")
        lessons += [lesson, replace(lesson, article=twin, mentions=(), rejected=refused)]
    model = train(lessons, rules=NO_RULES)
    known = model.memory.recall(("القمح",), "mention:CROP")
    assert known.confirmed == known.rejected > 0
    crop = next(one for one in model.report.labels if one.tag == "mention:CROP")
    assert crop.learner.precision <= 0.5


def test_confirmed_and_rejected_at_once_counts_as_confirmed() -> None:
    both = [
        replace(lesson, rejected=tuple(Rejected(True, one.label, one.fragments) for one in lesson.mentions))
        for lesson in LESSONS
    ]
    model = train(both, rules=NO_RULES)
    assert ("CROP", "القمح") in suggested(model.to_bytes(), "باع التجار القمح في السوق.")


class CropRule:
    """A rule that takes every river for a crop."""

    name = "rule"
    version = "1"

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        at = article.text.find("النهر")
        if at < 0:
            return []
        source = Source(self.name, self.version)
        return [
            suggest_mention(
                article.id, article.text, Span(at, at + 5), "CROP", source=source, score=0.9, reason=Message("a river")
            )
        ]


class SowingRule:
    """A rule that sees events where the annotators look for crops alone."""

    name = "sowing"
    version = "1"

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        at = article.text.find("زرع")
        if at < 0:
            return []
        source = Source(self.name, self.version)
        span = Span(at, at + 3)
        return [suggest_event(article.id, article.text, span, "SOW", source=source, score=0.9, reason=Message("sown"))]


def test_what_the_rules_always_have_wrong_falls() -> None:
    rules = Pipeline((CropRule(),))
    model = train(LESSONS, rules=rules)
    article = article_of("زرع الأهالي القمح قرب النهر.", "new")
    assert [one.text for one in rules.run(article).mentions] == ["النهر"]
    both = Pipeline((CropRule(), LearnedSuggester(model.to_bytes())))
    assert [one.text for one in both.run(article).mentions] == ["القمح"]


def test_of_events_that_nobody_deals_with_nothing_is_learned() -> None:
    model = train(LESSONS, rules=Pipeline((SowingRule(),)))
    article = article_of("زرع الأهالي القمح قرب النهر.", "new")
    both = Pipeline((SowingRule(), LearnedSuggester(model.to_bytes())))
    assert [one.text for one in both.run(article).events] == ["زرع"]


def test_a_cancelled_training_gives_no_model() -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 20

    with pytest.raises(TrainingCancelledError):
        train(LESSONS, rules=NO_RULES, cancelled=cancelled)


def test_progress_goes_up_to_the_whole() -> None:
    heard: list[float] = []
    train(LESSONS[:3], rules=NO_RULES, progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet="القمح وب\n.،\u064b1a«»", max_size=60))
def test_whatever_the_text_suggestions_fit_it(text: str) -> None:
    article = article_of(text, "any")
    data = _model()
    found = LearnedSuggester(data).suggest(article, Context(article))
    for one in found:
        assert isinstance(one, SuggestedMention)
        assert one.text == one.fragments[0].of(text)
        assert 0 < one.score <= 1
    Pipeline((LearnedSuggester(data),)).run(article)


@pytest.mark.parametrize("text", ["", "😀😀 😀", "no Arabic at all", "\n \n", "\ud800"])
def test_odd_texts_have_no_crops(text: str) -> None:
    assert suggested(_model(), text) == []


def test_a_line_without_an_end_is_read_to_its_end() -> None:
    found = suggested(_model(), "باع التجار القمح في السوق " * 300)
    assert [text for _, text in found].count("القمح") == 300


_kept: list[bytes] = []


def _model() -> bytes:
    if not _kept:
        _kept.append(train(LESSONS, rules=NO_RULES).to_bytes())
    return _kept[0]
