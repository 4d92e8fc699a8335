"""What the window remembers between sessions: one small JSON file in the user's configuration folder."""

import json
import logging
from dataclasses import asdict, dataclass, field, fields, replace
from getpass import getuser
from pathlib import Path
from typing import Any

import platformdirs

from model.messages.catalogue import LANGUAGES

logger = logging.getLogger("tawsim.settings")


@dataclass(frozen=True, slots=True)
class Settings:
    """Preferences of one person on one machine. ``scheme`` None follows the system's light or dark."""

    language: str = LANGUAGES[0]
    scheme: str | None = None
    text_size: int = 22
    annotator: str = field(default_factory=getuser)
    last_project: str | None = None
    recent_projects: tuple[str, ...] = ()
    geometry: str = ""
    splitter: tuple[int, ...] = ()
    hidden_rails: tuple[str, ...] = ()
    threshold: float = 0.0
    tour_done: bool = False
    keys: dict[str, str] = field(default_factory=dict)
    """Keys that the user changed: action to chord."""


class SettingsStore:
    """Reads and writes the settings file. A file that cannot be read is set aside, never overwritten unread."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or platformdirs.user_config_path("tawsim") / "settings.json"
        self.current = self._read()

    def change(self, **changes: Any) -> None:
        """Change some settings and write all of them, so that a crash leaves the old file or the new one."""
        self.current = replace(self.current, **changes)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".new")
        beside.write_text(json.dumps(asdict(self.current), ensure_ascii=False, indent=1), "utf-8")
        beside.replace(self.path)

    def _read(self) -> Settings:
        if not self.path.exists():
            return Settings()
        try:
            return _settings_of(json.loads(self.path.read_text("utf-8")))
        except (ValueError, TypeError, OSError) as error:
            aside = self.path.with_suffix(".damaged")
            logger.info("settings in %s cannot be read (%s); set aside as %s", self.path, error, aside)
            self.path.replace(aside)
            return Settings()


def _settings_of(plain: dict[str, Any]) -> Settings:
    known = {entry.name for entry in fields(Settings)}
    values = {name: value for name, value in plain.items() if name in known}
    for name in ("recent_projects", "splitter", "hidden_rails"):
        if name in values:
            values[name] = tuple(values[name])
    if values.get("language", LANGUAGES[0]) not in LANGUAGES:
        del values["language"]
    return Settings(**values)
