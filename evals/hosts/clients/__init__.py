"""The clients that programs are built with, each a small program that carries one whole escalation."""
