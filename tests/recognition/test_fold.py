import string
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.recognition.fold import fold, fold_character

WORDS = frozenset({"kratom", "withdrawal", "eases"})

any_character = st.characters(exclude_categories=())
anything = st.text(any_character)
tricky = st.text("k ratom7.0*_~[]()#>\n\r\t@!-|`\\<:1a😀·\u200b\u0301\ud800йＫ")


@given(anything | tricky)
def test_never_raises_and_folds_once(text: str) -> None:
    once = fold(text, WORDS).text

    assert fold(once, WORDS).text == once


@given(tricky)
def test_every_folded_character_leads_back_into_the_original(text: str) -> None:
    folded = fold(text, WORDS)

    for at in range(len(folded.text)):
        start, end = folded.original(at, at + 1)
        assert 0 <= start < end <= len(text)


ordinary = st.text(string.ascii_letters + string.digits + " .,;:!?'\"()-%&/+=$", max_size=200)


@given(ordinary)
def test_ordinary_ascii_changes_in_case_and_spaces_only(text: str) -> None:
    assert fold(text).text.replace(" ", "") == text.lower().replace(" ", "")


@given(st.lists(st.text(string.ascii_letters, min_size=2, max_size=9), min_size=1))
def test_ordinary_words_stay_apart(words: list[str]) -> None:
    assert fold("\n ".join(words)).text == " ".join(words).lower()


def test_every_character_folds_to_what_stays() -> None:
    for code in range(sys.maxunicode + 1):
        folded = fold_character(chr(code))
        assert "".join(map(fold_character, folded)) == folded, hex(code)


@pytest.mark.parametrize(
    "disguised",
    [
        "KRATOM",
        "ｋｒａｔｏｍ",
        "krαtоm",
        "kràtöm",
        "𝓴𝓻𝓪𝓽𝓸𝓶",
        "🅺🆁🅰🆃🅾🅼",
        "🇰🇷🇦🇹🇴🇲",
        "ⓚⓡⓐⓣⓞⓜ",
        "ᴋʀᴀᴛᴏᴍ",
        "k\u200bra\u200dt\ufe0fom",
        "\u202ekratom",
        "k̷̢̛r̴͝a̵̕t̶͠o̷͐m̸̔",
        "kra**to**m",
        "||kratom||",
        "~~kra~~tom",
        "`kratom`",
        "[kratom](https://example.org/a_b)",
        "[kra](https://example.org)tom",
        "> kratom",
        "k r a t o m",
        "k  r  a  t  o  m",
        "k.r.a.t.o.m",
        "k-r-a-t-o-m",
        "k_r_a_t_o_m",
        "k🌿r🌿a🌿t🌿o🌿m",
        "k<:leaf:12345>r<:leaf:12345>a<:leaf:12345>t<:leaf:12345>o<:leaf:12345>m",
        "k\nr\na\nt\no\nm",
        "kr4t0m",
        "kr@tom",
    ],
)
def test_disguise_comes_off(disguised: str) -> None:
    assert fold(disguised, WORDS).text.strip() == "kratom"


@pytest.mark.parametrize(
    "text", ["7-oh", "2 g", "c0", "4mg at 7am", "mp3", "u.s.a. is fine", "he said - no", "1.5-2 g"]
)
def test_what_only_looks_disguised_stays(text: str) -> None:
    assert fold(text, WORDS).text == text


def test_wide_gaps_between_spaced_out_words_keep_the_words() -> None:
    assert fold("k r a t o m  e a s e s  p a i n").text == "kratom eases pain"


def test_dots_come_out_everywhere_once_they_hide_a_known_word() -> None:
    assert fold("k.r.a.t.o.m e.a.s.e.s p.a.i.n", WORDS).text == "kratom eases pain"


def test_line_ends_become_spaces_and_are_remembered() -> None:
    folded = fold("Kratom\nhelps\r\n\r\nme")

    assert folded.text == "kratom helps me"
    assert folded.breaks == (6, 12)


def test_span_leads_back_to_the_original_characters() -> None:
    text = "Say **Krätom**   is\u200b fine"
    folded = fold(text)
    start = folded.text.index("kratom")

    begin, end = folded.original(start, start + len("kratom is"))

    assert text[begin:end] == "Krätom**   is"


def test_span_of_a_joined_word_covers_its_letters() -> None:
    text = "so k r a t o m it is"
    folded = fold(text)
    start = folded.text.index("kratom")

    begin, end = folded.original(start, start + 6)

    assert text[begin:end] == "k r a t o m"


def test_a_character_that_stands_for_a_phrase_keeps_one_letter() -> None:
    assert len(fold("\ufdfa").text) == 1
    assert fold("½ … ㎎").text == "1/2 ... mg"


def test_a_word_of_one_letter_between_spaced_out_words_takes_none_of_theirs() -> None:
    assert fold("r e l i e f  i n  a  k r a t o m  l e a f").text == "relief in a kratom leaf"


def test_letters_with_wide_gaps_are_still_one_word() -> None:
    assert fold("k  r  a  t  o  m helps").text == "kratom helps"


def test_a_shortened_word_among_dotted_ones_keeps_its_apostrophe() -> None:
    assert fold("i'v.e u.s.e.d k.r.a.t.o.m", {"kratom"}).text == "i've used kratom"
    assert fold("k'r'a't'o'm i's g'o'o'd", {"kratom"}).text == "kratom i's good"
