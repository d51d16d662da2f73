"""Posts that change or go while the real process is at work: previews, edits, deletions, and kills."""

from signal import SIGKILL

import pytest

from .process import Wire
from .state import Json, May
from .test_process import POST_MESSAGE, states
from .texts import CHAT, LONG_PITCH, PITCH

ONE_MESSAGE = r"/api/v10/channels/\d+/messages/\d+"
LINK = "https://leafnews.example/2026/0412"
PREVIEW: Json = {"type": "article", "url": LINK, "title": "The leaf that ends it", "description": PITCH}


async def noted(wire: Wire) -> Json:
    """Paste a pitch in #general and wait until its note stands and is stored; return the post."""
    post = await wire.paste(wire.general, PITCH)
    await wire.note_on(post)
    await wire.stored(lambda _: states(wire) == ["noted"])
    return post


def kept_of_texts(wire: Wire) -> int:
    """Count the bytes of fingerprints in the child's database."""
    total = "SELECT coalesce(sum(length(hashes)), 0) FROM fingerprints"
    return wire.read(lambda connection: connection.execute(total).fetchone()[0])


# Previews


@pytest.mark.parametrize("partial", [False, True])
async def test_a_late_preview_gives_a_note_and_ends_no_session(process: Wire, partial: bool) -> None:
    post = await process.paste(process.general, LINK)
    await process.people.preview(process.general, post, PREVIEW, partial=partial)
    await process.note_on(post)

    await process.people.preview(process.general, post, PREVIEW, partial=partial)
    later = await process.paste(process.recovery, PITCH)
    await process.note_on(later)

    assert len(process.notes_on(post)) == 1
    assert len(process.gateway.identified) == 1
    assert not process.gateway.resumed
    assert "Traceback" not in process.output


async def test_a_partial_preview_of_a_post_from_before_the_start_gives_a_note(wire: Wire) -> None:
    post = await wire.paste(wire.general, LINK)
    await wire.start()

    await wire.people.preview(wire.general, post, PREVIEW, partial=True)

    await wire.note_on(post)
    assert len(wire.gateway.identified) == 1


async def test_a_partial_preview_of_a_post_that_is_gone_ends_nothing(process: Wire) -> None:
    post = await process.paste(process.general, LINK)
    await process.people.delete(process.general, post)
    await process.people.preview(process.general, post, PREVIEW, partial=True)

    await process.note_on(await process.paste(process.general, PITCH))

    assert not process.notes_on(post)
    assert len(process.gateway.identified) == 1
    assert "Traceback" not in process.output


# Forwards and polls, as Discord sends them


async def test_a_forwarded_paste_and_a_poll_get_notes(process: Wire) -> None:
    elsewhere = process.loopback.world.channel(process.guild, "elsewhere")
    elsewhere.denied = May.VIEW
    origin = await process.paste(elsewhere, LONG_PITCH)
    forwarded = await process.people.forward(process.general, process.member, origin)
    poll = await process.people.poll(process.recovery, process.member, "Which way out?", PITCH, "none")

    await process.note_on(forwarded)
    await process.note_on(poll)

    assert process.loopback.refusals == []


# Edits


async def test_killed_between_an_edit_and_the_withdrawal_it_withdraws_after_the_restart(
    process: Wire,
) -> None:
    post = await noted(process)
    hold = process.faults.hold("DELETE", ONE_MESSAGE)
    await process.people.edit(process.general, post, CHAT)
    await process.until(lambda: hold.reached)
    await process.stop(SIGKILL)
    assert len(process.notes_on(post)) == 1

    await process.start()
    await process.until(lambda: not process.notes_on(post))

    await process.stored(lambda _: states(process) == ["withdrawn"])


async def test_a_post_edited_clean_while_discord_keeps_its_note_waiting(process: Wire) -> None:
    hold = process.faults.hold("POST", POST_MESSAGE, after=True)
    post = await process.paste(process.general, PITCH)
    await process.until(lambda: hold.reached)
    await process.people.edit(process.general, post, CHAT)
    hold.release()

    await process.stored(lambda _: states(process) == ["withdrawn"])

    assert not process.notes_on(post)


# Deletions


async def test_posts_deleted_together_before_the_note_left(process: Wire) -> None:
    hold = process.faults.hold("POST", POST_MESSAGE)
    post = await process.paste(process.general, PITCH)
    other = await process.paste(process.general, CHAT)
    await process.until(lambda: hold.reached)
    await process.people.clear(process.general, post, other)
    hold.release()

    await process.stored(lambda _: states(process) == ["deleted first"])

    assert not process.general.messages
    assert await process.note_on(await process.paste(process.general, PITCH))


@pytest.mark.parametrize("together", [False, True], ids=["post", "post and note"])
async def test_posts_deleted_together_while_the_notes_answer_is_on_its_way(
    process: Wire, together: bool
) -> None:
    hold = process.faults.hold("POST", POST_MESSAGE, after=True)
    post = await process.paste(process.general, PITCH)
    await process.until(lambda: hold.reached and process.notes_on(post))
    await process.people.clear(process.general, post, *(process.notes_on(post) if together else []))
    hold.release()

    await process.stored(lambda _: states(process) == ["deleted"])
    await process.until(lambda: not process.general.messages)

    assert kept_of_texts(process) == 0


async def test_killed_between_a_deletion_and_the_withdrawal_it_withdraws_after_the_restart(
    process: Wire,
) -> None:
    post = await noted(process)
    hold = process.faults.hold("DELETE", ONE_MESSAGE)
    await process.people.delete(process.general, post)
    await process.until(lambda: hold.reached)
    await process.stop(SIGKILL)
    assert kept_of_texts(process) == 0

    await process.start()
    await process.until(lambda: not process.general.messages)

    await process.stored(lambda _: states(process) == ["deleted"])


async def test_a_note_whose_deletion_discord_refuses_for_a_while_goes_after_a_restart(process: Wire) -> None:
    post = await noted(process)
    fault = process.faults.fail("DELETE", ONE_MESSAGE, 503)
    await process.people.delete(process.general, post)
    await process.until(lambda: fault.reached)
    await process.stop()
    assert len(process.notes_on(post)) == 1

    await process.start()

    await process.until(lambda: not process.notes_on(post))


async def test_a_channel_deleted_while_its_note_is_sent_ends_nothing(process: Wire) -> None:
    hold = process.faults.hold("POST", POST_MESSAGE)
    await process.paste(process.recovery, PITCH)
    await process.until(lambda: hold.reached)
    await process.people.close(process.recovery)
    hold.release()

    await process.stored(lambda _: states(process) == ["deleted first"])

    assert await process.note_on(await process.paste(process.general, PITCH))
    assert "Traceback" not in process.output


# Places


async def test_a_thread_locked_meanwhile_closes_the_case(process: Wire) -> None:
    thread = await process.people.thread(process.general, process.member, "sleepless")
    hold = process.faults.hold("POST", POST_MESSAGE)
    post = await process.paste(thread, PITCH)
    await process.until(lambda: hold.reached)
    await process.people.shut(thread, locked=True)
    hold.release()

    await process.stored(lambda _: states(process) == ["refused"])

    assert not process.notes_on(post)
    assert [refusal.body["code"] for refusal in process.loopback.refusals] == [50083]
