"""Words: how texts in English and both Chinese scripts become comparable. Pure, used by search, names and patterns alike."""
