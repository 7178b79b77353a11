"""Questions on unit 04: gradient descent on one weight."""

from autograder.review.picture import Option, Seen, picture
from autograder.review.plot import over_steps
from autograder.review.predict import As, Drawn, One, predict
from autograder.review.task import stated

PARABOLA = As("w² + 12", lambda w: w**2 + 12)
SLOPES = [As("2w", lambda w: 2 * w), As("2(w − 3)", lambda w: 2 * (w - 3)), As("4w", lambda w: 4 * w)]


@predict("loss", en="L(w) = w² + 12. What is L({w})?", ru="L(w) = w² + 12. Чему равно L({w})?")
def _(one: One) -> Drawn:
    return {"w": one(-5.0, -3.0, 3.0, 4.0, 6.0)}


@predict("d_loss", en="L(w) = w² + 12. What is the slope L′({w})?", ru="L(w) = w² + 12. Чему равен наклон L′({w})?")
def _(one: One) -> Drawn:
    return {"w": one(-5.0, -3.0, 3.0, 4.0, 6.0)}


@predict(
    "gradient_descent",
    en="L′(w) = {grad}, start w₀ = {w0}, η = {learning_rate}. Where is w after {n_steps} steps?",
    ru="L′(w) = {grad}, начальная точка w₀ = {w0}, η = {learning_rate}. Где окажется w после {n_steps} шагов?",
    pick=lambda path: path[-1],
)
def _(one: One) -> Drawn:
    return {"grad": one(*SLOPES), "w0": one(7.0, 8.0, -8.0), "learning_rate": one(0.125, 0.5, 0.25), "n_steps": 2}


@predict(
    "closed_form",
    en="L(w) = w² + 12, start w₀ = {w0}, η = {learning_rate}. What is w after {k} steps? (By which factor does one step multiply it?)",
    ru="L(w) = w² + 12, начальная точка w₀ = {w0}, η = {learning_rate}. Чему равен w после {k} шагов? (На какое число умножает его один шаг?)",
)
def _(one: One) -> Drawn:
    return {"w0": one(8.0, 16.0, -8.0), "learning_rate": one(0.25, 0.75, 1.5), "k": one(2, 3)}


@predict(
    "gradient_descent_until",
    en="L(w) = {loss}, start w₀ = {w0}, η = {learning_rate}. We stop as soon as a step changes L by less than {eps}. "
    "How many steps are made, the last one counted?",
    ru="L(w) = {loss}, начальная точка w₀ = {w0}, η = {learning_rate}. Остановка — как только шаг изменил L меньше чем на {eps}. "
    "Сколько всего будет шагов, считая последний?",
    pick=lambda path: len(path) - 1,
)
def _(one: One) -> Drawn:
    return {
        "loss": PARABOLA, "grad": SLOPES[0], "w0": one(4.0, -4.0, 8.0), "learning_rate": one(0.25, 0.75), "eps": one(1.0, 2.0, 4.0),
        "max_steps": 50,
    }  # fmt: skip


@predict(
    "steps_to_reach",
    en="L(w) = w² + 12, start w₀ = {w0}, η = {learning_rate}. After how many steps is |w| ≤ {tol} for the first time?",
    ru="L(w) = w² + 12, начальная точка w₀ = {w0}, η = {learning_rate}. После скольких шагов впервые |w| ≤ {tol}?",
)
def _(one: One) -> Drawn:
    return {"w0": one(8.0, -16.0, 32.0), "learning_rate": one(0.25, 0.75), "tol": one(1.0, 2.0, 3.0)}


@predict(
    "descend_safely",
    en="L′(w) = {grad}, start w₀ = {w0}, η = {learning_rate}. We stop as soon as |L′(w)| ≤ {eps}. How many steps have been made then?",
    ru="L′(w) = {grad}, начальная точка w₀ = {w0}, η = {learning_rate}. Остановка — как только |L′(w)| ≤ {eps}. Сколько шагов к этому времени сделано?",
    pick=lambda result: result[1],
)
def _(one: One) -> Drawn:
    return {
        "grad": SLOPES[0], "w0": one(4.0, 8.0, -8.0), "learning_rate": one(0.25, 0.75), "eps": one(1.0, 2.0, 3.0), "max_steps": 100
    }  # fmt: skip


WORDS = {
    "stays": ("it never moves", "стоит на месте"),
    "monotone": ("it comes closer from one side", "приближается с одной стороны"),
    "one_step": ("it is at the minimum after one step", "в минимуме после одного шага"),
    "oscillates": ("it changes sides and comes closer", "меняет сторону и приближается"),
    "cycles": ("it jumps between two points for ever", "вечно прыгает между двумя точками"),
    "diverges": ("it moves away", "удаляется"),
}


@predict(
    "regime",
    en="L(w) = w² + 12, η = {learning_rate}. What does the path do from any start but 0?",
    ru="L(w) = w² + 12, η = {learning_rate}. Что делает путь из любой начальной точки, кроме 0?",
    options=WORDS,
)
def _(one: One) -> Drawn:
    return {"learning_rate": one(0.2, 0.4, 0.5, 0.6, 0.9, 1.0, 1.1, 2.0)}


@picture(
    "regime",
    en="The path of one weight, step by step; the minimum is at 0. What is it doing?",
    ru="Путь одного веса по шагам, минимум — в точке 0. Что он делает?",
    options={
        "monotone": Option(*WORDS["monotone"], "From one side w would never change its sign.", "С одной стороны — значит, w ни разу не сменит знак."),
        "oscillates": Option(*WORDS["oscillates"], "Then the sign would change at every step and |w| would shrink.", "Тогда знак менялся бы на каждом шаге, а |w| уменьшался."),
        "cycles": Option(*WORDS["cycles"], "Then |w| would be the same after every step.", "Тогда |w| был бы одинаков после каждого шага."),
        "diverges": Option(*WORDS["diverges"], "Then |w| would grow.", "Тогда |w| рос бы."),
    },
)  # fmt: skip
def path_of_a_weight(one: One) -> Seen:
    key, factor = one(("monotone", 0.75), ("oscillates", -0.75), ("cycles", -1.0), ("diverges", -1.15), ("monotone", 0.6), ("diverges", -1.3))
    start = one(-5.0, 3.0, 8.0)
    return over_steps([start * factor**k for k in range(9)], y={"en": "w", "ru": "w"}), key


@picture(
    "steps_to_reach",
    en="|w| after each step on L(w) = w² + 12. Which learning rate was it?",
    ru="|w| после каждого шага на L(w) = w² + 12. Какая это скорость обучения?",
    options={
        "0.05": Option("η = 0.05", "η = 0.05", "The factor would be 0.9: after seven steps about a half is left.", "Множитель был бы 0.9: через семь шагов осталась бы примерно половина."),
        "0.25": Option("η = 0.25", "η = 0.25", "The factor would be ½: each step halves |w|.", "Множитель был бы ½: каждый шаг уменьшает |w| вдвое."),
        "1": Option("η = 1", "η = 1", "The factor would be −1: |w| never changes.", "Множитель был бы −1: |w| не меняется."),
        "1.1": Option("η = 1.1", "η = 1.1", "The factor would be −1.2: |w| grows.", "Множитель был бы −1.2: |w| растёт."),
    },
)  # fmt: skip
def which_rate(one: One) -> Seen:
    key, start = one("0.05", "0.25", "1", "1.1"), one(2.0, 5.0, 10.0)
    return over_steps([start * abs(1 - 2 * float(key)) ** k for k in range(9)], y={"en": "|w|", "ru": "|w|"}), key


# What the tasks of the lesson say with the help of what stands around them, in words that stand alone.
stated(
    "d_loss",
    en="""\
`d_loss(w)` returns the derivative of the loss L(w) = w² + 12, for a number or an array, in the shape of `w`.

Example: `d_loss(5.0)` is `10.0`.""",
    ru="""\
`d_loss(w)` возвращает производную потерь L(w) = w² + 12, для числа или массива, той же формы, что `w`.

Пример: `d_loss(5.0)` равно `10.0`.""",
)
stated(
    "fooling_rate",
    en="""\
Gradient descent on L(w) = w² + 12 stops as soon as a step changes the loss by less than ε. Fool it: `fooling_rate(w0, eps)` returns a learning rate 0 < η < 1/2 for which both hold:

* it stops after one step: |L(w₁) − L(w₀)| < ε;
* that step has achieved next to nothing: |w₁| > 0.9 |w₀|.

`w0` is any number except 0, large or small, `eps` is positive. Any such rate is right; leave a margin for rounding.""",
    ru="""\
Градиентный спуск по L(w) = w² + 12 останавливается, как только шаг изменил потери меньше чем на ε. Обманите его: `fooling_rate(w0, eps)` возвращает скорость обучения 0 < η < 1/2, при которой верно и то и другое:

* спуск останавливается после одного шага: |L(w₁) − L(w₀)| < ε;
* этот шаг не дал почти ничего: |w₁| > 0.9 |w₀|.

`w0` — любое число, кроме 0, большое или малое, `eps` положительно. Годится любая такая скорость; оставьте запас на округление.""",
)
