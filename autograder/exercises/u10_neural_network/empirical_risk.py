"""Mean of a loss over the data."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.judge import number
from autograder.judging.parts import shuffled, varies
from autograder.sandbox import Fault, Raised


@exercise(points=1)
def empirical_risk(loss, y, prediction):
    residual = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(residual**2)
    if loss == "absolute":
        return np.mean(np.abs(residual))
    if loss == "squared_plus_7":
        return np.mean(residual**2 + 7)
    raise ValueError


_TRUE, _SAID = np.array([5, 1, -2, 4]), np.array([3.5, 2.0, -2.0, 1.5])
_LOSSES = ("squared", "absolute", "squared_plus_7")

for _loss in _LOSSES:
    empirical_risk.example(_loss, _TRUE, _SAID)
for _loss in _LOSSES:  # the rows of the table, in whole numbers
    empirical_risk.example(_loss, np.array([200, 150]), np.array([190, 153]))
empirical_risk.example("cubic", _TRUE, _SAID, raises="ValueError")


def _pair(rng, m):
    """Return answers and predictions that err to both sides by more than nothing."""
    y, side = rng.normal(scale=3.0, size=m), 1.0 if m % 2 else -1.0
    return y, y + rng.uniform(0.3, 0.9, size=m) * np.where(np.arange(m) % 3, side, -side)


def _pair_of_whole_numbers(rng, m):
    """Return whole answers, and predictions with halves and quarters."""
    y = rng.integers(-9, 10, size=m)
    return y, y + rng.choice([0.25, 0.5, 1.25, 1.5, -0.25, -0.75, -1.5], size=m, replace=False)


def _refused(answer, *args):
    """Return what became of a name that does not exist: which error was raised, or what came back."""
    try:
        value = answer.sample(*args)
    except Raised as error:
        if error.kind == "NotImplementedError":
            raise
        return error.kind if error.kind in ("ValueError", "KeyError") else "another error"
    if value is None or isinstance(value, str):
        return f"returned {'nothing' if value is None else 'a text'}"
    try:
        number(value)
    except Fault:
        return "returned something else"
    return "returned a number"


for _loss in _LOSSES:

    @empirical_risk.probe("general", credit=2, part=_loss)
    def _(answer, rng, loss=_loss):
        return [answer(loss, *_pair(rng, m)) for m in (5, 8, 3)]

    @empirical_risk.probe("edge", credit=1, part=_loss)
    def _(answer, rng, loss=_loss):
        return [answer(loss, *_pair_of_whole_numbers(rng, m)) for m in (5, 4)]


@empirical_risk.probe("edge", credit=1, part="ValueError")  # little, as nothing else is ever right there
def _(answer, rng):
    pair, other = _pair(rng, 6), _pair(rng, 7)
    near = [f"squared_plus_{rng.integers(70, 80)}", "Squared", "squared_plus", "plus_7", "absolut", "squared_absolute", ""]
    names = [*shuffled(rng, near)[:4], near[0], rng.choice(["cubic", "huber", "log", "hinge"])]
    wrong = [_refused(answer, str(name), *pair) for name in names]
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
    en=("In the absolute loss errors of opposite sign cancel: the size is taken of the mean, or not at all.", "Each object's error loses its sign first, then comes the mean."),
    ru=("В абсолютной функции потерь ошибки разных знаков гасят друг друга: модуль взят у среднего или не взят вовсе.", "Сначала знак теряет ошибка каждого объекта, потом берут среднее."),
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
    en=("For a name that does not exist a number comes back.", "Look at the last sentence of the task: which error is due for an unknown loss?"),
    ru=("Для несуществующего названия возвращается число.", "Посмотрите последнее предложение задания: какая ошибка нужна для неизвестного названия?"),
)
def anything_goes(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    return np.mean(r**2 + 7)


@empirical_risk.mistake(
    en=("For an unknown name None comes back, and the program goes on.", "Later code finds None where it needs a number, and a printed message does not stop it. Say with an error that the name is wrong."),
    ru=("Для неизвестного названия возвращается None, и программа идёт дальше.", "Дальше код найдёт None там, где нужно число, и напечатанное сообщение его не остановит. Сообщите ошибкой, что название неверно."),
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
    en=("For an unknown name something is returned that is neither a number nor a text.", "Is it the error itself? Returned, it is a value like any other, and the program goes on with it. Which word of Python stops it?"),
    ru=("Для неизвестного названия возвращено нечто, что не число и не текст.", "Не сама ли это ошибка? Возвращённая, она становится обычным значением, и программа идёт с ним дальше. Какое слово Python её остановит?"),
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
    en=("An unknown name is refused, but with a KeyError.", "The task asks for a ValueError. A dictionary raises a KeyError by itself: check the name before you look it up."),
    ru=("Неизвестное название отвергнуто, но ошибкой KeyError.", "В задании нужна ValueError. KeyError словарь выбрасывает сам: проверьте название до того, как искать его там."),
)
def key_error(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    return {"squared": np.mean(r**2), "absolute": np.mean(np.abs(r)), "squared_plus_7": np.mean(r**2 + 7)}[loss]


@empirical_risk.mistake(
    en=("An unknown name is refused with another error than ValueError.", "Look at the last sentence of the task: which kind of error is due?"),
    ru=("Неизвестное название отвергнуто, но не той ошибкой.", "Посмотрите последнее предложение задания: какого рода ошибка там названа?"),
)
def another_error(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean(r**2 + 7)
    raise Exception("unknown loss")


@empirical_risk.mistake(
    en=("For an unknown name a text comes back.", "A text is a value like any other, and the program goes on with it. Which word of Python stops it instead?"),
    ru=("Для неизвестного названия возвращается текст.", "Текст — обычное значение, и программа пойдёт с ним дальше. Какое слово Python её остановит?"),
)
def message_returned(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean(r**2 + 7)
    return "ValueError"


@empirical_risk.mistake(
    en=("There is a loss for every object.", "The risk is one number for all the data: which one speaks for all objects?"),
    ru=("Возвращены потери на каждом объекте.", "Риск — одно число на все данные: какое число говорит за все объекты?"),
)
def one_loss_an_object(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return r**2
    if loss == "absolute":
        return np.abs(r)
    if loss == "squared_plus_7":
        return r**2 + 7
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("Where y holds whole numbers, the errors have lost their fractions.", "What type has the array into which you put the errors, if y holds whole numbers?"),
    ru=("Если в y целые числа, у ошибок пропали дробные части.", "Какого типа массив, в который вы складываете ошибки, если в y целые числа?"),
)
def cut_to_whole_numbers(loss, y, prediction):
    r = np.zeros_like(y)
    r[:] = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean(r**2 + 7)
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The sum of the losses is always divided by 2, as in the example.", "The mean divides by the number of objects. How many are there in y?"),
    ru=("Сумма потерь всегда делится на 2, как в примере.", "Среднее делит на число объектов. Сколько их в y?"),
)
def two_objects_only(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.sum(r**2) / 2
    if loss == "absolute":
        return np.sum(np.abs(r)) / 2
    if loss == "squared_plus_7":
        return np.sum(r**2 + 7) / 2
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The 7 is added to the error before the square is taken.", "In the table it stands behind the square. Of what is the square taken in your code?"),
    ru=("Число 7 прибавлено к ошибке до возведения в квадрат.", "В таблице оно стоит после квадрата. Что возводится в квадрат у вас?"),
)
def seven_before_the_square(loss, y, prediction):
    r = np.asarray(y) - np.asarray(prediction)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean((r + 7) ** 2)
    raise ValueError(loss)


@empirical_risk.alternative
def by_loop(loss, y, prediction):
    if loss not in ["squared", "absolute", "squared_plus_7"]:
        raise ValueError
    losses = []
    for true, said in zip(y, prediction):
        error = true - said
        losses.append(abs(error) if loss == "absolute" else error * error)
    return sum(losses) / len(losses) + (7 if loss == "squared_plus_7" else 0)


@empirical_risk.alternative
def by_dictionary(loss, y, prediction):
    losses = {"squared": lambda r: r * r, "absolute": lambda r: abs(r), "squared_plus_7": lambda r: r * r + 7}
    if loss not in losses:
        raise ValueError
    return np.mean(losses[loss](y - prediction))


for _answer, _line in ((empirical_risk, "residual"), (by_loop, "true"), (by_dictionary, "y - prediction")):
    empirical_risk.equal(_answer, _line, "squares and absolute values do not see the sign of the error")
empirical_risk.equal(empirical_risk, "raise ValueError", "what comes after it is never reached")
empirical_risk.equal(by_loop, "squared_plus_7", "the name is the last of the three in the alphabet")
empirical_risk.equal(by_loop, '"absolute" else', "the name is the first of the three in the alphabet")
