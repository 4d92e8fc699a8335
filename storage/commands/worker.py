"""``./run worker``: lets this machine work for a Dask cluster."""

import asyncio
import os
from contextlib import AsyncExitStack

import click

from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from storage.suggesting.workers import ClusterError


@click.command()
@click.argument("scheduler", metavar="ADDRESS")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="all processors",
    help="How many processes work.",
)
@click.pass_context
def worker(context: click.Context, *, scheduler: str, jobs: int) -> None:
    """Let this machine make suggestions for the Dask cluster whose scheduler is at ADDRESS, until it is closed."""
    try:
        import distributed  # noqa: F401
    except ImportError as error:
        raise ClusterError(Message("Dask is not installed here: ./run install dask")) from error
    asyncio.run(_work(scheduler, jobs))
    click.echo(render(Message("The cluster was closed."), context.obj or SOURCE_LANGUAGE))


async def _work(scheduler: str, jobs: int) -> None:
    import dask
    from distributed import Nanny

    # suggesters in processes of their own are started by the workers, which daemons may not do
    dask.config.set({"distributed.worker.daemon": False})
    async with AsyncExitStack() as stack:
        nannies = [await stack.enter_async_context(Nanny(scheduler, nthreads=1)) for _ in range(jobs)]
        await asyncio.gather(*(nanny.finished() for nanny in nannies))
