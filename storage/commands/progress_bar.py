"""A progress bar in the terminal for work that tells how far it is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import click

from model.messages import Message
from model.messages.catalogue import render


@contextmanager
def progress_bar(label: Message, language: str) -> Iterator[Callable[[int, int | None], bool]]:
    """A function to call with what is done and the total; Ctrl+C cancels in the usual way.

    Shows the share, the time left and, once a second has passed, how many a second.
    """
    begun = monotonic()
    with click.progressbar(
        length=1, label=render(label, language), file=sys.stderr, show_pos=True, item_show_func=_as_it_is
    ) as bar:

        def progress(done: int, total: int | None) -> bool:
            bar.length = total
            passed = monotonic() - begun
            rate = Message("{rate} a second", rate=f"{done / passed:.0f}") if done and passed >= 1 else None
            bar.update(done - bar.pos, None if rate is None else render(rate, language))
            return True

        yield progress


def _as_it_is(shown: str | None) -> str | None:
    return shown
