"""Steps of penalised training until every object is given its label with enough confidence."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=3)
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(len(X.T))
    doubled = np.array([0.0] + [2 * lam] * (len(w) - 1))
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if min(np.where(y == 1, p, 1 - p)) >= sure:
            return k
        w = w - learning_rate * (np.mean((p - y)[:, None] * X, axis=0) + doubled * w)
    return math.inf


_X = np.array([[1.0, -1.0], [1.0, 1.5], [1.0, 2.5], [1.0, -0.5]])
_Y = np.array([0.0, 1.0, 1.0, 0.0])
steps_to_sure.example(_X, np.ones(4), 0.04, 0.0, 0.6, 200)  # one label for all: here a large p is enough; among large counts none is hit by chance
steps_to_sure.example(_X, _Y, 0.06, 0.0, 0.75, 300)
steps_to_sure.example(_X, _Y, 0.05, 0.02, 0.7, 400)
steps_to_sure.example(_X, _Y, 0.5, 0.2, 0.9, 60)
steps_to_sure.example(_X, _Y, 0.5, 0.0, 0.45, 60)
steps_to_sure.example(_X, _Y, 0.5, 0.0, 0.75, 11)  # the last step that may be made is enough
steps_to_sure.example(np.array([[1.0, 2.0]] * 5 + [[1.0, -2.0]] * 5), np.array([1.0] * 4 + [0.0] * 6), 0.5, 0.0, 0.7, 60)


def _apart(rng, m, rare=0.0):
    """Return ones beside two features, and labels: a value of the first separates the classes, and 0 is not that value.

    A third of the objects are of the rare class, which is the last to become sure as a rule.
    """
    y = rng.permutation(np.where(np.arange(m) % 3 > 0, 1.0 - rare, rare))
    feature = np.where(y == 1, rng.uniform(0.6, 2.5, size=m), rng.uniform(-2.5, -0.6, size=m))
    return np.column_stack([np.ones(m), feature + rng.uniform(0.1, 0.4), rng.uniform(-1.0, 1.0, size=m)]), y


def _aside(rng):
    """Return ones beside a feature, and labels: the classes lie about a place that is not 0, so the intercept has work to do."""
    y = rng.permutation([0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0])
    return np.column_stack([np.ones(8), np.where(y == 1, rng.uniform(1.2, 1.8, size=8), rng.uniform(-0.8, -0.6, size=8))]), y


@steps_to_sure.probe("simple")
def _(answer, rng):
    seen = []
    for rare in rng.permutation([0.0, 1.0, 1.0]):
        X, y = _apart(rng, 6, rare)
        seen.append(answer(X, y, float(rng.uniform(0.1, 0.2)), 0.0, float(rng.uniform(0.7, 0.85)), 400))
    return [*seen, answer(*_aside(rng), float(rng.uniform(0.05, 0.1)), 0.0, float(rng.uniform(0.7, 0.75)), 400)]  # label 0 comes last


@steps_to_sure.probe("general", credit=2.0)
def _(answer, rng):
    """Steps so short that every part of the gradient moves the count."""
    seen = []
    for rare, lam in zip(rng.permutation([0.0, 0.0, 1.0]), rng.uniform(0.03, 0.05, size=3), strict=True):
        X, y = _apart(rng, 7, rare)
        seen.append(answer(X, y, float(rng.uniform(0.015, 0.03)), float(lam), float(rng.uniform(0.6, 0.64)), 900))
    return [*seen, answer(*_aside(rng), *(float(rng.uniform(*ends)) for ends in ((0.02, 0.04), (0.03, 0.04), (0.62, 0.65))), 900)]


@steps_to_sure.probe("edge")
def _(answer, rng):
    """A price so high that it never comes, a label that is never believed, zero steps that are enough, too few, just enough."""
    X, y = _apart(rng, 6)
    rate, sure = float(rng.uniform(0.6, 0.9)), float(rng.uniform(0.68, 0.72))
    cases = [(0.3, float(rng.uniform(0.85, 0.9)), 400), (0.0, float(rng.uniform(0.3, 0.49)), 40)]
    cases += [(0.0, float(rng.uniform(0.85, 0.9)), 400)]
    cases += [(0.0, sure, n_max) for n_max in range(25)]
    seen = [answer(X, y, rate, *cases[k]) for k in rng.permutation(len(cases))]
    X, y = _apart(rng, 15)
    odd = np.flatnonzero(y == 1)[0]  # among nine others of its kind, so the model is sure of it, and wrong
    return [*seen, answer(X, np.where(np.arange(15) == odd, 0.0, y), 0.3, 0.0, float(rng.uniform(0.55, 0.58)), 300)]


@steps_to_sure.mistake(
    en=("The mean over the objects has to be sure, not every object.", "The task says every object. Which of the probabilities decides then?"),
    ru=("Уверенности вы требуете в среднем, а не для каждого объекта.", "По условию — каждый объект. Какая из вероятностей тогда решает?"),
)
def sure_on_average(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    free = np.arange(len(w)) > 0
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.mean(np.where(y == 1, p, 1 - p)) >= sure:
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * free * w)
    return math.inf


@steps_to_sure.mistake(
    en=("An object of which the model is sure, and wrong, counts as sure.", "Whose probability must be large enough: that of the likelier class, or that of the object's own label?"),
    ru=("Объект, в котором модель уверена и ошибается, засчитан как уверенный.", "Чья вероятность должна быть достаточно большой: более вероятного класса или метки самого объекта?"),
)
def likelier_class(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    free = np.arange(len(w)) > 0
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(np.maximum(p, 1 - p) >= sure):
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * free * w)
    return math.inf


@steps_to_sure.mistake(
    en=("The count ignores λ.", "With a penalty the weights stop growing, and high confidence may never come. Is 2λw in your step?"),
    ru=("Число шагов не зависит от λ.", "Со штрафом веса перестают расти, и высокой уверенности можно не дождаться. Есть ли 2λw в вашем шаге?"),
)
def no_penalty(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y))
    return math.inf


@steps_to_sure.mistake(
    en=("The count is that of a descent in which the intercept pays the price too.", "w[0] is free here. In which component of your gradient must λ not appear?"),
    ru=("Получилось столько шагов, как если бы за свободный член тоже платили.", "Здесь w[0] без штрафа. В какой компоненте градиента λ быть не должно?"),
)
def intercept_pays_too(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * w)
    return math.inf


@steps_to_sure.mistake(
    en=("The count is that of a penalty which pulls half as hard.", "The price is a sum of squares. What is the derivative of a square?"),
    ru=("Получилось столько шагов, как если бы штраф тянул вдвое слабее.", "Цена — сумма квадратов. Чему равна производная квадрата?"),
)
def half_the_pull(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    free = np.arange(len(w)) > 0
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + lam * free * w)
    return math.inf


@steps_to_sure.mistake(
    en=("Where the zero weights are enough, 0 does not come back, as if nobody had looked at them.", "No step is a number of steps, too. When do you look for the first time?"),
    ru=("Там, где достаточно нулевых весов, возвращается не 0, как будто их никто не проверял.", "Ноль шагов — тоже число шагов. Когда вы проверяете в первый раз?"),
)
def start_not_looked_at(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(1, n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        pull = 2 * lam * w
        pull[0] = 0.0
        w = w - learning_rate * (X.T @ (p - y) / len(y) + pull)
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
    return math.inf


@steps_to_sure.mistake(
    en=("When it never comes, n_max is returned.", "n_max would mean that the last step was enough. What does the task ask for instead?"),
    ru=("Если уверенности не дождались, возвращается n_max.", "n_max значило бы, что хватило последнего шага. Что нужно вернуть по условию?"),
)
def limit_returned(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    free = np.arange(len(w)) > 0
    for k in range(n_max):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * free * w)
    return n_max


@steps_to_sure.mistake(
    en=("The count is one step too high.", "Look at the weights before the step, with the number of steps made so far. At the start that is 0."),
    ru=("В ответе на один шаг больше.", "Смотрите на веса до шага и считайте сделанные шаги. В начале их 0."),
)
def one_step_more(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    free = np.arange(len(w)) > 0
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k + 1
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * free * w)
    return math.inf


@steps_to_sure.mistake(
    en=("With objects of both labels the answer is wrong, as happens when a high p is asked of every object, whatever its label.", "For an object with y = 0 sure means that 1 − p is high."),
    ru=("Если есть объекты с обеими метками, ответ неверен: так бывает, если требовать высокого p от каждого объекта, какой бы ни была метка.", "Для объекта с y = 0 уверенность — это большое 1 − p."),
)
def label_not_seen(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    free = np.arange(len(w)) > 0
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(p >= sure):
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * free * w)
    return math.inf


@steps_to_sure.mistake(
    en=("One object that is sure enough ends the count.", "Any is not every: the last object to become sure decides."),
    ru=("Счёт заканчивает один уверенно распознанный объект.", "Какой-нибудь — не значит каждый: решает последний."),
)
def any_is_enough(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    free = np.arange(len(w)) > 0
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.any(np.where(y == 1, p, 1 - p) >= sure):
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * free * w)
    return math.inf


@steps_to_sure.mistake(
    en=("The answer is inf also where every object can become sure in time.", "Which line of yours can answer with a number of steps, and is it ever reached? Print the probabilities after every step."),
    ru=("Ответ inf и там, где для каждого объекта можно вовремя дождаться уверенности.", "Какая строка может вернуть число шагов и доходит ли до неё дело? Печатайте вероятности после каждого шага."),
)
def never_sure(X, y, learning_rate, lam, sure, n_max):
    return np.inf


@steps_to_sure.mistake(
    en=("The count is one step too low.", "Do you look after the step? Then it is step number k + 1. And can the zero weights be enough already?"),
    ru=("Ответ на единицу меньше, чем нужно.", "Вы смотрите после шага? Тогда его номер k + 1. И не хватит ли уже нулевых весов?"),
)
def counted_from_zero(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * np.append(0.0, w[1:]))
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
    return math.inf


@steps_to_sure.mistake(
    en=("The count ends when the share of right answers is large enough, however unsure they are.", "To be right it is enough that p is on the right side of one half. How surely does the model give each object its label?"),
    ru=("Счёт кончается, когда доля верных ответов достаточно велика, какими бы неуверенными они ни были.", "Чтобы ответ был верным, p достаточно быть по нужную сторону от половины. А с какой уверенностью модель даёт каждому объекту его метку?"),
)
def share_of_right_answers(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    free = np.arange(len(w)) > 0
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.mean((p >= 0.5) == (y == 1)) >= sure:
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * w * free)
    return math.inf


@steps_to_sure.mistake(
    en=("Only the objects with y = 1 decide.", "An object with y = 0 gets its label with the probability 1 − p. It has to be sure as well."),
    ru=("Решают только объекты с y = 1.", "Объект с y = 0 получает свою метку с вероятностью 1 − p. В нём модель тоже должна быть уверена."),
)
def only_label_one(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    free = np.arange(len(w)) > 0
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(p[y == 1] >= sure):
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * w * free)
    return math.inf


@steps_to_sure.mistake(
    en=("After the last step that may be made nobody looks any more.", "n_max steps are allowed. How often must you look, if you look before the first one too?"),
    ru=("После последнего разрешённого шага никто уже не смотрит.", "Разрешено n_max шагов. Сколько раз надо посмотреть, если смотреть и до первого?"),
)
def last_step_not_looked_at(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    free = np.arange(len(w)) > 0
    for k in range(n_max):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.min(np.where(y == 1, p, 1 - p)) >= sure:
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * w * free)
    return math.inf


@steps_to_sure.alternative
def by_scores(X, y, learning_rate, lam, sure, n_max):
    signs = 2 * y - 1
    w = np.zeros(len(X.T))
    for k in range(n_max + 1):
        scores = signs * (X @ w)
        if min(scores) >= math.log(sure / (1 - sure)):
            return k
        slope = -np.mean((signs / (1 + np.exp(scores)))[:, None] * X, axis=0)
        slope[1:] += 2 * lam * w[1:]
        w = w - learning_rate * slope
    return math.inf


@steps_to_sure.alternative
def by_lists(X, y, learning_rate, lam, sure, n_max):
    w = [0.0 for _ in X.T]
    for k in range(n_max + 1):
        p = [1 / (1 + math.exp(-score)) for score in X @ w]
        if min([a if label else 1 - a for a, label in zip(p, y)]) >= sure:
            return k
        for i, slope in enumerate((p - y) @ X / len(y)):
            if i > 0:
                slope += 2 * lam * w[i]
            w[i] -= learning_rate * slope
    return math.inf


_BORDER = "no object is exactly sure enough"
_ROW = "an array of one dimension is its own transpose"
steps_to_sure.equal(steps_to_sure, "np.zeros(len(X.T))", "the zeros are not moved by any factor")
steps_to_sure.equal(steps_to_sure, "len(w)", "weights with any factor are as many, and the prices may be made anew")
steps_to_sure.equal(steps_to_sure, "X @ w", _ROW)
steps_to_sure.equal(steps_to_sure, "y == 1, p, 1 - p", _BORDER + ", and no label is above 1")
steps_to_sure.equal(by_scores, "signs = 2 * y - 1", "the two classes may exchange their names, and neither line needs the other")
steps_to_sure.equal(by_scores, "X @ w", _ROW)
steps_to_sure.equal(by_scores, "min(scores) >=", _BORDER + ", and the slope may be known before")
steps_to_sure.equal(by_scores, "2 * lam * w[1:]", "a product may be grouped at will")
steps_to_sure.equal(by_lists, ">= sure", _BORDER)
steps_to_sure.equal(by_lists, "/ len(y)", "there are as many labels as rows and probabilities; " + _ROW)
steps_to_sure.equal(by_lists, "2 * lam * w[i]", "a product may be grouped at will")
