"""What the chair determines."""
