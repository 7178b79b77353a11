"""Mean of a loss over the data."""

import numpy as np

from autograder.exercise import exercise
from autograder.parts import varies
from autograder.sandbox import Raised


@exercise(points=1)
def empirical_risk(loss, y, prediction):
    residual = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(residual**2)
    if loss == "absolute":
        return np.mean(np.abs(residual))
    if loss == "squared_plus_7":
        return np.mean(residual**2 + 7)
    raise ValueError(f"unknown loss {loss!r}")


_TRUE, _SAID = np.array([5.0, 1.0, -2.0, 4.0]), np.array([3.0, 2.0, -2.0, 7.0])

empirical_risk.example("squared", _TRUE, _SAID)
empirical_risk.example("absolute", _TRUE, _SAID)
empirical_risk.example("squared_plus_7", _TRUE, _SAID)


def _pair(rng, m):
    """Return answers and predictions that err to both sides by more than nothing."""
    y, side = rng.normal(scale=3.0, size=m), 1.0 if m % 2 else -1.0
    return y, y + rng.uniform(0.3, 0.9, size=m) * np.where(np.arange(m) % 3, side, -side)


def _or_refused(answer, *args):
    """Return the risk, or that a ValueError was raised; the first word keeps a returned text from passing for an error."""
    try:
        return ["returned", answer(*args)]
    except Raised as error:
        if error.kind != "ValueError":
            raise
        return ["raised", error.kind]


_LOSSES = ("squared", "absolute", "squared_plus_7")


for _loss in _LOSSES:

    @empirical_risk.probe("general", credit=3)
    def _(answer, rng, loss=_loss):
        return [answer(loss, *_pair(rng, m)) for m in (5, 8, 3)]


@empirical_risk.probe("edge", credit=1)  # refusing other names: little, as nothing else is ever right there
def _(answer, rng):
    pair, other = _pair(rng, 6), _pair(rng, 7)
    names = rng.choice(["cubic", "huber", "log", "hinge"]), f"squared_plus_{rng.integers(8, 100)}"
    wrong = [_or_refused(answer, str(name), *pair) for name in names]
    return [*wrong, any([varies(answer, (loss, *pair), (loss, *other)) for loss in _LOSSES])]


@empirical_risk.mistake(
    en=("The losses are added up but not averaged.", "Take the same data twice: the risk must stay what it was."),
    ru=("Потери сложены, но не усреднены.", "Возьмите те же данные дважды: риск должен остаться прежним."),
)
def summed(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.sum(r**2)
    if loss == "absolute":
        return np.sum(np.abs(r))
    if loss == "squared_plus_7":
        return np.sum(r**2 + 7)
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("In the absolute loss errors of opposite sign cancel.", "Take a prediction that is too high by 1 and one that is too low by 1. Is that a perfect model?"),
    ru=("В абсолютной функции потерь ошибки разных знаков гасят друг друга.", "Возьмите одно предсказание выше на 1, а другое ниже на 1. Разве это идеальная модель?"),
)
def signs_cancel(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(r)
    if loss == "squared_plus_7":
        return np.mean(r**2 + 7)
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The absolute value is taken of the mean, too late.", "Each object's error loses its sign first, then comes the mean."),
    ru=("Модуль взят у среднего, слишком поздно.", "Сначала знак теряет ошибка каждого объекта, потом берут среднее."),
)
def size_of_the_mean(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return abs(np.mean(r))
    if loss == "squared_plus_7":
        return np.mean(r**2 + 7)
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The 7 has no effect.", "It changes no gradient, but it does change the value of the risk."),
    ru=("Число 7 ни на что не влияет.", "Градиента оно не меняет, но само значение риска меняет."),
)
def seven_forgotten(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared" or loss == "squared_plus_7":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The 7 stands inside the square.", "It is added to the squared error, not to the error."),
    ru=("Семёрка попала под квадрат.", "Её прибавляют к квадрату ошибки, а не к самой ошибке."),
)
def seven_inside(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean((r + 7) ** 2)
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The 7 is shared out among the objects.", "Every object's loss contains a whole 7. What is the mean of many sevens?"),
    ru=("Семёрка поделена между объектами.", "В потерях каждого объекта стоит целая семёрка. Чему равно среднее многих семёрок?"),
)
def seven_once(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return (np.sum(r**2) + 7) / len(r)
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("A root is taken of the squared risk.", "The mean of the squares is already the answer."),
    ru=("Из квадратичного риска извлечён корень.", "Среднее квадратов — это уже ответ."),
)
def rooted(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.sqrt(np.mean(r**2))
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.sqrt(np.mean(r**2)) + 7
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The mean is squared, and errors of opposite sign have cancelled before.", "Each object has a loss of its own. Square its error first, then take the mean."),
    ru=("В квадрат возведено среднее, а в нём ошибки разных знаков уже погасили друг друга.", "У каждого объекта свои потери. Сначала в квадрат возводят его ошибку, потом берут среднее."),
)
def square_of_the_mean(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r) ** 2
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean(r) ** 2 + 7
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The squared risk is halved.", "Some books write a half before the square; the table of this task has none."),
    ru=("Квадратичный риск вдвое меньше, чем нужно.", "В некоторых книгах перед квадратом пишут одну вторую; в таблице этого задания её нет."),
)
def halved(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2) / 2
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean(r**2) / 2 + 7
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("A name that does not exist is not refused.", "Look at the last sentence of the contract: which error is due for an unknown loss?"),
    ru=("Несуществующее название не отвергнуто.", "Посмотрите последнее предложение задания: какая ошибка нужна для неизвестного названия?"),
)
def anything_goes(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    return np.mean(r**2 + 7)


@empirical_risk.mistake(
    en=("An unknown name ends in silence: nothing is returned.", "Silence spreads: later code finds None where it needs a number. Say at once that the name is wrong."),
    ru=("Неизвестное название молча пропущено: не возвращено ничего.", "Тишина опасна: дальше код найдёт None там, где нужно число. Скажите сразу, что название неверно."),
)
def silent(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean(r**2 + 7)


@empirical_risk.mistake(
    en=("For an unknown name the error is returned, not raised.", "A returned error is a value like any other: the program goes on with it. Which word of Python stops it instead?"),
    ru=("Для неизвестного названия ошибка возвращена, а не вызвана.", "Возвращённая ошибка — обычное значение: программа работает с ним дальше. Какое слово Python её остановит?"),
)
def error_returned(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean(r**2 + 7)
    return ValueError("unknown loss")


@empirical_risk.mistake(
    en=("An unknown name is refused, but with a KeyError.", "The contract asks for a ValueError. Look the name up before the dictionary complains."),
    ru=("Неизвестное название отвергнуто, но ошибкой KeyError.", "В задании нужна ValueError. Проверьте название раньше, чем пожалуется словарь."),
)
def key_error(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    return {"squared": np.mean(r**2), "absolute": np.mean(np.abs(r)), "squared_plus_7": np.mean(r**2 + 7)}[loss]


@empirical_risk.alternative
def by_loop(loss, y, prediction):
    if loss not in ("squared", "absolute", "squared_plus_7"):
        raise ValueError("no such loss")
    total = 0.0
    for true, said in zip(y, prediction, strict=True):
        error = true - said
        total += abs(error) if loss == "absolute" else error * error
    return total / len(y) + (7 if loss == "squared_plus_7" else 0)


@empirical_risk.alternative
def by_dictionary(loss, y, prediction):
    losses = {
        "squared": lambda r: r * r,
        "absolute": lambda r: np.maximum(r, -r),
        "squared_plus_7": lambda r: r * r + 7,
    }
    if loss not in losses:
        raise ValueError(loss)
    return losses[loss](np.array(y) - np.array(prediction)).sum() / np.size(y)
