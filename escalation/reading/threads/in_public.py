"""Whether words speak of the public: the press, networks, ratings, people who tell each other. A lawyer or an officer who wants
something in writing is none of it."""

from __future__ import annotations

import re

from escalation.reading.uncovered import uncover
from escalation.text.folding import simplified

_PUBLIC = re.compile(
    r"\bjournalists?\b|\breporters?\b|\bmedia\b|\bpress\b|\bpr (?:risk|issue|disaster|crisis|problem|nightmare|team)\b|\bnews\b"
    r"|\b(?:news)?papers?\b|\btweet\w*|\btwitter\b|\blinkedin\b|\breddit\b|\bhacker ?news\b|\btrustpilot\b|\bglassdoor\b"
    r"|\bfacebook\b|\btiktok\b|\bviral\b|\bpublic(?:ly|ity)?\b|\bpost(?:ed|ing|s)? |\breviews?\b|\bname and shame\b"
    r"|媒体|曝光|微博|朋友圈|小红书|抖音|知乎|记者|舆论|舆情|公关|公开|发帖|差评|报社|见报|登报|报纸|新闻"
)


def goes_public(words: str) -> bool:
    """Whether the words say that it may be told in public."""
    return _PUBLIC.search(uncover(simplified(words)).text) is not None
