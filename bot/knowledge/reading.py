"""Reads one knowledge file, and says in one line which file, which line and what is wrong."""

import re
import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

Key = tuple[int | str, ...]
Shape = TypeVar("Shape", bound=BaseModel)

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.-]+)\s*\]\]?")
_ASSIGNED = re.compile(r"^\s*([\w-]+)\s*=")
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class KnowledgeError(Exception):
    """A knowledge file cannot be used. The message is one line: file, line and what is missing or wrong."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(f"{file}:{line}: {what}")
        self.file = file
        self.line = line
        self.what = what


class Source:
    """A knowledge file's name and text, to point into when an entry is refused."""

    def __init__(self, path: Path, directory: Path | None = None) -> None:
        """directory: from which the file is named; its own folder where none is given."""
        self.name = path.relative_to(directory or path.parent).as_posix()
        try:
            self.text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise KnowledgeError(self.name, 1, "the file is missing") from None
        except UnicodeDecodeError:
            raise KnowledgeError(self.name, 1, "is not UTF-8 text") from None
        self.lines = lines_of(self.text)

    def line(self, key: Key) -> int:
        """Find the line of a key, or of the nearest table around it that stands in the file. 1-based."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)

    def refuse(self, key: Key, what: str) -> KnowledgeError:
        """Make the error that points at a key of this file."""
        return KnowledgeError(self.name, self.line(key), what)

    def read(self, shape: type[Shape]) -> Shape:
        """Parse and validate the file. Raises KnowledgeError for the first thing that is wrong."""
        try:
            return shape.model_validate(tomllib.loads(self.text))
        except tomllib.TOMLDecodeError as error:
            place = _TOML_PLACE.search(str(error))
            last = self.text.count("\n") + 1
            line = int(place[1]) if place and place[1] else last
            raise KnowledgeError(self.name, line, f"not TOML: {_TOML_PLACE.sub('', str(error))}") from None
        except ValidationError as error:
            key, what = _first(error)
            raise self.refuse(key, what) from None


def lines_of(text: str) -> dict[Key, int]:
    """Map where each table and each of its keys stands: path to line, 1-based.

    Good for the files of this package: bare keys, one to a line. A key inside a multi-line string is skipped.
    """
    found: dict[Key, int] = {}
    counts: dict[Key, int] = {}
    table: Key = ()
    in_string = False
    for number, line in enumerate(text.splitlines(), start=1):
        if not in_string and (header := _HEADER.match(line)):
            table = _enter(header, counts)
            found[table] = number
        elif not in_string and (assigned := _ASSIGNED.match(line)):
            found.setdefault((*table, assigned[1]), number)
        if (line.count('"""') + line.count("'''")) % 2:
            in_string = not in_string
    return found


def _enter(header: re.Match[str], counts: dict[Key, int]) -> Key:
    """Give the path of the table that a header opens, with the index after the name of an array of tables."""
    *outer, last = header[2].split(".")
    path: Key = ()
    for name in outer:
        path = (*path, name)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, last)
    if header[1] == "[":
        return path
    counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path])


def _first(error: ValidationError) -> tuple[Key, str]:
    """Turn the first fault that pydantic found into its key and a plain sentence.

    An unknown key goes first: where a key is mistyped, its right name is missing too.
    """
    faults = error.errors()
    fault = next((each for each in faults if each["type"] == "extra_forbidden"), faults[0])
    key: Key = fault["loc"]
    name = next((str(part) for part in reversed(key) if isinstance(part, str)), "the file")
    match fault["type"]:
        case "missing":
            return key, f"{name} is missing"
        case "extra_forbidden":
            return key, f"unknown key {name}"
        case "too_short":
            return key, f"{name} is empty"
        case "enum":
            return key, f"{name} is {fault['input']!r}, not one of {fault.get('ctx', {}).get('expected')}"
        case "value_error":
            words = fault["msg"].removeprefix("Value error, ")
            return key, f"{name} {words}" if words.startswith("is ") else words
        case _:
            return key, f"{name}: {fault['msg']}"
