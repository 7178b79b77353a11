"""Questions on unit 06: stochastic gradient descent and mini-batches."""

import numpy as np

from autograder.review.picture import Option, Seen, picture
from autograder.review.plot import over_steps
from autograder.review.predict import YES_OR_NO, As, Drawn, One, predict
from autograder.review.task import stated


@predict(
    "sgd_step",
    en="One weight w = {w}, objects X = {X}, answers y = {y}. What is w after one SGD step on (x·w − y)² of object number {i}, counted from 0, η = {learning_rate}?",
    ru="Один вес w = {w}, объекты X = {X}, ответы y = {y}. Чему равен w после одного шага SGD по (x·w − y)² объекта номер {i}, счёт с 0, η = {learning_rate}?",
)
def _(one: One) -> Drawn:
    X, w = np.array(one.some(3, [1.0], [2.0], [3.0])), np.array([one(1.0, 2.0, 3.0)])
    return {"w": w, "X": X, "y": X @ w + np.array(one.some(3, -1.0, 2.0, 3.0)), "i": one(0, 1, 2), "learning_rate": one(0.1, 0.25)}


@predict(
    "batch_gradient",
    en="One weight w = {w}, objects X = {X}, answers y = {y}. What is the mean gradient of the squared errors over the batch with the numbers {idx}, counted from 0?",
    ru="Один вес w = {w}, объекты X = {X}, ответы y = {y}. Чему равен средний градиент квадратов ошибок по батчу из объектов с номерами {idx}, счёт с 0?",
)
def _(one: One) -> Drawn:
    X, w = np.array(one.some(3, [1.0], [2.0], [3.0])), np.array([one(1.0, 2.0)])
    return {"w": w, "X": X, "y": X @ w + np.array(one.some(3, -1.0, 2.0, 3.0)), "idx": np.array(one([0, 2], [1, 2], [0, 0, 1], [2, 1, 1]))}


@predict(
    "epoch_cost",
    en="{n} objects, batches of {batch_size}. How many updates does one epoch make, and how many gradients of single objects does it compute? Two numbers.",
    ru="{n} объектов, батчи по {batch_size}. Сколько обновлений делает одна эпоха и сколько градиентов отдельных объектов она вычисляет? Два числа.",
)
def _(one: One) -> Drawn:
    return {"n": one(100, 50, 70), "batch_size": one(8, 16, 32)}


@predict(
    "batches",
    en="{n} shuffled objects are shared out into batches of {batch_size}. How many batches are there, and how many objects has the last one?",
    ru="Перемешанные объекты, всего {n}, разложены по батчам размера {batch_size}. Сколько получится батчей и сколько объектов в последнем?",
    pick=lambda parts: (len(parts), len(parts[-1])),
)
def _(one: One) -> Drawn:
    return {"n": one(10, 11, 23), "batch_size": one(3, 4, 6), "rng": np.random.default_rng(7)}


@predict(
    "batch_noise",
    en="The gradients of single objects are {g}. A batch of {batch_size} objects is drawn **with** replacement. What is the variance of the batch mean?",
    ru="Градиенты отдельных объектов — {g}. Батч из {batch_size} объектов вытягивают **с** возвращением. Чему равна дисперсия среднего по батчу?",
)
def with_replacement(one: One) -> Drawn:
    return {"g": np.array(one([1.0, 1.0, 5.0, 5.0], [0.0, 6.0, 0.0, 6.0], [-2.0, 2.0, 2.0, -2.0])), "batch_size": one(2, 4), "replace": True}


@predict(
    "batch_noise",
    en="The gradients of single objects are {g}. A batch of {batch_size} objects is drawn **without** replacement. What is the variance of the batch mean?",
    ru="Градиенты отдельных объектов — {g}. Батч из {batch_size} объектов вытягивают **без** возвращения. Чему равна дисперсия среднего по батчу?",
)
def without_replacement(one: One) -> Drawn:
    return {"g": np.array(one([1.0, 1.0, 5.0, 5.0], [0.0, 6.0, 0.0, 6.0], [-2.0, 2.0, 2.0, -2.0])), "batch_size": one(2, 3), "replace": False}


@predict(
    "robbins_monro",
    en="The step size is λ·(s₀/(s₀ + k))^p with p = {p}. Do the Robbins–Monro conditions hold (Ση = ∞ and Ση² < ∞)?",
    ru="Размер шага — λ·(s₀/(s₀ + k))^p с p = {p}. Выполнены ли условия Роббинса — Монро (Ση = ∞ и Ση² < ∞)?",
    options=YES_OR_NO,
    why=("The first sum is infinite for p ≤ 1 only, the second is finite for p > ½ only.", "Первая сумма бесконечна только при p ≤ 1, вторая конечна только при p > ½."),
)
def _(one: One) -> Drawn:
    return {"p": one(0.3, 0.5, 0.6, 0.75, 1.0, 1.2, 2.0)}


@predict(
    "noise_floor",
    en="L(w) = w² + 12, η = {learning_rate}, and at each step noise of mean 0 and variance {sigma2} is added to the slope. At which value does the mean of w² settle?",
    ru="L(w) = w² + 12, η = {learning_rate}, на каждом шаге к наклону прибавляется шум со средним 0 и дисперсией {sigma2}. Около какого значения держится в конце концов среднее w²?",
)
def _(one: One) -> Drawn:
    return {"learning_rate": one(0.5, 0.2, 0.8), "sigma2": one(4.0, 16.0, 1.0)}


@predict(
    "time_to_reach",
    en="With all answers 0 the loss is w². SGD goes through w = {path[0]}, {path[1]}, {path[2]}, {path[3]}. An update takes {overhead} s, and 1 s more for "
    "each of the {batch_size} objects in its batch. After how many seconds is the loss at most {target} for the first time?",
    ru="Все ответы равны 0, потери равны w². SGD проходит w = {path[0]}, {path[1]}, {path[2]}, {path[3]}. Обновление занимает {overhead} с и ещё по 1 с на "
    "каждый из {batch_size} объектов батча. Через сколько секунд потери впервые станут не больше {target}?",
)
def _(one: One) -> Drawn:
    path = [As(f"{w:g}", np.array([w])) for w in (8.0, 4.0, 2.0, 1.0)]
    return {
        "path": path, "X": np.ones((2, 1)), "y": np.zeros(2), "batch_size": one(2, 4, 8), "target": one(1.0, 4.0, 5.0), "overhead": one(3, 5, 10)
    }  # fmt: skip


@picture(
    "sgd",
    en="The loss after each update of one weight. How large were the batches, out of 64 objects?",
    ru="Потери после каждого обновления одного веса. Какого размера были батчи из 64 объектов?",
    options={
        "1": Option("1 object", "1 объект", "With single objects the loss would jump up and down all the way.", "На отдельных объектах потери всё время скакали бы вверх и вниз."),
        "64": Option("all 64", "все 64", "Without noise the loss would fall smoothly at every step.", "Без шума потери плавно убывали бы на каждом шаге."),
    },
)  # fmt: skip
def batch_size(one: One) -> Seen:
    key, w, losses = one("1", "64"), one(3.0, -3.0), []
    for _ in range(25):
        losses.append(w**2)
        w = w - 0.15 * (2 * w + (one.rng.choice([-6.0, 6.0]) if key == "1" else 0.0))
    return over_steps(losses, y={"en": "loss", "ru": "потери"}), key


@picture(
    "noise_floor",
    en="|w| of SGD with noisy slopes, minimum at 0. What was done with the step size?",
    ru="|w| при SGD с шумными наклонами, минимум — в точке 0. Что делали с размером шага?",
    options={
        "constant": Option("it stayed constant", "держали постоянным", "With a constant step the jumps would stay as large as they are at the beginning.", "При постоянном шаге скачки до конца оставались бы такими же большими."),
        "decreasing": Option("it went down like 1/k", "уменьшали как 1/k", "With steps like 1/k the jumps would die away.", "При шагах вида 1/k скачки затихали бы."),
    },
)  # fmt: skip
def floor_or_not(one: One) -> Seen:
    key, w, sizes = one("constant", "decreasing"), 1.0, []
    for k in range(1, 41):
        sizes.append(abs(w))
        noise = one.rng.choice([-3.0, 3.0])
        w = w - (0.3 if key == "constant" else 0.5 / k) * (2 * w + noise)
    return over_steps(sizes, y={"en": "|w|", "ru": "|w|"}), key


# What the tasks of the lesson say with the help of what stands around them, in words that stand alone.
stated(
    "sgd_step",
    en="""\
`sgd_step(w, X, y, i, learning_rate)` makes one step against the gradient of the squared error (wᵀx − y)² of object `i` alone; its features are row `i` of `X`, counted from 0. It returns the new weights, an array of shape `(n,)`.

Example: `sgd_step(np.zeros(2), np.array([[1.0, 0.0], [1.0, 2.0]]), np.array([1.0, 2.0]), 1, 0.1)` is `array([0.4, 0.8])`.""",
    ru="""\
`sgd_step(w, X, y, i, learning_rate)` делает один шаг против градиента квадрата ошибки (wᵀx − y)² одного объекта `i`; его признаки — строка `i` в `X`, счёт с нуля. Возвращает новые веса, массив формы `(n,)`.

Пример: `sgd_step(np.zeros(2), np.array([[1.0, 0.0], [1.0, 2.0]]), np.array([1.0, 2.0]), 1, 0.1)` равно `array([0.4, 0.8])`.""",
)
stated(
    "batch_gradient",
    en="""\
`batch_gradient(w, X, y, idx)` returns the mean gradient of the squared errors (wᵀx − y)² over the objects whose numbers stand in the array `idx`. If a number stands there twice, its object counts twice, in the sum and in the number of terms.

Example: `batch_gradient(np.zeros(1), np.array([[1.0], [2.0]]), np.array([1.0, 3.0]), np.array([0, 1, 1]))` is `array([-8.66666667])`, because (−2 − 12 − 12)/3 = −8.6667.""",
    ru="""\
`batch_gradient(w, X, y, idx)` возвращает средний градиент квадратов ошибок (wᵀx − y)² по объектам, номера которых стоят в массиве `idx`. Если номер стоит дважды, объект учитывается дважды: и в сумме, и в числе слагаемых.

Пример: `batch_gradient(np.zeros(1), np.array([[1.0], [2.0]]), np.array([1.0, 3.0]), np.array([0, 1, 1]))` равно `array([-8.66666667])`, потому что (−2 − 12 − 12)/3 = −8.6667.""",
)
stated(
    "time_to_reach",
    en="""\
An update costs `overhead` units of time, whatever the batch, and one unit more for every object in it.

`time_to_reach(path, X, y, batch_size, target, overhead)` gets the weights before the first update and after each, as rows of `path`. It returns the time at which the mean squared error of the predictions Xw is **for the first time** at most `target`: the number of updates made by then, times `overhead + batch_size`. If the path never gets there, the answer is `math.inf`.""",
    ru="""\
Обновление требует `overhead` единиц времени, каким бы ни был батч, и ещё по единице за каждый объект в нём.

`time_to_reach(path, X, y, batch_size, target, overhead)` получает веса до первого обновления и после каждого — строки `path`. Возвращает время, когда среднеквадратичная ошибка предсказаний Xw **впервые** не больше `target`: число обновлений, сделанных к этому моменту, умноженное на `overhead + batch_size`. Если путь туда не доходит, ответ — `math.inf`.""",
)
