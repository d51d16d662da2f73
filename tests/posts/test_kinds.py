"""What a file promises to be, and what it is."""

import pytest

from bot.posts.kinds import Kind, found, promised


@pytest.mark.parametrize(
    ("filename", "content_type", "kind"),
    [
        ("message.txt", None, Kind.TEXT),
        ("message.txt", "text/plain; charset=utf-8", Kind.TEXT),
        ("MESSAGE.TXT", None, Kind.TEXT),
        ("notes.markdown", "application/octet-stream", Kind.TEXT),
        ("day.log", None, Kind.TEXT),
        ("table.csv", None, Kind.TEXT),
        ("leaflet", "text/plain", Kind.TEXT),
        ("two.dots.text", None, Kind.TEXT),
        ("page.html", "text/html; charset=utf-8", Kind.HTML),
        ("letter.rtf", None, Kind.RTF),
        ("leaflet.PDF", None, Kind.PDF),
        ("leaflet", "application/pdf", Kind.PDF),
        ("story.docx", None, Kind.DOCX),
        ("photo.png", "image/png", Kind.PICTURE),
        (".txt.png", None, Kind.PICTURE),
        ("message.txt", "image/png", Kind.TEXT),
        ("wave.gif", "image/gif", Kind.OTHER),
        ("clip.mp4", "video/mp4", Kind.OTHER),
        ("clip", "audio/ogg", Kind.OTHER),
        ("archive.txt.zip", "application/zip", Kind.OTHER),
        ("leaflet", None, None),
        ("notes.bin", "application/octet-stream", None),
        ("txt", None, None),
        ("", None, None),
    ],
)
def test_a_files_name_and_type_promise_a_kind(filename: str, content_type: str | None, kind: Kind) -> None:
    assert promised(filename, content_type) is kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"just words", Kind.TEXT),
        (b"", Kind.TEXT),
        (b"I read about <html> and %PDF-1.4 yesterday", Kind.TEXT),
        (b"\n <!DOCTYPE html>\n<html><p>words", Kind.HTML),
        (b"\xef\xbb\xbf<html><p>words", Kind.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', Kind.HTML),
        (rb"{\rtf1\ansi words}", Kind.RTF),
        (b"%PDF-1.7\n\x00\x01\x02", Kind.PDF),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07%PDF-1.7\n", Kind.PDF),
        (b"PK\x03\x04\x14\x00\x06\x00" + bytes(20) + b"word/document.xml", Kind.DOCX),
        (b"PK\x03\x04\x14\x00\x06\x00" + bytes(20) + b"xl/workbook.xml", Kind.OTHER),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Kind.PICTURE),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", Kind.PICTURE),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", Kind.PICTURE),
        (b"GIF89a\x01\x00\x01\x00", Kind.OTHER),
        (b"\x1f\x8b\x08\x00", Kind.OTHER),
    ],
)
def test_a_files_content_says_what_it_is(data: bytes, kind: Kind) -> None:
    assert found(data, None) is kind


def test_a_fragment_of_html_is_one_where_its_name_says_so() -> None:
    fragment = b"<p>words</p>"

    assert found(fragment, Kind.HTML) is Kind.HTML
    assert found(fragment, Kind.TEXT) is Kind.TEXT
