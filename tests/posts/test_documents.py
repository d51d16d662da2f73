"""Web pages, RTF, PDF and Word files: what they say, and what happens to broken and hostile ones.

Each is read by a real worker process.
"""

import pytest

from bot.posts import Carrier, Passage, Unread, WhyUnread
from bot.posts.files import Files, FilesRead
from bot.posts.limits import KIB, MIB, FileLimits

from ..documents import archive, letter, locked_pdf, pdf, word_bomb, word_file
from .attached import Shelf, attachment, opened

SERVER = 7
SAID = "Kratom eases opioid withdrawal"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)


async def read(name: str, data: bytes, limits: FileLimits | None = None) -> Passage | Unread | None:
    """Read the only file of a post."""
    async with opened(Shelf({name: data}), limits) as files:
        found = await files.read([attachment(name, size=len(data))], SERVER)
    return next(iter((*found.passages, *found.unread)), None)


async def said(name: str, data: bytes, limits: FileLimits | None = None) -> Passage:
    """Read a file that can be read."""
    passage = await read(name, data, limits)
    assert isinstance(passage, Passage), passage
    return passage


async def unread(name: str, data: bytes, limits: FileLimits | None = None) -> WhyUnread:
    """Say why a file cannot be read."""
    found = await read(name, data, limits)
    assert isinstance(found, Unread), found
    assert found.name == name
    return found.why


# What they say


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.html", f"<html><body><p>{SAID}</p></body></html>".encode()),
        ("letter.rtf", letter(SAID)),
        ("leaflet.pdf", pdf(SAID)),
        ("story.docx", word_file(SAID)),
    ],
)
async def test_a_document_is_read(name: str, data: bytes) -> None:
    passage = await said(name, data)

    assert passage == Passage(passage.text, Carrier.FILE, name)
    assert passage.text.strip() == SAID


@pytest.mark.parametrize("data", [letter(SAID), pdf(SAID), word_file(SAID), f"<html>{SAID}".encode()])
@pytest.mark.parametrize("name", ["message.txt", "leaflet", "story.docx"])
async def test_a_document_is_known_by_its_content(name: str, data: bytes) -> None:
    assert (await said(name, data)).text.strip() == SAID


async def test_a_text_that_calls_itself_a_document_is_read() -> None:
    assert (await said("leaflet.pdf", SAID.encode())).text == SAID


async def test_of_a_web_page_what_can_be_seen_is_read() -> None:
    page = (
        "<!doctype html><title>Leaf</title><style>p { color: red }</style><script>let kratom = 1</script>"
        "<p>K<b>rat</b>om&nbsp;eases &amp; <i>soothes</i></p><ul><li>pain<li>worry</ul>"
    )

    assert (await said("page.html", page.encode())).text.split("\n") == [
        *("", "Leaf", "Kratom eases & soothes", "pain", "worry", ""),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
async def test_a_web_page_is_decoded_as_it_was_written(encoding: str) -> None:
    assert (await said("page.html", "<html><p>für “dich”</p>".encode(encoding))).text.strip() == "für “dich”"


async def test_a_web_page_is_decoded_as_it_says() -> None:
    page = "<html><meta charset='koi8-r'><p>трава</p>".encode("koi8-r")

    assert (await said("page.html", page)).text.strip() == "трава"


async def test_escapes_of_an_rtf_file_become_letters() -> None:
    data = rb"{\rtf1\ansi\ansicpg1252 f\'fcr \u8220?dich\u8221? \u-10179?\u-8704?}"

    assert (await said("letter.rtf", data)).text == "für “dich” 😀"


async def test_paragraphs_of_a_word_file_are_lines() -> None:
    assert (await said("story.docx", word_file("one", "two &amp; three"))).text == "one\ntwo & three\n"


async def test_notes_at_the_foot_of_a_word_file_are_read() -> None:
    words = "<a><t>above</t><p/></a>", "<a><t>below</t></a>"
    data = archive({"word/document.xml": words[0], "word/footnotes.xml": words[1]})

    assert (await said("story.docx", data)).text == "above\nbelow"


# Limits


async def test_of_a_pdf_only_so_many_pages_are_read() -> None:
    passage = await said("book.pdf", pdf(*(f"page {number}" for number in range(5000))))

    assert passage.cut
    assert passage.text.split() == [word for number in range(300) for word in ("page", str(number))]


@pytest.mark.parametrize("name", ["book.pdf", "book.docx"])
async def test_a_document_larger_than_is_read_is_not_fetched(name: str) -> None:
    shelf = Shelf({name: b""})
    large = attachment(name, size=9 * 2**20)

    found = await Files(shelf).read([large], SERVER)

    assert found == FilesRead(unread=(Unread(name, WhyUnread.TOO_LARGE),))
    assert shelf.asked == []


async def test_a_document_larger_than_it_claimed_is_not_taken_apart() -> None:
    data = pdf(SAID * 1000)
    found = await Files(Shelf({"a.pdf": data}), FileLimits(document_bytes=10 * KIB)).read(
        [attachment("a.pdf", size=100)], SERVER
    )

    assert found.unread == (Unread("a.pdf", WhyUnread.TOO_LARGE),)


async def test_a_large_web_page_is_read_by_its_beginning() -> None:
    page = f"<html><p>{SAID}</p>".encode() + b" " * 20_000

    passage = await said("page.html", page, FileLimits(document_bytes=10 * KIB))

    assert passage.cut
    assert passage.text.strip() == SAID


async def test_a_document_gives_no_more_characters_than_a_text() -> None:
    passage = await said("story.docx", word_file(SAID * 100), FileLimits(text_bytes=50))

    assert passage.cut
    assert passage.text == (SAID * 2)[:50]


async def test_a_text_that_calls_itself_a_document_is_cut_like_a_text() -> None:
    passage = await said("leaflet.pdf", SAID.encode(), FileLimits(text_bytes=6))

    assert (passage.text, passage.cut) == ("Kratom", True)


# Broken and hostile ones


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", locked_pdf(SAID, "secret"), WhyUnread.ENCRYPTED),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0" + bytes(9) + "EncryptedPackage".encode("utf-16-le"),
            WhyUnread.ENCRYPTED,
        ),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(999), WhyUnread.DAMAGED),
        ("a.pdf", b"%PDF-1.7\nand nothing more", WhyUnread.DAMAGED),
        ("a.pdf", pdf("")[:200], WhyUnread.DAMAGED),
        ("a.docx", word_file(SAID)[:200], WhyUnread.DAMAGED),
        ("a.docx", archive({"[Content_Types].xml": "<Types/>"}), WhyUnread.DAMAGED),
        ("a.docx", archive({"word/document.xml": "<a><b></a>"}), WhyUnread.DAMAGED),
        (
            "a.docx",
            archive({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            WhyUnread.DAMAGED,
        ),
        ("a.docx", word_bomb(megabytes=33), WhyUnread.SWOLLEN),
        ("a.rtf", rb"{\rtf1 \u99999999999?}", WhyUnread.DAMAGED),
        ("a.pdf", pdf(""), WhyUnread.EMPTY),
        ("a.html", b"<html><script>words</script></html>", WhyUnread.EMPTY),
        ("a.pdf", b"", WhyUnread.EMPTY),
        ("a.pdf", PNG, WhyUnread.DAMAGED),
    ],
    ids=[
        "locked PDF",
        "locked Word file",
        "old Word file",
        "no PDF",
        "PDF cut off",
        "Word file cut off",
        "Word file without a text",
        "Word file with broken XML",
        "Word file with entities",
        "Word file that is a bomb",
        "RTF file with impossible letters",
        "PDF of pictures",
        "web page of scripts",
        "nothing",
        "picture",
    ],
)
async def test_a_document_that_cannot_be_read_is_named_with_the_reason(
    name: str, data: bytes, why: WhyUnread
) -> None:
    assert await unread(name, data) is why


async def test_padding_does_not_push_the_words_out_of_sight() -> None:
    page = "<html>" + "<p>&nbsp;</p>\n" * 100_000 + SAID

    assert (await said("page.html", page.encode(), FileLimits(text_bytes=KIB))).text.strip() == SAID


async def test_tags_nested_without_end_are_read_through() -> None:
    assert (await said("page.html", b"<div>" * 100_000 + SAID.encode())).text.strip() == SAID


async def test_a_worker_that_wants_more_memory_than_it_may_have_ends_alone() -> None:
    limits = FileLimits(document_memory=32 * MIB)

    assert await unread("a.rtf", rb"{\rtf1 " + b"words " * MIB + b"}", limits) is WhyUnread.SWOLLEN


async def test_a_document_that_takes_too_long_is_given_up() -> None:
    quadratic = b"<html>" + b"<a " * 2**20

    assert await unread("page.html", quadratic, FileLimits(document_seconds=0.3)) is WhyUnread.LABORIOUS


async def test_what_was_read_before_time_ran_out_counts() -> None:
    page = f"<html><p>{SAID}</p>".encode() + b" " * 2**17 + b"<a " * 2**20

    passage = await said("page.html", page, FileLimits(document_seconds=3))

    assert passage.cut
    assert passage.text.strip() == SAID
