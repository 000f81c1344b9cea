"""The rules of procedure of each consultation; where there are none, those that are usual."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    with op.batch_alter_table("consultation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("procedure", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("consultation", schema=None) as batch_op:
        batch_op.alter_column("procedure", server_default=None)
