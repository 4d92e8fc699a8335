"""The starter model, which comes with the program, and the lessons of the sample corpus that it is trained on."""

import json
from functools import cache
from pathlib import Path

from model.article import Article, text_digest
from model.errors import TawsimError
from model.gold_page import page_from_plain
from model.messages import Message
from model.seeds import seeds_folder
from model.suggest.learner.lesson import Lesson, lesson_of_page


def starter_file() -> Path:
    """Where the starter lies."""
    return seeds_folder() / "learner" / "starter.model"


@cache
def starter() -> bytes:
    """The bytes of the starter. Raises TawsimError when they cannot be read."""
    path = starter_file()
    try:
        return path.read_bytes()
    except OSError as error:
        raise TawsimError(Message("{file}: cannot be read ({reason}).", file=str(path), reason=str(error))) from error


def corpus_lessons() -> list[Lesson]:
    """The pages of the sample corpus, on which the rules were developed, then those held out from that."""
    return [
        *_lessons_in(seeds_folder() / "corpus", familiar=True),
        *_lessons_in(seeds_folder() / "held_out", familiar=False),
    ]


def _lessons_in(folder: Path, *, familiar: bool) -> list[Lesson]:
    """In the order of their names."""
    found = []
    for path in sorted((folder / "articles").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        gold_file = folder / "gold" / f"{path.stem}.json"
        gold = page_from_plain(json.loads(gold_file.read_text("utf-8")), gold_file.name)
        article = Article(path.stem, text, text_digest(text), name=path.stem, published=gold.published)
        found.append(lesson_of_page(article, gold, familiar=familiar))
    return found
