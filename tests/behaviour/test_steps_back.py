"""Modes that are no longer earned: the step back, suggested or taken, and what has to be there for it."""

import pytest

from bot.policy import Mode
from bot.store import Ruling

from .community import Community
from .earning import be_in, mode_of, press, rule, suggestions
from .shown import buttons_of

REVIEW = "Switch to review"


async def test_many_dismissals_have_the_step_back_suggested(community: Community) -> None:
    await be_in(community, Mode.NOTE)
    await rule(community, Ruling.CONFIRMED, 17)
    await rule(community, Ruling.DISMISSED, 2)
    assert suggestions(community) == []

    await rule(community, Ruling.DISMISSED, 1)

    (suggestion,) = suggestions(community)
    assert suggestion.content.startswith("**Signpost is wrong too often here: “review” instead of “note”?**")
    assert "17 of 20 cases" in suggestion.content
    assert mode_of(community) is Mode.NOTE
    await press(community.manager, suggestion, REVIEW)
    assert mode_of(community) is Mode.REVIEW


async def test_a_perfect_record_brings_no_step_back(community: Community) -> None:
    await rule(community, Ruling.CONFIRMED, 25)

    assert suggestions(community) == []


async def test_where_it_is_set_so_the_step_back_is_taken_and_said(community: Community) -> None:
    await be_in(community, Mode.NOTE, steps_back=True)

    await rule(community, Ruling.DISMISSED, 20)

    assert mode_of(community) is Mode.REVIEW
    (said,) = suggestions(community)
    assert said.content.startswith(
        "**Signpost went back from “note” to “review” by itself**, as it is set to do here.\n"
        "In this mode, moderators confirmed or released 0 of 20 cases."
    )
    assert said.content.endswith("Members with Manage Server can change it again with `/signpost mode`.")
    assert buttons_of(said) == []
    (act, *_) = await community.bot.audit.listed(community.guild.id, 1)
    assert (act.by, act.before, act.after) == (None, "note", "review")


async def test_a_step_back_that_cannot_be_said_is_not_taken_yet(community: Community) -> None:
    await be_in(community, Mode.NOTE, steps_back=True)
    community.break_sending(community.mod_log)
    await rule(community, Ruling.DISMISSED, 20)
    assert mode_of(community) is Mode.NOTE

    community.mend_sending()
    await rule(community, Ruling.DISMISSED, 1)

    assert mode_of(community) is Mode.REVIEW
    assert len(suggestions(community)) == 1


@pytest.mark.parametrize("steps_back", [None, True])
async def test_without_a_mod_log_nothing_is_suggested_and_nothing_changed(
    newcomer: Community, steps_back: bool | None
) -> None:
    await be_in(newcomer, Mode.NOTE, steps_back=steps_back)

    await rule(newcomer, Ruling.DISMISSED, 21)

    assert mode_of(newcomer) is Mode.NOTE
    assert newcomer.bot.places.server(newcomer.guild.id).suggested_at is None


@pytest.mark.parametrize("steps_back", [None, True])
async def test_a_deleted_mod_log_has_nothing_suggested_and_nothing_changed(
    community: Community, steps_back: bool | None
) -> None:
    await be_in(community, Mode.NOTE, steps_back=steps_back)
    await community.delete_channel(community.mod_log)

    await rule(community, Ruling.DISMISSED, 21)

    assert mode_of(community) is Mode.NOTE
