"""What is wrong with a server's own line and choice of resources. Pure: what is found is data, not words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from urllib.parse import urlsplit

from bot.knowledge import Knowledge
from bot.knowledge.avoided import Fault
from bot.knowledge.denied import denied_in, denied_there
from bot.knowledge.topics import built_in
from bot.note.choice import is_help
from bot.note.composing import excess
from bot.note.neutrality import Found, amounts_in, avoided_in, brands_in, doses_in
from bot.note.plainness import is_hard, words_of
from bot.recognition.fold import plain_characters
from bot.server_settings.model import LONGEST_LINE, MOST_RESOURCES


class Kind(StrEnum):
    """What can be wrong. Each has a sentence in the catalogue."""

    STIGMA = "stigma"
    ACCUSATION = "accusation"
    ALARM = "alarm"
    ADVICE = "advice"
    AMOUNT = "amount"
    BRAND = "brand"
    DENIED = "denied"
    LINK = "link"
    MENTION = "mention"
    FORMATTING = "formatting"
    HARD = "hard"
    LONG_LINE = "long-line"
    LONG_NOTE = "long-note"
    LACKING = "lacking"
    NO_HELP = "no-help"
    NOT_OFFERED = "not-offered"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. found: the words, or names, it is about. better: what to write or add instead.

    over: characters, or resources, above the limit.
    """

    kind: Kind
    found: str = ""
    better: str = ""
    over: int = 0


def tidy(typed: str) -> str:
    """Bring a typed line into one line without what nobody sees; empty where nothing is left."""
    composed = unicodedata.normalize("NFC", typed)
    seen = (sign for sign in composed if sign.isspace() or unicodedata.category(sign) not in _UNSEEN)
    return " ".join("".join(seen).split())


def lint(
    knowledge: Knowledge,
    language: str,
    country: str,
    own_line: str | None = None,
    resource_ids: Sequence[str] | None = None,
) -> tuple[Finding, ...]:
    """Find what keeps a line, and a choice of resources, out of a server's notes. Nothing is fine.

    own_line: tidied; None for none. resource_ids: None for the standard. language: the notes', as "es".
    """
    found = [*_in_line(own_line or "", language, country, knowledge)]
    if resource_ids is not None:
        found += _in_choice(resource_ids, country, language, knowledge)
    if found:
        return tuple(found)
    over = excess(knowledge, language, country, own_line, resource_ids)
    return (Finding(Kind.LONG_NOTE, over=over),) if over and (own_line or resource_ids) else ()


def _in_line(line: str, language: str, country: str, knowledge: Knowledge) -> Iterator[Finding]:
    if len(line) > LONGEST_LINE:
        yield Finding(Kind.LONG_LINE, over=len(line) - LONGEST_LINE)
    yield from (Finding(Kind(each.kind.value), each.written, each.better) for each in _words(line, language))
    yield from _once(Kind.AMOUNT, chain(amounts_in(line), doses_in(line)))
    yield from _once(Kind.BRAND, brands_in(line, (each for topic in built_in() for each in topic.brands)))
    yield from _once(Kind.DENIED, _denied(line, country, knowledge))
    yield from _once(Kind.LINK, _links_in(line, knowledge))
    yield from _once(Kind.MENTION, (each[0] for each in _MENTION.finditer(line)))
    yield from _once(Kind.FORMATTING, (each[0] for each in _FORMATTING.finditer(_MENTION.sub(" ", line))))
    readable = _LINK.sub(" ", line)
    if is_hard(readable, language):
        longest = sorted(dict.fromkeys(words_of(readable)), key=len, reverse=True)[:_MOST_HARD_WORDS]
        yield Finding(Kind.HARD, ", ".join(longest))


def _words(line: str, language: str) -> Iterator[Found]:
    """Find avoided words; a line may word a claim, for it is no note's first one."""
    return avoided_in(line, language[:2].lower(), frozenset(Fault) - {Fault.MYTH})


def _denied(line: str, country: str, knowledge: Knowledge) -> Iterator[str]:
    """Find numbers and services that must not be shown."""
    plain, denied = plain_characters(line), knowledge.denied
    return (each for each, _ in chain(denied_in(plain, denied), denied_there(plain, denied, country)))


def _in_choice(ids: Sequence[str], country: str, language: str, knowledge: Knowledge) -> Iterator[Finding]:
    words = knowledge.wording(language)
    offered = {each.id: each for each in knowledge.offered(country)}
    if strange := [each for each in ids if each not in offered]:
        known = knowledge.resources
        named = (words.said(known[each]).name if each in known else each for each in strange)
        yield Finding(Kind.NOT_OFFERED, ", ".join(named))
    if len(ids) > MOST_RESOURCES:
        yield Finding(Kind.MANY, over=len(ids) - MOST_RESOURCES)
    lacking = [words.said(each).name for each in knowledge.always(country) if each.id not in ids]
    if lacking:
        yield Finding(Kind.LACKING, better=", ".join(lacking))
    elif not any(is_help(offered[each]) for each in ids if each in offered):
        helps = (words.said(each).name for each in offered.values() if is_help(each))
        yield Finding(Kind.NO_HELP, better=next(helps, ""))


# --- links, mentions, signs ---


def _links_in(line: str, knowledge: Knowledge) -> Iterator[str]:
    """Find addresses, but for those of the directory and of the US government.

    Only these are known to sell nothing and to lead nowhere else; universities host anyone's pages. What is
    let through is compared as it is written, since a look-alike letter leads elsewhere.
    """
    hosts = frozenset(
        urlsplit(each.url).hostname for each in knowledge.resources.values() if each.url and each.showable
    )
    rest = _LINK.sub(lambda each: " " if _leads_to_help(each[0], hosts) else each[0], line)
    return (each[0] for each in _LINK.finditer(plain_characters(rest)))


def _leads_to_help(link: str, hosts: frozenset[str | None]) -> bool:
    try:
        parts = urlsplit(link if "://" in link else f"https://{link}")
        plain = parts.port is None and parts.username is None and parts.scheme == "https"
    except ValueError:
        return False
    host = parts.hostname or ""
    if not (link.isascii() and plain) or host in _SHORTENERS:
        return False
    return host in hosts or f"www.{host}" in hosts or host.endswith(".gov")


def _once(kind: Kind, found: Iterator[str]) -> Iterator[Finding]:
    """Name all that is wrong in one way in one finding."""
    if named := ", ".join(dict.fromkeys(each for each in found if each)):
        yield Finding(kind, named)


_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co"}
_MOST_HARD_WORDS = 3
_SHORTENERS = frozenset({"go.usa.gov", "1.usa.gov"})
_ENDINGS = (
    "com|net|org|info|biz|io|co|me|gg|shop|store|site|online|app|link|xyz|club|health|live|us|uk|ca|de|es|fr|mx|br|eu"
    "|ru|cn|to|ly|be|gl|tv|gov|edu|mil|int"
)
_LINK = re.compile(
    r"(?<!\w)[a-z][a-z0-9+.-]{1,9}:/\S*[^\s.,;:!?)\]]"
    rf"|(?<![\w@.-])(?:[\w-]+\.)+(?:{_ENDINGS})(?![\w-])(?:[:/?#]\S*[^\s.,;:!?)\]])?"
    r"|(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,24}/\S+"
    r"|(?<!\w)\w+\s+(?:dot|punto)\s+(?:com|net|org|gg|shop|store|io)(?!\w)",
    re.IGNORECASE,
)
_MENTION = re.compile(r"<[@#:/ait][^>]*>?|(?<!\w)@\w[\w.]*")
_FORMATTING = re.compile(r"[*~|`\\<>\[\]]+|__+|^(?:#{1,3}|-#?|\+|\d+[.)])(?=\s)")
