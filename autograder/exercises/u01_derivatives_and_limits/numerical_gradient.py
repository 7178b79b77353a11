"""Gradient of f at a point, from difference quotients."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.judge import array
from course.public import u01_derivatives_and_limits as public


# Forward and central differences are both right: the error of the forward one is about h, here 1e-6 times the curvature.
@exercise(points=3, rtol=1e-4, atol=1e-4)
def numerical_gradient(f, point, h=1e-6):
    shape = point.shape
    steps = [step.reshape(shape) for step in h * np.eye(point.size)]
    return np.reshape([(f(point + step) - f(point - step)) / (2 * h) for step in steps], shape)


numerical_gradient.example(public.hill, np.array([2.0, 1.0]))
numerical_gradient.example(public.bowl, np.array([[1.0, -2.0], [0.5, 3.0]]))
numerical_gradient.example(public.valley, np.array([1, 3, -5]))
numerical_gradient.example(public.growth, np.array([0.0, 1.0]), h=0.5, fulfils="misses_the_exponentials")


def _landscape(rng, shape):
    """Return a smooth function of an array of that shape, in which every coordinate has its own part; by one it falls."""
    a, b = rng.uniform(0.5, 2.0, size=shape), rng.normal(size=shape)
    b.flat[rng.integers(b.size)] = rng.uniform(-12.0, -10.0)

    def f(point):
        point = np.asarray(point, dtype=float)
        return float(np.sum(a * point**2 + b * point) + np.prod(np.sin(point)) + point.flat[0] * point.flat[-1])

    return f


@numerical_gradient.probe("general")
def _(answer, rng):
    return [answer(_landscape(rng, (n,)), rng.uniform(0.5, 1.5, size=n)) for n in (2, 3, 5)]


@numerical_gradient.probe("vector")
def _(answer, rng):
    return [answer(_landscape(rng, shape), rng.uniform(0.5, 1.5, size=shape)) for shape in ((2, 3), (4, 1), (2, 2, 2))]


@numerical_gradient.probe("edge", credit=0.5)
def _(answer, rng):
    whole = [answer(_landscape(rng, shape), rng.integers(1, 5, size=shape)) for shape in ((2,), (4,), (2, 2))]  # integers
    return [*whole, answer(_landscape(rng, (3,)), rng.permutation([0.0, *rng.uniform(0.5, 1.5, size=2)]))]  # a place on an axis


@numerical_gradient.probe("property", credit=0.5)
def _(answer, rng):
    point = rng.uniform(0.5, 1.5, size=3)
    while np.all((point + 0.5) - 0.5 == point):  # who steps there and back in the argument changes it
        point = rng.uniform(0.5, 1.5, size=3)

    def f(point):
        return float(np.sum(np.exp(np.asarray(point, dtype=float))))

    # With a large step several quotients are right and differ: of that call it only counts that h matters.
    coarse, fine = (array(ask(f, point, h), (3,)) for ask, h in ((answer.sample, 0.5), (answer, 1e-5)))
    return [bool((np.abs(coarse - fine) > 1e-3).all()), fine.tolist()]


@numerical_gradient.mistake(
    en=("Every partial comes out positive, even where the function falls.", "Where a function falls along a coordinate its partial is negative. What takes the signs away?"),
    ru=("Все частные производные получаются положительными, даже там, где функция убывает.", "Там, где функция вдоль координаты убывает, частная производная отрицательна. Что у вас отнимает знаки?"),
)
def sizes(f, point, h=1e-6):
    steps = [step.reshape(point.shape) for step in h * np.eye(point.size)]
    return np.reshape([abs(f(point + step) - f(point - step)) / (2 * h) for step in steps], point.shape)


@numerical_gradient.mistake(
    en=("One number comes back, the sum of all partials, as when all coordinates are moved at once.", "A partial derivative moves one coordinate and keeps the others. As many numbers are due as the point has."),
    ru=("Возвращается одно число — сумма всех частных производных, как при сдвиге всех координат сразу.", "Частная производная сдвигает одну координату, а остальные держит на месте. Чисел должно быть столько, сколько координат."),
)
def all_at_once(f, point, h=1e-6):
    return (f(point + h) - f(point)) / h


@numerical_gradient.mistake(
    en=("The result is as if a coordinate that was moved were not put back before the next one is moved.", "In the second quotient only the second coordinate may differ from the point."),
    ru=("Результат такой, как если сдвинутую координату не возвращать на место перед сдвигом следующей.", "Во втором отношении от исходной точки должна отличаться только вторая координата."),
)
def not_put_back(f, point, h=1e-6):
    moved = np.array(point, dtype=float)
    gradient = np.empty_like(moved)
    start = f(point)
    for place in np.ndindex(moved.shape):
        moved[place] += h
        gradient[place] = (f(moved) - start) / h
    return gradient


@numerical_gradient.mistake(
    en=("The function moves the coordinates of the point it was given and leaves it changed.", "A second name is no copy. Make a copy before you move anything."),
    ru=("Функция сдвигает координаты переданной ей точки и оставляет её изменённой.", "Второе имя — не копия. Сделайте копию, прежде чем что-то сдвигать."),
)
def point_changed(f, point, h=1e-6):
    point = np.asarray(point, dtype=float)
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        before = f(point)
        point[place] += h
        gradient[place] = (f(point) - before) / h
    return gradient


@numerical_gradient.mistake(
    en=("The partials come back as one flat row.", "The gradient has the shape of the point: for a point of shape (2, 3) it is (2, 3)."),
    ru=("Частные производные возвращаются одной плоской строкой.", "У градиента та же форма, что у точки: для точки формы (2, 3) это (2, 3)."),
)
def flat_row(f, point, h=1e-6):
    flat = np.array(point, dtype=float).ravel()
    gradient = []
    for i in range(flat.size):
        step = np.zeros(flat.size)
        step[i] = h
        gradient.append((f((flat + step).reshape(np.shape(point))) - f((flat - step).reshape(np.shape(point)))) / (2 * h))
    return np.array(gradient)


@numerical_gradient.mistake(
    en=("For a point with two axes whole rows are moved instead of single coordinates.", "One index walks along the first axis only. How do you reach every element of an array of any shape?"),
    ru=("Если у точки две оси, сдвигаются целые строки, а не отдельные координаты.", "Один индекс идёт только по первой оси. Как обойти все элементы массива любой формы?"),
)
def rows_only(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty(len(point))
    for i in range(len(point)):
        step = np.zeros_like(point)
        step[i] = h
        gradient[i] = (f(point + step) - f(point - step)) / (2 * h)
    return gradient


@numerical_gradient.mistake(
    en=("For a point of integers a small step can become a whole one, and then the partial is huge.", "An array of integers cannot hold 1.999999. Which type must the copy have?"),
    ru=("Если координаты целые, малый шаг может превратиться в целый, и тогда производная огромна.", "В массиве целых чисел нельзя хранить 1.999999. Какого типа должна быть копия?"),
)
def integers_kept(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        right, left = point.copy(), point.copy()
        right[place] += h
        left[place] -= h
        gradient[place] = (f(right) - f(left)) / (2 * h)
    return gradient


@numerical_gradient.mistake(
    en=("The result does not change with h: it is that of a small step that is always the same.", "The step must be the h that was given. Try a large one, say 0.5, for the sum of exponentials: the result must change."),
    ru=("Результат не зависит от h: он такой, как при малом постоянном шаге.", "Шагом должно быть переданное h. Возьмите большое, например 0.5, для суммы экспонент: результат должен измениться."),
)
def own_step(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = 1e-6
        gradient[place] = (f(point + step) - f(point - step)) / 2e-6
    return gradient


@numerical_gradient.mistake(
    en=("All partials are 0, or as small as the step.", "Each partial is a quotient. Is the small difference Δf measured, divided by the step, and kept in the result?"),
    ru=("Все частные производные равны 0 или малы, как сам шаг.", "Каждая частная производная — отношение. Измерена ли у вас малая разность Δf, разделена ли она на шаг и попадает ли в результат?"),
)
def undivided(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h
        gradient[place] = f(point + step) - f(point)
    return gradient


@numerical_gradient.mistake(
    en=("All partials are twice as large as they should be.", "How far apart are the two points of each quotient? Divide by that distance."),
    ru=("Все частные производные вдвое больше, чем нужно.", "На каком расстоянии друг от друга лежат две точки каждого отношения? На него и надо делить."),
)
def twice_too_large(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h
        gradient[place] = (f(point + step) - f(point - step)) / h
    return gradient


@numerical_gradient.mistake(
    en=("The length of the gradient comes back, not the gradient.", "A direction needs all its components. Return the array of partials."),
    ru=("Возвращается длина градиента, а не сам градиент.", "Чтобы задать направление, нужны все компоненты. Верните массив частных производных."),
)
def only_its_length(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h
        gradient[place] = (f(point + step) - f(point - step)) / (2 * h)
    return float(np.sqrt(np.sum(gradient**2)))


@numerical_gradient.mistake(
    en=("For a point of integers the partials are wrong: the small step gets lost or becomes a whole one.", "An array of integers cannot hold 2.000001, nor 0.000001. Which type must the arrays have that a step goes into?"),
    ru=("Если координаты целые, производные неверны: малый шаг теряется или становится целым.", "В массиве целых чисел нельзя хранить ни 2.000001, ни 0.000001. Какого типа должны быть массивы, в которые попадает шаг?"),
)
def step_lost_in_integers(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        moved = point.copy()
        moved[place] += h
        gradient[place] = (f(moved) - f(point)) / h
    return gradient


@numerical_gradient.mistake(
    en=("For a point of integers the partials lose everything after the decimal point.", "An array made to look like the point holds integers if the point does. Which array takes your results?"),
    ru=("Если координаты целые, у частных производных пропадает дробная часть.", "Массив, сделанный по образцу точки, целочисленный, если такова точка. В какой массив попадают результаты?"),
)
def result_cut_off_in_integers(f, point, h=1e-6):
    gradient = np.zeros_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[place] = h
        gradient[place] = (f(point + step) - f(point - step)) / (2 * h)
    return gradient


@numerical_gradient.mistake(
    en=("All partials have the wrong sign.", "The value at the moved point minus the other one: f grows where its partial is positive."),
    ru=("У всех частных производных неверный знак.", "Из значения в сдвинутой точке вычитается другое: там, где f растёт, производная положительна."),
)
def signs_turned_round(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[place] = h
        gradient[place] = (f(point - step) - f(point + step)) / (2 * h)
    return gradient


@numerical_gradient.mistake(
    en=("All partials are half of what is due.", "How far apart are the two points of each quotient? One of them may be the point itself."),
    ru=("Все частные производные вдвое меньше, чем нужно.", "На каком расстоянии друг от друга лежат две точки каждого отношения? Одной из них может быть сама точка."),
)
def half_too_small(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[place] = h
        gradient[place] = (f(point + step) - f(point)) / (2 * h)
    return gradient


@numerical_gradient.mistake(
    en=("The direction is right, but the length is always 1.", "Nothing has to be divided by the length: the gradient also says how steep it is."),
    ru=("Направление верное, но длина всегда равна 1.", "Делить на длину не нужно: градиент говорит и о том, насколько круто."),
)
def made_unit_length(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[place] = h
        gradient[place] = (f(point + step) - f(point - step)) / (2 * h)
    return gradient / np.sqrt(np.sum(gradient**2))


@numerical_gradient.mistake(
    en=("For a point with two axes the function stops: one index reaches a whole row, not a single coordinate.", "Which tool of the task walks through all places of an array of any shape?"),
    ru=("Если у точки две оси, функция останавливается: один индекс даёт целую строку, а не одну координату.", "Какое средство из задания обходит все места массива любой формы?"),
)
def one_axis_only(f, point, h=1e-6):
    gradient = np.zeros(len(point))
    for i in range(len(point)):
        moved = [float(value) for value in point]
        moved[i] = moved[i] + h
        gradient[i] = (f(np.array(moved)) - f(point)) / h
    return gradient


@numerical_gradient.mistake(
    en=("In every place stands one and the same number: the slope when all coordinates move together.", "A partial derivative moves one coordinate. How many of them differ between your two points?"),
    ru=("На всех местах стоит одно и то же число: наклон при сдвиге всех координат сразу.", "В частной производной сдвигается одна координата. Сколькими координатами различаются ваши две точки?"),
)
def one_number_in_every_place(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    return np.full(point.shape, (f(point + h) - f(point)) / h)


@numerical_gradient.mistake(
    en=("For a point with two axes all elements of a row get one and the same number: the slope when the whole row moves.", "How many coordinates does one index reach in a table? Each of them needs a quotient of its own."),
    ru=("Если у точки две оси, все элементы строки получают одно и то же число: наклон при сдвиге всей строки.", "Сколько координат таблицы задаёт один индекс? Каждой из них нужно своё отношение."),
)
def sum_of_the_row(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.zeros(point.shape)
    for i in range(len(point)):
        moved = point.copy()
        moved[i] = moved[i] + h
        gradient[i] = (f(moved) - f(point)) / h
    return gradient


@numerical_gradient.mistake(
    en=("The partials are those of other points: one coordinate is right and the rest are 0.", "The other coordinates stay as they are in the point. From what do you make the two points of a quotient?"),
    ru=("Производные взяты в других точках: одна координата верна, а остальные равны 0.", "Остальные координаты остаются такими, как в точке. Из чего вы строите две точки для отношения?"),
)
def the_others_at_zero(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        right, left = np.zeros(point.shape), np.zeros(point.shape)
        right[place], left[place] = point[place] + h, point[place] - h
        gradient[place] = (f(right) - f(left)) / (2 * h)
    return gradient


@numerical_gradient.mistake(
    en=("This is the gradient at the origin, whatever the point is.", "The step is added to something. To what, in your code?"),
    ru=("Это градиент в начале координат, какой бы ни была точка.", "Шаг к чему-то прибавляют. К чему он прибавлен у вас?"),
)
def at_the_origin(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[place] = h
        gradient[place] = (f(step) - f(-step)) / (2 * h)
    return gradient


@numerical_gradient.mistake(
    en=("The result does not change with h: it is that of a forward step of 0.1.", "A step of 0.1 is long, and nobody asked for it. Which step does the caller want?"),
    ru=("Результат не зависит от h: он такой, как при шаге 0.1 вправо.", "Шаг 0.1 велик, и о нём никто не просил. Какой шаг нужен тому, кто вызывает функцию?"),
)
def step_of_a_tenth(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[place] = 0.1
        gradient[place] = (f(point + step) - f(point)) / 0.1
    return gradient


@numerical_gradient.mistake(
    en=("The result does not change with h: it is that of a forward step of 0.001.", "The caller chooses the step. Which of your lines uses the h that was given?"),
    ru=("Результат не зависит от h: он такой, как при шаге 0.001 вправо.", "Шаг выбирает тот, кто вызывает функцию. В какой строке у вас участвует переданное h?"),
)
def step_of_a_thousandth(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[place] = 0.001
        gradient[place] = (f(point + step) - f(point)) / 0.001
    return gradient


@numerical_gradient.mistake(
    en=("The function does not come to an end.", "What must change in every turn of a while loop, so that its condition is false at last?"),
    ru=("Функция не приходит к концу.", "Что должно меняться на каждом обороте цикла while, чтобы его условие когда-нибудь нарушилось?"),
    never_ends=True,
)
def counter_stands_still(f, point, h=1e-6):
    k = 0
    while k < point.size:
        k += 0


@numerical_gradient.mistake(
    en=("Where a coordinate is 0, no number comes back.", "Does the length of your step depend on the coordinate? Then nothing moves at 0: the step is h, wherever the point lies."),
    ru=("Где координата равна 0, получается не число.", "Зависит ли длина вашего шага от координаты? Тогда в нуле ничего не сдвигается, а шаг равен h, где бы ни лежала точка."),
)
def step_in_parts_of_the_coordinate(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h * point[place]
        with np.errstate(invalid="ignore"):
            gradient[place] = (f(point + step) - f(point)) / step[place]
    return gradient


@numerical_gradient.mistake(
    en=("For a table the partials of its columns stand along its rows: the numbers are right and stand in each other's places.", "In which order does NumPy go through a table, along the rows or down the columns?"),
    ru=("Для таблицы производные её столбцов стоят вдоль строк: числа верны, но не на своих местах.", "В каком порядке NumPy обходит таблицу: по строкам или по столбцам?"),
)
def columns_first(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    slopes = []
    for k in range(point.size):
        step = np.zeros(point.size)
        step[k] = h
        step = step.reshape(point.shape, order="F")
        slopes.append((f(point + step) - f(point - step)) / (2 * h))
    return np.array(slopes).reshape(point.shape)


@numerical_gradient.alternative
def forward_differences(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place, value in np.ndenumerate(point):
        moved = np.array(point, dtype=float)
        moved[place] = value + h
        gradient[place] = (f(moved) - f(point)) / h
    return gradient


@numerical_gradient.alternative
def by_number_of_the_coordinate(f, point, h=1e-6):
    def partial(i):
        moved = np.ravel(point) + h * (np.arange(point.size) == i)
        return (f(moved.reshape(point.shape)) - f(point)) / h

    return np.reshape([partial(i) for i in range(point.size)], point.shape).tolist()


for _answer in (numerical_gradient, forward_differences, by_number_of_the_coordinate):
    numerical_gradient.equal(_answer, "h=1e-6", "the default step only has to be small, and may go to the left")
numerical_gradient.equal(forward_differences, "np.zeros(point.shape)", "every element is written")
numerical_gradient.equal(forward_differences, "gradient[place] = ", "every element is 0 before it is written")
