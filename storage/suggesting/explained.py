"""What travels back from the process that suggests when somebody asks why: plain values, without the learner."""

from dataclasses import dataclass

from model.messages import Message


@dataclass(frozen=True, slots=True)
class Speaking:
    """A feature in words and how strongly it speaks for the label, against it when negative."""

    feature: Message
    weight: float


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Where words were confirmed with the label: the article, its name, the text as it stood."""

    article_id: str
    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What the learner thinks of a suggestion, whether or not it made or changed it.

    ``probability`` is its final one, ``by_words`` what the words around tell it, both 0 to 1. ``is_on``: whether it may
    speak for this label. ``speaking`` has the strongest features first, ``confirmed`` and ``rejected`` how often the
    same words were, and ``examples`` those confirmed that are most like it.
    """

    probability: float
    by_words: float
    is_on: bool
    speaking: tuple[Speaking, ...]
    confirmed: int
    rejected: int
    examples: tuple[Confirmed, ...]
