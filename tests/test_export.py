"""The file of a server's data: readable, and never larger than Discord takes."""

import gzip
import json
from datetime import UTC, datetime

import pytest

from bot.export import TooLargeError, export_file, megabytes

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
TABLES = {"cases": [{"id": number, "topic": "kratom"} for number in range(200)], "notes": []}


def test_a_small_server_gets_plain_json() -> None:
    file = export_file(TABLES, 10, AT, 1_000_000)

    said = json.loads(file.content)
    assert (file.name, file.rows, file.packed) == ("signpost-10.json", 200, False)
    assert said == {"server": "10", "exported_at": "2026-03-01T12:00:00+00:00", "tables": TABLES}


def test_what_would_be_too_large_is_packed() -> None:
    plain = export_file(TABLES, 10, AT, 1_000_000)

    file = export_file(TABLES, 10, AT, len(plain.content) - 1)

    assert (file.name, file.rows, file.packed) == ("signpost-10.json.gz", 200, True)
    assert gzip.decompress(file.content) == plain.content


def test_what_is_too_large_even_packed_is_refused_with_its_size() -> None:
    with pytest.raises(TooLargeError) as refused:
        export_file(TABLES, 10, AT, 10)

    assert refused.value.size == 1


def test_a_size_is_rounded_up() -> None:
    assert [megabytes(size) for size in (1, 1_000_000, 1_000_001)] == [1, 1, 2]
