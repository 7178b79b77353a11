"""Slopes of a stack of equal layers, for one layer, two layers, and so on."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import shuffled
from course.public import u03_sigmoid_derivative as public


@exercise(points=2)
def fading(f, df, z, depth):
    slopes, slope = [], 1.0
    for _ in range(depth):
        slope = slope * df(z)
        z = f(z)
        slopes.append(slope)
    return np.array(slopes)


fading.example(public.sine, public.d_sine, 0.8, 3)
fading.example(public.bent, public.d_bent, 0.9, 4)
fading.example(public.sine, public.d_sine, 2.0, 1)


def _sine(rng):
    """Return a layer a·sin z + c with its derivative."""
    a, c = float(rng.uniform(0.7, 1.3)), float(rng.uniform(0.1, 0.4))
    return (lambda z: a * np.sin(z) + c), (lambda z: a * np.cos(z))


def _parabola(rng):
    """Return a layer a·z² + c with its derivative."""
    a, c = float(rng.uniform(0.4, 0.6)), float(rng.uniform(0.2, 0.4))
    return (lambda z: a * z**2 + c), (lambda z: 2.0 * a * z)


def _line(rng):
    """Return a layer that makes one hundredth of its input, with its derivative: the left side of LeakyReLU."""
    a = float(rng.uniform(0.01, 0.02))
    return (lambda z: a * z), (lambda z: a)


def _falling(rng):
    """Return a layer a·cos z + c, whose slope is negative here, with its derivative."""
    a, c = float(rng.uniform(0.7, 1.1)), float(rng.uniform(0.2, 0.4))
    return (lambda z: a * np.cos(z) + c), (lambda z: -a * np.sin(z))


def _cases(rng, *layers):
    """Return a call for each maker of layers, of different depths, in an order of chance."""
    depths = rng.permutation(np.arange(2, 8))[: len(layers)]
    return shuffled(
        rng, [(*make(rng), float(rng.uniform(0.6, 1.2)), int(d)) for make, d in zip(layers, depths, strict=True)]
    )


@fading.probe("simple")
def _(answer, rng):
    return [answer(*case) for case in _cases(rng, _sine, _falling, _parabola)]


@fading.probe("general")
def _(answer, rng):
    return [answer(*case) for case in _cases(rng, _parabola, _sine, _line, _falling)]


@fading.probe("edge", credit=0.5)
def _(answer, rng):
    one, deep = (*_falling(rng), float(rng.uniform(0.6, 1.2)), 1), (*_sine(rng), -float(rng.uniform(0.6, 1.2)), 12)
    return [answer(*case) for case in shuffled(rng, [one, deep])]


@fading.mistake(
    en=(
        "Every layer is taken at the same z, not at what enters it.",
        "The second layer gets what the first one hands on. Which line changes z?",
    ),
    ru=(
        "Наклон каждого слоя взят в одной и той же точке z.",
        "Второй слой получает то, что отдал первый. В какой строке меняется z?",
    ),
)
def always_at_z(f, df, z, depth):
    return df(z) ** np.arange(1, depth + 1)


@fading.mistake(
    en=(
        "These are the slopes of the single layers, not of the stack.",
        "In a chain the local rates multiply: what must the slope of the first two layers be?",
    ),
    ru=(
        "Это наклоны отдельных слоёв, а не всей стопки.",
        "В цепочке локальные скорости перемножаются. Каким должен быть наклон первых двух слоёв?",
    ),
)
def not_multiplied(f, df, z, depth):
    slopes = []
    for _ in range(depth):
        slopes.append(df(z))
        z = f(z)
    return np.array(slopes)


@fading.mistake(
    en=(
        "The slope of each layer is taken at what leaves it.",
        "A local rate is measured at what enters. In which order do your two lines stand?",
    ),
    ru=(
        "Наклон каждого слоя взят при значении, которое из него выходит.",
        "Локальная скорость измеряется при значении, которое поступает на вход. В каком порядке стоят у вас две строки?",
    ),
)
def at_the_output(f, df, z, depth):
    slopes, slope = [], 1.0
    for _ in range(depth):
        z = f(z)
        slope = slope * df(z)
        slopes.append(slope)
    return np.array(slopes)


@fading.mistake(
    en=("Only the slope of the whole stack comes back.", "The task asks for one number for each depth from 1 on."),
    ru=("Возвращается наклон только всей стопки.", "В задании нужно по числу на каждую глубину, начиная с 1."),
)
def the_last_only(f, df, z, depth):
    slope = 1.0
    for _ in range(depth):
        slope = slope * df(z)
        z = f(z)
    return slope


@fading.mistake(
    en=("The array is one element too long: the 1 that the product begins with is in it.", "The first element is the slope of one layer. What do you put into the array before the loop?"),
    ru=("В массиве лишний элемент: единица, с которой начинается произведение.", "Первый элемент — наклон одного слоя. Что попадает в массив до цикла?"),
)
def with_the_start(f, df, z, depth):
    slopes = [1.0]
    for _ in range(depth):
        slopes.append(slopes[-1] * df(z))
        z = f(z)
    return np.array(slopes)


@fading.mistake(
    en=("The slopes are added up.", "Two layers, one after the other: do rates in a chain add up?"),
    ru=("Наклоны складываются.", "Два слоя идут друг за другом. Складываются ли скорости в цепочке?"),
)
def added_up(f, df, z, depth):
    slopes, slope = [], 0.0
    for _ in range(depth):
        slope = slope + df(z)
        z = f(z)
        slopes.append(slope)
    return np.array(slopes)


@fading.mistake(
    en=("The slopes are added up, and each is taken at what leaves its layer.", "Do rates in a chain add up? And which value enters a layer, that before or that after f?"),
    ru=("Наклоны складываются, и каждый взят при значении, которое выходит из слоя.", "Складываются ли скорости в цепочке? И какое значение поступает на вход слоя: до f или после?"),
)
def added_up_at_the_output(f, df, z, depth):
    slopes, slope = [], 0.0
    for _ in range(depth):
        z = f(z)
        slope = slope + df(z)
        slopes.append(slope)
    return np.array(slopes)


@fading.mistake(
    en=(
        "These are the values that leave the layers, not slopes.",
        "The walk is the same, but every layer multiplies by its slope: which function gives it?",
    ),
    ru=(
        "Это значения на выходе слоёв, а не наклоны.",
        "Дорога та же, но каждый слой умножает на свой наклон. Какая функция его даёт?",
    ),
)
def the_values(f, df, z, depth):
    values = []
    for _ in range(depth):
        z = f(z)
        values.append(z)
    return np.array(values)


@fading.mistake(
    en=(
        "What enters the next layer is the slope, not the value.",
        "Two things walk through the stack, a value and a product. Which of them does f change?",
    ),
    ru=(
        "На вход следующего слоя поступает наклон, а не значение.",
        "Через стопку идут двое: значение и произведение. Что из них меняет f?",
    ),
)
def feeds_the_slope(f, df, z, depth):
    slopes, slope = [], 1.0
    for _ in range(depth):
        slope = slope * df(z)
        z = slope
        slopes.append(slope)
    return np.array(slopes)


@fading.mistake(
    en=("From layer to layer a slope is handed on, and nothing is multiplied.", "Two things go through the stack: the value, which f changes, and the product of the slopes. Which of them do you keep?"),
    ru=("От слоя к слою передаётся наклон, и ничто не перемножается.", "Через стопку идут двое: значение, которое меняет f, и произведение наклонов. Что из них есть у вас?"),
)
def slopes_of_slopes(f, df, z, depth):
    slopes = []
    for _ in range(depth):
        z = df(z)
        slopes.append(z)
    return np.array(slopes)


@fading.mistake(
    en=("Every slope comes out positive, even where a layer falls.", "A layer that falls turns a small change round. What takes the sign away?"),
    ru=("Все наклоны получаются положительными, даже там, где слой убывает.", "Убывающий слой меняет знак малого изменения. Что отнимает знак у вас?"),
)
def signs_lost(f, df, z, depth):
    slopes = []
    for _ in range(depth):
        slopes.append(df(z))
        z = f(z)
    return np.abs(np.cumprod(slopes))


@fading.mistake(
    en=("Every product comes one place too late: the first is the 1 that it begins with, and that of all layers is missing.", "With depth = 1 there is one number: the slope of one layer. What is the first that you put into the array?"),
    ru=("Каждое произведение стоит на одно место позже: первой идёт единица, с которой начинается произведение, а произведения по всем слоям нет.", "При depth = 1 в ответе одно число — наклон одного слоя. Что вы кладёте в массив первым?"),
)
def one_place_too_late(f, df, z, depth):
    slopes = [1.0]
    for _ in range(depth - 1):
        slopes.append(slopes[-1] * df(z))
        z = f(z)
    return np.array(slopes)


@fading.alternative
def with_cumprod(f, df, z, depth):
    local = []
    for _ in range(depth):
        local.append(df(z))
        z = f(z)
    return np.cumprod(local)


@fading.alternative
def by_filling(f, df, z, depth):
    slopes = np.ones(depth)
    for k in range(depth):
        slopes[k:] = slopes[k:] * df(z)
        z = f(z)
    return slopes


fading.equal(fading, "slopes, slope = ", "two values in a list are unpacked like a pair")
fading.equal(fading, "slopes.append(slope)", "the product and the next value may be made in either order")
fading.equal(fading, "z = f(z)", "the product and the next value may be made in either order")
fading.equal(by_filling, "range(depth)", "behind the last element there is nothing to multiply")
