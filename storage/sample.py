"""The sample project: a dozen pages of the sample corpus, so that a newcomer tags within a minute."""

from datetime import UTC, datetime
from pathlib import Path

from model.schema.loader import load_shipped
from model.seeds import seeds_folder
from storage.importing import ImportOptions, carry_out, plan_import
from storage.project import Project

NAME = "عيّنة توسيم"
PAGES = ("c101", "c104", "c203", "c206", "c301", "c305", "c402", "c405", "c503", "c601", "c604", "c707")
"""Twelve house styles: Iraq, the Gulf, the Levant, Egypt and Sudan, the Maghreb, the world, courts, short items."""


def create_sample(path: Path) -> Project:
    """Make the sample project in a new file; without suggestions, which the window makes for any article.

    Raises a StoreError when the file cannot be made.
    """
    folder = seeds_folder() / "corpus"
    options = ImportOptions(metadata=folder / "METADATA.tsv")
    paths = [folder / "articles" / f"{page}.txt" for page in PAGES]
    plan = plan_import(paths, options, project=None, progress=_go_on)
    project = Project.create(path, load_shipped("news"), name=NAME)
    carry_out(plan, project, with_problems=False, annotator=NAME, at=datetime.now(UTC), progress=_go_on)
    return project


def _go_on(_done: int, _total: int | None) -> bool:
    return True
