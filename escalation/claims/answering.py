"""Answering: the one pattern for words of an answer, in both languages, which others build on."""

ANSWER = r"\banswer|\brespon|\brepl(?:y|ie)|回[复答]|答复|响应"
