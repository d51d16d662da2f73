"""Cuts a post into the windows that the models read."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from bot.posts.addresses import without_addresses
from bot.posts.post import Carrier, Post
from bot.recognition.fold import Folded, fold, plain_characters
from bot.recognition.gate import Gate, Names, run_together
from bot.recognition.read_as import read_as
from bot.recognition.sentences import LEAST_OWN, Mention, quoted_spans

WORDS = 170
"""Words in a window: about the 256 word pieces that the transformer reads at once."""

STRIDE = 85
"""Words from one window's start to the next one's: a pitch cut in two by one window is whole in another."""

STRETCH = 4000
"""Characters that are folded at a time; what the gate does not let in is not folded at all."""

MOST_STRETCHES = 25
"""Stretches of a post that are folded at most.

Of a longer post (100 000 characters and more that the gate lets in) those are read that hold the most words
of claims; the rest would cost time and change little.
"""

LEAST_CLAIM_WORDS = 2
"""Words of claims from which a preview that does not name the topic itself is read."""

LEAST_HINTED = 24
"""Words from which a post is read that only hints at the topic ("the leaf") and holds no word of a claim."""

# Weak evidence, and no sentences: what they say is what the text beside them is about.
_NAMES_ONLY = frozenset({Carrier.ADDRESS, Carrier.TAGS})

# Characters that a stretch repeats of the one before it, so that a pitch across the cut is whole in one.
_OVERLAP = 600
# How far back from the end of a stretch a line's end or a space is looked for.
_CUT_WITHIN = 400
# A window that names nothing belongs to the topic if it was named at most this many words before.
_REACH = 2 * WORDS
_LETTERS_A_WORD = 6
# A text this much longer than a window is still read as one, rather than as two that are nearly the same.
_LONGEST = WORDS + WORDS // 5
_CLAIM_STEM = re.compile(
    r"withdraw|crav|addict|opi[ao]|pain|relie[fv]|natur|safe|anxi|depress|sleep|subox|methad|dos(?:e|ing)|heal|remed"
)
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
# Pictures say little to the models, and between the words of a pitch they hide it.
_Run = tuple[int, int, str]  # passage, offset in its text, text
_PICTURES = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a passage, folded. passage: index into Post.passages; start: offset in that passage's text.

    original: the run itself. mentions: of the topic, ascending.
    """

    passage: int
    start: int
    original: str
    folded: Folded
    mentions: list[Mention]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the folded text to offsets in the passage's own text, in characters."""
        first, last = self.folded.original(start, end)
        return self.start + first, self.start + last


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words that the models read at once. start, end: offsets in the stretch's folded text.

    text: what they read: folded, quotations between ">" and "<", the topic's title first where only words
    before the window name it. named: whether the topic's name, not only a hint, stands in or before it.
    """

    stretch: Stretch
    start: int
    end: int
    text: str
    named: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage. passage: its index in Post.passages; start: offset in its text.

    folded: None where it is not read, naming nothing and standing near nothing that does. letters: the folded
    text's letters and digits alone.
    """

    passage: int
    carrier: Carrier
    start: int
    text: str
    folded: Folded | None
    letters: bytes


def windows(post: Post, gate: Gate, names: Names) -> list[Window]:
    """Cut a post into overlapping windows, in reading order, without those that are not about the topic.

    Linear in the post's length.
    """
    return windows_of(cut(post, gate), names)


def windows_of(pieces: Sequence[Piece], names: Names) -> list[Window]:
    """Cut the pieces of a post into windows, as `windows` does."""
    found: list[Window] = []
    since = _REACH + 1  # words since the topic was last named; a title's name counts for the body
    for piece in pieces:
        if piece.folded is None:
            since += len(piece.text) // _LETTERS_A_WORD
            continue
        stretch = _stretch(piece, piece.folded, names)
        named = any(mention.kind == "topic" for mention in stretch.mentions)
        if piece.carrier in _NAMES_ONLY:
            since = 0 if named else since
            continue
        if not named and _is_idle_preview(piece):
            continue
        if not stretch.mentions and since > _REACH:
            since += len(piece.text) // _LETTERS_A_WORD
            continue
        fresh, since = _windows_of(stretch, since, names.title)
        found += fresh
    return found


def cut(post: Post, gate: Gate) -> list[Piece]:
    """Cut a post into pieces, and fold those that are worth reading, for whichever topic. Linear."""
    pieces: list[Piece] = []
    for (number, start, text), worth in _worth_reading(post, gate):
        folded = fold(text, gate.words) if worth else None
        letters = run_together(folded.text) if folded else b""
        pieces.append(Piece(number, post.passages[number].carrier, start, text, folded, letters))
    return pieces


def _worth_reading(post: Post, gate: Gate) -> list[tuple[_Run, bool]]:
    """Mark what the gate lets in, and what follows within reach, as worth reading; not too many runs."""
    runs: list[tuple[_Run, bool]] = []
    reach = 0  # characters that still belong to the last run let in
    for number, passage in enumerate(post.passages):
        for start, text in _pieces(without_addresses(passage.text)):
            let_in = gate.lets_in(text)
            runs.append(((number, start, text), let_in or reach > 0))
            reach = _REACH * _LETTERS_A_WORD if let_in else reach - len(text)
    worth = [at for at, (_, is_worth) in enumerate(runs) if is_worth]
    if len(worth) <= MOST_STRETCHES:
        return runs
    densest = set(sorted(worth, key=lambda at: -_claim_words(runs[at][0][2]))[:MOST_STRETCHES])
    return [(run, at in densest) for at, (run, _) in enumerate(runs)]


def says_too_little(found: Sequence[Window]) -> bool:
    """Whether windows only hint at the topic, in a few words that are about none of its claims.

    "Leaf" by itself could be anything, and models that have only read longer texts make much of it. Of the
    corpus's 4 506 pitches this leaves out none.
    """
    texts = [window.text for window in found]
    return (
        not any(window.named for window in found)
        and sum(len(text.split()) for text in texts) < LEAST_HINTED
        and not any(_CLAIM_STEM.search(text) for text in texts)
    )


def _is_idle_preview(piece: Piece) -> bool:
    """Whether a link's preview has next to nothing to do with claims.

    Where only what stands around it names the topic, any short advertisement would be read as one for it.
    """
    return piece.carrier is Carrier.PREVIEW and _claim_words(piece.text) < LEAST_CLAIM_WORDS


def _claim_words(text: str) -> int:
    return len(_CLAIM_STEM.findall(text.lower() if text.isascii() else plain_characters(text)))


def _stretch(piece: Piece, folded: Folded, names: Names) -> Stretch:
    """Find the topic in a folded piece; read it out as the name that the topic's models know."""
    mentions = names.mentions(folded) if names.may_stand_in(piece.letters) else []
    if mentions and names.read_as is not None:
        folded, mentions = read_as(folded, mentions, names.read_as)
    return Stretch(piece.passage, piece.start, piece.text, folded, mentions)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text at a line's end, else at a space, with an overlap; offset and piece."""
    start = 0
    while len(text) - start > STRETCH:
        end = start + STRETCH
        cut = text.rfind("\n", end - _CUT_WITHIN, end)
        cut = cut if cut > 0 else text.rfind(" ", end - _CUT_WITHIN, end)
        end = cut if cut > 0 else end
        yield start, text[start:end]
        start = end - _OVERLAP
    yield start, text[start:]


def _windows_of(stretch: Stretch, since: int, title: str) -> tuple[list[Window], int]:
    """Windows of one stretch, and the words since the topic was last named in it."""
    spans = [found.span() for found in _WORD.finditer(stretch.folded.text)]
    if not spans:
        return [], since
    starts = [start for start, _ in spans]
    named = [
        bisect_right(starts, mention.start) - 1 for mention in stretch.mentions if mention.kind == "topic"
    ]
    hinted = [
        bisect_right(starts, mention.start) - 1 for mention in stretch.mentions if mention.kind == "hint"
    ]
    marks = _quotations(stretch)
    found: list[Window] = []
    for first, last in _runs(len(spans)):
        before = bisect_left(named, first)
        inside = before < len(named) and named[before] < last
        nearest = first - named[before - 1] if before else since + first
        hint = bisect_left(hinted, first)
        if not (inside or nearest <= _REACH or (hint < len(hinted) and hinted[hint] < last)):
            continue
        start, end = _edge(stretch.folded.text, spans, first), _edge(stretch.folded.text, spans, last)
        lead = "" if inside or nearest > _REACH else f"{title}: "
        text = lead + _marked(stretch.folded.text, start, end, marks)
        found.append(Window(stretch, start, end, text, inside or nearest <= _REACH))
    words_left = len(spans) - named[-1] if named else since + len(spans)
    return found, words_left


def _runs(words: int) -> Iterator[tuple[int, int]]:
    """First and past-the-last word of each window; the last one ends with the text."""
    if words <= _LONGEST:
        yield 0, words
        return
    for first in range(0, words - WORDS, STRIDE):
        yield first, first + WORDS
    yield words - WORDS, words


def _edge(text: str, spans: list[tuple[int, int]], word: int) -> int:
    """Offset where a window begins or ends: signs stay with the word before them."""
    if word == 0:
        return 0
    return len(text) if word == len(spans) else spans[word][0]


def _quotations(stretch: Stretch) -> list[tuple[int, str]]:
    """Folded offsets where lines that Discord shows as a quotation begin (">") and end ("<"), ascending."""
    lines = quoted_spans(stretch.original)
    own = stretch.original
    for first, last in reversed(lines):
        own = own[:first] + own[last:]
    if not lines or len(own.strip()) < LEAST_OWN:
        return []
    marks: list[tuple[int, str]] = []
    quoting = False
    for start in (0, *(end + 1 for end in stretch.folded.breaks)):
        if start >= len(stretch.folded.text):
            break
        at = stretch.folded.original(start, start + 1)[0]
        line = bisect_right(lines, (at, len(stretch.original))) - 1
        quoted = line >= 0 and at < lines[line][1]
        if quoted is not quoting:
            marks.append((start, ">" if quoted else "<"))
            quoting = quoted
    return marks


def _marked(text: str, start: int, end: int, marks: list[tuple[int, str]]) -> str:
    """Write the window's text with a sign where a quotation begins and ends.

    One that begins in the middle of a quotation says so first: its words are not the writer's own.
    """
    begun = bisect_right(marks, start, key=itemgetter(0))
    pieces = [">"] if begun and marks[begun - 1][1] == ">" else []
    for at, sign in marks[begun:]:
        if at < end:
            pieces += [text[start:at].strip(), sign]
            start = at
    pieces.append(text[start:end].strip())
    shown = " ".join(filter(None, pieces))
    return shown if shown.isascii() else " ".join(_PICTURES.sub(" ", shown).split())
