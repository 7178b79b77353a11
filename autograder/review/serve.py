"""The same sitting for a notebook: one JSON object a line, so that no reference comes into the learner's kernel.

We write ``{"ask": …}`` or ``{"end": …}``; to a question comes ``{"typed": "…"}``, with null for "I do not know", and
our reply is ``{"said": …, "over": …}``. When that is over, the next question follows.
"""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

from autograder.review.items import NotJudged
from autograder.review.session import Session, ending, heading, how, parts, words_of
from course.language import text


def serve(session: Session, lang: str) -> None:
    """Ask over standard output what is answered over standard input, until one of them ends."""
    for place, asked in enumerate(session, 1):
        question = asked.question
        picture = base64.b64encode(question.plot.png(lang)).decode() if question.plot else ""
        spoken = question.plot.spoken(lang) if question.plot else ""
        _write(
            ask={
                "heading": heading(session, asked, place, lang), "parts": parts(asked, lang), "code": question.code,
                "numbered": question.kind == "find", "picture": picture, "spoken": spoken,
                "options": [words[lang] for words in question.options], "expects": question.expects,
                "how": how(question, lang),
                "warning": "" if session.contained else text("grade.not_contained", lang),
            }
        )  # fmt: skip
        while not asked.over:
            line = sys.stdin.readline()
            if not line:
                return
            try:
                reply = asked.reply(json.loads(line)["typed"])
            except NotJudged as problem:
                _write(said=problem.words(lang), over=True, state="not_judged")
                break
            _write(said=words_of(asked, reply, lang), over=asked.over, state=reply.state)
    _write(end=ending(session, lang))


def _write(**message: Any) -> None:
    print(json.dumps(message), flush=True)
