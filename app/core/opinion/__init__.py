"""What many votes say together: figures of positions, and the opinion groups that the votes reveal."""
