"""Notices, what mail people want, and how far the ledger was read."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("occasion", sa.String(length=120), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint("occasion", name=op.f("uq_reminder_occasion")),
    )
    op.create_table(
        "mail_choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("consultation_id", sa.Integer(), nullable=True),
        sa.Column("rhythm", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultation_id"], ["consultation.id"], name=op.f("fk_mail_choice_consultation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mail_choice_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_choice")),
        sa.UniqueConstraint(
            "person_id", "consultation_id", name=op.f("uq_mail_choice_person_id_consultation_id")
        ),
    )
    with op.batch_alter_table("mail_choice", schema=None) as batch_op:
        batch_op.create_index(
            "uq_mail_choice_usual",
            ["person_id"],
            unique=True,
            sqlite_where=sa.text("consultation_id IS NULL"),
            postgresql_where=sa.text("consultation_id IS NULL"),
        )

    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=22), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("consultation_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=False),
        sa.Column("occasion", sa.String(length=120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mail_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["consultation_id"], ["consultation.id"], name=op.f("fk_notice_consultation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_notice_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("key", name=op.f("uq_notice_key")),
        sa.UniqueConstraint("person_id", "occasion", name=op.f("uq_notice_person_id_occasion")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notice_mail_at"), ["mail_at"], unique=False)
        batch_op.create_index("ix_notice_person_id_read_at", ["person_id", "read_at"], unique=False)

    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("consultation_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consultation_id"], ["consultation.id"], name=op.f("fk_reading_consultation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
        sa.UniqueConstraint("consultation_id", name=op.f("uq_reading_consultation_id")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_consultation_id"))
        batch_op.create_index("ix_event_consultation_id_id", ["consultation_id", "id"], unique=False)
