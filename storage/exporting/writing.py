"""What a format's writer is given."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.exporting.report import Losses
from storage.exporting.sheets import AnnotatedArticle

if TYPE_CHECKING:
    from storage.project import Project


@dataclass(frozen=True, slots=True)
class Writing:
    """One export under way: ``path`` is the new file, or an empty folder, to be filled with ``articles``."""

    project: "Project"
    articles: Iterable[AnnotatedArticle]
    path: Path
    losses: Losses
