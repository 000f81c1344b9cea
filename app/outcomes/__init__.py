"""What happens next, and how it stands."""
