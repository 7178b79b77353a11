"""Local derivatives of the five functions A, B, C, G, S."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u07_computation_graph.shared import random_neuron
from autograder.parts import entry, varies


@exercise(points=2)
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
        found = [answer(*case) for case in (*(random_neuron(rng) for _ in range(2)), *rng.normal(size=(3, 2, 3)))]
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
