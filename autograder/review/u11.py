"""Questions on unit 11: grids, folds, honest scores."""

import numpy as np

from autograder.review.picture import Option, Seen, picture
from autograder.review.plot import Plot
from autograder.review.predict import As, Drawn, One, predict
from autograder.review.task import stated


@predict(
    "n_fits",
    en="GridSearchCV with the grid {grid}, cv = {cv}, refit = {refit}. How many trainings is that?",
    ru="GridSearchCV с сеткой {grid}, cv = {cv}, refit = {refit}. Сколько это обучений?",
)
def _(one: One) -> Drawn:
    grid = {"eta": [0.01, 0.1, 1.0][: one(2, 3)], "steps": [10, 20, 50, 100][: one(2, 3, 4)]}
    return {"grid": grid, "cv": one(3, 5, 10), "refit": one(True, False)}


@predict(
    "kfold",
    en="{n} objects are split into {k} folds. How many objects are in each validation part? {k} numbers, the largest first.",
    ru="{n} объектов делятся на {k} блока. Сколько объектов в каждой контрольной части? Ответ — {k} числа, начиная с наибольшего.",
    pick=lambda folds: sorted((len(valid) for _, valid in folds), reverse=True),
)
def _(one: One) -> Drawn:
    n, k = one((10, 3), (11, 3), (10, 4), (11, 4), (14, 4))
    return {"n": n, "k": k}


@predict(
    "log_grid",
    en="{n} values from {low} to {high} with equal ratios, both ends included. Which ones?",
    ru="Геометрическая прогрессия от {low} до {high}, включая оба конца, всего чисел: {n}. Какие это числа?",
)
def _(one: One) -> Drawn:
    low, high, n = one((0.01, 100.0, 5), (0.001, 1.0, 4), (1.0, 16.0, 5), (2.0, 54.0, 4), (0.1, 10.0, 3))
    return {"low": low, "high": high, "n": n}


@predict(
    "best_params",
    en="Numbers of neighbours and their scores on the folds: {scores}. Which number of neighbours is best?",
    ru="Число соседей и оценки по блокам: {scores}. Какое число соседей лучше всего?",
)
def _(one: One) -> Drawn:
    rows = one.some(3, [0.9, 0.5, 0.7], [0.8, 0.8, 0.8], [0.95, 0.4, 0.6], [0.6, 0.9, 0.75])
    return {"scores": dict(zip(one.some(3, 1, 3, 5, 11), rows, strict=True))}


@predict(
    "grid_search",
    en="The score of a and b is {fit_score}. What is the best score on the grid {grid}?",
    ru="Оценка параметров a и b равна {fit_score}. Какова лучшая оценка на сетке {grid}?",
    pick=lambda pair: pair[1],
)
def _(one: One) -> Drawn:
    score = one(
        As("10 − (a − 2)² − b", lambda a, b: 10 - (a - 2) ** 2 - b), As("a·b − a²", lambda a, b: a * b - a**2)
    )
    return {"fit_score": score, "grid": {"a": one.some(3, 0, 1, 3, 4), "b": one.some(2, 1, 2, 5)}}


@predict(
    "select_then_test",
    en="Scores of three candidates {grid}: on validation {score.valid}, on test {score.test}. The best is chosen honestly. What is chosen, and which score is reported?",
    ru="Оценки трёх кандидатов {grid}: на контрольной части {score.valid}, на тесте {score.test}. Лучший выбран честно. Какой кандидат выбран и какую оценку сообщают?",
)
def _(one: One) -> Drawn:
    grid = one.some(3, 1, 3, 5, 11)
    valid, test = one.some(3, 0.7, 0.8, 0.9), one.some(3, 0.65, 0.75, 0.85)
    table = {"valid": dict(zip(grid, valid, strict=True)), "test": dict(zip(grid, test, strict=True))}
    score = As("score", lambda candidate, part: table[part][candidate], valid=valid, test=test)
    return {"score": score, "grid": grid}


@predict(
    "compare_splits",
    en="On three splits a scores {score.a} and b scores {score.b}. What is the mean gap (a minus b), and on how many splits is a better?",
    ru="На трёх разбиениях оценки a равны {score.a}, оценки b — {score.b}. Какова средняя разность (a минус b) и на скольких разбиениях a лучше?",
    pick=lambda result: (result[0], result[2]),
)
def _(one: One) -> Drawn:
    a, gaps = one.some(3, 0.6, 0.7, 0.9, 0.8), one.some(3, 0.1, 0.2, 0.0, -0.1, 0.3)
    b = [round(high - gap, 1) for high, gap in zip(a, gaps, strict=True)]
    score = As("score", lambda candidate, split: {"a": a, "b": b}[candidate][split], a=a, b=b)
    return {"score": score, "a": "a", "b": "b", "splits": [0, 1, 2]}


@picture(
    "grid_search",
    en="Training and validation score against the depth of a tree: ● training, ○ validation. Which depth would you choose?",
    ru="Оценка на обучающей и на контрольной части при разной глубине дерева: ● обучающая, ○ контрольная. Какую глубину выбрать?",
    options={
        "2": Option("depth 2", "глубина 2", "At 2 the validation score still rises with depth.", "При глубине 2 оценка на контрольной части ещё растёт."),
        "5": Option("depth 5", "глубина 5", "The validation score has its top elsewhere.", "Наибольшая оценка на контрольной части не здесь."),
        "8": Option("depth 8", "глубина 8", "The validation score has its top elsewhere.", "Наибольшая оценка на контрольной части не здесь."),
        "12": Option("depth 12", "глубина 12", "At 12 only the training score is best: the tree has learnt its data by heart.", "При 12 лучше всего только на обучении: дерево выучило данные наизусть."),
    },
)  # fmt: skip
def depth_of_a_tree(one: One) -> Seen:
    key = one("5", "8")
    depths = np.arange(1, 13)
    train = 1 - 0.4 * np.exp(-depths / 4)
    valid = 0.9 - 0.04 * np.abs(depths - int(key))
    plot = Plot(
        {"en": "depth", "ru": "глубина"}, {"en": "score", "ru": "оценка"}, tuple(map(float, depths)), (tuple(train), tuple(valid)), zero=False
    )  # fmt: skip
    return plot, key


# What the tasks of the lesson say with the help of what stands around them, in words that stand alone.
stated(
    "repair_min_df",
    en="""\
Take this pipeline:

```python
Pipeline([("vec", TfidfVectorizer()), ("clf", LogisticRegression())])
```

`repair_min_df()` returns the dictionary for `GridSearchCV` that tries 1, 2, … 19 as `min_df`. The values must be whole numbers, in a list, a range or an array: for `TfidfVectorizer` the fraction 1.0 means "in all texts".""",
    ru="""\
Пусть есть такой конвейер:

```python
Pipeline([("vec", TfidfVectorizer()), ("clf", LogisticRegression())])
```

`repair_min_df()` возвращает словарь для `GridSearchCV`, который перебирает для `min_df` значения 1, 2, … 19. Они должны быть целыми, в списке, диапазоне `range` или массиве: для `TfidfVectorizer` дробное 1.0 значит «во всех текстах».""",
)
