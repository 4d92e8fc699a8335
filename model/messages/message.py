"""A message that knows its words and values but not yet its language."""

from typing import Self

Value = str | int | float
Plain = dict[str, str | int | float | None]


class Message:
    """An English template with named values, rendered later in the reader's language.

    ``Message("{count} articles", one="one article", count=3)``: ``one`` is the singular template for a ``count`` of
    one and makes the message a plural one in every language. Immutable and hashable; serialises to plain values.
    """

    __slots__ = ("one", "template", "values")

    template: str
    one: str | None
    values: tuple[tuple[str, Value], ...]

    def __init__(self, template: str, /, *, one: str | None = None, **values: Value) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "one", one)
        object.__setattr__(self, "values", tuple(sorted(values.items())))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name}: a message cannot be changed")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        return f"Message({self.english()!r})"

    def _parts(self) -> tuple[str, str | None, tuple[tuple[str, Value], ...]]:
        return self.template, self.one, self.values

    def english(self) -> str:
        """The message in English, for logs and developers."""
        values = dict(self.values)
        singular = self.one is not None and values.get("count") == 1
        return (self.one if singular and self.one is not None else self.template).format(**values)

    def to_plain(self) -> Plain:
        """Values for JSON; ``from_plain`` restores an equal message."""
        return {
            "template": self.template,
            "one": self.one,
            **{f"value:{name}": value for name, value in self.values},
        }

    @classmethod
    def from_plain(cls, plain: Plain) -> Self:
        """The message that ``to_plain`` described."""
        one = plain["one"]
        values = {name[6:]: value for name, value in plain.items() if name.startswith("value:") and value is not None}
        return cls(str(plain["template"]), one=None if one is None else str(one), **values)
