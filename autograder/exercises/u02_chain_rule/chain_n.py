"""Derivative of a chain of functions."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u02_chain_rule.shared import BELL, CUBE, LINE, SINE, SQUARE, random_functions


@exercise(points=3)
def chain_n(links, x):
    rate = 1.0
    for f, df in links:
        rate = rate * df(x)
        x = f(x)
    return rate


chain_n.example([BELL, SINE, SQUARE, LINE], 0.75)
chain_n.example([CUBE, SINE], 1.5)
chain_n.example([LINE, SQUARE], 1.0)
chain_n.example([SQUARE, LINE], 1.0)
chain_n.example([SINE], 0.5)
chain_n.example([CUBE, SINE], np.array([0.5, -1.0]))
chain_n.example([SQUARE, SINE], np.array([1, 2]))  # whole numbers


@chain_n.probe("simple")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    return [answer([b, a], float(rng.uniform(0.4, 1.4))), answer([d, b], -0.7), answer([c, d], 0.9)]


@chain_n.probe("general")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    x = [float(v) for v in rng.uniform(0.4, 1.1, size=2)]
    return [answer([b, d, a], x[0]), answer([a, b, c, b], x[1]), answer([a, d, b, a, d], -0.6), answer([b, a], 1)]


@chain_n.probe("edge", credit=0.5)
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    return [answer([b], float(rng.uniform(0.4, 1.4))), answer([c], -0.7), answer([a], 0.6), answer([d, d], 0.5)]


@chain_n.probe("vector", credit=0.5)
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    whole = rng.permutation([-2, -1, 1, 2])[:3]  # an array of whole numbers is an array too
    return [
        answer([a, b, d], rng.uniform(-1.0, 1.0, size=4)),
        answer([b, c], rng.uniform(-1.0, 1.0, size=(2, 3))),
        answer([b, d], whole),
    ]


@chain_n.mistake(
    en=("All rates are taken at x.", "What enters the second link is the value of the first one, and so on: keep that value as you go."),
    ru=("Все скорости взяты в точке x.", "Во второе звено входит значение первого, и так далее: по пути храните это значение."),
)
def every_rate_at_x(links, x):
    rate = 1.0
    for _, df in links:
        rate = rate * df(x)
    return rate


@chain_n.mistake(
    en=("The chain is walked from the wrong end.", "The first pair of the list is the innermost link: x enters it first."),
    ru=("Цепочка пройдена не с того конца.", "Первая пара списка — самое внутреннее звено: x входит сначала в него."),
)
def from_outer_to_inner(links, x):
    rate = 1.0
    for f, df in links[::-1]:
        rate = rate * df(x)
        x = f(x)
    return rate


@chain_n.mistake(
    en=("The rate of a link is taken after the link.", "First ask for the rate at what enters the link, then replace the value."),
    ru=("Скорость звена берётся после звена.", "Сначала вычислите скорость при том значении, которое входит в звено, потом заменяйте его."),
)
def rate_after_the_link(links, x):
    rate = 1.0
    for f, df in links:
        x = f(x)
        rate = rate * df(x)
    return rate


@chain_n.mistake(
    en=("This is the value of the chain, not its derivative.", "How fast does the chain change: where do the second functions of the pairs come in?"),
    ru=("Это значение цепочки, а не её производная.", "С какой скоростью меняется цепочка: где нужны вторые функции пар?"),
)
def value_of_the_chain(links, x):
    for f, _ in links:
        x = f(x)
    return x


@chain_n.mistake(
    en=("The rates are summed up.", "Each link stretches what the one before hands on: which operation is that?"),
    ru=("Скорости сложены.", "Каждое звено растягивает то, что передало предыдущее: какая это операция?"),
)
def sum_of_rates(links, x):
    total = 0.0
    for f, df in links:
        total = total + df(x)
        x = f(x)
    return total


@chain_n.mistake(
    en=("Only the rate of the last link is returned.", "The rates of all links must be multiplied: what becomes of the earlier ones?"),
    ru=("Возвращается скорость только последнего звена.", "Нужно перемножить скорости всех звеньев: что стало с прежними?"),
)
def last_rate_only(links, x):
    for f, df in links:
        rate = df(x)
        x = f(x)
    return rate


@chain_n.mistake(
    en=("The innermost link is left out of the product.", "Which rate belongs to the first pair of the list?"),
    ru=("В произведении нет самого внутреннего звена.", "Какая скорость относится к первой паре списка?"),
)
def first_rate_left_out(links, x):
    rate = 1.0 + 0 * x
    x = links[0][0](x)
    for f, df in links[1:]:
        rate = rate * df(x)
        x = f(x)
    return rate


@chain_n.mistake(
    en=("The outermost link is left out of the product.", "Which rate belongs to the last pair of the list?"),
    ru=("В произведении нет самого внешнего звена.", "Какая скорость относится к последней паре списка?"),
)
def last_rate_left_out(links, x):
    rate = 1.0 + 0 * x
    for f, df in links[:-1]:
        rate = rate * df(x)
        x = f(x)
    return rate


@chain_n.mistake(
    en=("The result is the rate of the first link alone.", "The list may hold more links: what does your code do after the first one?"),
    ru=("Получилась скорость одного только первого звена.", "В списке бывают и другие звенья: что делает ваш код после первого?"),
)
def first_rate_only(links, x):
    for _, df in links:
        return df(x)


@chain_n.mistake(
    en=("From link to link a rate is handed on, not a value.", "What enters the next link: what the function gives, or how fast it changes?"),
    ru=("От звена к звену передаётся скорость, а не значение.", "Что входит в следующее звено: значение функции или её скорость?"),
)
def rate_handed_on(links, x):
    rate = 1.0
    for _, df in links:
        x = df(x)
        rate = rate * x
    return rate


@chain_n.mistake(
    en=("The result is 0, whatever the links are.", "With which number does a product begin, so that it changes nothing?"),
    ru=("При любых звеньях получается 0.", "С какого числа начинать произведение, чтобы оно ничего не меняло?"),
)
def product_from_zero(links, x):
    return 0.0 * x


@chain_n.mistake(
    en=("The rates and the values are multiplied together.", "Only rates are factors; the values say where the next rate is measured."),
    ru=("Перемножены и скорости, и значения.", "Множители — только скорости; значения говорят, где измерять следующую."),
)
def values_as_factors(links, x):
    rate = 1.0
    for f, df in links:
        rate = rate * df(x) * f(x)
        x = f(x)
    return rate


@chain_n.mistake(
    en=("The result is that of the first two links.", "The list may have any length, one or five: let a loop walk through it."),
    ru=("Получился результат для первых двух звеньев.", "В списке может быть сколько угодно звеньев, одно или пять: пройдите его циклом."),
)
def two_links_only(links, x):
    (f, df), (_, dg) = links[0], links[1]
    return dg(f(x)) * df(x)


@chain_n.mistake(
    en=("The values of the links are multiplied, not their rates.", "Each pair holds two functions. Which of them says how fast its link changes?"),
    ru=("Перемножены значения звеньев, а не их скорости.", "В каждой паре две функции. Какая из них говорит, как быстро меняется звено?"),
)
def values_multiplied(links, x):
    product = 1.0
    for f, _ in links:
        x = f(x)
        product = product * x
    return product


@chain_n.mistake(
    en=("The function does not come to an end.", "What must change in every turn of a while loop, so that its condition is false at last?"),
    ru=("Функция не приходит к концу.", "Что должно меняться на каждом обороте цикла while, чтобы его условие когда-нибудь нарушилось?"),
    never_ends=True,
)
def counter_stands_still(links, x):
    i = 0
    while i < len(links):
        i += 0


@chain_n.mistake(
    en=("The rate of the innermost link stands twice in the product.", "For a chain of one link the answer is its rate. With which number does your product begin, and which link does your loop visit first?"),
    ru=("Скорость самого внутреннего звена входит в произведение дважды.", "Для цепочки из одного звена ответ — его скорость. С какого числа начинается произведение и какое звено цикл проходит первым?"),
)
def first_rate_twice(links, x):
    rate = links[0][1](x)
    for f, df in links:
        rate, x = rate * df(x), f(x)
    return rate


@chain_n.mistake(
    en=("The rates are added, and all of them are taken at x.", "Two questions for each link: what enters it, and what does it do with the rate that the link before hands on?"),
    ru=("Скорости сложены, и все взяты в точке x.", "О каждом звене два вопроса: что в него входит и что оно делает со скоростью, полученной от предыдущего?"),
)
def rates_at_x_added(links, x):
    total = 0.0
    for _, df in links:
        total = total + df(x)
    return total


@chain_n.alternative
def by_recursion(links, x):
    f, df = links[0]
    if len(links) == 1:
        return df(x)
    return df(x) * by_recursion(links[1:], f(x))


@chain_n.alternative
def values_then_rates(links, x):
    values = [x]
    for f, _ in links:
        values.append(f(values[-1]))
    rates = [df(value) for (_, df), value in zip(links, values, strict=False)]
    return np.prod(rates, axis=0)


@chain_n.alternative
def backwards(links, x):
    entering = []
    for f, _ in links:
        entering.append(x)
        x = f(x)
    result = 1.0
    for _, df in reversed(links):
        result = result * np.asarray(df(entering.pop()))
    return result.tolist()


chain_n.equal(by_recursion, "len(links)", "a chain has at least one link")
chain_n.equal(values_then_rates, "strict=False", "the last value enters no link; zip leaves it out by itself")
chain_n.equal(backwards, "result = 1.0", "1 may be set before the first loop or after it")
