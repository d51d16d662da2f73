"""The first gate: does a text name a topic, or hint at one? Built to say no in a few microseconds."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, groupby

from bot.knowledge.topics import Topic
from bot.recognition.fold import Folded, fold, plain_characters
from bot.recognition.lexicon import words_worth_unmasking
from bot.recognition.sentences import Mention

# What may stand beside plain ASCII without hiding a letter: typographic quotes and dashes, arrows, pictures.
# Letters in circles, squares and flags (U+2460-24FF, U+1F100-1F1FF) are not among them.
_MAY_HIDE = re.compile(
    "[^\x00-\x7f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u245f\u2500-\u2bff\ufe0f\U0001f300-\U0001faff]"
)

_KEPT = b"abcdefghijklmnopqrstuvwxyz0123456789"
_UPPER = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz")
_DROPPED = bytes(
    code for code in range(128) if bytes([code]).lower() not in {bytes([kept]) for kept in _KEPT}
)
_UNMASKED = bytes.maketrans(b"0134578@$!", b"oieastbasi")
_UNMASKED_DROPPED = bytes(code for code in _DROPPED if code not in b"@$!")

_LONG_NAME = 6
_SHORT_NAME = 5
# Letters that a stretched name still begins with. Longer names keep more: four letters of "cannabis" stand in
# "cannot".
_STEM, _MIDDLE_STEM, _LONG_STEM = 4, 6, 8
# What may stand between the words of a name: "7-oh", "red 🌿 bali".
_BETWEEN = r"[^a-z0-9]{0,4}"
# Letters of names, three of a kind: "kraaatom" hides the stem and shows these.
_AT_ONCE = 2
_STRETCHED = re.compile(rb"([kratomuedhgyinbcpvz])\1\1")


class Names:
    """Finds where a topic is named or hinted at in folded text.

    read_as: the name that the topic's models are given for its own, None where they know its own.
    """

    def __init__(self, topic: Topic, read_as: str | None = None) -> None:
        self.topic = topic
        self.read_as = read_as
        plain = [fold(name).text for name in topic.called]
        longest_first = sorted(plain, key=lambda name: -len(name))
        inside = [_stretched(name) for name in longest_first if _is_long(name)]
        alone = [_stretched(name) for name in longest_first if not _is_long(name)]
        self._inside = re.compile("|".join(inside) or r"(?!)")
        self._alone = re.compile(rf"\b(?:{'|'.join(alone) or '(?!)'})(?![a-z0-9])")
        hints = "|".join(re.escape(fold(hint).text) for hint in topic.hints)
        self._hints = re.compile(rf"\b(?:{hints or '(?!)'})(?![a-z0-9])")
        self.stems = frozenset(
            _stem(_run_together(name))
            for name in plain[: len(topic.names)]  # brands come as they stand on a packet
            if name.isalpha() and len(name) >= _SHORT_NAME
        )
        self.whole = frozenset(map(_run_together, (*plain, *topic.hints)))
        self._needles = any_of(self.whole | self.stems)

    def may_stand_in(self, letters: bytes) -> bool:
        """Whether a folded text may hold a mention: a hundredth of the cost of finding them.

        letters: as `run_together` writes it.
        """
        return self._needles.search(letters) is not None or _STRETCHED.search(letters) is not None

    @property
    def title(self) -> str:
        """What the models read before words that stand far behind the topic's name."""
        return self.read_as or self.topic.title

    def mentions(self, folded: Folded) -> list[Mention]:
        """All mentions, ascending."""
        found = [Mention("topic", *match.span()) for match in self._inside.finditer(folded.text)]
        found += [Mention("topic", *match.span()) for match in self._alone.finditer(folded.text)]
        found += [Mention("hint", *match.span()) for match in self._hints.finditer(folded.text)]
        return sorted(found, key=lambda mention: mention.start)

    @cached_property
    def unmaskable(self) -> frozenset[str]:
        """Names and hints in plain letters, which digits and dots between letters may hide."""
        plain = [fold(name).text for name in (*self.topic.called, *self.topic.hints)]
        parts = {part for name in plain for part in name.split() if part.isalpha() and len(part) >= _STEM}
        return frozenset(chain.from_iterable((name, f"{name}s") for name in parts))


class TopicSearch:
    """Finds quickly which topics a text may name: one search tells that no other topic is named."""

    def __init__(self, names: Sequence[Names]) -> None:
        """names: those most often found first."""
        self._first, rest = names[:_AT_ONCE], names[_AT_ONCE:]
        self._rest = TopicSearch(rest) if rest else None
        self._needles = any_of(frozenset[bytes]().union(*(each.whole | each.stems for each in rest)))

    def in_letters(self, letters: bytes) -> list[Names]:
        """List the topics that may be named. letters: of a folded text, as `run_together` writes them."""
        found = [each for each in self._first if each.may_stand_in(letters)]
        if self._rest and (self._needles.search(letters) or _STRETCHED.search(letters)):
            found += self._rest.in_letters(letters)
        return found


class Gate:
    """Lets a text in if its letters, run together, hold what every topic name or hint begins with.

    Runs on undisguised bytes where nothing but ASCII letters can be meant, else on the folded text. Lets in
    too much ("duck rat" holds "krat"), never too little: what it lets in is looked at properly afterwards.
    """

    def __init__(self, names: Iterable[Names], vocabulary: Iterable[str] = ()) -> None:
        """Compile the names. vocabulary: further words that digits or dots between letters may hide."""
        names = tuple(names)
        plain = frozenset[bytes]().union(*(each.whole for each in names))
        stems = frozenset[bytes]().union(*(each.stems for each in names))
        self.words = words_worth_unmasking().union(*(each.unmaskable for each in names), vocabulary)
        self._needles = any_of(plain | stems)
        self._masked = any_of(stems | frozenset(needle for needle in plain if needle.isalpha()))

    def lets_in(self, text: str) -> bool:
        """Whether the text may name a topic. Linear; a few microseconds for a chat line."""
        if not text.isascii() and _MAY_HIDE.search(text):
            text = plain_characters(text)
        # Markdown that puts signs between letters which are not shown: masked links and custom emoji.
        if "](" in text or "<:" in text or "<a:" in text:
            return self._holds_needle(fold(text, self.words).text)
        return self._holds_needle(text)

    def _holds_needle(self, text: str) -> bool:
        letters = text.encode("ascii", "ignore")
        together = letters.translate(_UPPER, _DROPPED)
        if self._needles.search(together):
            return True
        unmasked = letters.translate(_UPPER, _UNMASKED_DROPPED).translate(_UNMASKED)
        if unmasked != together and self._masked.search(unmasked):
            return True
        return _STRETCHED.search(together) is not None


def run_together(folded: str) -> bytes:
    """Write a folded text's letters and digits without what stands between them."""
    return folded.encode("ascii", "ignore").translate(None, _DROPPED)


def _run_together(name: str) -> bytes:
    return run_together(fold(name).text)


def _stem(name: bytes) -> bytes:
    if len(name) <= _LONG_NAME:
        return name[:_STEM]
    return name[: _LONG_STEM if len(name) > _LONG_STEM else _MIDDLE_STEM]


def any_of(needles: frozenset[bytes]) -> re.Pattern[bytes]:
    """Compile one search for all needles: a tree of their letters, so that most places fail at the first."""
    least = [each for each in needles if not any(other in each and other != each for other in needles)]
    return re.compile(_tree(sorted(least)) if least else b"(?!)")


def _tree(endings: list[bytes]) -> bytes:
    """Write ascending endings as a pattern by first letters; one that ends stands for the longer ones."""
    if not endings or not endings[0]:
        return b""
    branches = [
        re.escape(first) + _tree([ending[1:] for ending in group])
        for first, group in groupby(endings, key=lambda ending: ending[:1])
    ]
    return branches[0] if len(branches) == 1 else b"(?:" + b"|".join(branches) + b")"


def _is_long(name: str) -> bool:
    """Whether a name is found inside longer words too ("kratomlife"); a short one only by itself."""
    return name.isalpha() and len(name) >= _LONG_NAME


def _stretched(name: str) -> str:
    """Write a name as a pattern, its letters stretched at will ("kratooom").

    It begins with a plain letter: that lets the regex engine skip ahead. That letter must be the first of its
    run, else each letter of "kkkkkk…" would be tried anew.
    """
    parts = [
        f"{part}{part}*" if part.isalpha() else _BETWEEN if part in " -" else re.escape(part) for part in name
    ]
    if name[0].isalpha():
        parts[0] = f"{name[0]}(?<!{name[0] * 2}){name[0]}*"
    return "".join(parts)
