"""Only one room asks servers, beside what reaches a cluster of one’s own: the rest need not be searched for leaks."""

import ast
from pathlib import Path

from tests.project.tree import ROOT, program_files

SPEAKING = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib3",
    "xmlrpc",
}
ROOM = ROOT / "storage" / "remote"
CLUSTER = ROOT / "storage" / "suggesting" / "workers.py"
"""Reaches the Dask cluster that somebody names on the command line."""


def network_modules(path: Path) -> set[str]:
    """The modules with which a file could reach a network, wherever it imports them."""
    found, uses = set[str](), set[str]()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "socket":
            uses.add(node.attr)
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    if uses <= {"gethostname"}:  # asks nobody
        found.discard("socket")
    return {name for name in found if name.partition(".")[0] in SPEAKING or name.startswith("urllib.request")}


def test_network_modules_are_found_where_they_are() -> None:
    assert network_modules(ROOM / "client.py") == {"http.client", "ssl"}


def test_nothing_but_one_room_imports_network_modules() -> None:
    outside = [path for path in program_files() if not path.is_relative_to(ROOM) and path != CLUSTER]
    found = {str(path.relative_to(ROOT)): names for path in outside if (names := network_modules(path))}
    assert found == {}
