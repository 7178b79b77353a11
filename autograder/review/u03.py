"""Questions on unit 03: the sigmoid, its relatives and their derivatives."""

import math

import numpy as np

from autograder.review.picture import Option, Seen, picture
from autograder.review.plot import Plot
from autograder.review.predict import As, Drawn, One, predict

LOGS = [As(f"ln {odds}", math.log(odds)) for odds in (2, 3, 4, 9)] + [As(f"−ln {odds}", -math.log(odds)) for odds in (3, 4)]


@predict("sigmoid", en="What is σ(z) for z = {z}? No table is needed.", ru="Чему равно σ(z) при z = {z}? Таблица не нужна.")
def _(one: One) -> Drawn:
    return {"z": one(*LOGS)}


@predict(
    "d_sigmoid",
    en="What is the slope σ′(z) at z = {z}? Find σ(z) first.",
    ru="Чему равен наклон σ′(z) при z = {z}? Найдите сначала σ(z).",
)
def _(one: One) -> Drawn:
    return {"z": one(*LOGS)}


@predict(
    "logit",
    en="For which z is σ(z) = {p}? (ln 2 = 0.693, ln 3 = 1.099)",
    ru="При каком z σ(z) = {p}? (ln 2 = 0.693, ln 3 = 1.099)",
)
def _(one: One) -> Drawn:
    return {"p": one(0.75, 0.8, 0.9, 0.25, 0.2, 0.1)}


@predict("activation", en="What is `{name}`, as the course has it, at z = {z}?", ru="Чему равна функция `{name}` из этого курса при z = {z}?")
def _(one: One) -> Drawn:
    return {"name": one("relu", "leaky_relu"), "z": one(-5.0, -3.0, 4.0)}


@predict("d_activation", en="What is the slope of `{name}`, as the course has it, at z = {z}?", ru="Чему равен наклон функции `{name}` из этого курса при z = {z}?")
def _(one: One) -> Drawn:
    return {"name": one("relu", "leaky_relu"), "z": one(-5.0, -3.0, 4.0)}


@predict(
    "d_activation",
    en="tanh z = {z.tanh} at a certain z. What is the slope of tanh there?",
    ru="В некоторой точке tanh z = {z.tanh}. Чему там равен наклон tanh?",
)
def slope_of_tanh(one: One) -> Drawn:
    height = one(0.5, 0.8, -0.6, 0.9)
    return {"name": "tanh", "z": As(f"artanh {height}", math.atanh(height), tanh=height)}


@predict(
    "probability",
    en="c = {c}, w = {w}, and one object x = {X[0]}. What probability does the model give? (σ(1) = 0.731, σ(2) = 0.881, σ(3) = 0.953)",
    ru="c = {c}, w = {w}, один объект x = {X[0]}. Какую вероятность даёт модель? (σ(1) = 0.731, σ(2) = 0.881, σ(3) = 0.953)",
)
def _(one: One) -> Drawn:
    w, x = np.array(one([2.0, -1.0], [1.0, 3.0], [-2.0, 1.0])), np.array([one.some(2, 1.0, 2.0, 3.0)])
    z = one(-3.0, -2.0, -1.0, 1.0, 2.0, 3.0)
    return {"c": float(z - x[0] @ w), "w": w, "X": x}


@predict(
    "vanishing_bound",
    en="The slopes of {depth} sigmoids are multiplied. What is the largest that the product can be?",
    ru="Перемножены наклоны {depth} сигмоид. Какого наибольшего значения может достичь произведение?",
)
def _(one: One) -> Drawn:
    return {"depth": one(2, 3, 4, 5)}


@predict(
    "fading",
    en="A number z = {z} passes twice through f(z) = {f}, whose slope is {df}. What is the slope of the result with respect to the first z?",
    ru="Число z = {z} проходит дважды через f(z) = {f} с наклоном {df}. Чему равна производная результата по исходному z?",
    pick=lambda slopes: slopes[-1],
)
def _(one: One) -> Drawn:
    f, df = one(
        (As("z²", lambda z: z**2), As("2z", lambda z: 2 * z)), (As("z² + 1", lambda z: z**2 + 1), As("2z", lambda z: 2 * z))
    )
    return {"f": f, "df": df, "z": one(1.0, 2.0, 3.0), "depth": 2}


ACTIVATIONS = {
    "sigmoid": Option("sigmoid", "сигмоида", "The sigmoid goes from 0 to 1.", "Сигмоида идёт от 0 до 1."),
    "tanh": Option("tanh", "tanh", "tanh goes from −1 to 1.", "tanh идёт от −1 до 1."),
    "relu": Option("ReLU", "ReLU", "ReLU has a corner at 0 and grows without end.", "У ReLU излом в нуле, и она растёт без предела."),
    "d_sigmoid": Option(
        "the slope of the sigmoid", "наклон сигмоиды", "The slope of the sigmoid is nowhere above 0.25.", "Наклон сигмоиды нигде не больше 0.25."
    ),
    "d_tanh": Option("the slope of tanh", "наклон tanh", "The slope of tanh is 1 at z = 0.", "Наклон tanh при z = 0 равен 1."),
}  # fmt: skip


@picture("activation", en="Which function is this? Mind the scale.", ru="Какая это функция? Обратите внимание на масштаб.", options=ACTIVATIONS)
def which_activation(one: One) -> Seen:
    name, z = one(*ACTIVATIONS), np.linspace(-4, 4, 57) * one(0.75, 1.0, 1.5)
    s = 1 / (1 + np.exp(-z))
    heights = {"sigmoid": s, "tanh": np.tanh(z), "relu": np.maximum(z, 0), "d_sigmoid": s * (1 - s), "d_tanh": 1 - np.tanh(z) ** 2}
    return Plot({"en": "z", "ru": "z"}, {"en": "height", "ru": "высота"}, tuple(z), (tuple(heights[name]),)), name
