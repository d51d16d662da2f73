"""Opting out: whoever does is not read, in any way, until they themselves take it back."""

from typing import Any

import pytest
import simcord

from bot.texts import MEMBERS_LANGUAGES, members_texts_in, texts_in

from .community import Community
from .menus import answer, choose, rows
from .test_exempt import gets_a_note
from .test_left_alone import nothing_happened
from .test_privacy import bytes_kept, stands_in
from .texts import LONG_PITCH, PITCH

ENGLISH, SPANISH = texts_in("en"), texts_in("es")
DAYS = 90
"""The operator's retention, as it is by default."""


async def privacy(community: Community, by: simcord.MemberActor, name: str, **options: object) -> str:
    """Give `/signpost-privacy NAME` in #general; return the private answer."""
    return community.private_answer(await by.slash(community.general, f"signpost-privacy {name}", **options))


def registered(community: Community) -> dict[str, Any]:
    """Return the group as Discord keeps it."""
    command = community.env.backend.find_command("signpost-privacy", None)
    assert command is not None
    return command


async def test_every_member_has_the_commands_in_servers_and_in_their_language(community: Community) -> None:
    group = registered(community)

    assert group.get("default_member_permissions") is None
    assert group["contexts"] == [0]
    assert group["name_localizations"]["es-ES"] == "signpost-privacidad"
    assert {each["name"]: each["name_localizations"]["es-419"] for each in group["options"]} == {
        "show": "ver",
        "opt-out": "no-leer",
        "opt-in": "leer",
        "delete": "borrar",
    }


async def test_a_member_is_told_in_private_what_is_kept_and_how_to_end_it(community: Community) -> None:
    for who in (community.member, community.moderator, community.manager):
        answer = await privacy(community, who, "show")

        assert answer.startswith("**What Signpost keeps: no text and no name.**")
        assert "After 90 days at most all of it is deleted." in answer
        assert "`/signpost-privacy opt-out`" in answer
        assert answer.endswith(ENGLISH("privacy-is-read"))


@pytest.mark.parametrize("language", MEMBERS_LANGUAGES)
def test_all_that_is_kept_fits_into_one_message(language: str) -> None:
    texts = members_texts_in(language)
    is_out, is_read = texts("privacy-is-out"), texts("privacy-is-read")
    parts = [texts("privacy-kept", days=365), texts("privacy-can-do"), texts("privacy-limits")]

    assert len("\n".join([*parts, max(is_out, is_read, key=len)])) <= 2000


async def test_a_member_with_a_spanish_client_is_told_in_spanish(community: Community) -> None:
    member = community.speaks(community.member, "es-419")

    answer = await privacy(community, member, "show")

    assert answer.startswith("**Qué guarda Signpost: ningún texto y ningún nombre.**")
    assert "`/signpost-privacidad no-leer`" in answer
    assert await privacy(community, member, "opt-out") == SPANISH("privacy-opted-out", days=DAYS)
    assert (await privacy(community, member, "show")).endswith(SPANISH("privacy-is-out"))
    assert await privacy(community, member, "opt-in") == SPANISH("privacy-opted-in")


async def test_the_days_told_are_the_servers_own(community: Community) -> None:
    await community.bot.places.choose(
        community.guild.id, community.manager.id, community.env.now(), retention_days=1
    )

    assert "After 1 day at most all of it is deleted." in await privacy(community, community.member, "show")


async def test_who_opted_out_is_not_read_nor_are_their_files_fetched(community: Community) -> None:
    (guest,) = community.members(1)

    answer = await privacy(community, community.member, "opt-out")
    await community.paste(community.general, PITCH)
    await community.post_file(community.general, "message.txt", LONG_PITCH.encode())
    await community.forum_post("Kratom and the long way home", PITCH)

    assert answer == ENGLISH("privacy-opted-out", days=DAYS)
    assert nothing_happened(community)
    assert community.fetch.asked == []
    assert await gets_a_note(community, community.general, by=guest)


async def test_an_edit_into_a_pitch_and_a_late_preview_are_not_read_either(community: Community) -> None:
    await privacy(community, community.member, "opt-out")
    post = await community.paste(community.general, "good morning")

    await community.edit(post, PITCH)
    await community.show_preview(post, {"title": "Kratom", "description": LONG_PITCH})

    assert nothing_happened(community)


async def test_a_scan_leaves_out_who_opted_out(community: Community) -> None:
    await privacy(community, community.member, "opt-out")
    community.write_unseen(community.general, PITCH)

    await community.scan(last=100)

    assert community.states() == []


async def test_it_outlives_a_restart_and_holds_until_taken_back(community: Community) -> None:
    await privacy(community, community.member, "opt-out")
    await community.restart()
    assert not await gets_a_note(community, community.general)
    assert (await privacy(community, community.member, "show")).endswith(ENGLISH("privacy-is-out"))

    answer = await privacy(community, community.member, "opt-in")

    assert answer == ENGLISH("privacy-opted-in")
    assert await gets_a_note(community, community.general)
    await community.restart()
    assert await gets_a_note(community, community.general)


async def test_choosing_twice_is_as_good_as_once(community: Community) -> None:
    first = await privacy(community, community.member, "opt-out")
    assert await privacy(community, community.member, "opt-out") == first
    assert community.bot.opt_outs.count(community.guild.id) == 1

    again = await privacy(community, community.member, "opt-in")
    assert await privacy(community, community.member, "opt-in") == again
    assert community.bot.opt_outs.count(community.guild.id) == 0


async def test_no_moderator_can_undo_it(community: Community) -> None:
    await privacy(community, community.member, "opt-out")

    await community.command(community.manager, "exempt", member=community.member, exempt=False)

    assert not await gets_a_note(community, community.general)


async def test_being_exempt_and_having_opted_out_are_two_things(community: Community) -> None:
    await community.command(community.manager, "exempt", member=community.member)
    await privacy(community, community.member, "opt-out")
    await privacy(community, community.member, "opt-in")

    assert not await gets_a_note(community, community.general)


async def test_it_holds_in_one_server_alone(community: Community) -> None:
    neighbour = await community.neighbour()
    theirs = await neighbour.member.slash(neighbour.general, "signpost-privacy opt-out")
    assert community.private_answer(theirs) == ENGLISH("privacy-opted-out", days=DAYS)

    assert await gets_a_note(community, community.general)
    await community.paste(neighbour.general, PITCH, by=neighbour.member)
    assert community.notes_in(neighbour.general) == []


async def test_the_store_knows_who_opted_out_by_a_hash_alone(community: Community) -> None:
    await privacy(community, community.member, "opt-out")
    await community.restart()

    kept = bytes_kept(community)
    assert stands_in(kept, community.guild.id), "the search does not find what is there"
    assert not stands_in(kept, community.member.id)
    assert community.member.id.to_bytes(8, "little") not in kept


async def test_a_note_that_waits_is_not_sent_to_who_opted_out_meanwhile(community: Community) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, PITCH)
    await privacy(community, community.member, "opt-out")
    community.mend_sending()

    await community.pass_time(minutes=3)

    assert community.notes_in(community.general) == []
    assert community.entries() == []


async def test_of_who_opted_out_meanwhile_no_press_reads_the_post_nor_releases_its_note(
    community: Community,
) -> None:
    await community.command(community.manager, "mode", mode="review")
    post = await community.paste(community.general, PITCH)
    (entry,) = community.entries()
    await privacy(community, community.member, "opt-out")

    for label in ("Release", "Why?"):
        assert "not read here, by the moderators' choice or their own" in await community.press(
            community.moderator, entry, label
        )
    checked = community.private_answer(await choose(community, "Check this post", post))

    assert "not read here, by the moderators' choice or their own" in checked
    assert "not addictive" not in checked
    assert community.notes_in(community.general) == []
    assert community.states() == ["waiting"]


async def test_a_moderators_answer_by_hand_keeps_a_number_and_reads_nothing(community: Community) -> None:
    await privacy(community, community.member, "opt-out")
    post = await community.paste(community.general, PITCH)

    await answer(community, post)

    assert len(community.notes_in(community.general)) == 1
    assert rows(community, "SELECT message_id, score, claims FROM cases") == [(post.id, 0.0, "[]")]
    assert rows(community, "SELECT count(*) FROM fingerprints") == [(0,)]


async def test_an_ordinary_message_costs_no_statement_with_opt_outs_either(community: Community) -> None:
    await privacy(community, community.member, "opt-out")

    with community.statements() as run:
        await community.paste(community.general, PITCH)
        await community.paste(community.general, "good night all", by=community.moderator)

    assert run == []
