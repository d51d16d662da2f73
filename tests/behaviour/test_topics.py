"""Topics beside kratom: off until a manager wants them, and only observed while they are not measured."""

from dataclasses import replace

import pytest

from bot.policy import PlaceSettings
from bot.store import Places
from tests.recognition.test_contenders import OF_7_OH, OF_TIANEPTINE

from .community import Community
from .menus import ANSWER, answer, choose, press, rows
from .scanning import scan_now
from .texts import PITCH, SMALL_TALK


async def switch_on(community: Community, topics: str) -> str:
    return await community.command(community.manager, "settings set", name="topics", value=topics)


def withdraw(topic: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Withdraw a topic as whoever runs Signpost does."""
    as_kept = Places.at

    def at(places: Places, guild_id: int, *channel_ids: int) -> PlaceSettings:
        return replace(as_kept(places, guild_id, *channel_ids), withdrawn_topics=frozenset({topic}))

    monkeypatch.setattr(Places, "at", at)


async def test_a_server_as_it_is_passes_over_a_pitch_for_another_topic(community: Community) -> None:
    await community.paste(community.general, OF_TIANEPTINE)

    said = await community.command(
        community.moderator, "check", text=OF_TIANEPTINE, channel=community.general
    )
    assert community.notes_in(community.general) == []
    assert community.entries() == []
    assert community.states() == []
    assert said.startswith("**Would stay silent**: its topic is switched off in this server.")


async def test_switched_on_it_is_observed_and_the_log_says_why(community: Community) -> None:
    said = await switch_on(community, "kratom, tianeptine")

    await community.paste(community.general, OF_TIANEPTINE)

    (entry,) = community.entries()
    assert "kratom, tianeptine" in said
    assert community.notes_in(community.general) == []
    assert community.states() == ["observed"]
    assert entry.shows(
        "tianeptine · case 1",
        "Observed, nothing sent",
        "this topic is only observed until its recognition is measured well enough",
    )
    assert rows(community, "SELECT topic, reason FROM cases") == [("tianeptine", "TOPIC_NOT_MEASURED")]


async def test_who_adds_a_topic_is_offered_it_beside_kratom(community: Community) -> None:
    offered = await community.manager.autocomplete(
        community.general, "signpost settings set", "value", "tian", name="topics"
    )
    unset = await community.command(community.manager, "settings show", name="topics")

    assert "kratom, tianeptine" in [each["value"] for each in offered]
    assert unset.startswith("**topics: kratom**")


async def test_a_place_of_review_observes_it_too(community: Community) -> None:
    await switch_on(community, "tianeptine")
    await community.command(community.manager, "mode", mode="review")

    await community.paste(community.general, OF_TIANEPTINE)

    assert community.states() == ["observed"]


async def test_kratom_is_answered_beside_a_topic_that_is_only_observed(community: Community) -> None:
    await switch_on(community, "kratom, tianeptine")

    first, second = community.members(2)

    await community.paste(community.general, OF_TIANEPTINE, by=first)
    await community.paste(community.general, PITCH, by=second)

    assert len(community.notes_in(community.general)) == 1
    assert sorted(community.states()) == ["noted", "observed"]


async def test_moderators_are_told_what_is_only_observed(community: Community) -> None:
    before = await community.command(community.moderator, "status")
    await switch_on(community, "kratom, tianeptine, rapid-detox")

    status = await community.command(community.moderator, "status")
    check = await community.command(
        community.moderator, "check", text=OF_TIANEPTINE, channel=community.general
    )

    assert "Only observed" not in before
    assert "never answered, whatever the mode: rapid detox and detox kits, tianeptine." in status
    assert check.startswith("**Would be observed, without a note**: reads as a pitch; this topic is only")
    assert "What the recognition of tianeptine was measured on: " in check


async def test_it_is_said_in_spanish_too(community: Community) -> None:
    await community.command(community.manager, "settings set", name="language", value="es")
    await switch_on(community, "kratom, tianeptine")

    await community.paste(community.general, OF_TIANEPTINE)

    (entry,) = community.entries()
    assert entry.shows("tianeptina", "este tema solo se observa hasta que se mida bien cómo se reconoce")


async def test_a_pitch_for_7_oh_is_answered_as_kratom_where_7_oh_is_off(community: Community) -> None:
    await community.paste(community.general, OF_7_OH)

    ((topic, claims),) = rows(community, "SELECT topic, claims FROM cases")
    assert len(community.notes_in(community.general)) == 1
    assert topic == "kratom"
    assert "just-strong-kratom" in claims


async def test_switching_7_oh_on_beside_kratom_silences_nothing(community: Community) -> None:
    await switch_on(community, "kratom, 7-oh")

    await community.paste(community.general, OF_7_OH)
    said = await community.command(community.manager, "status")

    ((topic, claims),) = rows(community, "SELECT topic, claims FROM cases")
    assert len(community.notes_in(community.general)) == 1
    assert topic == "kratom"
    assert "just-strong-kratom" in claims
    assert "7-OH (concentrated) is answered as kratom" in said


async def test_a_pitch_for_7_oh_is_its_own_topics_where_kratom_is_off(community: Community) -> None:
    await switch_on(community, "7-oh")

    await community.paste(community.general, OF_7_OH)

    (entry,) = community.entries()
    assert community.notes_in(community.general) == []
    assert entry.shows("7-OH (concentrated) · case 1")


async def test_a_scan_finds_no_topic_that_is_off(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    await community.command(community.manager, "mode", mode="off")
    await community.paste(community.general, OF_TIANEPTINE)
    await community.command(community.manager, "mode", mode="observe")

    await scan_now(community, monkeypatch)

    assert community.states() == []


async def test_a_moderator_gets_the_note_of_what_is_on_where_the_post_names_nothing(
    community: Community,
) -> None:
    post = await community.member.send(community.general, SMALL_TALK)

    await answer(community, post)

    assert rows(community, "SELECT topic FROM cases") == [("kratom",)]


async def test_a_moderator_may_answer_on_a_topic_that_is_off_or_not_measured(community: Community) -> None:
    post = await community.paste(community.general, OF_TIANEPTINE)
    shown = community.private_answer(await choose(community, ANSWER, post))

    await answer(community, post)

    (note,) = community.notes_in(community.general)
    assert rows(community, "SELECT topic, reason FROM cases") == [("tianeptine", "MODERATOR_SAYS")]
    assert "ianeptine" in note.text
    assert shown.endswith(note.text)


async def test_notes_on_a_withdrawn_topic_stay_unwritten(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    withdraw("kratom", monkeypatch)

    await community.paste(community.general, PITCH)

    (entry,) = community.entries()
    assert community.notes_in(community.general) == []
    assert entry.shows("whoever runs Signpost has withdrawn the notes on this topic")


async def test_a_moderators_word_does_not_bring_a_withdrawn_topic_back(
    community: Community, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = await community.member.send(community.general, f"kratom? {SMALL_TALK}")
    shown = await choose(community, ANSWER, post)
    withdraw("kratom", monkeypatch)

    asked = await choose(community, ANSWER, post)
    pressed = await press(community, shown, "Post note")

    refused = "Nothing was posted: whoever runs Signpost has withdrawn the notes on kratom for now"
    assert [said.startswith(refused) for said in (community.private_answer(asked), pressed)] == [True] * 2
    assert community.notes_in(community.general) == []
    assert community.states() == []
