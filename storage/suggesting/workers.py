"""Where portions are worked on: processes of this machine or a Dask cluster, as executors of the standard library."""

import socket
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager
from dataclasses import dataclass

from model.errors import TawsimError
from model.messages import Message
from model.suggest.pipeline import load_for_long
from storage.location import location_of
from storage.processes import OwnProcesses

_CONNECTING_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Workers:
    """How many workers there are, how to start them (again), what is raised when work kills one, and how to stop
    them at once, whatever they are at."""

    count: int
    start: Callable[[], Executor]
    crash: type[BaseException] = BrokenExecutor
    stop: Callable[[Executor], None] = lambda executor: executor.shutdown(cancel_futures=True)


def local_workers(count: int) -> Workers:
    """Processes of this machine."""
    return Workers(count, lambda: OwnProcesses(count, load_for_long))


class ClusterError(TawsimError):
    """A cluster cannot be used."""


class NoWorkersError(ClusterError):
    """A cluster has a scheduler and nobody who works."""


@contextmanager
def cluster_workers(address: str, place: str) -> Iterator[Workers]:
    """The workers of the Dask cluster whose scheduler is at ``address``, for the project at ``place``.

    Raises ClusterError when the extra is missing, when nobody answers, or when the project is a file, which other
    machines would not see.
    """
    if location_of(place).path is not None:
        raise ClusterError(
            Message(
                "A cluster needs a project on PostgreSQL: {path} is a file of this machine. Use --jobs, or give "
                "the project as postgresql://…",
                path=place,
            )
        )
    try:
        from distributed import Client
        from distributed.comm.addressing import get_address_host_port
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise ClusterError(Message("Dask is not installed here: ./run install dask")) from error
    try:
        # asked before a client is made, whose threads would outlive its failure
        socket.create_connection(get_address_host_port(address, strict=True), _CONNECTING_SECONDS).close()
        client = Client(address, timeout=_CONNECTING_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(
            Message("No Dask scheduler answers at {address} ({reason}).", address=address, reason=str(error))
        ) from error
    with client:
        count = sum(client.nthreads().values())
        if count == 0:
            raise NoWorkersError(
                Message("The Dask cluster at {address} has no workers: start some with ./run worker.", address=address)
            )
        yield Workers(count, lambda: client.get_executor(pure=False), KilledWorker, _cancel)


def _cancel(executor: Executor) -> None:
    """By Dask's meaning of ``wait``: without it, what is under way is cancelled."""
    executor.shutdown(wait=False)
