"""Review: questions with new numbers, right in both languages, and a schedule made from the learner's record."""

from __future__ import annotations

import builtins
import inspect
import io
import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import fsrs
import numpy as np
import pytest
import typer
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st
from thorough import share
from typer.testing import CliRunner

from autograder.authoring import try_answer
from autograder.exercise import PRELUDE
from autograder.exercises import exercises, units
from autograder.judging.judge import judge, needs_review
from autograder.review import find, predict, schedule, task, terminal, typed, write
from autograder.review import session as sitting
from autograder.review.deck import cards
from autograder.review.items import Card, NotJudged, Question
from autograder.review.plot import HEIGHT
from autograder.review.session import Session, words_of
from autograder.review.task import OUTWARD, plain_formulas
from autograder.sandbox import NotContained
from autograder.self_study import course_grade
from autograder.support.repository import REPOSITORY
from course import progress
from course import review as notebook
from course.findings import hint_words
from course.language import LANGUAGES, text

CARDS = cards()
SEEDS = range(6)
DRAWN = [card for card in CARDS.values() if card.kind in ("predict", "picture")]
UNITS = [unit for unit in units() if not unit.startswith("00")]
DAY = date(2026, 3, 2)


@cache
def drawn(key: str, seed: int) -> Question:
    return CARDS[key].ask(np.random.default_rng(seed))


def asked(card: Card, seed: int) -> Question:
    return drawn(card.key, seed)


def by_key(card: Card) -> str:
    return card.key


def some_of(cards: list[Card]) -> list[Card]:
    """Return a fifth of those of each unit and kind."""
    return share(cards, 5, lambda card: (card.unit, card.kind), by=by_key)


def no_sandbox():
    raise AssertionError("only code needs a sandbox")


# ------------------------------------------------------------------------------------------------------- templates


def test_there_are_sixty_templates_and_some_of_each_kind_and_unit():
    made = Counter(card.unit for card in CARDS.values() if card.kind != "write")
    assert sum(made.values()) >= 60
    assert [unit for unit in UNITS if made[unit] < 6] == []
    kinds = Counter(card.kind for card in CARDS.values())
    assert all(kinds[kind] >= 10 for kind in ("predict", "picture", "find", "write"))


def test_a_card_is_named_after_its_kind_and_an_exercise_of_its_unit():
    for key, card in CARDS.items():
        assert key == card.key and key.startswith(f"{card.kind}/{card.exercise}")
        assert card.exercise in units()[card.unit]


@pytest.mark.parametrize("card", some_of([card for card in CARDS.values() if card.kind != "write"]), ids=by_key)
def test_the_right_answer_is_accepted(card: Card):
    for seed in SEEDS:
        question = asked(card, seed)
        right = question.right["en"].partition(":")[0]
        assert question.judge(right, no_sandbox).state == "right", (seed, question.words["en"], right)
        assert question.judge(question.right["ru"].partition(":")[0], no_sandbox).state == "right"


@pytest.mark.parametrize("card", some_of([card for card in DRAWN if card.kind == "predict"]), ids=by_key)
def test_what_a_misconception_gives_is_refused_with_its_hint(card: Card):
    known, understood = exercises()[card.exercise], 0
    for seed in SEEDS:
        question = asked(card, seed)
        right = question.right["en"]
        pick, options = card.ask.args[3:5]
        given = {}
        for mistake in known.mistakes:
            value = predict._wrong(mistake, known, question.values, pick)
            if options is not None:
                said = options[value][0] if isinstance(value, bool | str) and value in options else None
            else:
                numbers = predict.flat(value)
                said = " ".join(f"{each:.12g}" for each in numbers) if numbers else None
            if said is not None and question.judge(said, no_sandbox).state not in ("right", "unreadable"):
                given[mistake.name] = said
        for mistake in known.mistakes:
            if mistake.name not in given:
                continue
            reply = question.judge(given[mistake.name], no_sandbox)
            assert reply.state == "wrong"
            alike = [name for name, said in given.items() if question.judge(said, no_sandbox) == reply]
            if reply.mistake:
                assert reply.mistake in alike
                assert reply.hint == next(each.hint for each in known.mistakes if each.name == reply.mistake)
            understood += reply.mistake == mistake.name or (not reply.mistake and reply.hint is not None)
        assert right
    assert understood >= len(SEEDS) / 2  # a question that explains no wrong answer is a poor one


@pytest.mark.parametrize("card", some_of(DRAWN), ids=by_key)
def test_both_languages_ask_the_same(card: Card):
    for seed in SEEDS:
        question = asked(card, seed)
        english, russian = (sorted(numbers_in(question.words[lang])) for lang in LANGUAGES)
        assert english == russian
        assert re.search("[а-яё]", question.words["ru"]) and not re.search("[а-яё]", question.words["en"])
        assert all(options.keys() == {"en", "ru"} for options in question.options)
        assert len(question.options) <= notebook.CHOICES


def numbers_in(words: str) -> list[str]:
    return re.findall(r"−?\d+(?:\.\d+)?", words)


@pytest.mark.parametrize("card", [card for card in DRAWN if card.kind == "predict"], ids=by_key)
def test_the_numbers_that_are_shown_are_those_that_are_computed_from(card: Card):
    template = card.ask.args[1]["en"]
    fixed = Counter(numbers_in(re.sub(r"\{.*?\}", "", template)))
    for seed in SEEDS:
        question = asked(card, seed)
        shown = Counter(numbers_in(question.words["en"])) - fixed
        values = " ".join(predict.shown(value) for value in question.values.values())
        attributes = " ".join(str(vars(value)) for value in question.values.values() if isinstance(value, predict.As))
        known = {*numbers_in(values), *numbers_in(attributes.replace("-", "−"))}
        assert set(shown) <= known
        assert all(len(number.strip("−0.").replace(".", "")) <= 4 for number in shown), "too long for the head"


def test_the_same_draw_asks_the_same_and_others_ask_other_things():
    for card in some_of(DRAWN):
        once, twice = (card.ask(np.random.default_rng(3)) for _ in range(2))
        assert (once.words, once.right) == (twice.words, twice.right)
        if card.kind == "predict":
            assert len({asked(card, seed).words["en"] for seed in SEEDS}) >= 3, card.key


@pytest.mark.parametrize("card", [card for card in DRAWN if card.kind == "picture"], ids=by_key)
def test_a_picture_shows_each_of_its_right_answers_and_a_wrong_choice_has_a_reason(card: Card):
    seen = set()
    for seed in range(20):
        question = asked(card, seed)
        seen.add(question.right["en"])
        if seed < 3:
            letters = question.plot.letters("en").splitlines()
            assert question.plot.bars or len(letters) == HEIGHT + 2
            wrong = next(words["ru"] for words in question.options if words != question.right)
            reply = question.judge(wrong, no_sandbox)
            assert reply.state == "wrong" and all(reply.hint[lang][0] for lang in LANGUAGES)
    assert len(seen) >= 2
    assert question.plot.png("ru").startswith(b"\x89PNG")
    for lang in LANGUAGES:
        spoken = question.plot.spoken(lang)
        assert spoken.startswith((question.plot.x_label[lang], question.plot.y_label[lang])) and len(spoken) < 500
        assert not re.search("[а-яё]" if lang == "en" else "[a-z]{4}", spoken)


# -------------------------------------------------------------------------------------------------- the wrong line


FAULTY = {(name, one.mended()) for name, known in exercises().items() for one in find.faulty(known)}


@pytest.mark.parametrize(("name", "mended"), sorted(FAULTY), ids=[name for name, _ in sorted(FAULTY)])
def test_the_named_line_is_the_culprit(name: str, mended: str):
    """With the right line put back it passes. That each misconception loses points is proved in test_exercises."""
    assert judge(exercises()[name], made(mended, name), 5).state == "correct"


def made(source: str, name: str):
    space: dict[str, object] = {}
    exec(PRELUDE + source, space)  # ours
    return space[name]


def test_another_line_is_refused_with_the_hint_of_the_misconception():
    for card in CARDS.values():
        if card.kind == "find":
            question = asked(card, 4)
            line = int(question.right["en"].partition(":")[0])
            assert question.judge(f" {line}. ", no_sandbox).state == "right"
            reply = question.judge("1", no_sandbox)
            assert (reply.state, reply.mistake) == ("wrong", question.values["mistake"]) and reply.hint
            assert question.judge(str(question.code.count("\n") + 2), no_sandbox).state == "unreadable"


def test_who_names_another_line_in_which_the_mistake_can_be_mended_is_right():
    exercise = exercises()["descend"]
    one = next(one for one in find.faulty(exercise) if one.mistake.name == "from_two")
    assert "range(1, n_steps + 1)" in one.source and "step_size(k + 1)" in one.source
    loop = next(n for n, line in enumerate(one.source.splitlines(), 1) if "range" in line)
    assert loop != one.line and find.can_be_mended(exercise, one, loop)
    assert not any(find.can_be_mended(exercise, one, line) for line in (1, 2, 5))


def test_a_change_of_a_default_that_names_what_is_not_there_mends_nothing():
    exercise = exercises()["step_size"]
    one = next(one for one in find.faulty(exercise) if one.mistake.name == "power_unused")  # c=p is tried there
    assert not find.can_be_mended(exercise, one, 1)


def test_more_than_one_changed_line_or_another_shape_is_no_question():
    right = "def f(x):\n    a = x\n    b = a\n    return b"
    assert find.changed(right, right.replace("b = a", "b = -a")) == (3, "    b = a")
    assert find.changed(right, right) == (0, "")
    assert find.changed(right, right.replace("a", "c")) == (0, "")
    assert find.changed(right, right + "\n    ") == (0, "")
    assert find.changed(right, right.replace("f(x)", "f(y)")) == (0, "")


@pytest.mark.parametrize(
    ("formula", "plain"),
    [
        (r"$L(w) = w^2 + 12$", "L(w) = w² + 12"),
        (r"$\frac{\partial F}{\partial w_1}$", "∂ F/∂ w₁"),
        (r"$\left( \frac{s_0}{s_0 + k} \right)^p$", "( s₀/(s₀ + k) )ᵖ"),
        (r"$|w_{i+1}| \le \varepsilon$", "|wᵢ₊₁| ≤ ε"),
        (r"$\sum_{i=1}^m x_i^2$", "Σᵢ₌₁ᵐ xᵢ²"),
        (r"no formula, 5 \% of it", r"no formula, 5 \% of it"),
    ],
)
def test_formulas_can_be_read_in_a_terminal(formula: str, plain: str):
    assert plain_formulas(formula) == plain


@pytest.mark.parametrize("card", [card for card in CARDS.values() if card.kind in ("find", "write")], ids=by_key)
def test_a_task_has_both_languages_and_no_command_of_tex(card: Card):
    question = asked(card, 0)
    assert f"`{card.exercise}" in question.words["en"]
    assert re.search("[а-яё]", question.words["ru"])
    assert not re.search(r"\\[a-zA-Z]|\$", question.words["en"] + question.words["ru"])


@pytest.mark.parametrize("card", CARDS.values(), ids=by_key)
def test_no_card_points_to_what_does_not_stand_on_it(card: Card):
    """A sentence that says what a function does is never left out: where it leans on the lesson, see ``stated``."""
    words = asked(card, 0).words
    assert {lang: found[0] for lang in LANGUAGES if (found := OUTWARD[lang].search(words[lang]))} == {}


@pytest.mark.parametrize("card", [card for card in CARDS.values() if card.kind in ("find", "write")], ids=by_key)
def test_both_languages_keep_the_same_paragraphs_of_a_task(card: Card):
    words = asked(card, 0).words
    english, russian = (
        [paragraph[:2] in ("* ", "| ") for paragraph in words[lang].split("\n\n")] for lang in LANGUAGES
    )
    assert english == russian


def test_what_points_out_of_a_card_is_left_out():
    said = (
        "A warm-up, two minutes. `twice(x)` returns 2x. Take x as in the figure. It is a number (see unit 03).\n\n"
        "Example: `twice(3)` is `6`, as the table of the reading shows. The figure has more.\n\n"
        "Look at the picture above. It is pretty.\n\nA number stays a number."
    )
    alone = "`twice(x)` returns 2x. It is a number.\n\nExample: `twice(3)` is `6`.\n\nA number stays a number."
    assert task._alone(said, "twice", "en") == alone


@pytest.mark.parametrize("name", sorted(task._stated))
def test_the_examples_of_a_stated_task_are_what_the_reference_gives(name: str):
    reference, space = exercises()[name].reference, {"np": np, "array": np.array}
    for words in task._stated[name].values():
        signature = ", ".join(map(str, inspect.signature(reference).parameters.values()))
        assert f"`{name}({signature})`" in words
        for call, answer in re.findall(rf"`{name}(\([^`]*\d[^`]*\))` (?:is|равно) `([^`]+)`", words):
            np.testing.assert_allclose(eval(f"f{call}", space | {"f": reference}), eval(answer, space))


# ------------------------------------------------------------------------------------------------- what is typed


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("0.5", (0.5,)), ("0,5", (0.5,)), (" −3 ", (-3.0,)), ("- 3", (-3.0,)), ("1/3", (1 / 3,)), ("−1 / 4", (-0.25,)),
        ("1e-3", (0.001,)), (".5", (0.5,)), ("5.", (5.0,)), ("+2", (2.0,)), ("w = 4", (4.0,)), ("≈0.33", (0.33,)),
        ("∞", (float("inf"),)), ("-inf", (-float("inf"),)), ("(7)", (7.0,)), ("1⁄2", (0.5,)),
        ("1\u00a0/\u00a02", (0.5,)),
        ("", None), ("one", None), ("1 2", None), ("1/0", None), ("1//2", None), ("2**3", None), ("0x10", None),
        ("1,234.5", None), ("__import__('os')", None), ("9" * 300, None), ("1e9999", None), ("٣", None), ("½", None),
        ("nan", None), ("5%", None),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_type_it(said: str, read: tuple[float, ...] | None):
    assert typed.numbers(said, 1) == read


@pytest.mark.parametrize(
    "said", ["1 -2 0.5", "1; -2; 0,5", "1, -2, 0.5", "[1, −2, 1/2]", "(1,-2,0.5)", "1  - 2  1/2", "1\t-2\t0,5"]
)
def test_several_numbers_are_read_with_any_separator(said: str):
    assert typed.numbers(said, 3) == (1.0, -2.0, 0.5)
    assert typed.numbers(said, 2) is None


@given(st.text(max_size=300), st.integers(1, 4))
def test_any_text_is_numbers_or_is_not(said: str, count: int):
    read = typed.numbers(said, count)
    assert read is None or len(read) == count


@given(st.floats(-1e6, 1e6), st.sampled_from([".", ","]), st.sampled_from(["-", "−"]))
def test_any_written_number_is_read_back(value: float, point: str, minus: str):
    said = repr(value).replace("-", minus, 1).replace(".", point)
    assert typed.numbers(said, 1) == (value,)


def test_three_digits_are_enough_but_whole_numbers_are_exact():
    assert typed.near((0.333,), (1 / 3,)) and typed.near((0.33,), (1 / 3,)) and typed.near((2.3,), (2.31,))
    assert not typed.near((0.3,), (1 / 3,)) and not typed.near((121.0,), (120.0,)) and not typed.near((0.001,), (0.0,))
    assert typed.near((float("inf"),), (float("inf"),)) and not typed.near((1e300,), (float("inf"),))


# ---------------------------------------------------------------------------------------------------- the schedule


def event(kind: str, exercise: str, state: str, day: date, source: str = "", **more: object) -> progress.Event:
    unit = next(unit for unit, known in units().items() if exercise in known)
    return progress.Event(kind, unit, exercise, state, source=source, more=more, time=f"{day}T10:00:00.000Z")


def due(events: Iterable[progress.Event]) -> dict[str, date]:
    return {key: card.due.date() for key, card in schedule.states(CARDS, events).items()}


def test_what_was_failed_is_due_the_next_day_and_what_was_passed_at_once_a_week_later():
    events = [event("check", "loss", "wrong", DAY), event("grade", "d_loss", "correct", DAY)]
    assert due(events)["predict/loss"] == DAY + timedelta(1)
    assert due(events)["predict/d_loss"] >= DAY + timedelta(7)
    assert "predict/closed_form" not in due(events)


def test_passing_on_the_same_day_does_not_undo_a_failure_whichever_came_first():
    for states in (["wrong", "correct"], ["correct", "wrong"], ["error", "partial", "correct"]):
        events = [event("check", "loss", state, DAY, source=str(place)) for place, state in enumerate(states)]
        assert due(events)["predict/loss"] == DAY + timedelta(1)


def test_the_same_answer_checked_again_and_what_was_no_try_change_nothing():
    first = event("check", "loss", "correct", DAY, source="abc")
    later = [event("check", "loss", "correct", DAY + timedelta(days), source="abc") for days in range(1, 9)]
    idle = [event("check", "loss", state, DAY + timedelta(1)) for state in ("not_attempted", "stale", "review")]
    assert due([first, *later, *idle]) == due([first])


def test_an_answer_that_the_check_passes_and_the_judge_does_not_is_a_failed_one():
    looks = [("check", "correct"), ("grade", "partial")]
    events = [event(kind, "loss", state, DAY, source="abc") for kind, state in looks]
    assert due(events)["predict/loss"] == DAY + timedelta(1)


def test_intervals_grow_with_right_answers_and_a_wrong_one_comes_back_soon():
    events, days, day = [event("check", "loss", "wrong", DAY)], [], DAY + timedelta(1)
    for _ in range(4):
        events.append(event("review", "loss", "correct", day, item="predict/loss"))
        days.append((due(events)["predict/loss"] - day).days)
        day = due(events)["predict/loss"]
    assert days == sorted(set(days)) and days[-1] >= 7
    events.append(event("review", "loss", "wrong", day, item="predict/loss"))
    assert (due(events)["predict/loss"] - day).days == 1


@settings(max_examples=30)
@given(st.randoms(use_true_random=False), st.integers(0, 30))
def test_two_copies_give_the_same_schedule_in_any_order_and_however_much_they_share(rand: random.Random, shared: int):
    events = []
    for _ in range(30):
        state, day = rand.choice(["correct", "wrong"]), DAY + timedelta(rand.randrange(20))
        if rand.random() < 0.5:
            events.append(event(rand.choice(["check", "grade"]), rand.choice(["loss", "mse"]), state, day))
        else:
            events.append(event("review", "loss", state, day, item="predict/loss"))
    mine, yours = events[:shared], events[shared // 2 :]
    both = [*mine, *yours]
    shuffled = [*yours, *mine]
    rand.shuffle(shuffled)
    assert schedule.histories(CARDS, both) == schedule.histories(CARDS, shuffled) == schedule.histories(CARDS, events)


def test_merged_files_agree_and_a_torn_line_loses_nothing(tmp_path: Path):
    later = event("review", "loss", "correct", DAY + timedelta(1), item="predict/loss")
    events = [event("check", "loss", "wrong", DAY), later]
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    progress.note(events[0], one)
    progress.note(events[1], two)
    with two.open("ab") as file:
        file.write(b'{"kind": "review", "unit": "04-gradient-desc')  # here the power went
    assert due(progress.read(two)) == due([events[1]])
    progress.note(event("check", "mse", "wrong", DAY), two)
    progress.merge(one, two)
    progress.merge(two, one)
    assert due(progress.read(one)) == due(progress.read(two))
    assert {"predict/loss", "predict/mse"} <= due(progress.read(two)).keys()


def test_a_sitting_asks_what_is_most_forgotten_first_and_each_exercise_once():
    events = [
        event("check", "mse", "correct", DAY), event("check", "loss", "wrong", DAY),
        event("check", "closed_form", "wrong", DAY + timedelta(5)),
    ]  # fmt: skip
    sitting = schedule.chosen(CARDS, events, DAY + timedelta(6), 10)
    assert [card.exercise for card in sitting] == ["loss", "closed_form"]
    assert schedule.chosen(CARDS, events, DAY, 10) == []
    assert len(schedule.chosen(CARDS, [], DAY, 4, "04-gradient-descent")) == 4


@pytest.mark.parametrize("unit", UNITS)
def test_a_sitting_is_short_questions_for_the_most_part(unit: str):
    sitting = schedule.chosen(CARDS, [], DAY, 10, unit)
    assert sum(card.kind == "write" for card in sitting) <= 2
    assert len(sitting) >= 5


def test_hostile_events_are_passed_over():
    odd = [
        event("review", "loss", "correct", DAY, item=["predict/loss"]),
        event("review", "loss", "correct", DAY, item="predict/no_such"),
        event("review", "loss", "maybe", DAY, item="predict/loss"), event("review", "loss", "correct", DAY),
        progress.Event("check", "99", "no_such", "wrong", time="2026-03-02T10:00:00"),
    ]  # fmt: skip
    assert schedule.states(CARDS, odd) == {}


def test_four_weeks_of_a_learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """In the first week misconceptions answer, then the reference: what was wrong comes back soon, later ever later."""
    monkeypatch.setattr(sitting, "cards", lambda: {key: card for key, card in CARDS.items() if card.kind != "write"})
    record, names = tmp_path / "progress.jsonl", ["loss", "closed_form", "regime", "steps_to_reach"]
    for name in names:
        progress.note(event("check", name, "wrong", DAY), record)
    seen: dict[str, list[tuple[int, bool]]] = {}
    for number in range(1, 29):
        with Session(record, 5, today=DAY + timedelta(number)) as session:
            for each in session:
                wrong = wrong_answer(each.question) if number <= 7 else None
                first = each.reply(wrong or each.question.right["en"])
                if not each.over:
                    assert first.state == "wrong" and words_of(each, first, "ru")
                    each.reply(each.question.right["en"])
                seen.setdefault(each.card.key, []).append((number, first.state == "right"))
    regular = [history for history in seen.values() if any(not right for _, right in history)]
    assert regular
    for history in regular:
        gaps = [(later - day, right) for (day, right), (later, _) in zip(history, history[1:], strict=False)]
        assert all(gap <= 7 for gap, right in gaps if not right)
    assert len(session.cards) <= 5
    gaps = [[later - day for (day, right), (later, _) in zip(h, h[1:], strict=False) if right] for h in seen.values()]
    grown = [each for each in gaps if len(each) >= 2]
    assert grown and all(each[-1] > each[0] for each in grown)
    told = [each for each in progress.read(record) if each.kind == "review" and each.diagnosis]
    assert told and all(set(each.said) == {"en", "ru"} for each in told)


def wrong_answer(question: Question) -> str | None:
    """Return what a misconception answers, or another line or choice."""
    if question.expects == "line":
        return next(n for n in "23" if question.judge(n, no_sandbox).state == "wrong")
    if question.expects == "option":
        return next((w["en"] for w in question.options if question.judge(w["en"], no_sandbox).state == "wrong"), None)
    known = question.judge.args[1]
    return " ".join(map(repr, known[0][1])) if known and len(known[0][1]) == len(question.judge.args[0]) else "12345.5"


def test_scheduling_uses_no_chance_and_no_steps_within_a_day():
    assert not schedule.SCHEDULER.enable_fuzzing
    for rating in fsrs.Rating:
        assert schedule.replay([(DAY, rating)]).due >= schedule.morning(DAY + timedelta(1))


# ---------------------------------------------------------------------------------------------------- the command


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "release").symlink_to(REPOSITORY / "release")
    (tmp_path / "work").mkdir()
    return tmp_path


def review(home: Path, said: str, *options: str) -> Result:
    app = typer.Typer()
    app.command()(terminal.review)
    words = ["--home", str(home), "--today", str(DAY + timedelta(1)), *options]
    return CliRunner().invoke(app, words, input=said, env={"COLUMNS": "100"}, catch_exceptions=False)


def first_due(home: Path, kind: str) -> str:
    """Let cards of one kind alone be due, and return the exercise of the first."""
    record = progress.in_home(home)
    card = next(card for card in CARDS.values() if card.kind == kind and card.unit.startswith("04"))
    progress.note(event("review", card.exercise, "wrong", DAY, item=card.key), record)
    return card.key


def test_a_new_learner_is_told_how_to_begin(home: Path):
    done = review(home, "", "--lang", "ru")
    assert done.exit_code == 0 and "Повторять пока нечего" in done.stdout
    assert "--unit 4" in done.stdout


@pytest.mark.parametrize(
    ("lang", "wrong", "right"), [("en", "Not right", "The right answer"), ("ru", "Неверно", "Верный ответ")]
)
def test_the_terminal_asks_explains_and_notes_the_first_answer(home: Path, lang: str, wrong: str, right: str):
    key = first_due(home, "predict")
    done = review(home, "abc\n123456\n654321\n", "--lang", lang)
    assert done.exit_code == 0, done.output
    assert wrong in done.stdout and right in done.stdout
    noted = progress.read(progress.in_home(home))[-1]
    assert (noted.kind, noted.state, noted.more["item"]) == ("review", "wrong", key)
    assert sum(each.kind == "review" for each in progress.read(progress.in_home(home))) == 2


def test_stopping_in_the_middle_notes_nothing_of_the_open_question(home: Path):
    first_due(home, "predict")
    before = progress.in_home(home).read_bytes()
    assert review(home, "abc\n", "--lang", "en").exit_code == 0
    assert progress.in_home(home).read_bytes() == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_due_is_said_without_asking_anything(home: Path, lang: str):
    assert review(home, "", "--due", "--lang", lang).stdout.strip() == text("review.nothing_yet", lang)
    key = first_due(home, "predict")
    before = progress.in_home(home).read_bytes()
    done = review(home, "", "--due", "--lang", lang)
    assert (done.exit_code, done.stdout.strip()) == (0, text("review.waiting", lang, count=1))
    row = {"card": key, "exercise": CARDS[key].exercise, "due": str(DAY + timedelta(1)), "is_due": True}
    assert json.loads(review(home, "", "--due", "--json").stdout) == [row]
    assert json.loads(review(home, "", "--json", "--unit", "5").stdout) == []
    assert json.loads(review(home, "", "--json", "--today", str(DAY)).stdout) == [row | {"is_due": False}]
    done = review(home, "", "--due", "--lang", lang, "--today", str(DAY))
    assert done.stdout.strip() == text("review.nothing", lang, day=DAY + timedelta(1))
    assert progress.in_home(home).read_bytes() == before


def test_not_knowing_is_an_answer(home: Path):
    first_due(home, "predict")
    done = review(home, "?\n", "--lang", "en")
    assert "The right answer" in done.stdout and "Not right" not in done.stdout
    assert progress.read(progress.in_home(home))[-1].more["rating"] == 1


def test_a_notebook_gets_the_same_line_by_line_and_the_right_answer_only_when_it_is_over(home: Path):
    key = first_due(home, "picture")
    said = "".join(json.dumps({"typed": each}) + "\n" for each in ("abc", None))
    done = review(home, said, "--lang", "en", "--lines")
    question, unread, over, end = map(json.loads, done.stdout.splitlines())
    assert key.split("/")[1] in question["ask"]["heading"] and question["ask"]["picture"] and question["ask"]["options"]
    assert "right" not in json.dumps({name: value for name, value in question["ask"].items() if name != "how"})
    assert (unread["state"], unread["over"], over["over"]) == ("unreadable", False, True)
    assert "end" in end


def test_the_notebook_asks_explains_and_goes_on(home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(home)
    monkeypatch.setenv("COURSE_LANG", "ru")
    talk = notebook.Talk("ru", "--home", str(home), "--unit", "3", "--count", "40")
    shown = notebook._Sitting(talk)
    for _ in range(40):
        places = shown.places
        assert not shown.buttons["answer"].disabled and shown.buttons["next"].disabled
        shown.buttons["answer"].click()  # with nothing typed
        assert "Нуж" in said(shown.said) or "Наберите" in said(shown.said)
        shown.buttons["unknown"].click()
        assert "Верный ответ" in said(shown.said)
        assert all(place.disabled for place in places)
        assert shown.buttons["answer"].disabled and not shown.buttons["next"].disabled
        shown.buttons["next"].click()
        if shown.box.children == (shown.question,):
            break
    assert "Верно с первого раза: 0" in said(shown.question)
    noted = {each.exercise for each in progress.read(progress.in_home(home))}
    assert noted == set(units()["03-sigmoid-derivative"])


def said(output: object) -> str:
    return "".join(each["data"].get("text/markdown", "") for each in output.outputs)


def test_a_second_sitting_ends_the_first(home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(home)
    monkeypatch.setenv("COURSE_LANG", "en")
    first = notebook.sitting(2, 1)
    second = notebook.sitting(2, 1)
    answer, unknown, _ = first.children[2].children
    unknown.click()
    assert said(first.children[3]) == text("review.notebook.closed", "en")
    second.children[2].children[1].click()
    assert "The right answer" in said(second.children[3])
    notebook._open.pop().close()
    assert answer.disabled


def test_without_the_questions_the_notebook_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(notebook.sys, "executable", "/bin/false")
    shown = notebook._Sitting(notebook.Talk("en"))
    assert shown.box.children == (shown.question,)


def test_a_program_that_grades_or_validates_a_notebook_is_asked_nothing(monkeypatch: pytest.MonkeyPatch):
    begun: list[object] = []
    monkeypatch.setattr(notebook, "sitting", lambda *asked: begun.append(asked))
    notebook.show(4, 5)
    for name, value in (("NBGRADER_EXECUTION", "validate"), ("COURSE_FIGURES", "off")):
        with monkeypatch.context() as here:
            here.setenv(name, value)
            notebook.show(4, 5)
    assert begun == [(4, 5)]


def test_a_sitting_that_breaks_off_says_why_and_does_not_keep_the_next_from_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    broken = tmp_path / "python"
    broken.write_text('#!/bin/sh\nexec 0<&-\necho "Нет места на диске" >&2\n')
    broken.chmod(0o755)
    monkeypatch.setattr(notebook.sys, "executable", str(broken))
    talk = notebook.Talk("ru")
    talk._process.wait()
    assert talk.say("1") == {"end": "Нет места на диске"}
    talk.close()
    assert talk.say("1") == {"end": text("review.notebook.closed", "ru")}


@pytest.mark.sandbox
def test_code_is_judged_by_the_real_judge_outside_of_this_process(home: Path):
    card = CARDS["write/loss"]
    progress.note(event("review", "loss", "wrong", DAY, item=card.key), progress.in_home(home))
    with Session(progress.in_home(home), 1, today=DAY + timedelta(1)) as session:
        (each,) = session
        first, judged = each.question.code, each.question.judge
        assert first == "def loss(w):"
        assert judged("return w**2 + 12", session.sandbox).state == "right"
        assert judged("    y = w * w\n    return y + 12", session.sandbox).state == "right"
        assert judged("def loss(w):\n    return w * w + 12", session.sandbox).state == "right"
        wrong = judged("return w**2", session.sandbox)
        assert (wrong.state, wrong.mistake) == ("wrong", "no_constant")
        assert wrong.hint == next(m.hint for m in exercises()["loss"].mistakes if m.name == "no_constant")
        spy = "import builtins\n    builtins.spied = True\n    import autograder.exercises\n    return w**2 + 12"
        assert judged(spy, session.sandbox).state == "wrong"
        assert judged("return (", session.sandbox).state == "wrong"
        assert judged("   ", session.sandbox).state == "unreadable"
    assert not hasattr(builtins, "spied")


def test_code_that_cannot_be_judged_is_no_wrong_answer(home: Path, monkeypatch: pytest.MonkeyPatch):
    progress.note(event("review", "loss", "wrong", DAY, item="write/loss"), progress.in_home(home))
    before = progress.in_home(home).read_bytes()

    class Broken:
        def __init__(self, *, contained: bool) -> None:
            pass

        def __enter__(self):
            raise NotContained("no sandbox today")

        def close(self) -> None:
            pass

    monkeypatch.setattr(sitting, "Sandbox", Broken)
    done = review(home, "return w\n\n", "--lang", "en")
    assert "no sandbox today" in done.stdout and "Right at once" not in done.stdout
    done = review(home, '{"typed": "return w"}\n', "--lang", "en", "--lines")
    assert json.loads(done.stdout.splitlines()[1])["state"] == "not_judged"
    assert progress.in_home(home).read_bytes() == before


@pytest.mark.parametrize("command", [course_grade.grade, terminal.review])
def test_where_there_is_no_fork_the_commands_of_the_judge_say_where_they_run(
    command: object, home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delattr(os, "fork")
    app = typer.Typer()
    app.command()(command)
    done = CliRunner().invoke(app, ["--home", str(home), "--lang", "ru"])
    assert (done.exit_code, done.stderr.strip()) == (1, text("grade.no_fork", "ru"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_that_code_runs_without_walls_is_said_in_the_learners_language(
    lang: str, home: Path, monkeypatch: pytest.MonkeyPatch
):
    progress.note(event("review", "loss", "wrong", DAY, item="write/loss"), progress.in_home(home))
    monkeypatch.setattr(sitting, "bubblewrap", lambda: None)
    monkeypatch.setattr(sitting, "Sandbox", lambda *, contained: io.BytesIO())  # something to close
    warning = text("grade.not_contained", lang)
    assert warning in " ".join(review(home, "", "--lang", lang).stderr.split())
    assert json.loads(review(home, "", "--lang", lang, "--lines").stdout.splitlines()[0])["ask"]["warning"] == warning


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_judge_notes_for_instructors_is_not_shown(lang: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(try_answer, "try_source", lambda *_, **__: needs_review(exercises()["loss"], "secret"))
    question = CARDS["write/loss"].ask(np.random.default_rng(1))
    with pytest.raises(NotJudged) as problem:
        question.judge("return w", lambda: None)
    assert problem.value.words(lang) == text("review.not_judged", lang, problem=hint_words("review", lang)[0])


def test_a_body_is_put_below_its_first_line_and_a_definition_stays():
    first = "def loss(w):"
    assert write.whole(first, "y = 1\nreturn y").endswith("def loss(w):\n    y = 1\n    return y\n")
    assert write.whole(first, "\treturn w").endswith("def loss(w):\n    return w\n")
    assert write.whole(first, "def loss(w):\n    return w").count("def ") == 1
    assert write.whole(first, "loss = lambda w: w").count("def ") == 0
