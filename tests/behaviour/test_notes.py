"""A pitch gets one note; a person's own words get silence."""

import pytest

from .community import Community
from .shown import buttons_of
from .texts import (
    CLAIMS_WITHOUT_A_NAME,
    LONG_PITCH,
    ONE_YEAR_OFF,
    OWN_STORY,
    PITCH,
    QUESTION,
    SMALL_TALK,
    TITLE,
)


async def test_a_pasted_pitch_gets_one_note_as_a_reply(community: Community) -> None:
    post = await community.paste(community.general, PITCH)

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id
    assert "findtreatment.gov" in note.text.lower()
    assert buttons_of(note.message) == [
        "Help in another country",
        "Why this note?",
        "This note is a mistake",
    ]


async def test_the_note_pings_nobody_and_unfurls_nothing(community: Community) -> None:
    await community.paste(community.general, PITCH)

    (note,) = community.notes_in(community.general)
    assert community.pinged_by(note.message) == []
    assert note.message.flags.suppress_embeds
    assert note.message.flags.components_v2
    (body,) = community.sent(community.general)
    assert body["allowed_mentions"]["parse"] == []
    assert body["allowed_mentions"]["replied_user"] is False


async def test_the_notes_nonce_comes_from_the_post(community: Community) -> None:
    post = await community.paste(community.general, PITCH)

    (body,) = community.sent(community.general)
    assert str(body["nonce"]) == f"{post.id}:0"
    assert len(str(body["nonce"])) <= 25
    assert body["enforce_nonce"] is True


async def test_the_note_quotes_nothing_of_the_pitch_and_names_nobody(community: Community) -> None:
    await community.paste(community.general, f"{PITCH} Ask for velvet-otter-42.")

    (note,) = community.notes_in(community.general)
    assert "velvet-otter-42" not in note.text
    assert str(community.member.id) not in note.text
    assert community.member.name not in note.text.lower().split()


@pytest.mark.parametrize(
    "text",
    [OWN_STORY, ONE_YEAR_OFF, QUESTION, SMALL_TALK, TITLE],
    ids=["story", "thanks", "question", "talk", "name"],
)
async def test_a_persons_own_words_get_silence(community: Community, text: str) -> None:
    await community.paste(community.recovery, text)

    assert community.notes_in(community.recovery) == []
    assert community.entries() == []
    assert community.states() == []


async def test_a_long_paste_arrives_as_a_file_and_gets_a_note(community: Community) -> None:
    post = await community.paste(community.general, LONG_PITCH)

    assert community.fetch.asked == ["message.txt"]
    (note,) = community.notes_in(community.general)
    assert note.answers == post.id


async def test_a_file_without_a_content_type_is_read_by_its_ending(community: Community) -> None:
    post = await community.post_file(community.general, "message.txt", LONG_PITCH.encode(), content_type=None)

    (note,) = community.notes_in(community.general)
    assert note.answers == post


async def test_a_file_with_broken_bytes_is_read_all_the_same(community: Community) -> None:
    data = b"\x80\x00 \xc3\x28 " + LONG_PITCH.encode() + b"\xe2\x82"

    await community.post_file(community.general, "message.txt", data)

    assert len(community.notes_in(community.general)) == 1


async def test_a_file_over_a_mebibyte_is_judged_by_its_beginning(community: Community) -> None:
    data = LONG_PITCH.encode() + b"\n" + b"lentils " * 140_000

    await community.post_file(community.general, "leaflet.txt", data)

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert entry.shows("leaflet.txt", "only its beginning was read")


async def test_a_pitch_behind_the_first_mebibyte_is_not_read(community: Community) -> None:
    data = b"lentils " * 140_000 + LONG_PITCH.encode()

    await community.post_file(community.general, "leaflet.txt", data)

    assert community.notes_in(community.general) == []


async def test_a_film_is_not_fetched(community: Community) -> None:
    await community.post_file(community.general, "kratom.mp4", LONG_PITCH.encode(), content_type="video/mp4")

    assert community.fetch.asked == []
    assert community.notes_in(community.general) == []


async def test_two_files_and_words_are_one_post_with_one_note(community: Community) -> None:
    text = LONG_PITCH.encode()
    await community.member.send(community.general, PITCH, attachments=[("a.txt", text), ("b.md", text)])

    assert community.fetch.asked == ["a.txt", "b.md"]
    assert len(community.notes_in(community.general)) == 1


async def test_a_file_that_cannot_be_fetched_is_named_to_moderators(community: Community) -> None:
    backend = community.env.backend
    (gone,) = backend.store_attachments(community.general.id, [("gone.txt", b"")])
    gone["url"] = gone["proxy_url"] = "https://cdn.simcord.invalid/attachments/0/0/gone.txt"
    backend.create_message(community.general.id, community.member.id, PITCH, attachments=[gone])
    await community.env.settle()

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert entry.shows("Not read: gone.txt, because it is no longer there.")


async def test_a_pitch_in_a_thread_gets_its_note_there(community: Community) -> None:
    thread = await community.open_thread(community.general, "sleepless")
    post = await community.paste(thread, PITCH)

    (note,) = community.notes_in(thread)
    assert note.answers == post.id
    assert community.notes_in(community.general) == []


async def test_a_forum_posts_opening_message_gets_a_note(community: Community) -> None:
    thread = await community.forum_post("What helped my brother", PITCH)

    (note,) = community.notes_in(thread)
    assert note.answers == thread.id


async def test_a_forum_title_that_names_the_topic_counts_for_its_body(community: Community) -> None:
    thread = await community.forum_post(TITLE, CLAIMS_WITHOUT_A_NAME)

    assert len(community.notes_in(thread)) == 1


async def test_a_forum_title_counts_for_the_opening_message_alone(community: Community) -> None:
    thread = await community.forum_post(TITLE, SMALL_TALK)
    await community.paste(thread, CLAIMS_WITHOUT_A_NAME)

    assert community.notes_in(thread) == []


async def test_a_pitch_in_a_voice_channels_chat_gets_a_note(community: Community) -> None:
    post = await community.paste(community.voice, PITCH)

    (note,) = community.notes_in(community.voice)
    assert note.answers == post.id


async def test_a_reply_that_pitches_gets_a_note_on_itself(community: Community) -> None:
    asked = await community.paste(community.general, SMALL_TALK)
    (other,) = community.members(1)
    pitch = await other.send(community.general, PITCH, reply_to=asked)

    (note,) = community.notes_in(community.general)
    assert note.answers == pitch.id


async def test_a_post_delivered_twice_gets_one_note(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.say_again(post)

    assert len(community.notes_in(community.general)) == 1
    assert len(community.entries()) == 1
    assert community.states() == ["noted"]


async def test_a_post_delivered_again_after_a_restart_gets_one_note(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.restart(cooldown=0)
    await community.say_again(post)

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted"]
