"""Local derivatives of the five functions A, B, C, G, S."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u07_computation_graph.shared import random_neuron, whole_neuron
from autograder.judging.parts import entry, varies


@exercise(points=2)
def local_derivatives(w, x):
    s = 1 / (1 + np.exp(-np.dot(w, x)))
    w1, w2, w3 = w
    x1, x2, x3 = x
    return {"dA_dw1": x1, "dA_dx1": w1, "dB_dw2": x2, "dB_dx2": w2, "dC_dw3": x3, "dC_dx3": w3,
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": s * (1 - s)}  # fmt: skip


local_derivatives.example(np.array([1.5, -2.0, 0.5]), np.array([0.8, 0.5, -3.0]))
local_derivatives.example(np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 1.0]))

_RATES = ("dA_dw1", "dA_dx1", "dB_dw2", "dB_dx2", "dC_dw3", "dC_dx3", "dG_dA", "dG_dB", "dG_dC", "dS_dG")


def _some_differ(one, other):
    """Return whether two dictionaries of local derivatives differ: three of the ten are the same for every w and x."""
    return any(varies(lambda rates, key=key: rates.get(key), (one,), (other,)) for key in _RATES)


_ALWAYS_ONE = 0.25  # credit: what is the same for every w and x shows little; the three together are a tenth of all


for _key in _RATES:

    @local_derivatives.probe("general", _ALWAYS_ONE if _key.startswith("dG") else 1.0, part=_key)
    def _(answer, rng, key=_key):
        found = [answer(*case) for case in (*(random_neuron(rng) for _ in range(2)), whole_neuron(rng), *rng.normal(size=(2, 2, 3)))]
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
    en=("The derivatives of A, B and C are multiplied by the slope of S already.", "A local derivative knows one function only: A knows nothing of S. Multiplying comes in the next exercise."),
    ru=("Производные A, B и C уже умножены на наклон S.", "Локальная производная знает только одну функцию: A ничего не знает об S. Перемножать будем в следующем упражнении."),
)
def products_chained_already(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    d = s * (1 - s)
    return {"dA_dw1": x[0] * d, "dA_dx1": w[0] * d, "dB_dw2": x[1] * d, "dB_dx2": w[1] * d, "dC_dw3": x[2] * d,
            "dC_dx3": w[2] * d, "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": d}  # fmt: skip


@local_derivatives.mistake(
    en=("The sigmoid has been applied twice.", "S has the slope σ(G)(1 − σ(G)). Look at what your σ is taken of."),
    ru=("Сигмоида применена дважды.", "Наклон S равен σ(G)(1 − σ(G)). Посмотрите, от чего у вас берётся σ."),
)
def sigmoid_twice(w, x):
    s = 1 / (1 + np.exp(-1 / (1 + np.exp(-np.sum(w * x)))))
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": s * (1 - s)}  # fmt: skip


@local_derivatives.mistake(
    en=("The slope of the sigmoid is always 0.", "Python multiplies before it subtracts: check the brackets around the second factor."),
    ru=("Наклон сигмоиды всегда равен 0.", "Python умножает раньше, чем вычитает: проверьте скобки вокруг второго множителя."),
)
def brackets_lost(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": s * 1 - s}  # fmt: skip


@local_derivatives.mistake(
    en=("The derivatives of the sum are 0.", "Raise A by 0.01 and leave B and C alone: does the sum stay where it is?"),
    ru=("Производные суммы равны 0.", "Увеличьте A на 0.01, не трогая B и C: останется ли сумма на месте?"),
)
def zeros_for_the_sum(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
            "dG_dA": 0.0, "dG_dB": 0.0, "dG_dC": 0.0, "dS_dG": s * (1 - s)}  # fmt: skip


@local_derivatives.mistake(
    en=("The last derivative is 1, as if S were the bare sum.", "S bends the sum. Which row of the table belongs to it?"),
    ru=("Последняя производная равна 1, как будто S — это сама сумма.", "S изгибает сумму. Какая строка таблицы к ней относится?"),
)
def slope_of_a_line(w, x):
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": 1.0}  # fmt: skip


@local_derivatives.mistake(
    en=("The derivatives of A, B and C are the products themselves.", "Take A alone: raise w₁ by 0.01. By what is that multiplied?"),
    ru=("Производные A, B и C — это сами произведения.", "Возьмите одну A: увеличьте w₁ на 0.01. На что это умножится?"),
)
def products_themselves(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    a, b, c = w * x
    return {"dA_dw1": a, "dA_dx1": a, "dB_dw2": b, "dB_dx2": b, "dC_dw3": c, "dC_dx3": c,
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": s * (1 - s)}  # fmt: skip


@local_derivatives.mistake(
    en=("C has the derivatives of B.", "C is made of w₃ and x₃. Compare the two lines for C with those for B."),
    ru=("У C оказались производные B.", "C составлено из w₃ и x₃. Сравните две строки для C со строками для B."),
)
def line_copied(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[1], "dC_dx3": w[1],
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": s * (1 - s)}  # fmt: skip


@local_derivatives.mistake(
    en=("The last derivative is 1 − S².", "That rule belongs to tanh. Which row of the table is that of the sigmoid?"),
    ru=("Последняя производная равна 1 − S².", "Это правило для tanh. Какая строка таблицы относится к сигмоиде?"),
)
def slope_of_tanh(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": 1 - s**2}  # fmt: skip


@local_derivatives.mistake(
    en=("The last derivative is what the sigmoid lacks to 1, and not its slope.", "In the table the slope of σ has two factors. One of them is there."),
    ru=("Последняя производная — это то, чего сигмоиде не хватает до 1, а не её наклон.", "В таблице у наклона σ два множителя. Один из них у вас есть."),
)
def rest_of_the_sigmoid(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": 1 - s}  # fmt: skip


@local_derivatives.alternative
def by_arrays(w, x):
    found = {"dS_dG": 0.25 / np.cosh(0.5 * np.sum(w * x)) ** 2, "dG_dA": 1, "dG_dB": 1, "dG_dC": 1}
    found.update(zip(("dA_dw1", "dB_dw2", "dC_dw3", "dA_dx1", "dB_dx2", "dC_dx3"), [*x, *w]))
    return found


@local_derivatives.alternative
def from_exponent(w, x):
    a, b, c = w
    e = math.exp(-a * x[0] - b * x[1] - c * x[2])
    return {"dA_dw1": x[0], "dA_dx1": a, "dB_dw2": x[1], "dB_dx2": b, "dC_dw3": x[2], "dC_dx3": c,
            "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": e / (1 + e) ** 2}  # fmt: skip


local_derivatives.equal(local_derivatives, "np.exp(-np.dot(w, x))", "the slope of the sigmoid is even, and the product of two vectors is symmetric")
local_derivatives.equal(by_arrays, "np.cosh(", "the hyperbolic cosine is even, a product asks for no order, and a vector has one axis")
local_derivatives.equal(from_exponent, "x[2]", "the last of three entries is also the third")
local_derivatives.equal(local_derivatives, "x1, x2, x3 = x", "neither line needs the other")
