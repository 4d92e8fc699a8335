"""The client of ML backends: with stand-ins that answer as such servers do, and as they should not."""

from dataclasses import replace
from typing import Any

import pytest

from model.suggest.settings import SuggesterEntry
from storage.remote.client import RemoteError
from storage.remote.kinds import LABEL_STUDIO
from storage.remote.label_studio import read_config
from storage.suggesters import KINDS
from tests.model.suggest.optional.asking import ask, only, tags
from tests.storage.remote.asking import TEXT, ask_here, entry_of, places
from tests.storage.remote.stand_in import Asked, Reply, Script, StandIn, standing_in

SAMI = ("سامي حداد", "PERS", 6)


def backend(result: object, **more: object) -> Script:
    """A backend that predicts this for every task."""

    def script(asked: Asked) -> Reply:
        if asked.path == "/setup":
            return Reply({"model_version": "v3"})
        predictions = [{"result": result, "score": 0.7, "model_version": "v3", **more} for _ in asked.body["tasks"]]
        return Reply({"results": predictions})

    return script


def region(start: int, end: int, label: str = "PERS", text: str | None = None, **more: object) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [label]} | ({} if text is None else {"text": text})
    return {"id": "r1", "from_name": "label", "to_name": "text", "type": "labels", "value": value, **more}


def entry(server: StandIn, **options: Any) -> SuggesterEntry:
    return entry_of(LABEL_STUDIO, server.host, **options)


def predicted(*regions: object, **more: object) -> tuple[list[tuple[str, str, int]], str]:
    """What becomes of a prediction with these regions."""
    with standing_in(backend(list(regions), **more)) as server:
        found, fault = ask_here(LABEL_STUDIO, entry(server))
    return places(found), fault


def test_it_is_asked_as_label_studio_asks() -> None:
    with standing_in(backend([region(6, 15, text="سامي حداد", score=0.8)])) as server:
        found, fault = ask_here(LABEL_STUDIO, entry(server))
    assert (places(found), fault, found[0].score) == ([SAMI], "", 0.8)
    setup, predict = server.asked
    assert (setup.path, predict.path) == ("/setup", "/predict")
    assert setup.body["schema"] == predict.body["label_config"]
    assert predict.body["tasks"] == [{"id": 1, "data": {"text": TEXT}}]
    assert predict.body["project"].count(".") == 1
    assert predict.body["params"] == {"login": None, "password": None, "context": None}
    layout = read_config(predict.body["label_config"])
    assert (layout.field, layout.labels["pers"]) == ("text", ("label", "PERS"))


def test_it_counts_as_sure_as_the_region_else_the_prediction_else_the_settings_say() -> None:
    scores = []
    for own, whole in ((0.9, 0.7), (None, 0.7), (None, 0.0), (None, None), (7.5, 0.7)):
        with standing_in(backend([region(6, 15, score=own)], score=whole)) as server:
            found, _ = ask_here(LABEL_STUDIO, entry(server, score=0.4))
        scores.append(found[0].score)
    assert scores == [0.9, 0.7, 0.4, 0.4, 1.0]


@pytest.mark.parametrize(
    "one",
    [
        region(6, 15, text="سامي حداد"),
        region(6, 15),
        region(7, 16, text="سامي حداد"),
        region(6, 15, text=" سامي   حداد "),
        {"type": "labels", "value": {"start": "6", "end": "15", "labels": ["PERS"]}},
    ],
)
def test_offsets_are_code_points_or_where_only_then_the_words_fit_utf16_units(one: object) -> None:
    assert predicted(one) == ([SAMI], "")


def test_a_line_s_end_is_written_as_label_studio_writes_it() -> None:
    end = TEXT.index("\n")
    assert predicted(region(end - 4, end + 3, text="أمس.\\nثم"))[1] == ""


@pytest.mark.parametrize(
    "one",
    [
        region(6, 15, text="صنعاء"),
        region(15, 6),
        region(-3, 5),
        region(5, 5),
        region(6, 100_000),
        region(6, 15, text=""),
        {"type": "labels", "value": {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "labels": ["PERS"]}},
        {"type": "labels", "value": {"labels": ["PERS"]}},
    ],
)
def test_what_is_not_in_the_text_is_left_out_and_told_and_the_rest_kept(one: object) -> None:
    found, fault = predicted(one, region(6, 15))
    assert found == [SAMI]
    assert fault == "One of its suggestions is not in the text; it is left out."


def test_other_regions_are_passed_over() -> None:
    choice = {"from_name": "topic", "to_name": "text", "type": "choices", "value": {"choices": ["war"]}}
    box = {"type": "rectanglelabels", "value": {"x": 1.5, "y": 2, "rectanglelabels": ["PERS"]}}
    assert predicted(choice, box, region(6, 15)) == ([SAMI], "")


def test_labels_are_called_as_the_entry_says_and_those_without_a_name_are_left_out() -> None:
    regions = [region(6, 15, "PER"), region(22, 25, "MISC"), region(22, 25, "Ort")]
    with standing_in(backend(regions)) as server:
        found, _ = ask_here(LABEL_STUDIO, entry(server))
        own, _ = ask_here(LABEL_STUDIO, replace(entry(server), labels=(("Ort", "GPE"), ("PER", ""), ("MISC", ""))))
    assert places(found) == [SAMI, ("عدن", "Ort", 22)]
    assert places(own) == [("عدن", "GPE", 22)]


def test_regions_with_an_event_s_label_and_relations_are_events_with_arguments() -> None:
    regions = [
        region(2, 5, "VISIT", id="e"),
        region(6, 15, "PERS", id="a"),
        region(22, 25, "GPE", id="p"),
        {"type": "relation", "from_id": "e", "to_id": "a", "direction": "right", "labels": ["actor"]},
        {"type": "relation", "from_id": "p", "to_id": "e", "direction": "left", "labels": ["location"]},
        {"type": "relation", "from_id": "e", "to_id": "gone", "direction": "right", "labels": ["date"]},
    ]
    labels = (("VISIT", "event:CONSULT"), ("PERS", "PERS"), ("GPE", "GPE"))
    with standing_in(backend(regions)) as server:
        found, faults = ask(TEXT, only(replace(entry(server), labels=labels)), KINDS)
    assert faults == ()
    (event,) = found.events
    fillers = {mention.id: mention.text for mention in found.mentions}
    assert (event.label, event.text) == ("CONSULT", "زار")
    assert {(part.role, fillers[part.mention_id]) for part in event.arguments} == {
        ("actor", "سامي حداد"),
        ("location", "عدن"),
    }


@pytest.mark.parametrize("results", [[], [None], [[]], [{}], [{"result": None}], [{"result": []}]])
def test_a_backend_with_nothing_to_say_says_nothing(results: object) -> None:
    with standing_in(lambda _asked: Reply({"results": results})) as server:
        if results == [None]:
            with pytest.raises(RemoteError):
                ask_here(LABEL_STUDIO, entry(server))
        else:
            assert ask_here(LABEL_STUDIO, entry(server)) == ([], "")


def test_several_predictions_for_a_task_count_as_the_first() -> None:
    both = [[{"result": [region(6, 15)], "score": 0.9}, {"result": [region(22, 25)], "score": 0.1}]]
    with standing_in(lambda _asked: Reply({"results": both})) as server:
        found, _ = ask_here(LABEL_STUDIO, entry(server))
    assert places(found) == [SAMI]


@pytest.mark.parametrize(
    "answer",
    [
        {},
        [],
        "ok",
        {"results": 5},
        {"results": [5]},
        {"results": [{"result": "labels"}]},
        {"results": [{"result": [5]}]},
        {"results": [{"result": [{"type": "labels", "value": {"start": 1.5, "end": 2, "labels": "PERS"}}]}]},
        {"results": {"result": []}},
    ],
)
def test_an_answer_that_is_none_is_told(answer: object) -> None:
    with standing_in(lambda _asked: Reply(answer)) as server, pytest.raises(RemoteError) as caught:
        ask_here(LABEL_STUDIO, entry(server))
    assert "does not answer as an ML backend of Label Studio does" in str(caught.value)


def test_garbage_costs_no_suggestion_of_the_others() -> None:
    with standing_in(backend([region(6, 15)])) as good, standing_in(lambda _asked: Reply(b"\x00")) as bad:
        settings = only(replace(entry(bad), name="bad"), replace(entry(good), name="good"))
        found, (fault,) = ask(TEXT, settings, KINDS)
    assert "“bad” failed" in fault
    assert "answers with something that is not JSON" in fault
    assert tags(found) == [SAMI]


def test_a_user_and_password_are_sent_where_they_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKEND_PASSWORD", "s3cret")
    with standing_in(backend([])) as server:
        ask_here(LABEL_STUDIO, entry(server, user="noor", key_variable="BACKEND_PASSWORD"))
    assert {asked.headers["Authorization"] for asked in server.asked} == {"Basic bm9vcjpzM2NyZXQ="}


def test_a_configuration_and_field_of_one_s_own_are_used() -> None:
    config = '<View><Text name="t" value="$body"/><Labels name="l" toName="t"><Label value="PERS"/></Labels></View>'
    with standing_in(backend([region(6, 15)])) as server:
        found, _ = ask_here(LABEL_STUDIO, entry(server, config=config, field="body"))
    assert places(found) == [SAMI]
    assert server.asked[1].body["label_config"] == config
    assert server.asked[1].body["tasks"][0]["data"] == {"body": TEXT}
