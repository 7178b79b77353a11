"""Factor by which the average of a constant, started at 0, is too small at step t."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def bias_factor(beta, t):
    return 1 - beta**t


bias_factor.example(0.9, 3)
bias_factor.example(0.9, 2)
bias_factor.example(0.5, 3)


@bias_factor.probe("general")
def _(answer, rng):
    return [answer(float(rng.uniform(0.3, 0.98)), int(t)) for t in (1, *rng.integers((3, 6, 15), (6, 12, 40)))]


@bias_factor.probe("edge", credit=0.5)
def _(answer, rng):
    betas, ts = rng.uniform((0.9985, 0.9985, 0.6), (0.9995, 0.9995, 0.8)), (1, *rng.integers((800, 4), (1200, 8)))
    return [answer(float(beta), int(t)) for beta, t in zip(betas, ts, strict=True)]


@bias_factor.mistake(
    en=("This is the part that is still missing.", "After many steps the average is almost right, so the factor must tend to 1."),
    ru=("Это та часть, которой ещё не хватает.", "Через много шагов среднее почти верно, поэтому множитель должен стремиться к 1."),
)
def missing_part(beta, t):
    return beta**t


@bias_factor.mistake(
    en=("This is the cure, not the disease: the number to multiply by in order to put the average right.", "The average is too SMALL: the factor lies between 0 and 1."),
    ru=("Это лекарство, а не болезнь: число, на которое надо умножить, чтобы исправить среднее.", "Среднее слишком МАЛО: множитель лежит между 0 и 1."),
)
def the_cure(beta, t):
    return 1 / (1 - beta**t)


@bias_factor.mistake(
    en=("Only the first step is described.", "At the second step the average has already seen two values: where is t in your formula?"),
    ru=("Описан только первый шаг.", "На втором шаге среднее видело уже два значения: где в вашей формуле t?"),
)
def first_step_only(beta, t):
    return 1 - beta


@bias_factor.mistake(
    en=("The power is taken of the wrong number.", "What remains of the zero after t steps? Each step multiplies it by β."),
    ru=("В степень возведено не то число.", "Что остаётся от нуля через t шагов? Каждый шаг умножает его на β."),
)
def power_of_the_new(beta, t):
    return (1 - beta) ** t


@bias_factor.mistake(
    en=("Every step adds the same part here.", "The values already there fade as well. Work out the first three steps by hand."),
    ru=("Здесь каждый шаг добавляет одну и ту же долю.", "Но и то, что уже накоплено, затухает. Посчитайте первые три шага на бумаге."),
)
def straight_line(beta, t):
    return (1 - beta) * t


@bias_factor.mistake(
    en=("The factor is that of the step before.", "At step t = 1 one value has been seen, and the factor is not 0."),
    ru=("Множитель тот, который был на шаг раньше.", "На шаге t = 1 одно значение уже учтено, и множитель не равен 0."),
)
def counted_from_zero(beta, t):
    return 1 - beta ** (t - 1)


@bias_factor.mistake(
    en=("β is multiplied by t where a power is due.", "For large t your factor falls below 0. What do t fades in a row do?"),
    ru=("β умножено на t, а нужна степень.", "При больших t ваш множитель уходит ниже нуля. Что делают t затуханий подряд?"),
)
def times_instead_of_power(beta, t):
    return 1 - beta * t


@bias_factor.mistake(
    en=("The two weights of the average have changed places.", "Which part of the old average is kept at each step, β or 1 − β?"),
    ru=("Два веса среднего поменялись местами.", "Какая часть старого среднего остаётся на каждом шаге: β или 1 − β?"),
)
def weights_swapped(beta, t):
    return 1 - (1 - beta) ** t


@bias_factor.mistake(
    en=("Your loop never ends.", "After t turns it should be over. Which line brings its condition nearer to its end?"),
    ru=("Ваш цикл никогда не кончается.", "После t оборотов он должен остановиться. Какая строка приближает его условие к концу?"),
    never_ends=True,
)
def not_counted_down(beta, t):
    a = 0.0
    while t > 0:
        a = beta * a + (1 - beta)
    return a


@bias_factor.mistake(
    en=("The result is 1/(1 − β) times the right one, as when each new value enters with its full weight.", "A new value gets only the share that the old average gives up. How large is that share?"),
    ru=("Результат в 1/(1 − β) раз больше верного: так бывает, когда новое значение входит с полным весом.", "Новому значению достаётся лишь та доля, которую уступает старое среднее. Какова эта доля?"),
)
def new_value_in_full(beta, t):
    return (1 - beta**t) / (1 - beta)


@bias_factor.alternative
def by_averaging_ones(beta, t):
    average = 0.0
    for _ in range(t):
        average += (1 - beta) * (1 - average)
    return average


@bias_factor.alternative
def by_weights(beta, t):
    return float(np.sum((1 - beta) * beta ** np.arange(t)))


bias_factor.equal(by_weights, "np.sum", "the weights have one axis")
