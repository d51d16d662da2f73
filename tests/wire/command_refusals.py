"""What Discord refuses of a list of commands, with its own error codes."""

import re
from collections.abc import Iterator

from .refusals import RefusalError, invalid
from .state import Json

COMMANDS = 100
MENUS = 15
OPTIONS = 25
NAME, ABOUT, SIZE = 32, 100, 8000
SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMANDS = frozenset({1, 2})
SLASH_NAME = re.compile(r"[-_'\w]{1,32}")


def check_commands(commands: list[Json]) -> None:
    """Refuse a list that Discord would not take whole. Raises RefusalError."""
    seen: set[tuple[int, str]] = set()
    for number, command in enumerate(commands):
        kind: int = command.get("type", SLASH)
        _check_named(str(number), command, slash=kind == SLASH)
        _check_options(str(number), command.get("options") or [])
        if size_of(command) > SIZE:
            raise invalid(
                str(number), "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({SIZE})"
            )
        if (kind, command["name"]) in seen:
            raise invalid(
                f"{number}.name",
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            )
        seen.add((kind, command["name"]))
    for each, most in ((SLASH, COMMANDS), (USER_MENU, MENUS), (MESSAGE_MENU, MENUS)):
        if sum(kind == each for kind, _ in seen) > most:
            raise RefusalError(400, 30032, f"Maximum number of application commands reached ({most})")


def size_of(command: Json) -> int:
    """Count a command's names, descriptions and values as Discord does: of each the longest translation."""
    longest = sum(max(map(len, _said(command, field)), default=0) for field in ("name", "description"))
    value = command.get("value")
    below: list[Json] = [*(command.get("options") or []), *(command.get("choices") or [])]
    return longest + (len(str(value)) if value is not None else 0) + sum(map(size_of, below))


def _said(command: Json, field: str) -> Iterator[str]:
    """All that stands in a field: what holds by default, then its translations."""
    yield command.get(field) or ""
    yield from (command.get(f"{field}_localizations") or {}).values()


def _check_named(where: str, command: Json, *, slash: bool) -> None:
    for name in _said(command, "name"):
        if not (_fits_slash(name) if slash else 1 <= len(name) <= NAME):
            raise invalid(f"{where}.name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    least, most = (1, ABOUT) if slash else (0, 0)
    for about in _said(command, "description"):
        if not least <= len(about) <= most:
            raise invalid(
                f"{where}.description",
                "BASE_TYPE_BAD_LENGTH",
                f"Must be between {least} and {most} in length.",
            )


def _fits_slash(name: str) -> bool:
    return SLASH_NAME.fullmatch(name) is not None and name == name.lower()


def _check_options(where: str, options: list[Json]) -> None:
    if len(options) > OPTIONS:
        raise invalid(f"{where}.options", "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 25 in length.")
    names: set[str] = set()
    optional = False
    for number, option in enumerate(options):
        here = f"{where}.options.{number}"
        _check_named(here, option, slash=True)
        if option["name"] in names:
            raise invalid(
                f"{here}.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Names must be unique"
            )
        names.add(option["name"])
        if option.get("required") and optional:
            raise invalid(
                here,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional = optional or (option["type"] not in SUBCOMMANDS and not option.get("required"))
        _check_choices(here, option.get("choices") or [])
        _check_options(here, option.get("options") or [])


def _check_choices(where: str, choices: list[Json]) -> None:
    check_choices(f"{where}.choices", choices)
    for choice in choices:
        if isinstance(choice["value"], str) and not 1 <= len(choice["value"]) <= ABOUT:
            raise invalid(f"{where}.choices", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")


def check_choices(where: str, choices: list[Json]) -> None:
    """Refuse more than 25 choices, or one without a name or with too long a one. Raises RefusalError."""
    if len(choices) > OPTIONS:
        raise invalid(where, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
    for choice in choices:
        if not all(1 <= len(name) <= ABOUT for name in _said(choice, "name")):
            raise invalid(f"{where}.name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
