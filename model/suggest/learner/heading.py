"""The first line of a learned model: format, whether it is on for anything, digest. Read without the rest."""

import hashlib

from model.errors import TawsimError
from model.messages import Message

NAME = "learner"
"""The learner's name as a suggester."""
FORMAT = 1
_TITLE = b"Tawsim learned model"
_ON, _OFF = b"on", b"off"
_DIGITS = 16


def with_heading(content: bytes, *, is_on: bool) -> bytes:
    """A model's bytes: the line, then its contents."""
    return b"%s %d %s %s\n" % (_TITLE, FORMAT, _ON if is_on else _OFF, _digest(content)) + content


def content_of(data: bytes, source: str) -> bytes:
    """What follows the line. Raises TawsimError, naming ``source``, when there is no line or not the digest in it."""
    heading, _, content = data.partition(b"\n")
    words = heading.rsplit(b" ", 3)
    if len(words) != 4 or words[0] != _TITLE:
        raise TawsimError(Message("{source}: not a learned model of Tawsim.", source=source))
    if words[1] != b"%d" % FORMAT:
        raise TawsimError(
            Message("{source}: a learned model of another version of Tawsim; train it again.", source=source)
        )
    if words[2] not in (_ON, _OFF) or words[3] != _digest(content):
        raise damaged(source)
    return content


def damaged(source: str) -> TawsimError:
    """That a model cannot be used any more."""
    return TawsimError(Message("{source}: the learned model is damaged; train it again.", source=source))


def version_of(data: bytes) -> str:
    """The version that the line names."""
    return data.partition(b"\n")[0].rpartition(b" ")[2][:_DIGITS].decode("ascii", "replace")


def may_speak(data: bytes) -> bool:
    """Whether the model has to be read to know what it suggests: not when it is off for every label."""
    return not data.startswith(b"%s %d %s " % (_TITLE, FORMAT, _OFF))


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
