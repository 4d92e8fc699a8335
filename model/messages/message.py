"""A message that knows its words and values but not yet its language."""

from collections.abc import Callable, Mapping
from typing import Any, Self, Union

Value = Union[str, int, float, "Message"]


class Message:
    """An English template with named values, rendered later in the reader's language.

    ``Message("{count} articles", one="one article", count=3)``: ``one`` is the singular template for a ``count`` of
    one and makes the message a plural one in every language. A value may be a message itself. Immutable and hashable;
    serialises to plain values.
    """

    __slots__ = ("one", "template", "values")

    template: str
    one: str | None
    values: tuple[tuple[str, Value], ...]

    def __init__(self, template: str, /, *, one: str | None = None, **values: Value) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "one", one)
        object.__setattr__(self, "values", tuple(sorted(values.items(), key=lambda item: item[0])))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name}: a message cannot be changed")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        return f"Message({self.english()!r})"

    def __reduce__(self) -> tuple[Callable[[Mapping[str, Any]], "Message"], tuple[dict[str, Any]]]:
        return Message.from_plain, (self.to_plain(),)

    def _parts(self) -> tuple[str, str | None, tuple[tuple[str, Value], ...]]:
        return self.template, self.one, self.values

    def rendered_values(self, render: Callable[["Message"], str]) -> dict[str, str | int | float]:
        """The values, those that are messages rendered."""
        return {name: render(value) if isinstance(value, Message) else value for name, value in self.values}

    def english(self) -> str:
        """The message in English, for logs and developers."""
        values = self.rendered_values(Message.english)
        template = self.one if self.one is not None and values.get("count") == 1 else self.template
        return template.format(**values)

    def to_plain(self) -> dict[str, Any]:
        """Values for JSON; ``from_plain`` restores an equal message."""
        values = {name: value.to_plain() if isinstance(value, Message) else value for name, value in self.values}
        return {"template": self.template, "one": self.one, "values": values}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """The message that ``to_plain`` described."""
        values = {
            name: cls.from_plain(value) if isinstance(value, dict) else value for name, value in plain["values"].items()
        }
        return cls(plain["template"], one=plain["one"], **values)
