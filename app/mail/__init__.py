"""Mail: posted in the act's own transaction, carried after it."""
