"""The commands of the command line: where each stands. Importing this imports none of them."""

from typing import NamedTuple


class CommandEntry(NamedTuple):
    """One command for ``main``.

    ``target`` is ``"module:name"`` of a ``click.Command``, imported when the command is run or its own help is asked
    for; ``summary`` is its line in ``./run --help``.
    """

    target: str
    summary: str


COMMANDS: dict[str, CommandEntry] = {
    "import": CommandEntry("storage.commands.import_pages:import_pages", "Import pages into a project."),
    "export": CommandEntry("storage.commands.export:export", "Write a project in a format of other tools."),
    "suggest": CommandEntry("storage.commands.suggest:suggest", "Make suggestions for a project, or for pages."),
    "check": CommandEntry("storage.commands.check:check", "Check annotations against each other and the schema."),
    "schema": CommandEntry("storage.commands.schema:schema", "Show or change what annotations may use."),
    "worker": CommandEntry("storage.commands.worker:worker", "Let this machine work for a Dask cluster."),
    "suggesters": CommandEntry("storage.commands.suggesters:suggesters", "Set up further suggesters for a project."),
    "serve": CommandEntry("storage.commands.serve:serve", "Serve suggestions to Label Studio."),
    "train": CommandEntry("storage.commands.train:train", "Learn from confirmed work, and say what that is worth."),
    "evaluate": CommandEntry("storage.commands.evaluate:evaluate", "Score suggestions against gold."),
}
"""By name, in the order in which the help lists them."""
