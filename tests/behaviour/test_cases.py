"""The queue: what is open, page by page, and one case with all that is kept of it."""

import sqlite3

import pytest
import simcord

from .community import Community
from .shown import buttons_of, text_of
from .test_rulings import ANOTHER_PITCH
from .texts import LONG_PITCH, PITCH

IS_COMPONENTS_V2 = 1 << 15
"""Discord's flag for a message made of components; an ephemeral one has others beside it."""


async def observe(community: Community, number: int) -> None:
    """Let so many members post a pitch where Signpost only observes; each becomes a case."""
    await community.command(community.manager, "mode", mode="observe")
    await community.all_at_once(community.general, PITCH, number)


async def ask(
    community: Community, by: simcord.MemberActor | None = None, **options: object
) -> simcord.InteractionResult:
    """Ask for the open cases, as the moderator if nobody is named."""
    return await (by or community.moderator).slash(community.general, "signpost cases", **options)


async def turn(community: Community, asked: simcord.InteractionResult, label: str) -> str:
    """Turn a page, as the moderator; return what stands there then."""
    assert asked.response is not None
    turned = await community.moderator.click(asked.response, label=label)
    assert turned.response is not None
    return text_of(turned.response)


def numbers(text: str) -> list[int]:
    """Return the cases of a page."""
    return [
        int(line.split("**")[1])
        for line in text.splitlines()
        if line.startswith("**") and " · " in line and line.split("**")[1].isdigit()
    ]


async def test_nothing_open_is_said_in_a_sentence(community: Community) -> None:
    said = await community.command(community.moderator, "cases")
    spanish = await community.command(Community.speaks(community.manager, "es-ES"), "cases")

    assert said == "No case is open: nothing waits for release, and every case has its ruling."
    assert spanish.startswith("No hay casos abiertos: no queda ninguna nota por publicar")


async def test_a_line_says_what_a_moderator_needs_and_quotes_nothing(community: Community) -> None:
    post = await community.paste(community.general, PITCH)

    said = await community.command(community.moderator, "cases")

    assert said.splitlines()[0] == "**1 open case**"
    assert f"**1** · note sent · [post]({post.jump_url}) in {community.general.mention}, <t:" in said
    assert "-# very likely a pitch · eases opioid withdrawal or cravings, " in said
    assert "Thousands" not in said
    assert community.member.mention not in said


async def test_in_spanish_every_word_of_it_is_spanish(community: Community) -> None:
    await community.paste(community.general, PITCH)

    said = await community.command(Community.speaks(community.moderator, "es-ES"), "cases")

    assert said.splitlines()[0] == "**1 caso abierto**"
    assert "nota enviada" in said
    assert "muy probablemente promocional · alivia la abstinencia de opioides" in said


async def test_a_ruled_case_is_open_no_longer(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.press(community.moderator, community.entries()[0], "Confirm")

    assert (await community.command(community.moderator, "cases")).startswith("No case is open")


async def test_a_case_whose_post_is_gone_is_open_no_longer(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.member.delete(post)

    assert (await community.command(community.moderator, "cases")).startswith("No case is open")


async def test_what_another_note_stands_for_has_no_line_of_its_own(community: Community) -> None:
    await community.all_at_once(community.general, PITCH, 3)

    assert numbers(await community.command(community.moderator, "cases")) == [1]


async def test_what_waits_for_release_comes_first(community: Community) -> None:
    await community.command(community.manager, "mode", mode="review")
    await community.paste(community.general, PITCH)
    await community.command(community.manager, "mode", mode="observe")
    await community.paste(community.recovery, ANOTHER_PITCH)

    said = await community.command(community.moderator, "cases")

    assert numbers(said) == [1, 2]
    assert "**1** · waiting for release" in said


async def test_without_a_mod_log_cases_are_found_here(newcomer: Community) -> None:
    await newcomer.paste(newcomer.general, PITCH)

    assert numbers(await newcomer.command(newcomer.moderator, "cases")) == [1]


async def test_pages_turn_there_and_back(community: Community) -> None:
    await observe(community, 18)
    asked = await ask(community)
    assert asked.response is not None

    first = text_of(asked.response)
    assert first.splitlines()[0] == "**18 open cases** · Page 1 of 3"
    assert buttons_of(asked.response.message) == ["Next"]
    second = await turn(community, asked, "Next")
    assert buttons_of(asked.response.message) == ["Previous", "Next"]
    third = await turn(community, asked, "Next")
    assert buttons_of(asked.response.message) == ["Previous"]

    assert numbers(first) + numbers(second) + numbers(third) == [*range(18, 0, -1)]
    assert await turn(community, asked, "Previous") == second


async def test_pages_turn_after_a_restart(community: Community) -> None:
    await observe(community, 9)
    asked = await ask(community)

    await community.restart()

    assert numbers(await turn(community, asked, "Next")) == [1]


async def test_a_page_that_is_there_no_more_shows_the_last(community: Community) -> None:
    await observe(community, 17)
    asked = await ask(community)
    await turn(community, asked, "Next")
    for entry in community.entries()[:9]:
        await community.press(community.moderator, entry, "Confirm")

    said = await turn(community, asked, "Next")

    assert said.splitlines()[0] == "**8 open cases**"
    assert len(numbers(said)) == 8


async def test_a_page_all_of_whose_cases_were_ruled_says_so(community: Community) -> None:
    await observe(community, 9)
    asked = await ask(community)
    for entry in community.entries():
        await community.press(community.moderator, entry, "Confirm")

    assert (await turn(community, asked, "Next")).startswith("No case is open")


async def test_cases_of_one_channel_come_with_its_threads(community: Community) -> None:
    thread = await community.open_thread(community.general, "aside")
    await community.paste(thread, PITCH)
    await community.paste(community.recovery, ANOTHER_PITCH)

    assert numbers(await community.command(community.moderator, "cases", channel=community.general)) == [1]
    assert numbers(await community.command(community.moderator, "cases", channel=community.recovery)) == [2]


async def test_cases_of_one_claim_are_found_by_its_words(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.paste(community.recovery, LONG_PITCH)

    offered = await community.moderator.autocomplete(community.general, "signpost cases", "claim", "legal")
    (claim,) = offered
    chosen = await community.command(community.moderator, "cases", claim=claim["value"])
    typed = await community.command(community.moderator, "cases", claim=claim["name"])

    assert claim["name"] == "is fine because it is legal"
    assert numbers(chosen) == numbers(typed) == [2]


async def test_a_claim_that_nobody_made_is_said_to_fit_nothing(community: Community) -> None:
    await community.paste(community.general, PITCH)

    said = await community.command(community.moderator, "cases", claim="cures everything")

    assert said == "No open case fits that. `/signpost cases` alone lists all that are open."


async def test_cases_since_a_date(community: Community) -> None:
    await community.paste(community.general, PITCH)
    community.let_time_go_by_unseen(hours=72)
    await community.paste(community.recovery, ANOTHER_PITCH)
    day = f"{community.env.now():%Y-%m-%d}"

    assert numbers(await community.command(community.moderator, "cases", since=day)) == [2]
    assert numbers(await community.command(community.moderator, "cases", since="0001-01-01")) == [2, 1]


@pytest.mark.parametrize(
    ("since", "said"),
    [("last week", "I cannot read that date."), ("2999-01-01", "That date lies ahead.")],
)
async def test_a_date_that_is_none_is_answered_in_words(community: Community, since: str, said: str) -> None:
    assert (await community.command(community.moderator, "cases", since=since)).startswith(said)


async def test_what_was_asked_for_holds_on_every_page(community: Community) -> None:
    await observe(community, 9)
    await community.paste(community.recovery, PITCH)
    asked = await ask(community, channel=community.general, since="2020-01-01")

    assert numbers(await turn(community, asked, "Next")) == [1]
    assert 10 not in numbers(await turn(community, asked, "Previous"))


async def test_a_page_of_another_server_is_refused(community: Community) -> None:
    await observe(community, 9)
    asked = await ask(community)
    assert asked.response is not None
    neighbour = await community.neighbour()
    stored = community.env.backend.get_message(community.general.id, asked.response.id)
    copied = community.env.backend.create_message(
        neighbour.general.id,
        community.env.backend.bot_user.id,
        components=stored.components,
        flags=stored.flags & IS_COMPONENTS_V2,
    )

    pressed = await neighbour.manager.click(
        next(each for each in neighbour.general.history() if each.id == copied.id), label="Next"
    )

    assert community.private_answer(pressed).startswith("That list belongs to another server")


# ---- one case


async def test_a_case_is_shown_with_all_that_is_kept_of_it(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.press(community.moderator, community.entries()[0], "Confirm")
    (entry,) = community.entries()

    said = await community.command(community.moderator, "case", number=1)

    assert said.splitlines()[:4] == [
        "**Case 1** · kratom",
        "State: note sent",
        f"[The post]({post.jump_url}) in {community.general.mention}",
        "Reason: reads as a pitch",
    ]
    assert "Score: very likely a pitch (1.00)" in said
    assert "Claims: eases opioid withdrawal or cravings, " in said
    assert "1 note was sent" in said
    assert f"[Its mod-log entry]({entry.message.jump_url})" in said
    assert f"Confirmed by {community.moderator.mention}, <t:" in said
    assert "Thousands" not in said


async def test_a_case_in_spanish(community: Community) -> None:
    await community.paste(community.general, PITCH)

    said = await community.command(Community.speaks(community.moderator, "es-419"), "case", number=1)

    assert said.splitlines()[:2] == ["**Caso 1** · kratom", "Estado: nota enviada"]
    assert "Aún sin decisión" in said
    assert "Motivo: parece un texto promocional" in said


async def test_a_case_can_be_ruled_where_there_is_no_mod_log(newcomer: Community) -> None:
    await newcomer.paste(newcomer.general, PITCH)
    shown = await newcomer.moderator.slash(newcomer.general, "signpost case", number=1)
    assert shown.response is not None

    ruled = await newcomer.moderator.click(shown.response, label="Dismiss")

    assert "Dismissed" in newcomer.private_answer(ruled)
    assert newcomer.notes_in(newcomer.general) == []
    assert (await newcomer.command(newcomer.moderator, "cases")).startswith("No case is open")


async def test_a_case_can_be_ruled_after_a_restart(community: Community) -> None:
    await community.paste(community.general, PITCH)
    shown = await community.moderator.slash(community.general, "signpost case", number=1)
    assert shown.response is not None

    await community.restart()

    ruled = await community.moderator.click(shown.response, label="Confirm")
    assert "Confirmed" in community.private_answer(ruled)


async def test_a_case_that_stands_for_others_says_for_how_many(community: Community) -> None:
    await community.all_at_once(community.general, PITCH, 4)

    assert "Covers 3 more posts" in await community.command(community.moderator, "case", number=1)
    assert "Covered by case 1" in await community.command(community.moderator, "case", number=3)


async def test_a_case_whose_post_is_gone_has_no_buttons(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.member.delete(post)

    shown = await community.moderator.slash(community.general, "signpost case", number=1)

    assert "the post is gone, and with it its score and claims" in community.private_answer(shown)
    assert shown.response is not None
    assert buttons_of(shown.response.message) == []


@pytest.mark.parametrize("number", [2, 2**53 - 1])
async def test_a_case_that_is_none_is_said_to_be_none(community: Community, number: int) -> None:
    await community.paste(community.general, PITCH)

    said = await community.command(community.moderator, "case", number=number)

    assert said.startswith("There is no such case in this server.")


async def test_a_neighbours_case_is_none_here(community: Community) -> None:
    await community.paste(community.general, PITCH)
    neighbour = await community.neighbour()

    said = await community.command(neighbour.manager, "case", at=neighbour.general, number=1)

    assert said.startswith("There is no such case in this server.")
    listed = await community.command(neighbour.manager, "cases", at=neighbour.general)
    assert listed.startswith("No case is open")


async def test_the_number_is_completed_from_the_open_cases(community: Community) -> None:
    await observe(community, 12)
    await community.press(community.moderator, community.entries()[11], "Confirm")

    offered = await community.moderator.autocomplete(community.general, "signpost case", "number", "1")

    assert [each["value"] for each in offered] == [11, 10, 1]
    assert offered[0]["name"] == "11 · observed, no note · very likely a pitch"


async def test_an_expired_case_is_none_any_more(community: Community) -> None:
    await community.paste(community.general, PITCH)

    def wait_a_quarter(_: sqlite3.Connection) -> None:
        community.let_time_go_by_unseen(hours=24 * 91)

    await community.restart(while_down=wait_a_quarter)

    said = await community.command(community.moderator, "case", number=1)
    assert said.startswith("There is no such case in this server.")
