"""The order in which Tab walks through the window: as the eye does, not as the parts were made."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_focus(window: QWidget, parts: Sequence[QWidget]) -> None:
    """Let Tab go through the parts one after another; within a part the order stays."""
    chain: list[QWidget] = []
    following = window.nextInFocusChain()
    while following is not None and following is not window and following not in chain:
        chain.append(following)
        following = following.nextInFocusChain()
    members = [
        widget
        for part in parts
        for widget in chain
        if (part is widget or part.isAncestorOf(widget)) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    for one, other in pairwise(members):
        QWidget.setTabOrder(one, other)
