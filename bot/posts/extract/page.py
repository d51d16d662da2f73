"""The visible text of a web page.

The standard library's parser builds no tree: a page of tags nested a hundred thousand deep costs it a third
of a second, where parsers that build one took twenty.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

from bot.posts.plain import decode

_PIECE = 64 * 1024  # characters parsed at once
_UNSEEN = frozenset({"script", "style"})
_INLINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd"} | {
    *("mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr")
}
"""Tags in the middle of words; every other tag ends a line."""

_BLANKS = re.compile(r"\s+")
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HEAD = 2048


def text_of_page(data: bytes) -> Iterator[str]:
    """Yield the text of an HTML page, without scripts and styles, a line for each block."""
    page = _declared(data) or decode(data)
    parser = _Visible()
    for start, end in pairwise([*range(0, len(page), _PIECE), len(page)]):
        parser.feed(page[start:end])
        yield parser.taken()
    parser.close()
    yield parser.taken()


class _Visible(HTMLParser):
    """Collects what a reader of the page would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._unseen = False

    def taken(self) -> str:
        """Return what was collected since the last time."""
        pieces, self._pieces = self._pieces, []
        return "".join(pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or a part that nobody sees."""
        del attrs
        self._unseen = tag in _UNSEEN
        self._end_line(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a line, or a part that nobody sees."""
        self._unseen = False
        self._end_line(tag)

    def handle_data(self, data: str) -> None:
        """Collect text, with one blank for any run of them."""
        if not self._unseen:
            self._pieces.append(_BLANKS.sub(" ", data))

    def _end_line(self, tag: str) -> None:
        if tag not in _INLINE and self._pieces[-1:] != ["\n"]:
            self._pieces.append("\n")


def _declared(data: bytes) -> str | None:
    """Decode a page as its own head says, if that names an encoding that exists and is another than UTF-8."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared is None or declared[1].lower() in {b"utf-8", b"utf8"}:
        return None
    try:
        return data.decode(declared[1].decode("ascii"), errors="replace")
    except LookupError:
        return None
