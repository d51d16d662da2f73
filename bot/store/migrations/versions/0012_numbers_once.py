"""The numbers of cases and scans are given once.

Why: a single case can be deleted now at its writer's wish, and all of a server's. SQLite would give the
newest number again, and what still names the deleted case, such as a button or a nonce, would mean another.
"""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Rebuild both tables with numbers that are never given again."""
    for table in ("cases", "scans"):
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_autoincrement": True}):
            pass
