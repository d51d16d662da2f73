"""A wrong file gets one clear line: where it is wrong, and how."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.knowledge.loading import SHIPPED
from bot.note.neutrality import amounts_in, is_denied
from bot.proofing import proofread
from tests.proofing.conftest import Folder

EN, ES = "wording/en/kratom.toml", "wording/es/kratom.toml"


class Slip(NamedTuple):
    """A line that somebody wrote, after a table or an id, and what they are told."""

    file: str
    table: str
    line: str
    told: str


SLIPS = [
    Slip(
        "resources.toml",
        'id = "us-safespot"',
        'phone = "1-800-072-0590"',
        "phone 1-800-072-0590 is no known number of US: a digit may be wrong; if it is right, "
        "format_checked says how that is known",
    ),
    Slip(
        "resources.toml",
        'id = "gb-frank"',
        'phone = "0300 123 4567 8901 2345"',
        "phone 0300 123 4567 8901 2345 has not the length of a number of GB",
    ),
    Slip(
        "resources.toml",
        'id = "gb-frank"',
        'phone = "0800 77 66 00"',
        "0800 77 66 00 is denied (FRANK's earlier number): replaced by 0300 123 6600",
    ),
    Slip(
        "resources.toml",
        'id = "us-988"',
        'url = "http://988lifeline.org"',
        "url is not an https link",
    ),
    Slip(
        "resources.toml",
        'code = "US"',
        'note = ["us-samhsa-helpline", "us-911", "us-988", "us-poison-help"]',
        "note has 4 entries, at most 3",
    ),
    Slip(
        "wording/en/common.toml",
        "[help_note]",
        'opening = "You can talk to people who listen:"',
        "“You” speaks to a person or accuses one. Better: “this text”",
    ),
    Slip(
        EN,
        "[note.short]",
        'text = "Every addict knows it."',
        "“addict” puts a label on a person. Better: “person with a substance use disorder”",
    ),
    Slip(
        EN,
        "[note.short]",
        'text = "It is deadly."',
        "“deadly” says more than is known. Better: “known risks”",
    ),
    Slip(
        EN,
        "[note.short]",
        'text = "It is best to stop now."',
        "“stop now” tells people what to do with what they take. Better: “a doctor can help”",
    ),
    Slip(EN, "[[why.known]]", 'text = "It was 5 grams."', "“5 grams” names an amount or a price"),
    Slip(
        EN,
        "[note.fact]",
        'text = "Kratom is not addictive, some say."',
        "“not addictive” words a claim at the head of a note. Better: “has not been shown to be safe”",
    ),
    Slip(
        EN,
        "[[why.known]]",
        'text = "Call 1-800-662-4357 at night."',
        "“1-800-662-4357” is a number in a text: numbers stand in resources.toml alone, here as {phone}",
    ),
    Slip(
        EN,
        "[[why.known]]",
        'text = "Wellness Together can help."',
        "wellness together is denied (Wellness Together Canada and PocketWell): closed on 3 April 2024",
    ),
    Slip(
        ES,
        "[note.fact]",
        'text = "Tu hoja no es un remedio."',
        "“Tu” speaks to a person or accuses one. Better: “este texto”",
    ),
    Slip(
        EN,
        "[[why.known]]",
        'text = "See https://kratom.example/shop today."',
        "“https://kratom.example/shop” is a link in a text: links stand in resources.toml alone",
    ),
    Slip(ES, "", 'page = "us-988"', "page us-988 is no evidence page of grade A or B"),
    Slip(
        "avoided/de.toml",
        "[[group]]",
        'kind = "stigmata"',
        "kind is 'stigmata', not one of 'stigma', 'accusation', 'alarm', 'advice' or 'myth'",
    ),
]


def test_what_ships_has_no_fault() -> None:
    assert [str(each) for each in proofread(SHIPPED).faults] == []


def test_an_unspoilt_copy_has_no_fault(folder: Folder) -> None:
    assert folder.told() == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.told)
def test_a_slip_gets_one_line_with_its_place(folder: Folder, slip: Slip) -> None:
    line = folder.write(slip.file, slip.table, slip.line)

    told = [each for each in folder.told() if "in English" not in each]

    assert told == [f"{slip.file}:{line}: {slip.told}"]


def test_a_note_that_is_too_long_is_told_with_its_country(folder: Folder) -> None:
    folder.write(EN, "[note.fact]", f'text = "{"This is a short line. " * 30}"')

    told = [each for each in folder.told() if "too long in" in each]

    assert len(told) == 1
    assert re.fullmatch(
        rf"{EN}:\d+: the note is \d+ characters too long in [A-Z][\w ]+: at most 700", told[0]
    )


def test_a_claim_that_stands_twice_is_told(folder: Folder) -> None:
    topic = (folder.path / "topics/kratom.toml").read_text(encoding="utf-8")
    folder.append("topics/kratom.toml", topic[topic.rindex("[[claims]]") :])

    assert folder.told() == ["topics/kratom.toml:1: more than one claim is called remedy"]


def test_a_file_that_nothing_reads_is_told(folder: Folder) -> None:
    (folder.path / "notes.toml").write_text("text = 1\n", encoding="utf-8")

    assert "notes.toml:1: is no knowledge file: nothing reads it" in folder.told()


@pytest.mark.parametrize(
    "amount", ["Zwölf Gramm", "Quinze grammes", "Vinte gramas"], ids=["German", "French", "Portuguese"]
)
def test_an_amount_in_words_is_found(amount: str) -> None:
    assert list(amounts_in(f"{amount}.")) == [amount]


@pytest.mark.parametrize(
    ("language", "before"),
    [("de", "Das ist noch "), ("fr", "Une personne la dit "), ("pt", "Ela se vende e é ")],
    ids=["German", "French", "Portuguese"],
)
def test_a_word_that_only_sometimes_denies_is_no_denial(language: str, before: str) -> None:
    assert not is_denied(f"{before}…", len(before), language)


def test_an_answer_may_name_a_claim_that_it_denies(folder: Folder) -> None:
    folder.write(EN, "[note.answer]", 'text = "Being on sale does not show that a product is safe."')

    assert folder.told() == []

    line = folder.write(EN, "[note.answer]", 'text = "No trial was held. Some say that it is safe."')

    told = (
        f"{EN}:{line}: “is safe” words a claim at the head of a note. Better: “has not been shown to be safe”"
    )
    assert folder.told() == [told]


def test_the_guide_shows_lines_that_the_lint_really_says() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "knowledge.md").read_text(encoding="utf-8")
    block = guide.split("```text\n")[1].split("```")[0]
    real = {f"{slip.file}: {slip.told}" for slip in SLIPS}

    shown = {re.sub(r":\d+: ", ": ", line, count=1) for line in block.splitlines()}

    assert len(shown) > 5
    assert shown <= real


def test_a_missing_source_gets_one_line(folder: Folder) -> None:
    folder.write("evidence.toml", "[[evidence]]", "sources = []")
    folder.leave_out("evidence.toml", "[[evidence]]", "sources = ")

    (told,) = folder.told()

    assert told.startswith("evidence.toml:")
    assert told.endswith(": sources is missing")


def test_a_mistyped_key_gets_one_line_though_its_right_name_is_missing_too(folder: Folder) -> None:
    folder.leave_out("resources.toml", 'id = "us-911"', "phone = ")
    line = folder.add("resources.toml", 'id = "us-911"', 'fone = "911"')

    assert folder.told() == [f"resources.toml:{line}: unknown key fone"]


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_files_and_lines(folder: Folder) -> None:
    sooner = folder.write("resources.toml", 'id = "us-911"', 'need = "urgent"')
    later = folder.write("resources.toml", 'id = "us-988"', 'grade = "F"')
    other = folder.write("evidence.toml", "[[evidence]]", "seen = 1.5")

    places = [each.split(": ")[0] for each in folder.told()]

    assert places == [f"evidence.toml:{other}", f"resources.toml:{sooner}", f"resources.toml:{later}"]


def test_a_number_that_the_tables_lack_needs_a_reason(folder: Folder) -> None:
    folder.write("resources.toml", 'id = "us-safespot"', 'phone = "1-800-072-0590"')
    folder.add("resources.toml", 'id = "us-safespot"', 'format_checked = "dialled on 1 December"')

    assert folder.told() == []


def test_a_reason_that_no_number_needs_is_refused(folder: Folder) -> None:
    line = folder.add("resources.toml", 'id = "us-safespot"', 'format_checked = "surely"')

    assert folder.told() == [
        f"resources.toml:{line}: format_checked is not needed: the numbers fit their country's format"
    ]


def test_a_brace_left_open_is_no_riddle(folder: Folder) -> None:
    line = folder.write("wording/en/common.toml", "[lines]", 'us-findtreatment = "Look here: {url"')

    assert folder.told() == [
        f"wording/en/common.toml:{line}: nothing fills {{a brace without the other}} "
        "in the line for us-findtreatment"
    ]


def test_a_topic_without_words_and_words_without_a_topic_are_refused(folder: Folder) -> None:
    (folder.path / "topics/kratom.toml").rename(folder.path / "topics/sunleaf.toml")

    told = folder.told()

    assert "topics/sunleaf.toml:1: the file is not called kratom.toml, as its id is" in told
    for language in ("en", "es"):
        assert f"wording/{language}/sunleaf.toml:1: the file is missing: sunleaf has no words here" in told
        missing = "words for kratom, which is no topic: topics/kratom.toml is missing"
        assert f"wording/{language}/kratom.toml:1: {missing}" in told


def test_an_answer_that_one_language_lacks_is_refused(folder: Folder) -> None:
    folder.append(
        "topics/kratom.toml", "[[claims]]", 'id = "blue"', 'title = "is blue"', 'says = ["relief pain"]'
    )
    folder.append(EN, "[answers.blue]", 'text = "It is green."', 'evidence = ["directory-reach"]')

    (told,) = folder.told()

    assert told.startswith(f"{ES}:")
    assert told.endswith(": answers lacks blue, which has one in English")


def test_an_answer_to_what_nobody_claims_is_refused(folder: Folder) -> None:
    lines = [
        folder.append(
            file, "[answers.blue]", "# en: It is green.", 'text = "So."', 'evidence = ["directory-reach"]'
        )
        for file in (EN, ES)
    ]

    assert folder.told() == [
        f"{file}:{line}: answer to blue, a claim that topics/kratom.toml lacks"
        for file, line in zip((EN, ES), lines, strict=True)
    ]


def test_a_sentence_that_rests_on_something_else_than_the_english_is_refused(folder: Folder) -> None:
    line = folder.write(ES, "[note.helps]", 'evidence = ["directory-reach"]')

    (told,) = folder.told()

    assert told.startswith(f"{ES}:{line}: evidence is not that of the English: ")


def test_a_line_that_one_language_lacks_is_refused(folder: Folder) -> None:
    folder.leave_out("wording/es/common.toml", "[lines]", "us-safespot = ")

    (told,) = folder.told()

    assert told.endswith(": lines lacks us-safespot, which has one in English")


def test_a_text_without_its_back_translation_is_refused(folder: Folder) -> None:
    line = folder.leave_out(ES, "[note.fact]", "# en: ")

    (told,) = folder.told()

    assert told.startswith(f"{ES}:{line}: “")
    assert told.endswith('” has no back-translation: a line "# en: …" above it says in English what it says')


def test_an_empty_back_translation_is_none(folder: Folder) -> None:
    folder.leave_out(ES, "[note.fact]", "# en: ")
    folder.add(ES, "[note.fact]", "# en: ")

    assert len(folder.told()) == 1


def test_a_back_translation_may_stand_above_the_table(folder: Folder) -> None:
    folder.leave_out(ES, "[note.fact]", "# en: ")
    text = (folder.path / ES).read_text(encoding="utf-8")
    (folder.path / ES).write_text(
        text.replace("[note.fact]", "# en: It is so.\n[note.fact]"), encoding="utf-8"
    )

    assert folder.told() == []


def test_a_hard_text_is_told_with_its_longest_words(folder: Folder) -> None:
    words = (
        "Pharmacological interventions substantially ameliorate neurobiological dependence and symptomatology"
    )
    line = folder.write(EN, "[note.short]", f'text = "{words} considerably."')

    (told,) = folder.told()

    assert told.startswith(f"{EN}:{line}: hard to read: use shorter sentences, and shorter words for ")
    assert "symptomatology" in told


def test_a_file_that_names_no_schema_is_told_how_to_get_it(folder: Folder) -> None:
    folder.leave_out(EN, "", "#:schema")

    assert folder.told() == [
        f"{EN}:1: the first line is not #:schema ../../schema/topic-words.json: "
        "`signpost knowledge schema` adds it"
    ]


def test_a_brand_may_stand_in_no_text(folder: Folder) -> None:
    path = folder.path / "topics/kratom.toml"
    text = path.read_text(encoding="utf-8")
    if "\nbrands = [" not in text:
        text = text.replace("\nhints = ", "\nbrands = []\nhints = ", 1)
    path.write_text(text.replace("\nbrands = [", '\nbrands = ["sunny leaf", ', 1), encoding="utf-8")
    line = folder.write(EN, "[note.short]", 'text = "Sunny Leaf is a name."')

    assert folder.told() == [f"{EN}:{line}: “Sunny Leaf” is the name of a product"]


def test_a_release_refuses_an_overdue_review(folder: Folder) -> None:
    line = folder.write("resources.toml", 'id = "us-911"', "review_by = 2026-12-01")
    told = f"resources.toml:{line}: us-911 was to be reviewed by 2026-12-01: look at its source again"

    assert folder.told() == []
    assert proofread(folder.path, date(2026, 12, 1)).faults == ()
    assert told in [str(each) for each in proofread(folder.path, date(2026, 12, 2)).faults]


def test_what_nobody_verified_is_listed(folder: Folder) -> None:
    before = len(proofread(folder.path).unverified)
    folder.add("resources.toml", 'id = "us-911"', 'verified_by = "A. Person"', "verified_on = 2026-12-01")

    unverified = proofread(folder.path).unverified

    assert len(unverified) == before - 1
    assert "us-911" not in {each.id for each in unverified}
