"""Which channel the thread or forum post of a case hangs in.

Why: a channel's deletion takes its archived threads along, and Discord tells of none of them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the parent; the cases of before know none, and go when their post is looked at or they expire."""
    with op.batch_alter_table("cases") as cases:
        cases.add_column(sa.Column("parent_id", sa.BigInteger))
        cases.create_index("ix_cases_parent_id", ["parent_id"])
