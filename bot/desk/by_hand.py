"""What moderators have Signpost post under a post: help for a hard day, or the note of a pitch it missed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from http import HTTPStatus
from typing import cast

import discord

from bot.desk.answering import Answering
from bot.desk.hands import Hands
from bot.desk.judging import Judged, Judging
from bot.desk.preview import Place, Preview
from bot.note import NoteText, Occasion, help_view, occasion_of
from bot.policy import PlaceSettings, Reason, may_read
from bot.posts import Post
from bot.posts.origin import origin_of
from bot.posts.writers import Writers
from bot.recognition import LEFT_AT_THE_GATE
from bot.store import Act, Audit, Case, CaseState, Deed, HelpNotes, NewCase, Retractions, SentNote


class Unfit(StrEnum):
    """Why nothing is posted under a message at all."""

    BY_US = "written-by-us"
    BY_BOT = "written-by-bot"
    NOT_A_POST = "not-a-post"


class Helped(StrEnum):
    """What came of sending help."""

    SENT = "sent"
    STANDS = "stands"
    GONE = "gone"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of answering a post as a pitch.

    case: as it stands now, None where only a note stands, whose case has expired. new: it was answered now.
    """

    case: Case | None
    new: bool


class TopicWithdrawnError(Exception):
    """Whoever runs Signpost withdrew the topic that a post is about. topic: its id."""

    def __init__(self, topic: str) -> None:
        super().__init__(topic)
        self.topic = topic


_NEVER_NOTED = frozenset(
    {
        CaseState.OBSERVED,
        CaseState.SILENCED,
        CaseState.REFUSED,
        CaseState.LAPSED,
        CaseState.UNRELEASED,
    }
)
"""Where a case stands that had no note and does not wait for one: a moderator's word brings it one."""


def unfit(message: discord.Message) -> Unfit | None:
    """Say why nothing may be posted under a message: nobody of flesh and blood would be answered.

    A webhook's message is somebody's, such as PluralKit's copy; a bot's answer to a command is not.
    """
    origin = origin_of(message)
    if origin.by_us:
        return Unfit.BY_US
    if origin.by_discord:
        return Unfit.NOT_A_POST
    if origin.answers_a_command or (origin.by_bot and origin.webhook_id is None):
        return Unfit.BY_BOT
    return None


def answerable(case: Case) -> bool:
    """Say whether a post's case had no note yet, and waits for none."""
    return case.state in _NEVER_NOTED


class ByHand:
    """Posts what a moderator asks for, once a post.

    Invariant: a post is in one hand at a time, so that two presses at once post one reply.
    """

    __slots__ = (
        "_answering",
        "_audit",
        "_hands",
        "_help_notes",
        "_judging",
        "_preview",
        "_retractions",
        "_topics",
        "_write_help",
    )

    def __init__(
        self,
        hands: Hands,
        judging: Judging,
        answering: Answering,
        preview: Preview,
        retractions: Retractions,
        help_notes: HelpNotes,
        audit: Audit,
        write_help: Callable[[int], NoteText],
        topics: Sequence[str],
    ) -> None:
        """write_help: writes a server's note with help alone, in its language and for its country.

        topics: ids of those that there is a note on, those on by default first.
        """
        self._hands = hands
        self._judging = judging.on_any_topic()  # a moderator's word answers what is off as well
        self._answering = answering
        self._preview = preview
        self._retractions = retractions
        self._help_notes = help_notes
        self._audit = audit
        self._write_help = write_help
        self._topics = topics

    def help_note(self, guild_id: int) -> NoteText:
        """Return a server's note with help alone, as it would be posted."""
        return self._write_help(guild_id)

    async def help_stands(self, message_id: int) -> bool:
        """Say whether help stands below a post."""
        return await self._help_notes.stands(message_id)

    async def send_help(self, place: Place, post: discord.PartialMessage) -> Helped:
        """Reply to a post with help alone. Raises what Discord raises for a while (PASSING)."""
        async with self._hands.of([post.id]):
            if await self._help_notes.stands(post.id):
                return Helped.STANDS
            if self._hands.is_gone(post.id):
                return Helped.GONE
            text = self._write_help(place.guild.id)
            try:
                sent = await post.reply(
                    view=help_view(text),
                    mention_author=False,
                    allowed_mentions=discord.AllowedMentions.none(),
                    suppress_embeds=True,
                    nonce=f"help:{post.id}",
                )
            except discord.Forbidden:
                return Helped.REFUSED
            except discord.NotFound:
                return Helped.GONE
            except discord.HTTPException as error:
                if error.status != HTTPStatus.BAD_REQUEST:
                    raise
                return Helped.GONE if "message_reference" in error.text else Helped.REFUSED
            note = SentNote(sent.id, text.resource_ids, text.text_version, sent.created_at)
            await self._help_notes.record(note, place.guild.id, place.id, post.id)
            return Helped.SENT

    async def standing(self, message_id: int) -> Answered | None:
        """Return what keeps a post from being answered as a pitch: its case, or its note; None if nothing."""
        case = await self._preview.case_of(message_id)
        if case is not None:
            return None if answerable(case) else Answered(case, new=False)
        stands = await self._retractions.note_stands(message_id)
        return Answered(None, new=False) if stands else None

    async def occasion(self, message: discord.Message, place: Place, settings: PlaceSettings) -> Occasion:
        """Return what the note would answer under a post. message: as Discord has it now.

        Raises TopicWithdrawnError, and what Discord raises where it must be asked for more.
        """
        message.channel = cast("discord.TextChannel", place)  # Discord may name it by its id alone
        former = await self._preview.case_of(message.id)
        return occasion_of((await self._judged(message, former, settings)).verdict)

    async def answer(
        self, message: discord.Message, settings: PlaceSettings, by: int, at: datetime
    ) -> Answered:
        """Answer a post as a pitch on a moderator's word. by: their id. message: the post, just fetched.

        Raises TopicWithdrawnError, and what Discord raises where it must be asked for more.
        """
        async with self._hands.of([message.id]):
            if (standing := await self.standing(message.id)) is not None:
                return standing
            former = await self._preview.case_of(message.id)
            judged = await self._judged(message, former, settings)
            new = await self._new(message, judged, settings, at)
            case = await self._answering.answer_for_moderator(message, judged, new, by, former)
        if case is None:
            return Answered(await self._preview.case_of(message.id), new=False)
        if case.state is CaseState.LAPSED:  # withdrawn since the post was judged
            raise TopicWithdrawnError(case.topic)
        if case.state is not CaseState.DELETED_FIRST:
            await self._audit.note(Act(case.guild_id, at, by, Deed.NOTE, str(case.id)))
        return Answered(case, new=True)

    async def _judged(self, message: discord.Message, former: Case | None, settings: PlaceSettings) -> Judged:
        """Judge a post for its claims and fingerprints; one that may not be read is answered unread."""
        if may_read(await Writers().origin_of(message, settings), settings) is not None:
            return self._to_answer(Judged(Post(()), LEFT_AT_THE_GATE, message.id), settings)
        if former is not None:
            head = message
            if former.message_id != message.id:
                head = await message.channel.fetch_message(former.message_id)
            judged = await self._judging.again(head, former)
        else:
            judged = await self._judging.whole(message)
        return self._to_answer(judged, settings)

    def _to_answer(self, judged: Judged, settings: PlaceSettings) -> Judged:
        """Give a verdict the topic of its note: the post's own, else the server's first.

        Raises TopicWithdrawnError.
        """
        verdict = judged.verdict
        if verdict.topic not in self._topics:
            on = (each for each in self._topics if each in settings.topics - settings.withdrawn_topics)
            verdict = replace(verdict, topic=next(on, self._topics[0]), claims=(), foremost=(), signals=())
        if verdict.topic in settings.withdrawn_topics:
            raise TopicWithdrawnError(verdict.topic or "")
        return replace(judged, verdict=verdict)

    async def _new(
        self, message: discord.Message, judged: Judged, settings: PlaceSettings, at: datetime
    ) -> NewCase:
        verdict = judged.verdict
        return NewCase(
            guild_id=message.guild.id if message.guild else 0,
            channel_id=message.channel.id,
            message_id=judged.head,
            topic=verdict.topic or self._topics[0],
            score=verdict.score,
            claims=tuple(claim.id for claim in verdict.claims),
            state=CaseState.SENDING,
            reason=Reason.MODERATOR_SAYS,
            opened_at=at,
            entry_due=settings.mod_log is not None,
            edited_at=message.edited_at,
            pieces=max(judged.post.pieces, 1),
            further=judged.further,
            parent_id=message.channel.parent_id if isinstance(message.channel, discord.Thread) else None,
            fingerprints=await self._judging.fingerprints(judged.post),
        )
