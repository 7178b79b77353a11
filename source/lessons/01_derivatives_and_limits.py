# %% [markdown] lang="en" key="goal"
# # Derivatives and limits
#
# ## Goal
#
# After this unit you can
#
# * read a derivative (производная) as a speed and as the slope of a curve;
# * find the derivative of $ax + b$ and of $ax^2 + b$ from the definition, with a limit (предел);
# * let a computer find derivatives, and say why the smallest step is not the best one;
# * explain why the gradient (градиент) points uphill.
#
# **Time:** about 95 minutes. Reading takes 30, the figure 5, the exercises 55, the written question 5.
# Exercise 10 is a stretch and may take ten minutes more.
#
# **Lectures:** the part "A little calculus" of lecture 1, from "What is a derivative?" to "What is a
# gradient", and the first slides of lecture 3, up to the tangent.
#
# **You need:** Python functions, NumPy arrays, and from school $(a + b)^2 = a^2 + 2ab + b^2$. No calculus.

# %% [markdown] lang="ru" key="goal" of="d1f57fc5"
# # Производные и пределы
#
# ## Цель
#
# После этого урока вы сможете
#
# * понимать производную (derivative) как скорость и как наклон кривой;
# * находить производную $ax + b$ и $ax^2 + b$ по определению, через предел (limit);
# * поручить производную компьютеру и объяснить, почему самый маленький шаг — не самый лучший;
# * объяснить, почему градиент (gradient) указывает в гору.
#
# **Время:** около 95 минут. Чтение — 30, рисунок — 5, упражнения — 55, письменный вопрос — 5.
# Упражнение 10 — повышенной сложности, на него может уйти ещё минут десять.
#
# **Лекции:** часть «Немного матанализа» из лекции 1, от слайда «Что такое производная?» до слайда «Что такое
# градиент», и начало лекции 3, до касательной включительно.
#
# **Понадобится:** функции в Python, массивы NumPy и школьная формула $(a + b)^2 = a^2 + 2ab + b^2$.
# Знать матанализ не нужно.

# %% key="setup"
import matplotlib.pyplot as plt
import numpy as np

from course import check, figures, plots

# %% [markdown] lang="en" key="purpose"
# ## Which way is down?
#
# A model has one number to set, its **weight** (вес) $w$. How badly it works is its **loss** (потери), here
# $w^2 + 12$. With $w = 5$ the loss is 37. Should the weight become larger or smaller?
#
# Try a tiny step to the right: with $w = 5.01$ the loss is 37.1001. It has grown by 0.1001, about **ten times** as much
# as we moved. So down is to the left, and a step of 0.01 to the left should save about 0.1. It does: with $w = 4.99$
# the loss is 36.9001.
#
# This one number, "ten times", says which way is down and how steep it is there. A network has millions of weights, and
# all of them learn from such numbers. This unit is about finding them.

# %% [markdown] lang="ru" key="purpose" of="42a8332f"
# ## В какую сторону вниз?
#
# В модели надо подобрать одно число, её **вес** (weight) $w$. Насколько плохо она работает, говорят **потери** (loss):
# пусть они равны $w^2 + 12$. При $w = 5$ потери равны 37. Увеличить вес или уменьшить?
#
# Сделаем крошечный шаг вправо: при $w = 5.01$ потери равны 37.1001. Они выросли на 0.1001, примерно в **десять раз**
# больше, чем сдвинулись мы. Значит, вниз — это влево, и шаг 0.01 влево должен уменьшить их примерно на 0.1. Так и есть: при
# $w = 4.99$ потери равны 36.9001.
#
# Одно это число, «в десять раз», говорит и куда вниз, и насколько там круто. В нейронной сети миллионы весов, и все они
# обучаются по таким числам. Как их находить — об этом весь урок.

# %% numbers="purpose"
says("37", 5**2 + 12)
says("37.1001", 5.01**2 + 12)
says("0.1001", 5.01**2 - 5**2)
says("36.9001", 4.99**2 + 12)

# %% [markdown] lang="en" key="trip"
# ## A trip
#
# A car drives for 25 minutes at 1 km per minute. Then it goes twice as fast. How far is it after 40 minutes?
#
# The first 25 minutes give 25 km. The other 15 minutes give $2 \cdot 15 = 30$ km. Together that is 55 km.
#
# | minutes $t$ | 0 | 10 | 25 | 30 | 40 |
# |---|---|---|---|---|---|
# | path $s(t)$, km | 0 | 10 | 25 | 35 | 55 |
# | speed $v(t)$, km/min | 1 | 1 | ? | 2 | 2 |
#
# On the graph of the path, speed is steepness. The speed is called the **derivative** (производная) of the
# path and is written with a prime:
#
# $$v(t) = s'(t)$$
#
# What belongs in place of the question mark? Just before the 25th minute the speed is 1, just after it is 2.
# At the corner itself there is no single speed. We come back to such corners.
#
# Run the next cell. Compare the steepness on the left with the height on the right.

# %% [markdown] lang="ru" key="trip" of="e213b80a"
# ## Поездка
#
# Машина едет 25 минут со скоростью 1 км в минуту, а потом вдвое быстрее. Сколько она проедет за 40 минут?
#
# За первые 25 минут — 25 км. За остальные 15 минут — $2 \cdot 15 = 30$ км. Всего 55 км.
#
# | минуты $t$ | 0 | 10 | 25 | 30 | 40 |
# |---|---|---|---|---|---|
# | путь $s(t)$, км | 0 | 10 | 25 | 35 | 55 |
# | скорость $v(t)$, км/мин | 1 | 1 | ? | 2 | 2 |
#
# На графике пути скорость — это крутизна. Скорость называют **производной** (derivative) пути
# и обозначают штрихом:
#
# $$v(t) = s'(t)$$
#
# Что поставить вместо вопросительного знака? Перед самой 25-й минутой скорость равна 1, сразу после неё — 2.
# В самой точке излома единой скорости нет. К таким точкам мы ещё вернёмся.
#
# Запустите следующую ячейку. Сравните крутизну слева с высотой справа.

# %% numbers="trip"
says("30", 2 * 15)
says("55", position(40.0))
says("35", position(30.0))

# %% key="trip-picture"
t = np.linspace(0, 60, 241)
figure, (left, right) = plt.subplots(1, 2, figsize=(8, 2.8))
left.plot(t, np.where(t < 25, t, 2 * t - 25))
left.set(xlabel=plots.say(en="t, min", ru="t, мин"), ylabel=plots.say(en="s(t), km", ru="s(t), км"))
right.plot([0, 25], [1, 1], "C0", [25, 60], [2, 2], "C0")
right.set(
    xlabel=plots.say(en="t, min", ru="t, мин"),
    ylabel=plots.say(en="v(t), km/min", ru="v(t), км/мин"),
    ylim=(0, 2.4),
)
plots.show(
    en="Left, the path: a straight rise, twice as steep after 25 minutes. Right, the speed: 1 up "
    "to 25 minutes, then 2.",
    ru="Слева путь: прямой подъём, после 25 минут вдвое круче. Справа скорость: до 25 минут 1, "
    "потом 2.",
)

# %% [markdown] lang="en" key="quotient"
# ## When the speed changes all the time
#
# Another car sets off from a crossing. After $x$ seconds it has gone $f(x) = x^2$ metres. How fast is it at
# $x_0 = 3$?
#
# It is at 9 m now. One second later it is at 16 m: 7 m in 1 s. But during that second it became faster, so 7
# is too much. Take a shorter time. And look back as well, with negative numbers.
#
# | $\Delta x$ | $f(3 + \Delta x)$ | $\Delta f$ | $\Delta f / \Delta x$ |
# |---|---|---|---|
# | 1 | 16 | 7 | 7 |
# | 0.1 | 9.61 | 0.61 | 6.1 |
# | 0.01 | 9.0601 | 0.0601 | 6.01 |
# | −0.01 | 8.9401 | −0.0599 | 5.99 |
# | −0.1 | 8.41 | −0.59 | 5.9 |
#
# $\Delta x$ (say "delta x") is one symbol, not a product. It is the **increment** (приращение) of $x$, the
# step from $x_0$ to a new point $x$. $\Delta f$ is what the step does to the function:
#
# $$\Delta x = x - x_0, \qquad \Delta f = f(x) - f(x_0)$$
#
# Their ratio is the **difference quotient** (разностное отношение):
#
# $$\frac{\Delta f}{\Delta x} = \frac{f(x_0 + \Delta x) - f(x_0)}{\Delta x}$$
#
# It is the mean speed on the way from $x_0$ to $x$. On the graph it is the slope (наклон) of the straight line
# through two points of the curve. Such a line is called a **secant** (секущая).

# %% [markdown] lang="ru" key="quotient" of="18f18c87"
# ## Когда скорость меняется всё время
#
# Другая машина трогается с перекрёстка. За $x$ секунд она проезжает $f(x) = x^2$ метров. Какова её скорость
# в момент $x_0 = 3$?
#
# Сейчас она на отметке 9 м. Через секунду — на отметке 16 м: 7 м за 1 с. Но за эту секунду она разогналась,
# так что 7 — это слишком много. Возьмём промежуток короче. И посмотрим ещё
# назад: для этого шаг берут отрицательным.
#
# | $\Delta x$ | $f(3 + \Delta x)$ | $\Delta f$ | $\Delta f / \Delta x$ |
# |---|---|---|---|
# | 1 | 16 | 7 | 7 |
# | 0.1 | 9.61 | 0.61 | 6.1 |
# | 0.01 | 9.0601 | 0.0601 | 6.01 |
# | −0.01 | 8.9401 | −0.0599 | 5.99 |
# | −0.1 | 8.41 | −0.59 | 5.9 |
#
# $\Delta x$ (читается «дельта икс») — это один символ, а не произведение. Это **приращение** (increment)
# переменной $x$, шаг от $x_0$ до новой точки $x$. $\Delta f$ — насколько от этого шага изменилась функция:
#
# $$\Delta x = x - x_0, \qquad \Delta f = f(x) - f(x_0)$$
#
# Их частное называют **разностным отношением** (difference quotient):
#
# $$\frac{\Delta f}{\Delta x} = \frac{f(x_0 + \Delta x) - f(x_0)}{\Delta x}$$
#
# Это средняя скорость на пути от $x_0$ до $x$. На графике это наклон (slope) прямой, проведённой через две
# точки кривой. Такая прямая называется **секущей** (secant).

# %% numbers="quotient"
says("9.61", 3.1**2)
says("0.61", 3.1**2 - 9)
says("9.0601", 3.01**2)
says("−0.0599", 2.99**2 - 9)
for dx, shown in ((1, "7"), (0.1, "6.1"), (0.01, "6.01"), (-0.01, "5.99"), (-0.1, "5.9")):
    says(shown, difference_quotient(lambda x: x**2, 3.0, dx))

# %% key="quotients"
x0 = 3
for dx in (1, 0.1, 0.01, -0.01, -0.1):
    df = (x0 + dx) ** 2 - x0**2
    print(f"dx = {dx:5}   df = {df:8.4f}   df/dx = {df / dx:.4f}")

# %% [markdown] lang="en" key="limit"
# ## The limit
#
# From both sides the quotients come close to 6. Why not put $\Delta x = 0$ and be done? Because then the
# quotient is $0/0$, and that has no value.
#
# So we do the algebra first, as long as $\Delta x \ne 0$:
#
# $$\frac{(3 + \Delta x)^2 - 9}{\Delta x} = \frac{6 \, \Delta x + (\Delta x)^2}{\Delta x} = 6 + \Delta x$$
#
# Now it is plain. The shorter the step, the closer to 6, and no other number will do. The number 6 is called
# the **limit** (предел), and we write $\lim$.
#
# A limit is the number that the values approach as closely as we like when the argument comes close enough to
# a point, **without having to reach it**. The derivative is the limit of the difference quotient:
#
# $$f'(x_0) = \lim_{\Delta x \to 0} \frac{\Delta f}{\Delta x}$$
#
# In the example $f'(3) = 6$: three seconds after the start the car goes 6 m/s. Lecture 3 writes the same
# definition in full:
#
# $$f'(x_0) = \lim_{x \to x_0} \frac{f(x) - f(x_0)}{x - x_0} = \lim_{\Delta x \to 0} \frac{f(x_0 + \Delta x) - f(x_0)}{\Delta x}$$
#
# You will meet other notations. They mean the same number:
#
# $$f'(x_0) = f'_x(x_0) = Df(x_0) = \frac{df}{dx}(x_0)$$
#
# **When there is no limit.** Both sides must lead to the same number. Take $f(x) = |x|$ at $x_0 = 0$. For
# every $\Delta x > 0$ the quotient is 1, for every $\Delta x < 0$ it is −1. There is no common number, so there
# is no derivative. The corner of the trip at 25 minutes is of the same kind.

# %% [markdown] lang="ru" key="limit" of="b1cfd2e8"
# ## Предел
#
# С обеих сторон отношения подходят к 6. Почему бы сразу не взять $\Delta x = 0$? Потому что тогда получится
# $0/0$, а у этого выражения нет значения.
#
# Поэтому сначала алгебра, пока $\Delta x \ne 0$:
#
# $$\frac{(3 + \Delta x)^2 - 9}{\Delta x} = \frac{6 \, \Delta x + (\Delta x)^2}{\Delta x} = 6 + \Delta x$$
#
# Теперь всё видно. Чем короче шаг, тем ближе к 6, и никакое другое число не подойдёт. Число 6 называется
# **пределом** (limit), его обозначают $\lim$.
#
# Предел — это число, к которому значения подходят сколь угодно близко, когда аргумент достаточно близко
# подходит к точке. **Попадать в неё он не обязан.** Производная — это предел разностного отношения:
#
# $$f'(x_0) = \lim_{\Delta x \to 0} \frac{\Delta f}{\Delta x}$$
#
# В нашем примере $f'(3) = 6$: через три секунды после старта скорость машины 6 м/с. В лекции 3 то же определение
# записано подробно:
#
# $$f'(x_0) = \lim_{x \to x_0} \frac{f(x) - f(x_0)}{x - x_0} = \lim_{\Delta x \to 0} \frac{f(x_0 + \Delta x) - f(x_0)}{\Delta x}$$
#
# Встречаются и другие обозначения. Все они означают одно и то же число:
#
# $$f'(x_0) = f'_x(x_0) = Df(x_0) = \frac{df}{dx}(x_0)$$
#
# **Когда предела нет.** С обеих сторон должно получаться одно и то же число. Возьмём $f(x) = |x|$ в точке
# $x_0 = 0$. При любом $\Delta x > 0$ отношение равно 1, при любом $\Delta x < 0$ оно равно −1. Общего числа
# нет, значит, нет и производной. Излом поездки на 25-й минуте — точно такой же.

# %% [markdown] lang="en" key="limit-rules"
# ### Rules for limits
#
# Two rules are enough for this unit.
#
# * The limit of a constant is that constant: $\lim_{\Delta x \to 0} 6 = 6$.
# * The limit of a sum is the sum of the limits, if these exist: $\lim_{\Delta x \to 0} (6 + \Delta x) = 6 + 0 = 6$.
#
# In a fraction one may cancel a **common factor that is not zero**, and nothing else:
#
# $$\frac{2 \cdot 6}{2 \cdot 5} = \frac{6}{5}, \qquad \frac{2 + 6}{2 + 5} = \frac{8}{7} \ne \frac{6}{5}$$
#
# The factor need not be a constant. In the step to $6 + \Delta x$ we cancelled $\Delta x$. That is allowed
# because in a limit $\Delta x$ comes close to 0 but is never 0.

# %% [markdown] lang="ru" key="limit-rules" of="eb72d69a"
# ### Правила для пределов
#
# В этом уроке хватит двух правил.
#
# * Предел константы — сама константа: $\lim_{\Delta x \to 0} 6 = 6$.
# * Предел суммы — сумма пределов, если они есть: $\lim_{\Delta x \to 0} (6 + \Delta x) = 6 + 0 = 6$.
#
# В дроби можно сокращать **общий множитель, не равный нулю**, и ничего больше:
#
# $$\frac{2 \cdot 6}{2 \cdot 5} = \frac{6}{5}, \qquad \frac{2 + 6}{2 + 5} = \frac{8}{7} \ne \frac{6}{5}$$
#
# Множитель не обязан быть константой. Когда мы получали $6 + \Delta x$, мы сократили на $\Delta x$. Так можно,
# потому что в пределе $\Delta x$ подходит к 0, но никогда не равно 0.

# %% [markdown] lang="en" key="line"
# ## A straight line by definition
#
# Take $f(x) = 2x + 5$ and two points, $x_0 = 1$ and $x_1 = 4$. The heights are 7 and 13, so $\Delta f = 6$,
# $\Delta x = 3$ and the quotient is 2. Any other two points give 2 again.
#
# Now with letters, for $f(x) = ax + b$, as on the slide of lecture 1:
#
# $$\begin{aligned}
# f'(x_0) &= \lim_{\Delta x \to 0} \frac{\Delta f}{\Delta x} = \lim_{x_1 \to x_0} \frac{f(x_1) - f(x_0)}{x_1 - x_0} && (1) \\
# &= \lim_{x_1 \to x_0} \frac{a x_1 + b - (a x_0 + b)}{x_1 - x_0} && (2) \\
# &= \lim_{x_1 \to x_0} \frac{a x_1 - a x_0}{x_1 - x_0} = \lim_{x_1 \to x_0} \frac{a \, (x_1 - x_0)}{x_1 - x_0} && (3) \\
# &= \lim_{x_1 \to x_0} a = a && (4)
# \end{aligned}$$
#
# 1. Write out both differences. The new point is called $x_1$, and $\Delta x = x_1 - x_0$.
# 2. Put in the function.
# 3. $b$ drops out; $a$ comes out of the brackets.
# 4. Cancel $x_1 - x_0$, a common factor of top and bottom that is not zero. A constant is left, and its limit
#    is itself.
#
# The answer does not depend on $x_0$: a straight line has the same slope everywhere. Two special cases:
# the derivative of a constant is 0 (here $a = 0$), and the derivative of $x$ is 1.

# %% [markdown] lang="ru" key="line" of="d7bfdf70"
# ## Прямая по определению
#
# Возьмём $f(x) = 2x + 5$ и две точки, $x_0 = 1$ и $x_1 = 4$. Высоты там 7 и 13, поэтому $\Delta f = 6$,
# $\Delta x = 3$, и отношение равно 2. Любые другие две точки снова дадут 2.
#
# Теперь в общем виде, для $f(x) = ax + b$, как на слайде лекции 1:
#
# $$\begin{aligned}
# f'(x_0) &= \lim_{\Delta x \to 0} \frac{\Delta f}{\Delta x} = \lim_{x_1 \to x_0} \frac{f(x_1) - f(x_0)}{x_1 - x_0} && (1) \\
# &= \lim_{x_1 \to x_0} \frac{a x_1 + b - (a x_0 + b)}{x_1 - x_0} && (2) \\
# &= \lim_{x_1 \to x_0} \frac{a x_1 - a x_0}{x_1 - x_0} = \lim_{x_1 \to x_0} \frac{a \, (x_1 - x_0)}{x_1 - x_0} && (3) \\
# &= \lim_{x_1 \to x_0} a = a && (4)
# \end{aligned}$$
#
# 1. Раскрываем обе разности. Новая точка названа $x_1$, и $\Delta x = x_1 - x_0$.
# 2. Подставляем функцию.
# 3. $b$ исчезает, $a$ выносим за скобку.
# 4. Сокращаем на $x_1 - x_0$: это общий множитель числителя и знаменателя, и он не равен нулю. Остаётся
#    константа, её предел — она сама.
#
# Ответ не зависит от $x_0$: наклон прямой везде один и тот же. Два частных случая: производная константы
# равна 0 (здесь $a = 0$), производная $x$ равна 1.

# %% numbers="line"
says("7", 2 * 1 + 5)
says("13", 2 * 4 + 5)

# %% [markdown] lang="en" key="your-turn"
# ### Your turn: a parabola
#
# Lecture 1 leaves the function $f(x) = ax^2 + b$ to you. Take paper. Four steps lead there.
#
# 1. Write $f(x_0 + \Delta x)$ and open the brackets:
#    $(x_0 + \Delta x)^2 = x_0^2 + 2 x_0 \Delta x + (\Delta x)^2$.
# 2. Subtract $f(x_0)$. What drops out?
# 3. Divide by $\Delta x$. In which terms is there still a $\Delta x$?
# 4. Let $\Delta x$ go to 0.
#
# A check: for $a = 1$, $b = 0$, $x_0 = 3$ the result must be 6. Exercise 6 asks for your formula.

# %% [markdown] lang="ru" key="your-turn" of="69018e22"
# ### Ваша очередь: парабола
#
# Функцию $f(x) = ax^2 + b$ лекция 1 оставляет вам. Возьмите бумагу. Понадобятся четыре шага.
#
# 1. Запишите $f(x_0 + \Delta x)$ и раскройте скобки:
#    $(x_0 + \Delta x)^2 = x_0^2 + 2 x_0 \Delta x + (\Delta x)^2$.
# 2. Вычтите $f(x_0)$. Что исчезло?
# 3. Разделите на $\Delta x$. В каких слагаемых $\Delta x$ ещё осталось?
# 4. Устремите $\Delta x$ к 0.
#
# Проверка: при $a = 1$, $b = 0$, $x_0 = 3$ должно получиться 6. О вашей формуле спросит упражнение 6.

# %% [markdown] lang="en" key="tangent"
# ## The tangent
#
# Let the second point of the secant slide along the curve towards the first one. The secant turns. In the
# limit it becomes the **tangent** (касательная), the line through the point $(x_0, f(x_0))$ with the slope
# $f'(x_0)$.
#
# For $x^2$ at $x_0 = 3$ the height is 9 and the slope is 6. The tangent is $9 + 6(x - 3)$.
#
# | $x$ | curve $x^2$ | tangent | error |
# |---|---|---|---|
# | 3.01 | 9.0601 | 9.06 | 0.0001 |
# | 3.1 | 9.61 | 9.6 | 0.01 |
# | 5 | 25 | 21 | 4 |
#
# Near the point the line is an excellent substitute for the curve: ten times closer, a hundred times better.
# Far away it is not. The general formula, as in lecture 3:
#
# $$f_l(x) = f(x_0) + f'(x_0)(x - x_0)$$
#
# Let $\alpha$ be the angle between the tangent and the positive direction of the $x$ axis. Slope is rise over
# run, and that is the tangent function of the angle:
#
# $$\tan \alpha = f'(x_0)$$
#
# Slope 6 means $\alpha \approx 80.5°$, slope 1 means $45°$, slope −1 means $-45°$. (The lecture writes tg
# for tan.) You can measure the angle in a picture only if both axes have the same scale; the slope can be
# read off in any picture.

# %% [markdown] lang="ru" key="tangent" of="9f66ab3d"
# ## Касательная
#
# Пусть вторая точка секущей скользит по кривой к первой. Секущая поворачивается. В пределе она переходит
# в **касательную** (tangent) — прямую через точку $(x_0, f(x_0))$ с наклоном $f'(x_0)$.
#
# Для $x^2$ в точке $x_0 = 3$ высота равна 9, а наклон 6. Касательная — это $9 + 6(x - 3)$.
#
# | $x$ | кривая $x^2$ | касательная | погрешность |
# |---|---|---|---|
# | 3.01 | 9.0601 | 9.06 | 0.0001 |
# | 3.1 | 9.61 | 9.6 | 0.01 |
# | 5 | 25 | 21 | 4 |
#
# Вблизи точки прямая прекрасно заменяет кривую: в десять раз ближе — в сто раз точнее. Вдали — уже нет.
# Общая формула, как в лекции 3:
#
# $$f_l(x) = f(x_0) + f'(x_0)(x - x_0)$$
#
# Пусть $\alpha$ — угол между касательной и положительным направлением оси $x$. Наклон — это подъём, делённый
# на продвижение вправо, то есть тангенс угла:
#
# $$\tan \alpha = f'(x_0)$$
#
# Наклон 6 означает $\alpha \approx 80.5°$, наклон 1 — это $45°$, наклон −1 — это $-45°$. (В школе и в лекции
# тангенс пишут tg; здесь и в Python это tan.) Измерить угол по рисунку можно, только если масштаб на обеих
# осях одинаковый; а наклон читается с любого рисунка.

# %% numbers="tangent"
line = tangent_line(lambda x: x**2, lambda x: 2 * x, 3.0)
says("9.06", line(3.01))
says("0.0001", 3.01**2 - line(3.01))
says("9.6", line(3.1))
says("21", line(5.0))
says("4", 25 - line(5.0))
says("80.5", math.degrees(math.atan(6)))

# %% [markdown] lang="en" key="figure-question"
# ## The figure: the secant becomes the tangent
#
# On the left you see a curve, a secant and the tangent at $x_0$. On the right you see the slope of the secant
# for all sizes of $\Delta x$ at once, for both signs. The window "near" shrinks the left chart together with
# $\Delta x$, like a magnifying glass. **Write your predictions down first**, then move the figure.
#
# 1. For $x^2$ at $x_0 = 1$ the quotient is $2 + \Delta x$ (why?). What is the slope of the secant for
#    $\Delta x = 2$, for $0.1$, for $-0.5$?
# 2. How small must $\Delta x$ be so that the secant misses the slope of the tangent by less than $0.01$?
#    Does your answer change when you move $x_0$?
# 3. Choose $x/2 + 1$. Why does nothing on the right depend on $\Delta x$?
# 4. Choose $\sin x$ and $x_0 = 0$. Where do the two lines on the right go? Why are they one line?
# 5. Choose $|x|$ and $x_0 = 0$. Which two numbers do you see? Move $x_0$ to $0.1$: is there a derivative now?
# 6. Back to $x^2$ and $x_0 = 1$. Choose the window near $x_0$ and make $\Delta x$ smaller and smaller. How small must it be
#    until you no longer see that the curve is curved? Then do the same with $|x|$ and $x_0 = 0$.
#
# You can type a number into the box beside a slider.

# %% [markdown] lang="ru" key="figure-question" of="7502e139"
# ## Рисунок: секущая переходит в касательную
#
# Слева — кривая, секущая и касательная в точке $x_0$. Справа — наклон секущей сразу для всех величин
# $\Delta x$ и для обоих знаков. Окно «у» точки сжимает левый график вместе с $\Delta x$, как лупа. **Сначала запишите
# предсказания**, потом двигайте рисунок.
#
# 1. Для $x^2$ в точке $x_0 = 1$ отношение равно $2 + \Delta x$ (почему?). Каков наклон секущей при
#    $\Delta x = 2$, при $0.1$, при $-0.5$?
# 2. Насколько малым должно быть $\Delta x$, чтобы наклон секущей отличался от наклона касательной меньше чем
#    на $0.01$? Изменится ли ответ, если сдвинуть $x_0$?
# 3. Выберите $x/2 + 1$. Почему справа ничего не зависит от $\Delta x$?
# 4. Выберите $\sin x$ и $x_0 = 0$. Куда идут две линии справа? Почему они слились в одну?
# 5. Выберите $|x|$ и $x_0 = 0$. Какие два числа вы видите? Сдвиньте $x_0$ в $0.1$: есть ли теперь производная?
# 6. Вернитесь к $x^2$ и $x_0 = 1$. Выберите окно у $x_0$ и уменьшайте $\Delta x$. Насколько малым оно должно стать,
#    чтобы изгиба кривой уже не было видно? Потом сделайте то же с $|x|$ и $x_0 = 0$.
#
# В поле рядом с ползунком можно вписать число.

# %% figure="secant"
figures.secant()


# %% [markdown] lang="en" key="figure-answers"
# <details><summary>Answers</summary>
#
# 1. $(1 + \Delta x)^2 - 1 = 2 \Delta x + (\Delta x)^2$; divided by $\Delta x$ that is $2 + \Delta x$. So 4, 2.1 and 1.5.
# 2. The secant misses the slope by exactly $|\Delta x|$, so $|\Delta x| < 0.01$. Moving $x_0$ changes nothing: the
#    quotient is $2 x_0 + \Delta x$ there.
# 3. Any two points of a straight line give the same slope, here 0.5.
# 4. Both go to 1. They are one line because $\sin(-\Delta x) = -\sin \Delta x$: the two minuses cancel in the quotient.
# 5. You see 1 and −1, and no $\Delta x$ brings them together. At $x_0 = 0.1$ there is a derivative, 1: as soon as
#    $|\Delta x| < 0.1$, the secant does not reach over the corner.
# 6. At $\Delta x = 0.1$ curve and tangent part by 1.4 % of the window's height, at $0.01$ by 0.14 %. That a curve looks
#    straight when you come close enough is what a derivative means. The corner of $|x|$ stays as sharp as ever.
#
# </details>

# %% [markdown] lang="ru" key="figure-answers" of="0c0e5f7d"
# <details><summary>Ответы</summary>
#
# 1. $(1 + \Delta x)^2 - 1 = 2 \Delta x + (\Delta x)^2$; делим на $\Delta x$ и получаем $2 + \Delta x$. Значит, 4, 2.1 и 1.5.
# 2. Наклон секущей отличается ровно на $|\Delta x|$, поэтому $|\Delta x| < 0.01$. От $x_0$ ответ не зависит: отношение
#    там равно $2 x_0 + \Delta x$.
# 3. Любые две точки прямой дают один и тот же наклон, здесь 0.5.
# 4. Обе идут к 1. Они слились, потому что $\sin(-\Delta x) = -\sin \Delta x$: в отношении два минуса сокращаются.
# 5. Видны 1 и −1, и никакое $\Delta x$ их не сблизит. В точке $x_0 = 0.1$ производная есть, она равна 1: как только
#    $|\Delta x| < 0.1$, секущая не перекидывается через излом.
# 6. При $\Delta x = 0.1$ кривая и касательная расходятся на 1.4 % высоты окна, при $0.01$ — на 0.14 %. Вблизи кривая
#    выглядит прямой — это и значит, что есть производная. Излом у $|x|$ каким острым был, таким и остаётся.
#
# </details>

# %% numbers="figure-answers"
says("2.1", difference_quotient(lambda x: x**2, 1.0, 0.1))
says("1.5", difference_quotient(lambda x: x**2, 1.0, -0.5))
says("0.5", difference_quotient(lambda x: x / 2 + 1, 3.0, 2.0))

# %% [markdown] lang="en" key="machine"
# ## On a computer: a small step instead of a limit
#
# A computer cannot take a limit. It takes a small step $h$ instead, a positive number. That is the
# **forward difference** (правая разность):
#
# $$f'(x_0) \approx \frac{f(x_0 + h) - f(x_0)}{h}$$
#
# For $x^2$ at 3 it should give $6 + h$. So the error should be $h$, and the smallest step should be the best.
# Here is what Python really answers:
#
# | $h$ | 0.1 | $10^{-4}$ | $10^{-8}$ | $10^{-12}$ | $10^{-16}$ |
# |---|---|---|---|---|---|
# | quotient | 6.1 | 6.0001 | 5.99999996 | 6.00053 | 0 |
# | error | 0.1 | 0.0001 | 0.00000004 | 0.0005 | 6 |
#
# At first the error shrinks, then it grows again. Why? A number in the computer has about 16 digits; the rest
# is **rounded** (округление). Now $(3 + h)^2$ and $9$ have nearly all digits in common. In the difference
# these cancel, and what is left is mostly rounding. Dividing by the tiny $h$ makes it large. With
# $h = 10^{-16}$ the sum $3 + h$ is rounded to 3 exactly, and $\Delta f = 0$.
#
# So two errors fight. One comes from the length of the step and is proportional to $h$. The other comes from
# rounding and is roughly proportional to $1/h$. The best step is in between. For functions and points of
# ordinary size it is near $10^{-8}$; for others it is elsewhere. You will draw this picture yourself.

# %% [markdown] lang="ru" key="machine" of="2f780c9a"
# ## На компьютере: малый шаг вместо предела
#
# Предела компьютер взять не может. Вместо этого он делает малый шаг $h$, положительное число. Так получается
# **правая разность** (forward difference):
#
# $$f'(x_0) \approx \frac{f(x_0 + h) - f(x_0)}{h}$$
#
# Для $x^2$ в точке 3 она должна дать $6 + h$. Значит, ошибка должна быть равна $h$, и самый маленький шаг
# должен быть самым лучшим. А вот что отвечает Python на самом деле:
#
# | $h$ | 0.1 | $10^{-4}$ | $10^{-8}$ | $10^{-12}$ | $10^{-16}$ |
# |---|---|---|---|---|---|
# | отношение | 6.1 | 6.0001 | 5.99999996 | 6.00053 | 0 |
# | ошибка | 0.1 | 0.0001 | 0.00000004 | 0.0005 | 6 |
#
# Сначала ошибка убывает, потом снова растёт. Почему? У числа в компьютере примерно 16 значащих цифр, остальное
# пропадает при **округлении** (rounding). А у $(3 + h)^2$ и $9$ почти все цифры общие. При вычитании они
# уничтожаются, и остаётся в основном ошибка округления. Деление на крошечное $h$ делает её большой. При
# $h = 10^{-16}$ сумма $3 + h$ округляется в точности до 3, и $\Delta f = 0$.
#
# Итак, спорят две ошибки. Одна возникает из-за длины шага и пропорциональна $h$. Другая — из-за округления,
# и она примерно пропорциональна $1/h$. Лучший шаг лежит посередине. Для функций и точек обычной величины он
# около $10^{-8}$, для других — в другом месте. Эту картину вы нарисуете сами.

# %% numbers="machine"
errors = [abs((np.float64(3 + h) ** 2 - 9) / h - 6) for h in (0.1, 1e-4, 1e-8, 1e-12, 1e-16)]
says("6.0001", ((3 + 1e-4) ** 2 - 9) / 1e-4)
says("6.00053", ((3 + 1e-12) ** 2 - 9) / 1e-12)
says("0.1", errors[0])
says("0.0005", errors[3])
says("6", errors[4])
holds(3 + 1e-16 == 3, "3 + h is rounded to 3")

# %% key="forward"
row = plots.say(
    en="h = {:g}   quotient = {:.10f}   error = {:.1e}",
    ru="h = {:g}   отношение = {:.10f}   ошибка = {:.1e}",
)
for h in (1e-1, 1e-4, 1e-8, 1e-12, 1e-16):
    quotient = ((3 + h) ** 2 - 3**2) / h
    print(row.format(h, quotient, abs(quotient - 6)))

# %% [markdown] lang="en" key="central"
# ### Look to both sides
#
# There is a better way than a smaller step. Take $f(x) = x^3$ at $x_0 = 2$, where the derivative is 12. Go
# the same distance to the right and to the left, and use the secant through these two points:
#
# $$\frac{2.1^3 - 1.9^3}{0.2} = \frac{9.261 - 6.859}{0.2} = 12.01$$
#
# | $h$ | forward difference | error | both sides | error |
# |---|---|---|---|---|
# | 0.1 | 12.61 | 0.61 | 12.01 | 0.01 |
# | 0.05 | 12.3025 | 0.3025 | 12.0025 | 0.0025 |
#
# This is the **central difference** (центральная разность):
#
# $$f'(x_0) \approx \frac{f(x_0 + h) - f(x_0 - h)}{2h}$$
#
# Halve $h$: the error of the forward difference becomes about half as large, that of the central one a
# quarter. One says that the first error is of order $h$, written $O(h)$, and the second of order $O(h^2)$.
# For the cube one can see why. Opened, the forward difference at 2 is $12 + 6h + h^2$. To the left the term
# with $h$ has the other sign, and in the central difference the two cancel: $12 + h^2$ is left. For a parabola
# nothing is left at all, and the result is exact up to rounding.
#
# *A good place to stop: one variable ends here. What is left of the reading takes ten minutes.*

# %% [markdown] lang="ru" key="central" of="efa8048d"
# ### Посмотреть в обе стороны
#
# Есть способ лучше, чем уменьшать шаг. Возьмём $f(x) = x^3$ в точке $x_0 = 2$, производная там равна 12.
# Отойдём на одно и то же расстояние вправо и влево и проведём секущую через эти две точки:
#
# $$\frac{2.1^3 - 1.9^3}{0.2} = \frac{9.261 - 6.859}{0.2} = 12.01$$
#
# | $h$ | правая разность | ошибка | в обе стороны | ошибка |
# |---|---|---|---|---|
# | 0.1 | 12.61 | 0.61 | 12.01 | 0.01 |
# | 0.05 | 12.3025 | 0.3025 | 12.0025 | 0.0025 |
#
# Это **центральная разность** (central difference):
#
# $$f'(x_0) \approx \frac{f(x_0 + h) - f(x_0 - h)}{2h}$$
#
# Уменьшим $h$ вдвое: ошибка правой разности уменьшится примерно вдвое, а центральной — вчетверо. Говорят, что
# первая ошибка имеет порядок $h$, пишут $O(h)$, а вторая — порядок $O(h^2)$. На кубе видно, откуда это.
# Если раскрыть скобки, правая разность в точке 2 равна $12 + 6h + h^2$. Слева у слагаемого с $h$ обратный знак,
# и в центральной разности они взаимно уничтожаются: остаётся $12 + h^2$. А для параболы не остаётся ничего
# лишнего, и результат верен с точностью до округления.
#
# *Здесь удобно сделать перерыв: с одной переменной покончено. Читать осталось минут десять.*

# %% numbers="central"
says("9.261", 2.1**3)
says("6.859", 1.9**3)
says("12.01", central_difference(lambda x: x**3, 2.0, 0.1))
says("12.0025", central_difference(lambda x: x**3, 2.0, 0.05))
says("12.61", difference_quotient(lambda x: x**3, 2.0, 0.1))
says("12.3025", difference_quotient(lambda x: x**3, 2.0, 0.05))
says("0.3025", difference_quotient(lambda x: x**3, 2.0, 0.05) - 12)
holds(abs(central_difference(lambda x: 3 * x**2 - x, 1.7, 0.9) - 9.2) < 1e-12, "a parabola's result is exact")

# %% [markdown] lang="en" key="partial"
# ## Several variables
#
# A model rarely has a single number to turn. Take the function of two variables $f(x_1, x_2) = x_1^2 + 3 x_2$
# at the point $(2, 1)$. There $f = 7$.
#
# * Move only $x_1$, by 0.01: $f(2.01, 1) = 7.0401$. The quotient is 4.01.
# * Move only $x_2$, by 0.01: $f(2, 1.01) = 7.03$. The quotient is 3.
#
# In the limit we get 4 and 3. Each is a **partial derivative** (частная производная): one variable moves, the
# others keep still. It is written with a round $\partial$. In general, for $n$ variables and a point
# $(a_1, \dots, a_n)$:
#
# $$\frac{\partial f}{\partial x_k}(a_1, \dots, a_n) = \lim_{\Delta x \to 0} \frac{f(a_1, \dots, a_k + \Delta x, \dots, a_n) - f(a_1, \dots, a_k, \dots, a_n)}{\Delta x}$$
#
# By hand you treat the other variables as constants. Here that gives
#
# $$\frac{\partial f}{\partial x_1} = 2 x_1, \qquad \frac{\partial f}{\partial x_2} = 3$$
#
# There is no single slope any more: there are $n$ of them at each point. Put together, in order, they form a
# vector, the **gradient** (градиент). Its sign is $\nabla$ ("nabla"):
#
# $$\nabla f = \left( \frac{\partial f}{\partial x_1}, \dots, \frac{\partial f}{\partial x_n} \right), \qquad \nabla f(2, 1) = (4, 3)$$

# %% [markdown] lang="ru" key="partial" of="fe0c85f2"
# ## Несколько переменных
#
# Модель редко состоит из одного числа. Возьмём функцию двух переменных
# $f(x_1, x_2) = x_1^2 + 3 x_2$ в точке $(2, 1)$. Там $f = 7$.
#
# * Сдвинем только $x_1$, на 0.01: $f(2.01, 1) = 7.0401$. Отношение равно 4.01.
# * Сдвинем только $x_2$, на 0.01: $f(2, 1.01) = 7.03$. Отношение равно 3.
#
# В пределе получим 4 и 3. Это **частные производные** (partial derivatives): одна переменная сдвигается,
# остальные стоят на месте. Их пишут с круглым $\partial$. В общем виде, для $n$ переменных и точки
# $(a_1, \dots, a_n)$:
#
# $$\frac{\partial f}{\partial x_k}(a_1, \dots, a_n) = \lim_{\Delta x \to 0} \frac{f(a_1, \dots, a_k + \Delta x, \dots, a_n) - f(a_1, \dots, a_k, \dots, a_n)}{\Delta x}$$
#
# Когда считают вручную, остальные переменные принимают за константы. Здесь это даёт
#
# $$\frac{\partial f}{\partial x_1} = 2 x_1, \qquad \frac{\partial f}{\partial x_2} = 3$$
#
# Одного наклона больше нет: в каждой точке их $n$. Если записать их подряд, получится вектор — **градиент**
# (gradient). Его обозначают знаком $\nabla$ («набла»):
#
# $$\nabla f = \left( \frac{\partial f}{\partial x_1}, \dots, \frac{\partial f}{\partial x_n} \right), \qquad \nabla f(2, 1) = (4, 3)$$

# %% numbers="partial"
says("7.0401", 2.01**2 + 3)
says("4.01", (2.01**2 - 4) / 0.01)
says("7.03", 4 + 3 * 1.01)

# %% [markdown] lang="en" key="uphill"
# ## Why the gradient points uphill
#
# The lecture says that the gradient shows the direction of the greatest growth. Why should it? We only put
# slopes in a row.
#
# Stand at $(2, 1)$ with a compass. A direction is a vector $u = (u_1, u_2)$ of length 1. Make a short step of
# length $s$ that way and see how fast $f$ grows:
#
# $$\frac{f(2 + s u_1, 1 + s u_2) - f(2, 1)}{s} = 4 u_1 + 3 u_2 + s u_1^2 \;\to\; 4 u_1 + 3 u_2 \quad (s \to 0)$$
#
# | direction $u$ | growth $4 u_1 + 3 u_2$ |
# |---|---|
# | $(1, 0)$, east | 4 |
# | $(0, 1)$, north | 3 |
# | $(0.6, 0.8)$ | 4.8 |
# | $(0.8, 0.6)$, along the gradient | **5** |
# | $(-0.6, 0.8)$, across the gradient | 0 |
# | $(-0.8, -0.6)$, against the gradient | −5 |
#
# For every smooth function the growth in the direction $u$ is $g_1 u_1 + g_2 u_2$, where $g = (g_1, g_2)$ is
# the gradient: the step moves both variables, and what each does to $f$ adds up. (Unit 02 gives the reason, the sum over
# paths.) How large can that be? Multiply out and check:
#
# $$(g_1 u_1 + g_2 u_2)^2 + (g_1 u_2 - g_2 u_1)^2 = (g_1^2 + g_2^2)(u_1^2 + u_2^2)$$
#
# The right side is the square of the length $|g|$ of the gradient, because $u$ has length 1. The second square
# on the left is never negative. Hence
#
# $$-|g| \le g_1 u_1 + g_2 u_2 \le |g|$$
#
# This is the Cauchy–Schwarz inequality (неравенство Коши — Буняковского). Equality needs $g_1 u_2 = g_2 u_1$:
# then $u$ lies along $g$. So **no direction grows faster than that of the gradient, and the speed there is
# its length**, in the example $\sqrt{4^2 + 3^2} = 5$. With $n$ variables the argument is the same, with a
# square for each pair of variables.
#
# Two limits of the statement. It is about short steps at one point: the gradient does not show the way to
# the summit. And where the gradient is zero, it shows no direction at all.
#
# The next cell draws both. On the left is a map: $f$ is the same all along a grey line. The arrow of the gradient crosses the line through
# $(2, 1)$ at a right angle, the dotted direction runs along it and gains nothing. On the right the compass turns all round; the dashed
# line is the direction of the gradient.

# %% [markdown] lang="ru" key="uphill" of="5f31cb0f"
# ## Почему градиент указывает в гору
#
# В лекции сказано, что градиент показывает направление наибольшего роста. Почему? Мы ведь просто выписали
# наклоны подряд.
#
# Встанем в точку $(2, 1)$ с компасом. Направление — это вектор $u = (u_1, u_2)$ длины 1. Сделаем в эту сторону
# короткий шаг длины $s$ и посмотрим, насколько быстро растёт $f$:
#
# $$\frac{f(2 + s u_1, 1 + s u_2) - f(2, 1)}{s} = 4 u_1 + 3 u_2 + s u_1^2 \;\to\; 4 u_1 + 3 u_2 \quad (s \to 0)$$
#
# | направление $u$ | скорость роста $4 u_1 + 3 u_2$ |
# |---|---|
# | $(1, 0)$, восток | 4 |
# | $(0, 1)$, север | 3 |
# | $(0.6, 0.8)$ | 4.8 |
# | $(0.8, 0.6)$, вдоль градиента | **5** |
# | $(-0.6, 0.8)$, поперёк градиента | 0 |
# | $(-0.8, -0.6)$, против градиента | −5 |
#
# У любой гладкой функции скорость роста в направлении $u$ равна $g_1 u_1 + g_2 u_2$, где $g = (g_1, g_2)$ —
# градиент: шаг сдвигает обе переменные, и их вклады в $f$ складываются. (Причину — сумму по путям — объяснит
# урок 02.) Насколько большой она может быть? Раскройте скобки и проверьте:
#
# $$(g_1 u_1 + g_2 u_2)^2 + (g_1 u_2 - g_2 u_1)^2 = (g_1^2 + g_2^2)(u_1^2 + u_2^2)$$
#
# Справа стоит квадрат длины $|g|$ градиента, потому что длина $u$ равна 1. Второй квадрат слева
# не бывает отрицательным. Поэтому
#
# $$-|g| \le g_1 u_1 + g_2 u_2 \le |g|$$
#
# Это неравенство Коши — Буняковского (Cauchy–Schwarz inequality). Для равенства нужно $g_1 u_2 = g_2 u_1$:
# тогда $u$ лежит на одной прямой с $g$. Значит, **ни в одном направлении функция не растёт быстрее, чем
# вдоль градиента, а скорость роста там равна его длине**, в нашем примере $\sqrt{4^2 + 3^2} = 5$. Когда
# переменных $n$, рассуждение то же, только квадратов столько, сколько пар переменных.
#
# Две оговорки. Речь о коротких шагах в одной точке: дорогу к вершине градиент не показывает. А там, где
# градиент равен нулю, он не показывает никакого направления.
#
# Следующая ячейка рисует и то и другое. Слева карта: вдоль серой линии $f$ не меняется. Стрелка градиента пересекает линию, проходящую через
# $(2, 1)$, под прямым углом; пунктир из точек идёт вдоль линии и роста не даёт. Справа компас поворачивается на полный круг; штриховая линия —
# направление градиента.

# %% numbers="uphill"
says("4.8", 4 * 0.6 + 3 * 0.8)
says("5", 4 * 0.8 + 3 * 0.6)
says("0", 4 * -0.6 + 3 * 0.8)
says("−5", 4 * -0.8 + 3 * -0.6)
turns = np.linspace(0, 2 * np.pi, 1000)
holds(np.max(4 * np.cos(turns) + 3 * np.sin(turns)) <= 5, "no direction grows faster than the gradient's length")
holds(4 * (2.6 - 1.4) + 3 * (0.2 - 1.8) == 0, "the dotted direction is at a right angle to the gradient")

# %% key="compass"
angle = np.linspace(-180, 180, 361)
u1, u2 = np.cos(np.radians(angle)), np.sin(np.radians(angle))
s = 1e-4
growth = ((2 + s * u1) ** 2 + 3 * (1 + s * u2) - 7) / s
figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.2))
east, north = np.meshgrid(np.linspace(0, 4, 80), np.linspace(-1, 3, 80))
left.contour(
    east, north, east**2 + 3 * north, range(-2, 25, 3), colors="0.6", linewidths=1, linestyles="-"
)
left.annotate("", (2.8, 1.6), (2, 1), arrowprops={"arrowstyle": "->", "color": "C1", "linewidth": 2})
left.plot([1.4, 2.6], [1.8, 0.2], "C0:", 2, 1, "ko")
left.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
right.plot(angle, growth)
right.axvline(np.degrees(np.arctan2(3, 4)), color="C1", linestyle="--")
right.set(xlabel=plots.say(en="direction of the step, degrees", ru="направление шага, градусы"))
right.set(ylabel=plots.say(en="growth of f", ru="скорость роста f"))
plots.show(
    en="Left, lines of equal height of f around the point (2, 1): the gradient crosses them at a "
    "right angle, the dotted direction runs along them. Right, the growth against the "
    "direction: a wave, largest at the gradient's 37 degrees.",
    ru="Слева линии уровня f вокруг точки (2, 1): градиент пересекает их под прямым углом, пунктир "
    "из точек идёт вдоль них. Справа скорость роста в зависимости от направления: волна, выше "
    "всего она при 37 градусах, у градиента.",
)

# %% [markdown] lang="en" key="task-position"
# ## Exercises
#
# Replace the line with `raise NotImplementedError` by your code, run the cell, then run the check below it.
# A check tells you what kind of mistake it sees. You may try as often as you like. No function may change
# its arguments.
#
# ### Exercise 1 · `position`
#
# `position(t)` returns how many kilometres the car of the first section has gone after `t` minutes: 1 km per
# minute for 25 minutes, then 2 km per minute. `t` is a number or a NumPy array of any shape, 0 or more; for
# an array the answer is an array of the same shape.
#
# Example: `position(40.0)` is `55.0`, and `position(np.array([0.0, 25.0, 30.0]))` is `array([0., 25., 35.])`.
#
# An `if` cannot decide for a whole array. `np.where(condition, yes, no)` chooses for each element;
# `np.maximum` and `np.minimum` help too.

# %% [markdown] lang="ru" key="task-position" of="dcf9cff1"
# ## Упражнения
#
# Замените строку с `raise NotImplementedError` своим кодом, выполните ячейку, затем проверку под ней.
# Проверка подскажет, какого рода ошибку она видит. Пробовать можно сколько угодно раз. Ни одна функция
# не должна менять свои аргументы.
#
# ### Упражнение 1 · `position`
#
# `position(t)` возвращает, сколько километров проехала машина из первого раздела за `t` минут: 25 минут по
# 1 км в минуту, потом по 2 км в минуту. `t` — число или массив NumPy любой формы, значения не меньше 0; для
# массива ответ — массив той же формы.
#
# Пример: `position(40.0)` равно `55.0`, а `position(np.array([0.0, 25.0, 30.0]))` равно `array([0., 25., 35.])`.
#
# С целым массивом `if` не справится. `np.where(condition, yes, no)` выбирает для каждого элемента отдельно;
# `np.maximum` и `np.minimum` тоже помогут.

# %% exercise="position" role="answer"
def position(t):
    """Kilometres driven after t minutes.

    t: a number or an array, 0 or more.
    Returns the path, in the shape of t.
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(t) <= 25, t, 2.0 * np.asarray(t) - 25)
    ### END SOLUTION


# %% exercise="position" role="test" points=1
check(position)
### BEGIN HIDDEN TESTS
grade(position)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-velocity"
# ### Exercise 2 · `velocity`
#
# A warm-up, two minutes. `velocity(t)` returns the derivative of the path at the moment `t`, in km per minute, for a number or an
# array, in the shape of `t`. The moment $t = 25$ itself is not tested.
#
# Example: `velocity(40.0)` is `2.0`, and `velocity(np.array([10.0, 30.0]))` is `array([1., 2.])`.

# %% [markdown] lang="ru" key="task-velocity" of="8d773854"
# ### Упражнение 2 · `velocity`
#
# Разминка, две минуты. `velocity(t)` возвращает производную пути в момент `t`, в км в минуту, для числа или массива, той же формы,
# что `t`. Сам момент $t = 25$ не проверяется.
#
# Пример: `velocity(40.0)` равно `2.0`, а `velocity(np.array([10.0, 30.0]))` равно `array([1., 2.])`.

# %% exercise="velocity" role="answer"
def velocity(t):
    """Speed in kilometres per minute at the moment t.

    t: a number or an array, 0 or more.
    Returns the derivative of position at t, in the shape of t.
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(t) < 25, 1.0, 2.0)
    ### END SOLUTION


# %% exercise="velocity" role="test" points=1
check(velocity)
### BEGIN HIDDEN TESTS
grade(velocity)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-difference-quotient"
# ### Exercise 3 · `difference_quotient`
#
# `difference_quotient(f, x0, dx)` returns $\Delta f / \Delta x$: the slope of the secant through the points
# at `x0` and `x0 + dx`.
#
# * `f` is a function of one number;
# * `dx` is any number except 0: positive or negative, small or large.
#
# Example for $f(x) = x^2$ and `x0 = 3.0`: with `dx = 0.5` the answer is `6.5`, with `dx = -0.5` it is `5.5`.

# %% [markdown] lang="ru" key="task-difference-quotient" of="c17ba65f"
# ### Упражнение 3 · `difference_quotient`
#
# `difference_quotient(f, x0, dx)` возвращает $\Delta f / \Delta x$: наклон секущей через точки `x0`
# и `x0 + dx`.
#
# * `f` — функция одного числа;
# * `dx` — любое число, кроме 0: положительное или отрицательное, малое или большое.
#
# Пример для $f(x) = x^2$ и `x0 = 3.0`: при `dx = 0.5` ответ `6.5`, при `dx = -0.5` ответ `5.5`.

# %% exercise="difference_quotient" role="answer"
def difference_quotient(f, x0, dx):
    """Slope of the secant through the points of f at x0 and x0 + dx.

    f: function of a number.
    x0, dx: numbers, dx is not 0.
    Returns a number.
    """
    ### BEGIN SOLUTION
    return (f(x0 + dx) - f(x0)) / dx
    ### END SOLUTION


# %% exercise="difference_quotient" role="test" points=1
check(difference_quotient)
### BEGIN HIDDEN TESTS
grade(difference_quotient)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-shrinking-quotients"
# ### Exercise 4 · `shrinking_quotients`
#
# Now the whole table at once. `shrinking_quotients(f, x0, dxs)` returns an array with the difference quotient
# for every step in `dxs`, in the order of `dxs`.
#
# * `dxs` is an array of shape `(n,)`; no element is 0, the signs may differ, the order is any;
# * `f` accepts a number or an array, so both a loop and a single formula will work.
#
# Example for $f(x) = x^2$ and `x0 = 3.0`: with `dxs = np.array([1.0, 0.1, -0.01])` the answer is
# `array([7., 6.1, 5.99])`.

# %% [markdown] lang="ru" key="task-shrinking-quotients" of="2e1b6728"
# ### Упражнение 4 · `shrinking_quotients`
#
# Теперь вся таблица сразу. `shrinking_quotients(f, x0, dxs)` возвращает массив: разностное отношение для
# каждого шага из `dxs`, в том же порядке, что и шаги.
#
# * `dxs` — массив формы `(n,)`; нулей в нём нет, знаки могут быть разными, порядок любой;
# * `f` принимает и число, и массив, поэтому годится и цикл, и одна формула.
#
# Пример для $f(x) = x^2$ и `x0 = 3.0`: при `dxs = np.array([1.0, 0.1, -0.01])` ответ
# `array([7., 6.1, 5.99])`.

# %% exercise="shrinking_quotients" role="answer"
def shrinking_quotients(f, x0, dxs):
    """Difference quotients of f at x0 for several steps.

    f: function of a number or an array.
    x0: number.
    dxs: array of shape (n,), no element is 0.
    Returns an array of shape (n,), in the order of dxs.
    """
    ### BEGIN SOLUTION
    return (f(x0 + dxs) - f(x0)) / dxs
    ### END SOLUTION


# %% exercise="shrinking_quotients" role="test" points=2
check(shrinking_quotients)
### BEGIN HIDDEN TESTS
grade(shrinking_quotients)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-line-slope"
# ### Exercise 5 · `line_slope`
#
# A warm-up, two minutes. `line_slope(a, b, x)` returns the derivative of $ax + b$ at `x`. Here `a` and `b` are numbers; `x` is a
# number or an array, and the answer has the shape of `x`. Mind the last condition: for three points there are
# three slopes, even if they are equal.
#
# Example: `line_slope(2.0, 5.0, 1.0)` is `2.0`, and `line_slope(2.0, 5.0, np.array([1.0, 4.0]))` is
# `array([2., 2.])`.

# %% [markdown] lang="ru" key="task-line-slope" of="a2ddf88d"
# ### Упражнение 5 · `line_slope`
#
# Разминка, две минуты. `line_slope(a, b, x)` возвращает производную $ax + b$ в точке `x`. Здесь `a` и `b` — числа; `x` — число или
# массив, и у ответа та же форма, что у `x`. Обратите внимание на последнее: у трёх точек три наклона, даже
# если они равны.
#
# Пример: `line_slope(2.0, 5.0, 1.0)` равно `2.0`, а `line_slope(2.0, 5.0, np.array([1.0, 4.0]))` равно
# `array([2., 2.])`.

# %% exercise="line_slope" role="answer"
def line_slope(a, b, x):
    """Derivative of a * x + b at x.

    a, b: numbers.
    x: a number or an array.
    Returns the slope at each point, in the shape of x.
    """
    ### BEGIN SOLUTION
    return a * np.ones(np.shape(x))
    ### END SOLUTION


# %% exercise="line_slope" role="test" points=1
check(line_slope)
### BEGIN HIDDEN TESTS
grade(line_slope)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-parabola-slope"
# ### Exercise 6 · `parabola_slope`
#
# `parabola_slope(a, b, x)` returns the derivative of $ax^2 + b$ at `x`: the result of your derivation on
# paper. Again `x` is a number or an array, and the answer has its shape.
#
# Example: `parabola_slope(1.0, 0.0, 3.0)` is `6.0`, and
# `parabola_slope(1.0, 7.0, np.array([0.0, 3.0]))` is `array([0., 6.])`.

# %% [markdown] lang="ru" key="task-parabola-slope" of="75ead20c"
# ### Упражнение 6 · `parabola_slope`
#
# `parabola_slope(a, b, x)` возвращает производную $ax^2 + b$ в точке `x`: то, что вы вывели на бумаге.
# `x` — снова число или массив, и у ответа та же форма.
#
# Пример: `parabola_slope(1.0, 0.0, 3.0)` равно `6.0`, а
# `parabola_slope(1.0, 7.0, np.array([0.0, 3.0]))` равно `array([0., 6.])`.

# %% exercise="parabola_slope" role="answer"
def parabola_slope(a, b, x):
    """Derivative of a * x**2 + b at x.

    a, b: numbers.
    x: a number or an array.
    Returns the slope at each point, in the shape of x.
    """
    ### BEGIN SOLUTION
    return 2 * a * x
    ### END SOLUTION


# %% exercise="parabola_slope" role="test" points=1
check(parabola_slope)
### BEGIN HIDDEN TESTS
grade(parabola_slope)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-central-difference"
# ### Exercise 7 · `central_difference`
#
# `central_difference(f, x0, h)` returns an approximation of $f'(x_0)$ from values of `f` to both sides of
# `x0`. The step `h` is a positive number, and it must be used.
#
# Two things are demanded. For every parabola the result is exact up to rounding, whatever `h` is. For other
# functions halving `h` divides the error by about four, or by more. The formula of the reading does both.
#
# Example for $f(x) = x^2$: `central_difference(f, 3.0, 0.5)` is `6.0`. For $f(x) = x^3$ the formula of the
# reading gives `12.01` with `x0 = 2.0`, `h = 0.1`, and `12.0025` with `h = 0.05`.

# %% [markdown] lang="ru" key="task-central-difference" of="02118ac0"
# ### Упражнение 7 · `central_difference`
#
# `central_difference(f, x0, h)` возвращает приближённое значение $f'(x_0)$ по значениям `f` с обеих сторон от
# `x0`. Шаг `h` — положительное число, и его нужно использовать.
#
# Требуются две вещи. Для любой параболы результат верен с точностью до округления, каким бы ни было `h`.
# Для других функций при уменьшении `h` вдвое ошибка уменьшается примерно вчетверо или ещё сильнее. Формула
# из текста выполняет и то и другое.
#
# Пример для $f(x) = x^2$: `central_difference(f, 3.0, 0.5)` равно `6.0`. Для $f(x) = x^3$ формула из текста
# при `x0 = 2.0`, `h = 0.1` даёт `12.01`, а при `h = 0.05` — `12.0025`.

# %% exercise="central_difference" role="answer"
def central_difference(f, x0, h):
    """Derivative of f at x0, approximately, from values to both sides.

    f: function of a number.
    x0: number.
    h: positive number, the step.
    Returns a number whose error is of order h squared.
    """
    ### BEGIN SOLUTION
    return (f(x0 + h) - f(x0 - h)) / (2 * h)
    ### END SOLUTION


# %% exercise="central_difference" role="test" points=2
check(central_difference)
### BEGIN HIDDEN TESTS
grade(central_difference)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-best-step"
# ### Exercise 8 · `best_step`
#
# First a picture, which is not graded. The next cell has fifteen steps and room for fifteen errors. Replace the
# row of `nan` by the errors of the **forward** difference of $\sin x$ at $x_0 = 1$, where the derivative is
# `np.cos(1)`; `shrinking_quotients` can help. Both axes are logarithmic. What shape
# do the points make, and at which $h$ is its lowest place?
#
# Then the exercise. `best_step(f, df, x0, hs)` returns that element of `hs` for which the forward difference
# comes closest to the true derivative `df(x0)`.
#
# * `f` and `df` are functions of a number or an array, `df` is the derivative of `f`;
# * `hs` is an array of shape `(n,)` of positive steps, in any order;
# * the answer is the step itself, not its number in the array and not the error.
#
# Example for $x^2$ at `x0 = 3.0` with `hs = np.array([0.1, 1e-4, 1e-8, 1e-12])`: the answer is `1e-08`, as the
# table of the reading shows. Do not guess: for other functions the best step is elsewhere. Steps whose
# errors are nearly equal are not tested.

# %% [markdown] lang="ru" key="task-best-step" of="c0947f19"
# ### Упражнение 8 · `best_step`
#
# Сначала рисунок, он не оценивается. В следующей ячейке пятнадцать шагов и место для пятнадцати ошибок. Замените ряд
# `nan` ошибками **правой** разности для $\sin x$ в точке $x_0 = 1$, где производная равна `np.cos(1)`;
# поможет `shrinking_quotients`. Обе оси логарифмические. Какую форму образуют точки и при каком $h$
# она ниже всего?
#
# Теперь упражнение. `best_step(f, df, x0, hs)` возвращает тот элемент `hs`, при котором правая разность ближе
# всего к настоящей производной `df(x0)`.
#
# * `f` и `df` — функции числа или массива, `df` — производная `f`;
# * `hs` — массив формы `(n,)` из положительных шагов, в любом порядке;
# * ответ — сам шаг, а не его номер в массиве и не ошибка.
#
# Пример для $x^2$ в точке `x0 = 3.0` с `hs = np.array([0.1, 1e-4, 1e-8, 1e-12])`: ответ `1e-08`, это видно из
# таблицы в тексте. Не угадывайте: для других функций лучший шаг в другом месте. Шаги с почти равными ошибками
# не проверяются.

# %% key="u-curve"
hs = 10.0 ** -np.arange(1, 16)
errors = np.full(hs.size, np.nan)  # replace by the errors, one for each h
plt.figure(figsize=(6, 3))
plt.loglog(hs, errors, "o-")
plt.xlim(1e-16, 1)
plt.ylim(1e-10, 1)
plt.xlabel("h")
plt.ylabel(plots.say(en="error", ru="ошибка"))
plots.show(
    en="The errors against the step h, both axes logarithmic.",
    ru="Ошибки в зависимости от шага h, обе оси логарифмические.",
)

# %% exercise="best_step" role="answer"
def best_step(f, df, x0, hs):
    """The step for which the forward difference of f at x0 has the smallest error.

    f, df: functions of a number or an array; df is the derivative of f.
    x0: number.
    hs: array of shape (n,), positive steps.
    Returns one element of hs.
    """
    ### BEGIN SOLUTION
    errors = np.abs((f(x0 + hs) - f(x0)) / hs - df(x0))
    return hs[np.argmin(errors)]
    ### END SOLUTION


# %% exercise="best_step" role="test" points=2
check(best_step)
### BEGIN HIDDEN TESTS
grade(best_step)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-tangent-line"
# ### Exercise 9 · `tangent_line`
#
# `tangent_line(f, df, x0)` returns the tangent of `f` at `x0` as a **function**: it can be called with a
# number or an array `x` and gives the height of the tangent there, in the shape of `x`.
#
# Example for $x^2$ at `x0 = 3.0`: with `line = tangent_line(f, df, 3.0)` the call `line(5.0)` gives `21.0`,
# and `line(np.array([3.0, 3.1]))` gives `array([9., 9.6])`.
#
# A function can be made inside another one with `def` or `lambda`. It remembers the variables around it.

# %% [markdown] lang="ru" key="task-tangent-line" of="5f508ab8"
# ### Упражнение 9 · `tangent_line`
#
# `tangent_line(f, df, x0)` возвращает касательную к `f` в точке `x0` в виде **функции**: её можно вызвать
# с числом или массивом `x`, и она даёт высоту касательной в этих точках, той же формы, что `x`.
#
# Пример для $x^2$ в точке `x0 = 3.0`: если `line = tangent_line(f, df, 3.0)`, то `line(5.0)` даёт `21.0`,
# а `line(np.array([3.0, 3.1]))` даёт `array([9., 9.6])`.
#
# Функцию можно создать внутри другой функции с помощью `def` или `lambda`. Она помнит переменные вокруг себя.

# %% exercise="tangent_line" role="answer"
def tangent_line(f, df, x0):
    """Tangent of f at x0.

    f, df: functions of a number; df is the derivative of f.
    x0: number.
    Returns a function of x (a number or an array) with values in the shape of x.
    """
    ### BEGIN SOLUTION
    return lambda x: f(x0) + df(x0) * (x - x0)
    ### END SOLUTION


# %% exercise="tangent_line" role="test" points=2
check(tangent_line)
### BEGIN HIDDEN TESTS
grade(tangent_line)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-numerical-gradient"
# ### Exercise 10 (a stretch) · `numerical_gradient`
#
# `numerical_gradient(f, point, h=1e-6)` returns the gradient of `f` at `point`: an array of the shape of
# `point`, in which every element is the partial derivative with respect to the coordinate in that place.
#
# * `f(point)` takes an array of the shape of `point` and gives one number;
# * `point` is an array of **any shape**, such as `(3,)` or `(2, 3)`. It may hold integers;
# * `h` is the step. Forward or central difference, both are right;
# * `point` must be the same after the call as before.
#
# Example for $f(x_1, x_2) = x_1^2 + 3 x_2$: `numerical_gradient(f, np.array([2.0, 1.0]))` is `array([4., 3.])`
# up to a few millionths.
#
# Three traps: a moved coordinate must go back before the next one moves; an array of integers cannot hold
# 2.000001; and one index is not enough for an array with two axes. `np.ndindex(point.shape)` walks
# through all places of an array of any shape.

# %% [markdown] lang="ru" key="task-numerical-gradient" of="1cd9b6c9"
# ### Упражнение 10 (повышенной сложности) · `numerical_gradient`
#
# `numerical_gradient(f, point, h=1e-6)` возвращает градиент `f` в точке `point`: массив той же формы, что
# `point`, где на каждом месте стоит частная производная по координате с этого места.
#
# * `f(point)` принимает массив той же формы, что `point`, и даёт одно число;
# * `point` — массив **любой формы**, например `(3,)` или `(2, 3)`. Числа в нём могут быть целыми;
# * `h` — шаг. Правая разность или центральная — годятся обе;
# * после вызова `point` должен остаться таким же, как до него.
#
# Пример для $f(x_1, x_2) = x_1^2 + 3 x_2$: `numerical_gradient(f, np.array([2.0, 1.0]))` равно `array([4., 3.])`
# с точностью до нескольких миллионных.
#
# Три ловушки: сдвинутую координату надо вернуть на место, прежде чем сдвигать следующую; в массиве целых чисел
# нельзя хранить 2.000001; и для массива с двумя осями одного индекса мало. `np.ndindex(point.shape)` обходит
# все места массива любой формы.

# %% exercise="numerical_gradient" role="answer"
def numerical_gradient(f, point, h=1e-6):
    """Gradient of f at a point, from difference quotients.

    f: function of an array of the shape of point, returns a number.
    point: array of any shape; it is not changed.
    h: positive number, the step.
    Returns a float array of the shape of point.
    """
    ### BEGIN SOLUTION
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        step = np.zeros(point.shape)
        step[place] = h
        gradient[place] = (f(point + step) - f(point - step)) / (2 * h)
    return gradient
    ### END SOLUTION


# %% exercise="numerical_gradient" role="test" points=3
check(numerical_gradient)
### BEGIN HIDDEN TESTS
grade(numerical_gradient)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-zooms"
# ### Experiment · `zooms_until_straight`
#
# "Under a magnifying glass every curve is straight." Test it with your own tangent.
#
# Stand at the point `x0`. The first window reaches from $x_0 - 1$ to $x_0 + 1$; its half-width is $r = 1$. Each zoom halves
# $r$. The curve passes as straight when at **both** ends of the window it misses its tangent by at most $r / 100$. In a
# picture of the window that is no more than the thickness of a line.
#
# `zooms_until_straight(f, df, x0)` returns how many zooms that takes: 0 if the first window is straight already, and
# `np.inf` if 20 zooms, to $r$ of about a millionth, are not enough. `f` and `df` are functions of a number. Your `tangent_line` may help.
#
# Example: for $x^2$ at `x0 = 3.0` the answer is `7`. The curve misses the tangent by $r^2$, and $r^2 \le r / 100$ from
# $r = 1/128$ on.
#
# **Predict first**, in numbers: how many zooms for $100 x^2$ at 3? For $\sin x$ at 0 and at 1.5? For $|x|$ at 0, if we call its
# slope there 0? Then run your function on all four and say what a zoom does to a smooth curve, and what it does to a corner.

# %% [markdown] lang="ru" key="task-zooms" of="4913952f"
# ### Эксперимент · `zooms_until_straight`
#
# «Под увеличительным стеклом любая кривая — прямая». Проверьте это с помощью своей касательной.
#
# Встаньте в точку `x0`. Первое окно — от $x_0 - 1$ до $x_0 + 1$, его полуширина $r = 1$. Каждое увеличение уменьшает $r$
# вдвое. Кривая сойдёт за прямую, если у **обоих** краёв окна она отстоит от касательной не больше чем на $r / 100$. На
# картинке с этим окном это не толще линии.
#
# `zooms_until_straight(f, df, x0)` возвращает, сколько увеличений для этого нужно: 0, если уже первое окно прямое,
# и `np.inf`, если и 20 увеличений, до $r$ около одной миллионной, не хватило. `f` и `df` — функции числа. Может пригодиться ваша `tangent_line`.
#
# Пример: для $x^2$ в точке `x0 = 3.0` ответ `7`. Кривая отстоит от касательной на $r^2$, а $r^2 \le r / 100$ начиная
# с $r = 1/128$.
#
# **Сначала предскажите** числа: сколько увеличений нужно $100 x^2$ в точке 3? А $\sin x$ в точках 0 и 1.5? А $|x|$ в точке 0, если
# считать наклон там равным 0? Потом запустите свою функцию на всех четырёх и скажите, что увеличение делает с гладкой кривой
# и что — с изломом.

# %% numbers="task-zooms"
says("7", zooms_until_straight(lambda x: x**2, lambda x: 2 * x, 3.0))
says("1/128", 0.5**7)

# %% exercise="zooms_until_straight" role="answer"
def zooms_until_straight(f, df, x0):
    """How often the window about x0 must be halved until f is straight in it.

    f, df: functions of a number; df is the derivative of f.
    x0: number.
    Returns a whole number from 0 to 20, or np.inf.
    """
    ### BEGIN SOLUTION
    line = tangent_line(f, df, x0)
    r = 1.0
    for zooms in range(21):
        if max(abs(f(x0 - r) - line(x0 - r)), abs(f(x0 + r) - line(x0 + r))) <= r / 100:
            return zooms
        r = r / 2
    return np.inf
    ### END SOLUTION


# %% exercise="zooms_until_straight" role="test" points=2
check(zooms_until_straight)
### BEGIN HIDDEN TESTS
grade(zooms_until_straight)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="zooms-answers"
# <details><summary>Answers</summary>
#
# * $100 x^2$ takes 14 zooms: a hundred times as bent, and only seven zooms more, because $2^7 = 128$.
# * $\sin x$ takes 3 zooms at 0 and 6 at 1.5. At 0 the sine hardly bends; at 1.5 it is near its top, where it bends most.
# * $|x|$ takes `inf`. In every window it is the same corner, filling the same part of the picture.
#
# Of the bend of a smooth curve every zoom leaves about one half, or less, so sooner or later it is straight enough. Of a corner it
# leaves everything as it was. That is what "has a derivative" means for the eye.
#
# </details>

# %% [markdown] lang="ru" key="zooms-answers" of="4981e6b7"
# <details><summary>Ответы</summary>
#
# * $100 x^2$ — 14 увеличений: изогнута в сто раз сильнее, а увеличений лишь на семь больше, потому что $2^7 = 128$.
# * $\sin x$ — 3 увеличения в точке 0 и 6 в точке 1.5. В нуле синус почти не изогнут, а около 1.5 у него вершина, там он изогнут сильнее всего.
# * $|x|$ — `inf`. В каждом окне тот же излом, и он занимает ту же часть картинки.
#
# У гладкой кривой каждое увеличение оставляет от изгиба на картинке примерно половину или меньше, поэтому рано или поздно она станет достаточно прямой. Излом же
# увеличение оставляет каким был. Вот что значат для глаза слова «есть производная».
#
# </details>

# %% numbers="zooms-answers"
says("14", zooms_until_straight(lambda x: 100 * x**2, lambda x: 200 * x, 3.0))
says("128", 2**7)
says("3", zooms_until_straight(np.sin, np.cos, 0.0))
says("6", zooms_until_straight(np.sin, np.cos, 1.5))
holds(zooms_until_straight(abs, np.sign, 0.0) == np.inf, "a corner stays a corner")

# %% [markdown] lang="en" key="question"
# ## In your own words
#
# A friend looks at $f(x) = x^2$ at the point $x_0 = 5$ and says: "The derivative is $\Delta f / \Delta x$ with
# $\Delta x = 0$. That is $0/0$, so there is no derivative. And on a computer I take
# $\Delta x = 10^{-16}$: the smaller, the better."
#
# Answer in five to eight sentences. Say what the limit does instead of putting in zero, and show it with
# numbers for $\Delta x$ of both signs. Say what the resulting number means on the graph, or for a car. Then say
# what the computer answers for $10^{-16}$, why, and what you would do instead.
#
# A person reads this answer, not a program. Write it in the cell below.

# %% [markdown] lang="ru" key="question" of="2cb2d731"
# ## Своими словами
#
# Знакомый смотрит на $f(x) = x^2$ в точке $x_0 = 5$ и говорит: «Производная — это $\Delta f / \Delta x$ при
# $\Delta x = 0$. Получается $0/0$, значит, производной нет. А на компьютере я возьму
# $\Delta x = 10^{-16}$: чем меньше, тем лучше».
#
# Ответьте в пяти–восьми предложениях. Скажите, что делает предел вместо подстановки нуля, и покажите это
# на числах для $\Delta x$ обоих знаков. Скажите, что означает полученное число на графике или для машины. Затем
# скажите, что ответит компьютер при $10^{-16}$, почему и как поступили бы вы.
#
# Этот ответ читает человек, а не программа. Пишите в ячейке ниже.

# %% [markdown] question="own-words" points=4
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the four; half points are allowed.
#
# 1. What the limit does: the quotient is taken for Δx ≠ 0 only, where it equals 10 + Δx; the limit is the number
#    that these values approach, 10. Zero is never put into the fraction 0/0.
# 2. Numbers from both sides, at least one each: for example Δx = 0.1 gives 10.1, Δx = 0.01 gives 10.01,
#    Δx = −0.01 gives 9.99. (Half a point if only one side is shown.)
# 3. Meaning: the slope of the tangent at x₀ = 5, to which the secants turn; or the speed at that moment, to which
#    the mean speeds tend. "How much the speed grows" gets no point.
# 4. Computer: 5 + 10⁻¹⁶ is rounded to 5, so Δf = 0 and the answer is 0 (half a point), and what to do instead: a
#    moderate step such as 10⁻⁸, or the central difference, or measuring several steps (half a point).
#
# По одному баллу за каждый пункт, можно ставить половину.
#
# 1. Что делает предел: отношение берётся только при Δx ≠ 0, там оно равно 10 + Δx; предел — это число, к которому
#    эти значения подходят, 10. В дробь 0/0 нуль никто не подставляет.
# 2. Числа с обеих сторон, хотя бы по одному: например, Δx = 0.1 даёт 10.1, Δx = 0.01 даёт 10.01, Δx = −0.01 даёт
#    9.99. (Половина балла, если показана только одна сторона.)
# 3. Смысл: наклон касательной в точке x₀ = 5, к которой поворачиваются секущие; или скорость в этот момент,
#    к которой стремятся средние скорости. За «насколько растёт скорость» балл не ставится.
# 4. Компьютер: 5 + 10⁻¹⁶ округляется до 5, поэтому Δf = 0 и ответ 0 (половина балла), и как надо: умеренный шаг
#    вроде 10⁻⁸, или центральная разность, или измерить ошибку для нескольких шагов (половина балла).
# ### END MARK SCHEME

# %% [markdown] lang="en" key="slides"
# ## What the lecture slides say differently
#
# For those who have the slides open: where the lecture and this notebook differ, and why. Without them, go on to the summary.

# %% [markdown] lang="ru" key="slides" of="5f3b9683"
# ## Что на слайдах лекций иначе
#
# Для тех, у кого слайды под рукой: в чём лекция и эта тетрадь расходятся и почему. Если слайдов нет, переходите к итогам.

# %% [markdown] lang="en" key="speed-slip"
# ### A slip of the lecture: speed, not growth of speed
#
# The slide "Intuitive understanding" of lecture 1 asks what the derivative reflects and answers: by how much
# the **speed has increased** in each point. That is not so. The derivative of the path is the speed
# **itself**.
#
# Check it with the trip. After 10 minutes the speed has not increased at all: its growth is 0. But the car
# moves, and the derivative of the path is 1. How fast the speed grows is another quantity, the acceleration
# (ускорение). It is the derivative of the speed.
#
# The first slide has it right: the derivative measures how fast a function grows. If the function falls,
# the derivative is negative.

# %% [markdown] lang="ru" key="speed-slip" of="3d1a2d2d"
# ### Неточность лекции: скорость, а не прирост скорости
#
# На слайде «Интуитивное понимание производной» из лекции 1 сказано, что производная отражает, насколько
# **скорость увеличилась** в каждой точке. Это не так. Производная пути — это **сама** скорость.
#
# Проверим на поездке. Через 10 минут скорость нисколько не увеличилась, её прирост равен 0. Но машина едет,
# и производная пути равна 1. Насколько быстро растёт скорость — это уже другая величина, ускорение
# (acceleration). Оно и есть производная скорости.
#
# На первом слайде всё верно: производная измеряет, насколько быстро растёт функция. Если функция убывает,
# производная отрицательна.

# %% [markdown] lang="en" key="slips-of-limits"
# ### Constants in a fraction, and a misprint
#
# The slide on limits of lecture 1 says "constants in a fraction can be cancelled". Taken literally this is wrong. What may be
# cancelled is a common factor that is not zero: $\frac{2 + 6}{2 + 5}$ is $\frac{8}{7}$ and not $\frac{6}{5}$.
#
# The same slide has a misprint, $+/\infty$. It means $x \to +\infty$ or $x \to -\infty$. A limit may be taken at any point; the
# derivative needs the one at $\Delta x \to 0$.

# %% [markdown] lang="ru" key="slips-of-limits" of="fcf232a0"
# ### Константы в дроби и опечатка
#
# На слайде лекции 1 о пределах сказано: «можно сокращать константы в дроби». Буквально это неверно. Сокращать можно общий
# множитель, не равный нулю: $\frac{2 + 6}{2 + 5}$ — это $\frac{8}{7}$, а не $\frac{6}{5}$.
#
# На том же слайде опечатка: $+/\infty$. Имеется в виду $x \to +\infty$ или $x \to -\infty$. Предел бывает в любой точке; для
# производной нужен предел при $\Delta x \to 0$.

# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. The derivative is the limit of the difference quotient $\Delta f / \Delta x$. For a path it is the speed
#    itself.
# 2. On the graph the secant turns into the tangent, and $f'(x_0)$ is the slope of the tangent.
# 3. In a limit one may cancel a common factor that is not zero, such as $\Delta x$. If the two sides lead to
#    different numbers, there is no derivative.
# 4. On a computer the step must be neither too long nor too short. The central difference has an error of order
#    $O(h^2)$.
# 5. The gradient collects the partial derivatives. No direction grows faster than the direction of the gradient.
#
# **Next:** unit 02, the chain rule. There the derivatives of ordinary functions come from a table, without
# limits, and `central_difference` serves to check the table. Unit 04 then goes against the gradient, downhill.

# %% [markdown] lang="ru" key="summary" of="2238d397"
# ## Итоги
#
# 1. Производная — это предел разностного отношения $\Delta f / \Delta x$. Для пути это сама скорость.
# 2. На графике секущая переходит в касательную, и $f'(x_0)$ — наклон касательной.
# 3. В пределе можно сокращать на общий множитель, не равный нулю, например на $\Delta x$. Если с двух сторон
#    получаются разные числа, производной нет.
# 4. На компьютере шаг не должен быть ни слишком длинным, ни слишком коротким. У центральной разности ошибка
#    порядка $O(h^2)$.
# 5. Градиент собирает частные производные. Ни в одном направлении функция не растёт быстрее, чем вдоль градиента.
#
# **Дальше:** урок 02, таблица производных и цепное правило. Там производные обычных функций берутся из таблицы, без
# пределов, а `central_difference` пригодится, чтобы эту таблицу проверить. А в уроке 04 мы пойдём против
# градиента — под гору.
