"""Distance that AdaGrad walks under a constant gradient that is not 0; eps is ignored."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import gives


@exercise(points=1)
def adagrad_reach(learning_rate, n_steps):
    return sum(learning_rate / math.sqrt(k) for k in range(1, n_steps + 1))


adagrad_reach.example(0.2, 3)
adagrad_reach.example(0.1, 4)
adagrad_reach.example(2, 1)
adagrad_reach.example(0.5, 0)


@adagrad_reach.probe("general")
def _(answer, rng):
    return [answer(float(rng.uniform(0.05, 0.9)), int(n)) for n in (2, *rng.integers((5, 40, 400), (12, 90, 600)))]


@adagrad_reach.probe("edge", credit=0.4)
def _(answer, rng):
    """A whole number for the rate, and very few steps."""
    return [answer(int(rng.integers(2, 6)), int(rng.integers(3, 9))), answer(float(rng.uniform(0.2, 0.9)), int(rng.integers(2, 5)))]


@adagrad_reach.probe("edge", credit=0.15, part="n_steps = 0")
def _(answer, rng):
    rate = float(rng.uniform(0.2, 0.9))
    return [answer(rate, 0), gives(answer, (rate, int(rng.integers(3, 9))), 0.0)]


@adagrad_reach.mistake(
    en=("All steps count as equally long.", "G grows at every step, so each step is shorter than the one before. By what number is step k divided?"),
    ru=("Все шаги считаются одинаковыми.", "G растёт с каждым шагом, и каждый шаг короче предыдущего. На что делится шаг с номером k?"),
)
def equal_steps(learning_rate, n_steps):
    return learning_rate * n_steps


@adagrad_reach.mistake(
    en=("The steps shrink like 1/k, too fast.", "After k equal gradients G is kg², and the step is divided by its root."),
    ru=("Ваши шаги убывают как 1/k, слишком быстро.", "После k одинаковых градиентов G равно kg², а шаг делится на корень из него."),
)
def harmonic(learning_rate, n_steps):
    return learning_rate * sum(1 / k for k in range(1, n_steps + 1))


@adagrad_reach.mistake(
    en=("This is the length of the last step alone.", "The distance is made of all the steps. What has to be done with them?"),
    ru=("Это длина одного последнего шага.", "Расстояние складывается из всех шагов. Что с ними надо сделать?"),
)
def last_step(learning_rate, n_steps):
    return learning_rate / math.sqrt(n_steps) if n_steps else 0.0


@adagrad_reach.mistake(
    en=("This is the rule of thumb 2η√n, not the exact distance.", "Add up the steps one by one: for n = 1 the distance is η."),
    ru=("Это прикидка 2η√n, а не точное расстояние.", "Сложите шаги по одному: при n = 1 расстояние равно η."),
)
def rule_of_thumb(learning_rate, n_steps):
    return 2 * learning_rate * math.sqrt(n_steps)


@adagrad_reach.mistake(
    en=("The result is η√n, as if every step were divided by the root of the number of steps.", "The first step is not short yet: each step is divided by the root of ITS OWN number."),
    ru=("Получилось η√n, как будто каждый шаг поделён на корень из числа шагов.", "Первый шаг ещё не короткий: каждый делится на корень из СВОЕГО номера."),
)
def root_of_n(learning_rate, n_steps):
    return learning_rate * math.sqrt(n_steps)


@adagrad_reach.mistake(
    en=("One step is missing.", "A range ends before its second number. Is the step with number n in your sum?"),
    ru=("Не хватает одного шага.", "range останавливается перед вторым числом. Есть ли в вашей сумме шаг с номером n?"),
)
def one_short(learning_rate, n_steps):
    return learning_rate * sum(1 / math.sqrt(k) for k in range(1, n_steps))


@adagrad_reach.mistake(
    en=("The first step is left out of the sum.", "The first step has number 1 and the full length η."),
    ru=("В сумму не попал первый шаг.", "Первый шаг имеет номер 1 и полную длину η."),
)
def first_missing(learning_rate, n_steps):
    return learning_rate * sum(1 / math.sqrt(k + 1) for k in range(1, n_steps + 1))


@adagrad_reach.mistake(
    en=("Your code divides by 0, as when the steps are counted from 0 and the first one is divided by the root of 0.", "The first step has number 1 and length η. Of which number do you take the first root?"),
    ru=("Ваш код делит на 0: так бывает, когда шаги считаются с 0 и первый из них делится на корень из 0.", "У первого шага номер 1 и длина η. Из какого числа вы извлекаете первый корень?"),
)
def numbered_from_zero(learning_rate, n_steps):
    return sum(learning_rate / math.sqrt(k) for k in range(n_steps))


@adagrad_reach.mistake(
    en=("One step too many is counted.", "After n steps the last one had the number n. Does your sum go further?"),
    ru=("Посчитан лишний шаг.", "После n шагов номер последнего — n. Не идёт ли ваша сумма дальше?"),
)
def one_too_many(learning_rate, n_steps):
    return learning_rate * sum(1 / math.sqrt(k) for k in range(1, n_steps + 2))


@adagrad_reach.mistake(
    en=("The learning rate has no effect on the distance.", "Double η: the distance must double too."),
    ru=("Скорость обучения не влияет на расстояние.", "Удвойте η: расстояние тоже должно удвоиться."),
)
def rate_left_out(learning_rate, n_steps):
    return sum(1 / math.sqrt(k) for k in range(1, n_steps + 1))


@adagrad_reach.mistake(
    en=("The steps grow with their number.", "G grows, and the step is divided by its root. Is the root of k above or below the line of the fraction?"),
    ru=("Шаги растут вместе с номером.", "G растёт, а шаг делится на корень из него. Где у вас корень из k: в числителе или в знаменателе?"),
)
def growing_steps(learning_rate, n_steps):
    return learning_rate * sum(math.sqrt(k) for k in range(1, n_steps + 1))


@adagrad_reach.mistake(
    en=("A root is taken of the whole sum, once.", "The distance is the sum of the steps, and each step has a root of its own. In which order do the root and the sum come?"),
    ru=("Корень извлечён один раз — из всей суммы.", "Расстояние — это сумма шагов, и у каждого шага корень свой. Что раньше: корень или сумма?"),
)
def root_of_the_sum(learning_rate, n_steps):
    return learning_rate * math.sqrt(sum(1 / k for k in range(1, n_steps + 1)))


@adagrad_reach.mistake(
    en=("This is an integral of 1/√k, and it is not the sum exactly.", "The task wants the steps added up, one by one. How long is the first, how long the second?"),
    ru=("Это интеграл от 1/√k, а он не равен сумме в точности.", "По условию шаги складывают по одному. Какой длины первый и какой второй?"),
)
def integral(learning_rate, n_steps):
    return 2 * learning_rate * (math.sqrt(n_steps + 1) - 1)


@adagrad_reach.mistake(
    en=("The learning rate stands under the root, together with k.", "Double η: the distance must double too. What does yours do, and where does your root begin?"),
    ru=("Скорость обучения стоит под корнем вместе с k.", "Удвойте η: расстояние тоже должно удвоиться. Что происходит у вас и где начинается ваш корень?"),
)
def rate_under_the_root(learning_rate, n_steps):
    return sum(math.sqrt(learning_rate / k) for k in range(1, n_steps + 1))


@adagrad_reach.alternative
def vectorised(learning_rate, n_steps):
    return learning_rate * np.sum(1 / np.sqrt(np.arange(1, n_steps + 1)))


@adagrad_reach.alternative
def by_simulation(learning_rate, n_steps):
    G = distance = 0.0
    for _ in range(n_steps):
        G += 9.0
        distance += learning_rate * 3.0 / G**0.5
    return distance


adagrad_reach.equal(adagrad_reach, "sum(", "Python's sum and NumPy's agree here")
adagrad_reach.equal(vectorised, "np.arange", "the numbers have one axis, and a half more at the end adds none")
adagrad_reach.equal(by_simulation, "distance += ", "the same quotient grouped another way")
