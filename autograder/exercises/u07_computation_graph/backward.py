"""Backward pass of F = S(w1*x1 + w2*x2 + w3*x3)."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u07_computation_graph.shared import random_neuron, whole_neuron
from autograder.judging.parts import part_of


@exercise(points=2)
def backward(w, x):
    s = 1 / (1 + np.exp(-np.dot(w, x)))
    slope = s * (1 - s)
    return slope * x, slope * w


backward.example(np.array([1.5, -2.0, 0.5]), np.array([0.8, 0.5, -3.0]))  # before G = 0, which has many explanations
backward.example(np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 1.0]))
backward.example(np.array([1, 2, -2]), np.array([3, -1, 0]))


for _which, _part in enumerate(("dw", "dx")):  # a half of the points for each gradient

    @backward.probe("simple", part=_part)
    def _(answer, rng, which=_which):
        return [part_of(answer(*case), which, 2) for case in (random_neuron(rng), random_neuron(rng), whole_neuron(rng))]

    @backward.probe("general", part=_part)
    def _(answer, rng, which=_which):
        return [part_of(answer(rng.normal(size=3), rng.normal(size=3)), which, 2) for _ in range(4)]

    @backward.probe("edge", part=_part)
    def _(answer, rng, which=_which):
        w, x = random_neuron(rng)
        cases = (np.array([0.0, 1.0, 0.5]) * w, x), (w, np.array([1.0, 0.0, 0.0]) * x)
        return [part_of(answer(*case), which, 2) for case in cases]


@backward.mistake(
    en=("The two gradients have changed places.", "A weight's derivative contains the input it meets. Which of the two do you return first?"),
    ru=("Два градиента поменялись местами.", "В производную по весу входит тот вход, с которым вес встречается. Какой из двух вы возвращаете первым?"),
)
def pair_swapped(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * (1 - s) * w, s * (1 - s) * x


@backward.mistake(
    en=("The way back skips S.", "On the way from F to A there are two functions. Each adds its own factor."),
    ru=("Обратный путь минует S.", "Между F и A стоят две функции. Каждая добавляет свой множитель."),
)
def without_s(w, x):
    return 1.0 * x, 1.0 * w


@backward.mistake(
    en=("S hands back 1 − S², which is the slope of tanh.", "The row of the table for the sigmoid has two factors as well, but others."),
    ru=("S передаёт обратно 1 − S², а это наклон tanh.", "В строке таблицы для сигмоиды тоже два множителя, но другие."),
)
def slope_of_tanh(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return (1 - s**2) * x, (1 - s**2) * w


@backward.mistake(
    en=("The value of S is handed back where its slope is due.", "Backwards, S hands on its derivative, which is never larger than 0.25."),
    ru=("Обратно передаётся значение S, а нужен его наклон.", "На обратном пути S передаёт свою производную, она никогда не больше 0.25."),
)
def value_for_slope(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * x, s * w


@backward.mistake(
    en=("The slope of S is computed from G itself.", "The formula σ(1 − σ) takes the output of the sigmoid."),
    ru=("Наклон S посчитан из самого G.", "В формулу σ(1 − σ) подставляют выход сигмоиды."),
)
def slope_from_g(w, x):
    g = np.sum(w * x)
    return g * (1 - g) * x, g * (1 - g) * w


@backward.mistake(
    en=("The products A, B, C are handed back instead of their derivatives.", "Take A alone: raise w₁ by 0.01. By what is that multiplied?"),
    ru=("Обратно передаются сами произведения A, B, C, а не их производные.", "Возьмите одну A: увеличьте w₁ на 0.01. На что это умножится?"),
)
def products_handed_back(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * (1 - s) * w * x, s * (1 - s) * w * x


@backward.mistake(
    en=("Each product has a sigmoid of its own.", "There is one S, and it receives the sum. So all six derivatives share one factor."),
    ru=("У каждого произведения оказалась своя сигмоида.", "S одна, и получает она сумму. Поэтому у всех шести производных один общий множитель."),
)
def three_sigmoids(w, x):
    s = 1 / (1 + np.exp(-w * x))
    return s * (1 - s) * x, s * (1 - s) * w


@backward.mistake(
    en=("Only the derivatives with respect to the weights come back.", "A pair is asked for: first with respect to w, then to x."),
    ru=("Возвращаются только производные по весам.", "Нужна пара: сначала по w, затем по x."),
)
def weights_only(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * (1 - s) * x


@backward.mistake(
    en=("The answer is not a number where the weight or input that you divide by is 0.", "Something is divided by w or x. Which factor does A hand back, without any division?"),
    ru=("Там, где вес или вход, на который вы делите, равен 0, получается не число.", "Что-то делится на w или x. Какой множитель A передаёт назад без всякого деления?"),
)
def divided(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    with np.errstate(all="ignore"):
        return s * (1 - s) * (w * x) / w, s * (1 - s) * (w * x) / x


@backward.mistake(
    en=("The result is that of a slope whose second factor has lost its brackets.", "Python multiplies before it subtracts: look at σ(1 − σ) in your code."),
    ru=("Результат такой, как если у второго множителя наклона потеряны скобки.", "Python умножает раньше, чем вычитает: посмотрите, как записано σ(1 − σ)."),
)
def brackets_lost(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * 1 - s * x, s * 1 - s * w


@backward.mistake(
    en=("From whole weights and inputs whole derivatives come out: the decimals are cut off.", "An array made like an array of integers keeps integers. What do you fill?"),
    ru=("Для целых весов и входов производные выходят целыми: дробная часть отброшена.", "Массив, созданный по образцу целочисленного, хранит целые числа. Что вы заполняете?"),
)
def whole_numbers(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    dw, dx = np.zeros_like(w), np.zeros_like(x)
    for i in range(3):
        dw[i] = s * (1 - s) * x[i]
        dx[i] = s * (1 - s) * w[i]
    return dw, dx


@backward.mistake(
    en=("The slope of S is multiplied in twice.", "On the way back each function is passed once: how many factors does S add?"),
    ru=("Наклон S умножен дважды.", "На обратном пути каждую функцию проходят один раз. Сколько множителей добавляет S?"),
)
def slope_twice(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return (s * (1 - s)) ** 2 * x, (s * (1 - s)) ** 2 * w


@backward.mistake(
    en=("What comes back is what A, B and C receive, the same for all.", "The last link is missing: on the way to w₁ the gradient of A still passes through A."),
    ru=("Возвращено то, что получают A, B и C, одинаковое для всех.", "Не хватает последнего звена: по пути к w₁ градиент A проходит ещё через саму A."),
)
def last_link_missing(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * (1 - s) * np.ones(3), s * (1 - s) * np.ones(3)


@backward.mistake(
    en=("All six numbers stand in one long row.", "A pair is asked for: first the three for w, then the three for x. With a comma between two arrays return gives back a pair."),
    ru=("Все шесть чисел стоят в одном длинном ряду.", "Нужна пара: сначала три числа для w, потом три для x. Если в return между двумя массивами стоит запятая, получится пара."),
)
def one_long_array(w, x):
    s = 1 / (1 + np.exp(-np.dot(w, x)))
    return np.concatenate([s * (1 - s) * x, s * (1 - s) * w])


@backward.mistake(
    en=("The whole sum G is divided by the weight or by the input.", "G is a sum of three products, and only one of them holds w₁. Raise w₁ by a little: which product changes, and by how much?"),
    ru=("На вес или на вход поделена вся сумма G.", "G — сумма трёх произведений, и w₁ входит только в одно из них. Чуть увеличьте w₁: какое произведение изменится и на сколько?"),
)
def whole_sum_divided(w, x):
    g = np.sum(w * x)
    s = 1 / (1 + np.exp(-g))
    with np.errstate(all="ignore"):
        return s * (1 - s) * g / w, s * (1 - s) * g / x


@backward.mistake(
    en=("The slope of S comes out as S(1 + S).", "At G = 0 the slope of the sigmoid is one quarter. What does yours give there?"),
    ru=("Наклон S получается равным S(1 + S).", "При G = 0 наклон сигмоиды равен одной четверти. А что получается у вас?"),
)
def plus_in_the_slope(w, x):
    s = 1 / (1 + np.exp(-np.dot(w, x)))
    return s * (1 + s) * x, s * (1 + s) * w



@backward.alternative
def edge_by_edge(w, x):
    a, b, c = w * x
    s = 1 / (1 + math.exp(-a - b - c))
    d_g = s * (1 - s)
    return [d_g * value for value in x], [d_g * weight for weight in w]


@backward.alternative
def stacked(w, x):
    return np.stack([x, w]) * (1 - np.tanh(np.sum(w * x) / 2) ** 2) / 4


_EVEN = "the slope of the sigmoid is even, and a product asks for no order"
backward.equal(backward, "np.dot(w, x)", _EVEN)
backward.equal(backward, "return slope * x, slope * w", "a list of two is as good as a pair")
backward.equal(edge_by_edge, "for weight in w]", "a list of two is as good as a pair")
backward.equal(edge_by_edge, "math.exp(", _EVEN)
backward.equal(stacked, "np.tanh(", "a square has no sign, a product may be grouped at will, and two rows are stacked either way")
