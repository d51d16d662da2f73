"""A wrong knowledge file is refused in one line that names the file, the line and what is missing."""

import shutil
from pathlib import Path

import pytest

from bot.knowledge import KnowledgeError, load

SHIPPED = Path(__file__).parents[2] / "bot" / "knowledge"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Copy the shipped files, to be spoilt."""
    (tmp_path / "wording").mkdir()
    for name in ("resources.toml", "evidence.toml", "denied.toml"):
        shutil.copy(SHIPPED / name, tmp_path / name)
    for name in ("wording/en", "topics"):
        shutil.copytree(SHIPPED / name, tmp_path / name)
    return tmp_path


def spoil(path: Path, entry: str, old: str, new: str) -> int:
    """Change the first `old` after the line `entry`; return the line, from 1, where the change begins."""
    text = path.read_text(encoding="utf-8")
    start = text.index(old, text.index(entry))
    path.write_text(text[:start] + new + text[start + len(old) :], encoding="utf-8")
    return text.count("\n", 0, start) + 1


def refusal(files: Path) -> KnowledgeError:
    with pytest.raises(KnowledgeError) as refused:
        load(files)
    message = str(refused.value)
    assert "\n" not in message
    assert message == f"{refused.value.file}:{refused.value.line}: {refused.value.what}"
    return refused.value


def test_an_unspoilt_copy_loads(files: Path) -> None:
    assert "us-988" in load(files).resources


@pytest.mark.parametrize(
    ("file", "entry", "old", "new", "what"),
    [
        (
            "resources.toml",
            'id = "us-findtreatment"',
            'grade = "A"',
            'grade = "F"',
            "grade is 'F', not one of",
        ),
        ("resources.toml", 'id = "us-988"', 'url = "https://', 'url = "http://', "url is not an https link"),
        (
            "resources.toml",
            'id = "us-911"',
            'phone = "911"',
            'phone = "nine-one-one"',
            "phone is 'nine-one-one', which is not how it is written: digits",
        ),
        ("resources.toml", 'id = "us-911"', 'need = "emergency"', 'need = "urgent"', "need is 'urgent'"),
        (
            "resources.toml",
            'id = "us-911"',
            'country = "US"',
            'country = "XX"',
            "country XX has no [[country]]",
        ),
        ("resources.toml", 'id = "us-911"', "phone = ", "fone = ", "unknown key fone"),
        (
            "resources.toml",
            'id = "nz-111"',
            "seen = 2026-11-22",
            'seen = "lately"',
            "seen is 'lately', not a date",
        ),
        ("resources.toml", 'code = "US"', '"us-988"', '"ca-988"', "ca-988, a line of another country"),
        ("resources.toml", 'code = "US"', '"us-988"', '"us-989"', "us-989, which is no resource"),
        ("evidence.toml", 'id = "kratom-liver"', "text = ", "txt = ", "unknown key txt"),
        (
            "wording/en/kratom.toml",
            "",
            'page = "',
            'page = "us-988" # "',
            "no evidence page of grade",
        ),
        ("wording/en/kratom.toml", "", '"kratom-liver", ', '"kratom-hair", ', "kratom-hair is no evidence"),
        ("wording/en/common.toml", "", "{hours}", "{minutes}", "hours must have the gap {hours}"),
        ("wording/en/common.toml", "", "{ways}", "{way}", "line must have the gaps {name} and {ways}"),
        (
            "wording/en/common.toml",
            "",
            'us-988 = "In a crisis',
            'us-989 = "In a crisis',
            "us-989, which is no resource",
        ),
        ("wording/en/common.toml", "", "Treatment in the US: ", "Call {phone}: ", "nothing fills {phone}"),
        (
            "wording/en/kratom.toml",
            "[note.fact]",
            'text = "',
            'text = "Call {phone}. ',
            "nothing fills {phone}",
        ),
        ("wording/en/kratom.toml", "[note.fact]", 'text = "', f'text = "{"long " * 400}', "at most 2000"),
        ("resources.toml", 'id = "us-911"', 'phone = "911"', "phone = 911", "phone is 911, which is no text"),
        ("resources.toml", 'id = "us-911"', 'phone = "911"', "phone = “911”", "not in curly ones"),
        ("resources.toml", 'id = "us-911"', 'phone = "911"', 'phone = "911', "a quotation mark is missing"),
        ("resources.toml", 'id = "us-911"', 'phone = "911"', 'phone: "911"', "a line is: key = value"),
        ("resources.toml", 'id = "us-988"', "languages = [", 'languages = "English" # [', "which is no list"),
        ("resources.toml", 'id = "us-911"', "seen = 2026-11-22", "seen = 20261122", "not a date such as"),
        ("resources.toml", 'id = "us-911"', "seen = 2026-11-22", "seen = 2026-02-30", "there is no such day"),
        ("wording/en/kratom.toml", "", '"us-nida-kratom"', '"us-samhsa-helpline"', "which has no url"),
    ],
)
def test_a_wrong_value_is_refused_at_its_line(
    files: Path, *, file: str, entry: str, old: str, new: str, what: str
) -> None:
    line = spoil(files / file, entry, old, new)

    refused = refusal(files)

    assert (refused.file, refused.line) == (file, line)
    assert what in refused.what


@pytest.mark.parametrize(
    ("file", "entry", "removed", "what"),
    [
        ("resources.toml", "us-911", "seen = 2026-11-22\n", "seen is missing"),
        ("resources.toml", "us-911", "review_by = 2027-05-22\n", "review_by is missing"),
        ("resources.toml", "us-911", 'grade = "A"\n', "grade is missing"),
        ("resources.toml", "us-911", 'run_by = "public"\n', "run_by is missing"),
        ("resources.toml", "us-911", 'phone = "911"\n', "phone, text and url are all missing"),
        ("resources.toml", "us-911", 'country = "US"\n', "country is missing (need is emergency)"),
        ("resources.toml", "nz-1737", 'name = "1737, need to talk?"\n', "name is missing"),
        ("evidence.toml", "kratom-liver", "seen = 2026-11-22\n", "seen is missing"),
    ],
)
def test_a_missing_value_is_refused_at_its_entry(
    files: Path, file: str, entry: str, removed: str, what: str
) -> None:
    path = files / file
    header = (
        path.read_text(encoding="utf-8").splitlines().index(f'id = "{entry}"')
    )  # the [[table]] is a line above
    spoil(path, f'id = "{entry}"', removed, "")

    refused = refusal(files)

    assert (refused.file, refused.line, refused.what) == (file, header, what)


def test_an_entry_without_a_source_is_refused(files: Path) -> None:
    path = files / "resources.toml"
    text = path.read_text(encoding="utf-8")
    source = 'sources = ["https://developer.example.org"]\n'
    start = text.index("sources = [", text.index('id = "us-911"'))
    end = text.index("]\n", start) + 2

    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert refusal(files).what == "sources is missing"

    path.write_text(text[:start] + "sources = []\n" + text[end:], encoding="utf-8")
    refused = refusal(files)
    assert (refused.line, refused.what) == (text.count("\n", 0, start) + 1, "sources is empty")

    path.write_text(text[:start] + source.replace("https", "http") + text[end:], encoding="utf-8")
    refused = refusal(files)
    assert (refused.line, refused.what) == (text.count("\n", 0, start) + 1, "sources is not an https link")


def test_a_review_date_before_the_look_is_refused(files: Path) -> None:
    spoil(files / "resources.toml", 'id = "us-911"', "review_by = 2027-05-22", "review_by = 2026-11-22")

    assert refusal(files).what == "review_by must lie after seen"


def test_a_verification_without_a_name_is_refused(files: Path) -> None:
    spoil(files / "resources.toml", 'id = "us-911"', 'grade = "A"', 'grade = "A"\nverified_on = 2026-12-01')

    assert refusal(files).what == "verified_by and verified_on belong together"


def test_a_second_entry_of_the_same_id_is_refused(files: Path) -> None:
    line = spoil(files / "resources.toml", "", 'id = "us-safespot"', 'id = "us-poison-help"')

    refused = refusal(files)

    assert (refused.line, refused.what) == (line - 1, "us-poison-help stands here a second time")


def test_words_on_evidence_below_b_are_refused(files: Path) -> None:
    spoil(files / "evidence.toml", 'id = "kratom-dependence"', 'grade = "A"', 'grade = "C"')

    refused = refusal(files)

    assert refused.file == "wording/en/kratom.toml"
    assert refused.what == "kratom-dependence is graded C: a text may rest on A or B only"
    named = (files / refused.file).read_text(encoding="utf-8").splitlines()[refused.line - 1]
    assert named.startswith("evidence = ")


def test_a_resource_below_b_leaves_the_note_and_the_lists(files: Path) -> None:
    spoil(files / "resources.toml", 'id = "us-samhsa-helpline"', 'grade = "B"', 'grade = "C"')

    known = load(files)

    assert "us-samhsa-helpline" not in {each.id for each in (*known.noted("US"), *known.lines("US"))}


def test_broken_toml_is_refused_at_its_line(files: Path) -> None:
    line = spoil(files / "evidence.toml", 'id = "kratom-liver"', 'grade = "A"', "grade = A")

    refused = refusal(files)

    assert (refused.file, refused.line) == ("evidence.toml", line)
    assert refused.what.startswith("not TOML: ")


def test_a_string_left_open_is_refused_at_the_end(files: Path) -> None:
    path = files / "evidence.toml"
    path.write_text(path.read_text(encoding="utf-8") + 'note = """never closed', encoding="utf-8")

    refused = refusal(files)

    assert refused.file == "evidence.toml"
    assert refused.line == path.read_text(encoding="utf-8").count("\n") + 1


def test_a_missing_file_is_named(files: Path) -> None:
    (files / "evidence.toml").unlink()

    assert str(refusal(files)) == "evidence.toml:1: the file is missing"


def test_a_file_in_another_encoding_is_named(files: Path) -> None:
    (files / "evidence.toml").write_bytes("text = 'é'".encode("latin-1"))

    assert str(refusal(files)) == "evidence.toml:1: is not UTF-8 text"


def test_a_file_with_a_byte_order_mark_is_named(files: Path) -> None:
    path = files / "evidence.toml"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")

    assert refusal(files).what == "begins with a byte-order mark: save it as UTF-8 without BOM"


def test_a_folder_in_place_of_a_file_is_named(files: Path) -> None:
    (files / "evidence.toml").unlink()
    (files / "evidence.toml").mkdir()

    assert str(refusal(files)).startswith("evidence.toml:1: cannot be read: ")


def test_words_in_no_language_are_refused(files: Path) -> None:
    shutil.copytree(files / "wording/en", files / "wording/english")

    refused = refusal(files)

    assert (refused.file, refused.what) == ("wording/english", "is no language's code, such as en")


@pytest.fixture
def spanish(files: Path) -> Path:
    """Copy the Spanish wording beside the others; return its folder."""
    return Path(shutil.copytree(SHIPPED / "wording/es", files / "wording/es"))


@pytest.mark.parametrize(
    ("file", "entry", "old", "new", "what"),
    [
        ("common.toml", "[countries]", 'DE = "Alemania"\n', "", "countries lacks DE"),
        (
            "common.toml",
            "[countries]",
            'DE = "Alemania"',
            'DE = "Alemania"\nXX = "Nadie"',
            "XX is no country of resources.toml",
        ),
        (
            "common.toml",
            "[countries]",
            "DE = ",
            "de = ",
            "the key is 'de', which is not how it is written: two capitals, such as US",
        ),
        ("common.toml", "[resources.us-988]", "for_whom", "# for_whom", "us-988 lacks for_whom"),
        ("common.toml", "[resources.us-988]", "languages", "# languages", "us-988 lacks languages"),
        ("common.toml", "[resources.us-988]", "us-988", "us-999", "words for us-999, which is no resource"),
        ("kratom.toml", "[note.helps]", "text = ", "# text = ", "text is missing"),
    ],
)
def test_a_language_that_leaves_something_in_english_is_refused(
    files: Path, spanish: Path, file: str, entry: str, old: str, new: str, what: str
) -> None:
    spoil(spanish / file, entry, old, new)

    refused = refusal(files)

    assert (refused.file, refused.what) == (f"wording/es/{file}", what)


def test_what_a_note_never_lacks_must_stand_in_it(files: Path) -> None:
    spoil(files / "resources.toml", 'code = "US"', '["us-samhsa-helpline"]', '["us-safespot"]')

    assert refusal(files).what == "always names what note does not show"


def test_a_withdrawn_number_is_not_required_of_any_choice(files: Path) -> None:
    spoil(files / "resources.toml", 'id = "us-samhsa-helpline"', 'grade = "B"', 'grade = "C"')

    assert load(files).always("US") == ()
