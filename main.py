"""Tawsim's entry: arguments, logging, last-resort error handling, and which window or command to run."""

import gc
import importlib
import logging
import logging.handlers
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import click
import platformdirs

from model.errors import TawsimError
from model.garbage import THRESHOLDS
from model.messages import Message
from model.messages.catalogue import LANGUAGES, SOURCE_LANGUAGE, render
from model.version import VERSION
from storage.commands import COMMANDS

logger = logging.getLogger("tawsim")

EXIT_ERROR = 1
EXIT_INTERRUPTED = 130
SCREEN_PLATFORMS = ("xcb", "wayland")
"""How values of QT_QPA_PLATFORM begin that need a display; others (offscreen, vnc, linuxfb …) bring their own."""


class Commands(click.Group):
    """The group of all commands; those of the store are imported only when used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _, name = COMMANDS[cmd_name].target.partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, entry.summary) for name, entry in COMMANDS.items()]
        shown = {name: command for name, command in self.commands.items() if not command.hidden}
        rows += [(name, command.get_short_help_str(80)) for name, command in shown.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


@click.group(cls=Commands, invoke_without_command=True)
@click.option("--verbose", is_flag=True, help="Tell more of what is being done, on standard error.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=SOURCE_LANGUAGE,
    envvar="TAWSIM_LANGUAGE",
    help="Language of messages in the terminal.",
)
@click.version_option(VERSION, prog_name="Tawsim")
@click.pass_context
def tawsim(context: click.Context, *, verbose: bool, language: str) -> None:
    """Turn Arabic news pages into gold datasets. Without a command, the window opens."""
    logging.getLogger().setLevel(logging.INFO if verbose else logging.WARNING)
    context.obj = language
    if context.invoked_subcommand is None:
        context.exit(open_window([]))


@tawsim.command("open")
@click.argument("project", required=False)
@click.pass_context
def open_project(context: click.Context, project: str | None) -> None:
    """Open the window, on PROJECT (a file or a database URL) if one is named."""
    context.exit(open_window([] if project is None else [project]))


@tawsim.command("bench", context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def bench(context: click.Context, arguments: tuple[str, ...]) -> None:
    """Measure speed and quality; without a name, list the measurements."""
    from benchmarks.__main__ import main as run_benchmark

    context.exit(run_benchmark(arguments))


@tawsim.command("document", hidden=True)
@click.option("--keys-only", is_flag=True, help="Leave the pictures as they are.")
def document(*, keys_only: bool) -> None:
    """Write the parts of the documentation that come from the program: the tables of keys and the pictures."""
    from ui.documents.key_table import write_key_tables

    root = Path(__file__).parent
    write_key_tables(root)
    if not keys_only:
        from ui.documents.screenshots import write_screenshots

        write_screenshots(root / "docs" / "screenshots")


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether Qt could open a window on this ``sys.platform`` with these environment variables."""
    if not platform.startswith(("linux", "freebsd")):
        return True
    wanted = environment.get("QT_QPA_PLATFORM")
    if wanted and not wanted.startswith(SCREEN_PLATFORMS):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def open_window(arguments: list[str]) -> int:
    """Open the window and return its exit code; raise ``TawsimError`` or ``click.UsageError`` where it cannot open."""
    if not has_display(os.environ, sys.platform):
        message = Message(
            "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open. "
            "Everything but the window works on the command line: see ./run --help."
        )
        raise click.UsageError(render(message, click.get_current_context().obj))
    try:
        from ui.reference_counts import check_reference_counts
    except ImportError as error:
        message = Message("Qt could not be loaded: {reason}. Start with ./run, which installs it.", reason=str(error))
        raise TawsimError(message) from error
    check_reference_counts()
    write_log_file()
    run_application = load_window()
    return run_application(arguments)


def load_window() -> Callable[[list[str]], int]:
    """Import the window, without looking for garbage meanwhile: modules leave none, and the search takes a sixth of
    the time. What was loaded stays out of later searches too."""
    gc.disable()
    try:
        from ui.application import run_application
    finally:
        gc.freeze()
        # what an article puts on the screen is mostly not garbage: by the usual thresholds a long one was searched
        # through again and again, up to 100 ms between a key and its frame
        gc.set_threshold(*THRESHOLDS)
        gc.enable()
    return run_application


def write_log_file() -> None:
    """Keep warnings and faults of the window in a file too, since nobody may see its standard error."""
    try:
        path = platformdirs.user_log_path("tawsim", ensure_exists=True) / "tawsim.log"
        handler = logging.handlers.RotatingFileHandler(path, maxBytes=1 << 20, backupCount=3, encoding="utf-8")
    except OSError as error:
        logger.warning("No log file can be written: %s", error)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def log_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """``sys.excepthook``: a fault of the program goes to the log; exceptions in Qt's slots come here as well."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logger.critical("Tawsim met a fault of its own", exc_info=(kind, error, trace))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Tawsim with these arguments (``sys.argv``'s by default) and return the exit code."""
    logging.basicConfig(format="%(levelname)s: %(message)s")
    sys.excepthook = log_fault
    context: click.Context | None = None
    try:
        with tawsim.make_context("./run", list(sys.argv[1:] if arguments is None else arguments)) as context:
            tawsim.invoke(context)
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.Abort:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # whoever read the output (head, less) has seen enough; nothing more may be written, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_ERROR
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except TawsimError as error:
        language = context.obj if context is not None and context.obj else SOURCE_LANGUAGE
        click.echo(render(error.message, language), err=True)
        return EXIT_ERROR
    return 0


if __name__ == "__main__":
    sys.exit(main())
