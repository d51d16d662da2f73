"""The file that carries a server's settings: written by `export`, read and checked by `import`."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.policy import Exempt, Mode
from bot.server_settings.kinds import Around
from bot.server_settings.listed import BY_NAME
from bot.server_settings.model import MOST_SHORT, ServerSettings
from bot.texts import Texts

FORMAT = 1
"""The version of the file. A file of another is refused."""

MOST_BYTES = 64 * 1024
"""Bytes of a file that is read."""

MOST_FAULTS, LONGEST_FIELD = 8, 60
"""Faults that an answer names, and characters of a field's name in it."""

FOUND_BY_NAME = ("mod_log", "moderator_role")
"""Settings that are ids of one server: their names go along, since another server has other ids."""

FOUND_EACH_BY_NAME = ("short_channels",)
"""Settings that are several ids of channels."""

WITH_LINT = ("own_line", "resources")
"""Settings that notes carry: an import takes them only where the lint finds nothing wrong with them here."""

_VERSION = "signpost_settings"
_MOST_EACH = 500
_PURE = ConfigDict(extra="forbid", frozen=True)
_MOST_ID = 2**63 - 1  # what the database holds


def _fits_the_store(digits: str) -> str:
    if int(digits) > _MOST_ID:
        raise ValueError
    return digits


Id = Annotated[str, Field(pattern=r"^[0-9]{1,20}$"), AfterValidator(_fits_the_store)]
"""An id in digits: JSON's numbers lose the last of them."""


class BadFileError(ValueError):
    """A file that holds no settings that can be used. The message says what to mend, for the reader."""


class NamedThing(BaseModel):
    """A channel, category, role or server."""

    model_config = _PURE

    id: Id
    name: Annotated[str, Field(max_length=100)] = ""


class OwnMode(NamedThing):
    """A channel with a mode of its own."""

    mode: Mode


Things = Annotated[tuple[NamedThing, ...], Field(max_length=_MOST_EACH)]


_THINGS = TypeAdapter(list[NamedThing])


class Exempted(BaseModel):
    """What is exempt. members_not_exported: how many members; a hash fits no other server."""

    model_config = _PURE

    roles: Things = ()
    channels: Things = ()
    categories: Things = ()
    members_not_exported: Annotated[int, Field(ge=0)] = 0


class SettingsFile(BaseModel):
    """A server's settings, as a file holds them. settings: by name; null is the default."""

    model_config = _PURE

    signpost_settings: int
    server: NamedThing
    settings: dict[str, Any]
    channel_modes: Annotated[tuple[OwnMode, ...], Field(max_length=_MOST_EACH)] = ()
    exempt: Exempted = Exempted()
    webhooks: Annotated[tuple[Id, ...], Field(max_length=_MOST_EACH)] = ()


def written(
    server: NamedThing,
    chosen: ServerSettings,
    modes: Mapping[int, Mode],
    exempt: Exempt,
    webhook_ids: Iterable[int],
    around: Around,
) -> bytes:
    """Write a server's settings as a file. What is gone from the server has no name."""
    settings: dict[str, Any] = chosen.model_dump(mode="json")
    for name, names in zip(FOUND_BY_NAME, (around.channels, around.roles), strict=True):
        if settings[name] is not None:
            settings[name] = _thing(settings[name], names).model_dump()
    for name in FOUND_EACH_BY_NAME:
        if settings[name] is not None:
            settings[name] = [_thing(each, around.channels).model_dump() for each in settings[name]]
    file = SettingsFile(
        signpost_settings=FORMAT,
        server=server,
        settings=settings,
        channel_modes=tuple(
            OwnMode(**_thing(each, around.channels).model_dump(), mode=mode) for each, mode in modes.items()
        ),
        exempt=Exempted(
            roles=tuple(_thing(each, around.roles) for each in sorted(exempt.roles)),
            channels=tuple(_thing(each, around.channels) for each in sorted(exempt.channels)),
            categories=tuple(_thing(each, around.categories) for each in sorted(exempt.categories)),
            members_not_exported=len(exempt.members),
        ),
        webhooks=tuple(str(each) for each in sorted(webhook_ids)),
    )
    return json.dumps(file.model_dump(mode="json"), indent=2, ensure_ascii=False).encode()


def _thing(thing_id: int, names: Mapping[int, str]) -> NamedThing:
    return NamedThing(id=str(thing_id), name=names.get(thing_id, ""))


def read(data: bytes, texts: Texts, around: Around) -> SettingsFile:
    """Read and check a file as far as that needs no server. Raises BadFileError."""
    found = _json(data, texts)
    if not isinstance(found, dict) or _VERSION not in found:
        raise BadFileError(texts("settings-import-not-settings"))
    raw = cast("dict[str, object]", found)
    version = raw[_VERSION]
    if not isinstance(version, int) or version != FORMAT:
        shown = _shown([str(version)])
        raise BadFileError(texts("settings-import-version", version=shown, known=str(FORMAT)))
    try:
        file = SettingsFile.model_validate(raw)
    except ValidationError as error:
        raise _refused([*_faults(error, (), texts)], texts) from None
    if faults := [*_settings_faults(file.settings, texts, around)]:
        raise _refused(faults, texts)
    return file


class _TwiceError(ValueError):
    """A key stands twice in an object. The message is the key."""


def _json(data: bytes, texts: Texts) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise BadFileError(texts("settings-import-not-text")) from None
    except json.JSONDecodeError as error:
        line, column = str(error.lineno), str(error.colno)
        raise BadFileError(texts("settings-import-not-json", line=line, column=column)) from None
    except _TwiceError as error:
        twice = texts("settings-import-fault-twice", field=_shown([str(error)]))
        raise _refused([twice], texts) from None
    except (RecursionError, ValueError):  # ValueError: a number of thousands of digits
        raise BadFileError(texts("settings-import-odd-json")) from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def _settings_faults(settings: Mapping[str, Any], texts: Texts, around: Around) -> Iterator[str]:
    """Find what of the settings is unknown, or has a value that none can have or that does not fit here."""
    for name, value in settings.items():
        setting = BY_NAME.get(name)
        field = _shown(["settings", name])
        if setting is None:
            yield texts("settings-import-fault-unknown", field=field)
        elif value is not None and not _fits(name, value, around):
            possible = setting.kind.possible(texts, around)
            yield texts("settings-import-fault-setting", field=field, possible=possible)


def _fits(name: str, value: object, around: Around) -> bool:
    try:
        if name in FOUND_BY_NAME:
            NamedThing.model_validate(value)
            return True
        if name in FOUND_EACH_BY_NAME:
            return 0 < len(things_in(value)) <= MOST_SHORT
        taken = getattr(ServerSettings.model_validate({name: value}), name)
    except ValidationError:
        return False
    return name in WITH_LINT or BY_NAME[name].kind.fits(taken, around)


def things_in(value: object) -> list[NamedThing]:
    """Read several channels of a file. Raises ValidationError."""
    return _THINGS.validate_python(value)


def _faults(error: ValidationError, at: tuple[str, ...], texts: Texts) -> Iterator[str]:
    for fault in error.errors(include_input=False, include_url=False):
        field = _shown([*at, *map(str, fault["loc"])])
        match fault["type"]:
            case "extra_forbidden":
                yield texts("settings-import-fault-unknown", field=field)
            case "missing":
                yield texts("settings-import-fault-missing", field=field)
            case _:
                yield texts("settings-import-fault-value", field=field)


def _shown(path: Iterable[str]) -> str:
    """Write where something stands in the file, as an answer can show it."""
    path = " → ".join(path).replace("`", "'")
    kept = "".join(each for each in path if each.isprintable())
    return f"{kept[:LONGEST_FIELD]}…" if len(kept) > LONGEST_FIELD else kept or "?"


def _refused(faults: list[str], texts: Texts) -> BadFileError:
    more = len(faults) - MOST_FAULTS
    lines = [texts("settings-import-faults"), *(f"- {each}" for each in faults[:MOST_FAULTS])]
    if more > 0:
        lines.append(texts("settings-import-more-faults", number=more))
    return BadFileError("\n".join(lines))
