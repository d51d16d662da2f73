"""Interactions on the loopback: commands, presses and modals, and what the bot may answer to them, once."""

from dataclasses import dataclass, field
from enum import IntEnum
from uuid import uuid4

from aiohttp import web

from .bodies import Files, answer, read
from .command_refusals import check_choices
from .gateway import Gateway
from .refusals import EPHEMERAL, RefusalError, check_message, check_modal, invalid
from .rest import BASE, Rest
from .state import Channel, Json, Member, World

ANSWER_WITHIN = 3.0
"""Seconds in which Discord wants the first answer."""
TOKEN_LIVES = 900.0
"""Seconds in which an interaction's token may be used."""
LOADING = 1 << 7


class Asked(IntEnum):
    """What a person did, numbered by Discord."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Answered(IntEnum):
    """How the bot answered first, numbered by Discord."""

    MESSAGE = 4
    DEFERRED = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


@dataclass
class Interaction:
    """One interaction and all that the bot answered.

    answered: None until the first answer.
    shown: messages the user got, the first answer's first; a private one stands nowhere else.
    modal: the form shown, if the answer was one.
    """

    id: int
    token: str
    kind: Asked
    channel: Channel
    member: Member
    made: float
    message: Json | None = None
    answered: Answered | None = None
    original: Json | None = None
    modal: Json | None = None
    choices: list[Json] = field(default_factory=list[Json])
    shown: list[Json] = field(default_factory=list[Json])


class Interactions:
    """Sends interactions to the bot and takes its answers, by the rules of Discord's interaction life."""

    def __init__(self, world: World, gateway: Gateway, rest: Rest) -> None:
        self._world = world
        self._gateway = gateway
        self._rest = rest
        self._open: dict[str, Interaction] = {}

    def routes(self) -> list[web.RouteDef]:
        hook = BASE + "/webhooks/{application:\\d+}/{token}"
        return [
            web.post(BASE + "/interactions/{interaction:\\d+}/{token}/callback", self.callback),
            web.post(hook, self.follow_up),
            web.get(hook + "/messages/{message}", self.fetch),
            web.patch(hook + "/messages/{message}", self.edit),
            web.delete(hook + "/messages/{message}", self.delete),
        ]

    async def make(
        self, kind: Asked, channel: Channel, member: Member, data: Json, message: Json | None = None
    ) -> Interaction:
        """Start an interaction and tell the bot. data: as Discord's object has it for this kind."""
        now = self._world.clock.now()
        made = Interaction(self._world.snowflake(), uuid4().hex, kind, channel, member, now, message)
        self._open[made.token] = made
        guild = channel.guild
        payload: Json = {
            "id": str(made.id),
            "application_id": str(self._world.application),
            "type": kind,
            "token": made.token,
            "version": 1,
            "data": data,
            "guild_id": str(guild.id),
            "guild": {"id": str(guild.id), "locale": "en-US", "features": []},
            "channel_id": str(channel.id),
            "channel": {**channel.payload(), "permissions": str(int(channel.granted(member)))},
            "member": {
                **member.payload(),
                "user": member.user(),
                "permissions": str(int(channel.granted(member))),
            },
            "app_permissions": str(int(channel.granted(guild.me))),
            "locale": member.locale,
            "guild_locale": "en-US",
            "entitlements": [],
            "authorizing_integration_owners": {"0": str(guild.id)},
            "context": 0,
            "attachment_size_limit": 10_485_760,
            **({"message": message} if message is not None else {}),
        }
        await self._gateway.dispatch("INTERACTION_CREATE", payload, guild=guild.id)
        return made

    async def callback(self, request: web.Request) -> web.Response:
        made = self._open.get(request.match_info["token"])
        if made is None or str(made.id) != request.match_info["interaction"]:
            raise RefusalError(404, 10062, "Unknown interaction")
        if made.answered is not None:
            raise RefusalError(400, 40060, "Interaction has already been acknowledged.")
        if self._world.clock.now() - made.made > ANSWER_WITHIN:
            raise RefusalError(404, 10062, "Unknown interaction")
        payload, files = await read(request)
        kind = payload["type"]
        if kind not in set(Answered):
            raise invalid("type", "BASE_TYPE_CHOICES", "This is no answer to an interaction.")
        if (kind == Answered.CHOICES) is not (made.kind is Asked.AUTOCOMPLETE):
            raise invalid("type", "BASE_TYPE_CHOICES", "Choices answer what is typed, and nothing else.")
        await self._answer(made, Answered(kind), payload.get("data") or {}, files)
        made.answered = Answered(kind)
        if request.query.get("with_response") not in {"1", "true"}:
            return web.Response(status=204)
        return answer(self._receipt(made))

    async def _answer(self, made: Interaction, kind: Answered, data: Json, files: Files) -> None:
        match kind:
            case Answered.MESSAGE:
                check_message(data, files=len(files))
                made.original = await self._say(made, data, files)
            case Answered.DEFERRED:
                made.original = await self._say(made, {"flags": (data.get("flags") or 0) & EPHEMERAL}, [])
                made.original["flags"] |= LOADING
            case Answered.UPDATE | Answered.DEFERRED_UPDATE:
                if made.message is None:
                    raise invalid("type", "BASE_TYPE_CHOICES", "There is no message to update.")
                if kind is Answered.UPDATE:
                    self._rest.rewrite(made.channel, made.message, data, files)
                made.original = made.message
            case Answered.CHOICES:
                check_choices("data.choices", data["choices"])
                made.choices = data["choices"]
            case Answered.MODAL:
                if made.kind is Asked.MODAL:
                    raise invalid("type", "BASE_TYPE_CHOICES", "A form cannot be answered with a form.")
                check_modal(data)
                made.modal = data

    async def _say(self, made: Interaction, data: Json, files: Files, **more: object) -> Json:
        whose = {"id": str(made.id), "type": made.kind, "user": made.member.user()}
        message = self._rest.write(
            made.channel,
            data,
            files,
            application_id=str(self._world.application),
            webhook_id=str(self._world.application),
            interaction_metadata={**whose, "authorizing_integration_owners": {}},
            **more,
        )
        made.shown.append(message)
        if message["flags"] & EPHEMERAL:
            del made.channel.messages[int(message["id"])]
        else:
            event = self._world.event(made.channel, message)
            await self._gateway.dispatch("MESSAGE_CREATE", event, guild=made.channel.guild.id)
        return message

    def _receipt(self, made: Interaction) -> Json:
        showing = {Answered.MESSAGE, Answered.DEFERRED, Answered.UPDATE}
        shown = made.original if made.answered in showing else None
        receipt: Json = {"interaction": {"id": str(made.id), "type": made.kind}}
        if shown is not None:
            receipt["interaction"] |= {
                "response_message_id": shown["id"],
                "response_message_loading": bool(shown["flags"] & LOADING),
                "response_message_ephemeral": bool(shown["flags"] & EPHEMERAL),
            }
            receipt["resource"] = {"type": made.answered, "message": shown}
        return receipt

    def _live(self, request: web.Request) -> Interaction:
        """Find a token's interaction. Raises RefusalError when it is unknown, unanswered or too old."""
        made = self._open.get(request.match_info["token"])
        if made is None or request.match_info["application"] != str(self._world.application):
            raise RefusalError(404, 10015, "Unknown Webhook")
        if self._world.clock.now() - made.made > TOKEN_LIVES:
            raise RefusalError(401, 50027, "Invalid Webhook Token")
        if made.answered is None:
            raise RefusalError(404, 10015, "Unknown Webhook")
        return made

    def _shown(self, made: Interaction, request: web.Request) -> Json:
        wanted = request.match_info["message"]
        if wanted == "@original":
            found = made.original
        else:
            found = next((one for one in made.shown if one["id"] == wanted), None)
        if found is None:
            raise RefusalError(404, 10008, "Unknown Message")
        return found

    async def follow_up(self, request: web.Request) -> web.Response:
        """Send a further message; the first one after a deferral takes the place of "thinking…"."""
        made = self._live(request)
        payload, files = await read(request)
        check_message(payload, files=len(files))
        if made.original is not None and made.original["flags"] & LOADING:
            message = self._fill(made, made.original, payload, files)
        else:
            message = await self._say(made, payload, files)
        return answer(message) if request.query.get("wait") == "true" else web.Response(status=204)

    async def fetch(self, request: web.Request) -> web.Response:
        return answer(self._shown(self._live(request), request))

    async def edit(self, request: web.Request) -> web.Response:
        made = self._live(request)
        message = self._shown(made, request)
        payload, files = await read(request)
        message = self._fill(made, message, payload, files)
        if not message["flags"] & EPHEMERAL:
            event = self._world.event(made.channel, message)
            await self._gateway.dispatch("MESSAGE_UPDATE", event, guild=made.channel.guild.id)
        return answer(message)

    def _fill(self, made: Interaction, message: Json, payload: Json, files: Files) -> Json:
        self._rest.rewrite(made.channel, message, payload, files)
        message["flags"] &= ~LOADING
        return message

    async def delete(self, request: web.Request) -> web.Response:
        made = self._live(request)
        message = self._shown(made, request)
        made.shown = [one for one in made.shown if one is not message]
        if made.original is message:
            made.original = None
        if int(message["id"]) in made.channel.messages:
            await self._rest.remove(made.channel, message)
        return web.Response(status=204)
