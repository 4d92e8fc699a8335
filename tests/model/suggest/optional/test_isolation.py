import multiprocessing
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from model.suggest.configured import ConfiguredPipeline
from model.suggest.context import Context
from model.suggest.optional.isolation import FAILURES_IN_A_ROW, IsolatedSuggester
from model.suggest.pipeline import SuggesterError, read_nothing
from model.suggestion import SuggestionSet
from tests.model.suggest.optional.hostile import NOT_BY_ITSELF, TEXT, Behaves, Makes, article_of, baghdad
from tests.project.tree import ROOT

Isolate = Callable[..., IsolatedSuggester]


@pytest.fixture
def isolate() -> Iterator[Isolate]:
    """Makes suggesters that behave as named, and ends their processes after the test."""
    made = list[IsolatedSuggester]()

    def make(behaviour: str, limit: float = NOT_BY_ITSELF) -> IsolatedSuggester:
        made.append(IsolatedSuggester(Makes(behaviour), fallback="plug-in", limit=limit))
        return made[-1]

    yield make
    for one in made:
        one.close()


def run(*suggesters: Behaves | IsolatedSuggester, name: str = "page.txt") -> tuple[SuggestionSet, list[str]]:
    """What a pipeline of these suggesters proposes, and what it complains of."""
    pipeline = ConfiguredPipeline(suggesters, reader=read_nothing)
    try:
        return pipeline.run(replace(article_of(), name=name)), []
    except SuggesterError as error:
        return error.results, [failure.message.english() for failure in error.failures]


def test_its_own_name_and_version_and_what_it_proposes_come_back(isolate: Isolate) -> None:
    suggester = isolate("proposes")
    assert (suggester.name, suggester.version) == ("foreign", "7")
    assert suggester.suggest(article_of(), Context(article_of())) == [baghdad()]


def test_it_sees_what_earlier_suggesters_proposed(isolate: Isolate) -> None:
    found, faults = run(Behaves("proposes", "first"), isolate("repeats"))
    assert (found.mentions, faults) == ((baghdad(),), [])


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        ("exits", "It crashed (exit code 9) and is started again for the next article."),
        ("segfaults", "It crashed (SIGSEGV) and is started again for the next article."),
        ("raises", "LookupError: no such word"),
        ("explains", "the dictionary is missing"),
        ("gives a dictionary", "It proposes something that is no suggestion (dict)."),
        ("gives wrong fields", "It proposes something that is no suggestion (SuggestedMention.score: str)."),
        ("gives nothing", "TypeError: 'NoneType' object is not iterable"),
        ("cannot be packed", "Can't pickle"),
        ("cannot be made", "ImportError: no module named x"),
        ("dies being made", "It crashed (exit code 3) and is started again for the next article."),
    ],
)
def test_whatever_goes_wrong_is_told_and_the_others_go_on(isolate: Isolate, behaviour: str, told: str) -> None:
    found, (fault,) = run(isolate(behaviour), Behaves("proposes", "other"))
    assert told in fault
    assert [mention.text for mention in found.mentions] == ["بغداد"]


def test_what_an_incomplete_one_has_comes_back(isolate: Isolate) -> None:
    found, (fault,) = run(isolate("runs dry"))
    assert "the second half is missing" in fault
    assert found.mentions == (baghdad(),)


def test_one_that_hangs_is_stopped_after_its_time_and_the_others_go_on(isolate: Isolate) -> None:
    found, (fault,) = run(isolate("hangs", 0.3), Behaves("proposes", "other"))
    assert "It took more than 0.3 seconds and was stopped." in fault
    assert found.mentions == (baghdad(),)


def test_one_that_crashed_is_started_again_for_the_next_article(isolate: Isolate) -> None:
    suggester = isolate("exits on the first")
    assert run(suggester, name="first")[1]
    assert run(suggester, name="second") == (SuggestionSet(mentions=(baghdad(),)), [])


def test_one_that_crashes_again_and_again_is_left_alone(isolate: Isolate) -> None:
    suggester = isolate("exits")
    faults = [run(suggester)[1][0] for _ in range(FAILURES_IN_A_ROW + 1)]
    assert all("crashed" in fault for fault in faults[:-1])
    assert "It failed 3 times in a row and is left alone until Tawsim starts again." in faults[-1]


def test_cancelling_ends_what_it_is_at_and_the_next_run_works(
    isolate: Isolate, wait_until: Callable[[Callable[[], bool]], None]
) -> None:
    suggester = isolate("hangs")
    pipeline = ConfiguredPipeline([suggester, Behaves("proposes", "other")], reader=read_nothing)
    caught = list[SuggesterError]()

    def work() -> None:
        with pytest.raises(SuggesterError) as error:
            pipeline.run(article_of())
        caught.append(error.value)

    thread = threading.Thread(target=work)
    thread.start()
    wait_until(lambda: suggester.is_running)
    pipeline.cancel()
    thread.join()
    assert "It was cancelled." in str(caught[0])
    assert caught[0].results.mentions == (baghdad(),)
    pipeline.close()


def test_articles_with_unusual_characters_arrive_whole(isolate: Isolate) -> None:
    text = TEXT + "\r\n\ud83d \x00 \U0001f600"
    pipeline = ConfiguredPipeline([isolate("proposes")], reader=read_nothing)
    assert pipeline.run(article_of(text)).mentions == (baghdad(),)


def test_one_that_cannot_be_made_keeps_the_name_of_its_entry_point(isolate: Isolate) -> None:
    suggester = isolate("cannot be made")
    assert (suggester.name, suggester.version) == ("plug-in", "0")


def test_where_no_process_may_be_started_that_is_told(isolate: Isolate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing.process.current_process(), "_config", {"daemon": True})
    _, (fault,) = run(isolate("proposes"))
    assert "It needs a process of its own, and may not start one from here." in fault


HANGS = """
from model.suggest.context import Context
from model.suggest.optional.isolation import IsolatedSuggester
from tests.model.suggest.optional.hostile import Makes, article_of
import multiprocessing, threading
suggester = IsolatedSuggester(Makes("hangs"), fallback="x", limit=600.0)
suggester.name
print(multiprocessing.active_children()[0].pid, flush=True)
suggester.suggest(article_of(), Context(article_of()))
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for the process in /proc")
def test_its_process_never_outlives_the_one_that_started_it_even_when_that_is_killed(
    wait_until: Callable[[Callable[[], bool]], None],
) -> None:
    command = [sys.executable, "-c", HANGS]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        child = Path("/proc") / process.stdout.readline().strip()
        assert child.exists()
        process.kill()
    wait_until(lambda: _is_gone(child))


def _is_gone(process: Path) -> bool:
    try:
        return "\nState:\tZ" in (process / "status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True
