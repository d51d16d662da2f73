"""A folded passage as sentences, each word with what it does in them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from bot.recognition.fold import Folded
from bot.recognition.lexicon import Lexicon

LEAST_OWN = 8
"""Characters of one's own beside a quotation; with fewer, what is marked as quoted is a text of one's own."""

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[%$]")
# A sign that ends a sentence before a space; a colon and a semicolon part a pitch's heading from its promise.
_END = re.compile(r"(?<![.!?])[.!?]++[\"')]*+(?=\s)|[.!?][\"']?$|\s[-–]\s|;\s")
_QUOTED = re.compile(r"(?m)^[ \t]{0,3}(?:>>>[ ][\s\S]*|>[^\n]*)")
# Not the one inside an address.
_ASKS = re.compile(r"\?(?=[\s\"')?!.]|$)")
_LIST_NUMBER = re.compile(r"(?:^|\s)\(?\d{1,2}[.)]?$")
# A text without signs ("lower case, no dots") is parted all the same, so that its halves can be judged apart.
_MOST_WORDS = 48
_SHORT_LINE = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line without an end sign.

    start, end: offsets in the folded passage. words, spans: each word and its offsets. classes: for each word
    class, the indices of its words, ascending; "topic" and "hint" are classes like any other.
    """

    start: int
    end: int
    words: list[str]
    spans: list[tuple[int, int]]
    classes: dict[str, list[int]]
    question: bool
    quoted: bool

    def has(self, name: str) -> bool:
        """Whether a word of that class stands in the sentence."""
        return name in self.classes

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the folded passage from one word to another, both included."""
        return self.spans[first][0], self.spans[last][1]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a topic is named or hinted at. kind: "topic" or "hint"; start, end: folded offsets."""

    kind: str
    start: int
    end: int


def sentences(folded: Folded, original: str, mentions: list[Mention], lexicon: Lexicon) -> list[Sentence]:
    """Part a passage into sentences and look their words up. mentions: ascending. Linear in the text."""
    found: list[Sentence] = []
    starts = [mention.start for mention in mentions]
    quoted_lines = quoted_spans(original)
    for start, end in _spans(folded):
        words = [(word[0], word.span()) for word in _WORD.finditer(folded.text, start, end)]
        for first in range(0, len(words), _MOST_WORDS):
            part = words[first : first + _MOST_WORDS]
            begin, stop = part[0][1][0], part[-1][1][1]
            following = words[first + _MOST_WORDS][1][0] if first + _MOST_WORDS < len(words) else end + 1
            inside = mentions[bisect_left(starts, begin) : bisect_left(starts, stop)]
            found.append(
                Sentence(
                    begin,
                    stop,
                    [word for word, _ in part],
                    [span for _, span in part],
                    _classes([word for word, _ in part], [span for _, span in part], inside, lexicon),
                    question=_ASKS.search(folded.text, stop, following) is not None,
                    quoted=bool(quoted_lines) and _in_quoted(folded, begin, quoted_lines),
                )
            )
    return found


def _spans(folded: Folded) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences: up to each end sign, and up to each end of a line of three words and more.

    A shorter line runs on into the next, so that a pitch with one word a line is still read as sentences.
    """
    ends = [
        found.end()
        for found in _END.finditer(folded.text)
        if not _numbers_an_item(folded.text, found.start())
    ]
    start = 0
    signs = {*ends, len(folded.text)}
    for end in sorted(signs.union(folded.breaks)):
        if end > start and (end in signs or folded.text.count(" ", start, end) >= _SHORT_LINE):
            yield start, end
            start = end


def _numbers_an_item(text: str, stop: int) -> bool:
    """Whether the dot at stop belongs to a number that opens a list item ("1. …")."""
    return _LIST_NUMBER.search(text, max(0, stop - 5), stop) is not None


def quoted_spans(original: str) -> list[tuple[int, int]]:
    """Offsets of what Discord shows as a quotation, ascending: a line after ">", all that follows ">>>"."""
    return [found.span() for found in _QUOTED.finditer(original)] if ">" in original else []


def _in_quoted(folded: Folded, start: int, lines: list[tuple[int, int]]) -> bool:
    at = folded.original(start, start + 1)[0]
    index = bisect_left(lines, (at + 1, 0)) - 1
    return index >= 0 and lines[index][0] <= at < lines[index][1]


def _classes(
    words: list[str], spans: list[tuple[int, int]], inside: list[Mention], lexicon: Lexicon
) -> dict[str, list[int]]:
    classes: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        for name in lexicon.classes(word):
            classes.setdefault(name, []).append(index)
        if word in lexicon.phrases:
            for name, _ in lexicon.phrases_at(words, index):
                classes.setdefault(name, []).append(index)
        if word.endswith("n't"):
            classes.setdefault("negation", []).append(index)
    for mention in inside:
        index = bisect_left(spans, (mention.start + 1, 0)) - 1
        classes.setdefault(mention.kind, []).append(max(index, 0))
    return classes
