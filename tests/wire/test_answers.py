"""What the real process answers over sockets, with files that come late, broken, endless or not at all."""

import pytest

from .cdn import Served
from .faults import CUT
from .loopback import ELSEWHERE
from .process import Wire
from .refusals import COMPONENTS_V2, EPHEMERAL, components_of
from .state import Json, Kind, May
from .texts import CHAT, LONG_PITCH, PITCH

pytestmark = pytest.mark.asyncio(loop_scope="module")

POST_MESSAGE = r"/api/v10/channels/\d+/messages"
MIB = 2**20


def sent_for(wire: Wire, post: Json) -> list[Json]:
    """List the bodies of all answered requests to reply to a post."""
    bodies = [call.body or {} for call in wire.loopback.calls if call.method == "POST"]
    replies = [body for body in bodies if body.get("message_reference")]
    return [body for body in replies if str(body["message_reference"]["message_id"]) == post["id"]]


def state_of(wire: Wire, post: Json) -> str | None:
    """Read the state of a post's case from the child's database."""
    query = "SELECT state FROM cases WHERE message_id = ?"
    row = wire.read(lambda connection: connection.execute(query, (int(post["id"]),)).fetchone())
    return row[0] if row else None


async def test_a_pitch_gets_one_note_and_chat_gets_none(answering: Wire) -> None:
    chat = await answering.paste(answering.recovery, CHAT)
    post = await answering.paste(answering.recovery, PITCH)

    note = await answering.note_on(post)

    assert any("SAMHSA" in (part.get("content") or "") for part in components_of(note["components"]))
    assert not answering.notes_on(chat)
    assert answering.loopback.refusals == []


async def test_the_note_is_a_reply_that_pings_nobody_with_a_nonce_of_its_post(answering: Wire) -> None:
    post = await answering.paste(answering.recovery, PITCH)
    await answering.until(lambda: sent_for(answering, post))

    (sent,) = sent_for(answering, post)

    assert sent["flags"] & COMPONENTS_V2
    assert sent["flags"] & 1 << 2
    assert sent["enforce_nonce"]
    assert post["id"] in str(sent["nonce"])
    assert sent["allowed_mentions"].get("parse") == []
    assert not sent["allowed_mentions"].get("replied_user")


async def test_a_long_paste_is_read_from_its_file(answering: Wire) -> None:
    post = await answering.paste(answering.general, LONG_PITCH)
    assert post["content"] == ""
    assert "content_type" not in post["attachments"][0]
    assert await answering.note_on(post)


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.FORUM])
async def test_threads_and_forum_posts_are_read(answering: Wire, kind: Kind) -> None:
    parent = answering.forum if kind is Kind.FORUM else answering.general
    thread = await answering.people.thread(parent, answering.member, "a way out", PITCH)
    post = next(iter(thread.messages.values()))
    assert (await answering.note_on(post))["channel_id"] == str(thread.id)


async def test_each_control_of_the_note_answers_privately(answering: Wire) -> None:
    note = await answering.note_on(await answering.paste(answering.general, PITCH))
    controls = [part["custom_id"] for part in components_of(note["components"]) if part.get("custom_id")]
    *answered, asked = controls
    assert len(answered) == 2
    for custom_id in answered:
        pressed = await answering.people.press(answering.general, answering.member, note, custom_id)
        await answering.until(lambda pressed=pressed: pressed.shown)
        assert pressed.shown[0]["flags"] & EPHEMERAL
    pressed = await answering.people.press(answering.general, answering.member, note, asked)
    await answering.until(lambda: pressed.modal)
    assert answering.loopback.refusals == []


async def test_a_post_deleted_before_its_note_gets_none(answering: Wire) -> None:
    hold = answering.faults.hold("POST", POST_MESSAGE)
    post = await answering.paste(answering.general, PITCH)
    await answering.until(lambda: hold.reached)
    await answering.people.delete(answering.general, post)
    hold.release()

    await answering.stored(lambda _: state_of(answering, post) == "deleted first")

    assert not answering.notes_on(post)
    assert [refusal.body["code"] for refusal in answering.loopback.refusals] == [50035]


async def test_a_permission_lost_meanwhile_closes_the_case(answering: Wire) -> None:
    hold = answering.faults.hold("POST", POST_MESSAGE)
    post = await answering.paste(answering.general, PITCH)
    await answering.until(lambda: hold.reached)
    # The event of the new overwrite is still under way, so the bot believes that it may write here.
    answering.general.denied = May.SEND
    hold.release()

    await answering.stored(lambda _: state_of(answering, post) == "refused")
    answering.general.denied = May(0)

    assert not answering.notes_on(post)
    assert await answering.note_on(await answering.paste(answering.general, PITCH))


async def test_a_rate_limit_delays_the_note(answering: Wire) -> None:
    fault = answering.faults.fail("POST", POST_MESSAGE, 429, retry_after=0.2)
    post = await answering.paste(answering.general, PITCH)
    await answering.note_on(post)
    assert fault.reached == 1
    assert len(answering.notes_on(post)) == 1


async def test_an_answer_lost_after_sending_makes_no_second_note(answering: Wire) -> None:
    answering.faults.fail("POST", POST_MESSAGE, 502, after=True)
    post = await answering.paste(answering.general, PITCH)
    await answering.until(lambda: len(sent_for(answering, post)) == 2)
    await answering.stored(lambda _: state_of(answering, post) == "noted")
    assert len(answering.notes_on(post)) == 1


@pytest.mark.parametrize("status", [CUT, 503])
async def test_a_note_that_may_have_been_lost_is_not_sent_twice(answering: Wire, status: int) -> None:
    fault = answering.faults.fail("POST", POST_MESSAGE, status, after=True)
    post = await answering.paste(answering.general, PITCH)
    await answering.until(lambda: fault.reached)

    assert await answering.note_on(await answering.paste(answering.recovery, PITCH))

    assert len(answering.notes_on(post)) == 1
    assert state_of(answering, post) in {"sending", "noted"}, "found again by now, on a slow machine"


# Commands


async def test_a_moderator_asks_for_the_status(answering: Wire) -> None:
    await answering.until(lambda: answering.loopback.rest.commands)
    given = await answering.people.command(answering.general, answering.moderator, "signpost status")
    await answering.until(lambda: given.shown)
    assert given.shown[0]["flags"] & EPHEMERAL
    assert answering.loopback.refusals == []


async def test_members_are_not_offered_the_commands(answering: Wire) -> None:
    await answering.until(lambda: answering.loopback.rest.commands)
    with pytest.raises(LookupError, match="hidden"):
        await answering.people.command(answering.general, answering.member, "signpost status")


# Files


@pytest.mark.parametrize(
    "broken",
    [
        Served(b"", status=404),
        Served(b"", status=403),
        Served(b"", status=500),
        Served(LONG_PITCH.encode(), stalls=True),
        Served(b"", status=302, location=f"https://{ELSEWHERE}/message.txt"),
    ],
    ids=["gone", "forbidden", "broken", "stalled", "redirected"],
)
async def test_a_file_that_cannot_be_read_does_not_hide_another(answering: Wire, broken: Served) -> None:
    post = await answering.people.attach(
        answering.general, answering.member, broken, Served(LONG_PITCH.encode()), content="look at this"
    )
    assert await answering.note_on(post)
    # A download that broke off is asked for once more; what is gone, refused or slow is not.
    assert broken.asked == (2 if broken.status == 500 else 1)


async def test_a_file_on_another_host_is_never_asked_for(answering: Wire) -> None:
    foreign = {"id": "1", "filename": "message.txt", "size": 9, "url": f"https://{ELSEWHERE}/message.txt"}
    foreign["proxy_url"] = foreign["url"]
    post = await answering.people.post(answering.general, answering.member, PITCH, attachments=[foreign])
    assert await answering.note_on(post)
    assert answering.loopback.strange == []


async def test_of_a_file_without_end_only_the_beginning_is_taken(answering: Wire) -> None:
    # It claims to be small; only what arrives counts.
    endless = Served(LONG_PITCH.encode() * 24, repeat=4096)
    attachment = answering.loopback.cdn.attach(answering.general.id, "message.txt", endless, size=2500)
    post = await answering.people.post(answering.general, answering.member, attachments=[attachment])
    assert await answering.note_on(post)
    await answering.until(lambda: endless.left)
    # Of 250 MiB on offer; some lie in the sockets' buffers.
    assert MIB < endless.sent < 32 * MIB


async def test_bytes_that_are_no_text_do_not_hide_the_rest(answering: Wire) -> None:
    mangled = b"\x9d\xfe " + PITCH.encode() + b" \x80\x81"
    post = await answering.people.attach(answering.general, answering.member, Served(mangled))
    assert await answering.note_on(post)
