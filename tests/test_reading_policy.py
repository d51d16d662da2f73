"""What may be read: each reason why not, and which comes first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.policy import (
    Exempt,
    Mode,
    Origin,
    PlaceSettings,
    Reason,
    exempt_place,
    holding,
    lacks_roles,
    may_read,
)

A_MEMBER = Origin(in_guild=True)
NOTING = PlaceSettings(mode=Mode.NOTE, threshold=0.5)

A_WEBHOOK = Origin(in_guild=True, by_bot=True, webhook_id=7)
A_FOLLOWED_CHANNEL = replace(A_WEBHOOK, followed=True)
PLURALKITS = replace(A_WEBHOOK, by_pluralkit=True)
AN_ANSWER = replace(A_WEBHOOK, answers_a_command=True)

CHANNEL, THREAD, CATEGORY, ROLE, MEMBER = 1, 2, 3, 4, 5
IN_A_THREAD = Origin(
    in_guild=True,
    channel_ids=(THREAD, CHANNEL),
    category_id=CATEGORY,
    author_id=MEMBER,
    role_ids=frozenset({ROLE}),
)

origins = st.builds(
    Origin,
    in_guild=st.booleans(),
    by_bot=st.booleans(),
    webhook_id=st.sampled_from([None, 7]),
    author_id=st.sampled_from([MEMBER, 6]),
    channel_ids=st.sampled_from([(CHANNEL,), (THREAD, CHANNEL)]),
    role_ids=st.sampled_from([None, frozenset({ROLE})]),
)
places = st.builds(PlaceSettings, mode=st.sampled_from(Mode), reads_pluralkit=st.booleans())


@pytest.mark.parametrize("mode", [Mode.NOTE, Mode.OBSERVE])
def test_a_members_message_may_be_read(mode: Mode) -> None:
    assert may_read(A_MEMBER, PlaceSettings(mode=mode)) is None


@pytest.mark.parametrize(
    ("origin", "reason"),
    [
        (Origin(in_guild=False), Reason.NOT_IN_A_SERVER),
        (replace(A_MEMBER, by_us=True), Reason.WROTE_IT_MYSELF),
        (replace(A_MEMBER, by_us=True, by_bot=True), Reason.WROTE_IT_MYSELF),
        (replace(A_WEBHOOK, by_bot=False), Reason.FROM_A_WEBHOOK),
        (A_WEBHOOK, Reason.FROM_A_WEBHOOK),
        (PLURALKITS, Reason.FROM_A_WEBHOOK),
        (AN_ANSWER, Reason.FROM_A_WEBHOOK),
        (replace(A_MEMBER, by_bot=True), Reason.FROM_A_BOT),
        (replace(A_MEMBER, by_discord=True), Reason.NOT_WRITTEN_BY_A_PERSON),
    ],
)
def test_what_no_person_wrote_in_a_server_is_not_read(origin: Origin, reason: Reason) -> None:
    assert may_read(origin, NOTING) is reason


def test_where_it_is_off_nothing_is_read() -> None:
    assert may_read(A_MEMBER, PlaceSettings(mode=Mode.OFF)) is Reason.OFF_HERE


@pytest.mark.parametrize(
    ("origin", "settings", "reason"),
    [
        (A_FOLLOWED_CHANNEL, NOTING, None),
        (replace(A_FOLLOWED_CHANNEL, by_bot=False), NOTING, None),
        (A_FOLLOWED_CHANNEL, replace(NOTING, mode=Mode.OFF), Reason.OFF_HERE),
        (replace(A_FOLLOWED_CHANNEL, by_discord=True), NOTING, Reason.NOT_WRITTEN_BY_A_PERSON),
        (replace(A_MEMBER, by_bot=True, followed=True), NOTING, Reason.FROM_A_BOT),
        (A_WEBHOOK, replace(NOTING, webhook_ids=frozenset({7})), None),
        (A_WEBHOOK, replace(NOTING, webhook_ids=frozenset({8})), Reason.FROM_A_WEBHOOK),
        (A_WEBHOOK, replace(NOTING, reads_pluralkit=True), Reason.FROM_A_WEBHOOK),
        (PLURALKITS, replace(NOTING, reads_pluralkit=True), None),
        (AN_ANSWER, replace(NOTING, webhook_ids=frozenset({7})), Reason.FROM_A_WEBHOOK),
        (
            replace(AN_ANSWER, by_pluralkit=True),
            replace(NOTING, reads_pluralkit=True),
            Reason.FROM_A_WEBHOOK,
        ),
    ],
)
def test_webhooks_are_read_where_they_bring_what_people_wrote(
    origin: Origin, settings: PlaceSettings, reason: Reason | None
) -> None:
    assert may_read(origin, settings) is reason


@pytest.mark.parametrize(
    ("exempt", "reason"),
    [
        (Exempt(), None),
        (Exempt(channels=frozenset({THREAD})), Reason.EXEMPT_CHANNEL),
        (Exempt(channels=frozenset({CHANNEL})), Reason.EXEMPT_CHANNEL),
        (Exempt(channels=frozenset({9})), None),
        (Exempt(categories=frozenset({CATEGORY})), Reason.EXEMPT_CATEGORY),
        (Exempt(categories=frozenset({9})), None),
        (Exempt(members=frozenset({MEMBER})), Reason.EXEMPT_MEMBER),
        (Exempt(members=frozenset({9})), None),
        (Exempt(roles=frozenset({ROLE, 9})), Reason.EXEMPT_ROLE),
        (Exempt(roles=frozenset({9})), None),
        (Exempt(roles=frozenset({ROLE}), members=frozenset({MEMBER})), Reason.EXEMPT_MEMBER),
        (
            Exempt(roles=frozenset({ROLE}), channels=frozenset({CHANNEL})),
            Reason.EXEMPT_CHANNEL,
        ),
    ],
)
def test_what_is_exempt_is_not_read(exempt: Exempt, reason: Reason | None) -> None:
    assert may_read(IN_A_THREAD, replace(NOTING, exempt=exempt)) is reason


def test_an_exempt_place_is_one_for_webhooks_too() -> None:
    settings = replace(NOTING, exempt=Exempt(channels=frozenset({CHANNEL})))
    followed = replace(A_FOLLOWED_CHANNEL, channel_ids=(CHANNEL,))

    assert may_read(followed, settings) is Reason.EXEMPT_CHANNEL


def test_off_is_said_before_exempt() -> None:
    settings = PlaceSettings(mode=Mode.OFF, exempt=Exempt(channels=frozenset({CHANNEL})))

    assert may_read(IN_A_THREAD, settings) is Reason.OFF_HERE


def test_a_place_in_no_category_is_in_no_exempt_one() -> None:
    origin = replace(IN_A_THREAD, category_id=None)

    assert exempt_place(origin, Exempt(categories=frozenset({CATEGORY}))) is None


def test_of_many_exemptions_those_are_named_that_hold() -> None:
    exempt = Exempt(
        roles=frozenset({ROLE, 9}),
        channels=frozenset({CHANNEL, THREAD, 9}),
        categories=frozenset({CATEGORY, 9}),
        members=frozenset({MEMBER}),
    )

    assert holding(IN_A_THREAD, exempt) == Exempt(
        roles=frozenset({ROLE}), channels=frozenset({CHANNEL, THREAD}), categories=frozenset({CATEGORY})
    )
    assert not holding(A_MEMBER, exempt)


def test_a_writer_whose_roles_are_not_known_is_read_and_asked_for() -> None:
    unknown = replace(IN_A_THREAD, role_ids=None)
    settings = replace(NOTING, exempt=Exempt(roles=frozenset({ROLE})))

    assert may_read(unknown, settings) is None
    assert lacks_roles(unknown, settings)


@pytest.mark.parametrize(
    ("origin", "settings"),
    [
        (IN_A_THREAD, replace(NOTING, exempt=Exempt(roles=frozenset({9})))),
        (replace(IN_A_THREAD, role_ids=None), NOTING),
        (A_FOLLOWED_CHANNEL, replace(NOTING, exempt=Exempt(roles=frozenset({ROLE})))),
        (
            replace(IN_A_THREAD, role_ids=None),
            replace(NOTING, exempt=Exempt(roles=frozenset({ROLE}), categories=frozenset({CATEGORY}))),
        ),
        (
            replace(IN_A_THREAD, role_ids=None, by_bot=True),
            replace(NOTING, exempt=Exempt(roles=frozenset({ROLE}))),
        ),
    ],
)
def test_nobodys_roles_are_asked_for_where_they_change_nothing(
    origin: Origin, settings: PlaceSettings
) -> None:
    assert not lacks_roles(origin, settings)


def test_notes_wait_for_proxies_only_where_pluralkit_is_read() -> None:
    assert not NOTING.waits_for_proxies
    assert replace(NOTING, reads_pluralkit=True).waits_for_proxies


@given(origin=origins, settings=places)
def test_exempting_more_never_has_more_read(origin: Origin, settings: PlaceSettings) -> None:
    exempt = Exempt(channels=frozenset({THREAD}), roles=frozenset({ROLE}), members=frozenset({MEMBER}))
    before = may_read(origin, settings)

    after = may_read(origin, replace(settings, exempt=exempt))

    assert before is None or after is before


def test_who_opted_out_is_not_read_wherever_somebody_is_exempt_or_not() -> None:
    out = replace(NOTING, opted_out=frozenset({MEMBER}))
    also_exempt = replace(out, exempt=Exempt(members=frozenset({MEMBER}), channels=frozenset({CHANNEL})))

    assert may_read(IN_A_THREAD, out) is Reason.OPTED_OUT
    assert may_read(IN_A_THREAD, also_exempt) is Reason.OPTED_OUT
    assert may_read(replace(IN_A_THREAD, author_id=6), out) is None


def test_the_roles_of_who_opted_out_need_not_be_known() -> None:
    roles_exempt = replace(NOTING, exempt=Exempt(roles=frozenset({ROLE})), opted_out=frozenset({MEMBER}))
    without_roles = replace(IN_A_THREAD, role_ids=None)

    assert not lacks_roles(without_roles, roles_exempt)
    assert lacks_roles(replace(without_roles, author_id=6), roles_exempt)
