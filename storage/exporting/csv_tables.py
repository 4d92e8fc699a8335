"""CSV tables for analysts: one row a mention, one row an event.

UTF-8 with its mark, since spreadsheets take Arabic for another encoding without it. A cell that a spreadsheet would
take for a formula, or that begins with an apostrophe, gets an apostrophe before it; plain numbers do not.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence

from model.annotation import Event, Mention
from model.article import Article
from model.schema.schema import Schema
from storage.exporting import losses
from storage.exporting.names import encodable
from storage.exporting.placing import opened
from storage.exporting.report import Losses
from storage.exporting.sheets import AnnotatedArticle
from storage.exporting.writing import Writing

_RISKY = re.compile(r"[=+\-@\t\r\n'＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*\Z")
_ARTICLE = ("article", "name", "title", "outlet", "published", "url")
MENTION_COLUMNS = (
    *_ARTICLE, "mention", "label", "start", "end", "fragments", "text", "value", "modifier", "identity",
    "identity_name", "attributes", "note", "annotator", "at",
)  # fmt: skip
EVENT_COLUMNS = (
    *_ARTICLE, "event", "label", "modality", "start", "end", "fragments", "trigger", "line", "arguments",
    "attributes", "note", "annotator", "at",
)  # fmt: skip
JOINT = " | "
"""Between the fillers of one role."""


def write_mentions(writing: Writing) -> None:
    """One row a mention."""
    _write(writing, MENTION_COLUMNS, _mention_rows)


def write_events(writing: Writing) -> None:
    """One row an event, with a column for each role of the schema that names its fillers."""
    roles = event_roles(writing.project.schema)

    def rows(one: AnnotatedArticle) -> Iterator[Sequence[str]]:
        return _event_rows(one, roles)

    _write(writing, (*EVENT_COLUMNS, *roles), rows)


def event_roles(schema: Schema) -> tuple[str, ...]:
    """The roles that have columns."""
    return tuple(role.name for role in schema.roles if role.name not in EVENT_COLUMNS)


def _write(
    writing: Writing, header: Sequence[str], rows: Callable[[AnnotatedArticle], Iterator[Sequence[str]]]
) -> None:
    with opened(writing.path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        table = csv.writer(text)
        table.writerow(header)
        for one in writing.articles:
            table.writerows([_guarded(cell, writing.losses) for cell in row] for row in rows(one))
        text.flush()
        text.detach()


def _guarded(cell: str, lost: Losses) -> str:
    text, replaced = encodable(cell)
    if replaced:
        lost.add(losses.SURROGATES, replaced)
    if _RISKY.match(text) and not _NUMBER.match(text):
        lost.add(losses.GUARDED)
        return f"'{text}"
    return text


def _of_article(article: Article) -> tuple[str, ...]:
    published = article.published.isoformat() if article.published else ""
    return article.id, article.name, article.title, article.outlet, published, article.url


def _mention_rows(one: AnnotatedArticle) -> Iterator[Sequence[str]]:
    known = _of_article(one.article)
    for mention in one.sheet.mentions.values():
        identity = one.sheet.identities.get(mention.identity_id or "")
        yield (
            *known,
            mention.id,
            mention.label,
            *_place(mention),
            mention.text,
            mention.value or "",
            mention.modifier or "",
            identity.key if identity else "",
            identity.name if identity else "",
            *_about(mention),
        )


def _event_rows(one: AnnotatedArticle, roles: Sequence[str]) -> Iterator[Sequence[str]]:
    known, mentions = _of_article(one.article), one.sheet.mentions
    for event in one.sheet.events.values():
        arguments = [[argument.role, argument.mention_id] for argument in event.arguments]
        yield (
            *known,
            event.id,
            event.label,
            event.modality,
            *_place(event),
            event.text,
            _line_around(one.article.text, event),
            json.dumps(arguments) if arguments else "",
            *_about(event),
            *(JOINT.join(mentions[filler].text for name, filler in arguments if name == role) for role in roles),
        )


def _place(annotation: Mention | Event) -> tuple[str, str, str]:
    pieces = " ".join(f"{span.start}-{span.end}" for span in annotation.fragments)
    return str(annotation.hull.start), str(annotation.hull.end), pieces if len(annotation.fragments) > 1 else ""


def _about(annotation: Mention | Event) -> tuple[str, str, str, str]:
    attributes = json.dumps(dict(annotation.attributes), ensure_ascii=False) if annotation.attributes else ""
    provenance = annotation.provenance
    return attributes, annotation.note, provenance.annotator, provenance.at.isoformat()


def _line_around(text: str, event: Event) -> str:
    """The line of the text in which the trigger begins."""
    start = text.rfind("\n", 0, event.hull.start) + 1
    end = text.find("\n", event.hull.start)
    return text[start : end if end >= 0 else len(text)].strip()
