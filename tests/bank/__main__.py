"""Say how many of the bank's answers are judged right, and how many of the wrong ones are understood.

    python -m tests.bank [words that a file's path holds …] [--show]
"""

import sys
from collections import Counter
from time import perf_counter

from autograder.sandbox import Sandbox

from .answers import answers, judged

wanted = [word for word in sys.argv[1:] if word != "--show"]
counts: Counter[str] = Counter()
with Sandbox(contained=True) as sandbox:
    for answer in answers():
        if wanted and not any(word in f"{answer.unit}/{answer.exercise}" for word in wanted):
            continue
        start = perf_counter()
        verdict, how = judged(sandbox, answer)
        counts[how] += 1
        if "--show" in sys.argv:
            hint = " ".join(verdict.hint["en"]) if verdict.hint else ""
            print(f"{answer.exercise}: {answer.words}\n  {how}, {verdict.score:g} of {verdict.max_score:g},", end=" ")
            print(f"{verdict.diagnosis}, {perf_counter() - start:.1f} s\n  {hint}")
wrong = sum(count for how, count in counts.items() if not how.startswith("right"))
for how, count in counts.most_common():
    print(f"{how:28} {count:4}" + (f"  {count / wrong:6.1%}" if not how.startswith("right") else ""))
