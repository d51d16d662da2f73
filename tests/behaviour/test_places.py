"""Wherever a post can stand it is read the same way, with everything that it carries and nothing else."""

import pytest

from .community import Community
from .test_rulings import ANOTHER_PITCH
from .texts import CLAIMS_WITHOUT_A_NAME, PITCH, QUESTION, SMALL_TALK


async def test_an_announcement_gets_a_note(community: Community) -> None:
    news = await community.news_channel()
    post = await community.paste(news, PITCH)

    (note,) = community.notes_in(news)
    assert note.answers == post.id


async def test_publishing_an_announcement_changes_nothing(community: Community) -> None:
    news = await community.news_channel()
    post = await community.paste(news, PITCH)

    await community.publish(post)

    assert len(community.notes_in(news)) == 1
    assert len(community.entries()) == 1
    assert community.states() == ["noted"]


async def test_an_announcement_from_another_server_gets_a_note_here(community: Community) -> None:
    copy = await community.followed_announcement(community.general, PITCH)

    (note,) = community.notes_in(community.general)
    assert note.answers == copy


async def test_a_post_in_a_stages_chat_gets_a_note(community: Community) -> None:
    stage = await community.stage()
    post = await community.paste(stage, PITCH)

    (note,) = community.notes_in(stage)
    assert note.answers == post.id


async def test_a_post_in_a_private_thread_that_signpost_is_in_gets_a_note(community: Community) -> None:
    thread = await community.private_thread(community.general)
    post = await community.paste(thread, PITCH)

    (note,) = community.notes_in(thread)
    assert note.answers == post.id
    assert community.notes_in(community.general) == []


async def test_a_post_in_an_archived_thread_gets_a_note(community: Community) -> None:
    thread = await community.open_thread(community.general, "sleepless")
    await community.close_thread(thread, lock=False, archive=True)
    post = await community.paste(thread, PITCH)

    (note,) = community.notes_in(thread)
    assert note.answers == post.id


@pytest.mark.parametrize("status", [400, 403])
async def test_where_a_thread_is_locked_the_mod_log_says_so(community: Community, status: int) -> None:
    thread = await community.open_thread(community.general, "sleepless")
    await community.close_thread(thread, lock=True, archive=False)
    community.break_sending(thread, status=status, code=50083, message="Thread is archived")

    post = await community.paste(thread, PITCH, by=community.moderator)

    assert community.notes_in(thread) == []
    assert community.states() == ["refused"]
    (entry,) = community.entries()
    assert entry.shows("**Could not write here**", str(post.id))
    assert "locked" in "\n".join([entry.text, *community.told()]).lower()


async def test_a_forum_post_is_read_with_its_tags(community: Community) -> None:
    kratom, question = await community.offer_tags(community.forum, "kratom", "question")
    thread = await community.forum_post("What helped my brother", CLAIMS_WITHOUT_A_NAME, tags=[kratom])
    other = await community.forum_post("What helped my sister", CLAIMS_WITHOUT_A_NAME, tags=[question])

    (note,) = community.notes_in(thread)
    assert note.answers == thread.id
    assert community.notes_in(other) == []


async def test_a_tag_is_never_enough(community: Community) -> None:
    (kratom,) = await community.offer_tags(community.forum, "kratom")
    thread = await community.forum_post("Where do you sit?", SMALL_TALK, tags=[kratom])
    await community.paste(thread, CLAIMS_WITHOUT_A_NAME)

    assert community.notes_in(thread) == []
    assert community.states() == []


async def test_a_media_post_is_read_with_title_and_tags(community: Community) -> None:
    media = await community.media_channel()
    (kratom,) = await community.offer_tags(media, "kratom")
    titled = await community.forum_post("Kratom at the river", CLAIMS_WITHOUT_A_NAME, parent=media)
    tagged = await community.forum_post("At the river", CLAIMS_WITHOUT_A_NAME, parent=media, tags=[kratom])

    assert [note.answers for note in community.notes_in(titled)] == [titled.id]
    assert [note.answers for note in community.notes_in(tagged)] == [tagged.id]


async def test_wherever_a_post_is_gone_before_its_note_nothing_loose_is_sent(community: Community) -> None:
    thread = await community.open_thread(community.general, "aside")
    news = await community.news_channel()

    for place in (community.voice, thread, news):
        await community.post_and_delete_at_once(place, PITCH)
        assert community.notes_in(place) == []

    assert community.states() == ["deleted first"] * 3


async def test_slowmode_holds_no_note_back(community: Community) -> None:
    slow = await community.slow_channel()
    post = await community.paste(slow, PITCH)

    (note,) = community.notes_in(slow)
    assert note.answers == post.id


async def test_a_reply_is_not_judged_by_what_it_answers(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    (other,) = community.members(1)

    await other.send(community.general, QUESTION, reply_to=post)

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted"]


async def test_a_polls_question_and_answers_are_read(community: Community) -> None:
    poll = await community.poll(
        community.general,
        "What helps best against opioid withdrawal?",
        "Kratom: it takes the cravings away and is not addictive",
        "Kratom: natural, safe, no side effects, order today",
        "More pills from a doctor",
    )

    (note,) = community.notes_in(community.general)
    assert note.answers == poll.id
    (entry,) = community.entries()
    assert entry.shows("poll", "not addictive")


async def test_a_poll_that_only_asks_gets_silence(community: Community) -> None:
    await community.poll(community.general, QUESTION, "Yes, and it went well", "Not yet")

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_a_polls_end_and_its_result_change_nothing(community: Community) -> None:
    poll = await community.poll(community.general, ANOTHER_PITCH, "I will", "I did")

    await community.end_poll(poll)

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted"]


async def test_a_nickname_is_not_read(community: Community) -> None:
    await community.paste(community.general, CLAIMS_WITHOUT_A_NAME, by=community.nicknamed("kratom heals"))

    assert community.notes_in(community.general) == []
    assert community.states() == []
