# %% [markdown] lang="en" key="goal"
# # The sigmoid and its derivative
#
# ## Goal
#
# After this unit you can
#
# * turn any number into a probability and back, and write code for it that does not break at −1000 or 1000;
# * derive $\sigma' = \sigma (1 - \sigma)$ line by line and say which rule each line uses;
# * say where an activation function is saturated, and why many sigmoids in a row make a gradient vanish.
#
# **Time:** about 85 minutes. Reading takes 25, the figure 5, the exercises 50, the written question 5.
# Exercise 7 is a stretch and may take five minutes more.
#
# **Lectures:** in lecture 1 the slides on logistic regression with the sigmoid; in lecture 3 the last slides
# "Find the derivative" (the sigmoid); in lecture 4 the slides "Activation functions".
#
# **You need:** the derivative as a slope (unit 01), the power rule and the chain rule (unit 02).

# %% [markdown] lang="ru" key="goal" of="43f1caa3"
# # Сигмоида и её производная
#
# ## Цель
#
# После этого урока вы сможете
#
# * превратить любое число в вероятность и обратно, причём так, чтобы код не ломался ни при −1000, ни при 1000;
# * вывести $\sigma' = \sigma (1 - \sigma)$ строка за строкой и сказать, какое правило работает в каждой;
# * сказать, где функция активации насыщена и почему при многих сигмоидах подряд градиент затухает.
#
# **Время:** около 85 минут. Чтение — 25, рисунок — 5, упражнения — 50, письменный вопрос — 5.
# Упражнение 7 — повышенной сложности, на него может уйти ещё минут пять.
#
# **Лекции:** в лекции 1 — слайды о логистической регрессии и сигмоиде; в лекции 3 — последние слайды
# «Найти производную функции» (сигмоида); в лекции 4 — слайды «Функции активации».
#
# **Понадобится:** производная как наклон (урок 01), правило степени и цепное правило (урок 02).

# %% key="setup"
import math

import matplotlib.pyplot as plt
import numpy as np

from course import check, figures, plots

# %% [markdown] lang="en" key="sigma"
# ## From any number to a probability
#
# A model has to answer "yes or no": is this message spam? Inside, it computes one number, the **score**
# (взвешенная сумма) $z$. The score can be anything: −7, 0.3, 250. We want a probability, a number between
# 0 and 1. So we need a function that squeezes the whole line into that interval.
#
# Let us do it for $z = 2$ in three moves.
#
# 1. Raise $e = 2.718\ldots$ to the power of minus $z$: $e^{-2} = 0.1353$.
# 2. Add 1: we get 1.1353.
# 3. Divide 1 by that: we get 0.8808.
#
# | $z$ | $-4$ | $-2$ | $0$ | $2$ | $4$ |
# |---|---|---|---|---|---|
# | result | 0.0180 | 0.1192 | 0.5 | 0.8808 | 0.9820 |
#
# The three moves in one formula are the **sigmoid** (сигмоида), also called the logistic function:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# Here $z$ is the input and $\sigma$ (sigma) the name of the function. Lecture 3 writes $x$ for the input,
# lecture 4 writes $z$; it is the same function.
#
# Why does it stay between 0 and 1? A power of $e$ is always positive, so the bottom of the fraction is
# larger than 1. Why does it rise? A larger $z$ makes $e^{-z}$ smaller, the bottom smaller, the fraction larger.
#
# Look at the table once more: 0.1192 and 0.8808 add up to 1. That is no accident. Multiply top and bottom
# by $e^{-z}$:
#
# $$\sigma(-z) = \frac{1}{1 + e^{z}} = \frac{e^{-z}}{e^{-z} + 1} = 1 - \sigma(z)$$
#
# The last step holds because the two fractions with the bottom $1 + e^{-z}$, with 1 and with $e^{-z}$ on top,
# add up to 1. We will need this twice.

# %% [markdown] lang="ru" key="sigma" of="4b045b6c"
# ## От любого числа к вероятности
#
# Модель должна ответить «да» или «нет»: спам это письмо или не спам? Внутри она вычисляет одно число —
# **взвешенную сумму** (score) $z$; что в ней складывают, скажет следующий раздел. Сумма может быть любой: −7, 0.3, 250.
# Нам же нужна вероятность, число от 0 до 1. Значит, нужна функция, которая сжимает всю прямую в этот промежуток.
#
# Проделаем это для $z = 2$ в три хода.
#
# 1. Возведём $e = 2.718\ldots$ в степень минус $z$: $e^{-2} = 0.1353$.
# 2. Прибавим 1, получим 1.1353.
# 3. Разделим на это единицу, получим 0.8808.
#
# | $z$ | $-4$ | $-2$ | $0$ | $2$ | $4$ |
# |---|---|---|---|---|---|
# | результат | 0.0180 | 0.1192 | 0.5 | 0.8808 | 0.9820 |
#
# Три хода в одной формуле — это **сигмоида** (sigmoid), она же логистическая функция:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# Здесь $z$ — аргумент, $\sigma$ (сигма) — имя функции. В лекции 3 аргумент обозначен через $x$,
# в лекции 4 — через $z$; функция та же самая.
#
# Почему значения лежат между 0 и 1? Степень числа $e$ всегда положительна, поэтому знаменатель больше 1.
# Почему функция растёт? Чем больше $z$, тем меньше $e^{-z}$, тем меньше знаменатель и тем больше дробь.
#
# Посмотрите на таблицу ещё раз: 0.1192 и 0.8808 в сумме дают 1. Это не случайно. Умножим числитель
# и знаменатель на $e^{-z}$:
#
# $$\sigma(-z) = \frac{1}{1 + e^{z}} = \frac{e^{-z}}{e^{-z} + 1} = 1 - \sigma(z)$$
#
# Последнее равенство верно потому, что две дроби со знаменателем $1 + e^{-z}$ и с числителями 1 и $e^{-z}$
# в сумме дают 1. Это пригодится нам дважды.

# %% numbers="sigma"
says("0.1353", math.exp(-2))
says("1.1353", 1 + math.exp(-2))
for z, shown in ((-4.0, "0.0180"), (-2.0, "0.1192"), (2.0, "0.8808"), (4.0, "0.9820")):
    says(shown, sigmoid(z))

# %% key="shape"
z = np.linspace(-8, 8, 200)
plt.figure(figsize=(6, 2.6))
plt.plot(z, 1 / (1 + np.exp(-z)))
plt.plot([2], [1 / (1 + np.exp(-2))], "o")
plt.xlabel("z")
plt.ylabel("σ(z)")
plots.show(
    en="The sigmoid: an S that rises from 0 to 1 and passes one half at z = 0. A dot marks 0.88 at "
    "z = 2.",
    ru="Сигмоида: кривая в форме буквы S поднимается от 0 до 1 и при z = 0 проходит через одну "
    "вторую. Точка отмечает 0.88 при z = 2.",
)

# %% [markdown] lang="en" key="score"
# ### Where the score comes from
#
# Lecture 1 multiplies every **feature** (признак) of an object by its weight,
# adds the products, and adds the **intercept** (свободный член) $c$:
#
# $$y = \sigma(c + x_1 w_1 + x_2 w_2 + x_3 w_3 + \dots + x_n w_n)$$
#
# Here $x_1, \dots, x_n$ are the features of one object, $w_1, \dots, w_n$ the weights, $n$ is the number of
# features and $y$ the probability. In other units of this course the intercept is called $w_0$.
#
# With $c = -1$, $w = (2, 0.5)$ and $x = (1, 4)$ the score is $-1 + 2 + 2 = 3$, and $\sigma(3) = 0.9526$. Multiply in pairs, then add:
# that is the **dot product** (скалярное произведение). In NumPy the star only multiplies; the sign `@` adds
# as well. With a table it does so for each row: `X @ w` holds one sum for each object.
#
# What do a weight and the intercept do to the curve? Take one feature, $\sigma(c + wx)$. A weight of 3 instead of 1 makes it three times as
# steep in the middle. The middle itself stands where the score is 0, at $x = -c / w$: with $c = -2$ and $w = 1$ at 2. Run the cell.

# %% [markdown] lang="ru" key="score" of="4318a67a"
# ### Откуда берётся взвешенная сумма
#
# В лекции 1 каждый **признак** (feature) объекта умножают на его вес,
# произведения складывают и прибавляют **свободный член** (intercept) $c$:
#
# $$y = \sigma(c + x_1 w_1 + x_2 w_2 + x_3 w_3 + \dots + x_n w_n)$$
#
# Здесь $x_1, \dots, x_n$ — признаки одного объекта, $w_1, \dots, w_n$ — веса, $n$ — число
# признаков, $y$ — вероятность. В других уроках этого курса
# свободный член обозначен через $w_0$.
#
# При $c = -1$, $w = (2, 0.5)$ и $x = (1, 4)$ взвешенная сумма равна $-1 + 2 + 2 = 3$, а $\sigma(3) = 0.9526$. Перемножить попарно и сложить —
# это **скалярное произведение** (dot product). Звёздочка в NumPy только умножает; знак `@` ещё и складывает.
# С таблицей он делает это для каждой строки: в `X @ w` по одной сумме на каждый объект.
#
# Что делают с кривой вес и свободный член? Возьмём один признак, $\sigma(c + wx)$. С весом 3 вместо 1 она посередине втрое
# круче. А сама середина стоит там, где взвешенная сумма равна 0, то есть в точке $x = -c / w$: при $c = -2$ и $w = 1$ это 2. Выполните ячейку.

# %% numbers="score"
says("3", -1 + 2 * 1 + 0.5 * 4)
says("0.9526", sigmoid(3.0))
says("2", -(-2) / 1)
holds(abs((sigmoid(3 * 1e-6) - sigmoid(-3 * 1e-6)) / (sigmoid(1e-6) - sigmoid(-1e-6)) - 3) < 1e-6, "three times as steep")

# %% key="weight-and-intercept"
x = np.linspace(-5, 5, 200)
plt.figure(figsize=(6, 2.8))
for w, c, look in ((1, 0, "-"), (3, 0, "--"), (1, -2, ":")):
    plt.plot(x, 1 / (1 + np.exp(-(c + w * x))), look, label=f"w = {w}, c = {c}")
plt.legend()
plt.xlabel("x")
plots.show(
    en="Three sigmoids over a feature x. With w = 3 the rise is three times as steep; with c = −2 "
    "it stands at x = 2.",
    ru="Три сигмоиды от признака x. При w = 3 подъём втрое круче, при c = −2 он стоит у x = 2.",
)

# %% [markdown] lang="en" key="logit"
# ## The way back
#
# Suppose the probability is known, $p = 0.8$. Which score produced it? We undo the three moves.
#
# 1. $p = \frac{1}{1 + e^{-z}}$ turned upside down: $\frac{1}{p} = 1 + e^{-z}$.
# 2. Take 1 away: $\frac{1 - p}{p} = e^{-z}$. Turn it upside down again: $\frac{p}{1 - p} = e^{z}$.
# 3. Take the logarithm:
#
# $$z = \ln \frac{p}{1 - p}$$
#
# For $p = 0.8$ the fraction is $0.8 / 0.2 = 4$: four chances for, one against. It is called the **odds**
# (шансы). Their natural logarithm is 1.3863, and indeed $\sigma(1.3863) = 0.8$. The function $z(p)$ is called
# the **logit** (логит). It is the **inverse function** (обратная функция) of $\sigma$: what one does, the
# other undoes. The inverse function is not one divided by $\sigma$.
#
# One more point of score multiplies the odds by $e$, wherever you start:
#
# | score $z$ | 0 | 1 | 2 | 3 |
# |---|---|---|---|---|
# | odds $e^z$ | 1 | 2.718 | 7.389 | 20.09 |
# | probability | 0.5 | 0.7311 | 0.8808 | 0.9526 |
#
# The odds grow by the same factor each time, the probability by less and less. The lectures do not have the logit; unit 08 will
# need it.

# %% [markdown] lang="ru" key="logit" of="88e7d01e"
# ## Обратный путь
#
# Пусть вероятность известна: $p = 0.8$. Из какой суммы она получилась? Отменим три хода по одному.
#
# 1. Перевернём $p = \frac{1}{1 + e^{-z}}$ и получим $\frac{1}{p} = 1 + e^{-z}$.
# 2. Вычтем 1: $\frac{1 - p}{p} = e^{-z}$. Перевернём ещё раз: $\frac{p}{1 - p} = e^{z}$.
# 3. Возьмём логарифм:
#
# $$z = \ln \frac{p}{1 - p}$$
#
# При $p = 0.8$ дробь равна $0.8 / 0.2 = 4$: четыре шанса за, один против. Её так и называют — **шансы**
# (odds). Натуральный логарифм шансов равен 1.3863, и действительно $\sigma(1.3863) = 0.8$. Функцию $z(p)$
# называют **логит** (logit). Это **обратная функция** (inverse function) к $\sigma$: что одна сделала,
# другая отменяет. Обратная функция — это не единица, делённая на $\sigma$.
#
# Каждая лишняя единица взвешенной суммы умножает шансы на $e$, откуда ни начни:
#
# | сумма $z$ | 0 | 1 | 2 | 3 |
# |---|---|---|---|---|
# | шансы $e^z$ | 1 | 2.718 | 7.389 | 20.09 |
# | вероятность | 0.5 | 0.7311 | 0.8808 | 0.9526 |
#
# Шансы каждый раз растут в одно и то же число раз, вероятность — всё медленнее. В лекциях логита нет; он понадобится
# в уроке 08.

# %% numbers="logit"
says("4", 0.8 / 0.2)
says("1.3863", logit(0.8))
says("2.718", math.e)
says("7.389", math.e**2)
says("20.09", math.e**3)
says("0.7311", sigmoid(1.0))
says("0.9526", sigmoid(3.0))

# %% [markdown] lang="en" key="slope-by-numbers"
# ## The slope, by numbers first
#
# Unit 01 measures a slope with two close points, here 0.01 to the left and 0.01 to the right:
#
# | $z$ | measured slope | $\sigma(z)$ | $1 - \sigma(z)$ | their product |
# |---|---|---|---|---|
# | 0 | 0.249998 | 0.5 | 0.5 | 0.25 |
# | 2 | 0.104994 | 0.880797 | 0.119203 | 0.104994 |
# | 6 | 0.002467 | 0.997527 | 0.002473 | 0.002467 |
#
# The last column is a surprise. Multiply the value by what is missing to 1, and you have the slope. Why?

# %% [markdown] lang="ru" key="slope-by-numbers" of="60361102"
# ## Наклон: сначала числа
#
# В уроке 01 наклон измеряли по двум близким точкам. Возьмём их на 0.01 левее и на 0.01 правее:
#
# | $z$ | измеренный наклон | $\sigma(z)$ | $1 - \sigma(z)$ | их произведение |
# |---|---|---|---|---|
# | 0 | 0.249998 | 0.5 | 0.5 | 0.25 |
# | 2 | 0.104994 | 0.880797 | 0.119203 | 0.104994 |
# | 6 | 0.002467 | 0.997527 | 0.002473 | 0.002467 |
#
# Последний столбец удивляет. Умножьте значение на то, чего ему не хватает до 1, — и вот вам наклон. Почему?

# %% numbers="slope-by-numbers"
for z, shown in ((0.0, "0.249998"), (2.0, "0.104994"), (6.0, "0.002467")):
    says(shown, (sigmoid(z + 0.01) - sigmoid(z - 0.01)) / 0.02)
says("0.880797", sigmoid(2.0))
says("0.119203", 1 - sigmoid(2.0))
says("0.997527", sigmoid(6.0))

# %% key="measure"
def s(z):
    return 1 / (1 + np.exp(-z))


for z in (-2.0, 0.0, 2.0, 6.0):
    measured = (s(z + 0.01) - s(z - 0.01)) / 0.02
    print(f"z = {z:4}   Δσ/Δz = {measured:.6f}   σ(1 − σ) = {s(z) * (1 - s(z)):.6f}")

# %% [markdown] lang="en" key="derivation"
# ## The derivation, line by line
#
# Call the bottom of the fraction $u = 1 + e^{-z}$. Then $\sigma = \frac{1}{u} = u^{-1}$: a function inside
# another one, so we need the chain rule. We start inside and work outwards. For checks we take $z = 2$, where
# $u = 1.1353$.
#
# **Line 1, the innermost part.** The exponent $-z$ changes at the rate $-1$, and $e$ to a power changes at the
# rate of itself:
#
# $$(e^{-z})' = -e^{-z}$$
#
# **Line 2.** The 1 is a constant and drops out:
#
# $$u' = -e^{-z}$$
#
# **Line 3.** The power rule for the exponent $-1$, times the derivative of what is inside:
#
# $$\sigma'(z) = (u^{-1})' = -u^{-2} \cdot u' = -(1 + e^{-z})^{-2} \cdot (-e^{-z})$$
#
# **Line 4.** Minus times minus is plus; the power $-2$ moves the brackets to the bottom:
#
# $$\sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2}$$
#
# Check: $0.1353 / 1.2890 = 0.1050$. That is the measured slope, and the first answer on the slide.
#
# **Line 5.** Split the fraction into a product. The left factor is $\sigma$ already:
#
# $$\sigma'(z) = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}}$$
#
# **Line 6.** On top of the right factor add 1 and take it away again (the slide writes $e^{-z} + (1 - 1)$):
#
# $$\frac{e^{-z}}{1 + e^{-z}} = \frac{(1 + e^{-z}) - 1}{1 + e^{-z}} = 1 - \frac{1}{1 + e^{-z}} = 1 - \sigma(z)$$
#
# **Line 7.** Put the two factors together:
#
# $$\frac{d}{dz} \sigma(z) = \sigma'(z) = \sigma(z) \, (1 - \sigma(z))$$
#
# Check: $0.8808 \cdot 0.1192 = 0.1050$. The sign $\frac{d}{dz}$ is another way to write the prime.

# %% [markdown] lang="ru" key="derivation" of="794c1c63"
# ## Вывод строка за строкой
#
# Обозначим знаменатель: $u = 1 + e^{-z}$. Тогда $\sigma = \frac{1}{u} = u^{-1}$, одна функция внутри другой,
# и нужно цепное правило. Начнём изнутри и пойдём наружу. Проверять будем при $z = 2$, где
# $u = 1.1353$.
#
# **Строка 1, самая внутренняя часть.** Показатель $-z$ меняется со скоростью $-1$, а степень числа $e$ —
# со скоростью, равной ей самой:
#
# $$(e^{-z})' = -e^{-z}$$
#
# **Строка 2.** Единица постоянна и исчезает:
#
# $$u' = -e^{-z}$$
#
# **Строка 3.** Правило степени для показателя $-1$, умноженное на производную того, что внутри:
#
# $$\sigma'(z) = (u^{-1})' = -u^{-2} \cdot u' = -(1 + e^{-z})^{-2} \cdot (-e^{-z})$$
#
# **Строка 4.** Минус на минус даёт плюс; степень $-2$ уводит скобку в знаменатель:
#
# $$\sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2}$$
#
# Проверим: $0.1353 / 1.2890 = 0.1050$. Это измеренный наклон и первый ответ на слайде.
#
# **Строка 5.** Разобьём дробь на произведение. Левый множитель — это уже $\sigma$:
#
# $$\sigma'(z) = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}}$$
#
# **Строка 6.** В числителе правого множителя прибавим 1 и тут же вычтем (на слайде $e^{-z} + (1 - 1)$):
#
# $$\frac{e^{-z}}{1 + e^{-z}} = \frac{(1 + e^{-z}) - 1}{1 + e^{-z}} = 1 - \frac{1}{1 + e^{-z}} = 1 - \sigma(z)$$
#
# **Строка 7.** Соберём множители вместе:
#
# $$\frac{d}{dz} \sigma(z) = \sigma'(z) = \sigma(z) \, (1 - \sigma(z))$$
#
# Проверим: $0.8808 \cdot 0.1192 = 0.1050$. Знак $\frac{d}{dz}$ — другой способ записать штрих.

# %% numbers="derivation"
says("1.2890", (1 + math.exp(-2)) ** 2)
says("0.1050", d_sigmoid(2.0))

# %% [markdown] lang="en" key="saturation"
# ## At most one quarter, and then next to nothing
#
# How large can the slope be? Let $s$ be the value $\sigma(z)$. Complete the square:
#
# $$s (1 - s) = \frac{1}{4} - \left( s - \frac{1}{2} \right)^2$$
#
# A square is never negative. So the slope is at most $\frac{1}{4}$, and it is exactly $\frac{1}{4}$ only for
# $s = \frac{1}{2}$, that is at $z = 0$.
#
# Far from 0 the slope all but disappears:
#
# | $z$ | 0 | 2 | 4 | 6 | 10 |
# |---|---|---|---|---|---|
# | $\sigma(z)$ | 0.5 | 0.8808 | 0.9820 | 0.9975 | 0.99995 |
# | $\sigma'(z)$ | 0.25 | 0.1050 | 0.0177 | 0.0025 | 0.00005 |
#
# There the function is **saturated** (насыщена): it is so close to its end value that a change of $z$ hardly
# shows any more. The word has no fixed border. In this unit we call a function saturated where its slope is
# below 0.01. For the sigmoid that begins a little beyond $z = 4.5$, on both sides.
#
# Why care? In unit 04 weights are improved by steps proportional to a slope. If a model is saturated and
# **wrong**, its slope is next to 0, and so are its steps, as long as nothing else in the product makes up for it. With the squared
# error nothing does. The log-loss of unit 08 is made so that something does.

# %% [markdown] lang="ru" key="saturation" of="076e1340"
# ## Не больше одной четверти, а дальше почти ничего
#
# Каким большим может быть наклон? Пусть $s$ — значение $\sigma(z)$. Выделим полный квадрат:
#
# $$s (1 - s) = \frac{1}{4} - \left( s - \frac{1}{2} \right)^2$$
#
# Квадрат не бывает отрицательным. Значит, наклон не больше $\frac{1}{4}$, а ровно $\frac{1}{4}$ он равен
# только при $s = \frac{1}{2}$, то есть при $z = 0$.
#
# Вдали от нуля наклон почти исчезает:
#
# | $z$ | 0 | 2 | 4 | 6 | 10 |
# |---|---|---|---|---|---|
# | $\sigma(z)$ | 0.5 | 0.8808 | 0.9820 | 0.9975 | 0.99995 |
# | $\sigma'(z)$ | 0.25 | 0.1050 | 0.0177 | 0.0025 | 0.00005 |
#
# Там функция **насыщена** (saturated): она так близка к своему крайнему значению, что изменение $z$ на ней
# почти не сказывается. Строгой границы у этого слова нет. В этом уроке мы говорим о насыщении там, где наклон
# меньше 0.01. У сигмоиды оно начинается чуть дальше $z = 4.5$, с обеих сторон.
#
# Почему это важно? В уроке 04 веса улучшают шагами, пропорциональными наклону. Если модель насыщена
# и при этом **ошибается**, наклон у неё почти 0 — и шаги тоже, если ничто другое в произведении этого не возместит. У квадрата ошибки не возмещает
# ничто. А логистические потери из урока 08 устроены так, что возмещают.

# %% numbers="saturation"
says("0.0177", d_sigmoid(4.0))
says("0.0025", d_sigmoid(6.0))
says("0.99995", sigmoid(10.0))
says("0.00005", d_sigmoid(10.0))
says("4.5", 4.5)
holds(d_sigmoid(4.5) > 0.01 > d_sigmoid(4.6), "saturation begins a little beyond 4.5")
holds(np.max(d_sigmoid(np.linspace(-50, 50, 9999))) <= 0.25, "the slope is at most one quarter")

# %% [markdown] lang="en" key="overflow"
# ## Numbers that do not fit
#
# A computer number of type `float64` ends near $1.8 \cdot 10^{308}$. The power $e^{709}$ still fits,
# $e^{710}$ does not. That is **overflow** (переполнение): NumPy puts the infinity `inf` in its place and
# prints a **warning** (предупреждение). In the other direction nothing bad happens: $e^{-1000}$ silently
# becomes 0, and the error of that is far below anything we can notice.
#
# The formula with $e^{-z}$ therefore has trouble at $z = -1000$. The symmetry from the beginning,
# $\sigma(z) = 1 - \sigma(-z)$, gives a second form of the same function:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} = \frac{e^{z}}{1 + e^{z}}$$
#
# The second form has trouble at $z = 1000$, and worse: infinity over infinity is `nan`, not a number.
# Run the next cell and look at both; the red lines are the warnings.
#
# Each form is safe on one side, namely where its exponent is not positive. Keep that in mind for the exercise
# `sigmoid`: **every exponent must be harmless before $e$ is raised to it.** And mind one trap:
# `np.where(condition, a, b)` computes both `a` and `b` for all elements and chooses afterwards. It cannot
# prevent a warning.

# %% [markdown] lang="ru" key="overflow" of="b426b130"
# ## Числа, которые не помещаются
#
# Числа типа `float64` в компьютере кончаются около $1.8 \cdot 10^{308}$. Степень $e^{709}$ ещё помещается,
# $e^{710}$ — уже нет. Это **переполнение** (overflow): NumPy подставляет бесконечность `inf` и печатает
# **предупреждение** (warning). В другую сторону ничего страшного нет: $e^{-1000}$ молча
# становится нулём, и ошибка от этого намного меньше всего, что мы можем заметить.
#
# Поэтому формуле с $e^{-z}$ плохо при $z = -1000$. Симметрия, найденная в самом начале,
# $\sigma(z) = 1 - \sigma(-z)$, даёт вторую запись той же функции:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} = \frac{e^{z}}{1 + e^{z}}$$
#
# Второй записи плохо при $z = 1000$, и даже хуже: бесконечность, делённая на бесконечность, — это `nan`,
# «не число». Выполните следующую ячейку и посмотрите на обе; красные строки — это предупреждения.
#
# Каждая запись безопасна с одной стороны — там, где её показатель не положителен. Запомните это для
# упражнения `sigmoid`: **сделайте показатель безопасным до возведения $e$ в эту степень.** И не попадитесь
# в ловушку: `np.where(condition, a, b)` вычисляет и `a`, и `b` для всех элементов, а выбирает потом.
# От предупреждения она не спасёт.

# %% key="two-forms"
far = np.array([-1000.0, 0.0, 1000.0])
print(plots.say(en="first form: ", ru="первая запись:"), 1 / (1 + np.exp(-far)))
print(plots.say(en="second form:", ru="вторая запись:"), np.exp(far) / (1 + np.exp(far)))

# %% [markdown] lang="en" key="three-more"
# ## Three more activation functions
#
# In a neural network every neuron computes a score and sends it through a function, its **activation
# function** (функция активации). Lecture 4 shows four. The sigmoid is one of them, here are the other three.
#
# ### tanh, the hyperbolic tangent
#
# $$\tanh(z) = \frac{2}{1 + e^{-2z}} - 1 = 2 \sigma(2z) - 1$$
#
# At $z = 1$: $2 / 1.1353 - 1 = 0.7616$. It is the sigmoid, stretched to the values from −1 to 1 and squeezed to
# half the width. (The slide writes TanH. Do not confuse it with the tangent of trigonometry.)
#
# Its slope, by the chain rule: a factor 2 stands in front, and a second one comes out of $2z$.
#
# $$\tanh'(z) = 2 \cdot \sigma'(2z) \cdot 2 = 4 \, \sigma(2z) \, (1 - \sigma(2z))$$
#
# Let $t = \tanh(z)$. Then $\sigma(2z) = \frac{1 + t}{2}$ and $1 - \sigma(2z) = \frac{1 - t}{2}$, so
#
# $$\tanh'(z) = (1 + t)(1 - t) = 1 - \tanh^2(z)$$
#
# At $z = 1$: $1 - 0.7616^2 = 0.4200$. At $z = 0$ the slope is 1, four times that of the sigmoid.

# %% [markdown] lang="ru" key="three-more" of="e5be8cf1"
# ## Ещё три функции активации
#
# В нейронной сети каждый нейрон считает взвешенную сумму и пропускает её через функцию — свою **функцию
# активации** (activation function). В лекции 4 их четыре. Сигмоида — одна из них, вот остальные три.
#
# ### tanh, гиперболический тангенс
#
# $$\tanh(z) = \frac{2}{1 + e^{-2z}} - 1 = 2 \sigma(2z) - 1$$
#
# При $z = 1$: $2 / 1.1353 - 1 = 0.7616$. Это та же сигмоида, растянутая на значения от −1 до 1 и вдвое
# сжатая по ширине. (На слайде написано TanH, в русских книгах — th. Не путайте с обычным тангенсом,
# который в школе пишут tg.)
#
# Её наклон — по цепному правилу: одна двойка стоит впереди, вторая выходит из $2z$.
#
# $$\tanh'(z) = 2 \cdot \sigma'(2z) \cdot 2 = 4 \, \sigma(2z) \, (1 - \sigma(2z))$$
#
# Пусть $t = \tanh(z)$. Тогда $\sigma(2z) = \frac{1 + t}{2}$ и $1 - \sigma(2z) = \frac{1 - t}{2}$, поэтому
#
# $$\tanh'(z) = (1 + t)(1 - t) = 1 - \tanh^2(z)$$
#
# При $z = 1$: $1 - 0.7616^2 = 0.4200$. При $z = 0$ наклон равен 1 — вчетверо больше, чем у сигмоиды.

# %% [markdown] lang="en" key="relu"
# ### ReLU and LeakyReLU
#
# **ReLU**, the rectified linear unit, lets positive numbers pass and makes 0 of the negative ones:
#
# $$f(z) = \max(0, z)$$
#
# So $f(3) = 3$ and $f(-4) = 0$. On the right it is the line $z$ with slope 1, on the left the line 0 with
# slope 0. At $z = 0$ it has a **kink** (излом): the difference quotient from the left gives 0, from the
# right 1, so there is no derivative. Programs take some number from 0 to 1 there, mostly 0, and that does no
# harm: a score hardly ever hits 0 exactly.
#
# A neuron whose score is negative for every object has slope 0 everywhere. It gets no steps and stays as it
# is: people say it is **dead** (мёртвый нейрон). **LeakyReLU** lets one hundredth through:
#
# $$f(x) = \begin{cases} 0.01x, & x < 0 \\ x, & x \ge 0 \end{cases}$$
#
# So $f(-4) = -0.04$. The slope is 0.01 on the left and 1 on the right. (Lecture 4 writes $z$ for one and $x$
# for the other; only the letter differs.)
#
# | function | values | slope | largest slope |
# |---|---|---|---|
# | sigmoid | from 0 to 1 | $\sigma (1 - \sigma)$ | 0.25 |
# | tanh | from −1 to 1 | $1 - \tanh^2$ | 1 |
# | ReLU | 0 and above | 0 or 1 | 1 |
# | LeakyReLU | all numbers | 0.01 or 1 | 1 |

# %% [markdown] lang="ru" key="relu" of="a8c3291e"
# ### ReLU и LeakyReLU
#
# **ReLU** (rectified linear unit, «выпрямленная» линейная функция) пропускает положительные числа,
# а отрицательные превращает в 0:
#
# $$f(z) = \max(0, z)$$
#
# То есть $f(3) = 3$, а $f(-4) = 0$. Справа это прямая $z$ с наклоном 1, слева — прямая 0 с наклоном 0.
# При $z = 0$ у функции **излом** (kink): разностное отношение слева даёт 0, справа — 1, и производной там нет.
# Программы берут в этой точке какое-нибудь число от 0 до 1, чаще всего 0, и вреда от этого нет: ровно в 0
# взвешенная сумма почти никогда не попадает.
#
# Если у нейрона взвешенная сумма отрицательна для любого объекта, наклон всюду равен 0. Шагов он не получает
# и остаётся каким был; про такой говорят **мёртвый нейрон** (dead). **LeakyReLU** пропускает одну сотую:
#
# $$f(x) = \begin{cases} 0.01x, & x < 0 \\ x, & x \ge 0 \end{cases}$$
#
# То есть $f(-4) = -0.04$. Слева наклон 0.01, справа — 1. (В лекции 4 у одной функции аргумент $z$,
# у другой $x$; отличается только буква.)
#
# | функция | значения | наклон | наибольший наклон |
# |---|---|---|---|
# | сигмоида | от 0 до 1 | $\sigma (1 - \sigma)$ | 0.25 |
# | tanh | от −1 до 1 | $1 - \tanh^2$ | 1 |
# | ReLU | от 0 и выше | 0 или 1 | 1 |
# | LeakyReLU | все числа | 0.01 или 1 | 1 |

# %% [markdown] lang="en" key="vanishing"
# ## Many slopes in a row
#
# Networks have several layers, one inside the other, as $\sigma(\sigma(\sigma(z)))$ shows in miniature. By the
# chain rule the slope of the whole is the **product** of the slopes, each taken at its own input. Each of them
# is at most one quarter. With $d$ sigmoids:
#
# $$\sigma'(z_1) \cdot \sigma'(z_2) \cdot \ldots \cdot \sigma'(z_d) \le \left( \frac{1}{4} \right)^d$$
#
# Here $d$ is the **depth** (глубина) and $z_1, \dots, z_d$ are the inputs of the sigmoids. The bound is
# reached when all inputs are 0, which the intercepts of the layers can bring about.
#
# | depth $d$ | 1 | 2 | 3 | 5 | 10 |
# |---|---|---|---|---|---|
# | bound | 0.25 | 0.0625 | 0.0156 | 0.00098 | 0.00000095 |
#
# This is the **vanishing gradient** (затухание градиента): behind ten sigmoids less than a millionth of a
# change arrives, and in saturation far less. In a real network the weights between the layers are further
# factors of the product; large weights could make up for it, but they push the scores into saturation.
# For tanh, ReLU and LeakyReLU the same bound is $1^d = 1$: it promises nothing good, but it forces nothing
# bad either. The lecture does not say so, yet this is one reason why it shows four functions and not one.

# %% [markdown] lang="ru" key="vanishing" of="47270ee2"
# ## Много наклонов подряд
#
# В сети несколько слоёв, один внутри другого; $\sigma(\sigma(\sigma(z)))$ — это сеть в миниатюре. По цепному
# правилу наклон целого — **произведение** наклонов, каждый при своём аргументе. И каждый из них
# не больше одной четверти. Для $d$ сигмоид:
#
# $$\sigma'(z_1) \cdot \sigma'(z_2) \cdot \ldots \cdot \sigma'(z_d) \le \left( \frac{1}{4} \right)^d$$
#
# Здесь $d$ — **глубина** (depth), $z_1, \dots, z_d$ — аргументы сигмоид. Равенство достигается,
# когда все аргументы равны 0; свободные члены слоёв позволяют это устроить.
#
# | глубина $d$ | 1 | 2 | 3 | 5 | 10 |
# |---|---|---|---|---|---|
# | оценка сверху | 0.25 | 0.0625 | 0.0156 | 0.00098 | 0.00000095 |
#
# Это и есть **затухание градиента** (vanishing gradient): сквозь десять сигмоид проходит меньше одной
# миллионной доли изменения, а при насыщении — гораздо меньше. В настоящей сети в произведение входят ещё
# веса между слоями; большие веса могли бы возместить потерю, но они же загоняют сумму в насыщение.
# Для tanh, ReLU и LeakyReLU та же оценка — $1^d = 1$: хорошего она не обещает, но и к плохому не принуждает.
# В лекции этого нет, но это одна из причин, почему функций там четыре, а не одна.

# %% numbers="vanishing"
for depth, shown in ((2, "0.0625"), (3, "0.0156"), (5, "0.00098"), (10, "0.00000095")):
    says(shown, vanishing_bound(depth))

# %% key="depth"
for depth in (1, 3, 10):
    at_zero = math.prod(s(0.0) * (1 - s(0.0)) for _ in range(depth))
    at_three = math.prod(s(3.0) * (1 - s(3.0)) for _ in range(depth))
    print(f"d = {depth:2}   z = 0: {at_zero:.3g}   z = 3: {at_three:.3g}")

# %% [markdown] lang="en" key="figure-question"
# ## The figure: read value and slope
#
# On the left you see an activation function with its tangent at your $z$, in the middle its slope at every $z$.
# The scale of the slopes is the same for all four. Hatching marks saturation. On the right a gradient of 1 goes back
# through ten layers that all stand at your $z$. **Write your predictions down first**,
# from the formulas and tables above, then check with the slider.
#
# 1. Sigmoid: where is the slope largest, and how large is it there?
# 2. Sigmoid: at which step of the slider (they are 0.1 apart), going right from 0, does saturation begin? And going left?
# 3. tanh: is it steeper than the sigmoid at $z = 0$? And at $z = 3$? How can both be true?
# 4. ReLU: what changes between $z = -1$ and $z = -5$? What do the words say at $z = 0$?
# 5. Which of the four functions is never saturated, and what do ten of its left-hand slopes give as a product?
# 6. Sigmoid: move $z$ to the best place for the gradient. How much of it reaches layer 1? Which functions let all of it
#    through, and where?

# %% [markdown] lang="ru" key="figure-question" of="c9e188e5"
# ## Рисунок: читаем значение и наклон
#
# Слева — функция активации и касательная к ней при вашем $z$, посередине — её наклон при каждом $z$.
# Масштаб наклонов для всех четырёх один. Штриховка показывает насыщение. Справа градиент, равный 1, идёт назад через
# десять слоёв, и все они стоят в вашей точке $z$. **Сначала запишите предсказания**
# по формулам и таблицам выше, потом проверьте ползунком.
#
# 1. Сигмоида: где наклон наибольший и чему он там равен?
# 2. Сигмоида: на каком делении ползунка (они через 0.1) начинается насыщение, если идти от 0 вправо? А если влево?
# 3. tanh: круче ли она сигмоиды при $z = 0$? А при $z = 3$? Как то и другое может быть верно сразу?
# 4. ReLU: что меняется между $z = -1$ и $z = -5$? Что сказано в подписи при $z = 0$?
# 5. Какая из четырёх функций нигде не насыщена и чему равно произведение десяти её левых наклонов?
# 6. Сигмоида: найдите для градиента лучшее место $z$. Сколько его доходит до слоя 1? Какие функции пропускают его весь
#    и где?

# %% figure="activation"
figures.activation()


# %% [markdown] lang="en" key="figure-answers"
# <details><summary>Answers</summary>
#
# 1. At $z = 0$; it is 0.25 there.
# 2. At 4.6, and at −4.6: the slope falls below 0.01 at $z = 4.585$, and it is the same on both sides.
# 3. At 0 it is steeper, 1 against 0.25. At 3 it is not, 0.0099 against 0.0452. It climbs from −1 to 1 in a shorter space, so it is through earlier:
#    $\tanh z = 2 \sigma(2z) - 1$.
# 4. Nothing: value and slope are 0 at both. At 0 there is a kink and no derivative.
# 5. LeakyReLU. The product is $0.01^{10} = 10^{-20}$: never saturated is no protection.
# 6. At $z = 0$, and even there only $0.25^{10}$, about a millionth. ReLU and LeakyReLU let all of it through at every $z > 0$,
#    tanh only at $z = 0$.
#
# </details>
#
# *A good place to stop: the reading is done.*

# %% [markdown] lang="ru" key="figure-answers" of="d5c95e50"
# <details><summary>Ответы</summary>
#
# 1. При $z = 0$; там он равен 0.25.
# 2. На 4.6 и на −4.6: наклон становится меньше 0.01 при $z = 4.585$, с обеих сторон одинаково.
# 3. В нуле круче: 1 против 0.25. При 3 — нет: 0.0099 против 0.0452. Путь от −1 до 1 она проходит на меньшем отрезке и заканчивает раньше:
#    $\tanh z = 2 \sigma(2z) - 1$.
# 4. Ничего: и значение, и наклон в обеих точках 0. В нуле излом, производной там нет.
# 5. LeakyReLU. Произведение равно $0.01^{10} = 10^{-20}$: если насыщения нет, это ещё не защита.
# 6. Это $z = 0$, но и там лишь $0.25^{10}$, около миллионной доли. ReLU и LeakyReLU пропускают весь градиент при любом $z > 0$,
#    tanh — только при $z = 0$.
#
# </details>
#
# *Здесь удобно сделать перерыв: чтение закончено.*

# %% numbers="figure-answers"
says("4.585", math.log((1 + math.sqrt(0.96)) / (1 - math.sqrt(0.96))))
says("0.0099", d_activation("tanh", 3.0))
says("0.0452", d_activation("sigmoid", 3.0))
says("10^-20", 0.01**10)
holds(abs(np.tanh(0.7) - (2 * sigmoid(1.4) - 1)) < 1e-15, "tanh is a stretched sigmoid")

# %% [markdown] lang="en" key="task-vanishing"
# ## Exercises
#
# Replace the line with `raise NotImplementedError` by your code, run the cell, then run the check below it.
# A check tells you what kind of mistake it sees. You may try as often as you like. No function may change
# its arguments.
#
# ### Exercise 1 · `vanishing_bound`
#
# A warm-up, two minutes. The first question of the figure asked for one slope; here `depth` of them are multiplied, and the
# experiment at the end measures how near the bound a real stack comes. `vanishing_bound(depth)` returns the largest value
# that the product of `depth` slopes of the sigmoid can have. Here `depth` is a whole number, 0 or more; the
# product of no factors at all is 1. Do not round.
#
# Example: `vanishing_bound(3)` is `0.015625`, and `vanishing_bound(1)` is `0.25`.

# %% [markdown] lang="ru" key="task-vanishing" of="a303369b"
# ## Упражнения
#
# Замените строку с `raise NotImplementedError` своим кодом, выполните ячейку, затем проверку под ней.
# Проверка подскажет, какого рода ошибку она видит. Пробовать можно сколько угодно раз. Ни одна функция
# не должна менять свои аргументы.
#
# ### Упражнение 1 · `vanishing_bound`
#
# Разминка, две минуты. В первом вопросе к рисунку был один наклон, здесь перемножаются `depth` наклонов, а эксперимент в конце
# покажет, насколько близко к этой оценке подходит настоящая стопка слоёв. `vanishing_bound(depth)` возвращает наибольшее значение,
# какое может иметь произведение `depth` наклонов сигмоиды. Здесь `depth` — целое число, 0 или больше;
# произведение, в котором нет ни одного множителя, равно 1. Округлять не нужно.
#
# Пример: `vanishing_bound(3)` равно `0.015625`, а `vanishing_bound(1)` равно `0.25`.

# %% numbers="task-vanishing"
says("0.015625", vanishing_bound(3))

# %% exercise="vanishing_bound" role="answer"
def vanishing_bound(depth):
    """Largest possible product of `depth` slopes of the sigmoid.

    depth: a whole number, 0 or more.
    Returns a number; 1 for depth 0.
    """
    ### BEGIN SOLUTION
    return 0.25**depth
    ### END SOLUTION


# %% exercise="vanishing_bound" role="test" points=1
check(vanishing_bound)
### BEGIN HIDDEN TESTS
grade(vanishing_bound)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-sigmoid"
# ### Exercise 2 · `sigmoid`
#
# `sigmoid(z)` returns $\sigma(z)$. The argument is a number or an array of numbers from −1000 to 1000; the
# answer has the shape of `z`. Everywhere on that interval two things must hold:
#
# * **exact:** the error is at most $10^{-12}$;
# * **silent:** no warning appears.
#
# Example: `sigmoid(2.0)` is `0.8807970779778823`, and `sigmoid(np.array([-1000.0, 0.0, 1000.0]))` is
# `array([0., 0.5, 1.])`, without a warning.
#
# The section "Numbers that do not fit" has what you need. There are several good ways. To see whether you are
# silent, make NumPy stop instead of warn: run your call inside `with np.errstate(over="raise", invalid="raise"):`
# in a cell of your own.

# %% [markdown] lang="ru" key="task-sigmoid" of="558c8745"
# ### Упражнение 2 · `sigmoid`
#
# `sigmoid(z)` возвращает $\sigma(z)$. Аргумент — число или массив чисел от −1000 до 1000; форма ответа
# та же, что у `z`. На всём этом отрезке должно выполняться следующее:
#
# * **точно:** ошибка не больше $10^{-12}$;
# * **молча:** предупреждений нет.
#
# Пример: `sigmoid(2.0)` равно `0.8807970779778823`, а `sigmoid(np.array([-1000.0, 0.0, 1000.0]))` равно
# `array([0., 0.5, 1.])`, и никаких предупреждений.
#
# Всё нужное есть в разделе «Числа, которые не помещаются». Хороших способов несколько. Чтобы проверить,
# нет ли предупреждений, пусть NumPy вызывает вместо них ошибку: в отдельной ячейке сделайте вызов внутри
# `with np.errstate(over="raise", invalid="raise"):`.

# %% numbers="task-sigmoid"
says("0.8807970779778823", sigmoid(2.0))

# %% exercise="sigmoid" role="answer"
def sigmoid(z):
    """The sigmoid 1 / (1 + exp(-z)), exact to 1e-12 and without warnings.

    z: a number or an array, from -1000 to 1000.
    Returns the value at z, in the shape of z.
    """
    ### BEGIN SOLUTION
    small = np.exp(-np.abs(z))  # never above 1
    return np.where(np.asarray(z) >= 0, 1, small) / (1 + small)
    ### END SOLUTION


# %% exercise="sigmoid" role="test" points=3
check(sigmoid)
### BEGIN HIDDEN TESTS
grade(sigmoid)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-d-sigmoid"
# ### Exercise 3 · `d_sigmoid`
#
# `d_sigmoid(z)` returns the slope $\sigma'(z)$ for a number or an array, in the shape of `z`. On the whole
# interval from −1000 to 1000 the answer is an ordinary number (no `inf`, no `nan`), and no warning appears.
#
# Example: `d_sigmoid(2.0)` is `0.1049935854`, and `d_sigmoid(np.array([-1000.0, 0.0]))` is `array([0., 0.25])`.
#
# Two formulas of the reading give the slope. Before you choose, ask what each does at $z = -1000$.

# %% [markdown] lang="ru" key="task-d-sigmoid" of="a3eda626"
# ### Упражнение 3 · `d_sigmoid`
#
# `d_sigmoid(z)` возвращает наклон $\sigma'(z)$ для числа или массива, той же формы, что `z`. На всём отрезке
# от −1000 до 1000 ответ — обычное число (не `inf` и не `nan`), и предупреждений нет.
#
# Пример: `d_sigmoid(2.0)` равно `0.1049935854`, а `d_sigmoid(np.array([-1000.0, 0.0]))` равно `array([0., 0.25])`.
#
# В тексте есть две формулы наклона. Прежде чем выбрать, спросите себя, что каждая даёт при $z = -1000$.

# %% numbers="task-d-sigmoid"
says("0.1049935854", d_sigmoid(2.0))

# %% exercise="d_sigmoid" role="answer"
def d_sigmoid(z):
    """Slope of the sigmoid, finite and without warnings.

    z: a number or an array, from -1000 to 1000.
    Returns the slope at z, in the shape of z.
    """
    ### BEGIN SOLUTION
    value = sigmoid(z)
    return value * (1 - value)
    ### END SOLUTION


# %% exercise="d_sigmoid" role="test" points=2
check(d_sigmoid)
### BEGIN HIDDEN TESTS
grade(d_sigmoid)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-logit"
# ### Exercise 4 · `logit`
#
# `logit(p)` is the inverse function of $\sigma$: it returns the $z$ for which $\sigma(z) = p$. The argument is a
# number or an array of numbers strictly between 0 and 1; the answer has the shape of `p`. What happens at
# 0 and 1 themselves is not tested.
#
# Example: `logit(0.8)` is `1.3862943611`, and `logit(np.array([0.2, 0.5]))` is `array([-1.3862943611, 0.])`.

# %% [markdown] lang="ru" key="task-logit" of="93672210"
# ### Упражнение 4 · `logit`
#
# `logit(p)` — обратная функция к $\sigma$: она возвращает то $z$, при котором $\sigma(z) = p$. Аргумент — число
# или массив чисел строго между 0 и 1; форма ответа та же, что у `p`. Сами значения 0 и 1 не проверяются.
#
# Пример: `logit(0.8)` равно `1.3862943611`, а `logit(np.array([0.2, 0.5]))` равно `array([-1.3862943611, 0.])`.

# %% numbers="task-logit"
says("1.3862943611", logit(0.8))

# %% exercise="logit" role="answer"
def logit(p):
    """The inverse of the sigmoid.

    p: a number or an array, strictly between 0 and 1.
    Returns the z with sigmoid(z) = p, in the shape of p.
    """
    ### BEGIN SOLUTION
    return np.log(p / (1 - p))
    ### END SOLUTION


# %% exercise="logit" role="test" points=2
check(logit)
### BEGIN HIDDEN TESTS
grade(logit)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-probability"
# ### Exercise 5 · `probability`
#
# The score and its sigmoid, for many objects at once.
# `probability(c, w, X)` returns the probability of every object.
#
# * `c` is a number, the intercept.
# * `w` is an array of shape `(n,)`, one weight for each feature.
# * `X` is an array of shape `(m, n)`: one row for each object, one column for each feature.
# * The answer has shape `(m,)`.
#
# Example: let `c = -1.0`, `w = np.array([2.0, 0.5])`, and let the rows of `X` be `[1.0, 4.0]` and `[0.5, 0.0]`.
#
# | row of `X` | score | probability |
# |---|---|---|
# | 1, 4 | −1 + 2 + 2 = 3 | 0.952574 |
# | 0.5, 0 | −1 + 1 + 0 = 0 | 0.5 |
#
# So the answer is `array([0.952574, 0.5])`. You may use your `sigmoid`.

# %% [markdown] lang="ru" key="task-probability" of="a2f353a9"
# ### Упражнение 5 · `probability`
#
# Взвешенная сумма и сигмоида от неё, сразу для многих объектов.
# `probability(c, w, X)` возвращает вероятность для каждого объекта.
#
# * `c` — число, свободный член.
# * `w` — массив формы `(n,)`, по весу на каждый признак.
# * `X` — массив формы `(m, n)`: строка — объект, столбец — признак.
# * Форма ответа — `(m,)`.
#
# Пример: пусть `c = -1.0`, `w = np.array([2.0, 0.5])`, а строки `X` — это `[1.0, 4.0]` и `[0.5, 0.0]`.
#
# | строка `X` | взвешенная сумма | вероятность |
# |---|---|---|
# | 1, 4 | −1 + 2 + 2 = 3 | 0.952574 |
# | 0.5, 0 | −1 + 1 + 0 = 0 | 0.5 |
#
# Значит, ответ — `array([0.952574, 0.5])`. Пользоваться своей `sigmoid` можно.

# %% exercise="probability" role="answer"
def probability(c, w, X):
    """Probability of every object: the sigmoid of c + x1*w1 + ... + xn*wn.

    c: a number, the intercept.
    w: array of shape (n,), the weights.
    X: array of shape (m, n), one object in each row.
    Returns an array of shape (m,).
    """
    ### BEGIN SOLUTION
    return sigmoid(c + X @ w)
    ### END SOLUTION


# %% exercise="probability" role="test" points=2
check(probability)
### BEGIN HIDDEN TESTS
grade(probability)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-activation"
# ### Exercise 6 · `activation`
#
# `activation(name, z)` returns the value of one of the four functions of lecture 4. Here `name` is a text,
# `z` a number or an array; the answer has the shape of `z`.
#
# | `name` | `activation(name, 1.0)` | `activation(name, -4.0)` |
# |---|---|---|
# | `'sigmoid'` | 0.731059 | 0.017986 |
# | `'tanh'` | 0.761594 | −0.999329 |
# | `'relu'` | 1 | 0 |
# | `'leaky_relu'` | 1 | −0.04 |
#
# For an array `z` the functions with two pieces must choose element by element: with $z = (-4, 1)$ ReLU gives
# $(0, 1)$.

# %% [markdown] lang="ru" key="task-activation" of="0efe8f1b"
# ### Упражнение 6 · `activation`
#
# `activation(name, z)` возвращает значение одной из четырёх функций лекции 4. Здесь `name` — строка,
# `z` — число или массив; форма ответа та же, что у `z`.
#
# | `name` | `activation(name, 1.0)` | `activation(name, -4.0)` |
# |---|---|---|
# | `'sigmoid'` | 0.731059 | 0.017986 |
# | `'tanh'` | 0.761594 | −0.999329 |
# | `'relu'` | 1 | 0 |
# | `'leaky_relu'` | 1 | −0.04 |
#
# Если `z` — массив, кусочно заданные функции должны выбирать поэлементно: для $z = (-4, 1)$ ReLU даёт
# $(0, 1)$.

# %% numbers="task-activation"
for name, one, four in (("sigmoid", "0.731059", "0.017986"), ("tanh", "0.761594", "−0.999329")):
    says(one, activation(name, 1.0))
    says(four, activation(name, -4.0))
says("−0.04", activation("leaky_relu", -4.0))

# %% exercise="activation" role="answer"
def activation(name, z):
    """Value of an activation function.

    name: 'sigmoid', 'tanh', 'relu' or 'leaky_relu' (slope 0.01 on the left).
    z: a number or an array.
    Returns the value at z, in the shape of z.
    """
    ### BEGIN SOLUTION
    if name == "sigmoid":
        return sigmoid(z)
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(0, z)
    return np.maximum(0.01 * z, z)
    ### END SOLUTION


# %% exercise="activation" role="test" points=2
check(activation)
### BEGIN HIDDEN TESTS
grade(activation)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-d-activation"
# ### Exercise 7 (a stretch) · `d_activation`
#
# `d_activation(name, z)` returns the slope of the same four functions, for a number or an array, in the shape
# of `z`.
#
# | `name` | `d_activation(name, 1.0)` | `d_activation(name, -4.0)` |
# |---|---|---|
# | `'sigmoid'` | 0.196612 | 0.017663 |
# | `'tanh'` | 0.419974 | 0.001341 |
# | `'relu'` | 1 | 0 |
# | `'leaky_relu'` | 1 | 0.01 |
#
# Two demands make it a stretch.
#
# * At a kink, that is for ReLU and LeakyReLU at $z = 0$, any number from 0 to 1 is accepted. But a number it
#   must be, so `nan` is not.
# * On the whole interval from −1000 to 1000 all four slopes are ordinary numbers and no warning appears.
#
# Test yourself: away from the kinks, `d_activation` must agree with the measured slope of your `activation`,
# as in the section "The slope, by numbers first".

# %% [markdown] lang="ru" key="task-d-activation" of="dccf4cc5"
# ### Упражнение 7 (повышенной сложности) · `d_activation`
#
# `d_activation(name, z)` возвращает наклон тех же четырёх функций, для числа или массива, той же формы,
# что `z`.
#
# | `name` | `d_activation(name, 1.0)` | `d_activation(name, -4.0)` |
# |---|---|---|
# | `'sigmoid'` | 0.196612 | 0.017663 |
# | `'tanh'` | 0.419974 | 0.001341 |
# | `'relu'` | 1 | 0 |
# | `'leaky_relu'` | 1 | 0.01 |
#
# Сложность в двух требованиях.
#
# * В изломе, то есть для ReLU и LeakyReLU при $z = 0$, принимается любое число от 0 до 1. Но это должно быть
#   число: `nan` не годится.
# * На всём отрезке от −1000 до 1000 все четыре наклона — обычные числа, и предупреждений нет.
#
# Проверьте себя: вне изломов `d_activation` должна совпадать с измеренным наклоном вашей `activation`,
# как в разделе «Наклон: сначала числа».

# %% exercise="d_activation" role="answer"
def d_activation(name, z):
    """Slope of an activation function, finite and without warnings.

    name: 'sigmoid', 'tanh', 'relu' or 'leaky_relu' (slope 0.01 on the left).
    z: a number or an array, from -1000 to 1000.
    Returns the slope at z, in the shape of z; at a kink any number from 0 to 1.
    """
    ### BEGIN SOLUTION
    if name == "sigmoid":
        return d_sigmoid(z)
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    left = 0 if name == "relu" else 0.01
    return np.where(np.asarray(z) > 0, 1, left)
    ### END SOLUTION


# %% exercise="d_activation" role="test" points=3
check(d_activation)
### BEGIN HIDDEN TESTS
grade(d_activation)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-fading"
# ### Experiment · `fading`
#
# Stack layers without any weights: what leaves the first enters the second, and so on. How much of a small change at the bottom still
# arrives at the top?
#
# `fading(f, df, z, depth)` returns an array of shape `(depth,)`. Its first element is the slope of one layer at `z`, the second the
# slope of two layers with respect to `z`, the last that of the whole stack. `f` is the function of every layer and `df` its derivative; both
# take a number, and so is `z`.
#
# Example: with the sigmoid and its slope `fading(f, df, 2.0, 3)` is `array([0.10499359, 0.02175008, 0.0048109])`. The second layer gets 0.8808, where the slope is
# 0.2072, and $0.1050 \cdot 0.2072 = 0.0218$.
#
# **Predict first**: put the four functions in order by the slope of ten layers at $z = 1$, then by that at $z = -1$. Run your function on all
# eight, with your own `activation` and `d_activation`: `f = lambda z: activation("tanh", z)`. Which function is the best on one side and nearly the worst on the other? What would you tell somebody who says "take LeakyReLU, and nothing
# fades"?

# %% [markdown] lang="ru" key="task-fading" of="f0d11376"
# ### Эксперимент · `fading`
#
# Сложим стопку слоёв без всяких весов: что вышло из первого, поступает во второй и так далее. Какая часть малого изменения внизу дойдёт
# доверху?
#
# `fading(f, df, z, depth)` возвращает массив формы `(depth,)`. Первый элемент — наклон одного слоя в точке `z`, второй — наклон двух слоёв
# по `z`, последний — наклон всей стопки. `f` — функция каждого слоя, `df` — её производная; обе принимают число,
# и `z` — тоже число.
#
# Пример: для сигмоиды и её наклона `fading(f, df, 2.0, 3)` равно `array([0.10499359, 0.02175008, 0.0048109])`. На вход второго слоя поступает 0.8808, наклон там
# 0.2072, и $0.1050 \cdot 0.2072 = 0.0218$.
#
# **Сначала предскажите**: расставьте четыре функции по наклону десяти слоёв при $z = 1$, потом при $z = -1$. Запустите свою функцию на всех
# восьми случаях со своими `activation` и `d_activation`: `f = lambda z: activation("tanh", z)`. Какая из функций лучшая с одной стороны и почти худшая с другой? Что вы ответите тому, кто говорит: «Возьмите LeakyReLU, и ничего
# не затухнет»?

# %% numbers="task-fading"
def ten(name, z, depth=10):
    return fading(lambda u: activation(name, u), lambda u: d_activation(name, u), z, depth)


first, second, third = ten("sigmoid", 2.0, 3)
says("0.10499359", first)
says("0.02175008", second)
says("0.0048109", third)
says("0.2072", second / first)

# %% exercise="fading" role="answer"
def fading(f, df, z, depth):
    """Slopes of a stack of equal layers, for one layer, two layers, and so on.

    f: function of a number, what a layer does; df: its derivative.
    z: number, what enters the first layer.
    depth: whole number, 1 or more.
    Returns an array of shape (depth,).
    """
    ### BEGIN SOLUTION
    slopes, slope = [], 1.0
    for _ in range(depth):
        slope = slope * df(z)
        z = f(z)
        slopes.append(slope)
    return np.array(slopes)
    ### END SOLUTION


# %% exercise="fading" role="test" points=2
check(fading)
### BEGIN HIDDEN TESTS
grade(fading)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="fading-answers"
# <details><summary>Answers</summary>
#
# | ten layers | sigmoid | tanh | ReLU | LeakyReLU |
# |---|---|---|---|---|
# | $z = 1$ | $2.8 \cdot 10^{-7}$ | 0.041 | 1 | 1 |
# | $z = -1$ | $3.3 \cdot 10^{-7}$ | 0.041 | 0 | $10^{-20}$ |
#
# The sigmoid is always bad, but LeakyReLU at −1 is worse by thirteen powers of ten: every layer keeps one hundredth, and the value stays
# negative. tanh comes off well because its values shrink towards 0, where its slope is nearly 1. So the slope depends on **where the layers work**, not only
# on the function. In a network the weights decide that, and unit 10 chooses them with care.
#
# </details>

# %% [markdown] lang="ru" key="fading-answers" of="ab577d1e"
# <details><summary>Ответы</summary>
#
# | десять слоёв | сигмоида | tanh | ReLU | LeakyReLU |
# |---|---|---|---|---|
# | $z = 1$ | $2.8 \cdot 10^{-7}$ | 0.041 | 1 | 1 |
# | $z = -1$ | $3.3 \cdot 10^{-7}$ | 0.041 | 0 | $10^{-20}$ |
#
# Сигмоида плоха всегда, но LeakyReLU при −1 хуже её на тринадцать порядков: каждый слой оставляет одну сотую, и значение остаётся
# отрицательным. tanh выигрывает потому, что её значения уменьшаются к нулю, где наклон почти 1. Значит, наклон зависит не только от
# функции, но и от того, **где работают слои**. В сети это определяют веса, и в уроке 10 их выбирают с умом.
#
# </details>

# %% numbers="fading-answers"
says("2.8·10^-7", ten("sigmoid", 1.0)[-1])
says("3.3·10^-7", ten("sigmoid", -1.0)[-1])
says("0.041", ten("tanh", 1.0)[-1])
says("10^-20", ten("leaky_relu", -1.0)[-1])
holds(ten("relu", -1.0)[-1] == 0, "ReLU lets nothing through")
holds(12.5 < math.log10(ten("sigmoid", -1.0)[-1] / 1e-20) < 14, "thirteen powers of ten")

# %% [markdown] lang="en" key="question"
# ## In your own words
#
# A friend builds a network of ten layers, each with a sigmoid. After an hour of training the weights of the
# last layer have changed, those of the first layer have hardly moved. "My first layer must be finished
# already," says the friend.
#
# Answer in five to eight sentences. Explain what happens to the slope on its way back to the first layer, and
# why. Give a number for ten layers. Say what saturation adds, with a number of your own from the figure. Then
# propose another activation function, with its advantage and its price.
#
# A person reads this answer, not a program. Write it in the cell below.

# %% [markdown] lang="ru" key="question" of="a339efdc"
# ## Своими словами
#
# Знакомый построил сеть из десяти слоёв, в каждом — сигмоида. Через час обучения веса последнего слоя
# изменились, а веса первого почти не сдвинулись. «Значит, первый слой уже обучился», — говорит знакомый.
#
# Ответьте в пяти–восьми предложениях. Объясните, что происходит с наклоном на пути назад к первому слою
# и почему. Приведите число для десяти слоёв. Скажите, что добавляет насыщение, с вашим собственным числом
# с рисунка. Затем предложите другую функцию активации и назовите её преимущество и её цену.
#
# Этот ответ читает человек, а не программа. Пишите в ячейке ниже.

# %% [markdown] question="own-words" points=4
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the four; half points are allowed.
#
# 1. The mechanism: by the chain rule the slope of the whole is a product with one slope for each layer, so
#    the first layer gets the product of all of them. Small steps do not mean "finished". (Half a point if the
#    product is not mentioned.)
# 2. The bound with a number: a slope of the sigmoid is at most 1/4, so ten of them give at most (1/4)¹⁰, about
#    10⁻⁶. "Nearly a million times smaller" counts. That weights are further factors is welcome, not required.
# 3. Saturation with a number: away from 0 each slope is far below 1/4, for example σ′(5) = 0.0066, and ten of
#    those give about 10⁻²². Any right reading of the figure with a slope below 0.01 counts.
# 4. Another function with advantage and price: ReLU has slope 1 for z > 0, however deep; for z < 0 its slope
#    is 0 and a neuron may be dead. LeakyReLU: never 0, but only 0.01 on the left. tanh: slope up to 1, but it
#    saturates from about 3 on. (Half a point for an advantage without a price.)
#
# По одному баллу за каждый пункт, можно ставить половину.
#
# 1. Механизм: по цепному правилу наклон целого — произведение, по одному наклону на слой, поэтому первому
#    слою достаётся произведение всех. Малые шаги не значат «обучился». (Половина балла, если о произведении
#    не сказано.)
# 2. Оценка с числом: наклон сигмоиды не больше 1/4, поэтому десять дают не больше (1/4)¹⁰, около 10⁻⁶.
#    «Почти в миллион раз меньше» засчитывается. Упоминание весов как множителей приветствуется, но
#    не обязательно.
# 3. Насыщение с числом: вдали от 0 каждый наклон гораздо меньше 1/4, например σ′(5) = 0.0066, а десять таких
#    дают около 10⁻²². Годится любое верное значение с рисунка с наклоном меньше 0.01.
# 4. Другая функция, преимущество и цена: у ReLU наклон 1 при z > 0 на любой глубине, но при z < 0 он равен 0,
#    и нейрон может оказаться мёртвым. LeakyReLU: нигде не 0, но слева всего 0.01. tanh: наклон до 1, но
#    насыщение начинается примерно с 3. (Половина балла за преимущество без цены.)
# ### END MARK SCHEME

# %% [markdown] lang="en" key="slides"
# ## What the lecture slides say differently
#
# For those who have the slides open: where the lecture and this notebook differ, and why. Without them, go on to the summary.

# %% [markdown] lang="ru" key="slides" of="5f3b9683"
# ## Что на слайдах лекций иначе
#
# Для тех, у кого слайды под рукой: в чём лекция и эта тетрадь расходятся и почему. Если слайдов нет, переходите к итогам.

# %% [markdown] lang="en" key="brackets"
# ### A slip of the lecture: the lost brackets
#
# The slide of lecture 1 writes "logistic" for $\sigma$, and then writes the sigmoid out:
# `y = 1 / 1 + e[ -(c + x1*w1 + … + xn*wn) ]`. The brackets at the
# bottom of the fraction are lost. As it stands, the line says "one divided by one, plus a power of $e$".
# For a score of 2 that is $1 + 0.1353 = 1.1353$, and no probability is larger than 1. The square brackets are
# meant as an exponent. The right statement is
#
# $$y = \frac{1}{1 + e^{-(c + x_1 w_1 + x_2 w_2 + \dots + x_n w_n)}}$$
#
# Two smaller remarks on the same slide.
#
# * It writes the sum as a product, $x * w = (x_1, x_2, \dots) * (w_1, w_2, \dots)$. The dot product is meant.
# * It calls the end 0 "class 1" and the end 1 "class 2". Almost everybody else calls them 0 and 1, and so
#   shall we from now on. The value $y$ is the probability of the class at the end 1.

# %% [markdown] lang="ru" key="brackets" of="2d4028b8"
# ### Неточность лекции: потерянные скобки
#
# На слайде лекции 1 вместо $\sigma$ написано «logistic», а дальше сигмоида расписана так:
# `y = 1 / 1 + e[ -(c + x1*w1 + … + xn*wn) ]`. Скобки в знаменателе
# потеряны. Буквально здесь сказано: «единица, делённая на единицу, плюс степень числа $e$».
# Для суммы 2 это $1 + 0.1353 = 1.1353$, а вероятность больше 1 не бывает. Квадратные скобки здесь
# означают показатель степени. Правильно так:
#
# $$y = \frac{1}{1 + e^{-(c + x_1 w_1 + x_2 w_2 + \dots + x_n w_n)}}$$
#
# Ещё два замечания к тому же слайду.
#
# * Сумма записана там как произведение: $x * w = (x_1, x_2, \dots) * (w_1, w_2, \dots)$. Имеется в виду скалярное
#   произведение.
# * Конец 0 назван там «класс 1», а конец 1 — «класс 2». Почти все остальные называют классы 0 и 1, и мы дальше
#   тоже. Значение $y$ — это вероятность того класса, который стоит на конце 1.

# %% numbers="brackets"
says("1.1353", 1 / 1 + math.exp(-2))

# %% key="literally"
c, w = -1.0, np.array([2.0, 0.5])
x = np.array([1.0, 4.0])
score = c + x @ w
print(plots.say(en="score:            ", ru="взвешенная сумма:"), score)
print(plots.say(en="slide, literally: ", ru="слайд, буквально:"), 1 / 1 + np.exp(-score))
print(plots.say(en="with its brackets:", ru="со скобками:     "), 1 / (1 + np.exp(-score)))

# %% [markdown] lang="en" key="wandering-minus"
# ### An unclear line of the lecture: the wandering minus
#
# Between lines 3 and 4 of our derivation the slide of lecture 3 has one more fraction:
#
# $$\frac{-e^{-x}}{-(1 + e^{-x})^2}$$
#
# Its value is right, because the two minuses cancel. But the minus at the bottom does not follow from the
# line before. There both minuses are factors in front of and behind the bracket, and the power $-2$ belongs
# to the bracket alone. So both stay on top, where their product is plus:
#
# $$-1 \cdot (1 + e^{-x})^{-2} \cdot (-e^{-x}) = \frac{(-1) \cdot (-e^{-x})}{(1 + e^{-x})^2} = \frac{e^{-x}}{(1 + e^{-x})^2}$$
#
# Anyone who copies the slide and drops one of its minuses gets a negative slope. A glance at the curve protects you:
# $\sigma$ rises everywhere, so $\sigma'$ is positive everywhere.

# %% [markdown] lang="ru" key="wandering-minus" of="04bf69db"
# ### Неясное место лекции: заблудившийся минус
#
# Между строками 3 и 4 на слайде лекции 3 стоит ещё одна дробь:
#
# $$\frac{-e^{-x}}{-(1 + e^{-x})^2}$$
#
# Значение верное: два минуса сокращаются. Но минус в знаменателе из предыдущей строки не следует.
# Там оба минуса — множители перед скобкой и после неё, а степень $-2$ относится только к скобке.
# Значит, оба остаются в числителе, и произведение их — плюс:
#
# $$-1 \cdot (1 + e^{-x})^{-2} \cdot (-e^{-x}) = \frac{(-1) \cdot (-e^{-x})}{(1 + e^{-x})^2} = \frac{e^{-x}}{(1 + e^{-x})^2}$$
#
# Кто переписывает слайд и теряет один из минусов, получает отрицательный наклон. Спасает взгляд на кривую:
# $\sigma$ всюду растёт, поэтому $\sigma'$ всюду положительна.

# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. The sigmoid $\sigma(z) = \frac{1}{1 + e^{-z}}$ turns a score into a probability, the logit turns it back.
# 2. Its slope needs no new exponential: $\sigma' = \sigma (1 - \sigma)$. It is at most one quarter, at $z = 0$.
# 3. Where the slope is nearly 0, a function is saturated, and steps proportional to the slope nearly stop.
# 4. tanh has slope $1 - \tanh^2$, ReLU 0 or 1, LeakyReLU 0.01 or 1; in a chain the slopes multiply.
# 5. A formula can be right and its code wrong: keep every exponent harmless.
#
# **Next:** unit 04, gradient descent. There a slope is put to work for the first time: weights move against
# it, in steps proportional to it. The sigmoid returns in units 07 (one neuron), 08 (probabilities) and
# 10 (a network).

# %% [markdown] lang="ru" key="summary" of="0e478676"
# ## Итоги
#
# 1. Сигмоида $\sigma(z) = \frac{1}{1 + e^{-z}}$ превращает взвешенную сумму в вероятность, логит — обратно.
# 2. Для наклона новая экспонента не нужна: $\sigma' = \sigma (1 - \sigma)$. Самое большее — четверть, при $z = 0$.
# 3. Где наклон почти 0, там функция насыщена, и обучение шагами, пропорциональными наклону, почти останавливается.
# 4. У tanh наклон $1 - \tanh^2$, у ReLU — 0 или 1, у LeakyReLU — 0.01 или 1; в цепочке наклоны умножаются.
# 5. Формула может быть верна, а код — нет: следите, чтобы каждый показатель был безопасен.
#
# **Дальше:** урок 04, градиентный спуск. Там наклон впервые пригодится: веса движутся против него,
# шагами, пропорциональными ему. Сигмоида вернётся в уроках 07 (один нейрон), 08 (вероятности) и
# 10 (сеть).
