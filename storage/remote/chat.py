"""Mentions by a language model behind an OpenAI-compatible chat endpoint.

The model is asked to quote; every quote is looked for in the text, so that no offset is ever taken on trust.
"""

import re
from typing import Any

import msgspec

from model.article import Article
from model.messages import Message
from model.schema.loader import load_shipped
from model.schema.schema import MentionLabel
from model.suggest.context import UNTAGGED_ZONES, Context, Suggester
from model.suggest.fitting import SUGGESTED_SCHEMA
from model.suggest.optional.found import Finding, FindingSuggester, Found, misplaced_message
from model.suggest.optional.windows import encodable, windows
from model.suggest.settings import SuggesterEntry
from model.suggestion import Source
from storage.remote.access import bearer, client_of
from storage.remote.client import AnswerError, Client, RemoteError
from storage.remote.quotes import Places, Quote, locate

JSON_SCHEMA, JSON_OBJECT, PLAIN = "json_schema", "json_object", "none"
STRUCTURES = (JSON_SCHEMA, JSON_OBJECT, PLAIN)
NO_TEMPERATURE = -1.0
_THOUGHTS = re.compile(r"<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"^```(?:json)?\s*(.*?)\s*```$", re.DOTALL)
_TASK = """You mark mentions in Arabic news. The labels are:
{labels}

Copy every mention exactly as it is written in the text, letter by letter, without the joined particles و ف ب ل ك س
before it. In "before", copy the two or three words right before it, to tell it from others written the same; leave it
empty at the very start. A mention may lie within a longer one: give both. Keep to the order of the text. If there are
none, give an empty list. Answer with JSON alone: {{"mentions": [{{"text": "…", "label": "…", "before": "…"}}]}}
{instructions}"""


class _Mention(msgspec.Struct):
    text: str
    label: str
    before: str = ""


class _Mentions(msgspec.Struct):
    mentions: list[_Mention]


class _Message(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]


def make(entry: SuggesterEntry, source: Source) -> Suggester:
    """The suggester of an entry."""
    chat = Chat(client_of(entry, bearer(entry)), entry)
    return FindingSuggester(
        entry, source, chat.find, Message("the language model {model} says so", model=entry.text("model"))
    )


class Chat:
    """Asks a language model about one piece of an article after another."""

    def __init__(self, client: Client, entry: SuggesterEntry) -> None:
        self._client, self._entry = client, entry
        self._labels = [label for label, _ in entry.labels]

    def find(self, article: Article, context: Context) -> Finding:
        """What the model finds. Raises RemoteError when not even the first answer came."""
        found, lost, fault = list[Found](), 0, None
        read = [one for one in context.sentences if context.zone_at(one.start) not in UNTAGGED_ZONES]
        for piece in windows(read, article.text, self._entry.whole("characters")):
            try:
                places = self._ask(encodable(piece.of(article.text)))
            except AnswerError as error:
                fault = error.message
                continue
            except RemoteError as error:
                if not found:
                    raise
                return Finding(tuple(found), error.message)
            lost += places.lost
            found += [Found(span.start + piece.start, span.end + piece.start, label) for span, label in places.found]
        return Finding(tuple(found), fault or (misplaced_message(lost) if lost else None))

    def _ask(self, text: str) -> Places:
        answer = self._client.post("/chat/completions", self._question(text))
        quotes = [Quote(one.text, one.label, one.before) for one in self._mentions(answer)]
        return locate(quotes, text, self._labels)

    def _question(self, text: str) -> dict[str, Any]:
        question: dict[str, Any] = {
            "model": self._entry.text("model"),
            "messages": [{"role": "system", "content": self._task()}, {"role": "user", "content": text}],
        }
        temperature, structure = self._entry.number("temperature"), self._entry.text("structure")
        if temperature >= 0:
            question["temperature"] = temperature
        if structure == JSON_SCHEMA:
            schema = {"name": "mentions", "strict": True, "schema": self._schema()}
            question["response_format"] = {"type": JSON_SCHEMA, JSON_SCHEMA: schema}
        elif structure == JSON_OBJECT:
            question["response_format"] = {"type": JSON_OBJECT}
        return question

    def _task(self) -> str:
        labels = load_shipped(SUGGESTED_SCHEMA).mention_labels
        described = [_described(asked, labels.get(label)) for asked, label in self._entry.labels]
        return _TASK.format(labels="\n".join(described), instructions=self._entry.text("instructions")).strip()

    def _schema(self) -> dict[str, Any]:
        texts = {"text": {"type": "string"}, "before": {"type": "string"}}
        mention = _closed({**texts, "label": {"type": "string", "enum": self._labels}})
        return _closed({"mentions": {"type": "array", "items": mention}})

    def _mentions(self, answer: object) -> list[_Mention]:
        choice = self._choice(answer)
        if choice.message.refusal:
            raise AnswerError(Message("The model refuses: {reason}", reason=choice.message.refusal))
        if choice.finish_reason == "length":
            raise AnswerError(Message("The model’s answer was cut off. Fewer characters at once may help."))
        content = _THOUGHTS.sub("", choice.message.content or "").strip()
        fenced = _FENCE.match(content)
        try:
            return msgspec.json.decode(fenced[1] if fenced else content, type=_Mentions).mentions
        except (msgspec.DecodeError, UnicodeError) as error:
            raise AnswerError(
                Message("The model answers with something else than a list of mentions: {reason}", reason=str(error))
            ) from error

    def _choice(self, answer: object) -> _Choice:
        try:
            return msgspec.convert(answer, _Completion).choices[0]
        except (msgspec.ValidationError, IndexError) as error:
            raise AnswerError(
                Message(
                    "{host} does not answer as a chat endpoint does: {reason}",
                    host=self._client.host,
                    reason=str(error),
                )
            ) from error


def _described(asked: str, label: MentionLabel | None) -> str:
    if label is None:
        return f"- {asked}"
    description = label.description.en or label.names.en
    examples = f" For example: {'، '.join(label.examples)}." if label.examples else ""
    return f"- {asked}: {label.names.en}. {description}{examples}"


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with exactly these properties, as strict structured output wants it."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
