"""Answering: the one pattern for words of an answer, in both languages, which others build on."""

ANSWER = r"(?<![a-z])(?:answer|respon|repl(?:y|ie))|回[复答]|答复|响应"
