"""Mean log-loss of probabilities."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u08_logistic_and_softmax.shared import random_labels
from autograder.judging.judge import number
from autograder.judging.parts import shuffled
from course.public.u08_logistic_and_softmax import finite_and_large


@exercise(points=2, rtol=1e-4)  # any small ε is right, also one that is added inside the logarithm
def log_loss(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


log_loss.example(np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.2, 0.4]))
log_loss.example(np.array([1.0, 0.0]), np.array([0.5, 0.2]))
log_loss.example(np.array([0.0, 1.0]), np.array([0.003, 0.7]))
log_loss.example(np.array([0.0, 1.0, 1.0, 1.0, 1.0]), np.array([0.0, 0.02, 0.015, 0.02, 0.015]))
log_loss.example(np.array([0.0, 1.0]), np.array([0.0, 0.0]), fulfils="finite_and_large")
log_loss.example(np.array([0.0]), np.array([1.0]), fulfils="finite_and_large")
log_loss.example(np.array([1.0, 0.0]), np.array([1.0, 0.0]), fulfils="nearly_nothing")


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
        seen.append(answer(random_labels(rng, m), p))
    return seen


for _end in (0, 1):  # each end of the interval has its own points

    @log_loss.probe("edge", credit=0.5, part=f"p = {_end}")
    def _(answer, rng, end=_end):
        """What a sure answer, wrong or right, adds to the losses of six others."""
        seen = []
        for label in shuffled(rng, [1 - end, 1 - end, end]):
            y, p, place = random_labels(rng, 6), rng.uniform(0.3, 0.7, size=6), int(rng.integers(7))
            without = number(answer.sample(y, p))
            costs = 7 * number(answer.sample(np.insert(y, place, float(label)), np.insert(p, place, float(end)))) - 6 * without
            seen.append(bool(abs(costs) < 0.005) if label == end else finite_and_large(label, end, costs))
        labels = np.full(int(rng.integers(3, 40)), end)  # whole numbers are numbers too
        ends = labels.copy()
        labels[rng.integers(labels.size)] = 1 - end
        return [*seen, finite_and_large(labels, ends, number(answer.sample(labels, ends)))]


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
    en=("The result is that of a formula whose two halves have changed partners.", "For y = 1 a large p is good, so the loss must be small. What do you get for p = 0.9?"),
    ru=("Результат такой, как если две половины формулы поменялись множителями.", "При y = 1 большая p — это хорошо, потери должны быть малы. Что выходит у вас при p = 0.9?"),
)
def halves_crossed(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(1 - p) + (1 - y) * np.log(p))


@log_loss.mistake(
    en=("The result is that of exchanged arguments, with the logarithms of the labels.", "This function gets the labels first and the probabilities second."),
    ru=("Результат такой, как если поменять аргументы местами: с логарифмами меток.", "Эта функция получает сначала метки, потом вероятности."),
)
def labels_and_probabilities_swapped(y, p):
    q = np.clip(y, 1e-15, 1 - 1e-15)
    return -np.mean(p * np.log(q) + (1 - p) * np.log(1 - q))


@log_loss.mistake(
    en=("At p = 0 or p = 1 the result is not a finite number, not even where the model is right.", "The logarithm of 0 does not exist, and 0 times infinity is not 0. Move the probabilities a hair away from both ends first."),
    ru=("При p = 0 или p = 1 получается не конечное число, даже если модель права.", "Логарифма нуля не существует, а ноль, умноженный на бесконечность, — не ноль. Сначала отодвиньте вероятности от обоих краёв на волосок."),
)
def not_clipped(y, p):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("At p = 0 everything is well, at p = 1 some results are no finite numbers.", "Is there a guard at this end too? And if there is: float64 holds about 16 digits, so print 1 minus your ε."),
    ru=("При p = 0 всё хорошо, а при p = 1 часть результатов не конечна.", "Защищён ли и этот край? Если да, то в float64 около 16 цифр: напечатайте 1 минус ваше ε."),
)
def guard_too_thin(y, p):
    p = np.clip(p, 1e-20, 1 - 1e-20)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("A p below 0.01 costs as much as 0.01 itself.", "A p of 0.002 is far from 0 and must keep its loss. How wide is your guard at the ends?"),
    ru=("Любая p меньше 0.01 стоит столько же, сколько сама 0.01.", "p = 0.002 ещё далеко от нуля, потери для неё должны быть точными. Насколько широка ваша защита у краёв?"),
)
def guard_too_wide(y, p):
    p = np.clip(p, 0.01, 0.99)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("The result is that of logarithms to the base 2.", "The loss of p = 0.5 must be 0.693. Which logarithm gives that?"),
    ru=("Результат такой, как с логарифмами по основанию 2.", "Потери при p = 0.5 должны равняться 0.693. Какой логарифм это даёт?"),
)
def base_two(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log2(p) + (1 - y) * np.log2(1 - p))


@log_loss.mistake(
    en=("The result is the mean square of the difference between label and probability.", "The loss of this unit has logarithms in it. A sure mistake must cost far more than 1."),
    ru=("Получился средний квадрат разности между вероятностью и меткой.", "В потерях этого урока стоят логарифмы. Уверенная ошибка должна стоить гораздо больше 1."),
)
def squared_error(y, p):
    return np.mean((y - p) ** 2)


@log_loss.mistake(
    en=("A sure and wrong answer costs less than 10.", "A wide guard at the ends makes certainty cheap, and so does a logarithm of 0 that is left out. How large may ε be by the task?"),
    ru=("Уверенный и неверный ответ стоит меньше 10.", "Широкая защита у краёв делает уверенность дешёвой, и пропущенный логарифм нуля тоже. Насколько большим может быть ε по условию?"),
)
def guard_rather_wide(y, p):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("A sure and right answer costs nothing, as it should, but a sure and wrong one is not finite.", "The logarithm of 0 does not exist. Move the probabilities a hair away from both ends first."),
    ru=("Уверенный и верный ответ, как и нужно, ничего не стоит, но для неверного получается не конечное число.", "Логарифма нуля не существует. Сначала отодвиньте вероятности от обоих краёв на волосок."),
)
def chosen_but_not_clipped(y, p):
    return -np.mean(np.log(np.where(y == 1, p, 1 - p)))


@log_loss.mistake(
    en=("At a sure and wrong answer the function stops with a ValueError: math.log does not take 0.", "Before the logarithm, move the probability a hair away from both ends."),
    ru=("На уверенном и неверном ответе функция останавливается с ValueError: math.log не принимает 0.", "До логарифма отодвиньте вероятность от обоих краёв на волосок."),
)
def math_log_of_zero(y, p):
    return -sum(math.log(q) if label == 1 else math.log(1 - q) for label, q in zip(y, p)) / len(y)


@log_loss.mistake(
    en=("The function stops with a TypeError, as happens when NumPy is to make one number of an array.", "Functions of the module math take a single number. Which ones take a whole array?"),
    ru=("Функция останавливается с TypeError: так бывает, когда NumPy должен сделать из массива одно число.", "Функции модуля math берут одно число. Какие берут сразу весь массив?"),
)
def math_log_of_an_array(y, p):
    return -np.mean(y * math.log(p) + (1 - y) * math.log(1 - p))


@log_loss.mistake(
    en=("The result is one loss for each object.", "The task asks for their mean, a single number."),
    ru=("Получаются потери для каждого объекта отдельно.", "По условию нужно их среднее, одно число."),
)
def loss_of_each_object(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("Objects with y = 0 make the loss smaller instead of larger.", "The minus stands before both halves of the formula. Where are your brackets?"),
    ru=("Объекты с y = 0 уменьшают потери, а не увеличивают.", "Минус относится к обеим половинам формулы. Где у вас скобки?"),
)
def minus_for_one_half(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return np.mean(-y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("The result is the same for all labels: every object costs what it would with y = 1.", "With y = 0 the truth got 1 − p. In which half of the formula does that stand?"),
    ru=("От меток результат не зависит: каждый объект стоит столько, сколько стоил бы при y = 1.", "При y = 0 верному ответу досталось 1 − p. В какой половине формулы это стоит?"),
)
def always_the_same_logarithm(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(p))


@log_loss.mistake(
    en=("Only objects with y = 0 cost anything.", "For y = 1 the second half of the formula is switched off. Which half is left to speak?"),
    ru=("Потери дают только объекты с y = 0.", "При y = 1 вторая половина формулы выключена. Какая половина должна работать?"),
)
def only_zeros_count(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean((1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("At p = 0 everything is well; at p = 1 a sure and wrong answer costs infinitely much.", "Is there a guard at this end too? And if there is: float64 holds about 16 digits, so print 1 minus your ε."),
    ru=("При p = 0 всё хорошо, а при p = 1 уверенный и неверный ответ стоит бесконечно много.", "Защищён ли и этот край? Если да, то в float64 около 16 цифр: напечатайте 1 минус ваше ε."),
    looks_like=("guard_too_thin",),
)
def open_at_one(y, p):
    p = np.clip(p, 1e-20, 1 - 1e-20)
    return np.mean([-np.log(q) if label == 1 else -np.log(1 - q) for label, q in zip(y, p)])


@log_loss.mistake(
    en=("Objects with p = 0 or p = 1 have no part in the mean.", "A sure answer costs something too, and if it is wrong, very much. What must be done to such a p, so that its logarithm is finite?"),
    ru=("Объекты с p = 0 или p = 1 не входят в среднее.", "Уверенный ответ тоже чего-то стоит, а неверный — очень дорого. Что сделать с таким p, чтобы логарифм был конечным?"),
)
def ends_left_out(y, p):
    kept = (p > 0) & (p < 1)
    if not np.any(kept):
        return 0.0
    return -np.mean(np.log(np.where(y == 1, p, 1 - p)[kept]))


@log_loss.mistake(
    en=("The probabilities that you were given come back changed.", "Does a line write into p, such as p[p == 0] = … or out=p? The array still belongs to whoever called."),
    ru=("Переданные вероятности возвращаются изменёнными.", "Нет ли строки, которая пишет в p, вроде p[p == 0] = … или out=p? Массив по-прежнему принадлежит тому, кто вызвал."),
)
def given_probabilities_clipped(y, p):
    np.clip(p, 1e-15, 1 - 1e-15, out=p)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("At p = 0 or p = 1 the loss of a wrong answer is infinite, as when the labels are moved away from 0 and 1 and not the probabilities.", "Of what is the logarithm taken? That is what must not become 0."),
    ru=("При p = 0 или p = 1 потери за неверный ответ бесконечны, как если отодвинуть от 0 и 1 метки, а не вероятности.", "От чего берётся логарифм? Именно это не должно обращаться в 0."),
)
def labels_clipped(y, p):
    y = np.clip(y, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))



@log_loss.alternative
def log_loss_by_loop(y, p):
    losses = [-math.log(max(q if label else 1 - q, 1e-12)) for label, q in zip(y, p)]
    return sum(losses) / len(losses)


@log_loss.alternative
def log_loss_by_choice(y, p):
    right = np.where(y, p, 1 - p)
    return -np.mean(np.log(np.maximum(right, 1e-7)))


@log_loss.alternative
def log_loss_with_epsilon_inside(y, p):
    eps = 1e-7
    return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))


_TINY = "any tiny ε gives what the task asks, and of two numbers the larger is the same in either order"
_ROW = "a row has only one axis"
log_loss.equal(log_loss, "1e-15", _TINY)
log_loss.equal(log_loss, "np.mean(", _ROW)
log_loss.equal(log_loss_by_loop, "1e-12", _TINY)
log_loss.equal(log_loss_by_loop, "len(losses)", "there are as many losses as labels")
log_loss.equal(log_loss_by_choice, "1e-7", _TINY + "; " + _ROW)
log_loss.equal(log_loss_with_epsilon_inside, "1e-7", _TINY)
log_loss.equal(log_loss_with_epsilon_inside, "np.mean(", _ROW)
