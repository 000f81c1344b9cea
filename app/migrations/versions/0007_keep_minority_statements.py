"""Minority statements, what they said before and who signed them, and the time for them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "minority_statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("naming", sa.String(length=20), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=True),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revised_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_minority_statement_delegation_id")
        ),
        sa.ForeignKeyConstraint(
            ["position_id"], ["position.id"], name=op.f("fk_minority_statement_position_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_minority_statement_proposal_id")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_minority_statement_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minority_statement")),
        sa.UniqueConstraint("proposal_id", "number", name=op.f("uq_minority_statement_proposal_id_number")),
    )
    with op.batch_alter_table("minority_statement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minority_statement_position_id"), ["position_id"], unique=False)

    op.create_table(
        "signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=True),
        sa.Column("naming", sa.String(length=20), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_signature_delegation_id")
        ),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_signature_seat_id")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["minority_statement.id"], name=op.f("fk_signature_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature")),
    )
    with op.batch_alter_table("signature", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signature_statement_id"), ["statement_id"], unique=False)

    op.create_table(
        "statement_revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["minority_statement.id"], name=op.f("fk_statement_revision_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_revision")),
    )
    with op.batch_alter_table("statement_revision", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_statement_revision_statement_id"), ["statement_id"], unique=False
        )

    with op.batch_alter_table("consultation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("statement_days", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("statements_until", sa.DateTime(timezone=True), nullable=True))
