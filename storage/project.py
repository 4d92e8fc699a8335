"""The face of the store: one project, opened from a file or a database. Values in and out are the model's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, delete, select

from model.annotation import Identity
from model.article import Article, ArticleState
from model.decision import Decision
from model.messages import Message
from model.operation import Change, Operation, Record, article_of
from model.operations.author import Author
from model.schema.changes.change import SCHEMA_CHANGES, Grouping, SchemaChange
from model.schema.changes.parts import Part
from model.schema.schema import Schema
from model.sheet import Sheet
from model.suggestion import SuggestionSet
from storage import articles, backups, learned_models, log, opening, queue, schema_changes, schemas, sheets, suggestions
from storage.articles import AddedArticles
from storage.changes import apply_changes, insert_records
from storage.checking import SpanMismatch, mismatches
from storage.checks import usage_of
from storage.contents import Contents, contents_of
from storage.counts import recount
from storage.errors import StoreError
from storage.examples import Example, confirmed_examples
from storage.learned_models import StoredModel
from storage.location import Location, location_of
from storage.opening import Opened
from storage.overview import Progress, progress_of, remembered_rejections
from storage.queue import QueueQuery, QueueRow
from storage.records.keeper import Rows, batches, insert_in_bulk, insert_rows
from storage.records.kinds import IDENTITIES
from storage.records.rows import articles_of
from storage.schema_changes import Group, Preview
from storage.schema_changes.carrying_out import Progress as ChangeProgress
from storage.schema_changes.carrying_out import stale_schema, unwatched
from storage.tables.base import table_of
from storage.tables.project import MetaRow, SettingRow

if TYPE_CHECKING:
    from model.checks.usage import Usage
    from model.search.equals import Template
    from model.search.query import Query
    from model.suggest.known_names.names import KnownNames
    from storage.search.equals import EqualSearch
    from storage.search.searching import Search

_META, _SETTINGS = table_of(MetaRow), table_of(SettingRow)
_NO_SOURCES: Mapping[str, bytes] = MappingProxyType({})
_RECORDS_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One operation of an article's history, with its changes in this article and of identities only."""

    sequence: int
    operation: Operation
    undone: bool


class Project:
    """One open project. May be used from any thread, by one at a time; calls wait for each other.

    Every method that stores is one transaction: durable when it returns, and nothing of it stored when it raises.
    """

    def __init__(self, opened: Opened) -> None:
        """Use ``create`` or ``open``."""
        self._database = opened.database
        self._lock = opened.lock
        self._backup: backups.DailyBackup | None = None
        self._identities: tuple[int, Mapping[str, Identity]] | None = None
        self.notices: tuple[Message, ...] = opened.notices
        """What the user should know about how the project was opened or backed up."""
        with self._database.reading() as connection:
            self._name: str = connection.execute(select(_META.c.name)).scalar_one()
            self._in_place = schemas.schema_in_place(connection)

    # opening and closing

    @classmethod
    def create(cls, location: str | Path, schema: Schema, *, name: str) -> Self:
        """Make a project in a new file or an empty database, and open it. Raises ProjectExistsError."""
        return cls._ready(opening.create(location_of(location), schema, name=name))

    @classmethod
    def open(cls, location: str | Path, *, read_only: bool = False, shared: bool = False) -> Self:
        """Open a project.

        A window opens it for itself and gets ProjectInUseError if another has it; ``shared`` (commands) and
        ``read_only`` do not ask, since writers wait for each other anyway. Raises a StoreError that says what is
        wrong with the file; it is then unchanged.
        """
        project = cls._ready(opening.open_existing(location_of(location), read_only=read_only, shared=shared))
        project._back_up_daily()
        return project

    @classmethod
    def _ready(cls, opened: Opened) -> Self:
        try:
            return cls(opened)
        except BaseException:
            opened.close()
            raise

    def _back_up_daily(self) -> None:
        path = self._database.location.path
        if path is None or self.read_only or not backups.is_due(path, datetime.now(UTC)):
            return
        self._backup = backups.DailyBackup(path, failed=self._note_failed_backup)
        self._backup.start()

    def _note_failed_backup(self, error: StoreError | OSError) -> None:
        told = error.message if isinstance(error, StoreError) else _no_backup(error)
        self.notices = (*self.notices, told)

    def close(self) -> None:
        """Finish the day's backup, fold the log into the file, and let others have the project."""
        if self._backup is not None:
            self._backup.wait()
        self._database.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # the project itself

    @property
    def schema(self) -> Schema:
        """What its annotations may use."""
        return self._in_place.schema

    def refresh_schema(self) -> bool:
        """Take a schema that somebody else has put in place; True if it is another one than before."""
        with self._database.reading() as connection:
            if schemas.schema_number(connection) == self._in_place.number:
                return False
            self._in_place = schemas.schema_in_place(connection)
        return True

    def preview_schema_change(self, change: SchemaChange, progress: ChangeProgress = unwatched) -> Preview:
        """What a change of the schema would do. Raises SchemaChangeCancelledError."""
        with self._database.reading() as connection:
            return schema_changes.preview(connection, change, progress)

    def change_schema(self, change: SchemaChange, author: Author, progress: ChangeProgress = unwatched) -> Operation:
        """Change the schema, and all that has the labels it touches, as one operation; returns it without the changes
        of articles. Raises what ``schema_changes.change_schema`` does; the project is then as it was."""
        with self._database.writing() as connection:
            operation = schema_changes.change_schema(connection, change, author, progress)
            self._identities = None
        self.refresh_schema()
        return operation

    def usage(self) -> "Usage":
        """How often it tags which texts with which labels."""
        with self._database.reading() as connection:
            return usage_of(connection)

    def examples(self, part: Part, label: str, limit: int) -> tuple[Example, ...]:
        """The most frequent texts that annotators gave a label, each with one place."""
        with self._database.reading() as connection:
            return confirmed_examples(connection, part, label, limit)

    def label_groups(self, part: Part, label: str, grouping: Grouping) -> tuple[Group, ...]:
        """What has a label, in groups by which it can be split."""
        with self._database.reading() as connection:
            return schema_changes.groups_of(connection, part, label, grouping)

    @property
    def name(self) -> str:
        """What its makers call it."""
        return self._name

    @property
    def location(self) -> Location:
        """Where it lies."""
        return self._database.location

    @property
    def read_only(self) -> bool:
        """Whether nothing can be stored."""
        return self._database.read_only

    def data_version(self) -> int:
        """A number that changes when another process (or another Project on the same file) has written."""
        return self._database.others_version()

    @contextmanager
    def one_transaction(self) -> Iterator[None]:
        """Within this, all calls that store are one transaction: an import is stored whole or not at all."""
        with self._database.writing():
            yield

    def setting(self, key: str, default: Any = None) -> Any:
        """A small JSON value kept with the project."""
        with self._database.reading() as connection:
            row = connection.execute(select(_SETTINGS.c.value).where(_SETTINGS.c.key == key)).first()
            return default if row is None else row.value

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a small JSON value with the project."""
        with self._database.writing() as connection:
            connection.execute(delete(_SETTINGS).where(_SETTINGS.c.key == key))
            insert_rows(connection, _SETTINGS, [{"key": key, "value": value}])

    def backup(self, path: str | Path) -> None:
        """Copy the project as it is now into a file, while work goes on. Raises BackupError for a database."""
        source = self._database.location.path
        if source is None:
            raise BackupError(
                Message("{path} is a database: back it up with its own tools (pg_dump).", path=self.location.shown)
            )
        backups.backup_file(source, Path(path))

    # articles

    def add_articles(self, added: Iterable[Article], *, sources: Mapping[str, bytes] = _NO_SOURCES) -> AddedArticles:
        """Add articles, with the bytes they were read from where ``sources`` has them by id."""
        with self._database.writing() as connection:
            return articles.add_articles(connection, added, sources)

    def article(self, article_id: str) -> Article:
        """One article with its text. Raises UnknownArticleError."""
        with self._database.reading() as connection:
            return articles.article_with_id(connection, article_id)

    def article_source(self, article_id: str) -> bytes | None:
        """The bytes an article was read from, if they were kept."""
        with self._database.reading() as connection:
            return articles.source_of(connection, article_id)

    def article_ids(self) -> tuple[str, ...]:
        """All articles in their order of import."""
        with self._database.reading() as connection:
            return articles.article_ids(connection)

    def iter_articles(self) -> Iterator[Article]:
        """All articles in their order of import, a portion in memory at a time."""
        for portion in articles.in_portions(self.article_ids()):
            with self._database.reading() as connection:
                found = articles.articles_with_ids(connection, portion)
            yield from found

    def find_by_digest(self, sha256: str) -> tuple[str, ...]:
        """The articles whose text has this digest."""
        with self._database.reading() as connection:
            return tuple(articles.by_digest(connection, [sha256]).get(sha256, ()))

    def digests(self) -> frozenset[str]:
        """The sha256 of every text in the project."""
        with self._database.reading() as connection:
            return articles.digests(connection)

    def outlets(self) -> tuple[str, ...]:
        """The outlets that its articles come from."""
        with self._database.reading() as connection:
            return articles.outlets(connection)

    # the queue

    def queue(self, query: QueueQuery = QueueQuery()) -> list[QueueRow]:  # noqa: B008  (immutable)
        """The articles that a query finds, in its order."""
        with self._database.reading() as connection:
            return queue.queue_rows(connection, query)

    def queue_length(self, query: QueueQuery = QueueQuery()) -> int:  # noqa: B008  (immutable)
        """How many articles a query finds, whatever its limit."""
        with self._database.reading() as connection:
            return queue.queue_length(connection, query)

    def progress(self) -> Progress:
        """How far the work on the whole project has come."""
        with self._database.reading() as connection:
            return progress_of(connection)

    def contents(self, states: tuple[ArticleState, ...] = ()) -> Contents:
        """How much of everything the articles in these states hold; of all articles if none is named."""
        with self._database.reading() as connection:
            return contents_of(connection, states)

    def search(self, query: "Query") -> "Search":
        """A search through the articles, which goes on portion by portion."""
        from storage.search.searching import Search

        defaults = {attribute.name: attribute.values[0] for attribute in self.schema.attributes}
        return Search(self._database, query, defaults)

    def equals(self, template: "Template", *, first: str) -> "EqualSearch":
        """The places equal to a tag's, those in the article ``first`` before the others, portion by portion."""
        from storage.search.equals import EqualSearch

        return EqualSearch(self._database, template, self.schema, first)

    # suggestions and decisions

    def suggestions(self, article_id: str) -> SuggestionSet:
        """What was suggested for an article, decided suggestions included."""
        with self._database.reading() as connection:
            return suggestions.suggestions_under(connection, article_id, self._in_place)

    def store_suggestions(
        self, article_id: str, suggested: SuggestionSet, *, pipeline_version: str, failed: Set[str] = frozenset()
    ) -> None:
        """Replace the undecided suggestions of an article by a new run's; decided ones and those of ``failed`` stay."""
        with self._database.writing() as connection:
            suggestions.store_suggestions(
                connection, article_id, suggested, pipeline_version=pipeline_version, failed=failed
            )

    def suggestions_version(self, article_id: str) -> str | None:
        """The version of the pipeline that ran last over an article."""
        with self._database.reading() as connection:
            return suggestions.suggestions_version(connection, article_id)

    def articles_to_suggest(self, version: str) -> tuple[str, ...]:
        """The articles that want a run of the pipeline in this version: new ones, and untouched ones of an older."""
        with self._database.reading() as connection:
            return suggestions.articles_to_suggest(connection, version)

    def articles_to_suggest_anew(self, version: str) -> tuple[str, ...]:
        """Those, and the unfinished ones of an older version that somebody has begun: for a user who asks for it."""
        with self._database.reading() as connection:
            return suggestions.articles_to_suggest_anew(connection, version)

    def store_suggestions_of(
        self, article_id: str, suggester: str, suggested: SuggestionSet, *, version: str, failed: bool = False
    ) -> None:
        """Replace the undecided suggestions of one suggester by those it made in this version; others' stay.

        If it ``failed``, its earlier ones stay as well.
        """
        with self._database.writing() as connection:
            suggestions.store_suggestions_of(
                connection, article_id, suggester, suggested, version=version, failed=failed
            )

    def articles_without_run_of(self, suggester: str, version: str, *, pipeline_version: str) -> tuple[str, ...]:
        """The articles that neither this suggester alone nor the whole pipeline has read in these versions."""
        with self._database.reading() as connection:
            return suggestions.articles_without_run_of(connection, suggester, version, pipeline_version)

    # learned models

    def add_model(self, version: str, content: bytes, *, lessons: int, at: datetime) -> None:
        """Keep a learned model, trained at a moment on so many articles; the latest few stay."""
        with self._database.writing() as connection:
            learned_models.add_model(connection, version, content, lessons=lessons, at=at)

    def models(self) -> tuple[StoredModel, ...]:
        """The learned models that are kept, latest first."""
        with self._database.reading() as connection:
            return learned_models.models(connection)

    def known_names(self) -> "KnownNames":
        """The names that annotators confirmed, with what they mostly are."""
        # the suggesters are loaded only where they are wanted: a window leaves them to another process
        from storage.known_names import known_names_of

        with self._database.reading() as connection:
            return known_names_of(connection)

    def model_content(self, version: str) -> bytes:
        """The bytes of a learned model. Raises UnknownModelError."""
        with self._database.reading() as connection:
            return learned_models.content_of(connection, version)

    def rejections(self) -> tuple[Decision, ...]:
        """The rejections that reach beyond their place; an operation that removes one takes it back."""
        with self._database.reading() as connection:
            return remembered_rejections(connection)

    # sheets and operations

    def sheet(self, article_id: str) -> Sheet:
        """All that annotators have put on an article. Raises UnknownArticleError."""
        with self._database.reading() as connection:
            return sheets.load_sheet(connection, article_id, self._identities_by_id(connection))

    def iter_sheets(self, article_ids: Sequence[str]) -> Iterator[tuple[Article, Sheet]]:
        """These articles with all that annotators have put on them, a portion in memory at a time.

        They come in the order of import within each portion; unknown ids are passed over.
        """
        for portion in articles.in_portions(article_ids):
            with self._database.reading() as connection:
                found = sheets.load_sheets(connection, portion, self._identities_by_id(connection))
                texts = articles.articles_with_ids(connection, portion)
            yield from ((article, found[article.id]) for article in texts)

    def identities(self) -> tuple[Identity, ...]:
        """The identities of the project, by key."""
        with self._database.reading() as connection:
            return tuple(self._identities_by_id(connection).values())

    def _identities_by_id(self, connection: Connection) -> Mapping[str, Identity]:
        if self._database.is_writing:
            return sheets.by_id(IDENTITIES.all(connection))
        version = self._database.others_version()
        if self._identities is None or self._identities[0] != version:
            self._identities = version, sheets.by_id(IDENTITIES.all(connection))
        return self._identities[1]

    def _forget_identities(self, records: Iterable[Record]) -> None:
        if any(article_of(record) is None for record in records):
            self._identities = None

    def perform(self, operation: Operation) -> None:
        """Store an operation durably.

        Raises StaleOperationError when a change starts from what is no longer stored or the schema is another one by
        now, SpanMismatchError when a text is not what its span covers, BrokenReferenceError when a link would lose its
        target.
        """
        with self._database.writing() as connection:
            if schemas.schema_number(connection) != self._in_place.number:
                raise stale_schema()
            apply_changes(connection, operation.changes)
            log.append(connection, operation)
            self._forget_identities(change.record for change in operation.changes)

    def add_annotations(self, records: Iterable[Record]) -> int:
        """Add annotations, identities, zones and decisions that came with imported articles; returns how many.

        They belong to the import: no operation, nothing to undo. For a user's own bulk work use ``perform``. What is
        linked may come in any order; a link without its target is refused in the end.
        """
        count, touched = 0, set[str]()
        with self._database.writing() as connection:
            for part in batches(iter(records), _RECORDS_AT_ONCE):
                insert_records(connection, part)
                touched.update(article for record in part if (article := article_of(record)) is not None)
                count += len(part)
                self._forget_identities(part)
            recount(connection, sorted(touched))
        return count

    def add_rows(self, portions: Iterable[Rows]) -> None:
        """Add the rows of records, as ``add_annotations`` does the records, for imports that have checked them."""
        touched: set[str] = set()
        with self._database.writing() as connection:
            for rows in portions:
                insert_in_bulk(connection, rows)
                touched.update(articles_of(rows))
            self._identities = None
            recount(connection, sorted(touched))

    def can_undo(self) -> Message | None:
        """The title of the operation that ``undo`` would take back."""
        with self._database.reading() as connection:
            return log.title_of(connection, log.latest(connection, log.Status.STANDING))

    def can_redo(self) -> Message | None:
        """The title of the operation that ``redo`` would do again."""
        with self._database.reading() as connection:
            return log.title_of(connection, log.latest(connection, log.Status.UNDONE))

    def undo(self, *, annotator: str, at: datetime) -> Operation | None:
        """Take the latest standing operation back; returns what was done for that, None if there was none.

        Of a change of the schema it returns the changes of the project itself, those of articles being too many.
        """
        return self._step(log.Status.STANDING, log.Status.UNDONE, annotator=annotator, at=at)

    def redo(self, *, annotator: str, at: datetime) -> Operation | None:
        """Do the operation that was undone last again; returns it, None if there was none."""
        return self._step(log.Status.UNDONE, log.Status.STANDING, annotator=annotator, at=at)

    def _step(self, before: log.Status, after: log.Status, *, annotator: str, at: datetime) -> Operation | None:
        with self._database.writing() as connection:
            sequence = log.latest(connection, before)
            if sequence is None:
                return None
            logged = log.load_without_changes(connection, sequence)
            done: list[Change] = []
            for portion in log.portions(connection, sequence, backwards=after is log.Status.UNDONE):
                apply_changes(connection, portion)
                done += portion if logged.name not in SCHEMA_CHANGES else log.of_project(portion)
            log.mark(connection, sequence, after, annotator=annotator, at=at)
            self._forget_identities(change.record for change in done)
        self.refresh_schema()
        return replace(logged, changes=tuple(done), annotator=annotator, at=at)

    # history

    def history(self, article_id: str) -> tuple[HistoryEntry, ...]:
        """The operations on an article, first to last, those that were undone included."""
        with self._database.reading() as connection:
            return tuple(
                HistoryEntry(sequence, operation, undone=status is not log.Status.STANDING)
                for sequence, status, operation in log.touching(connection, article_id)
            )

    def sheet_at(self, article_id: str, sequence: int) -> Sheet:
        """The sheet as it was after an operation of the history; 0 is before the first. Raises UnknownMomentError."""
        with self._database.reading() as connection:
            now = sheets.load_sheet(connection, article_id, self._identities_by_id(connection))
            return sheets.sheet_after(connection, now, sequence)

    def restore(self, article_id: str, sequence: int, *, annotator: str, at: datetime) -> Operation:
        """Lead an article back to a moment of its history by one new operation, which is stored and returned."""
        title = sheets.restoration_title(sequence)
        with self.one_transaction():
            now = self.sheet(article_id)
            then = sheets.in_labels_of(self.sheet_at(article_id, sequence), self._in_place)
            restored = sheets.restoration(now, then, title=title, annotator=annotator, at=at)
            self.perform(restored)
        return restored

    # checks

    def check(self) -> tuple[SpanMismatch, ...]:
        """Every mention, event and suggestion whose text is not what its span covers in the article."""
        return tuple(
            mismatch
            for portion in articles.in_portions(self.article_ids())
            for mismatch in self._mismatches(list(portion))
        )

    def _mismatches(self, article_ids: list[str]) -> list[SpanMismatch]:
        with self._database.reading() as connection:
            return list(mismatches(connection, article_ids))


def _no_backup(error: OSError) -> Message:
    return Message("Today's backup could not be made: {reason}", reason=str(error))


class BackupError(StoreError):
    """This kind of project cannot be backed up by the program."""
