from itertools import pairwise

import pytest

from bot.knowledge.topics import built_in
from bot.posts.post import Carrier, Passage, Post
from bot.recognition.gate import Gate, Names
from bot.recognition.windows import MOST_STRETCHES, STRETCH, STRIDE, WORDS, Stretch, Window, windows
from tests.bench.hostile import MEBIBYTE, PITCH, filled

TOPIC = built_in()[0]
NAMES = Names(TOPIC)
GATE = Gate([NAMES])

MOST_WINDOWS = MOST_STRETCHES * (STRETCH // 2 // STRIDE + 2)
"""Windows of a post at most: each stretch can hold a word every two characters."""


def cut(text: str) -> list[Window]:
    return windows(Post.of_text(text), GATE, NAMES)


def stretches(found: list[Window]) -> list[Stretch]:
    """Give the stretches of windows, each once, in reading order."""
    return list({id(window.stretch): window.stretch for window in found}.values())


def numbered(count: int, first: int = 0) -> list[str]:
    """Make words that say which they are and hold no letter that a name could begin with."""
    return [
        "x" + f"{number:03d}".translate(str.maketrans("0123456789", "bcfjlpqsvw"))
        for number in range(first, first + count)
    ]


def test_a_short_post_is_one_window() -> None:
    (window,) = cut("Kratom eases withdrawal.")

    assert window.text == "kratom eases withdrawal."
    assert (window.start, window.end, window.named) == (0, len(window.text), True)


def test_a_post_a_little_longer_than_a_window_is_still_one() -> None:
    assert len(cut(" ".join(["kratom", *numbered(WORDS + 10)]))) == 1


def test_a_long_post_is_cut_into_overlapping_windows_that_hold_every_word() -> None:
    words = ["kratom", *numbered(399)]

    found = cut(" ".join(words))

    read = [[word for word in window.text.split() if word != "kratom:"] for window in found]
    assert [len(each) for each in read] == [WORDS] * len(read)
    assert read[0] == words[:WORDS]
    assert read[1] == words[STRIDE : STRIDE + WORDS]
    assert read[-1] == words[-WORDS:]
    assert set().union(*read) == set(words)


def test_signs_stay_with_the_word_before_them() -> None:
    words = ["kratom", *numbered(399)]

    found = cut("! ".join(words))

    assert all(window.text.endswith("!") for window in found[:-1])
    assert not any(window.text.startswith("!") for window in found)


def test_where_only_words_before_name_the_topic_its_title_leads() -> None:
    first, *others = cut(" ".join(["kratom", *numbered(399)]))

    assert first.text.startswith("kratom xbbb")
    assert others
    assert all(window.text.startswith(f"{TOPIC.title}: x") for window in others)
    assert all(window.named for window in others)


def test_what_lies_far_behind_the_name_is_not_read() -> None:
    words = ["kratom", *numbered(699)]

    found = cut(" ".join(words))

    read = {word for window in found for word in window.text.split()}
    assert words[2 * WORDS] in read
    assert words[-1] not in read


def test_what_lies_before_the_name_is_not_read() -> None:
    words = [*numbered(600), "kratom"]

    (window,) = cut(" ".join(words))

    assert window.text == " ".join(words[-WORDS:])


def test_a_name_in_the_title_counts_for_the_body() -> None:
    title = Passage("All about Kratom", Carrier.TITLE)
    body = Passage("It eases withdrawal.")

    of_title, of_body = windows(Post((title, body)), GATE, NAMES)

    assert of_title.text == "all about kratom"
    assert of_body.text == "kratom: it eases withdrawal."
    assert (of_body.stretch.passage, of_body.named) == (1, True)
    assert windows(Post((Passage("All about tea", Carrier.TITLE), body)), GATE, NAMES) == []


def test_a_name_counts_on_into_the_next_stretch() -> None:
    body = " ".join(numbered(STRETCH // 5 - 20)) + " kratom "
    tail = " ".join(numbered(150, first=820))

    found = cut(body + tail)

    assert stretches(found)[-1].start > 0
    assert tail.split()[-1] in found[-1].text.split()
    assert found[-1].named


def test_a_hint_is_read_without_a_lead_and_without_a_name() -> None:
    (window,) = cut("This botanical eases withdrawal.")

    assert window.text == "this botanical eases withdrawal."
    assert not window.named


def test_talk_that_names_nothing_gives_no_window() -> None:
    assert cut("a duck rat by the river") == []
    assert cut("") == []
    assert windows(Post(()), GATE, NAMES) == []


def test_a_name_without_words_around_it_is_read() -> None:
    assert [window.text for window in cut("kratom")] == ["kratom"]
    assert cut("…!?") == []


LINES = "\n".join(f"kratom {' '.join(numbered(12, first=12 * line))}" for line in range(80))


def test_a_stretch_ends_with_a_line() -> None:
    text = LINES * 3

    first, *_ = found = stretches(cut(text))

    assert len(found) > 1
    assert len(first.original) <= STRETCH
    assert text[len(first.original)] == "\n"


def test_a_stretch_of_one_line_ends_with_a_word() -> None:
    text = LINES.replace("\n", " ") * 3

    first, *_ = stretches(cut(text))

    assert text[len(first.original)] == " "


def test_an_endless_word_is_cut_all_the_same() -> None:
    found = stretches(cut("kratom" * STRETCH))

    assert len(found[0].original) == STRETCH
    assert len(found) > 1


@pytest.mark.parametrize("text", [LINES * 3, LINES.replace("\n", " ") * 3, "kratom" * 2000])
def test_stretches_are_the_posts_own_text_and_leave_nothing_out_at_a_cut(text: str) -> None:
    found = stretches(cut(text))

    for stretch in found:
        assert text[stretch.start :].startswith(stretch.original)
    assert found[-1].start + len(found[-1].original) == len(text)
    for before, after in pairwise(found):
        assert before.start < after.start <= before.start + len(before.original) - 500, (
            "500 characters are whole"
        )


DISGUISED_NAMES = {
    "zero-width signs": ("k\u200bra\u200btom", "k\u200bra\u200btom"),
    "markdown": ("**kra**tom", "kra**tom"),
    "Cyrillic": ("кrаtоm", "кrаtоm"),
    "full width": ("ｋｒａｔｏｍ", "ｋｒａｔｏｍ"),
    "set apart": ("k r a t o m", "k r a t o m"),
    "a masked link": ("[kra](https://example.org/a)tom", "kra](https://example.org/a)tom"),
    "digits": ("kr4t0m", "kr4t0m"),
}


@pytest.mark.parametrize("name", DISGUISED_NAMES)
def test_offsets_lead_back_to_the_disguised_words(name: str) -> None:
    written, shown = DISGUISED_NAMES[name]
    text = f"{'We walked by the river. ' * 300}\nThey say {written} is g\u200bood, **very** good."

    window = cut(text)[-1]

    folded = window.stretch.folded.text
    at = folded.index("kratom", window.start)
    start, end = window.stretch.locate(at, at + len("kratom"))
    assert window.stretch.start > 0
    assert text[start:end] == shown
    at = folded.index("good", window.start)
    start, end = window.stretch.locate(at, at + len("good"))
    assert text[start:end] == "g\u200bood"


def test_a_quotation_is_marked_where_it_begins_and_ends() -> None:
    (window,) = cut("Somebody wrote\n> kratom is safe\n> and natural\nNot true, stop.")

    assert window.text == "somebody wrote > kratom is safe and natural < not true, stop."


def test_a_quotation_at_the_start_and_at_the_end_is_marked() -> None:
    assert cut("> kratom is safe\nNot true, stop.")[0].text == "> kratom is safe < not true, stop."
    assert cut("Not true, stop:\n> kratom is safe")[0].text == "not true, stop: > kratom is safe"


def test_a_window_that_begins_inside_a_quotation_says_so() -> None:
    quoted, own = numbered(300), numbered(60, first=300)

    found = cut(f"> kratom {' '.join(quoted)}\n{' '.join(own)}")

    first, *middle, last = (window.text.split() for window in found)
    assert first[:2] == [">", "kratom"]
    assert middle
    assert all(words[:2] == ["kratom:", ">"] for words in middle)
    assert last[:2] == ["kratom:", ">"]
    assert last[last.index("<") + 1 :] == own


def test_a_window_that_begins_with_the_first_word_after_a_quotation_does_not() -> None:
    quoted, own = numbered(STRIDE - 1), numbered(200, first=STRIDE)

    _, second, *_ = cut(f"> kratom {' '.join(quoted)}\n{' '.join(own)}")

    assert second.text == f"kratom: {' '.join(own[:WORDS])}"


def test_a_text_quoted_whole_is_read_as_its_own_words() -> None:
    assert cut("> kratom is safe\n> and natural")[0].text == "kratom is safe and natural"
    assert cut("> kratom is safe\nlol")[0].text == "kratom is safe lol"


def test_a_sign_inside_a_line_is_no_quotation() -> None:
    assert cut("my dose > yours, kratom people are odd")[0].text == "my dose yours, kratom people are odd"


def test_pictures_are_not_read() -> None:
    assert cut("Kratom 🌿 eases ✨🙏🏽✨ pain → naturally 🇺🇸")[0].text.startswith(
        "kratom eases pain naturally"
    )


def passage_of(marker: str, words: str) -> str:
    """Fill one stretch that names the topic with such words."""
    return f"kratom {marker} " + filled(words + " ", STRETCH - 100)


def test_of_a_very_long_post_the_stretches_with_most_claims_are_read_in_order() -> None:
    talk = [passage_of(f"talk{at}", "we walked along the river and had soup") for at in range(MOST_STRETCHES)]
    claims = [passage_of(f"claim{at}", "it heals pain and cravings, naturally safe") for at in range(5)]
    texts = [*talk[:10], *claims[:2], *talk[10:20], *claims[2:], *talk[20:]]

    found = stretches(windows(Post(tuple(map(Passage, texts))), GATE, NAMES))

    read = [stretch.original.split()[1] for stretch in found]
    assert len(read) == MOST_STRETCHES
    assert [each for each in read if each.startswith("claim")] == [f"claim{at}" for at in range(5)]
    assert [stretch.passage for stretch in found] == sorted(stretch.passage for stretch in found)


@pytest.mark.parametrize("unit", [PITCH, "kratom a b c d e f g h ", "kratom\n"])
def test_a_mebibyte_gives_a_bounded_number_of_windows(unit: str) -> None:
    found = cut(filled(unit, MEBIBYTE))

    assert 0 < len(stretches(found)) <= MOST_STRETCHES
    assert len(found) <= MOST_WINDOWS


def test_an_address_says_what_the_preview_below_it_is_about_and_nothing_more() -> None:
    address = Passage("leaf kratom for opioid withdrawal order today", Carrier.ADDRESS)

    (window,) = windows(Post((address, Passage("It eases pain and cravings.", Carrier.PREVIEW))), GATE, NAMES)

    assert window.text == "kratom: it eases pain and cravings."
    assert windows(Post((address,)), GATE, NAMES) == []


def test_a_preview_that_names_nothing_and_claims_nothing_is_not_read_as_being_about_the_topic() -> None:
    content = Passage("day twelve without kratom https://leaf.example")
    preview = Passage("Leaf News. Subscribe to our letter.", Carrier.PREVIEW)

    assert [window.stretch.passage for window in windows(Post((content, preview)), GATE, NAMES)] == [0]
