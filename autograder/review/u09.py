"""Questions on unit 09: momentum, AdaGrad, RMSprop, Adam."""

import numpy as np

from autograder.review.picture import Option, Seen, picture
from autograder.review.plot import over_steps
from autograder.review.predict import Drawn, One, predict
from autograder.review.task import stated


def column(*values: float) -> np.ndarray:
    return np.array([[value] for value in values])


@predict(
    "momentum",
    en="Momentum: h ← αh + ηg, w ← w − h. Start w = {w0}, gradients {grads}, η = {learning_rate}, α = {alpha}. What is w after each of the two steps?",
    ru="Метод моментов: h ← αh + ηg, w ← w − h. Начальная точка w = {w0}, градиенты {grads}, η = {learning_rate}, α = {alpha}. Чему равен w после каждого из двух шагов?",
)
def _(one: One) -> Drawn:
    return {"w0": np.array([one(5.0, 10.0)]), "grads": column(one(2.0, 4.0), one(-2.0, 6.0, 8.0)), "learning_rate": one(0.5, 0.1), "alpha": one(0.5, 0.9)}


@predict(
    "effective_step",
    en="Momentum with η = {learning_rate} and α = {alpha}, and the gradient stays 1. How long do the steps become in the end?",
    ru="Метод моментов с η = {learning_rate} и α = {alpha}, градиент всё время равен 1. Какой длины в конце концов станут шаги?",
)
def _(one: One) -> Drawn:
    return {"learning_rate": one(0.1, 0.2, 0.01), "alpha": one(0.5, 0.9, 0.8)}


@predict(
    "adagrad",
    en="AdaGrad: start w = {w0}, gradients {grads}, η = {learning_rate}. What is w after each of the two steps? (ε does not matter here.)",
    ru="AdaGrad: начальная точка w = {w0}, градиенты {grads}, η = {learning_rate}. Чему равен w после каждого из двух шагов? (ε здесь роли не играет.)",
)
def _(one: One) -> Drawn:
    first, second = one((3.0, 4.0), (4.0, 3.0), (6.0, 8.0), (5.0, 12.0))
    return {"w0": np.array([one(5.0, 10.0)]), "grads": column(first, second), "learning_rate": one(1.0, 0.5)}


@predict(
    "adagrad_reach",
    en="AdaGrad with η = {learning_rate} and a gradient that never changes. How far does it walk in {n_steps} steps? (1/√2 = 0.707, 1/√3 = 0.577)",
    ru="AdaGrad с η = {learning_rate}, градиент не меняется. Как далеко он уйдёт за {n_steps} шага? (1/√2 = 0.707, 1/√3 = 0.577)",
)
def _(one: One) -> Drawn:
    return {"learning_rate": one(1.0, 2.0, 0.1), "n_steps": one(2, 3, 4)}


@predict(
    "rmsprop",
    en="RMSprop: G ← αG + (1 − α)g². Start w = {w0}, gradients {grads}, η = {learning_rate}, α = {alpha}. What is w after each of the two steps? (ε does not matter here.)",
    ru="RMSprop: G ← αG + (1 − α)g². Начальная точка w = {w0}, градиенты {grads}, η = {learning_rate}, α = {alpha}. Чему равен w после каждого из двух шагов? (ε здесь роли не играет.)",
)
def _(one: One) -> Drawn:
    scale = one(1.0, 3.0, 10.0)
    return {"w0": np.array([one(5.0, 10.0)]), "grads": column(2 * scale, scale), "learning_rate": one(0.5, 1.0), "alpha": 0.75}


@predict(
    "adam",
    en="Adam with its usual β₁ and β₂, η = {learning_rate}. Start w = {w0}, the first gradient is {grads[0][0]}. Where is w after this one step?",
    ru="Adam с обычными β₁ и β₂, η = {learning_rate}. Начальная точка w = {w0}, первый градиент — {grads[0][0]}. Где окажется w после одного этого шага?",
)
def _(one: One) -> Drawn:
    return {"w0": np.array([one(5.0, -2.0)]), "grads": column(one(0.01, 100.0, -0.1, -50.0)), "learning_rate": one(0.1, 0.5)}


@predict(
    "bias_factor",
    en="An average starts at 0: a ← {beta}·a + (1 − {beta})·c. What share of the constant c is in it after {t} steps?",
    ru="Среднее начинается с 0: a ← {beta}·a + (1 − {beta})·c. Какая доля постоянной c в нём после {t} шагов?",
)
def _(one: One) -> Drawn:
    return {"beta": one(0.5, 0.9, 0.8), "t": one(2, 3)}


@picture(
    "momentum",
    en="w on the parabola w² with η = 0.02, step by step. Which α of momentum was it?",
    ru="w на параболе w² при η = 0.02, шаг за шагом. Каково здесь α в методе моментов?",
    options={
        "0": Option("α = 0, plain descent", "α = 0, обычный спуск", "Plain descent with η = 0.02 would creep: 0.96 of the way is left after each step.", "Обычный спуск с η = 0.02 ползёт: после каждого шага остаётся 0.96 пути."),
        "0.6": Option("α = 0.6", "α = 0.6", "α = 0.6 goes about three times as fast as plain descent and does not overshoot.", "α = 0.6 примерно втрое быстрее обычного спуска и не проскакивает минимум."),
        "0.9": Option("α = 0.9", "α = 0.9", "α = 0.9 would overshoot and swing back.", "α = 0.9 проскочил бы минимум и качнулся обратно."),
    },
)  # fmt: skip
def inertia(one: One) -> Seen:
    key, w, h, path = one("0", "0.6", "0.9"), one(5.0, -5.0, 2.0), 0.0, []
    for _ in range(41):
        path.append(w)
        h = float(key) * h + 0.02 * 2 * w
        w = w - h
    return over_steps(path, y={"en": "w", "ru": "w"}), key


@picture(
    "adagrad",
    en="The gradient is always 1. The length of each step is shown. Which method with η = 1 is it?",
    ru="Градиент всё время равен 1. Показана длина каждого шага. Какой это метод при η = 1?",
    options={
        "plain": Option("gradient descent", "градиентный спуск", "Plain steps would all have the length 1.", "У обычного спуска все шаги длины 1."),
        "momentum": Option("momentum, α = 0.8", "метод моментов, α = 0.8", "With momentum the steps would grow towards 1/(1 − 0.8) = 5.", "В методе моментов шаги росли бы до 1/(1 − 0.8) = 5."),
        "adagrad": Option("AdaGrad", "AdaGrad", "AdaGrad's steps would shrink like 1/√k.", "Шаги AdaGrad убывали бы как 1/√k."),
    },
)  # fmt: skip
def lengths(one: One) -> Seen:
    key, count = one("plain", "momentum", "adagrad"), one(10, 16, 20)
    steps = {
        "plain": [1.0] * count,
        "momentum": [(1 - 0.8**k) / 0.2 for k in range(1, count + 1)],
        "adagrad": [1 / k**0.5 for k in range(1, count + 1)],
    }
    return over_steps(steps[key], y={"en": "length of the step", "ru": "длина шага"}), key


# What the tasks of the lesson say with the help of what stands around them, in words that stand alone.
stated(
    "momentum",
    en="""\
`momentum(w0, grads, learning_rate, alpha)` walks with inertia: hₖ = α hₖ₋₁ + η gₖ, then w⁽ᵏ⁾ = w⁽ᵏ⁻¹⁾ − hₖ, and h₀ = 0. It does not compute the gradients, it is shown them:

* `w0` is the start, an array of shape `(n,)`;
* `grads` is an array or a list of gradients, one row for each step, shape `(steps, n)`;
* the answer holds the weights **after** each step, shape `(steps, n)`. The start is not in it.""",
    ru="""\
`momentum(w0, grads, learning_rate, alpha)` идёт с инерцией: hₖ = α hₖ₋₁ + η gₖ, затем w⁽ᵏ⁾ = w⁽ᵏ⁻¹⁾ − hₖ, причём h₀ = 0. Градиенты не вычисляются, а даны готовыми:

* `w0` — начало, массив формы `(n,)`;
* `grads` — массив или список градиентов, по строке на шаг, форма `(steps, n)`;
* ответ — веса **после** каждого шага, форма `(steps, n)`. Начала в нём нет.""",
)
stated(
    "minimise",
    en="""\
An optimiser here is a function that is shown gradients: `optimiser(w0, grads, **hyper)` returns the weights after each step, shape `(steps, n)`. But on a landscape the next gradient is known only after the step. `minimise(optimiser, grad, w0, n_steps, **hyper)` brings the two together and returns the path, an array of shape `(n_steps + 1, n)` with `w0` first.

* `grad(w)` gives the gradient at `w`, both of shape `(n,)`.
* `grads` is a list or an array of all gradients so far, one for each step.
* `**hyper` are the optimiser's own hyper-parameters, by name. Pass them on with the same two stars.""",
    ru="""\
Оптимизатор здесь — функция, которой градиенты показывают: `optimiser(w0, grads, **hyper)` возвращает веса после каждого шага, форма `(steps, n)`. А на поверхности следующий градиент известен только после шага. `minimise(optimiser, grad, w0, n_steps, **hyper)` сводит их вместе и возвращает путь, массив формы `(n_steps + 1, n)`, первым идёт `w0`.

* `grad(w)` даёт градиент в точке `w`, форма того и другого `(n,)`.
* `grads` — список или массив всех градиентов с начала пути, по одному на шаг.
* `**hyper` — собственные гиперпараметры оптимизатора, по именам. Передавайте их дальше с теми же двумя звёздочками.""",
)
