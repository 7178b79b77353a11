# %% [markdown] lang="en" key="goal"
# # SGD and mini-batches
#
# ## Goal
#
# After this unit you can
#
# * train a model on one random object at a time, or on small batches, and write that training loop yourself;
# * say which kind of descent is "fastest", and ask the right question back: fastest per what?
# * compute how noisy a batch is, how close to the minimum the noise lets you come, and which steps make the
#   noise die out.
#
# **Time:** about 95 minutes, best in two sittings. Reading takes 30, the figure 5, the exercises 55, the written
# question 5. Exercise 8 is a stretch.
#
# **Lectures:** lecture 2 from "One of the drawbacks of gradient descent" to "Variants of gradient descent" with
# the slide on the gradient step before it, "What gradient descent can be like" of lecture 1, and the slide
# "SGD" of lecture 4.
#
# **You need:** the mean squared error and its gradient (unit 05), and $L(w) = w^2 + 12$ (unit 04).

# %% [markdown] lang="ru" key="goal" of="416721ac"
# # SGD и мини-батчи
#
# ## Цель
#
# После этого урока вы сможете
#
# * обучать модель по одному случайному объекту или небольшими порциями и сами написать такой цикл обучения;
# * сказать, какой спуск «самый быстрый», а точнее — задать правильный встречный вопрос: быстрый по какому критерию?
# * вычислить, насколько шумит батч, насколько близко к минимуму шум вас подпустит и при каких шагах
#   он угасает.
#
# **Время:** около 95 минут, лучше в два приёма. Чтение — 30, рисунок — 5, упражнения — 55, письменный вопрос — 5.
# Упражнение 8 — повышенной сложности.
#
# **Лекции:** лекция 2 от слайда «Один из недостатков градиентного спуска» до слайда «Варианты градиентного
# спуска» и слайд «Градиентный шаг» перед ними, «Каким бывает градиентный спуск» из лекции 1 и слайд «SGD»
# из лекции 4.
#
# **Понадобится:** среднеквадратичная ошибка и её градиент (урок 05), а также $L(w) = w^2 + 12$ (урок 04).

# %% key="setup"
import math
import time
from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np

from course import check, figures, plots

# %% [markdown] lang="en" key="before-one-step"
# ## Eight hundred looks
#
# A model with 10 weights is to be fitted to 20 000 objects. Ordinary descent looks at all 20 000 of them, then takes its
# first step. Another method looks at about **800** objects, one after the other, and has by then come within 10 % of the
# smallest loss possible. It has not even seen the other 19 200.
#
# And yet there is a loss that the first method reaches in 37 steps and the second never. Which of the two is faster?

# %% [markdown] lang="ru" key="before-one-step" of="b6224fda"
# ## Восемьсот взглядов
#
# Надо подобрать 10 весов по 20 000 объектов. Обычный спуск смотрит на все 20 000 и только потом делает первый шаг. Другой
# метод посмотрел примерно на **800** объектов, по одному, и к этому времени его потери уже не больше чем на 10 % выше
# наименьших возможных. Остальных 19 200 он даже не видел.
#
# И всё же есть потери, до которых первый метод доходит за 37 шагов, а второй не дойдёт никогда. Кто же из них быстрее?

# %% numbers="before-one-step"
says("19 200", 20_000 - 800)


# %% [markdown] lang="en" key="price"
# ## What one step costs
#
# Take three objects. Each row of $X$ is one object, a 1 for the intercept and one feature; beside it stands
# the right answer $y$. The weights are $w = (0, 0)$, so every prediction is 0.
#
# | $i$ | $x_i$ | $y_i$ | $x_i \cdot w - y_i$ | gradient of this object |
# |---|---|---|---|---|
# | 0 | (1, 1) | 1 | −1 | (−2, −2) |
# | 1 | (1, 2) | 2 | −2 | (−4, −8) |
# | 2 | (1, 3) | 2 | −2 | (−4, −12) |
#
# The last column is the gradient of the squared error of one object. By the chain rule
#
# $$q_i(w) = (x_i \cdot w - y_i)^2, \qquad \nabla q_i(w) = 2 \, (x_i \cdot w - y_i) \, x_i$$
#
# Here $x_i \cdot w$ is the dot product, the prediction. The loss of the whole sample is the mean of the
# losses of the objects, so its gradient is the mean of their gradients:
#
# $$Q(w) = \frac{1}{m} \sum_{i=1}^{m} q_i(w), \qquad \nabla Q(w) = \frac{1}{m} \sum_{i=1}^{m} \nabla q_i(w)$$
#
# For our table that is $(-10/3, -22/3)$. With $m = 3$ objects a step costs three gradients of single objects.
# With a million objects it costs a million, and after all that work we make **one** step. Descent with this
# **full gradient** (полный градиент) is also called batch gradient descent. It costs time, but hardly any memory: the gradient is a sum. You may add object
# after object to one vector of $n$ numbers and forget each of them at once, as the next cell does.

# %% [markdown] lang="ru" key="price" of="f06904ce"
# ## Сколько стоит один шаг
#
# Возьмём три объекта. Каждая строка $X$ — один объект: единица для свободного члена и один признак; рядом
# стоит верный ответ $y$. Веса $w = (0, 0)$, поэтому все предсказания равны 0.
#
# | $i$ | $x_i$ | $y_i$ | $x_i \cdot w - y_i$ | градиент этого объекта |
# |---|---|---|---|---|
# | 0 | (1, 1) | 1 | −1 | (−2, −2) |
# | 1 | (1, 2) | 2 | −2 | (−4, −8) |
# | 2 | (1, 3) | 2 | −2 | (−4, −12) |
#
# В последнем столбце — градиент квадрата ошибки на одном объекте. По цепному правилу
#
# $$q_i(w) = (x_i \cdot w - y_i)^2, \qquad \nabla q_i(w) = 2 \, (x_i \cdot w - y_i) \, x_i$$
#
# Здесь $x_i \cdot w$ — скалярное произведение, то есть предсказание. Потери на всей выборке — среднее потерь
# на объектах, поэтому и градиент — среднее их градиентов:
#
# $$Q(w) = \frac{1}{m} \sum_{i=1}^{m} q_i(w), \qquad \nabla Q(w) = \frac{1}{m} \sum_{i=1}^{m} \nabla q_i(w)$$
#
# Для нашей таблицы это $(-10/3, -22/3)$. Когда объектов $m = 3$, шаг стоит трёх градиентов отдельных объектов.
# Когда их миллион, шаг стоит миллиона, и после всей этой работы мы делаем **один** шаг. Спуск по такому
# **полному градиенту** (full gradient) называют ещё batch gradient descent. Он требует времени, но почти не требует памяти: градиент — это сумма. Можно
# прибавлять объект за объектом к одному вектору из $n$ чисел и тут же о каждом забывать, как в следующей ячейке.

# %% numbers="price"
X3, y3, w = np.array([[1.0, 1], [1, 2], [1, 3]]), np.array([1.0, 2, 2]), np.zeros(2)
one_by_one = [batch_gradient(w, X3, y3, np.array([i])) for i in range(3)]
holds(np.allclose(one_by_one, [[-2, -2], [-4, -8], [-4, -12]]), "the last column")
says("-10/3", batch_gradient(w, X3, y3, np.arange(3))[0])
says("-22/3", batch_gradient(w, X3, y3, np.arange(3))[1])


# %% key="running-sum"
X3, y3, w = np.array([[1.0, 1], [1, 2], [1, 3]]), np.array([1.0, 2, 2]), np.zeros(2)
total = np.zeros(2)
for x, y in zip(X3, y3):
    total = total + 2 * (x @ w - y) * x
    print(plots.say(en="object", ru="объект"), x, plots.say(en="  running sum", ru="  сумма"), total)
print(plots.say(en="full gradient", ru="полный градиент"), total / 3)

# %% [markdown] lang="en" key="one-object"
# ## One random object
#
# Why wait for everybody's opinion? Draw one object at random and step against **its** gradient. Say we drew
# object 1, and let $\eta = 0.1$:
#
# $$w = (0, 0) - 0.1 \cdot (-4, -8) = (0.4, 0.8)$$
#
# One gradient was computed instead of three, and the weights have moved already. This is **stochastic gradient
# descent**, SGD (стохастический градиентный спуск):
#
# $$w^{(k)} = w^{(k-1)} - \eta_k \, \nabla q_{i_k}(w^{(k-1)})$$
#
# Here $k = 1, 2, \dots$ is the number of the update, $i_k$ the object drawn for it, $\eta_k$ the step size of
# this update. The word stochastic means random.

# %% [markdown] lang="ru" key="one-object" of="9018b0e4"
# ## Один случайный объект
#
# Зачем ждать, пока выскажутся все? Вытянем наугад один объект и шагнём против **его** градиента. Пусть выпал
# объект 1 и $\eta = 0.1$:
#
# $$w = (0, 0) - 0.1 \cdot (-4, -8) = (0.4, 0.8)$$
#
# Вычислен один градиент вместо трёх, а веса уже сдвинулись. Это **стохастический градиентный спуск**
# (stochastic gradient descent, SGD):
#
# $$w^{(k)} = w^{(k-1)} - \eta_k \, \nabla q_{i_k}(w^{(k-1)})$$
#
# Здесь $k = 1, 2, \dots$ — номер обновления, $i_k$ — объект, который для него вытянули, $\eta_k$ — величина
# шага на этом обновлении. Слово «стохастический» означает «случайный».

# %% numbers="one-object"
says("0.4", sgd_step(w, X3, y3, 1, 0.1)[0])
says("0.8", sgd_step(w, X3, y3, 1, 0.1)[1])


# %% [markdown] lang="en" key="mini-batch"
# ## A compromise: the mini-batch
#
# One object is cheap but hasty, the whole sample is exact but expensive. In between lies the
# **mini-batch** (мини-батч): a few objects, usually 32 or 64. Their number $b$ is the **batch size**
# (размер батча). Shuffle the objects, cut them into batches, and make one update per batch:
#
# $$w^{(k)} = w^{(k-1)} - \eta_k \, \nabla Q_k(w^{(k-1)})$$
#
# where $\nabla Q_k$ is the **mean** gradient over the objects of batch number $k$. With the batch of objects 0
# and 2 of our table it is $(-3, -7)$.
#
# One pass through all the objects is an **epoch** (эпоха). Before the next epoch we shuffle again. Ten objects
# and $b = 4$ give batches of 4, 4 and 2 objects: the last one may be short, nobody is left out.
#
# | 10 objects | updates in an epoch | gradients of single objects |
# |---|---|---|
# | full gradient, $b = 10$ | 1 | 10 |
# | mini-batch, $b = 4$ | 3 | 10 |
# | SGD, $b = 1$ | 10 | 10 |
#
# The last column is always the same. An epoch is the same amount of arithmetic for everybody; the methods
# differ in how many steps they make of it.
#
# A remark on the word "random". The slide on SGD draws each object from the whole sample, so an object may
# come twice before another comes once. That is drawing **with replacement** (с возвращением). Shuffled batches
# draw **without replacement** (без возвращения). Libraries nearly always shuffle, and so do we.

# %% [markdown] lang="ru" key="mini-batch" of="11eb6d65"
# ## Компромисс: мини-батч
#
# Один объект — дёшево, но опрометчиво, вся выборка — точно, но дорого. Посередине — **мини-батч**
# (mini-batch): несколько объектов, обычно 32 или 64. Их число $b$ — **размер батча** (batch size).
# Перемешаем объекты, разрежем на батчи и на каждом сделаем одно обновление:
#
# $$w^{(k)} = w^{(k-1)} - \eta_k \, \nabla Q_k(w^{(k-1)})$$
#
# где $\nabla Q_k$ — **средний** градиент по объектам батча с номером $k$. Для батча из объектов 0 и 2 нашей
# таблицы это $(-3, -7)$.
#
# Один проход по всем объектам — **эпоха** (epoch). Перед следующей эпохой перемешиваем снова. Из десяти
# объектов при $b = 4$ получаются батчи по 4, 4 и 2 объекта: последний бывает коротким, но никто не пропущен.
#
# | 10 объектов | обновлений за эпоху | градиентов отдельных объектов |
# |---|---|---|
# | полный градиент, $b = 10$ | 1 | 10 |
# | мини-батч, $b = 4$ | 3 | 10 |
# | SGD, $b = 1$ | 10 | 10 |
#
# Последний столбец у всех одинаков. Эпоха — это для всех одно и то же количество вычислений; разница в том,
# сколько шагов из него получается.
#
# Замечание о слове «случайный». На слайде об SGD каждый объект вытягивают из всей выборки, поэтому один может
# выпасть дважды раньше, чем другой хоть раз. Это выбор **с возвращением** (with replacement). Перемешанные
# батчи — выбор **без возвращения** (without replacement). Библиотеки почти всегда перемешивают, и мы тоже.

# %% numbers="mini-batch"
says("-3", batch_gradient(w, X3, y3, np.array([0, 2]))[0])
says("-7", batch_gradient(w, X3, y3, np.array([0, 2]))[1])
holds([epoch_cost(10, b) for b in (10, 4, 1)] == [(1, 10), (3, 10), (10, 10)], "the table")
holds([len(batch) for batch in batches(10, 4, np.random.default_rng(0))] == [4, 4, 2], "batches of 4, 4 and 2")


# %% [markdown] lang="en" key="unbiased"
# ## Right on average
#
# May a few objects speak for all? Let us ask **every** possible batch. To keep the numbers small, let there be
# one weight and four objects with the gradients 2, 4, 6, 12. Their mean, the full gradient, is 6. There are
# six batches of two:
#
# | batch | 2, 4 | 2, 6 | 2, 12 | 4, 6 | 4, 12 | 6, 12 |
# |---|---|---|---|---|---|---|
# | its mean | 3 | 4 | 7 | 5 | 8 | 9 |
#
# Not one of them is 6. But the mean of the six is $36 / 6 = 6$, exactly. This is no luck: each object sits in
# equally many batches (here in three), so in the mean over all batches every object has the same weight. An
# estimate that is right on average is called **unbiased** (несмещённая):
#
# $$\mathbb{E} \, \nabla Q_k(w) = \nabla Q(w)$$
#
# The letter $\mathbb{E}$ is the **expectation** (математическое ожидание), the mean over everything that chance
# may bring. The formula holds at a fixed $w$. With shuffled batches it is exact for each batch by itself, but
# the batches of one epoch are not independent: what the first has used, the second cannot get.

# %% [markdown] lang="ru" key="unbiased" of="819dbb7d"
# ## Верно в среднем
#
# Имеют ли право несколько объектов говорить за всех? Спросим **каждый** возможный батч. Чтобы числа были
# небольшими, пусть вес один, а объектов четыре, с градиентами 2, 4, 6, 12. Их среднее, полный градиент,
# равно 6. Батчей из двух объектов шесть:
#
# | батч | 2, 4 | 2, 6 | 2, 12 | 4, 6 | 4, 12 | 6, 12 |
# |---|---|---|---|---|---|---|
# | его среднее | 3 | 4 | 7 | 5 | 8 | 9 |
#
# Шестёрки среди них нет. Но среднее всех шести равно $36 / 6 = 6$, в точности. И это не везение: каждый объект
# входит в одинаковое число батчей (здесь в три), поэтому в среднем по всем батчам вес у всех один. Оценку,
# верную в среднем, называют **несмещённой** (unbiased):
#
# $$\mathbb{E} \, \nabla Q_k(w) = \nabla Q(w)$$
#
# Буква $\mathbb{E}$ — это **математическое ожидание** (expectation), среднее по всему, что может принести
# случай. Формула верна при фиксированном $w$. Для перемешанных батчей она точна для каждого по отдельности,
# но батчи одной эпохи не независимы: что досталось первому, не достанется второму.

# %% numbers="unbiased"
from itertools import combinations

g = np.array([2.0, 4.0, 6.0, 12.0])
means = [np.mean(pair) for pair in combinations(g, 2)]
holds(means == [3, 4, 7, 5, 8, 9] and 6 not in means, "the six means")
says("36", sum(means))
says("6", np.mean(g))


# %% key="every-batch"
g = np.array([2.0, 4.0, 6.0, 12.0])
row = plots.say(
    en="b = {}: {} batches, mean {:g}, variance {:.4f}",
    ru="b = {}: батчей {}, среднее {:g}, дисперсия {:.4f}",
)
for b in (1, 2, 3, 4):
    means = [np.mean(batch) for batch in combinations(g, b)]
    print(row.format(b, len(means), np.mean(means), np.var(means)))

# %% [markdown] lang="en" key="noise"
# ## How much noise
#
# What a batch says minus the full gradient is its **noise** (шум). On average the noise is 0; its size is
# measured by the **variance** (дисперсия), the mean of the squared noise. The gradients 2, 4, 6, 12 lie
# $-4, -2, 0, 6$ from their mean, the squares are 16, 4, 0, 36, and their mean is
#
# $$S = \frac{1}{m} \sum_{i=1}^{m} (g_i - \bar{g})^2 = \frac{56}{4} = 14$$
#
# Here $g_i$ is the gradient of object $i$ and $\bar{g}$ the mean of all of them. So one object has noise of
# variance 14. And the mean of $b$ objects?
#
# (If variance and covariance are new to you: read on to the two results $D_1$ and $D_2$ and check them against the cell
# above. The way to them is optional.)
#
# **With replacement** the draws are independent. Variances of independent numbers add up to $bS$, and the mean
# divides by $b$, hence its variance by $b^2$:
#
# $$D_1 = \frac{S}{b}$$
#
# **Without replacement** there is less noise. Whoever drew the 12 cannot draw it again, so the other draws will
# on average be lower and balance it. How much this does, follows from one remark: a batch of **all** objects has no noise.
# Let $c$ be the covariance (ковариация) of two different draws, the mean of the product of their noises: in our example
# $-14/3$, because a high draw leaves the low ones. Square a sum of noises and take the mean: every draw with itself gives
# $S$, every ordered pair of different draws gives $c$. For all $m$ draws $mS + m(m-1)c = 0$, therefore $c = -S/(m-1)$.
# For $b$ draws
#
# $$D_2 = \frac{bS + b(b-1)c}{b^2} = \frac{S}{b} \cdot \frac{m - b}{m - 1}$$
#
# The last fraction is the **finite population correction** (поправка на конечность выборки).
#
# For $b = 2$ this gives $D_1 = 7$ and $D_2 = 7 \cdot 2/3 = 4.667$. Compare with the cell above: the six batches
# have exactly this variance.
#
# Note what a larger batch buys. Four times as many objects make a quarter of the variance, but the typical
# error is its root: only half of it remains. The price is four times the work.

# %% [markdown] lang="ru" key="noise" of="5fb37e3f"
# ## Насколько батч шумит
#
# Разность между градиентом батча и полным градиентом — это **шум** (noise). В среднем шум равен 0; его величину
# измеряет **дисперсия** (variance), средний квадрат шума. Градиенты 2, 4, 6, 12 отстоят от своего среднего на
# $-4, -2, 0, 6$, квадраты равны 16, 4, 0, 36, а их среднее —
#
# $$S = \frac{1}{m} \sum_{i=1}^{m} (g_i - \bar{g})^2 = \frac{56}{4} = 14$$
#
# Здесь $g_i$ — градиент объекта $i$, а $\bar{g}$ — среднее всех градиентов. Значит, дисперсия шума одного
# объекта — 14. А среднего по $b$ объектам?
#
# (Если дисперсия и ковариация вам незнакомы, читайте сразу результаты $D_1$ и $D_2$ и сверьте их с ячейкой выше.
# Путь к ним необязателен.)
#
# **С возвращением** извлечения независимы. Дисперсии независимых чисел складываются, получаем $bS$, а среднее
# делит на $b$, то есть дисперсию — на $b^2$:
#
# $$D_1 = \frac{S}{b}$$
#
# **Без возвращения** шума меньше. Кто вытянул 12, ещё раз его не вытянет, остальные числа окажутся в среднем
# ниже и выровняют результат. Насколько — следует из одного замечания: у батча из **всех** объектов шума нет.
# Пусть $c$ — ковариация (covariance) двух разных извлечений, среднее произведение их шумов: в нашем примере
# $-14/3$, ведь после большого числа остаются меньшие. Возведём сумму шумов в квадрат и возьмём среднее: каждое извлечение
# с самим собой даёт $S$, каждая упорядоченная пара разных даёт $c$. Для всех $m$ чисел $mS + m(m-1)c = 0$, поэтому
# $c = -S/(m-1)$. Для $b$ чисел
#
# $$D_2 = \frac{bS + b(b-1)c}{b^2} = \frac{S}{b} \cdot \frac{m - b}{m - 1}$$
#
# Последняя дробь — **поправка на конечность выборки** (finite population correction).
#
# При $b = 2$ выходит $D_1 = 7$ и $D_2 = 7 \cdot 2/3 = 4.667$. Сравните с ячейкой выше: у шести батчей дисперсия
# именно такая.
#
# Обратите внимание, что даёт большой батч. Вчетверо больше объектов — вчетверо меньше дисперсия, но типичная
# ошибка — это корень из неё: она уменьшится лишь вдвое. А работы станет вчетверо больше.

# %% numbers="noise"
noise = g - g.mean()
says("56", np.sum(noise**2))
says("14", np.mean(noise**2))
says("-14/3", np.mean([noise[i] * noise[j] for i in range(4) for j in range(4) if i != j]))
says("7", batch_noise(g, 2, True))
says("4.667", batch_noise(g, 2, False))
holds(math.isclose(np.var(means), batch_noise(g, 2, False)), "the six batches have exactly this variance")
holds(math.isclose(batch_noise(g, 4, True), batch_noise(g, 1, True) / 4), "four times as many, a quarter of the variance")


# %% [markdown] lang="en" key="fastest"
# ## Which one is the fastest? Three answers
#
# One can read that SGD converges **slower** than ordinary descent, and also that the full gradient is the slowest, SGD
# the fastest and the mini-batch a compromise. Both are right, because they count different things. Let us count all three.
#
# The next cell makes 20 000 objects with 10 features and measures **the time of one update** and **the time of
# one epoch**.

# %% [markdown] lang="ru" key="fastest" of="bb41b45b"
# ## Кто быстрее всех? Три ответа
#
# Можно прочитать, что SGD сходится **медленнее** обычного спуска, а можно — что полный градиент самый медленный (slowest),
# SGD самый быстрый (fastest), а мини-батч — компромисс. Верно и то и другое: критерии разные. Измерим всё.
#
# Следующая ячейка создаёт 20 000 объектов с 10 признаками и измеряет **время одного обновления** и **время
# одной эпохи**.

# %% key="clock"
rng = np.random.default_rng(0)
m, n = 20_000, 10
X = rng.normal(size=(m, n)) * np.linspace(1, 0.3, n)
y = X @ np.ones(n) + rng.normal(size=m)
row = plots.say(
    en="b = {:5}: update {:6.1f} µs, epoch {:6.1f} ms",
    ru="b = {:5}: обновление {:6.1f} мкс, эпоха {:6.1f} мс",
)
for b in (m, 64, 1):
    start = time.perf_counter()
    for _ in range(100):
        gradient = 2 * X[:b].T @ (X[:b] @ np.zeros(n) - y[:b]) / b
    update = (time.perf_counter() - start) / 100
    print(row.format(b, 1e6 * update, 1e3 * update * math.ceil(m / b)))

# %% [markdown] lang="en" key="accuracy"
# Your numbers will be different, and a little different each time. On one computer an update took 270 µs with
# the full gradient and 4 µs with one object, an epoch 0.3 ms and 80 ms.
#
# * **Per update** one object is far cheaper than all of them. This is one meaning of "fastest". (A batch of
#   64 costs hardly more than one object: most of these microseconds are spent on calling NumPy.)
# * **Per epoch** the full gradient wins, by a factor of several hundred. The arithmetic is the same, but one large
#   product of matrices is what computers are good at.
#
# The third count is the one that matters: the work **until a given accuracy**. The next cell trains until the
# loss is at most 10 % above the smallest possible one.

# %% [markdown] lang="ru" key="accuracy" of="c19b489e"
# Ваши числа будут другими, и каждый раз чуть разными. На одном из компьютеров обновление занимало 270 мкс
# с полным градиентом и 4 мкс с одним объектом, а эпоха — 0.3 мс и 80 мс.
#
# * **По одному обновлению** один объект намного дешевле, чем все. Это один смысл слова «самый быстрый». (Батч из 64
#   стоит почти столько же, сколько один объект: большая часть этих микросекунд уходит на вызов NumPy.)
# * **По одной эпохе** выигрывает полный градиент, в сотни раз. Арифметика та же самая, но одно большое
#   произведение матриц — это то, что компьютеры умеют лучше всего.
#
# Третий критерий и есть главный: сколько работы нужно **до заданной точности**. Следующая ячейка обучает модель,
# пока потери не станут не больше чем на 10 % выше наименьших возможных.

# %% key="to-the-goal"
best = np.mean((X @ np.linalg.lstsq(X, y)[0] - y) ** 2)
row = plots.say(
    en="b = {:5}: {:5} updates, {:7} gradients of single objects",
    ru="b = {:5}: обновлений {:5}, градиентов отдельных объектов {:7}",
)
for b, eta in ((m, 0.4), (64, 0.1), (1, 0.005)):
    w, updates, rng = np.zeros(n), 0, np.random.default_rng(1)
    while np.mean((X @ w - y) ** 2) > 1.1 * best and updates < 5000:
        for _ in range(max(1, 100 // b)):
            idx = rng.choice(m, size=b, replace=False)
            w = w - eta * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / b
            updates += 1
    print(row.format(b, updates, updates * b))

# %% [markdown] lang="en" key="three-answers"
# For a rough result one object at a time needs the **least work** by far: about 800 gradients, a twenty-fifth of
# a single epoch. The full gradient has not even finished its first step by then.
#
# Now change `1.1` to `1.0005` and run the cell again. The full gradient arrives after 37 updates. SGD uses up
# all its 5000 updates and does not arrive. With 200 000 updates it does not either: near the minimum it goes
# round and round. This is what "slower" means.
#
# | question | answer |
# |---|---|
# | fastest per update? | SGD |
# | fastest per epoch? | the full gradient |
# | least work to a rough result? | SGD or small batches |
# | least work to an exact result, with a constant step? | the full gradient; SGD does not get there |
#
# So when somebody says "fastest", ask: per what?

# %% [markdown] lang="ru" key="three-answers" of="b07de072"
# Грубый результат дешевле всего, и с большим отрывом, достаётся тому, кто идёт по одному объекту: **меньше всего
# работы**, около 800 градиентов, двадцать пятая часть одной эпохи. Полный градиент к этому времени не закончил
# и первого шага.
#
# Теперь замените `1.1` на `1.0005` и запустите ячейку ещё раз. Полный градиент доходит за 37 обновлений. SGD
# расходует все свои 5000 обновлений и не доходит. Не доходит он и за 200 000: у минимума он ходит кругами.
# Вот что значит «медленнее».
#
# | вопрос | ответ |
# |---|---|
# | кто быстрее делает обновление? | SGD |
# | кто быстрее проходит эпоху? | полный градиент |
# | кому нужно меньше работы для грубого результата? | SGD или небольшие батчи |
# | а для точного, с постоянным шагом? | полному градиенту; SGD туда не дойдёт |
#
# Так что если кто-то говорит «самый быстрый», спросите: по какому критерию?

# %% numbers="three-answers"
run("clock")
printed = run("to-the-goal").split("\n")
looks = int(printed[2].split("updates,")[1].split()[0])
says("800", round(looks, -2))
rng = np.random.default_rng(0)
X20, w = rng.normal(size=(20_000, 10)) * np.linspace(1, 0.3, 10), np.zeros(10)
y20 = X20 @ np.ones(10) + rng.normal(size=20_000)
best = np.mean((X20 @ np.linalg.lstsq(X20, y20)[0] - y20) ** 2)
count = 0
while np.mean((X20 @ w - y20) ** 2) > 1.0005 * best:
    w, count = w - 0.4 * 2 * X20.T @ (X20 @ w - y20) / 20_000, count + 1
says("37", count)


# %% [markdown] lang="en" key="floor"
# ## The noise floor
#
# Why does SGD not arrive? Take the simplest case, $L(w) = w^2 + 12$ with the slope $2w$. Suppose that we do not
# see the slope exactly: at every step noise $\xi$ is added, with mean 0 and variance $\sigma^2$, independent of
# all that was before. The step is
#
# $$w_{k+1} = w_k - \eta \, (2 w_k + \xi_k) = (1 - 2\eta) \, w_k - \eta \, \xi_k$$
#
# On average the noise drops out, and the mean of $w_k$ shrinks by the old factor $1 - 2\eta$. But "0 on average"
# may mean "always 0" or "5 as often as −5". So look at the square. The mixed term has mean 0, because the noise
# does not know $w_k$:
#
# $$\mathbb{E} \, w_{k+1}^2 = (1 - 2\eta)^2 \, \mathbb{E} \, w_k^2 + \eta^2 \sigma^2$$
#
# Every step multiplies the old square by a factor and adds a fresh dose. With $\eta = 0.1$ and $\sigma^2 = 4$
# the factor is 0.64 and the dose 0.04. From $w_0 = 5$ the mean square goes 25, 16.04, 10.31, … and stops falling
# when what is lost equals what is added. That value $v$ satisfies the balance
#
# $$v = (1 - 2\eta)^2 \, v + \eta^2 \sigma^2$$
#
# With our numbers $v = 0.64 v + 0.04$, so $v = 0.04 / 0.36 = 0.1111$. It is called **stationary** (стационарное),
# and we call it the **noise floor** (шумовой порог). The loss stays at $12 + v$ on average, however
# long we go on. For which $\eta$ this works you know from unit 04: the factor must lie between −1 and 1, so
# $0 < \eta < 1$. To solve the balance for any $\eta$ and $\sigma^2$ is exercise 8.
#
# What to expect from it: a smaller step has a lower floor, about in proportion, but falls more slowly. A
# larger batch lowers $\sigma^2$ and with it the floor.

# %% [markdown] lang="ru" key="floor" of="8325f1dd"
# ## Шумовой порог
#
# Почему SGD не доходит? Возьмём простейший случай: $L(w) = w^2 + 12$ с наклоном $2w$. Пусть мы видим наклон
# неточно: на каждом шаге к нему прибавляется шум $\xi$ со средним 0 и дисперсией $\sigma^2$, не зависящий
# ни от чего, что было раньше. Тогда шаг такой:
#
# $$w_{k+1} = w_k - \eta \, (2 w_k + \xi_k) = (1 - 2\eta) \, w_k - \eta \, \xi_k$$
#
# В среднем шум пропадает, и среднее $w_k$ сжимается с прежним множителем $1 - 2\eta$. Но «в среднем 0» бывает
# и когда всегда 0, и когда 5 так же часто, как −5. Поэтому посмотрим на квадрат. У смешанного слагаемого
# среднее равно 0, потому что шум о $w_k$ ничего не знает:
#
# $$\mathbb{E} \, w_{k+1}^2 = (1 - 2\eta)^2 \, \mathbb{E} \, w_k^2 + \eta^2 \sigma^2$$
#
# Каждый шаг умножает прежний квадрат на множитель и добавляет свежую порцию. При $\eta = 0.1$ и $\sigma^2 = 4$
# множитель равен 0.64, а порция — 0.04. Из $w_0 = 5$ средний квадрат идёт так: 25, 16.04, 10.31, … и перестаёт
# падать, когда убыль сравняется с добавкой. Это значение $v$ удовлетворяет уравнению баланса
#
# $$v = (1 - 2\eta)^2 \, v + \eta^2 \sigma^2$$
#
# С нашими числами $v = 0.64 v + 0.04$, откуда $v = 0.04 / 0.36 = 0.1111$. Такое значение называют
# **стационарным** (stationary), а мы назовём его **шумовым порогом** (noise floor). Потери в среднем так
# и останутся равны $12 + v$, сколько ни продолжай. При каких $\eta$ это верно, известно из урока 04: множитель
# должен лежать между −1 и 1, то есть $0 < \eta < 1$. Решить это уравнение для любых $\eta$ и $\sigma^2$ — упражнение 8.
#
# Чего от него ждать: чем меньше шаг, тем ниже порог, почти пропорционально, но тем медленнее спуск. Чем больше
# батч, тем меньше $\sigma^2$, а с ним и порог.

# %% numbers="floor"
square = [25.0]
for _ in range(400):
    square.append(0.64 * square[-1] + 0.04)
says("0.64", (1 - 2 * 0.1) ** 2)
says("0.04", 0.1**2 * 4)
says("16.04", square[1])
says("10.31", square[2])
says("0.36", 1 - 0.64)
says("0.1111", noise_floor(0.1, 4))
holds(math.isclose(square[-1], noise_floor(0.1, 4)), "it stops falling there")
holds(noise_floor(0.01, 4) < noise_floor(0.1, 4) / 8, "a smaller step has a lower floor, about in proportion")


# %% key="see-the-floor"
plt.figure(figsize=(6, 2.8))
for eta, style in ((0.1, "-"), (0.01, "--")):
    rng, w, squares = np.random.default_rng(3), np.full(2000, 5.0), []  # 2000 walks at once
    for k in range(300):
        squares.append(np.mean(w**2))
        w = w - eta * (2 * w + 2 * rng.normal(size=w.size))
    plt.semilogy(squares, style, label=f"η = {eta}")
plt.xlabel(plots.say(en="step k", ru="шаг k"))
plt.ylabel("E w²")
plt.legend()
plots.show(
    en="The mean square against the step, log scale: with 0.1 it falls at once and stays at 0.11, "
    "with 0.01 it falls slowly to 0.01.",
    ru="Средний квадрат на каждом шаге, логарифмическая шкала: при 0.1 он сразу падает и держится "
    "на 0.11, при 0.01 медленно падает до 0.01.",
)

# %% [markdown] lang="en" key="robbins-monro"
# ## Steps that shrink: the conditions of Robbins and Monro
#
# A large step is quick, a small step has a low floor. So begin with large steps and let them shrink. Lecture 2
# offers three schedules:
#
# $$\eta_k = c, \qquad \eta_k = \frac{1}{k}, \qquad \eta_k = \lambda \left( \frac{s_0}{s_0 + k} \right)^p$$
#
# Here $c$, $\lambda$, $s_0$ are positive constants, $p$ is the exponent, $k = 1, 2, \dots$ How fast may the steps
# shrink? Two things can go wrong.
#
# * **They shrink too fast and run out.** Steps 0.1, 0.05, 0.025, … add up to 0.2. On our parabola, even without noise, 65 % of
#   the distance is left for ever, however many steps follow. If $\sum \eta_k$ is finite, this is so in general: a fixed
#   part of the distance remains, unless a step happens to land on the minimum.
# * **They shrink too slowly.** Each step adds noise of variance $\eta_k^2 \sigma^2$. If these doses add up to a finite
#   number, the noise dies out.
#
# In formulas these are the **Robbins–Monro conditions** (условия Роббинса — Монро), of 1951:
#
# $$\sum_{k=1}^{\infty} \eta_k = \infty, \qquad \sum_{k=1}^{\infty} \eta_k^2 < \infty$$
#
# For large $k$ the third schedule behaves like $k^{-p}$ times a constant. The sum of $k^{-p}$ is infinite for
# $p \le 1$ and finite for $p > 1$; at the border, $1 + 1/2 + 1/3 + \dots$ grows without limit, like a logarithm.
# The squares behave like $k^{-2p}$. From this you can tell which $p$ will do; an exercise asks for it.
#
# Check the other two schedules: a constant step meets the first condition and not the second, which is the
# noise floor again. The step $1/k$ meets both.
#
# The second condition is enough, but not necessary. With $\eta_k = 0.4 \, k^{-0.4}$ the squares add up without end, and yet the
# balance of the last section, step by step, falls: $\mathbb{E} \, w^2$ is 0.069, 0.010, 0.0016 after $10^2$, $10^4$, $10^6$ steps. On this
# loss old noise is forgotten. Robbins and Monro ask for more so as to be safe on every loss of their kind.

# %% [markdown] lang="ru" key="robbins-monro" of="574f280e"
# ## Убывающие шаги: условия Роббинса — Монро
#
# С большим шагом быстрее, с малым порог ниже. Значит, начнём с больших шагов и будем их уменьшать. В лекции 2
# предложены три расписания:
#
# $$\eta_k = c, \qquad \eta_k = \frac{1}{k}, \qquad \eta_k = \lambda \left( \frac{s_0}{s_0 + k} \right)^p$$
#
# Здесь $c$, $\lambda$, $s_0$ — положительные постоянные, $p$ — показатель, $k = 1, 2, \dots$ Насколько быстро шагам
# можно убывать? Испортить дело можно двумя способами.
#
# * **Шаги убывают слишком быстро и кончаются.** Шаги 0.1, 0.05, 0.025, … в сумме дают 0.2. На нашей параболе даже без шума
#   навсегда остаётся 65 % расстояния, сколько бы шагов ни было дальше. Если $\sum \eta_k$ конечна, так бывает всегда:
#   остаётся постоянная доля расстояния, если только какой-нибудь шаг не попадёт в минимум случайно.
# * **Шаги убывают слишком медленно.** Каждый шаг вносит шум с дисперсией $\eta_k^2 \sigma^2$. Если сумма этих порций
#   конечна, шум угасает.
#
# В формулах это **условия Роббинса — Монро** (Robbins–Monro conditions) 1951 года:
#
# $$\sum_{k=1}^{\infty} \eta_k = \infty, \qquad \sum_{k=1}^{\infty} \eta_k^2 < \infty$$
#
# При больших $k$ третье расписание ведёт себя как $k^{-p}$, умноженное на постоянную. Сумма $k^{-p}$ бесконечна при
# $p \le 1$ и конечна при $p > 1$; на самой границе $1 + 1/2 + 1/3 + \dots$ растёт неограниченно, как логарифм.
# Квадраты ведут себя как $k^{-2p}$. Отсюда видно, какие $p$ годятся; об этом спросит упражнение.
#
# Проверьте два других расписания: постоянный шаг удовлетворяет первому условию и не удовлетворяет второму — это
# снова шумовой порог. Шаг $1/k$ удовлетворяет обоим.
#
# Второе условие достаточно, но не необходимо. При $\eta_k = 0.4 \, k^{-0.4}$ сумма квадратов бесконечна, и всё же баланс
# из прошлого раздела, если считать его шаг за шагом, падает: $\mathbb{E} \, w^2$ равно 0.069, 0.010, 0.0016 после $10^2$, $10^4$, $10^6$ шагов. На этой
# функции старый шум забывается. Роббинс и Монро требуют большего, чтобы годилась любая функция их класса.

# %% numbers="robbins-monro"
kept = np.cumprod(1 - 2 * 0.1 * 0.5 ** np.arange(60))
says("0.2", np.sum(0.1 * 0.5 ** np.arange(60)))
says("65 %", kept[-1])
square, seen = 25.0, {}
for k in range(1, 1_000_001):
    eta = 0.4 * k**-0.4
    square = (1 - 2 * eta) ** 2 * square + eta * eta * 4
    if k in (100, 10_000, 1_000_000):
        seen[k] = square
says("0.069", seen[100])
says("0.010", seen[10_000])
says("0.0016", seen[1_000_000])


# %% key="sums"
for p in (0.4, 0.75, 1.5):
    for count in (1_000, 1_000_000):
        steps = np.arange(1, count + 1) ** -p
        print(f"p = {p:<4}   n = {count:8}   Σ η = {steps.sum():8.2f}   Σ η² = {np.sum(steps**2):7.4f}")

# %% [markdown] lang="en" key="guarantee"
# ### What SGD guarantees
#
# Let $Q$ be convex and smooth with a minimum at $w^*$, and $\eta$ chosen carefully. Then SGD reaches a small
# neighbourhood of $w^*$. Two things belong to this promise.
#
# 1. The promise is **in expectation**: on average over the random order. A single walk may be unlucky, and it
#    may leave the neighbourhood again after it has reached it.
# 2. With a constant step the neighbourhood is not as small as you like. The noise floor sets its size: to get
#    closer, take smaller steps or larger batches.
#
# With steps that meet the Robbins–Monro conditions, and noise of bounded variance, a walk on such a $Q$ tends
# to a point of minimum **with probability one**. How fast, the conditions do not say.
#
# One exception is worth knowing. If some weights fit all objects exactly, then there every $\nabla q_i$ is 0,
# the noise vanishes at the minimum, and a small enough constant step has no floor.

# %% [markdown] lang="ru" key="guarantee" of="92a50ca4"
# ### Что гарантирует SGD
#
# Пусть $Q$ выпуклая и гладкая, с минимумом в точке $w^*$, а $\eta$ подобрана аккуратно. Тогда SGD попадёт в малую
# окрестность $w^*$. К этому обещанию относятся две оговорки.
#
# 1. Обещание верно **в среднем**, по всем случайным порядкам. Отдельному пути может не повезти, и, попав
#    в окрестность, он может снова из неё выйти.
# 2. При постоянном шаге окрестность не бывает сколь угодно малой. Её размер задаёт шумовой порог: чтобы подойти
#    ближе, нужны меньшие шаги или большие батчи.
#
# Если шаги удовлетворяют условиям Роббинса — Монро, а дисперсия шума ограничена, то для такой $Q$ путь стремится
# к точке минимума **с вероятностью единица**. Насколько быстро, условия не говорят.
#
# Одно исключение полезно знать. Если какие-то веса подходят ко всем объектам в точности, то там все $\nabla q_i$
# равны 0, шум в минимуме исчезает, и у достаточно малого постоянного шага порога нет.

# %% [markdown] lang="en" key="figure-question"
# ## The figure: three paths, one budget
#
# A line is fitted to 40 objects. The first chart has the contours of $Q$ and three paths from one start: the full
# gradient, a mini-batch, SGD. The other three show how far $Q$ is above its smallest value, on a log scale: against the
# gradients of single objects, against the updates, and against a **time**. For the time there is a model: an update
# costs 4 µs, and 0.5 µs more for every object in it. All three paths have the same budget of gradients.
# **Answer on paper first**, then look.
#
# 1. Leave $\eta = 0.05$, batches of 8. Which of the three is first below the dashed level: counted in gradients, in
#    updates, in time?
# 2. Which of the curves stop falling? Does going from 10 to 30 epochs help them?
# 3. Lower $\eta$ to 0.02. What happens to the level at which the SGD curve hovers?
# 4. Which batch sizes make two of the paths coincide?
# 5. Move the last slider, the number of the random order. Which path does not change, and why?

# %% [markdown] lang="ru" key="figure-question" of="78aefbbe"
# ## Рисунок: три пути, один бюджет
#
# Прямую подгоняют к 40 объектам. На первом графике — линии уровня $Q$ и три пути из одной начальной точки: полный
# градиент, мини-батч, SGD. Остальные три показывают, насколько $Q$ выше своего наименьшего значения, в логарифмическом
# масштабе: в зависимости от числа градиентов отдельных объектов, от числа обновлений и от **времени**. Для времени есть
# модель: обновление стоит 4 мкс и ещё по 0.5 мкс за каждый объект в нём. Бюджет градиентов у всех один.
# **Сначала ответьте на бумаге**, потом смотрите.
#
# 1. Оставьте $\eta = 0.05$, батчи по 8. Кто из трёх первым окажется ниже штриховой линии: если считать градиенты,
#    обновления, время?
# 2. Какие кривые перестают падать? Помогает ли им, если эпох не 10, а 30?
# 3. Уменьшите $\eta$ до 0.02. Что стало с уровнем, на котором держится кривая SGD?
# 4. При каких размерах батча два пути совпадают?
# 5. Подвигайте последний ползунок, номер случайного порядка. Какой путь не меняется и почему?

# %% figure="three_paths"
figures.three_paths()


# %% [markdown] lang="en" key="figure-answers"
# <details><summary>Answers</summary>
#
# 1. In gradients SGD, after 15 of them; the full gradient needs 320. In updates the full gradient and the mini-batch, after 8
#    of them. In time the mini-batch, after 64 µs; SGD needs 67.5 and the full gradient 192. Three answers, one run.
# 2. SGD stays at about 0.055 and the mini-batch at 0.0014; 30 epochs do not help them. That is the noise floor. The full
#    gradient falls on.
# 3. It sinks to about 0.011: a smaller step has a lower floor.
# 4. A batch of 1 is SGD, a batch of 40 the full gradient.
# 5. The full path: it looks at all objects in every step, and a mean does not hang on their order.
#
# </details>
#
# *A good place to stop. The exercises need about an hour.*

# %% [markdown] lang="ru" key="figure-answers" of="51a0679d"
# <details><summary>Ответы</summary>
#
# 1. По градиентам — SGD, ему хватило 15; полному градиенту нужно 320. По обновлениям — полный градиент и мини-батч, им
#    хватило 8. По времени — мини-батч, 64 мкс; SGD нужно 67.5, а полному градиенту 192. Один запуск, три ответа.
# 2. SGD держится около 0.055, а мини-батч около 0.0014; 30 эпох им не помогают. Это шумовой порог. Полный градиент
#    падает дальше.
# 3. Он опускается примерно до 0.011: чем меньше шаг, тем ниже порог.
# 4. Батч из 1 объекта — это SGD, батч из 40 — полный градиент.
# 5. Путь полного градиента: на каждом шаге он смотрит на все объекты, а среднее от их порядка не зависит.
#
# </details>
#
# *Здесь удобно сделать перерыв. Упражнениям нужно около часа.*

# %% numbers="figure-answers"
from course.figures.three_paths import M, excess, walk

first = {b: next(k for k, w in enumerate(walk(0.05, b, 30, 1).w) if excess(w) <= 1) for b in (1, 8, M)}
says("15", first[1])
says("320", first[M] * M)
says("8", first[8])
holds(first[8] == first[M], "as many updates")
says("64", first[8] * (4 + 0.5 * 8))
says("67.5", first[1] * (4 + 0.5))
says("192", first[M] * (4 + 0.5 * M))
holds(excess(walk(0.05, M, 30, 1).w[-1]) < 0.001 < excess(walk(0.05, 1, 30, 1).w[-1]), "the full gradient falls on")


# %% [markdown] lang="en" key="task-sgd-step"
# ## Exercises
#
# Replace the line with `raise NotImplementedError` by your code, run the cell, then run the check below it.
# A check tells you what kind of mistake it sees. You may try as often as you like. No function may change
# its arguments. Random numbers come only from the argument `rng`.
#
# In all exercises `X` has shape `(m, n)`, one object in a row, and `y` has shape `(m,)`. Weights, objects and answers
# may be arrays of whole numbers, too, as `np.array([0, 0])` is.
#
# ### Exercise 1 (a warm-up, two minutes) · `sgd_step`
#
# `sgd_step(w, X, y, i, learning_rate)` makes one step against the gradient of object `i` (rows are counted
# from 0) and returns the new weights, an array of shape `(n,)`.
#
# Example: for the three objects of the reading (`X3`, `y3`), `w = (0, 0)`, `i = 1` and `learning_rate = 0.1` the answer is
# `array([0.4, 0.8])`.

# %% [markdown] lang="ru" key="task-sgd-step" of="c5949a89"
# ## Упражнения
#
# Замените строку с `raise NotImplementedError` своим кодом, выполните ячейку, затем проверку под ней.
# Проверка подскажет, какого рода ошибку она видит. Пробовать можно сколько угодно раз. Ни одна функция
# не должна менять свои аргументы. Случайные числа берите только из аргумента `rng`.
#
# Во всех упражнениях у `X` форма `(m, n)`, один объект в строке, а у `y` — форма `(m,)`. Веса, объекты и ответы
# бывают и массивами целых чисел, например `np.array([0, 0])`.
#
# ### Упражнение 1 (разминка, две минуты) · `sgd_step`
#
# `sgd_step(w, X, y, i, learning_rate)` делает один шаг против градиента объекта `i` (строки считаются с нуля)
# и возвращает новые веса, массив формы `(n,)`.
#
# Пример: для трёх объектов из текста (`X3`, `y3`), `w = (0, 0)`, `i = 1` и `learning_rate = 0.1` ответ —
# `array([0.4, 0.8])`.

# %% exercise="sgd_step" role="answer"
def sgd_step(w, X, y, i, learning_rate):
    """One step of stochastic gradient descent for the squared error.

    w: weights, shape (n,).
    X, y: objects of shape (m, n) and answers of shape (m,).
    i: number of the object, from 0.
    learning_rate: positive number.
    Returns the new weights, shape (n,).
    """
    ### BEGIN SOLUTION
    residual = X[i] @ w - y[i]
    return w - learning_rate * 2 * residual * X[i]
    ### END SOLUTION


# %% exercise="sgd_step" role="test" points=1
check(sgd_step)
### BEGIN HIDDEN TESTS
grade(sgd_step)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-batch-gradient"
# ### Exercise 2 · `batch_gradient`
#
# `batch_gradient(w, X, y, idx)` returns the mean gradient of the squared errors over the objects whose numbers
# stand in the array `idx`. If a number stands there twice, its object counts twice, in the sum and in the
# number of terms.
#
# Examples, again for the three objects and `w = (0, 0)`: with `idx = np.array([0, 2])` the answer is
# `array([-3., -7.])`. With `idx = np.array([1, 1, 2])` it is `array([-4., -9.33333333])`, because
# (−8 − 8 − 12)/3 = −9.3333.

# %% [markdown] lang="ru" key="task-batch-gradient" of="698b906b"
# ### Упражнение 2 · `batch_gradient`
#
# `batch_gradient(w, X, y, idx)` возвращает средний градиент квадратов ошибок по объектам, номера которых стоят
# в массиве `idx`. Если номер стоит дважды, объект учитывается дважды: и в сумме, и в числе слагаемых.
#
# Примеры, снова для трёх объектов и `w = (0, 0)`: при `idx = np.array([0, 2])` ответ —
# `array([-3., -7.])`. При `idx = np.array([1, 1, 2])` ответ — `array([-4., -9.33333333])`, потому что
# (−8 − 8 − 12)/3 = −9.3333.

# %% numbers="task-batch-gradient"
w = np.zeros(2)
says("-9.33333333", batch_gradient(w, X3, y3, np.array([1, 1, 2]))[1])


# %% exercise="batch_gradient" role="answer"
def batch_gradient(w, X, y, idx):
    """Mean gradient of the squared errors over some objects.

    w: weights, shape (n,).
    X, y: objects of shape (m, n) and answers of shape (m,).
    idx: array of object numbers; a repeated number counts as often as it stands there.
    Returns the gradient, shape (n,).
    """
    ### BEGIN SOLUTION
    residuals = X[idx] @ w - y[idx]
    return 2 * X[idx].T @ residuals / len(idx)
    ### END SOLUTION


# %% exercise="batch_gradient" role="test" points=2
check(batch_gradient)
### BEGIN HIDDEN TESTS
grade(batch_gradient)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-epoch-cost"
# ### Exercise 3 (a warm-up, two minutes) · `epoch_cost`
#
# `epoch_cost(n, batch_size)` returns two whole numbers for one epoch with `n` objects: how many updates are
# made, and how many gradients of single objects are computed. The last batch may be short. The batch size may
# be larger than `n`; then all the objects form one batch. (In this exercise and the next `n` is the number of
# objects.)
#
# Examples: `epoch_cost(10, 4)` is `(3, 10)`, and `epoch_cost(10, 64)` is `(1, 10)`.

# %% [markdown] lang="ru" key="task-epoch-cost" of="9328b220"
# ### Упражнение 3 (разминка, две минуты) · `epoch_cost`
#
# `epoch_cost(n, batch_size)` возвращает два целых числа для одной эпохи с `n` объектами: сколько сделано
# обновлений и сколько вычислено градиентов отдельных объектов. Последний батч может быть коротким. Размер батча
# может быть больше `n`; тогда все объекты составляют один батч. (В этом и следующем упражнении `n` — число
# объектов.)
#
# Примеры: `epoch_cost(10, 4)` равно `(3, 10)`, а `epoch_cost(10, 64)` равно `(1, 10)`.

# %% exercise="epoch_cost" role="answer"
def epoch_cost(n, batch_size):
    """Cost of one epoch.

    n: number of objects, 1 or more.
    batch_size: objects in a batch, 1 or more.
    Returns (updates, gradients of single objects), two whole numbers.
    """
    ### BEGIN SOLUTION
    return math.ceil(n / batch_size), n
    ### END SOLUTION


# %% exercise="epoch_cost" role="test" points=1
check(epoch_cost)
### BEGIN HIDDEN TESTS
grade(epoch_cost)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-batches"
# ### Exercise 4 · `batches`
#
# `batches(n, batch_size, rng)` shuffles the numbers 0, 1, …, `n` − 1 and cuts them into batches. It returns a
# list of arrays of whole numbers:
#
# * every number stands in exactly one batch;
# * every batch has `batch_size` numbers, only the last one may have fewer;
# * the order is random and comes from `rng`, a `np.random.Generator`. A generator with the same seed gives the
#   same batches, another seed gives others.
#
# Example: `batches(5, 2, np.random.default_rng(0))` may be `[array([2, 4]), array([3, 0]), array([1])]`. Which
# order you get depends on the method of `rng` you use. Every right order is accepted: the check looks at the
# properties above.

# %% [markdown] lang="ru" key="task-batches" of="2386a38c"
# ### Упражнение 4 · `batches`
#
# `batches(n, batch_size, rng)` перемешивает номера 0, 1, …, `n` − 1 и разрезает их на батчи. Возвращает список
# массивов целых чисел:
#
# * каждый номер стоит ровно в одном батче;
# * в каждом батче `batch_size` номеров, и только в последнем может быть меньше;
# * порядок случайный и берётся из `rng`, это `np.random.Generator`. Генератор с тем же начальным числом (seed)
#   даёт те же батчи, с другим — другие.
#
# Пример: `batches(5, 2, np.random.default_rng(0))` может быть равно
# `[array([2, 4]), array([3, 0]), array([1])]`. Какой именно выйдет порядок, зависит от того, какой метод `rng`
# вы возьмёте. Принимается любой правильный: проверяются перечисленные свойства.

# %% exercise="batches" role="answer"
def batches(n, batch_size, rng):
    """Shuffled batches of one epoch.

    n: number of objects, 1 or more.
    batch_size: objects in a batch, 1 or more.
    rng: numpy.random.Generator, the only source of random numbers.
    Returns a list of integer arrays; together they hold 0, ..., n - 1 once each, the last may be short.
    """
    ### BEGIN SOLUTION
    order = rng.permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]
    ### END SOLUTION


# %% exercise="batches" role="test" points=2
check(batches)
### BEGIN HIDDEN TESTS
grade(batches)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-sgd"
# ### Exercise 5 · `sgd`
#
# The whole training loop. `sgd(X, y, w0, step_size, n_epochs, batch_size, rng)` trains for `n_epochs` epochs.
# It uses your `batches` and your `batch_gradient`, so solve exercises 2 and 4 first.
#
# * At the beginning of **every** epoch call `batches` anew, with the number of objects, `batch_size` and `rng`.
#   Go through its batches in the order in which they come.
# * For each batch make one update with its mean gradient, taken at the present weights.
# * `step_size` is a function: update number $k$ uses `step_size(k)`. The count $k = 1, 2, \dots$ runs on through
#   all the epochs.
# * Return the path: an array of shape `(updates + 1, n)`, first `w0`, then the weights after each update.
#
# Example: with the three objects, `w0 = (0, 0)`, `step_size` always 0.1, one epoch and `batch_size = 3` there
# is one update with the full gradient (−10/3, −22/3). The path is
# `array([[0., 0.], [0.33333333, 0.73333333]])`.
#
# With smaller batches the path depends on the random order; the grader accepts every order that `batches` may
# give.

# %% [markdown] lang="ru" key="task-sgd" of="b28e43c3"
# ### Упражнение 5 · `sgd`
#
# Цикл обучения целиком. `sgd(X, y, w0, step_size, n_epochs, batch_size, rng)` обучает `n_epochs` эпох. Функция
# пользуется вашими `batches` и `batch_gradient`, поэтому сначала решите упражнения 2 и 4.
#
# * В начале **каждой** эпохи заново вызывайте `batches` с числом объектов, `batch_size` и `rng`. Проходите
#   батчи в том порядке, в котором они идут.
# * На каждом батче делайте одно обновление по его среднему градиенту, взятому при текущих весах.
# * `step_size` — функция: обновление с номером $k$ берёт `step_size(k)`. Счёт $k = 1, 2, \dots$ идёт подряд через
#   все эпохи.
# * Верните путь: массив формы `(updates + 1, n)`, сначала `w0`, затем веса после каждого обновления.
#
# Пример: для трёх объектов, `w0 = (0, 0)`, `step_size` всегда 0.1, одной эпохи и `batch_size = 3` обновление
# одно, с полным градиентом (−10/3, −22/3). Путь — `array([[0., 0.], [0.33333333, 0.73333333]])`.
#
# При меньших батчах путь зависит от случайного порядка; принимается любой порядок, который может дать
# `batches`.

# %% exercise="sgd" role="answer"
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    """Path of mini-batch gradient descent for the mean squared error.

    X, y: objects of shape (m, n) and answers of shape (m,).
    w0: the start, shape (n,).
    step_size: function of the update number k = 1, 2, ...; returns a positive number.
    n_epochs: number of epochs.
    batch_size: objects in a batch; the last batch of an epoch may be short.
    rng: numpy.random.Generator for batches.
    Returns a float array of shape (updates + 1, n); its first row is w0.
    """
    ### BEGIN SOLUTION
    w = w0 * 1.0
    path = [w]
    for _ in range(n_epochs):
        for idx in batches(len(y), batch_size, rng):
            w = w - step_size(len(path)) * batch_gradient(w, X, y, idx)
            path.append(w)
    return np.array(path)
    ### END SOLUTION


# %% exercise="sgd" role="test" points=4
check(sgd)
### BEGIN HIDDEN TESTS
grade(sgd)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-batch-noise"
# ### Exercise 6 · `batch_noise`
#
# `batch_noise(g, batch_size, replace)` returns the exact variance of the mean of a random batch. The array `g`
# of shape `(m,)`, $m \ge 2$, holds the gradients of all objects with respect to one weight. The batch is drawn
# with replacement if `replace` is `True`, else without; then `batch_size` is at most `m`.
#
# Compute it, do not simulate it: a random experiment is only roughly right.
#
# Examples for `g = np.array([2.0, 4.0, 6.0, 12.0])`: `batch_noise(g, 2, True)` is `7.0`, and
# `batch_noise(g, 2, False)` is `4.66666667`. A batch of all four drawn without replacement gives `0.0`.

# %% [markdown] lang="ru" key="task-batch-noise" of="c909d33e"
# ### Упражнение 6 · `batch_noise`
#
# `batch_noise(g, batch_size, replace)` возвращает точную дисперсию среднего по случайному батчу. В массиве `g`
# формы `(m,)`, $m \ge 2$, лежат градиенты всех объектов по одному весу. Если `replace` равно `True`, батч
# вытягивают с возвращением, иначе — без возвращения; тогда `batch_size` не больше `m`.
#
# Вычислите, а не моделируйте: случайный опыт верен лишь приблизительно.
#
# Примеры для `g = np.array([2.0, 4.0, 6.0, 12.0])`: `batch_noise(g, 2, True)` равно `7.0`, а
# `batch_noise(g, 2, False)` равно `4.66666667`. Для батча из всех четырёх, взятых без возвращения, ответ `0.0`.

# %% numbers="task-batch-noise"
says("4.66666667", batch_noise(g, 2, False))
says("7.0", batch_noise(g, 2, True))
holds(batch_noise(g, 4, False) == 0, "a batch of all has no noise")


# %% exercise="batch_noise" role="answer"
def batch_noise(g, batch_size, replace):
    """Exact variance of the mean gradient of a random batch.

    g: gradients of the objects, shape (m,), m at least 2.
    batch_size: objects in the batch, at most m if drawn without replacement.
    replace: True for drawing with replacement, False for without.
    Returns a number.
    """
    ### BEGIN SOLUTION
    m = len(g)
    variance = np.mean((g - np.mean(g)) ** 2) / batch_size
    if not replace:
        variance = variance * (m - batch_size) / (m - 1)
    return variance
    ### END SOLUTION


# %% exercise="batch_noise" role="test" points=2
check(batch_noise)
### BEGIN HIDDEN TESTS
grade(batch_noise)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-robbins-monro"
# ### Exercise 7 · `robbins_monro`
#
# `robbins_monro(p)` returns `True` if the schedule $\eta_k = \lambda \left( \frac{s_0}{s_0 + k} \right)^p$ meets
# **both** conditions of Robbins and Monro, else `False`. The argument is one number, 0 or more; $\lambda$ and
# $s_0$ are positive and play no part.
#
# Examples: `robbins_monro(0.75)` is `True`. `robbins_monro(0)` is `False`: the step is constant, and the sum of
# the squares is infinite. Think about both borders.

# %% [markdown] lang="ru" key="task-robbins-monro" of="72fc8ac0"
# ### Упражнение 7 · `robbins_monro`
#
# `robbins_monro(p)` возвращает `True`, если $\eta_k = \lambda \left( \frac{s_0}{s_0 + k} \right)^p$ удовлетворяет
# **обоим** условиям Роббинса — Монро, иначе `False`. Аргумент — одно число, 0 или больше; $\lambda$ и
# $s_0$ положительны и роли не играют.
#
# Примеры: `robbins_monro(0.75)` равно `True`. `robbins_monro(0)` равно `False`: шаг постоянен, и сумма квадратов
# бесконечна. Подумайте об обеих границах.

# %% exercise="robbins_monro" role="answer"
def robbins_monro(p):
    """Whether the power schedule with exponent p meets the Robbins-Monro conditions.

    p: number, 0 or more.
    Returns True or False.
    """
    ### BEGIN SOLUTION
    return 0.5 < p <= 1
    ### END SOLUTION


# %% exercise="robbins_monro" role="test" points=1
check(robbins_monro)
### BEGIN HIDDEN TESTS
grade(robbins_monro)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-noise-floor"
# ### Exercise 8 (a stretch) · `noise_floor`
#
# `noise_floor(learning_rate, sigma2)` returns the stationary value of $\mathbb{E} \, w^2$ for
# $L(w) = w^2 + 12$ when noise of variance $\sigma^2$ (the argument `sigma2`) is added to the slope at every step.
# The learning rate satisfies $0 < \eta < 1$.
#
# Solve the balance of the section "The noise floor" for $v$. The answer is exact; a formula that holds for small
# $\eta$ only is not enough.
#
# Examples: `noise_floor(0.1, 4.0)` is `0.11111111`, and `noise_floor(0.5, 4.0)` is `1.0`. At $\eta = 0.5$ the old
# weight is forgotten in one step, and what remains is the noise of that step, $\eta^2 \sigma^2 = 1$.
#
# When you have it, look once more at the picture in the section "The noise floor": there $\sigma^2 = 4$. What does your function
# give for $\eta = 0.1$ and for $\eta = 0.01$? Do the two values match the levels of the curves?

# %% [markdown] lang="ru" key="task-noise-floor" of="813de5bd"
# ### Упражнение 8 (повышенной сложности) · `noise_floor`
#
# `noise_floor(learning_rate, sigma2)` возвращает стационарное значение $\mathbb{E} \, w^2$ для
# $L(w) = w^2 + 12$, когда на каждом шаге к наклону прибавляется шум с дисперсией $\sigma^2$ (аргумент `sigma2`).
# Скорость обучения удовлетворяет условию $0 < \eta < 1$.
#
# Решите относительно $v$ уравнение баланса из раздела «Шумовой порог». Ответ нужен точный; формулы, верной лишь для малых
# $\eta$, недостаточно.
#
# Примеры: `noise_floor(0.1, 4.0)` равно `0.11111111`, а `noise_floor(0.5, 4.0)` равно `1.0`. При $\eta = 0.5$ прежний
# вес забывается за один шаг, и остаётся только шум этого шага, $\eta^2 \sigma^2 = 1$.
#
# Когда получится, взгляните ещё раз на картинку в разделе «Шумовой порог»: там $\sigma^2 = 4$. Что даёт ваша функция при
# $\eta = 0.1$ и при $\eta = 0.01$? Совпадают ли два значения с уровнями кривых?

# %% numbers="task-noise-floor"
says("0.11111111", noise_floor(0.1, 4.0))
says("1.0", noise_floor(0.5, 4.0))
holds(abs(noise_floor(0.1, 4.0) - 0.11) < 0.005 and abs(noise_floor(0.01, 4.0) - 0.01) < 0.001, "the levels in the picture")


# %% exercise="noise_floor" role="answer"
def noise_floor(learning_rate, sigma2):
    """Stationary mean of w**2 for noisy gradient descent on w**2 + 12.

    learning_rate: number between 0 and 1.
    sigma2: variance of the noise added to the slope, 0 or more.
    Returns a number.
    """
    ### BEGIN SOLUTION
    factor = (1 - 2 * learning_rate) ** 2
    return learning_rate**2 * sigma2 / (1 - factor)
    ### END SOLUTION


# %% exercise="noise_floor" role="test" points=3
check(noise_floor)
### BEGIN HIDDEN TESTS
grade(noise_floor)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-time"
# ### Experiment · `time_to_reach`
#
# Why do people take batches of 32 or 64, and not of 1? Give time a price and see. An update costs `overhead` units,
# whatever the batch, and one unit more for every object in it. (The cell with the clock measured it: 4 µs for an update
# with one object, 270 µs with 20 000. So one object costs about 0.0133 µs, and the overhead is worth about 300 objects.)
#
# `time_to_reach(path, X, y, batch_size, target, overhead)` gets a path as your `sgd` returns it, the start in its first
# row. It returns the time at which the loss $Q$, the mean squared error, is **for the first time** at most `target`:
# the number of updates made by then, times `overhead + batch_size`. If the path never gets there, the answer is `math.inf`.
#
# Example: for `X3`, `y3` and the path (0, 0), (0.5, 0.5), (1, 0) the losses are 3, 0.0833 and 0.6667. With
# `batch_size = 2`, `target = 0.5` and `overhead = 10` the answer is `12`.
#
# **Predict first:** which batch size is fastest when the overhead is 0? And when it is 300? When the check is green, run
# this in a new cell:
#
# ```python
# rng = np.random.default_rng(0)
# X = rng.normal(size=(2000, 10)) * np.linspace(1, 0.3, 10)
# y = X @ np.ones(10) + rng.normal(size=2000)
# best = np.mean((X @ np.linalg.lstsq(X, y)[0] - y) ** 2)
# for b in (1, 4, 16, 64, 256, 2000):
#     path = sgd(X, y, np.zeros(10), lambda k: 0.05, max(3, b // 10), b, np.random.default_rng(1))
#     print(b, *(time_to_reach(path, X, y, b, share * best, cost) for share in (1.1, 1.02) for cost in (0, 300)))
# ```
#
# Which size wins in each of the four columns? What moves the winner to the right?

# %% [markdown] lang="ru" key="task-time" of="b657b85f"
# ### Эксперимент · `time_to_reach`
#
# Почему берут батчи по 32 или 64 объекта, а не по одному? Назначим времени цену и посмотрим. Обновление требует `overhead`
# единиц, каким бы ни был батч, и ещё по единице за каждый объект в нём. (Ячейка с часами это измерила: 4 мкс на обновление
# с одним объектом, 270 мкс с 20 000. Значит, один объект стоит около 0.0133 мкс, а накладные расходы — как 300 объектов.)
#
# `time_to_reach(path, X, y, batch_size, target, overhead)` получает путь, какой возвращает ваша `sgd`, с начальной точкой
# в первой строке. Возвращает время, когда потери $Q$, среднеквадратичная ошибка, **впервые** не больше `target`: число
# обновлений, сделанных к этому моменту, умноженное на `overhead + batch_size`. Если путь туда не доходит, ответ — `math.inf`.
#
# Пример: для `X3`, `y3` и пути (0, 0), (0.5, 0.5), (1, 0) потери равны 3, 0.0833 и 0.6667. При `batch_size = 2`,
# `target = 0.5` и `overhead = 10` ответ `12`.
#
# **Предскажите:** какой размер батча быстрее всех, если накладных расходов нет? А если они равны 300? Когда проверка
# пройдена, запустите в новой ячейке:
#
# ```python
# rng = np.random.default_rng(0)
# X = rng.normal(size=(2000, 10)) * np.linspace(1, 0.3, 10)
# y = X @ np.ones(10) + rng.normal(size=2000)
# best = np.mean((X @ np.linalg.lstsq(X, y)[0] - y) ** 2)
# for b in (1, 4, 16, 64, 256, 2000):
#     path = sgd(X, y, np.zeros(10), lambda k: 0.05, max(3, b // 10), b, np.random.default_rng(1))
#     print(b, *(time_to_reach(path, X, y, b, share * best, cost) for share in (1.1, 1.02) for cost in (0, 300)))
# ```
#
# Какой размер выигрывает в каждом из четырёх столбцов? Что сдвигает победителя вправо?

# %% numbers="task-time"
three, answers = np.array([[1.0, 1], [1, 2], [1, 3]]), np.array([1.0, 2, 2])
says("3", np.mean(answers**2))
says("0.0833", np.mean((three @ [0.5, 0.5] - answers) ** 2))
says("0.6667", np.mean((three @ [1, 0] - answers) ** 2))
says("12", time_to_reach(np.array([[0, 0], [0.5, 0.5], [1, 0]]), three, answers, 2, 0.5, 10))
says("0.0133", (270 - 4) / 20_000)
says("300", round(4 / 0.0133, -2))


# %% exercise="time_to_reach" role="answer"
def time_to_reach(path, X, y, batch_size, target, overhead):
    """Time until the loss is at most the target.

    path: weights, the start first, then after each update, shape (updates + 1, n).
    X, y: objects of shape (m, n) and answers of shape (m,).
    batch_size: objects in each update.
    target: the loss to reach.
    overhead: price of an update beside one unit for each object, 0 or more.
    Returns a number, math.inf if no row of the path gets there.
    """
    ### BEGIN SOLUTION
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) <= target:
            return k * (overhead + batch_size)
    return math.inf
    ### END SOLUTION


# %% exercise="time_to_reach" role="test" points=2
check(time_to_reach)
### BEGIN HIDDEN TESTS
grade(time_to_reach)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="time-answers"
# <details><summary>What the experiment shows</summary>
#
# Without overhead the small batches win: to 10 % the work of 1 and of 4 is much alike, and 2000 needs hundreds of times
# as much. With an overhead of 300 the sizes from 4 to 64 are nearly equal to 10 %, and SGD is several times slower: it
# pays the overhead for every object. To 2 % SGD **never** arrives, its noise floor lies higher. With the overhead 16 and 64
# are fast with every random order, 4 only with some.
#
# So two things move the winner to larger batches: a large fixed price of an update, and an exact goal. The usual 32 or 64
# is not a law of learning. It is the price list of today's computers.
#
# </details>

# %% [markdown] lang="ru" key="time-answers" of="c813403c"
# <details><summary>Что показывает эксперимент</summary>
#
# Без накладных расходов выигрывают малые батчи: до 10 % размерам 1 и 4 нужно примерно одинаково работы, а размеру 2000 —
# в сотни раз больше. С расходами 300 до 10 % размеры от 4 до 64 почти равны, а SGD в несколько раз медленнее: он платит
# расходы за каждый объект. До 2 % SGD не доходит **никогда**, его шумовой порог выше. С расходами 16 и 64 быстры при любом
# случайном порядке, а 4 — только при некоторых.
#
# Итак, к большим батчам победителя сдвигают две вещи: большая постоянная цена обновления и точная цель. Привычные 32 или 64 —
# не закон обучения, а прейскурант нынешних компьютеров.
#
# </details>

# %% numbers="time-answers"
for seed in (1, 2, 3):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(2000, 10)) * np.linspace(1, 0.3, 10)
    y = X @ np.ones(10) + rng.normal(size=2000)
    best = np.mean((X @ np.linalg.lstsq(X, y)[0] - y) ** 2)
    times = {}
    for b in (1, 4, 16, 64, 256, 2000):
        path = sgd(X, y, np.zeros(10), lambda k: 0.05, max(3, b // 10), b, np.random.default_rng(seed))
        times[b] = [time_to_reach(path, X, y, b, share * best, cost) for share in (1.1, 1.02) for cost in (0, 300)]
    holds(times[2000][0] > 200 * max(times[1][0], times[4][0]), "hundreds of times as much")
    fast = [min(times[b][cost] for b in times) for cost in range(4)]
    holds(all(times[b][1] < 1.6 * fast[1] for b in (4, 16, 64)), "nearly equal to 10 %")
    holds(times[1][1] > 2 * times[4][1], "SGD is several times slower")
    holds(times[1][2] == math.inf, "SGD never arrives")
    holds(all(times[b][3] < 1.3 * fast[3] for b in (16, 64)), "16 and 64 are fast")


# %% [markdown] lang="en" key="question"
# ## In your own words
#
# A friend has read two slides. One says: "SGD converges slower than gradient descent." The other says: "SGD is
# the fastest." Your friend concludes that one of them must be wrong, and that SGD with a constant step will in
# the end reach the minimum anyway.
#
# Answer in five to eight sentences. Explain in what sense each slide is right, with a number from your own
# measurement or from the figure for each. Then say what happens to SGD with a constant step near the minimum
# and why. Name two things one can do about it, and what each of them costs.
#
# A person reads this answer, not a program. Write it in the cell below.

# %% [markdown] lang="ru" key="question" of="df2b39b0"
# ## Своими словами
#
# Знакомый прочитал два слайда. На одном: «SGD сходится медленнее, чем градиентный спуск». На другом: «SGD —
# самый быстрый». Он решил, что один из них ошибается и что SGD с постоянным шагом всё равно в конце концов
# придёт в минимум.
#
# Ответьте в пяти–восьми предложениях. Объясните, в каком смысле прав каждый слайд, и для каждого приведите число
# из своих измерений или с рисунка. Затем скажите, что происходит с SGD с постоянным шагом вблизи минимума
# и почему. Назовите два средства против этого и цену каждого.
#
# Этот ответ читает человек, а не программа. Пишите в ячейке ниже.

# %% [markdown] question="own-words" points=4
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the four; half points are allowed. Numbers differ from computer to computer.
#
# 1. "Fastest" in its sense, with a number: an update with one object is far cheaper than one with all of them, or
#    a rough accuracy costs far fewer gradients (about 800 instead of 140 000 in the reading). Half a
#    point without a number.
# 2. "Slower" in its sense, with a number: to reach an exact result, or per epoch in seconds (0.3 ms against
#    80 ms), or the level of the curves in the figure. Half a point without a number.
# 3. Near the minimum: SGD with a constant step keeps moving about and stays above a noise floor, because the
#    gradients of single objects are not 0 where their mean is 0. "It fluctuates" without a reason: half a point.
# 4. Two remedies, each with its price: a smaller or a shrinking step (Robbins–Monro) costs speed; a larger
#    batch costs more gradients per update. Averaging the weights and other sound remedies count too. Half a point
#    for each remedy with its price.
#
# По одному баллу за каждый пункт, можно ставить половину. Числа на разных компьютерах разные.
#
# 1. В каком смысле «самый быстрый», с числом: обновление по одному объекту намного дешевле, чем по всем, или
#    грубая точность стоит намного меньше градиентов (в тексте около 800 вместо 140 000). Без числа —
#    половина балла.
# 2. В каком смысле «медленнее», с числом: до точного результата, или время эпохи (0.3 мс против 80 мс), или
#    уровень кривых на рисунке. Без числа — половина балла.
# 3. Вблизи минимума: SGD с постоянным шагом продолжает блуждать и держится выше шумового порога, потому что
#    градиенты отдельных объектов не равны 0 там, где равно 0 их среднее. «Колеблется» без причины — половина
#    балла.
# 4. Два средства и цена каждого: меньший или убывающий шаг (Роббинс — Монро) — ценой скорости; больший батч —
#    ценой большего числа градиентов на обновление. Усреднение весов и другие разумные средства тоже
#    засчитываются. По половине балла за средство вместе с его ценой.
# ### END MARK SCHEME

# %% [markdown] lang="en" key="slides"
# ## What the lecture slides say differently
#
# You can skip this if you do not have the slides.
#
# ### No matrix is needed
#
# Lecture 2 says that a step computes a whole matrix of derivatives, for every weight and every object, which costs time
# **and memory**. The time is true. The matrix is not needed: the gradient is a sum, and $n$ numbers hold it. Lecture 1 says of
# the full gradient that it works terribly slowly; per epoch it is the fastest.
#
# ### Slower and fastest
#
# One slide of lecture 2 says that SGD converges slower than ordinary descent. A later one calls the full gradient "slowest"
# and SGD "fastest". Both are right, each in its own count, as you have measured.
#
# ### A guarantee in expectation
#
# Lecture 2 gives SGD the same promise as ordinary descent: after some number of steps it is **guaranteed** to be in a small
# neighbourhood of the minimum, only later. It leaves out that the promise holds on average, and that with a constant step
# the noise floor sets the size of the neighbourhood.

# %% [markdown] lang="ru" key="slides" of="a7fa955a"
# ## Что на слайдах лекций иначе
#
# Если слайдов у вас нет, этот раздел можно пропустить.
#
# ### Матрица не нужна
#
# В лекции 2 сказано, что на каждом шаге вычисляется целая матрица производных, по каждому весу от каждого объекта, и это
# затратно по времени **и по памяти**. По времени — верно. А матрица не нужна: градиент — это сумма, ему хватает $n$ чисел.
# В лекции 1 о полном градиенте сказано, что он работает жутко медленно; но если считать эпохи, он самый быстрый.
#
# ### Медленнее и быстрее всех
#
# На одном слайде лекции 2 сказано, что SGD сходится медленнее обычного спуска. На более позднем полный градиент назван самым
# медленным (slowest), а SGD — самым быстрым (fastest). Верно и то и другое, каждое по своему критерию: вы это измерили.
#
# ### Гарантия в среднем
#
# Лекция 2 обещает для SGD то же, что для обычного спуска: через некоторое число шагов он **гарантированно** окажется в малой
# окрестности минимума, только позже. Не сказано, что обещание верно в среднем и что при постоянном шаге размер окрестности
# задаёт шумовой порог.

# %% [markdown] lang="en" key="slide-sgd"
# ### The slide "SGD"
#
# Lecture 4 has a slide titled SGD. It shows
#
# $$\Delta\theta = -\alpha \nabla_{\theta} J(\theta), \qquad \theta = \theta + \Delta\theta = \theta - \alpha \nabla_{\theta} J(\theta)$$
#
# where $\theta$ are the parameters, $\alpha$ is the learning rate and $J$ is the loss function. If $J$ is the
# loss of the whole sample, this is the **full** gradient, with nothing random in it. For SGD, $J$ must be the
# loss of one object, redrawn for every step.
#
# The same slide says that SGD can jump into another local minimum, converges fast and often to a good minimum,
# and fluctuates strongly, so that mini-batches are used to calm it. The first and the last follow from the
# noise. "Fast" and "good" are experience with neural networks, not a theorem; what "fast" means you have measured.

# %% [markdown] lang="ru" key="slide-sgd" of="3be35c71"
# ### Слайд «SGD»
#
# В лекции 4 есть слайд с заголовком SGD. На нём написано
#
# $$\Delta\theta = -\alpha \nabla_{\theta} J(\theta), \qquad \theta = \theta + \Delta\theta = \theta - \alpha \nabla_{\theta} J(\theta)$$
#
# где $\theta$ — параметры, $\alpha$ — скорость обучения, $J$ — функция потерь. Если $J$ — потери на всей
# выборке, то это **полный** градиент, и ничего случайного тут нет. Чтобы получился SGD, под $J$ надо понимать
# потери на одном объекте, который для каждого шага вытягивают заново.
#
# На том же слайде сказано, что SGD может перепрыгнуть в другой локальный минимум, сходится быстро и часто
# к хорошему минимуму, но сильно колеблется, и для спокойствия берут мини-батчи. Первое и последнее следуют
# из шума. «Быстро» и «к хорошему» — опыт с нейронными сетями, а не теорема. Что значит «быстро», вы измерили.

# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. The full gradient is a mean over all objects: exact, but every step costs $m$ gradients of time. It needs no
#    matrix in memory.
# 2. SGD steps on one random object, a mini-batch on a few. Their gradient is right on average, with the variance
#    $S/b$, and less without replacement.
# 3. "Fastest" has three answers: SGD per update, the full gradient per epoch, and for the work to a given accuracy it
#    depends on how exact the result has to be.
# 4. With a constant step SGD stops improving at a noise floor that grows with $\eta$ and shrinks with the batch.
# 5. Steps that shrink neither too fast nor too slowly, $\sum \eta_k = \infty$ and $\sum \eta_k^2 < \infty$, take
#    the noise away for certain.
# 6. The best batch size follows from the fixed price of an update and from how exact the goal is.
#
# **Next:** unit 07, the computation graph. So far the gradient of one object was one line of algebra. For a
# neural network it is not, and we shall let the computer find it, step by step through a graph.

# %% [markdown] lang="ru" key="summary" of="ffcbfc18"
# ## Итоги
#
# 1. Полный градиент — среднее по всем объектам: точный, но каждый шаг требует времени на $m$ градиентов. Матрицы
#    в памяти он не требует.
# 2. SGD шагает по одному случайному объекту, мини-батч — по нескольким. Их градиент верен в среднем, с дисперсией
#    $S/b$, а без возвращения она ещё меньше.
# 3. У вопроса «кто быстрее» три ответа: по обновлению — SGD, по эпохе — полный градиент, а по работе до заданной точности —
#    смотря насколько точный нужен результат.
# 4. При постоянном шаге SGD перестаёт улучшаться на шумовом пороге: он растёт вместе с $\eta$ и падает с размером батча.
# 5. Шум наверняка убирают шаги, которые убывают не слишком быстро и не слишком медленно: $\sum \eta_k = \infty$ и $\sum \eta_k^2 < \infty$.
# 6. Лучший размер батча зависит от постоянной цены обновления и от того, насколько точна цель.
#
# **Дальше:** урок 07, вычислительный граф. До сих пор градиент одного объекта был одной строчкой алгебры. Для нейронной
# сети это не так, и мы поручим его компьютеру: он пройдёт по графу шаг за шагом.
