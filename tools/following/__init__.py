"""What is due, who is reminded, what came in, and the whole trail."""
