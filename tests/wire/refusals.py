"""What Discord refuses of a message or a command list, with its own status and error code."""

import re
from collections.abc import Iterator

from .state import Json

COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6

TEXT = 2000
NONCE = 25
COMPONENTS = 40
CUSTOM_ID = 100
BUTTON_LABEL = 80
BUTTONS_IN_ROW = 5
OPTIONS = 25
TEXT_OF_COMPONENTS = 4000
EMBEDS = 10
COMMANDS = 100

ACTION_ROW, BUTTON, TEXT_DISPLAY, LABEL = 1, 2, 10, 18
SELECTS = frozenset({3, 5, 6, 7, 8})
V2_ONLY = frozenset({9, 10, 11, 12, 13, 14, 17})
LINK = 5
COMMAND_NAME = re.compile(r"[-_\w]{1,32}")


class RefusalError(Exception):
    """An answer with an error status, as Discord's REST gives it.

    status: of HTTP. code: Discord's own number. errors: the nested explanation of code 50035.
    """

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(f"{status} {code} {message} {errors or ''}".rstrip())
        self.status = status
        self.body: Json = {"code": code, "message": message}
        if errors is not None:
            self.body["errors"] = errors


def invalid(field: str, code: str, message: str) -> RefusalError:
    """Make the refusal of one field (dots lead into nested ones): 400, code 50035."""
    errors: Json = {"_errors": [{"code": code, "message": message}]}
    for name in reversed(field.split(".")):
        errors = {name: errors}
    return RefusalError(400, 50035, "Invalid Form Body", errors)


def too_long(field: str, limit: int) -> RefusalError:
    return invalid(field, "BASE_TYPE_MAX_LENGTH", f"Must be {limit} or fewer in length.")


def components_of(tree: list[Json]) -> Iterator[Json]:
    """All components of a message, nested ones and accessories too."""
    for component in tree:
        yield component
        yield from components_of(component.get("components") or [])
        yield from components_of(
            [one for one in (component.get("accessory"), component.get("component")) if one]
        )


def check_snowflake(field: str, text: str) -> None:
    """Refuse what is no id: those are whole, not negative and of 64 bits. Raises RefusalError."""
    if not (text.isascii() and text.isdecimal() and int(text) < 1 << 63):
        raise invalid(field, "NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')


def check_message(payload: Json, *, files: int = 0) -> None:
    """Refuse what Discord would refuse of a message whatever the channel. files: how many come with it.

    Raises RefusalError.
    """
    flags: int = payload.get("flags") or 0
    content: str = payload.get("content") or ""
    tree: list[Json] = payload.get("components") or []
    if len(content) > TEXT:
        raise too_long("content", TEXT)
    if len(str(payload.get("nonce") or "")) > NONCE:
        raise too_long("nonce", NONCE)
    if len(payload.get("embeds") or []) > EMBEDS:
        raise too_long("embeds", EMBEDS)
    _check_mentions(payload.get("allowed_mentions") or {})
    if flags & COMPONENTS_V2:
        for legacy in ("content", "embeds", "poll", "sticker_ids"):
            if payload.get(legacy):
                raise invalid(
                    legacy,
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    f"The '{legacy}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
                )
    elif any(component.get("type") in V2_ONLY for component in tree):
        raise invalid("components", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).')
    check_components(tree)
    parts = [content, payload.get("embeds"), tree, payload.get("sticker_ids"), payload.get("poll"), files]
    if not any(parts):
        raise RefusalError(400, 50006, "Cannot send an empty message")


def _check_mentions(allowed: Json) -> None:
    for kind in ("users", "roles"):
        if kind in (allowed.get("parse") or []) and allowed.get(kind):
            raise invalid(
                "allowed_mentions",
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
            )


def check_components(tree: list[Json]) -> None:
    """Refuse too many components, unusable custom ids and overlong texts. Raises RefusalError."""
    components = list(components_of(tree))
    if len(components) > COMPONENTS:
        raise invalid("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "Too many components.")
    text = sum(len(one.get("content") or "") for one in components if one["type"] == TEXT_DISPLAY)
    if text > TEXT_OF_COMPONENTS:
        raise invalid("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "Too much text.")
    seen: set[str] = set()
    for component in components:
        _check_component(component)
        custom_id: str | None = component.get("custom_id")
        if custom_id in seen:
            raise invalid("components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Custom ids must differ")
        if custom_id:
            seen.add(custom_id)


def _check_component(component: Json) -> None:
    kind: int = component["type"]
    custom_id: str = component.get("custom_id") or ""
    if len(custom_id) > CUSTOM_ID:
        raise too_long("components.custom_id", CUSTOM_ID)
    pressable = kind in SELECTS or (kind == BUTTON and component.get("style") != LINK)
    if pressable and not custom_id:
        raise invalid("components.custom_id", "BASE_TYPE_REQUIRED", "This field is required")
    if kind == BUTTON and len(component.get("label") or "") > BUTTON_LABEL:
        raise too_long("components.label", BUTTON_LABEL)
    if kind == BUTTON and component.get("style") == LINK and not component.get("url"):
        raise invalid("components.url", "BASE_TYPE_REQUIRED", "A url is required")
    if kind == ACTION_ROW and not 1 <= len(component.get("components") or []) <= BUTTONS_IN_ROW:
        raise invalid("components.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    if kind in SELECTS and len(component.get("options") or []) > OPTIONS:
        raise invalid("components.options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.")


def check_modal(payload: Json) -> None:
    """Refuse a modal without title or custom id, or with none or more than five rows. Raises RefusalError."""
    if not 1 <= len(payload.get("title") or "") <= 45:
        raise invalid("data.title", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 45 in length.")
    if not 1 <= len(payload.get("custom_id") or "") <= CUSTOM_ID:
        raise invalid("data.custom_id", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
    if not 1 <= len(payload.get("components") or []) <= 5:
        raise invalid("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    check_components(payload["components"])


def check_commands(commands: list[Json]) -> None:
    """Refuse a list with a bad name, a missing description, a duplicate or too many. Raises RefusalError."""
    seen: set[tuple[int, str]] = set()
    for number, command in enumerate(commands):
        kind: int = command.get("type", 1)
        name: str = command.get("name", "")
        slash = kind == 1
        if not (COMMAND_NAME.fullmatch(name) and name == name.lower() if slash else 1 <= len(name) <= 32):
            raise invalid(f"{number}.name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
        if slash and not 1 <= len(command.get("description") or "") <= 100:
            raise invalid(
                f"{number}.description", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length."
            )
        if len(command.get("options") or []) > OPTIONS:
            raise invalid(f"{number}.options", "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 25 in length.")
        if (kind, name) in seen:
            raise invalid(
                f"{number}.name",
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            )
        seen.add((kind, name))
    if sum(kind == 1 for kind, _ in seen) > COMMANDS:
        raise RefusalError(400, 30032, f"Maximum number of application commands reached ({COMMANDS})")
