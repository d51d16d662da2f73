"""What the parts of the test community share: the simulated Discord, its server and a member of it."""

from pathlib import Path
from typing import Any, cast

import discord
import simcord
from discord.http import Route
from simcord import interactions
from simcord.backend import Backend
from simcord.backend.models import Interaction
from simcord.backend.serializers import message_payload
from simcord.http import router
from simcord.http.client import FakeHTTPClient
from simcord.http.routes.messages import get_history

EVERYTHING = 1_000_000
"""More messages than any test writes."""


def _history(request: router.RequestContext) -> object:
    """Give the page that follows a message; the simulation would give the newest page of all that follow."""
    if "after" not in request.params:
        return get_history(request)
    limit = int(request.params.get("limit", 50))
    request.params["limit"] = EVERYTHING
    return get_history(request)[-limit:]


_OF_CHANNELS = ["channels", "{channel_id}", "messages"]
vars(router)["_ROUTES"]["GET"].insert(0, (_OF_CHANNELS, _history))  # the first that fits answers


_request_of_any = FakeHTTPClient.request


async def _request(client: FakeHTTPClient, route: Route, **of: object) -> object:
    """Let an answer that refuses a request tell which it was, as aiohttp's do and the simulation's do not."""
    try:
        return await _request_of_any(client, route, **cast("Any", of))
    except discord.HTTPException as error:
        vars(error.response).update(method=route.method, url=route.url)
        raise


FakeHTTPClient.request = cast("Any", _request)

_locales: dict[int, str] = {}
_payload_of_any = interactions.base_payload


def _payload(backend: Backend, *, user_id: int, **of: object) -> tuple[Interaction, dict[str, Any]]:
    """Say in which language a member has Discord, which the simulation leaves at English."""
    record, payload = _payload_of_any(backend, user_id=user_id, **cast("Any", of))
    payload["locale"] = _locales.get(user_id, payload["locale"])
    return record, payload


interactions.base_payload = _payload


def forget_languages() -> None:
    """Let everyone have Discord in English again."""
    _locales.clear()


class Simulated:
    """The simulation that a part of the community acts in. `Community` makes and keeps all of it."""

    env: simcord.Env
    database: Path
    guild: simcord.GuildHandle
    forum: simcord.ChannelHandle
    member: simcord.MemberActor

    @staticmethod
    def speaks(member: simcord.MemberActor, locale: str) -> simcord.MemberActor:
        """Let a member have Discord in a language, as "es-ES"; return them."""
        _locales[member.id] = locale
        return member

    def event_of(self, channel_id: int, message_id: int) -> dict[str, object]:
        """Return a stored message as Discord would send it in an event."""
        from_store = self.env.backend.get_message(channel_id, message_id)
        return dict(message_payload(self.env.backend, from_store))

    async def tell_update(self, channel_id: int, message_id: int) -> None:
        """Tell Signpost of a message as it is stored now, with the whole of it, as Discord does today."""
        self.env.backend.emit("MESSAGE_UPDATE", self.event_of(channel_id, message_id))
        await self.env.settle()
