import json
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from model.suggest.configured import pipeline_of
from model.suggest.optional.kinds import is_loopback
from model.suggest.pipeline import Pipeline, SuggesterError
from model.suggest.settings import SuggesterEntry
from storage.remote.client import RemoteError
from storage.remote.kinds import CHAT
from storage.suggesters import KINDS
from tests.model.suggest.optional.asking import ask, only, tags
from tests.model.suggest.optional.hostile import article_of
from tests.storage.remote.asking import TEXT, ask_here, entry_of, places
from tests.storage.remote.stand_in import Asked, Reply, StandIn, in_turn, standing_in


def says(content: str | None, *, finish: str = "stop", refusal: str | None = None) -> Reply:
    """An answer of a chat endpoint."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    return Reply(
        {"id": "1", "object": "chat.completion", "choices": [{"index": 0, "message": message, "finish_reason": finish}]}
    )


def mentions(*quotes: tuple[str, str, str]) -> str:
    """The content that is asked for."""
    return json.dumps({"mentions": [{"text": t, "label": label, "before": before} for t, label, before in quotes]})


GOOD = mentions(("سامي حداد", "PERS", "زار"), ("عدن", "GPE", "مدينة"), ("العراق", "GPE", "ذلك و"))
PLACES = [("سامي حداد", "PERS", 6), ("عدن", "GPE", 22), ("العراق", "GPE", 50)]


def entry(server: StandIn, **options: Any) -> SuggesterEntry:
    return entry_of(CHAT, server.host, model="small", **options)


def test_what_the_model_quotes_is_suggested_where_it_stands() -> None:
    with standing_in(in_turn(says(GOOD))) as server:
        found, fault = ask_here(CHAT, entry(server))
    assert (places(found), fault) == (PLACES, "")
    assert {one.score for one in found} == {0.6}


def test_only_the_text_and_the_labels_are_sent() -> None:
    with standing_in(in_turn(says(GOOD))) as server:
        ask_here(CHAT, entry(server))
    (asked,) = server.asked
    assert asked.path == "/chat/completions"
    assert set(asked.body) == {"model", "messages", "temperature", "response_format"}
    system, user = asked.body["messages"]
    assert (user["role"], user["content"]) == ("user", TEXT.strip())
    assert "- PERS: Person." in system["content"]
    assert "عنوان" not in json.dumps(asked.body, ensure_ascii=False)
    assert "page.txt" not in json.dumps(asked.body)


def test_the_form_of_the_answer_is_asked_for_strictly() -> None:
    with standing_in(in_turn(says(GOOD))) as server:
        ask_here(CHAT, replace(entry(server), labels=(("person", "PERS"),)))
    form = server.asked[0].body["response_format"]
    assert (form["type"], form["json_schema"]["strict"]) == ("json_schema", True)
    item = form["json_schema"]["schema"]["properties"]["mentions"]["items"]
    assert item["properties"]["label"]["enum"] == ["person"]
    assert set(item["required"]) == set(item["properties"])
    assert item["additionalProperties"] is False


@pytest.mark.parametrize(("structure", "form"), [("json_object", {"type": "json_object"}), ("none", None)])
def test_endpoints_that_know_less_are_asked_for_less(structure: str, form: object) -> None:
    with standing_in(in_turn(says(GOOD))) as server:
        ask_here(CHAT, entry(server, structure=structure, temperature=-1.0))
    assert server.asked[0].body.get("response_format") == form
    assert "temperature" not in server.asked[0].body


@pytest.mark.parametrize("wrapped", [f"```json\n{GOOD}\n```", f"<think>hm, {{}}</think>\n{GOOD}", f"\n\n{GOOD}\n"])
def test_what_local_models_put_around_the_answer_is_no_matter(wrapped: str) -> None:
    with standing_in(in_turn(says(wrapped))) as server:
        found, fault = ask_here(CHAT, entry(server))
    assert (places(found), fault) == (PLACES, "")


def test_a_label_of_the_model_s_own_is_called_as_the_entry_says() -> None:
    with standing_in(in_turn(says(mentions(("سامي حداد", "person", ""))))) as server:
        found, _ = ask_here(CHAT, replace(entry(server), labels=(("person", "PERS"),)))
    assert places(found) == PLACES[:1]


def test_what_is_not_in_the_text_is_counted_and_the_rest_kept() -> None:
    invented = mentions(("سامي حداد", "PERS", ""), ("صنعاء", "GPE", ""), ("عدن", "CITY", ""))
    with standing_in(in_turn(says(invented))) as server:
        found, fault = ask_here(CHAT, entry(server))
    assert places(found) == PLACES[:1]
    assert fault == "2 of its suggestions are not in the text; they are left out."


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (says("I cannot help."), "The model answers with something else than a list of mentions"),
        (says('{"mentions": [{"text": 5, "label": "PERS"}]}'), "Expected `str`, got `int`"),
        (says('{"people": []}'), "missing required field `mentions`"),
        (says("[]"), "Expected `object`, got `array`"),
        (says(None), "The model answers with something else than a list of mentions"),
        (says(GOOD[:40], finish="length"), "The model’s answer was cut off."),
        (says(None, refusal="I will not."), "The model refuses: I will not."),
        (Reply({"choices": []}), "does not answer as a chat endpoint does"),
        (Reply({"error": {"message": "no"}}), "does not answer as a chat endpoint does"),
        (Reply(["choices"]), "does not answer as a chat endpoint does"),
        (Reply(b"<html>"), "answers with something that is not JSON."),
        (Reply(b"response_format is not supported", status=400), "response_format is not supported"),
    ],
)
def test_an_answer_that_is_none_is_told_and_costs_no_other_piece(reply: Reply, told: str) -> None:
    text = TEXT + "\n" + "كلام آخر لا أسماء فيه. " * 20
    with standing_in(in_turn(says(GOOD), reply, says(mentions()))) as server:
        found, fault = ask_here(CHAT, entry(server, characters=200), text)
    assert places(found) == PLACES
    assert told in fault
    assert len(server.asked) > 2


def test_when_the_server_goes_away_what_came_before_is_kept() -> None:
    text = TEXT + "\n" + "كلام آخر لا أسماء فيه. " * 20
    with standing_in(in_turn(says(GOOD), Reply(status=401))) as server:
        found, fault = ask_here(CHAT, entry(server, characters=200), text)
    assert places(found) == PLACES
    assert "refuses: the key or password is missing or wrong." in fault
    assert len(server.asked) == 2


def test_a_server_that_never_answers_is_told() -> None:
    with standing_in(in_turn(Reply(status=404))) as server, pytest.raises(RemoteError) as caught:
        ask_here(CHAT, entry(server))
    assert "has nothing at /chat/completions" in str(caught.value)


def test_boilerplate_is_not_sent() -> None:
    page = "أخبار اليوم\nالرئيسية | سياسة | رياضة | اتصل بنا\n" + TEXT + "جميع الحقوق محفوظة\n"
    with standing_in(in_turn(says(mentions()))) as server:
        ask(page, only(entry(server)), KINDS)
    assert "جميع الحقوق محفوظة" not in server.asked[0].body["messages"][1]["content"]
    assert "سامي حداد" in server.asked[0].body["messages"][1]["content"]


# consent and keys


def test_nothing_is_sent_before_it_is_allowed() -> None:
    with standing_in(in_turn(says(GOOD))) as server:
        allowed = entry(server)
        for refused in (
            replace(allowed, allowed_host=""),
            replace(allowed, allowed_host="127.0.0.1"),
            replace(allowed, allowed_host="example.org"),
        ):
            _, (fault,) = ask(TEXT, only(refused), KINDS)
            assert f"Sending text to {server.host} has not been allowed; nothing is sent." in fault
            with pytest.raises(RemoteError):
                CHAT.maker(refused)()
        assert ask(TEXT, only(replace(allowed, enabled=False)), KINDS)[1] == ()
    assert server.asked == []


def test_once_allowed_it_works_through_settings_pipeline_and_a_process_of_its_own() -> None:
    with standing_in(in_turn(says(GOOD))) as server:
        found, faults = ask(TEXT, only(entry(server)), KINDS)
    assert (tags(found), faults) == (PLACES, ())


def test_what_is_sent_is_told_with_the_host() -> None:
    near = CHAT.new_entry("near")
    far = near.set(url="https://models.example.org:8443/v1")
    told = [notice.english() for one in (near, far) if (notice := CHAT.notice(one)) is not None]
    assert "sent to the program at 127.0.0.1:11434 on this machine" in told[0]
    assert "leaves this machine: it is sent to models.example.org:8443" in told[1]


@pytest.mark.parametrize(
    ("host", "near"),
    [
        ("127.0.0.1:8080", True),
        ("localhost", True),
        ("[::1]:11434", True),
        ("127.0.0.1.example.org", False),
        ("localhost.example.org:80", False),
        ("10.0.0.1", False),
        ("127.example.org", False),
    ],
)
def test_only_this_very_machine_counts_as_near(host: str, near: bool) -> None:
    assert is_loopback(host) is near


@pytest.mark.parametrize("address", ["", "models.example.org", "ftp://example.org", "http://", "http://[", "file:///x"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    entry = replace(CHAT.new_entry("far").set(url=address, model="m"), enabled=True)
    told = [fault.english() for fault in CHAT.faults_of(entry)]
    assert "The address must begin with http:// or https:// and name a host." in told
    assert CHAT.notice(entry) is None


def test_the_key_comes_from_the_environment_or_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODEL_KEY", " s3cret\n")
    (tmp_path / "key").write_text("fr0m-file\n")
    with standing_in(in_turn(says(GOOD))) as server:
        ask_here(CHAT, entry(server, key_variable="MODEL_KEY"))
        ask_here(CHAT, entry(server, key_file=str(tmp_path / "key")))
        ask_here(CHAT, entry(server))
    assert [asked.headers.get("Authorization") for asked in server.asked] == ["Bearer s3cret", "Bearer fr0m-file", None]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"key_variable": "NO_SUCH_KEY"}, "The environment variable NO_SUCH_KEY, which holds the key, is not set."),
        ({"key_file": "no/such/file"}, "The file with the key cannot be read"),
        ({"key_variable": "HOME", "url": "http://example.org"}, "The key is sent over https only"),
    ],
)
def test_a_key_that_cannot_be_had_or_sent_safely_is_told(options: dict[str, str], told: str) -> None:
    entry = replace(CHAT.new_entry("far").set(model="m"), allowed_host="127.0.0.1:11434").set(**options)
    with pytest.raises(RemoteError) as caught:
        CHAT.maker(replace(entry, allowed_host=CHAT.host_of(entry)))()
    assert told in str(caught.value)


def test_cancelling_leaves_a_server_that_does_not_answer(wait_until: Callable[[Callable[[], bool]], None]) -> None:
    def says_nothing(_asked: Asked) -> Reply:
        server.let_go.wait()
        return Reply()

    with standing_in(says_nothing) as server:
        pipeline = pipeline_of(only(entry(server, timeout=600.0)), KINDS)
        faults = list[str]()
        thread = threading.Thread(target=lambda: faults.append(_fault(pipeline)))
        thread.start()
        wait_until(lambda: bool(server.asked))
        pipeline.cancel()
        thread.join()
        pipeline.close()
    assert "It was cancelled." in faults[0]


def _fault(pipeline: Pipeline) -> str:
    with pytest.raises(SuggesterError) as caught:
        pipeline.run(article_of())
    return str(caught.value)
