"""One act of the audit in words, without a ping."""

import discord

from bot.policy import Mode
from bot.server_settings.kinds import Around
from bot.server_settings.listed import BY_NAME
from bot.store import Act, Deed, ExemptKind
from bot.store.scans import ScanState
from bot.texts import Texts, mode_name

LONGEST_VALUE = 40
"""Characters of a value that a line shows. A line has two, and ten lines stay below a message's 2 000."""

_MENTIONS = {
    ExemptKind.ROLE.value: "<@&{}>",
    ExemptKind.CHANNEL.value: "<#{}>",
    ExemptKind.CATEGORY.value: "<#{}>",
}


def act_line(act: Act, texts: Texts, around: Around) -> str:
    """Write who did what, when."""
    who = texts("signpost-itself") if act.by is None else f"<@{act.by}>"
    return texts(
        "audit-line", who=who, what=_what(act, texts, around), when=discord.utils.format_dt(act.at, "R")
    )


def deed_name(texts: Texts, deed: Deed) -> str:
    """Name a kind of act."""
    return texts(f"audit-deed-{deed.name.lower().replace('_', '-')}")


def _what(act: Act, texts: Texts, around: Around) -> str:
    match act.deed:
        case Deed.SETUP:
            return texts("audit-set-up")
        case Deed.SETTING:
            return _setting(act, texts, around)
        case Deed.CHANNEL_MODE:
            before, after = _mode(act.before, texts), _mode(act.after, texts)
            return texts("audit-mode", channel=f"<#{act.subject}>", before=before, after=after)
        case Deed.EXEMPTION:
            what = _exempted(act.subject, texts)
            return texts("audit-exempted" if act.after else "audit-no-longer-exempt", what=what)
        case Deed.WEBHOOK:
            return texts("audit-webhook" if act.after else "audit-webhook-unread", webhook=f"`{act.subject}`")
        case Deed.RULING:
            return texts(
                "audit-dismissed" if act.after == "dismissed" else "audit-confirmed", case=act.subject
            )
        case Deed.RELEASE | Deed.WITHDRAWAL | Deed.DELETION | Deed.NOTE:
            return texts(f"audit-case-{act.deed.value}", case=act.subject)
        case Deed.SCAN:
            return texts("audit-scan-cancelled" if act.after == ScanState.CANCELLED else "audit-scan")
        case Deed.EXPORT | Deed.IMPORT:
            return texts("audit-exported" if act.deed is Deed.EXPORT else "audit-imported")


def _setting(act: Act, texts: Texts, around: Around) -> str:
    """Write a changed setting; one that this version does not know stands by its stored name."""
    setting = BY_NAME.get(act.subject)
    if setting is None:
        return texts(
            "audit-setting", setting=act.subject, before=_cut(str(act.before)), after=_cut(str(act.after))
        )
    return texts(
        "audit-setting",
        setting=setting.label(texts),
        before=_cut(setting.show(act.before, texts, around)),
        after=_cut(setting.show(act.after, texts, around)),
    )


def _mode(stored: object, texts: Texts) -> str:
    return texts("audit-follows") if stored is None else mode_name(texts, Mode(str(stored)))


def _exempted(subject: str, texts: Texts) -> str:
    kind, _, exempt_id = subject.partition(":")
    return _MENTIONS[kind].format(exempt_id) if kind in _MENTIONS else texts("audit-a-member")


def _cut(said: str) -> str:
    return said if len(said) <= LONGEST_VALUE else f"{said[:LONGEST_VALUE]}…"
