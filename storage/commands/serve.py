"""``./run serve``: Tawsim's suggesters for Label Studio, as one of its ML backends."""

import os

import click

from model.errors import TawsimError
from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from model.suggest.optional.kinds import is_loopback
from model.suggest.pipeline import Pipeline
from storage.project import Project
from storage.remote.label_studio_server import SuggestionServer
from storage.suggesting.pipelines import pipeline_of_spec
from storage.suggesting.spec import PipelineSpec, spec_of

PASSWORD_VARIABLE = "TAWSIM_SERVE_PASSWORD"


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=9090, show_default=True, type=click.IntRange(0, 65535), help="Port; 0: a free one.")
@click.option("--project", "place", help="Project whose suggesters are served; without it, those of a new one.")
@click.option("--user", help=f"User that Label Studio must name; {PASSWORD_VARIABLE} holds the password.")
@click.pass_context
def serve(context: click.Context, *, host: str, port: int, place: str | None, user: str | None) -> None:
    """Serve suggestions to Label Studio (Settings, Model, Connect model) until Ctrl+C."""
    language = context.obj or SOURCE_LANGUAGE
    credentials = _credentials(host, user)
    pipeline = pipeline_of_spec(_spec(place))
    try:
        with _listening(host, port, pipeline, credentials) as server:
            address = f"http://{host}:{server.server_address[1]}"
            click.echo(render(Message("Serving at {address}. Ctrl+C ends it.", address=address), language))
            server.serve_forever()
    except KeyboardInterrupt:
        click.echo()
    finally:
        pipeline.close()


def _listening(host: str, port: int, pipeline: Pipeline, credentials: tuple[str, str] | None) -> SuggestionServer:
    try:
        return SuggestionServer((host, port), pipeline, credentials)
    except OSError as error:
        raise TawsimError(
            Message("Nothing can be served at {host}:{port}: {reason}", host=host, port=port, reason=str(error))
        ) from error


def _spec(place: str | None) -> PipelineSpec:
    if place is None:
        return PipelineSpec()
    with Project.open(place, read_only=True) as project:
        return spec_of(project)


def _credentials(host: str, user: str | None) -> tuple[str, str] | None:
    password = os.environ.get(PASSWORD_VARIABLE, "")
    if user and password:
        return user, password
    if user or not is_loopback(f"[{host}]" if ":" in host else host):
        raise TawsimError(
            Message(
                "Others can reach {host}: give --user, and the password in {variable}.",
                host=host,
                variable=PASSWORD_VARIABLE,
            )
        )
    return None
