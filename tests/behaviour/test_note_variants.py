"""The note that fits its post and its place: one line in a busy channel, what answers a claim, a crisis."""

import sqlite3
from contextlib import closing

from bot.knowledge import standard

from .community import Community
from .menus import ANSWER, answer, choose
from .shown import buttons_of
from .test_recovery import forget_that_it_was_sent
from .texts import PITCH, QUESTION

BUTTONS = ["Help in another country", "Why this note?", "This note is a mistake"]
ADDICTION = (
    "Kratom is not addictive. Kratom is a leaf and not habit-forming like the pills your doctor hands out, "
    "and nobody gets hooked on kratom. Kratom relieves pain and you can stop any time. Order from my shop!"
)
OVERDOSE = f"My cousin died of an overdose on his pills last year. {PITCH}"
WORDS = standard().wordings["en"].topics["kratom"]
FACT = WORDS.note.fact.text


async def set_to(community: Community, name: str, value: str) -> str:
    return await community.command(community.manager, "settings set", name=name, value=value)


def resources_kept(community: Community) -> list[str]:
    with closing(sqlite3.connect(community.database)) as connection:
        return [ids for (ids,) in connection.execute("SELECT resource_ids FROM notes ORDER BY note_id")]


# ---- a busy channel


async def test_a_busy_channel_and_its_threads_get_one_line_and_the_others_a_full_note(
    community: Community,
) -> None:
    said = await set_to(community, "short notes in", "#general")
    thread = await community.open_thread(community.general, "sleepless")

    for channel in (community.general, thread, community.recovery):
        await community.paste(channel, PITCH)

    (short,), (in_thread,), (full,) = (
        community.notes_in(each) for each in (community.general, thread, community.recovery)
    )
    assert said == f"**short notes in**: none → {community.general.mention}."
    assert short.text.startswith(WORDS.note.short.text)
    assert "1-800-662-4357" in short.text
    assert "\n" not in short.text
    assert in_thread.text == short.text
    assert full.text.startswith(FACT)
    assert "\n" in full.text
    assert buttons_of(short.message) == BUTTONS


async def test_a_server_that_wants_short_notes_gets_them_everywhere(community: Community) -> None:
    await set_to(community, "note length", "short")
    await community.paste(community.recovery, PITCH)

    (note,) = community.notes_in(community.recovery)
    assert note.text.startswith(WORDS.note.short.text)


async def test_a_manager_is_told_what_is_possible_in_spanish_too(community: Community) -> None:
    manager = community.speaks(community.manager, "es-ES")

    length = await community.command(manager, "settings set", name="note_length", value="mediana")
    channels = await community.command(manager, "settings set", name="short_channels", value="#nowhere")
    shown = await community.command(manager, "settings show", name="short_channels")

    assert length == "largo de la nota: eso no es posible. Es posible: completa, corta. No cambió nada."
    assert channels.startswith("notas cortas en: eso no es posible. Es posible: hasta 25 canales")
    assert shown.startswith("**notas cortas en: ninguno**\nCanales con mucho movimiento")


async def test_a_short_note_that_a_crash_left_unrecorded_is_known_again(community: Community) -> None:
    await set_to(community, "short notes in", "#general")
    await community.paste(community.general, PITCH)
    before = resources_kept(community)

    await community.restart(while_down=forget_that_it_was_sent)

    assert resources_kept(community) == before
    assert len(community.notes_in(community.general)) == 1


# ---- the claim that is made most


async def test_a_pitch_that_denies_addiction_gets_what_is_known_of_that(community: Community) -> None:
    await community.paste(community.general, ADDICTION)

    (note,) = community.notes_in(community.general)
    assert note.text.startswith(f"{FACT} {WORDS.answers['not-addictive'].text}")
    assert WORDS.note.answer.text not in note.text


async def test_previews_show_the_very_note(community: Community) -> None:
    checked = await community.command(community.moderator, "check", text=ADDICTION)
    await community.paste(community.general, ADDICTION)

    (note,) = community.notes_in(community.general)
    assert checked.endswith(f"**The note would be:**\n{note.text}")


async def test_what_would_wait_is_shown_and_what_would_stay_silent_is_not(community: Community) -> None:
    await community.command(community.manager, "mode", mode="review")

    assert FACT in await community.command(community.moderator, "check", text=ADDICTION)
    assert FACT not in await community.command(community.moderator, "check", text=QUESTION)
    await community.command(community.manager, "mode", mode="observe")
    assert FACT not in await community.command(community.moderator, "check", text=ADDICTION)


async def test_a_short_channels_preview_is_short(community: Community) -> None:
    await set_to(community, "short notes in", "#recovery")

    there = await community.command(community.moderator, "check", text=ADDICTION, channel=community.recovery)

    assert WORDS.note.short.text in there
    assert FACT not in there


async def test_the_preview_of_an_answer_by_hand_is_the_note(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe")
    post = await community.paste(community.general, ADDICTION)

    shown = community.private_answer(await choose(community, ANSWER, post))
    await answer(community, post)

    (note,) = community.notes_in(community.general)
    assert note.text.startswith(f"{FACT} {WORDS.answers['not-addictive'].text}")
    assert shown.endswith(note.text)


async def test_a_released_note_answers_the_claim_too(community: Community) -> None:
    await community.command(community.manager, "mode", mode="review")
    await community.paste(community.general, ADDICTION)
    (entry,) = community.entries()

    await community.press(community.moderator, entry, "Release")

    (note,) = community.notes_in(community.general)
    assert WORDS.answers["not-addictive"].text in note.text


# ---- a post that speaks of an overdose


async def test_a_post_that_speaks_of_an_overdose_gets_the_emergency_number_first(
    community: Community,
) -> None:
    await set_to(community, "note length", "short")

    await community.paste(community.general, OVERDOSE)

    (note,) = community.notes_in(community.general)
    first, *_ = note.text.splitlines()
    assert "**911**" in first
    assert note.text.index("**988**") < note.text.index(FACT)
    assert resources_kept(community)[0].startswith('["us-911", "us-988"')


async def test_a_note_in_a_crisis_that_a_fault_held_up_is_the_same_after_a_restart(
    community: Community,
) -> None:
    community.break_sending(community.general)
    await community.paste(community.general, OVERDOSE)
    assert community.states() == ["sending"]
    community.mend_sending()

    await community.restart()

    (note,) = community.notes_in(community.general)
    assert "**911**" in note.text.splitlines()[0]


async def test_a_note_in_a_crisis_that_a_crash_left_unrecorded_is_known_again(community: Community) -> None:
    await community.paste(community.general, OVERDOSE)
    before = resources_kept(community)

    await community.restart(while_down=forget_that_it_was_sent)

    assert resources_kept(community) == before
    assert len(community.notes_in(community.general)) == 1


async def test_a_released_note_in_a_crisis_begins_with_the_emergency_number(community: Community) -> None:
    await community.command(community.manager, "mode", mode="review")
    await community.paste(community.general, OVERDOSE)
    (entry,) = community.entries()

    await community.press(community.moderator, entry, "Release")

    (note,) = community.notes_in(community.general)
    assert "**911**" in note.text.splitlines()[0]


async def test_a_moderators_note_begins_with_it_too_where_the_post_names_no_topic(
    community: Community,
) -> None:
    post = await community.member.send(community.general, "my brother overdosed and I take those tablets now")

    shown = community.private_answer(await choose(community, ANSWER, post))
    await answer(community, post)

    (note,) = community.notes_in(community.general)
    assert "**911**" in note.text.splitlines()[0]
    assert shown.endswith(note.text)


async def test_nothing_of_a_crisis_is_stored(community: Community) -> None:
    await community.paste(community.general, OVERDOSE)

    with closing(sqlite3.connect(community.database)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(cases)")]
        claims = connection.execute("SELECT claims FROM cases").fetchone()[0]

    assert not [name for name in columns if "crisis" in name]
    assert "crisis" not in claims
