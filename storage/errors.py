"""What can go wrong with a project, each said to the person before it: what was kept, what to do."""

from model.errors import TawsimError
from model.messages import Message


class StoreError(TawsimError):
    """Anything that goes wrong with a project's file or database."""


class MissingProjectError(StoreError):
    """There is no such file."""


class ProjectExistsError(StoreError):
    """A new project was to be made where something is already."""


class NotAProjectError(StoreError):
    """A folder, a text file, another program's database."""


class NewerFormatError(StoreError):
    """The project was written by a newer version of the program."""


class DamagedProjectError(StoreError):
    """The file is truncated or holds what SQLite did not write."""


class ReadOnlyProjectError(StoreError):
    """Something was to be stored in a project that is open for reading only."""


class ProjectInUseError(StoreError):
    """Another window has the project."""


class StoreBusyError(StoreError):
    """Another process kept the project locked for longer than the store waits."""


class StoreWriteError(StoreError):
    """The file or database could not be written; nothing of the transaction was kept."""


class StoreFullError(StoreWriteError):
    """The disk is full; nothing of the transaction was kept."""


class StaleOperationError(StoreError):
    """An operation starts from something that is no longer what is stored."""


class SpanMismatchError(StaleOperationError):
    """An annotation's text is not what its span covers in the article."""


class BrokenReferenceError(StoreError):
    """An operation would leave an argument or identity pointing at nothing, or double a key."""


class UnknownArticleError(StoreError):
    """The project has no such article."""


class UnknownMomentError(StoreError):
    """The history of the article has no such moment."""


def unknown_article(article_id: str) -> UnknownArticleError:
    """The error for an article that is not in the project."""
    return UnknownArticleError(
        Message("There is no article {article} in this project. Nothing was changed.", article=article_id)
    )
