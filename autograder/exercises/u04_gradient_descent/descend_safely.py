"""Gradient descent that stops on a small gradient and says whether it arrived."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u04_gradient_descent.shared import draw, slope_of
from autograder.judging.parts import part_of, shuffled
from course.public import u04_gradient_descent as public


@exercise(points=3)
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps):
        slope = grad(w)
        if np.linalg.norm(slope) <= eps:
            return w, steps, True
        w = w - learning_rate * slope
    return w, max_steps, bool(np.linalg.norm(grad(w)) <= eps)


for _limit in (100, 4, 3):
    descend_safely.example(public.lecture_slope, 5.0, 0.25, 1.0, _limit)
descend_safely.example(public.lecture_slope, 5.0, 1.0, 1.0, 100)
descend_safely.example(public.lecture_slope, -5.0, 0.75, 1.25, 100)
descend_safely.example(public.lecture_slope, 0, 0.1, 0.01, 50)
descend_safely.example(public.ravine_slope, np.array([2.0, 0.15]), 0.025, 4.5, 50)


for _which, _part in enumerate(("w", "steps", "converged")):  # a third of the points for each

    @descend_safely.probe("simple", part=_part)
    def _(answer, rng, which=_which):
        cases = []
        for scales, rates, eps, limits in (
            ((0.45, 0.55), (0.25, 0.35), 0.05, (55, 70)),
            ((0.90, 1.10), (0.75, 0.82), 0.01, (55, 70)),  # over the minimum and back
            ((0.45, 0.55), (0.25, 0.35), 0.05, (2, 5)),  # too few steps
            ((0.45, 0.55), (0.15, 0.25), 0.01, (4, 8)),
        ):
            centre, ahead, scale, rate, least = draw(rng, (0.5, 2.0), (2.0, 4.0), scales, rates, (0.8 * eps, eps))
            centre *= rng.choice([-1.0, 1.0])  # a minimum at 0 would not tell the weight from the slope
            cases.append((slope_of(centre, scale), centre + ahead, rate, least, int(rng.integers(*limits))))
        return [part_of(answer(*case), which, 3) for case in shuffled(rng, cases)]

    @descend_safely.probe("edge", part=_part)
    def _(answer, rng, which=_which):
        centre, far, near, rate, tiny = draw(rng, (0.5, 2.0), (3.0, 6.0), (0.001, 0.004), (0.1, 0.3), (5e-7, 3e-6))
        centre *= rng.choice([-1.0, 1.0])
        few, many = int(rng.integers(2, 6)), 2 * int(rng.integers(10, 16))  # even: a single swing ends elsewhere
        cases = [
            (far, 1.0, 0.01, many),  # swings from one side to the other
            (far, tiny, 0.01, many),  # hardly moves
            (near, rate, 0.01, many),  # already there
            (far, rate, 1e-9, few),  # too few steps
            (far, 0.5, 1e-9, 1),  # arrives with the last step
            (near, rate, 0.01, 0),  # no step is allowed, and none is due
            (-far, rate, 0.01, 0),
        ]
        cases = [(slope_of(centre, 1.0), centre + ahead, *case) for ahead, *case in cases]
        # Whole numbers and halves: a slope of exactly eps is one for every way of computing it.
        start, exact = int(rng.integers(1, 9)) * 2**few, slope_of(0, 1.0)
        cases += [(exact, start, 0.25, start / 2.0 ** (few - 2), many), (exact, -start, 0.75, start / 2.0 ** (few - 2), many)]
        return [part_of(answer(*case), which, 3) for case in shuffled(rng, cases)]

    @descend_safely.probe("vector", part=_part)
    def _(answer, rng, which=_which):
        scale = rng.uniform((0.45, 1.4), (0.55, 1.6))
        start = rng.uniform(2.0, 6.0, size=2)
        few = [int(steps) for steps in rng.integers(2, 6, size=2)]
        cases = shuffled(rng, [(1.0, 80), (-1.0, 80), *((1.0, steps) for steps in few)])

        def grad(w):  # each component hangs on both weights
            return 2.0 * scale * np.asarray(w) + 0.3 * w[::-1]

        seen = [answer(grad, sign * start, 0.25, 0.02, steps) for sign, steps in cases]
        # The largest component, the mean and the sum are small two steps before the length is, three before and three after.
        alike, steps = rng.choice([-1.0, 1.0], size=2) * rng.permutation([3.0, 4.0]) * rng.uniform(0.5, 1.0), int(rng.integers(5, 9))
        eps = 1.05 * 0.9**steps * 2 * np.linalg.norm(alike)
        seen += [answer(lambda w: 2.0 * np.asarray(w), alike, 0.05, float(eps), limit) for limit in (40, steps - 1)]
        # One component is small from the start, the other one is not.
        small, large = (float(rng.choice([-1, 1]) * rng.uniform(*sizes)) for sizes in ((1e-3, 4e-3), (2.0, 6.0)))
        seen += [answer(lambda w: 2.0 * np.asarray(w), np.array(start), 0.25, 0.02, 40) for start in ((small, large), (large, small))]
        seen.append(answer(lambda w: 2.0 * np.asarray(w), rng.choice([-1, 1], size=2) * np.array([3, 5]), 0.3, 0.5, 20))
        return [part_of(each, which, 3) for each in seen]


@descend_safely.mistake(
    en=("The rule looks at how far the weight moves; a tiny learning rate fools it.", "Ask how steep it is where you stand: compare |grad(w)| with eps."),
    ru=("Критерий смотрит, насколько сдвинулся вес; крошечная скорость обучения его обманывает.", "Спросите, насколько круто там, где вы стоите: сравните |grad(w)| с eps."),
)
def fooled_by_small_steps(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(max_steps):
        move = learning_rate * np.asarray(grad(w))
        w = w - move
        if np.linalg.norm(np.atleast_1d(move)) <= eps:
            return w, steps + 1, True
    return w, max_steps, False


@descend_safely.mistake(
    en=("It reports success, though the slope is still steep.", "After max_steps with a steep slope, converged must be False."),
    ru=("Функция сообщает об успехе, хотя склон ещё крутой.", "Если через max_steps шагов склон всё ещё крутой, converged должно быть False."),
)
def always_converged(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(max_steps + 1):
        slope = np.asarray(grad(w))
        if np.linalg.norm(np.atleast_1d(slope)) <= eps or steps == max_steps:
            return w, steps, True
        w = w - learning_rate * slope


@descend_safely.mistake(
    en=("A step is taken before the slope is looked at.", "At a point that is flat already, no step is due: steps = 0."),
    ru=("Шаг делается раньше, чем проверяется наклон.", "В точке, где уже почти плоско, шаг не нужен: steps = 0."),
)
def steps_first(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(1, max_steps + 1):
        w = w - learning_rate * np.asarray(grad(w))
        if np.linalg.norm(np.atleast_1d(grad(w))) <= eps:
            return w, steps, True
    return w, max_steps, False


@descend_safely.mistake(
    en=("The sign of the gradient is left in the comparison.", "A slope of −6 is steep too: compare its size with eps."),
    ru=("В сравнении остался знак градиента.", "Наклон −6 тоже крутой: сравнивайте с eps его величину."),
)
def slope_sign_forgotten(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(max_steps + 1):
        slope = np.asarray(grad(w), dtype=float)
        if np.all(slope <= eps):
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("A walk that arrives with its last allowed step is not called converged.", "It has converged. Does your answer come from the slope at the weight that you return, after the last step too?"),
    ru=("Спуск, пришедший к цели последним разрешённым шагом, не признан сошедшимся.", "Он сошёлся. Следует ли ваш ответ из наклона в той точке, которую вы возвращаете, и после последнего шага тоже?"),
)
def last_step_unseen(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(max_steps):
        slope = np.asarray(grad(w), dtype=float)
        if np.linalg.norm(np.atleast_1d(slope)) <= eps:
            return w, steps, True
        w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("Only the weight comes back.", "Three things are asked for: the weight, the number of steps, and whether it converged."),
    ru=("Возвращается только вес.", "Нужны три вещи: вес, число шагов и признак того, что спуск сошёлся."),
)
def weight_only(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for _ in range(max_steps):
        slope = np.asarray(grad(w), dtype=float)
        if np.linalg.norm(np.atleast_1d(slope)) <= eps:
            break
        w = w - learning_rate * slope
    return w


@descend_safely.mistake(
    en=("Of a gradient vector the largest component decides, not the length.", "The task asks for its length. How long is the vector (3, 4)?"),
    ru=("У вектора градиента решает наибольшая компонента, а не длина.", "Нужна его длина. Какой длины вектор (3, 4)?"),
)
def largest_component(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps + 1):
        slope = grad(w)
        if np.max(np.abs(slope)) <= eps:
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("A single small component of the gradient is enough to stop.", "Along the other axis it may be steep. What does the length of a vector look at?"),
    ru=("Для остановки хватает одной малой компоненты градиента.", "Вдоль другой оси может быть круто. На что смотрит длина вектора?"),
)
def smallest_component(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps + 1):
        slope = grad(w)
        if np.min(np.abs(slope)) <= eps:
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("Of a gradient vector only the first component is looked at.", "It may be steep along the other axes. Which number tells how steep it is altogether?"),
    ru=("У вектора градиента учитывается только первая компонента.", "Вдоль других осей может быть круто. Какое число говорит, насколько круто всего?"),
)
def first_component(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps + 1):
        slope = grad(w)
        if abs(np.ravel(slope)[0]) <= eps:
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("The components of the gradient are averaged.", "The task asks for the length of the vector, which is never below its largest component. How long is (3, 4)?"),
    ru=("Компоненты градиента усреднены.", "Задание спрашивает о длине вектора, а она не меньше наибольшей компоненты. Какова длина (3, 4)?"),
)
def mean_of_components(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps + 1):
        slope = grad(w)
        if np.mean(np.abs(slope)) <= eps:
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("The sizes of the components are added up.", "The task asks for the length of the vector. How long is (3, 4)?"),
    ru=("Складываются модули компонент.", "Нужна длина вектора. Какой длины вектор (3, 4)?"),
)
def sum_of_components(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps + 1):
        slope = grad(w)
        if np.sum(np.abs(slope)) <= eps:
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("The square of the length is compared with eps.", "The length itself is asked for: what is missing after the sum of squares?"),
    ru=("С eps сравнивается квадрат длины.", "Нужна сама длина. Чего не хватает после суммы квадратов?"),
)
def square_of_the_length(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps + 1):
        slope = grad(w)
        if np.sum(np.square(slope)) <= eps:
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("A slope that equals eps does not count as arrived.", "The task says: at most eps. What about equality?"),
    ru=("Наклон, равный eps, не считается достаточно малым.", "В задании сказано: не больше eps. А как быть с равенством?"),
)
def strictly_below(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps + 1):
        slope = grad(w)
        if np.linalg.norm(slope) < eps:
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("The number of points comes back, not of steps.", "At a point that is flat already, no step is made: steps = 0."),
    ru=("Возвращается число точек, а не шагов.", "В точке, где уже плоско, шагов не делают: steps = 0."),
)
def points_counted(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps + 1):
        slope = grad(w)
        if np.linalg.norm(slope) <= eps:
            return w, steps + 1, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps + 1, False


@descend_safely.mistake(
    en=("After the steps have run out, one more is made.", "With max_steps = 3 at most three updates are allowed: count those of your loop."),
    ru=("Когда шаги кончились, делается ещё один.", "При max_steps = 3 разрешено не больше трёх обновлений: посчитайте, сколько их в вашем цикле."),
)
def one_step_over(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps + 1):
        slope = grad(w)
        if np.linalg.norm(slope) <= eps:
            return w, steps, True
        w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("It reports that it has not arrived, though it has.", "When the slope is at most eps, converged must be True."),
    ru=("Функция сообщает, что спуск не сошёлся, хотя он сошёлся.", "Если наклон не больше eps, converged должно быть True."),
)
def never_converged(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps + 1):
        slope = grad(w)
        if np.linalg.norm(slope) <= eps or steps == max_steps:
            break
        w = w - learning_rate * slope
    return w, steps, False


@descend_safely.mistake(
    en=("One step too many: the slope that stops the descent is the one before the step.", "Look first and step afterwards. Which weight belongs to the slope that you compare?"),
    ru=("Сделан лишний шаг: спуск останавливает наклон, измеренный до шага.", "Сначала смотрят, потом шагают. К какому весу относится наклон, который вы сравниваете?"),
)
def old_slope_looked_at(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(1, max_steps + 1):
        slope = grad(w)
        w = w - learning_rate * slope
        if np.linalg.norm(slope) <= eps:
            return w, steps, True
    return w, max_steps, False


@descend_safely.mistake(
    en=("The length of the coming step is compared with eps, not the slope.", "With a tiny η every step is short, however steep it is. Which of your factors does not belong in the comparison?"),
    ru=("С eps сравнивается длина предстоящего шага, а не наклон.", "При крошечной η любой шаг короткий, как бы круто ни было. Какой множитель в сравнении лишний?"),
)
def coming_step_for_slope(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps):
        step = learning_rate * grad(w)
        if np.linalg.norm(step) <= eps:
            return w, steps, True
        w = w - step
    return w, max_steps, bool(np.linalg.norm(learning_rate * grad(w)) <= eps)


@descend_safely.mistake(
    en=("The size of the weight is compared with eps, not that of the slope.", "The minimum need not be at 0. What is small there for every loss?"),
    ru=("С eps сравнивается величина веса, а не наклона.", "Минимум не обязан быть в нуле. Что в нём мало для любых потерь?"),
)
def weight_for_slope(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps):
        if np.linalg.norm(w) <= eps:
            return w, steps, True
        w = w - learning_rate * grad(w)
    return w, max_steps, bool(np.linalg.norm(w) <= eps)


@descend_safely.mistake(
    en=("The start that was given is changed, and an array of whole numbers stops the function.", "−= writes into the array itself. Make a new array in each step."),
    ru=("Меняется переданный массив w0, а на массиве целых чисел функция останавливается.", "Знак −= пишет прямо в массив. На каждом шаге создавайте новый."),
)
def start_changed(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps):
        slope = grad(w)
        if np.linalg.norm(slope) <= eps:
            return w, steps, True
        w -= learning_rate * slope
    return w, max_steps, bool(np.linalg.norm(grad(w)) <= eps)


@descend_safely.mistake(
    en=("All steps follow the slope of the start: it is measured once, and what was measured there also decides when to stop.", "After each step you stand elsewhere. Which line of your loop measures anew?"),
    ru=("Все шаги сделаны по наклону в начальной точке: он измерен один раз, и по нему же решается, когда остановиться.", "После каждого шага вы уже в другом месте. Какая строка цикла измеряет заново?"),
)
def slope_measured_once(grad, w0, learning_rate, eps, max_steps):
    w, steps, slope = w0, 0, grad(w0)
    while np.linalg.norm(slope) > eps and steps < max_steps:
        w, steps = w - learning_rate * slope, steps + 1
    return w, steps, bool(np.linalg.norm(slope) <= eps)


@descend_safely.mistake(
    en=("Two values come back: whether the descent has arrived is not said.", "The task asks for three values. What is the honest answer when the steps have run out?"),
    ru=("Возвращаются два значения: не сказано, сошёлся ли спуск.", "Задание просит три значения. Каков честный ответ, когда шаги кончились?"),
)
def verdict_missing(grad, w0, learning_rate, eps, max_steps):
    w, steps = w0, 0
    while steps < max_steps and np.linalg.norm(grad(w)) > eps:
        w, steps = w - learning_rate * grad(w), steps + 1
    return w, steps


@descend_safely.mistake(
    en=("All max_steps steps are made, however small the slope becomes on the way.", "The descent stops as soon as the slope is at most eps. Where in your loop is the slope looked at?"),
    ru=("Сделаны все max_steps шагов, каким бы малым ни стал наклон по дороге.", "Спуск останавливается, как только наклон не больше eps. Где в цикле вы смотрите на наклон?"),
)
def all_steps_made(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for _ in range(max_steps):
        w = w - learning_rate * grad(w)
    return w, max_steps, bool(np.linalg.norm(grad(w)) <= eps)


@descend_safely.mistake(
    en=("The second and the third value have changed places.", "First the weight, then the number of steps, then whether it has arrived."),
    ru=("Второе и третье значения поменялись местами.", "Сначала вес, потом число шагов, потом — сошёлся ли спуск."),
)
def verdict_before_the_steps(grad, w0, learning_rate, eps, max_steps):
    w, steps = w0, 0
    while steps < max_steps and np.linalg.norm(grad(w)) > eps:
        w, steps = w - learning_rate * grad(w), steps + 1
    return w, bool(np.linalg.norm(grad(w)) <= eps), steps


@descend_safely.mistake(
    en=("One step too many: after each step the slope from before it is compared.", "In which order do your three lines stand: measure, compare, step? At a flat start no step is due."),
    ru=("Сделан лишний шаг: после каждого шага сравнивается наклон, измеренный до него.", "В каком порядке идут три действия: измерить, сравнить, шагнуть? Если в начале уже плоско, шаг не нужен."),
    looks_like=("old_slope_looked_at",),
)
def old_slope_but_honest_at_the_end(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(1, max_steps + 1):
        slope = grad(w)
        w = w - learning_rate * slope
        if np.linalg.norm(slope) <= eps:
            return w, steps, True
    return w, max_steps, bool(np.linalg.norm(grad(w)) <= eps)


@descend_safely.mistake(
    en=("For a single number the sign of the slope is left in the comparison.", "A vector has a length. What is the length of a number, of −6 for instance?"),
    ru=("Если w — число, в сравнении остаётся знак наклона.", "У вектора есть длина. А какова длина числа, например −6?"),
    looks_like=("slope_sign_forgotten",),
)
def sign_left_to_a_number(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps + 1):
        slope = grad(w)
        if (slope if np.ndim(slope) == 0 else np.linalg.norm(slope)) <= eps:
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("The sign of the slope is left in the comparison, and a vector stops the function.", "A slope of −6 is steep too, and a gradient may be a vector. Which one number says how steep it is, for both?"),
    ru=("В сравнении остаётся знак наклона, а на векторе функция останавливается.", "Наклон −6 тоже крутой, а градиент бывает и вектором. Какое число в обоих случаях говорит, насколько круто?"),
    looks_like=("slope_sign_forgotten", "sign_left_to_a_number"),
)
def slope_compared_as_it_is(grad, w0, learning_rate, eps, max_steps):
    w, steps = w0, 0
    while steps < max_steps and grad(w) > eps:
        w, steps = w - learning_rate * grad(w), steps + 1
    return w, steps, bool(grad(w) <= eps)


@descend_safely.mistake(
    en=("A step is made before the slope is looked at for the first time.", "At a point that is flat already, no step is due: steps = 0. Which question has to stand before your update?"),
    ru=("Первый шаг делается раньше, чем проверен наклон.", "В точке, где уже почти плоско, шаг не нужен: steps = 0. Какой вопрос должен стоять до обновления?"),
    looks_like=("steps_first",),
)
def steps_first_but_honest_at_the_end(grad, w0, learning_rate, eps, max_steps):
    w, steps = w0, 0
    while steps < max_steps:
        w, steps = w - learning_rate * grad(w), steps + 1
        if np.linalg.norm(grad(w)) <= eps:
            break
    return w, steps, bool(np.linalg.norm(grad(w)) <= eps)


@descend_safely.alternative
def by_while_loop(grad, w0, learning_rate, eps, max_steps):
    w, steps = w0, 0
    while np.sqrt(np.sum(np.square(grad(w)))) > eps and steps < max_steps:
        w = w - learning_rate * grad(w)
        steps += 1
    return w, steps, bool(np.sqrt(np.sum(np.square(grad(w)))) <= eps)


@descend_safely.alternative
def as_list(grad, w0, learning_rate, eps, max_steps):
    w, steps, g = w0, 0, grad(w0)
    while steps < max_steps and np.linalg.norm(g) > eps:
        w = w - learning_rate * g
        g = grad(w)
        steps += 1
    return [w, steps, np.linalg.norm(g) <= eps]


descend_safely.equal(descend_safely, "np.linalg.norm(", "a length has no sign")
descend_safely.equal(as_list, "g = grad(w)", "neither line needs the other")
descend_safely.equal(by_while_loop, "w, steps = w0, 0", "a list can be unpacked as well as a pair")
descend_safely.equal(by_while_loop, "w = w - learning_rate * grad(w)", "neither line needs the other")
descend_safely.equal(by_while_loop, "np.sum(np.square(grad(w)))", "a number has no axis and a vector one")


@descend_safely.mistake(
    en=("The weights move one after another: the gradient for the second one is taken where the first has moved already.", "All parts of a step come from one gradient, that of the old point. Compute it once, before anything moves."),
    ru=("Веса сдвигаются по очереди: градиент для второго взят там, куда уже сдвинулся первый.", "Все составляющие шага берутся из одного градиента — в старой точке. Вычислите его один раз, прежде чем что-то сдвигать."),
)
def one_weight_after_another(grad, w0, learning_rate, eps, max_steps):
    w = np.array(w0, dtype=float)
    for steps in range(max_steps):
        if np.linalg.norm(np.atleast_1d(grad(w))) <= eps:
            return w, steps, True
        w = w.copy()
        for j in range(w.size):
            w.flat[j] -= learning_rate * np.ravel(grad(w))[j]
    return w, max_steps, bool(np.linalg.norm(np.atleast_1d(grad(w))) <= eps)
