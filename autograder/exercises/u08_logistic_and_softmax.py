"""Unit 08: log-loss and its gradient, softmax on scores, cross-entropy, one-vs-rest (lectures 1 and 4)."""

# The implementations here are answers as learners write them: short names, no type hints, complete in themselves.

import math

import numpy as np

from autograder.exercise import Unit
from autograder.judge import number
from autograder.parts import part_of
from course.public.u08_logistic_and_softmax import finite_and_large

unit = Unit("08-logistic-and-softmax")

_X = np.array([[1.0, 2.0], [1.0, -1.0], [1.0, 0.5]])
_Y = np.array([1.0, 0.0, 0.0])


def _data(rng, m, n):
    """Return weights, a table with ones in its first column, and labels of both classes."""
    X = np.column_stack([np.ones(m), rng.normal(scale=1.5, size=(m, n - 1))])
    y = (np.arange(m) % 3 == 0).astype(float)
    return rng.normal(size=n), X, rng.permutation(y)


def _silently(answer, *args):
    """Return the value of a call, and whether the call gave a warning."""
    return [answer(*args), answer.warned]


# -------------------------------------------------------------------------------------- predict_label


@unit.exercise(points=1)
def predict_label(p, threshold=0.5):
    return np.where(np.asarray(p) >= threshold, 2, 1)


predict_label.example(np.array([0.2, 0.9, 0.6]))
predict_label.example(np.array([0.2, 0.9, 0.6, 0.45]), 0.3)
predict_label.example(0.4)


@predict_label.probe("simple")
def _(answer, rng):
    low, high = rng.uniform(0.02, 0.45, size=3), rng.uniform(0.55, 0.98, size=3)
    return [answer(float(p)) for p in rng.permutation([*low, *high])]


@predict_label.probe("general")
def _(answer, rng):
    ps = rng.uniform((0.02, 0.25, 0.37, 0.58, 0.69, 0.85), (0.15, 0.33, 0.48, 0.63, 0.74, 0.98))
    ts = rng.uniform((0.17, 0.65, 0.76), (0.22, 0.67, 0.83))
    return [answer(float(p), float(t)) for p, t in rng.permutation([(p, t) for p in ps for t in ts])]


@predict_label.probe("vector")
def _(answer, rng):
    p = rng.permutation(np.array([0.03, 0.12, 0.35, 0.44, 0.58, 0.76, 0.81, 0.94]) + rng.uniform(-0.02, 0.02, size=8))
    return [answer(p), answer(p, 0.4), answer(p.reshape(2, 4), 0.9)]


@predict_label.mistake(
    en=("The labels are 0 and 1, as almost everybody writes them.", "The slide calls the classes 1 and 2. Which of them belongs to the end 1 of the sigmoid?"),
    ru=("Получаются метки 0 и 1, как пишут почти все.", "На слайде классы названы 1 и 2. Какой из них стоит на том конце, где сигмоида равна 1?"),
)
def zero_and_one(p, threshold=0.5):
    return np.where(np.asarray(p) >= threshold, 1, 0)


@predict_label.mistake(
    en=("The two labels have changed places.", "p is the probability of class 2. Which label goes with a large p?"),
    ru=("Две метки поменялись местами.", "p — вероятность класса 2. Какая метка отвечает большому p?"),
)
def labels_swapped(p, threshold=0.5):
    return np.where(np.asarray(p) >= threshold, 1, 2)


@predict_label.mistake(
    en=("The threshold is not used: you always compare with one half.", "Try p = 0.6 with threshold 0.8. What should the label be?"),
    ru=("Порог не используется: сравнение всегда идёт с одной второй.", "Попробуйте p = 0.6 с порогом 0.8. Какой должна быть метка?"),
)
def always_one_half(p, threshold=0.5):
    return np.where(np.asarray(p) >= 0.5, 2, 1)


@predict_label.mistake(
    en=("p is treated as a score, which is compared with 0.", "A probability is never negative. What does the task compare it with?"),
    ru=("p принято за взвешенную сумму, которую сравнивают с нулём.", "Вероятность не бывает отрицательной. С чем её нужно сравнить по условию?"),
)
def compared_with_zero(p, threshold=0.5):
    return np.where(np.asarray(p) > 0, 2, 1)


@predict_label.mistake(
    en=("The function works for one number and stops at an array.", "A question such as p >= 0.5 has one answer for each element. How do you choose element by element?"),
    ru=("Функция работает с одним числом, а на массиве останавливается.", "У вопроса p >= 0.5 свой ответ для каждого элемента. Как выбирать поэлементно?"),
)
def one_probability_only(p, threshold=0.5):
    if p >= threshold:
        return 2
    return 1


@predict_label.mistake(
    en=("One label is given to the whole array.", "Each object has its own probability and needs its own label."),
    ru=("На весь массив выдаётся одна метка.", "У каждого объекта своя вероятность, и метка нужна своя."),
)
def one_label_for_all(p, threshold=0.5):
    return 2 if np.mean(p) >= threshold else 1


@predict_label.mistake(
    en=("The threshold is applied to the other class.", "p is the probability of class 2, and class 2 is chosen when p itself is large enough."),
    ru=("Порог применён к другому классу.", "p — вероятность класса 2, и класс 2 выбирают, когда достаточно велика сама p."),
)
def threshold_mirrored(p, threshold=0.5):
    return np.where(1 - np.asarray(p) >= threshold, 1, 2)


@predict_label.alternative
def by_adding(p, threshold=0.5):
    return 1 + (np.asarray(p) >= threshold).astype(int)


@predict_label.alternative
def by_a_list(p, threshold=0.5):
    if np.ndim(p) == 0:
        return 2 if p > threshold else 1
    return [by_a_list(q, threshold) for q in p]


@predict_label.alternative
def by_a_mask(p, threshold=0.5):
    labels = np.ones(np.shape(p))
    labels[np.asarray(p) >= threshold] = 2.0
    return labels


# ------------------------------------------------------------------------------------------- log_loss


@unit.exercise(points=2, rtol=1e-4)  # any small ε is right, also one that is added inside the logarithm
def log_loss(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


log_loss.example(np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.2, 0.4]))
log_loss.example(np.array([0.0, 1.0]), np.array([0.003, 0.7]))
log_loss.example(np.array([1.0]), np.array([0.0]), fulfils="finite_and_large")
log_loss.example(np.array([0.0]), np.array([1.0]), fulfils="finite_and_large")


def _labels(rng, m):
    return rng.permutation((np.arange(m) % 3 > 0).astype(float))


@log_loss.probe("simple")
def _(answer, rng):
    p = rng.uniform(0.1, 0.4, size=2)
    return [answer(np.array([y]), np.array([q])) for y in (0.0, 1.0) for q in p]


@log_loss.probe("general")
def _(answer, rng):
    seen = []
    for m in (4, 7, 11):
        p = rng.uniform(0.03, 0.97, size=m)
        p[:2] = rng.uniform(0.001, 0.003), rng.uniform(0.996, 0.998)
        seen.append(answer(_labels(rng, m), p))
    return seen


@log_loss.probe("edge")
def _(answer, rng):
    cases = []
    for label in (0.0, 1.0):  # one sure mistake; the others together lose 8 at most, also where they are crossed
        place = int(rng.integers(7))
        cases.append((np.insert(_labels(rng, 6), place, label), np.insert(rng.uniform(0.3, 0.7, size=6), place, 1 - label)))
    sure = [_labels(rng, m) for m in (11, 8, 10)]
    cases += [(sure[0], 1 - sure[0]), (sure[1], sure[1].copy()), (sure[2], sure[2].copy())]
    seen = []
    for y, p in (cases[i] for i in rng.permutation(len(cases))):
        loss = number(answer(y, p))
        seen.append(abs(loss) < 1e-4 if (y == p).all() else finite_and_large(y, p, y.size * loss))
    return seen


@log_loss.mistake(
    en=("The losses are added up but not averaged.", "With twice as many objects of the same kind your loss doubles. What stands in front of the sum?"),
    ru=("Потери сложены, но не усреднены.", "Если таких же объектов станет вдвое больше, ваши потери удвоятся. Что стоит перед суммой?"),
)
def log_loss_summed(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("The loss comes out negative.", "The logarithm of a number below 1 is negative. Which sign makes a loss of it?"),
    ru=("Потери получаются отрицательными.", "Логарифм числа меньше 1 отрицателен. Какой знак делает из него потери?"),
)
def minus_lost(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("Only objects with y = 1 cost anything.", "For y = 0 the first half of the formula is switched off. Which half is left to speak?"),
    ru=("Потери дают только объекты с y = 1.", "При y = 0 первая половина формулы выключена. Какая половина должна работать?"),
)
def only_ones_count(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p))


@log_loss.mistake(
    en=("The two halves of the formula have changed partners.", "For y = 1 a large p is good, so the loss must be small. What do you get for p = 0.9?"),
    ru=("Две половины формулы поменялись множителями.", "При y = 1 большая p — это хорошо, потери должны быть малы. Что выходит у вас при p = 0.9?"),
)
def halves_crossed(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(1 - p) + (1 - y) * np.log(p))


@log_loss.mistake(
    en=("The arguments have changed places: the logarithm is taken of the labels.", "This function gets the labels first and the probabilities second."),
    ru=("Аргументы поменялись местами: логарифм берётся от меток.", "Эта функция получает сначала метки, потом вероятности."),
)
def labels_and_probabilities_swapped(y, p):
    q = np.clip(y, 1e-15, 1 - 1e-15)
    return -np.mean(p * np.log(q) + (1 - p) * np.log(1 - q))


@log_loss.mistake(
    en=("At p = 0 or p = 1 the result is not a finite number.", "The logarithm of 0 does not exist. Move the probabilities a hair away from both ends first."),
    ru=("При p = 0 или p = 1 получается не конечное число.", "Логарифма нуля не существует. Сначала отодвиньте вероятности от обоих краёв на волосок."),
)
def not_clipped(y, p):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("One end is guarded, the other is not: the ε is so small that 1 − ε is exactly 1 for the computer.",
        "float64 holds about 16 digits. Print 1 minus your ε."),
    ru=("Один край защищён, а другой нет: ε так мало, что 1 − ε для компьютера в точности равно 1.",
        "В float64 около 16 цифр. Напечатайте 1 минус ваше ε."),
)  # fmt: skip
def guard_too_thin(y, p):
    p = np.clip(p, 1e-20, 1 - 1e-20)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("Honest probabilities are cut off as well.", "A p of 0.002 is far from 0 and must keep its loss. How wide is your guard at the ends?"),
    ru=("Обрезаются и вполне честные вероятности.", "p = 0.002 ещё далеко от нуля, потери для неё должны быть точными. Насколько широка ваша защита у краёв?"),
)
def guard_too_wide(y, p):
    p = np.clip(p, 0.01, 0.99)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("The logarithm has another base.", "The loss of p = 0.5 must be 0.693. Which logarithm gives that?"),
    ru=("Логарифм взят по другому основанию.", "Потери при p = 0.5 должны равняться 0.693. Какой логарифм это даёт?"),
)
def base_two(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log2(p) + (1 - y) * np.log2(1 - p))


@log_loss.mistake(
    en=("This is the squared error between label and probability.", "The loss of this unit has logarithms in it. A sure mistake must cost far more than 1."),
    ru=("Это квадрат отклонения вероятности от метки.", "В потерях этого урока стоят логарифмы. Уверенная ошибка должна стоить гораздо больше 1."),
)
def squared_error(y, p):
    return np.mean((y - p) ** 2)


@log_loss.alternative
def log_loss_by_loop(y, p):
    total = 0.0
    for i in range(len(y)):
        right = p[i] if y[i] == 1 else 1 - p[i]
        total -= math.log(max(right, 1e-12))
    return total / len(y)


@log_loss.alternative
def log_loss_by_choice(y, p):
    right = np.where(y > 0.5, p, 1 - p)
    return -np.log(np.maximum(right, 1e-7)).mean()


@log_loss.alternative
def log_loss_with_epsilon_inside(y, p):
    eps = 1e-7
    return -(y @ np.log(p + eps) + (1 - y) @ np.log(1 - p + eps)) / y.size


# ---------------------------------------------------------------------------------- logistic_gradient


@unit.exercise(points=2)
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


logistic_gradient.example(np.array([0.5, 1.0]), _X, _Y)
logistic_gradient.example(np.array([0.0, 0.0]), _X, _Y)


@logistic_gradient.probe("simple")
def _(answer, rng):
    w, X, y = _data(rng, 4, 2)
    return [answer(w, X, y), answer(np.zeros(2), X, y)]


@logistic_gradient.probe("general")
def _(answer, rng):
    return [answer(*_data(rng, m, n)) for m, n in ((6, 3), (9, 2), (4, 5), (7, 4))]


@logistic_gradient.probe("edge", credit=0.5)
def _(answer, rng):
    w, X, y = _data(rng, 5, 3)
    return [answer(w, X[:1], y[:1]), answer(w, X[2:3], 1 - y[2:3]), answer(3 * w, X, y)]


@logistic_gradient.mistake(
    en=("The gradient is a sum, not a mean.", "The loss has 1/m in front of its sum, and a constant factor stays when you differentiate."),
    ru=("Градиент посчитан как сумма, а не как среднее.", "Перед суммой в потерях стоит 1/m, а постоянный множитель при дифференцировании сохраняется."),
)
def gradient_summed(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y)


@logistic_gradient.mistake(
    en=("Every component has the opposite sign.", "Where the probability is too large, raising the score makes it worse: the derivative is positive there."),
    ru=("У всех компонент обратный знак.", "Если вероятность слишком велика, рост взвешенной суммы делает хуже: производная там положительна."),
)
def difference_reversed(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (y - p) / len(y)


@logistic_gradient.mistake(
    en=("The scores are compared with the labels directly.", "A score can be 7 or −3, a label is 0 or 1. What turns one into something comparable with the other?"),
    ru=("С метками сравниваются сами взвешенные суммы.", "Сумма бывает 7 или −3, а метка — 0 или 1. Что делает их сравнимыми?"),
)
def sigmoid_lost(w, X, y):
    return X.T @ (X @ w - y) / len(y)


@logistic_gradient.mistake(
    en=("The slope of the sigmoid is still there: this is half the gradient of the squared error.", "Go through the derivation once more: against what does p(1 − p) cancel?"),
    ru=("Наклон сигмоиды остался: это половина градиента квадратичных потерь.", "Пройдите вывод ещё раз: с чем сокращается p(1 − p)?"),
)
def slope_not_cancelled(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ ((p - y) * p * (1 - p)) / len(y)


@logistic_gradient.mistake(
    en=("The result is twice too large.", "The factor 2 of linear regression came from a square. Is there a square in the log-loss?"),
    ru=("Результат вдвое больше нужного.", "Двойка в линейной регрессии появилась из квадрата. Есть ли квадрат в логистических потерях?"),
)
def factor_two(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return 2 * X.T @ (p - y) / len(y)


@logistic_gradient.mistake(
    en=("The differences are not multiplied by the features.", "The last link of the chain: how does the score change when one weight changes?"),
    ru=("Разности не умножены на признаки.", "Последнее звено цепочки: как меняется взвешенная сумма, когда меняется один вес?"),
)
def features_lost(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return np.full(len(w), np.mean(p - y))


@logistic_gradient.mistake(
    en=("The sum is divided by the number of weights.", "The mean is over the objects. Which side of X counts them?"),
    ru=("Сумма поделена на число весов.", "Среднее берётся по объектам. Какая сторона X их считает?"),
)
def divided_by_n(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(w)


@logistic_gradient.mistake(
    en=("The probabilities were turned into labels before the subtraction.", "The gradient needs how sure the model is, not only which side it chose."),
    ru=("Вероятности превращены в метки ещё до вычитания.", "Градиенту важно, насколько модель уверена, а не только какую сторону она выбрала."),
)
def hard_labels(w, X, y):
    return X.T @ ((X @ w > 0) - y) / len(y)


@logistic_gradient.mistake(
    en=("The brackets of the sigmoid are lost, as on the slide.", "1 / 1 is worked out first. Every probability must stay below 1."),
    ru=("У сигмоиды потеряны скобки, как на слайде.", "Сначала вычисляется 1 / 1. Каждая вероятность должна быть меньше 1."),
)
def brackets_of_the_slide(w, X, y):
    p = 1 / 1 + np.exp(-(X @ w))
    return X.T @ (p - y) / len(y)


@logistic_gradient.mistake(
    en=("The minus in the exponent is lost, so p and 1 − p have changed places.", "A large positive score must give a probability near 1. What does your sigmoid give at z = 5?"),
    ru=("В показателе потерян минус, и p поменялась местами с 1 − p.", "Большой положительной взвешенной сумме отвечает вероятность около 1. Что даёт ваша сигмоида при z = 5?"),
)
def minus_in_exponent_lost(w, X, y):
    p = 1 / (1 + np.exp(X @ w))
    return X.T @ (p - y) / len(y)


@logistic_gradient.alternative
def gradient_by_loop(w, X, y):
    m, n = X.shape
    g = [0.0] * n
    for i in range(m):
        z = sum(w[j] * X[i, j] for j in range(n))
        p = 1 / (1 + math.exp(-z))
        for j in range(n):
            g[j] += (p - y[i]) * X[i, j] / m
    return g


@logistic_gradient.alternative
def gradient_by_mean_of_rows(w, X, y):
    p = 0.5 * (1 + np.tanh(np.dot(X, w) / 2))
    return np.mean((p - y)[:, None] * X, axis=0)


@logistic_gradient.alternative
def gradient_from_the_left(w, X, y):
    p = np.exp(X @ w) / (1 + np.exp(X @ w))
    return -(y - p) @ X / X.shape[0]


# ------------------------------------------------------------------------------- logistic_gradient_l2


@unit.exercise(points=2)
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


logistic_gradient_l2.example(np.array([0.5, 1.2]), _X, _Y, 0.1)
logistic_gradient_l2.example(np.array([2.0, -0.5]), _X, _Y, 1.0)


@logistic_gradient_l2.probe("simple")
def _(answer, rng):
    w, X, y = _data(rng, 4, 2)
    return [answer(w + 0.5, X, y, 0.3), answer(w, X, y, 0.7)]


@logistic_gradient_l2.probe("general")
def _(answer, rng):
    seen = []
    for m, n, lam in ((6, 3, 0.05), (8, 4, 0.4), (3, 5, 1.5)):
        w, X, y = _data(rng, m, n)
        w[0] = 1.0 + rng.uniform()
        seen.append(answer(w, X, y, lam))
    return seen


@logistic_gradient_l2.probe("edge", credit=0.5)
def _(answer, rng):
    w, X, y = _data(rng, 5, 3)
    return [answer(w, X, y, 0.0), answer(np.array([1.3]), X[:, :1], y, 0.8)]


@logistic_gradient_l2.mistake(
    en=("The intercept is held back too.", "The sum of the penalty begins with j = 1: w[0] is free."),
    ru=("Свободный член тоже штрафуется.", "Сумма в штрафе начинается с j = 1: вес w[0] свободен."),
)
def intercept_penalised(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y) + 2 * lam * w


@logistic_gradient_l2.mistake(
    en=("The factor 2 is missing.", "The penalty is a sum of squares. What is the derivative of a square? (Some books write λ/2 to get rid of the 2; here there is no such half.)"),
    ru=("Потерян множитель 2.", "Штраф — это сумма квадратов. Чему равна производная квадрата? (В некоторых книгах пишут λ/2, чтобы двойки не было; здесь этой половины нет.)"),
)
def penalty_halved(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = lam * w
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("The penalty itself is added, not its derivative.", "Every component got the same number. How fast does the penalty change with one single weight?"),
    ru=("Прибавлен сам штраф, а не его производная.", "Ко всем компонентам прибавлено одно и то же число. Как быстро штраф меняется вместе с одним весом?"),
)
def penalty_itself(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y) + lam * np.sum(w[1:] ** 2)


@logistic_gradient_l2.mistake(
    en=("The penalty is divided by the number of objects.", "In the formula of this unit 1/m stands before the sum over the objects only."),
    ru=("Штраф поделён на число объектов.", "В формуле этого урока 1/m стоит только перед суммой по объектам."),
)
def penalty_averaged(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[0] = 0.0
    return (X.T @ (p - y) + pull) / len(y)


@logistic_gradient_l2.mistake(
    en=("The penalty pulls the weights away from zero.", "A large positive weight makes the penalty grow, so there its derivative is positive."),
    ru=("Штраф уводит веса прочь от нуля.", "Чем больше положительный вес, тем больше штраф: производная там положительна."),
)
def pushes_away(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) - pull


@logistic_gradient_l2.mistake(
    en=("The penalty has no effect.", "Change lam: does your gradient change?"),
    ru=("Штраф ни на что не влияет.", "Измените lam: меняется ли ваш градиент?"),
)
def penalty_forgotten(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


@logistic_gradient_l2.mistake(
    en=("Only the signs of the weights are used: that belongs to a penalty with absolute values.", "Here the penalty has squares, so a weight twice as large is pulled twice as hard."),
    ru=("Взяты только знаки весов: так бывает у штрафа с модулями.", "Здесь в штрафе квадраты: вдвое больший вес тянет вдвое сильнее."),
)
def absolute_penalty(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = lam * np.sign(w)
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("The wrong end is free: your last weight is spared, the first one is not.", "The intercept is w[0], at the beginning."),
    ru=("Свободен не тот край: пощажён последний вес, а не первый.", "Свободный член — это w[0], он стоит в начале."),
)
def last_weight_free(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[-1] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("Your function sets the first element of w to 0, and the caller's weights are gone.", "Work on a copy: the argument still belongs to whoever called."),
    ru=("Функция обнуляет первый элемент w, и веса того, кто её вызвал, испорчены.", "Работайте с копией: аргумент по-прежнему принадлежит тому, кто вызвал функцию."),
)
def intercept_erased(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    w[0] = 0.0
    return X.T @ (p - y) / len(y) + 2 * lam * w


@logistic_gradient_l2.mistake(
    en=("The first component of the gradient is 0.", "w[0] is free of the penalty only. It still has its part of the log-loss."),
    ru=("Первая компонента градиента равна 0.", "w[0] свободен только от штрафа. Своя доля логистических потерь у него остаётся."),
)
def intercept_frozen(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    g = X.T @ (p - y) / len(y) + 2 * lam * w
    g[0] = 0.0
    return g


@logistic_gradient_l2.mistake(
    en=("The squares of the weights are added, each to its own component.", "The gradient holds slopes. How fast does a square grow with its weight?"),
    ru=("К каждой компоненте прибавлен квадрат её веса.", "В градиенте стоят наклоны. Как быстро растёт квадрат вместе со своим весом?"),
)
def squares_not_differentiated(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = lam * w**2
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.alternative
def with_a_mask(w, X, y, lam):
    counted = np.arange(len(w)) > 0
    p = 1 / (1 + np.exp(-(X @ w)))
    return (p - y) @ X / len(X) + counted * w * lam * 2


@logistic_gradient_l2.alternative
def with_a_loop(w, X, y, lam):
    m, n = X.shape
    g = []
    for j in range(n):
        total = 0.0
        for i in range(m):
            total += (1 / (1 + math.exp(-float(X[i] @ w))) - y[i]) * X[i, j]
        g.append(total / m + (0.0 if j == 0 else 2 * lam * w[j]))
    return g


@logistic_gradient_l2.alternative
def with_joined_parts(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return np.mean(X.T * (p - y), axis=1) + np.concatenate(([0.0], 2 * lam * w[1:]))


# --------------------------------------------------------------------------------------- fit_logistic


@unit.exercise(points=2)
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


fit_logistic.example(_X, _Y, 0.5, 1)
fit_logistic.example(_X, _Y, 0.5, 20)


@fit_logistic.probe("simple")
def _(answer, rng):
    _, X, y = _data(rng, 5, 2)
    return [answer(X, y, 0.3, steps) for steps in (1, 2)]


@fit_logistic.probe("general")
def _(answer, rng):
    seen = []
    for m, n, rate, steps in ((7, 3, 0.4, 12), (10, 2, 0.15, 30), (6, 4, 0.7, 5)):
        _, X, y = _data(rng, m, n)
        seen.append(answer(X, y, rate, steps))
    return seen


@fit_logistic.probe("edge", credit=0.5)
def _(answer, rng):
    _, X, y = _data(rng, 6, 3)
    return [answer(X, y, 0.5, 0), answer(X, y, 0.2, 150)]


@fit_logistic.mistake(
    en=("The weights walk uphill.", "The gradient points to where the loss grows. Which way must the step go?"),
    ru=("Веса идут в гору.", "Градиент показывает, куда растут потери. В какую сторону нужен шаг?"),
)
def fit_uphill(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w + learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The start is not at zero.", "The task starts from w = 0, so that everybody gets the same weights."),
    ru=("Начало не в нуле.", "По условию начинаем с w = 0, чтобы у всех получились одни и те же веса."),
)
def starts_from_ones(X, y, learning_rate, n_steps):
    w = np.ones(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("One step is missing.", "With n_steps = 1 the weights must already have moved once."),
    ru=("Не хватает одного шага.", "При n_steps = 1 веса должны сдвинуться уже один раз."),
)
def fit_one_step_short(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps - 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The learning rate is not used.", "Change learning_rate: do your weights change?"),
    ru=("Скорость обучения не используется.", "Измените learning_rate: меняются ли ваши веса?"),
)
def fit_without_rate(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The whole path comes back.", "The task asks for the weights after the last step only, an array of shape (n,)."),
    ru=("Возвращается весь путь.", "По условию нужны только веса после последнего шага, массив формы (n,)."),
)
def fit_path(X, y, learning_rate, n_steps):
    path = [np.zeros(X.shape[1])]
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ path[-1])))
        path.append(path[-1] - learning_rate * X.T @ (p - y) / len(y))
    return np.array(path)


@fit_logistic.mistake(
    en=("This is linear regression: the sigmoid is missing.", "The loop must compare probabilities with the labels, not scores."),
    ru=("Это линейная регрессия: нет сигмоиды.", "Цикл должен сравнивать с метками вероятности, а не взвешенные суммы."),
)
def fit_linear(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - learning_rate * X.T @ (X @ w - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The steps are m times too long: the gradient is a sum, not a mean.", "The gradient of exercise 3 has 1/m in front. Is it there in your loop too?"),
    ru=("Шаги в m раз длиннее нужного: градиент взят как сумма, а не как среднее.", "В градиенте из упражнения 3 впереди стоит 1/m. Есть ли он в вашем цикле?"),
)
def fit_summed(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 0.5 * (1 + np.tanh(X @ w / 2))
        w = w - learning_rate * X.T @ (p - y)
    return w


@fit_logistic.mistake(
    en=("The probabilities are computed once and never again.", "After each step the weights are different, and so are the probabilities. Where does p belong?"),
    ru=("Вероятности посчитаны один раз и больше не обновляются.", "После шага веса другие, значит, и вероятности другие. Где место для p?"),
)
def fit_stale_probabilities(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    p = np.full(len(y), 0.5)
    for _ in range(n_steps):
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("There is one weight too many: you added a column of ones of your own.", "X already holds everything. How many weights do its columns call for?"),
    ru=("Один вес лишний: вы добавили ещё один столбец единиц.", "В X уже есть всё. Сколько весов нужно по числу столбцов?"),
)
def own_column_of_ones(X, y, learning_rate, n_steps):
    X = np.column_stack([np.ones(len(X)), X])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The slope of the sigmoid is still in the gradient: the steps are too short.", "In the log-loss p(1 − p) cancels. Compare with your logistic_gradient."),
    ru=("В градиенте остался наклон сигмоиды: шаги слишком короткие.", "В логистических потерях p(1 − p) сокращается. Сравните со своим logistic_gradient."),
)
def fit_with_slope(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ ((p - y) * p * (1 - p)) / len(y)
    return w


@fit_logistic.alternative
def fit_in_place(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w += learning_rate * np.mean((y - 1 / (1 + np.exp(-X.dot(w))))[:, None] * X, axis=0)
    return w


@fit_logistic.alternative
def fit_by_lists(X, y, learning_rate, n_steps):
    w = [0.0] * len(X[0])
    for _ in range(n_steps):
        slopes = [0.0] * len(w)
        for row, label in zip(X, y, strict=True):
            p = 1 / (1 + math.exp(-sum(a * b for a, b in zip(w, row, strict=True))))
            slopes = [s + (p - label) * b / len(y) for s, b in zip(slopes, row, strict=True)]
        w = [a - learning_rate * s for a, s in zip(w, slopes, strict=True)]
    return w


# ----------------------------------------------------------------------------- log_loss_from_logits


@unit.exercise(points=2)
def log_loss_from_logits(z, y):
    return float(np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))))


log_loss_from_logits.example(np.array([2.0, -1.0, 0.5]), np.array([1.0, 0.0, 0.0]))
log_loss_from_logits.example(np.array([40.0, -3.0]), np.array([0.0, 1.0]))
log_loss_from_logits.example(np.array([1000.0, -3.0]), np.array([1.0, 0.0]))
log_loss_from_logits.example(np.array([-1000.0]), np.array([0.0]))
log_loss_from_logits.example(np.array([-1000.0]), np.array([1.0]))


@log_loss_from_logits.probe("simple")
def _(answer, rng):
    z = rng.uniform(0.3, 3.0, size=2)
    return [answer(np.array([sign * v]), np.array([y])) for v in z for sign in (-1, 1) for y in (0.0, 1.0)]


@log_loss_from_logits.probe("general")
def _(answer, rng):
    return [answer(rng.normal(scale=4.0, size=m), _labels(rng, m)) for m in (4, 7, 12)]


@log_loss_from_logits.probe("edge")
def _(answer, rng):
    far = rng.uniform(720, 1000)
    pairs = [
        (np.array([1000.0]), np.array([0.0])),
        (np.array([-1000.0]), np.array([1.0])),
        (np.array([1000.0, -1000.0]), np.array([1.0, 0.0])),
        (np.array([far, -2.0, -far, 0.5]), np.array([0.0, 1.0, 1.0, 0.0])),
    ]
    return [_silently(answer, *pair) for pair in pairs]


@log_loss_from_logits.mistake(
    en=("For far scores the way over the probability breaks: σ becomes exactly 0 or 1, or its exponent overflows.",
        "Do not compute p at all. Which formula of the reading goes from z straight to the loss?"),
    ru=("Для далёких взвешенных сумм путь через вероятность ломается: σ становится в точности 0 или 1 либо переполняется показатель.",
        "Не вычисляйте p вовсе. Какая формула из текста ведёт от z прямо к потерям?"),
)  # fmt: skip
def through_the_probability(z, y):
    p = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss_from_logits.mistake(
    en=("Clipping the probability has bent the loss: a sure mistake at z = 1000 must cost 1000.",
        "Here the exact value is within reach. Which formula of the reading needs no probability?"),
    ru=("Обрезание вероятности исказило потери: уверенная ошибка при z = 1000 должна стоить 1000.",
        "Здесь можно получить точное значение. Какой формуле из текста вероятность не нужна?"),
)  # fmt: skip
def through_a_clipped_probability(z, y):
    p = np.clip(0.5 * (1 + np.tanh(np.asarray(z) / 2)), 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss_from_logits.mistake(
    en=("The formula is right, but e to the power of z overflows for large positive z.", "Take the large part out of the logarithm first, so that the exponent is never positive."),
    ru=("Формула верна, но e в степени z переполняется при больших положительных z.", "Сначала вынесите большую часть из логарифма, чтобы показатель не был положительным."),
)
def exponent_overflows(z, y):
    return np.mean(np.log(1 + np.exp(z)) - y * z)


@log_loss_from_logits.mistake(
    en=("The absolute value in the exponent is missing.", "At z = −1000 your exponent is +1000. It must be negative on both sides."),
    ru=("В показателе нет модуля.", "При z = −1000 ваш показатель равен +1000. Он должен быть отрицательным с обеих сторон."),
)
def modulus_lost(z, y):
    return np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.asarray(z))))


@log_loss_from_logits.mistake(
    en=("The values are right, but both forms are computed for every score, and one of them overflows with a warning.",
        "np.where chooses among finished values. Make the exponent harmless before you raise e to it."),
    ru=("Значения верны, но для каждой взвешенной суммы считаются обе записи, и одна из них переполняется с предупреждением.",
        "np.where выбирает из готовых значений. Сделайте показатель безопасным до возведения в степень."),
)  # fmt: skip
def both_forms_computed(z, y):
    z = np.asarray(z)
    return np.mean(np.where(z > 0, z + np.log(1 + np.exp(-z)), np.log(1 + np.exp(z))) - y * z)


@log_loss_from_logits.mistake(
    en=("The losses are added up but not averaged.", "The loss is a mean over the objects, as in log_loss."),
    ru=("Потери сложены, но не усреднены.", "Потери — среднее по объектам, как и в log_loss."),
)
def logits_summed(z, y):
    return np.sum(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))


@log_loss_from_logits.mistake(
    en=("The labels are not used: every object is treated as y = 0.", "Which term of the formula holds y?"),
    ru=("Метки не используются: для каждого объекта считается, что y = 0.", "В каком слагаемом формулы стоит y?"),
)
def labels_forgotten(z, y):
    return np.mean(np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))))


@log_loss_from_logits.mistake(
    en=("The classes have changed places.", "A large positive z speaks for y = 1: with y = 1 its loss must be small."),
    ru=("Классы поменялись местами.", "Большое положительное z говорит за y = 1: при y = 1 потери должны быть малы."),
)
def classes_swapped(z, y):
    return np.mean(np.maximum(z, 0) - (1 - y) * z + np.log1p(np.exp(-np.abs(z))))


@log_loss_from_logits.mistake(
    en=("The arguments have changed places.", "In this function the scores come first, in log_loss it was the labels."),
    ru=("Аргументы поменялись местами.", "В этой функции сначала идут взвешенные суммы, а в log_loss сначала шли метки."),
)
def scores_and_labels_swapped(z, y):
    return np.mean(np.maximum(y, 0) - z * y + np.log1p(np.exp(-np.abs(y))))


@log_loss_from_logits.mistake(
    en=("The small term with the logarithm is missing.", "At z = 0 the loss must be 0.693 for both classes, not 0."),
    ru=("Потеряно малое слагаемое с логарифмом.", "При z = 0 потери для обоих классов равны 0.693, а не 0."),
)
def only_the_large_part(z, y):
    return np.mean(np.maximum(z, 0) - y * np.asarray(z))


@log_loss_from_logits.mistake(
    en=("The result is one loss for each object.", "The task asks for their mean, a single number."),
    ru=("Получаются потери для каждого объекта отдельно.", "По условию нужно их среднее, одно число."),
)
def losses_of_all_objects(z, y):
    return np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))


@log_loss_from_logits.mistake(
    en=("The term with the label has the wrong sign.", "With y = 1 a large score is good and must lower the loss. Which sign does that ask for?"),
    ru=("У слагаемого с меткой неверный знак.", "При y = 1 большая взвешенная сумма — это хорошо, она должна уменьшать потери. Какой для этого нужен знак?"),
)
def label_term_added(z, y):
    return np.mean(np.maximum(z, 0) + y * z + np.log1p(np.exp(-np.abs(z))))


@log_loss_from_logits.mistake(
    en=("Negative scores are taken out of the logarithm too.", "For z below 0 nothing needs to be taken out. What does max(z, 0) give there?"),
    ru=("Из логарифма вынесены и отрицательные взвешенные суммы.", "При z меньше 0 выносить ничего не нужно. Чему там равно max(z, 0)?"),
)
def maximum_forgotten(z, y):
    return np.mean(z - y * z + np.log1p(np.exp(-np.abs(z))))


@log_loss_from_logits.mistake(
    en=("The scores are cut off at ±500, so a surer mistake costs no more.", "The loss at z = 1000 can be exactly 1000. Which formula of the reading never has a large exponent?"),
    ru=("Взвешенные суммы обрезаны на ±500, и более уверенная ошибка не стоит дороже.", "Потери при z = 1000 могут быть равны 1000 в точности. В какой формуле из текста показатель никогда не бывает большим?"),
)
def scores_clipped(z, y):
    z = np.clip(z, -500, 500)
    return np.mean(np.log(1 + np.exp(z)) - y * z)


@log_loss_from_logits.alternative
def by_logaddexp_of_zero(z, y):
    return np.logaddexp(0, z).mean() - (y * z).mean()


@log_loss_from_logits.alternative
def by_turned_scores(z, y):
    return np.mean(np.logaddexp(0.0, (1 - 2 * y) * z))


@log_loss_from_logits.alternative
def logits_by_loop(z, y):
    total = 0.0
    for score, label in zip(z, y, strict=True):
        wrong = -score if label == 1 else score
        total += max(wrong, 0.0) + math.log(1 + math.exp(-abs(wrong)))
    return total / len(z)


# ---------------------------------------------------------------------------------------- one_vs_rest


@unit.exercise(points=1)
def one_vs_rest(P):
    return P / P.sum(axis=1, keepdims=True)


one_vs_rest.example(np.array([[0.9, 0.6, 0.0], [0.2, 0.2, 0.1]]))
one_vs_rest.example(np.array([[1.0, 0.0, 0.0, 0.0]]))


def _sigmoids(rng, m, k):
    return rng.uniform(0.05, 0.95, size=(m, k))


@one_vs_rest.probe("simple")
def _(answer, rng):
    return [answer(_sigmoids(rng, 2, 3)), answer(_sigmoids(rng, 1, 4))]


@one_vs_rest.probe("general")
def _(answer, rng):
    return [answer(_sigmoids(rng, m, k)) for m, k in ((5, 3), (3, 3), (4, 6), (6, 2))]


@one_vs_rest.probe("edge", credit=0.5)
def _(answer, rng):
    P = _sigmoids(rng, 3, 4)
    P[0] = [0.0, 1.0, 0.0, 0.0]
    P[1] *= 0.01
    return [answer(P), answer(P[:1])]


@one_vs_rest.mistake(
    en=("Softmax is applied to probabilities, as the slide says.", "Softmax takes scores. A row that is sure already, such as 1, 0, 0, must stay as it is: how else can a sum be made 1?"),
    ru=("К вероятностям применён softmax, как сказано на слайде.", "Softmax берёт логиты. Строка, которая уже уверена, например 1, 0, 0, должна остаться собой: как ещё сделать сумму равной 1?"),
)
def softmax_of_probabilities(P):
    e = np.exp(P)
    return e / e.sum(axis=1, keepdims=True)


@one_vs_rest.mistake(
    en=("Everything is divided by one sum over the whole table.", "Each object has its own row, and each row must add up to 1."),
    ru=("Всё поделено на одну сумму по всей таблице.", "У каждого объекта своя строка, и каждая строка должна давать в сумме 1."),
)
def whole_table(P):
    return P / P.sum()


@one_vs_rest.mistake(
    en=("The columns add up to 1, not the rows.", "A row is one object, a column is one class. Over which of them must you sum?"),
    ru=("В сумме 1 дают столбцы, а не строки.", "Строка — это объект, столбец — класс. По чему нужно суммировать?"),
)
def by_columns(P):
    return P / P.sum(axis=0)


@one_vs_rest.mistake(
    en=("The sums lie along the wrong side of the table.", "A sum for each row has shape (m,), and NumPy lines it up with the columns. Keep it as a column."),
    ru=("Суммы приложены не к той стороне таблицы.", "Суммы по строкам имеют форму (m,), и NumPy прикладывает их к столбцам. Сохраните их столбцом."),
)
def sums_laid_wrong(P):
    return P / P.sum(axis=1)


@one_vs_rest.mistake(
    en=("Each row is divided by its largest value.", "Then the largest becomes 1. What must become 1 is the sum."),
    ru=("Каждая строка поделена на своё наибольшее значение.", "Так единицей станет наибольшее. А единицей должна стать сумма."),
)
def divided_by_largest(P):
    return P / P.max(axis=1, keepdims=True)


@one_vs_rest.mistake(
    en=("Each row is divided by the number of classes.", "The sum is 1 afterwards only if it was K before. Divide by what the row really adds up to."),
    ru=("Каждая строка поделена на число классов.", "Сумма станет равна 1, только если раньше она была K. Делите на то, что строка даёт в сумме на самом деле."),
)
def divided_by_count(P):
    return P / P.shape[1]


@one_vs_rest.mistake(
    en=("Each row is divided by its length as a vector.", "That makes the sum of the squares 1. The probabilities themselves must add up to 1."),
    ru=("Каждая строка поделена на свою длину как вектора.", "Так единице равна сумма квадратов. А в сумме 1 должны давать сами вероятности."),
)
def divided_by_norm(P):
    return P / np.linalg.norm(P, axis=1, keepdims=True)


@one_vs_rest.mistake(
    en=("The table that you were given is changed.", "/= divides in place. Build a new table instead."),
    ru=("Меняется сама переданная таблица.", "Знак /= делит на месте. Постройте новую таблицу."),
)
def table_changed(P):
    P /= P.sum(axis=1, keepdims=True)
    return P


@one_vs_rest.mistake(
    en=("The answer names the winner and hides how sure the model is.", "The task asks for all K probabilities of each row, not for the most probable class."),
    ru=("Ответ называет победителя и прячет, насколько модель уверена.", "По условию нужны все K вероятностей каждой строки, а не самый вероятный класс."),
)
def winner_takes_all(P):
    return np.eye(P.shape[1])[P.argmax(axis=1)]


@one_vs_rest.alternative
def rows_by_loop(P):
    return [[value / sum(row) for value in row] for row in P]


@one_vs_rest.alternative
def rows_turned(P):
    return (P.T / P.sum(axis=1)).T


@one_vs_rest.alternative
def rows_by_einsum(P):
    return P * (1.0 / np.einsum("ij->i", P))[:, None]


# -------------------------------------------------------------------------------------------- softmax


@unit.exercise(points=2)
def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


softmax.example(np.array([1.0, 0.0, 0.0]))
softmax.example(np.array([[1000.0, 1001.0, 1000.0], [-1000.0, -999.0, -999.5]]))
softmax.example(np.array([[2.0, 1.0, 0.0], [0.5, -1.0, 3.0]]))
softmax.example(np.array([1000.0, 999.0]))


@softmax.probe("simple")
def _(answer, rng):
    return [answer(rng.normal(scale=2.0, size=k)) for k in (2, 4, 7)]


@softmax.probe("general", credit=0.5)
def _(answer, rng):
    """A square table: here a lost axis gives wrong numbers instead of an error."""
    return [answer(rng.normal(scale=2.0, size=(3, 3)))]


@softmax.probe("vector")
def _(answer, rng):
    shapes = (4, 3), (2, 5), (2, 3, 4)
    return [answer(rng.normal(scale=2.0, size=shape)) for shape in shapes]


@softmax.probe("edge")
def _(answer, rng):
    z = rng.uniform(-2, 2, size=3)
    far = [np.array([900.0, -900.0, 899.0]), np.array([995.0, -990.0, -985.0, -995.0])]
    return [answer(z) for z in (1000 + z, z - 1000, *far, np.array([z + 990, z - 990]))]


@softmax.mistake(
    en=("The scores are divided by their sum, without the exponential.", "Scores may be negative, and their sum may be 0. What makes every number positive first?"),
    ru=("Логиты поделены на свою сумму, без экспоненты.", "Они бывают отрицательными, а в сумме могут дать и 0. Что сначала делает все числа положительными?"),
)
def only_divided(z):
    return z / np.sum(z, axis=-1, keepdims=True)


@softmax.mistake(
    en=("The formula is right, but at scores of 1000 the exponential overflows.", "Adding the same number to all scores changes nothing. Which number makes the largest exponent 0?"),
    ru=("Формула верна, но при логитах около 1000 экспонента переполняется.", "Одно и то же число, прибавленное ко всем логитам, ничего не меняет. С каким числом наибольший показатель станет нулём?"),
)
def softmax_overflows(z):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("Everything is divided by one sum over the whole array.", "Each row is an object of its own: the sums go along the last axis."),
    ru=("Всё поделено на одну сумму по всему массиву.", "Каждая строка — отдельный объект: суммы берутся по последней оси."),
)
def softmax_of_everything(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()


@softmax.mistake(
    en=("Everything is divided by one sum over the whole array, and at scores of 1000 the exponential overflows.", "Try a table: which row adds up to 1? Then try large scores, and lower them all by the same number first."),
    ru=("Всё поделено на одну сумму по всему массиву, а при логитах около 1000 экспонента переполняется.", "Возьмите таблицу: у какой строки сумма равна 1? Потом возьмите большие логиты и сначала уменьшите все на одно и то же число."),
)
def one_sum_and_overflow(z):
    return np.exp(z) / np.sum(np.exp(z))


@softmax.mistake(
    en=("The sums run down the columns.", "Look at the axis: the classes of one object lie along the last one."),
    ru=("Суммы идут по столбцам.", "Посмотрите на ось: классы одного объекта лежат вдоль последней."),
)
def softmax_of_columns(z):
    e = np.exp(z - np.max(z, axis=0))
    return e / e.sum(axis=0)


@softmax.mistake(
    en=("For a table the maxima and sums are laid along the wrong side.", "A maximum for each row has lost an axis. Keep it, so that it stands beside its row."),
    ru=("Для таблицы максимумы и суммы приложены не к той стороне.", "Максимум по строке теряет ось. Сохраните её, чтобы он стоял рядом со своей строкой."),
)
def axis_not_kept(z):
    e = np.exp(z - np.max(z, axis=-1))
    return e / e.sum(axis=-1)


@softmax.mistake(
    en=("One maximum is subtracted from all rows, and a row with much smaller scores becomes 0 / 0.", "Every row needs its own largest score."),
    ru=("Из всех строк вычитается один максимум, и строка с гораздо меньшими логитами превращается в 0 / 0.", "Каждой строке нужен свой максимум."),
)
def one_maximum_for_all(z):
    e = np.exp(z - np.max(z))
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("The order is turned round: the smallest score gets the largest probability.", "Look at the sign in the exponent."),
    ru=("Порядок обратный: наибольшую вероятность получает наименьший логит.", "Посмотрите на знак в показателе."),
)
def sign_turned(z):
    e = np.exp(np.min(z, axis=-1, keepdims=True) - z)
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("Each score goes through a sigmoid of its own.", "Then the probabilities of one object need not add up to 1. The scores have to compete."),
    ru=("Каждый логит проходит через свою сигмоиду.", "Тогда вероятности одного объекта не обязаны давать в сумме 1. Классы должны соревноваться."),
)
def separate_sigmoids(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


@softmax.mistake(
    en=("The scores that you were given are changed.", "-= subtracts in place. Build a new array instead."),
    ru=("Меняются сами переданные логиты.", "Знак -= вычитает на месте. Постройте новый массив."),
)
def scores_changed(z):
    z -= np.max(z, axis=-1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("The result is the exponentials before division.", "The row must add up to 1. What is the last operation of the formula?"),
    ru=("Получились экспоненты до деления.", "В сумме строка должна давать 1. Какое действие в формуле последнее?"),
)
def not_divided(z):
    return np.exp(z - np.max(z, axis=-1, keepdims=True))


@softmax.mistake(
    en=("The mean of the scores is subtracted, and that may not be enough: one score far above the others still overflows.",
        "Which number must be subtracted so that no exponent is positive?"),
    ru=("Вычитается среднее логитов, а этого может не хватить: логит, который намного больше остальных, всё равно переполняет экспоненту.",
        "Какое число надо вычесть, чтобы ни один показатель не был положительным?"),
)  # fmt: skip
def mean_subtracted(z):
    e = np.exp(z - np.mean(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("The sums go along axis 1: a single row has no such axis, and with three axes it is not the last one.", "How does NumPy call the last axis, whatever the shape?"),
    ru=("Суммы берутся по оси 1: у одной строки такой оси нет, а у массива с тремя осями она не последняя.", "Как в NumPy обозначить последнюю ось при любой форме?"),
)
def second_axis(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@softmax.mistake(
    en=("The function works for one row and stops at a table.", "The maximum and the sum have to go along the last axis. Which argument of NumPy's functions says so?"),
    ru=("Функция работает для одной строки, а на таблице останавливается.", "Максимум и сумму надо брать вдоль последней оси. Какой аргумент функций NumPy об этом говорит?"),
)
def one_row_only(z):
    top = max(z)
    e = [math.exp(v - top) for v in z]
    return [v / sum(e) for v in e]


@softmax.alternative
def softmax_by_lists(z):
    if np.ndim(z) > 1:
        return [softmax_by_lists(row) for row in z]
    top = max(z)
    e = [math.exp(v - top) for v in z]
    return [v / sum(e) for v in e]


@softmax.alternative
def softmax_by_logarithm(z):
    return np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True))


@softmax.alternative
def softmax_by_differences(z):
    with np.errstate(over="ignore"):
        return 1 / np.exp(z[..., None, :] - z[..., :, None]).sum(axis=-1)


# ---------------------------------------------------------------------------------------- log_sum_exp


@unit.exercise(points=2)
def log_sum_exp(z):
    top = np.max(z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - top), axis=-1)) + top[..., 0]


log_sum_exp.example(np.array([2.0, 1.0, 0.0]))
log_sum_exp.example(np.array([[0.0, 0.0, 0.0, 0.0], [1.0, -1.0, 3.0, 0.5]]))
log_sum_exp.example(np.array([1000.0, 1000.0]))
log_sum_exp.example(np.array([[1000.0, 1001.0], [-1000.0, -999.0]]))


@log_sum_exp.probe("simple")
def _(answer, rng):
    return [answer(rng.normal(scale=2.0, size=k) + 1.0) for k in (2, 4, 7)]


@log_sum_exp.probe("general", credit=0.5)
def _(answer, rng):
    """A square table: here a lost axis gives wrong numbers instead of an error."""
    return [answer(rng.normal(scale=2.0, size=(3, 3)) + 1.0)]


@log_sum_exp.probe("vector")
def _(answer, rng):
    shapes = (4, 3), (2, 5), (2, 3, 4)
    return [answer(rng.normal(scale=2.0, size=shape) + 1.0) for shape in shapes]


@log_sum_exp.probe("edge")
def _(answer, rng):
    z = rng.uniform(-2, 2, size=3)
    return [answer(1000 + z), answer(z - 1000), answer(np.array([900.0, -900.0])), answer(np.array([z + 990, z - 990]))]


@log_sum_exp.mistake(
    en=("At scores of 1000 the exponential overflows, at −1000 everything vanishes.", "Take the largest score out first, as in softmax, and do not lose it on the way."),
    ru=("При логитах около 1000 экспонента переполняется, а около −1000 всё исчезает.", "Сначала вынесите наибольший логит, как в softmax, и не потеряйте его по дороге."),
)
def lse_overflows(z):
    return np.log(np.sum(np.exp(z), axis=-1))


@log_sum_exp.mistake(
    en=("The maximum is taken out and never put back.", "In softmax it cancels. Does it cancel in a logarithm of a sum?"),
    ru=("Максимум вынесен и не возвращён.", "В softmax он сокращается. А сокращается ли он в логарифме суммы?"),
)
def maximum_lost(z):
    return np.log(np.sum(np.exp(z - np.max(z, axis=-1, keepdims=True)), axis=-1))


@log_sum_exp.mistake(
    en=("The maximum is put back with the wrong sign.", "You took it out of every score. Then the logarithm is too small by it, not too large."),
    ru=("Максимум возвращён с обратным знаком.", "Вы вычли его из каждого логита. Значит, логарифм стал меньше на него, а не больше."),
)
def maximum_subtracted_twice(z):
    top = np.max(z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - top), axis=-1)) - top[..., 0]


@log_sum_exp.mistake(
    en=("The logarithms are taken before the sum.", "The logarithm of e to the power z is z, so you have just added the scores. In which order do sum and logarithm come?"),
    ru=("Логарифмы взяты до суммирования.", "Логарифм от e в степени z — это z, то есть вы просто сложили логиты. В каком порядке идут сумма и логарифм?"),
)
def sum_of_logarithms(z):
    return np.sum(z, axis=-1)


@log_sum_exp.mistake(
    en=("The result is just the largest score.", "It is close when one score is far ahead. For two equal scores the answer is larger by ln 2."),
    ru=("Получился просто наибольший логит.", "Это близко, когда один логит далеко впереди. Для двух равных ответ больше на ln 2."),
)
def only_the_maximum(z):
    return np.max(z, axis=-1)


@log_sum_exp.mistake(
    en=("A mean is taken where a sum is due.", "Two scores of 0 give ln 2, not 0."),
    ru=("Взято среднее, а нужна сумма.", "Два нулевых логита дают ln 2, а не 0."),
)
def log_mean_exp(z):
    top = np.max(z, axis=-1, keepdims=True)
    return np.log(np.mean(np.exp(z - top), axis=-1)) + top[..., 0]


@log_sum_exp.mistake(
    en=("The whole array gives a single number.", "Each row has a result of its own: the sum goes along the last axis."),
    ru=("Весь массив даёт одно число.", "У каждой строки свой результат: сумма берётся по последней оси."),
)
def lse_of_everything(z):
    return np.max(z) + np.log(np.sum(np.exp(z - np.max(z))))


@log_sum_exp.mistake(
    en=("The sums run down the columns.", "Look at the axis: the scores of one object lie along the last one."),
    ru=("Суммы идут по столбцам.", "Посмотрите на ось: числа одного объекта лежат вдоль последней."),
)
def lse_of_columns(z):
    top = np.max(z, axis=0)
    return np.log(np.sum(np.exp(z - top), axis=0)) + top


@log_sum_exp.mistake(
    en=("One axis too many is left over.", "For a table of shape (m, K) the result has shape (m,), for a single row it is a number."),
    ru=("Осталась лишняя ось.", "Для таблицы формы (m, K) результат имеет форму (m,), а для одной строки это число."),
)
def axis_left_over(z):
    top = np.max(z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - top), axis=-1, keepdims=True)) + top


@log_sum_exp.mistake(
    en=("One maximum is taken out of all rows, and a row with much smaller scores becomes the logarithm of 0.", "Every row needs its own largest score."),
    ru=("Из всех строк вынесен один максимум, и строка с гораздо меньшими числами превращается в логарифм нуля.", "Каждой строке нужен свой максимум."),
)
def lse_one_maximum(z):
    return np.max(z) + np.log(np.sum(np.exp(z - np.max(z)), axis=-1))


@log_sum_exp.mistake(
    en=("The maxima are subtracted along the wrong side of the table.", "A maximum for each row has lost an axis. Keep it for the subtraction, and drop it only when you add the maximum again."),
    ru=("Максимумы вычитаются не вдоль той стороны таблицы.", "Максимум по строке теряет ось. Для вычитания сохраните её, а уберите только тогда, когда возвращаете максимум."),
)
def lse_axis_not_kept(z):
    top = np.max(z, axis=-1)
    return np.log(np.sum(np.exp(z - top), axis=-1)) + top


@log_sum_exp.mistake(
    en=("The sums go along axis 1: a single row has no such axis, and with three axes it is not the last one.", "How does NumPy call the last axis, whatever the shape?"),
    ru=("Суммы берутся по оси 1: у одной строки такой оси нет, а у массива с тремя осями она не последняя.", "Как в NumPy обозначить последнюю ось при любой форме?"),
)
def lse_second_axis(z):
    top = np.max(z, axis=1, keepdims=True)
    return np.log(np.sum(np.exp(z - top), axis=1)) + np.max(z, axis=1)


@log_sum_exp.mistake(
    en=("The function works for one row and stops at a table.", "The maximum and the sum have to go along the last axis. Which argument of NumPy's functions says so?"),
    ru=("Функция работает для одной строки, а на таблице останавливается.", "Максимум и сумму надо брать вдоль последней оси. Какой аргумент функций NumPy об этом говорит?"),
)
def lse_one_row_only(z):
    top = max(z)
    return top + math.log(sum(math.exp(v - top) for v in z))


@log_sum_exp.alternative
def lse_pair_by_pair(z):
    return np.logaddexp.reduce(z, axis=-1)


@log_sum_exp.alternative
def lse_by_lists(z):
    if np.ndim(z) > 1:
        return [lse_by_lists(row) for row in z]
    top = max(z)
    return float(top) + math.log(sum(math.exp(v - top) for v in z))


@log_sum_exp.alternative
def lse_in_moved_axes(z):
    rows = np.moveaxis(z, -1, 0)
    top = rows.max(axis=0)
    return top + np.log(np.exp(rows - top).sum(axis=0))


# -------------------------------------------------------------------------------------- cross_entropy


@unit.exercise(points=3)
def cross_entropy(z, y):
    rows = np.arange(len(y))
    shifted = z - z.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1)
    loss = np.mean(np.log(total) - shifted[rows, y])
    grad = e / total[:, None]
    grad[rows, y] -= 1
    return float(loss), grad / len(y)


cross_entropy.example(np.array([[2.0, 1.0, 0.0]]), np.array([1]))
cross_entropy.example(np.array([[0.5, -1.0], [2.0, 3.0], [1.0, 1.0]]), np.array([0, 0, 1]))
cross_entropy.example(np.array([[1000.0, 0.0, 999.0], [0.0, 1.0, 2.0]]), np.array([1, 2]))


def _scores(rng, m, k):
    return rng.normal(scale=2.0, size=(m, k)), rng.permutation(np.arange(m) % k)


for _which in range(2):  # a half of the points for the loss, a half for the gradient

    @cross_entropy.probe("general", credit=1.5)
    def _(answer, rng, which=_which):
        return [part_of(answer(*_scores(rng, m, k)), which, 2) for m, k in ((4, 3), (6, 2), (7, 3), (1, 5), (3, 3), (4, 6))]

    @cross_entropy.probe("edge", credit=0.5)
    def _(answer, rng, which=_which):
        z, y = _scores(rng, 5, 3)
        z[0] += 1000
        z[1] -= 1000
        z[2] = 1000.0 * (np.arange(3) == (y[2] + 1) % 3)
        return part_of(answer(z, y), which, 2)


@cross_entropy.mistake(
    en=("The loss is added up over the objects, and the gradient with it.", "Both belong to the mean loss. What follows from that for the gradient of one object?"),
    ru=("Потери по объектам сложены, и градиент тоже.", "И то и другое относится к средним потерям. Что из этого следует для градиента одного объекта?"),
)
def both_summed(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.sum(logp[rows, y]), np.exp(logp) - np.eye(z.shape[1])[y]


@cross_entropy.mistake(
    en=("The loss is a mean, but the gradient is not.", "The gradient must belong to the same loss: one object among m moves the mean only by its share."),
    ru=("Потери усреднены, а градиент нет.", "Градиент должен относиться к тем же потерям: один объект из m сдвигает среднее только на свою долю."),
)
def gradient_not_averaged(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), np.exp(logp) - np.eye(z.shape[1])[y]


@cross_entropy.mistake(
    en=("The gradient is the softmax alone.", "The loss also holds minus the score of the right class. What does that part give?"),
    ru=("Градиент — это один только softmax.", "В потерях есть ещё слагаемое: минус логит правильного класса. Что даёт оно?"),
)
def right_class_forgotten(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), np.exp(logp) / len(y)


@cross_entropy.mistake(
    en=("The gradient has the opposite sign.", "Raising the score of the right class lowers the loss. Which sign must its component have?"),
    ru=("У градиента обратный знак.", "Если поднять логит правильного класса, потери уменьшатся. Какой знак у этой компоненты?"),
)
def gradient_reversed(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), (np.eye(z.shape[1])[y] - np.exp(logp)) / len(y)


@cross_entropy.mistake(
    en=("At scores of 1000 the exponential overflows.", "Take the largest score of each row out before you raise e to it."),
    ru=("При логитах около 1000 экспонента переполняется.", "До возведения в степень вычтите из каждой строки её наибольший логит."),
)
def cross_entropy_overflows(z, y):
    rows = np.arange(len(y))
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[rows, y])), (p - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The softmax is safe, but its logarithm is not: a probability has become 0.", "Stay with logarithms: the loss is log-sum-exp minus the score of the right class."),
    ru=("Сам softmax безопасен, а его логарифм нет: вероятность обратилась в 0.", "Оставайтесь в логарифмах: потери — это log-sum-exp минус логит правильного класса."),
)
def logarithm_of_zero(z, y):
    rows = np.arange(len(y))
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[rows, y])), (p - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("Clipping the probabilities has bent the loss: a sure mistake by 1000 must cost 1000.", "The exact value is within reach. Which formula of the reading has no probability in it?"),
    ru=("Обрезание вероятностей исказило потери: уверенная ошибка на 1000 должна стоить 1000.", "Точное значение достижимо. В какой формуле из текста нет вероятности?"),
)
def probabilities_clipped(z, y):
    rows = np.arange(len(y))
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(np.clip(p[rows, y], 1e-15, 1))), (p - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The classes are counted from 1.", "The indices in y start with 0, as everywhere in Python."),
    ru=("Классы считаются с единицы.", "Номера в y начинаются с 0, как везде в Python."),
)
def classes_from_one(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y - 1]), (np.exp(logp) - np.eye(z.shape[1])[y - 1]) / len(y)


@cross_entropy.mistake(
    en=("The mean is taken over all m·K numbers of the table.", "Only one number of each row counts: the loss is divided by the number of objects."),
    ru=("Среднее взято по всем m·K числам таблицы.", "В каждой строке считается только одно число: потери делятся на число объектов."),
)
def mean_of_the_table(z, y):
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    right = np.eye(z.shape[1])[y]
    return -np.mean(right * logp), (np.exp(logp) - right) / z.size


@cross_entropy.mistake(
    en=("The slope of the sigmoid is multiplied in.", "It cancels, as with two classes: the gradient of one object is simply softmax minus the right answer."),
    ru=("Домножен наклон сигмоиды.", "Он сокращается, как и для двух классов: градиент одного объекта — просто softmax минус правильный ответ."),
)
def slope_multiplied_in(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    p = np.exp(logp)
    return -np.mean(logp[rows, y]), (p - np.eye(z.shape[1])[y]) * p * (1 - p) / len(y)


@cross_entropy.mistake(
    en=("Only the loss comes back.", "The task asks for a pair: the loss and the gradient by the scores."),
    ru=("Возвращаются только потери.", "По условию нужна пара: потери и градиент по логитам."),
)
def loss_alone(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y])


@cross_entropy.mistake(
    en=("The scores that you were given are changed.", "-= subtracts in place. Build a new array instead."),
    ru=("Меняются сами переданные логиты.", "Знак -= вычитает на месте. Постройте новый массив."),
)
def given_scores_changed(z, y):
    rows = np.arange(len(y))
    z -= z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), (np.exp(logp) - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The colon takes every row for every label: all objects get the columns of all classes in y.", "Each object has one class of its own. Which row numbers belong beside the column numbers in y?"),
    ru=("Двоеточие берёт для каждой метки все строки: каждому объекту достаются столбцы всех классов из y.", "У каждого объекта свой единственный класс. Какие номера строк должны стоять рядом с номерами столбцов из y?"),
)
def columns_for_everybody(z, y):
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    grad = np.exp(logp)
    grad[:, y] -= 1
    return -np.mean(logp[:, y]), grad / len(y)


@cross_entropy.mistake(
    en=("The colon takes every row for every label: all objects get the probabilities of all classes in y.", "Each object has one class of its own. Which row numbers belong beside the column numbers in y?"),
    ru=("Двоеточие берёт для каждой метки все строки: каждому объекту достаются вероятности всех классов из y.", "У каждого объекта свой единственный класс. Какие номера строк должны стоять рядом с номерами столбцов из y?"),
)
def probabilities_for_everybody(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    grad = p.copy()
    grad[:, y] -= 1
    return -np.mean(np.log(p[:, y])), grad / len(y)


@cross_entropy.mistake(
    en=("The loss is right, but in the gradient the 1 is subtracted in too many places.", "A colon takes all rows. Which row numbers belong beside the column numbers in y?"),
    ru=("Потери верны, а в градиенте единица вычтена слишком во многих местах.", "Двоеточие берёт все строки. Какие номера строк должны стоять рядом с номерами столбцов из y?"),
)
def one_subtracted_everywhere(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    grad = np.exp(logp)
    grad[:, y] -= 1
    return -np.mean(logp[rows, y]), grad / len(y)


@cross_entropy.mistake(
    en=("The loss comes out negative.", "The logarithm of a probability is never positive. Which sign makes a loss of it?"),
    ru=("Потери получаются отрицательными.", "Логарифм вероятности не бывает положительным. Какой знак делает из него потери?"),
)
def entropy_minus_lost(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return np.mean(logp[rows, y]), (np.exp(logp) - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The two parts of the pair have changed places.", "The task asks for the loss first and the gradient second."),
    ru=("Две части пары поменялись местами.", "По условию сначала идут потери, потом градиент."),
)
def parts_swapped(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return (np.exp(logp) - np.eye(z.shape[1])[y]) / len(y), -np.mean(logp[rows, y])


@cross_entropy.mistake(
    en=("One maximum is subtracted from all rows, and a row with much smaller scores is left with nothing but zeros.", "Every row needs its own largest score."),
    ru=("Из всех строк вычитается один максимум, и в строке с гораздо меньшими логитами остаются одни нули.", "Каждой строке нужен свой максимум."),
)
def entropy_one_maximum(z, y):
    rows = np.arange(len(y))
    e = np.exp(z - z.max())
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[rows, y])), (p - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The gradient is added up over the objects.", "Every object has scores of its own, so the gradient has the shape of z, one row for each object."),
    ru=("Градиент сложен по объектам.", "У каждого объекта свои логиты, поэтому форма градиента такая же, как у z: по строке на объект."),
)
def gradient_added_up(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), (np.exp(logp) - np.eye(z.shape[1])[y]).mean(axis=0)


@cross_entropy.alternative
def entropy_by_loop(z, y):
    m, k = z.shape
    loss, grad = 0.0, []
    for i in range(m):
        top = max(z[i])
        e = [math.exp(v - top) for v in z[i]]
        loss += (math.log(sum(e)) + top - z[i, y[i]]) / m
        grad.append([(e[j] / sum(e) - (1 if j == y[i] else 0)) / m for j in range(k)])
    return loss, grad


@cross_entropy.alternative
def entropy_by_logaddexp(z, y):
    lse = np.logaddexp.reduce(z, axis=1)
    right = np.zeros(z.shape)
    right[np.arange(len(y)), y] = 1.0
    return (lse - (z * right).sum(axis=1)).mean(), (np.exp(z - lse[:, None]) - right) / len(z)


@cross_entropy.alternative
def entropy_as_a_list(z, y):
    logp = z - np.logaddexp.reduce(z, axis=-1, keepdims=True)
    right = y[:, None] == np.arange(z.shape[1])
    return [-logp[right].mean(), np.exp(logp) / len(y) - right / len(y)]
