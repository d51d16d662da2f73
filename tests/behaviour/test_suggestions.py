"""Modes are earned: what the rulings have Signpost suggest in the mod log, and who may say yes."""

import pytest
import simcord

from bot.policy import Mode
from bot.store import Ruling
from bot.texts import texts_in

from .community import Community
from .earning import be_in, mode_of, press, rule, suggestions
from .shown import buttons_of, text_of
from .texts import PITCH

A_WEEK = 7 * 24
"""Hours."""

REVIEW, NOT_NOW = "Switch to review", "Not now"


@pytest.fixture
async def earned(community: Community) -> Community:
    """Give a community that observes, with a goal of 80 %, and whose 20th ruling is to come."""
    await be_in(community, Mode.OBSERVE, precision_goal=0.8)
    await rule(community, Ruling.CONFIRMED, 19)
    return community


def said_in_private(pressed: simcord.InteractionResult) -> str:
    """Return what was said to who pressed alone, below a suggestion that stands there for everyone."""
    (said,) = pressed.followups
    assert said.ephemeral
    return text_of(said)


async def test_the_twentieth_ruling_has_the_next_mode_suggested(earned: Community) -> None:
    assert suggestions(earned) == []
    await earned.paste(earned.general, PITCH)
    (entry,) = earned.entries()

    await earned.press(earned.moderator, entry, "Confirm")

    (suggestion,) = suggestions(earned)
    assert suggestion.content == (
        "**Signpost has earned more: “review” instead of “observe”?**\n"
        "In this mode, moderators confirmed or released 20 of 20 cases. So Signpost is right between 84% and "
        "100% of the time (95% sure); the precision goal here is 80%.\n"
        "In “review”, Signpost asks the moderators about each pitch and replies once one of them releases "
        "the note.\n"
        "Members with Manage Server can switch. Until then, nothing changes."
    )
    assert buttons_of(suggestion) == [REVIEW, NOT_NOW]
    assert earned.pinged_by(suggestion) == []
    assert mode_of(earned) is Mode.OBSERVE


async def test_the_same_ruling_again_is_no_further_ruling(earned: Community) -> None:
    for _ in range(3):
        await earned.bot.rulings.take(
            1, earned.guild.id, Ruling.CONFIRMED, earned.moderator.id, earned.env.now()
        )

    assert suggestions(earned) == []


async def test_a_server_that_speaks_spanish_is_asked_in_spanish(earned: Community) -> None:
    await earned.bot.places.choose(earned.guild.id, None, earned.env.now(), language="es")
    await earned.bot.places.set_channel_mode(
        earned.guild.id, earned.recovery.id, Mode.NOTE, None, earned.env.now()
    )

    await rule(earned, Ruling.CONFIRMED, 1)
    (suggestion,) = [each for each in earned.mod_log.history() if "casos" in each.content]
    await press(earned.manager, suggestion, "Ahora no")

    assert earned.told()[-1] == (
        "**Signpost se ha ganado más: ¿«revisar» en lugar de «observar»?**\n"
        "En este modo, el equipo de moderación confirmó 20 de 20 casos o publicó su nota. Así que Signpost "
        "acierta entre el 84 % y el 100 % de las veces (con un 95 % de seguridad); "
        "el objetivo aquí es el 80 %.\n"
        "En «revisar», Signpost pregunta por cada texto promocional y responde cuando alguien publica la "
        "nota.\n"
        "Los canales con un modo propio lo conservan.\n"
        "Pueden cambiarlo quienes tienen el permiso Gestionar servidor. Hasta entonces, nada cambia.\n"
        f"**Ahora no**, dice {earned.manager.mention}. Signpost no sugiere nada durante una semana."
    )


async def test_a_manager_switches_with_one_press(earned: Community) -> None:
    await rule(earned, Ruling.CONFIRMED, 1)
    (suggestion,) = suggestions(earned)

    await press(earned.manager, suggestion, REVIEW)

    (suggestion,) = suggestions(earned)
    assert suggestion.content.endswith(f"\n**Switched to “review”** by {earned.manager.mention}.")
    assert buttons_of(suggestion) == []
    assert earned.pinged_by(suggestion) == []
    (act, *_) = await earned.bot.audit.listed(earned.guild.id, 1)
    assert (act.by, act.subject, act.before, act.after) == (earned.manager.id, "mode", "observe", "review")
    await earned.paste(earned.general, PITCH)
    assert earned.states()[-1] == "waiting"


@pytest.mark.parametrize("locale", ["en-GB", "es-ES"])
@pytest.mark.parametrize("label", [REVIEW, NOT_NOW])
async def test_who_does_not_manage_the_server_is_told_who_can(
    earned: Community, label: str, locale: str
) -> None:
    await rule(earned, Ruling.CONFIRMED, 1)
    (suggestion,) = suggestions(earned)

    for person in (earned.member, earned.moderator):
        earned.speaks(person, locale)
        answer = earned.private_answer(await press(person, suggestion, label))
        assert answer == texts_in(locale)("failure-managers-only")

    assert mode_of(earned) is Mode.OBSERVE
    assert buttons_of(suggestions(earned)[0]) == [REVIEW, NOT_NOW]


async def test_two_managers_press_at_once(earned: Community) -> None:
    await rule(earned, Ruling.CONFIRMED, 1)
    (suggestion,) = suggestions(earned)
    stored = earned.env.backend.get_message(earned.mod_log.id, suggestion.id)
    as_both_see_it = stored.components
    await press(earned.manager, suggestion, REVIEW)
    stored.components = as_both_see_it

    second = await press(earned.manager, suggestion, REVIEW)

    assert said_in_private(second) == (
        "This suggestion is over: the mode here is “review” now. Nothing was changed."
    )
    assert mode_of(earned) is Mode.REVIEW
    (still,) = suggestions(earned)
    assert still.content.endswith(f"**Switched to “review”** by {earned.manager.mention}.")


@pytest.mark.parametrize("label", [REVIEW, NOT_NOW])
async def test_a_suggestion_is_over_once_the_mode_was_changed_otherwise(
    earned: Community, label: str
) -> None:
    await rule(earned, Ruling.CONFIRMED, 1)
    (suggestion,) = suggestions(earned)
    await earned.command(earned.manager, "mode", mode="note")

    pressed = await press(earned.speaks(earned.manager, "es-419"), suggestion, label)

    answer = said_in_private(pressed)
    assert answer == "Esta sugerencia ya no vale: el modo aquí es ahora «nota». No cambió nada."
    assert mode_of(earned) is Mode.NOTE
    assert buttons_of(suggestions(earned)[0]) == []


async def test_the_buttons_answer_after_a_restart(earned: Community) -> None:
    await rule(earned, Ruling.CONFIRMED, 1)
    (suggestion,) = suggestions(earned)

    await earned.restart()
    await press(earned.manager, suggestion, REVIEW)

    assert mode_of(earned) is Mode.REVIEW


async def test_a_button_of_another_server_does_nothing_here(earned: Community) -> None:
    await rule(earned, Ruling.CONFIRMED, 1)
    (suggestion,) = suggestions(earned)
    neighbour = await earned.neighbour()
    stored = earned.env.backend.get_message(earned.mod_log.id, suggestion.id)
    await be_in(earned, Mode.NOTE)
    taken_along = earned.env.backend.create_message(
        neighbour.mod_log.id, earned.env.backend.bot_user.id, "taken along", components=stored.components
    )
    await earned.env.settle()

    (there,) = [each for each in neighbour.mod_log.history() if each.id == taken_along.id]
    answer = earned.private_answer(await press(neighbour.manager, there, REVIEW))

    assert answer.startswith("This button was not made for this server, so it does nothing.")
    assert earned.bot.places.chosen(there.guild.id if there.guild else 0).mode is None


async def test_there_is_one_suggestion_a_week(earned: Community) -> None:
    await rule(earned, Ruling.CONFIRMED, 1)
    await rule(earned, Ruling.CONFIRMED, 1)
    await earned.restart()
    await rule(earned, Ruling.CONFIRMED, 1)
    assert len(suggestions(earned)) == 1

    earned.let_time_go_by_unseen(A_WEEK)
    assert len(suggestions(earned)) == 1
    await rule(earned, Ruling.CONFIRMED, 1)

    assert len(suggestions(earned)) == 2


async def test_not_now_holds_for_a_week_from_then(earned: Community) -> None:
    await rule(earned, Ruling.CONFIRMED, 1)
    (suggestion,) = suggestions(earned)
    earned.let_time_go_by_unseen(A_WEEK - 1)

    await press(earned.manager, suggestion, NOT_NOW)
    earned.let_time_go_by_unseen(2)
    await rule(earned, Ruling.CONFIRMED, 1)

    (declined,) = suggestions(earned)
    assert declined.content.endswith(
        f"**Not now**, says {earned.manager.mention}. Signpost suggests nothing for a week."
    )
    assert buttons_of(declined) == []
    assert mode_of(earned) is Mode.OBSERVE
    earned.let_time_go_by_unseen(A_WEEK)
    await rule(earned, Ruling.CONFIRMED, 1)
    assert len(suggestions(earned)) == 2


async def test_the_next_mode_has_to_be_earned_in_the_one_before(earned: Community) -> None:
    await rule(earned, Ruling.CONFIRMED, 1)
    await press(earned.manager, suggestions(earned)[0], REVIEW)
    earned.let_time_go_by_unseen(A_WEEK)

    await rule(earned, Ruling.CONFIRMED, 19)
    assert len(suggestions(earned)) == 1
    await rule(earned, Ruling.CONFIRMED, 1)

    assert buttons_of(suggestions(earned)[-1]) == ["Switch to note", NOT_NOW]


async def test_a_step_back_is_taken_also_in_the_week_of_a_suggestion(earned: Community) -> None:
    await earned.bot.places.choose(earned.guild.id, None, earned.env.now(), steps_back=True)
    await rule(earned, Ruling.CONFIRMED, 1)
    await press(earned.manager, suggestions(earned)[0], REVIEW)
    earned.env.backend.advance_clock(1)

    await rule(earned, Ruling.DISMISSED, 20)

    assert mode_of(earned) is Mode.OBSERVE
    assert len(suggestions(earned)) == 2


async def test_steps_are_never_taken_forward(earned: Community) -> None:
    await earned.bot.places.choose(earned.guild.id, None, earned.env.now(), steps_back=True)

    await rule(earned, Ruling.CONFIRMED, 5)

    assert mode_of(earned) is Mode.OBSERVE
    assert len(suggestions(earned)) == 1


async def test_what_discord_did_not_take_is_suggested_at_the_next_ruling(earned: Community) -> None:
    earned.break_sending(earned.mod_log)
    await rule(earned, Ruling.CONFIRMED, 1)
    assert suggestions(earned) == []

    earned.mend_sending()
    await rule(earned, Ruling.CONFIRMED, 1)

    assert len(suggestions(earned)) == 1


async def test_a_server_that_is_off_is_asked_nothing(community: Community) -> None:
    await be_in(community, Mode.OFF, precision_goal=0.5)

    await rule(community, Ruling.CONFIRMED, 21)

    assert suggestions(community) == []


async def test_an_ordinary_message_costs_no_statement_after_a_suggestion(earned: Community) -> None:
    await rule(earned, Ruling.CONFIRMED, 1)

    with earned.statements() as run:
        await earned.paste(earned.general, "the soup kitchen has lentils tonight")

    assert run == []
    assert text_of(suggestions(earned)[0])
