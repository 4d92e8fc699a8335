"""Tawsim as an ML backend, asked over real sockets as Label Studio asks, and by its own client."""

import base64
import http.client
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from model.article import Article, text_digest
from model.suggest.context import Context
from model.suggest.pipeline import Pipeline, builtin_pipeline
from model.suggestion import Suggestion, SuggestionSet
from storage.remote import label_studio_server
from storage.remote.kinds import LABEL_STUDIO
from storage.remote.label_studio import LayoutError, config_of, read_config
from storage.remote.label_studio_server import SuggestionServer
from tests.storage.remote.asking import ask_here, entry_of

PAGE = """وصول وزير الخارجية إلى بغداد
بغداد، 3 أيار 2023
\U0001f642 التقى وزير الخارجية سامي حداد رئيس الوزراء نادر الكرمي في بغداد أمس الثلاثاء.
"""
CONFIG = """<View>
  <Relations><Relation value="actor"/></Relations>
  <Labels name="who" toName="page"><Label value="Person"/><Label value="منصب"/><Label value="gpe"/></Labels>
  <Labels name="what" toName="page"><Label value="CONSULT"/></Labels>
  <Text name="page" value="$body"/>
</View>"""


@contextmanager
def serving(pipeline: Pipeline | None = None, credentials: tuple[str, str] | None = None) -> Iterator[SuggestionServer]:
    with SuggestionServer(("127.0.0.1", 0), pipeline or builtin_pipeline(), credentials) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def ask(
    server: SuggestionServer, method: str, path: str, body: object = b"", **headers: str
) -> tuple[int, dict[str, Any]]:
    """Status and answer of one question."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=20)
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    try:
        connection.request(method, path, data, {"Content-Type": "application/json", **headers})
        with connection.getresponse() as response:
            return response.status, json.loads(response.read())
    finally:
        connection.close()


def question(*tasks: object, config: str = CONFIG) -> dict[str, Any]:
    """What Label Studio asks for predictions with."""
    return {
        "tasks": list(tasks),
        "model_version": None,
        "project": "7.1700000000",
        "label_config": config,
        "params": {"login": None, "password": None, "context": None},
    }


def test_it_introduces_itself() -> None:
    version = builtin_pipeline().version
    with serving() as server:
        up = (200, {"status": "UP", "model_class": "Tawsim"})
        assert ask(server, "GET", "/health") == ask(server, "GET", "/") == up
        assert ask(server, "POST", "/setup", {"project": "7.1", "schema": CONFIG}) == (200, {"model_version": version})
        assert ask(server, "GET", "/versions?project=7") == (200, {"versions": [version]})
        assert ask(server, "POST", "/webhook", {"action": "ANNOTATION_CREATED"}) == (200, {"status": "ok"})


def test_each_task_gets_its_prediction_in_the_labels_of_the_configuration() -> None:
    tasks = [{"id": 1, "data": {"body": PAGE}}, {"id": 2, "data": {"body": "نص"}}]
    with serving() as server:
        status, answer = ask(server, "POST", "/predict", question(*tasks))
    assert status == 200
    first, second = answer["results"]
    assert second["result"] == []
    assert first["model_version"] == builtin_pipeline().version
    regions = [one for one in first["result"] if one["type"] == "labels"]
    assert {one["value"]["labels"][0] for one in regions} >= {"Person", "منصب", "gpe", "CONSULT"}
    for one in regions:
        value = one["value"]
        assert PAGE[value["start"] : value["end"]] == value["text"]
        assert one["to_name"] == "page"
        assert one["from_name"] == ("what" if value["labels"] == ["CONSULT"] else "who")
        assert 0 <= one["score"] <= 1


def test_arguments_are_relations_between_regions_that_are_there() -> None:
    with serving() as server:
        _, answer = ask(server, "POST", "/predict", question({"id": 1, "data": {"body": PAGE}}))
    result = answer["results"][0]["result"]
    ids = {one["id"]: one["value"]["labels"][0] for one in result if one["type"] == "labels"}
    relations = [one for one in result if one["type"] == "relation"]
    assert relations
    assert all(ids[one["from_id"]] == "CONSULT" and one["to_id"] in ids for one in relations)
    assert {one["labels"][0] for one in relations} == {"actor"}


@pytest.mark.parametrize(("tag", "roles"), [("<Relations/>", {"actor", "recipient"}), ("", set())])
def test_without_names_every_relation_is_shown_and_without_relations_none(tag: str, roles: set[str]) -> None:
    config = CONFIG.replace('<Relations><Relation value="actor"/></Relations>', tag)
    with serving() as server:
        _, answer = ask(server, "POST", "/predict", question({"id": 1, "data": {"body": PAGE}}, config=config))
    shown = {one["labels"][0] for one in answer["results"][0]["result"] if one["type"] == "relation"}
    assert shown >= roles
    assert bool(shown) == bool(roles)


def test_what_it_serves_its_own_client_gets_back_whole() -> None:
    labels = [*builtin_labels("mentions"), *builtin_labels("events")]
    own = builtin_pipeline().run(Article("a1", PAGE, text_digest(PAGE)))
    with serving() as server:
        entry = replace(
            entry_of(LABEL_STUDIO, f"127.0.0.1:{server.server_address[1]}"),
            labels=tuple((label, label) for label in labels),
        )
        found, fault = ask_here(LABEL_STUDIO, entry, PAGE)
    assert fault == ""
    assert sorted(seen(one) for one in found) == sorted(seen(one) for one in own.in_reading_order)


def builtin_labels(kind: str) -> list[str]:
    """The labels of the page, those of events as entries write them."""
    found = builtin_pipeline().run(Article("a1", PAGE, text_digest(PAGE)))
    if kind == "mentions":
        return sorted({one.label for one in found.mentions})
    return sorted({f"event:{one.label}" for one in found.events})


def seen(one: Suggestion) -> tuple[int, int, str, float]:
    return one.hull.start, one.hull.end, one.label, one.score


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "told"),
    [
        ("POST", "/predict", b"{", 400, "The question cannot be read"),
        ("POST", "/predict", {"label_config": CONFIG}, 400, "tasks"),
        ("POST", "/predict", question(5), 400, "The question cannot be read"),
        ("POST", "/predict", question(config=""), 422, "The labelling configuration cannot be read"),
        ("POST", "/predict", question(config="<View/>"), 422, "has no Text with Labels"),
        ("POST", "/predict", question(config='<View><Image name="i" value="$i"/></View>'), 422, "has no Text"),
        ("POST", "/elsewhere", {}, 404, "There is nothing at this address."),
        ("GET", "/predict", b"", 404, "There is nothing at this address."),
    ],
)
def test_a_question_that_is_none_is_refused_in_plain_words(
    method: str, path: str, body: object, status: int, told: str
) -> None:
    with serving() as server:
        refused, answer = ask(server, method, path, body)
        assert ask(server, "GET", "/health")[0] == 200
    assert refused == status
    assert told in answer["error"]


@pytest.mark.parametrize("data", [{}, {"body": 5}, {"body": None}, None])
def test_a_task_without_text_gets_an_empty_prediction_and_the_others_theirs(data: object, expect_log: Any) -> None:
    expect_log("Task 1 has no text in its field body")
    with serving() as server:
        tasks = ({"id": 1, "data": data}, {"id": 2, "data": {"body": PAGE}})
        status, answer = ask(server, "POST", "/predict", question(*tasks))
    assert status == 200
    assert [bool(one["result"]) for one in answer["results"]] == [False, True]


def test_a_suggester_that_fails_costs_only_its_own_part(expect_log: Any) -> None:
    class Breaks:
        name, version = "breaks", "1"

        def suggest(self, article: Article, context: Context) -> list[Suggestion]:
            raise LookupError("no such word")

    expect_log("The suggester “breaks” failed")
    pipeline = Pipeline([Breaks(), *builtin_pipeline().suggesters])
    with serving(pipeline) as server:
        status, answer = ask(server, "POST", "/predict", question({"id": 1, "data": {"body": PAGE}}))
    assert status == 200
    assert answer["results"][0]["result"]


def test_a_fault_of_its_own_is_told_logged_and_ends_nothing(expect_log: Any) -> None:
    class Faulty(Pipeline):
        def run(self, article: Article, *, published: date | None = None) -> SuggestionSet:
            raise LookupError("no such word")

    expect_log("A question could not be answered")
    with serving(Faulty(())) as server:
        status, answer = ask(server, "POST", "/predict", question({"id": 1, "data": {"body": PAGE}}))
        assert ask(server, "GET", "/health")[0] == 200
    assert status == 500
    assert "fault" in answer["error"]


def test_an_asker_who_goes_away_disturbs_nobody() -> None:
    with serving() as server:
        with socket.create_connection(("127.0.0.1", server.server_address[1])) as gone:
            gone.sendall(b"POST /predict HTTP/1.1\r\nContent-Length: 1000\r\n\r\n{")
        assert ask(server, "GET", "/health")[0] == 200


def test_with_a_password_only_those_who_know_it_are_answered() -> None:
    def header(user: str, password: str) -> str:
        return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

    with serving(credentials=("noor", "كلمة")) as server:
        assert ask(server, "GET", "/health")[0] == 401
        assert ask(server, "POST", "/predict", question(), Authorization=header("noor", "x"))[0] == 401
        assert ask(server, "GET", "/health", Authorization="Basic \u00ff")[0] == 401
        assert ask(server, "GET", "/health", Authorization=header("noor", "كلمة"))[0] == 200


def test_questions_that_are_too_long_or_of_no_length_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label_studio_server, "MOST_BYTES", 100)
    with serving() as server:
        assert ask(server, "POST", "/predict", b" " * 101)[0] == 413
        assert ask(server, "POST", "/predict", b"", **{"Content-Length": "many"})[0] == 411


def test_several_askers_at_once_get_their_own_answers() -> None:
    answers: dict[int, list[str]] = {}

    def asks(number: int) -> None:
        task = {"id": number, "data": {"body": PAGE if number % 2 else "نص قصير"}}
        _, answer = ask(server, "POST", "/predict", question(task))
        answers[number] = [one["value"]["text"] for one in answer["results"][0]["result"] if "value" in one]

    with serving() as server:
        threads = [threading.Thread(target=asks, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [bool(answers[number]) for number in range(6)] == [False, True] * 3


def test_entities_of_a_configuration_are_not_resolved() -> None:
    bomb = '<!DOCTYPE v [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    config = f'{bomb}<View><Text name="t" value="$&a;&b;"/></View>'
    with pytest.raises(LayoutError):
        read_config(config)


def test_a_configuration_of_labels_with_marks_is_read_back() -> None:
    labels = ['"quoted" & <b>', "نوع", "event:ASSAULT"]
    layout = read_config(config_of(labels))
    assert [value for _, value in layout.labels.values()] == labels
    assert layout.relations == {}
