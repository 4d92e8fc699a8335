"""Refuses a PySide6 that drops references to ``None``: such a build aborts the process after some minutes."""

import sys

from PySide6 import __version__
from PySide6.QtGui import QTextOption

from model.errors import TawsimError
from model.messages import Message

CALLS = 200


def references_lost() -> int:
    """How many references to ``None`` vanish in ``CALLS`` void calls to Qt: about none, or one for each call."""
    option = QTextOption()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        option.setTabStopDistance(1.0)
    return before - sys.getrefcount(None)


def check_reference_counts() -> None:
    """Raise ``TawsimError`` if this build of PySide6 would abort the process (6.12.0 on Python 3.11 does)."""
    if references_lost() > CALLS // 2:
        raise TawsimError(
            Message(
                "PySide6 {version} does not work on Python {python}: it would end the program without warning. "
                "Nothing was opened. Install the versions that requirements.txt names, or start with ./run.",
                version=__version__,
                python=sys.version.split()[0],
            )
        )
