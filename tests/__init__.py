"""Tests, measurements and the texts that they use."""
