"""What is said in the room."""
