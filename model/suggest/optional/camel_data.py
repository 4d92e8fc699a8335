"""Makes importing camel-tools' data safe: without its catalogue on disk it asks the network and dies offline."""

import json
import os
import tempfile
from pathlib import Path

from model.errors import TawsimError
from model.messages import Message

DATA_VARIABLE = "CAMELTOOLS_DATA"
CATALOGUE = "catalogue.json"
_NOTHING = {"version": "1.6", "packages": {}, "components": {}}


def prepare_catalogue(wanted: str) -> Path | None:
    """Before the first import of ``camel_tools.data`` in this process: the path that ``wanted`` is, or None when it is
    a name to be looked up in the catalogue. Raises TawsimError for a name when there is no catalogue."""
    path = Path(wanted).expanduser()
    has_catalogue = (_folder() / CATALOGUE).is_file()
    if path.exists():
        if not has_catalogue:
            _use_empty_catalogue()
        return path
    if not has_catalogue:
        raise TawsimError(
            Message(
                "“{wanted}” is no file or folder, and there is no list of camel-tools’ data at {folder} to look it up "
                "in. Type: camel_data -i all, or name a file.",
                wanted=wanted,
                folder=str(_folder()),
            )
        )
    return None


def unknown_component(wanted: str) -> TawsimError:
    """That the catalogue has no such component, or that it has not been fetched."""
    return TawsimError(
        Message(
            "camel-tools has no data called “{wanted}” at {folder}. camel_data --list names what there is.",
            wanted=wanted,
            folder=str(_folder()),
        )
    )


def _folder() -> Path:
    named = os.environ.get(DATA_VARIABLE)
    return Path(named).expanduser() if named else Path.home() / ".camel_tools"


def _use_empty_catalogue() -> None:
    folder = Path(tempfile.mkdtemp(prefix="tawsim-camel-"))
    (folder / CATALOGUE).write_text(json.dumps(_NOTHING), "utf-8")
    os.environ[DATA_VARIABLE] = str(folder)
