"""Which words can be names: proper and unknown nouns, and Latin letters that abbreviate no common thing."""

import re
from collections.abc import Sequence

from aikg.extraction.reading import Word
from aikg.extraction.words import acronyms, common_words, kinds_by_word, word_list


def is_proper(word: Word) -> bool:
    """Is the word no common noun: a proper or unknown noun, or Latin letters that are no common acronym?"""
    if _is_common(word.text) or not re.search("[가-힣A-Za-z]", word.text):
        return False
    if mixed := re.match("([가-힣]+)[A-Z]+$", word.text):
        return mixed[1] not in common_words()
    nouns = [token for token in word.tokens if token.end <= word.stem and token.is_noun]
    return any(
        token.tag == "NNP"
        or (token.unknown and token.form not in common_words() and len(token.form) > 1)
        or (token.tag == "SL" and token.form.casefold() not in acronyms())
        for token in nouns
    )


def is_proper_name(words: Sequence[Word]) -> bool:
    """Is some word of the name proper, none a number, and the last one no word for users?"""
    if words and words[-1].text in word_list("agents", "users"):
        return False
    return any(is_proper(word) for word in words) and not any(word.text[:1].isdigit() for word in words)


def _is_common(text: str) -> bool:
    return text in common_words() or text.casefold() in acronyms() or text in kinds_by_word("heads")
