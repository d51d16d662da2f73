"""What an import would change in a server: ids and names of the file held against what the server has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.note.lint import Finding, tidy
from bot.note_wording.fitting import DECIDES_ON_WORDING, findings_said, misfits, told_misfits
from bot.policy import Mode
from bot.server_settings.changes import Changes
from bot.server_settings.exchange import (
    FOUND_BY_NAME,
    FOUND_EACH_BY_NAME,
    WITH_LINT,
    NamedThing,
    SettingsFile,
    things_in,
)
from bot.server_settings.listed import SETTINGS
from bot.server_settings.model import ServerSettings
from bot.server_settings.shown import View
from bot.texts import Texts, listed, mode_name

MOST_LEFT_OUT, LONGEST_NAME = 5, 32
"""Names that an answer lists of what it leaves out, and characters of each."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does. left_out: names of what the server has nothing for.

    faults: what is wrong with the note's wording in the file, which is left out then.
    """

    changes: Changes
    left_out: tuple[str, ...] = ()
    faults: tuple[Finding, ...] = ()


class _Matching:
    """Finds the server's own channel or role for each in a file: by id, else by a name that only one has."""

    def __init__(self) -> None:
        self.left_out: list[str] = []

    def find(self, thing: NamedThing, there: Mapping[int, str]) -> int | None:
        if int(thing.id) in there:
            return int(thing.id)
        named = [each for each, name in there.items() if name and name == thing.name]
        if len(named) == 1:
            return named[0]
        self.left_out.append((thing.name or thing.id)[:LONGEST_NAME])
        return None

    def find_new(
        self, things: Iterable[NamedThing], there: Mapping[int, str], held: Iterable[int]
    ) -> tuple[int, ...]:
        found = {self.find(each, there) for each in things} - {None} - {*held}
        return tuple(sorted(each for each in found if each is not None))


def plan(file: SettingsFile, view: View, guild_id: int) -> Plan:
    """Say what a file changes in a server; what the server lacks is left out and named.

    Nothing is taken away: what the file does not name stays, and no exemption ends.
    """
    matching, here = _Matching(), view.around
    settings = _settings(file, view, matching)
    wording = _wording(file, view)
    faults = misfits(_after(view, {**settings, **wording}), here.language) if wording else ()
    settings |= {} if faults else wording
    modes: dict[int, Mode] = {}
    for each in file.channel_modes:
        found = matching.find(each, here.channels)
        if found is not None and view.modes.get(found) != each.mode:
            modes[found] = each.mode
    webhooks: tuple[int, ...] = ()
    if int(file.server.id) == guild_id:
        webhooks = tuple(sorted({*map(int, file.webhooks)} - view.webhook_ids))
    else:
        matching.left_out += [f"webhook {each}" for each in file.webhooks]
    changes = Changes(
        settings,
        modes,
        matching.find_new(file.exempt.roles, here.roles, view.exempt.roles),
        matching.find_new(file.exempt.channels, here.channels, view.exempt.channels),
        matching.find_new(file.exempt.categories, here.categories, view.exempt.categories),
        webhooks,
    )
    return Plan(changes, tuple(dict.fromkeys(matching.left_out)), faults)


def _wording(file: SettingsFile, view: View) -> dict[str, Any]:
    """Return what the file changes of the note's own line and resources."""
    wanted = {name: file.settings[name] for name in WITH_LINT if name in file.settings}
    if line := wanted.get("own_line"):
        wanted["own_line"] = tidy(line) or None
    return {name: value for name, value in wanted.items() if value != _plain(view.chosen, name)}


def _after(view: View, settings: Mapping[str, Any]) -> ServerSettings:
    return ServerSettings.model_validate(view.chosen.model_dump() | dict(settings))


def _settings(file: SettingsFile, view: View, matching: _Matching) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    names = dict(zip(FOUND_BY_NAME, (view.around.channels, view.around.roles), strict=True))
    for name, value in file.settings.items():
        if name in WITH_LINT:
            continue
        wanted = value
        if name in names and value is not None:
            wanted = matching.find(NamedThing.model_validate(value), names[name])
            if wanted is None:
                continue
        if name in FOUND_EACH_BY_NAME and value is not None:
            found = (matching.find(each, view.around.channels) for each in things_in(value))
            wanted = tuple(dict.fromkeys(each for each in found if each is not None))
            if not wanted:
                continue
        if _plain(ServerSettings.model_validate({name: wanted}), name) != _plain(view.chosen, name):
            changed[name] = wanted
    return changed


def _plain(chosen: ServerSettings, name: str) -> object:
    """Return a setting as JSON has it."""
    return chosen.model_dump(mode="json", include={name})[name]


def told(plan: Plan, view: View, texts: Texts) -> str:
    """Say what a plan changes, before and after, and what it leaves out."""
    if not plan.changes:
        return "\n".join([texts("settings-import-nothing"), *_left_out(plan, texts)])
    return "\n".join(
        [
            texts("settings-import-asks"),
            *(f"- {line}" for line in _lines(plan.changes, view, texts)),
            *_left_out(plan, texts),
            *_misfits(plan, view, texts),
            texts("settings-import-adds"),
        ]
    )


def _lines(changes: Changes, view: View, texts: Texts) -> Iterable[str]:
    for setting in SETTINGS:
        if setting.name in changes.settings:
            yield texts(
                "settings-changed",
                setting=setting.label(texts),
                before=setting.show(getattr(view.chosen, setting.name), texts, view.around),
                after=setting.show(changes.settings[setting.name], texts, view.around),
            )
    modes = [f"<#{each}> {mode_name(texts, mode)}" for each, mode in sorted(changes.modes.items())]
    if modes:
        yield texts("settings-modes-own", listed=listed(texts, modes))
    exempt = [f"<@&{each}>" for each in changes.roles]
    exempt += [f"<#{each}>" for each in (*changes.channels, *changes.categories)]
    if exempt:
        yield texts("settings-import-exempt-line", listed=listed(texts, exempt))
    if changes.webhook_ids:
        ids = [f"`{each}`" for each in changes.webhook_ids]
        yield texts("settings-import-webhooks-line", listed=listed(texts, ids))


def _left_out(plan: Plan, texts: Texts) -> Iterable[str]:
    if plan.left_out:
        yield texts("settings-import-skipped", listed=listed(texts, plan.left_out, MOST_LEFT_OUT))
    if plan.faults:
        yield texts("settings-import-wording")
        yield from findings_said(texts, plan.faults)


def _misfits(plan: Plan, view: View, texts: Texts) -> Iterable[str]:
    """Say what of the note's own wording would no longer fit what an import sets."""
    if DECIDES_ON_WORDING.isdisjoint(plan.changes.settings):
        return []
    return told_misfits(texts, _after(view, plan.changes.settings), view.around.language)
