"""Everything that a project's annotators taught: the learned model and the names they confirmed, as one value."""

from dataclasses import dataclass

import msgspec

from model.errors import TawsimError
from model.messages import Message
from model.suggest.known_names.names import KnownName, KnownNames
from model.suggest.learner.heading import version_of


class _Stored(msgspec.Struct, array_like=True):
    """As it is stored; the order of the fields is part of the format."""

    lessons: int
    names: tuple[KnownName, ...]
    names_version: str
    model: bytes


@dataclass(frozen=True)
class Learned:
    """What was learned from ``lessons`` articles; ``model`` as ``LearnedModel.to_bytes`` gives it."""

    model: bytes
    names: KnownNames
    lessons: int

    @property
    def version(self) -> str:
        """Another one when suggestions may differ."""
        return f"{version_of(self.model)}.{self.names.version}"

    def to_bytes(self) -> bytes:
        """The same bytes for the same contents."""
        stored = _Stored(self.lessons, self.names.names, self.names.version, self.model)
        return msgspec.msgpack.encode(stored)

    @staticmethod
    def from_bytes(content: bytes, source: str) -> "Learned":
        """What ``to_bytes`` wrote; raises TawsimError, naming ``source``, for anything else."""
        try:
            stored = msgspec.msgpack.decode(content, type=_Stored)
        except (msgspec.MsgspecError, ValueError) as error:
            raise TawsimError(
                Message("{source}: the learned model is damaged; train it again.", source=source)
            ) from error
        return Learned(stored.model, KnownNames(stored.names, stored.names_version), stored.lessons)
