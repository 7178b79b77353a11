"""Prove that the hidden tests of an exercise are good, without an author who thinks of mistakes.

Every single change of every right answer (``autograder.judging.changes``) is a mutant: the hidden tests must notice it,
or somebody must have said why it is no mistake. Every misconception must cost the same points, and every right answer
get all of them, whatever the seed.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from autograder.authoring.try_answer import try_source
from autograder.exercise import PRELUDE, Equal, Exercise, answer_source
from autograder.judging.changes import changes
from autograder.judging.definitions import Change, Definition, definitions
from autograder.judging.judge import judge
from autograder.judging.needs import needs_models
from autograder.judging.versions import RIGHT, Spent, Versions
from autograder.sandbox import Ended, Sandbox, TooSlow, Undecided

# Changes that leave a right answer right as often as not, such as a copy that nobody needs.
HARMLESS = ("copy", "whole_numbers", "power", "wrapped", "unwrapped", "reversed", "missing")
SEEDS = (1, 2)  # with which a mutant is tried; it is noticed if one of them shows it
PATIENCE = (0.1, 1.0)  # seconds for a mutant, at least and at most
SLOWER = 4  # times as long as the slowest right answer: more where the sandbox is slower than that
TOGETHER = 40  # mutants that are tried in one session


@dataclass(frozen=True)
class Mutant:
    """A right answer with one change: which answer, the kind, the line as it was, what was replaced and by what."""

    answer: str
    kind: str
    line: str
    before: str
    after: str
    source: str


@dataclass
class Proof:
    """What was found out about one exercise."""

    exercise: str
    killed: int = 0
    equal: int = 0
    surviving: list[Mutant] = field(default_factory=list)
    needless: list[Equal] = field(default_factory=list)  # reasons that no mutant needs
    luck: dict[str, dict[tuple[float | None, str], int]] = field(default_factory=dict)  # answer -> outcomes, if several
    diagnosed: Counter[str] = field(default_factory=Counter)  # of the sample: "name", "repair", "not"

    @property
    def holds(self) -> bool:
        """Whether nothing survives and nothing hangs on the seed."""
        return not (self.surviving or self.needless or self.luck)


def prove(exercise: Exercise, sandbox: Sandbox, seeds: int = 20, sample: int = 0) -> Proof:
    """Try all mutants of an exercise, all its answers with so many seeds, and diagnose a sample of the mutants."""
    proof = Proof(exercise.name)
    killed: list[Mutant] = []
    used = set()
    for mutant, noticed in _tried(exercise, sandbox):
        reasons = [equal for equal in exercise.equals if equal.fits(mutant.answer, mutant.line, mutant.before)]
        if noticed:
            killed.append(mutant)
        elif reasons:
            used |= set(reasons)
            proof.equal += 1
        else:
            proof.surviving.append(mutant)
    proof.killed = len(killed)
    proof.needless = [equal for equal in exercise.equals if equal not in used]
    proof.luck = luck(exercise, seeds)
    for mutant in killed[:: max(len(killed) // sample, 1)][:sample] if sample else []:
        proof.diagnosed[_how(exercise, try_source(sandbox, exercise, mutant.source))] += 1
    return proof


def mutants(exercise: Exercise) -> Iterator[Mutant]:
    """Yield the mutants of the reference and of every alternative."""
    for function in (exercise.reference, *exercise.alternatives):
        source = answer_source(function, exercise.name)
        found = [each for each in definitions(source) if function.__name__ in each.names]
        for definition in found[:1]:
            for change in changes(definition):
                near = change.far == 0 or (change.far == 1 and function is exercise.reference)
                if near and change.kind not in HARMLESS and not _is_nothing(definition, change):
                    yield _mutant(exercise, function, definition, change)


def _is_nothing(definition: Definition, change: Change) -> bool:
    """Whether a change cannot matter: twice nothing, or other numbers for a loop that does not look at them."""
    before = [definition.cell[a:b].strip(b" ()") for a, b, _ in change.edits]
    loop = definition.line(change.line).startswith("for _ in range(")
    shifted = loop and all(text.count(b" + 1") == 2 or text.count(b" - 1") == 2 for _, _, text in change.edits)
    return (
        shifted
        or all(each in (b"0", b"0.0", b"math.inf", b"np.inf", b'float("inf")') for each in before)
        and change.far > 0
    )


def luck(exercise: Exercise, seeds: int) -> dict[str, dict[tuple[float | None, str], int]]:
    """Return the answers of an exercise whose points or diagnoses are not the same for all seeds, and how often.

    Right answers are among them, too, if they are not right for any seed: where they use what their file has not
    imported, for example, which only the judge of learners' cells has.
    """
    found, right = {}, (exercise.reference, *exercise.alternatives)
    for function in (*right, *_ending(exercise)):
        outcomes = Counter[Any]()
        for seed in range(seeds):
            verdict = judge(exercise, function, seed)
            outcomes[verdict.score, verdict.diagnosis] += 1
        if len(outcomes) > 1 or function in right and (exercise.points, "") not in outcomes:
            found[function.__name__] = dict(outcomes)
    return found


def _ending(exercise: Exercise) -> list[Callable[..., Any]]:
    return [mistake.function for mistake in exercise.mistakes if not mistake.never_ends]


def _mutant(exercise: Exercise, function: Callable[..., Any], definition: Definition, change: Change) -> Mutant:
    named = "" if function.__name__ == exercise.name else f"\n{exercise.name} = {function.__name__}\n"
    before = b" ... ".join(definition.cell[a:b] for a, b, _ in change.edits).decode().strip()
    after = b" ... ".join(text for _, _, text in change.edits).decode().strip()
    line = definition.line(change.line)
    return Mutant(function.__name__, change.kind, line, before, after, PRELUDE + definition.source(change) + named)


def _tried(exercise: Exercise, sandbox: Sandbox) -> Iterator[tuple[Mutant, bool]]:
    """Yield every mutant, and whether the hidden tests notice it.

    A mutant may end the processes that others are tried in, or spoil them. What was found there is believed only if a
    right answer still passes at the end; otherwise each of them is tried once more, alone.
    """
    waiting, patience = list(mutants(exercise)), _patience(exercise, sandbox)
    while waiting:
        together, waiting = waiting[:TOGETHER], waiting[TOGETHER:]
        found = _noticed(exercise, sandbox, together, patience)
        if found is None:
            found = [_is_noticed_alone(exercise, sandbox, mutant, patience) for mutant in together]
        yield from zip(together, found, strict=True)


def _is_noticed_alone(exercise: Exercise, sandbox: Sandbox, mutant: Mutant, patience: float) -> bool:
    """Whether a mutant is noticed. Where no right answer passes after it, it has ended its own process, and is."""
    found = _noticed(exercise, sandbox, [mutant], patience)
    if found is None and _noticed(exercise, sandbox, [], patience) is None:  # it is not the mutant: nothing passes now
        return _is_noticed_alone(exercise, sandbox, mutant, _patience(exercise, sandbox))
    return found is None or found[0]


def _patience(exercise: Exercise, sandbox: Sandbox) -> float:
    """Return how many seconds of processor time a mutant may take, by what the right answers take.

    That is four times what the reference passes with in the sandbox: nothing shall count as noticed for lack of time.
    Raises ``RuntimeError`` where it does not pass at all.
    """
    longest = 0.0
    for function in (exercise.reference, *exercise.alternatives):
        begin = time.process_time()
        judge(exercise, function, SEEDS[0])
        longest = max(longest, time.process_time() - begin)
    patience = min(max(SLOWER * longest, PATIENCE[0]), PATIENCE[1])
    while _noticed(exercise, sandbox, [], patience) is None:
        if patience > exercise.seconds:
            raise RuntimeError(f"the reference of {exercise.name} does not pass in the sandbox")
        patience *= 2
    return 4 * patience


def _noticed(exercise: Exercise, sandbox: Sandbox, some: Sequence[Mutant], patience: float) -> list[bool] | None:
    """Return, for mutants in one session, whether they are noticed; None if no right answer passes after them."""
    right = answer_source(exercise.reference, exercise.name)
    with sandbox.session(forks=TOGETHER, models=needs_models([exercise])) as session:
        try:
            session.run_cell(PRELUDE, 20.0)
            asked = [
                closing(Versions(exercise, seed, session, copies=TOGETHER, hangs=10**6, hang=patience))
                for seed in SEEDS
            ]
            with asked[0] as first, asked[1] as second:
                found = [any(each.reach(mutant.source) != RIGHT for each in (first, second)) for mutant in some]
                return found if first.reach(right) == RIGHT == second.reach(right) else None
        except (Spent, Ended, TooSlow, Undecided):
            return None


def _how(exercise: Exercise, verdict: Any) -> str:
    if verdict.diagnosis in {mistake.name for mistake in exercise.mistakes}:
        return "name"
    return "repair" if verdict.repair else "not"


def summary(proofs: Sequence[Proof]) -> str:
    """Return the sums over several exercises in one line."""
    diagnosed = sum((proof.diagnosed for proof in proofs), Counter[str]())
    parts = [f"{sum(proof.killed for proof in proofs)} killed", f"{sum(proof.equal for proof in proofs)} equal"]
    parts += [f"{sum(len(proof.surviving) for proof in proofs)} surviving"]
    parts += [
        f"{count} diagnosed by {how}" if how != "not" else f"{count} not diagnosed" for how, count in diagnosed.items()
    ]
    return ", ".join(parts)
