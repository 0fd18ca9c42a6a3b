"""Scanning: what a text claims, where each claim stands, and of whom it speaks. No evidence is asked here."""
