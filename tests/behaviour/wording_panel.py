"""The panel of `/signpost wording` as its manager works it."""

import copy
from typing import Any

import simcord
from simcord.backend.models import Message

from .community import Community
from .shown import buttons_of, menus_of


class Panel:
    """The wording panel as its manager sees and uses it."""

    def __init__(self, community: Community, manager: simcord.MemberActor) -> None:
        self._community = community
        self._manager = manager
        self._standing: simcord.ResponseMessage | None = None

    async def open(self) -> str:
        """Ask for the panel; return what stands in it."""
        return self._read(await self._manager.slash(self._community.general, "signpost wording"))

    async def press(self, label: str) -> str:
        """Press a button of the panel; return what stands in it then."""
        return self._read(await self._manager.click(self._message, label=label))

    async def refused(self, label: str) -> str:
        """Press a button of the panel; return the private answer beside it."""
        result = await self._manager.click(self._message, label=label)
        return self._community.private_answer(result)

    async def form(self, label: str) -> simcord.InteractionResult:
        """Open the form with the line."""
        return await self._manager.click(self._message, label=label)

    async def send(self, form: simcord.InteractionResult, line: str) -> str:
        """Send the form; return what stands in the panel then."""
        return self._read(await self._manager.submit_modal(form, {"line": line}))

    async def write(self, line: str, label: str = "Change the line") -> str:
        """Type a line; return what stands in the panel then."""
        return await self.send(await self.form(label), line)

    async def choose(self, *resource_ids: str) -> str:
        """Choose resources in the menu; return what stands in the panel then."""
        return self._read(await self._manager.select(self._message, resource_ids))

    def keep(self) -> list[dict[str, Any]]:
        """Return what the panel is made of now."""
        return copy.deepcopy(self._stored.components)

    def put_back(self, components: list[dict[str, Any]]) -> None:
        """Let the panel stand as it did, as a client still shows it at a second press."""
        self._stored.components = components

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons."""
        return buttons_of(self._message.message)

    @property
    def menu(self) -> dict[str, Any]:
        """The menu with the directory."""
        (menu,) = menus_of(self._message.message)
        return menu

    @property
    def _message(self) -> simcord.ResponseMessage:
        assert self._standing is not None, "the panel is not open"
        return self._standing

    @property
    def _stored(self) -> Message:
        return self._community.env.backend.get_message(self._message.channel_id, self._message.id)

    def _read(self, result: simcord.InteractionResult) -> str:
        text = self._community.private_answer(result)
        self._standing = result.response
        return text
