"""A progress bar in the terminal for work that tells how far it is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from model.messages import Message
from model.messages.catalogue import render


@contextmanager
def progress_bar(label: Message, language: str) -> Iterator[Callable[[int, int | None], bool]]:
    """A function to call with what is done and the total; Ctrl+C cancels in the usual way."""
    with click.progressbar(length=1, label=render(label, language), file=sys.stderr) as bar:

        def progress(done: int, total: int | None) -> bool:
            bar.length = total
            bar.update(done - bar.pos)
            return True

        yield progress
