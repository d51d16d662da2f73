"""A post as a value."""

from bot.posts import Carrier, Passage, Post, WhyUnread


def test_a_passage_names_its_place_by_file_or_by_carrier() -> None:
    assert Passage("x").place == "message"
    assert Passage("x", Carrier.TITLE).place == "title"
    assert Passage("x", Carrier.FILE, "message.txt").place == "message.txt"
    assert Passage("x", Carrier.SCREENSHOT, "image.png").place == "screenshot image.png"
    assert Passage("x", Carrier.PREVIEW, forwarded=True).place == "forwarded link preview"


def test_a_posts_length_is_that_of_its_passages() -> None:
    assert Post((Passage("ab"), Passage("cde", Carrier.TITLE))).length == 5
    assert Post.of_text("leaf").length == 4


def test_why_a_file_was_not_read_says_whether_trying_again_may_help() -> None:
    assert WhyUnread.SLOW.passes
    assert WhyUnread.CROWDED.passes
    assert not WhyUnread.GONE.passes
    assert not WhyUnread.ENCRYPTED.passes


def test_the_beginning_of_a_post_is_cut_where_it_has_to_be_and_says_so() -> None:
    post = Post((Passage("ab"), Passage("cdef", Carrier.FILE, "a.txt"), Passage("gh")))

    assert post.beginning(8) == post
    assert post.beginning(4).passages == (Passage("ab"), Passage("cd", Carrier.FILE, "a.txt", cut=True))
    assert post.beginning(2).length == 2
