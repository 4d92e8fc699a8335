"""Which suggesters a project uses, in which order and with which options: values that go into JSON and back."""

from dataclasses import dataclass, replace
from typing import Any, Self

import msgspec

from model.errors import TawsimError
from model.identifiers import derived_id
from model.messages import Message
from model.suggest.optional.options import OptionValue


class SuggesterSettingsError(TawsimError):
    """Stored or given settings of suggesters that cannot be what they should."""


@dataclass(frozen=True, slots=True)
class SuggesterEntry:
    """One suggester. ``name`` is its own: decisions remember it, and no two entries share one.

    ``labels`` says what its labels are called here: a mention label of the schema, ``event:`` and an event label, or
    nothing to leave them out. ``allowed_host`` is the host (and port) that its user let it send text to.
    """

    name: str
    kind: str
    enabled: bool = False
    options: tuple[tuple[str, OptionValue], ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    allowed_host: str = ""

    def text(self, option: str) -> str:
        """The value of an option that is a text."""
        return str(dict(self.options)[option])

    def number(self, option: str) -> float:
        """The value of an option that is a number."""
        return float(dict(self.options)[option])

    def whole(self, option: str) -> int:
        """The value of an option that is a whole number."""
        return int(dict(self.options)[option])

    def flag(self, option: str) -> bool:
        """The value of an option that is yes or no."""
        return bool(dict(self.options)[option])

    def set(self, **options: OptionValue) -> "SuggesterEntry":
        """The same with these options."""
        return replace(self, options=tuple({**dict(self.options), **options}.items()))

    @property
    def fingerprint(self) -> str:
        """Differs when its suggestions may differ."""
        return derived_id(self.kind, sorted(self.options), sorted(self.labels))

    def to_plain(self) -> dict[str, Any]:
        """Values for JSON."""
        return {
            "name": self.name,
            "kind": self.kind,
            "enabled": self.enabled,
            "options": dict(self.options),
            "labels": dict(self.labels),
            "allowed_host": self.allowed_host,
        }


class _PlainEntry(msgspec.Struct):
    """What ``SuggesterEntry.to_plain`` gives; stored values are checked against it."""

    name: str
    kind: str
    enabled: bool = False
    options: dict[str, OptionValue] = {}
    labels: dict[str, str] = {}
    allowed_host: str = ""

    def entry(self) -> SuggesterEntry:
        """The value that it stands for."""
        return SuggesterEntry(
            self.name,
            self.kind,
            self.enabled,
            tuple(self.options.items()),
            tuple(self.labels.items()),
            self.allowed_host,
        )


@dataclass(frozen=True, slots=True)
class SuggesterSettings:
    """The suggesters that somebody has set up or switched off, in the order in which they run.

    Built-in suggesters run first whatever the order here, and those without an entry run; so do installed plug-ins.
    """

    entries: tuple[SuggesterEntry, ...] = ()

    def entry(self, name: str) -> SuggesterEntry | None:
        """The entry of that name."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def with_entry(self, entry: SuggesterEntry) -> "SuggesterSettings":
        """The same with this entry, in the place of the one of its name or at the end."""
        if self.entry(entry.name) is None:
            return SuggesterSettings((*self.entries, entry))
        return SuggesterSettings(tuple(entry if one.name == entry.name else one for one in self.entries))

    def without(self, name: str) -> "SuggesterSettings":
        """The same without the entry of that name."""
        return SuggesterSettings(tuple(one for one in self.entries if one.name != name))

    def is_off(self, name: str) -> bool:
        """Whether somebody switched off the built-in suggester or plug-in of that name."""
        entry = self.entry(name)
        return entry is not None and not entry.enabled

    def to_plain(self) -> list[dict[str, Any]]:
        """Values for JSON."""
        return [entry.to_plain() for entry in self.entries]

    @classmethod
    def from_plain(cls, plain: object) -> Self:
        """The settings that ``to_plain`` described; none for None. Raises SuggesterSettingsError."""
        try:
            entries = tuple(one.entry() for one in msgspec.convert(plain or [], list[_PlainEntry]))
        except msgspec.ValidationError as error:
            raise SuggesterSettingsError(
                Message("The settings of the suggesters cannot be read: {reason}", reason=str(error))
            ) from error
        names = [entry.name for entry in entries]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise SuggesterSettingsError(Message("Two suggesters are called “{name}”.", name=twice))
        return cls(entries)
