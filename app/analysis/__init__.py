"""What many votes say together, computed once for all who ask; a reader of votes and of the ledger."""
