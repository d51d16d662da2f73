"""What all tests share: an environment without anyone's own settings, and no race against the clock."""

import os

import pytest
from hypothesis import settings

settings.register_profile("on any machine", settings.default, deadline=None)
settings.load_profile("on any machine")


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clear SIGNPOST_… from the environment, so that no test depends on who runs it."""
    for name in list(os.environ):
        if name.upper().startswith("SIGNPOST_"):
            monkeypatch.delenv(name)
