"""The child process again, on an installation without any extra: their packages are as if not there."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

from . import launch

EXTRAS = frozenset({"PIL", "cv2", "numpy", "onnxruntime", "rapidocr", "tokenizers"})


class WithoutExtras(MetaPathFinder):
    """Finds what lies on the path, but for the packages of the extras."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module, or say that it is not there."""
        hidden = fullname.partition(".")[0] in EXTRAS
        return None if hidden else PathFinder.find_spec(fullname, path, target)


if __name__ == "__main__":
    sys.meta_path[:] = [WithoutExtras() if each is PathFinder else each for each in sys.meta_path]
    sys.exit(launch.main())
