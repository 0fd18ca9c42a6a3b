"""Reading: what records say, in English and in Simplified and Traditional Chinese, as quotations and small structures."""
