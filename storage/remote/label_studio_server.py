"""Serves Tawsim's suggesters to Label Studio, by the protocol of its ML backends."""

import hmac
import json
import logging
import sys
import threading
from collections.abc import Callable
from functools import cache, lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import msgspec

from model.article import Article, text_digest
from model.errors import TawsimError
from model.messages import Message
from model.schema.loader import load_shipped
from model.schema.schema import EventLabel, MentionLabel
from model.suggest.fitting import SUGGESTED_SCHEMA
from model.suggest.optional.local import USUAL_LABELS
from model.suggest.pipeline import Pipeline, SuggesterError
from model.suggestion import SuggestionSet
from storage.remote.access import basic_value
from storage.remote.label_studio import Layout, Names, read_config, write_regions

logger = logging.getLogger("tawsim.serve")

MOST_BYTES = 64 << 20
"""Longest question that is read."""
IDLE_SECONDS = 60
"""After which a connection that says nothing is closed."""
MODEL_CLASS = "Tawsim"
_FAULT = Message("The question met a fault of Tawsim’s own, which its log tells.")


class BadQuestionError(TawsimError):
    """A question that is none, with the HTTP status that says so."""

    def __init__(self, status: HTTPStatus, message: Message) -> None:
        super().__init__(message)
        self.status = status


class _Question(msgspec.Struct):
    tasks: list[dict[str, Any]]
    label_config: str | None = None


class SuggestionServer(ThreadingHTTPServer):
    """Answers on one address until it is shut down; one article at a time is read.

    ``credentials``: user and password that every question must bring; None for no such thing.
    """

    daemon_threads = True

    def __init__(
        self, address: tuple[str, int], pipeline: Pipeline, credentials: tuple[str, str] | None = None
    ) -> None:
        self._pipeline = pipeline
        self._reading = threading.Lock()
        self._version = pipeline.version
        self.authorization = None if credentials is None else basic_value(*credentials)
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """An asker who went away is nothing to tell of; the rest is a fault."""
        error = sys.exc_info()[1]
        if isinstance(error, OSError):
            logger.info("%s went away", client_address)
        else:
            logger.error("A connection broke down: %r", error)

    def health(self, _body: bytes) -> dict[str, Any]:
        """That it is there."""
        return {"status": "UP", "model_class": MODEL_CLASS}

    def set_up(self, _body: bytes) -> dict[str, Any]:
        """The version of the suggesters; the configuration comes again with every question."""
        return {"model_version": self._version}

    def versions(self, _body: bytes) -> dict[str, Any]:
        """The only version there is."""
        return {"versions": [self._version]}

    def hear(self, _body: bytes) -> dict[str, Any]:
        """News of annotations, from which nothing is learned."""
        return {"status": "ok"}

    def predict(self, body: bytes) -> dict[str, Any]:
        """A prediction for each task. Raises BadQuestionError."""
        try:
            question = msgspec.json.decode(body, type=_Question)
        except msgspec.DecodeError as error:
            raise BadQuestionError(
                HTTPStatus.BAD_REQUEST, Message("The question cannot be read: {reason}", reason=str(error))
            ) from error
        layout = _layout(question.label_config or "")
        return {"results": [self._prediction(task, layout) for task in question.tasks]}

    def _prediction(self, task: dict[str, Any], layout: Layout) -> dict[str, Any]:
        data = task.get("data")
        text = data.get(layout.field) if isinstance(data, dict) else None
        found = self._suggestions(text) if isinstance(text, str) else SuggestionSet()
        if not isinstance(text, str):
            logger.warning("Task %s has no text in its field %s", task.get("id"), layout.field)
        result = write_regions(found.mentions, found.events, layout, _names())
        scores = [region["score"] for region in result if "score" in region]
        mean = sum(scores) / len(scores) if scores else 0.0
        return {"model_version": self._version, "score": mean, "result": result}

    def _suggestions(self, text: str) -> SuggestionSet:
        with self._reading:
            try:
                return self._pipeline.run(Article("", text, text_digest(text)))
            except SuggesterError as error:
                for failure in error.failures:
                    logger.warning("%s", failure.message.english())
                return error.results


@lru_cache(maxsize=32)
def _layout(config: str) -> Layout:
    try:
        return read_config(config)
    except TawsimError as error:
        raise BadQuestionError(HTTPStatus.UNPROCESSABLE_ENTITY, error.message) from error


@cache
def _names() -> Names:
    """The labels of the news schema by their own names, their English and Arabic ones, and widespread ones."""
    schema = load_shipped(SUGGESTED_SCHEMA)
    mentions = {label.name: _folded(label, *_usual(label.name)) for label in schema.mentions}
    return Names(mentions, {label.name: _folded(label, f"event:{label.name}") for label in schema.events})


def _usual(label: str) -> list[str]:
    return [theirs for theirs, ours in USUAL_LABELS.items() if ours == label]


def _folded(label: MentionLabel | EventLabel, *more: str) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (label.name, *more, label.names.en, label.names.ar))


class _Handler(BaseHTTPRequestHandler):
    """Reads one question, looks at who asks, and writes the answer as JSON."""

    server: SuggestionServer
    timeout = IDLE_SECONDS
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Health and versions."""
        answers = {"/": self.server.health, "/health": self.server.health, "/versions": self.server.versions}
        self._answer(answers.get(self._path()))

    def do_POST(self) -> None:
        """Set-up, predictions and news."""
        answers = {"/setup": self.server.set_up, "/predict": self.server.predict, "/webhook": self.server.hear}
        self._answer(answers.get(self._path()))

    def _path(self) -> str:
        return self.path.partition("?")[0].rstrip("/") or "/"

    def _answer(self, answer: Callable[[bytes], dict[str, Any]] | None) -> None:
        self._write(*self._result(answer))

    def _result(self, answer: Callable[[bytes], dict[str, Any]] | None) -> tuple[HTTPStatus, dict[str, Any]]:
        try:
            body = self._body()
            self._check_asker()
            if answer is None:
                raise BadQuestionError(HTTPStatus.NOT_FOUND, Message("There is nothing at this address."))
            return HTTPStatus.OK, answer(body)
        except BadQuestionError as error:
            return error.status, {"error": error.message.english()}
        except OSError:
            raise
        except Exception:
            logger.exception("A question could not be answered")
            return HTTPStatus.INTERNAL_SERVER_ERROR, {"error": _FAULT.english()}

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit() or "Transfer-Encoding" in self.headers:
            self.close_connection = True
            raise BadQuestionError(HTTPStatus.LENGTH_REQUIRED, Message("The question does not say how long it is."))
        if int(length) > MOST_BYTES:
            self.close_connection = True
            raise BadQuestionError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, Message("The question is longer than is read."))
        return self.rfile.read(int(length))

    def _check_asker(self) -> None:
        wanted = self.server.authorization
        given = self.headers.get("Authorization", "")
        if wanted is not None and not hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode()):
            raise BadQuestionError(HTTPStatus.UNAUTHORIZED, Message("User or password are missing or wrong."))

    def _write(self, status: HTTPStatus, answer: dict[str, Any]) -> None:
        body = json.dumps(answer).encode("ascii")
        self.send_response(status)
        if status is HTTPStatus.UNAUTHORIZED:
            self.send_header("WWW-Authenticate", 'Basic realm="Tawsim"')
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the library's
        """Questions are told to those who want to know more."""
        logger.info(format, *args)
