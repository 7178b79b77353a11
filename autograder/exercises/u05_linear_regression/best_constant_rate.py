"""Best constant learning rate on a squared loss, and the factor of one step with it."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import part_of


@exercise(points=2)
def best_constant_rate(eigenvalues):
    low = np.min(eigenvalues)
    high = np.max(eigenvalues)
    return 2 / (low + high), (high - low) / (high + low)


best_constant_rate.example(np.array([1.0, 9.0, 4.0]))
best_constant_rate.example(np.array([3.0]))
best_constant_rate.example(np.array([5, 2, 1, 1]))


for _which, _part in enumerate(("η*", "(κ − 1)/(κ + 1)")):  # a half of the points for each number

    @best_constant_rate.probe("simple", part=_part)
    def _(answer, rng, which=_which):
        low, factor = rng.uniform((0.5, 0.1), (2.0, 0.3)), rng.uniform((3.0, 70.0), (9.0, 110.0))
        return [part_of(answer(case), which, 2) for case in np.column_stack([low, factor * low])]

    @best_constant_rate.probe("general", part=_part)
    def _(answer, rng, which=_which):
        return [part_of(answer(np.append(rng.uniform(0.3, 4.0, size=n), (6.0 + rng.uniform(), 1.0))), which, 2) for n in (2, 4, 7)]

    @best_constant_rate.probe("edge", credit=0.5, part=_part)
    def _(answer, rng, which=_which):
        same, alone = rng.uniform(0.5, 5.0, size=2)
        falling, whole = rng.uniform((6.0, 2.0, 0.5), (9.0, 5.0, 1.5)), rng.integers(3, 7, size=5)
        whole[[1, 3]] = rng.permutation([1, 13])  # the smallest and the largest stand inside
        return [part_of(answer(np.array(case)), which, 2) for case in ([same, same], [alone], falling, whole)]


@best_constant_rate.mistake(
    en=("This η is the border of divergence, not the best.", "With 2/λ of the steepest direction its factor is −1 for ever. The flattest direction has to be in the formula too."),
    ru=("Это η — граница расходимости, а не лучшее.", "При 2/λ для самого крутого направления множитель всегда −1. В формуле должно быть и самое пологое."),
)
def border(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / high, (high - low) / (high + low)


@best_constant_rate.mistake(
    en=("This η is safe, but not the best.", "It brings the steepest direction home in one step. A somewhat larger one makes both ends of the spectrum equally fast."),
    ru=("Это η безопасно, но не лучшее.", "Оно приводит к цели самое крутое направление за один шаг. Чуть большее уравнивает скорости на обоих краях."),
)
def cautious(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 1 / high, (high - low) / (high + low)


@best_constant_rate.mistake(
    en=("This η brings the steepest direction home in one step, and the factor belongs to this η.", "Your pair fits together, but another η is better: make both ends of the spectrum equally fast."),
    ru=("Такое η приводит к цели самое крутое направление за один шаг, и множитель отвечает этому η.", "Пара согласована, но есть η лучше: уравняйте скорости на обоих краях спектра."),
)
def cautious_with_its_factor(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 1 / high, 1 - low / high


@best_constant_rate.mistake(
    en=("η is made from the mean of all eigenvalues.", "Only two of them matter, and the mean of all is drawn to where most of them lie. Which two set the pace?"),
    ru=("η получено из среднего всех собственных значений.", "Важны только два, а среднее всех тянется туда, где их больше. Какие два задают темп?"),
)
def mean_of_all(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 1 / np.mean(eigenvalues), (high - low) / (high + low)


@best_constant_rate.mistake(
    en=("The 2 in the numerator of η is missing.", "Set the two factors equal with opposite signs and solve for η once more."),
    ru=("В числителе η потеряна двойка.", "Приравняйте множители с противоположными знаками и решите уравнение относительно η ещё раз."),
)
def two_missing(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 1 / (low + high), (high - low) / (high + low)


@best_constant_rate.mistake(
    en=("All eigenvalues are added up.", "Only two of them matter: the flattest and the steepest direction."),
    ru=("Сложены все собственные значения.", "Важны только два: для самого пологого и самого крутого направления."),
)
def all_added(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / np.sum(eigenvalues), (high - low) / (high + low)


@best_constant_rate.mistake(
    en=("The first and the last value are taken for the smallest and the largest.", "Nobody promised that the eigenvalues are sorted."),
    ru=("Первое и последнее значения приняты за наименьшее и наибольшее.", "Никто не обещал, что собственные значения упорядочены."),
)
def order_assumed(eigenvalues):
    low, high = eigenvalues[0], eigenvalues[-1]
    return 2 / (low + high), (high / low - 1) / (high / low + 1)


@best_constant_rate.mistake(
    en=("The factor is negative: the right number with a minus sign.", "Which of the two directions does it come from, or how large is your κ? A condition number is at least 1."),
    ru=("Множитель отрицателен: верное число со знаком минус.", "Для какого из двух направлений он посчитан или каково ваше κ? Число обусловленности не меньше 1."),
)
def kappa_inverted(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = low / high
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


@best_constant_rate.mistake(
    en=("In the factor the brackets are missing.", "Division comes before addition: what exactly is divided by what in your line?"),
    ru=("Во множителе потеряны скобки.", "Деление выполняется раньше сложения: что на что делится в вашей строке?"),
)
def brackets_lost(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = high / low
    return 2 / (low + high), kappa - 1 / kappa + 1


@best_constant_rate.mistake(
    en=("In the learning rate the brackets are missing.", "Division comes before addition: is the whole sum below the line in your line?"),
    ru=("В скорости обучения потеряны скобки.", "Деление выполняется раньше сложения: вся ли сумма стоит у вас в знаменателе?"),
)
def brackets_lost_in_the_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = high / low
    return 2 / low + high, (kappa - 1) / (kappa + 1)


@best_constant_rate.mistake(
    en=("The pair is in the wrong order.", "First the learning rate, then the factor of one step."),
    ru=("Пара в неверном порядке.", "Сначала скорость обучения, потом множитель одного шага."),
)
def pair_swapped(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return (high - low) / (high + low), 2 / (low + high)


@best_constant_rate.mistake(
    en=("The condition number stands where the factor is due.", "κ says how narrow the ravine is. By how much does one step shrink the distance?"),
    ru=("На месте множителя стоит само число обусловленности.", "κ говорит, насколько узок овраг. А во сколько раз один шаг сокращает расстояние?"),
)
def kappa_as_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / (low + high), high / low


@best_constant_rate.mistake(
    en=("The factor is 1 − 1/κ, and that one belongs to η = 1/λ of the steepest direction.", "With another η the factor is another one. What is left of 1 after a step with the best η, in either of the two directions?"),
    ru=("Множитель равен 1 − 1/κ, а он отвечает η = 1/λ самого крутого направления.", "При другом η и множитель другой. Что остаётся от единицы после шага с наилучшим η в каждом из двух направлений?"),
)
def factor_of_another_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / (low + high), 1 - low / high


@best_constant_rate.mistake(
    en=("This η is the border of divergence, and the factor is that of η = 1/λ of the steepest direction.", "Neither of the two is the best. Set the factors of the flattest and of the steepest direction equal with opposite signs and solve for η; the factor follows from it."),
    ru=("Это η — граница расходимости, а множитель отвечает η = 1/λ самого крутого направления.", "Ни то ни другое не лучшее. Приравняйте множители самого пологого и самого крутого направлений с противоположными знаками и найдите η, а из него — множитель."),
)
def border_with_a_factor_of_another_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / high, 1 - low / high


@best_constant_rate.alternative
def from_kappa(eigenvalues):
    values = sorted(eigenvalues)
    kappa = values[-1] / values[0]
    return [2 / (values[0] + values[-1]), (kappa - 1) / (kappa + 1)]


@best_constant_rate.alternative
def from_the_factor(eigenvalues):
    eta = 2 / (min(eigenvalues) + max(eigenvalues))
    return eta, max(1 - eta * v for v in eigenvalues)


best_constant_rate.equal(best_constant_rate, "(eigenvalues)", "amin and amax are min and max, and there is one axis only")
best_constant_rate.equal(best_constant_rate, "return 2", "a list of two is a pair, and the order of the values does not matter")
best_constant_rate.equal(from_the_factor, "return eta,", "a list of two is a pair, and the order of the values does not matter")
