"""Kinds of suggesters that can be set up: what each is, needs, and can be told."""

import importlib
import importlib.util
import ipaddress
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import cast
from urllib.parse import urlsplit

from model.messages import Message
from model.suggest.context import Suggester
from model.suggest.optional.options import Option
from model.suggest.settings import SuggesterEntry
from model.suggestion import Source

BUILTIN, PLUGIN = "builtin", "plug-in"
"""Kinds of entries that only switch a suggester on or off."""
ADDRESS = "url"
"""The option of kinds that send text: where to."""
TIME_LIMIT = "time_limit"
"""The option with the seconds that an article may take."""


def is_loopback(host: str) -> bool:
    """Whether a host, with or without a port, is this very machine."""
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


@dataclass(frozen=True)
class Kind:
    """A kind of suggester. ``target`` is ``"module:function"``, called with a complete entry and the source of its
    suggestions in a process of its own. ``version`` changes when its suggestions may change.

    ``modules`` must be importable; ``extra`` is the optional part of Tawsim that brings them. ``labels`` says what its
    usual labels are called here, where an entry says nothing else; with ``asks_for_labels`` it looks for these alone,
    and an entry's labels stand instead of them. ``sends_text``: whether it asks a server.
    """

    name: str
    title: Message
    description: Message
    target: str = ""
    version: str = "1"
    options: tuple[Option, ...] = ()
    extra: str = ""
    modules: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    asks_for_labels: bool = False
    sends_text: bool = False

    def new_entry(self, name: str) -> SuggesterEntry:
        """An entry of this kind as it is before anybody has set anything: switched off where it needs setting up."""
        return self.completed(SuggesterEntry(name, self.name, enabled=not self.target))

    def completed(self, entry: SuggesterEntry) -> SuggesterEntry:
        """The entry with a value for each option and a map of labels."""
        options = {option.name: option.default for option in self.options} | dict(entry.options)
        usual = {} if self.asks_for_labels and entry.labels else self.labels
        labels = {**usual, **dict(entry.labels)}
        return replace(entry, options=tuple(options.items()), labels=tuple(labels.items()))

    def faults_of(self, entry: SuggesterEntry) -> Iterator[Message]:
        """What keeps an entry from working, for the one who sets it up."""
        known = {option.name: option for option in self.options}
        for name in dict(entry.options).keys() - known.keys():
            yield Message("There is no option “{option}”.", option=name)
        values = dict(self.completed(entry).options)
        for name, option in known.items():
            fault = option.fault_of(values[name])
            if fault is not None:
                yield fault
        if self.missing_modules():
            yield self._missing_message()
        if self.sends_text:
            yield from self._faults_of_address(entry)

    def missing_modules(self) -> tuple[str, ...]:
        """The packages it needs that are not installed."""
        return tuple(module for module in self.modules if importlib.util.find_spec(module) is None)

    def _missing_message(self) -> Message:
        missing = ", ".join(self.missing_modules())
        return Message(
            "It needs {packages}, which is not installed. Type: ./run install {extra}",
            packages=missing,
            extra=self.extra,
        )

    def _faults_of_address(self, entry: SuggesterEntry) -> Iterator[Message]:
        host = self.host_of(entry)
        if not host:
            yield Message("The address must begin with http:// or https:// and name a host.")
        elif entry.allowed_host != host:
            yield Message("Sending text to {host} has not been allowed; nothing is sent.", host=host)

    def host_of(self, entry: SuggesterEntry) -> str:
        """The host and port that an entry sends text to; empty for none, or for an address that is none."""
        if not self.sends_text:
            return ""
        try:
            parts = urlsplit(self.completed(entry).text(ADDRESS))
            return parts.netloc.rpartition("@")[2] if parts.scheme in ("http", "https") and parts.hostname else ""
        except ValueError:
            return ""

    def notice(self, entry: SuggesterEntry) -> Message | None:
        """What is sent and where, to be read before it is allowed; None where nothing is sent."""
        host = self.host_of(entry)
        if not host:
            return None
        if is_loopback(host):
            return Message(
                "The whole text of every article is sent to the program at {host} on this machine, with the names and "
                "descriptions of the labels, and nothing else: no title, no file name, no address, no annotation, no "
                "name of a person who works here. What that program does with it, Tawsim cannot know.",
                host=host,
            )
        return Message(
            "The whole text of every article leaves this machine: it is sent to {host}, with the names and "
            "descriptions of the labels, and nothing else: no title, no file name, no address, no annotation, no name "
            "of a person who works here. Whoever runs {host} can read and keep it.",
            host=host,
        )

    def maker(self, entry: SuggesterEntry) -> "EntryMaker":
        """What makes the suggester in the process that it runs in."""
        return EntryMaker(self.target, self.completed(entry), self.source_of(entry))

    def source_of(self, entry: SuggesterEntry) -> Source:
        """The source of an entry's suggestions; its version differs when they may differ."""
        return Source(entry.name, f"{self.version}.{self.completed(entry).fingerprint}")


@dataclass(frozen=True, slots=True)
class EntryMaker:
    """Makes the suggester of an entry by calling ``"module:function"``."""

    target: str
    entry: SuggesterEntry
    source: Source

    def __call__(self) -> Suggester:
        module, _, name = self.target.partition(":")
        make = cast("Callable[[SuggesterEntry, Source], Suggester]", getattr(importlib.import_module(module), name))
        return make(self.entry, self.source)


Kinds = Mapping[str, Kind]
"""Kinds by name."""
