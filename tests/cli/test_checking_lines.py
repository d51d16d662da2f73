"""`signpost check --jsonl`: one object a line in, one a line out, as it goes."""

import io
import json
import subprocess
from typing import Any

import pytest

from bot.check import check_lines
from bot.recognition import Recogniser

from .conftest import Command, Ended, Write
from .test_checking_texts import PITCH, QUOTE, TALK


def lines(*objects: object) -> bytes:
    """Write objects one a line."""
    return "".join(json.dumps(each) + "\n" for each in objects).encode()


def answers(out: str) -> list[dict[str, Any]]:
    """Read answers one a line."""
    return [json.loads(line) for line in out.splitlines()]


def checked(given: bytes) -> Ended:
    """Judge lines in this process, by the call that the command makes."""
    out, err = io.StringIO(), io.StringIO()
    status = check_lines(Recogniser.standard(), given.splitlines(keepends=True), out, err)
    return Ended(status, out.getvalue(), err.getvalue())


def test_each_line_is_answered_in_order_with_its_id(signpost: Command) -> None:
    ids = ["a", 2, None, {"deep": [1]}, "a"]

    ended = signpost("check", "--jsonl", given=lines(*({"id": each, "text": TALK} for each in ids)))

    assert (ended.status, ended.err) == (0, "")
    assert [each["id"] for each in answers(ended.out)] == ids


def test_an_answer_has_what_was_promised() -> None:
    given = lines({"id": 1, "text": PITCH}, {"id": 2, "text": TALK})

    pitch, talk = answers(checked(given).out)

    assert list(pitch) == ["id", "flagged", "score", "topic", "claims", "reasons"]
    assert (pitch["flagged"], pitch["topic"]) == (True, "kratom")
    assert 0.5 <= pitch["score"] <= 1
    assert {"id": "not-addictive", "quote": QUOTE} in pitch["claims"]
    assert all(claim["quote"] in PITCH for claim in pitch["claims"])
    assert pitch["reasons"]
    assert talk == {
        "id": 2,
        "flagged": False,
        "score": 0.0,
        "topic": None,
        "claims": [],
        "reasons": ["names no topic"],
    }


def test_lines_may_come_from_files(signpost: Command, write: Write) -> None:
    first = write("1.jsonl", lines({"id": 1, "text": TALK}))
    second = write("2.jsonl", lines({"id": 2, "text": PITCH}))

    ended = signpost("check", "--jsonl", first, second)

    assert [(each["id"], each["flagged"]) for each in answers(ended.out)] == [(1, False), (2, True)]


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        (b"kratom", "not JSON"),
        (b'{"id": 1, "text": "x"', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'["id", "text"]', "not a JSON object"),
        (b"7", "not a JSON object"),
        (b'{"id": 1}', 'no "text"'),
        (b'{"id": 1, "text": null}', 'no "text"'),
        (b'{"id": 1, "text": 7}', '"text" is not a string'),
        (b'{"id": 1, "text": ["x"]}', '"text" is not a string'),
    ],
    ids=["words", "cut", "deep", "list", "number", "missing", "null", "digits", "array"],
)
def test_a_bad_line_is_named_and_the_rest_processed(bad: bytes, complaint: str) -> None:
    good = lines({"id": "first", "text": TALK}), lines({"id": "last", "text": PITCH})

    ended = checked(good[0] + bad + b"\n" + good[1])

    assert ended.status == 1
    assert ended.err.startswith(f"signpost: line 2: {complaint}")
    assert ended.err.count("\n") == 1
    assert [each["id"] for each in answers(ended.out)] == ["first", "last"]


def test_every_bad_line_is_named_with_its_own_number(signpost: Command) -> None:
    ended = signpost("check", "--jsonl", given=b"no\n\n" + lines({"id": 1, "text": ""}) + b"nor this")

    assert [line.split(":")[1] for line in ended.err.splitlines()] == [" line 1", " line 4"]
    assert [each["id"] for each in answers(ended.out)] == [1]


def test_undecodable_bytes_in_a_text_are_replaced() -> None:
    given = b'{"id": 1, "text": "\xff ' + PITCH.encode() + b'"}\n'

    ended = checked(given)

    assert ended.status == 0
    assert answers(ended.out)[0]["flagged"]


def test_odd_but_valid_lines_are_answered() -> None:
    given = (
        b"\xef\xbb\xbf" + lines({"id": "marked", "text": TALK})
        + b'{"id": "half", "text": "kratom \\ud83d is not addictive"}\r\n'
        + b'{"id": "\\ud83d", "text": "\\u0000"}\n'
        + b'{"id": 1e999, "text": "x", "more": true}'
    )  # fmt: skip

    ended = checked(given)

    assert (ended.status, ended.err) == (0, "")
    assert [each["id"] for each in answers(ended.out)] == ["marked", "half", "\ud83d", float("inf")]


def test_a_missing_file_of_lines_is_one_line(signpost: Command) -> None:
    ended = signpost("check", "--jsonl", "nowhere.jsonl")

    assert (ended.status, ended.out) == (2, "")
    assert ended.err == "signpost: nowhere.jsonl: no such file or directory\n"


def test_each_answer_comes_before_the_next_line_is_sent(signpost: Command) -> None:
    with subprocess.Popen(
        signpost.words("check", "--jsonl"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=signpost.folder,
        env=signpost.environment(),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(20):
            process.stdin.write(lines({"id": number, "text": PITCH if number % 2 else TALK}))
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert (answer["id"], answer["flagged"]) == (number, bool(number % 2))
        process.stdin.close()
        assert process.wait(10) == 0


def test_ten_thousand_lines_go_through_one_process(signpost: Command) -> None:
    given = lines(*({"id": number, "text": f"{TALK} {number}"} for number in range(10_000)))

    ended = signpost("check", "--jsonl", given=given)

    assert ended.status == 0
    assert [each["id"] for each in answers(ended.out)] == list(range(10_000))


def test_a_reader_that_goes_away_is_no_traceback(signpost: Command) -> None:
    with subprocess.Popen(
        signpost.words("check", "--jsonl"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=signpost.folder,
        env=signpost.environment(),
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(lines(*({"id": 1, "text": PITCH} for _ in range(100))), timeout=60)

    assert b"Traceback" not in err
