"""The server itself: what is listed, how a call comes in and how an answer goes out."""
