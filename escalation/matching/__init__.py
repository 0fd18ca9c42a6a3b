"""Matching: which records are about the same issue, told apart from look-alikes, and which are of this occurrence."""
