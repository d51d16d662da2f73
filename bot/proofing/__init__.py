"""Reads the knowledge files as an editor would, and says what is wrong: a line each, with its place."""

from bot.proofing.proof import Proof, proofread

__all__ = ["Proof", "proofread"]
