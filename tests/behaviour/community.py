"""A community on a simulated Discord with the real Signpost in it, in the words of its moderators.

What the tests need to know of the simulation stands here and in what it is made of: how posts arrive
(carriers), change and go (changes), where they can stand (rooms), and whose they are (server).
"""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import discord
import simcord
from pydantic_settings import SettingsConfigDict
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType
from simcord.http.router import RequestContext, route
from sqlalchemy import Engine, event

from bot.client import Signpost
from bot.command_tree import Refused
from bot.demo.attachments import ReadFetch
from bot.posts.fetch import Fetched, Wanted
from bot.settings import Settings
from bot.texts import texts_in

from ..fresh_store import put_store
from .carriers import Carriers
from .changes import Changes
from .rooms import Rooms
from .server import Server
from .shown import Entry, Note, note_of, text_of
from .simulated import forget_languages

PASTE_LIMIT = 2000
"""Characters above which Discord's client turns a paste into message.txt."""

SETTLE_SECONDS = 30.0  # real time that the bot may take over one act, on a busy machine
LOOK_MINUTES = 50  # between two looks at what is withdrawn: what is due soon is waited for at each act


@route("GET", "/applications/{application_id}/commands/{command_id}")
def _one_command(request: RequestContext) -> object:
    """Answer a request that Discord knows and the simulation does not."""
    known = request.backend.commands[None].values()
    return next(command for command in known if command["id"] == request.args["command_id"])


class SettingsOfTheTest(Settings):
    """The operator's settings without anyone's own .env."""

    model_config = SettingsConfigDict(env_file=None)


class RecordingFetch(ReadFetch):
    """Reads attachments as the demo does and remembers which were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def __call__(self, attachment: discord.Attachment, wanted: Wanted) -> Fetched:
        self.asked.append(attachment.filename)
        return await super().__call__(attachment, wanted)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another server with Signpost in it."""

    general: simcord.ChannelHandle
    mod_log: simcord.ChannelHandle
    member: simcord.MemberActor
    manager: simcord.MemberActor


class Community(Carriers, Changes, Rooms):
    """A server with members, a moderator and a manager, and with Signpost.

    Messages are posted with what Discord would send; notes, entries and answers are read back as people see
    them. Time stands still but for `pass_time`.
    """

    def __init__(self, env: simcord.Env, database: Path, bot: Signpost, fetch: RecordingFetch) -> None:
        forget_languages()  # members of the next community have the same ids
        self.env = env
        self.database = database
        self.fetch = fetch
        self._bot = bot
        self._forgiven = 0
        self.guild = env.create_guild("Harbour")
        self.server = Server(env, self.guild)
        self.general = self.guild.create_text_channel("general")
        self.recovery = self.guild.create_text_channel("recovery")
        self.mod_log = self.guild.create_text_channel("mod-log")
        self.voice = self.guild.create_voice_channel("Evening circle")
        self.forum = self.guild.create_forum_channel("questions")
        self.member = self._join("ann")
        self.moderator = self._join("mo", discord.Permissions(manage_messages=True))
        self.manager = self._join("max", discord.Permissions(manage_messages=True, manage_guild=True))

    @classmethod
    async def open(cls, database: Path) -> Self:
        """Start the simulation, Signpost with a database file of its own, and the community."""
        await put_store(database)
        fetch = RecordingFetch()
        bot = _signpost(database, fetch)
        env = simcord.Env(bot, settle_timeout=SETTLE_SECONDS)
        await env.start()
        community = cls(env, database, bot, fetch)
        await env.settle()
        return community

    @property
    def bot(self) -> Signpost:
        """The running bot, for what people do in the same moment."""
        return self._bot

    async def close(self) -> None:
        """End the simulation. Raises what the bot raised, but for refusals, which are answers to people."""
        await self._bot.close()
        await self.env.shutdown()
        faults = [error for error in self.env.errors[self._forgiven :] if not isinstance(error, Refused)]
        if faults:
            raise BaseExceptionGroup("the bot raised", faults)

    def forgive(self) -> list[BaseException]:
        """Return what the bot raised until now, as a test expected it to; `close` passes over it."""
        errors = self.env.errors
        self._forgiven = len(errors)
        return errors

    # ---- what people do

    def members(self, number: int) -> list[simcord.MemberActor]:
        """Let further members join."""
        return [self._join(f"member-{each}") for each in range(number)]

    def nicknamed(self, nick: str) -> simcord.MemberActor:
        """Let somebody join who goes by this name in the server."""
        return self.guild.add_member(self.env.create_user("pat"), nick=nick)

    async def paste(
        self, channel: simcord.ChannelHandle, text: str, by: simcord.MemberActor | None = None
    ) -> discord.Message:
        """Post a text as the client would: above PASTE_LIMIT characters as message.txt."""
        by = by or self.member
        if len(text) <= PASTE_LIMIT:
            return await by.send(channel, text)
        return await by.send(channel, attachments=[("message.txt", text.encode())])

    async def post_file(
        self,
        channel: simcord.ChannelHandle,
        name: str,
        data: bytes,
        content_type: str | None = None,
    ) -> int:
        """Post a file with this content type, None for one that Discord was not told; return the post."""
        backend = self.env.backend
        (payload,) = backend.store_attachments(channel.id, [(name, data)])
        payload["content_type"] = content_type
        if content_type is None:
            del payload["content_type"]
        stored = backend.create_message(channel.id, self.member.id, attachments=[payload])
        await self.env.settle()
        return stored.id

    async def say_again(self, post: discord.Message) -> None:
        """Let Discord deliver a post a second time, as after a resumed session."""
        backend = self.env.backend
        backend.announce_message_create(backend.get_message(post.channel.id, post.id))
        await self.env.settle()

    async def all_at_once(self, channel: simcord.ChannelHandle, text: str, number: int) -> list[int]:
        """Let so many members post a text in the same instant; return the posts."""
        members = self.members(number)
        posts = [self.env.backend.create_message(channel.id, each.id, text).id for each in members]
        await self.env.settle()
        return posts

    async def command(
        self,
        by: simcord.MemberActor,
        name: str,
        /,
        at: simcord.ChannelHandle | None = None,
        **options: object,
    ) -> str:
        """Give `/signpost NAME` in a channel, general if none is named; return the private answer."""
        asked = await by.slash(at or self.general, f"signpost {name}", **options)
        return self.private_answer(asked)

    async def propose_scan(
        self, by: simcord.MemberActor | None = None, **options: object
    ) -> simcord.InteractionResult:
        """Ask for a scan of old posts, as the manager if nobody is named."""
        return await (by or self.manager).slash(self.general, "signpost scan", **options)

    async def answer_proposal(self, proposal: simcord.InteractionResult, label: str) -> str:
        """Press a button under a proposal, as the manager; return what stands there then."""
        assert proposal.response is not None, "no proposal"
        return self.private_answer(await self.manager.click(proposal.response, label=label))

    async def scan(self, **options: object) -> str:
        """Ask for a scan and start it, as the manager; return the private answer."""
        return await self.answer_proposal(await self.propose_scan(None, **options), "Start")

    async def press(self, by: simcord.MemberActor, entry: Entry, label: str) -> str:
        """Press a button of a mod-log entry; return the private answer."""
        return self.private_answer(await by.click(entry.message, label=label))

    async def neighbour(self) -> "Neighbour":
        """Let Signpost join another server, whose manager chooses its mod log."""
        guild = self.env.create_guild("Lighthouse")
        runs_it = discord.Permissions(manage_messages=True, manage_guild=True)
        manager = guild.add_member(
            self.env.create_user("lee"), roles=[guild.create_role("keepers", permissions=runs_it)]
        )
        member = guild.add_member(self.env.create_user("kim"))
        general, mod_log = guild.create_text_channel("general"), guild.create_text_channel("mod-log")
        await self.env.settle()
        await self.command(manager, "log", at=general, channel=mod_log)
        return Neighbour(general, mod_log, member, manager)

    @staticmethod
    def private_answer(result: simcord.InteractionResult) -> str:
        """Return the words of an answer; fails where there is none or others can see it."""
        assert result.response is not None, "no answer"
        assert result.response.ephemeral, "others can see the answer"
        return text_of(result.response)

    # ---- what Discord does

    async def refuse(self, channel: simcord.ChannelHandle, **denied: bool) -> None:
        """Take permissions from Signpost in a channel, as `send_messages=False`; with none, give all back."""
        allow, deny = discord.PermissionOverwrite(**denied).pair()
        bot = self.env.backend.bot_user.id
        overwrite = Overwrite(bot, OverwriteType.MEMBER, allow=allow.value, deny=deny.value)
        self.env.backend.set_overwrite(channel.id, overwrite)
        await self.env.settle()

    def break_sending(
        self, channel: simcord.ChannelHandle, status: int = 503, code: int = 0, message: str = "unavailable"
    ) -> None:
        """Let every message to a channel fail until `mend_sending`."""
        path = f"/channels/{channel.id}/messages"
        self.env.inject_error("POST", path, status=status, code=code, message=message, times=None)

    async def throw_out(self) -> None:
        """Let the server remove Signpost."""
        self.env.backend.remove_guild(self.guild.id)
        await self.env.settle()

    async def archive(self, thread: simcord.ChannelHandle) -> None:
        """Archive a thread, as Discord does after a while of silence."""
        now = self.env.backend.now_iso()
        changes = {"archived": True, "archive_timestamp": now}
        self.env.backend.edit_channel(thread.id, {}, thread_metadata=changes)
        await self.env.settle()

    def mend_sending(self) -> None:
        """Let messages and deletions through again."""
        self.env.backend.faults.clear()

    def write_unseen(
        self, channel: simcord.ChannelHandle, text: str, by: simcord.MemberActor | None = None
    ) -> int:
        """Put a post into a channel unseen by Signpost, as from before it came; return the post."""
        stored = self.env.backend.create_message(channel.id, (by or self.member).id, text, broadcast=False)
        return stored.id

    def delete_unseen(self, channel: simcord.ChannelHandle, message_id: int) -> None:
        """Delete a message while nobody listens."""
        del self.env.backend.messages[channel.id][message_id]

    def let_time_go_by_unseen(self, hours: float) -> None:
        """Let time pass while Signpost is down."""
        self.env.backend.advance_clock(hours * 3600)

    async def say_ready_again(self) -> None:
        """Let Discord say that the bot is ready, as it does after a lost session."""
        self.env.bot.dispatch("ready")
        await self.env.settle()

    async def delete_channel(self, channel: simcord.ChannelHandle) -> None:
        """Delete a channel with all that stands in it."""
        self.env.backend.delete_channel(channel.id)
        await self.env.settle()

    async def pass_time(self, minutes: float) -> None:
        """Let time pass, with what the bot does in it."""
        await self.env.advance_time(minutes * 60)

    async def restart(
        self, while_down: Callable[[sqlite3.Connection], None] | None = None, **settings: object
    ) -> None:
        """Stop Signpost and start it anew on the same database.

        while_down: what happens in between. settings: what the operator changed.
        """
        await self.env.settle()
        await self._bot.close()
        if while_down is not None:
            with closing(sqlite3.connect(self.database)) as connection, connection:
                while_down(connection)
        self._bot = _signpost(self.database, self.fetch, **settings)
        await self.env.restart_bot(self._bot)
        await self.env.settle()

    async def confirm_setup(self) -> None:
        """Let the set-up be confirmed: from then on, the usual threshold holds."""
        await self._bot.places.mark(self.guild.id, confirmed_at=self.env.now())

    async def choose_log(self) -> str:
        """Choose #mod-log as the mod log, as the manager; return the answer."""
        return await self.command(self.manager, "log", channel=self.mod_log)

    # ---- what can be seen

    def notes_in(self, channel: simcord.ChannelHandle) -> list[Note]:
        """Return the notes in a channel: everything that Signpost posted there."""
        return [note_of(message) for message in self._posted_by_signpost(channel)]

    def entries(self, mod_log: simcord.ChannelHandle | None = None) -> list[Entry]:
        """Return the entries of the mod log, or of a neighbour's, oldest first."""
        posted = self._posted_by_signpost(mod_log or self.mod_log)
        return [Entry(each, text_of(each)) for each in posted if each.flags.components_v2]

    def told(self) -> list[str]:
        """Return what else Signpost told the moderators in the mod log."""
        log_starts = texts_in("en")("settings-log-starts")
        posted = self._posted_by_signpost(self.mod_log)
        return [each.content for each in posted if each.content and each.content != log_starts]

    def reports(self, mod_log: simcord.ChannelHandle | None = None) -> list[Entry]:
        """Return the reports of scans in the mod log, oldest first."""
        posted = self._posted_by_signpost(mod_log or self.mod_log)
        return [Entry(each, each.content) for each in posted if "old posts" in each.content.casefold()]

    def pinged_by(self, message: discord.Message) -> list[int]:
        """Return who got a notification from a message, members and roles."""
        stored = self.env.backend.get_message(message.channel.id, message.id)
        return [*stored.ping_user_ids, *stored.ping_role_ids]

    def sent(self, channel: simcord.ChannelHandle) -> list[dict[str, Any]]:
        """Return the bodies of what Signpost asked Discord to post in a channel, refused ones too."""
        path = f"/channels/{channel.id}/messages"
        requests = self.env.http_requests
        return [each.json or {} for each in requests if each.method == "POST" and each.path == path]

    @contextmanager
    def statements(self) -> Generator[list[str]]:
        """Collect the statements that Signpost runs meanwhile."""
        run: list[str] = []

        def note(*arguments: object) -> None:
            run.append(str(arguments[2]))

        event.listen(Engine, "before_cursor_execute", note)
        yield run
        event.remove(Engine, "before_cursor_execute", note)

    def states(self) -> list[str]:
        """Return where the stored cases stand, oldest first."""
        with closing(sqlite3.connect(self.database)) as connection:
            return [state for (state,) in connection.execute("SELECT state FROM cases ORDER BY id")]

    def scan_states(self) -> list[str]:
        """Return where the stored scans stand, oldest first."""
        with closing(sqlite3.connect(self.database)) as connection:
            return [state for (state,) in connection.execute("SELECT state FROM scans ORDER BY id")]

    def asked_for(self, channel: simcord.ChannelHandle, message_id: int | None = None) -> bool:
        """Say whether Signpost ever asked Discord for a channel's posts, or for one of them."""
        path = f"/channels/{channel.id}/messages{f'/{message_id}' if message_id else ''}"
        return any(each.method == "GET" and each.path == path for each in self.env.http_requests)

    # ---- within

    def _join(self, name: str, permissions: discord.Permissions | None = None) -> simcord.MemberActor:
        roles = [self.guild.create_role(f"{name}s", permissions=permissions)] if permissions else []
        return self.guild.add_member(self.env.create_user(name), roles=roles)

    def _posted_by_signpost(self, channel: simcord.ChannelHandle) -> list[discord.Message]:
        bot = self.env.backend.bot_user.id
        return [message for message in channel.history() if message.author.id == bot]


def _signpost(database: Path, fetch: RecordingFetch, **settings: object) -> Signpost:
    chosen: dict[str, Any] = {
        "database_url": f"sqlite+aiosqlite:///{database}",
        "shard_count": 1,
        **settings,
    }
    bot = Signpost(SettingsOfTheTest(**chosen), fetch=fetch)
    bot.look_at_withdrawals.change_interval(minutes=LOOK_MINUTES)
    return bot
