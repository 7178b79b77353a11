# %% [markdown] lang="en" key="goal"
# # Gradient descent
#
# ## Goal
#
# After this unit you can
#
# * write gradient descent (градиентный спуск) yourself, for one weight or for many;
# * say from the learning rate alone what the path will do on a parabola, before running anything;
# * choose a stopping rule that does not declare victory far from the minimum.
#
# **Time:** about 100 minutes, best in two sittings. Reading takes 25, the figure 5, the exercises 65, the written
# question 5. Exercise 9 is a stretch.
#
# **Lectures:** the slides "Idea" and "Learning rate" of lecture 1, the slides of lecture 2 that put the
# step $\eta$ into the update, and the end of lecture 3, from the example $L(w) = w^2 + 12$ onwards.
#
# **You need:** the derivative as a slope (unit 01) and the derivative of a power (unit 02).

# %% [markdown] lang="ru" key="goal" of="42e34364"
# # Градиентный спуск
#
# ## Цель
#
# После этого урока вы сможете
#
# * сами написать градиентный спуск (gradient descent) для одного веса и для многих;
# * по одной только скорости обучения сказать, как поведёт себя путь на параболе, ещё ничего не запуская;
# * выбрать критерий останова, который не объявит победу вдали от минимума.
#
# **Время:** около 100 минут, лучше в два приёма. Чтение — 25, рисунок — 5, упражнения — 65, письменный вопрос — 5.
# Упражнение 9 — повышенной сложности.
#
# **Лекции:** слайды «Идея» и «Learning rate» из лекции 1, слайды лекции 2, где в формуле появляется
# шаг $\eta$, и конец лекции 3, начиная с примера $L(w) = w^2 + 12$.
#
# **Понадобится:** производная как наклон (урок 01) и производная степени (урок 02).

# %% key="setup"
import math

import matplotlib.pyplot as plt
import numpy as np

from course import check, figures, plots

# %% [markdown] lang="en" key="two-ends"
# ## Same program, two ends
#
# Two people run the same ten-line program from the same start. It is meant to make a loss small; the smallest possible
# value is 12. After 20 steps the first one has a loss of 12.003. The second one has 36 756, and it is rising.
#
# They differ in one number: 0.1 against 1.1. This unit is about that number. What does it do? How can one see
# beforehand to which end it leads? And how does a program notice that it has not arrived?

# %% [markdown] lang="ru" key="two-ends" of="2faaaf90"
# ## Одна программа, два конца
#
# Двое запускают одну и ту же программу из десяти строк из одной и той же начальной точки. Она должна уменьшать потери;
# меньше 12 они быть не могут. Через 20 шагов у первого потери равны 12.003. У второго — 36 756, и они растут.
#
# Различие — в одном числе: 0.1 и 1.1. О нём и пойдёт речь. Что оно делает? Как заранее увидеть, чем всё кончится?
# И как программе заметить, что она не дошла?

# %% numbers="two-ends"
says("12.003", closed_form(5, 0.1, 20) ** 2 + 12)
says("36 756", closed_form(5, 1.1, 20) ** 2 + 12)
holds(gradient_descent(d_loss, 5.0, 1.1, 20)[-1] ** 2 > 1.4 * gradient_descent(d_loss, 5.0, 1.1, 19)[-1] ** 2, "it is rising")


# %% [markdown] lang="en" key="the-loss"
# ## A loss to make small
#
# A model has numbers inside that we may change: its **weights** (веса). A **loss function** (функция потерь)
# says how bad a choice of weights is. Smaller is better. Cost function and error function are other names
# for the same thing.
#
# We start with one weight $w$ and the example of lecture 3. Take $w = 5$: square it, add 12.
#
# | $w$ | $-5$ | $-3$ | $0$ | $3$ | $5$ |
# |---|---|---|---|---|---|
# | loss | 37 | 21 | 12 | 21 | 37 |
#
# The formula behind the table is
#
# $$L(w) = w^2 + 12$$
#
# The task is $L(w) \to \min_w$: find the weight with the smallest loss. Here we can see the answer. A square
# is never negative, so the smallest loss is 12, and only $w = 0$ has it. Note that the smallest loss need
# not be zero.
#
# Why search for an answer we know? Because then we can see at every moment how far the search still is.
# Losses of real models have no answer that can be read off.

# %% [markdown] lang="ru" key="the-loss" of="c00ce565"
# ## Потери, которые надо уменьшить
#
# Внутри модели есть числа, которые нам разрешено менять, — **веса** (weights). **Функция потерь**
# (loss function) говорит, насколько плох выбранный набор весов. Чем меньше, тем лучше. То же самое называют
# функцией ошибки (error function) и функцией стоимости (cost function).
#
# Начнём с одного веса $w$ и с примера из лекции 3. Возьмём $w = 5$: возведём в квадрат и прибавим 12.
#
# | $w$ | $-5$ | $-3$ | $0$ | $3$ | $5$ |
# |---|---|---|---|---|---|
# | потери | 37 | 21 | 12 | 21 | 37 |
#
# За таблицей стоит формула
#
# $$L(w) = w^2 + 12$$
#
# Задача — $L(w) \to \min_w$: найти вес с наименьшими потерями. Здесь ответ виден сразу. Квадрат не бывает
# отрицательным, поэтому меньше 12 потери быть не могут, а ровно 12 они равны только при $w = 0$.
# Заметьте: наименьшие потери не обязаны быть нулём.
#
# Зачем искать ответ, который мы знаем? Чтобы в любой момент видеть, далеко ли ещё до цели.
# У потерь настоящих моделей ответ просто так не прочитать.

# %% numbers="the-loss"
says("37", loss(5))
says("21", loss(3))
holds(loss(-5) == loss(5) and loss(-3) == loss(3) and loss(0) == 12, "the table")


# %% [markdown] lang="en" key="downhill"
# ## Which way is down
#
# Imagine that you stand on the curve at $w = 5$ and see only the ground under your feet. Unit 01 gave you a
# tool for that: the slope. The 12 is a constant and drops out, the square gives
#
# $$L'(w) = 2w$$
#
# Lecture 3 writes the same as $\frac{\partial L}{\partial w} = 2w$. With a single weight the round $\partial$
# means the ordinary derivative.
#
# * At $w = 5$ the slope is $10$. A small move to the right raises the loss: $L(5.01) = 37.1001$.
#   Down is to the **left**.
# * At $w = -3$ the slope is $-6$. A small move to the right lowers the loss. Down is to the **right**.
#
# So we go against the sign of the slope. With many weights the slopes, one per weight, form the **gradient**
# (градиент), which points where the loss grows fastest. The opposite vector is the **anti-gradient**
# (антиградиент); along it the loss falls fastest. With one weight the anti-gradient is the number $-L'(w)$.
#
# Run the next cell: the arrow shows a first step, from $w = 5$ to $w = 4$.

# %% [markdown] lang="ru" key="downhill" of="16654df0"
# ## В какой стороне низ
#
# Представьте, что вы стоите на кривой в точке $w = 5$ и видите только землю под ногами. Инструмент для этого
# есть из урока 01 — наклон. Число 12 постоянно и при дифференцировании исчезает, а квадрат даёт
#
# $$L'(w) = 2w$$
#
# В лекции 3 то же самое записано как $\frac{\partial L}{\partial w} = 2w$. Пока вес один, круглое $\partial$
# означает обычную производную.
#
# * При $w = 5$ наклон равен $10$. Чуть сдвинемся вправо — потери вырастут: $L(5.01) = 37.1001$.
#   Низ **слева**.
# * При $w = -3$ наклон равен $-6$. Чуть сдвинемся вправо — потери уменьшатся. Низ **справа**.
#
# Значит, идти надо против знака наклона. Когда весов много, наклоны по каждому из них образуют вектор —
# **градиент** (gradient), он указывает туда, где потери растут быстрее всего. Противоположный вектор —
# **антиградиент** (anti-gradient), вдоль него потери быстрее всего убывают. Если вес один, антиградиент —
# это число $-L'(w)$.
#
# Запустите следующую ячейку: стрелка показывает первый шаг, из $w = 5$ в $w = 4$.

# %% numbers="downhill"
says("37.1001", loss(5.01))
says("10", d_loss(5))
says("-6", d_loss(-3))


# %% key="picture"
w = np.linspace(-6, 6, 200)
plt.figure(figsize=(6, 3))
plt.plot(w, w**2 + 12)
plt.plot([5, 4], [37, 28], "o")
plt.annotate("", xy=(4, 28), xytext=(5, 37), arrowprops={"arrowstyle": "->", "linewidth": 2})
plt.xlabel("w")
plt.ylabel("L(w)")
plots.show(
    en="The parabola; an arrow leads down its right side, from w = 5, L = 37 to w = 4, L = 28.",
    ru="Парабола; стрелка ведёт вниз по её правой стороне, из w = 5, L = 37 в w = 4, L = 28.",
)

# %% [markdown] lang="en" key="one-step"
# ## One step by hand
#
# We know the direction. How far do we go? Multiply the slope by a small positive number, the
# **learning rate** (скорость обучения, or градиентный шаг). Its letter in this course is $\eta$.
#
# Start at $w_0 = 5$ and take $\eta = 0.1$:
#
# $$w_1 = 5 - 0.1 \cdot 10 = 4, \qquad w_2 = 4 - 0.1 \cdot 8 = 3.2$$
#
# | $k$ | $w_k$ | $L(w_k)$ | $L'(w_k)$ | step $-\eta L'(w_k)$ |
# |---|---|---|---|---|
# | 0 | 5 | 37 | 10 | −1 |
# | 1 | 4 | 28 | 8 | −0.8 |
# | 2 | 3.2 | 22.24 | 6.4 | −0.64 |
# | 3 | 2.56 | 18.5536 | 5.12 | −0.512 |
#
# Every row did the same thing. This is the **update rule** (правило обновления), and it is all there is to
# gradient descent:
#
# $$w_{k+1} = w_k - \eta \, L'(w_k)$$
#
# Here $k$ is the step number, $w_k$ the weight after $k$ steps, $L'(w_k)$ the slope **at the present
# weight**: it is computed anew at each step.
#
# Look at the last column. Nobody told the steps to become shorter. Where the curve is steep the step is long,
# where it is flat the step is short, because the step is proportional to the slope.

# %% [markdown] lang="ru" key="one-step" of="f8d752e1"
# ## Один шаг вручную
#
# Направление известно. Насколько далеко идти? Умножим наклон на небольшое положительное число —
# **скорость обучения** (learning rate), её называют ещё градиентным шагом. В этом курсе её обозначает
# буква $\eta$.
#
# Начнём с $w_0 = 5$ и возьмём $\eta = 0.1$:
#
# $$w_1 = 5 - 0.1 \cdot 10 = 4, \qquad w_2 = 4 - 0.1 \cdot 8 = 3.2$$
#
# | $k$ | $w_k$ | $L(w_k)$ | $L'(w_k)$ | шаг $-\eta L'(w_k)$ |
# |---|---|---|---|---|
# | 0 | 5 | 37 | 10 | −1 |
# | 1 | 4 | 28 | 8 | −0.8 |
# | 2 | 3.2 | 22.24 | 6.4 | −0.64 |
# | 3 | 2.56 | 18.5536 | 5.12 | −0.512 |
#
# В каждой строке мы делали одно и то же. Это **правило обновления** (update rule), и в нём весь
# градиентный спуск:
#
# $$w_{k+1} = w_k - \eta \, L'(w_k)$$
#
# Здесь $k$ — номер шага, $w_k$ — вес после $k$ шагов, $L'(w_k)$ — наклон **при текущем весе**.
# На каждом шаге его считают заново.
#
# Посмотрите на последний столбец. Никто не велел шагам укорачиваться. Где кривая крутая, там шаг длинный,
# где пологая — короткий, потому что шаг пропорционален наклону.

# %% numbers="one-step"
w = gradient_descent(d_loss, 5.0, 0.1, 3)
says("3.2", w[2])
says("2.56", w[3])
says("22.24", loss(w[2]))
says("18.5536", loss(w[3]))
says("6.4", d_loss(w[2]))
says("5.12", d_loss(w[3]))
says("-0.64", -0.1 * d_loss(w[2]))
says("-0.512", -0.1 * d_loss(w[3]))
holds(all(np.diff(abs(np.diff(gradient_descent(d_loss, 5.0, 0.1, 30)))) < 0), "every step is shorter than the one before")


# %% key="by-machine"
w, eta = 5.0, 0.1
for k in range(6):
    print(f"k = {k}   w = {w:.5f}   L = {w**2 + 12:.5f}   L' = {2 * w:.5f}")
    w = w - eta * 2 * w

# %% [markdown] lang="en" key="names"
# ### The same rule in three lectures
#
# The lectures use different letters. Only the letters differ.
#
# | where | rule |
# |---|---|
# | lecture 1 | $\theta_1 := \theta_1 - \alpha \frac{\partial}{\partial \theta_1} J(\theta_1)$ |
# | lecture 2 | $w^{(k)} = w^{(k-1)} - \eta \nabla Q(w^{(k-1)})$ |
# | lecture 3 | $w_{i+1} = w_i - \lambda \frac{\partial L}{\partial w}$ |
# | this course | $w_{k+1} = w_k - \eta \, L'(w_k)$ |
#
# The sign $\nabla$ in the second row stands for the gradient, so that row works for any number of weights.
#
# The whole method, as lecture 1 lists it: choose a start, find the gradient there, update, repeat. The
# lectures choose the start at random. We take $w_0 = 5$ in order to follow the numbers by hand.
#
# The weight is found by the method. The learning rate is not: you choose it before you start. Such a number
# is called a **hyper-parameter** (гиперпараметр).

# %% [markdown] lang="ru" key="names" of="e237b296"
# ### Одно правило в трёх лекциях
#
# В лекциях разные буквы. Отличаются только они.
#
# | где | правило |
# |---|---|
# | лекция 1 | $\theta_1 := \theta_1 - \alpha \frac{\partial}{\partial \theta_1} J(\theta_1)$ |
# | лекция 2 | $w^{(k)} = w^{(k-1)} - \eta \nabla Q(w^{(k-1)})$ |
# | лекция 3 | $w_{i+1} = w_i - \lambda \frac{\partial L}{\partial w}$ |
# | этот курс | $w_{k+1} = w_k - \eta \, L'(w_k)$ |
#
# Знак $\nabla$ во второй строке обозначает градиент, поэтому она годится для любого числа весов.
#
# Весь метод, как он перечислен в лекции 1: выбрать начальную точку, найти там градиент, обновить вес, повторить.
# В лекциях начальную точку выбирают случайно. Мы берём $w_0 = 5$, чтобы проверять числа вручную.
#
# Вес метод находит сам. Скорость обучения — нет: её выбираете вы, до начала работы. Такое число называют
# **гиперпараметром** (hyper-parameter).

# %% [markdown] lang="en" key="too-small-too-large"
# ## Too small, too large
#
# **Predict first:** with the same start, what does a hundred times smaller rate do? And one eleven times as large?
#
# | $\eta$ | $w_0$ | $w_1$ | $w_2$ | $w_3$ | what you see |
# |---|---|---|---|---|---|
# | 0.001 | 5 | 4.99 | 4.98002 | 4.97006 | right direction, hardly any progress |
# | 0.1 | 5 | 4 | 3.2 | 2.56 | steady approach |
# | 0.9 | 5 | −4 | 3.2 | −2.56 | jumps over the minimum, yet comes closer |
# | 1.1 | 5 | −6 | 7.2 | −8.64 | jumps over the minimum and moves away |
#
# With $\eta = 0.001$ the weight is still 4.09 after 100 steps. With $\eta = 1.1$ the loss grows at every
# step: 37, 48, 63.84, … The path **diverges** (расходится). When it comes ever closer to the minimum, it
# **converges** (сходится).
#
# Overshooting alone does no harm, as the third row shows. What matters is whether we land closer than we were.
#
# The anti-gradient is a **direction**. As long as the slope is not zero, a **short enough** step along it lowers the
# loss. How short depends on the curve: the slope describes it only near the point, like the tangent of unit 01, and a
# long step leaves that neighbourhood. Change the rates in the next cell and look.

# %% [markdown] lang="ru" key="too-small-too-large" of="09d54581"
# ## Слишком малый и слишком большой шаг
#
# **Предскажите:** что будет из той же начальной точки со скоростью в сто раз меньше? А в одиннадцать раз больше?
#
# | $\eta$ | $w_0$ | $w_1$ | $w_2$ | $w_3$ | что мы видим |
# |---|---|---|---|---|---|
# | 0.001 | 5 | 4.99 | 4.98002 | 4.97006 | направление верное, но мы почти стоим |
# | 0.1 | 5 | 4 | 3.2 | 2.56 | спокойно приближаемся |
# | 0.9 | 5 | −4 | 3.2 | −2.56 | перескакиваем минимум, но приближаемся |
# | 1.1 | 5 | −6 | 7.2 | −8.64 | перескакиваем минимум и удаляемся |
#
# При $\eta = 0.001$ вес и через 100 шагов всё ещё равен 4.09. При $\eta = 1.1$ потери растут на каждом
# шаге: 37, 48, 63.84, … Путь **расходится** (diverges). Если же он подходит к минимуму всё ближе и ближе,
# говорят, что он **сходится** (converges).
#
# В самом перескоке беды нет, это видно по третьей строке. Важно, стали ли мы ближе, чем были.
#
# Антиградиент — это **направление**. Пока наклон не равен нулю, **достаточно короткий** шаг в эту сторону уменьшает
# потери. Насколько короткий — зависит от кривой: наклон, как и касательная из урока 01, описывает её только вблизи
# точки, а длинный шаг уводит далеко. Поменяйте скорости в следующей ячейке и посмотрите.

# %% numbers="too-small-too-large"
slow, large = gradient_descent(d_loss, 5.0, 0.001, 100), gradient_descent(d_loss, 5.0, 1.1, 3)
says("4.99", slow[1])
says("4.98002", slow[2])
says("4.97006", slow[3])
says("4.09", slow[100])
says("-2.56", gradient_descent(d_loss, 5.0, 0.9, 3)[3])
says("7.2", large[2])
says("-8.64", large[3])
says("48", loss(large[1]))
says("63.84", loss(large[2]))
holds(all(np.diff(loss(gradient_descent(d_loss, 5.0, 1.1, 50))) > 0), "with 1.1 the loss grows at every step")


# %% key="rates"
for eta in (0.001, 0.1, 0.9, 1.1):
    w = 5.0
    print(f"eta = {eta}:  {w:g}", end="")
    for _ in range(5):
        w = w - eta * 2 * w
        print(f"  {w:.5g}", end="")
    print()

# %% [markdown] lang="en" key="factor"
# ## One number decides
#
# Look at the path 5, 4, 3.2, 2.56 once more. Each number is 0.8 of the one before. For our loss this is no
# accident. Put the slope into the update rule:
#
# $$w_{k+1} = w_k - \eta \cdot 2 w_k = (1 - 2\eta) \, w_k$$
#
# A step multiplies the weight by the **factor** (множитель) $q = 1 - 2\eta$. With $\eta = 0.1$ it is
# $q = 0.8$. After $k$ steps we have multiplied $k$ times:
#
# $$w_k = (1 - 2\eta)^k \, w_0$$
#
# Check it: $0.8^2 \cdot 5 = 3.2$. No loop is needed.
#
# Everything the path can do is now visible. Let $w_0 \ne 0$ and $\eta \ge 0$.
#
# | factor | what the path does |
# |---|---|
# | $q = 1$ | stays where it is |
# | $0 < q < 1$ | comes closer, always on the same side |
# | $q = 0$ | is at the minimum after one step |
# | $-1 < q < 0$ | jumps from side to side and comes closer |
# | $q = -1$ | jumps between two points for ever |
# | $q < -1$ | jumps from side to side and moves away |
#
# Which learning rates belong to which row? You will find that out yourself, with the figure.

# %% [markdown] lang="ru" key="factor" of="bc7b9797"
# ## Всё решает одно число
#
# Посмотрите ещё раз на путь 5, 4, 3.2, 2.56. Каждое число составляет 0.8 предыдущего. Для нашей функции
# потерь это не случайность. Подставим наклон в правило обновления:
#
# $$w_{k+1} = w_k - \eta \cdot 2 w_k = (1 - 2\eta) \, w_k$$
#
# Шаг умножает вес на **множитель** (factor) $q = 1 - 2\eta$. При $\eta = 0.1$ он равен
# $q = 0.8$. За $k$ шагов мы умножим на него $k$ раз:
#
# $$w_k = (1 - 2\eta)^k \, w_0$$
#
# Проверим: $0.8^2 \cdot 5 = 3.2$. Цикл не понадобился.
#
# Теперь видно всё, что может случиться с путём. Пусть $w_0 \ne 0$ и $\eta \ge 0$.
#
# | множитель | что делает путь |
# |---|---|
# | $q = 1$ | стоит на месте |
# | $0 < q < 1$ | приближается, оставаясь по одну сторону |
# | $q = 0$ | попадает в минимум за один шаг |
# | $-1 < q < 0$ | прыгает с одной стороны на другую и приближается |
# | $q = -1$ | вечно прыгает между двумя точками |
# | $q < -1$ | прыгает с одной стороны на другую и удаляется |
#
# Какие скорости обучения отвечают какой строке? Это вы выясните сами, с помощью рисунка.

# %% numbers="factor"
says("0.8", 1 - 2 * 0.1)
says("3.2", closed_form(5, 0.1, 2))
holds(np.allclose(gradient_descent(d_loss, 5.0, 0.3, 9), [closed_form(5.0, 0.3, k) for k in range(10)]), "the formula is the path")
names = [regime(eta) for eta in (0, 0.2, 0.5, 0.8, 1, 1.2)]
holds(names == ["stays", "monotone", "one_step", "oscillates", "cycles", "diverges"], "the rows of the table")


# %% [markdown] lang="en" key="stopping"
# ## When to stop
#
# With $q = 0.8$ the weight never becomes exactly 0. Somebody has to say "enough". A condition for that is
# called a **stopping rule** (критерий останова). Lecture 3 proposes to stop when the loss has almost ceased
# to change:
#
# $$|L(w_{i+1}) - L(w_i)| < \varepsilon$$
#
# The number $\varepsilon$ is a **tolerance** (порог, or точность), on the slide 0.01.
#
# First a coarse tolerance, to see it work: $\varepsilon = 6$, $\eta = 0.1$. The losses are 37, 28, 22.24.
# The first change is 9, so we go on. The second is 5.76, less than 6, so we stop. The path is 5, 4, 3.2.
#
# With $\varepsilon = 0.01$ the same path stops after 17 steps at $w = 0.1126$. Not at 0, but near it.

# %% [markdown] lang="ru" key="stopping" of="fb6b8d2b"
# ## Когда остановиться
#
# При $q = 0.8$ вес никогда не станет в точности нулём. Кто-то должен сказать «хватит». Условие для этого
# называется **критерием останова** (stopping rule). Лекция 3 предлагает остановиться, когда потери почти
# перестали меняться:
#
# $$|L(w_{i+1}) - L(w_i)| < \varepsilon$$
#
# Число $\varepsilon$ — это **порог** (tolerance), на слайде он равен 0.01.
#
# Сначала грубый порог, чтобы увидеть критерий в деле: $\varepsilon = 6$, $\eta = 0.1$. Потери равны
# 37, 28, 22.24. Первое изменение — 9, идём дальше. Второе — 5.76, это меньше 6, остановка. Путь: 5, 4, 3.2.
#
# При $\varepsilon = 0.01$ тот же путь остановится через 17 шагов в точке $w = 0.1126$. Не в нуле, но рядом.

# %% numbers="stopping"
w = gradient_descent_until(loss, d_loss, 5.0, 0.1, eps=6)
holds(np.allclose(w, [5, 4, 3.2]), "the path of the coarse tolerance")
says("9", loss(5) - loss(4))
says("5.76", loss(4) - loss(3.2))
w = gradient_descent_until(loss, d_loss, 5.0, 0.1, eps=0.01)
says("17", len(w) - 1)
says("0.1126", w[-1])


# %% [markdown] lang="en" key="fooled"
# ### The rule can be fooled
#
# The rule sounds sensible. Two learning rates break it. Keep $w_0 = 5$ and $\varepsilon = 0.01$.
#
# * $\eta = 1$. The step goes from 5 to −5. Both losses are 37, the change is 0. The rule stops after one
#   step, as far from the minimum as before. Without the rule the path would go on as ±5 for ever.
# * $\eta = 0.0001$. The step goes from 5 to 4.999. The loss changes by 0.009999. The rule stops after one
#   step, at a loss of almost 37.
#
# The reason is in one line. The loss changes by
#
# $$L(w_{i+1}) - L(w_i) = (1 - 2\eta)^2 w_i^2 - w_i^2 = -4\eta (1 - \eta) \, w_i^2$$
#
# This product is small when $w_i$ is small, which is what we want. It is also small when $\eta$ is close to
# 0 or close to 1, which says nothing about the minimum. The rule looks at how far we have just **gone down**,
# not at how far we still have to go.
#
# **Put right:** look at the slope itself, without $\eta$. Stop when
#
# $$|L'(w_k)| \le \varepsilon$$
#
# At ±5 the slope is ±10, at 4.999 it is 9.998. Neither is mistaken for the bottom. For our loss the rule
# means $|w_k| \le \varepsilon / 2$. With many weights the length (the norm, норма) of the gradient takes the
# place of $|L'(w_k)|$.
#
# This rule does not make $\eta = 1$ converge. It only refuses to call that an arrival. So we also need a
# limit on the number of steps, and an honest answer to the question "arrived or out of steps?".
# One limit remains: a small slope means a flat place. On other curves a flat place need not be the minimum.

# %% [markdown] lang="ru" key="fooled" of="50300cc3"
# ### Критерий можно обмануть
#
# Критерий звучит разумно. Но две скорости обучения его ломают. Пусть по-прежнему $w_0 = 5$ и $\varepsilon = 0.01$.
#
# * $\eta = 1$. Шаг ведёт из 5 в −5. Потери там и там равны 37, изменение равно 0. Критерий останавливает
#   нас после одного шага, ничуть не ближе к минимуму. Без него путь так и шёл бы: ±5 без конца.
# * $\eta = 0.0001$. Шаг ведёт из 5 в 4.999. Потери меняются на 0.009999. Критерий останавливает нас после
#   одного шага, когда потери всё ещё почти 37.
#
# Причина видна из одной строки. Потери меняются на
#
# $$L(w_{i+1}) - L(w_i) = (1 - 2\eta)^2 w_i^2 - w_i^2 = -4\eta (1 - \eta) \, w_i^2$$
#
# Это произведение мало, когда мало $w_i$, — этого мы и хотим. Но оно мало и тогда, когда $\eta$ близка
# к 0 или к 1, а это о минимуме ничего не говорит. Критерий смотрит, насколько мы только что **спустились**,
# а не сколько ещё осталось.
#
# **Как правильно:** смотреть на сам наклон, без $\eta$. Останавливаемся, когда
#
# $$|L'(w_k)| \le \varepsilon$$
#
# В точках ±5 наклон равен ±10, в точке 4.999 он равен 9.998. Ни то ни другое за дно не примешь. Для нашей
# функции критерий означает $|w_k| \le \varepsilon / 2$. Когда весов много, вместо $|L'(w_k)|$ берут длину
# (норму, norm) градиента.
#
# При $\eta = 1$ сходимости он не обеспечит. Он лишь не назовёт это достижением минимума. Поэтому нужны ещё
# предел на число шагов и честный ответ на вопрос: дошли или кончились шаги?
# Одно ограничение остаётся: малый наклон означает ровное место. На других кривых это не всегда минимум.

# %% numbers="fooled"
says("37", loss(-5))
says("4.999", 5 - 0.0001 * d_loss(5))
says("0.009999", loss(5) - loss(4.999))
says("9.998", d_loss(4.999))
holds(all(len(gradient_descent_until(loss, d_loss, 5.0, eta)) == 2 for eta in (1, 0.0001)), "the rule stops after one step")
holds(math.isclose(loss(0.8 * 3) - loss(3), -4 * 0.1 * 0.9 * 9), "the change of the loss in one line")
holds(not descend_safely(d_loss, 5.0, 1.0, 0.01, 100)[2], "the slope is not fooled by 1")


# %% key="one-step-changes"
for eta in (0.1, 1.0, 0.0001):
    w1 = 5 - eta * 2 * 5
    change = abs((w1**2 + 12) - (5**2 + 12))
    print(f"eta = {eta}:  w1 = {w1:g}   |ΔL| = {change:.6f} < 0.01: {change < 0.01}", end="   ")
    print(f"|L'| = {abs(2 * w1):g}")

# %% [markdown] lang="en" key="guarantee"
# ## What is guaranteed
#
# Lecture 2 promises: if the loss is convex and smooth and $\eta$ is chosen carefully, descent gets close to
# the minimum. Here is the promise in exact words. It needs four things.
#
# 1. The loss has a minimum.
# 2. It is **convex** (выпуклая): the straight line between two points of its graph never runs below
#    the graph.
# 3. It is **smooth** (гладкая): the slope cannot change faster than some constant $M$ allows.
#    For all $a$, $b$
#
#    $$|L'(a) - L'(b)| \le M \, |a - b|$$
#
# 4. The learning rate is the same at every step, and
#
#    $$0 < \eta < \frac{2}{M}$$
#
# Then, **from any start**, the loss falls at every step as long as the slope is not zero, and $w_k$ tends to
# a point of minimum. For many weights the statement is the same, with the gradient in place of the slope and
# lengths of vectors in place of absolute values.
#
# For our parabola $|2a - 2b| = 2 \, |a - b|$, so $M = 2$ and the condition reads $0 < \eta < 1$. The factor
# says the same: $-1 < q < 1$.
#
# Two warnings. The promise says nothing about speed. And without condition 2, for a loss that is bounded
# below, only this much remains: the slope tends to zero, and the flat place may be a local minimum or a
# saddle. (Books call our $M$ by the letter $L$; here that letter is taken.)

# %% [markdown] lang="ru" key="guarantee" of="8e530295"
# ## Что гарантировано
#
# Лекция 2 обещает: если функция потерь выпуклая и гладкая, а $\eta$ подобрана аккуратно, спуск подойдёт
# близко к минимуму. Вот это обещание точными словами. Условий четыре.
#
# 1. У функции потерь есть минимум.
# 2. Она **выпуклая** (convex): отрезок между двумя точками её графика нигде не проходит ниже графика.
# 3. Она **гладкая** (smooth): наклон меняется не быстрее, чем позволяет постоянная $M$. Для всех $a$, $b$
#
#    $$|L'(a) - L'(b)| \le M \, |a - b|$$
#
# 4. Скорость обучения на всех шагах одна и та же, и
#
#    $$0 < \eta < \frac{2}{M}$$
#
# Тогда **из любой начальной точки** потери убывают на каждом шаге, пока наклон не равен нулю, а $w_k$ стремится
# к точке минимума. Для многих весов утверждение то же, только вместо наклона — градиент, а вместо модулей —
# длины векторов.
#
# Для нашей параболы $|2a - 2b| = 2 \, |a - b|$, поэтому $M = 2$, и условие превращается в $0 < \eta < 1$.
# Множитель говорит о том же: $-1 < q < 1$.
#
# Две оговорки. Как скоро это будет, здесь не сказано. А без условия 2, если функция ограничена снизу,
# остаётся только одно: наклон стремится к нулю, и ровное место может оказаться локальным минимумом или
# седлом. (В книгах наше $M$ обозначают буквой $L$; у нас эта буква занята.)

# %% numbers="guarantee"
rates, starts = (0.01, 0.3, 0.7, 0.99), (-9.0, 0.5, 4.0)
falls = [np.diff(loss(gradient_descent(d_loss, w0, eta, 40))) < 0 for eta in rates for w0 in starts]
holds(all(np.all(each[:5]) for each in falls), "below 2/M the loss falls at every step")
holds(all(abs(gradient_descent(d_loss, w0, eta, 3000)[-1]) < 1e-9 for eta in rates for w0 in starts), "and the weight tends to 0")


# %% [markdown] lang="en" key="figure-question"
# ## The figure: turn the learning rate
#
# On the left you see the parabola with the path, on the right the loss at each step. Drag the start or the last point,
# or move the sliders; "Keep this one to compare" leaves the present path as a pale ghost. **Answer on paper first**,
# using the factor $q = 1 - 2\eta$, then look.
#
# 1. At which $\eta$ does the path arrive in one step?
# 2. From which $\eta$ on does it jump over the minimum? From which $\eta$ on does it no longer come closer?
# 3. Keep the path of $\eta = 0.1$, then set $\eta = 0.9$. The paths differ. What about the loss curves, and why?
# 4. Change the start, but not to 0. Which of your answers change?
# 5. Set $\eta = 1$. What would a rule that looks at the change of the loss say about the curve on the right?
# 6. At $\eta = 1.1$ press play. At which step does the path leave the picture?
#
# Keep your answers. The exercise `regime` asks for them.
#
# When you have solved the exercise `gradient_descent`, open a new cell and run
# `figures.learning_rate(gradient_descent)`. Your own path then moves beside ours.

# %% [markdown] lang="ru" key="figure-question" of="f4cd3d91"
# ## Рисунок: меняем скорость обучения
#
# Слева — парабола и путь по ней, справа — потери на каждом шаге. Тяните начальную или последнюю точку пути либо
# двигайте ползунки; «Оставить для сравнения» сохраняет нынешний путь бледной тенью. **Сначала ответьте на бумаге**,
# пользуясь множителем $q = 1 - 2\eta$, потом смотрите.
#
# 1. При какой $\eta$ путь приходит в минимум за один шаг?
# 2. Начиная с какой $\eta$ он перескакивает минимум? Начиная с какой $\eta$ перестаёт приближаться?
# 3. Сохраните путь при $\eta = 0.1$, затем поставьте $\eta = 0.9$. Пути разные. А кривые потерь? Почему?
# 4. Поменяйте начальную точку, только не на 0. Какие из ваших ответов изменились?
# 5. Поставьте $\eta = 1$. Что сказал бы о кривой справа критерий, который смотрит на изменение потерь?
# 6. При $\eta = 1.1$ нажмите кнопку воспроизведения. На каком шаге путь уйдёт за край рисунка?
#
# Сохраните ответы: о них спросит упражнение `regime`.
#
# Когда решите упражнение `gradient_descent`, откройте новую ячейку и выполните
# `figures.learning_rate(gradient_descent)`. Рядом с нашим путём будет двигаться ваш.

# %% figure="learning_rate"
figures.learning_rate()


# %% [markdown] lang="en" key="figure-answers"
# <details><summary>Answers</summary>
#
# 1. At $\eta = 0.5$: the factor is 0.
# 2. It jumps for $\eta > 0.5$. From $\eta = 1$ on it no longer comes closer; beyond 1 it moves away.
# 3. The loss curves are the same: the factors are 0.8 and −0.8, so $|w|$ and with it $w^2$ are equal at every step.
#    After step 10 both losses are 12.29.
# 4. None. The start does not stand in the factor.
# 5. The curve is a level line at 37. The change is 0, so the rule would stop after the first step and call it success.
# 6. At step 2, where the loss is 63.84. After step 10 the weight is 30.96 and the loss 970.4.
#
# </details>
#
# *A good place to stop. The exercises need about an hour.*

# %% [markdown] lang="ru" key="figure-answers" of="c4b57438"
# <details><summary>Ответы</summary>
#
# 1. При $\eta = 0.5$: множитель равен 0.
# 2. Перескакивает при $\eta > 0.5$. Начиная с $\eta = 1$ он не приближается, а дальше, за единицей, удаляется.
# 3. Кривые потерь одинаковы: множители равны 0.8 и −0.8, поэтому $|w|$, а с ним и $w^2$ на каждом шаге одни и те же.
#    После шага 10 потери оба раза равны 12.29.
# 4. Никакие. Начальной точки в множителе нет.
# 5. Это горизонтальная линия на высоте 37. Изменение равно 0: критерий остановил бы спуск после первого шага и объявил бы успех.
# 6. На шаге 2, где потери равны 63.84. После шага 10 вес равен 30.96, а потери — 970.4.
#
# </details>
#
# *Здесь удобно сделать перерыв. Упражнениям нужно около часа.*

# %% numbers="figure-answers"
says("12.29", loss(closed_form(5, 0.1, 10)))
says("12.29", loss(closed_form(5, 0.9, 10)))
says("63.84", loss(closed_form(5, 1.1, 2)))
says("30.96", closed_form(5, 1.1, 10))
says("970.4", loss(closed_form(5, 1.1, 10)))


# %% [markdown] lang="en" key="task-loss"
# ## Exercises
#
# Replace the line with `raise NotImplementedError` by your code, run the cell, then run the check below it.
# A check tells you what kind of mistake it sees. You may try as often as you like. No function may change
# its arguments.
#
# ### Exercise 1 (a warm-up, two minutes) · `loss`
#
# The next exercises walk on this loss. `loss(w)` returns $L(w) = w^2 + 12$. The argument is a number or a NumPy array; for an array the answer is
# the array of losses, of the same shape.
#
# Example: `loss(5.0)` is `37.0`, and `loss(np.array([0.0, -3.0]))` is `array([12., 21.])`.

# %% [markdown] lang="ru" key="task-loss" of="cc4cf8e3"
# ## Упражнения
#
# Замените строку с `raise NotImplementedError` своим кодом, выполните ячейку, затем проверку под ней.
# Проверка подскажет, какого рода ошибку она видит. Пробовать можно сколько угодно раз. Ни одна функция
# не должна менять свои аргументы.
#
# ### Упражнение 1 (разминка, две минуты) · `loss`
#
# По этой функции пойдёт спуск в следующих упражнениях. `loss(w)` возвращает $L(w) = w^2 + 12$. Аргумент — число или массив NumPy; для массива ответ — массив
# потерь той же формы.
#
# Пример: `loss(5.0)` равно `37.0`, а `loss(np.array([0.0, -3.0]))` равно `array([12., 21.])`.

# %% exercise="loss" role="answer"
def loss(w):
    """Loss of the lecture's example at w.

    w: a number or an array.
    Returns w squared plus 12, in the shape of w.
    """
    ### BEGIN SOLUTION
    return w**2 + 12
    ### END SOLUTION


# %% exercise="loss" role="test" points=1
check(loss)
### BEGIN HIDDEN TESTS
grade(loss)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-d-loss"
# ### Exercise 2 (a warm-up, two minutes) · `d_loss`
#
# `d_loss(w)` returns the derivative $L'(w)$ of the same loss, for a number or an array, in the shape of `w`.
#
# Example: `d_loss(5.0)` is `10.0`, and `d_loss(np.array([0.0, -3.0]))` is `array([0., -6.])`.

# %% [markdown] lang="ru" key="task-d-loss" of="b9833add"
# ### Упражнение 2 (разминка, две минуты) · `d_loss`
#
# `d_loss(w)` возвращает производную $L'(w)$ той же функции, для числа или массива, той же формы, что `w`.
#
# Пример: `d_loss(5.0)` равно `10.0`, а `d_loss(np.array([0.0, -3.0]))` равно `array([0., -6.])`.

# %% exercise="d_loss" role="answer"
def d_loss(w):
    """Derivative of the lecture's example at w.

    w: a number or an array.
    Returns the slope of loss at w, in the shape of w.
    """
    ### BEGIN SOLUTION
    return 2 * w
    ### END SOLUTION


# %% exercise="d_loss" role="test" points=1
check(d_loss)
### BEGIN HIDDEN TESTS
grade(d_loss)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-gradient-descent"
# ### Exercise 3 · `gradient_descent`
#
# `gradient_descent(grad, w0, learning_rate, n_steps)` makes `n_steps` steps of the update rule and returns
# the whole path.
#
# * `grad` is a function: `grad(w)` gives the gradient at `w`. It may be the gradient of **any** loss, so do
#   not write $2w$ inside.
# * `w0` is a number or an array of shape `(n,)`.
# * The path is an array of floats with `n_steps + 1` entries, and `w0` comes first. Its shape is
#   `(n_steps + 1,)` for a number and `(n_steps + 1, n)` for an array.
#
# Example: `gradient_descent(d_loss, 5.0, 0.1, 3)` is `array([5., 4., 3.2, 2.56])`. With 0 steps the path is
# the start alone.

# %% [markdown] lang="ru" key="task-gradient-descent" of="2312a707"
# ### Упражнение 3 · `gradient_descent`
#
# `gradient_descent(grad, w0, learning_rate, n_steps)` делает `n_steps` шагов по правилу обновления
# и возвращает весь путь.
#
# * `grad` — функция: `grad(w)` даёт градиент при весе `w`. Это может быть градиент **любых** потерь, поэтому
#   не пишите внутри $2w$.
# * `w0` — число или массив формы `(n,)`.
# * Путь — массив вещественных чисел из `n_steps + 1` элементов, первым идёт `w0`. Форма пути —
#   `(n_steps + 1,)` для числа и `(n_steps + 1, n)` для массива.
#
# Пример: `gradient_descent(d_loss, 5.0, 0.1, 3)` равно `array([5., 4., 3.2, 2.56])`. Если шагов 0, путь
# состоит из одной начальной точки.

# %% exercise="gradient_descent" role="answer"
def gradient_descent(grad, w0, learning_rate, n_steps):
    """Path of gradient descent.

    grad: function of one weight (number or vector), returns the gradient in the same shape.
    w0: the start, a number or an array of shape (n,).
    learning_rate: positive number.
    n_steps: number of updates, 0 or more.
    Returns a float array of shape (n_steps + 1,) or (n_steps + 1, n); its first entry is w0.
    """
    ### BEGIN SOLUTION
    path = np.empty((n_steps + 1, *np.shape(w0)))
    path[0] = w0
    for k in range(n_steps):
        path[k + 1] = path[k] - learning_rate * grad(path[k])
    return path
    ### END SOLUTION


# %% exercise="gradient_descent" role="test" points=3
check(gradient_descent)
### BEGIN HIDDEN TESTS
grade(gradient_descent)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-until"
# ### Exercise 4 · `gradient_descent_until`
#
# The same descent with the rule of lecture 3. You write the rule as it stands, weakness included; exercise 8
# repairs it.
#
# `gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000)` steps until
# $|L(w_{i+1}) - L(w_i)| < \varepsilon$ holds for the first time, or until `max_steps` steps are done. It
# returns the path in the form of exercise 3; last comes the new weight $w_{i+1}$ that ended the search.
#
# Example: with `loss`, `d_loss`, `w0 = 5.0`, `learning_rate = 0.1` and `eps = 6` the path is
# `array([5., 4., 3.2])`. With `max_steps = 1` it is `array([5., 4.])`.
#
# Use the two functions you are given, not your own `loss` and `d_loss`. The weight may be a vector; the loss
# is always one number.

# %% [markdown] lang="ru" key="task-until" of="925a14a2"
# ### Упражнение 4 · `gradient_descent_until`
#
# Тот же спуск, но с критерием из лекции 3. Запишите критерий как есть, вместе с его недостатком; исправим его
# в упражнении 8.
#
# `gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000)` шагает, пока впервые
# не выполнится $|L(w_{i+1}) - L(w_i)| < \varepsilon$ или пока не сделано `max_steps` шагов. Возвращает путь
# в том же виде, что в упражнении 3. Последний его элемент — новый вес $w_{i+1}$, на котором поиск закончился.
#
# Пример: для `loss`, `d_loss`, `w0 = 5.0`, `learning_rate = 0.1` и `eps = 6` путь равен
# `array([5., 4., 3.2])`. При `max_steps = 1` он равен `array([5., 4.])`.
#
# Пользуйтесь функциями, которые переданы в аргументах, а не своими `loss` и `d_loss`. Вес может быть
# вектором; потери — всегда одно число.

# %% exercise="gradient_descent_until" role="answer"
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    """Path of gradient descent with the stopping rule of lecture 3.

    loss, grad: functions of one weight (number or vector); loss returns a number.
    w0: the start, a number or an array of shape (n,).
    learning_rate: positive number.
    eps: stop after the first step that changes the loss by less than this, a positive number.
    max_steps: stop after this many steps in any case, 0 or more.
    Returns a float array of shape (steps + 1,) or (steps + 1, n); its first entry is w0.
    """
    ### BEGIN SOLUTION
    path = [w0 * 1.0]
    for _ in range(max_steps):
        w = path[-1]
        w_next = w - learning_rate * grad(w)
        path.append(w_next)
        if abs(loss(w_next) - loss(w)) < eps:
            break
    return np.array(path)
    ### END SOLUTION


# %% exercise="gradient_descent_until" role="test" points=3
check(gradient_descent_until)
### BEGIN HIDDEN TESTS
grade(gradient_descent_until)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-closed-form"
# ### Exercise 5 · `closed_form`
#
# `closed_form(w0, learning_rate, k)` returns $w_k$ for the loss $L(w) = w^2 + 12$ without walking the path.
# Here `k` is a whole number, 0 or more, and `learning_rate` may be any number from 0 upwards.
#
# Example: `closed_form(5.0, 0.1, 2)` is `3.2`, and `closed_form(5.0, 1.1, 1)` is `-6.0` (up to rounding).
# For `k = 0` the answer is `w0`, whatever the learning rate.

# %% [markdown] lang="ru" key="task-closed-form" of="5128b8ff"
# ### Упражнение 5 · `closed_form`
#
# `closed_form(w0, learning_rate, k)` возвращает $w_k$ для $L(w) = w^2 + 12$, не проходя путь по шагам.
# Здесь `k` — целое число, 0 или больше, а `learning_rate` — любое число от 0 и выше.
#
# Пример: `closed_form(5.0, 0.1, 2)` равно `3.2`, а `closed_form(5.0, 1.1, 1)` равно `-6.0` (с точностью до
# округления). При `k = 0` ответ — `w0`, какой бы ни была скорость обучения.

# %% exercise="closed_form" role="answer"
def closed_form(w0, learning_rate, k):
    """Weight after k steps of gradient descent on w**2 + 12.

    w0: the start, a number.
    learning_rate: number, 0 or more.
    k: number of steps, a whole number, 0 or more.
    Returns the weight after k steps, a number.
    """
    ### BEGIN SOLUTION
    return (1 - 2 * learning_rate) ** k * w0
    ### END SOLUTION


# %% exercise="closed_form" role="test" points=2
check(closed_form)
### BEGIN HIDDEN TESTS
grade(closed_form)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-regime"
# ### Exercise 6 · `regime`
#
# `regime(learning_rate)` names what the path does on our parabola from any start $w_0 \ne 0$. It returns
# one of six words. The argument is one number, 0 or more.
#
# | word | the path |
# |---|---|
# | `'stays'` | never moves |
# | `'monotone'` | comes closer at every step, never changes its side, never quite arrives |
# | `'one_step'` | is at the minimum after one step |
# | `'oscillates'` | changes its side at every step and comes closer |
# | `'cycles'` | jumps between two points for ever |
# | `'diverges'` | moves away at every step |
#
# Example: `regime(0.1)` is `'monotone'`, because the path is 5, 4, 3.2, …
#
# The borders are your answers to the figure. Compare the learning rate itself with them, without rounding.

# %% [markdown] lang="ru" key="task-regime" of="647efbe4"
# ### Упражнение 6 · `regime`
#
# `regime(learning_rate)` называет, что делает путь на нашей параболе из любой начальной точки $w_0 \ne 0$.
# Возвращает одно из шести слов. Аргумент — одно число, 0 или больше.
#
# | слово | путь |
# |---|---|
# | `'stays'` | не двигается |
# | `'monotone'` | с каждым шагом ближе, сторону не меняет, в точности не приходит никогда |
# | `'one_step'` | оказывается в минимуме за один шаг |
# | `'oscillates'` | на каждом шаге меняет сторону и приближается |
# | `'cycles'` | вечно прыгает между двумя точками |
# | `'diverges'` | с каждым шагом удаляется |
#
# Пример: `regime(0.1)` равно `'monotone'`, потому что путь такой: 5, 4, 3.2, …
#
# Границы — это ваши ответы к рисунку. Сравнивайте с ними саму скорость обучения, без округления.

# %% exercise="regime" role="answer"
def regime(learning_rate):
    """Name of what the path does on w**2 + 12.

    learning_rate: number, 0 or more.
    Returns 'stays', 'monotone', 'one_step', 'oscillates', 'cycles' or 'diverges'.
    """
    ### BEGIN SOLUTION
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "oscillates"
    if learning_rate == 1:
        return "cycles"
    return "diverges"
    ### END SOLUTION


# %% exercise="regime" role="test" points=2
check(regime)
### BEGIN HIDDEN TESTS
grade(regime)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-steps"
# ### Exercise 7 · `steps_to_reach`
#
# `steps_to_reach(w0, learning_rate, tol)` answers how many steps it takes on our parabola: the smallest $k$
# with $|w_k| \le t$, where $t$ is `tol`, a positive number. If no step ever gets there, the answer is `math.inf`.
# If the start is already there, the answer is 0.
#
# | call | path | answer |
# |---|---|---|
# | `steps_to_reach(5.0, 0.1, 3.5)` | 5, 4, 3.2 | `2` |
# | `steps_to_reach(-8.0, 0.25, 1.0)` | −8, −4, −2, −1 | `3` |
# | `steps_to_reach(5.0, 1.0, 0.01)` | 5, −5, 5, … | `math.inf` |
#
# Two ways lead there. A loop that multiplies is fine, but it must know beforehand when it would run for ever.
# The logarithm answers at once: $|q|^k \, |w_0| \le t$ has to be solved for $k$. But the computed logarithm
# is rounded, and the answer can then be one step off. So look at the neighbours $k - 1$ and $k + 1$ too.
#
# Tolerances so close to a $|w_k|$ that rounding decides are not tested, unless the arithmetic is exact, as
# with $\eta = 0.25$, where every step halves the weight.

# %% [markdown] lang="ru" key="task-steps" of="c44cff1b"
# ### Упражнение 7 · `steps_to_reach`
#
# `steps_to_reach(w0, learning_rate, tol)` отвечает, сколько шагов нужно на нашей параболе: наименьшее $k$,
# при котором $|w_k| \le t$, где $t$ — это `tol`, положительное число. Если этого не случится никогда, ответ —
# `math.inf`. Если начальная точка уже подходит, ответ — 0.
#
# | вызов | путь | ответ |
# |---|---|---|
# | `steps_to_reach(5.0, 0.1, 3.5)` | 5, 4, 3.2 | `2` |
# | `steps_to_reach(-8.0, 0.25, 1.0)` | −8, −4, −2, −1 | `3` |
# | `steps_to_reach(5.0, 1.0, 0.01)` | 5, −5, 5, … | `math.inf` |
#
# Есть два способа. Цикл с умножением годится, но он должен заранее знать, когда будет крутиться вечно.
# Логарифм отвечает сразу: надо решить $|q|^k \, |w_0| \le t$ относительно $k$. Но логарифм вычисляется
# с округлением, и ответ может отличаться на шаг. Поэтому проверяйте и соседей: $k - 1$ и $k + 1$.
#
# Порог, настолько близкий к какому-нибудь $|w_k|$, что всё решает округление, не проверяется. Исключение —
# точная арифметика, как при $\eta = 0.25$, когда каждый шаг делит вес пополам.

# %% numbers="task-steps"
says("2", steps_to_reach(5.0, 0.1, 3.5))
says("3", steps_to_reach(-8.0, 0.25, 1.0))
holds(steps_to_reach(5.0, 1.0, 0.01) == math.inf, "never")


# %% exercise="steps_to_reach" role="answer"
def steps_to_reach(w0, learning_rate, tol):
    """Number of steps until the weight is within tol of the minimum of w**2 + 12.

    w0: the start, a number.
    learning_rate: number, 0 or more.
    tol: positive number.
    Returns the smallest k with |w_k| <= tol (an int), or math.inf if there is none.
    """
    ### BEGIN SOLUTION
    size, factor = abs(w0), abs(1 - 2 * learning_rate)
    if size <= tol:
        return 0
    if factor == 0:
        return 1
    if factor >= 1:
        return math.inf
    k = max(1, round((math.log(tol) - math.log(size)) / math.log(factor)))
    while k > 1 and size * factor ** (k - 1) <= tol:
        k -= 1
    while size * factor**k > tol:
        k += 1
    return k
    ### END SOLUTION


# %% exercise="steps_to_reach" role="test" points=2
check(steps_to_reach)
### BEGIN HIDDEN TESTS
grade(steps_to_reach)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-safely"
# ### Exercise 8 · `descend_safely`
#
# Now the stopping rule put right. `descend_safely(grad, w0, learning_rate, eps, max_steps)` returns three
# values `(w, steps, converged)`:
#
# * `w` is the last weight, a number or an array of shape `(n,)` like `w0`;
# * `steps` is the number of updates made, never more than `max_steps`;
# * `converged` is `True` if the gradient at the returned `w` is at most `eps`, else `False`.
#
# Look at the gradient **before** each update and stop as soon as it is at most `eps`. For a number take its
# absolute value, for a vector its length; `np.linalg.norm` does both.
#
# Example for `d_loss`, start 5, $\eta = 0.25$, `eps = 1`. The weights are 5, 2.5, 1.25, 0.625, 0.3125, the
# slopes are 10, 5, 2.5, 1.25, 0.625. The last slope is small enough.
#
# | `max_steps` | answer |
# |---|---|
# | 100 | `(0.3125, 4, True)` |
# | 4 | `(0.3125, 4, True)` |
# | 3 | `(0.625, 3, False)` |
#
# With $\eta = 1$ and `max_steps = 100` the honest answer is `(5.0, 100, False)`.

# %% [markdown] lang="ru" key="task-safely" of="95e1ec2f"
# ### Упражнение 8 · `descend_safely`
#
# Теперь исправленный критерий. `descend_safely(grad, w0, learning_rate, eps, max_steps)` возвращает три
# значения `(w, steps, converged)`:
#
# * `w` — последний вес, число или массив формы `(n,)`, как `w0`;
# * `steps` — сколько сделано обновлений, не больше `max_steps`;
# * `converged` — `True`, если градиент при возвращённом `w` не больше `eps`, иначе `False`.
#
# Смотрите на градиент **до** каждого обновления и останавливайтесь, как только он не больше `eps`. Для числа
# берите модуль, для вектора — длину; `np.linalg.norm` умеет и то и другое.
#
# Пример для `d_loss`, начальная точка 5, $\eta = 0.25$, `eps = 1`. Веса: 5, 2.5, 1.25, 0.625, 0.3125, наклоны:
# 10, 5, 2.5, 1.25, 0.625. Последний наклон достаточно мал.
#
# | `max_steps` | ответ |
# |---|---|
# | 100 | `(0.3125, 4, True)` |
# | 4 | `(0.3125, 4, True)` |
# | 3 | `(0.625, 3, False)` |
#
# При $\eta = 1$ и `max_steps = 100` честный ответ — `(5.0, 100, False)`.

# %% numbers="task-safely"
says("0.3125", descend_safely(d_loss, 5.0, 0.25, 1, 100)[0])
says("4", descend_safely(d_loss, 5.0, 0.25, 1, 100)[1])
says("0.625", descend_safely(d_loss, 5.0, 0.25, 1, 3)[0])
holds(descend_safely(d_loss, 5.0, 1.0, 1, 100) == (5.0, 100, False), "the honest answer")


# %% exercise="descend_safely" role="answer"
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    """Gradient descent that stops on a small gradient and says whether it arrived.

    grad: function of one weight (number or vector), returns the gradient in the same shape.
    w0: the start, a number or an array of shape (n,).
    learning_rate: positive number.
    eps: largest length of the gradient that counts as arrived.
    max_steps: largest number of updates, 0 or more.
    Returns (w, steps, converged): weight in the shape of w0, int, bool.
    """
    ### BEGIN SOLUTION
    w = w0 * 1.0
    for steps in range(max_steps):
        slope = grad(w)
        if np.linalg.norm(slope) <= eps:
            return w, steps, True
        w = w - learning_rate * slope
    return w, max_steps, bool(np.linalg.norm(grad(w)) <= eps)
    ### END SOLUTION


# %% exercise="descend_safely" role="test" points=3
check(descend_safely)
### BEGIN HIDDEN TESTS
grade(descend_safely)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-fooling"
# ### Exercise 9 (a stretch) · `fooling_rate`
#
# Change sides and fool the lecture's rule. `fooling_rate(w0, eps)` returns a learning rate
# $0 < \eta < \frac{1}{2}$ for which, on our parabola, both hold:
#
# * the rule stops after one step: $|L(w_1) - L(w_0)| < \varepsilon$;
# * the step has achieved next to nothing: $|w_1| > 0.9 \, |w_0|$.
#
# Here `w0` is any number except 0: negative, a millionth, a million. `eps` is positive. There are
# many right answers, and any of them gets full marks. The grader makes the step without rounding and looks.
# No single number fools the rule for every `w0`, so the answer depends on both arguments.
#
# Example: for `w0 = 5.0`, `eps = 0.01` the rate 0.0001 is right: the weight becomes 4.999 and the loss
# changes by 0.009999. The rate 0.0002 is wrong: the loss changes by 0.019996.
#
# The reading knows another answer, $\eta = 1$; here $\eta < \frac{1}{2}$ is required. Prove your rate with the
# formula for the change of the loss. For a large `w0` the difference of two losses is rounded, so leave a
# margin.

# %% [markdown] lang="ru" key="task-fooling" of="bc6c6db0"
# ### Упражнение 9 (повышенной сложности) · `fooling_rate`
#
# Встанем на другую сторону и обманем критерий из лекции. `fooling_rate(w0, eps)` возвращает скорость
# обучения $0 < \eta < \frac{1}{2}$, при которой на нашей параболе верно и то и другое:
#
# * критерий останавливает спуск после одного шага: $|L(w_1) - L(w_0)| < \varepsilon$;
# * шаг не дал почти ничего: $|w_1| > 0.9 \, |w_0|$.
#
# Здесь `w0` — любое число, кроме 0: отрицательное, одна миллионная, миллион. `eps` положительно.
# Верных ответов много, за любой ставится полный балл. Проверка делает шаг без округления и смотрит, что вышло.
# Нет одного числа, которое обманывало бы критерий при любом `w0`: ответ зависит от обоих аргументов.
#
# Пример: для `w0 = 5.0`, `eps = 0.01` скорость 0.0001 годится: вес станет 4.999, потери изменятся
# на 0.009999. Скорость 0.0002 не годится: потери изменятся на 0.019996.
#
# В тексте есть и другой ответ, $\eta = 1$, но здесь требуется $\eta < \frac{1}{2}$. Докажите свой ответ
# формулой для изменения потерь. При большом `w0` разность двух потерь вычисляется с округлением, поэтому
# оставьте запас.

# %% numbers="task-fooling"
says("4.999", closed_form(5, 0.0001, 1))
says("0.009999", loss(5) - loss(closed_form(5, 0.0001, 1)))
says("0.019996", loss(5) - loss(closed_form(5, 0.0002, 1)))


# %% exercise="fooling_rate" role="answer"
def fooling_rate(w0, eps):
    """A learning rate that fools the stopping rule of lecture 3 on w**2 + 12.

    w0: the start, a number, not 0.
    eps: the tolerance of the rule, positive.
    Returns a number between 0 and 0.5: the rule stops after one step although |w_1| > 0.9 |w_0|.
    """
    ### BEGIN SOLUTION
    # The loss changes by less than 4 * eta * w0**2 <= 0.04 * eps, and the factor is at least 0.98.
    return 0.01 * eps / (w0**2 + eps)
    ### END SOLUTION


# %% exercise="fooling_rate" role="test" points=3
check(fooling_rate)
### BEGIN HIDDEN TESTS
grade(fooling_rate)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-valleys"
# ### Experiment · `count_valleys`
#
# The parabola has one **valley** (долина): a minimum with slopes on both sides that lead down to it. Losses of real models
# have many. Here is a loss with three:
#
# $$L(w) = \frac{w^2}{10} - 2 e^{-8 (w - 3)^2} - e^{-2 (w + 2)^2}$$
#
# | bottom | −1.903 | −0.015 | 2.981 |
# |---|---|---|---|
# | loss there | −0.619 | 0.000 | −1.106 |
# | how fast the slope changes there, $M$ | 3.98 | 0.178 | 31.9 |
#
# The deepest valley is the narrowest: there $M$ is largest. Descent is to start from 101 places between −5 and 5, with
# one learning rate for all. **Predict first, in one line:** with a larger rate, are more valleys found, fewer, or the
# same ones? Is the deepest among them?
#
# `count_valleys(grad, starts, learning_rate, n_steps)` makes `n_steps` steps from every number of the array `starts` and
# returns in how many **different** valleys a path has come to rest, a whole number. A path is at rest if at its end
# the absolute value of `grad` is at most 0.001. Ends that agree when rounded to one decimal are in one valley.
#
# Your `gradient_descent` walks from all starts at once: give it the array, because `grad` works element by element.
# `np.unique(a).size` says how many different numbers an array holds.
#
# Example: `count_valleys(d_loss, np.array([5.0, -3.0]), 0.25, 20)` is `1`. With 2 steps it is `0`: both are still moving.
#
# When the check is green, run your function on the three valleys, in a new cell:
#
# ```python
# def bumpy_slope(w):
#     return w / 5 + 32 * (w - 3) * np.exp(-8 * (w - 3) ** 2) + 4 * (w + 2) * np.exp(-2 * (w + 2) ** 2)
#
# for eta in (0.02, 0.05, 0.07, 0.3, 0.6):
#     print(eta, count_valleys(bumpy_slope, np.linspace(-5, 5, 101), eta, 2000))
# print(gradient_descent(bumpy_slope, 2.99, 0.1, 8))
# ```
#
# At which rate is which valley lost? Compare with $2/M$. What does the last line show, and what do you conclude?

# %% [markdown] lang="ru" key="task-valleys" of="2fb5d3f1"
# ### Эксперимент · `count_valleys`
#
# У параболы одна **долина** (valley): минимум и склоны, которые с обеих сторон ведут к нему вниз. У потерь настоящих моделей
# долин много. Вот функция с тремя:
#
# $$L(w) = \frac{w^2}{10} - 2 e^{-8 (w - 3)^2} - e^{-2 (w + 2)^2}$$
#
# | дно | −1.903 | −0.015 | 2.981 |
# |---|---|---|---|
# | потери там | −0.619 | 0.000 | −1.106 |
# | как быстро там меняется наклон, $M$ | 3.98 | 0.178 | 31.9 |
#
# Самая глубокая долина — самая узкая: $M$ там наибольшее. Пустим спуск из 101 точки от −5 до 5 с одной скоростью
# обучения на всех. **Предскажите одной строкой:** если скорость больше, найдётся ли долин больше, меньше или столько же?
# Будет ли среди них самая глубокая?
#
# `count_valleys(grad, starts, learning_rate, n_steps)` делает `n_steps` шагов из каждого числа массива `starts`
# и возвращает целое число: в скольких **разных** долинах остановился хотя бы один путь. Путь остановился, если в его конце
# модуль `grad` не больше 0.001. Конечные точки, которые совпадают после округления до одного знака, лежат в одной долине.
#
# Ваш `gradient_descent` идёт из всех точек сразу: дайте ему массив, ведь `grad` работает поэлементно.
# `np.unique(a).size` говорит, сколько в массиве разных чисел.
#
# Пример: `count_valleys(d_loss, np.array([5.0, -3.0]), 0.25, 20)` равно `1`. При 2 шагах ответ `0`: оба пути ещё движутся.
#
# Когда проверка пройдена, испытайте функцию на трёх долинах в новой ячейке:
#
# ```python
# def bumpy_slope(w):
#     return w / 5 + 32 * (w - 3) * np.exp(-8 * (w - 3) ** 2) + 4 * (w + 2) * np.exp(-2 * (w + 2) ** 2)
#
# for eta in (0.02, 0.05, 0.07, 0.3, 0.6):
#     print(eta, count_valleys(bumpy_slope, np.linspace(-5, 5, 101), eta, 2000))
# print(gradient_descent(bumpy_slope, 2.99, 0.1, 8))
# ```
#
# При какой скорости какая долина теряется? Сравните с $2/M$. Что показывает последняя строка и какой из этого вывод?

# %% numbers="task-valleys"
def bumpy(w):
    return w**2 / 10 - 2 * np.exp(-8 * (w - 3) ** 2) - np.exp(-2 * (w + 2) ** 2)


for near, place, depth, steep in ((-1.9, "-1.903", "-0.619", "3.98"), (0.0, "-0.015", "0.000", "0.178"), (2.98, "2.981", "-1.106", "31.9")):
    bottom = gradient_descent(bumpy_slope, near, 0.05, 3000)[-1]
    says(place, bottom)
    says(depth, bumpy(bottom))
    says(steep, (bumpy_slope(bottom + 1e-5) - bumpy_slope(bottom - 1e-5)) / 2e-5)
says("1", count_valleys(d_loss, np.array([5.0, -3.0]), 0.25, 20))
says("0", count_valleys(d_loss, np.array([5.0, -3.0]), 0.25, 2))


# %% exercise="count_valleys" role="answer"
def count_valleys(grad, starts, learning_rate, n_steps):
    """Number of valleys in which descent from many starts comes to rest.

    grad: function of an array of weights, returns the slope at each of them.
    starts: array of starting points, shape (s,).
    learning_rate: positive number.
    n_steps: number of updates, 0 or more.
    Returns a whole number.
    """
    ### BEGIN SOLUTION
    ends = gradient_descent(grad, starts, learning_rate, n_steps)[-1]
    at_rest = ends[np.abs(grad(ends)) <= 0.001]
    return np.unique(np.round(at_rest, 1)).size
    ### END SOLUTION


# %% exercise="count_valleys" role="test" points=2
check(count_valleys)
### BEGIN HIDDEN TESTS
grade(count_valleys)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="valleys-answers"
# <details><summary>What the experiment shows</summary>
#
# The counts are 3, 3, 2, 2, 1. The borders $2/M$ are 0.0626 for the valley at 2.981, 0.503 for the one at −1.903 and
# 11.3 for the one at −0.015. At $\eta = 0.07$ the **deepest** valley is lost. Not one of the 101 paths rests there; at
# $\eta = 0.05$ it was 27 of them.
#
# The last line starts 0.01 beside the deepest bottom, and is thrown out: 2.99, 2.962, 3.023, 2.890, … A small slope
# does not help, because every step multiplies the distance to the bottom by about $1 - 31.9 \, \eta$, here −2.19.
#
# So the learning rate does not only set the pace. It decides **which minima can hold you**: only those with
# $M < 2/\eta$. Large rates pass over narrow valleys, however deep.
#
# </details>

# %% [markdown] lang="ru" key="valleys-answers" of="f9254d03"
# <details><summary>Что показывает эксперимент</summary>
#
# Получается 3, 3, 2, 2, 1. Границы $2/M$ таковы: 0.0626 для долины у 2.981, 0.503 для долины у −1.903 и
# 11.3 для долины у −0.015. При $\eta = 0.07$ теряется **самая глубокая** долина. Там не остановился ни один из 101 пути,
# а при $\eta = 0.05$ их было 27.
#
# Последняя строка начинается в 0.01 от самого глубокого дна, и её оттуда выбрасывает: 2.99, 2.962, 3.023, 2.890, …
# Малый наклон не спасает: каждый шаг умножает расстояние до дна примерно на $1 - 31.9 \, \eta$, здесь на −2.19.
#
# Значит, скорость обучения задаёт не только темп. Она решает, **какие минимумы могут вас удержать**: только те, где
# $M < 2/\eta$. С большой скоростью узкие долины проскакивают, какими бы глубокими они ни были.
#
# </details>

# %% numbers="valleys-answers"
starts = np.linspace(-5, 5, 101)
found = [count_valleys(bumpy_slope, starts, eta, 2000) for eta in (0.02, 0.05, 0.07, 0.3, 0.6)]
holds(found == [3, 3, 2, 2, 1], "the counts")
for text, near in (("0.0626", 2.98), ("0.503", -1.9), ("11.3", 0.0)):
    bottom = gradient_descent(bumpy_slope, near, 0.05, 3000)[-1]
    says(text, 2 / ((bumpy_slope(bottom + 1e-5) - bumpy_slope(bottom - 1e-5)) / 2e-5))
ends = {eta: gradient_descent(bumpy_slope, starts, eta, 2000)[-1] for eta in (0.05, 0.07)}
says("27", np.sum(abs(ends[0.05] - 2.981) < 0.01))
holds(not np.any(abs(ends[0.07] - 2.981) < 0.01), "no path rests in the deepest valley")
path = gradient_descent(bumpy_slope, 2.99, 0.1, 8)
says("2.962", path[1])
says("3.023", path[2])
says("2.890", path[3])
says("-2.19", 1 - 31.9 * 0.1)


# %% [markdown] lang="en" key="question"
# ## In your own words
#
# A friend runs gradient descent on $L(w) = w^2 + 12$ with the rule of lecture 3 and says: "It stopped after
# one step, so it has found the minimum."
#
# Answer in four to eight sentences. Say what the rule really looks at. Give **two different** learning rates
# that break your friend's conclusion, with numbers for $w_1$ and for the change of the loss. Then say what
# you would look at instead, and why that is not fooled by your two rates.
#
# A person reads this answer, not a program. Write it in the cell below.

# %% [markdown] lang="ru" key="question" of="39a7ec42"
# ## Своими словами
#
# Знакомый запустил градиентный спуск для $L(w) = w^2 + 12$ с критерием из лекции 3 и говорит: «Он
# остановился после первого же шага, значит, минимум найден».
#
# Ответьте в четырёх–восьми предложениях. Скажите, на что критерий смотрит на самом деле. Приведите **две
# разные** скорости обучения, которые опровергают вывод знакомого, с числами: чему равно $w_1$ и насколько
# изменились потери. Затем скажите, на что смотрели бы вы и почему вашими двумя скоростями этого не обмануть.
#
# Этот ответ читает человек, а не программа. Пишите в ячейке ниже.

# %% [markdown] question="own-words" points=4
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the four; half points are allowed. Any start other than 0 and any right numbers count.
#
# 1. What the rule looks at: the change of the loss in the last step, not the distance to the minimum or the
#    slope. A small change can come from the step and need not come from the place.
# 2. A rate at or near 1 with numbers: for example η = 1, start 5: w₁ = −5, both losses 37, change 0.
# 3. A tiny rate with numbers: for example η = 0.0001, start 5: w₁ = 4.999, change 0.009999 < 0.01.
#    (Half a point if the number is only described as "small".)
# 4. A better check with its reason: the slope (gradient) |L′(w)| ≤ ε, because η does not enter it; at ±5
#    it is ±10, at 4.999 it is 9.998. A limit on the number of steps is welcome but not required. The distance
#    to 0 gets half a point: it works here, but for a real loss the minimum is not known.
#
# По одному баллу за каждый пункт, можно ставить половину. Годятся любая начальная точка, кроме 0, и любые верные
# числа.
#
# 1. На что смотрит критерий: на изменение потерь за последний шаг, а не на расстояние до минимума и не на
#    наклон. Изменение может быть малым из-за самого шага, а не из-за места.
# 2. Скорость, равная 1 или близкая к ней, с числами: например, η = 1, начальная точка 5: w₁ = −5, потери оба раза 37,
#    изменение 0.
# 3. Очень малая скорость с числами: например, η = 0.0001, начальная точка 5: w₁ = 4.999, изменение 0.009999 < 0.01.
#    (Половина балла, если вместо чисел сказано только «маленькое».)
# 4. Лучшая проверка и объяснение: наклон (градиент) |L′(w)| ≤ ε, потому что η в него не входит; в точках ±5
#    он равен ±10, в точке 4.999 — 9.998. Предел на число шагов приветствуется, но не обязателен.
#    Расстояние до 0 — половина балла: здесь оно годится, но у настоящих потерь минимум неизвестен.
# ### END MARK SCHEME

# %% [markdown] lang="en" key="slides"
# ## What the lecture slides say differently
#
# You can skip this if you do not have the slides.
#
# ### The step without η
#
# Before lecture 2 brings in $\eta$, it says that adding the anti-gradient to the weight makes the loss smaller. Try it
# at $w = 5$, with no learning rate, which is the same as $\eta = 1$:
#
# $$5 - L'(5) = 5 - 10 = -5, \qquad L(-5) = 37 = L(5)$$
#
# The loss has not become smaller, and the next step leads back to 5. For our loss this step maps $w$ to $-w$, for ever.
# Right is: a **short enough** step lowers the loss.
#
# ### The rule without a warning, the slope without a place
#
# * Lecture 3 presents its stopping rule without a warning. *The rule can be fooled* shows why it needs one.
# * The slide with the update rule of lecture 3 leaves out at which weight the slope is taken: always at the present one.
#   With the slope of the start the path 5, 4, 3.2 would become 5, 4, 3.
# * Lecture 1 warns that a large rate overshoots. Overshooting alone does no harm: $\eta = 0.9$ overshoots at every step
#   and converges.

# %% [markdown] lang="ru" key="slides" of="b0d97d63"
# ## Что на слайдах лекций иначе
#
# Если слайдов у вас нет, этот раздел можно пропустить.
#
# ### Шаг без η
#
# Пока в лекции 2 ещё нет $\eta$, там сказано: если прибавить к весу антиградиент, потери уменьшатся. Проверим
# при $w = 5$, без скорости обучения, то есть с $\eta = 1$:
#
# $$5 - L'(5) = 5 - 10 = -5, \qquad L(-5) = 37 = L(5)$$
#
# Потери не уменьшились, а следующий шаг вернёт нас в 5. Для нашей функции такой шаг переводит $w$ в $-w$, и так без конца.
# Верно другое: потери уменьшает **достаточно короткий** шаг.
#
# ### Критерий без оговорки, наклон без точки
#
# * В лекции 3 критерий останова дан без оговорок. Почему оговорка нужна, показывает раздел «Критерий можно обмануть».
# * На слайде лекции 3 с правилом обновления не указано, при каком весе берётся наклон: всегда при текущем.
#   С наклоном в начальной точке вместо пути 5, 4, 3.2 получился бы путь 5, 4, 3.
# * Лекция 1 предупреждает, что с большой скоростью можно проскочить минимум. В самом перескоке беды нет: $\eta = 0.9$
#   перескакивает на каждом шаге и сходится.

# %% numbers="slides"
says("-5", 5 - d_loss(5))
says("37", loss(-5))
w = gradient_descent(d_loss, 5.0, 0.9, 40)
holds(all(w[1:] * w[:-1] < 0) and all(np.diff(abs(w)) < 0), "0.9 overshoots at every step and comes closer")


# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. Gradient descent repeats one line: $w_{k+1} = w_k - \eta \, L'(w_k)$, the slope taken at the present
#    weight.
# 2. On $L(w) = w^2 + 12$ a step multiplies the weight by $1 - 2\eta$: one step suffices at $\eta = 0.5$, the
#    path cycles at $\eta = 1$ and diverges for $\eta > 1$.
# 3. The anti-gradient is a direction. Only a short enough step along it lowers the loss.
# 4. For a convex and smooth loss with a minimum, every $\eta$ with $0 < \eta < 2/M$ converges from any start.
# 5. With several valleys the rate also decides which of them can hold you: those with $M < 2/\eta$.
# 6. A small change of the loss proves nothing about the place. Look at the gradient, and limit the steps.
#
# **Next:** unit 05, linear regression. There are several weights, and your `gradient_descent` works
# unchanged. But each direction has its own factor, and one $\eta$ must suit them all. That is why the scale
# of the data will matter.

# %% [markdown] lang="ru" key="summary" of="52cc44ab"
# ## Итоги
#
# 1. Градиентный спуск повторяет одну строку: $w_{k+1} = w_k - \eta \, L'(w_k)$, наклон — при текущем весе.
# 2. Для $L(w) = w^2 + 12$ шаг умножает вес на $1 - 2\eta$: при $\eta = 0.5$ хватает одного шага,
#    при $\eta = 1$ путь зацикливается, при $\eta > 1$ расходится.
# 3. Антиградиент — это направление. Потери уменьшает только достаточно короткий шаг в эту сторону.
# 4. Для выпуклой и гладкой функции с минимумом любая $\eta$, для которой $0 < \eta < 2/M$, даёт сходимость
#    из любой начальной точки.
# 5. Если долин несколько, скорость решает и то, какие из них могут вас удержать: те, где $M < 2/\eta$.
# 6. Малое изменение потерь ничего не говорит о месте. Смотрите на градиент и ограничивайте число шагов.
#
# **Дальше:** урок 05, линейная регрессия. Весов станет несколько, и ваш `gradient_descent` подойдёт без
# изменений. Но у каждого направления свой множитель, а одна $\eta$ должна годиться для всех. Поэтому
# масштаб данных станет важен.
