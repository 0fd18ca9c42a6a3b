"""What the threads of tickets tell: steps tried, reproduction, wishes, where the conversation stands."""
