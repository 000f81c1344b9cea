"""What the chair concludes."""
