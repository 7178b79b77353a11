"""Mean log-loss straight from the scores."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u08_logistic_and_softmax.shared import random_labels


def _silently(answer, *args):
    """Return the value of a call, and whether the call gave a warning."""
    return [answer(*args), answer.warned]


@exercise(points=2)
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
    return [answer(rng.normal(scale=4.0, size=m), random_labels(rng, m)) for m in (4, 7, 12)]


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
