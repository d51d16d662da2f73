import random
import subprocess
import sys

import pytest

from bot.recognition.articles import NO_LISTS, Copied, KnownArticles, Lists, compare, is_near_copy
from bot.recognition.fingerprints import (
    K_GRAM,
    MOST_KEPT,
    WINDOW,
    OwnFingerprints,
    Selection,
    fingerprints,
    keyed,
)


def prose(seed: int, words: int) -> str:
    chosen = random.Random(seed)
    return " ".join(
        "".join(chosen.choices("abcdefghilmnoprstuvw", k=chosen.randint(2, 9))) for _ in range(words)
    )


ARTICLE = prose(1, 400)
OTHER = prose(2, 400)
KNOWN = KnownArticles.from_texts({"one": ARTICLE, "two": OTHER})


def test_a_whole_copy_is_near_and_named() -> None:
    nearest = KNOWN.nearest(OwnFingerprints(ARTICLE))

    assert nearest is not None
    assert (nearest.name, nearest.share) == ("one", 1.0)


def test_a_piece_from_the_middle_is_a_copy() -> None:
    nearest = KNOWN.nearest(OwnFingerprints(OTHER[700:1500]))

    assert nearest is not None
    assert nearest.name == "two"
    assert nearest.share > 0.9


def test_an_article_inside_a_longer_post_is_a_copy() -> None:
    nearest = KNOWN.nearest(OwnFingerprints(prose(3, 900) + "\n" + ARTICLE.upper() + "\n" + prose(4, 900)))

    assert nearest is not None
    assert nearest.name == "one"
    assert nearest.share > 0.95


def test_a_text_of_ones_own_is_near_nothing() -> None:
    assert KNOWN.nearest(OwnFingerprints(prose(5, 500))) is None


def test_no_article_known_means_none_near() -> None:
    assert KnownArticles.none().nearest(OwnFingerprints(ARTICLE)) is None


def test_any_shared_run_of_the_promised_length_shares_a_fingerprint() -> None:
    letters = "".join(filter(str.isalnum, ARTICLE))
    for start in range(0, 400, 7):
        run = letters[start : start + K_GRAM + WINDOW - 1]
        around = prose(start, 30) + run + prose(start + 1, 30)
        assert fingerprints(around) & fingerprints(ARTICLE), start


def test_fingerprints_grow_with_the_text_and_stay_few() -> None:
    letters = len("".join(filter(str.isalnum, ARTICLE)))

    assert letters / WINDOW <= len(fingerprints(ARTICLE)) <= 4 * letters / WINDOW


def test_fingerprints_are_the_same_in_another_process() -> None:
    program = (
        "import sys; from bot.recognition import fingerprints; "
        "print(sorted(fingerprints.fingerprints(sys.argv[1])))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program, ARTICLE], capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == str(sorted(fingerprints(ARTICLE)))


KEY, ANOTHER_KEY = b"one installation", b"another installation"


def own(text: str) -> OwnFingerprints:
    return OwnFingerprints(text)


def listed(**texts: str) -> KnownArticles:
    """List texts as a server's cases are: keyed, and only the least of them."""
    return KnownArticles({name: Selection.least(own(text).under(KEY)) for name, text in texts.items()}, KEY)


def ruled(confirmed: KnownArticles | None = None, dismissed: KnownArticles | None = None) -> Lists:
    none = KnownArticles.none()
    return Lists(confirmed or none, dismissed or none)


def test_keyed_fingerprints_tell_nothing_without_their_key() -> None:
    plain = fingerprints(ARTICLE)

    assert keyed(plain, KEY) == keyed(plain, KEY)
    assert not keyed(plain, KEY) & plain
    assert not keyed(plain, KEY) & keyed(plain, ANOTHER_KEY)
    assert all(0 <= value < 1 << 64 for value in keyed(plain, KEY))
    assert repr(KEY) not in repr(listed(one=ARTICLE))


def test_a_keyed_article_is_found_as_a_plain_one_is() -> None:
    known = listed(one=ARTICLE, two=OTHER)

    for text in (ARTICLE, OTHER[700:1500], prose(3, 900) + ARTICLE, prose(5, 500)):
        assert known.nearest(own(text)) == KNOWN.nearest(own(text))


def test_of_a_long_text_an_even_selection_is_kept() -> None:
    long = prose(6, 6000)
    everything = own(long).under(KEY)
    selection = Selection.least(everything)

    assert len(everything) > 3 * MOST_KEPT
    assert len(selection.values) == MOST_KEPT
    assert selection.values == {value for value in everything if value < selection.below}
    assert Selection.kept(sorted(selection.values)) == selection


def test_of_a_short_text_everything_is_kept() -> None:
    everything = own(ARTICLE).under(KEY)

    assert Selection.least(everything).values == everything
    assert Selection.least(everything).comparable(everything) == everything


def test_a_piece_of_a_long_article_is_a_copy_though_little_of_it_was_kept() -> None:
    long = prose(6, 6000)

    nearest = listed(long=long).nearest(own(long[9000:12000]))

    assert nearest is not None
    assert nearest.share > 0.9


def test_a_long_article_inside_a_longer_post_is_a_copy_though_little_of_it_was_kept() -> None:
    long = prose(6, 6000)

    nearest = listed(long=long).nearest(own(prose(7, 9000) + long))

    assert nearest is not None
    assert nearest.share > 0.95


def test_half_of_the_posts_own_words_in_one_dismissed_case_is_a_near_copy() -> None:
    dismissed = listed(one=ARTICLE, two=OTHER)

    for text in (ARTICLE, ARTICLE.upper() + " " + prose(8, 40), OTHER[:900] + prose(8, 60)):
        held = dismissed.holding(own(text))
        assert held is not None
        assert held.share >= 0.5


def test_stored_posts_are_compared_as_their_texts_would_be() -> None:
    long = prose(6, 6000)
    stored = {text: Selection.least(own(text).under(KEY)) for text in (ARTICLE, long, f"{long} {ARTICLE}")}
    piece = Selection.least(own(long[: len(long) // 3] + prose(7, 400)).under(KEY))

    assert is_near_copy(piece, stored[long])
    assert is_near_copy(stored[f"{long} {ARTICLE}"], stored[long])
    assert not is_near_copy(stored[long], piece)
    assert not is_near_copy(stored[f"{long} {ARTICLE}"], stored[ARTICLE])


def test_a_longer_post_that_contains_a_dismissed_one_is_no_near_copy() -> None:
    assert listed(one=ARTICLE).holding(own(prose(9, 300) + ARTICLE + prose(10, 300))) is None


def test_two_dismissed_cases_do_not_add_up() -> None:
    thirds = ARTICLE[:700] + OTHER[:700] + prose(11, 120)

    assert listed(one=ARTICLE, two=OTHER).holding(own(thirds)) is None


@pytest.mark.parametrize(
    "text", ["kratom saved me", "kratom eases withdrawal and is not addictive, trust me on it"]
)
def test_the_shortest_dismissed_post_has_near_copies_too(text: str) -> None:
    dismissed = listed(one=text)

    held = dismissed.holding(own(text.upper() + "!"))

    assert held is not None
    assert held.share == 1.0
    assert dismissed.holding(own(f"{text} {prose(12, 60)}")) is None
    assert dismissed.nearest(own(text)) is None, "a short text is no known article"


def test_a_text_without_letters_is_near_nothing() -> None:
    for text in ("", "?!", " \n"):
        assert not fingerprints(text)
        assert listed(one=text).holding(own(text)) is None
        assert listed(one=ARTICLE, two=text).nearest(own(text)) is None


def test_the_nearest_of_known_and_confirmed_is_named() -> None:
    piece = ARTICLE[:1200]
    confirmed = listed(case=piece)

    copied = compare(piece + prose(13, 100), KnownArticles.from_texts({"one": ARTICLE}), ruled(confirmed))

    assert copied.article is not None
    assert copied.article.name == "case"
    assert copied.dismissed is None


def test_without_lists_nothing_is_compared() -> None:
    assert compare(ARTICLE, KnownArticles.none(), NO_LISTS) == Copied(None, None)
