"""Unit 07: the computation graph, forward, backward, and a small automatic differentiation (lecture 5)."""

# The implementations here are answers as learners write them: short names, no type hints, complete in themselves.

import math
from typing import Any

import numpy as np

from autograder.exercise import Unit
from autograder.judge import function, instance, number
from autograder.parts import entry, part_of, varies
from course.public import u07_computation_graph as public

unit = Unit("07-computation-graph")


def _numbers(rng, n):
    """Return n numbers with either sign, none of them close to 0 and no two of them close to each other in size."""
    sizes = 0.4 + 0.35 * rng.permutation(n) + rng.uniform(0.0, 0.2, size=n)
    return sizes * rng.choice([-1.0, 1.0], size=n)


def _neuron(rng):
    """Return w and x of shape (3,); w·x is between −3 and 3, so that the sigmoid is not flat."""
    while True:
        w, x = _numbers(rng, 3), _numbers(rng, 3)
        if 0.3 < abs(w @ x) < 3:
            return w, x


# ---------------------------------------------------------------------------------------------- forward


@unit.exercise(points=1)
def forward(w, x):
    a, b, c = (float(weight * value) for weight, value in zip(w, x, strict=True))
    g = a + b + c
    return {"A": a, "B": b, "C": c, "G": g, "S": 1 / (1 + math.exp(-g))}


forward.example(np.array([1.0, 2.0, -0.5]), np.array([3.0, -1.0, 4.0]))


for _key in "ABCGS":  # a fifth of the points for each

    @forward.probe("general")
    def _(answer, rng, key=_key):
        cases = [*(_neuron(rng) for _ in range(2)), *rng.normal(size=(3, 2, 3))]
        return [entry(answer(*case), key, 5) for case in cases]

    @forward.probe("edge", credit=0.5)
    def _(answer, rng, key=_key):
        w, x = _neuron(rng)
        return [entry(answer(*case), key, 5) for case in ((w, 0 * x), (np.array([0.0, 1.0, 0.0]) * w, x), (4 * w, x))]


@forward.mistake(
    en=("S is the bare sum: the sigmoid is missing.", "G hands its sum to S. What does S do with it?"),
    ru=("S равно самой сумме: сигмоида пропала.", "G отдаёт сумму функции S. Что S с ней делает?"),
)
def no_sigmoid(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    return {"A": a, "B": b, "C": c, "G": a + b + c, "S": a + b + c}


@forward.mistake(
    en=("G and S have changed places.", "In this course G is the sum and S is the sigmoid of it; the slide uses the letters in several ways."),
    ru=("G и S поменялись местами.", "В курсе G — это сумма, а S — сигмоида от неё; на слайде буквы употреблены по-разному."),
)
def letters_of_the_slide(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    return {"A": a, "B": b, "C": c, "G": 1 / (1 + np.exp(-(a + b + c))), "S": a + b + c}


@forward.mistake(
    en=("The sign in the exponent of the sigmoid is turned round.", "A large positive G must give an S close to 1."),
    ru=("В показателе сигмоиды обратный знак.", "Большое положительное G должно давать S, близкое к 1."),
)
def sigmoid_upside_down(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    return {"A": a, "B": b, "C": c, "G": a + b + c, "S": 1 / (1 + np.exp(a + b + c))}


@forward.mistake(
    en=("A, B and C are sums where products are due.", "Each of the three has one weight and one input. Which operation joins them?"),
    ru=("A, B и C посчитаны как суммы, а должны быть произведениями.", "У каждой из трёх один вес и один вход. Какое действие их связывает?"),
)
def sums_first(w, x):
    a, b, c = w[0] + x[0], w[1] + x[1], w[2] + x[2]
    g = a + b + c
    return {"A": a, "B": b, "C": c, "G": g, "S": 1 / (1 + np.exp(-g))}


@forward.mistake(
    en=("G multiplies A, B and C.", "The second line of the decomposition joins the three by addition."),
    ru=("G перемножает A, B и C.", "Во второй строке разложения эти три числа складываются."),
)
def product_in_g(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    return {"A": a, "B": b, "C": c, "G": a * b * c, "S": 1 / (1 + np.exp(-a * b * c))}


@forward.mistake(
    en=("The sigmoid is applied three times too early.", "A, B and C hand on bare products; only the last function bends."),
    ru=("Сигмоида применена слишком рано, сразу к трём числам.", "A, B и C отдают простые произведения; изгибает только последняя функция."),
)
def sigmoid_of_each(w, x):
    a, b, c = (1 / (1 + np.exp(-w[i] * x[i])) for i in range(3))
    return {"A": a, "B": b, "C": c, "G": a + b + c, "S": 1 / (1 + np.exp(-(a + b + c)))}


@forward.mistake(
    en=("Only the last value comes back.", "The backward pass will need the values on the way too: five of them, each under its letter."),
    ru=("Возвращается только последнее значение.", "Обратному проходу понадобятся и промежуточные: всего пять, каждое под своей буквой."),
)
def only_the_end(w, x):
    return 1 / (1 + np.exp(-np.sum(w * x)))


@forward.alternative
def by_array(w, x):
    products = w * x
    total = products.sum()
    return dict(zip("ABCGS", [*products, total, 0.5 * (1 + np.tanh(total / 2))], strict=True))


@forward.alternative
def one_by_one(w, x):
    seen = {}
    seen["A"] = w[0] * x[0]
    seen["B"] = w[1] * x[1]
    seen["C"] = w[2] * x[2]
    seen["S"] = math.exp(seen["A"] + seen["B"] + seen["C"])
    seen["S"] = seen["S"] / (1 + seen["S"])
    seen["G"] = sum(seen[name] for name in "ABC")
    return seen


# ------------------------------------------------------------------------------------ local_derivatives


@unit.exercise(points=2)
def local_derivatives(w, x):
    s = 1 / (1 + math.exp(-float(w[0] * x[0] + w[1] * x[1] + w[2] * x[2])))
    found = {}
    for index, letter in enumerate("ABC", 1):
        found[f"d{letter}_dw{index}"] = float(x[index - 1])
        found[f"d{letter}_dx{index}"] = float(w[index - 1])
        found[f"dG_d{letter}"] = 1.0
    return found | {"dS_dG": s * (1 - s)}


local_derivatives.example(np.array([1.0, 2.0, -0.5]), np.array([3.0, -1.0, 4.0]))


_RATES = ("dA_dw1", "dA_dx1", "dB_dw2", "dB_dx2", "dC_dw3", "dC_dx3", "dG_dA", "dG_dB", "dG_dC", "dS_dG")


def _some_differ(one, other):
    """Return whether two dictionaries of local derivatives differ: three of the ten are the same for every w and x."""
    return any(varies(lambda rates, key=key: rates.get(key), (one,), (other,)) for key in _RATES)


_ALWAYS_ONE = 0.25  # credit: what is the same for every w and x shows little; the three together are a tenth of all

for _key in _RATES:

    @local_derivatives.probe("general", _ALWAYS_ONE if _key.startswith("dG") else 1.0)
    def _(answer, rng, key=_key):
        found = [answer(*case) for case in (*(_neuron(rng) for _ in range(2)), *rng.normal(size=(3, 2, 3)))]
        return [*(entry(each, key, len(_RATES)) for each in found), _some_differ(*found[:2])]


@local_derivatives.mistake(
    en=("Weights and inputs have changed places.", "If w₁ grows by a little, by what is that little multiplied on its way through A?"),
    ru=("Веса и входы поменялись местами.", "Если w₁ чуть вырастет, на что эта малость умножится, проходя через A?"),
)
def swapped(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return {"dA_dw1": w[0], "dA_dx1": x[0], "dB_dw2": w[1], "dB_dx2": x[1], "dC_dw3": w[2], "dC_dx3": x[2],
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": s * (1 - s)}  # fmt: skip


@local_derivatives.mistake(
    en=("The last derivative is the value of the sigmoid, not its slope.", "Read the row of the table for σ to its end: it has two factors."),
    ru=("Последняя производная равна значению сигмоиды, а не её наклону.", "Дочитайте строку таблицы для σ: в ней два множителя."),
)
def value_of_sigmoid(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": s}  # fmt: skip


@local_derivatives.mistake(
    en=("The slope of the sigmoid is computed from G itself.", "The short formula σ(1 − σ) takes what S hands on, not what S receives."),
    ru=("Наклон сигмоиды посчитан из самого G.", "В короткую формулу σ(1 − σ) подставляют то, что S отдаёт, а не то, что получает."),
)
def argument_for_value(w, x):
    g = np.sum(w * x)
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": g * (1 - g)}  # fmt: skip


@local_derivatives.mistake(
    en=("The derivatives of the sum are the values of its terms.", "Raise A by 0.01 and leave B and C alone: by how much does the sum rise?"),
    ru=("Производные суммы равны её слагаемым.", "Увеличьте A на 0.01, не трогая B и C: на сколько вырастет сумма?"),
)
def terms_of_the_sum(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    a, b, c = w * x
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
            "dG_dA": a, "dG_dB": b, "dG_dC": c, "dS_dG": s * (1 - s)}  # fmt: skip


@local_derivatives.mistake(
    en=("These are derivatives of the whole F, multiplied along the path already.", "A local derivative knows one function only: its own output by its own argument. Multiplying comes in the next exercise."),
    ru=("Это производные всей F, уже перемноженные вдоль пути.", "Локальная производная знает только одну функцию: её выход по её аргументу. Перемножать будем в следующем упражнении."),
)
def chained_already(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    d = s * (1 - s)
    return {"dA_dw1": x[0] * d, "dA_dx1": w[0] * d, "dB_dw2": x[1] * d, "dB_dx2": w[1] * d, "dC_dw3": x[2] * d,
            "dC_dx3": w[2] * d, "dG_dA": d, "dG_dB": d, "dG_dC": d, "dS_dG": d}  # fmt: skip


@local_derivatives.mistake(
    en=("The sigmoid has been applied twice.", "S has the slope σ(G)(1 − σ(G)). Look at what your σ is taken of."),
    ru=("Сигмоида применена дважды.", "Наклон S равен σ(G)(1 − σ(G)). Посмотрите, от чего у вас берётся σ."),
)
def sigmoid_twice(w, x):
    s = 1 / (1 + np.exp(-1 / (1 + np.exp(-np.sum(w * x)))))
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": s * (1 - s)}  # fmt: skip


@local_derivatives.alternative
def by_arrays(w, x):
    slope = 0.25 / np.cosh(0.5 * np.dot(w, x)) ** 2
    found = {"dS_dG": slope, "dG_dA": 1, "dG_dB": 1, "dG_dC": 1}
    found.update(zip(("dA_dw1", "dB_dw2", "dC_dw3"), x, strict=True))
    found.update(zip(("dA_dx1", "dB_dx2", "dC_dx3"), w, strict=True))
    return found


@local_derivatives.alternative
def from_exponent(w, x):
    e = math.exp(-(w[0] * x[0] + w[1] * x[1] + w[2] * x[2]))
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": e / (1 + e) ** 2}  # fmt: skip


# --------------------------------------------------------------------------------------------- backward


@unit.exercise(points=2)
def backward(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * (1 - s) * x, s * (1 - s) * w


backward.example(np.array([1.0, 2.0, -0.5]), np.array([3.0, -1.0, 4.0]))


for _which in range(2):  # a half of the points for each gradient

    @backward.probe("simple")
    def _(answer, rng, which=_which):
        return [part_of(answer(*_neuron(rng)), which, 2) for _ in range(2)]

    @backward.probe("general")
    def _(answer, rng, which=_which):
        return [part_of(answer(rng.normal(size=3), rng.normal(size=3)), which, 2) for _ in range(4)]

    @backward.probe("edge")
    def _(answer, rng, which=_which):
        w, x = _neuron(rng)
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
    en=("Each function is taken with its own sigmoid.", "There is one S, and it receives the sum. So all six derivatives share one factor."),
    ru=("У каждого произведения оказалась своя сигмоида.", "S одна, и получает она сумму. Поэтому у всех шести производных один общий множитель."),
)
def three_sigmoids(w, x):
    s = 1 / (1 + np.exp(-w * x))
    return s * (1 - s) * x, s * (1 - s) * w


@backward.mistake(
    en=("Only the derivatives by the weights come back.", "A pair is asked for: first by w, then by x."),
    ru=("Возвращаются только производные по весам.", "Нужна пара: сначала по w, затем по x."),
)
def weights_only(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * (1 - s) * x


@backward.alternative
def edge_by_edge(w, x):
    g = w[0] * x[0] + w[1] * x[1] + w[2] * x[2]
    s = 1 / (1 + math.exp(-g))
    d_g = 1.0 * s * (1 - s)
    d_w, d_x = [], []
    for weight, value in zip(w, x, strict=True):
        d_w.append(d_g * 1.0 * value)
        d_x.append(d_g * 1.0 * weight)
    return d_w, d_x


@backward.alternative
def stacked(w, x):
    return np.stack([x, w]) * (1 - np.tanh(w @ x / 2) ** 2) / 4


# --------------------------------------------------------------------------------------- d_loss_d_param


@unit.exercise(points=2)
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -2 * (gold - pred) * x[1]


d_loss_d_param.example(2.0, 0.5, np.array([1.0, 4.0, -2.0]), np.array([3.0, 9.0, 1.0]))
d_loss_d_param.example(-1.0, 0.0, np.array([1.0, -2.0, 0.5]), np.array([1.0, 0.0, 2.0]))


@d_loss_d_param.probe("simple")
def _(answer, rng):
    cases = [(float(rng.uniform(4, 6)), float(_numbers(rng, 1)[0]), *_neuron(rng)) for _ in range(3)]
    return [number(answer(gold, param, x, w)) for gold, param, w, x in cases]


@d_loss_d_param.probe("general")
def _(answer, rng):
    return [
        number(answer(float(rng.normal(scale=3.0)), float(rng.normal()), rng.normal(size=3), rng.normal(size=3)))
        for _ in range(5)
    ]


@d_loss_d_param.mistake(
    en=("The sign is turned round.", "The parameter stands inside the prediction, and the prediction is subtracted. Which factor does that give?"),
    ru=("Знак обратный.", "Параметр стоит внутри предсказания, а предсказание вычитается. Какой множитель это даёт?"),
)
def sign_lost(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return 2 * (gold - pred) * x[1]


@d_loss_d_param.mistake(
    en=("The 2 of the square has been lost.", "The table has a row for a². What does it say?"),
    ru=("Потеряна двойка от квадрата.", "В таблице есть строка для a². Что в ней сказано?"),
)
def two_lost(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -(gold - pred) * x[1]


@d_loss_d_param.mistake(
    en=("The chain stops one link too early.", "The path from the loss ends at param: what does param meet on its way into the prediction?"),
    ru=("Цепочка обрывается на одно звено раньше.", "Путь от потерь кончается в param: с чем param встречается по дороге в предсказание?"),
)
def input_lost(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -2 * (gold - pred)


@d_loss_d_param.mistake(
    en=("The prediction is made with w[1], not with param.", "In this model param has taken the place of the middle weight."),
    ru=("Предсказание сделано с w[1], а не с param.", "В этой модели param стоит на месте среднего веса."),
)
def middle_weight_used(gold, param, x, w):
    return -2 * (gold - np.sum(w * x)) * x[1]


@d_loss_d_param.mistake(
    en=("The slide is read literally: (gold − pred) times 2.", "The 2 on the slide has slipped down from the exponent: the loss is a square."),
    ru=("Слайд прочитан буквально: (gold − pred) умножить на 2.", "Двойка на слайде — это съехавший вниз показатель степени: потери — квадрат."),
)
def slide_read_literally(gold, param, x, w):
    return -2 * x[1]


@d_loss_d_param.mistake(
    en=("This is the loss, not its derivative.", "The task asks how the loss changes when param is raised a little."),
    ru=("Это сами потери, а не их производная.", "Задание спрашивает, как изменятся потери, если param чуть увеличить."),
)
def loss_itself(gold, param, x, w):
    return (gold - (w[0] * x[0] + param * x[1] + w[2] * x[2])) ** 2


@d_loss_d_param.mistake(
    en=("The prediction goes through a sigmoid.", "The slide's model is linear regression: a bare sum of three products."),
    ru=("Предсказание пропущено через сигмоиду.", "Модель на слайде — линейная регрессия: просто сумма трёх произведений."),
)
def sigmoid_on_top(gold, param, x, w):
    pred = 1 / (1 + np.exp(-(w[0] * x[0] + param * x[1] + w[2] * x[2])))
    return -2 * (gold - pred) * pred * (1 - pred) * x[1]


@d_loss_d_param.mistake(
    en=("The last factor is param itself.", "The prediction contains param times something. The derivative by param leaves the something."),
    ru=("Последним множителем взят сам param.", "В предсказании param на что-то умножен. Производная по param оставляет именно это «что-то»."),
)
def param_as_factor(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -2 * (gold - pred) * param


@d_loss_d_param.alternative
def multiplied_out(gold, param, x, w):
    rest = gold - w[0] * x[0] - w[2] * x[2]
    return 2 * param * x[1] ** 2 - 2 * rest * x[1]


@d_loss_d_param.alternative
def link_by_link(gold, param, x, w):
    weights = np.array([w[0], param, w[2]])
    difference = gold - weights @ x
    d_difference = 2 * difference
    d_pred = -1 * d_difference
    return d_pred * x[1]


@d_loss_d_param.alternative
def by_central_difference(gold, param, x, w):
    def loss(p):
        return (gold - (w[0] * x[0] + p * x[1] + w[2] * x[2])) ** 2

    return (loss(param + 0.001) - loss(param - 0.001)) / 0.002


# ----------------------------------------------------------------------------------- microchange_update


@unit.exercise(points=1)
def microchange_update(param, d_loss, rate=0.001):
    return param - rate * d_loss(param)


microchange_update.example(3.0, public.steep)
microchange_update.example(-1.0, public.steep, 0.01)
microchange_update.example(np.array([2.0, -1.0]), public.bowl_slope, 0.1)


def _slope(centre, scale):
    """Return the slope of scale·(p − centre)², for numbers and arrays."""
    return lambda p: 2.0 * scale * (np.asarray(p, dtype=float) - centre) if np.ndim(p) else 2.0 * scale * (p - centre)


@microchange_update.probe("simple")
def _(answer, rng):
    return [answer(float(p), _slope(float(rng.uniform(3, 5)), float(rng.uniform(30, 50)))) for p in _numbers(rng, 3)]


@microchange_update.probe("general")
def _(answer, rng):
    rates = rng.uniform((0.25, 0.01, 0.05), (0.35, 0.03, 0.2))
    return [answer(float(rng.normal()), _slope(float(rng.uniform(2, 4)), 1.5), float(rate)) for rate in rates]


@microchange_update.probe("vector")
def _(answer, rng):
    centres = rng.uniform((2.2, -3.0), (4.0, -2.0))
    return [answer(_numbers(rng, 4), _slope(centres[0], 0.8), float(rng.uniform(0.05, 0.15))), answer(_numbers(rng, 2), _slope(centres[1], 30.0))]


@microchange_update.mistake(
    en=("The change is added, so the loss grows.", "A positive derivative says: raising param raises the loss. Which way should param go?"),
    ru=("Изменение прибавляется, и потери растут.", "Положительная производная говорит: если увеличить param, потери вырастут. В какую сторону его двигать?"),
)
def adds_the_change(param, d_loss, rate=0.001):
    return param + rate * d_loss(param)


@microchange_update.mistake(
    en=("The whole change is subtracted, not a thousandth of it.", "Micro means: first multiplied by the rate."),
    ru=("Вычитается всё изменение, а не его тысячная часть.", "Микро — значит сначала умножить на скорость."),
)
def whole_change(param, d_loss, rate=0.001):
    return param - d_loss(param)


@microchange_update.mistake(
    en=("The rate is fixed at 0.001.", "The third argument may be any rate; 0.001 is only what it is when nobody says otherwise."),
    ru=("Скорость закреплена на 0.001.", "Третий аргумент может быть любым; 0.001 — только значение по умолчанию."),
)
def rate_fixed(param, d_loss, rate=0.001):
    return param - 0.001 * d_loss(param)


@microchange_update.mistake(
    en=("Only the microchange comes back.", "The new parameter is asked for, not the difference between old and new."),
    ru=("Возвращается только микроизменение.", "Нужен новый параметр, а не разница между старым и новым."),
)
def only_the_microchange(param, d_loss, rate=0.001):
    return rate * d_loss(param)


@microchange_update.mistake(
    en=("The derivative is a function here, and it has not been called.", "d_loss gives a number only when it is told at which parameter."),
    ru=("Производная здесь — функция, а она не вызвана.", "d_loss даёт число, только когда ей сказано, при каком параметре."),
)
def not_called(param, d_loss, rate=0.001):
    return param - rate * d_loss


@microchange_update.mistake(
    en=("The derivative is taken at the wrong place.", "The change is the derivative at the old parameter, where you stand now."),
    ru=("Производная взята не в том месте.", "Изменение — это производная при старом параметре, там, где вы сейчас стоите."),
)
def slope_at_zero(param, d_loss, rate=0.001):
    return param - rate * d_loss(0.0 * param)


@microchange_update.mistake(
    en=("The array that was passed in is changed.", "An operation that ends in = works on the caller's array. Make a new one."),
    ru=("Меняется массив, который вам передали.", "Действие со знаком = на конце работает с чужим массивом. Создайте новый."),
)
def in_place(param, d_loss, rate=0.001):
    param -= rate * d_loss(param)
    return param


@microchange_update.mistake(
    en=("Two steps are made.", "One call is one step: the derivative is asked for once."),
    ru=("Сделано два шага.", "Один вызов — один шаг: производную спрашивают один раз."),
)
def two_steps(param, d_loss, rate=0.001):
    param = param - rate * d_loss(param)
    return param - rate * d_loss(param)


@microchange_update.alternative
def named_as_on_the_slide(param, d_loss, rate=0.001):
    change = d_loss(param)
    microchange = rate * change
    return param - microchange


@microchange_update.alternative
def by_adding_the_opposite(param, d_loss, rate=0.001):
    return np.add(param, np.multiply(-rate, d_loss(param)))


# --------------------------------------------------------------------------------------- gradient_check


@unit.exercise(points=2)
def gradient_check(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    difference, size = np.abs(a - n), np.abs(a) + np.abs(n)
    return float(np.max(np.divide(difference, size, out=np.zeros_like(size), where=size > 0)))


gradient_check.example(np.array([2.0, -4.0, 1.0]), np.array([2.5, -4.0, 3.0]))
gradient_check.example(np.array([0.0, 5.0]), np.array([0.0, 4.0]))
gradient_check.example(3.0, 2.0)


@gradient_check.probe("simple")
def _(answer, rng):
    seen = []
    for _ in range(3):
        a = _numbers(rng, 4)
        n = a * (1 + rng.permutation([0.3, -0.2, 0.05, rng.uniform(0.4, 0.9)]))
        seen += [answer(a, n), answer(n, a)]
    return seen


@gradient_check.probe("general")
def _(answer, rng):
    seen = []
    for shape in ((5,), (2, 3), (1,)):
        a = _numbers(rng, int(np.prod(shape))).reshape(shape)
        n = a * (1 - rng.uniform(0.1, 0.6, size=shape))
        seen += [answer(a, n), answer(n, a)]
    return [*seen, answer(float(a[0]), 1.7 * float(a[0]))]


@gradient_check.probe("edge")
def _(answer, rng):
    a = _numbers(rng, 3)
    keep = np.array([1.0, 0.0, 1.0])
    return [
        answer(keep * a, float(rng.uniform(1.1, 1.6)) * keep * a),  # 0/0 in the middle
        answer(np.zeros(3), np.zeros(3)),
        answer(a, keep * a),  # one of the two is 0
        answer(-np.abs(a), np.abs(a)),  # opposite signs
    ]


@gradient_check.probe("edge")
def _(answer, rng):
    a = _numbers(rng, 3)
    other = a * (1 + rng.permutation([rng.uniform(0.6, 0.9), -0.2, 0.1]))
    return [answer(1e-11 * a, 1e-11 * other), answer(1e-11 * other, 1e-11 * a), answer(1e9 * a, 1e9 * other)]


@gradient_check.mistake(
    en=("The errors are averaged.", "One wrong derivative among a thousand right ones must be seen: which summary does not hide it?"),
    ru=("Погрешности усреднены.", "Одну неверную производную среди тысячи верных надо заметить: какая сводка её не спрячет?"),
)
def averaged(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    size = np.abs(a) + np.abs(n)
    return float(np.mean(np.abs(a - n) / np.where(size == 0, 1, size)))


@gradient_check.mistake(
    en=("The sign of the difference is left in.", "A derivative that is too small is as wrong as one that is too large."),
    ru=("У разности остался знак.", "Слишком маленькая производная ничем не лучше слишком большой."),
)
def sign_kept(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    size = np.abs(a) + np.abs(n)
    return float(np.max((a - n) / np.where(size == 0, 1, size)))


@gradient_check.mistake(
    en=("The bare difference is returned.", "A difference of 0.1 is much for 0.2 and little for a million: divide by the size."),
    ru=("Возвращается просто разность.", "Разность 0.1 велика для 0.2 и мала для миллиона: разделите на размер."),
)
def bare_difference(analytic, numeric):
    return float(np.max(np.abs(np.asarray(analytic, dtype=float) - np.asarray(numeric, dtype=float))))


@gradient_check.mistake(
    en=("The difference is divided by the analytic value alone.", "Both sizes stand in the denominator, so that the two arguments may change places."),
    ru=("Разность делится только на аналитическое значение.", "В знаменателе стоят оба размера, чтобы аргументы можно было поменять местами."),
)
def divided_by_one(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    return float(np.max(np.abs(a - n) / np.where(a == 0, 1, np.abs(a))))


@gradient_check.mistake(
    en=("The denominator is the larger of the two sizes.", "Other texts do it that way; here the two sizes are added."),
    ru=("В знаменателе больший из двух размеров.", "Так делают в других книгах, а здесь размеры складываются."),
)
def larger_size(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    size = np.maximum(np.abs(a), np.abs(n))
    return float(np.max(np.abs(a - n) / np.where(size == 0, 1, size)))


@gradient_check.mistake(
    en=("Where both derivatives are 0, zero is divided by zero.", "Two zeros agree perfectly. Which error does such a pair deserve?"),
    ru=("Там, где обе производные равны 0, ноль делится на ноль.", "Два нуля полностью согласны. Какой погрешности заслуживает такая пара?"),
)
def zero_by_zero(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    return float(np.max(np.abs(a - n) / (np.abs(a) + np.abs(n))))


@gradient_check.mistake(
    en=("A small constant in the denominator hides errors of tiny derivatives.", "Only the pair of two zeros needs help. Every other denominator is right as it is."),
    ru=("Малая добавка в знаменателе прячет ошибки крошечных производных.", "Помощь нужна только паре из двух нулей. Остальные знаменатели хороши сами по себе."),
)
def guarded(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    return float(np.max(np.abs(a - n) / (np.abs(a) + np.abs(n) + 1e-8)))


@gradient_check.mistake(
    en=("The denominator is the size of the sum, not the sum of the sizes.", "Try 2 and −2: is your denominator still positive?"),
    ru=("В знаменателе модуль суммы, а не сумма модулей.", "Попробуйте 2 и −2: останется ли знаменатель положительным?"),
)
def size_of_the_sum(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    size = np.abs(a + n)
    return float(np.max(np.abs(a - n) / np.where(size == 0, 1, size)))


@gradient_check.alternative
def by_loop(analytic, numeric):
    worst = 0.0
    for a, n in zip(np.ravel(analytic), np.ravel(numeric), strict=True):
        if a != n:
            worst = max(worst, abs(a - n) / (abs(a) + abs(n)))
    return worst


@gradient_check.alternative
def by_where(analytic, numeric):
    difference = np.abs(np.subtract(analytic, numeric))
    size = np.abs(analytic) + np.abs(numeric)
    return np.max(np.where(size == 0, 0, difference / np.where(size == 0, 1, size)))


# ------------------------------------------------------------------------------------------------ Value


@unit.exercise(points=4)
class Value:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = type(self)(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = type(self)(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


Value.example(-3.0, fulfils="one_operation")
Value.example(1.5, fulfils="many_paths")
Value.example(-2.5, fulfils="called_twice")


def _leaf(answer: Any, data: float) -> Any:
    """Make a ``Value``."""
    return instance(answer(float(data)))


def _add(a: Any, b: Any) -> Any:
    return instance(a + b)


def _mul(a: Any, b: Any) -> Any:
    return instance(a * b)


def _seen(y: Any, *values: Any) -> list[float]:
    """Run backward from y; return y's data, then the gradients of y and of all ``values``."""
    function(y.backward)()
    return [number(y.data), *(number(value.grad) for value in (y, *values))]


for _combine in (_add, _mul):  # five twelfths of the points for sums, as much for products

    @Value.probe("simple")
    def _(answer, rng, combine=_combine):
        seen = []
        for _ in range(2):
            a, b = (_leaf(answer, x) for x in _numbers(rng, 2))
            seen.append([number(a.data), number(a.grad), *_seen(combine(a, b), a, b)])
        return seen

    @Value.probe("property", credit=0.5)
    def _(answer, rng, combine=_combine):
        """Sum over paths: a value that is used twice."""
        a, b, c = (_leaf(answer, x) for x in _numbers(rng, 3))
        return [_seen(combine(combine(a, b), a), a, b), _seen(combine(c, c), c)]

    @Value.probe("property", credit=0.5)
    def _(answer, rng, combine=_combine):
        """Order: a value hands on only when all has come in."""
        seen = []
        for first in (True, False):
            a = _leaf(answer, rng.uniform(0.6, 1.8))
            b = combine(a, a)
            c = combine(b, a) if first else combine(a, b)
            d = combine(b, c) if first else combine(c, b)
            y = combine(d, b) if first else combine(b, d)
            seen.append(_seen(y, a, b, c, d))
        return seen

    @Value.probe("property", credit=0.5)
    def _(answer, rng, combine=_combine):
        """Repeating changes nothing, and another end starts afresh."""
        a, b = (_leaf(answer, x) for x in _numbers(rng, 2))
        c = combine(a, b)
        y = combine(combine(c, c), a)
        seen = [_seen(y, a, b, c), _seen(y, a, b, c), _seen(y, a, b, c)]
        return [*seen, _seen(combine(y, a), a, b, c), _seen(c, a, b)]


@Value.probe("general", credit=0.5)
def _(answer, rng):
    values = [_leaf(answer, x) for x in _numbers(rng, 6)]
    products = [_mul(w, x) for w, x in zip(values[:3], values[3:], strict=True)]
    total = _add(_add(products[0], products[1]), products[2])
    scale = _leaf(answer, rng.uniform(1.5, 2.5))
    return _seen(_mul(scale, total), scale, total, *products, *values)


@Value.probe("edge", credit=0.5)
def _(answer, rng):
    """Two to the power of 40 paths."""
    a = _leaf(answer, rng.uniform(0.5, 1.5))
    y = a
    for _ in range(40):
        y = _add(y, y)
    return _seen(y, a)


@Value.mistake(
    en=("A value that is used twice keeps only its last share.", "Several paths lead to the same value, and their shares add up. What does your assignment to grad do with the earlier one?"),
    ru=("Значение, использованное дважды, сохраняет только последнюю долю.", "К одному значению ведут несколько путей, и их доли складываются. Что ваше присваивание grad делает с прежней?"),
)
class overwrites:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = overwrites(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = overwrites(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad = local * value.grad


@Value.mistake(
    en=("A second call of backward adds to what the first one left.", "Every call starts a new count: what must happen to the gradients before anything is added?"),
    ru=("Второй вызов backward прибавляет к тому, что осталось от первого.", "Каждый вызов считает заново: что должно случиться с градиентами до первого прибавления?"),
)
class never_cleared:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = never_cleared(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = never_cleared(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("All gradients stay 0.", "The way back needs a start: what is the derivative of the last value by itself?"),
    ru=("Все градиенты остаются нулями.", "Обратному пути нужно начало: чему равна производная последнего значения по самому себе?"),
)
class no_start:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = no_start(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = no_start(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("In a product each factor gets itself as its derivative.", "Raise a in a·b by a little: by what is that little multiplied?"),
    ru=("В произведении каждый множитель получает производной самого себя.", "Чуть увеличьте a в произведении a·b: на что умножится эта малость?"),
)
class own_factor:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = own_factor(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = own_factor(self.data * other.data)
        made.inputs = [(self, self.data), (other, other.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("The product hands on 1 to both factors, as a sum does.", "The table has two rows, one for a·b and one for a + b. They differ."),
    ru=("Произведение передаёт обоим множителям 1, как сумма.", "В таблице две строки: для a·b и для a + b. Они разные."),
)
class product_like_sum:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = product_like_sum(self.data + other.data)
        made.inputs = [self, other]
        return made

    def __mul__(self, other):
        made = product_like_sum(self.data * other.data)
        made.inputs = [self, other]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier in value.inputs:
                earlier.grad += value.grad


@Value.mistake(
    en=("Local derivatives are handed on bare.", "Along a path derivatives multiply: what a value has received itself must be in the product."),
    ru=("Локальные производные передаются сами по себе.", "Вдоль пути производные перемножаются: в произведение входит и то, что значение получило само."),
)
class local_only:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = local_only(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = local_only(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local


@Value.mistake(
    en=("A value hands on its gradient before all of it has come in.", "Look at the order of the way back: a value's turn comes after every value that was made from it."),
    ru=("Значение передаёт градиент дальше, не дождавшись всех его частей.", "Посмотрите на порядок обратного пути: очередь значения наступает после всех, кто из него получен."),
)
class too_early:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = too_early(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = too_early(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                order.append(value)
                for earlier, _ in value.inputs:
                    visit(earlier)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in order:
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("The way back ends after one function.", "The values that the last one was made from were made from others. Who hands the gradient on to those?"),
    ru=("Обратный путь обрывается после одной функции.", "Значения, из которых получено последнее, сами получены из других. Кто передаст градиент тем?"),
)
class one_function_back:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = one_function_back(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = one_function_back(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        self.grad = 1.0
        for earlier, _ in self.inputs:
            earlier.grad = 0.0
        for earlier, local in self.inputs:
            earlier.grad += local


@Value.mistake(
    en=("After the first call the gradients are frozen.", "The same values may take part in another expression, and backward may start there. A mark for done gets in the way."),
    ru=("После первого вызова градиенты застывают.", "Те же значения могут войти в другое выражение, и backward начнётся оттуда. Отметка «готово» этому мешает."),
)
class frozen:
    def __init__(self, data):
        self.data, self.grad, self.inputs, self.done = float(data), 0.0, [], False

    def __add__(self, other):
        made = frozen(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = frozen(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order and not value.done:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        if self.done:
            return
        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                if not earlier.done:
                    earlier.grad += local * value.grad
        for value in order:
            value.done = True


@Value.mistake(
    en=("Every path is walked separately, and a graph can have billions of them.", "Let each value hand on once, when all its shares have come in. Which order makes that possible?"),
    ru=("Каждый путь проходится отдельно, а путей в графе бывают миллиарды.", "Пусть каждое значение передаёт градиент один раз, когда собраны все доли. Какой порядок это позволяет?"),
    never_ends=True,
)
class every_path:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = every_path(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = every_path(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def clear(self, seen):
        if self not in seen:
            seen.append(self)
            self.grad = 0.0
            for earlier, _ in self.inputs:
                earlier.clear(seen)

    def push(self, share):
        self.grad += share
        for earlier, local in self.inputs:
            earlier.push(share * local)

    def backward(self):
        self.clear([])
        self.push(1.0)


@Value.alternative
class ByClosures:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self._parents = set(parents)
        self._hand_on = lambda: None

    def __add__(self, other):
        out = ByClosures(self.data + other.data, (self, other))

        def hand_on():
            self.grad += out.grad
            other.grad += out.grad

        out._hand_on = hand_on
        return out

    def __mul__(self, other):
        out = ByClosures(self.data * other.data, (self, other))

        def hand_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._hand_on = hand_on
        return out

    def backward(self):
        order, seen = [], set()

        def build(node):
            if node not in seen:
                seen.add(node)
                for parent in node._parents:
                    build(parent)
                order.append(node)

        build(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in order[::-1]:
            node._hand_on()


@Value.alternative
class ByCounting:
    """Topological order by counting uses, with no recursion."""

    def __init__(self, data):
        self.data = np.float64(data)
        self.grad = np.float64(0)
        self.made_of = ()

    def __add__(self, other):
        out = ByCounting(self.data + other.data)
        out.made_of = ((self, 1), (other, 1))
        return out

    def __mul__(self, other):
        out = ByCounting(self.data * other.data)
        out.made_of = ((self, other.data), (other, self.data))
        return out

    def backward(self):
        uses, todo = {self: 0}, [self]
        while todo:
            for value, _ in todo.pop().made_of:
                if value not in uses:
                    uses[value] = 0
                    todo.append(value)
                uses[value] += 1
        for value in uses:
            value.grad = 0.0
        self.grad = 1.0
        ready = [self]
        while ready:
            node = ready.pop()
            for value, local in node.made_of:
                value.grad += local * node.grad
                uses[value] -= 1
                if uses[value] == 0:
                    ready.append(value)


@Value.alternative
class ByNumbers:
    """Every value has a number; a later one can only be made of earlier ones."""

    count = 0

    def __init__(self, data):
        self.data, self.grad, self.kind, self.ends = data, 0.0, "", ()
        ByNumbers.count += 1
        self.number = ByNumbers.count

    def __add__(self, other):
        out = ByNumbers(self.data + other.data)
        out.kind, out.ends = "+", (self, other)
        return out

    def __mul__(self, other):
        out = ByNumbers(self.data * other.data)
        out.kind, out.ends = "*", (self, other)
        return out

    def backward(self):
        reached = {self.number: self}
        stack = [self]
        while stack:
            for end in stack.pop().ends:
                if end.number not in reached:
                    reached[end.number] = end
                    stack.append(end)
        for value in reached.values():
            value.grad = 0.0
        self.grad = 1.0
        for name in sorted(reached, reverse=True):
            value = reached[name]
            if value.kind:
                left, right = value.ends
                left.grad += value.grad * (right.data if value.kind == "*" else 1.0)
                right.grad += value.grad * (left.data if value.kind == "*" else 1.0)
