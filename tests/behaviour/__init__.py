"""Behaviour of the real bot in a simulated Discord: what members see, what moderators see, what is kept."""
