"""How often the judgement is right: cases with labels, predictions of any maker, one scorer, one table."""
