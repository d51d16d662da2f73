"""Names read out as another: what the models get, and the way back to the post's own words."""

from bot.knowledge.topics import built_in
from bot.posts.post import Post
from bot.recognition.fold import fold
from bot.recognition.gate import Gate, Names
from bot.recognition.read_as import apart, read_as
from bot.recognition.windows import windows

TIANEPTINE = Names(next(topic for topic in built_in() if topic.id == "tianeptine"), "kratom")


def test_each_name_is_read_out_and_the_rest_stays() -> None:
    (window,) = windows(
        Post.of_text("Tianeptine, or ZaZa: tianeptine's calm."), Gate([TIANEPTINE]), TIANEPTINE
    )

    assert window.text == "kratom, or kratom: kratom's calm."


def test_a_word_that_holds_a_name_is_read_out_whole() -> None:
    folded = fold("so #tianeptinesulfate then")

    text, mentions = read_as(folded, TIANEPTINE.mentions(folded), "kratom")

    assert text.text == "so kratom then"
    assert [(each.start, each.end) for each in mentions] == [(3, 9)]


def test_the_way_back_leads_to_the_posts_own_words() -> None:
    original = "Take gas station\nheroin? TIANEPTINE eases pain"
    folded = fold(original)

    text, _ = read_as(folded, TIANEPTINE.mentions(folded), "kratom")

    start = text.text.index("eases")
    assert text.text == "take kratom? kratom eases pain"
    assert original[slice(*text.original(start, start + len("eases pain")))] == "eases pain"
    assert original[slice(*text.original(5, 11))] == "gas station\nheroin"


def test_the_ends_of_lines_move_with_the_words() -> None:
    folded = fold("tianeptine first\nzaza second\nthird")

    text, _ = read_as(folded, TIANEPTINE.mentions(folded), "kratom")

    assert [text.text[:at] for at in text.breaks] == ["kratom first", "kratom first kratom second"]


def test_overlapping_names_are_one_place() -> None:
    folded = fold("za za red is what they call it")

    assert apart(TIANEPTINE.mentions(folded)) == [(0, 9)]
