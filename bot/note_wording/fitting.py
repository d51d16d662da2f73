"""Whether a server's own line and resources still fit once its country or language is another."""

from collections.abc import Sequence

from bot.knowledge import standard
from bot.note.lint import Finding
from bot.note_wording.draft import Draft, Setting
from bot.note_wording.panel import said_of
from bot.server_settings import ServerSettings
from bot.texts import Texts

DECIDES_ON_WORDING = frozenset({"country", "language"})
"""Settings with which a wording that was fine may no longer be."""

MOST_FINDINGS = 3
"""Faults that are named: a message holds 2 000 characters, and each may quote a whole line."""


def misfits(chosen: ServerSettings, locale: str) -> tuple[Finding, ...]:
    """Find what is wrong with the wording that a server has saved. locale: for where it chose no language."""
    return Setting.of(standard(), chosen, locale).findings(Draft.of(chosen))


def told_misfits(texts: Texts, chosen: ServerSettings, locale: str) -> list[str]:
    """Say what no longer fits, and what notes show until a manager has looked; nothing where all fits."""
    found = misfits(chosen, locale)
    if not found:
        return []
    draft = Draft.of(chosen)
    shown = Setting.of(standard(), chosen, locale).note(draft).resource_ids
    honoured = draft.resources is None or set(draft.resources) == set(shown)
    return [
        texts("wording-misfit"),
        *findings_said(texts, found),
        texts("wording-misfit-line") if honoured else texts("wording-misfit-resources"),
    ]


def findings_said(texts: Texts, found: Sequence[Finding]) -> list[str]:
    """Say the first few faults, a line each."""
    return [f"- {said_of(texts, each)}" for each in found[:MOST_FINDINGS]]
