"""let_a_position_lead_its_list"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("position") as position:
        position.add_column(sa.Column("leads", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("position") as position:
        position.alter_column("leads", server_default=None)
