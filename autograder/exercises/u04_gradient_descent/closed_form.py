"""Weight after k steps of gradient descent on w**2 + 12."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u04_gradient_descent.shared import draw


@exercise(points=2)
def closed_form(w0, learning_rate, k):
    return (1 - 2 * learning_rate) ** k * w0


closed_form.example(5.0, 0.1, 2)
closed_form.example(5.0, 1.1, 1)
closed_form.example(-3, 0.8, 0)


@closed_form.probe("simple")
def _(answer, rng):
    w0, rate = draw(rng, (2.0, 9.0), (0.05, 0.35))
    return [answer(w0, rate, k) for k in (0, 1, int(rng.integers(3, 9)))]


@closed_form.probe("general")
def _(answer, rng):
    sizes = rng.choice([-1.0, 1.0], size=5) * rng.uniform(1.0, 9.0, size=5)
    rates = np.array([0.03, 0.4, 0.7, 1.0, 1.15]) * rng.uniform((0.9, 0.9, 0.9, 1.0, 0.95), (1.1, 1.1, 1.1, 1.0, 1.05))
    return [answer(float(w0), float(rate), int(k)) for w0, rate, k in zip(sizes, rates, 2 * rng.integers(1, 6, size=5) + 1, strict=True)]


@closed_form.probe("edge", credit=0.5)
def _(answer, rng):
    w0, rate = draw(rng, (2.0, 9.0), (0.6, 0.9))
    k = [int(each) for each in rng.integers(2, 12, size=4)]
    borders = [answer(w0, 0.5, 0), answer(w0, 0.5, k[0]), answer(-w0, 0.0, k[1]), answer(0.0, rate, k[2])]
    whole = answer(int(rng.integers(2, 10)), int(rng.integers(1, 4)), k[3])  # numbers may be whole ones
    return [*borders, whole, answer(w0, rate, 1)]  # a step: who knows the borders alone knows nothing


@closed_form.mistake(
    en=("The factor is 1 − η; the 2 of the derivative is missing.", "L′(w) = 2w. Put it into the update and take w out of the brackets."),
    ru=("Множитель вышел 1 − η: потерялась двойка из производной.", "L′(w) = 2w. Подставьте её в шаг и вынесите w за скобку."),
)
def factor_without_two(w0, learning_rate, k):
    return (1 - learning_rate) ** k * w0


@closed_form.mistake(
    en=("All steps are as long as the first one.", "The slope shrinks on the way: every step multiplies by the factor. What do k steps do?"),
    ru=("Все шаги той же длины, что и первый.", "По дороге наклон уменьшается: каждый шаг умножает на множитель. А k шагов?"),
)
def linear_in_k(w0, learning_rate, k):
    return w0 * (1 - 2 * learning_rate * k)


@closed_form.mistake(
    en=("There is one step too many.", "After no step at all, k = 0, the weight is w0."),
    ru=("Один шаг лишний.", "Без единого шага, при k = 0, вес равен w0."),
)
def one_too_many(w0, learning_rate, k):
    return (1 - 2 * learning_rate) ** (k + 1) * w0


@closed_form.mistake(
    en=("The sign in the factor is turned round: the weight walks uphill.", "With η = 0.1 the weight must shrink to 0.8 of its size."),
    ru=("В множителе обратный знак: вес уходит вверх.", "При η = 0.1 от веса должно оставаться 0.8."),
)
def plus_in_the_factor(w0, learning_rate, k):
    return (1 + 2 * learning_rate) ** k * w0


@closed_form.mistake(
    en=("This is the loss after k steps, not the weight.", "The task asks for w_k; leave w² + 12 out."),
    ru=("Это потери после k шагов, а не вес.", "Задание просит w_k, без w² + 12."),
)
def loss_instead(w0, learning_rate, k):
    return ((1 - 2 * learning_rate) ** k * w0) ** 2 + 12


@closed_form.mistake(
    en=("The factor loses its sign.", "With η above ½ the weight jumps to the other side of the minimum: its sign changes."),
    ru=("У множителя потерян знак.", "При η больше ½ вес перескакивает через минимум, и знак меняется."),
)
def absolute_factor(w0, learning_rate, k):
    return abs(1 - 2 * learning_rate) ** k * w0


@closed_form.mistake(
    en=("There is one step too few.", "After one step, k = 1, the factor has been applied once."),
    ru=("Не хватает одного шага.", "После одного шага, при k = 1, множитель применён один раз."),
)
def one_too_few(w0, learning_rate, k):
    return (1 - 2 * learning_rate) ** max(k - 1, 0) * w0


@closed_form.mistake(
    en=("The power has taken hold of a part of the factor only.", "The whole factor 1 − 2η is raised to the power: check the brackets."),
    ru=("В степень возведена только часть множителя.", "В степень возводится весь множитель 1 − 2η: проверьте скобки."),
)
def power_of_a_part(w0, learning_rate, k):
    return (1 - (2 * learning_rate) ** k) * w0


@closed_form.mistake(
    en=("The start is raised to the power too.", "Only the factor is applied k times; w0 stands there once."),
    ru=("Начальный вес тоже возведён в степень.", "k раз применяется только множитель, а w0 входит один раз."),
)
def start_in_the_power(w0, learning_rate, k):
    return ((1 - 2 * learning_rate) * w0) ** k


@closed_form.mistake(
    en=("The power has taken hold of the learning rate only.", "The whole factor is raised to the power. Python raises to a power before it multiplies or subtracts."),
    ru=("В степень возведена только скорость обучения.", "В степень возводится весь множитель. Python возводит в степень раньше, чем умножает и вычитает."),
)
def power_of_the_rate(w0, learning_rate, k):
    return (1 - 2 * learning_rate**k) * w0


@closed_form.mistake(
    en=("A product is subtracted from 1 where w0 should be multiplied by a power.", "Python multiplies before it subtracts: the factor needs its brackets."),
    ru=("Из 1 вычитается произведение, а должен получиться w0, умноженный на степень.", "Python умножает раньше, чем вычитает: множителю нужны скобки."),
)
def brackets_lost(w0, learning_rate, k):
    return 1 - (2 * learning_rate) ** k * w0


@closed_form.mistake(
    en=("This is the weight for infinitely small steps: it falls like e to the power −2ηk.", "The path makes k whole steps. With which factor does one step multiply the weight?"),
    ru=("Это вес при бесконечно малых шагах: он убывает как e в степени −2ηk.", "Путь состоит из k целых шагов. На какой множитель умножает вес один шаг?"),
)
def infinitely_small_steps(w0, learning_rate, k):
    return w0 * np.exp(-2 * learning_rate * k)


@closed_form.mistake(
    en=("The weight is multiplied by 2η in each step: that is the share that goes, not the one that stays.", "With η = 0.1 a step from 5 leads to 4. Which factor is that?"),
    ru=("На каждом шаге вес умножается на 2η: это доля, которая уходит, а не та, что остаётся.", "При η = 0.1 шаг ведёт от 5 к 4. Какой это множитель?"),
)
def share_that_goes(w0, learning_rate, k):
    return w0 * (2 * learning_rate) ** k


@closed_form.mistake(
    en=("The factor of one step is multiplied by k.", "Two steps multiply the weight twice by the same factor. How is that written for k steps?"),
    ru=("Множитель одного шага умножен на k.", "За два шага вес дважды умножается на один и тот же множитель. Как это записать для k шагов?"),
)
def factor_times_k(w0, learning_rate, k):
    return w0 * (1 - 2 * learning_rate) * k


@closed_form.mistake(
    en=("The factor is turned round: 2η − 1 stands where 1 − 2η should.", "With η = 0.1 a step leads from 5 to 4, on the same side. Which sign does your factor have there?"),
    ru=("Множитель перевёрнут: вместо 1 − 2η стоит 2η − 1.", "При η = 0.1 шаг ведёт от 5 к 4, на той же стороне. Какой знак у вашего множителя?"),
)
def factor_turned_round(w0, learning_rate, k):
    return w0 * (2 * learning_rate - 1) ** k


@closed_form.mistake(
    en=("This is the loss's smallest value plus the weight.", "The task asks for the weight w_k. What does the 12 belong to?"),
    ru=("Это вес плюс наименьшее значение потерь.", "Задание просит вес w_k. К чему относится 12?"),
)
def constant_of_the_loss_added(w0, learning_rate, k):
    return w0 * (1 - 2 * learning_rate) ** k + 12


@closed_form.mistake(
    en=("Where the factor 1 − 2η is 0 or negative the function stops with a ValueError.", "A logarithm exists for positive numbers only. How is a number raised to a whole power without one?"),
    ru=("Там, где множитель 1 − 2η равен 0 или отрицателен, функция останавливается с ValueError.", "Логарифм есть только у положительных чисел. Как возвести число в целую степень без него?"),
)
def logarithm_of_the_factor(w0, learning_rate, k):
    return w0 * math.exp(k * math.log(1 - 2 * learning_rate))


@closed_form.alternative
def by_walking(w0, learning_rate, k):
    for _ in range(k):
        w0 = w0 - learning_rate * 2 * w0
    return w0


@closed_form.alternative
def by_numpy_power(w0, learning_rate, k):
    return w0 * np.power(1.0 - learning_rate - learning_rate, float(k))


closed_form.equal(by_walking, "learning_rate * 2 * w0", "a product may be grouped at will")
