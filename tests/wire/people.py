"""What people do on the loopback: post, edit, delete, press, and give commands."""

from dataclasses import dataclass

from .cdn import Cdn, Served
from .gateway import Gateway
from .interactions import Asked, Interaction, Interactions
from .refusals import components_of
from .rest import Rest
from .state import NOTHING, POSTS_ONLY, Channel, Json, Kind, May, Member, World

PASTE = 2000
"""Characters above which Discord's client turns a paste into a file."""
USER_OPTION, CHANNEL_OPTION, FILE_OPTION = 6, 7, 11
SLASH, MESSAGE_MENU = 1, 3
HAS_SNAPSHOT = 1 << 14
SNAPSHOT = (
    *("type", "content", "embeds", "attachments", "timestamp", "edited_timestamp", "flags"),
    *("mentions", "mention_roles", "components"),
)
"""What of a forwarded message Discord shows in its snapshot: nothing of its author."""


@dataclass(frozen=True)
class Attached:
    """A file that came with a command. payload: Discord's attachment object."""

    payload: Json


class People:
    """The members' side of the loopback: each act changes the world and tells the bot's sessions."""

    def __init__(
        self, world: World, gateway: Gateway, rest: Rest, cdn: Cdn, interactions: Interactions
    ) -> None:
        self._world = world
        self._gateway = gateway
        self._rest = rest
        self._cdn = cdn
        self._interactions = interactions

    async def post(self, channel: Channel, author: Member, content: str = "", **more: object) -> Json:
        """Post a message. more: further fields of Discord's message object, `attachments` for one."""
        message = self._world.message(channel, author, content, **more)
        await self._rest.reopen(channel)
        await self._tell("MESSAGE_CREATE", channel, message)
        return message

    async def paste(self, channel: Channel, author: Member, text: str) -> Json:
        """Post a text as the client would: above 2000 characters as message.txt, without a content type."""
        if len(text) <= PASTE:
            return await self.post(channel, author, text)
        return await self.attach(channel, author, Served(text.encode()))

    async def attach(
        self, channel: Channel, author: Member, *files: Served, name: str = "message.txt", content: str = ""
    ) -> Json:
        """Post a message with files of one name."""
        attachments = [self._cdn.attach(channel.id, name, served) for served in files]
        return await self.post(channel, author, content, attachments=attachments)

    async def edit(self, channel: Channel, message: Json, content: str) -> None:
        """Change a message's text."""
        message |= {"content": content, "edited_timestamp": self._world.clock.stamp()}
        await self._tell("MESSAGE_UPDATE", channel, message)

    async def delete(self, channel: Channel, message: Json) -> None:
        """Delete a message."""
        await self._rest.remove(channel, message)

    async def clear(self, channel: Channel, *messages: Json) -> None:
        """Delete messages together."""
        await self._rest.remove(channel, *messages, bulk=True)

    async def close(self, channel: Channel) -> None:
        """Delete a channel or thread with all that stands in it."""
        self._world.remove(channel)
        event = "CHANNEL_DELETE" if channel.parent is None else "THREAD_DELETE"
        await self._gateway.dispatch(event, channel.payload(), guild=channel.guild.id)

    async def forward(self, channel: Channel, author: Member, origin: Json) -> Json:
        """Forward a message of any channel: a snapshot of it, under no words of one's own."""
        snapshot = {name: origin[name] for name in SNAPSHOT}
        reference = {"type": 1, "channel_id": origin["channel_id"], "message_id": origin["id"]}
        return await self.post(
            channel,
            author,
            flags=HAS_SNAPSHOT,
            message_reference=reference,
            message_snapshots=[{"message": snapshot}],
        )

    async def poll(self, channel: Channel, author: Member, question: str, *answers: str) -> Json:
        """Open a poll."""
        offered = [
            {"answer_id": number, "poll_media": {"text": text}}
            for number, text in enumerate(answers, start=1)
        ]
        poll: Json = {
            "question": {"text": question},
            "answers": offered,
            "expiry": self._world.clock.stamp(),
            "allow_multiselect": False,
            "layout_type": 1,
            "results": {"is_finalized": False, "answer_counts": []},
        }
        return await self.post(channel, author, poll=poll)

    async def preview(self, channel: Channel, message: Json, *embeds: Json, partial: bool = False) -> None:
        """Let Discord add a link's preview, which is no edit of the writer's.

        partial: told by the message's id and embeds alone, as Discord did for years, not by the whole of it.
        """
        message["embeds"] = list(embeds)
        if not partial:
            await self._tell("MESSAGE_UPDATE", channel, message)
            return
        part = {name: message[name] for name in ("id", "channel_id", "embeds")}
        part["guild_id"] = str(channel.guild.id)
        await self._gateway.dispatch("MESSAGE_UPDATE", part, guild=channel.guild.id)

    async def webhook(
        self, channel: Channel, name: str, content: str, application: int | None = None, **more: object
    ) -> Json:
        """Post through a webhook of its own. application: whose it is, if another bot's."""
        author = Member(self._world.snowflake(), 0, name, NOTHING, bot=True)
        if application is not None:
            more["application_id"] = str(application)
        return await self.post(channel, author, content, webhook_id=str(author.id), **more)

    async def thread(
        self,
        parent: Channel,
        author: Member,
        name: str,
        content: str = "",
        *,
        invited: set[int] | None = None,
        tags: dict[int, str] | None = None,
    ) -> Channel:
        """Open a thread; in a forum or media channel its opening message has the thread's own id.

        invited: makes it a private one, with these people beside its author. tags: those it has.
        """
        kind = Kind.THREAD if invited is None else Kind.PRIVATE_THREAD
        thread = self._world.channel(parent.guild, name, kind, parent)
        thread.invited, thread.tags = {author.id, *(invited or ())}, tags or {}
        if thread.seen:
            created = {**thread.payload(), "newly_created": True}
            await self._gateway.dispatch("THREAD_CREATE", created, guild=parent.guild.id)
        if content:
            more = {"id": str(thread.id)} if parent.kind in POSTS_ONLY else {}
            await self.post(thread, author, content, **more)
        return thread

    async def shut(self, thread: Channel, *, locked: bool = False, archived: bool = True) -> None:
        """Archive a thread, lock it, or both."""
        thread.locked = locked
        thread.archived_at = self._world.clock.stamp() if archived else None
        await self._gateway.dispatch("THREAD_UPDATE", thread.payload(), guild=thread.guild.id)

    async def press(
        self, channel: Channel, member: Member, message: Json, custom_id: str, values: list[str] | None = None
    ) -> Interaction:
        """Press a button or choose from a select. Raises LookupError if the message has no such one.

        custom_id: the whole, or for a sealed one what stands before the seal.
        """
        sealed = f"{custom_id}:"
        shown = [one for one in components_of(message["components"]) if one.get("custom_id")]
        found = [one for one in shown if one["custom_id"] == custom_id or one["custom_id"].startswith(sealed)]
        if not found or found[0].get("disabled"):
            raise LookupError(f"nothing to press: {custom_id}")
        data: Json = {"custom_id": found[0]["custom_id"], "component_type": found[0]["type"]}
        if values is not None:
            data["values"] = values
        return await self._interactions.make(Asked.COMPONENT, channel, member, data, message)

    async def submit(self, shown: Interaction, **values: str) -> Interaction:
        """Fill in and send the modal that an interaction showed. values: by the inputs' custom ids."""
        if shown.modal is None:
            raise LookupError("no modal was shown")
        rows: list[Json] = []
        for one in components_of(shown.modal["components"]):
            if one.get("custom_id") is not None:
                filled = {
                    "type": one["type"],
                    "custom_id": one["custom_id"],
                    "value": values[one["custom_id"]],
                }
                rows.append({"type": 1, "components": [filled]})
        data: Json = {"custom_id": shown.modal["custom_id"], "components": rows}
        return await self._interactions.make(Asked.MODAL, shown.channel, shown.member, data, shown.message)

    async def command(self, channel: Channel, member: Member, words: str, /, **values: object) -> Interaction:
        """Give a slash command, "signpost mode" for one, as the bot registered it.

        values: a channel, a member or a Served file where the option takes one. Raises LookupError for a
        command Discord would not offer: unknown, or hidden from this member.
        """
        first, *rest = words.split()
        command = self._offered(SLASH, first, channel, member)
        options: list[Json] = command.get("options") or []
        path: list[Json] = []
        for word in rest:
            step = next((one for one in options if one["name"] == word), None)
            if step is None:
                raise LookupError(f"no such command: {words}")
            path.append(step)
            options = step.get("options") or []
        kinds: dict[str, int] = {one["name"]: one["type"] for one in options}
        values = {name: self._uploaded(channel, value) for name, value in values.items()}
        given: list[Json] = [
            {"name": name, "type": kinds[name], "value": _option_value(value)}
            for name, value in values.items()
        ]
        for step in reversed(path):
            given = [{"name": step["name"], "type": step["type"], "options": given}]
        data: Json = {"id": command["id"], "name": first, "type": 1, "options": given}
        data["resolved"] = self._resolved(kinds, values)
        return await self._interactions.make(Asked.COMMAND, channel, member, data)

    async def choose(self, channel: Channel, member: Member, name: str, message: Json) -> Interaction:
        """Choose a command from the menu of a message. Raises LookupError as `command` does."""
        command = self._offered(MESSAGE_MENU, name, channel, member)
        data: Json = {
            "id": command["id"],
            "name": name,
            "type": MESSAGE_MENU,
            "target_id": message["id"],
            "resolved": {"messages": {message["id"]: message}},
        }
        return await self._interactions.make(Asked.COMMAND, channel, member, data)

    def _uploaded(self, channel: Channel, value: object) -> object:
        if not isinstance(value, Served):
            return value
        return Attached(self._cdn.attach(channel.id, "upload.json", value))

    def _offered(self, kind: int, name: str, channel: Channel, member: Member) -> Json:
        offered = {(one["type"], one["name"]): one for one in self._rest.commands}
        command = offered.get((kind, name))
        if command is None:
            raise LookupError(f"no such command: {name}")
        needed = May(int(command.get("default_member_permissions") or 0))
        if needed & ~channel.granted(member):
            raise LookupError(f"hidden from {member.name}: {name}")
        return command

    def _resolved(self, kinds: dict[str, int], values: dict[str, object]) -> Json:
        resolved: Json = {"channels": {}, "users": {}, "members": {}, "attachments": {}}
        for name, value in values.items():
            if kinds[name] == CHANNEL_OPTION and isinstance(value, Channel):
                resolved["channels"][str(value.id)] = {**value.payload(), "permissions": str(int(~May(0)))}
            elif kinds[name] == USER_OPTION and isinstance(value, Member):
                resolved["users"][str(value.id)] = value.user()
                resolved["members"][str(value.id)] = {**value.payload(), "permissions": str(int(value.may))}
            elif kinds[name] == FILE_OPTION and isinstance(value, Attached):
                resolved["attachments"][value.payload["id"]] = value.payload
        return resolved

    async def _tell(self, event: str, channel: Channel, message: Json) -> None:
        if not channel.seen:
            return
        await self._gateway.dispatch(event, self._world.event(channel, message), guild=channel.guild.id)


def _option_value(value: object) -> object:
    if isinstance(value, Attached):
        return value.payload["id"]
    return str(value.id) if isinstance(value, Channel | Member) else value
