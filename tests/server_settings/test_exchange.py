"""The settings file: what is written can be read, and a broken one says what to mend."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.policy import Exempt, Mode
from bot.server_settings import ServerSettings
from bot.server_settings.exchange import BadFileError, NamedThing, read, written
from bot.server_settings.kinds import Around
from bot.server_settings.planning import plan, told
from bot.server_settings.shown import View
from bot.texts import texts_in

HARBOUR, LIGHTHOUSE = 1, 2
EN, ES = texts_in("en"), texts_in("es")

HERE = Around(
    channels={10: "general", 11: "mod-log", 12: "venting"}, categories={15: "quiet"}, roles={20: "keepers"}
)
THERE = Around(
    channels={30: "general", 31: "mod-log", 32: "venting", 33: "venting"},
    categories={35: "quiet"},
    roles={40: "keepers"},
)
CHOSEN = ServerSettings(
    mode=Mode.REVIEW, mod_log=11, moderator_role=20, threshold=0.9, cooldown=0, language="es", contests=False
)


def view(
    around: Around, chosen: ServerSettings | None = None, *, modes: dict[int, Mode] | None = None
) -> View:
    return View(chosen or ServerSettings(), {}, around, modes or {}, Exempt(), frozenset(), confirmed=True)


def exported() -> bytes:
    exempt = Exempt(frozenset({20}), frozenset({12}), frozenset({15}), members=frozenset({7, 8}))
    server = NamedThing(id=str(HARBOUR), name="Harbour")
    return written(server, CHOSEN, {12: Mode.OFF}, exempt, [99], HERE)


def changed(**parts: object) -> bytes:
    return json.dumps(json.loads(exported()) | parts).encode()


def fault_of(data: bytes) -> str:
    with pytest.raises(BadFileError) as refused:
        read(data, EN, HERE)
    return str(refused.value)


def test_a_file_brings_everything_back() -> None:
    found = plan(read(exported(), EN, HERE), view(HERE), HARBOUR)

    after = ServerSettings().model_dump() | dict(found.changes.settings)
    assert ServerSettings.model_validate(after) == CHOSEN
    assert found.changes.modes == {12: Mode.OFF}
    assert (found.changes.roles, found.changes.channels, found.changes.categories) == ((20,), (12,), (15,))
    assert found.changes.webhook_ids == (99,)
    assert found.left_out == ()


def test_no_member_stands_in_a_file_but_how_many() -> None:
    exempt = json.loads(exported())["exempt"]

    assert exempt["members_not_exported"] == 2
    assert "members" not in exempt


def test_another_server_gets_its_own_channels_and_roles_by_name() -> None:
    found = plan(read(exported(), EN, THERE), view(THERE), LIGHTHOUSE)

    assert found.changes.settings["mod_log"] == 31
    assert found.changes.settings["moderator_role"] == 40
    assert (found.changes.roles, found.changes.categories) == ((40,), (35,))


def test_what_two_have_the_name_of_is_left_out_and_named() -> None:
    found = plan(read(exported(), EN, THERE), view(THERE), LIGHTHOUSE)

    assert found.changes.modes == {}
    assert found.changes.channels == ()
    assert found.left_out == ("venting", "webhook 99")
    assert "venting, webhook 99" in told(found, view(THERE), EN)


def test_the_same_file_again_changes_nothing() -> None:
    now = View(
        CHOSEN,
        {},
        HERE,
        {12: Mode.OFF},
        Exempt(frozenset({20}), frozenset({12}), frozenset({15})),
        frozenset({99}),
        confirmed=True,
    )

    found = plan(read(exported(), EN, HERE), now, HARBOUR)

    assert not found.changes
    assert told(found, now, ES).startswith("No cambiaría nada")


def test_what_a_file_does_not_name_stays() -> None:
    data = changed(settings={"cooldown": 60}, channel_modes=[], exempt={}, webhooks=[])

    found = plan(read(data, EN, HERE), view(HERE, CHOSEN, modes={10: Mode.OFF}), HARBOUR)

    assert found.changes.settings == {"cooldown": 60}
    assert found.changes.modes == {}


def test_null_brings_the_default_back() -> None:
    data = changed(settings={"mode": None}, channel_modes=[], exempt={}, webhooks=[])
    before = view(HERE, CHOSEN)

    found = plan(read(data, EN, HERE), before, HARBOUR)

    assert found.changes.settings == {"mode": None}
    assert "**mode**: review → note." in told(found, before, EN)


def test_what_is_linted_elsewhere_is_left_to_that() -> None:
    data = changed(settings={"own_line": "Addicts, buy this"}, channel_modes=[], exempt={}, webhooks=[])

    found = plan(read(data, EN, HERE), view(HERE), HARBOUR)

    assert found.changes.settings == {}
    assert "/signpost wording" in told(found, view(HERE), EN)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "line 1, character 1"),
        (b"\xff\xfe{}", "not UTF-8"),
        (b'{\n  "signpost_settings": 1,\n  oops\n}', "line 3, character 3"),
        (b"[1]", "no settings"),
        (b"{}", "no settings"),
        (b"[" * 60_000, "nested too deep"),
        (b'{"signpost_settings": ' + b"9" * 5000 + b"}", "a number that is too long"),
        (b'{"signpost_settings": 1, "signpost_settings": 1}', "`signpost_settings`: stands twice"),
        (changed(signpost_settings=2), "format 2; I read format 1"),
        (changed(signpost_settings="x" * 9000), "xxx…"),
        (changed(colour="red"), "`colour`: there is no such field"),
        (changed(server={"name": "Harbour"}), "`server → id`: is missing"),
        (changed(settings={"loudness": 3}), "`settings → loudness`: there is no such field"),
        (
            changed(settings={"cooldown": -1}),
            "`settings → cooldown`: this value does not fit. Possible: none",
        ),
        (changed(settings={"cooldown": "often"}), "`settings → cooldown`"),
        (changed(settings={"retention_days": 91}), "from 1 day up to 90 days"),
        (changed(settings={"language": "it"}), "English, Spanish, French, German, Portuguese"),
        (changed(settings={"country": "XX"}), "United States"),
        (changed(settings={"topics": []}), "kratom"),
        (changed(settings={"threshold": None, "mod_log": 11}), "`settings → mod_log`"),
        (changed(settings={"own_line": "x" * 201}), "`settings → own_line`"),
        (changed(channel_modes=[{"id": "12", "mode": "loud"}]), "`channel_modes → 0 → mode`"),
        (changed(channel_modes=[{"id": "9" * 20, "mode": "off"}]), "`channel_modes → 0 → id`"),
        (changed(exempt={"members": []}), "`exempt → members`: there is no such field"),
        (changed(webhooks=["9" * 20]), "`webhooks → 0`"),
        (changed(channel_modes=[{"id": "7", "name": "\ud800", "mode": "off"}]), "`channel_modes → 0 → name`"),
        (changed(webhooks="all"), "`webhooks`"),
    ],
)
def test_a_broken_file_says_what_to_mend(data: bytes, fault: str) -> None:
    said = fault_of(data)

    assert fault in said
    assert "Nothing changed." in said
    assert len(said) <= 2000


def test_many_faults_are_listed_up_to_a_message() -> None:
    said = fault_of(changed(settings={f"`@everyone` {number:090}": 1 for number in range(300)}))

    assert "and 292 more." in said
    assert len(said) <= 2000


@given(st.binary(max_size=300))
def test_any_bytes_are_settings_or_a_clear_fault(data: bytes) -> None:
    with pytest.raises(BadFileError):
        read(data, EN, HERE)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)
_part = st.sampled_from(["server", "settings", "channel_modes", "exempt", "webhooks"])


@given(_part, _json, st.sampled_from(sorted(ServerSettings.model_fields)), _json)
def test_any_value_anywhere_is_taken_or_a_clear_fault(
    part: str, odd: object, name: str, value: object
) -> None:
    raw = json.loads(exported())
    raw["settings"][name] = value
    raw[part] = odd
    try:
        file = read(json.dumps(raw).encode(), EN, HERE)
    except BadFileError:
        return
    found = plan(file, view(HERE), HARBOUR)
    ServerSettings.model_validate(ServerSettings().model_dump() | dict(found.changes.settings))
    assert told(found, view(HERE), EN)
