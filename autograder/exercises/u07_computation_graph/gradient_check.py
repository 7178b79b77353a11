"""Largest relative disagreement of two gradients."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u07_computation_graph.shared import distinct_numbers


@exercise(points=2)
def gradient_check(analytic, numeric):
    worst = 0.0
    for a, n in zip(np.ravel(analytic), np.ravel(numeric)):
        if a != n:
            worst = max(worst, abs(a - n) / (abs(a) + abs(n)))
    return worst


gradient_check.example(np.array([2.0, -3.0, 1.5]), np.array([2.6, -3.3, 1.9]))  # with one error only, a sum or a median is the largest, too
gradient_check.example(np.array([2.0, 0.0, -1.0]), np.array([2.5, 0.0, -1.0]))
gradient_check.example(np.array([2.0, -4.0, 1.0]), np.array([2.5, -4.0, 3.0]))
gradient_check.example(np.array([3e-9, 1.0]), np.array([1e-9, 1.0]))
gradient_check.example(np.array([0.5, 0.0]), np.array([0.75, 0.001]))
gradient_check.example(np.array([[2, 3], [-1, 4]]), np.array([[-2, 3], [-1, 4]]))
gradient_check.example(3.0, 2.0)
gradient_check.example(np.zeros(3), np.zeros(3))


def _disagrees(rng, a, *errors):
    """Return ``a`` with these relative errors, and with a larger one where it is smallest: that is not the largest difference."""
    worst = np.abs(a).argmin()
    return a * (1 + np.insert(rng.permutation(errors), worst, rng.uniform(0.4, 0.9)).reshape(a.shape))


@gradient_check.probe("simple")
def _(answer, rng):
    seen = []
    for _ in range(3):
        a = distinct_numbers(rng, 4)
        n = _disagrees(rng, a, 0.3, -0.2, 0.05)
        seen += [answer(a, n), answer(n, a)]
    return seen


@gradient_check.probe("general")
def _(answer, rng):
    seen = []
    for shape in ((5,), (2, 3), (1,)):
        a = distinct_numbers(rng, int(np.prod(shape))).reshape(shape)
        n = _disagrees(rng, a, *rng.uniform(-0.3, -0.1, size=a.size - 1))
        seen += [answer(a, n), answer(n, a)]
    whole = [answer(rng.integers(1, 9, size=3), -rng.integers(1, 9, size=3)), answer(int(rng.integers(2, 9)), int(rng.integers(10, 15)))]
    numbers = [answer(sign * float(a[0]), sign * 1.7 * float(a[0])) for sign in (1, -1)]
    return [*seen, *numbers, *whole]


@gradient_check.probe("edge")
def _(answer, rng):
    a = distinct_numbers(rng, 3)
    keep = np.array([1.0, 0.0, 1.0])
    return [
        answer(keep * a, float(rng.uniform(1.1, 1.6)) * keep * a),  # 0/0 in the middle
        answer(np.zeros(3), np.zeros(3)),
        answer(a, keep * a),  # one of the two is 0
        answer(-np.abs(a), np.abs(a)),  # opposite signs
    ]


@gradient_check.probe("edge")
def _(answer, rng):
    a = distinct_numbers(rng, 3)
    other = _disagrees(rng, a, -0.2, 0.1)
    return [answer(1e-11 * a, 1e-11 * other), answer(1e-11 * other, 1e-11 * a), answer(1e9 * a, 1e9 * other)]


@gradient_check.mistake(
    en=("The errors are averaged.", "One wrong derivative among a thousand right ones must be seen: which summary does not hide it?"),
    ru=("Погрешности усреднены.", "Одну неверную производную среди тысячи верных надо заметить: какая сводка её не спрячет?"),
)
def averaged(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    size = np.abs(a) + np.abs(n)
    return float(np.mean(np.abs(a - n) / np.where(size == 0, 1, size)))


@gradient_check.mistake(
    en=("The sign of the difference is left in.", "A derivative that is too small is as wrong as one that is too large."),
    ru=("У разности остался знак.", "Слишком маленькая производная ничем не лучше слишком большой."),
)
def sign_kept(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    size = np.abs(a) + np.abs(n)
    return float(np.max((a - n) / np.where(size == 0, 1, size)))


@gradient_check.mistake(
    en=("The bare difference is returned.", "A difference of 0.1 is much for 0.2 and little for a million: divide by the size."),
    ru=("Возвращается просто разность.", "Разность 0.1 велика для 0.2 и мала для миллиона: разделите на размер."),
)
def bare_difference(analytic, numeric):
    return float(np.max(np.abs(np.asarray(analytic, dtype=float) - np.asarray(numeric, dtype=float))))


@gradient_check.mistake(
    en=("The difference is divided by the analytic value alone.", "Both sizes stand in the denominator, so that the two arguments may change places."),
    ru=("Разность делится только на аналитическое значение.", "В знаменателе стоят оба размера, чтобы аргументы можно было поменять местами."),
)
def divided_by_one(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    return float(np.max(np.abs(a - n) / np.where(a == 0, 1, np.abs(a))))


@gradient_check.mistake(
    en=("The denominator is the larger of the two sizes.", "Other texts do it that way; here the two sizes are added."),
    ru=("В знаменателе больший из двух размеров.", "Так делают в других книгах, а здесь размеры складываются."),
)
def larger_size(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    size = np.maximum(np.abs(a), np.abs(n))
    return float(np.max(np.abs(a - n) / np.where(size == 0, 1, size)))


@gradient_check.mistake(
    en=("Where both derivatives are 0, zero is divided by zero.", "Two zeros agree perfectly. Which error does such a pair deserve?"),
    ru=("Там, где обе производные равны 0, ноль делится на ноль.", "Два нуля полностью согласны. Какой погрешности заслуживает такая пара?"),
)
def zero_by_zero(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    return float(np.max(np.abs(a - n) / (np.abs(a) + np.abs(n))))


@gradient_check.mistake(
    en=("A small constant in the denominator hides errors of tiny derivatives.", "Only the pair of two zeros needs help. Every other denominator is right as it is."),
    ru=("Малая добавка в знаменателе прячет ошибки крошечных производных.", "Помощь нужна только паре из двух нулей. Остальные знаменатели хороши сами по себе."),
)
def guarded(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    return float(np.max(np.abs(a - n) / (np.abs(a) + np.abs(n) + 1e-8)))


@gradient_check.mistake(
    en=("The denominator adds the two numbers with their signs, not their sizes.", "Try 2 and −2: the two sizes make 4. What is your denominator?"),
    ru=("В знаменателе складываются сами числа со знаками, а не их модули.", "Попробуйте 2 и −2: сумма модулей равна 4. А ваш знаменатель?"),
)
def size_of_the_sum(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    size = np.abs(a + n)
    return float(np.max(np.abs(a - n) / np.where(size == 0, 1, size)))


@gradient_check.mistake(
    en=("The denominator adds the two numbers with their signs, and for opposite ones that makes 0.", "Try 2 and −2: what do you divide by, and what does the formula of the task divide by?"),
    ru=("В знаменателе складываются сами числа со знаками, и у противоположных выходит 0.", "Попробуйте 2 и −2: на что делите вы и на что делит формула из задания?"),
)
def sum_that_vanishes(analytic, numeric):
    worst = 0.0
    for a, n in zip(np.ravel(analytic), np.ravel(numeric)):
        if a or n:
            worst = max(worst, abs(a - n) / abs(a + n))
    return worst


@gradient_check.mistake(
    en=("Lengths of whole vectors are compared, not derivative with derivative.", "A wrong small derivative disappears beside large right ones. Take the quotient for each pair first."),
    ru=("Сравниваются длины целых векторов, а не производная с производной.", "Неверная маленькая производная теряется рядом с большими верными. Сначала найдите отношение для каждой пары."),
)
def norms(analytic, numeric):
    a, n = np.ravel(analytic), np.ravel(numeric)
    size = np.linalg.norm(a) + np.linalg.norm(n)
    return np.linalg.norm(a - n) / size if size else 0.0


@gradient_check.mistake(
    en=("The results are twice as large as they should be.", "Some books divide by the mean of the two sizes; here it is by their sum."),
    ru=("Результаты вдвое больше, чем нужно.", "В некоторых книгах делят на среднее двух модулей, а здесь — на их сумму."),
)
def mean_of_the_sizes(analytic, numeric):
    size = np.abs(analytic) + np.abs(numeric)
    return np.max(np.abs(np.subtract(analytic, numeric)) / np.where(size == 0, 1, size / 2))


@gradient_check.mistake(
    en=("The largest difference is divided by the largest size: they may come from different places.", "Take the quotient for each pair first, and the largest of the quotients then."),
    ru=("Наибольшая разность поделена на наибольший размер, а они могут быть из разных мест.", "Сначала найдите отношение для каждой пары, а потом наибольшее из отношений."),
)
def largest_by_largest(analytic, numeric):
    size = np.max(np.abs(analytic) + np.abs(numeric))
    return np.max(np.abs(np.subtract(analytic, numeric))) / (size if size else 1.0)


@gradient_check.mistake(
    en=("All quotients come back, not the largest one.", "One number is asked for: the worst disagreement."),
    ru=("Возвращены все отношения, а не наибольшее.", "Нужно одно число — худшее расхождение."),
)
def all_of_them(analytic, numeric):
    size = np.abs(analytic) + np.abs(numeric)
    return np.abs(np.subtract(analytic, numeric)) / np.where(size == 0, 1, size)


@gradient_check.mistake(
    en=("It takes arrays of one dimension, but not every shape.", "The arguments may be numbers or arrays of any shape. What takes all of them alike?"),
    ru=("Одномерные массивы функция принимает, но не любую форму.", "Аргументами могут быть числа и массивы любой формы. Что годится для всех?"),
)
def one_dimension_only(analytic, numeric):
    worst = 0.0
    for a, n in zip(analytic, numeric):
        if a != n:
            worst = max(worst, abs(a - n) / (abs(a) + abs(n)))
    return worst


@gradient_check.mistake(
    en=("The quotients are added up.", "The worst disagreement is asked for, whatever the others are."),
    ru=("Отношения складываются.", "Нужно худшее расхождение, какими бы ни были остальные."),
)
def added_up(analytic, numeric):
    size = np.abs(analytic) + np.abs(numeric)
    return np.sum(np.abs(np.subtract(analytic, numeric)) / np.where(size == 0, 1, size))


@gradient_check.mistake(
    en=("All differences together are divided by all sizes together.", "Each pair has a quotient of its own, and one bad pair must not hide behind good ones. In which order do you divide and bring together?"),
    ru=("Все разности вместе поделены на все величины вместе.", "У каждой пары своё отношение, и плохая пара не должна прятаться за хорошими. Что у вас раньше: деление или сведение вместе?"),
)
def sums_compared(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    sizes = np.sum(np.abs(a) + np.abs(n))
    return float(np.sum(np.abs(a - n)) / sizes) if sizes else 0.0


@gradient_check.mistake(
    en=("Opposite numbers count as equal, as happens when a denominator |a + n| = 0 is taken for two zeros.", "2 and −2 disagree as much as two numbers can. Which numerator and which denominator does the formula of the task give for them?"),
    ru=("Противоположные числа считаются равными: так бывает, если знаменатель |a + n| = 0 принять за два нуля.", "2 и −2 расходятся так, что дальше некуда. Какие числитель и знаменатель даёт для них формула из задания?"),
)
def opposite_numbers_agree(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    size = np.abs(a + n)
    return float(np.max(np.where(size == 0, 0.0, np.abs(a - n) / np.where(size == 0, 1, size))))


@gradient_check.mistake(
    en=("A pair in which only one number is 0 does not come out as the worst, as happens when it counts as agreement.", "0 and 0.001 disagree as much as two numbers can: r = 1. Which pairs does the task let agree?"),
    ru=("Пара, в которой только одно число равно 0, не выходит худшей: так бывает, если считать её совпавшей.", "0 и 0.001 расходятся так сильно, как только могут два числа: r = 1. Какие пары по условию совпадают?"),
)
def one_zero_is_enough(analytic, numeric):
    a, n = np.atleast_1d(analytic), np.atleast_1d(numeric)
    size = np.abs(a) + np.abs(n)
    return np.max(np.where(a * n == 0, 0.0, np.abs(a - n) / np.where(size == 0, 1.0, size)))


@gradient_check.mistake(
    en=("Pairs of zeros are left out, and where all are zeros nothing is left: the largest of nothing is a ValueError.", "By the task such a pair has r = 0. What comes out if it is kept with this value?"),
    ru=("Пары нулей отброшены, и если нули все, ничего не остаётся: наибольшее из ничего — это ValueError.", "По условию у такой пары r = 0. Что получится, если оставить её с этим значением?"),
)
def zeros_left_out(analytic, numeric):
    a, n = np.atleast_1d(analytic), np.atleast_1d(numeric)
    size = np.abs(a) + np.abs(n)
    kept = size != 0
    return np.max(np.abs(a - n)[kept] / size[kept])


@gradient_check.alternative
def by_where(analytic, numeric):
    size = np.abs(analytic) + np.abs(numeric)
    divisor = np.where(size == 0, 1, size)
    return np.max(np.abs(np.subtract(analytic, numeric)) / divisor)


@gradient_check.alternative
def by_choice(analytic, numeric):
    a, n = np.ravel(analytic), np.ravel(numeric)
    unlike = a != n
    quotients = np.abs(a - n)[unlike] / (np.abs(a) + np.abs(n))[unlike]
    return max(quotients, default=0.0)


gradient_check.equal(gradient_check, "zip(np.ravel(analytic), np.ravel(numeric))", "the two gradients may change places")
gradient_check.equal(gradient_check, "if a != n", "what agrees adds nothing to the worst")
gradient_check.equal(gradient_check, "max(worst", "a size has no sign, and the larger of two asks for no order")
gradient_check.equal(by_where, "np.where(size == 0", "a divisor of 0 differences is as good as another, and no size is negative")
gradient_check.equal(by_where, "np.abs(", "a size has no sign, and there are other names for it and for the maximum")
gradient_check.equal(by_choice, "np.abs(", "a size has no sign, and there is another name for it")
gradient_check.equal(by_choice, "a, n = ", "the two gradients may change places, in a list as well as in a pair")
