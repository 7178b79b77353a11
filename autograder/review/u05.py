"""Questions on unit 05: linear regression, several weights, step sizes and scales."""

from dataclasses import replace

import numpy as np

from autograder.review.picture import Option, Seen, picture
from autograder.review.plot import over_steps
from autograder.review.predict import YES_OR_NO, As, Drawn, One, predict
from autograder.review.task import stated


@predict(
    "mse",
    en="Weights w = {w}, objects X = {X}, answers y = {y}. What is the mean squared error?",
    ru="Веса w = {w}, объекты X = {X}, ответы y = {y}. Чему равна среднеквадратичная ошибка?",
)
def _(one: One) -> Drawn:
    X = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
    w = np.array(one([1.0, 2.0], [0.0, 1.0], [2.0, -1.0]))
    return {"w": w, "X": X, "y": X @ w + np.array(one.some(3, -3.0, 0.0, 3.0, 6.0))}


@predict(
    "mse_gradient",
    en="One weight w = {w}, objects X = {X}, answers y = {y}. What is the derivative of the mean squared error with respect to w?",
    ru="Один вес w = {w}, объекты X = {X}, ответы y = {y}. Чему равна производная среднеквадратичной ошибки по w?",
)
def _(one: One) -> Drawn:
    X = np.array(one.some(2, [1.0], [2.0], [3.0]))
    w = np.array([one(1.0, 2.0)])
    return {"w": w, "X": X, "y": X @ w + np.array(one.some(2, -1.0, 2.0, 3.0))}


@predict(
    "board_step",
    en="Q is the **sum** of (w₀ + w₁x − y)². Weights w₀ = {w0}, w₁ = {w1}, objects x = {x}, y = {y}, η = {learning_rate}. What are the new w₀ and w₁?",
    ru="Q — **сумма** (w₀ + w₁x − y)². Веса w₀ = {w0}, w₁ = {w1}, объекты x = {x}, y = {y}, η = {learning_rate}. Чему равны новые w₀ и w₁?",
)
def _(one: One) -> Drawn:
    x, w0, w1 = np.array(one.some(2, 1.0, 2.0, 3.0)), one(0.0, 1.0), one(2.0, -1.0)
    y = w0 + w1 * x - np.array(one.some(2, 1.0, 2.0, -3.0))
    return {"w0": w0, "w1": w1, "x": x, "y": y, "learning_rate": one(0.1, 0.5)}


@predict(
    "should_stop",
    en="Q went from {q_prev} to {q}, the weights from {w_prev} to {w}, ε = {eps}. We stop when one of the two changes by less than ε. Do we stop?",
    ru="Q изменилась с {q_prev} до {q}, веса — с {w_prev} до {w}, ε = {eps}. Остановка — когда хотя бы одно из двух изменилось меньше чем на ε. Останавливаемся?",
    options=YES_OR_NO,
    why=("Compare |ΔQ| with ε, and the length of Δw with ε: one of the two is enough.", "Сравните с ε модуль |ΔQ| и длину Δw: хватит одного из двух."),
)
def _(one: One) -> Drawn:
    q, moved_q, moved_w = one(5.0, 8.0), one(0.01, -0.5, 0.5, -0.01), one(0.02, 0.3)
    w = np.array([1.0, 2.0])
    return {"q_prev": q, "q": q - moved_q, "w_prev": w, "w": w + np.array([0.0, moved_w]), "eps": 0.1}


@predict(
    "step_size",
    en="The schedule is `inverse`. How large is the step size at k = {k}?",
    ru="Расписание — `inverse`. Каков размер шага при k = {k}?",
)
def inverse(one: One) -> Drawn:
    return {"kind": "inverse", "k": one(2, 4, 5, 10)}


@predict(
    "step_size",
    en="The schedule is λ·(s₀/(s₀ + k))^p with λ = {lam}, s₀ = {s0}, p = {p}. How large is the step size at k = {k}?",
    ru="Расписание — λ·(s₀/(s₀ + k))^p, где λ = {lam}, s₀ = {s0}, p = {p}. Каков размер шага при k = {k}?",
)
def power(one: One) -> Drawn:
    s0, k = one((1.0, 3), (2.0, 6), (1.0, 8))
    return {"kind": "power", "k": k, "lam": one(0.5, 2.0), "s0": s0, "p": one(0.5, 2.0)}


@predict(
    "descend",
    en="∇Q(w) = {gradient}, start w = {w0}, the step size at step k = 1, 2, … is {step_size}. Where is w after {n_steps} steps?",
    ru="∇Q(w) = {gradient}, начальная точка w = {w0}, размер шага на шаге k = 1, 2, … равен {step_size}. Где окажется w после {n_steps} шагов?",
    pick=lambda path: path[-1],
)
def _(one: One) -> Drawn:
    return {
        "gradient": As("2w", lambda w: 2 * w), "w0": np.array([one(8.0, 16.0, -8.0)]),
        "step_size": one(As("1/(4k)", lambda k: 1 / (4 * k)), As("1/(8k)", lambda k: 1 / (8 * k))), "n_steps": 2,
    }  # fmt: skip


@predict(
    "best_constant_rate",
    en="A squared loss whose matrix A has the eigenvalues {eigenvalues}. What is the best constant learning rate, and which part of the distance does each step then leave in the slowest directions?",
    ru="Квадратичные потери, собственные значения матрицы A: {eigenvalues}. Какова лучшая постоянная скорость обучения и какую долю расстояния тогда оставляет каждый шаг в самых медленных направлениях?",
)
def _(one: One) -> Drawn:
    return {"eigenvalues": np.array(one([1.0, 4.0], [1.0, 9.0], [2.0, 6.0], [1.0, 2.0, 7.0], [2.0, 3.0, 8.0]))}


@predict(
    "standardize",
    en="One feature. Training objects {train}, a test object {test}. What is the test object's value after standardisation?",
    ru="Один признак. Обучающие объекты {train}, тестовый объект {test}. Каким станет значение тестового объекта после стандартизации?",
    pick=lambda scaled: scaled[1],
)
def _(one: One) -> Drawn:
    mean, spread = one(4.0, 5.0, 10.0), one(1.0, 2.0)
    train = np.array([[mean - spread], [mean + spread]])
    return {"train": train, "test": np.array([[mean + one(-3, 3, 4) * spread]])}


@picture(
    "best_constant_rate",
    en="Q = (w₀² + 9·w₁²)/2, so the eigenvalues are 1 and 9. ● is w₀, ○ is w₁ after each step. Which learning rate was it?",
    ru="Q = (w₀² + 9·w₁²)/2, то есть собственные значения 1 и 9. ● — это w₀, ○ — это w₁ после каждого шага. Какая это скорость обучения?",
    options={
        "0.02": Option("η = 0.02", "η = 0.02", "The factors would be 0.98 and 0.82: both creep down from one side.", "Множители были бы 0.98 и 0.82: оба веса ползут вниз с одной стороны."),
        "0.111": Option("η = 1/9", "η = 1/9", "The factor of w₁ would be 0: it is there after one step.", "Множитель у w₁ был бы 0: он на месте после первого же шага."),
        "0.2": Option("η = 0.2, the best one", "η = 0.2, лучшая", "The factors would be 0.8 and −0.8: both shrink alike, w₁ changes sides.", "Множители были бы 0.8 и −0.8: оба уменьшаются одинаково, w₁ меняет сторону."),
        "0.23": Option("η = 0.23", "η = 0.23", "The factor of w₁ would be −1.07: it grows.", "Множитель у w₁ был бы −1.07: он растёт."),
    },
)  # fmt: skip
def ravine_rate(one: One) -> Seen:
    key, start = one("0.02", "0.111", "0.2", "0.23"), one(1.0, 2.0, 4.0)
    rate = 1 / 9 if key == "0.111" else float(key)
    paths = ([start * (1 - rate * each) ** k for k in range(11)] for each in (1, 9))
    return over_steps(*paths, y={"en": "weight", "ru": "вес"}), key


@picture(
    "step_size",
    en="The step size at each step k, counted from 1. Which schedule is it?",
    ru="Размер шага на каждом шаге k, счёт с 1. Что это за расписание?",
    options={
        "constant": Option("constant", "постоянное", "A constant step would be a level row.", "Постоянный шаг — это ровный ряд."),
        "inverse": Option("1/k", "1/k", "With 1/k the second step is half the first, the tenth a tenth.", "При 1/k второй шаг вдвое меньше первого, десятый — в десять раз."),
        "power": Option("1/√k", "1/√k", "With 1/√k the fourth step is half the first.", "При 1/√k вдвое меньше первого только четвёртый шаг."),
    },
)  # fmt: skip
def which_schedule(one: One) -> Seen:
    key, size = one("constant", "inverse", "power"), one(0.5, 1.0, 2.0)
    p = {"constant": 0, "inverse": 1, "power": 0.5}[key]
    plot = over_steps([size / k**p for k in range(1, 11)], y={"en": "step size", "ru": "размер шага"})
    return replace(plot, xs=tuple(map(float, range(1, 11)))), key


# What the tasks of the lesson say with the help of what stands around them, in words that stand alone.
stated(
    "mse_gradient",
    en="""\
`mse_gradient(w, X, y)` returns the gradient of the mean squared error of the predictions Xw, an array of shape `(n,)`. `w` has the shape `(n,)`, `X` the shape `(m, n)`, `y` the shape `(m,)` or `(m, 1)`.

Example: for `w = [1, 1]`, `X = [[1, 1], [1, 3]]`, `y = [4, 4]` the residuals Xw − y are −2 and 0, and the answer is `array([-2., -2.])`.""",
    ru="""\
`mse_gradient(w, X, y)` возвращает градиент среднеквадратичной ошибки предсказаний Xw, массив формы `(n,)`. У `w` форма `(n,)`, у `X` форма `(m, n)`, у `y` форма `(m,)` или `(m, 1)`.

Пример: при `w = [1, 1]`, `X = [[1, 1], [1, 3]]`, `y = [4, 4]` остатки Xw − y равны −2 и 0, ответ `array([-2., -2.])`.""",
)
stated(
    "board_step",
    en="""\
`board_step(w0, w1, x, y, learning_rate)` makes one step of gradient descent on Q(w) = Σᵢ (w₀ + w₁ xᵢ − yᵢ)². Note that this is a sum, not a mean. `x` and `y` are arrays of the same length, the other arguments are numbers. The answer is the pair `(w0, w1)` of new weights. Both derivatives are taken at the old weights.

Example: `board_step(0.0, 0.0, np.array([1.0, 2.0]), np.array([3.0, 5.0]), 0.5)` is `(8.0, 13.0)`.""",
    ru="""\
`board_step(w0, w1, x, y, learning_rate)` делает один шаг градиентного спуска по Q(w) = Σᵢ (w₀ + w₁ xᵢ − yᵢ)². Обратите внимание: это сумма, а не среднее. `x` и `y` — массивы одной длины, остальные аргументы — числа. Ответ — пара `(w0, w1)` новых весов. Обе производные берутся при старых весах.

Пример: `board_step(0.0, 0.0, np.array([1.0, 2.0]), np.array([3.0, 5.0]), 0.5)` равно `(8.0, 13.0)`.""",
)
stated(
    "should_stop",
    en="""\
`should_stop(q_prev, q, w_prev, w, eps)` joins two rules: it returns `True` if **at least one** of them says stop, else `False`. The first: the loss has changed by less than `eps`, from `q_prev` to `q`. The second: the step was shorter than `eps`; it led from `w_prev` to `w`, arrays of shape `(n,)`. A change of exactly `eps` does not stop.

| `q_prev`, `q` | `w_prev`, `w` | `eps` | answer |
|---|---|---|---|
| 83, 36.95 | `[0, 0]`, `[0.3, 0.68]` | 0.1 | `False` |
| 83, 36.95 | `[0, 0]`, `[0.3, 0.68]` | 0.75 | `True`, the length is 0.743 |
| 7, 7.01 | `[0, 0]`, `[5, 1]` | 0.1 | `True`, the loss changed by 0.01 |""",
    ru="""\
`should_stop(q_prev, q, w_prev, w, eps)` соединяет два критерия: возвращает `True`, если остановиться велит **хотя бы один**, иначе `False`. Первый: потери изменились меньше чем на `eps`, были `q_prev`, стали `q`. Второй: шаг короче `eps`; он вёл из `w_prev` в `w`, это массивы формы `(n,)`. Изменение, равное `eps`, не останавливает.

| `q_prev`, `q` | `w_prev`, `w` | `eps` | ответ |
|---|---|---|---|
| 83, 36.95 | `[0, 0]`, `[0.3, 0.68]` | 0.1 | `False` |
| 83, 36.95 | `[0, 0]`, `[0.3, 0.68]` | 0.75 | `True`, длина 0.743 |
| 7, 7.01 | `[0, 0]`, `[5, 1]` | 0.1 | `True`, потери изменились на 0.01 |""",
)
