"""Accounts from several exports: each says what it knows, and records that are certainly one customer become one account."""
