"""Steps of penalised training until every object is given its label with enough confidence."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=3)
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    free = np.arange(len(w)) > 0
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * free * w)
    return math.inf


_X = np.array([[1.0, -1.0], [1.0, 1.5], [1.0, 2.5], [1.0, -0.5]])
_Y = np.array([0.0, 1.0, 1.0, 0.0])
steps_to_sure.example(_X, _Y, 0.5, 0.0, 0.75, 200)
steps_to_sure.example(_X, _Y, 0.5, 0.02, 0.7, 200)
steps_to_sure.example(_X, _Y, 0.5, 0.2, 0.9, 60)
steps_to_sure.example(_X, _Y, 0.5, 0.0, 0.45, 60)


def _apart(rng, m):
    """Return ones beside one feature, and labels: a point separates the classes, and 0 is not that point."""
    y = rng.permutation((np.arange(m) % 3 > 0).astype(float))
    feature = np.where(y == 1, rng.uniform(0.6, 2.5, size=m), rng.uniform(-2.5, -0.6, size=m))
    return np.column_stack([np.ones(m), feature + rng.uniform(0.1, 0.4)]), y


@steps_to_sure.probe("simple")
def _(answer, rng):
    seen = []
    for _ in range(3):
        X, y = _apart(rng, 6)
        seen.append(answer(X, y, float(rng.uniform(0.3, 0.9)), 0.0, float(rng.uniform(0.7, 0.85)), 400))
    return seen


@steps_to_sure.probe("general", credit=2.0)
def _(answer, rng):
    seen = []
    for lam in rng.uniform((0.004, 0.008, 0.012), (0.008, 0.012, 0.02)):
        X, y = _apart(rng, 7)
        seen.append(answer(X, y, float(rng.uniform(0.2, 0.4)), float(lam), float(rng.uniform(0.64, 0.7)), 400))
    return seen


@steps_to_sure.probe("edge")
def _(answer, rng):
    """A price so high that it never comes, zero steps that are enough, too few steps."""
    X, y = _apart(rng, 6)
    rate = float(rng.uniform(0.3, 0.6))
    cases = [(0.3, 0.95, 40), (0.0, float(rng.uniform(0.3, 0.49)), 40), (0.0, 0.97, 3), (0.0, 0.75, 400)]
    return [answer(X, y, rate, *cases[k]) for k in rng.permutation(4)]


@steps_to_sure.mistake(
    en=("The mean over the objects has to be sure, not every object.", "The task says every object. Which of the probabilities decides then?"),
    ru=("Уверенности требуете в среднем, а не для каждого объекта.", "По условию — каждый объект. Какая из вероятностей тогда решает?"),
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
    en=("Every object has to get a high p, whatever its label.", "For an object with y = 0 sure means that 1 − p is high."),
    ru=("Высокого p требуете от каждого объекта, какой бы ни была метка.", "Для объекта с y = 0 уверенность — это большое 1 − p."),
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


@steps_to_sure.alternative
def by_scores(X, y, learning_rate, lam, sure, n_max):
    w, k = np.zeros(X.shape[1]), 0
    signs = 2 * y - 1
    while np.min(signs * (X @ w)) < math.log(sure / (1 - sure)):
        if k == n_max:
            return float("inf")
        slope = -np.mean((signs / (1 + np.exp(signs * (X @ w))))[:, None] * X, axis=0)
        slope[1:] += 2 * lam * w[1:]
        w -= learning_rate * slope
        k += 1
    return k


@steps_to_sure.alternative
def smallest_of_a_list(X, y, learning_rate, lam, sure, n_max):
    w, steps = np.zeros(X.shape[1]), 0
    while True:
        p = 0.5 + 0.5 * np.tanh(X @ w / 2)
        if min(a if label == 1 else 1 - a for a, label in zip(p, y)) >= sure:
            return steps
        if steps >= n_max:
            return math.inf
        pull = 2 * lam * w
        pull[0] = 0.0
        w = w - learning_rate * ((p - y) @ X / len(y) + pull)
        steps += 1
