"""Mean log-loss straight from the scores."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u08_logistic_and_softmax.shared import random_labels
from autograder.judging.parts import shuffled


def _silently(answer, *args):
    """Return the value of a call, and whether the call gave a warning."""
    return [answer(*args), answer.warned]


@exercise(points=2)
def log_loss_from_logits(z, y):
    return float(np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))))


log_loss_from_logits.example(np.array([2.0, -1.5, 0.7]), np.array([1.0, 0.0, 0.0]))  # the scores do not add up to what the labels do
log_loss_from_logits.example(np.array([0.0]), np.array([1.0]))
log_loss_from_logits.example(np.array([2, -3, 1]), np.array([1, 1, 0]))
log_loss_from_logits.example(np.array([40.0, -3.0]), np.array([0.0, 1.0]))
log_loss_from_logits.example(np.array([800.0]), np.array([0.0]), silent=True)
log_loss_from_logits.example(np.array([800.0, 0.0]), np.array([1.0, 1.0]), silent=True)
log_loss_from_logits.example(np.array([-1000.0]), np.array([0.0]), silent=True)
log_loss_from_logits.example(np.array([-1000.0]), np.array([1.0]), silent=True)


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
    return [_silently(answer, *pair) for pair in shuffled(rng, pairs)]


@log_loss_from_logits.probe("edge", credit=0.5)
def _(answer, rng):
    """Whole numbers, which are numbers too; no sum of some is equal to a sum of others by chance."""
    seen = []
    for sizes in rng.permutation([[1, 3, 9], [2, 5, 9], [1, 4, 7], [3, 4, 8]])[:2]:
        z = rng.permutation(sizes) * rng.permutation([-1, 1, rng.choice([-1, 1])])
        seen.append(answer(z, rng.permutation([0, 1, rng.integers(2)])))
    return seen


@log_loss_from_logits.mistake(
    en=("For far scores the result is not a finite number or comes with a warning, whichever class is right.", "Does your way lead over p, which becomes exactly 0 or 1 there? Which formula of the reading goes from z straight to the loss?"),
    ru=("Для далёких взвешенных сумм результат не конечен или сопровождается предупреждением, какой бы класс ни был верным.", "Не идёт ли ваш путь через p, которая там становится в точности 0 или 1? Какая формула из текста ведёт от z прямо к потерям?"),
)
def through_the_probability(z, y):
    p = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss_from_logits.mistake(
    en=("Sure mistakes cost at most 34.5, as over a probability that is clipped at 1e-15.", "A sure mistake at z = 1000 must cost 1000, exactly. Which formula of the reading needs no probability?"),
    ru=("Уверенная ошибка стоит не больше 34.5, как при вероятности, обрезанной на 1e-15.", "При z = 1000 она должна стоить ровно 1000. Какой формуле из текста вероятность не нужна?"),
)
def through_a_clipped_probability(z, y):
    p = np.clip(0.5 * (1 + np.tanh(np.asarray(z) / 2)), 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss_from_logits.mistake(
    en=("For large positive z the result is not a finite number: e to the power of z overflows.", "Take the large part out of the logarithm first, so that the exponent is never positive."),
    ru=("При больших положительных z результат не конечен: e в степени z переполняется.", "Сначала вынесите большую часть из логарифма, чтобы показатель не был положительным."),
)
def exponent_overflows(z, y):
    return np.mean(np.log(1 + np.exp(z)) - y * z)


@log_loss_from_logits.mistake(
    en=("For negative scores the loss is too large, and for far ones not finite: it has ln(1 + e^(−z)) in it.", "At z = −1000 this exponent is +1000. It must be negative on both sides."),
    ru=("Для отрицательных взвешенных сумм потери слишком велики, а для далёких не конечны: в них стоит ln(1 + e^(−z)).", "При z = −1000 такой показатель равен +1000. Он должен быть отрицательным с обеих сторон."),
    looks_like=("modulus_for_maximum",),
)
def modulus_lost(z, y):
    return np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.asarray(z))))


@log_loss_from_logits.mistake(
    en=("The values are right, but for far scores the function gives a warning.", "Is something computed that overflows and is thrown away afterwards? np.where chooses among finished values, so make the exponent harmless before you raise e to it."),
    ru=("Значения верны, но для далёких взвешенных сумм функция выдаёт предупреждение.", "Не вычисляется ли что-то, что переполняется и потом отбрасывается? np.where выбирает из готовых значений: сделайте показатель безопасным до возведения в степень."),
)
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
    en=("Whatever the labels, the result is that of y = 0 for every object.", "Which term of the formula holds y?"),
    ru=("При любых метках результат такой, как если бы y = 0 у каждого объекта.", "В каком слагаемом формулы стоит y?"),
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
    en=("The result is that of exchanged arguments.", "In this function the scores come first, in log_loss it was the labels."),
    ru=("Результат такой, как если поменять аргументы местами.", "В этой функции сначала идут взвешенные суммы, а в log_loss сначала шли метки."),
)
def scores_and_labels_swapped(z, y):
    return np.mean(np.maximum(y, 0) - z * y + np.log1p(np.exp(-np.abs(y))))


@log_loss_from_logits.mistake(
    en=("The small term with the logarithm is missing from the result.", "At z = 0 the loss must be 0.693 for both classes, not 0."),
    ru=("В результате нет малого слагаемого с логарифмом.", "При z = 0 потери для обоих классов равны 0.693, а не 0."),
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
    en=("The label is subtracted without its score.", "With y = 1 the surprise at z = 5 is the one at y = 0 minus 5. What is multiplied by y in the formula?"),
    ru=("Метка вычитается без взвешенной суммы.", "При z = 5 потери для y = 1 на 5 меньше, чем для y = 0. На что в формуле умножается y?"),
)
def label_without_score(z, y):
    return np.mean(np.maximum(z, 0) - y + np.log1p(np.exp(-np.abs(z))))


@log_loss_from_logits.mistake(
    en=("For negative z the loss is wrong by z itself.", "For z below 0 nothing needs to be taken out of the logarithm. What does max(z, 0) give there?"),
    ru=("При отрицательных z потери отличаются от верных ровно на z.", "При z меньше 0 из логарифма ничего выносить не нужно. Чему там равно max(z, 0)?"),
)
def maximum_forgotten(z, y):
    return np.mean(z - y * z + np.log1p(np.exp(-np.abs(z))))


@log_loss_from_logits.mistake(
    en=("Beyond ±500 a surer mistake costs no more: the result is that of scores cut off there.", "The loss at z = 1000 can be exactly 1000. Which formula of the reading never has a large exponent?"),
    ru=("За пределами ±500 более уверенная ошибка не стоит дороже: результат такой, как у обрезанных взвешенных сумм.", "Потери при z = 1000 могут быть равны 1000 в точности. В какой формуле из текста показатель никогда не бывает большим?"),
)
def scores_clipped(z, y):
    z = np.clip(z, -500, 500)
    return np.mean(np.log(1 + np.exp(z)) - y * z)


@log_loss_from_logits.mistake(
    en=("With several objects the function stops with a ValueError: NumPy has no single yes or no for a whole array.", "Python's max and if ask one question, and here every object needs its own. How do you choose, or take the larger of two numbers, element by element?"),
    ru=("Для нескольких объектов функция останавливается с ValueError: NumPy не может ответить одним «да» или «нет» за весь массив.", "max и if в Python задают один вопрос, а здесь он свой у каждого объекта. Как выбирать или брать большее из двух чисел поэлементно?"),
)
def maximum_of_python(z, y):
    return np.mean(max(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))


@log_loss_from_logits.mistake(
    en=("All objects get the large part of the largest score: one maximum stands for all scores.", "max(z, 0) belongs to each score by itself. What does np.max give of a whole array?"),
    ru=("Всем объектам досталась большая часть от самой большой взвешенной суммы: один максимум стоит за всех.", "max(z, 0) у каждой взвешенной суммы свой. Что даёт np.max для целого массива?"),
)
def one_maximum_of_scores(z, y):
    return np.mean(np.max(z, initial=0) - y * z + np.log1p(np.exp(-np.abs(z))))


@log_loss_from_logits.mistake(
    en=("The logarithm of e to the power −|z| alone is −|z|: the 1 beside it is missing from the result.", "What stands in the brackets of the logarithm? np.log1p would add that 1 itself."),
    ru=("Логарифм одного только e в степени −|z| — это −|z|: в результате потеряна единица рядом с экспонентой.", "Что стоит у логарифма в скобках? Функция np.log1p прибавила бы эту единицу сама."),
)
def one_in_logarithm_lost(z, y):
    return np.mean(np.maximum(z, 0) - y * z - np.abs(z))


@log_loss_from_logits.mistake(
    en=("A 1 too many stands in the logarithm: at z = 0 the result is ln 3, not ln 2.", "np.log1p adds 1 by itself. Did you add it once more?"),
    ru=("В логарифме лишняя единица: при z = 0 получается ln 3, а не ln 2.", "Функция np.log1p прибавляет 1 сама. Не прибавили ли вы её ещё раз?"),
)
def one_added_twice(z, y):
    return np.mean(np.maximum(z, 0) - y * z + np.log1p(1 + np.exp(-np.abs(z))))


@log_loss_from_logits.mistake(
    en=("With whole numbers in z the losses lose everything behind the point.", "An array made in the image of z holds what z holds. Of which type is yours?"),
    ru=("Если в z целые числа, потери теряют дробную часть.", "Массив, созданный по образцу z, хранит числа того же типа. Какого типа ваш?"),
)
def whole_number_losses(z, y):
    losses = np.zeros_like(z)
    losses[:] = np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))
    return np.mean(losses)


@log_loss_from_logits.mistake(
    en=("For negative z the loss is too large by the size of z.", "At z = −5 the formula has the large part 0 and the exponent −5. Which does your code have there?"),
    ru=("Для отрицательных z потери слишком велики — на величину |z|.", "При z = −5 большая часть в формуле равна 0, а показатель −5. А в вашем коде?"),
)
def modulus_for_maximum(z, y):
    return float(np.mean(np.abs(z) - y * z + np.log1p(np.exp(-np.abs(z)))))


@log_loss_from_logits.mistake(
    en=("The large part max(z, 0) is missing from the result.", "What was taken out of the logarithm has to be added again: for z > 0 it is z itself."),
    ru=("В результате нет большой части max(z, 0).", "То, что вынесено из логарифма, надо прибавить: при z > 0 это само z."),
)
def large_part_lost(z, y):
    return np.mean(np.log1p(np.exp(-np.abs(z))) - y * z)


@log_loss_from_logits.mistake(
    en=("Sure mistakes cost at most 27.6, as over a probability that is kept 1e-12 away from 0 and 1.", "A guard makes the loss finite, not right: at z = 1000 a sure mistake costs 1000. Which formula of the reading has no probability in it?"),
    ru=("Уверенная ошибка стоит не больше 27.6, как при вероятности, которую держат на 1e-12 от 0 и 1.", "Такая защита делает потери конечными, но не верными: при z = 1000 уверенная ошибка стоит 1000. В какой формуле из текста нет вероятности?"),
)
def through_a_guarded_probability(z, y):
    p = np.clip(0.5 * (1 + np.tanh(np.asarray(z) / 2)), 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss_from_logits.alternative
def by_logaddexp_of_zero(z, y):
    return np.mean(np.logaddexp(0, z) - y * z)


@log_loss_from_logits.alternative
def by_turned_scores(z, y):
    return np.mean(np.logaddexp(0.0, (1 - 2 * y) * z))


@log_loss_from_logits.alternative
def logits_by_loop(z, y):
    total = 0.0
    for score, label in zip(z, y):
        total += max(score, 0.0) - label * score + math.log(1 + math.exp(-abs(score)))
    return total / len(z)


_ROW = "a row has only one axis, and the larger of two numbers is the same in either order"
log_loss_from_logits.equal(log_loss_from_logits, "np.maximum", _ROW + "; so is the size of z and of −z")
log_loss_from_logits.equal(by_logaddexp_of_zero, "np.logaddexp", _ROW)
log_loss_from_logits.equal(by_turned_scores, "np.logaddexp", _ROW)
log_loss_from_logits.equal(logits_by_loop, "len(z)", "z and y have the same length")
log_loss_from_logits.equal(logits_by_loop, "max(score, 0.0)", _ROW)
