"""What the platform believes: values in, values out; no Flask, no SQLAlchemy, no clock."""
