"""Choose on the validation part, then test once."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u11_grid_search.shared import rising_rates, whole_numbers
from autograder.judging.parts import is_whole, part_of, shuffled
from course.public import u11_grid_search as public


@exercise(points=2)
def select_then_test(score, grid):
    best = max(grid, key=lambda candidate: score(candidate, "valid"))
    return best, score(best, "test")


select_then_test.example(public.two_parts, [9, 1, 3, 13, 5, 11, 7])  # first, worst, best on the test part, largest, best, last that beats the first, last
select_then_test.example(public.two_parts, [1, 3, 5, 9])
select_then_test.example(public.two_parts, [9, 5, 1, 3])
select_then_test.example(public.two_errors, ["adagrad", "plain", "momentum", "adam", "rmsprop"])
select_then_test.example(public.watched_parts, [1, 3, 5, 9], fulfils="tests_asked")


def _selected(answer, rng, which, candidates, place, shift=0.0):
    """Return the candidate, its score, or how often the test part was asked; for the last one a pair must come back.

    Each part has a winner of its own, so has their sum. The one to be chosen stands at ``place``, or between the ends.
    If it is not the last one, the scores behind it fall, rise and fall: a comparison with the neighbour is misled.
    If it is not the first one, that is the worst: all that come later beat it.
    """
    n = len(candidates)
    place = range(n)[place] if place is not None else int(rng.integers(1, n - 3))
    if place < n - 1 and candidates[place] == max(candidates):  # who is the largest himself is not the best
        candidates = [*candidates[:place], candidates[-1], *candidates[place + 1 : -1], candidates[place]]
    order = [place, *rng.permutation([at for at in range(1, n) if at != place])]
    valid = dict(zip(candidates, shift + rng.uniform(0.3, 0.6, size=n), strict=True))
    test = dict(zip(candidates, shift + rng.uniform(0.3, 0.6, size=n), strict=True))
    best, lucky, even = (candidates[i] for i in order[:3])
    valid[candidates[0]] = shift + 0.25
    valid[best], test[best] = shift + 0.8, shift + rng.uniform(0.61, 0.66)
    valid[lucky], test[lucky] = shift + 0.5, shift + 0.95
    valid[even], test[even] = shift + 0.75, shift + 0.75
    if place < n - 1:
        low, middle, high = sorted(candidates[-3:], key=valid.__getitem__)
        for part in (valid, test):
            part |= dict(zip(candidates[-3:], (part[low], part[high], part[middle]), strict=True))
    asked = []

    def score(candidate, part):
        if candidate not in candidates:
            raise TypeError("no candidate")
        candidate = candidates[candidates.index(candidate)]  # a NumPy number comes as an array, which is no key
        if part == "test":
            asked.append(candidate)
        return float({"valid": valid, "test": test}[part][candidate])

    value = answer(score, candidates)
    return part_of(value, which, 2) if which < 2 else [len(asked), is_whole(value, 2)]


# The candidate, its score, one look at the test part.
for _which, _credit, _part in ((0, 1.0, "best"), (1, 1.0, "test_score"), (2, 0.5, 'score(best, "test")')):

    @select_then_test.probe("simple", credit=_credit, part=_part)
    def _(answer, rng, which=_which):
        names = [str(name) for name in rng.permutation(["adam", "momentum", "plain", "adagrad", "rmsprop"])]
        cases = zip((whole_numbers(rng, 6), names), shuffled(rng, [None, -1]))
        return [_selected(answer, rng, which, *case) for case in cases]

    @select_then_test.probe("general", credit=_credit, part=_part)
    def _(answer, rng, which=_which):
        return [_selected(answer, rng, which, rising_rates(rng, n), place) for n, place in zip((5, 9), shuffled(rng, [None, -1]))]

    @select_then_test.probe("edge", credit=_credit, part=_part)
    def _(answer, rng, which=_which):
        low, lower = -rng.uniform(4.0, 9.0), -rng.uniform(20.0, 40.0)
        one, other = shuffled(rng, [None, 0])
        first = _selected(answer, rng, which, rising_rates(rng, 5), one, low)
        return [first, _selected(answer, rng, which, whole_numbers(rng, 5), other, lower)]


@select_then_test.mistake(
    en=("The test part chooses.", "Whoever is chosen by the test part can no longer be judged by it. Which part is there for choosing?"),
    ru=("Выбирает тестовая часть.", "Того, кого выбрали по тестовой части, по ней уже не оценить. Какая часть нужна для выбора?"),
)
def chosen_on_test(score, grid):
    best = max(grid, key=lambda p: score(p, "test"))
    return best, score(best, "test")


@select_then_test.mistake(
    en=("The score by which the winner was chosen is reported.", "The best of many is too good to be true: on which part is the winner a stranger?"),
    ru=("Сообщается та оценка, по которой победителя выбрали.", "Лучшая из многих слишком хороша: на какой части победитель ещё незнакомец?"),
)
def validation_reported(score, grid):
    best = max(grid, key=lambda p: score(p, "valid"))
    return best, score(best, "valid")


@select_then_test.mistake(
    en=("The answer is right, but the test part is asked as often as there are candidates.", "Ask the test part once, after the choice."),
    ru=("Ответ верный, но к тестовой части обращаются столько раз, сколько кандидатов.", "Обращайтесь к тестовой части один раз, после выбора."),
)
def everyone_tested(score, grid):
    results = [(score(p, "valid"), score(p, "test"), p) for p in grid]
    valid, test, best = max(results, key=lambda result: result[0])
    return best, test


@select_then_test.mistake(
    en=("The candidate with the smallest score is chosen.", "These are scores, not losses: larger is better."),
    ru=("Выбран кандидат с наименьшей оценкой.", "Это оценки, а не потери: больше — лучше."),
)
def smallest_chosen(score, grid):
    best = min(grid, key=lambda p: score(p, "valid"))
    return best, score(best, "test")


@select_then_test.mistake(
    en=("Both parts choose together, as in a mean of the two.", "A test score that helps to choose is no longer a test: leave it out of the choice."),
    ru=("Выбирают обе части вместе, как в среднем по двум.", "Тестовая оценка, которая помогает выбирать, — уже не тест: уберите её из выбора."),
)
def both_parts_choose(score, grid):
    best = max(grid, key=lambda p: score(p, "valid") + score(p, "test"))
    return best, score(best, "test")


@select_then_test.mistake(
    en=("The first candidate wins, whoever is best.", "Does the loop end at its first round, or is the best one never replaced? Look at where the return stands."),
    ru=("Побеждает первый кандидат, кто бы ни был лучшим.", "Не заканчивается ли цикл на первом проходе и заменяется ли лучший? Посмотрите, где стоит return."),
)
def first_candidate(score, grid):
    for p in grid:
        score(p, "valid")
        return p, score(p, "test")


@select_then_test.mistake(
    en=("The last candidate wins, whoever is best.", "Keep the best score that you have seen so far and its candidate."),
    ru=("Побеждает последний кандидат, кто бы ни был лучшим.", "Храните лучшую из увиденных оценок и её кандидата."),
)
def last_candidate(score, grid):
    for p in grid:
        score(p, "valid")
    return p, score(p, "test")


@select_then_test.mistake(
    en=("Only the candidate comes back.", "Two things are asked for: the candidate and its test score."),
    ru=("Возвращается только кандидат.", "Нужны две вещи: кандидат и его оценка на тестовой части."),
)
def candidate_only(score, grid):
    return max(grid, key=lambda p: score(p, "valid"))


@select_then_test.mistake(
    en=("The test part is asked twice.", "Once means once: keep the result in a variable if you need it again."),
    ru=("К тестовой части обращаются дважды.", "Один раз — это один: сохраните результат в переменной, если он нужен снова."),
)
def tested_twice(score, grid):
    best = max(grid, key=lambda p: score(p, "valid"))
    if score(best, "test") is not None:
        return best, score(best, "test")


@select_then_test.mistake(
    en=("The place in the list is returned, not the candidate.", "An argmax gives a position: which candidate stands there?"),
    ru=("Возвращено место в списке, а не кандидат.", "argmax даёт номер места: какой кандидат там стоит?"),
)
def candidate_by_place(score, grid):
    place = int(np.argmax([score(p, "valid") for p in grid]))
    return place, score(grid[place], "test")


@select_then_test.mistake(
    en=("The pair is the wrong way round.", "First the candidate, then its test score."),
    ru=("Пара перевёрнута.", "Сначала кандидат, потом его оценка на тестовой части."),
)
def score_first(score, grid):
    best = max(grid, key=lambda p: score(p, "valid"))
    return score(best, "test"), best


@select_then_test.mistake(
    en=("Where all scores were negative, nobody was chosen.", "What should the first score on the validation part be compared with?"),
    ru=("Там, где все оценки были отрицательны, никто не выбран.", "С чем надо сравнивать первую оценку на контрольной части?"),
)
def zero_to_beat(score, grid):
    best, top = None, 0
    for p in grid:
        value = score(p, "valid")
        if value > top:
            best, top = p, value
    return best, score(best, "test")


@select_then_test.mistake(
    en=("The score belongs to another candidate than the one that you return.", "The largest test score is somebody else's luck: whose score is asked for?"),
    ru=("Оценка принадлежит не тому кандидату, которого вы возвращаете.", "Наибольшая оценка на тестовой части — чужая удача: чья оценка нужна?"),
)
def best_of_the_test_part(score, grid):
    best = max(grid, key=lambda p: score(p, "valid"))
    return best, max(score(p, "test") for p in grid)


@select_then_test.mistake(
    en=("Only the score comes back.", "Two things are asked for: the candidate and its test score."),
    ru=("Возвращается только оценка.", "Нужны две вещи: кандидат и его оценка на тестовой части."),
)
def score_only(score, grid):
    return score(max(grid, key=lambda p: score(p, "valid")), "test")


@select_then_test.mistake(
    en=("The answer is right, but the test part is asked again at every candidate that is better than those before.", "Who is the winner is known only at the end of the list. How far is the line indented that asks for the test score?"),
    ru=("Ответ верен, но к тестовой части обращаются заново при каждом кандидате, который лучше прежних.", "Победитель известен только в конце списка. С каким отступом стоит строка, которая обращается к тестовой части?"),
)
def every_leader_tested(score, grid):
    best, top, tested = None, -np.inf, None
    for candidate in grid:
        value = score(candidate, "valid")
        if value > top:
            best, top, tested = candidate, value, score(candidate, "test")
    return best, tested


@select_then_test.mistake(
    en=("Where all scores were negative, nobody became the best, and Python stopped with an UnboundLocalError.", "With what is the first score compared? Begin below every possible score."),
    ru=("Там, где все оценки были отрицательны, лучшим не стал никто, и Python остановился с UnboundLocalError.", "С чем сравнивается первая оценка? Начните с числа, которое меньше любой оценки."),
)
def zero_to_beat_unnamed(score, grid):
    top = 0
    for candidate in grid:
        if score(candidate, "valid") > top:
            best, top = candidate, score(candidate, "valid")
    return best, score(best, "test")


@select_then_test.mistake(
    en=("Each candidate is compared with its neighbour in the list, not with the best so far.", "For validation scores 0.9, 0.5, 0.7 the first one must win. What must 0.7 be compared with?"),
    ru=("Каждый кандидат сравнивается с соседом по списку, а не с лучшим из прежних.", "При оценках 0.9, 0.5, 0.7 на контрольной части должен выиграть первый. С чем надо сравнить 0.7?"),
)
def better_than_the_one_before(score, grid):
    best, last = grid[0], score(grid[0], "valid")
    for candidate in grid[1:]:
        value = score(candidate, "valid")
        if value > last:
            best = candidate
        last = value
    return best, score(best, "test")


@select_then_test.mistake(
    en=("The last candidate that beats the first one wins.", "When a better candidate is found, what must the later ones be compared with?"),
    ru=("Побеждает последний из тех, кто лучше первого.", "Когда найден кандидат получше, с чем надо сравнивать следующих?"),
)
def better_than_the_first(score, grid):
    best, top = grid[0], score(grid[0], "valid")
    for candidate in grid[1:]:
        if score(candidate, "valid") > top:
            best = candidate
    return best, score(best, "test")


@select_then_test.mistake(
    en=("Where all scores were negative, the first candidate of the list came back, whoever was best.", "−1.5 is larger than −2, though both are below 0. With which score should the comparison begin?"),
    ru=("Там, где все оценки были отрицательны, вернулся первый кандидат списка, кто бы ни был лучшим.", "−1.5 больше −2, хотя оба числа меньше нуля. С какой оценки начинать сравнение?"),
)
def first_unless_above_zero(score, grid):
    best, top = grid[0], 0.0
    for candidate in grid:
        value = score(candidate, "valid")
        if value > top:
            best, top = candidate, value
    return best, score(best, "test")


@select_then_test.mistake(
    en=("Where all scores were negative, the last candidate of the list came back, whoever was best.", "−1.5 is larger than −2, though both are below 0. With which score should the comparison begin?"),
    ru=("Там, где все оценки были отрицательны, вернулся последний кандидат списка, кто бы ни был лучшим.", "−1.5 больше −2, хотя оба числа меньше нуля. С какой оценки начинать сравнение?"),
)
def last_unless_above_zero(score, grid):
    best, top = grid[-1], 0.0
    for candidate in grid:
        value = score(candidate, "valid")
        if value > top:
            best, top = candidate, value
    return best, score(best, "test")


@select_then_test.mistake(
    en=("The choice is made on the test part.", "The best of many test scores is too good to be true. Which part is there for choosing, and when is the test part asked?"),
    ru=("Выбор сделан по тестовой части.", "Лучшая из многих тестовых оценок слишком хороша. Какая часть нужна для выбора и когда обращаются к тестовой?"),
    looks_like=("chosen_on_test",),
)
def chosen_on_test_and_kept(score, grid):
    tested = [score(p, "test") for p in grid]
    best = int(np.argmax(tested))
    return grid[best], tested[best]


@select_then_test.mistake(
    en=("Python stops with a TypeError, as happens when the test score is asked for a place in the list, not for a candidate.", "What does score get from you, and in which order? An argmax gives a position: which candidate stands there?"),
    ru=("Python останавливается с TypeError: так бывает, когда оценку на тестовой части запрашивают для места в списке, а не для кандидата.", "Что вы передаёте в score и в каком порядке? argmax даёт номер места: какой кандидат там стоит?"),
)
def place_for_the_candidate(score, grid):
    place = int(np.argmax([score(p, "valid") for p in grid]))
    return place, score(place, "test")


@select_then_test.mistake(
    en=("The largest candidate wins, not the one with the largest score.", "How good a candidate is on the validation part only score knows. Where do you ask it?"),
    ru=("Побеждает наибольший кандидат, а не тот, у которого наибольшая оценка.", "Насколько хорош кандидат на контрольной части, знает только score. Где вы обращаетесь к ней?"),
)
def largest_candidate(score, grid):
    best = max(grid)
    return best, score(best, "test")


@select_then_test.alternative
def in_arrays(score, grid):
    candidates = np.array(grid)
    scores = np.array([score(p, "valid") for p in candidates])
    best = candidates[scores.argmax()]
    return best, score(best, "test")


@select_then_test.alternative
def with_a_loop(score, grid):
    best = grid[0]
    for candidate in grid:
        if score(candidate, "valid") > score(best, "valid"):
            best = candidate
    return [best, score(best, "test")]


@select_then_test.alternative
def with_argmax(score, grid):
    scores = [score(p, part="valid") for p in grid]
    winner = grid[np.argmax(scores)]
    return [winner, np.float64(score(winner, part="test"))]


select_then_test.equal(select_then_test, '"valid"', "neither scale nor zero, nor asking everybody twice, changes who is best on this part")
for _answer in (select_then_test, in_arrays):
    select_then_test.equal(_answer, "return best", "two results in a list are as good as in a tuple")
select_then_test.equal(in_arrays, "candidates", "the candidates are the same in the list")
select_then_test.equal(in_arrays, "argmax", "a list has one axis only")
select_then_test.equal(with_argmax, "argmax", "a list has one axis only")
select_then_test.equal(with_a_loop, '"valid"', "ties are not tested")
select_then_test.equal(with_a_loop, "grid[0]", "the comparison may begin with anybody")
