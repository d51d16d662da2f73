"""Giving Discord the commands: once for each change of them, since syncing is rationed."""

import hashlib
import json
import logging
from typing import Any

from discord.ext import commands

from bot.faults import PASSING
from bot.store import Installation

_log = logging.getLogger(__name__)

_KEPT_AS = "commands"


class CommandSync:
    """Offers the commands, in all languages, when they differ from what Discord last got."""

    __slots__ = ("_bot", "_installation", "_offered")

    def __init__(self, bot: commands.AutoShardedBot, installation: Installation) -> None:
        self._bot = bot
        self._installation = installation
        self._offered = False

    async def offer(self) -> None:
        """Give Discord the commands once a run; tried again at the next occasion if it fails."""
        if self._offered:
            return
        try:
            await self._sync_changed()
        except PASSING as error:
            _log.warning("commands not given to Discord, to be tried again: %s", error)
        else:
            self._offered = True

    async def _sync_changed(self) -> None:
        payload = json.dumps(await self._payload(), sort_keys=True).encode()
        digest = hashlib.blake2b(payload, digest_size=16).hexdigest()
        given = f"{self._bot.application_id}:{digest}"
        if await self._installation.get(_KEPT_AS) == given:
            return
        await self._bot.tree.sync()
        await self._installation.set(_KEPT_AS, given)

    async def _payload(self) -> list[dict[str, Any]]:
        tree = self._bot.tree
        translator = tree.translator
        return [
            await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)
            for command in tree.get_commands()
        ]
