"""Texts for customers: who may read what, drafts, papers of the recovery ladder."""
