"""What a text asserts, clause by clause, in both languages: signals with their polarity."""
