"""A learning rate that fools the stopping rule of lecture 3 on w**2 + 12."""

from autograder.exercise import exercise
from autograder.exercises.u04_gradient_descent.shared import draw
from autograder.judge import number
from course.public.u04_gradient_descent import fools


@exercise(points=3)
def fooling_rate(w0, eps):
    # |L(w₁) − L(w₀)| = 4η(1 − η)·w₀² is below eps for a small enough η, and there w₁ is close to w₀.
    return min(0.04, eps / (8.0 * w0**2)) if w0 else 0.04


fooling_rate.example(5.0, 0.01, fulfils="fools")
fooling_rate.example(-2.0, 0.5, fulfils="fools")


@fooling_rate.probe("simple")
def _(answer, rng):
    ranges = ((4.0, 9.0), (0.005, 0.02)), ((-4.0, -2.0), (0.05, 0.2)), ((-600.0, -300.0), (0.01, 0.05))
    cases = [draw(rng, *each) for each in ranges]
    return [fools(w0, eps, number(answer(w0, eps))) for w0, eps in cases]


@fooling_rate.probe("general")
def _(answer, rng):
    cases = [(float(rng.normal(scale=scale)) + sign * scale, float(eps))
             for scale, sign, eps in ((3.0, 1, 1e-3), (20.0, -1, 0.5), (200.0, 1, 1e-2), (1.0, -1, 2.0))]  # fmt: skip
    return [fools(w0, eps, number(answer(w0, eps))) for w0, eps in cases]


@fooling_rate.mistake(
    en=("A learning rate that converges well is returned.", "The rule must be fooled: it stops at once while w is still far away."),
    ru=("Возвращена скорость обучения, при которой спуск хорошо сходится.", "Правило нужно обмануть: оно останавливается сразу, хотя w ещё далеко."),
)
def ordinary_rate(w0, eps):
    return 0.1


@fooling_rate.mistake(
    en=("At η = ½ one step leads to the minimum, so nobody is fooled.", "|w₁| must stay above 0.9·|w₀|."),
    ru=("При η = ½ один шаг приводит в минимум, никто не обманут.", "|w₁| должно остаться больше 0.9·|w₀|."),
)
def straight_to_the_minimum(w0, eps):
    return 0.5


@fooling_rate.mistake(
    en=("The learning rate is 0, and η must be positive.", "Which tiny positive η changes the loss by less than eps?"),
    ru=("Скорость обучения равна 0, а η должна быть положительной.", "Какая малая положительная η меняет потери меньше чем на eps?"),
)
def zero_rate(w0, eps):
    return 0.0


@fooling_rate.mistake(
    en=("One fixed small η is used for every start and tolerance.", "The change of the loss is 4η(1 − η)·w₀²: for a large w₀ your η is not small enough."),
    ru=("Для любых начал и допусков взята одна и та же малая η.", "Потери меняются на 4η(1 − η)·w₀²: для большого w₀ ваша η недостаточно мала."),
)
def one_small_rate(w0, eps):
    return 1e-4


@fooling_rate.mistake(
    en=("The change of the loss is compared with eps, but w₀ enters without its square.", "Write out L(w₁) − L(w₀): w₀ stands in it squared."),
    ru=("Изменение потерь сравнивается с eps, но w₀ взято не в квадрате.", "Выпишите L(w₁) − L(w₀): там стоит w₀ в квадрате."),
)
def start_not_squared(w0, eps):
    return eps / (4.0 * abs(w0))


@fooling_rate.mistake(
    en=("The tolerance itself is returned as the learning rate.", "Put η = eps into 4η(1 − η)·w₀²: is that below eps for your w₀?"),
    ru=("Как скорость обучения возвращён сам допуск.", "Подставьте η = eps в 4η(1 − η)·w₀²: меньше ли это eps при вашем w₀?"),
)
def tolerance_as_rate(w0, eps):
    return eps


@fooling_rate.alternative
def swinging(w0, eps):
    return 1.0


@fooling_rate.alternative
def by_halving(w0, eps):
    rate = 0.04
    while abs(((1 - 2 * rate) * w0) ** 2 - w0**2) >= eps:
        rate /= 2
    return rate
