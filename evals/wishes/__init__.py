"""Wishes about a customer who was failed again: which are refused, which are let pass."""
