import random
import subprocess
import sys

from bot.recognition.articles import KnownArticles
from bot.recognition.fingerprints import K_GRAM, WINDOW, OwnFingerprints, fingerprints


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
