"""Languages: the feminine nisba after «ب», after a verb of speaking, after «اللغة» (بالعربية، تتقن اليونانية)."""

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.page import Page

REASON = Message("language by its context")


def add_languages(page: Page, board: Board) -> None:
    """Draft the nationalities that are languages where they stand, those joined to them by «و» too."""
    for index in page.places(_feminine):
        nisba = board.starting(index, "NORP")
        if nisba is None or not _speaks(page, board, nisba):
            continue
        board.remove(nisba)
        word = page.key_of(index, nisba.lead, index)
        board.add(Draft(index, index, nisba.lead, "LANGUAGE", 0.8, REASON, f"language_{word}"))


def _feminine(word: str) -> bool:
    return word.endswith("يه")


def _speaks(page: Page, board: Board, nisba: Draft) -> bool:
    before = page.word(nisba.first - 1) if page.same_line(nisba.first - 1, nisba.first) else ""
    tongues = vocabulary.TONGUE_NOUNS | vocabulary.TONGUE_VERBS
    if before in tongues or (before.startswith("و") and before[1:] in tongues):
        return nisba.lead == 0
    lead = page.word(nisba.first)[: nisba.lead]
    if lead.endswith("ب"):
        following = page.follows(nisba.first)
        return board.starting(following, "NORP") is None and not page.is_definite(following)
    return lead == "و" and board.covering(nisba.first - 1, "LANGUAGE") is not None
