"""A learning rate that fools the stopping rule of lecture 3 on w**2 + 12."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u04_gradient_descent.shared import draw
from autograder.judging.judge import number
from autograder.judging.parts import shuffled
from course.public.u04_gradient_descent import fools


@exercise(points=3)
def fooling_rate(w0, eps):
    # |L(w₁) − L(w₀)| = 4η(1 − η)·w₀² is at most 0.04·eps here, and the factor is at least 0.98.
    return 0.01 * eps / (w0**2 + eps)


fooling_rate.example(0.75, 0.04, fulfils="fools")
fooling_rate.example(5.0, 0.01, fulfils="fools")
fooling_rate.example(-1e6, 0.5, fulfils="fools")
fooling_rate.example(1e-6, 0.01, fulfils="fools")


def _seen(answer, rng, *cases):
    """Return what the rates of an answer fulfil, and whether they differ; ``sample``, because there are many right ones.

    Of rates that do not fulfil everything it is also seen how they follow the start, so that two wrong ideas are two:
    by which power of ten. Who halves a rate until it is small enough gets that power only nearly.
    """
    rates = []
    seen = []
    signs = rng.permutation(np.resize([-1, 1], len(cases)))  # starts on both sides of 0 with every seed
    for (w0, eps), sign in zip(shuffled(rng, list(cases)), signs, strict=True):
        signed = (int if isinstance(w0, int) else float)(sign * w0)
        rates.append(number(answer.sample(signed, eps)))
        seen.append(fools(signed, eps, rates[-1]))
    w0, eps = draw(rng, (5.0, 9.0), (0.001, 0.004))
    near, far = (number(answer.sample(start, eps)) for start in (w0, 10 * w0))
    follows = "" if all(map(all, seen)) else f"{math.log10(abs(far / near)):.0f}" if near and far else "zero"
    return [*seen, len(set(rates)) > 1, follows]  # no single number is right for every start


@fooling_rate.probe("simple")
def _(answer, rng):
    whole = int(rng.integers(4, 9)), int(rng.integers(1, 4))  # numbers may be whole ones
    return _seen(answer, rng, draw(rng, (4.0, 9.0), (0.001, 0.004)), draw(rng, (3.0, 5.0), (0.05, 0.2)), whole)


@fooling_rate.probe("general")
def _(answer, rng):
    ranges = ((3.0, 4.0), (1e-3, 2e-3)), ((20.0, 40.0), (0.3, 0.5)), ((300.0, 600.0), (0.01, 0.05)), ((0.5, 0.7), (0.03, 0.05))
    ones = [(float(sign * rng.uniform(0.99, 1.01)), float(rng.uniform(0.001, 0.002))) for sign in (-1, 1)]
    return _seen(answer, rng, *(draw(rng, *each) for each in ranges), *ones, *((-w0, eps) for w0, eps in ones))


@fooling_rate.probe("edge", credit=0.5, part="w0 → 0")
def _(answer, rng):
    tiny = ((1e-6, 5e-6), (0.01, 1.0)), ((1e-3, 5e-3), (0.1, 1.0)), ((0.08, 0.12), (5e-5, 1e-4))
    return _seen(answer, rng, *(draw(rng, *each) for each in tiny), draw(rng, (4.0, 9.0), (0.001, 0.004)))


@fooling_rate.probe("edge", credit=0.5, part="w0 → ∞")
def _(answer, rng):
    # Where a step that is simulated still shows the change of the loss: w0² has sixteen digits.
    large = ((1e5, 1e6), (0.01, 1.0)), ((1e3, 1e4), (0.001, 0.01)), ((4.0, 9.0), (0.001, 0.004))
    return _seen(answer, rng, *(draw(rng, *each) for each in large))


@fooling_rate.mistake(
    en=("A learning rate that converges well is returned.", "The rule must be fooled: it stops at once while w is still far away."),
    ru=("Возвращена скорость обучения, при которой спуск хорошо сходится.", "Критерий нужно обмануть: он останавливается сразу, хотя w ещё далеко."),
)
def ordinary_rate(w0, eps):
    return 0.1


@fooling_rate.mistake(
    en=("The rate is not below ½, and |w₁| does not stay above 0.9·|w₀|.", "At η = ½ one step even leads to the minimum, and nobody is fooled. At which small η does w hardly move?"),
    ru=("Скорость не меньше ½, и |w₁| не остаётся больше 0.9·|w₀|.", "При η = ½ один шаг и вовсе приводит в минимум, никто не обманут. При какой малой η вес почти не сдвинется?"),
)
def straight_to_the_minimum(w0, eps):
    return 0.5


@fooling_rate.mistake(
    en=("The learning rate is not positive, and η > 0 is asked for.", "Which tiny positive η changes the loss by less than eps?"),
    ru=("Скорость обучения не положительна, а нужна η > 0.", "Какая малая положительная η меняет потери меньше чем на eps?"),
)
def zero_rate(w0, eps):
    return 0.0


@fooling_rate.mistake(
    en=("The rate is small, but for a larger start not small enough.", "The change of the loss is 4η(1 − η)·w₀². How must η change when w₀ becomes ten times as large?"),
    ru=("Скорость мала, но для большого w₀ недостаточно мала.", "Потери меняются на 4η(1 − η)·w₀². Как должна измениться η, если w₀ станет в десять раз больше?"),
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
    en=("Already for a start below 1 the change of the loss is not below ε.", "Put your η into 4η(1 − η)·w₀²: is that below eps for w₀ = 0.75?"),
    ru=("Уже при начальной точке меньше 1 изменение потерь не меньше ε.", "Подставьте свою η в 4η(1 − η)·w₀²: меньше ли это eps при w₀ = 0.75?"),
)
def tolerance_as_rate(w0, eps):
    return eps


@fooling_rate.mistake(
    en=("An η close to 1 can fool the rule, but the task asks for η below ½.", "The other rate of the reading is tiny: how tiny must it be for this w₀ and this ε?"),
    ru=("Скорость, близкая к 1, может обмануть критерий, но задание требует η меньше ½.", "Другая скорость из текста очень мала. Насколько малой она должна быть при этих w₀ и ε?"),
)
def swinging(w0, eps):
    return 1.0


@fooling_rate.mistake(
    en=("For a start close to 0 the rate becomes large.", "The smaller w₀, the larger a quotient by w₀². What keeps η small and |w₁| above 0.9·|w₀|?"),
    ru=("При w₀ рядом с нулём скорость становится большой.", "Чем меньше w₀, тем больше частное от деления на w₀². Что удержит η малой, а |w₁| больше 0.9·|w₀|?"),
)
def no_upper_bound(w0, eps):
    return eps / (8.0 * w0**2)


@fooling_rate.mistake(
    en=("One and the same tiny rate comes back for every start.", "There is always a start so large that your η changes the loss by more than ε: let η depend on w₀."),
    ru=("Для любой начальной точки возвращается одна и та же крошечная скорость.", "Всегда найдётся w₀, при котором ваша η меняет потери больше чем на ε: пусть η зависит от w₀."),
)
def one_tiny_rate(w0, eps):
    return 1e-20


@fooling_rate.mistake(
    en=("The rate is tiny, but there are starts for which it is not tiny enough.", "The change of the loss is 4η(1 − η)·w₀²: on what must η depend so that it stays below ε for every w₀?"),
    ru=("Скорость крошечная, но для некоторых начальных точек всё же недостаточно мала.", "Потери меняются на 4η(1 − η)·w₀²: от чего должна зависеть η, чтобы это было меньше ε при любом w₀?"),
)
def a_millionth(w0, eps):
    return 1e-6


@fooling_rate.mistake(
    en=("The rule is fooled, but for a start close to 0 the step goes too far: |w₁| is not above 0.9·|w₀|.", "One step multiplies the weight by 1 − 2η. How large may η be at most?"),
    ru=("Критерий обманут, но при w₀ рядом с нулём шаг слишком велик: |w₁| не больше 0.9·|w₀|.", "Один шаг умножает вес на 1 − 2η. Насколько большой может быть η?"),
)
def too_far_near_zero(w0, eps):
    return min(0.1, eps / (8.0 * w0**2))


@fooling_rate.mistake(
    en=("For starts close to 0 the rate fools the rule; for larger ones the change of the loss is not below ε.", "The change of the loss grows with the square of w₀. Does your η become smaller when w₀ grows?"),
    ru=("При w₀ рядом с нулём критерий обманут, а при больших w₀ потери меняются не меньше чем на ε.", "Изменение потерь растёт как квадрат w₀. Становится ли ваша η меньше, когда w₀ растёт?"),
)
def bounded_tolerance(w0, eps):
    return min(0.01, eps)


@fooling_rate.mistake(
    en=("The change of the loss grows with the square of w₀, and your rate falls only like 1/|w₀|.", "Put your η into 4η(1 − η)·w₀² with w₀ = 1000: is that below ε?"),
    ru=("Изменение потерь растёт как квадрат w₀, а ваша скорость убывает лишь как 1/|w₀|.", "Подставьте свою η в 4η(1 − η)·w₀² при w₀ = 1000: меньше ли это, чем ε?"),
)
def divided_by_the_size(w0, eps):
    return min(0.01, eps / (8 * abs(w0)))


@fooling_rate.mistake(
    en=("Your rate becomes larger when |w₀| does.", "The change of the loss, 4η(1 − η)·w₀², grows with w₀ already. Which way must η go so that it stays below ε?"),
    ru=("Ваша скорость растёт вместе с |w₀|.", "Изменение потерь, 4η(1 − η)·w₀², и так растёт с w₀. Куда должна меняться η, чтобы оно осталось меньше ε?"),
)
def grows_with_the_start(w0, eps):
    return min(0.04, eps * w0**2 / 8)


@fooling_rate.mistake(
    en=("For a negative start the rate is negative, and η > 0 is asked for.", "The change of the loss is 4η(1 − η)·w₀²: does it matter on which side of 0 the start lies? Look for a w₀ in your formula that keeps its sign."),
    ru=("При отрицательной начальной точке скорость отрицательна, а нужна η > 0.", "Потери меняются на 4η(1 − η)·w₀²: важно ли, по какую сторону от нуля начальная точка? Найдите в формуле w₀, у которого остался знак."),
    looks_like=("zero_rate",),
)
def sign_of_the_start(w0, eps):
    return min(0.01, min(eps, 0.01) / (8 * w0) / max(abs(w0), 1))


@fooling_rate.alternative
def by_formula(w0, eps):
    return min(0.04, eps / (8 * w0**2))


@fooling_rate.alternative
def by_halving(w0, eps):
    rate = 0.04
    while 4 * rate * (1 - rate) * w0**2 >= eps:
        rate /= 2
    return rate


@fooling_rate.alternative
def by_simulation(w0, eps):
    eta = 0.03
    while abs(((w0 - eta * 2 * w0) ** 2 + 12) - (w0**2 + 12)) > eps / 10:
        eta /= 2
    return eta


fooling_rate.equal(by_simulation, "eta", "many rates are right: a smaller one is, and there is a margin for a larger one")
fooling_rate.equal(fooling_rate, "0.01 * eps / (w0**2 + eps)", "many rates are right: a smaller one is, and there is a margin for a larger one")
fooling_rate.equal(by_formula, "min(0.04, eps / (8 * w0**2))", "many rates are right: a smaller one is, and there is a margin for a larger one")
fooling_rate.equal(by_halving, "rate = 0.04", "a smaller rate to begin with is as good")
fooling_rate.equal(by_halving, "rate /= 2", "it may shrink faster")
fooling_rate.equal(by_halving, "while 4 * rate", "a bound that is a little higher than the change, or grouped another way, is as good")
