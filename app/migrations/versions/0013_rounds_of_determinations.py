"""The rounds of a determination: challenges and appeals to it, what the chair adds, and its deadline."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    _contested(
        "challenge",
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
    )
    _contested(
        "appeal",
        sa.Column("appealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_table(
        "ruling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("determination_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ruled_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["determination_id"], ["determination.id"], name=op.f("fk_ruling_determination_id")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_ruling_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ruling")),
    )
    op.create_index(op.f("ix_ruling_determination_id"), "ruling", ["determination_id"])
    with op.batch_alter_table("determination", schema=None) as batch_op:
        batch_op.add_column(sa.Column("review_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("challengers", sa.Integer(), nullable=False, server_default="3"))
        batch_op.add_column(sa.Column("new_information", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("determination", schema=None) as batch_op:
        batch_op.alter_column("challengers", server_default=None)
        batch_op.alter_column("new_information", server_default=None)


def _contested(table: str, *own: sa.Column) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("determination_id", sa.Integer(), nullable=False),
        sa.Column("voter", sa.String(length=24), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=True),
        sa.Column("behalf", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        *own,
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], name=op.f(f"fk_{table}_delegation_id")),
        sa.ForeignKeyConstraint(
            ["determination_id"], ["determination.id"], name=op.f(f"fk_{table}_determination_id")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f(f"fk_{table}_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_determination_id"), table, ["determination_id"])
