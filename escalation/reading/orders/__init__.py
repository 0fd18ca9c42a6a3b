"""Orders to a machine inside source text, found and left unfollowed."""
