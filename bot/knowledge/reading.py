"""Reads one knowledge file, and says in one line which file, which line and what is wrong."""

import re
import tomllib
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Key = tuple[int | str, ...]
Shape = TypeVar("Shape", bound=BaseModel)

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.-]+)\s*\]\]?")
_ASSIGNED = re.compile(r"^\s*([\w-]+)\s*=")
_BYTE_ORDER_MARK = "\ufeff"
_CURLY = ("“", "”", "„", "«", "‘", "’")
_HINTS = {
    "Cannot overwrite a value": "this key stands here twice",
    "Invalid statement": "a line is: key = value",
    "Expected '=' after a key in a key/value pair": "a line is: key = value",
    "Illegal character '\\n'": "a quotation mark is missing at the end of the line",
    "Expected newline or end of document after a statement": (
        'a text stands between two " and holds none; a date is written 2026-11-23'
    ),
    "Invalid date or datetime": "there is no such day",
}
_WAYS = {
    r"^\+?\d": "digits, spaces and hyphens, such as 0800 123 456",
    "^[A-Z]": "two capitals, such as US",
    r"^\S": "without a space at its ends",
    "^[a-z]{2}$": "two small letters, such as en",
    "^[a-z0-9]+( ": "small letters and digits, with a * for any ending",
}
_LONGEST_QUOTE = 60
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
        except OSError as error:
            raise KnowledgeError(self.name, 1, f"cannot be read: {error.strerror}") from None
        if self.text.startswith(_BYTE_ORDER_MARK):
            raise KnowledgeError(self.name, 1, "begins with a byte-order mark: save it as UTF-8 without BOM")

    @cached_property
    def lines(self) -> dict[Key, int]:
        """Where each table and key stands: only a file with a fault has to know."""
        return lines_of(self.text)

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
        content, faults = self.examine(shape)
        if content is None:
            raise faults[0]
        return content

    def examine(self, shape: type[Shape]) -> tuple[Shape | None, list[KnowledgeError]]:
        """Parse and validate the file; give what it holds, or all that is wrong with it."""
        try:
            return shape.model_validate(tomllib.loads(self.text)), []
        except tomllib.TOMLDecodeError as error:
            place = _TOML_PLACE.search(str(error))
            last = self.text.count("\n") + 1
            line = int(place[1]) if place and place[1] else last
            what = _TOML_PLACE.sub("", str(error))
            hint = _hint(what, self.text.split("\n")[line - 1])
            return None, [KnowledgeError(self.name, line, f"not TOML: {what}{hint}")]
        except ValidationError as error:
            return None, [self.refuse(key, what) for key, what in _faults(error)]

    def comments(self, key: Key) -> list[str]:
        """List the comment lines right above a key, without their sign; else above its table, if first."""
        number = self.lines.get(key)
        if number is None:
            return []
        found = _comments_above(self.text.splitlines(), number)
        table = self.lines.get(key[:-1])
        if found or table is None or table != number - 1:
            return found
        return _comments_above(self.text.splitlines(), table)


def _comments_above(lines: list[str], number: int) -> list[str]:
    above = takewhile(lambda line: line.startswith("#"), reversed(lines[: number - 1]))
    return [line.removeprefix("#").strip() for line in above][::-1]


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


def _hint(what: str, line: str) -> str:
    """Say in plain words what usually lies behind a fault of TOML; empty where that is not known."""
    if what in _HINTS:
        return f" ({_HINTS[what]})"
    _, _, value = line.partition("=")
    if value.strip().startswith(_CURLY):
        return " (a value stands in straight quotation marks, not in curly ones)"
    return ""


def _faults(error: ValidationError) -> list[tuple[Key, str]]:
    """Turn the faults that pydantic found into keys and plain sentences.

    Unknown keys go first, and where a table has one, what it lacks is left out: it is the same key, mistyped.
    """
    faults = sorted(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    mistyped = {each["loc"][:-1] for each in faults if each["type"] == "extra_forbidden"}
    told = (each for each in faults if each["type"] != "missing" or each["loc"][:-1] not in mistyped)
    return [(each["loc"], _sentence(each)) for each in told]


def _sentence(fault: ErrorDetails) -> str:
    """Say one fault in plain words, with the name of its key."""
    name = next((str(part) for part in reversed(fault["loc"]) if isinstance(part, str)), "the file")
    context = fault.get("ctx", {})
    match fault["type"]:
        case "missing":
            return f"{name} is missing"
        case "extra_forbidden":
            return f"unknown key {name}"
        case "too_short" | "string_too_short":
            return f"{name} is empty"
        case "too_long":
            return f"{name} has {context.get('actual_length')} entries, at most {context.get('max_length')}"
        case "enum":
            return f"{name} is {_quoted(fault['input'])}, not one of {context.get('expected')}"
        case "string_pattern_mismatch":
            name = "the key" if name == "[key]" else name
            written = _written(str(context.get("pattern")))
            return f"{name} is {_quoted(fault['input'])}, which is not how it is written: {written}"
        case "string_too_long":
            return f"{name} has {len(fault['input'])} characters, at most {context.get('max_length')}"
        case "string_type":
            return f"{name} is {_quoted(fault['input'])}, which is no text: texts stand in quotation marks"
        case "tuple_type":
            return f'{name} is {_quoted(fault["input"])}, which is no list: lists look like ["one", "two"]'
        case "date_type" | "date_from_datetime_parsing" | "date_from_datetime_inexact" | "date_parsing":
            shown = _quoted(fault["input"])
            return f"{name} is {shown}, not a date such as 2026-11-23 (without quotation marks)"
        case "value_error":
            words = fault["msg"].removeprefix("Value error, ")
            return f"{name} {words}" if words.startswith("is ") else words
        case _:
            return f"{name}: {fault['msg']}"


def _quoted(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _LONGEST_QUOTE else f"{shown[:_LONGEST_QUOTE]}…"


def _written(pattern: str) -> str:
    """Tell how a value of this pattern is written."""
    for start, way in _WAYS.items():
        if pattern.startswith(start):
            return way
    return "small letters and digits with hyphens between, such as us-988"
