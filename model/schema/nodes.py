"""Reads YAML nodes with their lines, collecting what is wrong instead of stopping at the first fault."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import yaml

from model.messages import Message
from model.schema.errors import SchemaError, SchemaProblem
from model.schema.schema import BilingualName

T = TypeVar("T")
_LANGUAGES = ("ar", "en")


def compose(source: str, file: str) -> yaml.Node:
    """The root node of a YAML source. Raises SchemaError with the line where it is not YAML."""
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        message = Message("this is not valid YAML: {reason}", reason=error.problem or str(error))
        raise SchemaError(file, (SchemaProblem(line, "YAML", message),)) from error
    except yaml.YAMLError as error:
        message = Message("this is not valid YAML: {reason}", reason=str(error))
        raise SchemaError(file, (SchemaProblem(1, "YAML", message),)) from error
    if node is None:
        raise SchemaError(file, (SchemaProblem(1, "YAML", Message("the file is empty")),))
    return node


class NodeReader:
    """Turns nodes into values. A fault is noted in ``problems`` with its line and key, and an empty value returned."""

    def __init__(self) -> None:
        self.problems: list[SchemaProblem] = []

    def note(self, node: yaml.Node, key: str, message: Message) -> None:
        """Note a fault at a node."""
        self.problems.append(SchemaProblem(node.start_mark.line + 1, key, message))

    def fields(
        self, node: yaml.Node, key: str, allowed: tuple[str, ...], needed: tuple[str, ...]
    ) -> dict[str, yaml.Node]:
        """The values of a mapping by name; unknown, repeated and missing names are faults."""
        found = dict(self.items(node, key))
        for name, value in found.items():
            if name not in allowed:
                known = ", ".join(allowed)
                self.note(value, f"{key}.{name}", Message("unknown key; known here are {known}", known=known))
        if isinstance(node, yaml.MappingNode):
            for name in needed:
                if name not in found:
                    self.note(node, key, Message("the key “{name}” is missing", name=name))
        return found

    def items(self, node: yaml.Node, key: str) -> Iterator[tuple[str, yaml.Node]]:
        """The names and values of a mapping, repeated names noted and left out."""
        if not isinstance(node, yaml.MappingNode):
            self.note(node, key, Message("names with values are expected here"))
            return
        seen: set[str] = set()
        for name_node, value in node.value:
            name = self.text(name_node, key)
            if name in seen:
                self.note(name_node, f"{key}.{name}", Message("this name stands here twice"))
            elif name:
                seen.add(name)
                yield name, value

    def text(self, node: yaml.Node, key: str) -> str:
        """The text of a scalar."""
        if isinstance(node, yaml.ScalarNode) and node.tag != "tag:yaml.org,2002:null":
            return str(node.value)
        self.note(node, key, Message("a text is expected here"))
        return ""

    def flag(self, node: yaml.Node, key: str) -> bool:
        """The truth value of a scalar: true or false."""
        if isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:bool":
            return str(node.value).lower() in {"true", "yes", "on"}
        self.note(node, key, Message("true or false is expected here"))
        return False

    def count(self, node: yaml.Node, key: str) -> int:
        """A whole number, zero or more."""
        if isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:int" and int(node.value) >= 0:
            return int(node.value)
        self.note(node, key, Message("a whole number is expected here"))
        return 0

    def texts(self, node: yaml.Node, key: str) -> tuple[str, ...]:
        """The texts of a list."""
        return self.sequence(node, key, self.text)

    def sequence(self, node: yaml.Node, key: str, read: Callable[[yaml.Node, str], T]) -> tuple[T, ...]:
        """The values of a list."""
        if isinstance(node, yaml.SequenceNode):
            return tuple(read(item, key) for item in node.value)
        self.note(node, key, Message("a list is expected here, as in [one, two]"))
        return ()

    def names(self, found: dict[str, yaml.Node], node: yaml.Node, key: str) -> BilingualName:
        """The ``ar`` and ``en`` texts among the fields of a mapping; both are needed."""
        for language in _LANGUAGES:
            if language not in found and isinstance(node, yaml.MappingNode):
                self.note(node, key, Message("the key “{name}” is missing", name=language))
        texts = {language: self.text(found[language], key) for language in _LANGUAGES if language in found}
        return BilingualName(texts.get("ar", ""), texts.get("en", ""))

    def bilingual(self, node: yaml.Node, key: str) -> BilingualName:
        """A mapping of nothing but ``ar`` and ``en``."""
        return self.names(self.fields(node, key, _LANGUAGES, ()), node, key)
