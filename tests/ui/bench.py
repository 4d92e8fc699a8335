"""A project with one short article and known suggestions, and a session or window on it, for tests of the interface."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from model.article import Article, text_digest
from model.errors import TawsimError
from model.messages import Message
from model.schema.loader import load_shipped
from model.suggestion import Source, SuggestedArgument, SuggestionSet, suggest_event, suggest_mention
from model.text.span import Span
from storage import Project
from storage.learned_models import NothingToLearnError
from storage.suggesting.explained import Confirmed, Explained, Speaking
from storage.suggesting.spec import Suggested

P = ParamSpec("P")
T = TypeVar("T")

TEXT = "زار سامي حداد مدينة الموصل\nوقال حداد إن الموصل بخير، وإن العمل مستمر في المدينة"
SECOND_TEXT = "وصلت ليلى إلى عدن"
REASON = Message("named after “between”")
SOURCE = Source("bench", "1")


def span_of(word: str, text: str = TEXT, occurrence: int = 0) -> Span:
    """Where a word stands in a text."""
    at = -1
    for _ in range(occurrence + 1):
        at = text.index(word, at + 1)
    return Span(at, at + len(word))


def suggestions() -> SuggestionSet:
    """Five mentions and an event on the first article, in reading order: زار، سامي حداد، الموصل، حداد، الموصل."""
    person = suggest_mention(
        "first", TEXT, span_of("سامي حداد"), "PERS", source=SOURCE, score=0.9, reason=REASON, identity_key="sami"
    )
    city = suggest_mention(
        "first", TEXT, span_of("الموصل"), "GPE", source=SOURCE, score=0.95, reason=REASON, identity_key="mosul"
    )
    again = suggest_mention(
        "first", TEXT, span_of("حداد", occurrence=1), "PERS", source=SOURCE, score=0.6, reason=REASON
    )
    city_again = suggest_mention(
        "first", TEXT, span_of("الموصل", occurrence=1), "GPE", source=SOURCE, score=0.8, reason=REASON
    )
    visit = suggest_event(
        "first",
        TEXT,
        span_of("زار"),
        "CONSULT",
        source=SOURCE,
        score=0.7,
        reason=REASON,
        arguments=(SuggestedArgument("actor", person.id, 0.8, REASON),),
    )
    return SuggestionSet(mentions=(person, city, again, city_again), events=(visit,))


def make_project(folder: Path) -> Project:
    """Two articles, the first with suggestions."""
    project = Project.create(folder / "bench.tawsim", load_shipped("news"), name="تجربة")
    texts = {"first": TEXT, "second": SECOND_TEXT}
    project.add_articles(
        [Article(key, text, text_digest(text), title=text.split("\n")[0], name=key) for key, text in texts.items()]
    )
    project.store_suggestions("first", suggestions(), pipeline_version="bench")
    return project


DONE_HERE = {"begin_report", "gather_for_report", "finish_report", "try_out"}
"""Work that is done in the tests' own process as it would be in another."""
EXPLAINED = Explained(
    0.93,
    0.61,
    is_on=True,
    speaking=(
        Speaking(Message("{place} is “{value}”", place=Message("the word before it"), value="مدينة"), 2.5),
        Speaking(Message("how frequent the type is"), -0.75),
    ),
    confirmed=3,
    rejected=1,
    examples=(Confirmed("second", "الثاني", "عدن"), Confirmed("elsewhere", "c101", "البصرة")),
)
"""Why anything is suggested on the bench."""


class InlineExecutor(Executor):
    """Does the work at once; the pipeline is not what these tests are about, so its version is that of the bench."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Answer with a finished future: the bench's version, or nothing suggested for the article."""
        future: Future[Any] = Future()
        if fn.__name__ == "prepare":
            future.set_result("bench")
        elif fn.__name__ in DONE_HERE:
            try:
                future.set_result(fn(*args, **kwargs))
            except TawsimError as error:
                future.set_exception(error)
        elif fn.__name__ == "explain":
            future.set_result(EXPLAINED)
        elif fn.__name__ == "learn_at":
            future.set_exception(NothingToLearnError(Message("There is nothing to learn from yet.")))
        else:
            _, article = args
            assert isinstance(article, Article)
            future.set_result(Suggested(article.id, SuggestionSet(), "bench"))
        return future
