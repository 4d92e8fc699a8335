"""Problems in a schema file, each with its place."""

from dataclasses import dataclass

from model.errors import TawsimError
from model.messages import Message


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """One thing wrong with a schema: the line (from 1), the key it concerns, and what to do."""

    line: int
    key: str
    message: Message


class SchemaError(TawsimError):
    """A schema that cannot be used; ``problems`` names every fault found, in the order of the file."""

    def __init__(self, file: str, problems: tuple[SchemaProblem, ...]) -> None:
        first = problems[0]
        super().__init__(
            Message(
                "{file}, line {line}, {key}: {problem} ({count} problems in this schema)",
                one="{file}, line {line}, {key}: {problem}",
                file=file,
                line=first.line,
                key=first.key,
                problem=first.message,
                count=len(problems),
            )
        )
        self.file = file
        self.problems = problems
