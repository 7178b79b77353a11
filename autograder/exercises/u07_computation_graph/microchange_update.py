"""One step of learning: the old parameter minus the microchange."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u07_computation_graph.shared import distinct_numbers
from course.public import u07_computation_graph as public


@exercise(points=1)
def microchange_update(param, d_loss, rate=0.001):
    return param - rate * d_loss(param)


microchange_update.example(2.5, public.steep, 0.3)  # before tiny steps, after which all that is wrong is nearly right
microchange_update.example(3.0, public.steep)  # at -1 some mistakes look alike
microchange_update.example(-1.0, public.steep)
microchange_update.example(-1.0, public.steep, 0.5)
microchange_update.example(np.array([2.0, -1.0]), public.bowl_slope, 0.1)


def _slope(centre, scale):
    """Return the slope of scale·(p − centre)², for numbers and arrays."""
    return lambda p: 2.0 * scale * (np.asarray(p, dtype=float) - centre) if np.ndim(p) else 2.0 * scale * (p - centre)


@microchange_update.probe("simple")
def _(answer, rng):
    return [answer(float(p), _slope(float(rng.uniform(3, 5)), float(rng.uniform(30, 50)))) for p in distinct_numbers(rng, 3)]


@microchange_update.probe("general")
def _(answer, rng):
    rates = rng.uniform((0.25, 0.01, 0.05), (0.35, 0.03, 0.2))
    return [answer(float(rng.normal()), _slope(float(rng.uniform(2, 4)), 1.5), float(rate)) for rate in rates]


@microchange_update.probe("vector")
def _(answer, rng):
    centres = rng.uniform((2.2, -3.0), (4.0, -2.0))
    return [answer(distinct_numbers(rng, 4), _slope(centres[0], 0.8), float(rng.uniform(0.05, 0.15))), answer(distinct_numbers(rng, 2), _slope(centres[1], 30.0)), answer(distinct_numbers(rng, 3), _coupled(rng), float(rng.uniform(0.05, 0.15)))]


def _coupled(rng):
    """Return a slope of which each component depends on all of the parameter."""
    centre = float(rng.uniform(2.0, 4.0))
    return lambda p: np.asarray(p, dtype=float) + float(np.sum(p)) - centre


@microchange_update.mistake(
    en=("The components move one after another, each from where the earlier ones have gone already.", "One step is one derivative: d_loss is asked once, at the old param, and all its components move together."),
    ru=("Компоненты сдвигаются по очереди, и каждая — уже после сдвига предыдущих.", "Один шаг — одна производная: d_loss вычисляют один раз, в старой точке, и все компоненты сдвигают вместе."),
)
def one_after_another(param, d_loss, rate=0.001):
    if np.ndim(param) == 0:
        return param - rate * d_loss(param)
    new = np.array(param, dtype=float)
    for place in range(len(new)):
        new[place] -= rate * d_loss(new)[place]
    return new


@microchange_update.probe("edge", credit=0.5)
def _(answer, rng):
    """Whole numbers are numbers."""
    steep = _slope(float(rng.uniform(3, 5)), float(rng.uniform(1, 2)))
    whole = rng.choice([-1, 1], size=2) * rng.integers(2, 9, size=2)
    return [answer(int(rng.integers(-9, 0)), steep), answer(whole, steep, float(rng.uniform(0.1, 0.3))), answer(int(rng.integers(6, 9)), steep, 1)]


@microchange_update.mistake(
    en=("The change is added, so the step goes uphill.", "A positive derivative says: raising param raises the loss. Which way should param go?"),
    ru=("Изменение прибавляется, и шаг идёт в гору.", "Положительная производная говорит: если увеличить param, потери вырастут. В какую сторону его двигать?"),
)
def adds_the_change(param, d_loss, rate=0.001):
    return param + rate * d_loss(param)


@microchange_update.mistake(
    en=("The whole change is subtracted, not the change times the rate.", "Micro means: first multiplied by the rate."),
    ru=("Вычитается всё изменение, а не изменение, умноженное на скорость.", "Микро — значит сначала умножить на скорость."),
)
def whole_change(param, d_loss, rate=0.001):
    return param - d_loss(param)


@microchange_update.mistake(
    en=("The change is that of the rate 0.001, whichever is given.", "The third argument may be any rate; 0.001 is only what it is when nobody says otherwise."),
    ru=("Изменение такое, будто скорость всегда равна 0.001.", "Третий аргумент может быть любым; 0.001 — только значение по умолчанию."),
)
def rate_fixed(param, d_loss, rate=0.001):
    return param - 0.001 * d_loss(param)


@microchange_update.mistake(
    en=("Only the microchange comes back.", "The new parameter is asked for, not the difference between old and new."),
    ru=("Возвращается только микроизменение.", "Нужен новый параметр, а не разница между старым и новым."),
)
def only_the_microchange(param, d_loss, rate=0.001):
    return rate * d_loss(param)


@microchange_update.mistake(
    en=("Python stops with a TypeError, as happens when d_loss is used without being called.", "The derivative is a function here. It gives a number only when it is told at which parameter."),
    ru=("Python останавливается с TypeError: так бывает, когда d_loss не вызвана.", "Производная здесь — функция. Она даёт число, только когда ей сказано, при каком параметре."),
)
def not_called(param, d_loss, rate=0.001):
    return param - rate * d_loss


@microchange_update.mistake(
    en=("The derivative is taken at the wrong place.", "The change is the derivative at the old parameter, where you stand now."),
    ru=("Производная взята не в том месте.", "Изменение — это производная при старом параметре, там, где вы сейчас стоите."),
)
def slope_at_zero(param, d_loss, rate=0.001):
    return param - rate * d_loss(0.0 * param)


@microchange_update.mistake(
    en=("The array that was passed in is changed.", "An operation that ends in = works on the caller's array. Make a new one."),
    ru=("Меняется массив, который вам передали.", "Действие со знаком = на конце работает с чужим массивом. Создайте новый."),
)
def in_place(param, d_loss, rate=0.001):
    param -= rate * d_loss(param)
    return param


@microchange_update.mistake(
    en=("Two steps are made.", "One call is one step: the derivative is asked for once."),
    ru=("Сделано два шага.", "Один вызов — один шаг: производную спрашивают один раз."),
)
def two_steps(param, d_loss, rate=0.001):
    param = param - rate * d_loss(param)
    return param - rate * d_loss(param)


@microchange_update.mistake(
    en=("The change is divided by the rate.", "A small rate must make a small step: micro means multiplied by it."),
    ru=("Изменение поделено на скорость.", "Малая скорость должна давать малый шаг: микро — значит умножить на неё."),
)
def divided_by_the_rate(param, d_loss, rate=0.001):
    return param - d_loss(param) / rate


@microchange_update.mistake(
    en=("The rate is multiplied into the whole difference.", "Only the change is multiplied by the rate; the old parameter stays as it is. Check the brackets."),
    ru=("На скорость умножена вся разность.", "На скорость умножается только изменение, а старый параметр остаётся целым. Проверьте скобки."),
)
def rate_times_all(param, d_loss, rate=0.001):
    return rate * (param - d_loss(param))


@microchange_update.mistake(
    en=("The difference is turned round.", "What is subtracted from what? With a derivative of 0 the parameter must stay as it is."),
    ru=("Разность перевёрнута.", "Что из чего вычитается? При нулевой производной параметр должен остаться прежним."),
)
def turned_round(param, d_loss, rate=0.001):
    return rate * d_loss(param) - param


@microchange_update.mistake(
    en=("The parameter is multiplied by 1 minus the microchange.", "The microchange is a difference, not a share: it is subtracted from param itself. Is the microchange multiplied by param anywhere?"),
    ru=("Параметр умножен на 1 минус микроизменение.", "Микроизменение — разность, а не доля: его вычитают из самого param. Не умножается ли где-то микроизменение на param?"),
)
def shrunk_by_a_share(param, d_loss, rate=0.001):
    return param * (1 - rate * d_loss(param))


@microchange_update.mistake(
    en=("Every step has the same length: of the derivative only the direction counts.", "A steep slope makes a long step. What is the rate multiplied by?"),
    ru=("Все шаги одинаковой длины: у производной учтено только направление.", "На крутом склоне шаг длинный. На что умножается скорость?"),
)
def only_the_direction(param, d_loss, rate=0.001):
    return param - rate * np.sign(d_loss(param))


@microchange_update.mistake(
    en=("d_loss is called with single numbers, not with the whole array.", "It is a function of the whole parameter and answers in its shape: ask it once, with all of param."),
    ru=("d_loss получает отдельные числа, а не весь массив.", "Это функция всего параметра, и ответ у неё той же формы: вызовите её один раз, со всем param."),
)
def asked_for_each_component(param, d_loss, rate=0.001):
    if np.ndim(param) == 0:
        return param - rate * d_loss(param)
    return np.array([p - rate * d_loss(p) for p in param])


@microchange_update.mistake(
    en=("The derivative is taken at the rate times param, and it is subtracted as a whole.", "The rate belongs to the change, not to the place where you stand. Where do the brackets of d_loss end?"),
    ru=("Производная взята в точке, равной скорости, умноженной на param, и вычтена целиком.", "Скорость относится к изменению, а не к точке, в которой вы стоите. Где закрывается скобка у d_loss?"),
)
def rate_inside(param, d_loss, rate=0.001):
    return param - d_loss(rate * param)


@microchange_update.alternative
def named_as_on_the_slide(param, d_loss, rate=0.001):
    change = d_loss(param)
    microchange = rate * change
    return param - microchange


@microchange_update.alternative
def by_adding_the_opposite(param, d_loss, rate=0.001):
    opposite = -d_loss(param)
    return param + opposite * rate
