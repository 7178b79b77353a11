"""Questions on unit 08: logistic regression and softmax."""

import math

import numpy as np

from autograder.review.picture import Option, Seen, picture
from autograder.review.plot import Plot
from autograder.review.predict import As, Drawn, One, predict


def scores(one: One, rows: int) -> As:
    """Return rows of two scores, 0 and a logarithm, that give simple shares."""
    odds = [(0, one(2, 3, 4, 9)) for _ in range(rows)]
    odds = [pair[::-1] if one(True, False) else pair for pair in odds]
    text = ", ".join(f"[{', '.join(f'ln {each}' if each else '0' for each in pair)}]" for pair in odds)
    return As(f"[{text}]", np.array([[math.log(each) if each else 0.0 for each in pair] for pair in odds]))


@predict(
    "predict_label",
    en="Probabilities of class 2: p = {p}, threshold {threshold}. Which class is named each time, 1 or 2? Three numbers.",
    ru="Вероятности класса 2: p = {p}, порог {threshold}. Какой класс, 1 или 2, будет назван каждый раз? Три числа.",
)
def _(one: One) -> Drawn:
    return {"p": np.array(one.some(3, 0.1, 0.4, 0.6, 0.9)), "threshold": one(0.3, 0.5, 0.8)}


@predict(
    "log_loss",
    en="Labels y = {y}, predicted probabilities of y = 1: p = {p}. What is the log-loss? (ln 0.5 = −0.693, ln 0.8 = −0.223, ln 0.2 = −1.609)",
    ru="Метки y = {y}, предсказанные вероятности того, что y = 1: p = {p}. Чему равны средние логистические потери? (ln 0.5 = −0.693, ln 0.8 = −0.223, ln 0.2 = −1.609)",
)
def _(one: One) -> Drawn:
    return {"y": np.array(one.some(2, 0, 1)), "p": np.array(one.some(2, 0.5, 0.8, 0.2))}


@predict(
    "log_loss_from_logits",
    en="One object with the label y = {y[0]} has the score (logit) z = {z[0]}. What is its log-loss, to a whole number?",
    ru="У объекта с меткой y = {y[0]} логит z = {z[0]}. Чему равны логистические потери на нём с точностью до целого?",
    pick=lambda loss: round(loss) if math.isfinite(loss) else loss,
)
def _(one: One) -> Drawn:
    return {"z": np.array([one(1000.0, -1000.0, 50.0, -50.0)]), "y": np.array([one(0, 1)])}


@predict(
    "logistic_gradient",
    en="w = {w}, objects X = {X}, labels y = {y}. What is the gradient of the log-loss? Two numbers.",
    ru="w = {w}, объекты X = {X}, метки y = {y}. Чему равен градиент логистических потерь? Два числа.",
)
def _(one: One) -> Drawn:
    return {"w": np.zeros(2), "X": np.array([[1.0, each] for each in one.some(2, -2.0, 2.0, 3.0, 4.0)]), "y": np.array(one.some(2, 0, 1))}


@predict(
    "logistic_gradient_l2",
    en="w = {w}, objects X = {X}, labels y = {y}, and the penalty λ·w₁² with λ = {lam} is added to the log-loss. What is the gradient? Two numbers. (What are the scores?)",
    ru="w = {w}, объекты X = {X}, метки y = {y}, к логистическим потерям прибавлен штраф λ·w₁², λ = {lam}. Чему равен градиент? Два числа. (Чему равны логиты?)",
)
def _(one: One) -> Drawn:
    slope, at = one(1.0, 3.0), one(2.0, -2.0)
    return {"w": np.array([-slope * at, slope]), "X": np.array([[1.0, at], [1.0, at]]), "y": np.array(one([0, 0], [1, 1])), "lam": one(0.1, 0.5)}


@predict(
    "fit_logistic",
    en="One step from zeros: objects X = {X}, labels y = {y}, η = {learning_rate}. What are the weights after it?",
    ru="Один шаг из нулей: объекты X = {X}, метки y = {y}, η = {learning_rate}. Чему равны веса после него?",
)
def _(one: One) -> Drawn:
    X = np.array([[1.0, each] for each in one.some(2, -2.0, 2.0, 3.0, 4.0)])
    return {"X": X, "y": np.array(one([0, 1], [1, 1], [1, 0])), "learning_rate": one(0.5, 2.0), "n_steps": 1}


@predict(
    "softmax",
    en="Scores z = {z}. What is the softmax? Three numbers.",
    ru="Логиты z = {z}. Чему равен softmax? Три числа.",
)
def _(one: One) -> Drawn:
    shift = one(0, 0, 5, 100)
    odds = one.some(3, *one((1, 1, 2), (1, 3, 4), (1, 2, 7)))
    text = ", ".join("0" if each == 1 else f"ln {each}" for each in odds)
    text = ", ".join(f"{shift} + ln {each}" if each > 1 else f"{shift}" for each in odds) if shift else text
    return {"z": As(f"[{text}]", np.array([shift + math.log(each) for each in odds]))}


@predict(
    "log_sum_exp",
    en="z = {z}. What is ln Σ exp(z)? (ln 2 = 0.693, ln 3 = 1.099)",
    ru="z = {z}. Чему равно ln Σ exp(z)? (ln 2 = 0.693, ln 3 = 1.099)",
)
def _(one: One) -> Drawn:
    return {"z": np.array([one(1.0, 5.0, -3.0)] * one(2, 3))}


@predict(
    "cross_entropy",
    en="Scores z = {z}, right classes y = {y}, counted from 0. What is the gradient of the mean loss with respect to z, row by row?",
    ru="Логиты z = {z}, верные классы y = {y}, счёт с 0. Чему равен градиент средних потерь по z, строка за строкой?",
    pick=lambda pair: pair[1],
)
def _(one: One) -> Drawn:
    return {"z": scores(one, 2), "y": np.array([one(0, 1), one(0, 1)])}


@predict(
    "one_vs_rest",
    en="Three one-vs-rest classifiers answer {P[0]}. Which three probabilities come of it when they are made to add up to 1?",
    ru="Три классификатора «один против остальных» ответили {P[0]}. Какие три вероятности получатся, если сделать их сумму равной 1?",
)
def _(one: One) -> Drawn:
    return {"P": np.array([one.some(3, *one((0.5, 0.5, 0.25), (0.9, 0.3, 0.3), (0.8, 0.2, 0.6), (0.1, 0.1, 0.2)))])}


@predict(
    "score_gaps",
    en="Scores of one object: {z[0]}. Its class has number {y[0]}, counted from 0. By how much is the best score above that of its class?",
    ru="Логиты одного объекта: {z[0]}. Номер его класса — {y[0]}, счёт с 0. На сколько лучший логит больше логита его класса?",
)
def _(one: One) -> Drawn:
    return {"z": np.array([one.some(3, -1.0, 2.0, 3.0, 7.0)]), "y": np.array([one(0, 1, 2)])}


@picture(
    "softmax",
    en="Probabilities of three classes: softmax of the scores [1, 2, 3] divided by a temperature. Which temperature?",
    ru="Вероятности трёх классов: softmax от логитов [1, 2, 3], делённых на температуру. Какова температура?",
    options={
        "0.2": Option("T = 0.2", "T = 0.2", "Divided by 0.2 the scores are 5, 10, 15: the best class takes nearly all.", "После деления на 0.2 логиты равны 5, 10, 15: лучший класс забирает почти всё."),
        "1": Option("T = 1", "T = 1", "At T = 1 each class has e = 2.7 times the probability of the one before it.", "При T = 1 вероятность каждого класса в e = 2.7 раза больше, чем у предыдущего."),
        "10": Option("T = 10", "T = 10", "Divided by 10 the scores hardly differ: the shares are nearly equal.", "После деления на 10 логиты почти не отличаются: доли почти равны."),
    },
)  # fmt: skip
def temperature(one: One) -> Seen:
    key = one("0.2", "1", "10")
    share = np.exp(np.array([1.0, 2.0, 3.0]) / float(key))
    share = share / share.sum()
    places = one.some(3, 0, 1, 2)
    bars = tuple((f"z = {place + 1}", float(share[place])) for place in places)
    return Plot({"en": "class", "ru": "класс"}, {"en": "probability", "ru": "вероятность"}, bars=bars), key
