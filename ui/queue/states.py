"""How the states of an article are called and marked; the marks tell them apart without colour."""

from model.article import ArticleState
from model.messages import Message
from ui.language import say

_NAMES = {
    ArticleState.NEW: Message("New"),
    ArticleState.STARTED: Message("Started"),
    ArticleState.DONE: Message("Done"),
    ArticleState.SKIPPED: Message("Skipped"),
}
MARKS = {
    ArticleState.NEW: "○",
    ArticleState.STARTED: "◐",
    ArticleState.DONE: "●",
    ArticleState.SKIPPED: "◌",
}


def state_name(state: ArticleState) -> str:
    """A state's name in the language of the interface."""
    return say(_NAMES[state])
