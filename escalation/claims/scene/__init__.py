"""Scene: who the people are and what happened when; what is said in words about deeds, order, rank, names and verdicts."""
