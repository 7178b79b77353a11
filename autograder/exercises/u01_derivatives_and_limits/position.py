"""Kilometres driven after t minutes."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import elements


@exercise(points=1)
def position(t):
    return np.where(t < 25, t, 2.0 * t - 25.0)


position.example(10.0)
position.example(40.0)
position.example(np.array([0.0, 25.0, 30.0]))
position.example(np.array([[60.0, 24.5], [25.5, 3.0]]))


# A half of the points for each part of the way. Some moments are less than a minute from the change of speed.
for _part, _low, _high, _near in (("t ≤ 25", 0.0, 25.0, (24.1, 24.9)), ("t ≥ 25", 25.0, 200.0, (25.1, 25.9))):

    @position.probe("general", part=_part)
    def _(answer, rng, low=_low, high=_high, near=_near):
        times = [low, rng.uniform(*near), *rng.uniform(low + 1.0, high, size=3)]
        return [*(answer(float(t)) for t in times), answer(int(rng.integers(low + 2.0, high - 1.0)))]

    @position.probe("vector", part=_part)
    def _(answer, rng, low=_low, high=_high):
        early = [rng.uniform(24.1, 24.9), *rng.uniform(0.5, 24.0, size=2)]
        late = [rng.uniform(25.1, 25.9), *rng.uniform(26.0, 95.0, size=2)]
        whole = rng.permutation([*rng.integers(1, 24, size=2), *rng.integers(27, 95, size=2)])
        times = rng.permutation([*early, *late]), rng.permutation([*early, *late]).reshape(2, 3), whole
        return [elements(answer(t), (low < t) & (t < high)) for t in times]


@position.mistake(
    en=("After the change of speed the first 25 km are lost.", "How far is the car at 25 minutes, and can it be less far a minute later?"),
    ru=("После смены скорости пропали первые 25 км.", "Где машина на 25-й минуте и может ли она минутой позже оказаться ближе к началу?"),
)
def first_part_lost(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 2 * (t - 25))


@position.mistake(
    en=("After the 25th minute the double speed is applied to the whole trip, not only to its second part.", "Only the minutes after the 25th count twice. The path must not jump at 25."),
    ru=("После 25-й минуты удвоенная скорость применена ко всей поездке, а не только ко второй её части.", "Вдвое считаются только минуты после 25-й. В точке 25 путь не должен скакать."),
)
def all_doubled(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 2 * t)


@position.mistake(
    en=("The car never goes faster here.", "What happens after 25 minutes? Check with t = 40, worked out in the text."),
    ru=("Машина у вас так и не ускорилась.", "Что происходит после 25 минут? Проверьте на t = 40 из текста."),
)
def one_speed(t):
    return np.asarray(t, dtype=float) * 1.0


@position.mistake(
    en=("This is the speed, not the path.", "The path is in kilometres and grows all the time; the speed is the next exercise."),
    ru=("Это скорость, а не путь.", "Путь измеряют в километрах, и он всё время растёт; скорость — в следующем упражнении."),
)
def speed_instead(t):
    return np.where(np.asarray(t) < 25, 1.0, 2.0)


@position.mistake(
    en=("The first 25 minutes are counted at both speeds.", "After the 25th minute only the minutes that are left count twice."),
    ru=("Первые 25 минут посчитаны с обеими скоростями.", "После 25-й минуты вдвое считаются только оставшиеся минуты."),
)
def counted_twice(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 25 + 2 * t)


@position.mistake(
    en=("The two speeds are averaged over the whole trip.", "In the first 25 minutes the speed is 1, not 1.5. Treat the two parts separately."),
    ru=("Две скорости усреднены по всей поездке.", "В первые 25 минут скорость равна 1, а не 1.5. Считайте две части отдельно."),
)
def averaged(t):
    return 1.5 * np.asarray(t, dtype=float)


@position.mistake(
    en=("The two speeds have changed places.", "Slow first, then fast: how far is the car after 10 minutes?"),
    ru=("Две скорости поменялись местами.", "Сначала медленно, потом быстро: далеко ли машина через 10 минут?"),
)
def speeds_swapped(t):
    return np.where(np.asarray(t) <= 25, 2.0 * np.asarray(t), 25.0 + np.asarray(t))


@position.mistake(
    en=("Before the 25th minute the formula of the second part is used.", "What does your function give at t = 0, where the car has not moved yet?"),
    ru=("До 25-й минуты применяется формула второй части.", "Что даёт ваша функция при t = 0, когда машина ещё не тронулась?"),
)
def parts_swapped(t):
    return np.minimum(t, 2.0 * np.asarray(t) - 25.0)


@position.mistake(
    en=("The car stops after 25 minutes: the path does not grow any more.", "What does the second part of the way add to the first 25 km?"),
    ru=("Через 25 минут машина останавливается: путь больше не растёт.", "Что вторая часть поездки прибавляет к первым 25 км?"),
)
def stops_at_25(t):
    return np.minimum(t, 25.0)


@position.mistake(
    en=("After 25 minutes the car makes 3 km per minute: the minutes there are counted at both speeds.", "Compare the path at 30 and at 31 minutes. What is the speed between them?"),
    ru=("После 25-й минуты машина проходит 3 км в минуту: эти минуты посчитаны с обеими скоростями.", "Сравните путь за 30 и за 31 минуту. Какова скорость между ними?"),
)
def both_speeds_at_the_end(t):
    t = np.asarray(t, dtype=float)
    return t + 2.0 * np.maximum(t - 25.0, 0.0)


@position.mistake(
    en=("In an array one late moment decides for all: every moment gets the formula of the second part.", "Each element needs a decision of its own. Which of your functions makes one decision for the whole array?"),
    ru=("В массиве один поздний момент решает за всех: ко всем применяется формула второй части.", "Решать нужно для каждого элемента отдельно. Какая функция у вас принимает одно решение на весь массив?"),
)
def one_late_decides(t):
    if np.all(np.asarray(t) <= 25):
        return t
    return 2.0 * t - 25.0


@position.mistake(
    en=("Every moment gets the formula of the second part.", "Where is the car after 10 minutes? Before the 25th minute another formula holds."),
    ru=("Ко всем моментам применяется формула второй части.", "Где машина через 10 минут? До 25-й минуты действует другая формула."),
    looks_like=("parts_swapped",),
)
def second_formula_everywhere(t):
    return 2.0 * np.asarray(t) - 25.0


@position.mistake(
    en=("Before the 25th minute the car has 25 km behind it already.", "At t = 0 it has not moved yet. What does the first part of the way give after 10 minutes?"),
    ru=("До 25-й минуты за машиной уже 25 км.", "При t = 0 она ещё не тронулась. Что даёт первая часть пути через 10 минут?"),
)
def first_part_all_at_once(t):
    return 25.0 + 2.0 * np.maximum(np.asarray(t) - 25.0, 0.0)


@position.mistake(
    en=("In an array one early moment decides for all: every moment gets the formula of the first part.", "Is there one question for the whole array in your code? Each element needs its own answer."),
    ru=("В массиве один ранний момент решает за всех: ко всем применяется формула первой части.", "Нет ли в коде одного вопроса на весь массив? Ответ нужен для каждого элемента свой."),
)
def one_early_decides(t):
    if np.any(np.asarray(t) <= 25):
        return t
    return 2.0 * t - 25.0


@position.mistake(
    en=("The function takes one number and stops at an array.", "An if needs one truth value, and so do Python's max and min; an array has many. The hint in the task names functions that choose element by element."),
    ru=("Функция принимает одно число и останавливается на массиве.", "Для if, как и для max и min в Python, нужно одно истинностное значение, а в массиве их много. В задании названы функции, которые выбирают поэлементно."),
)
def one_number_only(t):
    if t <= 25:
        return 1.0 * t
    return 2.0 * t - 25.0


@position.mistake(
    en=("The function takes nothing but a row of moments.", "A single number has no length, and the row of a table is no number. Which functions of NumPy take all three?"),
    ru=("Функция принимает только ряд моментов.", "У одного числа нет длины, а строка таблицы — не число. Какие функции NumPy принимают и то, и другое, и третье?"),
)
def rows_only(t):
    path = np.zeros(len(t))
    for i in range(len(t)):
        path[i] = t[i] if t[i] < 25 else 2 * t[i] - 25
    return path


@position.mistake(
    en=("The second part of the way begins at 0: the 25 km of the first part are not in it.", "The path after the 25th minute begins where the first part has ended. Where is that?"),
    ru=("Вторая часть пути начинается с нуля: 25 км первой части в ней нет.", "Путь после 25-й минуты начинается там, где кончилась первая часть. Где это?"),
    looks_like=("first_part_lost",),
)
def first_part_lost_at_once(t):
    t = np.asarray(t, dtype=float)
    return np.where(t < 25, t, 2 * (t - 25))


@position.mistake(
    en=("From the 25th minute on all minutes count twice, those of the first part too.", "How many kilometres has the car driven by the 25th minute? The path must not jump there."),
    ru=("С 25-й минуты вдвое считаются все минуты, и минуты первой части тоже.", "Сколько километров за машиной на 25-й минуте? В этой точке путь не должен скакать."),
    looks_like=("all_doubled",),
)
def all_doubled_at_once(t):
    t = np.asarray(t, dtype=float)
    return np.where(t < 25, t, 2 * t)


@position.mistake(
    en=("To the 25 km of the first part the way of the whole time at double speed is added.", "How many minutes of the time are left for the second part?"),
    ru=("К 25 км первой части прибавлен путь за всё время с двойной скоростью.", "Сколько минут из всего времени приходится на вторую часть?"),
    looks_like=("counted_twice",),
)
def counted_twice_at_once(t):
    t = np.asarray(t, dtype=float)
    return np.where(t < 25, t, 25 + 2 * t)


@position.mistake(
    en=("Before the 25th minute a negative way is added: at t = 0 the car is at −50 km.", "How many minutes of the second part has the car driven after 10 minutes? Not fewer than none."),
    ru=("До 25-й минуты прибавляется отрицательный путь: при t = 0 машина оказывается на отметке −50 км.", "Сколько минут второй части проехала машина через 10 минут? Меньше нуля быть не может."),
)
def second_part_negative(t):
    return np.minimum(t, 25.0) + 2.0 * (np.asarray(t) - 25.0)


@position.alternative
def by_larger_line(t):
    return np.maximum(t, 2 * t - 25)


@position.alternative
def by_extra_minutes(t):
    return t + np.maximum(t - 25, 0)


@position.alternative
def by_recursion(t):
    if np.ndim(t):
        return [by_recursion(one) for one in t]
    return t if t <= 25 else 25 + (t - 25) * 2


position.equal(position, "t < 25", "at t = 25 both formulas give 25")
position.equal(by_larger_line, "np.maximum", "which of two numbers is larger does not hang on their order")
position.equal(by_extra_minutes, "np.maximum", "which of two numbers is larger does not hang on their order")
position.equal(by_recursion, "t <= 25", "at t = 25 both formulas give 25")
