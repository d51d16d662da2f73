"""A post as a value."""

from bot.posts import Carrier, Passage, Post


def test_a_passage_names_its_place_by_file_or_by_carrier() -> None:
    assert Passage("x").place == "message"
    assert Passage("x", Carrier.TITLE).place == "title"
    assert Passage("x", Carrier.FILE, "message.txt").place == "message.txt"
    assert Passage("x", Carrier.SCREENSHOT, "image.png").place == "screenshot image.png"
    assert Passage("x", Carrier.PREVIEW, forwarded=True).place == "forwarded link preview"


def test_a_posts_length_is_that_of_its_passages() -> None:
    assert Post((Passage("ab"), Passage("cde", Carrier.TITLE))).length == 5
    assert Post.of_text("leaf").length == 4
