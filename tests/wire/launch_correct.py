"""`signpost knowledge correct` as a process of its own, with every host name leading to the loopback."""

import sys

from bot import settings
from bot.knowledge_commands import correcting

from .launch import connector


def main() -> int:
    return correcting.run(settings.load(), dry_run="--dry-run" in sys.argv, connector=connector)


if __name__ == "__main__":
    sys.exit(main())
