"""Mentions and events by a server that speaks the protocol of Label Studio's ML backends."""

from typing import Any

import msgspec

from model.article import Article
from model.messages import Message
from model.suggest.context import Context, Suggester
from model.suggest.optional.found import Finding, FindingSuggester, misplaced_message
from model.suggest.optional.windows import encodable
from model.suggest.settings import SuggesterEntry
from model.suggestion import Source
from storage.remote.access import basic, client_of
from storage.remote.client import AnswerError, Client
from storage.remote.label_studio import FIELD, Regions, config_of, read_regions

PROJECT = "1.0"
"""Backends split this into the number of a project and the time of its making."""


class _Prediction(msgspec.Struct):
    result: Any = None
    score: float | None = None


def make(entry: SuggesterEntry, source: Source) -> Suggester:
    """The suggester of an entry; tells the backend the labels, as Label Studio does when it connects."""
    client = client_of(entry, basic(entry))
    config = entry.text("config") or config_of(label for label, _ in entry.labels)
    backend = Backend(client, config, entry.text("field"))
    backend.set_up()
    return FindingSuggester(entry, source, backend.find, Message("the server {host} says so", host=client.host))


class Backend:
    """Asks a backend for predictions. ``config``: the labelling configuration that it is told."""

    def __init__(self, client: Client, config: str, field: str = FIELD) -> None:
        self._client, self._config, self._field = client, config, field

    def set_up(self) -> None:
        """Tell it the labels. Raises RemoteError."""
        self._client.post("/setup", {"project": PROJECT, "schema": self._config, "hostname": "", "access_token": ""})

    def find(self, article: Article, _context: Context) -> Finding:
        """What it predicts for an article."""
        text = encodable(article.text)
        answer = self._client.post(
            "/predict",
            {
                "tasks": [{"id": 1, "data": {self._field: text}}],
                "model_version": None,
                "project": PROJECT,
                "label_config": self._config,
                "params": {"login": None, "password": None, "context": None},
            },
        )
        regions = self._regions(answer, text)
        return Finding(regions.found, misplaced_message(regions.lost) if regions.lost else None)

    def _regions(self, answer: object, text: str) -> Regions:
        try:
            results: list[Any] = msgspec.convert(answer, dict[str, Any])["results"]
            predictions = results[0] if results and isinstance(results[0], list) else results
            if not predictions:
                return Regions((), 0)
            prediction = msgspec.convert(predictions[0], _Prediction)
            return read_regions(prediction.result or [], text, _own_score(prediction))
        except (msgspec.ValidationError, LookupError, TypeError) as error:
            raise AnswerError(
                Message(
                    "{host} does not answer as an ML backend of Label Studio does: {reason}",
                    host=self._client.host,
                    reason=str(error),
                )
            ) from error


def _own_score(prediction: _Prediction) -> float | None:
    """The score of the whole prediction; backends write 0 for none."""
    return prediction.score or None
