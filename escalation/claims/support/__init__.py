"""Support: what evidence bears a claim out: facts, what may be worked out from them, and the judgement of each kind of claim."""
