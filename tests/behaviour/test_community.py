"""The test community itself: what it lets happen arrives at the bot as Discord would send it."""

import discord
import pytest

from bot.client import Signpost

from .carriers import PLURALKIT, embed
from .community import Community
from .texts import LINK, SMALL_TALK


class Ear:
    """Hears what discord.py makes of the events."""

    def __init__(self, bot: Signpost) -> None:
        self.messages: list[discord.Message] = []
        self.updates: list[discord.RawMessageUpdateEvent] = []
        self.deleted: list[set[int]] = []
        bot.add_listener(self._message, "on_message")
        bot.add_listener(self._update, "on_raw_message_edit")
        bot.add_listener(self._bulk_delete, "on_raw_bulk_message_delete")

    async def _message(self, message: discord.Message) -> None:
        self.messages.append(message)

    async def _update(self, event: discord.RawMessageUpdateEvent) -> None:
        self.updates.append(event)

    async def _bulk_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        self.deleted.append(event.message_ids)


@pytest.fixture
def ear(newcomer: Community) -> Ear:
    return Ear(newcomer.bot)


async def test_a_forward_has_its_words_in_the_snapshot(newcomer: Community, ear: Ear) -> None:
    first = await newcomer.forward(
        newcomer.general, SMALL_TALK, embeds=[embed("Harbour")], files=[("a.txt", b"words")]
    )
    await newcomer.forward_again(newcomer.recovery, first)

    assert len(ear.messages) == 2
    for heard in ear.messages:
        (snapshot,) = heard.message_snapshots
        assert heard.content == ""
        assert heard.flags.forwarded
        assert heard.reference is not None
        assert heard.reference.type is discord.MessageReferenceType.forward
        assert (snapshot.content, snapshot.embeds[0].title) == (SMALL_TALK, "Harbour")
        assert [each.filename for each in snapshot.attachments] == ["a.txt"]


async def test_a_preview_is_an_update_without_an_edit(newcomer: Community, ear: Ear) -> None:
    post = await newcomer.paste(newcomer.general, LINK)
    await newcomer.show_preview(post, embed("Harbour", "It is old.", ("Where", "Here")))
    await newcomer.suppress_preview(post)

    shown, suppressed = ear.updates
    assert shown.message.edited_at is suppressed.message.edited_at is None
    assert shown.message.content == suppressed.message.content == LINK
    assert [field.value for field in shown.message.embeds[0].fields] == ["Here"]
    assert suppressed.message.embeds == []
    assert suppressed.message.flags.suppress_embeds


async def test_an_edit_has_a_time_and_a_pin_or_a_thread_has_none(newcomer: Community, ear: Ear) -> None:
    post = await newcomer.paste(newcomer.general, LINK)
    await newcomer.pin(post, newcomer.moderator)
    await newcomer.open_thread_on(post)
    await newcomer.edit(post, SMALL_TALK)

    *others, edit = ear.updates
    assert [other.message.edited_at for other in others] == [None, None]
    assert others[0].message.pinned
    assert others[1].message.flags.has_thread
    assert edit.message.edited_at is not None
    assert edit.message.content == SMALL_TALK


async def test_messages_deleted_together_are_told_together(newcomer: Community, ear: Ear) -> None:
    posts = [(await newcomer.paste(newcomer.general, SMALL_TALK)).id for _ in range(3)]

    await newcomer.clear(newcomer.general, posts)

    assert ear.deleted == [set(posts)]
    assert newcomer.general.history() == []


async def test_a_poll_has_its_question_and_answers(newcomer: Community, ear: Ear) -> None:
    await newcomer.poll(newcomer.general, "Tea?", "Yes", "No")

    (heard,) = ear.messages
    assert heard.poll is not None
    assert (heard.poll.question, [each.text for each in heard.poll.answers]) == ("Tea?", ["Yes", "No"])


async def test_pluralkits_copy_comes_by_its_webhook(newcomer: Community, ear: Ear) -> None:
    copy = await newcomer.proxied(newcomer.general, SMALL_TALK)

    typed, heard = ear.messages
    assert [each.id for each in newcomer.general.history()] == [copy]
    assert typed.webhook_id is None
    assert heard.webhook_id is not None
    assert str(heard.application_id) == PLURALKIT
    assert heard.content == SMALL_TALK


async def test_a_followed_announcement_comes_by_a_webhook(newcomer: Community, ear: Ear) -> None:
    await newcomer.followed_announcement(newcomer.general, SMALL_TALK)

    (heard,) = ear.messages
    assert heard.webhook_id is not None
    assert heard.flags.is_crossposted
    assert heard.reference is not None


@pytest.mark.parametrize("media", [False, True])
async def test_posts_have_the_tags_that_their_channel_offers(
    newcomer: Community, ear: Ear, media: bool
) -> None:
    parent = await newcomer.media_channel() if media else newcomer.forum
    _, sleep = await newcomer.offer_tags(parent, "kratom", "sleep")
    post = await newcomer.forum_post("A title", SMALL_TALK, parent=parent, tags=[sleep])

    (heard,) = ear.messages
    assert heard.id == post.id
    assert isinstance(heard.channel, discord.Thread)
    assert isinstance(heard.channel.parent, discord.ForumChannel)
    assert heard.channel.parent.is_media() is media
    assert [tag.name for tag in heard.channel.applied_tags] == ["sleep"]


async def test_other_places_are_what_they_are_called(newcomer: Community, ear: Ear) -> None:
    thread = await newcomer.private_thread(newcomer.general)
    opened = [await newcomer.news_channel(), await newcomer.stage(), await newcomer.slow_channel()]
    for place in (*opened, thread):
        await newcomer.paste(place, SMALL_TALK)
    await newcomer.close_thread(thread, lock=True, archive=False)

    news, stage, slow, private = [each.channel for each in ear.messages]
    assert isinstance(news, discord.TextChannel)
    assert news.is_news()
    assert isinstance(stage, discord.StageChannel)
    assert isinstance(slow, discord.TextChannel)
    assert slow.slowmode_delay > 0
    assert isinstance(private, discord.Thread)
    assert private.is_private()
    assert private.locked
