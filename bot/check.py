"""`signpost check`: texts in, verdicts out, by the very calls that the live bot makes."""

import io
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

from bot import knowledge
from bot.knowledge.topics import claim_titles, measured_on
from bot.note import compose, occasion_of
from bot.policy import Action, Decision, PlaceSettings, Recent, decide
from bot.posts import Carrier, Passage, Post
from bot.posts.limits import SIZE_LIMIT
from bot.posts.plain import decode
from bot.recognition import Recogniser
from bot.recognition.verdict import Verdict
from bot.texts import DEFAULT_LANGUAGE, reason_text, texts_in

OK, SOME_LINES_FAILED, UNUSABLE = 0, 1, 2
"""Exit statuses."""


class InputError(Exception):
    """Something that was given cannot be read. The message is one line."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, and what the default settings make of it."""

    verdict: Verdict
    decision: Decision

    @property
    def flagged(self) -> bool:
        """Whether a note would be posted."""
        return self.decision.action is Action.NOTE


def judge(recogniser: Recogniser, post: Post) -> Judged:
    """Judge a post and decide as in a server that changed nothing, where no cool-down runs."""
    settings = PlaceSettings()
    verdict = recogniser.judge(post, topics=settings.topics)
    return Judged(verdict, decide(verdict, settings, Recent()))


def check_files(recogniser: Recogniser, paths: Iterable[Path], out: TextIO, err: TextIO) -> int:
    """Judge each file for a person to read; return the exit status."""
    status = OK
    for path in paths:
        try:
            post = _file_post(path)
        except InputError as error:
            err.write(f"signpost: {error}\n")
            status = UNUSABLE
        else:
            out.write(f"== {path}\n{report(judge(recogniser, post), post)}\n")
    return status


def check_stream(recogniser: Recogniser, stream: BinaryIO, out: TextIO) -> int:
    """Judge all of a stream as one text for a person to read; return the exit status."""
    post = _post_of(stream.read(SIZE_LIMIT + 1), "standard input")
    out.write(f"{report(judge(recogniser, post), post)}\n")
    return OK


def check_lines(recogniser: Recogniser, lines: Iterable[bytes], out: TextIO, err: TextIO) -> int:
    """Judge one JSON object a line, answer one a line as it goes; return the exit status.

    In: {"id", "text"}. Out: {"id", "flagged", "score", "topic", "claims", "reasons"}. A line that cannot be
    used is named on err and leaves no line on out; blank lines are passed over.
    """
    status = OK
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            answer = _answer(recogniser, line)
        except InputError as error:
            err.write(f"signpost: line {number}: {error}\n")
            status = SOME_LINES_FAILED
        else:
            # ASCII with escapes: whatever the terminal's encoding, and also for half of a surrogate pair.
            out.write(json.dumps(answer) + "\n")
            out.flush()
    return status


def lines_of(paths: Iterable[Path]) -> Iterator[bytes]:
    """Yield the lines of files one after another. Raises InputError for one that cannot be read."""
    for path in paths:
        try:
            with path.open("rb") as file:
                yield from file
        except OSError as error:
            raise InputError(f"{path}: {_in_words(error)}") from None


def known_texts(folder: Path) -> dict[str, str]:
    """Read the known articles: each text file of a folder, by its name. Raises InputError."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".md"})
        return {path.stem: decode(path.read_bytes()) for path in files}
    except OSError as error:
        raise InputError(f"{error.filename or folder}: {_in_words(error)}") from None


def report(judged: Judged, post: Post) -> str:
    """Describe a verdict for a person: decision, score, claims with quotes, nearest article, the note."""
    verdict = judged.verdict
    why = reason_text(texts_in(DEFAULT_LANGUAGE), judged.decision.reason)
    lines = [
        f"Flagged: {'yes' if judged.flagged else 'no'} ({why})",
        f"Score:   {verdict.score:.2f}" + (f", topic {verdict.topic}" if verdict.topic else ""),
    ]
    if any(passage.cut for passage in post.passages):
        lines.append(f"Read:    only the first {SIZE_LIMIT // 1024} KiB, as the bot does")
    if not verdict.measured and (said := measured_on(verdict.topic or "")):
        lines.append(f"Measured on: {said}")
    if verdict.claims:
        titles = claim_titles(verdict.topic or "")
        lines.append("Claims:")
        lines += [f"  - {titles.get(each.id, each.id)}: “{_one_line(each.quote)}”" for each in verdict.claims]
    if verdict.article:
        lines.append(f"Nearest known article: {verdict.article.name} ({verdict.article.likeness})")
    if dismissed := verdict.dismissed:
        lines.append(f"Nearest dismissed case: {dismissed.name} ({dismissed.share:.0%} of the post)")
    if verdict.reasons:
        lines.append("What moved the score:")
        lines += [f"  - {_one_line(reason)}" for reason in verdict.reasons]
    if judged.flagged and verdict.topic:
        lines.append("The note that would be posted:")
        note = compose(occasion_of(verdict), knowledge.standard()).plain
        lines += [f"  | {line}".rstrip() for line in note.splitlines()]
    return "\n".join(lines)


def _answer(recogniser: Recogniser, line: bytes) -> dict[str, Any]:
    try:
        given: Any = json.loads(line.decode("utf-8", errors="replace").removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise InputError("not JSON") from None
    if not isinstance(given, dict):
        raise InputError('not a JSON object such as {"id": 1, "text": "…"}')
    fields = cast("dict[str, Any]", given)
    text = fields.get("text")
    if not isinstance(text, str):
        raise InputError('no "text"' if text is None else '"text" is not a string')
    judged = judge(recogniser, Post.of_text(text))
    return {
        "id": fields.get("id"),
        "flagged": judged.flagged,
        "score": round(judged.verdict.score, 4),
        "topic": judged.verdict.topic,
        "claims": [{"id": claim.id, "quote": claim.quote} for claim in judged.verdict.claims],
        "reasons": [*judged.verdict.reasons],
    }


def _file_post(path: Path) -> Post:
    try:
        with path.open("rb") as file:
            return _post_of(file.read(SIZE_LIMIT + 1), path.name)
    except OSError as error:
        raise InputError(f"{path}: {_in_words(error)}") from None


def _post_of(data: bytes, name: str) -> Post:
    cut = len(data) > SIZE_LIMIT
    return Post((Passage(decode(data[:SIZE_LIMIT]), Carrier.FILE, name, cut),))


def _in_words(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def open_output() -> tuple[TextIO, TextIO]:
    """Return standard output and error, made unable to fail on a character they cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    return sys.stdout, sys.stderr
