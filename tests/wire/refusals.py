"""What Discord refuses of a message or a form, with its own status and error code."""

from collections.abc import Callable, Iterator

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

PLACEHOLDER = 150
OPTION_TEXT = 100
SECTION_TEXTS, GALLERY = 3, 10
ALT_TEXT = 1024
LABEL_TEXT, LABEL_ABOUT = 45, 100
TYPED, TYPED_PLACEHOLDER = 4000, 100

ACTION_ROW, BUTTON, TEXT_INPUT, SECTION, TEXT_DISPLAY, THUMBNAIL, MEDIA, LABEL = 1, 2, 4, 9, 10, 11, 12, 18
STRING_SELECT = 3
SELECTS = frozenset({STRING_SELECT, 5, 6, 7, 8})
V2_ONLY = frozenset({9, 10, 11, 12, 13, 14, 17})
LINK = 5


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
    pressable = kind in SELECTS or kind == TEXT_INPUT or (kind == BUTTON and component.get("style") != LINK)
    if pressable and not custom_id:
        raise invalid("components.custom_id", "BASE_TYPE_REQUIRED", "This field is required")
    if kind in SELECTS:
        _check_select(component)
    elif kind in CHECKS:
        CHECKS[kind](component)


def _check_row(component: Json) -> None:
    _check_number(component, "components", 1, BUTTONS_IN_ROW)


def _check_section(component: Json) -> None:
    _check_number(component, "components", 1, SECTION_TEXTS)
    if not component.get("accessory"):
        raise invalid("components.accessory", "BASE_TYPE_REQUIRED", "This field is required")


def _check_text(component: Json) -> None:
    if not component.get("content"):
        raise invalid("components.content", "BASE_TYPE_REQUIRED", "This field is required")


def _check_thumbnail(component: Json) -> None:
    _check_length(component, "description", ALT_TEXT)


def _check_media(component: Json) -> None:
    _check_number(component, "items", 1, GALLERY)
    for item in component["items"]:
        _check_length(item, "description", ALT_TEXT)


def _check_input(component: Json) -> None:
    _check_length(component, "placeholder", TYPED_PLACEHOLDER)
    _check_length(component, "value", TYPED)
    _check_length(component, "label", LABEL_TEXT)


def _check_button(button: Json) -> None:
    _check_length(button, "label", BUTTON_LABEL)
    if not button.get("label") and not button.get("emoji"):
        raise invalid("components.label", "BUTTON_COMPONENT_INVALID_LABEL_EMOJI", "A label is required")
    if button.get("style") == LINK and not button.get("url"):
        raise invalid("components.url", "BASE_TYPE_REQUIRED", "A url is required")


def _check_select(select: Json) -> None:
    _check_length(select, "placeholder", PLACEHOLDER)
    options: list[Json] = select.get("options") or []
    if len(options) > OPTIONS or (select["type"] == STRING_SELECT and not options):
        raise _bad_number("components.options", 1, OPTIONS)
    for option in options:
        for name in ("label", "value", "description"):
            _check_length(option, name, OPTION_TEXT)
        if not option.get("label") or not option.get("value"):
            raise invalid("components.options.label", "BASE_TYPE_REQUIRED", "This field is required")
    if len({option["value"] for option in options}) < len(options):
        raise invalid("components.options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "Duplicate value")
    if len(select.get("default_values") or []) > (select.get("max_values") or 1):
        raise invalid("components.default_values", "BASE_TYPE_BAD_LENGTH", "Too many default values.")
    if sum(bool(option.get("default")) for option in options) > (select.get("max_values") or 1):
        raise invalid("components.options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_OPTIONS", "Too many defaults")


def _check_label(label: Json) -> None:
    if not label.get("label") or not label.get("component"):
        raise invalid("components.label", "BASE_TYPE_REQUIRED", "This field is required")
    _check_length(label, "label", LABEL_TEXT)
    _check_length(label, "description", LABEL_ABOUT)


def _check_length(component: Json, field: str, most: int) -> None:
    if len(component.get(field) or "") > most:
        raise too_long(f"components.{field}", most)


def _check_number(component: Json, field: str, least: int, most: int) -> None:
    if not least <= len(component.get(field) or []) <= most:
        raise _bad_number(f"components.{field}", least, most)


def _bad_number(field: str, least: int, most: int) -> RefusalError:
    return invalid(field, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


CHECKS: dict[int, Callable[[Json], None]] = {
    ACTION_ROW: _check_row,
    BUTTON: _check_button,
    TEXT_INPUT: _check_input,
    SECTION: _check_section,
    TEXT_DISPLAY: _check_text,
    THUMBNAIL: _check_thumbnail,
    MEDIA: _check_media,
    LABEL: _check_label,
}
"""What each kind of component is held to beside its custom id."""


def check_modal(payload: Json) -> None:
    """Refuse a modal without title or custom id, or with none or more than five rows. Raises RefusalError."""
    if not 1 <= len(payload.get("title") or "") <= 45:
        raise invalid("data.title", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 45 in length.")
    if not 1 <= len(payload.get("custom_id") or "") <= CUSTOM_ID:
        raise invalid("data.custom_id", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
    if not 1 <= len(payload.get("components") or []) <= 5:
        raise invalid("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    check_components(payload["components"])
