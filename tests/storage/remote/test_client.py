import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from storage.remote import client as module
from storage.remote.client import Client, RemoteError
from tests.storage.remote.stand_in import Asked, Reply, StandIn, in_turn, standing_in

Serve = Callable[..., StandIn]


@pytest.fixture
def pauses() -> list[float]:
    """Seconds that a client would have waited."""
    return []


def client_of(address: str, pauses: list[float], *, tries: int = 3, timeout: float = 20) -> Client:
    return Client(address, timeout=timeout, tries=tries, headers={"X-Test": "1"}, pause=pauses.append)


@pytest.fixture
def free_port() -> Iterator[int]:
    """A port where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def test_a_question_goes_out_as_json_and_the_answer_comes_back(pauses: list[float]) -> None:
    with standing_in(in_turn(Reply({"answer": "نعم \U0001f642"}))) as server:
        answer = client_of(server.url + "/v1/", pauses).post("/ask", {"text": "نص \ud83d"})
    assert answer == {"answer": "نعم \U0001f642"}
    (asked,) = server.asked
    assert (asked.path, asked.body) == ("/v1/ask", {"text": "نص \ud83d"})
    assert asked.headers["Content-Type"] == "application/json"
    assert asked.headers["X-Test"] == "1"
    assert pauses == []


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_an_overloaded_server_is_asked_again_after_longer_and_longer_pauses(status: int, pauses: list[float]) -> None:
    with standing_in(in_turn(Reply(status=status), Reply(status=status), Reply({"ok": 1}))) as server:
        assert client_of(server.url, pauses).post("/ask", {}) == {"ok": 1}
    assert pauses == [0.5, 1.0]


def test_a_server_may_say_how_long_to_wait_within_reason(pauses: list[float]) -> None:
    waits = [Reply(status=429, headers={"Retry-After": value}) for value in ("7", "100000", "Fri, 27 Nov 2026")]
    with standing_in(in_turn(*waits, Reply({"ok": 1}))) as server:
        client_of(server.url, pauses, tries=4).post("/ask", {})
    assert pauses == [7.0, module.LONGEST_PAUSE, 2.0]


def test_a_connection_that_breaks_off_is_tried_again(pauses: list[float]) -> None:
    with standing_in(in_turn(Reply(b"{", claims=100), Reply({"ok": 1}))) as server:
        assert client_of(server.url, pauses).post("/ask", {}) == {"ok": 1}
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("reply", "told", "questions"),
    [
        (Reply(status=429), "takes no more questions for now.", 3),
        (Reply(b"overheated", status=503), "answers with error 503: overheated", 3),
        (Reply(b'{"error": "no such model"}', status=400), 'answers with error 400: {"error": "no such model"}', 1),
        (Reply(status=401), "refuses: the key or password is missing or wrong.", 1),
        (Reply(status=403), "refuses: the key or password is missing or wrong.", 1),
        (Reply(status=404), "has nothing at /ask. Is the address right?", 1),
        (Reply(b"<html>Welcome</html>"), "answers with something that is not JSON.", 1),
        (Reply(b"\xff\xfe"), "answers with something that is not JSON.", 1),
        (Reply(b""), "answers with something that is not JSON.", 1),
        (Reply(b"{", claims=9), "cannot be reached", 3),
    ],
)
def test_what_goes_wrong_is_told_in_plain_words(reply: Reply, told: str, questions: int, pauses: list[float]) -> None:
    with standing_in(in_turn(reply)) as server, pytest.raises(RemoteError) as caught:
        client_of(server.url, pauses).post("/ask", {})
    assert str(caught.value).startswith(server.host)
    assert told in str(caught.value)
    assert len(server.asked) == questions


def test_a_text_is_not_sent_on_to_where_a_server_points(pauses: list[float]) -> None:
    with standing_in(in_turn(Reply({"stolen": 1}))) as other:
        away = Reply(status=307, headers={"Location": other.url})
        with standing_in(in_turn(away)) as server, pytest.raises(RemoteError) as caught:
            client_of(server.url, pauses).post("/ask", {"text": "سرّ"})
    assert f"wants the text sent elsewhere ({other.url})" in str(caught.value)
    assert other.asked == []


def test_a_proxy_of_the_environment_is_not_used(pauses: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    with standing_in(in_turn(Reply({"proxy": 1}))) as proxy, standing_in(in_turn(Reply({"ok": 1}))) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        assert client_of(server.url, pauses).post("/ask", {}) == {"ok": 1}
    assert proxy.asked == []


def test_a_server_that_says_nothing_is_given_up_in_time(pauses: list[float]) -> None:
    def says_nothing(_asked: Asked) -> Reply:
        server.let_go.wait()
        return Reply()

    with standing_in(says_nothing) as server, pytest.raises(RemoteError) as caught:
        client_of(server.url, pauses, timeout=0.2).post("/ask", {})
    assert str(caught.value) == f"{server.host} did not answer within 0.2 seconds."
    assert len(server.asked) == 1


def test_a_server_that_is_not_there_is_told(pauses: list[float], free_port: int) -> None:
    with pytest.raises(RemoteError) as caught:
        client_of(f"http://127.0.0.1:{free_port}", pauses).post("/ask", {})
    assert "cannot be reached" in str(caught.value)
    assert "Is it running?" in str(caught.value)
    assert len(pauses) == 2


def test_an_answer_without_end_is_not_read_to_its_end(pauses: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 1000)
    with standing_in(in_turn(Reply(b"1" * 100_000))) as server, pytest.raises(RemoteError) as caught:
        client_of(server.url, pauses).post("/ask", {})
    assert "answers with more than can be read." in str(caught.value)


def test_a_server_without_a_certificate_gets_no_text(pauses: list[float]) -> None:
    received = list[bytes]()

    def speaks_plainly() -> None:
        connection, _ = server.accept()
        with connection:
            received.append(connection.recv(1 << 16))
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=speaks_plainly)
        thread.start()
        with pytest.raises(RemoteError) as caught:
            client_of(f"https://127.0.0.1:{server.getsockname()[1]}", pauses, tries=1).post("/ask", {"text": "secret"})
        thread.join()
    assert "cannot be reached" in str(caught.value)
    assert b"secret" not in received[0]
