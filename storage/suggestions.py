"""Suggestions in and out of their tables. They are never edited; a new run replaces those nobody decided on."""

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, exists, func, not_, or_, select

from model.annotation import Zone
from model.article import ArticleState
from model.messages import Message
from model.suggest.fitting import fit_again
from model.suggestion import (
    Source,
    SuggestedArgument,
    SuggestedEvent,
    SuggestedMention,
    Suggestion,
    SuggestionSet,
)
from model.text.span import Fragments, Span, covered_text
from storage.changes import texts_of
from storage.counts import recount
from storage.errors import SpanMismatchError, unknown_article
from storage.records.annotations import attributes_from
from storage.records.fragments import fragment_rows, load_fragments, place
from storage.records.keeper import Key, insert_in_bulk, insert_rows
from storage.schemas import SchemaInPlace
from storage.tables.articles import ArticleRow
from storage.tables.base import table_of
from storage.tables.suggestions import (
    DecisionRow,
    SuggesterRunRow,
    SuggestionFragmentRow,
    SuggestionRow,
    SuggestionRunRow,
)

_SUGGESTIONS, _FRAGMENTS = table_of(SuggestionRow), table_of(SuggestionFragmentRow)
_ARTICLES = table_of(ArticleRow)
_RUNS, _DECISIONS = table_of(SuggestionRunRow), table_of(DecisionRow)
_SINGLE_RUNS = table_of(SuggesterRunRow)
_MENTION, _EVENT = "mention", "event"


def load_suggestions(connection: Connection, article_id: str) -> SuggestionSet:
    """What was suggested for an article, decided suggestions included, in the order of the pipeline."""
    rows = connection.execute(
        select(_SUGGESTIONS).where(_SUGGESTIONS.c.article_id == article_id).order_by(_SUGGESTIONS.c.position)
    ).all()
    pieces = load_fragments(connection, _FRAGMENTS, _FRAGMENTS.c.article_id == article_id, rows)
    mentions = tuple(_mention(row, pieces) for row in rows if row.kind == _MENTION)
    events = tuple(_event(row, pieces) for row in rows if row.kind == _EVENT)
    return SuggestionSet(_zones(connection, article_id), mentions, events)


def suggestions_under(connection: Connection, article_id: str, in_place: SchemaInPlace) -> SuggestionSet:
    """The same in the labels of the schema in place: suggestions are stored as they were made, whatever becomes of
    the schema afterwards."""
    stored = load_suggestions(connection, article_id)
    if all(labels.is_as_ever for labels in in_place.now.values()):
        return stored
    return fit_again(stored, in_place.schema, in_place.now)


def _zones(connection: Connection, article_id: str) -> tuple[Zone, ...]:
    stored = connection.execute(select(_RUNS.c.zones).where(_RUNS.c.article_id == article_id)).scalar()
    return tuple(Zone(article_id, Span(start, end), zone, by) for start, end, zone, by in stored or ())


def suggestions_version(connection: Connection, article_id: str) -> str | None:
    """The version of the pipeline that ran last over an article; None if none has."""
    query = select(_RUNS.c.pipeline_version).where(_RUNS.c.article_id == article_id)
    version: str | None = connection.execute(query).scalar()
    return version


def articles_to_suggest(connection: Connection, version: str) -> tuple[str, ...]:
    """The articles that want a run of the pipeline in this version, in their order of import.

    Those that never had one, and those that had another version's but that nobody has begun to work on: suggestions
    do not change under an annotator's hands.
    """
    never = _RUNS.c.article_id.is_(None)
    untouched = and_(_RUNS.c.pipeline_version != version, _ARTICLES.c.state == ArticleState.NEW.value)
    joined = _ARTICLES.outerjoin(_RUNS, _RUNS.c.article_id == _ARTICLES.c.id)
    query = select(_ARTICLES.c.id).select_from(joined).where(or_(never, untouched)).order_by(_ARTICLES.c.number)
    return tuple(connection.execute(query).scalars())


def articles_to_suggest_anew(connection: Connection, version: str) -> tuple[str, ...]:
    """The articles not yet finished whose latest run was of another version, in their order of import.

    For a user who asks for it: their undecided suggestions are then replaced under what was begun.
    """
    begun = _ARTICLES.c.state.not_in([ArticleState.DONE.value, ArticleState.SKIPPED.value])
    joined = _ARTICLES.outerjoin(_RUNS, _RUNS.c.article_id == _ARTICLES.c.id)
    outdated = or_(_RUNS.c.article_id.is_(None), and_(_RUNS.c.pipeline_version != version, begun))
    query = select(_ARTICLES.c.id).select_from(joined).where(outdated).order_by(_ARTICLES.c.number)
    return tuple(connection.execute(query).scalars())


def articles_without_run_of(connection: Connection, suggester: str, version: str, pipeline: str) -> tuple[str, ...]:
    """The articles that neither this version of one suggester nor this version of the whole pipeline has read."""
    of_suggester = exists().where(
        and_(
            _SINGLE_RUNS.c.article_id == _ARTICLES.c.id,
            _SINGLE_RUNS.c.suggester == suggester,
            _SINGLE_RUNS.c.version == version,
        )
    )
    of_pipeline = exists().where(and_(_RUNS.c.article_id == _ARTICLES.c.id, _RUNS.c.pipeline_version == pipeline))
    query = select(_ARTICLES.c.id).where(not_(or_(of_suggester, of_pipeline))).order_by(_ARTICLES.c.number)
    return tuple(connection.execute(query).scalars())


def store_suggestions(
    connection: Connection,
    article_id: str,
    suggestions: SuggestionSet,
    *,
    pipeline_version: str,
    failed: Set[str] = frozenset(),
) -> None:
    """Replace the undecided suggestions of an article by those of a new run; decided ones stay as they are.

    Those of suggesters that failed stay too: they may have cost money or an hour.
    """
    new: list[Suggestion] = [*suggestions.mentions, *suggestions.events]
    _check(connection, article_id, new)
    _remove_undecided(connection, article_id, _SUGGESTIONS.c.suggester.not_in(failed))
    _add(connection, article_id, new)
    for table in (_RUNS, _SINGLE_RUNS):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    zones = [[zone.span.start, zone.span.end, zone.zone, zone.annotator] for zone in suggestions.zones]
    insert_rows(
        connection,
        _RUNS,
        [{"article_id": article_id, "pipeline_version": pipeline_version, "zones": zones or None}],
    )
    recount(connection, [article_id])


def store_suggestions_of(
    connection: Connection,
    article_id: str,
    suggester: str,
    suggestions: SuggestionSet,
    *,
    version: str,
    failed: bool = False,
) -> None:
    """Replace the undecided suggestions of one suggester; those of others stay, and so do the zones.

    If it failed, what it has is added to what it had. Arguments whose mention is not stored are left out.
    """
    own: list[Suggestion] = [one for one in suggestions.in_reading_order if one.source.suggester == suggester]
    _check(connection, article_id, own)
    if not failed:
        _remove_undecided(connection, article_id, _SUGGESTIONS.c.suggester == suggester)
    known = _ids_of(connection, article_id) | {suggestion.id for suggestion in own}
    _add(connection, article_id, [_with_known_arguments(suggestion, known) for suggestion in own])
    of_article = and_(_SINGLE_RUNS.c.article_id == article_id, _SINGLE_RUNS.c.suggester == suggester)
    connection.execute(delete(_SINGLE_RUNS).where(of_article))
    insert_rows(connection, _SINGLE_RUNS, [{"article_id": article_id, "suggester": suggester, "version": version}])
    recount(connection, [article_id])


def _with_known_arguments(suggestion: Suggestion, known: Set[str]) -> Suggestion:
    if isinstance(suggestion, SuggestedMention):
        return suggestion
    return replace(suggestion, arguments=tuple(part for part in suggestion.arguments if part.mention_id in known))


def _ids_of(connection: Connection, article_id: str) -> set[str]:
    return set(connection.execute(select(_SUGGESTIONS.c.id).where(_SUGGESTIONS.c.article_id == article_id)).scalars())


def _add(connection: Connection, article_id: str, new: Sequence[Suggestion]) -> None:
    kept = _ids_of(connection, article_id)
    last = select(func.max(_SUGGESTIONS.c.position)).where(_SUGGESTIONS.c.article_id == article_id)
    position = (connection.execute(last).scalar() or 0) + 1
    added = [suggestion for suggestion in new if suggestion.id not in kept]
    insert_rows(connection, _SUGGESTIONS, [_row(s, i) for i, s in enumerate(added, start=position)])
    insert_in_bulk(connection, {_FRAGMENTS.name: fragment_rows(added)})


def _remove_undecided(connection: Connection, article_id: str, which: ColumnElement[bool]) -> None:
    here = _SUGGESTIONS.c.article_id == article_id
    decided = exists().where(
        and_(_DECISIONS.c.article_id == article_id, _DECISIONS.c.suggestion_id == _SUGGESTIONS.c.id)
    )
    removed = and_(here, not_(decided), which)
    owners = select(_SUGGESTIONS.c.id).where(removed)
    connection.execute(
        delete(_FRAGMENTS).where(_FRAGMENTS.c.article_id == article_id, _FRAGMENTS.c.owner_id.in_(owners))
    )
    connection.execute(delete(_SUGGESTIONS).where(removed))


def _check(connection: Connection, article_id: str, suggestions: Sequence[Suggestion]) -> None:
    text = texts_of(connection, [article_id]).get(article_id)
    if text is None:
        raise unknown_article(article_id)
    for suggestion in suggestions:
        fits = suggestion.hull.end <= len(text) and covered_text(text, suggestion.fragments) == suggestion.text
        if suggestion.article_id != article_id or not fits:
            raise SpanMismatchError(
                Message(
                    "The suggester {suggester} proposed “{text}”, which is not what stands there in the article "
                    "{article}. None of its suggestions was stored.",
                    suggester=suggestion.source.suggester,
                    text=suggestion.text,
                    article=article_id,
                )
            )


def _row(suggestion: Suggestion, position: int) -> dict[str, Any]:
    return {
        **place(suggestion),
        "position": position,
        "label": suggestion.label,
        "text": suggestion.text,
        "suggester": suggestion.source.suggester,
        "suggester_version": suggestion.source.version,
        "score": suggestion.score,
        "reason": suggestion.reason.to_plain(),
        "attributes": suggestion.attributes or None,
        **_own_columns(suggestion),
    }


def _own_columns(suggestion: Suggestion) -> dict[str, Any]:
    """The columns that differ between mentions and events; all are named, since rows are inserted in bulk."""
    if isinstance(suggestion, SuggestedMention):
        return {
            "kind": _MENTION,
            "value": suggestion.value,
            "modifier": suggestion.modifier,
            "identity_key": suggestion.identity_key,
            "identity_score": suggestion.identity_score,
            "arguments": None,
        }
    arguments = [_plain_argument(argument) for argument in suggestion.arguments]
    unused = dict.fromkeys(("value", "modifier", "identity_key", "identity_score"))
    return {"kind": _EVENT, **unused, "arguments": arguments or None}


def _plain_argument(argument: SuggestedArgument) -> list[Any]:
    return [argument.role, argument.mention_id, argument.score, argument.reason.to_plain()]


def _shared(row: Row[Any], pieces: dict[Key, Fragments]) -> dict[str, Any]:
    return {
        "id": row.id,
        "article_id": row.article_id,
        "label": row.label,
        "fragments": (Span(row.start, row.end),) if row.pieces == 1 else pieces[row.article_id, row.id],
        "text": row.text,
        "source": Source(row.suggester, row.suggester_version),
        "score": row.score,
        "reason": Message.from_plain(row.reason),
        "attributes": attributes_from(row.attributes),
    }


def _mention(row: Row[Any], pieces: dict[Key, Fragments]) -> SuggestedMention:
    return SuggestedMention(
        **_shared(row, pieces),
        value=row.value,
        modifier=row.modifier,
        identity_key=row.identity_key,
        identity_score=row.identity_score,
    )


def _event(row: Row[Any], pieces: dict[Key, Fragments]) -> SuggestedEvent:
    arguments = tuple(
        SuggestedArgument(role, mention_id, score, Message.from_plain(reason))
        for role, mention_id, score, reason in row.arguments or ()
    )
    return SuggestedEvent(**_shared(row, pieces), arguments=arguments)
