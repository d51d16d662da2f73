"""How far a share that was seen a few times can be trusted."""

from math import sqrt

Z = 1.959964
"""Standard deviations that 95 % of a normal distribution lie within."""


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the bounds of the 95 % interval of a share, 0-1 each; 0 and 1 where nothing was seen.

    The score interval, which stays within 0 and 1 and holds for few and for lopsided counts: E. B. Wilson,
    "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).
    """
    if of == 0:
        return 0.0, 1.0
    share, square = hits / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)
