"""what_a_report_leaves_out"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

SEALED = ("circulation", "published_report")


def upgrade() -> None:
    for table in SEALED:
        with op.batch_alter_table(table) as batch_op:
            batch_op.add_column(
                sa.Column("set_aside", sa.JSON(), nullable=False, server_default=sa.text("'{}'"))
            )
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column("set_aside", server_default=None)
    with op.batch_alter_table("report_draft") as batch_op:
        batch_op.add_column(sa.Column("quantifiers", sa.String(length=20), nullable=False, server_default=""))
    with op.batch_alter_table("report_draft") as batch_op:
        batch_op.alter_column("quantifiers", server_default=None)
