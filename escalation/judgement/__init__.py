"""The judgement: from an issue and what the sources hold to a decision with its reasons. Pure functions only."""
