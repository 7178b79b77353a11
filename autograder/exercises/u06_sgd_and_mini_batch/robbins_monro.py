"""Whether the power schedule with exponent p meets the Robbins-Monro conditions."""

from autograder.exercise import exercise
from autograder.judging.parts import shuffled


@exercise(points=1)
def robbins_monro(p):
    return 0.5 < p <= 1


robbins_monro.example(0.75)
robbins_monro.example(0.2)
robbins_monro.example(0)
robbins_monro.example(1.5)
robbins_monro.example(0.6)
robbins_monro.example(0.4)
robbins_monro.example(0.9)
robbins_monro.example(1)
robbins_monro.example(0.5)


def _exponents(answer, rng, *cases):
    """Return the answers at borders, which are numbers, and at exponents drawn from ranges, in an order of chance."""
    drawn = [float(rng.uniform(*case)) if isinstance(case, tuple) else case for case in cases]
    return [answer(p) for p in shuffled(rng, drawn)]


# A half of the points for each of the two sums: here p is too large for the first one, or not. Near a border some thousand
# terms of a sum do not show whether it is finite.
@robbins_monro.probe("general", part="Ση = ∞")
def _(answer, rng):
    return _exponents(answer, rng, (0.55, 0.7), (0.93, 0.96), (1.04, 1.07), (1.2, 1.9), (2.1, 4.0))


@robbins_monro.probe("edge", part="Ση = ∞")
def _(answer, rng):
    return _exponents(answer, rng, [1, 1.0][rng.integers(2)], (1.00003, 1.0001), (0.9, 0.99))


# Here p is too small for the second one, or not.
@robbins_monro.probe("general", part="Ση² < ∞")
def _(answer, rng):
    return _exponents(answer, rng, (0.53, 0.55), (0.6, 0.95), (0.46, 0.48), (0.05, 0.45))


@robbins_monro.probe("edge", part="Ση² < ∞")
def _(answer, rng):
    return _exponents(answer, rng, 0.5, [0, 0.0][rng.integers(2)], (0.50003, 0.5001), (0.4, 0.49))


@robbins_monro.mistake(
    en=("The border ½ is let in.", "For p = ½ the squares behave like 1/k. Is the sum of 1/k finite?"),
    ru=("Граница ½ включена.", "При p = ½ квадраты ведут себя как 1/k. Конечна ли сумма 1/k?"),
)
def half_let_in(p):
    return 0.5 <= p <= 1


@robbins_monro.mistake(
    en=("The border 1 is left out.", "For p = 1 the steps behave like 1/k. Does their sum stay below some number?"),
    ru=("Граница 1 исключена.", "При p = 1 шаги ведут себя как 1/k. Остаётся ли их сумма меньше какого-нибудь числа?"),
)
def one_left_out(p):
    return 0.5 < p < 1


@robbins_monro.mistake(
    en=("The answer is that of the first condition alone: the steps can reach everything.", "The noise must die out too: look at the sum of the squares."),
    ru=("Ответ такой, как у одного первого условия: шаги могут дойти куда угодно.", "Шум тоже должен угаснуть: посмотрите на сумму квадратов."),
)
def only_reach(p):
    return p <= 1


@robbins_monro.mistake(
    en=("The answer is that of the second condition alone: the noise dies out.", "The steps must not run out before the minimum: look at the sum of the steps."),
    ru=("Ответ такой, как у одного второго условия: шум угасает.", "Шаги не должны закончиться раньше минимума: посмотрите на сумму самих шагов."),
)
def only_quiet(p):
    return p > 0.5


@robbins_monro.mistake(
    en=("It is enough for you that the steps shrink and their sum is infinite.", "Shrinking is not shrinking fast enough: the squares have a sum of their own."),
    ru=("Вам достаточно, чтобы шаги убывали, а их сумма была бесконечной.", "Убывать — ещё не значит убывать достаточно быстро: у квадратов своя сумма."),
)
def any_decrease(p):
    return 0 < p <= 1


@robbins_monro.mistake(
    en=("Every schedule whose steps shrink is accepted.", "The conditions speak of two sums, of the steps and of their squares. Which of them does your code ask about?"),
    ru=("Подходит любое расписание, при котором шаги убывают.", "В условиях речь о двух суммах: самих шагов и их квадратов. О какой из них спрашивает ваш код?"),
)
def any_shrinking(p):
    return p > 0


@robbins_monro.mistake(
    en=("The exponents of the steps and of the squares are mixed up.", "Squaring doubles the exponent: compare 2p with 1 for the squares, p for the steps."),
    ru=("Перепутаны показатели шагов и их квадратов.", "Возведение в квадрат удваивает показатель: с единицей сравнивают 2p для квадратов и p для шагов."),
)
def exponent_halved(p):
    return 1 < p <= 2


@robbins_monro.mistake(
    en=("Only the step 1/k is accepted.", "There is a whole range of exponents that do. Where does it begin?"),
    ru=("Принят только шаг 1/k.", "Подходит целый промежуток показателей. Где он начинается?"),
)
def only_one(p):
    return p == 1


@robbins_monro.mistake(
    en=("The answer is turned round.", "True means that both conditions hold."),
    ru=("Ответ обратный.", "True означает, что оба условия выполнены."),
)
def turned_round(p):
    return not 0.5 < p <= 1


@robbins_monro.mistake(
    en=("Both borders are on the wrong side: ½ is let in, and 1 is left out.", "At either border one of the sums is that of 1/k. Which sum is it, and what does its condition ask of it?"),
    ru=("Обе границы не на своей стороне: ½ включена, а 1 исключена.", "На каждой из границ одна из сумм — это сумма 1/k. Какая именно и чего от неё требует условие?"),
    looks_like=("one_left_out",),
)
def borders_exchanged(p):
    return 0.5 <= p < 1


@robbins_monro.mistake(
    en=("The exponents accepted are those with a finite sum of steps.", "The first condition asks for the opposite: the steps must be able to reach any distance."),
    ru=("Приняты показатели, при которых сумма шагов конечна.", "Первое условие требует обратного: шаги должны уводить сколь угодно далеко."),
)
def finite_sum(p):
    return p > 1


@robbins_monro.mistake(
    en=("The exponents accepted are those for which the squares still add up to infinity.", "Check the direction of the comparison for the second condition."),
    ru=("Приняты показатели, при которых сумма квадратов ещё бесконечна.", "Проверьте, в какую сторону смотрит сравнение во втором условии."),
)
def infinite_squares(p):
    return p <= 0.5


@robbins_monro.mistake(
    en=("The answer is True, whatever the exponent.", "A constant step, p = 0, adds the same noise for ever. Which line of yours can answer False?"),
    ru=("Ответ всегда True, каким бы ни был показатель.", "Постоянный шаг, p = 0, вечно добавляет один и тот же шум. Какая строка может вернуть False?"),
)
def always_true(p):
    return True


@robbins_monro.mistake(
    en=("The constant step, p = 0, is accepted.", "The same number is added for ever. Is the sum of the squares of such steps finite?"),
    ru=("Постоянный шаг, p = 0, принят.", "Одно и то же число прибавляется без конца. Конечна ли сумма квадратов таких шагов?"),
)
def constant_step_let_in(p):
    return p == 0 or 0.5 < p <= 1


@robbins_monro.mistake(
    en=("For p = 0 your code stops with a ZeroDivisionError: it divides by p.", "p = 0 is the constant step, and it deserves an answer too. Can the same question be asked without dividing by p?"),
    ru=("При p = 0 ваш код останавливается с ZeroDivisionError: он делит на p.", "p = 0 — это постоянный шаг, и на него тоже нужен ответ. Можно ли спросить о том же, не деля на p?"),
)
def reciprocal_compared(p):
    return 1 <= 1 / p < 2


@robbins_monro.mistake(
    en=("Two things: exponents between 0 and ½ are accepted as well, and the border 1 is left out.", "Steps that shrink need not shrink fast enough: what about the sum of their squares? And for p = 1, does the sum of the steps stay below some number?"),
    ru=("Две ошибки: приняты и показатели от 0 до ½, а граница 1 исключена.", "Убывающие шаги могут убывать слишком медленно: какова сумма их квадратов? А при p = 1 остаётся ли сумма шагов меньше какого-нибудь числа?"),
)
def any_decrease_without_one(p):
    return 0 < p < 1


@robbins_monro.alternative
def two_questions(p):
    sum_is_infinite = p <= 1
    sum_of_squares_is_finite = 2 * p > 1
    return sum_is_infinite and sum_of_squares_is_finite


@robbins_monro.alternative
def by_cases(p):
    if p > 1:
        return False
    if p <= 0.5:
        return False
    return True


robbins_monro.equal(two_questions, "sum_is_infinite", "the two questions may be asked in either order")
robbins_monro.equal(by_cases, "p > 1", "the two questions may be asked in either order")
