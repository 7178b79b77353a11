# %% [markdown] lang="en" key="goal"
# # Linear regression
#
# ## Goal
#
# After this unit you can
#
# * write the gradient of a regression with any number of weights, and take a step by hand and in code;
# * choose a start, a stopping rule and a step schedule, and say what each of them cannot do;
# * see why badly scaled data make descent slow, and repair that with three lines of code.
#
# **Time:** about 110 minutes, best in two sittings. Reading takes 30, the figure 5, the exercises 70, the written
# question 5. Exercise 10 is a stretch.
#
# **Lectures:** lecture 2 from "general case" to the slide "gradient step" (several weights, the example on the
# board, initialisation, stopping, schedules), and the part of lecture 4 on loss functions and MSE.
#
# **You need:** the update rule and the factor of a step (unit 04), partial derivatives (unit 01), the chain rule
# (unit 02). The products of tables that appear here are explained where they are needed.

# %% [markdown] lang="ru" key="goal" of="670c0f46"
# # Линейная регрессия
#
# ## Цель
#
# После этого урока вы сможете
#
# * записать градиент регрессии с любым числом весов и сделать шаг на бумаге и в коде;
# * выбрать начальную точку, критерий останова и расписание шага и сказать, чем каждое из них ограничено;
# * увидеть, почему данные в разном масштабе замедляют спуск, и исправить это тремя строками кода.
#
# **Время:** около 110 минут, лучше в два приёма. Чтение — 30, рисунок — 5, упражнения — 70, письменный вопрос — 5.
# Упражнение 10 — повышенной сложности.
#
# **Лекции:** лекция 2 от «общего случая» до слайда «Градиентный шаг» (несколько весов, пример с доски,
# инициализация, останов, расписания шага) и часть лекции 4 о функциях потерь и MSE.
#
# **Понадобится:** правило обновления и множитель шага (урок 04), частные производные (урок 01), цепное правило
# (урок 02). Произведения таблиц, которые здесь встретятся, объяснены там, где понадобятся.

# %% key="setup"
import matplotlib.pyplot as plt
import numpy as np

from course import check, figures, plots

# %% [markdown] lang="en" key="thirty-thousand"
# ## Thirty thousand steps, or one
#
# A real study: 442 patients, their body mass index, and how far a disease had progressed a year later. A line is to
# predict the second from the first. Gradient descent with the **best** constant learning rate there is needs 30 317
# steps until the loss is within 1 % of its goal. Then somebody prepares the same table with one subtraction and one
# division. Now it needs **one** step.
#
# Which of the two did it, the subtraction or the division? Make a guess. At the end of the unit you will measure it.

# %% [markdown] lang="ru" key="thirty-thousand" of="d66777ec"
# ## Тридцать тысяч шагов — или один
#
# Настоящее исследование: 442 пациента, индекс массы тела каждого и то, насколько болезнь продвинулась через год. Прямая
# должна предсказывать второе по первому. Градиентному спуску с **лучшей** постоянной скоростью обучения нужно 30 317
# шагов, чтобы до цели остался 1 % потерь. Затем кто-то готовит ту же таблицу: одно вычитание и одно деление.
# Теперь нужен **один** шаг.
#
# Что из двух помогло, вычитание или деление? Предположите. В конце урока вы это измерите.

# %% numbers="thirty-thousand"
from sklearn.datasets import load_diabetes

table, progress = load_diabetes(return_X_y=True, scaled=False)
bmi = table[:, [2]]


def needed(columns):
    """The steps to 1 %, direction by direction: what ``steps_to_fit`` counts one by one."""
    X = np.column_stack([np.ones(len(columns)), columns])
    values, turned = np.linalg.eigh(2 / len(X) * X.T @ X)
    start = values * (turned.T @ np.linalg.lstsq(X, progress)[0]) ** 2
    factors = (1 - values * best_constant_rate(values)[0]) ** 2
    low, high = 0, 2**40
    while low < high:
        k = (low + high) // 2
        low, high = (low, k) if np.sum(start * factors**k) <= 0.01 * np.sum(start) else (k + 1, high)
    return low


says("442", len(progress))
says("30 317", needed(bmi))
holds(needed((bmi - bmi.mean()) / bmi.std()) == 1, "one step after standardising")


# %% [markdown] lang="en" key="a-line"
# ## A line through points
#
# Three flats. We know the area $x$ of each, in tens of square metres, and its rent $y$.
#
# | object | 1 | 2 | 3 |
# |---|---|---|---|
# | $x$ | 1 | 2 | 3 |
# | $y$ | 3 | 5 | 7 |
#
# **Linear regression** (линейная регрессия) predicts the answer with a line:
#
# $$y = w_0 + w_1 x$$
#
# The weight $w_0$ is the **intercept** (свободный член), $w_1$ the slope. Start with $w_0 = 0$, $w_1 = 0$.
# All three predictions are 0. Prediction minus answer is the **residual** (остаток): here −3, −5
# and −7.
#
# How bad is that? Square the residuals and add: $9 + 25 + 49 = 83$. This is the loss of the example on the
# board in lecture 2, with $l$ objects:
#
# $$Q(w) = \sum_{i=1}^l (w_0 + w_1 x_i - y_i)^2$$
#
# For these flats the best line can be seen: $w_0 = 1$, $w_1 = 2$ gives $Q = 0$. Let us see whether
# descent finds it.

# %% [markdown] lang="ru" key="a-line" of="120f098d"
# ## Прямая через точки
#
# Три квартиры. Известны площадь $x$ каждой, в десятках квадратных метров, и арендная плата $y$.
#
# | объект | 1 | 2 | 3 |
# |---|---|---|---|
# | $x$ | 1 | 2 | 3 |
# | $y$ | 3 | 5 | 7 |
#
# **Линейная регрессия** (linear regression) предсказывает ответ с помощью прямой:
#
# $$y = w_0 + w_1 x$$
#
# Вес $w_0$ — **свободный член** (intercept), $w_1$ — наклон. Начнём с $w_0 = 0$, $w_1 = 0$.
# Все три предсказания равны 0. Предсказание минус ответ — это **остаток** (residual): здесь
# −3, −5 и −7.
#
# Насколько это плохо? Возведём остатки в квадрат и сложим: $9 + 25 + 49 = 83$. Это функция потерь из
# примера на доске в лекции 2, где $l$ объектов:
#
# $$Q(w) = \sum_{i=1}^l (w_0 + w_1 x_i - y_i)^2$$
#
# Для этих квартир лучшую прямую видно сразу: при $w_0 = 1$, $w_1 = 2$ получаем $Q = 0$. Посмотрим, найдёт
# ли её спуск.

# %% numbers="a-line"
X, y = np.array([[1.0, 1], [1, 2], [1, 3]]), np.array([3.0, 5, 7])
says("-5", (X @ np.zeros(2) - y)[1])
says("83", np.sum((X @ np.zeros(2) - y) ** 2))
holds(np.allclose(X @ [1, 2], y), "the best line fits exactly")


# %% [markdown] lang="en" key="board"
# ## The example on the board
#
# The lecture asks for the update formulas. Take one square $(w_0 + w_1 x_i - y_i)^2$ and use the chain rule.
# The outer derivative is twice the residual. The inner one says how fast the prediction changes:
#
# * when $w_0$ grows by 1, the prediction grows by 1;
# * when $w_1$ grows by 1, the prediction grows by $x_i$.
#
# Add up over the objects:
#
# $$\frac{\partial Q}{\partial w_0} = 2 \sum_{i=1}^l (w_0 + w_1 x_i - y_i), \qquad
# \frac{\partial Q}{\partial w_1} = 2 \sum_{i=1}^l (w_0 + w_1 x_i - y_i) \, x_i$$
#
# At the start $(0, 0)$ the residuals are −3, −5, −7. So
#
# $$\frac{\partial Q}{\partial w_0} = 2 \cdot (-3 - 5 - 7) = -30, \qquad
# \frac{\partial Q}{\partial w_1} = 2 \cdot (-3 \cdot 1 - 5 \cdot 2 - 7 \cdot 3) = -68$$
#
# With $\eta = 0.01$ the step is $w_0 = 0 + 0.3 = 0.3$ and $w_1 = 0 + 0.68 = 0.68$. The new loss is 36.95,
# down from 83. One more step leads to $(0.5004, 1.1336)$.
#
# The vector of both derivatives is the gradient. For any number of weights
#
# $$\nabla Q(w) = \left\{ \frac{\partial Q}{\partial w_0}, \frac{\partial Q}{\partial w_1}, \dots,
# \frac{\partial Q}{\partial w_n} \right\}$$

# %% [markdown] lang="ru" key="board" of="d60a7907"
# ## Пример с доски
#
# Лекция просит выписать формулы обновления. Возьмём один квадрат $(w_0 + w_1 x_i - y_i)^2$ и применим цепное
# правило. Внешняя производная — удвоенный остаток. Внутренняя говорит, как быстро меняется предсказание:
#
# * когда $w_0$ вырастает на 1, предсказание вырастает на 1;
# * когда $w_1$ вырастает на 1, предсказание вырастает на $x_i$.
#
# Сложим по всем объектам:
#
# $$\frac{\partial Q}{\partial w_0} = 2 \sum_{i=1}^l (w_0 + w_1 x_i - y_i), \qquad
# \frac{\partial Q}{\partial w_1} = 2 \sum_{i=1}^l (w_0 + w_1 x_i - y_i) \, x_i$$
#
# В начале, в точке $(0, 0)$, остатки равны −3, −5, −7. Поэтому
#
# $$\frac{\partial Q}{\partial w_0} = 2 \cdot (-3 - 5 - 7) = -30, \qquad
# \frac{\partial Q}{\partial w_1} = 2 \cdot (-3 \cdot 1 - 5 \cdot 2 - 7 \cdot 3) = -68$$
#
# При $\eta = 0.01$ шаг таков: $w_0 = 0 + 0.3 = 0.3$ и $w_1 = 0 + 0.68 = 0.68$. Потери стали 36.95, а были 83.
# Ещё один шаг ведёт в $(0.5004, 1.1336)$.
#
# Вектор из обеих производных — это градиент. Для любого числа весов
#
# $$\nabla Q(w) = \left\{ \frac{\partial Q}{\partial w_0}, \frac{\partial Q}{\partial w_1}, \dots,
# \frac{\partial Q}{\partial w_n} \right\}$$

# %% numbers="board"
flats = np.array([1.0, 2, 3])
one = board_step(0.0, 0.0, flats, y, 0.01)
two = board_step(*one, flats, y, 0.01)
says("-30", 3 * mse_gradient(np.zeros(2), X, y)[0])
says("-68", 3 * mse_gradient(np.zeros(2), X, y)[1])
says("0.3", one[0])
says("0.68", one[1])
says("36.95", 3 * mse(np.array(one), X, y))
says("0.5004", two[0])
says("1.1336", two[1])


# %% key="board-by-machine"
x, y = np.array([1.0, 2.0, 3.0]), np.array([3.0, 5.0, 7.0])
w0, w1, eta = 0.0, 0.0, 0.01
for k in range(4):
    residuals = w0 + w1 * x - y
    d0, d1 = 2 * np.sum(residuals), 2 * np.sum(residuals * x)
    print(f"k = {k}   w0 = {w0:.4f}   w1 = {w1:.4f}   Q = {np.sum(residuals**2):.4f}")
    w0, w1 = w0 - eta * d0, w1 - eta * d1

# %% [markdown] lang="en" key="whole-vector"
# ### All weights at once
#
# To compute −30 we needed **both** weights. So each derivative is taken at the whole vector of weights:
#
# $$w_j^{(k)} = w_j^{(k-1)} - \eta \, \frac{\partial Q}{\partial w_j} \left( w^{(k-1)} \right), \qquad j = 0, 1, \dots, n$$
#
# The small $(k)$ on top is the step number, not a power. In one line for all weights:
#
# $$w^{(k)} = w^{(k-1)} - \eta \, \nabla Q(w^{(k-1)})$$
#
# All weights move **at the same time**. If $w_0$ becomes 0.3 first and $w_1$ is computed with the new
# $w_0$, the derivative is −64.4 and not −68. That is another method.

# %% [markdown] lang="ru" key="whole-vector" of="bffe7c75"
# ### Все веса сразу
#
# Чтобы получить −30, нам понадобились **оба** веса. Значит, каждая производная берётся в точке, которую задаёт весь вектор:
#
# $$w_j^{(k)} = w_j^{(k-1)} - \eta \, \frac{\partial Q}{\partial w_j} \left( w^{(k-1)} \right), \qquad j = 0, 1, \dots, n$$
#
# Маленькое $(k)$ сверху — номер шага, а не степень. Одной строкой для всех весов:
#
# $$w^{(k)} = w^{(k-1)} - \eta \, \nabla Q(w^{(k-1)})$$
#
# Все веса сдвигаются **одновременно**. Если сначала $w_0$ станет 0.3, а $w_1$ посчитать с новым
# $w_0$, производная выйдет −64.4, а не −68. Это уже другой метод.

# %% numbers="whole-vector"
says("-64.4", 3 * mse_gradient(np.array([0.3, 0.0]), X, y)[1])


# %% [markdown] lang="en" key="matrix"
# ## Many weights: the table of features
#
# A flat has more than an area: floor, distance to the station, … Such numbers are **features** (признаки).
# Put one object in each row and one feature in each column. In front comes a column of ones, so that $w_0$ is
# a weight like any other. For our three flats
#
# $$X = \begin{pmatrix} 1 & 1 \\ 1 & 2 \\ 1 & 3 \end{pmatrix}, \qquad
# w = \begin{pmatrix} w_0 \\ w_1 \end{pmatrix}$$
#
# The product $Xw$ holds all predictions at once: multiply a row with $w$ in pairs and add up. With $w = (1, 2)$ the
# second row gives $1 \cdot 1 + 2 \cdot 2 = 5$. In code it is `X @ w`.
#
# Lecture 4 divides the sum by the number of objects $m$. So the loss does not grow merely because there are
# more data. This is the **mean squared error** (среднеквадратичная ошибка, MSE):
#
# $$J(w) = \frac{1}{m} \sum_{i=1}^m (h_w(x^{(i)}) - y^{(i)})^2$$
#
# Here $x^{(i)}$ is row $i$ of the table, and $h_w(x) = w^T x$ is the prediction. The slide calls the weights
# $\theta$. For our start the value is $83 / 3 = 27.67$. The derivative with respect to weight number $j$ is
#
# $$\frac{\partial J}{\partial w_j} = \frac{2}{m} \sum_{i=1}^m (w^T x^{(i)} - y^{(i)}) \, x_j^{(i)}$$
#
# It is the formula from the board with $\frac{2}{m}$ in place of $2$. The column of ones gives $x_0^{(i)} = 1$.
# Read all $j$ together: multiply the residuals by every column of $X$ and add up. That is a product with the
# **transposed** matrix $X^T$ (транспонированная матрица), whose rows are the columns of $X$:
#
# $$\nabla J(w) = \frac{2}{m} X^T (Xw - y)$$
#
# Our start gives $(-30/3, \, -68/3) = (-10, \, -22.67)$. A learning rate that suits the sum has to be
# multiplied by $m$ to suit the mean.

# %% [markdown] lang="ru" key="matrix" of="ec008da6"
# ## Много весов: таблица признаков
#
# У квартиры есть не только площадь: этаж, расстояние до метро, … Такие числа называются **признаками**
# (features). Запишем каждый объект в строку, каждый признак — в столбец. Впереди поставим столбец единиц,
# тогда $w_0$ станет таким же весом, как остальные. Для наших трёх квартир
#
# $$X = \begin{pmatrix} 1 & 1 \\ 1 & 2 \\ 1 & 3 \end{pmatrix}, \qquad
# w = \begin{pmatrix} w_0 \\ w_1 \end{pmatrix}$$
#
# В произведении $Xw$ стоят сразу все предсказания: строку умножаем на $w$ попарно и складываем. При $w = (1, 2)$ вторая
# строка даёт $1 \cdot 1 + 2 \cdot 2 = 5$. В коде это `X @ w`.
#
# Лекция 4 делит сумму на число объектов $m$. Тогда потери не растут только оттого, что данных стало больше.
# Это **среднеквадратичная ошибка** (mean squared error, MSE):
#
# $$J(w) = \frac{1}{m} \sum_{i=1}^m (h_w(x^{(i)}) - y^{(i)})^2$$
#
# Здесь $x^{(i)}$ — строка таблицы с номером $i$, а $h_w(x) = w^T x$ — предсказание. На слайде веса обозначены
# $\theta$. В нашем начале получаем $83 / 3 = 27.67$. Производная по весу с номером $j$:
#
# $$\frac{\partial J}{\partial w_j} = \frac{2}{m} \sum_{i=1}^m (w^T x^{(i)} - y^{(i)}) \, x_j^{(i)}$$
#
# Это формула с доски, только $\frac{2}{m}$ вместо $2$. Столбец единиц даёт $x_0^{(i)} = 1$.
# Прочитаем все $j$ сразу: умножаем остатки на каждый столбец $X$ и складываем. Это умножение на
# **транспонированную** матрицу (transposed) $X^T$, строки которой — столбцы $X$:
#
# $$\nabla J(w) = \frac{2}{m} X^T (Xw - y)$$
#
# В нашем начале выходит $(-30/3, \, -68/3) = (-10, \, -22.67)$. Скорость обучения, подходящую для суммы, надо
# умножить на $m$, чтобы она подошла для среднего.

# %% numbers="matrix"
says("27.67", mse(np.zeros(2), X, y))
says("-10", mse_gradient(np.zeros(2), X, y)[0])
says("-22.67", mse_gradient(np.zeros(2), X, y)[1])
holds((X @ [1, 2])[1] == 5, "the second row")


# %% [markdown] lang="en" key="losses"
# ## Why the 7 does not matter
#
# Our predictions are a family of functions, one for each choice of weights:
# $\mathcal{F} = \{\hat y_w \mid w \in W\}$, where $W$ holds all weights allowed. Training means: find the one with
# the smallest mean loss on the data. That mean is the **empirical risk** (эмпирический риск):
#
# $$w^* = \operatorname{argmin}_w \frac{1}{m} \sum_{i=1}^m L(y_i, \hat y_w(x_i))$$
#
# The sign $\operatorname{argmin}$ asks **where** the minimum is, not how low it is. (The slide writes $\theta$ for
# $w$, $\Theta$ for $W$ and $\theta_{best}$ for $w^*$.)
#
# Lecture 4 offers three losses $L(y, \hat y)$ and puts a question mark behind the third. Take the answer 5 and the prediction 2:
#
# | loss | value | derivative with respect to the prediction |
# |---|---|---|
# | squared: $(y - \hat y)^2$ | 9 | $-6$ |
# | absolute: $\lvert y - \hat y \rvert$ | 3 | $-1$ |
# | squared plus 7: $(y - \hat y)^2 + 7$ | 16 | $-6$ |
#
# The 7 is a constant and has no derivative. The mean of $m$ sevens is 7. So every step, the whole path and
# $w^*$ are the same as without it. Only the printed loss is higher by 7. (You know this from unit 04: there it was 12.)
#
# The absolute loss is really different. Its derivative is $-1$ or $1$, however far the prediction is off. One wild
# object pulls no harder than any other, which is good. But the slope does not become smaller near the
# minimum, and at residual 0 there is a kink with no derivative. With a constant $\eta$ the path goes on
# jumping to and fro. It needs a step that shrinks.

# %% [markdown] lang="ru" key="losses" of="f09f18f9"
# ## Почему семёрка ничего не меняет
#
# Наши предсказания — семейство функций, по одной на каждый набор весов:
# $\mathcal{F} = \{\hat y_w \mid w \in W\}$, где $W$ — все допустимые веса. Обучить — значит найти ту функцию,
# у которой средние потери на данных наименьшие. Это среднее называется **эмпирическим риском** (empirical risk):
#
# $$w^* = \operatorname{argmin}_w \frac{1}{m} \sum_{i=1}^m L(y_i, \hat y_w(x_i))$$
#
# Знак $\operatorname{argmin}$ спрашивает, **где** находится минимум, а не какова его высота. (На слайде $\theta$ —
# это $w$, $\Theta$ — это $W$, а $\theta_{best}$ — это $w^*$.)
#
# Лекция 4 предлагает три функции $L(y, \hat y)$, и возле третьей стоит вопрос. Пусть ответ 5, а предсказание 2:
#
# | функция потерь | значение | производная по предсказанию |
# |---|---|---|
# | квадратичная: $(y - \hat y)^2$ | 9 | $-6$ |
# | абсолютная: $\lvert y - \hat y \rvert$ | 3 | $-1$ |
# | квадратичная плюс 7: $(y - \hat y)^2 + 7$ | 16 | $-6$ |
#
# Семёрка постоянна, её производная равна нулю. Среднее из $m$ семёрок — семь. Поэтому каждый шаг, весь путь и
# $w^*$ такие же, как без неё. Только напечатанные потери больше на 7. (Из урока 04 это знакомо: там было 12.)
#
# А вот абсолютная функция действительно другая. Её производная равна $-1$ или $1$, как бы ни ошибалось
# предсказание. Один странный объект тянет не сильнее прочих, и это хорошо. Но возле минимума наклон не
# уменьшается, а при нулевом остатке — излом, где производной нет. При постоянной $\eta$ путь так и прыгает
# взад и вперёд. Нужен убывающий шаг.

# %% numbers="losses"
says("9", (5 - 2) ** 2)
says("16", (5 - 2) ** 2 + 7)
says("-6", 2 * (2 - 5))
seven = descend(lambda w: np.array([2 * (w[0] - 5)]), np.array([0.0]), lambda k: 0.1, 9)
holds(np.allclose(seven[:, 0], 5 - 5 * 0.8 ** np.arange(10)), "the 7 changes no step: the gradient does not hold it")
jumps = [7.3]
for _ in range(200):
    jumps.append(jumps[-1] - 0.5 * np.sign(jumps[-1] - 5))
holds(len(set(np.round(jumps[50:], 6))) == 2, "with a constant step the absolute loss jumps to and fro")


# %% [markdown] lang="en" key="start"
# ## Where to start
#
# Lecture 2 lists four ways to choose the first weights. Choosing them is called **initialisation**
# (инициализация).
#
# 1. **Zeros.** All $n + 1$ of them, the intercept too: $w_j = 0$ for $j = 0, 1, \dots, n$.
# 2. **Small random numbers,** each between $-\varepsilon$ and $\varepsilon$, all values equally likely:
#    $w_j := \operatorname{random}(-\varepsilon, \varepsilon)$.
# 3. **A small random part of the data.** Fit the weights to a few objects first, which is cheap, and start
#    from there.
# 4. **Multistart** (мультистарт): descend from several starts and keep the best result.
#
# For linear regression the loss is convex, so it has one valley. With a suitable $\eta$ every start leads to the
# same loss, and a better start only saves time. Losses of neural networks have several valleys. Then the start
# decides where you end.
#
# A small example with two valleys:
#
# $$Q(w) = (w - 1)^2 (w - 3)^2 - 0.4 w + 2, \qquad Q'(w) = 4 (w - 1)(w - 2)(w - 3) - 0.4$$
#
# At $w = 0$ the slope is $-24.4$. With $\eta = 0.05$ the first step leads to 1.22, and the path ends near
# 1.05, where the loss is 1.59. From $w = 4$ the first step leads to 2.82, and the path ends near 3.05, where
# the loss is 0.79. The zero start never learns of the better valley. Multistart compares both ends and takes
# the second.

# %% [markdown] lang="ru" key="start" of="4770fc86"
# ## С чего начать
#
# В лекции 2 четыре способа выбрать начальные веса. Такой выбор называется **инициализацией**
# (initialisation).
#
# 1. **Нули.** Все $n + 1$, свободный член тоже: $w_j = 0$ для $j = 0, 1, \dots, n$.
# 2. **Небольшие случайные числа,** каждое от $-\varepsilon$ до $\varepsilon$, все значения равновероятны:
#    $w_j := \operatorname{random}(-\varepsilon, \varepsilon)$.
# 3. **Небольшая случайная часть данных.** Сначала подобрать веса по нескольким объектам, это дёшево, и начать
#    оттуда.
# 4. **Мультистарт** (multistart): спуститься из нескольких точек и оставить лучший результат.
#
# У линейной регрессии функция потерь выпуклая, и долина у неё одна. При подходящей $\eta$ из любой начальной точки придём к тем же
# потерям, удачная лишь экономит время. У нейронных сетей долин несколько. Тогда начальная точка решает, где
# вы окажетесь.
#
# Маленький пример с двумя долинами:
#
# $$Q(w) = (w - 1)^2 (w - 3)^2 - 0.4 w + 2, \qquad Q'(w) = 4 (w - 1)(w - 2)(w - 3) - 0.4$$
#
# При $w = 0$ наклон равен $-24.4$. С $\eta = 0.05$ первый шаг ведёт в 1.22, а путь кончается около 1.05, где
# потери 1.59. Из $w = 4$ первый шаг ведёт в 2.82, а путь кончается около 3.05, где потери 0.79. Спуск из нуля
# так и не узнает о лучшей долине. Мультистарт сравнит обе конечные точки и выберет вторую.

# %% numbers="start"
def end_of(w0):
    return descend(two_valleys_slope, np.array([w0]), lambda k: 0.05, 60)


says("-24.4", two_valleys_slope(np.array([0.0]))[0])
says("1.22", end_of(0.0)[1, 0])
says("1.05", end_of(0.0)[-1, 0])
says("1.59", two_valleys(end_of(0.0)[-1]))
says("2.82", end_of(4.0)[1, 0])
says("3.05", end_of(4.0)[-1, 0])
says("0.79", two_valleys(end_of(4.0)[-1]))


# %% key="two-valleys"
def valley(w):
    return (w - 1) ** 2 * (w - 3) ** 2 - 0.4 * w + 2


places = np.linspace(0, 4, 200)
plt.figure(figsize=(6, 3))
plt.plot(places, valley(places))
for start in (0.0, 1.5, 2.5, 4.0):
    w = start
    for _ in range(60):
        w = w - 0.05 * (4 * (w - 1) * (w - 2) * (w - 3) - 0.4)
    plt.plot([start, w], [valley(start), valley(w)], "o--")
    print(f"{start}  →  {w:.4f}   Q = {valley(w):.4f}")
plt.xlabel("w")
plt.ylabel("Q")
plots.show(
    en="A curve with two valleys. The starts 0 and 1.5 end in the left, shallower one, "
    "2.5 and 4 in the right one.",
    ru="Кривая с двумя долинами. Из 0 и 1.5 спуск приходит в левую, менее глубокую, "
    "из 2.5 и 4 — в правую.",
)


# %% [markdown] lang="en" key="stopping"
# ## When to stop
#
# Lecture 2 gives two stopping rules. Stop when the loss hardly changes, or when the weights hardly move:
#
# $$|Q(w^{(k)}) - Q(w^{(k-1)})| < \varepsilon, \qquad \|w^{(k)} - w^{(k-1)}\| < \varepsilon$$
#
# The double bars are the **norm** (норма), the length of a vector by Pythagoras. In the first step on the
# board the weights moved by $(0.3, \, 0.68)$. The length is
#
# $$\sqrt{0.3^2 + 0.68^2} = 0.743$$
#
# and the loss changed by $83 - 36.95 = 46.05$. Neither rule stops.
#
# Both rules can be fooled, as in unit 04. The move is $\eta$ times the length of the gradient. With
# $\eta = 0.00001$ the first step on the board is $0.00074$ long, far from the minimum. So add a limit on the
# number of steps and look at the gradient when it is over.

# %% [markdown] lang="ru" key="stopping" of="0e0ba8d6"
# ## Когда остановиться
#
# В лекции 2 два критерия останова. Остановиться, когда почти не меняются потери или почти не двигаются веса:
#
# $$|Q(w^{(k)}) - Q(w^{(k-1)})| < \varepsilon, \qquad \|w^{(k)} - w^{(k-1)}\| < \varepsilon$$
#
# Двойные черты — это **норма** (norm), длина вектора по теореме Пифагора. На первом шаге в примере с доски
# веса сдвинулись на $(0.3, \, 0.68)$. Длина равна
#
# $$\sqrt{0.3^2 + 0.68^2} = 0.743$$
#
# а потери изменились на $83 - 36.95 = 46.05$. Ни один критерий не сработает.
#
# Оба критерия можно обмануть, как в уроке 04. Сдвиг — это $\eta$, умноженная на длину градиента. При
# $\eta = 0.00001$ первый шаг в примере с доски имеет длину $0.00074$, хотя до минимума далеко. Поэтому
# добавьте предел на число шагов, а в конце посмотрите на градиент.

# %% numbers="stopping"
says("0.743", np.hypot(*one))
says("46.05", 83 - 3 * mse(np.array(one), X, y))
says("0.00074", 0.00001 * np.hypot(30, 68))


# %% [markdown] lang="en" key="schedules"
# ## Steps that shrink
#
# The step may depend on its number. Then we write $\eta_k$ instead of $\eta$. Lecture 2 names three **step
# schedules** (расписания шага):
#
# $$\eta_k = c, \qquad \eta_k = \frac{1}{k}, \qquad \eta_k = \lambda \left( \frac{s_0}{s_0 + k} \right)^p$$
#
# Here $c$, $\lambda$, $s_0$ and $p$ are numbers that you choose before you start.
#
# | $k$ | $c = 0.1$ | $1/k$ | $\lambda = 1$, $s_0 = 1$, $p = 0.5$ |
# |---|---|---|---|
# | 0 | 0.1 | no value | 1 |
# | 1 | 0.1 | 1 | 0.707 |
# | 3 | 0.1 | 0.333 | 0.5 |
# | 8 | 0.1 | 0.125 | 0.333 |
#
# Mind that $\frac{1}{k}$ has no value at $k = 0$. Count the steps from 1: the first step
# uses $\eta_1$. The third schedule is fine at 0, and $\lambda$ is its value there.
#
# The second schedule has another weakness. It has no scale: the first step is always $\eta_1 = 1$, whatever the loss.
# On the board example a step size above $0.06$ leads away from the minimum (the next section says why). So the
# first 16 steps move away. See how far.

# %% [markdown] lang="ru" key="schedules" of="0cad3cb6"
# ## Шаги, которые убывают
#
# Шаг может зависеть от своего номера. Тогда пишут $\eta_k$, а не $\eta$. В лекции 2 три **расписания шага**
# (step schedules):
#
# $$\eta_k = c, \qquad \eta_k = \frac{1}{k}, \qquad \eta_k = \lambda \left( \frac{s_0}{s_0 + k} \right)^p$$
#
# Здесь $c$, $\lambda$, $s_0$ и $p$ — числа, которые вы выбираете заранее.
#
# | $k$ | $c = 0.1$ | $1/k$ | $\lambda = 1$, $s_0 = 1$, $p = 0.5$ |
# |---|---|---|---|
# | 0 | 0.1 | нет значения | 1 |
# | 1 | 0.1 | 1 | 0.707 |
# | 3 | 0.1 | 0.333 | 0.5 |
# | 8 | 0.1 | 0.125 | 0.333 |
#
# Заметьте: дробь $\frac{1}{k}$ не имеет значения при $k = 0$. Считайте шаги с 1: величина
# первого шага — $\eta_1$. Третье расписание при 0 определено, и $\lambda$ — его значение там.
#
# У второго есть и другой недостаток. В нём нет масштаба: первый шаг всегда $\eta_1 = 1$, какой бы ни была
# функция. В примере с доски шаг больше $0.06$ уводит от минимума (почему — в следующем разделе). Значит, первые
# 16 шагов удаляют нас от него. Посмотрите, насколько.

# %% numbers="schedules"
says("0.707", step_size("power", 1))
says("0.5", step_size("power", 3))
says("0.333", step_size("power", 8))
says("0.125", step_size("inverse", 8))
steepest = np.linalg.eigvalsh(2 * X.T @ X)[-1]
says("16", np.sum(1 / np.arange(1, 100) > 2 / steepest))


# %% key="one-over-k"
X = np.column_stack([np.ones(3), x])
w = np.zeros(2)
for k in range(1, 201):
    w = w - 1 / k * 2 * X.T @ (X @ w - y)
    if k in (1, 2, 5, 16, 30, 40, 200):
        print(f"k = {k:3}   ‖w − w*‖ = {np.linalg.norm(w - [1, 2]):.3g}")

# %% [markdown] lang="en" key="ravine"
# ## A ravine
#
# The path returned because $\frac{1}{k}$ became small enough. But where does $0.06$ come from?
#
# In unit 04 the slope was $2w$ and a step multiplied the distance to the minimum by $1 - 2\eta$. Several
# weights behave in the same way, direction by direction. The gradient is $2 X^T X w - 2 X^T y$. At the minimum $w^*$ it
# is 0, so $2 X^T y = 2 X^T X w^*$. Put this in: the gradient is a fixed matrix times the distance to the minimum:
#
# $$\nabla Q(w) = A \, (w - w^*), \qquad A = 2 X^T X = \begin{pmatrix} 6 & 12 \\ 12 & 28 \end{pmatrix}$$
#
# (For MSE, $A = \frac{2}{m} X^T X$.) There are special directions in which $A$ only stretches. Try
# $v = (0.915, \, -0.403)$: $A v = (0.66, \, -0.29)$, which is $0.72 \, v$ up to rounding. Such a $v$ is an **eigenvector**
# (собственный вектор), and the 0.72 is its **eigenvalue** (собственное значение) $\lambda$. Here it tells how strongly the
# loss curves in that direction. (It is not the $\lambda$ of the schedules; both letters are customary.) The other
# direction is at right angles, $(0.403, \, 0.915)$. `np.linalg.eigvalsh(A)` finds both values:
# $\lambda_{\min} = 0.72$ and $\lambda_{\max} = 33.28$.
#
# If $w - w^*$ lies along $v$, the gradient is $\lambda (w - w^*)$, and the step keeps the direction. Any other distance is
# a sum of a part along each eigenvector, and each part goes its own way. So in each of these directions a step
# multiplies the distance by
#
# $$1 - \eta \lambda$$
#
# In the steep direction $\eta < 2 / 33.28 = 0.0601$ is needed, else we diverge. In the flat direction such an $\eta$
# gives a factor of at least $1 - 0.0601 \cdot 0.72 = 0.957$, so we crawl. One $\eta$ must serve both. Seen from above
# such a loss is a long narrow **ravine** (овраг): the path jumps from wall to wall and hardly moves along the
# bottom.
#
# How narrow it is, is told by the **condition number** (число обусловленности):
#
# $$\kappa = \frac{\lambda_{\max}}{\lambda_{\min}}$$
#
# Here $\kappa = 46$. For a round bowl $\kappa = 1$.

# %% [markdown] lang="ru" key="ravine" of="aaa329be"
# ## Овраг
#
# Путь вернулся, потому что $\frac{1}{k}$ стало достаточно малым. Но откуда взялось $0.06$?
#
# В уроке 04 наклон был $2w$, и шаг умножал расстояние до минимума на $1 - 2\eta$. С несколькими весами то же
# самое, только по каждому направлению отдельно. Градиент равен $2 X^T X w - 2 X^T y$. В минимуме $w^*$ он равен нулю,
# поэтому $2 X^T y = 2 X^T X w^*$. Подставим: градиент — это постоянная матрица, умноженная на разность с минимумом:
#
# $$\nabla Q(w) = A \, (w - w^*), \qquad A = 2 X^T X = \begin{pmatrix} 6 & 12 \\ 12 & 28 \end{pmatrix}$$
#
# (Для MSE $A = \frac{2}{m} X^T X$.) Есть особые направления, в которых $A$ только растягивает. Возьмём
# $v = (0.915, \, -0.403)$: $A v = (0.66, \, -0.29)$, а это с точностью до округления $0.72 \, v$. Такой $v$ — **собственный
# вектор** (eigenvector), а 0.72 — его **собственное значение** (eigenvalue) $\lambda$. У нас оно говорит, насколько сильно
# функция изогнута в этом направлении. (Это не то $\lambda$, что в расписаниях шага; так принято обозначать и то и другое.)
# Второе направление перпендикулярно первому, $(0.403, \, 0.915)$. Оба значения находит `np.linalg.eigvalsh(A)`:
# $\lambda_{\min} = 0.72$ и $\lambda_{\max} = 33.28$.
#
# Если разность $w - w^*$ лежит вдоль $v$, градиент равен $\lambda (w - w^*)$, и шаг направления не меняет. Любая другая
# разность — сумма частей вдоль собственных векторов, и каждая часть меняется сама по себе. Итак, в каждом из этих
# направлений шаг умножает расстояние на
#
# $$1 - \eta \lambda$$
#
# В крутом направлении нужно $\eta < 2 / 33.28 = 0.0601$, иначе путь расходится. В пологом такая $\eta$ даёт
# множитель не меньше $1 - 0.0601 \cdot 0.72 = 0.957$, и мы ползём. Одна $\eta$ должна служить обоим. Сверху такая
# функция выглядит как длинный узкий **овраг** (ravine): путь прыгает от стенки к стенке и почти не движется
# вдоль дна.
#
# Насколько он узок, говорит **число обусловленности** (condition number):
#
# $$\kappa = \frac{\lambda_{\max}}{\lambda_{\min}}$$
#
# Здесь $\kappa = 46$. У круглой чаши $\kappa = 1$.

# %% numbers="ravine"
A = 2 * X.T @ X
values, vectors = np.linalg.eigh(A)
says("0.72", values[0])
says("33.28", values[1])
says("0.0601", 2 / values[1])
says("0.957", 1 - 2 / values[1] * values[0])
says("46", values[1] / values[0])
says("0.915", abs(vectors[0, 0]))
says("-0.403", -abs(vectors[1, 0]))
says("0.66", (A @ np.array([abs(vectors[0, 0]), -abs(vectors[1, 0])]))[0])
says("-0.29", (A @ np.array([abs(vectors[0, 0]), -abs(vectors[1, 0])]))[1])
w = np.array([4.0, -1.0])
holds(np.allclose(3 * mse_gradient(w, X, y), A @ (w - [1, 2])), "the gradient is A times the distance")


# %% [markdown] lang="en" key="best-rate"
# ### The best constant rate
#
# The slowest direction decides. As $\eta$ grows, the flat direction becomes faster, and from some point on the
# steep one slower. The best is where both are equally fast, one with a positive and one with a negative factor:
#
# $$1 - \eta \lambda_{\min} = -(1 - \eta \lambda_{\max})$$
#
# Solve for $\eta$, then put it into the factor:
#
# $$\eta^* = \frac{2}{\lambda_{\min} + \lambda_{\max}}, \qquad
# 1 - \eta^* \lambda_{\min} = \frac{\lambda_{\max} - \lambda_{\min}}{\lambda_{\max} + \lambda_{\min}} = \frac{\kappa - 1}{\kappa + 1}$$
#
# On the board: $\eta^* = 2 / 34 = 0.0588$ and the factor is 0.958. After 100 of the best possible steps, 1.3
# percent of the distance in the slow directions is left. The factor depends on $\kappa$ alone. Whoever wants to be
# faster has to change $\kappa$.

# %% [markdown] lang="ru" key="best-rate" of="e1d07267"
# ### Лучшая постоянная скорость
#
# Всё решает самое медленное направление. Чем больше $\eta$, тем быстрее пологое направление, а с некоторого места
# тем медленнее крутое. Лучше всего там, где они одинаково быстры: один множитель положителен, другой отрицателен:
#
# $$1 - \eta \lambda_{\min} = -(1 - \eta \lambda_{\max})$$
#
# Решим относительно $\eta$ и подставим в множитель:
#
# $$\eta^* = \frac{2}{\lambda_{\min} + \lambda_{\max}}, \qquad
# 1 - \eta^* \lambda_{\min} = \frac{\lambda_{\max} - \lambda_{\min}}{\lambda_{\max} + \lambda_{\min}} = \frac{\kappa - 1}{\kappa + 1}$$
#
# В примере с доски: $\eta^* = 2 / 34 = 0.0588$, множитель 0.958. После ста шагов с лучшей скоростью от расстояния в медленных
# направлениях остаётся 1.3 процента. Множитель зависит только от $\kappa$. Хотите быстрее — меняйте $\kappa$.

# %% numbers="best-rate"
rate, factor = best_constant_rate(values)
says("0.0588", rate)
says("0.958", factor)
says("1.3", 100 * factor**100)
holds(all(max(abs(1 - other * values)) >= factor for other in np.linspace(0.001, 0.1, 500)), "no other rate is better")


# %% [markdown] lang="en" key="scaling"
# ## From the ravine to the bowl
#
# The numbers of the table make the ravine. Write the areas in square metres, 10, 20, 30, and
# $\kappa$ is 3279. The flats are the same, the descent is about seventy times slower.
#
# The cure is to bring every column to mean 0 and spread 1. With the mean $\mu$ and the **standard deviation**
# (стандартное отклонение) $\sigma$ of the column,
#
# $$z = \frac{x - \mu}{\sigma}, \qquad \mu = \frac{1}{m} \sum_{i=1}^m x_i, \qquad
# \sigma = \sqrt{\frac{1}{m} \sum_{i=1}^m (x_i - \mu)^2}$$
#
# This is called **standardising** (стандартизация). For $x = 1, 2, 3$ we get $\mu = 2$, $\sigma = 0.8165$ and
# $z = -1.2247, \, 0, \, 1.2247$. Whether the areas were in metres or feet no longer matters. Let
# $Z$ be the table with a column of ones and the column $z$. Now
#
# $$2 Z^T Z = \begin{pmatrix} 6 & 0 \\ 0 & 6 \end{pmatrix}, \qquad \kappa = 1, \qquad \eta^* = \frac{1}{6}$$
#
# The factor is 0. The very first step from $(0, 0)$ leads to the minimum $(5, \, 1.633)$: rent
# $= 5 + 1.633 z$, the same line in new units.
#
# Two cautions. With several features $\kappa$ need not become 1: standardising removes the difference in units,
# not the likeness between columns. And new data must be shifted and divided by the **same** $\mu$ and
# $\sigma$, those of the training data. The weights belong to that scale.

# %% [markdown] lang="ru" key="scaling" of="9b0c4adb"
# ## Из оврага в чашу
#
# Овраг создают числа в таблице. Запишите площади в квадратных метрах, 10, 20, 30, и $\kappa$
# станет равно 3279. Квартиры те же, а спуск примерно в семьдесят раз медленнее.
#
# Лекарство — привести каждый столбец к среднему 0 и разбросу 1. Если $\mu$ — среднее столбца, а $\sigma$ — его
# **стандартное отклонение** (standard deviation), то
#
# $$z = \frac{x - \mu}{\sigma}, \qquad \mu = \frac{1}{m} \sum_{i=1}^m x_i, \qquad
# \sigma = \sqrt{\frac{1}{m} \sum_{i=1}^m (x_i - \mu)^2}$$
#
# Это называется **стандартизацией** (standardising). Для $x = 1, 2, 3$ получаем $\mu = 2$, $\sigma = 0.8165$ и
# $z = -1.2247, \, 0, \, 1.2247$. В метрах была площадь или в футах, теперь неважно. Пусть
# $Z$ — таблица из столбца единиц и столбца $z$. Тогда
#
# $$2 Z^T Z = \begin{pmatrix} 6 & 0 \\ 0 & 6 \end{pmatrix}, \qquad \kappa = 1, \qquad \eta^* = \frac{1}{6}$$
#
# Множитель равен 0. Первый же шаг из $(0, 0)$ приводит в минимум $(5, \, 1.633)$: арендная плата
# $= 5 + 1.633 z$, та же прямая в новых единицах.
#
# Две оговорки. Когда признаков несколько, $\kappa$ не обязательно станет равно 1: стандартизация убирает разницу
# в единицах, но не сходство столбцов между собой. И новые данные надо сдвигать и делить на **те же** $\mu$ и
# $\sigma$, что у обучающих данных. Веса подобраны под этот масштаб.

# %% numbers="scaling"
metres = np.linalg.eigvalsh(2 * (X * [1, 10]).T @ (X * [1, 10]))
says("3279", metres[1] / metres[0])
holds(65 < metres[1] / metres[0] / (values[1] / values[0]) < 75, "about seventy times")
z = standardize(X[:, 1:], X[:, 1:])[0]
Z = np.column_stack([np.ones(3), z])
says("0.8165", X[:, 1].std())
says("1.2247", z[2, 0])
holds(np.allclose(2 * Z.T @ Z, 6 * np.eye(2)), "the matrix of the bowl")
says("1.633", (1 / 6 * 2 * Z.T @ y)[1])


# %% key="picture"
fig, axes = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
for ax, column, centre in zip(axes, (x, (x - 2) / x.std()), ((1, 2), (5, 1.633)), strict=True):
    a, b = np.meshgrid(centre[0] + np.linspace(-3, 3, 80), centre[1] + np.linspace(-3, 3, 80))
    q = sum((a + b * xi - yi) ** 2 for xi, yi in zip(column, y, strict=True))
    ax.contour(a, b, q, levels=[0.3, 1, 3, 8, 15, 25])
    ax.plot(*centre, "k*")
    ax.set(xlabel="w0", ylabel="w1", aspect="equal")
plots.show(
    en="Contours of Q over both weights. Left, as given: a long narrow ravine. Right, "
    "standardised: circles.",
    ru="Линии уровня Q в зависимости от двух весов. Слева, как есть: длинный узкий овраг. "
    "Справа, после стандартизации: окружности.",
)

# %% [markdown] lang="en" key="figure-question"
# ## The figure: turn the ravine into a bowl
#
# The figure shows the loss of our three flats. On the left are the flats with the line that each of the first steps gives;
# in the middle the contours of $Q$ with the path from $w = (4, 0)$ and an arrow along each eigenvector; on the right the
# loss on a logarithmic scale. The slider of standardising goes from $t = 0$, the areas as they are, to $t = 1$, the
# standardised column. **Answer on paper first,** then look.
#
# 1. Leave $\eta = 0.056$. Which direction jumps and which one crawls? What are the two factors? What does that look like
#    on the line through the flats?
# 2. From which $\eta$ on does the path diverge?
# 3. Keep $\eta = 0.056$ and move $t$ from 0 to 1. What becomes of the arrows, of $\kappa$ and of $\eta^*$?
# 4. With $t = 1$: which $\eta$ arrives in one step?
# 5. Back to $t = 0$ and $\eta = 0.056$: choose the schedule $\eta / k$ and 100 steps. Why does the path almost stand still
#    on the way, although it points the right way?

# %% [markdown] lang="ru" key="figure-question" of="837668d1"
# ## Рисунок: превращаем овраг в чашу
#
# На рисунке — потери для наших трёх квартир. Слева — квартиры и прямая после каждого из первых шагов; посередине —
# линии уровня $Q$, путь из точки $w = (4, 0)$ и стрелка вдоль каждого собственного вектора; справа — потери на
# логарифмической шкале. Ползунок стандартизации идёт от $t = 0$, где площади такие, как есть, до $t = 1$, где столбец
# стандартизован. **Сначала ответьте на бумаге,** потом смотрите.
#
# 1. Оставьте $\eta = 0.056$. Какое направление прыгает, какое ползёт? Чему равны оба множителя? Как это выглядит
#    на прямой среди квартир?
# 2. Начиная с какой $\eta$ путь расходится?
# 3. Оставьте $\eta = 0.056$ и двигайте $t$ от 0 до 1. Что станет со стрелками, с $\kappa$ и с $\eta^*$?
# 4. При $t = 1$: с какой $\eta$ хватает одного шага?
# 5. Снова $t = 0$ и $\eta = 0.056$: выберите расписание $\eta / k$ и 100 шагов. Почему путь почти замирает
#    на полдороге, хотя идёт в верную сторону?

# %% figure="ravine"
figures.ravine()


# %% [markdown] lang="en" key="figure-answers"
# <details><summary>Answers</summary>
#
# 1. The steep direction jumps: its factor is $1 - 0.056 \cdot 33.28 = -0.864$, and the line swings up and down. The flat
#    one crawls: its factor is $1 - 0.056 \cdot 0.72 = 0.960$, and the line turns slowly.
# 2. From 0.0601 on. At 0.060 the steep factor is −0.997, at 0.062 it is −1.063.
# 3. The arrows' eigenvalues come together, $\kappa$ falls from 46 to 1, and $\eta^*$ grows from 0.0588 to 0.167.
# 4. $\eta = \frac{1}{6}$, or 0.166 on the slider.
# 5. The size of step 100 is 0.00056. The sum of the sizes grows only like a logarithm, so the distance in the flat
#    direction shrinks like $k^{-0.04}$. The path never quite stops, but nobody has the time to wait for it.
#
# </details>
#
# *A good place to stop. The exercises need more than an hour.*

# %% [markdown] lang="ru" key="figure-answers" of="31cabc50"
# <details><summary>Ответы</summary>
#
# 1. Крутое направление прыгает: его множитель $1 - 0.056 \cdot 33.28 = -0.864$, и прямая качается вверх и вниз. Пологое
#    ползёт: его множитель $1 - 0.056 \cdot 0.72 = 0.960$, и прямая медленно поворачивается.
# 2. Начиная с 0.0601. При 0.060 множитель крутого направления −0.997, при 0.062 он −1.063.
# 3. Собственные значения у стрелок сближаются, $\kappa$ падает с 46 до 1, а $\eta^*$ растёт с 0.0588 до 0.167.
# 4. $\eta = \frac{1}{6}$, на ползунке 0.166.
# 5. Величина шага 100 — всего 0.00056. Сумма величин растёт лишь как логарифм, поэтому расстояние в пологом направлении
#    убывает как $k^{-0.04}$. Путь не останавливается совсем, но дождаться его никто не сможет.
#
# </details>
#
# *Здесь удобно сделать перерыв. Упражнениям нужно больше часа.*

# %% numbers="figure-answers"
says("-0.864", 1 - 0.056 * values[1])
says("0.960", 1 - 0.056 * values[0])
says("0.0601", 2 / values[1])
says("-0.997", 1 - 0.060 * values[1])
says("-1.063", 1 - 0.062 * values[1])
says("0.0588", rate)
says("0.167", best_constant_rate(np.linalg.eigvalsh(2 * Z.T @ Z))[0])
says("0.00056", 0.056 / 100)
left = np.cumprod(1 - 0.056 / np.arange(1, 100_001) * values[0])
says("-0.04", np.log(left[-1] / left[999]) / np.log(100))


# %% [markdown] lang="en" key="task-mse"
# ## Exercises
#
# Replace the line with `raise NotImplementedError` by your code, run the cell, then run the check below it.
# You may try as often as you like. No function may change its arguments.
#
# ### Exercise 1 (a warm-up, two minutes) · `mse`
#
# `mse(w, X, y)` returns the mean squared error $\frac{1}{m} \sum_{i=1}^m (w^T x^{(i)} - y^{(i)})^2$, a number.
# `w` has the shape `(n,)`, `X` the shape `(m, n)`; a column of ones is already in it, if there is one. The
# answers `y` have the shape `(m,)` or `(m, 1)`.
#
# Example: for `w = [1, 1]`, `X = [[1, 1], [1, 3]]`, `y = [4, 4]` the predictions are 2 and 4, the residuals −2
# and 0, the answer is `2.0`.
#
# Take care with the shape `(m, 1)`: NumPy turns `(m,)` minus `(m, 1)` into a table of shape `(m, m)`, and says
# nothing. `np.ravel(y)` makes `(m,)` of both.

# %% [markdown] lang="ru" key="task-mse" of="674069cd"
# ## Упражнения
#
# Замените строку с `raise NotImplementedError` своим кодом, выполните ячейку, затем проверку под ней.
# Пробовать можно сколько угодно раз. Ни одна функция не должна менять свои аргументы.
#
# ### Упражнение 1 (разминка, две минуты) · `mse`
#
# `mse(w, X, y)` возвращает среднеквадратичную ошибку $\frac{1}{m} \sum_{i=1}^m (w^T x^{(i)} - y^{(i)})^2$, число.
# У `w` форма `(n,)`, у `X` форма `(m, n)`; столбец единиц, если он нужен, в ней уже есть. Ответы `y` имеют
# форму `(m,)` или `(m, 1)`.
#
# Пример: при `w = [1, 1]`, `X = [[1, 1], [1, 3]]`, `y = [4, 4]` предсказания равны 2 и 4, остатки −2 и 0,
# ответ `2.0`.
#
# Осторожно с формой `(m, 1)`: из `(m,)` минус `(m, 1)` NumPy молча сделает таблицу формы `(m, m)`.
# `np.ravel(y)` приводит обе формы к `(m,)`.

# %% exercise="mse" role="answer"
def mse(w, X, y):
    """Mean squared error of the predictions X @ w.

    w: weights, shape (n,).
    X: table of features, shape (m, n).
    y: answers, shape (m,) or (m, 1).
    Returns a number.
    """
    ### BEGIN SOLUTION
    return np.mean((X @ w - np.ravel(y)) ** 2)
    ### END SOLUTION


# %% exercise="mse" role="test" points=1
check(mse)
### BEGIN HIDDEN TESTS
grade(mse)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-mse-gradient"
# ### Exercise 2 · `mse_gradient`
#
# `mse_gradient(w, X, y)` returns the gradient of the same error, $\frac{2}{m} X^T (Xw - y)$, an array of shape
# `(n,)`. The arguments are those of `mse`.
#
# Example: for the numbers above the residuals are −2 and 0. The first component is
# $\frac{2}{2} (-2 \cdot 1 + 0 \cdot 1) = -2$, the second $\frac{2}{2} (-2 \cdot 1 + 0 \cdot 3) = -2$. The answer
# is `array([-2., -2.])`.

# %% [markdown] lang="ru" key="task-mse-gradient" of="60fec73e"
# ### Упражнение 2 · `mse_gradient`
#
# `mse_gradient(w, X, y)` возвращает градиент той же ошибки, $\frac{2}{m} X^T (Xw - y)$, массив формы `(n,)`.
# Аргументы те же, что у `mse`.
#
# Пример: для чисел выше остатки равны −2 и 0. Первая компонента —
# $\frac{2}{2} (-2 \cdot 1 + 0 \cdot 1) = -2$, вторая — $\frac{2}{2} (-2 \cdot 1 + 0 \cdot 3) = -2$. Ответ
# `array([-2., -2.])`.

# %% exercise="mse_gradient" role="answer"
def mse_gradient(w, X, y):
    """Gradient of the mean squared error with respect to w.

    w: weights, shape (n,).
    X: table of features, shape (m, n).
    y: answers, shape (m,) or (m, 1).
    Returns an array of shape (n,).
    """
    ### BEGIN SOLUTION
    return 2 / len(X) * X.T @ (X @ w - np.ravel(y))
    ### END SOLUTION


# %% exercise="mse_gradient" role="test" points=2
check(mse_gradient)
### BEGIN HIDDEN TESTS
grade(mse_gradient)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-board-step"
# ### Exercise 3 · `board_step`
#
# `board_step(w0, w1, x, y, learning_rate)` makes one step of the example on the board, for
# $Q(w) = \sum_{i=1}^l (w_0 + w_1 x_i - y_i)^2$. Note that this is a sum, not a mean. `x` and `y` are arrays of
# the same length, the other arguments are numbers. The answer is the pair `(w0, w1)` of new weights. Both
# derivatives are taken at the old weights.
#
# Example: `board_step(0.0, 0.0, x, y, 0.01)` with the three flats of the text is `(0.3, 0.68)`.

# %% [markdown] lang="ru" key="task-board-step" of="aabea22c"
# ### Упражнение 3 · `board_step`
#
# `board_step(w0, w1, x, y, learning_rate)` делает один шаг в примере с доски, для
# $Q(w) = \sum_{i=1}^l (w_0 + w_1 x_i - y_i)^2$. Обратите внимание: это сумма, а не среднее. `x` и `y` — массивы
# одной длины, остальные аргументы — числа. Ответ — пара `(w0, w1)` новых весов. Обе производные берутся при
# старых весах.
#
# Пример: `board_step(0.0, 0.0, x, y, 0.01)` с тремя квартирами из текста равно `(0.3, 0.68)`.

# %% exercise="board_step" role="answer"
def board_step(w0, w1, x, y, learning_rate):
    """One step of gradient descent on the sum of squares, both weights at the same time.

    w0, w1: intercept and slope, numbers.
    x, y: feature and answer of each object, shape (l,).
    learning_rate: positive number.
    Returns the pair (w0, w1) after the step.
    """
    ### BEGIN SOLUTION
    residuals = w0 + w1 * x - y
    d0, d1 = 2 * np.sum(residuals), 2 * np.sum(residuals * x)
    return w0 - learning_rate * d0, w1 - learning_rate * d1
    ### END SOLUTION


# %% exercise="board_step" role="test" points=2
check(board_step)
### BEGIN HIDDEN TESTS
grade(board_step)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-random-weights"
# ### Exercise 4 · `small_random_weights`
#
# `small_random_weights(n, eps, rng)` returns starting weights for `n` features: an array of `n + 1` random
# numbers (the intercept is one of them). Each is drawn on its own, uniformly between $-\varepsilon$ and
# $\varepsilon$, where $\varepsilon$ is `eps` (positive). All random numbers come from `rng`, a generator such as
# `np.random.default_rng(1)`. With a generator in the same state the answer is the same again. `rng.random(3)` gives three numbers,
# all values between 0 and 1 equally likely.
#
# Example: `small_random_weights(2, 0.1, np.random.default_rng(1))` has three numbers, all between −0.1 and 0.1,
# say `array([0.0024, 0.0901, -0.0712])`. Other numbers are just as right. Any way to draw them is accepted.

# %% [markdown] lang="ru" key="task-random-weights" of="520ff603"
# ### Упражнение 4 · `small_random_weights`
#
# `small_random_weights(n, eps, rng)` возвращает начальные веса для `n` признаков: массив из `n + 1` случайных
# чисел (свободный член среди них). Каждое берётся отдельно, равномерно между $-\varepsilon$ и
# $\varepsilon$, где $\varepsilon$ — это `eps` (положительно). Все случайные числа даёт `rng`, генератор вроде
# `np.random.default_rng(1)`. С генератором в том же состоянии ответ повторяется. `rng.random(3)` даёт три числа,
# все значения от 0 до 1 равновероятны.
#
# Пример: в `small_random_weights(2, 0.1, np.random.default_rng(1))` три числа, все от −0.1 до 0.1, скажем
# `array([0.0024, 0.0901, -0.0712])`. Другие числа так же верны. Годится любой способ их получить.

# %% exercise="small_random_weights" role="answer"
def small_random_weights(n, eps, rng):
    """Random starting weights for n features and the intercept.

    n: number of features.
    eps: positive number, the border.
    rng: numpy.random.Generator, the only source of random numbers.
    Returns an array of shape (n + 1,), uniform on (-eps, eps).
    """
    ### BEGIN SOLUTION
    return rng.uniform(-eps, eps, size=n + 1)
    ### END SOLUTION


# %% exercise="small_random_weights" role="test" points=1
check(small_random_weights)
### BEGIN HIDDEN TESTS
grade(small_random_weights)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-multistart"
# ### Exercise 5 · `multistart`
#
# `multistart(loss, grad, starts, learning_rate, n_steps)` descends from every row of `starts`, an array of shape
# `(s, n)`, with `n_steps` updates and a constant learning rate. It returns the final weight vector with the
# smallest loss, an array of shape `(n,)`. `loss` and `grad` are functions of one weight vector.
#
# Example: for the loss with two valleys, `starts = [[0.0], [4.0]]`, $\eta = 0.05$ and 60 steps the descents end at 1.0544
# and 3.0467 with the losses 1.589 and 0.790. The answer is `array([3.0467])`.
#
# Compare after the descent, not before. In the tests no descent diverges and no two ends are equally good.

# %% [markdown] lang="ru" key="task-multistart" of="b947c5ec"
# ### Упражнение 5 · `multistart`
#
# `multistart(loss, grad, starts, learning_rate, n_steps)` спускается из каждой строки `starts`, массива формы
# `(s, n)`, делая `n_steps` обновлений с постоянной скоростью обучения. Возвращает конечный вектор весов
# с наименьшими потерями, массив формы `(n,)`. `loss` и `grad` — функции одного вектора весов.
#
# Пример: для функции с двумя долинами, `starts = [[0.0], [4.0]]`, $\eta = 0.05$ и 60 шагов конечные точки — 1.0544
# и 3.0467, потери в них 1.589 и 0.790. Ответ `array([3.0467])`.
#
# Сравнивайте после спуска, а не до него. В тестах ни один спуск не расходится и нет двух одинаково хороших конечных точек.

# %% numbers="task-multistart"
says("1.0544", end_of(0.0)[-1, 0])
says("3.0467", end_of(4.0)[-1, 0])
says("1.589", two_valleys(end_of(0.0)[-1]))
says("0.790", two_valleys(end_of(4.0)[-1]))


# %% exercise="multistart" role="answer"
def multistart(loss, grad, starts, learning_rate, n_steps):
    """Gradient descent from several starts; the best end wins.

    loss, grad: functions of one weight vector of shape (n,).
    starts: one start in each row, shape (s, n).
    learning_rate: positive number.
    n_steps: number of updates of each descent.
    Returns the final weights with the smallest loss, shape (n,).
    """
    ### BEGIN SOLUTION
    finals = []
    for w in starts:
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        finals.append(w)
    return min(finals, key=loss)
    ### END SOLUTION


# %% exercise="multistart" role="test" points=3
check(multistart)
### BEGIN HIDDEN TESTS
grade(multistart)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-should-stop"
# ### Exercise 6 · `should_stop`
#
# `should_stop(q_prev, q, w_prev, w, eps)` joins the two rules of lecture 2: it returns `True` if **at least one**
# of them says stop, else `False`. `q_prev` and `q` are the losses before and after a step, `w_prev` and `w` the
# weights, arrays of shape `(n,)`. "Less than" is strict: a change of exactly `eps` does not stop.
#
# | `q_prev`, `q` | `w_prev`, `w` | `eps` | answer |
# |---|---|---|---|
# | 83, 36.95 | `[0, 0]`, `[0.3, 0.68]` | 0.1 | `False` |
# | 83, 36.95 | `[0, 0]`, `[0.3, 0.68]` | 0.75 | `True`, the length is 0.743 |
# | 7, 7.01 | `[0, 0]`, `[5, 1]` | 0.1 | `True`, the loss changed by 0.01 |

# %% [markdown] lang="ru" key="task-should-stop" of="f0667275"
# ### Упражнение 6 · `should_stop`
#
# `should_stop(q_prev, q, w_prev, w, eps)` соединяет два критерия лекции 2: возвращает `True`, если остановиться
# велит **хотя бы один**, иначе `False`. `q_prev` и `q` — потери до и после шага, `w_prev` и `w` — веса, массивы
# формы `(n,)`. Знак «меньше» строгий: изменение, равное `eps`, не останавливает.
#
# | `q_prev`, `q` | `w_prev`, `w` | `eps` | ответ |
# |---|---|---|---|
# | 83, 36.95 | `[0, 0]`, `[0.3, 0.68]` | 0.1 | `False` |
# | 83, 36.95 | `[0, 0]`, `[0.3, 0.68]` | 0.75 | `True`, длина 0.743 |
# | 7, 7.01 | `[0, 0]`, `[5, 1]` | 0.1 | `True`, потери изменились на 0.01 |

# %% exercise="should_stop" role="answer"
def should_stop(q_prev, q, w_prev, w, eps):
    """Whether at least one of the two stopping rules of lecture 2 holds.

    q_prev, q: loss before and after a step, numbers.
    w_prev, w: weights before and after it, shape (n,).
    eps: positive number.
    Returns True or False.
    """
    ### BEGIN SOLUTION
    return bool(abs(q - q_prev) < eps or np.linalg.norm(w - w_prev) < eps)
    ### END SOLUTION


# %% exercise="should_stop" role="test" points=1
check(should_stop)
### BEGIN HIDDEN TESTS
grade(should_stop)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-step-size"
# ### Exercise 7 · `step_size`
#
# `step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5)` returns $\eta_k$ for one of the three schedules. Each kind uses
# only its own parameters.
#
# | `kind` | answer | step number |
# |---|---|---|
# | `'constant'` | $c$ | 0, 1, 2, … |
# | `'inverse'` | $\frac{1}{k}$ | 1, 2, …; at 0 raise `ValueError` |
# | `'power'` | $\lambda \left( \frac{s_0}{s_0 + k} \right)^p$ with `lam` for $\lambda$ | 0, 1, 2, … |
#
# Examples: `step_size('inverse', 8)` is `0.125`. `step_size('power', 3)` is `0.5`.
# `step_size('power', 2, lam=0.3, s0=2.0, p=1.0)` is `0.15`.
#
# To raise means: `raise ValueError("…")`. Nothing is returned then.

# %% [markdown] lang="ru" key="task-step-size" of="d1a61f75"
# ### Упражнение 7 · `step_size`
#
# `step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5)` возвращает $\eta_k$ для одного из трёх расписаний. Каждое
# использует только свои параметры.
#
# | `kind` | ответ | номер шага |
# |---|---|---|
# | `'constant'` | $c$ | 0, 1, 2, … |
# | `'inverse'` | $\frac{1}{k}$ | 1, 2, …; при 0 вызвать исключение `ValueError` |
# | `'power'` | $\lambda \left( \frac{s_0}{s_0 + k} \right)^p$, где `lam` — это $\lambda$ | 0, 1, 2, … |
#
# Примеры: `step_size('inverse', 8)` равно `0.125`. `step_size('power', 3)` равно `0.5`.
# `step_size('power', 2, lam=0.3, s0=2.0, p=1.0)` равно `0.15`.
#
# Вызвать исключение — значит написать `raise ValueError("…")`. Функция тогда ничего не возвращает.

# %% exercise="step_size" role="answer"
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    """Size of step number k by one of the schedules of lecture 2.

    kind: 'constant', 'inverse' or 'power'.
    k: step number, an integer, 0 or more.
    c: the constant step; lam, s0, p: parameters of 'power', positive numbers.
    Returns a number. Raises ValueError for 'inverse' at k = 0.
    """
    ### BEGIN SOLUTION
    if kind == "constant":
        return c
    if kind == "power":
        return lam * (s0 / (s0 + k)) ** p
    if k < 1:
        raise ValueError("1/k has no value at k = 0")
    return 1 / k
    ### END SOLUTION


# %% exercise="step_size" role="test" points=2
check(step_size)
### BEGIN HIDDEN TESTS
grade(step_size)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-descend"
# ### Exercise 8 · `descend`
#
# `descend(gradient, w0, step_size, n_steps)` is gradient descent with a schedule. `step_size` is a function of the
# step number; the first step uses `step_size(1)`, the second `step_size(2)`, and so on. The answer is the whole
# path, an array of shape `(n_steps + 1, n)` with `w0` in its first row. (Inside this function the name
# `step_size` means the argument, not your exercise 7.)
#
# Example: gradient $2w$, start `[8.0]`, $\eta_k = \frac{1}{4k}$. Step 1: $8 - \frac{1}{4} \cdot 16 = 4$. Step 2:
# $4 - \frac{1}{8} \cdot 8 = 3$. The answer for 2 steps is `[[8.], [4.], [3.]]`.

# %% [markdown] lang="ru" key="task-descend" of="4c7d2ae8"
# ### Упражнение 8 · `descend`
#
# `descend(gradient, w0, step_size, n_steps)` — градиентный спуск с расписанием шага. `step_size` — функция номера
# шага: первый шаг берёт `step_size(1)`, второй — `step_size(2)` и так далее. Ответ — весь путь, массив формы
# `(n_steps + 1, n)`, в первой строке которого `w0`. (Внутри этой функции имя `step_size` означает аргумент, а не
# ваше упражнение 7.)
#
# Пример: градиент $2w$, начало `[8.0]`, $\eta_k = \frac{1}{4k}$. Шаг 1: $8 - \frac{1}{4} \cdot 16 = 4$. Шаг 2:
# $4 - \frac{1}{8} \cdot 8 = 3$. Ответ для 2 шагов: `[[8.], [4.], [3.]]`.

# %% exercise="descend" role="answer"
def descend(gradient, w0, step_size, n_steps):
    """Path of gradient descent with a step size for every step.

    gradient: function of one weight vector, returns an array of shape (n,).
    w0: the start, shape (n,).
    step_size: function of the step number k = 1, 2, ...
    n_steps: number of steps.
    Returns an array of shape (n_steps + 1, n), w0 first.
    """
    ### BEGIN SOLUTION
    path = [w0]
    for k in range(1, n_steps + 1):
        path.append(path[-1] - step_size(k) * gradient(path[-1]))
    return np.array(path)
    ### END SOLUTION


# %% exercise="descend" role="test" points=2
check(descend)
### BEGIN HIDDEN TESTS
grade(descend)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-best-rate"
# ### Exercise 9 (a warm-up, two minutes) · `best_constant_rate`
#
# The experiment below needs the best rate. `best_constant_rate(eigenvalues)` gets the eigenvalues of $A$, an array of positive numbers in **any order**, one
# or more. It returns the pair $(\eta^*, \, \frac{\kappa - 1}{\kappa + 1})$: the best constant learning rate, and
# the factor by which the distance in the slowest directions shrinks in each step.
#
# Example: for `[1.0, 9.0, 4.0]` we have $\lambda_{\min} = 1$, $\lambda_{\max} = 9$ and $\kappa = 9$. The answer is
# `(0.2, 0.8)`.

# %% [markdown] lang="ru" key="task-best-rate" of="5fd647b8"
# ### Упражнение 9 (разминка, две минуты) · `best_constant_rate`
#
# Лучшая скорость понадобится в эксперименте. `best_constant_rate(eigenvalues)` получает собственные значения $A$, массив положительных чисел в **любом порядке**,
# одно или больше. Возвращает пару $(\eta^*, \, \frac{\kappa - 1}{\kappa + 1})$: лучшую постоянную скорость обучения
# и множитель, на который каждый шаг сокращает расстояние в самых медленных направлениях.
#
# Пример: для `[1.0, 9.0, 4.0]` имеем $\lambda_{\min} = 1$, $\lambda_{\max} = 9$ и $\kappa = 9$. Ответ
# `(0.2, 0.8)`.

# %% exercise="best_constant_rate" role="answer"
def best_constant_rate(eigenvalues):
    """Best constant learning rate on a squared loss, and the factor of one step with it.

    eigenvalues: positive numbers in any order, shape (n,).
    Returns the pair (learning rate, factor).
    """
    ### BEGIN SOLUTION
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = high / low
    return 2 / (low + high), (kappa - 1) / (kappa + 1)
    ### END SOLUTION


# %% exercise="best_constant_rate" role="test" points=2
check(best_constant_rate)
### BEGIN HIDDEN TESTS
grade(best_constant_rate)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-standardize"
# ### Exercise 10 (a stretch) · `standardize`
#
# `standardize(train, test)` gets two tables with the same columns, of shapes `(m, n)` and `(t, n)`. It returns the
# pair of both tables after scaling. Each column has its own $\mu$ and $\sigma$, and **both tables use those of the
# training table**. Take $\sigma$ as in the text, divided by $m$; NumPy's `std` does that by default (`ddof=0`).
#
# A column that is constant in the training table has $\sigma = 0$. It tells nothing. Give it zeros in **both**
# tables, even if it varies in the test table.
#
# | | training | test | answer for training | answer for test |
# |---|---|---|---|---|
# | column 1 | 1, 3 | 6 | −1, 1 | 4 |
# | column 2 | 5, 5 | 9 | 0, 0 | 0 |
#
# In column 1 the mean is 2 and the standard deviation 1. The tables have no column of ones; it is added afterwards.

# %% [markdown] lang="ru" key="task-standardize" of="40c97c38"
# ### Упражнение 10 (повышенной сложности) · `standardize`
#
# `standardize(train, test)` получает две таблицы с одинаковыми столбцами, форм `(m, n)` и `(t, n)`. Возвращает пару
# этих таблиц после стандартизации. У каждого столбца свои $\mu$ и $\sigma$, и **обе таблицы используют те, что
# посчитаны по обучающей**. Берите $\sigma$ как в тексте, с делением на $m$; `std` в NumPy так и делает (`ddof=0`).
#
# У столбца, постоянного в обучающей таблице, $\sigma = 0$. Он ни о чём не говорит. Поставьте в нём нули в **обеих**
# таблицах, даже если в тестовой он меняется.
#
# | | обучающая | тестовая | ответ для обучающей | ответ для тестовой |
# |---|---|---|---|---|
# | столбец 1 | 1, 3 | 6 | −1, 1 | 4 |
# | столбец 2 | 5, 5 | 9 | 0, 0 | 0 |
#
# В столбце 1 среднее 2, стандартное отклонение 1. Столбца единиц в таблицах нет, его добавляют потом.

# %% exercise="standardize" role="answer"
def standardize(train, test):
    """Scale both tables by mean and standard deviation of the training table.

    train: shape (m, n).
    test: shape (t, n).
    Returns the pair (train, test) of scaled tables; columns constant in train become 0 in both.
    """
    ### BEGIN SOLUTION
    mean, std = train.mean(axis=0), train.std(axis=0)
    constant = np.ptp(train, axis=0) == 0
    scale = np.where(constant, 1.0, std)
    return np.where(constant, 0.0, (train - mean) / scale), np.where(constant, 0.0, (test - mean) / scale)
    ### END SOLUTION


# %% exercise="standardize" role="test" points=3
check(standardize)
### BEGIN HIDDEN TESTS
grade(standardize)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-fit"
# ### Experiment · `steps_to_fit`
#
# Now train a regression, with your own functions, and count.
#
# `steps_to_fit(X, y, share=0.01)` starts at $w = 0$ and descends on the mean squared error with the best constant
# learning rate. It returns the smallest number of steps after which the **excess** of the loss, that is the loss minus
# the smallest possible loss, is at most `share` of the excess at the start. `X` has its column of ones already.
#
# * The best rate is that of $A = \frac{2}{m} X^T X$: use `best_constant_rate` and `np.linalg.eigvalsh`.
# * The smallest loss is that of the weights `np.linalg.lstsq(X, y)[0]`. It is not 0: no line fits all.
# * For the steps use `mse` and `mse_gradient`.
#
# Example: for the three flats, with the column of ones, the answer is `54`. There the smallest loss is 0.
#
# When the check is green, run the study of the beginning, in a new cell. It takes about a second.
#
# ```python
# from sklearn.datasets import load_diabetes
#
# table, progress = load_diabetes(return_X_y=True, scaled=False)
# x = table[:, [2]]  # the body mass index
# for column in (x, x / x.std(), x - x.mean(), standardize(x, x)[0]):
#     print(steps_to_fit(np.column_stack([np.ones(len(x)), column]), progress))
# ```
#
# Before you run it, write down your guess of the beginning: which of the two helps more, dividing or subtracting?

# %% [markdown] lang="ru" key="task-fit" of="b7b4ed0d"
# ### Эксперимент · `steps_to_fit`
#
# Теперь обучите регрессию своими функциями и посчитайте шаги.
#
# `steps_to_fit(X, y, share=0.01)` начинает с $w = 0$ и спускается по среднеквадратичной ошибке с лучшей постоянной
# скоростью обучения. Возвращает наименьшее число шагов, после которого **превышение** потерь, то есть потери минус
# наименьшие возможные, не больше доли `share` от превышения в начальной точке. Столбец единиц в `X` уже есть.
#
# * Лучшая скорость — та, что для $A = \frac{2}{m} X^T X$: возьмите `best_constant_rate` и `np.linalg.eigvalsh`.
# * Наименьшие потери дают веса `np.linalg.lstsq(X, y)[0]`. Они не равны 0: прямой, которая подходит всем, нет.
# * Для шагов возьмите `mse` и `mse_gradient`.
#
# Пример: для трёх квартир, со столбцом единиц, ответ `54`. Там наименьшие потери равны 0.
#
# Когда проверка пройдена, запустите в новой ячейке исследование, с которого начался урок. Это займёт около секунды.
#
# ```python
# from sklearn.datasets import load_diabetes
#
# table, progress = load_diabetes(return_X_y=True, scaled=False)
# x = table[:, [2]]  # the body mass index
# for column in (x, x / x.std(), x - x.mean(), standardize(x, x)[0]):
#     print(steps_to_fit(np.column_stack([np.ones(len(x)), column]), progress))
# ```
#
# Прежде чем запускать, запишите свой ответ на вопрос из начала: что помогает больше, деление или вычитание?

# %% numbers="task-fit"
says("54", steps_to_fit(X, y))


# %% exercise="steps_to_fit" role="answer"
def steps_to_fit(X, y, share=0.01):
    """Steps of gradient descent until a regression is nearly fitted.

    X: table with a column of ones, shape (m, n); its columns are independent.
    y: answers, shape (m,).
    share: which part of the excess loss at w = 0 may be left, between 0 and 1.
    Returns a whole number.
    """
    ### BEGIN SOLUTION
    rate = best_constant_rate(np.linalg.eigvalsh(2 / len(X) * X.T @ X))[0]
    lowest = mse(np.linalg.lstsq(X, y)[0], X, y)
    w, k = np.zeros(X.shape[1]), 0
    goal = share * (mse(w, X, y) - lowest)
    while mse(w, X, y) - lowest > goal:
        w, k = w - rate * mse_gradient(w, X, y), k + 1
    return k
    ### END SOLUTION


# %% exercise="steps_to_fit" role="test" points=3
check(steps_to_fit)
### BEGIN HIDDEN TESTS
grade(steps_to_fit)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="fit-answers"
# <details><summary>What the experiment shows</summary>
#
# 30 317 steps as given, 1636 after dividing, **23 after subtracting**, and 1 after both. Most people guess the division.
# But the index lies between 18 and 42, far from 0, so its column looks much like the column of ones: more of one weight
# can be made up by less of the other, and that is the flat direction. Subtracting the mean puts the two columns at right
# angles. What is left, $\kappa = 19$, is the difference in size, and the division removes it.
#
# With all ten columns of the table the count after standardising is 230, not 1: $\kappa = 470$, because some of the blood
# values are nearly copies of each other. Standardising removes units, not likeness.
#
# </details>

# %% [markdown] lang="ru" key="fit-answers" of="40c66fe8"
# <details><summary>Что показывает эксперимент</summary>
#
# 30 317 шагов с исходным столбцом, 1636 после деления, **23 после вычитания** и 1 после того и другого. Обычно
# угадывают деление. Но индекс лежит между 18 и 42, далеко от нуля, поэтому его столбец очень похож на столбец единиц:
# избыток одного веса можно возместить недостатком другого, это и есть пологое направление. Вычитание среднего делает
# столбцы перпендикулярными. Остаётся $\kappa = 19$, разница в величине, и её убирает деление.
#
# Со всеми десятью столбцами таблицы после стандартизации выходит 230 шагов, а не 1: $\kappa = 470$, потому что некоторые
# показатели крови почти повторяют друг друга. Стандартизация убирает единицы измерения, но не сходство.
#
# </details>

# %% numbers="fit-answers"
def narrow(columns):
    X = np.column_stack([np.ones(len(columns)), columns])
    return np.linalg.cond(X) ** 2


says("30 317", needed(bmi))
says("1636", needed(bmi / bmi.std()))
says("23", needed(bmi - bmi.mean()))
says("18", np.floor(bmi.min()))
says("42", bmi.max())
says("19", narrow(bmi - bmi.mean()))
holds(steps_to_fit(np.column_stack([np.ones(len(bmi)), bmi - bmi.mean()]), progress) == 23, "counted one by one")
scaled = standardize(table, table)[0]
says("230", needed(scaled))
says("470", narrow(scaled))


# %% [markdown] lang="en" key="question"
# ## In your own words
#
# A friend predicts rents from the area in square metres and the number of rooms, without scaling. With $\eta = 0.1$
# the loss explodes. With $\eta = 0.0001$ it falls quickly at first and then hardly moves, although it is far from the
# smallest loss. The friend says: "So I need more data."
#
# Answer in five to eight sentences. Explain both observations with the picture of a ravine and with the factor
# $1 - \eta \lambda$. Say what standardising changes and what happens to $\kappa$. Say why new flats must be scaled
# with the training mean and standard deviation. And say what becomes of the path if the friend adds 7 to the loss.
#
# A person reads this answer, not a program. Write it in the cell below.

# %% [markdown] lang="ru" key="question" of="1058fc17"
# ## Своими словами
#
# Знакомый предсказывает арендную плату по площади в квадратных метрах и числу комнат, без стандартизации. При $\eta = 0.1$
# потери растут без предела. При $\eta = 0.0001$ они сначала быстро падают, а потом почти не меняются, хотя до наименьших
# ещё далеко. Знакомый говорит: «Значит, мало данных».
#
# Ответьте в пяти–восьми предложениях. Объясните оба наблюдения с помощью картины оврага и множителя
# $1 - \eta \lambda$. Скажите, что меняет стандартизация и что происходит с $\kappa$. Скажите, почему новые квартиры
# надо масштабировать по среднему и стандартному отклонению обучающей выборки. И что станет с путём, если прибавить к потерям 7.
#
# Этот ответ читает человек, а не программа. Пишите в ячейке ниже.

# %% [markdown] question="own-words" points=4
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the four; half points are allowed.
#
# 1. The explosion: areas are large numbers, so one direction is very steep (large λ), and there ηλ > 2: the factor
#    1 − ηλ is below −1, the path jumps over the minimum and lands farther away.
# 2. The crawl: the small η suits the steep direction, so the loss falls fast at first; in the flat direction λ is
#    small and the factor is just below 1. One η for both: a ravine, large κ. More data do not change that.
# 3. Standardising: columns of one spread, λ's closer together, κ smaller (not necessarily 1), a bowl, one η suits
#    all directions. New flats: the weights belong to the training scale; the same flat must get the same numbers
#    whoever comes with it; looking at test data would leak. (Half a point for each half.)
# 4. The 7: its derivative is 0, gradient, path and final weights stay the same, only the printed loss is 7 higher.
#
# По одному баллу за каждый пункт, можно ставить половину.
#
# 1. Взрыв: площади — большие числа, одно направление очень крутое (большое λ), там ηλ > 2: множитель 1 − ηλ меньше
#    −1, путь перескакивает минимум и оказывается дальше.
# 2. Топтание на месте: малая η годится для крутого направления, поэтому сначала потери быстро падают; в пологом λ
#    мало, и множитель чуть меньше 1. Одна η на оба направления: овраг, большое κ. Число данных тут ни при чём.
# 3. Стандартизация: у столбцов одинаковый разброс, λ ближе друг к другу, κ меньше (не обязательно 1), чаша, одна η
#    годится всем направлениям. Новые квартиры: веса подобраны под масштаб обучения; одна и та же квартира должна
#    давать одни и те же числа, с кем бы она ни пришла; взгляд на тестовые данные — утечка. (По половине балла.)
# 4. Семёрка: её производная равна 0, градиент, путь и итоговые веса прежние, только потери на 7 больше.
# ### END MARK SCHEME

# %% [markdown] lang="en" key="slides"
# ## What the lecture slides say differently
#
# You can skip this if you do not have the slides.
#
# ### Where the derivative is taken
#
# Lecture 2 writes the general rule weight by weight:
#
# $$w_0^{(k)} = w_0^{(k-1)} - \frac{\partial Q}{\partial w_0} (w_0^{(k-1)})$$
#
# Two things are missing. The first is $\eta$; the slides add it a little later. The second stays missing:
# $\frac{\partial Q}{\partial w_0}$ does not depend on $w_0$ alone, but on the whole vector of weights.
#
# ### Zeros, and a step that has no value
#
# * For a start at zero the slide says $w_j = 0$ for $j = 1, \dots, n$. The intercept $w_0$ needs a start as well.
# * The schedule $\frac{1}{k}$ has no value at $k = 0$. Steps are counted from 1.

# %% [markdown] lang="ru" key="slides" of="4ce3b9d5"
# ## Что на слайдах лекций иначе
#
# Если слайдов у вас нет, этот раздел можно пропустить.
#
# ### В какой точке берётся производная
#
# В лекции 2 общее правило записано отдельно для каждого веса:
#
# $$w_0^{(k)} = w_0^{(k-1)} - \frac{\partial Q}{\partial w_0} (w_0^{(k-1)})$$
#
# Здесь не хватает двух вещей. Первая — $\eta$, на слайдах она появляется чуть позже. Вторая так и не появляется:
# $\frac{\partial Q}{\partial w_0}$ зависит не только от $w_0$, а от всего вектора весов.
#
# ### Нули и шаг, у которого нет значения
#
# * Для начала в нуле на слайде написано $w_j = 0$ при $j = 1, \dots, n$. Свободному члену $w_0$ тоже нужно начальное значение.
# * Расписание $\frac{1}{k}$ не имеет значения при $k = 0$. Шаги считают с 1.

# %% [markdown] lang="en" key="names"
# ### The same step in two lectures
#
# | where | rule |
# |---|---|
# | lecture 2 | $w^{(k)} = w^{(k-1)} - \eta \nabla Q(w^{(k-1)})$ |
# | lecture 4, "gradient descent" | $\theta_j \leftarrow \theta_j - \alpha \frac{\partial}{\partial \theta_j} J(\theta)$ |
# | lecture 4, "SGD" | $\Delta\theta = -\alpha \nabla_\theta J(\theta), \quad \theta = \theta + \Delta\theta$ |
#
# All three are the step you know. The slide called "SGD" shows it as well: its $J$ is the loss over **all**
# objects, and that is ordinary gradient descent. What SGD really changes is the subject of unit 06.

# %% [markdown] lang="ru" key="names" of="44b8863a"
# ### Один и тот же шаг в двух лекциях
#
# | где | правило |
# |---|---|
# | лекция 2 | $w^{(k)} = w^{(k-1)} - \eta \nabla Q(w^{(k-1)})$ |
# | лекция 4, «градиентный спуск» | $\theta_j \leftarrow \theta_j - \alpha \frac{\partial}{\partial \theta_j} J(\theta)$ |
# | лекция 4, «SGD» | $\Delta\theta = -\alpha \nabla_\theta J(\theta), \quad \theta = \theta + \Delta\theta$ |
#
# Все три — тот шаг, который вы уже знаете. И на слайде «SGD» тоже он: там $J$ — потери по **всем** объектам,
# а это обычный градиентный спуск. Что на самом деле меняет SGD, расскажет урок 06.

# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. With several weights each derivative is taken at the whole old vector, and all weights move at once:
#    $\nabla J(w) = \frac{2}{m} X^T (Xw - y)$ for the mean squared error.
# 2. A constant added to the loss changes nothing; the absolute loss changes the path.
# 3. All $n + 1$ weights need a start. In one valley the start only costs time; with several, multistart helps.
# 4. Schedules make the steps shrink; $\frac{1}{k}$ begins at $k = 1$ and knows no scale.
# 5. One $\eta$ serves all directions, so the factor at best is $\frac{\kappa - 1}{\kappa + 1}$. Standardising lowers
#    $\kappa$; use the training mean and standard deviation for all data. Subtracting the mean may do more than dividing.
#
# **Next:** unit 06, SGD and mini-batches. Here every step looked at all objects. With a million of them that
# is expensive. What happens if a step looks at only one, chosen at random?

# %% [markdown] lang="ru" key="summary" of="e9201076"
# ## Итоги
#
# 1. Когда весов несколько, каждая производная берётся в точке, которую задаёт весь старый вектор, и все веса сдвигаются сразу:
#    $\nabla J(w) = \frac{2}{m} X^T (Xw - y)$ для среднеквадратичной ошибки.
# 2. Константа, прибавленная к потерям, ничего не меняет; абсолютная функция потерь меняет путь.
# 3. Начальное значение нужно всем $n + 1$ весам. Если долина одна, оно влияет только на время; если их много, помогает
#    мультистарт.
# 4. Расписания шага заставляют шаги убывать; $\frac{1}{k}$ начинается с $k = 1$ и не знает масштаба.
# 5. Одна $\eta$ служит всем направлениям, поэтому лучший множитель — $\frac{\kappa - 1}{\kappa + 1}$. Стандартизация
#    уменьшает $\kappa$; для всех данных берите среднее и стандартное отклонение обучающих. Вычитание среднего бывает
#    важнее деления.
#
# **Дальше:** урок 06, SGD и мини-батчи. Здесь каждый шаг смотрел на все объекты. Если их миллион, это дорого.
# Что будет, если шаг посмотрит только на один, выбранный случайно?
