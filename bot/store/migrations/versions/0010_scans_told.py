"""What a scan's report tells beside its counts.

Why: a scan that broke off for a reason nobody foresaw ends with a code that its report and the operator's log
share. And a scan tells how many posts held files that could not be read, and
reckons between a least and a most.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the code, the most that was reckoned, and the posts with unread files."""
    op.add_column("scans", sa.Column("reckoned_most", sa.Integer))
    op.add_column("scans", sa.Column("code", sa.String(8)))
    op.create_table(
        "scan_unread",
        sa.Column("scan_id", sa.Integer, sa.ForeignKey("scans.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("why", sa.String(16), primary_key=True),
        sa.Column("posts", sa.Integer, nullable=False),
    )
