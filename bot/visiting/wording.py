"""What a reader sees of a page, and whether a word or a number stands there. Plain functions."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "template", "noscript"})
_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"[+\d][\d\s().+/\u2010-\u2015-]*")
_LONG = 5
"""Digits from which a number cannot stand inside another by chance."""

_DIGITS = re.compile(r"\D")
_PARTS = re.compile(r"[\s/]+")


def text_of(page: str) -> str:
    """Return what can be read on a page: without tags, scripts and styles, each run of space as one."""
    reader = _Reader()
    try:
        reader.feed(page)
        reader.close()
    except AssertionError:  # how html.parser gives up on a broken declaration: what it read so far counts
        reader.said.append("")
    return _SPACE.sub(" ", " ".join(reader.said))


def lacking(text: str, expects: tuple[str, ...]) -> tuple[str, ...]:
    """Return what does not stand in a text: words whatever their case, numbers by their digits."""
    words = _SPACE.sub(" ", text).casefold()
    numbers = set(_numbers_in(text))
    return tuple(each for each in expects if not _stands(each, words, numbers))


def _numbers_in(text: str) -> Iterator[str]:
    """List the digits of each run of numbers, and of its parts beside hours or the next sentence ("24/7")."""
    for run in _NUMBER.findall(text):
        digits = _DIGITS.sub("", run)
        parts = (_DIGITS.sub("", part) for part in _PARTS.split(run))
        yield digits
        yield from (part for part in parts if part and len(digits) - len(part) < _LONG)


def _stands(expected: str, words: str, numbers: set[str]) -> bool:
    if _NUMBER.fullmatch(expected):
        digits = _DIGITS.sub("", expected)
        # A long number also stands behind a country's code, or beside another in one run.
        return digits in numbers or (len(digits) >= _LONG and any(digits in each for each in numbers))
    return _SPACE.sub(" ", expected).casefold().strip() in words


class _Reader(HTMLParser):
    """Collects the texts of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to pass over what is not shown; a number behind a link to call counts as shown."""
        self._unseen += tag in _UNSEEN
        self.said += [value[4:] for name, value in attrs if name == "href" and value and value[:4] == "tel:"]

    def handle_endtag(self, tag: str) -> None:
        """Go on to read."""
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        if not self._unseen:
            self.said.append(data)
