"""The settings: each is described, and whatever is typed gives a value or a clear sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import knowledge
from bot.policy import Mode
from bot.server_settings import ServerSettings
from bot.server_settings.kinds import Around
from bot.server_settings.listed import (
    BY_NAME,
    SETTINGS,
    NotPossibleError,
    Setting,
    country_name,
    language_name,
    named,
)
from bot.texts import LANGUAGES, MEMBERS_LANGUAGES, Texts, texts_in

HARBOUR = Around(
    retention_days=60,
    channels={10: "general", 11: "mod-log", 12: "twice", 13: "twice", 123456789012345678: "far"},
    roles={20: "Keepers"},
)
EN, ES = texts_in("en"), texts_in("es")


def read(name: str, said: str) -> object:
    return BY_NAME[name].read(said, EN, HARBOUR)


def test_every_field_of_a_servers_settings_is_listed_once() -> None:
    assert sorted(setting.name for setting in SETTINGS) == sorted(ServerSettings.model_fields)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_says_what_it_is_and_what_it_does(setting: Setting, language: str) -> None:
    texts = texts_in(language)

    assert setting.label(texts)
    assert setting.about(texts).endswith(".")
    assert setting.show(None, texts, HARBOUR)
    assert setting.kind.possible(texts, HARBOUR).endswith(".")
    assert named(setting.label(texts)) is setting


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_and_language_has_a_name(language: str) -> None:
    texts = texts_in(language)

    assert all(country_name(texts, code) for code in knowledge.standard().countries)
    assert all(language_name(texts, code) for code in MEMBERS_LANGUAGES)


@pytest.mark.parametrize(
    ("name", "said", "value"),
    [
        ("mode", "Review", Mode.REVIEW),
        ("mode", "revisar", Mode.REVIEW),
        ("threshold", "careful", 0.9),
        ("threshold", "cauto (0.90)", 0.9),
        ("threshold", "0,85", 0.85),
        ("threshold", "85 %", 0.85),
        ("cooldown", "30 minutes", 1800),
        ("cooldown", "2 h", 7200),
        ("cooldown", "1 hora y 30 min", 5400),
        ("cooldown", "1h30m", 5400),
        ("cooldown", "45", 2700),
        ("cooldown", "0", 0),
        ("cooldown", "none", 0),
        ("cooldown", "ninguna", 0),
        ("retention_days", "30", 30),
        ("retention_days", "30 días", 30),
        ("review_hours", "6", 6),
        ("review_hours", "2 days", 48),
        ("language", "Español", "es"),
        ("language", "EN", "en"),
        ("language", "francés", "fr"),
        ("language", "German", "de"),
        ("language", "pt", "pt"),
        ("note_length", "Corta", "short"),
        ("short_channels", "general", (10,)),
        ("short_channels", "<#10> <#11>", (10, 11)),
        ("short_channels", "#mod-log, 123456789012345678, <#11>", (11, 123456789012345678)),
        ("country", "mexico", "MX"),
        ("country", "Estados Unidos", "US"),
        ("country", "uk", "GB"),
        ("topics", "kratom", ("kratom",)),
        ("notes_in_threads", "Sí", True),
        ("contests", "off", False),
        ("precision_goal", "90 %", 0.9),
        ("precision_goal", "85", 0.85),
        ("moderator_role", "<@&20>", 20),
        ("moderator_role", "@keepers", 20),
        ("mod_log", "<#11>", 11),
        ("mod_log", "#mod-log", 11),
        ("mod_log", "123456789012345678", 123456789012345678),
        ("mode", "Default", None),
        ("cooldown", "predeterminado", None),
    ],
)
def test_what_people_type_is_understood(name: str, said: str, value: object) -> None:
    assert read(name, said) == value


@pytest.mark.parametrize(
    ("name", "said", "possible"),
    [
        ("mode", "loud", "Possible: off, observe, review, note."),
        ("threshold", "0", "careful (0.90), balanced (0.80), eager (0.60)"),
        ("threshold", "1.5", "above 0 and up to 1"),
        ("cooldown", "8 days", "up to 168 hours"),
        ("cooldown", "1 2", "such as 30 minutes"),
        ("cooldown", "3 moons", "such as 30 minutes"),
        ("retention_days", "61", "from 1 day up to 60 days"),
        ("retention_days", "12 h", "from 1 day up to 60 days"),
        ("review_hours", "0", "from 1 hour"),
        ("language", "it", "English, Spanish, French, German, Portuguese"),
        ("note_length", "tiny", "full, short"),
        ("short_channels", "<#99>", "up to 25 channels of this server"),
        ("short_channels", ",", "up to 25 channels of this server"),
        ("country", "Atlantis", "United States"),
        ("topics", "kratom, moon", "kratom"),
        ("topics", ",", "kratom"),
        ("contests", "maybe", "yes, no"),
        ("precision_goal", "100 %", "from 50% up to 99%"),
        ("moderator_role", "<@&21>", "a role of this server"),
        ("mod_log", "twice", "a name that only one channel has"),
        ("own_line", "hello", "/signpost wording"),
        ("resources", "us-988", "/signpost wording"),
    ],
)
def test_what_is_not_possible_is_refused_with_what_is(name: str, said: str, possible: str) -> None:
    with pytest.raises(NotPossibleError) as refused:
        read(name, said)

    assert possible in str(refused.value)
    assert str(refused.value).endswith("Nothing changed.")


@given(st.sampled_from(SETTINGS), st.sampled_from([EN, ES]), st.text(max_size=60))
def test_anything_typed_gives_a_value_that_the_model_takes_or_a_sentence(
    setting: Setting, texts: Texts, said: str
) -> None:
    try:
        value = setting.read(said, texts, HARBOUR)
    except NotPossibleError:
        return
    ServerSettings.model_validate({setting.name: value})


@given(
    st.sampled_from(["cooldown", "retention_days", "review_hours", "threshold", "precision_goal"]),
    st.from_regex(r"\A[0-9]{1,14}([.,][0-9]{1,6})? ?(s|min|h|d|%|hours)?\Z"),
)
def test_any_number_gives_a_value_that_the_model_takes_or_a_sentence(name: str, said: str) -> None:
    try:
        value = read(name, said)
    except NotPossibleError:
        return
    ServerSettings.model_validate({name: value})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_what_is_offered_is_understood_and_written_the_same(setting: Setting, language: str) -> None:
    texts = texts_in(language)

    for offered in setting.kind.offered(texts, HARBOUR):
        value = setting.read(offered, texts, HARBOUR)
        assert value is not None
        if setting.name not in ("mod_log", "moderator_role", "short_channels"):
            assert setting.show(value, texts, HARBOUR) == offered
