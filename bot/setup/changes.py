"""What the panel's controls change, and how that is said. The one place where the set-up is written."""

from collections.abc import Iterable
from datetime import datetime

import discord

from bot.note_wording.fitting import told_misfits
from bot.permissions import missing_here, permission_names
from bot.policy import Mode
from bot.server_settings.log_choice import LogTarget, choose_log
from bot.setup.controls import Press, Verb
from bot.setup.menus import AS_THE_SERVER
from bot.setup.server import ServerInSetup
from bot.store import ExemptKind, ListFullError
from bot.store.exemptions import MOST_EXEMPT
from bot.texts import listed, mode_name


class Changes:
    """Carries out what one manager chose. Choosing again what holds already changes nothing.

    A list changes only by what was put in or taken off, so that two managers do not undo each other.
    """

    def __init__(self, server: ServerInSetup, by: int, at: datetime) -> None:
        self._server = server
        self._by = by
        self._at = at

    async def make(self, press: Press) -> str:
        """Change what a control says; return what became of it, empty for one that only shows.

        Raises what Discord answers when it cannot be reached, and SQLAlchemyError.
        """
        match press.verb:
            case Verb.LOG:
                return await self._choose_log(int(press.first))
            case Verb.MODE:
                return await self._choose_mode(Mode(press.first))
            case Verb.EXEMPT_PLACES:
                return await self._exempt_places(press)
            case Verb.EXEMPT_ROLES:
                return await self._exempt_roles(press)
            case Verb.OWN_LIST:
                return await self._set_own_modes(press, Mode(press.about))
            case Verb.MODERATORS:
                return await self._choose_moderators(press)
            case Verb.LANGUAGE:
                return await self._choose_language(press.first)
            case Verb.COUNTRY:
                return await self._choose_country(press.first)
            case Verb.CONFIRM:
                return await self._confirm()
            case Verb.PART | Verb.NEXT | Verb.CHECK | Verb.OWN | Verb.SHOWN:
                return ""

    async def _choose_log(self, channel_id: int) -> str:
        texts, channel = self._server.texts, self._server.place(channel_id)
        if not isinstance(channel, LogTarget):
            return texts("setup-channel-gone")
        if self._server.chosen.mod_log == channel.id:
            return texts("setup-done-nothing")
        if missing := missing_here(channel):
            return texts("setup-log-lacks", channel=channel.mention, missing=permission_names(texts, missing))
        try:
            return await choose_log(self._server.bot, channel, self._by, self._at, texts)
        except (discord.Forbidden, discord.NotFound):
            return texts("setup-log-refused", channel=channel.mention)

    async def _choose_mode(self, mode: Mode) -> str:
        texts = self._server.texts
        if not await self._choose(mode=mode):
            return texts("setup-done-nothing")
        return texts("setup-done-mode", mode=mode_name(texts, mode), does=texts(f"mode-does-{mode.value}"))

    async def _exempt_places(self, press: Press) -> str:
        exempt, texts = self._server.here.exempt, self._server.texts
        there = [place for each in press.added if (place := self._server.place(each))]
        added = [
            (
                ExemptKind.CATEGORY if isinstance(each, discord.CategoryChannel) else ExemptKind.CHANNEL,
                each.id,
            )
            for each in there
        ]
        removed = [
            (ExemptKind.CATEGORY if each in exempt.categories else ExemptKind.CHANNEL, each)
            for each in press.removed
        ]
        gone = [texts("setup-channel-gone")] if len(there) < len(press.added) else []
        return self._said(*await self._exempt(added, removed, "<#{}>"), *gone)

    async def _exempt_roles(self, press: Press) -> str:
        everyone = self._server.guild.default_role.id
        added = [(ExemptKind.ROLE, each) for each in press.added if each != everyone]
        removed = [(ExemptKind.ROLE, each) for each in press.removed]
        never = [self._server.texts("exempt-everyone")] if everyone in press.added else []
        return self._said(*await self._exempt(added, removed, "<@&{}>"), *never)

    async def _exempt(
        self,
        added: Iterable[tuple[ExemptKind, int]],
        removed: Iterable[tuple[ExemptKind, int]],
        mention: str,
    ) -> list[str]:
        """Return what is to be said of it. mention: how one of them is written, with a gap for its id."""
        exemptions, guild_id, texts = self._server.bot.exemptions, self._server.guild.id, self._server.texts
        changed: dict[bool, list[str]] = {True: [], False: []}
        full: list[str] = []
        for exempt, each in (*((True, each) for each in added), *((False, each) for each in removed)):
            name = mention.format(each[1])
            try:
                if await exemptions.set(guild_id, *each, exempt=exempt, by=self._by, at=self._at):
                    changed[exempt].append(name)
            except ListFullError:
                full.append(name)
        lines = [
            texts("setup-done-exempt", what=listed(texts, changed[True])) if changed[True] else "",
            texts("setup-done-read", what=listed(texts, changed[False])) if changed[False] else "",
            texts("exempt-full", what=listed(texts, full), most=MOST_EXEMPT) if full else "",
        ]
        return [line for line in lines if line]

    async def _set_own_modes(self, press: Press, mode: Mode) -> str:
        """Give channels this mode; those taken off follow the server, unless they have another by now."""
        texts, places, guild_id = self._server.texts, self._server.bot.places, self._server.guild.id
        own = places.channel_modes(guild_id)
        there = [each for each in press.added if self._server.place(each)]
        given = [each for each in there if own.get(each) is not mode]
        taken = [each for each in press.removed if own.get(each) is mode]
        for each in given:
            await places.set_channel_mode(guild_id, each, mode, self._by, self._at)
        for each in taken:
            await places.set_channel_mode(guild_id, each, None, self._by, self._at)
        named = mode_name(texts, mode)
        return self._said(
            texts("setup-done-own", mode=named, channels=_channels(self._server, given)) if given else "",
            texts("setup-done-follow", channels=_channels(self._server, taken)) if taken else "",
            texts("setup-channel-gone") if len(there) < len(press.added) else "",
        )

    async def _choose_moderators(self, press: Press) -> str:
        texts, role = self._server.texts, int(press.first) if press.picked else None
        if role == self._server.guild.default_role.id:
            return texts("setup-everyone-moderates")
        if not await self._choose(moderator_role=role):
            return texts("setup-done-nothing")
        if role is None:
            return texts("setup-done-moderators-none")
        return texts("setup-done-moderators", role=f"<@&{role}>")

    async def _choose_language(self, language: str) -> str:
        if not await self._choose(language=None if language == AS_THE_SERVER else language):
            return self._server.texts("setup-done-nothing")
        server = self._server
        said = server.texts(
            "setup-done-language",
            language=server.language_name(server.chosen.language or server.own_language),
            log=server.language_name(server.bot.texts_of(server.guild.id).language),
        )
        return self._said(said, *self._misfits())

    async def _choose_country(self, country: str) -> str:
        if not await self._choose(country=country):
            return self._server.texts("setup-done-nothing")
        named = self._server.countries().get(country, country)
        return self._said(self._server.texts("setup-done-country", country=named), *self._misfits())

    def _misfits(self) -> list[str]:
        """Say what of the note's own wording no longer fits."""
        server = self._server
        return told_misfits(server.texts, server.chosen, server.bot.locale_of(server.guild.id))

    async def _confirm(self) -> str:
        texts, server = self._server.texts, self._server
        if not await server.bot.places.confirm(server.guild.id, self._by, self._at):
            return texts("setup-done-nothing")
        said = texts("setup-done-confirm", now=server.threshold)
        return said if server.chosen.mod_log else f"{said}\n{texts('setup-done-confirm-no-log')}"

    def _said(self, *lines: str) -> str:
        """Join what is to be said; where that is nothing, nothing changed."""
        return "\n".join(filter(None, lines)) or self._server.texts("setup-done-nothing")

    async def _choose(self, **changes: object) -> bool:
        """Change settings; say whether that changed anything."""
        before = self._server.chosen
        after = await self._server.bot.places.choose(self._server.guild.id, self._by, self._at, **changes)
        return after != before


def _channels(server: ServerInSetup, ids: list[int]) -> str:
    return listed(server.texts, [f"<#{each}>" for each in ids])
