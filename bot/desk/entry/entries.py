"""Builds entries in each server's language, with their buttons."""

from collections.abc import Callable

import discord
from discord import ui

from bot.desk.buttons import case_buttons
from bot.desk.entry.changing import Standing, put_lines, remains, shown_state
from bot.desk.entry.layout import GONE, HEADLINE_ID, Container, framed
from bot.desk.entry.opening import headline, opening
from bot.desk.entry.subject import Subject
from bot.seal import Seal
from bot.texts import Texts


class Entries:
    """Makes the views that the mod log shows."""

    __slots__ = ("_seal", "_texts_of")

    def __init__(self, seal: Seal, texts_of: Callable[[int], Texts]) -> None:
        """texts_of: what is said in a server's log, by its id."""
        self._seal = seal
        self._texts_of = texts_of

    def opened(self, subject: Subject) -> ui.LayoutView:
        """Build the entry of a case that is new, or says something new."""
        texts = self._texts_of(subject.guild_id)
        said = headline(texts, subject.state, subject.verdict.topic, subject.case_id)
        container: Container = ui.Container(ui.TextDisplay(said, id=HEADLINE_ID))
        for block in opening(texts, subject):
            container.add_item(ui.TextDisplay(block))
        for row in case_buttons(texts, self._seal, subject.guild_id, subject.case_id, subject.state):
            container.add_item(row)
        return framed(container)

    def struck(self, now: Standing) -> ui.LayoutView:
        """Build the entry of a case whose post no longer says what it said: no quotes, no writer."""
        texts = self._texts_of(now.case.guild_id)
        said = headline(texts, shown_state(now), now.case.topic, now.case.id)
        container: Container = ui.Container(ui.TextDisplay(said, id=HEADLINE_ID))
        container.add_item(ui.TextDisplay(remains(texts, now)))
        self._bring_up_to_date(texts, container, now)
        return framed(container)

    def refreshed(self, shown: discord.Message, now: Standing) -> ui.LayoutView:
        """Rebuild an entry that stands in the log with what holds of its case now; its quotes stay."""
        texts = self._texts_of(now.case.guild_id)
        view = ui.LayoutView.from_message(shown, timeout=None)
        for container in [item for item in view.children if isinstance(item, ui.Container)]:
            self._bring_up_to_date(texts, container, now)
        return view

    def expired(self, guild_id: int) -> ui.LayoutView:
        """Build what is left of the entry of a case that has expired."""
        return framed(ui.Container(ui.TextDisplay(self._texts_of(guild_id)("entry-expired"))))

    def _bring_up_to_date(self, texts: Texts, container: Container, now: Standing) -> None:
        """Write the lines that change with time, and below them the buttons that there is still a use for."""
        # Buttons read from a message are plain ones, which discord.py would keep in memory for each entry.
        for row in [item for item in container.children if isinstance(item, ui.ActionRow)]:
            container.remove_item(row)
        case = now.case
        put_lines(texts, container, now, state=shown_state(now))
        if case.state in GONE:
            return
        for row in case_buttons(texts, self._seal, case.guild_id, case.id, case.state, case.ruling):
            container.add_item(row)
