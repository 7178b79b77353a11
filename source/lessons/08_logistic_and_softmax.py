# %% [markdown] lang="en" key="goal"
# # Logistic regression and softmax
#
# ## Goal
#
# After this unit you can
#
# * train a classifier that answers with probabilities, and say line by line why the formula of its gradient is so short;
# * turn the scores of several classes into probabilities, in code that does not break at 1000;
# * say when softmax is the right tool and when a plain division is, and show it with numbers.
#
# **Time:** about 110 minutes. Reading takes 30, the figure 5, the exercises with the experiment 70, the written question 5.
# A good place to stop is after exercise 6.
#
# **Lectures:** in lecture 1 the slides from "Logistic regression" to "Multi-class classification and Softmax"; in
# lecture 4 the slides "Logistic regression is a neural network too" and "Multi-class".
#
# **You need:** the sigmoid and the logit (unit 03), gradient descent (unit 04), the table $X$ with a column of
# ones (unit 05), the chain rule along a graph (unit 07).

# %% [markdown] lang="ru" key="goal" of="b0d7f225"
# # Логистическая регрессия и softmax
#
# ## Цель
#
# После этого урока вы сможете
#
# * обучить классификатор, который отвечает вероятностями, и строка за строкой объяснить, почему формула его градиента так коротка;
# * превратить взвешенные суммы нескольких классов в вероятности кодом, который не ломается и при 1000;
# * сказать, когда нужен softmax, а когда простое деление, и показать это на числах.
#
# **Время:** около 110 минут. Чтение — 30, рисунок — 5, упражнения с экспериментом — 70, письменный вопрос — 5.
# Перерыв удобно сделать после упражнения 6.
#
# **Лекции:** в лекции 1 — слайды от «Логистическая регрессия» до «Мультиклассовая классификация и Softmax»;
# в лекции 4 — слайды «Логистическая регрессия – это тоже нейронная сеть» и «Мультикласс».
#
# **Понадобится:** сигмоида и логит (урок 03), градиентный спуск (урок 04), таблица $X$ со столбцом единиц
# (урок 05), цепное правило на графе (урок 07).

# %% key="setup"
import math

import matplotlib.pyplot as plt
import numpy as np

from course import check, figures, plots

# %% [markdown] lang="en" key="log-odds"
# ## From odds to a model
#
# Despite its name, **logistic regression** (логистическая регрессия) is a method of **classification**
# (классификация): it answers "which class?". Is the message spam or not?
#
# We want a probability $p$. We can train the weights of a weighted sum, but such a sum can be any number, and a
# probability cannot. Unit 03 built the bridge. Look at three ways to say the same thing.
#
# | probability $p$ | 0.2 | 0.5 | 0.8 | 0.9 | 0.99 |
# |---|---|---|---|---|---|
# | odds, $p$ to $1 - p$ | 0.25 | 1 | 4 | 9 | 99 |
# | logarithm of the odds | −1.386 | 0 | 1.386 | 2.197 | 4.595 |
#
# The last row runs over the whole line, and equal chances stand at 0. It is called the **log-odds**
# (логарифм шансов), or **logit** (логит). The model supposes that this row, and not $p$ itself, is a weighted sum:
#
# $$\ln \frac{p}{1 - p} = z = w_0 + w_1 x_1 + w_2 x_2 + \dots + w_n x_n$$
#
# Here $x_1, \dots, x_n$ are the features of an object, $w_1, \dots, w_n$ their weights, $w_0$ is the intercept and
# $z$ the **score** (взвешенная сумма). What does one weight mean? Raise $x_1$ by 1, and $w_1$ is added to the
# log-odds: the odds are multiplied by $e^{w_1}$. With $w_1 = 0.7$ they double.
#
# Solved for $p$, the model is the sigmoid of the score:
#
# $$p = \sigma(z) = \frac{1}{1 + e^{-(w_0 + w_1 x_1 + w_2 x_2 + \dots + w_n x_n)}}$$
#
# For all $m$ objects at once: the table $X$ holds one object in each row and ones in its first column, so that
# the scores are $Xw$ and the probabilities $\sigma(Xw)$.

# %% [markdown] lang="ru" key="log-odds" of="b49ceb06"
# ## От шансов к модели
#
# Несмотря на название, **логистическая регрессия** (logistic regression) — метод **классификации**
# (classification): она отвечает на вопрос «какой класс?». Спам это письмо или не спам?
#
# Нам нужна вероятность $p$. Подбирать веса взвешенной суммы мы умеем, но сумма бывает любым числом, а вероятность —
# нет. Мост между ними построен в уроке 03. Вот три способа сказать одно и то же.
#
# | вероятность $p$ | 0.2 | 0.5 | 0.8 | 0.9 | 0.99 |
# |---|---|---|---|---|---|
# | шансы, $p$ к $1 - p$ | 0.25 | 1 | 4 | 9 | 99 |
# | логарифм шансов | −1.386 | 0 | 1.386 | 2.197 | 4.595 |
#
# Нижняя строка пробегает всю прямую, а равным шансам отвечает 0. Это **логарифм шансов** (log-odds), он же
# **логит** (logit). Модель предполагает, что взвешенной сумме равна именно эта строка, а не сама $p$:
#
# $$\ln \frac{p}{1 - p} = z = w_0 + w_1 x_1 + w_2 x_2 + \dots + w_n x_n$$
#
# Здесь $x_1, \dots, x_n$ — признаки объекта, $w_1, \dots, w_n$ — их веса, $w_0$ — свободный член,
# $z$ — **взвешенная сумма** (score). Что означает один вес? Увеличьте $x_1$ на 1, и к логарифму шансов
# прибавится $w_1$: шансы умножатся на $e^{w_1}$. При $w_1 = 0.7$ они удваиваются.
#
# Выразим отсюда $p$: модель — это сигмоида от взвешенной суммы.
#
# $$p = \sigma(z) = \frac{1}{1 + e^{-(w_0 + w_1 x_1 + w_2 x_2 + \dots + w_n x_n)}}$$
#
# Для всех $m$ объектов сразу: в таблице $X$ каждая строка — объект, а первый столбец состоит из единиц, поэтому
# взвешенные суммы — это $Xw$, а вероятности — $\sigma(Xw)$.

# %% numbers="log-odds"
for _p, _odds, _log in ((0.2, "0.25", "-1.386"), (0.8, "4", "1.386"), (0.9, "9", "2.197"), (0.99, "99", "4.595")):
    says(_odds, _p / (1 - _p))
    says(_log, np.log(_p / (1 - _p)))


# %% [markdown] lang="en" key="naming"
# ### Naming a class
#
# In formulas the **label** (метка) $y$ is a number to compute with, 0 or 1, and $p$ is always the probability of $y = 1$. Spoken names may
# be anything. The lecture says "class 1" and "class 2", and one exercise here does so too:
#
# | | where the sigmoid is near 0 | where the sigmoid is near 1 |
# |---|---|---|
# | label $y$ in formulas | 0 | 1 |
# | name | class 1 | class 2 |
#
# To name a class we compare $p$ with a **threshold** (порог), usually 0.5: if $p$ is at least the threshold, the answer
# is class 2, otherwise class 1. One half is a habit and not a law. If a lost letter is worse than a spam
# message that gets through, call it spam only from 0.9 on.
#
# Where exactly does the answer change when the threshold is 0.5? At $p = 0.5$ the log-odds are 0, so the **decision boundary** (граница классов) is
# the set of points with
#
# $$w_0 + w_1 x_1 + w_2 x_2 = 0$$
#
# With two features it is a straight line. Take $w = (-4, 1, 2)$. The object $(2, 1)$ has $z = -4 + 2 + 2 = 0$ and
# lies on the line. The object $(3, 2)$ has $z = 3$ and $p = 0.953$.

# %% [markdown] lang="ru" key="naming" of="807d23c4"
# ### Как назвать класс
#
# В формулах **метка** (label) $y$ — число, с которым считают, 0 или 1, а $p$ — всегда вероятность того, что $y = 1$. Назвать классы
# можно как угодно. В лекции это «класс 1» и «класс 2», и так же они называются в одном из упражнений:
#
# | | где сигмоида около 0 | где сигмоида около 1 |
# |---|---|---|
# | метка $y$ в формулах | 0 | 1 |
# | название | класс 1 | класс 2 |
#
# Чтобы назвать класс, $p$ сравнивают с **порогом** (threshold), обычно 0.5: если $p$ не меньше порога, ответ —
# класс 2, иначе класс 1. Одна вторая — привычка, а не закон. Если потерянное письмо хуже пропущенного спама,
# называйте спамом только то, чему модель дала не меньше 0.9.
#
# Где именно меняется ответ, если порог равен 0.5? При $p = 0.5$ логарифм шансов равен 0, поэтому **граница классов** (decision boundary) — это
# множество точек, где
#
# $$w_0 + w_1 x_1 + w_2 x_2 = 0$$
#
# Если признаков два, это прямая. Возьмём $w = (-4, 1, 2)$. У объекта $(2, 1)$ взвешенная сумма $z = -4 + 2 + 2 = 0$, он
# лежит на прямой. У объекта $(3, 2)$ получается $z = 3$ и $p = 0.953$.

# %% numbers="naming"
says("0.953", 1 / (1 + np.exp(-(-4 + 3 + 2 * 2))))
holds(-4 + 2 + 2 * 1 == 0, "the object (2, 1) lies on the line")


# %% [markdown] lang="en" key="the-loss"
# ## A loss for probabilities
#
# The model said "spam, 0.9", and spam it was. How bad is that? Not at all bad. It said 0.01, and spam it was:
# very bad. A good measure is the **surprise**: minus the logarithm of the probability that the model gave to what
# really happened.
#
# | it gave to the truth | 1 | 0.9 | 0.5 | 0.1 | 0.01 |
# |---|---|---|---|---|---|
# | surprise | 0 | 0.105 | 0.693 | 2.303 | 4.605 |
#
# If $y = 1$, the truth got $p$. If $y = 0$, it got $1 - p$. One formula for the surprise $\ell$ says both,
# because one of its halves is always multiplied by 0:
#
# $$\ell(y, p) = -\bigl( y \ln p + (1 - y) \ln (1 - p) \bigr)$$
#
# The mean over all objects is the **log-loss** (логистические потери), also called binary cross-entropy:
#
# $$L = -\frac{1}{m} \sum_{i=1}^{m} \bigl( y_i \ln p_i + (1 - y_i) \ln (1 - p_i) \bigr)$$
#
# Here $y_i$ is the label of object $i$ and $p_i$ the probability that the model gives to $y_i = 1$.
# By hand, for labels 1, 0, 1 and probabilities 0.9, 0.2, 0.4: the truth got 0.9, 0.8, 0.4. The surprises are
# 0.105, 0.223, 0.916, their mean is 0.415.
#
# Why the logarithm? Suppose the objects do not influence each other. Then the probability of all labels together is the product
# $0.9 \cdot 0.8 \cdot 0.4$. To make it large is to make its logarithm large, and the logarithm of a product
# is a sum. So a small log-loss means that the model finds the data likely.
#
# One end needs care. A model that gave 0 to the truth has an infinite surprise. Computers do reach exact 0 and 1 by
# rounding. Therefore one **clips** (обрезает) $p$ to the interval from $\varepsilon$ to $1 - \varepsilon$, with a tiny
# $\varepsilon$ such as $10^{-15}$. Then the loss stays finite, about 34.5 at worst. Do not take $10^{-20}$: in
# float64 $1 - 10^{-20}$ is exactly 1, and one end stays open.

# %% [markdown] lang="ru" key="the-loss" of="6f8789cf"
# ## Потери для вероятностей
#
# Модель сказала: «спам, 0.9», и это был спам. Насколько это плохо? Совсем не плохо. Сказала 0.01, а это был спам —
# очень плохо. Хорошая мера — **удивление**: минус логарифм той вероятности, которую модель дала тому, что
# случилось на самом деле.
#
# | верному ответу досталось | 1 | 0.9 | 0.5 | 0.1 | 0.01 |
# |---|---|---|---|---|---|
# | удивление | 0 | 0.105 | 0.693 | 2.303 | 4.605 |
#
# Если $y = 1$, верному ответу досталось $p$. Если $y = 0$, ему досталось $1 - p$. Одна формула для удивления $\ell$ говорит и то и другое:
# одна из её половин всегда умножена на 0.
#
# $$\ell(y, p) = -\bigl( y \ln p + (1 - y) \ln (1 - p) \bigr)$$
#
# Среднее по всем объектам — это **логистические потери** (log-loss), их называют ещё бинарной перекрёстной энтропией:
#
# $$L = -\frac{1}{m} \sum_{i=1}^{m} \bigl( y_i \ln p_i + (1 - y_i) \ln (1 - p_i) \bigr)$$
#
# Здесь $y_i$ — метка объекта $i$, а $p_i$ — вероятность, которую модель даёт тому, что $y_i = 1$.
# Вручную, для меток 1, 0, 1 и вероятностей 0.9, 0.2, 0.4: верному ответу досталось 0.9, 0.8, 0.4. Значения удивления равны
# 0.105, 0.223, 0.916, их среднее — 0.415.
#
# Почему логарифм? Пусть объекты не влияют друг на друга. Тогда вероятность всех меток сразу — произведение
# $0.9 \cdot 0.8 \cdot 0.4$. Чтобы сделать большим произведение, надо сделать большим его логарифм, а логарифм произведения —
# это сумма. Значит, малые потери говорят, что с точки зрения модели данные правдоподобны.
#
# С краями нужна осторожность. Если модель дала верному ответу 0, удивление бесконечно. А из-за округления компьютер доходит до
# точных 0 и 1. Поэтому $p$ **обрезают** (clip): загоняют в промежуток от $\varepsilon$ до $1 - \varepsilon$ с крошечным
# $\varepsilon$, например $10^{-15}$. Тогда потери конечны, самое большее — около 34.5. Только не берите $10^{-20}$: в
# float64 число $1 - 10^{-20}$ в точности равно 1, и один край остаётся незащищённым.

# %% numbers="the-loss"
for _p, _printed in ((0.9, "0.105"), (0.5, "0.693"), (0.1, "2.303"), (0.01, "4.605"), (0.8, "0.223"), (0.4, "0.916")):
    says(_printed, -np.log(_p))
says("0.415", log_loss(np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.2, 0.4])))
says("34.5", -np.log(1e-15))
holds(1 - 1e-20 == 1, "in float64 it is exactly 1")


# %% key="loss-picture"
p = np.linspace(0.005, 0.995, 200)
plt.figure(figsize=(6, 2.8))
plt.plot(p, -np.log(p), color="#0072B2", label="y = 1: −ln p")
plt.plot(p, -np.log(1 - p), "--", color="#E69F00", label="y = 0: −ln (1 − p)")
plt.plot([0.9, 0.2, 0.4], [0.105, 0.223, 0.916], "ko")
plt.legend()
plt.xlabel("p")
plots.show(
    en="Two curves of surprise over p. For y = 1 it falls to 0 at p = 1, for y = 0 it rises from 0 "
    "at p = 0. Three points.",
    ru="Две кривые удивления по p. При y = 1 она спадает до 0 в p = 1, при y = 0 растёт от 0 в p = "
    "0. Три точки.",
)

# %% [markdown] lang="en" key="cancels"
# ## The gradient, and what cancels in it
#
# Take one object with one score. The path is a little graph: $w \to z \to p \to \ell$. Along a path derivatives
# multiply (unit 07). As an example take $z = 2$ and $y = 0$: the model is rather sure, and wrong. Then $p = 0.8808$.
#
# **Line 1, the loss with respect to the probability.** The derivative of $\ln p$ is $\frac{1}{p}$; that of $\ln (1 - p)$
# is $-\frac{1}{1 - p}$:
#
# $$\frac{\partial \ell}{\partial p} = -\frac{y}{p} + \frac{1 - y}{1 - p}$$
#
# **Line 2.** Bring both to the common denominator $p (1 - p)$ and multiply out. The two products $yp$ cancel:
#
# $$\frac{\partial \ell}{\partial p} = \frac{-y (1 - p) + (1 - y) p}{p (1 - p)} = \frac{-y + yp + p - yp}{p (1 - p)} = \frac{p - y}{p (1 - p)}$$
#
# In the example: $0.8808 / 0.1050 = 8.389$.
#
# **Line 3, the probability with respect to the score.** This is $\sigma'$ of unit 03:
#
# $$\frac{\partial p}{\partial z} = \sigma'(z) = p (1 - p)$$
#
# In the example: $0.1050$.
#
# **Line 4, the product.** What stands at the bottom of line 2 is exactly what line 3 brings:
#
# $$\frac{\partial \ell}{\partial z} = \frac{p - y}{p (1 - p)} \cdot p (1 - p) = p - y$$
#
# In the example: $8.389 \cdot 0.1050 = 0.8808$. The slope of the sigmoid has cancelled. What is left is prediction
# minus truth.
#
# **Line 5, the score with respect to a weight.** In $z = w_0 + w_1 x_1 + \dots$ the factor of $w_j$ is $x_j$ (and 1 for $w_0$):
#
# $$\frac{\partial \ell}{\partial w_j} = (p - y) \, x_j$$
#
# **Line 6, the mean over the objects**, first for one weight, then for all of them:
#
# $$\frac{\partial L}{\partial w_j} = \frac{1}{m} \sum_{i=1}^{m} (p_i - y_i) \, x_{ij}, \qquad \nabla L = \frac{1}{m} X^T (\sigma(Xw) - y)$$
#
# Here $x_{ij}$ is feature $j$ of object $i$, and $X^T$ is the table with rows and columns exchanged. In unit 05 the gradient was
# $\frac{2}{m} X^T (Xw - y)$. The same shape; only the 2 of the square is missing, and the prediction is $\sigma(Xw)$.

# %% [markdown] lang="ru" key="cancels" of="3d3c86e2"
# ## Градиент и что в нём сокращается
#
# Возьмём один объект с одной взвешенной суммой. Путь — маленький граф: $w \to z \to p \to \ell$. Вдоль пути производные
# перемножаются (урок 07). Пример: $z = 2$ и $y = 0$, модель довольно уверена — и неправа. Тогда $p = 0.8808$.
#
# **Строка 1, потери по вероятности.** Производная $\ln p$ равна $\frac{1}{p}$, производная $\ln (1 - p)$
# равна $-\frac{1}{1 - p}$:
#
# $$\frac{\partial \ell}{\partial p} = -\frac{y}{p} + \frac{1 - y}{1 - p}$$
#
# **Строка 2.** Приведём к общему знаменателю $p (1 - p)$ и раскроем скобки. Два произведения $yp$ взаимно уничтожатся:
#
# $$\frac{\partial \ell}{\partial p} = \frac{-y (1 - p) + (1 - y) p}{p (1 - p)} = \frac{-y + yp + p - yp}{p (1 - p)} = \frac{p - y}{p (1 - p)}$$
#
# В примере: $0.8808 / 0.1050 = 8.389$.
#
# **Строка 3, вероятность по взвешенной сумме.** Это $\sigma'$ из урока 03:
#
# $$\frac{\partial p}{\partial z} = \sigma'(z) = p (1 - p)$$
#
# В примере: $0.1050$.
#
# **Строка 4, произведение.** Что стоит в знаменателе строки 2, то и приносит строка 3:
#
# $$\frac{\partial \ell}{\partial z} = \frac{p - y}{p (1 - p)} \cdot p (1 - p) = p - y$$
#
# В примере: $8.389 \cdot 0.1050 = 0.8808$. Наклон сигмоиды сократился. Осталось «предсказание минус
# верный ответ».
#
# **Строка 5, взвешенная сумма по весу.** В сумме $z = w_0 + w_1 x_1 + \dots$ множитель при $w_j$ — это $x_j$ (а при $w_0$ — единица):
#
# $$\frac{\partial \ell}{\partial w_j} = (p - y) \, x_j$$
#
# **Строка 6, среднее по объектам**, сначала для одного веса, потом для всех:
#
# $$\frac{\partial L}{\partial w_j} = \frac{1}{m} \sum_{i=1}^{m} (p_i - y_i) \, x_{ij}, \qquad \nabla L = \frac{1}{m} X^T (\sigma(Xw) - y)$$
#
# Здесь $x_{ij}$ — признак $j$ объекта $i$, а $X^T$ — таблица, в которой строки и столбцы поменялись местами. В уроке 05 градиент был
# $\frac{2}{m} X^T (Xw - y)$. Вид тот же; нет только двойки от квадрата, а предсказание — это $\sigma(Xw)$.

# %% numbers="cancels"
_p = 1 / (1 + np.exp(-2))
says("0.8808", _p)
says("0.1050", _p * (1 - _p))
says("8.389", _p / (_p * (1 - _p)))


# %% key="why-not-squares"
def sigma(z):
    return 1 / (1 + np.exp(-z))


# The truth is y = 1, the score is more and more wrong. Measured slopes by z:
h = 1e-4
row = plots.say(
    en="z = {:5}   p − y = {:.5f}   log-loss {:.5f}   squared error {:.5f}",
    ru="z = {:5}   p − y = {:.5f}   логистические потери {:.5f}   квадрат ошибки {:.5f}",
)
for z in (0.0, -2.0, -5.0, -10.0):
    log = (-np.log(sigma(z + h)) + np.log(sigma(z - h))) / (2 * h)
    square = ((sigma(z + h) - 1) ** 2 - (sigma(z - h) - 1) ** 2) / (2 * h)
    print(row.format(z, sigma(z) - 1, log, square))


# %% [markdown] lang="en" key="why-cancel-matters"
# The last column shows why nobody trains a classifier on $(p - y)^2$. There the slope of the sigmoid does not cancel:
# the slope by $z$ is $2 (p - y) \, p (1 - p)$. At $z = -10$ the model is almost completely wrong, and the squared error says "hardly any slope, stay here".
# The sigmoid is saturated (unit 03). The log-loss says $-1$: go.
#
# ## Straight from the score
#
# There is one more reason to compute with the score and not with the probability. At $z = 1000$ and $y = 0$ the surprise is 1000, near enough. But on the way
# over $p$ the number is lost: $\sigma(1000)$ is rounded to 1, the logarithm of 0 is minus infinity, and if $p$ is clipped, 34.5 comes out. So
# do not go that way. For $y = 1$ and for $y = 0$ the surprise is
#
# $$-\ln \sigma(z) = \ln (1 + e^{-z}), \qquad -\ln (1 - \sigma(z)) = \ln (1 + e^{z})$$
#
# The first is the second minus $z$, because $\ln (1 + e^{-z}) = \ln \frac{e^z + 1}{e^z} = \ln (1 + e^z) - z$. So both in one:
#
# $$\ell = \ln (1 + e^{z}) - y z$$
#
# Only $e^{1000}$ is left to overflow. Take the large part out of the logarithm. For $z > 0$ it is $\ln (1 + e^{z}) = z + \ln (1 + e^{-z})$; for
# $z \le 0$ nothing needs to be done. Together:
#
# $$\ell = \max(z, 0) - y z + \ln (1 + e^{-|z|})$$
#
# The exponent is never positive now. Check it at $z = 2$, $y = 0$: $2 - 0 + \ln 1.1353 = 2.1269$, and $-\ln 0.1192 = 2.1269$.
# At $z = 1000$, $y = 0$ it is $1000 + 0$, exactly.

# %% [markdown] lang="ru" key="why-cancel-matters" of="3fb579fc"
# Последний столбец показывает, почему никто не обучает классификатор на $(p - y)^2$. Там наклон сигмоиды не сокращается:
# наклон по $z$ равен $2 (p - y) \, p (1 - p)$. При $z = -10$ модель неправа почти полностью, а квадрат говорит: «наклона почти нет, стой на месте».
# Сигмоида насыщена (урок 03). Логистические потери говорят $-1$: иди.
#
# ## Прямо от взвешенной суммы
#
# Есть и другая причина считать прямо по взвешенной сумме, без вероятности. При $z = 1000$ и $y = 0$ удивление практически равно 1000. Но по дороге
# через $p$ это число теряется: $\sigma(1000)$ округляется до 1, логарифм нуля — минус бесконечность, а если обрезать $p$, выйдет 34.5. Значит,
# этой дорогой не ходим. Для $y = 1$ и для $y = 0$ удивление такое:
#
# $$-\ln \sigma(z) = \ln (1 + e^{-z}), \qquad -\ln (1 - \sigma(z)) = \ln (1 + e^{z})$$
#
# Первое — это второе минус $z$, потому что $\ln (1 + e^{-z}) = \ln \frac{e^z + 1}{e^z} = \ln (1 + e^z) - z$. Вместе:
#
# $$\ell = \ln (1 + e^{z}) - y z$$
#
# Переполниться может только $e^{1000}$. Вынесем большую часть из логарифма. При $z > 0$ верно $\ln (1 + e^{z}) = z + \ln (1 + e^{-z})$; при
# $z \le 0$ делать ничего не нужно. Вместе:
#
# $$\ell = \max(z, 0) - y z + \ln (1 + e^{-|z|})$$
#
# Теперь показатель никогда не бывает положительным. Проверим при $z = 2$, $y = 0$: $2 - 0 + \ln 1.1353 = 2.1269$, и $-\ln 0.1192 = 2.1269$.
# А при $z = 1000$, $y = 0$ получается $1000 + 0$, точно.

# %% key="over-p"
z = np.array([2.0, 30.0, 40.0, 1000.0])  # the truth is y = 0
with np.errstate(all="ignore"):  # without this line NumPy would warn, and rightly
    p = sigma(z)
    print(plots.say(en="over p:          ", ru="через p:             "), -np.log(1 - p))
    print(
        plots.say(en="over clipped p:  ", ru="через обрезанную p:  "),
        -np.log(1 - np.clip(p, 1e-15, 1 - 1e-15)),
    )
print(plots.say(en="should be about: ", ru="должно быть примерно:"), z)

# %% [markdown] lang="en" key="l2"
# ## When the weights grow for ever
#
# Take two objects: $x = -1$ with $y = 0$ and $x = 1$ with $y = 1$, one weight, no intercept. Each has the loss
# $\ln (1 + e^{-w})$:
#
# | $w$ | 0 | 1 | 5 | 20 |
# |---|---|---|---|---|
# | loss | 0.693 | 0.313 | 0.0067 | $2 \cdot 10^{-9}$ |
#
# There is no best weight: larger is always better, and training never ends. This happens whenever a line
# separates the classes completely. The model becomes infinitely sure after seeing two objects.
#
# The remedy is a price for large weights, a **penalty** (штраф). This one is called **L2 regularisation** (L2-регуляризация):
#
# $$L_\lambda(w) = L(w) + \lambda \sum_{j=1}^{n} w_j^2$$
#
# The number $\lambda$ (`lam` in code, because `lambda` is a keyword of Python) sets the price. The sum begins with $j = 1$: the
# intercept is **free**. It mostly says how frequent the classes are, and there is no reason to pull that towards one half.
#
# The derivative of $w_j^2$ is $2 w_j$, so the gradient gains
#
# $$2 \lambda w_j \quad (j \ge 1), \qquad 0 \quad (j = 0)$$
#
# For $\lambda = 0.1$ and $w = (3, 2, -1)$ this is $(0, 0.4, -0.2)$. The step goes against it, so every weight but the intercept is pulled towards 0.
# Books differ here: some write $\frac{\lambda}{2}$, scikit-learn turns the price around and calls it `C`.

# %% [markdown] lang="ru" key="l2" of="5bb543be"
# ## Когда веса растут без конца
#
# Возьмём два объекта: $x = -1$ с меткой $y = 0$ и $x = 1$ с меткой $y = 1$, один вес, без свободного члена. У каждого потери
# $\ln (1 + e^{-w})$:
#
# | $w$ | 0 | 1 | 5 | 20 |
# |---|---|---|---|---|
# | потери | 0.693 | 0.313 | 0.0067 | $2 \cdot 10^{-9}$ |
#
# Наилучшего веса нет: чем больше, тем лучше, и обучение никогда не кончится. Так бывает всегда, когда прямая
# полностью разделяет классы. Модель становится бесконечно уверенной, увидев всего два объекта.
#
# Лекарство — плата за большие веса, то есть **штраф** (penalty). Такой штраф называют **L2-регуляризацией** (L2 regularisation):
#
# $$L_\lambda(w) = L(w) + \lambda \sum_{j=1}^{n} w_j^2$$
#
# Число $\lambda$ (в коде `lam`, потому что `lambda` — ключевое слово Python) задаёт цену. Сумма начинается с $j = 1$:
# свободный член от штрафа **освобождён**. Он говорит в основном о том, как часто встречаются классы, и тянуть это к одной второй незачем.
#
# Производная $w_j^2$ равна $2 w_j$, поэтому к градиенту прибавляется
#
# $$2 \lambda w_j \quad (j \ge 1), \qquad 0 \quad (j = 0)$$
#
# При $\lambda = 0.1$ и $w = (3, 2, -1)$ это $(0, 0.4, -0.2)$. Шаг идёт в обратную сторону, поэтому каждый вес, кроме свободного члена, тянет к 0.
# В книгах пишут по-разному: кое-где $\frac{\lambda}{2}$, а scikit-learn берёт обратную величину и называет её `C`.

# %% [markdown] lang="en" key="softmax"
# ## Many classes: softmax
#
# Logistic regression can be drawn as a network: features on the left, one neuron with a sigmoid on the right. For $K$ classes draw
# $K$ neurons side by side. Each has its own weights and computes its own score. The word **logits** (логиты) is used for all such scores too. Then they are compared.
#
# Say an object has the scores 2, 1, 0 for three classes. How do they become probabilities? They may be negative, so first make them
# positive: raise $e$ to their power. Then divide by the sum.
#
# | class | score $z_j$ | $e^{z_j}$ | probability $p_j$ |
# |---|---|---|---|
# | 1 | 2 | 7.389 | 0.665 |
# | 2 | 1 | 2.718 | 0.245 |
# | 3 | 0 | 1 | 0.090 |
# | sum | | 11.107 | 1 |
#
# This is **softmax** (софтмакс). It is often written with the letter $\sigma$ too; with the index $j$ that means softmax:
#
# $$p_j = \sigma(z)_j = \frac{e^{z_j}}{\sum_{k=1}^{K} e^{z_k}} \qquad (j = 1, \dots, K), \qquad z = (z_1, \dots, z_K) \in \mathbb{R}^K$$
#
# Three properties explain almost everything about it.
#
# * **The order stays.** A larger score gets a larger probability.
# * **Only differences count.** Add 5 to all scores: each $e^{z_j}$ is multiplied by $e^5$, top and bottom alike, and nothing changes.
#   That is also how to compute it safely. For scores 1000 and 999 subtract 1000 first: 0 and −1 give 0.731 and 0.269.
# * **For two classes it is the sigmoid.** Scores $z$ and 0 give $\frac{e^z}{e^z + 1} = \sigma(z)$.
#
# Divide all scores by a positive number $T$ before softmax, the **temperature** (температура):
#
# $$p_j = \frac{e^{z_j / T}}{\sum_{k=1}^{K} e^{z_k / T}}$$
#
# | $T$ | $p_1$ | $p_2$ | $p_3$ |
# |---|---|---|---|
# | 0.5 | 0.867 | 0.117 | 0.016 |
# | 1 | 0.665 | 0.245 | 0.090 |
# | 2 | 0.506 | 0.307 | 0.186 |
#
# A low temperature makes the model surer, a high one less sure. The winner stays the winner.

# %% [markdown] lang="ru" key="softmax" of="93f0b3d3"
# ## Много классов: softmax
#
# Логистическую регрессию можно нарисовать как сеть: слева признаки, справа один нейрон с сигмоидой. Для $K$ классов поставим
# рядом $K$ нейронов. У каждого свои веса и своя взвешенная сумма. Такие суммы тоже называют **логитами** (logits). Затем их сравнивают.
#
# Пусть у объекта логиты трёх классов равны 2, 1, 0. Как сделать из них вероятности? Логиты бывают отрицательными, поэтому сначала сделаем
# их положительными: возведём $e$ в эти степени. Потом разделим на сумму.
#
# | класс | логит $z_j$ | $e^{z_j}$ | вероятность $p_j$ |
# |---|---|---|---|
# | 1 | 2 | 7.389 | 0.665 |
# | 2 | 1 | 2.718 | 0.245 |
# | 3 | 0 | 1 | 0.090 |
# | сумма | | 11.107 | 1 |
#
# Это **softmax** (софтмакс). Часто его тоже обозначают буквой $\sigma$; с индексом $j$ она означает softmax:
#
# $$p_j = \sigma(z)_j = \frac{e^{z_j}}{\sum_{k=1}^{K} e^{z_k}} \qquad (j = 1, \dots, K), \qquad z = (z_1, \dots, z_K) \in \mathbb{R}^K$$
#
# Почти всё о нём объясняют три свойства.
#
# * **Порядок сохраняется.** Чем больше логит, тем больше вероятность.
# * **Важны только разности.** Прибавьте 5 ко всем логитам: каждое $e^{z_j}$ умножится на $e^5$, и в числителе, и в знаменателе, — ничего
#   не изменится. Так его и вычисляют безопасно. Для логитов 1000 и 999 сначала вычтем 1000: из 0 и −1 выходит 0.731 и 0.269.
# * **Для двух классов это сигмоида.** Логиты $z$ и 0 дают $\frac{e^z}{e^z + 1} = \sigma(z)$.
#
# Разделим перед softmax все логиты на положительное число $T$ — **температуру** (temperature):
#
# $$p_j = \frac{e^{z_j / T}}{\sum_{k=1}^{K} e^{z_k / T}}$$
#
# | $T$ | $p_1$ | $p_2$ | $p_3$ |
# |---|---|---|---|
# | 0.5 | 0.867 | 0.117 | 0.016 |
# | 1 | 0.665 | 0.245 | 0.090 |
# | 2 | 0.506 | 0.307 | 0.186 |
#
# Холод прибавляет модели уверенности, жара убавляет. Победитель остаётся победителем.

# %% numbers="softmax"
for _T, _row in ((0.5, "0.867 0.117 0.016"), (1, "0.665 0.245 0.090"), (2, "0.506 0.307 0.186")):
    for _printed, _value in zip(_row.split(), softmax(np.array([2.0, 1.0, 0.0]) / _T)):
        says(_printed, _value)
says("0.731", softmax(np.array([1000.0, 999.0]))[0])
says("7.389", np.exp(2))
says("11.107", np.exp(2) + np.e + 1)


# %% [markdown] lang="en" key="cross-entropy"
# ## The loss for many classes
#
# The surprise works as before: minus the logarithm of what the truth got. Put softmax in, and the logarithm takes the fraction apart.
# Let $y$ be the index of the right class:
#
# $$\ell = -\ln p_y = \ln \sum_{k=1}^{K} e^{z_k} - z_y$$
#
# The mean over the objects is the **cross-entropy** (перекрёстная энтропия). Its first part has a name of its own, **log-sum-exp**. It overflows as
# readily as softmax, and the same trick helps. With $M$ for the largest score:
#
# $$\ln \sum_{k=1}^{K} e^{z_k} = M + \ln \sum_{k=1}^{K} e^{z_k - M}$$
#
# This time $M$ does not cancel, so it has to be added again. For 2, 1, 0: $2 + \ln (1 + 0.368 + 0.135) = 2.408$. It is always a little more than the largest score,
# and so log-sum-exp is also called a soft maximum.
#
# Now the gradient with respect to the scores. The derivative of log-sum-exp with respect to $z_j$ is, by the chain rule, $e^{z_j}$ divided by the sum, which is $p_j$. The second part
# gives $-1$ for the right class and 0 for all others:
#
# $$\frac{\partial \ell}{\partial z_j} = p_j - y_j$$
#
# Here $y_j$ is 1 for the right class and 0 elsewhere; such a row of zeros with a single one is called **one-hot** (унитарный код). Prediction minus truth, once more. If the scores are 2, 1, 0
# and the second class is right, then $\ell = 2.408 - 1 = 1.408$ and the gradient is $(0.665, \, 0.245 - 1, \, 0.090) = (0.665, -0.755, 0.090)$. It
# adds up to 0: what the right class gains the others lose.

# %% [markdown] lang="ru" key="cross-entropy" of="e006b90b"
# ## Потери для многих классов
#
# Удивление работает как прежде: минус логарифм того, что досталось верному ответу. Подставим softmax, и логарифм разберёт дробь на части.
# Пусть $y$ — номер верного класса:
#
# $$\ell = -\ln p_y = \ln \sum_{k=1}^{K} e^{z_k} - z_y$$
#
# Среднее по объектам — это **перекрёстная энтропия** (cross-entropy). У первой её части есть своё имя, **log-sum-exp**. Переполняется она так же
# легко, как softmax, и помогает тот же приём. Если $M$ — наибольший логит, то
#
# $$\ln \sum_{k=1}^{K} e^{z_k} = M + \ln \sum_{k=1}^{K} e^{z_k - M}$$
#
# На этот раз $M$ не сокращается, его надо вернуть. Для 2, 1, 0: $2 + \ln (1 + 0.368 + 0.135) = 2.408$. Это всегда чуть больше наибольшего логита,
# поэтому log-sum-exp называют ещё мягким максимумом.
#
# Теперь градиент по логитам. Производная log-sum-exp по $z_j$ — по цепному правилу $e^{z_j}$, делённое на сумму, а это $p_j$. Вторая часть
# даёт $-1$ для верного класса и 0 для остальных:
#
# $$\frac{\partial \ell}{\partial z_j} = p_j - y_j$$
#
# Здесь $y_j$ равно 1 для верного класса и 0 для прочих; строку нулей с единственной единицей называют **унитарным кодом** (one-hot). Снова «предсказание минус верный ответ». Если логиты равны 2, 1, 0,
# а верен второй класс, то $\ell = 2.408 - 1 = 1.408$, а градиент — $(0.665, \, 0.245 - 1, \, 0.090) = (0.665, -0.755, 0.090)$. В сумме
# он даёт 0: что верный класс выиграет, то остальные потеряют.

# %% numbers="cross-entropy"
says("2.408", log_sum_exp(np.array([2.0, 1.0, 0.0])))
says("1.408", cross_entropy(np.array([[2.0, 1.0, 0.0]]), np.array([1]))[0])
says("-0.755", cross_entropy(np.array([[2.0, 1.0, 0.0]]), np.array([1]))[1][0, 1])


# %% [markdown] lang="en" key="one-vs-rest"
# ## Another way to many classes: one-vs-rest
#
# Instead of one model with $K$ scores one may train $K$ separate logistic regressions, each for "this class against all the others". This is called **one-vs-rest**
# (один против остальных). Each gives a probability, and together they need not add up to 1. Numbers that are probabilities already are normalised by dividing them by their sum.
# Let $q_j$ be the answer of classifier $j$:
#
# $$p_j = \frac{q_j}{\sum_{k=1}^{K} q_k}$$
#
# For $(0.9, 0.6, 0)$ the sum is 1.5, and we get $(0.6, 0.4, 0)$. And $(1, 0, 0)$ stays $(1, 0, 0)$.
#
# It is tempting to pass them through softmax instead: that makes numbers add up to 1, too. Try it on an answer that needs no repair at all: $(1, 0, 0)$, one classifier
# completely sure, two completely against.
#
# $$\frac{e^1}{e^1 + e^0 + e^0} = \frac{2.718}{4.718} = 0.576, \qquad \frac{1}{4.718} = 0.212$$
#
# The sure answer $(1, 0, 0)$ has become $(0.576, 0.212, 0.212)$. Worse, with three classes this is the surest answer that can ever come out. A probability is at most 1, and
# the others at least 0, so with $K$ classes no class gets more than
#
# $$\frac{e}{e + K - 1}$$
#
# With ten classes that is 0.232. The order stays right, the numbers no longer mean anything. Softmax takes **scores**, any numbers from the whole line, and is right for a
# model whose $K$ scores were trained together by cross-entropy.
#
# How much does it matter? Let us measure on real data: small pictures of handwritten digits, ten classes. Half of them train the models, the other half is the test; `stratify` keeps the shares of the digits equal in both.
# The next cell trains ten one-vs-rest classifiers, and then one true softmax model.

# %% [markdown] lang="ru" key="one-vs-rest" of="b28db12b"
# ## Другой путь ко многим классам: один против остальных
#
# Вместо одной модели с $K$ взвешенными суммами можно обучить $K$ отдельных логистических регрессий, каждую на вопрос «этот класс или все остальные». Это называют **«один против остальных»**
# (one-vs-rest). Каждая даёт вероятность, и в сумме они не обязаны давать 1. Если числа уже вероятности, их нормируют так: делят на их сумму.
# Если $q_j$ — ответ классификатора $j$, то
#
# $$p_j = \frac{q_j}{\sum_{k=1}^{K} q_k}$$
#
# Для $(0.9, 0.6, 0)$ сумма равна 1.5, и получается $(0.6, 0.4, 0)$. А $(1, 0, 0)$ остаётся $(1, 0, 0)$.
#
# Так и тянет прогнать их вместо этого через softmax: ведь и после него сумма равна 1. Попробуем на ответе, который вообще не нужно исправлять: $(1, 0, 0)$, один классификатор
# совершенно уверен, два совершенно против.
#
# $$\frac{e^1}{e^1 + e^0 + e^0} = \frac{2.718}{4.718} = 0.576, \qquad \frac{1}{4.718} = 0.212$$
#
# Уверенный ответ $(1, 0, 0)$ превратился в $(0.576, 0.212, 0.212)$. Хуже того, при трёх классах это самый уверенный ответ, какой вообще может получиться. Вероятность не больше 1, а
# остальные не меньше 0, поэтому при $K$ классах ни одному не достанется больше, чем
#
# $$\frac{e}{e + K - 1}$$
#
# При десяти классах это 0.232. Порядок остался верным, а сами числа больше ничего не значат. Softmax принимает **логиты**, то есть любые числа со всей прямой, и уместен в
# модели, у которой $K$ взвешенных сумм обучались вместе, на перекрёстной энтропии.
#
# Насколько это важно? Измерим на настоящих данных: маленькие картинки рукописных цифр, десять классов. На одной половине обучаем модели, другая — тестовая; `stratify` следит, чтобы доли цифр в обеих были одинаковы.
# Следующая ячейка обучает десять классификаторов «один против остальных», а потом одну настоящую модель с softmax.

# %% numbers="one-vs-rest"
says("0.576", softmax(np.array([1.0, 0.0, 0.0]))[0])
says("0.212", softmax(np.array([1.0, 0.0, 0.0]))[1])
says("0.232", np.e / (np.e + 9))
says("0.6", one_vs_rest(np.array([[0.9, 0.6, 0.0]]))[0, 0])


# %% key="digits-train"
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.multiclass import OneVsRestClassifier

images, digits = load_digits(return_X_y=True)
half = {"test_size": 0.5, "random_state": 0, "stratify": digits}
X_train, X_test, y_train, y_test = train_test_split(images / 16, digits, **half)
one_each = OneVsRestClassifier(LogisticRegression(max_iter=1000)).fit(X_train, y_train)
together = LogisticRegression(max_iter=1000).fit(X_train, y_train)
print(plots.say(
    en="largest probability that softmax of ten probabilities can give:",
    ru="наибольшая вероятность, какую даёт softmax от десяти вероятностей:",
), np.e / (np.e + 9))  # fmt: skip

# %% key="digits-compare"
Q = np.column_stack([model.predict_proba(X_test)[:, 1] for model in one_each.estimators_])
squeezed = np.array([np.exp(row) / np.exp(row).sum() for row in Q])
divided, on_scores = one_each.predict_proba(X_test), together.predict_proba(X_test)
answers = {
    plots.say(en="softmax of Q", ru="softmax от Q"): squeezed,
    plots.say(en="division", ru="деление"): divided,
    plots.say(en="softmax model", ru="модель с softmax"): on_scores,
}
row = plots.say(
    en="{:16} right class {:.1%}   log-loss {:.3f}   confidence: mean {:.3f}, largest {:.3f}",
    ru="{:16} верный класс {:.1%}   потери {:.3f}   уверенность: средняя {:.3f}, наибольшая {:.3f}",
)
for name, P in answers.items():
    right, truth = np.mean(P.argmax(axis=1) == y_test), P[np.arange(len(y_test)), y_test]
    print(row.format(name, right, -np.mean(np.log(truth)), P.max(axis=1).mean(), P.max()))

# %% key="digits-differ"
a, b, c = (P.argmax(axis=1) for P in answers.values())
print(plots.say(en="objects in the test:", ru="объектов в тестовой части:"), len(y_test))
print(
    plots.say(en="softmax of Q and division differ on", ru="softmax от Q и деление расходятся на"),
    np.sum(a != b),
)
print(
    plots.say(en="division and softmax model differ on", ru="деление и модель с softmax расходятся на"),
    np.sum(b != c),
)

# %% [markdown] lang="en" key="digits-read"
# **Confidence** (уверенность) is here the probability of the class that is named. Read the three rows.
#
# * Softmax of the ten probabilities and division name the **same** class for every object. They must: both keep the order. Whoever only counts right answers never notices the mistake.
# * Their confidence and log-loss are far apart. The first row is right as often as the second, and yet it gives the truth less than one quarter, always. For a decision with a
#   price ("call a doctor from 0.3 on") such numbers are useless.
# * The true softmax model is a different model, because its ten scores were trained together. It names another class for a few objects, and its probabilities are the
#   best of the three on this test. That is a result for this data and not a law.

# %% [markdown] lang="ru" key="digits-read" of="edd7fa95"
# **Уверенность** (confidence) здесь — вероятность того класса, который назван. Прочитаем три строки.
#
# * Softmax от десяти вероятностей и деление называют **один и тот же** класс для каждого объекта. Иначе и быть не может: оба сохраняют порядок. Кто считает только верные ответы, ошибки никогда не заметит.
# * А уверенность и потери у них очень разные. Первая строка права так же часто, как вторая, и всё же верному ответу в ней всегда достаётся меньше четверти. Для решений, у которых есть
#   цена («с 0.3 зовём врача»), такие числа бесполезны.
# * Настоящая модель с softmax — другая модель: её десять взвешенных сумм обучались вместе. Для нескольких объектов она называет другой класс, а её вероятности —
#   лучшие из трёх на этой проверке. Это результат для этих данных, а не закон.

# %% [markdown] lang="en" key="figure"
# ## Watch it learn
#
# Left: sixty objects with two features, and the probability that the model gives to $y = 1$, in bands of one tenth. The solid line is the decision boundary, the dotted ones are $p = 0.1$
# and $p = 0.9$. Top right: the log-loss with its penalty, and the size of the weights. Training starts from zero weights. Bottom right, on its own: softmax of the scores 2, 1, 0 at the temperature $T$.
#
# Answer before you write code.
#
# 1. Set steps to 0. Which probability has every object? Why is the log-loss 0.6931?
# 2. Set $\eta = 0.1$ and press play. After the very first step only 10 objects are on the wrong side. Does that number ever become smaller? What do the other 99 steps improve?
# 3. Take $\eta = 1$ and 100 steps. Why does the log-loss not go to 0 here? (Look at the two groups.)
# 4. From which $\eta$ on does the loss go up at some step? What does it do at $\eta = 20$? Compare with the parabola of unit 04.
# 5. Where do the three bars go when $T$ is 0.1, where when it is 10? What never changes?
# 6. Set the groups apart, $\eta = 1$, $\lambda = 0$. Go from step 10 to step 100. Does the size of the weights come to rest? Then set $\lambda = 0.02$.
#
# When you have solved `fit_logistic`, open a new cell and run `figures.decision_boundary(fit_logistic)`: your own boundary is drawn beside this one.

# %% [markdown] lang="ru" key="figure" of="447e4d78"
# ## Смотрим, как модель учится
#
# Слева: шестьдесят объектов с двумя признаками и вероятность, которую модель даёт тому, что $y = 1$, полосами по одной десятой. Сплошная линия — граница классов, пунктирные — $p = 0.1$
# и $p = 0.9$. Справа вверху — логистические потери со штрафом и длина весов. Обучение начинается с нулевых весов. Справа внизу, отдельно от остального: softmax от логитов 2, 1, 0 при температуре $T$.
#
# Ответьте, прежде чем писать код.
#
# 1. Поставьте ноль шагов. Какая вероятность у каждого объекта? Почему потери равны 0.6931?
# 2. Поставьте $\eta = 0.1$ и нажмите кнопку воспроизведения. Уже после первого шага не на той стороне только 10 объектов. Станет ли их когда-нибудь меньше? Что улучшают остальные 99 шагов?
# 3. Возьмите $\eta = 1$ и 100 шагов. Почему потери здесь не стремятся к 0? (Посмотрите на обе группы.)
# 4. Начиная с какой $\eta$ потери на каком-нибудь шаге растут? Что с ними происходит при $\eta = 20$? Сравните с параболой из урока 04.
# 5. Куда идут три столбика, когда $T$ равна 0.1, и куда, когда 10? Что не меняется никогда?
# 6. Группы порознь, $\eta = 1$, $\lambda = 0$. Пройдите с шага 10 до шага 100. Перестаёт ли расти длина весов? Потом поставьте $\lambda = 0.02$.
#
# Когда решите `fit_logistic`, откройте новую ячейку и выполните `figures.decision_boundary(fit_logistic)`: рядом с этой границей появится ваша.

# %% figure="decision_boundary"
figures.decision_boundary()


# %% [markdown] lang="en" key="figure-answers"
# <details><summary>Answers</summary>
#
# 1. All scores are 0, so every $p$ is 0.5, and $-\ln 0.5 = 0.6931$.
# 2. No, it becomes larger: from 10 mistakes at first to 11 later. The loss falls all the same, because the other objects get surer probabilities. The loss is not the count of mistakes.
# 3. The groups overlap. Whoever is surely wrong about an object in the overlap pays a high price, so there is a best set of weights, and its loss is above 0.
# 4. From about 7 on: then the very first step is too long, as on the parabola beyond its limit. At $\eta = 20$ the loss jumps up and down and does not settle. It does not run away as on the parabola, because far out it grows only like a straight line.
# 5. At $T = 0.1$ the first bar is nearly 1, at $T = 10$ all three are nearly $1/3$. The order never changes.
# 6. No. It is 1.86 after 10 steps and 3.19 after 100, and the white strip becomes narrower and narrower: with groups that can be separated, surer is always cheaper. With $\lambda = 0.02$ it comes to rest at 1.65.
#
# </details>

# %% [markdown] lang="ru" key="figure-answers" of="e1f3eb91"
# <details><summary>Ответы</summary>
#
# 1. Все взвешенные суммы равны 0, поэтому каждая $p$ равна 0.5, а $-\ln 0.5 = 0.6931$.
# 2. Нет, их становится больше: вначале 10 ошибок, потом 11. Потери при этом всё равно падают, потому что на остальных объектах вероятности становятся увереннее. Потери — не число ошибок.
# 3. Группы перекрываются. Кто уверенно ошибётся на объекте из общей части, заплатит дорого, поэтому есть наилучшие веса, и потери при них больше 0.
# 4. Примерно с 7: слишком длинным тогда становится уже первый шаг, как на параболе за её пределом. При $\eta = 20$ потери скачут и не успокаиваются. До бесконечности, как на параболе, они не доходят: вдали они растут только как прямая.
# 5. При $T = 0.1$ первый столбик почти равен 1, при $T = 10$ все три почти равны $1/3$. Порядок не меняется никогда.
# 6. Нет. После 10 шагов длина 1.86, после 100 — 3.19, а белая полоса всё уже: если группы можно разделить, увереннее всегда дешевле. При $\lambda = 0.02$ длина останавливается на 1.65.
#
# </details>

# %% numbers="figure-answers"
from course.figures.decision_boundary import lowest_loss, training

says("0.6931", training(0.1, 0).loss[0])
says("10", training(0.1, 1).mistakes)
says("11", training(0.1, 100).mistakes)
holds(min(training(0.1, k).mistakes for k in range(1, 101)) == 10, "the mistakes never become fewer than 10")
holds(lowest_loss() > 0.01, "the best loss is above 0")
holds(softmax(np.array([2.0, 1.0, 0.0]) / 0.1)[0] > 0.999, "cold")
rising = lambda eta: np.flatnonzero(np.diff(training(eta, 100).loss) > 1e-12)
holds(not rising(6.8).size and rising(7.0)[0] == 0, "from about 7 on the first step is too long")
holds(rising(20.0)[-1] > 90, "at 20 the loss does not settle")
says("1.86", training(1.0, 10, groups="apart").size[-1])
says("3.19", training(1.0, 100, groups="apart").size[-1])
says("1.65", training(1.0, 100, 0.02, "apart").size[-1])


# %% [markdown] lang="en" key="task-predict-label"
# ## Exercises
#
# Replace the line with `raise NotImplementedError` by your code, run the cell, then run the check below it. You may try as often as you like.
# No function may change its arguments. Labels `y` always have the shape `(m,)`.
#
# ### Exercise 1 · `predict_label`
#
# `predict_label(p, threshold=0.5)` names the class: 2 where `p` is at least the threshold, else 1. The argument `p` is a number or an array of any shape; the answer has the same shape.
#
# Example: `predict_label(np.array([0.3, 0.7]))` is `array([1, 2])`, and `predict_label(0.7, 0.9)` is `1`.
#
# A `p` that equals the threshold is not tested.

# %% [markdown] lang="ru" key="task-predict-label" of="0e148e3a"
# ## Упражнения
#
# Замените строку с `raise NotImplementedError` своим кодом, выполните ячейку, затем проверку под ней. Пробовать можно сколько угодно раз.
# Ни одна функция не должна менять свои аргументы. Метки `y` всегда имеют форму `(m,)`.
#
# ### Упражнение 1 · `predict_label`
#
# `predict_label(p, threshold=0.5)` называет класс: 2, если `p` не меньше порога, иначе 1. Аргумент `p` — число или массив любой формы; ответ той же формы.
#
# Пример: `predict_label(np.array([0.3, 0.7]))` равно `array([1, 2])`, а `predict_label(0.7, 0.9)` равно `1`.
#
# Случай, когда `p` равно порогу, не проверяется.

# %% exercise="predict_label" role="answer"
def predict_label(p, threshold=0.5):
    """Name the class: 1 or 2.

    p: probability of class 2, a number or an array.
    threshold: number between 0 and 1.
    Returns 2 where p is at least the threshold, else 1, in the shape of p.
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(p) >= threshold, 2, 1)
    ### END SOLUTION


# %% exercise="predict_label" role="test" points=1
check(predict_label)
### BEGIN HIDDEN TESTS
grade(predict_label)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-log-loss"
# ### Exercise 2 · `log_loss`
#
# `log_loss(y, p)` returns the mean log-loss, one number. `y` holds labels 0 and 1, `p` the probabilities of $y = 1$; both have the shape `(m,)`.
#
# Example: `log_loss(np.array([1.0, 0.0]), np.array([0.5, 0.2]))` is $(0.6931 + 0.2231) / 2$, that is `0.4581...`.
#
# At `p` = 0 and `p` = 1 the answer must be finite. A sure and wrong answer alone must cost more than 10, a sure and right one about 0. Guard the ends with a tiny $\varepsilon$. Any value from $10^{-15}$
# to $10^{-7}$ will do.

# %% [markdown] lang="ru" key="task-log-loss" of="61ce1ee7"
# ### Упражнение 2 · `log_loss`
#
# `log_loss(y, p)` возвращает средние логистические потери, одно число. В `y` метки 0 и 1, в `p` — вероятности того, что $y = 1$; форма обоих — `(m,)`.
#
# Пример: `log_loss(np.array([1.0, 0.0]), np.array([0.5, 0.2]))` равно $(0.6931 + 0.2231) / 2$, то есть `0.4581...`.
#
# При `p` = 0 и `p` = 1 ответ должен быть конечным. Один уверенный и неверный ответ должен стоить больше 10, уверенный и верный — около 0. Защитите края крошечным числом $\varepsilon$: подойдёт любое от $10^{-15}$
# до $10^{-7}$.

# %% exercise="log_loss" role="answer"
def log_loss(y, p):
    """Mean log-loss of probabilities.

    y: labels 0 and 1, array of shape (m,).
    p: probabilities of label 1, array of shape (m,); 0 and 1 may occur.
    Returns a finite number.
    """
    ### BEGIN SOLUTION
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
    ### END SOLUTION


# %% exercise="log_loss" role="test" points=2
check(log_loss)
### BEGIN HIDDEN TESTS
grade(log_loss)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-logistic-gradient"
# ### Exercise 3 · `logistic_gradient`
#
# `logistic_gradient(w, X, y)` returns the gradient of the mean log-loss, $\frac{1}{m} X^T (\sigma(Xw) - y)$, an array of shape `(n,)`. Here `w` has the shape `(n,)`, `X` the shape `(m, n)`. The column of ones for
# the intercept, if there is one, is already in `X` and counted in `n`.
#
# Example: `w` is `[0, 0]`, the rows of `X` are `[1, 2]` and `[1, 4]`, `y` is `[1, 0]`. Both probabilities are 0.5, so $p - y$ is $(-0.5, 0.5)$. The gradient is `[0.0, 0.5]`, because $(-0.5 \cdot 2 + 0.5 \cdot 4) / 2 = 0.5$.

# %% [markdown] lang="ru" key="task-logistic-gradient" of="0df34a18"
# ### Упражнение 3 · `logistic_gradient`
#
# `logistic_gradient(w, X, y)` возвращает градиент средних логистических потерь, $\frac{1}{m} X^T (\sigma(Xw) - y)$, массив формы `(n,)`. Здесь `w` имеет форму `(n,)`, `X` — форму `(m, n)`. Столбец единиц для
# свободного члена, если он есть, уже стоит в `X` и входит в число `n`.
#
# Пример: `w` — это `[0, 0]`, строки `X` — `[1, 2]` и `[1, 4]`, `y` — `[1, 0]`. Обе вероятности равны 0.5, поэтому $p - y$ — это $(-0.5, 0.5)$. Градиент равен `[0.0, 0.5]`, потому что $(-0.5 \cdot 2 + 0.5 \cdot 4) / 2 = 0.5$.

# %% exercise="logistic_gradient" role="answer"
def logistic_gradient(w, X, y):
    """Gradient of the mean log-loss of logistic regression.

    w: weights, array of shape (n,).
    X: one object in each row, array of shape (m, n).
    y: labels 0 and 1, array of shape (m,).
    Returns an array of shape (n,).
    """
    ### BEGIN SOLUTION
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)
    ### END SOLUTION


# %% exercise="logistic_gradient" role="test" points=2
check(logistic_gradient)
### BEGIN HIDDEN TESTS
grade(logistic_gradient)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-logistic-gradient-l2"
# ### Exercise 4 · `logistic_gradient_l2`
#
# `logistic_gradient_l2(w, X, y, lam)` returns the gradient of $L(w) + \lambda \sum_{j \ge 1} w_j^2$. The first weight, `w[0]`, is the intercept and free of the penalty. The penalty is not divided by $m$.
#
# Example: for the data of exercise 3, `w` = `[0, 0]` and any `lam` the answer is still `[0.0, 0.5]`. If the log-loss gives $(0.3, -0.1)$ at `w` = `[2, 1]`, then `lam` = 0.5 makes it $(0.3, 0.9)$.

# %% [markdown] lang="ru" key="task-logistic-gradient-l2" of="240f6e88"
# ### Упражнение 4 · `logistic_gradient_l2`
#
# `logistic_gradient_l2(w, X, y, lam)` возвращает градиент функции $L(w) + \lambda \sum_{j \ge 1} w_j^2$. Первый вес, `w[0]`, — свободный член, штрафа на нём нет. Штраф не делится на $m$.
#
# Пример: для данных упражнения 3, `w` = `[0, 0]` и любого `lam` ответ по-прежнему `[0.0, 0.5]`. Если логистические потери дают $(0.3, -0.1)$ при `w` = `[2, 1]`, то с `lam` = 0.5 получится $(0.3, 0.9)$.

# %% exercise="logistic_gradient_l2" role="answer"
def logistic_gradient_l2(w, X, y, lam):
    """Gradient of the mean log-loss plus lam times the sum of the squares of w[1:].

    w: weights, array of shape (n,); w[0] is the intercept.
    X: one object in each row, array of shape (m, n).
    y: labels 0 and 1, array of shape (m,).
    lam: number, 0 or more.
    Returns an array of shape (n,).
    """
    ### BEGIN SOLUTION
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull
    ### END SOLUTION


# %% exercise="logistic_gradient_l2" role="test" points=2
check(logistic_gradient_l2)
### BEGIN HIDDEN TESTS
grade(logistic_gradient_l2)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-fit-logistic"
# ### Exercise 5 · `fit_logistic`
#
# `fit_logistic(X, y, learning_rate, n_steps)` trains a logistic regression without penalty: start with all weights 0, make `n_steps` steps of gradient descent on the mean log-loss, return the last weights, an array of shape `(n,)`. `X` stays as it is; no column is added.
#
# Example: for the data of exercise 3 and $\eta = 0.1$ one step leads to `[0.0, -0.05]`. With `n_steps` = 0 the answer is `[0.0, 0.0]`.

# %% [markdown] lang="ru" key="task-fit-logistic" of="62876fb1"
# ### Упражнение 5 · `fit_logistic`
#
# `fit_logistic(X, y, learning_rate, n_steps)` обучает логистическую регрессию без штрафа: начать с нулевых весов, сделать `n_steps` шагов градиентного спуска по средним логистическим потерям, вернуть последние веса, массив формы `(n,)`. `X` остаётся как есть, столбцы не добавляются.
#
# Пример: для данных упражнения 3 и $\eta = 0.1$ один шаг приводит в `[0.0, -0.05]`. При `n_steps` = 0 ответ — `[0.0, 0.0]`.

# %% exercise="fit_logistic" role="answer"
def fit_logistic(X, y, learning_rate, n_steps):
    """Logistic regression by gradient descent from zero weights.

    X: one object in each row, array of shape (m, n).
    y: labels 0 and 1, array of shape (m,).
    learning_rate: positive number.
    n_steps: number of steps, 0 or more.
    Returns the weights after the last step, array of shape (n,).
    """
    ### BEGIN SOLUTION
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - learning_rate * X.T @ (1 / (1 + np.exp(-(X @ w))) - y) / len(y)
    return w
    ### END SOLUTION


# %% exercise="fit_logistic" role="test" points=2
check(fit_logistic)
### BEGIN HIDDEN TESTS
grade(fit_logistic)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-log-loss-from-logits"
# ### Exercise 6 · `log_loss_from_logits`
#
# `log_loss_from_logits(z, y)` returns the mean log-loss, one number, straight from the scores. Mind the order: here the scores come first. Both have the shape `(m,)`. It must be exact and silent (no warnings) for all scores from −1000 to 1000.
#
# | call | answer |
# |---|---|
# | `log_loss_from_logits(np.array([0.0]), np.array([1.0]))` | `0.6931...` |
# | `log_loss_from_logits(np.array([800.0]), np.array([0.0]))` | `800.0` |
# | `log_loss_from_logits(np.array([800.0, 0.0]), np.array([1.0, 1.0]))` | `0.3465...` |

# %% [markdown] lang="ru" key="task-log-loss-from-logits" of="55dbfb34"
# ### Упражнение 6 · `log_loss_from_logits`
#
# `log_loss_from_logits(z, y)` возвращает средние логистические потери, одно число, прямо по взвешенным суммам. Обратите внимание на порядок: здесь сначала идут суммы. Форма обоих — `(m,)`. Для всех сумм от −1000 до 1000 ответ должен быть точным, без предупреждений.
#
# | вызов | ответ |
# |---|---|
# | `log_loss_from_logits(np.array([0.0]), np.array([1.0]))` | `0.6931...` |
# | `log_loss_from_logits(np.array([800.0]), np.array([0.0]))` | `800.0` |
# | `log_loss_from_logits(np.array([800.0, 0.0]), np.array([1.0, 1.0]))` | `0.3465...` |

# %% exercise="log_loss_from_logits" role="answer"
def log_loss_from_logits(z, y):
    """Mean log-loss straight from the scores.

    z: scores between -1000 and 1000, array of shape (m,).
    y: labels 0 and 1, array of shape (m,).
    Returns a number.
    """
    ### BEGIN SOLUTION
    return float(np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))))
    ### END SOLUTION


# %% exercise="log_loss_from_logits" role="test" points=2
check(log_loss_from_logits)
### BEGIN HIDDEN TESTS
grade(log_loss_from_logits)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-score-gaps"
# ### Arrays: a table, its rows, one number of each row
#
# *A good place to stop.* The next exercises work with tables. Here are the three tools. Let `z` be the scores of 2 objects for 3 classes, and `y` their labels:
#
# | code | result | what happens |
# |---|---|---|
# | `z = np.array([[2., 1., 0.], [0., 3., 1.]])` | shape `(2, 3)` | axis 0 goes down the rows, axis 1 along a row |
# | `z.max(axis=1)` | `[2., 3.]`, shape `(2,)` | walks along axis 1, which disappears |
# | `z.max(axis=1, keepdims=True)` | `[[2.], [3.]]`, shape `(2, 1)` | the axis stays, with length 1 |
# | `z - z.max(axis=1, keepdims=True)` | `[[0., -1., -2.], [-3., 0., -2.]]` | the column is subtracted from each column of `z` |
# | `z[np.arange(2), y]` with `y = np.array([1, 1])` | `[1., 3.]` | row 0 at column 1, row 1 at column 1 |
#
# The last axis is also called `axis=-1`. Without `keepdims` the shapes `(2, 3)` and `(2,)` do not fit, and `(3, 3)` and `(3,)` fit the wrong way, without an error.
#
# ### Exercise 7 · `score_gaps`
#
# Two minutes with these tools. `score_gaps(z, y)` says for each object how far the score of its right class lies below the largest score of its row. `z` has the shape `(m, K)`, `y` of shape `(m,)` holds the right classes, counted from 0. The answer has the shape `(m,)`; 0 means that the right class has won.
#
# Example: for the scores above and `y` = `[1, 1]` the answer is `[1., 0.]`.

# %% [markdown] lang="ru" key="task-score-gaps" of="3b085fb2"
# ### Массивы: таблица, её строки, по одному числу из строки
#
# *Здесь удобно сделать перерыв.* Следующие упражнения работают с таблицами. Для этого нужны три инструмента. Пусть `z` — логиты 2 объектов для 3 классов, а `y` — их метки:
#
# | код | результат | что происходит |
# |---|---|---|
# | `z = np.array([[2., 1., 0.], [0., 3., 1.]])` | форма `(2, 3)` | ось 0 идёт вниз по строкам, ось 1 — вдоль строки |
# | `z.max(axis=1)` | `[2., 3.]`, форма `(2,)` | проходит вдоль оси 1, и она исчезает |
# | `z.max(axis=1, keepdims=True)` | `[[2.], [3.]]`, форма `(2, 1)` | ось остаётся, её длина 1 |
# | `z - z.max(axis=1, keepdims=True)` | `[[0., -1., -2.], [-3., 0., -2.]]` | столбец вычитается из каждого столбца `z` |
# | `z[np.arange(2), y]` при `y = np.array([1, 1])` | `[1., 3.]` | строка 0, столбец 1; строка 1, столбец 1 |
#
# Последнюю ось называют ещё `axis=-1`. Без `keepdims` формы `(2, 3)` и `(2,)` не сочетаются, а `(3, 3)` и `(3,)` сочетаются не так, как надо, и без ошибки.
#
# ### Упражнение 7 · `score_gaps`
#
# Две минуты с этими инструментами. `score_gaps(z, y)` для каждого объекта говорит, насколько логит его верного класса ниже наибольшего логита строки. `z` имеет форму `(m, K)`, а `y` формы `(m,)` содержит верные классы, считая с 0. Форма ответа — `(m,)`; 0 значит, что верный класс победил.
#
# Пример: для логитов выше и `y` = `[1, 1]` ответ — `[1., 0.]`.

# %% exercise="score_gaps" role="answer"
def score_gaps(z, y):
    """How far the right score of each object lies below the largest of its row.

    z: scores, array of shape (m, K).
    y: index of the right class, counted from 0, integer array of shape (m,).
    Returns an array of shape (m,).
    """
    ### BEGIN SOLUTION
    return z.max(axis=1) - z[np.arange(len(y)), y]
    ### END SOLUTION


# %% exercise="score_gaps" role="test" points=1
check(score_gaps)
### BEGIN HIDDEN TESTS
grade(score_gaps)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-one-vs-rest"
# ### Exercise 8 · `one_vs_rest`
#
# `one_vs_rest(P)` gets the answers of $K$ one-vs-rest classifiers for $m$ objects, an array of shape `(m, K)` of probabilities, and normalises each row so that it adds up to 1. No row consists of zeros only. The answer has the shape of `P`, and `P` itself stays untouched.
#
# Example: `one_vs_rest(np.array([[0.5, 0.5, 0.25], [1.0, 0.0, 0.0]]))` is `array([[0.4, 0.4, 0.2], [1., 0., 0.]])`.

# %% [markdown] lang="ru" key="task-one-vs-rest" of="eba06768"
# ### Упражнение 8 · `one_vs_rest`
#
# `one_vs_rest(P)` получает ответы $K$ классификаторов «один против остальных» для $m$ объектов, массив вероятностей формы `(m, K)`, и нормирует каждую строку так, чтобы в сумме она давала 1. Строк из одних нулей не бывает. Ответ имеет форму `P`, а сама `P` не меняется.
#
# Пример: `one_vs_rest(np.array([[0.5, 0.5, 0.25], [1.0, 0.0, 0.0]]))` равно `array([[0.4, 0.4, 0.2], [1., 0., 0.]])`.

# %% exercise="one_vs_rest" role="answer"
def one_vs_rest(P):
    """Normalise the answers of one-vs-rest classifiers.

    P: probabilities, array of shape (m, K); no row is all zeros.
    Returns an array of shape (m, K) whose rows add up to 1.
    """
    ### BEGIN SOLUTION
    return P / P.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %% exercise="one_vs_rest" role="test" points=1
check(one_vs_rest)
### BEGIN HIDDEN TESTS
grade(one_vs_rest)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-softmax"
# ### Exercise 9 · `softmax`
#
# `softmax(z)` turns scores into probabilities along the **last** axis: `z` is an array of shape `(K,)`, `(m, K)` or with still more axes, and the answer has the same shape. It must work for scores near 1000 and near −1000, also when both stand in one row or in different rows of one table. `z` itself stays untouched.
#
# Example: `softmax(np.array([0.0, 0.0]))` is `array([0.5, 0.5])`, and so is `softmax(np.array([800.0, 800.0]))`.

# %% [markdown] lang="ru" key="task-softmax" of="fc704eda"
# ### Упражнение 9 · `softmax`
#
# `softmax(z)` превращает логиты в вероятности вдоль **последней** оси: `z` — массив формы `(K,)`, `(m, K)` или с ещё большим числом осей, ответ той же формы. Функция должна работать для логитов около 1000 и около −1000, в том числе когда те и другие стоят в одной строке или в разных строках одной таблицы. Сам `z` не меняется.
#
# Пример: `softmax(np.array([0.0, 0.0]))` равно `array([0.5, 0.5])`, и `softmax(np.array([800.0, 800.0]))` тоже.

# %% exercise="softmax" role="answer"
def softmax(z):
    """Probabilities of scores, along the last axis.

    z: scores, array of shape (..., K).
    Returns an array of the same shape; the last axis adds up to 1.
    """
    ### BEGIN SOLUTION
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
    ### END SOLUTION


# %% exercise="softmax" role="test" points=2
check(softmax)
### BEGIN HIDDEN TESTS
grade(softmax)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-log-sum-exp"
# ### Exercise 10 · `log_sum_exp`
#
# `log_sum_exp(z)` returns $\ln \sum_k e^{z_k}$ along the last axis, which disappears: a row of shape `(K,)` gives a number, a table of shape `(m, K)` an array of shape `(m,)`. It must work for scores near 1000 and near −1000, also when both stand in one row or in different rows of one table.
#
# Example: `log_sum_exp(np.array([0.0, 0.0]))` is $\ln 2$, that is `0.6931...`, and `log_sum_exp(np.array([800.0, 800.0]))` is `800.6931...`.

# %% [markdown] lang="ru" key="task-log-sum-exp" of="d71ad440"
# ### Упражнение 10 · `log_sum_exp`
#
# `log_sum_exp(z)` возвращает $\ln \sum_k e^{z_k}$ вдоль последней оси, и эта ось исчезает: строка формы `(K,)` даёт число, таблица формы `(m, K)` — массив формы `(m,)`. Функция должна работать для логитов около 1000 и около −1000, в том числе когда те и другие стоят в одной строке или в разных строках одной таблицы.
#
# Пример: `log_sum_exp(np.array([0.0, 0.0]))` равно $\ln 2$, то есть `0.6931...`, а `log_sum_exp(np.array([800.0, 800.0]))` равно `800.6931...`.

# %% exercise="log_sum_exp" role="answer"
def log_sum_exp(z):
    """Logarithm of the sum of the exponentials, along the last axis.

    z: scores, array of shape (..., K).
    Returns an array of shape (...); for shape (K,) a number.
    """
    ### BEGIN SOLUTION
    top = np.max(z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - top), axis=-1)) + top[..., 0]
    ### END SOLUTION


# %% exercise="log_sum_exp" role="test" points=2
check(log_sum_exp)
### BEGIN HIDDEN TESTS
grade(log_sum_exp)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-cross-entropy"
# ### Exercise 11 (a stretch) · `cross_entropy`
#
# `cross_entropy(z, y)` returns a pair: the mean cross-entropy, one number, and its gradient with respect to the scores, an array of the shape of `z`. Here `z` has the shape `(m, K)`, and `y` of shape `(m,)` holds whole numbers, the index of the right class of each object, **counted from 0**.
#
# The gradient belongs to the mean loss, so row $i$ of it is softmax minus one-hot, divided by $m$. Both parts must be exact for scores near 1000 and near −1000 too, in one row or in different rows. `z` stays untouched.
#
# Example: `z` = `np.zeros((2, 2))` and `y` = `np.array([0, 1])`. All probabilities are 0.5, the loss is `0.6931...`. Softmax minus one-hot is $(-0.5, 0.5)$ in the first row and $(0.5, -0.5)$ in the second. Divided by $m = 2$ the gradient is `[[-0.25, 0.25], [0.25, -0.25]]`.

# %% [markdown] lang="ru" key="task-cross-entropy" of="03ed7a99"
# ### Упражнение 11 (повышенной сложности) · `cross_entropy`
#
# `cross_entropy(z, y)` возвращает пару: среднюю перекрёстную энтропию, одно число, и её градиент по логитам, массив формы `z`. Здесь `z` имеет форму `(m, K)`, а `y` формы `(m,)` содержит целые числа — номера верных классов, **считая с 0**.
#
# Градиент относится к средним потерям, поэтому его строка $i$ — это softmax минус унитарный код, делённые на $m$. Обе части должны быть точны и для логитов около 1000 и около −1000, в одной строке или в разных. `z` не меняется.
#
# Пример: `z` = `np.zeros((2, 2))`, `y` = `np.array([0, 1])`. Все вероятности равны 0.5, потери — `0.6931...`. Softmax минус унитарный код — это $(-0.5, 0.5)$ в первой строке и $(0.5, -0.5)$ во второй. После деления на $m = 2$ градиент равен `[[-0.25, 0.25], [0.25, -0.25]]`.

# %% exercise="cross_entropy" role="answer"
def cross_entropy(z, y):
    """Mean cross-entropy and its gradient with respect to the scores.

    z: scores, array of shape (m, K).
    y: index of the right class, counted from 0, integer array of shape (m,).
    Returns (loss, gradient): a number and an array of shape (m, K).
    """
    ### BEGIN SOLUTION
    rows = np.arange(len(y))
    shifted = z - z.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1)
    loss = np.mean(np.log(total) - shifted[rows, y])
    grad = e / total[:, None]
    grad[rows, y] -= 1
    return float(loss), grad / len(y)
    ### END SOLUTION


# %% exercise="cross_entropy" role="test" points=3
check(cross_entropy)
### BEGIN HIDDEN TESTS
grade(cross_entropy)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-steps-to-sure"
# ### Experiment · `steps_to_sure`
#
# Two objects, $x = -1$ with $y = 0$ and $x = 1$ with $y = 1$: any line between them is right about both. After 10 steps with $\eta = 1$ the model gives each of them its label with at least 0.9. **Say first:** how many steps until 0.99? And until 0.999? And with a tiny price $\lambda = 0.01$?
#
# `steps_to_sure(X, y, learning_rate, lam, sure, n_max)` starts with all weights 0 and walks down the loss with penalty (your `logistic_gradient_l2` gives the gradient; `w[0]` is free). It returns the number of steps after which **every** object gets its right label with probability at least `sure`. If the zero weights are enough, that is 0. If `n_max` steps are not enough, it is `math.inf`.
#
# Example: for the two objects with a column of ones, `learning_rate` = 1.0, `lam` = 0.0 and `sure` = 0.9 the answer is `10`.

# %% [markdown] lang="ru" key="task-steps-to-sure" of="4936d32a"
# ### Эксперимент · `steps_to_sure`
#
# Два объекта: $x = -1$ с меткой $y = 0$ и $x = 1$ с меткой $y = 1$. Любая граница между ними относит оба к верным классам. Через 10 шагов при $\eta = 1$ модель даёт верной метке каждого не меньше 0.9. **Предскажите:** сколько шагов нужно до 0.99? А до 0.999? А с крошечным штрафом $\lambda = 0.01$?
#
# `steps_to_sure(X, y, learning_rate, lam, sure, n_max)` начинает с нулевых весов и спускается по потерям со штрафом (градиент даёт ваш `logistic_gradient_l2`; на `w[0]` штрафа нет). Функция возвращает число шагов, после которого верная метка **каждого** объекта получает вероятность не меньше `sure`. Если хватает нулевых весов, это 0. Если `n_max` шагов не хватило, это `math.inf`.
#
# Пример: для двух объектов со столбцом единиц, `learning_rate` = 1.0, `lam` = 0.0 и `sure` = 0.9 ответ — `10`.

# %% exercise="steps_to_sure" role="answer"
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    """Steps of penalised descent from zero until every label is given with probability sure.

    X: one object in each row, array of shape (m, n); the first column is for the free intercept.
    y: labels 0 and 1, array of shape (m,).
    learning_rate, lam: positive number; number, 0 or more.
    sure: number between 0 and 1.
    n_max: the most steps to make.
    Returns the number of steps, or math.inf.
    """
    ### BEGIN SOLUTION
    w = np.zeros(X.shape[1])
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
        w = w - learning_rate * logistic_gradient_l2(w, X, y, lam)
    return math.inf
    ### END SOLUTION


# %% exercise="steps_to_sure" role="test" points=3
check(steps_to_sure)
### BEGIN HIDDEN TESTS
grade(steps_to_sure)
### END HIDDEN TESTS

# %% key="sure-run"
two, labels = np.array([[1.0, -1.0], [1.0, 1.0]]), np.array([0.0, 1.0])
try:
    for lam in (0.0, 0.01, 0.1):
        print(
            "λ =",
            lam,
            [steps_to_sure(two, labels, 1.0, lam, sure, 5000) for sure in (0.9, 0.99, 0.999)],
        )
except NotImplementedError:
    print(
        plots.say(en="Solve this first:", ru="Сначала решите:"), "steps_to_sure, logistic_gradient_l2"
    )

# %% [markdown] lang="en" key="sure-read"
# <details><summary>What came out, and why</summary>
#
# | $\lambda$ | 0.9 | 0.99 | 0.999 |
# |---|---|---|---|
# | 0 | 10 | 101 | 1002 |
# | 0.01 | 12 | never | never |
# | 0.1 | never | never | never |
#
# Each further nine costs ten times the steps. The surer the model is, the smaller is $p - y$ and with it the step: near probability 0.999 one step adds about 0.001 to the weight. So the weight grows for ever, like the logarithm of the number of steps. With a price it stops where the two pulls are equal, $1 - p = 2 \lambda w$. All models in the table are right about both objects; only their confidence differs. $\lambda$ decides how sure a model may become after seeing so little.
#
# </details>

# %% [markdown] lang="ru" key="sure-read" of="2b819fbb"
# <details><summary>Что получилось и почему</summary>
#
# | $\lambda$ | 0.9 | 0.99 | 0.999 |
# |---|---|---|---|
# | 0 | 10 | 101 | 1002 |
# | 0.01 | 12 | никогда | никогда |
# | 0.1 | никогда | никогда | никогда |
#
# Каждая следующая девятка требует вдесятеро больше шагов. Чем увереннее модель, тем меньше $p - y$, а с ним и шаг: около вероятности 0.999 один шаг прибавляет к весу примерно 0.001. Поэтому вес растёт без конца, как логарифм числа шагов. С ценой он останавливается там, где обе силы равны, $1 - p = 2 \lambda w$. Все модели в таблице относят оба объекта к верным классам, различается только уверенность. $\lambda$ решает, насколько уверенной может стать модель, увидев так мало.
#
# </details>

# %% numbers="sure-read"
_two, _labels = np.array([[1.0, -1.0], [1.0, 1.0]]), np.array([0.0, 1.0])
for _printed, _sure in (("10", 0.9), ("101", 0.99), ("1002", 0.999)):
    says(_printed, steps_to_sure(_two, _labels, 1.0, 0.0, _sure, 5000))
says("12", steps_to_sure(_two, _labels, 1.0, 0.01, 0.9, 5000))
for _lam, _sure in ((0.01, 0.99), (0.01, 0.999), (0.1, 0.9)):
    holds(steps_to_sure(_two, _labels, 1.0, _lam, _sure, 5000) == math.inf, "never")


# %% [markdown] lang="en" key="question"
# ## In your own words
#
# A friend has trained ten one-vs-rest classifiers for digits. For one picture of a 7 the classifier of the 7 says 0.98, the others almost 0. The friend passes the ten numbers through softmax, gets about 0.23 for the 7
# and says: "My model is hardly ever sure. I need more data."
#
# Answer in five to eight sentences. Say what softmax expects and what it got here. Explain with a formula or a number why 0.23 is the most that could come out. Say what your friend should do with the ten numbers, and what the answer is then, roughly.
# Finally: has the mistake changed which digit is named, and when is softmax the right tool?
#
# A person reads this answer, not a program. Write it in the cell below.

# %% [markdown] lang="ru" key="question" of="ce6706b1"
# ## Своими словами
#
# Знакомый обучил десять классификаторов «один против остальных» для цифр. На картинке с семёркой классификатор семёрки отвечает 0.98, остальные — почти 0. Он прогоняет десять чисел через softmax, получает для семёрки около 0.23
# и говорит: «Моя модель почти никогда ни в чём не уверена. Мне нужно больше данных».
#
# Ответьте в пяти–восьми предложениях. Скажите, чего ждёт softmax и что он получил здесь. Объясните формулой или числом, почему больше 0.23 выйти и не могло. Скажите, что знакомому сделать с этими десятью числами и какой примерно тогда будет ответ.
# И наконец: изменила ли ошибка то, какая цифра названа, и когда softmax уместен?
#
# Этот ответ читает человек, а не программа. Пишите в ячейке ниже.

# %% [markdown] question="own-words" points=4
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the four; half points are allowed.
#
# 1. Softmax expects scores (logits), any numbers of the whole line, trained together; it got probabilities, numbers between 0 and 1 that have been through a sigmoid already.
# 2. The bound: exponentials of numbers from 0 to 1 lie between 1 and e = 2.718, so they are all alike. The most is e/(e + 9) = 0.232 for ten classes. (An example such as (1, 0, 0) → 0.576 counts. Half a point for
#    "it flattens" without any number.)
# 3. Divide the ten numbers by their sum: a little under 1 for the 7, about 0.98/(0.98 + a little). The model is sure; more data is not the remedy for this.
# 4. The named digit is the same, because softmax keeps the order. Softmax is right for scores of a model whose K scores were trained together with cross-entropy. (Half a point for each half.)
#
# По одному баллу за каждый пункт, можно ставить половину.
#
# 1. Softmax ждёт взвешенные суммы (логиты), любые числа со всей прямой, обученные вместе; а получил вероятности, числа от 0 до 1, которые уже прошли через сигмоиду.
# 2. Граница: экспоненты чисел от 0 до 1 лежат между 1 и e = 2.718, то есть почти одинаковы. Наибольшее — e/(e + 9) = 0.232 для десяти классов. (Засчитывается и пример (1, 0, 0) → 0.576. Половина балла за
#    «сглаживает» без единого числа.)
# 3. Разделить десять чисел на их сумму: для семёрки чуть меньше 1, около 0.98/(0.98 + немного). Модель уверена; новые данные — не лекарство от этого.
# 4. Названа та же цифра, потому что softmax сохраняет порядок. Softmax уместен для взвешенных сумм модели, у которой они обучались вместе на перекрёстной энтропии. (По половине балла за каждую половину.)
# ### END MARK SCHEME

# %% [markdown] lang="en" key="slides"
# ## What the lecture slides say differently
#
# For those who have the slides open: where the lecture and this notebook differ, and why. Without them, go on to the summary.
#
# ### Slips of the lecture: brackets and class names
#
# Lecture 1 writes the model as `y = logistic(c + x1*w1 + … + xn*wn)`. Its $c$ is our $w_0$. Then it writes the
# function out: `1 / 1 + e[ -(c + …) ]`. The brackets at the bottom of the fraction are lost. Read literally, the
# line gives $1 + e^{-z}$, which is always more than 1: for $z = 2$ it is 1.1353, and the right value is 0.8808.
#
# The product $x * w = (x_1, x_2, \dots) * (w_1, w_2, \dots)$ on the slide is a **dot product** (скалярное произведение): multiply
# pairwise, then add. In NumPy that is `@`, not `*`.
#
# The slide also says "from 0 (class 1) to 1 (class 2)". Almost everybody else calls the classes 0 and 1, and the log-loss
# needs that: with the label 2 and $p = 0.9$ its formula gives $-2.09$, a negative loss.
#
# ### A slip of the lecture: softmax does not normalise probabilities
#
# About one-vs-rest the slide says that softmax is the normalisation of a vector of probabilities, so they are passed through softmax.
# But softmax takes scores: it makes $(0.8, 0.6, 0.2)$ into $(0.42, 0.35, 0.23)$. Divided by their sum they are $(0.5, 0.375, 0.125)$.

# %% [markdown] lang="ru" key="slides" of="85a658d8"
# ## Что на слайдах лекций иначе
#
# Для тех, у кого слайды под рукой: в чём лекция и эта тетрадь расходятся и почему. Если слайдов нет, переходите к итогам.
#
# ### Неточности лекции: скобки и имена классов
#
# В лекции 1 модель записана так: `y = logistic(c + x1*w1 + … + xn*wn)`. Её $c$ — это наш $w_0$. Затем
# функция расписана: `1 / 1 + e[ -(c + …) ]`. Скобки в знаменателе потеряны. Если читать буквально, строка
# даёт $1 + e^{-z}$, а это всегда больше 1: при $z = 2$ выходит 1.1353, а верное значение — 0.8808.
#
# Произведение $x * w = (x_1, x_2, \dots) * (w_1, w_2, \dots)$ на слайде — **скалярное** (dot product): перемножить
# попарно и сложить. В NumPy это `@`, а не `*`.
#
# Ещё на слайде сказано: «от 0 (класс 1) до 1 (класс 2)». Почти все остальные называют классы 0 и 1, и формуле логистических потерь
# это необходимо: с меткой 2 и $p = 0.9$ она даёт $-2.09$, отрицательные потери.
#
# ### Неточность лекции: softmax не нормирует вероятности
#
# О классификаторах «один против остальных» на слайде сказано, что softmax — это нормализация вектора вероятностей, и вероятности прогоняют через softmax.
# Но softmax принимает логиты: из $(0.8, 0.6, 0.2)$ он делает $(0.42, 0.35, 0.23)$. А если поделить на сумму, выйдет $(0.5, 0.375, 0.125)$.

# %% numbers="slides"
says("1.1353", 1 + np.exp(-2))
says("0.8808", 1 / (1 + np.exp(-2)))
says("-2.09", -(2 * np.log(0.9) + (1 - 2) * np.log(1 - 0.9)))
for _printed, _value in zip(("0.42", "0.35", "0.23"), softmax(np.array([0.8, 0.6, 0.2]))):
    says(_printed, _value)
for _printed, _value in zip(("0.5", "0.375", "0.125"), one_vs_rest(np.array([[0.8, 0.6, 0.2]]))[0]):
    says(_printed, _value)


# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. Logistic regression supposes that the log-odds are a weighted sum; $p = \sigma(Xw)$, and the boundary is where the score is 0.
# 2. The log-loss is the mean surprise. In its gradient $\sigma'$ cancels: $\nabla L = \frac{1}{m} X^T (\sigma(Xw) - y)$.
# 3. Softmax turns scores into probabilities. Only differences count, so subtract the largest; a temperature changes the confidence, not the order.
# 4. The gradient of the cross-entropy with respect to the scores is softmax minus one-hot: prediction minus truth, as with two classes.
# 5. Probabilities of one-vs-rest classifiers are divided by their sum. Softmax on them names the same class and spoils the numbers.
#
# **Next:** unit 09, from momentum to Adam. On losses like these plain gradient descent can be slow: the figure needed dozens of steps. There the step itself becomes cleverer. In unit 10 the $K$ neurons get a hidden layer in front of them.

# %% [markdown] lang="ru" key="summary" of="eca02eac"
# ## Итоги
#
# 1. Логистическая регрессия предполагает, что логарифм шансов — взвешенная сумма; $p = \sigma(Xw)$, а граница проходит там, где эта сумма равна 0.
# 2. Логистические потери — это среднее удивление. В их градиенте $\sigma'$ сокращается: $\nabla L = \frac{1}{m} X^T (\sigma(Xw) - y)$.
# 3. Softmax превращает логиты в вероятности. Важны только разности, поэтому вычитаем наибольшую; температура меняет уверенность, но не порядок.
# 4. Градиент перекрёстной энтропии по логитам — softmax минус унитарный код: «предсказание минус верный ответ», как и для двух классов.
# 5. Вероятности классификаторов «один против остальных» делят на их сумму. Softmax от них называет тот же класс и портит числа.
#
# **Дальше:** урок 09, от метода моментов до Adam. На таких потерях обычный градиентный спуск бывает медленным: рисунку понадобились десятки шагов. Там умнее станет сам шаг. А в уроке 10 перед $K$ нейронами появится скрытый слой.
