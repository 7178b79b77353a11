# %% [markdown] lang="en" key="goal"
# # The computation graph
#
# ## Goal
#
# After this unit you can
#
# * take a long formula apart into small functions and draw them as a **computation graph**
#   (вычислительный граф);
# * walk the graph forward for its value and backward for all its derivatives, by hand;
# * write a small program that does the backward walk for any formula made of sums and products, and check it.
#
# **Time:** about 90 minutes. Reading takes 30, the figure 5, the exercises with the experiment 50, the written question 5.
# A good place to stop is after exercise 5.
#
# **Lectures:** all of lecture 5: the decomposition into $A, B, C, G, S$, the preparatory questions, the slide
# on how a model learns, and the game with the volunteers.
#
# **You need:** the chain rule and the sum over paths (unit 02), the sigmoid and its slope (unit 03), the
# update rule (unit 04).

# %% [markdown] lang="ru" key="goal" of="a3f7f8ce"
# # Вычислительный граф
#
# ## Цель
#
# После этого урока вы сможете
#
# * разобрать длинную формулу на маленькие функции и нарисовать их как **вычислительный граф**
#   (computation graph);
# * пройти граф вперёд, чтобы найти значение, и назад, чтобы найти все производные, — вручную;
# * написать небольшую программу, которая проходит назад по любой формуле из сумм и произведений, и проверить её.
#
# **Время:** около 90 минут. Чтение — 30, рисунок — 5, упражнения с экспериментом — 50, письменный вопрос — 5.
# Перерыв удобно сделать после упражнения 5.
#
# **Лекции:** вся лекция 5: разложение на $A, B, C, G, S$, подготовительные вопросы, слайд о том, как учится
# модель, и игра с добровольцами.
#
# **Понадобится:** цепное правило и сумма по путям (урок 02), сигмоида и её наклон (урок 03), правило
# обновления (урок 04).

# %% key="setup"
import numpy as np

from course import check, figures, plots

# %% [markdown] lang="en" key="apart"
# ## A formula taken apart
#
# Here are three weights and three inputs: $w = (0.5, -1, 2)$ and $x = (2, 3, 1)$. Multiply them in pairs, add
# up, put the sum into the sigmoid. Slowly, one operation at a time:
#
# | step | what happens | value |
# |---|---|---|
# | 1 | $A = w_1 x_1$ | $0.5 \cdot 2 = 1$ |
# | 2 | $B = w_2 x_2$ | $-1 \cdot 3 = -3$ |
# | 3 | $C = w_3 x_3$ | $2 \cdot 1 = 2$ |
# | 4 | $G = A + B + C$ | $1 - 3 + 2 = 0$ |
# | 5 | $S = \sigma(G)$ | $\sigma(0) = 0.5$ |
#
# As one formula it looks harder than it is:
#
# $$F(x_1, x_2, x_3) = \sigma(w_1 x_1 + w_2 x_2 + w_3 x_3) = 0.5$$
#
# Here $x_1, x_2, x_3$ are the **inputs** (входы), $w_1, w_2, w_3$ the weights, also called **parameters**
# (параметры): the numbers that learning changes. Lecture 5 takes the formula apart in order to use the table
# of derivatives. Each of the five small functions $A, B, C, G, S$ stands in that table, the whole $F$ does not.
#
# Draw a box for each function, and an arrow wherever one box hands its value to another. That drawing is the
# computation graph. Computing the values from left to right is the **forward pass** (прямой проход).

# %% [markdown] lang="ru" key="apart" of="c00861e9"
# ## Разбираем формулу на части
#
# Вот три веса и три входа: $w = (0.5, -1, 2)$ и $x = (2, 3, 1)$. Перемножим их попарно, сложим и подставим
# сумму в сигмоиду. Не спеша, по одному действию:
#
# | шаг | что происходит | значение |
# |---|---|---|
# | 1 | $A = w_1 x_1$ | $0.5 \cdot 2 = 1$ |
# | 2 | $B = w_2 x_2$ | $-1 \cdot 3 = -3$ |
# | 3 | $C = w_3 x_3$ | $2 \cdot 1 = 2$ |
# | 4 | $G = A + B + C$ | $1 - 3 + 2 = 0$ |
# | 5 | $S = \sigma(G)$ | $\sigma(0) = 0.5$ |
#
# Одной формулой это выглядит страшнее, чем есть на самом деле:
#
# $$F(x_1, x_2, x_3) = \sigma(w_1 x_1 + w_2 x_2 + w_3 x_3) = 0.5$$
#
# Здесь $x_1, x_2, x_3$ — **входы** (inputs), $w_1, w_2, w_3$ — веса, их называют ещё **параметрами**
# (parameters): это числа, которые меняет обучение. Лекция 5 разбирает формулу, чтобы воспользоваться таблицей
# производных. Каждая из пяти маленьких функций $A, B, C, G, S$ в таблице есть, а всей $F$ там нет.
#
# Нарисуем для каждой функции прямоугольник и стрелку всюду, где один прямоугольник отдаёт значение другому.
# Такой рисунок и есть вычислительный граф. Вычисление значений слева направо называют **прямым проходом**
# (forward pass).

# %% numbers="apart"
_seen = forward(np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 1.0]))
for _printed, _name in (("1", "A"), ("-3", "B"), ("2", "C"), ("0", "G"), ("0.5", "S")):
    says(_printed, _seen[_name])


# %% key="forward-by-hand"
w1, w2, w3 = 0.5, -1.0, 2.0
x1, x2, x3 = 2.0, 3.0, 1.0
A, B, C = w1 * x1, w2 * x2, w3 * x3
G = A + B + C
S = 1 / (1 + np.exp(-G))
print("A, B, C =", A, B, C, "  G =", G, "  S =", S)

# %% [markdown] lang="en" key="cards"
# ## The game: five functions, five cards
#
# In the lecture five volunteers play the five functions. Each knows only their own function and sees nobody
# else's. Seven questions prepare them. **Answer each on paper before you read on.**
#
# 1. Which of the functions $A, B, C, G, S$ have parameters?
# 2. Which arguments come into each of them?
# 3. What does each of them hand on?
# 4. What is the derivative of each function with respect to each of its arguments?
# 5. What is the derivative of each function with respect to its parameter, if it has one?
# 6. What does the derivative with respect to an argument say about **the output of this function**?
# 7. What does the derivative with respect to a parameter say about **the output of this function**?
#
# Questions 3 to 5 come back as the exercises `forward` and `local_derivatives`, question 7 as the written
# question at the end.

# %% [markdown] lang="ru" key="cards" of="cceaad24"
# ## Игра: пять функций, пять карточек
#
# На лекции пять функций играют пять добровольцев. Каждый знает только свою функцию и чужих не видит.
# Готовят их семь вопросов. **Ответьте на каждый на бумаге, потом читайте дальше.**
#
# 1. В каких из функций $A, B, C, G, S$ есть параметры?
# 2. Какие аргументы поступают в каждую из них?
# 3. Что каждая отдаёт дальше?
# 4. Чему равна производная каждой функции по каждому её аргументу?
# 5. Чему равна производная функции по её параметру, если он есть?
# 6. Что говорит производная по аргументу о **выходе этой функции**?
# 7. Что говорит производная по параметру о **выходе этой функции**?
#
# Вопросы 3–5 вернутся в упражнениях `forward` и `local_derivatives`, вопрос 7 — в письменном вопросе в конце.

# %% [markdown] lang="en" key="cards-answered"
# ### The cards
#
# Begin with one card and its numbers. $A$ receives $x_1 = 2$, holds the parameter $w_1 = 0.5$ and hands on 1.
# Raise the parameter by 0.01: now $0.51 \cdot 2 = 1.02$. The output has risen by 0.02, twice as much. The
# factor 2 is the derivative of $A$ with respect to $w_1$, and it is nothing but $x_1$.
#
# | card | arguments | parameter | hands on | derivatives |
# |---|---|---|---|---|
# | $A$ | $x_1$ | $w_1$ | $w_1 x_1$ | $\frac{\partial A}{\partial x_1} = w_1$, $\frac{\partial A}{\partial w_1} = x_1$ |
# | $B$ | $x_2$ | $w_2$ | $w_2 x_2$ | $\frac{\partial B}{\partial x_2} = w_2$, $\frac{\partial B}{\partial w_2} = x_2$ |
# | $C$ | $x_3$ | $w_3$ | $w_3 x_3$ | $\frac{\partial C}{\partial x_3} = w_3$, $\frac{\partial C}{\partial w_3} = x_3$ |
# | $G$ | $A$, $B$, $C$ | none | $A + B + C$ | $\frac{\partial G}{\partial A} = \frac{\partial G}{\partial B} = \frac{\partial G}{\partial C} = 1$ |
# | $S$ | $G$ | none | $\sigma(G)$ | $\frac{\partial S}{\partial G} = S (1 - S)$ |
#
# These are **local derivatives** (локальные производные): each looks at one function and answers questions 6 and 7
# in one number. *If this argument, or parameter, rises by a tiny amount and nothing else changes, my output
# rises by that amount times the derivative.* About $F$ a local derivative says nothing yet.
#
# The round $\partial$ says that several numbers go in and only one is moved. The lecture writes $dF/dx$
# for the same, and adds that it is another way to write $F'_x$.

# %% [markdown] lang="ru" key="cards-answered" of="736e5e99"
# ### Карточки
#
# Начнём с одной карточки и её чисел. $A$ получает $x_1 = 2$, хранит параметр $w_1 = 0.5$ и отдаёт 1.
# Увеличим параметр на 0.01: теперь $0.51 \cdot 2 = 1.02$. Выход вырос на 0.02, то есть вдвое сильнее.
# Множитель 2 — это производная $A$ по $w_1$, и равна она просто $x_1$.
#
# | карточка | аргументы | параметр | отдаёт | производные |
# |---|---|---|---|---|
# | $A$ | $x_1$ | $w_1$ | $w_1 x_1$ | $\frac{\partial A}{\partial x_1} = w_1$, $\frac{\partial A}{\partial w_1} = x_1$ |
# | $B$ | $x_2$ | $w_2$ | $w_2 x_2$ | $\frac{\partial B}{\partial x_2} = w_2$, $\frac{\partial B}{\partial w_2} = x_2$ |
# | $C$ | $x_3$ | $w_3$ | $w_3 x_3$ | $\frac{\partial C}{\partial x_3} = w_3$, $\frac{\partial C}{\partial w_3} = x_3$ |
# | $G$ | $A$, $B$, $C$ | нет | $A + B + C$ | $\frac{\partial G}{\partial A} = \frac{\partial G}{\partial B} = \frac{\partial G}{\partial C} = 1$ |
# | $S$ | $G$ | нет | $\sigma(G)$ | $\frac{\partial S}{\partial G} = S (1 - S)$ |
#
# Это **локальные производные** (local derivatives): каждая видит одну функцию и отвечает на вопросы 6 и 7
# одним числом. *Если этот аргумент или параметр чуть увеличить, а остальное не трогать, мой выход вырастет на
# столько же, умноженное на производную.* О всей $F$ локальная производная пока ничего не говорит.
#
# Круглое $\partial$ напоминает: на вход поступает несколько чисел, а двигаем мы только одно. В лекции для того
# же пишут $dF/dx$ и добавляют, что это другая запись для $F'_x$.

# %% numbers="cards-answered"
says("1.02", 0.51 * 2)
says("0.02", 0.51 * 2 - 0.5 * 2)


# %% [markdown] lang="en" key="back"
# ## Backward by hand
#
# Now the game runs backward. The question to every box is: *if your value rises a little, what happens to
# $F$?* The last box answers at once, and every other box asks its neighbour on the right.
#
# * **Start.** $F$ is $S$ itself, so $\frac{\partial F}{\partial S} = 1$.
# * **Through $S$.** Its local derivative is $0.5 \cdot (1 - 0.5) = 0.25$. So $\frac{\partial F}{\partial G} = 1 \cdot 0.25 = 0.25$.
# * **Through $G$.** Its local derivatives are 1. So $A$, $B$ and $C$ all receive $0.25 \cdot 1 = 0.25$.
# * **Through $A$.** For the weight the factor is the input: $\frac{\partial F}{\partial w_1} = 0.25 \cdot x_1 = 0.25 \cdot 2 = 0.5$.
#   For the input the factor is the weight: $\frac{\partial F}{\partial x_1} = 0.25 \cdot w_1 = 0.25 \cdot 0.5 = 0.125$.
#
# | $i$ | 1 | 2 | 3 |
# |---|---|---|---|
# | $\partial F / \partial w_i$ | 0.5 | 0.75 | 0.25 |
# | $\partial F / \partial x_i$ | 0.125 | −0.25 | 0.5 |
#
# Each box did one thing: **what comes from the right, times my local derivative, goes to the left.** This is the
# chain rule of unit 02, one link at a time:
#
# $$\frac{\partial F}{\partial w_1} = \frac{\partial F}{\partial S} \cdot \frac{\partial S}{\partial G} \cdot \frac{\partial G}{\partial A} \cdot \frac{\partial A}{\partial w_1} = 1 \cdot S(1 - S) \cdot 1 \cdot x_1$$
#
# The walk from right to left is the **backward pass** (обратный проход); its usual name is **backpropagation**
# (обратное распространение ошибки). One walk gives all six derivatives, because they share the factor 0.25.
#
# A computed derivative should not be believed without a test. Raise $w_1$ by a tiny $h$ and look at $F$, as in unit 01.

# %% [markdown] lang="ru" key="back" of="f40c7b1b"
# ## Обратный проход вручную
#
# Теперь играем в обратную сторону. Каждому прямоугольнику задаём вопрос: *если твоё значение чуть вырастет,
# что будет с $F$?* Последний отвечает сразу, а остальные спрашивают соседа справа.
#
# * **Начало.** $F$ — это и есть $S$, поэтому $\frac{\partial F}{\partial S} = 1$.
# * **Через $S$.** Её локальная производная равна $0.5 \cdot (1 - 0.5) = 0.25$. Значит, $\frac{\partial F}{\partial G} = 1 \cdot 0.25 = 0.25$.
# * **Через $G$.** Её локальные производные равны 1. Значит, $A$, $B$ и $C$ получают одно и то же: $0.25 \cdot 1 = 0.25$.
# * **Через $A$.** Для веса множитель — вход: $\frac{\partial F}{\partial w_1} = 0.25 \cdot x_1 = 0.25 \cdot 2 = 0.5$.
#   Для входа множитель — вес: $\frac{\partial F}{\partial x_1} = 0.25 \cdot w_1 = 0.25 \cdot 0.5 = 0.125$.
#
# | $i$ | 1 | 2 | 3 |
# |---|---|---|---|
# | $\partial F / \partial w_i$ | 0.5 | 0.75 | 0.25 |
# | $\partial F / \partial x_i$ | 0.125 | −0.25 | 0.5 |
#
# Каждый прямоугольник делал одно и то же: **что пришло справа, умножь на свою локальную производную и передай
# влево.** Это цепное правило из урока 02, звено за звеном:
#
# $$\frac{\partial F}{\partial w_1} = \frac{\partial F}{\partial S} \cdot \frac{\partial S}{\partial G} \cdot \frac{\partial G}{\partial A} \cdot \frac{\partial A}{\partial w_1} = 1 \cdot S(1 - S) \cdot 1 \cdot x_1$$
#
# Путь справа налево называют **обратным проходом** (backward pass), а сам метод — **обратным распространением
# ошибки** (backpropagation). Один проход даёт сразу шесть производных: множитель 0.25 у них общий.
#
# Вычисленной производной не стоит верить без проверки. Увеличим $w_1$ на крошечное $h$ и посмотрим на $F$, как в уроке 01.

# %% numbers="back"
_dw, _dx = backward(np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 1.0]))
for _printed, _value in zip(("0.5", "0.75", "0.25", "0.125", "-0.25", "0.5"), [*_dw, *_dx]):
    says(_printed, _value)


# %% key="back-checked"
def F(w, x):
    return 1 / (1 + np.exp(-np.sum(np.array(w) * np.array(x))))


h = 1e-5
quotient = (F([0.5 + h, -1, 2], [2, 3, 1]) - F([0.5 - h, -1, 2], [2, 3, 1])) / (2 * h)
print(
    plots.say(en="by the graph: 0.5    by a small step:", ru="по графу: 0.5    малым шагом:"),
    round(quotient, 8),
)

# %% [markdown] lang="en" key="table"
# ## The table, and its missing row
#
# The volunteers may look things up in this table:
#
# | function | derivatives |
# |---|---|
# | $f(w_1, a) = w_1 a$ | $\frac{\partial f}{\partial a} = w_1$, $\frac{\partial f}{\partial w_1} = a$ |
# | $f(a, b) = a + b$ | $\frac{\partial f}{\partial a} = 1$, $\frac{\partial f}{\partial b} = 1$ |
# | $f(a) = a^2$ | $\frac{df}{da} = 2a$ |
# | $f(a) = \sigma(a)$ | $\frac{df}{da} = \sigma(a) \cdot (1 - \sigma(a))$ |
# | $y = f(g(x))$ | $\frac{dy}{dx} = \frac{df}{dg} \cdot \frac{dg}{dx}$ |
#
# The table has no row for a value that is used **twice**. Take $a = 3$ and $y = a \cdot a$. The
# first row knows a product of two things. Raise the left factor: the output changes by 3 for each unit. Raise the
# right factor: again 3. Since both are the same $a$, both changes happen together: $3 + 3 = 6$. The row for
# $a^2$ agrees, $2 \cdot 3 = 6$.
#
# Another number: $a = 2$, $b = 3$, $y = a \cdot b + a$. There are two paths from $a$ to $y$. Through the
# product comes $b = 3$, directly comes 1, together 4. In general, let $u$ be used by $v_1, \dots, v_r$:
#
# $$\frac{\partial F}{\partial u} = \sum_{i=1}^{r} \frac{\partial F}{\partial v_i} \cdot \frac{\partial v_i}{\partial u}$$
#
# Along a path derivatives **multiply**, over different paths they **add up**. Keep this missing row: without it a
# program goes wrong as soon as a value has two users.

# %% [markdown] lang="ru" key="table" of="7b1d0ed7"
# ## Таблица и строка, которой в ней нет
#
# Добровольцам разрешено смотреть в такую таблицу:
#
# | функция | производные |
# |---|---|
# | $f(w_1, a) = w_1 a$ | $\frac{\partial f}{\partial a} = w_1$, $\frac{\partial f}{\partial w_1} = a$ |
# | $f(a, b) = a + b$ | $\frac{\partial f}{\partial a} = 1$, $\frac{\partial f}{\partial b} = 1$ |
# | $f(a) = a^2$ | $\frac{df}{da} = 2a$ |
# | $f(a) = \sigma(a)$ | $\frac{df}{da} = \sigma(a) \cdot (1 - \sigma(a))$ |
# | $y = f(g(x))$ | $\frac{dy}{dx} = \frac{df}{dg} \cdot \frac{dg}{dx}$ |
#
# В таблице нет строки для значения, которое используют **дважды**. Возьмём $a = 3$ и $y = a \cdot a$.
# Первая строка знает произведение двух чисел. Увеличиваем левый множитель: выход меняется на 3 за каждую
# единицу. Увеличиваем правый: снова 3. Но оба множителя — одно и то же $a$, изменения происходят вместе:
# $3 + 3 = 6$. Строка для $a^2$ согласна: $2 \cdot 3 = 6$.
#
# Ещё пример: $a = 2$, $b = 3$, $y = a \cdot b + a$. От $a$ к $y$ ведут два пути. Через произведение приходит
# $b = 3$, напрямую — 1, вместе 4. В общем виде: пусть $u$ используют $v_1, \dots, v_r$, тогда
#
# $$\frac{\partial F}{\partial u} = \sum_{i=1}^{r} \frac{\partial F}{\partial v_i} \cdot \frac{\partial v_i}{\partial u}$$
#
# Вдоль пути производные **перемножаются**, по разным путям — **складываются**. Запомните эту недостающую строку:
# без неё программа ошибётся, как только у какого-нибудь значения окажется два получателя.

# %% numbers="table"
_a = Value(3.0)
(_a * _a).backward()
says("6", _a.grad)
_a, _b = Value(2.0), Value(3.0)
(_a * _b + _a).backward()
says("4", _a.grad)


# %% [markdown] lang="en" key="order"
# ### Who waits for whom
#
# With two paths a new question appears: when may a box hand on? Take $a = 2$ and
#
# $$b = a \cdot a = 4, \qquad c = b + a = 6, \qquad y = b \cdot c = 24$$
#
# Go backward from $\frac{\partial y}{\partial y} = 1$.
#
# 1. $y = b \cdot c$ gives $c$ the number 4, and gives $b$ the number 6.
# 2. $c = b + a$ hands its 4 to $b$, which now has $6 + 4 = 10$, and to $a$, which has 4.
# 3. $b = a \cdot a$ hands on $10 \cdot 2$ along each of its two arrows: $a$ has $4 + 20 + 20 = 44$.
#
# Check: $y = a^4 + a^3$, so $\frac{dy}{da} = 4 \cdot 8 + 3 \cdot 4 = 44$.
#
# What if $b$ hands on right after line 1, when it has only 6? Then $a$ gets $4 + 12 + 12 = 28$, which is wrong. **A
# value hands on only after everyone who used it has handed back.** An order in which every value stands after all the
# values it was made from is called a **topological order** (топологический порядок): here $a, b, c, y$. The backward
# pass walks it from the end. The next cell finds such an order: before a name is written down, the names it was made
# from are written down.

# %% [markdown] lang="ru" key="order" of="0cae71c2"
# ### Кто кого ждёт
#
# Когда путей два, возникает новый вопрос: когда прямоугольнику можно передавать дальше? Возьмём $a = 2$ и
#
# $$b = a \cdot a = 4, \qquad c = b + a = 6, \qquad y = b \cdot c = 24$$
#
# Идём назад, начиная с $\frac{\partial y}{\partial y} = 1$.
#
# 1. $y = b \cdot c$ передаёт $c$ число 4, а $b$ — число 6.
# 2. $c = b + a$ передаёт свою четвёрку в $b$, где становится $6 + 4 = 10$, и в $a$, где становится 4.
# 3. $b = a \cdot a$ передаёт $10 \cdot 2$ по каждой из двух стрелок: у $a$ теперь $4 + 20 + 20 = 44$.
#
# Проверим: $y = a^4 + a^3$, поэтому $\frac{dy}{da} = 4 \cdot 8 + 3 \cdot 4 = 44$.
#
# А если $b$ передаст дальше сразу после пункта 1, когда у него только 6? Тогда $a$ получит $4 + 12 + 12 = 28$, а это
# неверно. **Значение передаёт дальше только тогда, когда свои доли ему вернули все, кто его использовал.** Порядок, в котором
# каждое значение стоит после всех, из кого оно сделано, называют **топологическим** (topological order): здесь это
# $a, b, c, y$. Обратный проход идёт по нему с конца. Следующая ячейка находит такой порядок: прежде чем записать имя,
# она записывает те имена, из которых оно сделано.

# %% numbers="order"
says("44", 4 * 2**3 + 3 * 2**2)
says("28", 4 + 6 * 2 + 6 * 2)
says("24", 2**2 * (2**2 + 2))
says("10", 6 + 4)


# %% key="order-found"
made_from = {"a": [], "b": ["a", "a"], "c": ["b", "a"], "y": ["b", "c"]}
order = []


def write_down(name):
    if name not in order:
        for earlier in made_from[name]:
            write_down(earlier)
        order.append(name)


write_down("y")
print(order)

# %% [markdown] lang="en" key="learns"
# ## How a model learns
#
# So far we asked how $F$ reacts. Learning asks how the **loss** reacts. Look at it for linear regression, a
# bare sum without a sigmoid. Call the middle weight $p$ (`param`), the right answer $g$ (`gold`), the model's
# answer $\hat{y}$ (`pred`):
#
# $$\hat{y} = w_1 x_1 + p \, x_2 + w_3 x_3, \qquad L = (g - \hat{y})^2$$
#
# Take our numbers, $p = -1$, and $g = 1$. Then $\hat{y} = 1 - 3 + 2 = 0$ and $L = 1$. Backward, link by link:
#
# * the square gives $2 (g - \hat{y}) = 2$;
# * $\hat{y}$ is subtracted, which gives $-1$;
# * the product gives $x_2 = 3$.
#
# $$\frac{\partial L}{\partial p} = 2 (g - \hat{y}) \cdot (-1) \cdot x_2 = 2 \cdot (-1) \cdot 3 = -6$$
#
# The lecture calls this number *change*: if $p$ is raised a little now, will the loss rise or fall, and how strongly? It
# falls, six times as fast. The rule for the next time is the update rule of unit 04 with $\eta = 0.001$:
#
# $$p_{new} = p_{old} - 0.001 \cdot \frac{\partial L}{\partial p_{old}}$$
#
# The product $0.001 \cdot \frac{\partial L}{\partial p_{old}}$ is called *microchange*. Here it is $-0.006$, so $p$
# becomes $-1 - (-0.006) = -0.994$. The prediction becomes 0.018 and the loss $0.982^2 = 0.964324$. The slope promised a
# fall of $6 \cdot 0.006 = 0.036$; the loss has fallen by 0.035676.

# %% [markdown] lang="ru" key="learns" of="46e6d80c"
# ## Как учится модель
#
# До сих пор мы спрашивали, как отзывается $F$. Обучение спрашивает, как отзываются **потери** (loss). Посмотрим на это
# на примере линейной регрессии: просто сумма, без сигмоиды. Обозначим средний вес $p$ (`param`), верный ответ
# $g$ (`gold`), ответ модели $\hat{y}$ (`pred`):
#
# $$\hat{y} = w_1 x_1 + p \, x_2 + w_3 x_3, \qquad L = (g - \hat{y})^2$$
#
# Возьмём наши числа, $p = -1$ и $g = 1$. Тогда $\hat{y} = 1 - 3 + 2 = 0$ и $L = 1$. Идём назад, звено за звеном:
#
# * квадрат даёт $2 (g - \hat{y}) = 2$;
# * $\hat{y}$ вычитается, это даёт $-1$;
# * произведение даёт $x_2 = 3$.
#
# $$\frac{\partial L}{\partial p} = 2 (g - \hat{y}) \cdot (-1) \cdot x_2 = 2 \cdot (-1) \cdot 3 = -6$$
#
# В лекции это число называется *change*: если сейчас чуть увеличить $p$, потери возрастут или упадут и насколько
# сильно? Упадут, и в шесть раз быстрее. Как изменить параметр к следующему разу, говорит правило обновления из урока 04
# при $\eta = 0.001$:
#
# $$p_{new} = p_{old} - 0.001 \cdot \frac{\partial L}{\partial p_{old}}$$
#
# Произведение $0.001 \cdot \frac{\partial L}{\partial p_{old}}$ названо *microchange*, микроизменение. Здесь оно равно
# $-0.006$, и $p$ становится равным $-1 - (-0.006) = -0.994$. Предсказание станет 0.018, а потери $0.982^2 = 0.964324$.
# Наклон обещал уменьшение на $6 \cdot 0.006 = 0.036$; потери уменьшились на 0.035676.

# %% numbers="learns"
_w, _x = np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 1.0])
_new = microchange_update(-1.0, lambda p: d_loss_d_param(1.0, p, _x, _w))
says("-6", d_loss_d_param(1.0, -1.0, _x, _w))
says("-0.994", _new)
_pred = 1 + _new * 3 + 2
says("0.018", _pred)
says("0.964324", (1 - _pred) ** 2)
says("0.035676", 1 - (1 - _pred) ** 2)
says("0.036", 6 * 0.006)


# %% key="learns-checked"
gold, param, eta = 1.0, -1.0, 0.001
for step in range(4):
    pred = w1 * x1 + param * x2 + w3 * x3
    change = 2 * (gold - pred) * (-1) * x2
    loss = (gold - pred) ** 2
    print(f"param = {param:.6f}  pred = {pred:.6f}  loss = {loss:.6f}  change = {change:.6f}")
    param = param - eta * change

# %% [markdown] lang="en" key="remember"
# ## A number that remembers
#
# Nobody draws the graph of a large network by hand. The program draws it while it computes. For that, a number must
# remember what it was made from. In Python an object can say what `+` and `*` do with it: `a + b` calls
# `a.__add__(b)`, and `a * b` calls `a.__mul__(b)`.
#
# The class below remembers only a text. Run it and see that the whole formula has been recorded, though nobody
# wrote it down.
#
# Exercise 7 does the same with numbers. Besides its value, each object will remember the objects it was made
# from and its local derivative with respect to each of them. Then the backward pass is a short loop. This is called **automatic
# differentiation** (автоматическое дифференцирование), and the libraries that train neural networks rest on it.

# %% [markdown] lang="ru" key="remember" of="ebb6eac1"
# ## Число, которое помнит
#
# Граф большой сети никто не рисует вручную. Программа рисует его сама, пока считает. Для этого число должно помнить, из
# чего оно сделано. В Python объект может сам определить, что с ним делают `+` и `*`: `a + b` вызывает
# `a.__add__(b)`, а `a * b` вызывает `a.__mul__(b)`.
#
# Класс ниже помнит только текст. Запустите его и убедитесь: вся формула сохранилась, хотя никто её не
# записывал.
#
# Упражнение 7 делает то же с числами. Кроме значения каждый объект будет помнить, из каких объектов он
# сделан и чему равна его локальная производная по каждому из них. Тогда обратный проход — короткий цикл. Это называется
# **автоматическим дифференцированием** (automatic differentiation), на нём держатся библиотеки, которые обучают
# нейронные сети.

# %% key="remember-text"
class Note:
    def __init__(self, text):
        self.text = text

    def __add__(self, other):
        return Note(f"({self.text} + {other.text})")

    def __mul__(self, other):
        return Note(f"{self.text}·{other.text}")


a, b = Note("a"), Note("b")
print((a + a * b).text)

# %% [markdown] lang="en" key="two-boxes"
# ### From a text to a derivative, in three steps
#
# Take the same formula with numbers, $a = 2$ and $b = 3$: first $c = a \cdot b = 6$, then $y = a + c = 8$.
#
# **Step one, by hand.** Start with 1 at $y$. The sum hands 1 to $a$ and 1 to $c$. The product $c$ hands $1 \cdot b = 3$ to $a$ and $1 \cdot a = 2$
# to $b$. Together $a$ has $1 + 3 = 4$ and $b$ has 2.
#
# **Step two, with functions.** Let every operation return two things: its value, and a function for the way back. That function takes what
# comes from the right and returns what goes to the left, one number for each of the two arguments.

# %% [markdown] lang="ru" key="two-boxes" of="788c0078"
# ### От текста к производной за три шага
#
# Возьмём ту же формулу с числами, $a = 2$ и $b = 3$: сначала $c = a \cdot b = 6$, потом $y = a + c = 8$.
#
# **Шаг первый, вручную.** Начинаем с 1 у $y$. Сумма передаёт 1 в $a$ и 1 в $c$. Произведение $c$ передаёт $1 \cdot b = 3$ в $a$ и $1 \cdot a = 2$
# в $b$. Вместе у $a$ выходит $1 + 3 = 4$, а у $b$ — 2.
#
# **Шаг второй, с функциями.** Пусть каждое действие возвращает две вещи: своё значение и функцию для обратного пути. Эта функция берёт то, что
# приходит справа, и возвращает то, что уходит влево, по одному числу на каждый из двух аргументов.

# %% numbers="two-boxes"
_a, _b = Value(2.0), Value(3.0)
_c = _a * _b
_y = _a + _c
_y.backward()
for _printed, _value in (("6", _c.data), ("8", _y.data), ("4", _a.grad), ("2", _b.grad)):
    says(_printed, _value)


# %% key="with-functions"
def plus(a, b):
    return a + b, lambda grad: (grad, grad)


def times(a, b):
    return a * b, lambda grad: (grad * b, grad * a)


c, back_through_c = times(2.0, 3.0)
y, back_through_y = plus(2.0, c)
to_a, to_c = back_through_y(1.0)
more_to_a, to_b = back_through_c(to_c)
print("y =", y, "  ∂y/∂a =", to_a + more_to_a, "  ∂y/∂b =", to_b)

# %% [markdown] lang="en" key="one-box"
# It works, and yet three things were left to us: we knew that `c` comes out of `times`, we called the ways back in the right order, and we added
# up what came to `a`.
#
# **Step three, with objects.** A box, `Box` below, keeps these accounts itself. It knows its value, the sum of what has come back so far, and from which boxes it was
# made, each with its local derivative. To hand back is a loop of two lines. Below, the boxes are still wired by hand.

# %% [markdown] lang="ru" key="one-box" of="1fda32fe"
# Получилось, но три вещи остались за нами: мы помнили, что `c` вышло из `times`, вызывали обратные пути в нужном порядке и сами сложили то,
# что пришло в `a`.
#
# **Шаг третий, с объектами.** Этот учёт ведёт сам объект, назовём его `Box`. Он знает своё значение, сумму того, что уже вернулось, и из каких объектов он получен, вместе с локальной
# производной по каждому. Передача назад — это цикл из двух строк. Ниже объекты пока соединены вручную.

# %% key="with-boxes"
class Box:
    def __init__(self, data, made_from=()):
        self.data, self.grad, self.made_from = data, 0.0, made_from

    def hand_back(self):
        for box, local_derivative in self.made_from:
            box.grad += self.grad * local_derivative


a, b = Box(2.0), Box(3.0)
c = Box(a.data * b.data, [(a, b.data), (b, a.data)])
y = Box(a.data + c.data, [(a, 1.0), (c, 1.0)])
y.grad = 1.0
y.hand_back()
c.hand_back()
print("y =", y.data, "  ∂y/∂a =", a.grad, "  ∂y/∂b =", b.grad)

# %% [markdown] lang="en" key="to-value"
# What is still missing? Nobody wants to write the pairs by hand: `+` and `*` can do that, as in `Note`. And nobody wants to call `hand_back` box by
# box: a topological order says who is next. Put these together, and you have the `Value` of exercise 7.

# %% [markdown] lang="ru" key="to-value" of="9e4ab39c"
# Чего ещё не хватает? Писать пары вручную никому не хочется: это сделают `+` и `*`, как в `Note`. И вызывать `hand_back` у каждого объекта по
# отдельности тоже: кто следующий, говорит топологический порядок. Соедините это, и получится `Value` из упражнения 7.

# %% numbers="one-box"
holds("∂y/∂a = 4.0   ∂y/∂b = 2.0" in run("with-functions"), "the functions hand back what the reading says")
holds("∂y/∂a = 4.0   ∂y/∂b = 2.0" in run("with-boxes"), "the boxes hand back the same")


# %% [markdown] lang="en" key="figure-question"
# ## The figure: play the game
#
# The figure starts with our numbers: the forward pass is done, the first red arrow leads back. The step slider goes through both passes, the play button
# walks on by itself. **Answer on paper first**, then check.
#
# 1. Play steps 6 and 7. What will stand under $B$, under $w_2$? The numbers were in the reading above.
# 2. Stay at step 7. Set $x_3$ to 0. Which of the two derivatives with respect to $w_3$ and $x_3$ becomes 0? Why not the other?
# 3. Set $x_3$ back to 1. Does the derivative with respect to $x_1$ change when you move only $w_2$? Through which box does $w_2$ act on it?
# 4. Move $w_1$ and watch the red number under $G$. What is the largest value it can take, and at which $G$?
# 5. Make $G$ larger than 6. What happens to all six derivatives? What would that mean for learning?
# 6. Choose the graph "a value used twice", step 5, $a = 2$. Box $b$ shows 6. Say which number will come to $a$, then play steps 6 and 7.

# %% [markdown] lang="ru" key="figure-question" of="7d5c3f99"
# ## Рисунок: играем
#
# Рисунок начинается с наших чисел: прямой проход сделан, первая красная стрелка ведёт назад. Ползунок шага ведёт через оба прохода, а с кнопкой
# воспроизведения он идёт сам. **Сначала ответьте на бумаге**, потом проверьте.
#
# 1. Пройдите шаги 6 и 7. Что будет стоять под $B$, под $w_2$? Эти числа были в тексте выше.
# 2. Останьтесь на шаге 7. Поставьте $x_3$ на 0. Какая из двух производных, по $w_3$ или по $x_3$, стала нулём? Почему не другая?
# 3. Верните $x_3$ на 1. Меняется ли производная по $x_1$, если двигать только $w_2$? Через какой прямоугольник $w_2$ на неё действует?
# 4. Двигайте $w_1$ и следите за красным числом под $G$. Какое наибольшее значение оно принимает и при каком $G$?
# 5. Сделайте $G$ больше 6. Что стало со всеми шестью производными? Чем это грозит обучению?
# 6. Выберите граф «значение, взятое дважды», шаг 5, $a = 2$. Под $b$ стоит 6. Предскажите, какое число придёт в $a$, и пройдите шаги 6 и 7.

# %% figure="graph"
figures.graph()


# %% [markdown] lang="en" key="figure-answers"
# <details><summary>Answers</summary>
#
# 1. Under $B$ stands 0.25, because $G$ hands on its 0.25 times 1. Under $w_2$ stands $0.25 \cdot 3 = 0.75$.
# 2. With $x_3 = 0$ the sum is $G = -2$ and $S (1 - S) = 0.105$. The derivative with respect to $w_3$ is $0.105 \cdot x_3 = 0$: what is multiplied by 0 has no influence. With respect to $x_3$ it is $0.105 \cdot w_3 = 0.21$.
# 3. Yes. Its factor $w_1$ stays, but $S (1 - S)$ changes. $w_2$ acts through $B$, $G$ and $S$.
# 4. 0.25, at $G = 0$.
# 5. All six have the factor $S (1 - S)$, which is below 0.0025 there, so all six nearly vanish. The neuron is saturated: steps of descent hardly move its weights, even if its answer is wrong.
# 6. $b$ has two users and must wait. From $c$ come 4 more, so it has 10. It hands 20 along each of its two arrows, and $a$ gets $4 + 20 + 20 = 44$.
#
# </details>

# %% [markdown] lang="ru" key="figure-answers" of="5669164d"
# <details><summary>Ответы</summary>
#
# 1. Под $B$ стоит 0.25: $G$ передаёт свои 0.25, умноженные на 1. Под $w_2$ стоит $0.25 \cdot 3 = 0.75$.
# 2. При $x_3 = 0$ сумма $G = -2$, и $S (1 - S) = 0.105$. Производная по $w_3$ равна $0.105 \cdot x_3 = 0$: что умножается на 0, ни на что не влияет. Производная по $x_3$ равна $0.105 \cdot w_3 = 0.21$.
# 3. Да. Множитель $w_1$ прежний, но меняется $S (1 - S)$. Вес $w_2$ действует через $B$, $G$ и $S$.
# 4. 0.25, при $G = 0$.
# 5. У всех шести есть множитель $S (1 - S)$, а он там меньше 0.0025, поэтому все шесть почти исчезают. Нейрон насыщен: шаги спуска почти не сдвигают его веса, даже если ответ неверен.
# 6. У $b$ два получателя, и ему надо подождать. От $c$ приходит ещё 4, всего 10. По каждой из двух стрелок он передаёт 20, и $a$ получает $4 + 20 + 20 = 44$.
#
# </details>

# %% numbers="figure-answers"
_neuron = local_derivatives(np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 0.0]))
says("0.105", _neuron["dS_dG"])
says("0.21", 2 * _neuron["dS_dG"])
says("0.75", backward(np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 1.0]))[0][1])
_slopes = [local_derivatives(np.array([g, 0.0, 0.0]), np.ones(3))["dS_dG"] for g in np.linspace(-9, 9, 181)]
says("0.25", max(_slopes))
holds(all(slope < 0.0025 for slope in _slopes[-30:]), "above G = 6 the slope is below 0.0025")
_a = Value(2.0)
_b = _a * _a
_c = _b + _a
_y = _b * _c
_y.backward()
says("44", _a.grad)
says("10", _b.grad)
says("4", _c.grad)


# %% [markdown] lang="en" key="task-forward"
# ## Exercises
#
# Replace the line with `raise NotImplementedError` by your code, run the cell, then the check below it.
# No function may change its arguments.
#
# ### Exercise 1 · `forward`
#
# Warm-up, two minutes.
#
# `forward(w, x)` makes the forward pass. `w` and `x` are arrays of shape `(3,)`. The answer is a dictionary with five
# numbers under the keys `'A'`, `'B'`, `'C'`, `'G'`, `'S'`, where $G = A + B + C$ and $S = \sigma(G)$.
#
# Example: `forward(np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 1.0]))` is
# `{'A': 1.0, 'B': -3.0, 'C': 2.0, 'G': 0.0, 'S': 0.5}`.

# %% [markdown] lang="ru" key="task-forward" of="5468432e"
# ## Упражнения
#
# Замените строку с `raise NotImplementedError` своим кодом, выполните ячейку, затем проверку под ней.
# Ни одна функция не должна менять свои аргументы.
#
# ### Упражнение 1 · `forward`
#
# Разминка, две минуты.
#
# `forward(w, x)` делает прямой проход. `w` и `x` — массивы формы `(3,)`. Ответ — словарь с пятью числами под ключами
# `'A'`, `'B'`, `'C'`, `'G'`, `'S'`, где $G = A + B + C$ и $S = \sigma(G)$.
#
# Пример: `forward(np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 1.0]))` равно
# `{'A': 1.0, 'B': -3.0, 'C': 2.0, 'G': 0.0, 'S': 0.5}`.

# %% exercise="forward" role="answer"
def forward(w, x):
    """Forward pass of S(w1*x1 + w2*x2 + w3*x3).

    w, x: arrays of shape (3,).
    Returns a dict with the numbers A, B, C (the products), G (their sum) and S (the sigmoid of G).
    """
    ### BEGIN SOLUTION
    A, B, C = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    G = A + B + C
    return {"A": A, "B": B, "C": C, "G": G, "S": 1 / (1 + np.exp(-G))}
    ### END SOLUTION


# %% exercise="forward" role="test" points=1
check(forward)
### BEGIN HIDDEN TESTS
grade(forward)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-local"
# ### Exercise 2 · `local_derivatives`
#
# The answers to the preparatory questions 4 and 5. `local_derivatives(w, x)` returns a dictionary with ten numbers,
# one for each arrow of the graph. The key `'dA_dw1'` stands for $\frac{\partial A}{\partial w_1}$, and so on:
#
# | function | keys |
# |---|---|
# | $A$ | `dA_dw1`, `dA_dx1` |
# | $B$ | `dB_dw2`, `dB_dx2` |
# | $C$ | `dC_dw3`, `dC_dx3` |
# | $G$ | `dG_dA`, `dG_dB`, `dG_dC` |
# | $S$ | `dS_dG` |
#
# Example: for `w = np.array([0.5, -1.0, 2.0])` and `x = np.array([2.0, 3.0, 1.0])` the number under `'dB_dx2'` is `-1.0`,
# under `'dG_dB'` it is `1.0` and under `'dS_dG'` it is `0.25`. Nothing is multiplied along a path yet.

# %% [markdown] lang="ru" key="task-local" of="1537fe7e"
# ### Упражнение 2 · `local_derivatives`
#
# Ответы на подготовительные вопросы 4 и 5. `local_derivatives(w, x)` возвращает словарь из десяти чисел, по одному
# на каждую стрелку графа. Ключ `'dA_dw1'` означает $\frac{\partial A}{\partial w_1}$, остальные так же:
#
# | функция | ключи |
# |---|---|
# | $A$ | `dA_dw1`, `dA_dx1` |
# | $B$ | `dB_dw2`, `dB_dx2` |
# | $C$ | `dC_dw3`, `dC_dx3` |
# | $G$ | `dG_dA`, `dG_dB`, `dG_dC` |
# | $S$ | `dS_dG` |
#
# Пример: для `w = np.array([0.5, -1.0, 2.0])` и `x = np.array([2.0, 3.0, 1.0])` число под ключом `'dB_dx2'` равно `-1.0`,
# под `'dG_dB'` — `1.0`, под `'dS_dG'` — `0.25`. Вдоль пути пока ничего не перемножается.

# %% exercise="local_derivatives" role="answer"
def local_derivatives(w, x):
    """Local derivatives of the five functions A, B, C, G, S.

    w, x: arrays of shape (3,).
    Returns a dict with ten numbers:
    dA_dw1, dA_dx1, dB_dw2, dB_dx2, dC_dw3, dC_dx3, dG_dA, dG_dB, dG_dC, dS_dG.
    """
    ### BEGIN SOLUTION
    S = 1 / (1 + np.exp(-np.sum(w * x)))
    return {
        "dA_dw1": x[0], "dA_dx1": w[0],
        "dB_dw2": x[1], "dB_dx2": w[1],
        "dC_dw3": x[2], "dC_dx3": w[2],
        "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0,
        "dS_dG": S * (1 - S),
    }  # fmt: skip
    ### END SOLUTION


# %% exercise="local_derivatives" role="test" points=2
check(local_derivatives)
### BEGIN HIDDEN TESTS
grade(local_derivatives)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-backward"
# ### Exercise 3 · `backward`
#
# `backward(w, x)` makes the backward pass of the same neuron and returns a pair `(dw, dx)`:
#
# * `dw` is an array of shape `(3,)` with $\frac{\partial F}{\partial w_1}, \frac{\partial F}{\partial w_2}, \frac{\partial F}{\partial w_3}$;
# * `dx` is an array of shape `(3,)` with $\frac{\partial F}{\partial x_1}, \frac{\partial F}{\partial x_2}, \frac{\partial F}{\partial x_3}$.
#
# Example: for `w = np.array([0.5, -1.0, 2.0])` and `x = np.array([2.0, 3.0, 1.0])` the answer is
# `(array([0.5, 0.75, 0.25]), array([0.125, -0.25, 0.5]))`.
#
# Weights and inputs may be 0, so do not divide by them.

# %% [markdown] lang="ru" key="task-backward" of="295a0e2a"
# ### Упражнение 3 · `backward`
#
# `backward(w, x)` делает обратный проход того же нейрона и возвращает пару `(dw, dx)`:
#
# * `dw` — массив формы `(3,)` с числами $\frac{\partial F}{\partial w_1}, \frac{\partial F}{\partial w_2}, \frac{\partial F}{\partial w_3}$;
# * `dx` — массив формы `(3,)` с числами $\frac{\partial F}{\partial x_1}, \frac{\partial F}{\partial x_2}, \frac{\partial F}{\partial x_3}$.
#
# Пример: для `w = np.array([0.5, -1.0, 2.0])` и `x = np.array([2.0, 3.0, 1.0])` ответ —
# `(array([0.5, 0.75, 0.25]), array([0.125, -0.25, 0.5]))`.
#
# Вес и вход могут быть равны 0, поэтому на них не делите.

# %% exercise="backward" role="answer"
def backward(w, x):
    """Backward pass of F = S(w1*x1 + w2*x2 + w3*x3).

    w, x: arrays of shape (3,).
    Returns (dw, dx): the derivatives of F with respect to the weights and to the inputs,
    each an array of shape (3,).
    """
    ### BEGIN SOLUTION
    local = local_derivatives(w, x)
    d_products = 1.0 * local["dS_dG"] * np.array([local["dG_dA"], local["dG_dB"], local["dG_dC"]])
    dw = d_products * np.array([local["dA_dw1"], local["dB_dw2"], local["dC_dw3"]])
    dx = d_products * np.array([local["dA_dx1"], local["dB_dx2"], local["dC_dx3"]])
    return dw, dx
    ### END SOLUTION


# %% exercise="backward" role="test" points=2
check(backward)
### BEGIN HIDDEN TESTS
grade(backward)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-d-loss"
# ### Exercise 4 · `d_loss_d_param`
#
# `d_loss_d_param(gold, param, x, w)` returns what the lecture calls *change*, the number $\frac{\partial L}{\partial p}$, for
#
# $$\hat{y} = w_1 x_1 + p \, x_2 + w_3 x_3, \qquad L = (g - \hat{y})^2$$
#
# Here `gold` ($g$) and `param` ($p$) are numbers, `x` and `w` are arrays of shape `(3,)`. The middle weight `w[1]` is
# not used: `param` stands in its place.
#
# Example: `d_loss_d_param(1.0, -1.0, np.array([2.0, 3.0, 1.0]), np.array([0.5, 7.0, 2.0]))` is `-6.0`, whatever stands
# in place of the 7.

# %% [markdown] lang="ru" key="task-d-loss" of="7662537d"
# ### Упражнение 4 · `d_loss_d_param`
#
# `d_loss_d_param(gold, param, x, w)` возвращает то, что в лекции названо *change*, число $\frac{\partial L}{\partial p}$, для
#
# $$\hat{y} = w_1 x_1 + p \, x_2 + w_3 x_3, \qquad L = (g - \hat{y})^2$$
#
# Здесь `gold` ($g$) и `param` ($p$) — числа, `x` и `w` — массивы формы `(3,)`. Средний вес `w[1]` не используется: на
# его месте стоит `param`.
#
# Пример: `d_loss_d_param(1.0, -1.0, np.array([2.0, 3.0, 1.0]), np.array([0.5, 7.0, 2.0]))` равно `-6.0`, что бы ни
# стояло вместо 7.

# %% exercise="d_loss_d_param" role="answer"
def d_loss_d_param(gold, param, x, w):
    """Derivative of the loss (gold - pred)**2 with respect to param.

    gold, param: numbers.
    x, w: arrays of shape (3,); pred = w[0]*x[0] + param*x[1] + w[2]*x[2].
    Returns a number.
    """
    ### BEGIN SOLUTION
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return 2 * (gold - pred) * (-1) * x[1]
    ### END SOLUTION


# %% exercise="d_loss_d_param" role="test" points=2
check(d_loss_d_param)
### BEGIN HIDDEN TESTS
grade(d_loss_d_param)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-microchange"
# ### Exercise 5 · `microchange_update`
#
# Warm-up, two minutes.
#
# `microchange_update(param, d_loss, rate=0.001)` makes one step of learning and returns the new parameter.
# `param` is a number or an array of shape `(n,)`. `d_loss` is a function: `d_loss(param)` gives the derivative of the
# loss at that parameter, in the shape of `param`. It may belong to any loss.
#
# Example: with `d_loss = lambda p: 6 * p` the call `microchange_update(-1.0, d_loss)` gives `-0.994`, and
# `microchange_update(-1.0, d_loss, 0.5)` gives `2.0`.

# %% [markdown] lang="ru" key="task-microchange" of="2d6bffe4"
# ### Упражнение 5 · `microchange_update`
#
# Разминка, две минуты.
#
# `microchange_update(param, d_loss, rate=0.001)` делает один шаг спуска и возвращает новый параметр.
# `param` — число или массив формы `(n,)`. `d_loss` — функция: `d_loss(param)` даёт производную потерь при этом
# параметре, той же формы, что `param`. Потери могут быть любыми.
#
# Пример: если `d_loss = lambda p: 6 * p`, то `microchange_update(-1.0, d_loss)` даёт `-0.994`, а
# `microchange_update(-1.0, d_loss, 0.5)` даёт `2.0`.

# %% exercise="microchange_update" role="answer"
def microchange_update(param, d_loss, rate=0.001):
    """One step of learning: the old parameter minus the microchange.

    param: a number or an array of shape (n,).
    d_loss: function of the parameter, returns the derivative of the loss in the shape of param.
    rate: positive number.
    Returns the new parameter, in the shape of param.
    """
    ### BEGIN SOLUTION
    microchange = rate * d_loss(param)
    return param - microchange
    ### END SOLUTION


# %% exercise="microchange_update" role="test" points=1
check(microchange_update)
### BEGIN HIDDEN TESTS
grade(microchange_update)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-check"
# ### Exercise 6 · `gradient_check`
#
# Before you trust your own backward pass, compare it with small steps. A graph says 2, small steps say 2.5. Is 0.5
# much? Compared with the sizes it is: $\frac{0.5}{2 + 2.5} = 0.111$. For a million and a million plus 0.5 it is nothing.
# So we divide by the sizes:
#
# $$r_i = \frac{|a_i - n_i|}{|a_i| + |n_i|}$$
#
# Here $a_i$ is a derivative found by the graph (`analytic`), $n_i$ the same one found by small steps (`numeric`). If both are
# exactly 0, they agree, and $r_i = 0$.
#
# `gradient_check(analytic, numeric)` returns the largest $r_i$ as one number. The arguments are two arrays of the same
# shape, any shape, or two numbers. Add nothing to the denominator: very small derivatives are compared in the same way.
#
# Example: `gradient_check(np.array([2.0, 0.0, -1.0]), np.array([2.5, 0.0, -1.0]))` is `0.1111…`.

# %% [markdown] lang="ru" key="task-check" of="63de655e"
# ### Упражнение 6 · `gradient_check`
#
# Прежде чем доверять своему обратному проходу, сравните его с малыми шагами. Граф говорит 2, малые шаги говорят 2.5.
# Много ли это — 0.5? По сравнению с самими числами много: $\frac{0.5}{2 + 2.5} = 0.111$. Для миллиона и миллиона плюс 0.5
# это ничто. Поэтому делим на размеры:
#
# $$r_i = \frac{|a_i - n_i|}{|a_i| + |n_i|}$$
#
# Здесь $a_i$ — производная, найденная по графу (`analytic`), $n_i$ — она же, найденная малыми шагами (`numeric`). Если обе
# в точности равны 0, они совпадают, и $r_i = 0$.
#
# `gradient_check(analytic, numeric)` возвращает наибольшее $r_i$, одно число. Аргументы — два массива одинаковой
# формы, какой угодно, или два числа. К знаменателю ничего не прибавляйте: очень малые производные сравниваются так же.
#
# Пример: `gradient_check(np.array([2.0, 0.0, -1.0]), np.array([2.5, 0.0, -1.0]))` равно `0.1111…`.

# %% numbers="task-check"
says("0.111", gradient_check(2.0, 2.5))


# %% exercise="gradient_check" role="answer"
def gradient_check(analytic, numeric):
    """Largest relative disagreement of two gradients.

    analytic, numeric: numbers, or arrays of the same shape.
    Returns the largest |a - n| / (|a| + |n|), a number; a pair of zeros counts as 0.
    """
    ### BEGIN SOLUTION
    difference = np.abs(np.asarray(analytic) - np.asarray(numeric))
    size = np.abs(analytic) + np.abs(numeric)
    return np.max(np.where(size == 0, 0.0, difference / np.where(size == 0, 1.0, size)))
    ### END SOLUTION


# %% exercise="gradient_check" role="test" points=2
check(gradient_check)
### BEGIN HIDDEN TESTS
grade(gradient_check)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-value"
# ### Exercise 7 (a stretch) · `Value`
#
# Write the number that remembers. Twenty lines are enough.
#
# * `Value(data)` makes a number that was made from nothing. Its attribute `.data` is the number, `.grad` is `0.0`.
# * `a + b` and `a * b` of two `Value`s give a new `Value` with the right `.data`. `a` and `b` themselves stay as they are.
# * `y.backward()` gives every `Value` from which `y` was made, directly or through others, its `.grad`: the derivative of
#   `y` by it, summed over **all paths**. `y.grad` becomes `1.0`.
# * **Repeating changes nothing.** A second `y.backward()` leaves the same gradients. If `z.backward()` is called later for
#   another end `z`, then the values from which `z` was made get the derivatives of `z`, and the old ones are forgotten.
# * A value hands on **once**, when everything has come in. Walking each path separately is right but hopeless: after
#   forty lines `y = y + y` there are $2^{40}$ paths.
#
# | expression with `a = Value(2.0)`, `b = Value(3.0)` | `y.data` | `a.grad` | `b.grad` |
# |---|---|---|---|
# | `y = a * b` | 6 | 3 | 2 |
# | `y = a * b + a` | 8 | 4 | 2 |
# | `y = a * a * b` | 12 | 12 | 4 |
#
# A plan in three steps: let every new `Value` keep a list of pairs (value it was made from, local derivative with respect to it); find a
# topological order as above; set all gradients to 0 and the last one to 1, then walk the order from its end. Only `+` and `*`
# between two `Value`s are needed. `__repr__` is there already, so that a `Value` can be printed. If you want another
# argument in `__init__`, give it a default.
#
# The check below makes its `Value`s and tries, in this order: `a * b` and `a + b` with $a = -3$, $b = 4$; then `b * c` with
# `b = a * a` and `c = b + a` for $a = 1.5$; then `a * a + a` for $a = -2.5$, with `backward` called twice;
# at last `y = a * (a + Value(0.0))` for $a = 0.5$, and thirty times `y = y + y`.

# %% [markdown] lang="ru" key="task-value" of="8de0cce3"
# ### Упражнение 7 (повышенной сложности) · `Value`
#
# Напишите число, которое помнит. Двадцати строк достаточно.
#
# * `Value(data)` создаёт число, которое ни из чего не сделано. Его атрибут `.data` — само число, `.grad` равен `0.0`.
# * `a + b` и `a * b` для двух `Value` дают новый `Value` с верным `.data`. Сами `a` и `b` при этом не меняются.
# * `y.backward()` записывает каждому `Value`, из которого сделан `y`, прямо или через другие, его `.grad`: производную
#   `y` по нему, сложенную по **всем путям**. `y.grad` становится `1.0`.
# * **Повторение ничего не меняет.** Второй вызов `y.backward()` оставляет те же градиенты. Если позже вызвать `z.backward()`
#   для другого конца `z`, то значения, из которых сделан `z`, получат производные `z`, а старые забудутся.
# * Значение передаёт дальше **один раз**, когда всё пришло. Проходить каждый путь отдельно верно, но безнадёжно: после
#   сорока строк `y = y + y` путей $2^{40}$.
#
# | выражение, где `a = Value(2.0)`, `b = Value(3.0)` | `y.data` | `a.grad` | `b.grad` |
# |---|---|---|---|
# | `y = a * b` | 6 | 3 | 2 |
# | `y = a * b + a` | 8 | 4 | 2 |
# | `y = a * a * b` | 12 | 12 | 4 |
#
# План из трёх шагов: пусть каждый новый `Value` хранит список пар (значение, из которого он сделан, и локальная
# производная по нему); найдите топологический порядок, как выше; обнулите все градиенты, последнему дайте 1 и пройдите
# порядок с конца. Нужны только `+` и `*` между двумя `Value`. `__repr__` уже готов, чтобы `Value` можно было напечатать.
# Если в `__init__` понадобится ещё один аргумент, дайте ему значение по умолчанию.
#
# Проверка ниже сама создаёт `Value` и по очереди пробует: `a * b` и `a + b`, где $a = -3$, $b = 4$; затем `b * c`, где
# `b = a * a` и `c = b + a`, для $a = 1.5$; затем `a * a + a` для $a = -2.5$, вызывая `backward` дважды;
# наконец, `y = a * (a + Value(0.0))` для $a = 0.5$ и тридцать раз `y = y + y`.

# %% numbers="task-value"
for _make, _printed in ((lambda a, b: a * b, "6 3 2"), (lambda a, b: a * b + a, "8 4 2"), (lambda a, b: a * a * b, "12 12 4")):
    _a, _b = Value(2.0), Value(3.0)
    _y = _make(_a, _b)
    _y.backward()
    for _text, _value in zip(_printed.split(), (_y.data, _a.grad, _b.grad)):
        says(_text, _value)


# %% exercise="Value" role="answer"
class Value:
    """A number that remembers how it was made.

    data: the number.
    Attributes: data, and grad: after y.backward() the derivative of y with respect to this value.
    """

    def __init__(self, data):
        """Make a number that was made from nothing; grad is 0.0."""
        ### BEGIN SOLUTION
        self.data = data
        self.grad = 0.0
        self.made_from = []  # pairs: a Value, and the local derivative with respect to it
        ### END SOLUTION

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        """self + other, a new Value."""
        ### BEGIN SOLUTION
        result = Value(self.data + other.data)
        result.made_from = [(self, 1.0), (other, 1.0)]
        return result
        ### END SOLUTION

    def __mul__(self, other):
        """self * other, a new Value."""
        ### BEGIN SOLUTION
        result = Value(self.data * other.data)
        result.made_from = [(self, other.data), (other, self.data)]
        return result
        ### END SOLUTION

    def backward(self):
        """Set grad of self and of all Values it was made from; returns nothing."""
        ### BEGIN SOLUTION
        order = []

        def write_down(value):
            if value not in order:
                for earlier, _ in value.made_from:
                    write_down(earlier)
                order.append(value)

        write_down(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.made_from:
                earlier.grad += value.grad * local
        ### END SOLUTION


# %% exercise="Value" role="test" points=4
check(Value)
### BEGIN HIDDEN TESTS
grade(Value)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="together"
# ### Everything together
#
# The next cell lets your `Value` train the lecture's model: $g = 1$ and our $w$ and $x$. There is no minus among your
# operations, so $g - \hat{y}$ is written as $g + (-1) \cdot \hat{y}$. The cell prints all three derivatives of the
# loss, compares them with small steps, makes one microchange and shows the loss before and after.
#
# You should see the gradient $(-4, -6, -2)$, a disagreement close to 0, and a loss that falls from 1 to 0.944784.
# (While an exercise is not solved yet, the cell says so.)

# %% [markdown] lang="ru" key="together" of="fbd90a47"
# ### Всё вместе
#
# В следующей ячейке ваш `Value` обучает модель из лекции: $g = 1$ и наши $w$ и $x$. Вычитания среди ваших действий нет,
# поэтому $g - \hat{y}$ записано как $g + (-1) \cdot \hat{y}$. Ячейка печатает все три производные потерь, сравнивает их
# с малыми шагами, делает одно микроизменение и показывает потери до и после.
#
# Вы должны увидеть градиент $(-4, -6, -2)$, расхождение около 0 и потери, которые уменьшились с 1 до 0.944784.
# (Пока какое-нибудь упражнение не решено, ячейка скажет об этом.)

# %% numbers="together"
_w, _x = np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 1.0])
_gradient = -2 * (1 - _w @ _x) * _x
for _printed, _value in zip(("-4", "-6", "-2"), _gradient):
    says(_printed, _value)
says("0.944784", (1 - (_w - 0.001 * _gradient) @ _x) ** 2)


# %% key="one-training-step"
def loss_of(weights):
    w, x = [Value(v) for v in weights], [Value(v) for v in (2.0, 3.0, 1.0)]
    difference = Value(1.0) + Value(-1.0) * (w[0] * x[0] + w[1] * x[1] + w[2] * x[2])
    return difference * difference, w


try:
    w0, h = np.array([0.5, -1.0, 2.0]), 1e-4
    loss, w = loss_of(w0)
    loss.backward()
    gradient = np.array([v.grad for v in w])
    numeric = [(loss_of(w0 + e)[0].data - loss_of(w0 - e)[0].data) / (2 * h) for e in h * np.eye(3)]
    print(plots.say(en="gradient:", ru="градиент:"), gradient)
    print(plots.say(en="disagreement:", ru="расхождение:"), gradient_check(gradient, np.array(numeric)))
    print(
        plots.say(en="loss:", ru="потери:"),
        loss.data,
        "→",
        loss_of(microchange_update(w0, lambda w: gradient))[0].data,
    )
except NotImplementedError:
    print(
        plots.say(
            en="Solve this first: Value, gradient_check, microchange_update",
            ru="Сначала решите: Value, gradient_check, microchange_update",
        )
    )

# %% [markdown] lang="en" key="task-ways-through"
# ### Experiment · `ways_through`
#
# What is your `Value` good for besides slopes? A town has $m$ rows and $n$ columns of street corners. You walk from the first corner, top left, to the last one, bottom right, and only to the right or down. **Say first:** about how many ways are there with 11 rows and 11 columns? A hundred, a thousand, a hundred thousand? And how many of them pass through the corner in the middle?
#
# Build the town from your `Value`. The first corner is `Value(1.0)`. Every other open corner is the **sum** of the corner above and the corner on the left, where there are such. A closed corner (road works) is `Value(0.0)`. In a sum every local derivative is 1. So along a path the derivatives multiply to 1, and the sum over paths **counts the paths**:
#
# * `.data` of a corner is the number of ways from the first corner to it;
# * after `backward` from the last corner, its `.grad` is the number of ways from it to the last one;
# * `.data * .grad` is the number of ways **through** it.
#
# `ways_through(is_open)` gets an array of truth values of shape `(m, n)` and returns an array of the same shape: the number of ways through each corner, 0 at a closed one. The first corner and the last one are open. Each corner must be a `Value` of its own, also where it has only one corner before it; adding a `Value(0.0)` makes a new one.
#
# Example: for a town of 3 rows and 4 columns, all open, the answer is `[[10, 6, 3, 1], [4, 6, 6, 4], [1, 3, 6, 10]]`.

# %% [markdown] lang="ru" key="task-ways-through" of="6520ec2b"
# ### Эксперимент · `ways_through`
#
# На что годится ваш `Value`, кроме наклонов? В городе перекрёстки стоят в $m$ рядов и $n$ столбцов. Идём от первого, вверху слева, до последнего, внизу справа, и только вправо или вниз. **Предскажите:** сколько примерно путей, если рядов 11 и столбцов 11? Сто, тысяча, сто тысяч? И сколько из них проходит через перекрёсток в середине?
#
# Постройте город из своих `Value`. Первый перекрёсток — `Value(1.0)`. Всякий другой открытый перекрёсток — **сумма** верхнего и левого соседей, какие у него есть. Закрытый перекрёсток (ремонт) — `Value(0.0)`. В сумме каждая локальная производная равна 1. Значит, вдоль пути производные дают в произведении 1, и сумма по путям **считает пути**:
#
# * `.data` перекрёстка — число путей от первого до него;
# * после `backward` от последнего его `.grad` — число путей от него до последнего;
# * `.data * .grad` — число путей **через** него.
#
# `ways_through(is_open)` получает массив логических значений формы `(m, n)` и возвращает массив той же формы: число путей через каждый перекрёсток, у закрытого 0. Первый и последний открыты. Каждый перекрёсток должен быть отдельным `Value`, даже если перед ним только один другой; прибавьте `Value(0.0)` — и получится новый.
#
# Пример: для города из 3 рядов и 4 столбцов, где всё открыто, ответ — `[[10, 6, 3, 1], [4, 6, 6, 4], [1, 3, 6, 10]]`.

# %% numbers="task-ways-through"
for _printed, _value in zip("10 6 3 1 4 6 6 4 1 3 6 10".split(), ways_through(np.ones((3, 4), dtype=bool)).ravel()):
    says(_printed, _value)


# %% exercise="ways_through" role="answer"
def ways_through(is_open):
    """Number of ways from the first corner of a town to the last one through each corner.

    is_open: truth values, array of shape (m, n); the first corner and the last one are open.
    Returns an array of shape (m, n).
    """
    ### BEGIN SOLUTION
    corners = {}
    for (i, j), free in np.ndenumerate(is_open):
        corner = Value(1.0 if i == j == 0 else 0.0)
        for before in ((i - 1, j), (i, j - 1)):
            if free and before in corners:
                corner = corner + corners[before]
        corners[i, j] = corner
    corner.backward()
    return np.array([corner.data * corner.grad for corner in corners.values()]).reshape(is_open.shape)
    ### END SOLUTION


# %% exercise="ways_through" role="test" points=3
check(ways_through)
### BEGIN HIDDEN TESTS
grade(ways_through)
### END HIDDEN TESTS

# %% key="town-run"
try:
    town = np.ones((11, 11), dtype=bool)
    before = ways_through(town)
    town[5, 5] = False  # road works in the middle
    print(plots.say(en="all ways:", ru="всего путей:"), before[0, 0])
    print(plots.say(en="through the middle:", ru="через середину:"), before[5, 5])
    print(plots.say(en="with road works:", ru="если там ремонт:"), ways_through(town)[0, 0])
    print(
        plots.say(en="21 rows and columns:", ru="21 ряд и столбец:"),
        ways_through(np.ones((21, 21), dtype=bool))[0, 0],
    )
except NotImplementedError:
    print(
        plots.say(en="Solve this first: Value, ways_through", ru="Сначала решите: Value, ways_through")
    )

# %% [markdown] lang="en" key="town-read"
# <details><summary>What came out, and why it matters</summary>
#
# With 11 rows and columns there are 184 756 ways, and 63 504 of them, more than a third, pass through the middle. Road works there leave 121 252. With 21 rows and columns there are 137 846 528 820 ways. Walking one way in a millionth of a second, you would need 38 hours. Your backward pass looked at 441 corners and at two arrows for each.
#
# That is why the backward pass has won. A network has as many paths from a weight to the loss as the town has ways, and the derivative is a sum over all of them. The backward pass finds this sum with one multiplication and one addition for each **arrow**, because a value waits and hands on once.
#
# </details>

# %% [markdown] lang="ru" key="town-read" of="a5ee8b67"
# <details><summary>Что получилось и почему это важно</summary>
#
# При 11 рядах и столбцах путей 184 756, и 63 504 из них, больше трети, проходят через середину. Если там ремонт, остаётся 121 252. При 21 ряде и столбце путей 137 846 528 820. Тратя на путь миллионную долю секунды, вы обходили бы их 38 часов. А ваш обратный проход посмотрел на 441 перекрёсток, у каждого — на две стрелки.
#
# Поэтому обратный проход и победил. В сети от веса до потерь ведёт столько же путей, сколько в городе, и производная — сумма по всем. Обратный проход находит эту сумму одним умножением и одним сложением на каждую **стрелку**: ведь значение ждёт и передаёт дальше один раз.
#
# </details>

# %% numbers="town-read"
_town = np.ones((11, 11), dtype=bool)
says("184 756", ways_through(_town)[0, 0])
says("63 504", ways_through(_town)[5, 5])
_town[5, 5] = False
says("121 252", ways_through(_town)[0, 0])
_many = ways_through(np.ones((21, 21), dtype=bool))[0, 0]
says("137 846 528 820", _many)
says("38", _many * 1e-6 / 3600)
says("441", 21 * 21)


# %% [markdown] lang="en" key="question"
# ## In your own words
#
# This is preparatory question 7, and a little more. Take a neuron $F = \sigma(w_1 x_1 + w_2 x_2 + w_3 x_3)$ with numbers of
# your own, but let **one and the same number** $u$ be both $x_1$ and $x_2$.
#
# Answer in five to eight sentences. Say, with your numbers, what the derivative of $A$ with respect to its parameter says about the
# output of $A$. Say by what it must be multiplied before it says something about $F$. Then find the derivative
# of $F$ with respect to $u$ and explain why it has two parts. Finally, say why in the backward pass a value must wait before it hands on.
#
# A person reads this answer, not a program. Write it in the cell below.

# %% [markdown] lang="ru" key="question" of="9960f7f0"
# ## Своими словами
#
# Это подготовительный вопрос 7 и немного сверх того. Возьмите нейрон $F = \sigma(w_1 x_1 + w_2 x_2 + w_3 x_3)$ со своими
# числами, но пусть **одно и то же число** $u$ будет и $x_1$, и $x_2$.
#
# Ответьте в пяти–восьми предложениях. Скажите на своих числах, что говорит производная $A$ по её параметру о выходе
# $A$. Скажите, на что её надо умножить, чтобы она сказала что-то о $F$. Затем найдите производную
# $F$ по $u$ и объясните, почему в ней два слагаемых. И наконец, почему на обратном проходе значение должно подождать,
# прежде чем передавать дальше.
#
# Этот ответ читает человек, а не программа. Пишите в ячейке ниже.

# %% [markdown] question="own-words" points=4
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the four; half points are allowed. Any numbers count if they are computed correctly.
#
# 1. The derivative of A with respect to w₁ is x₁: raise w₁ by a little, everything else fixed, and the output **of A** rises by
#    that little times x₁. (Half a point if the answer speaks of F at once or gives no number.)
# 2. To speak of F it must be multiplied by what comes from the right: by the derivative of G with respect to A, which is 1, and by
#    S(1 − S). Example with w = (0.5, −1, 2), u = 2, x₃ = 1: G = 1, S = 0.7311, S(1 − S) = 0.1966.
# 3. dF/du = S(1 − S)·(w₁ + w₂), in the example 0.1966 · (−0.5) = −0.0983: u acts through A and through B, along a path
#    derivatives multiply, over the paths they add up.
# 4. A value with several users gets a share from each. Its gradient is the sum; if it hands on before the last share has
#    come, the boxes to the left get too little (or it must hand on several times).
#
# По одному баллу за каждый пункт, можно ставить половину. Годятся любые числа, если посчитано верно.
#
# 1. Производная A по w₁ равна x₁: чуть увеличим w₁, не трогая остального, — выход **самой A** вырастет на столько же,
#    умноженное на x₁. (Половина балла, если речь сразу идёт о F или нет числа.)
# 2. Чтобы она говорила о F, её надо умножить на то, что приходит справа: на производную G по A, равную 1, и на S(1 − S).
#    Пример с w = (0.5, −1, 2), u = 2, x₃ = 1: G = 1, S = 0.7311, S(1 − S) = 0.1966.
# 3. dF/du = S(1 − S)·(w₁ + w₂), в примере 0.1966 · (−0.5) = −0.0983: u действует через A и через B; вдоль пути производные
#    перемножаются, по путям складываются.
# 4. Значение, у которого несколько получателей, получает долю от каждого. Его градиент — сумма; если передать дальше до
#    последней доли, прямоугольники слева получат слишком мало (или передавать придётся несколько раз).
# ### END MARK SCHEME

# %% [markdown] lang="en" key="letters"
# ## What the lecture slides say differently
#
# ### A slip of the lecture: what G and S are
#
# The lecture uses $G$ in three ways within a few lines: as the outer function, $F = G(w_1 x_1 + w_2 x_2 + w_3 x_3)$;
# as the sum, $A + B + C = G$; and as a function of $S$, $G(S) = S$. Then it writes $F = S(G)$.
# Not all of these can be meant.
#
# In this course, as in the lecture's last version: **$G$ is the sum, $S$ is the sigmoid of that sum**, and
# $F = S(G)$ with $G = A + B + C$.
#
# ### Lost signs, and one letter for two things
#
# * `(gold - pred)2` has lost the sign of the power: it is a square. For `gold` 1 and `pred` 0 the loss is 1, not 2.
# * `w3x3` has lost its star, and `Model(smith, param)` gets "something", that is, the inputs.
# * The last row of the table is written $f(x) = f(g(x))$. One letter cannot be the outer function and the whole. We call the whole $y$.
# * The table has no row for a value that is used twice. Its derivatives along all paths are added up.

# %% [markdown] lang="ru" key="letters" of="716d7182"
# ## Что на слайдах лекций иначе
#
# ### Неточность лекции: что такое G и S
#
# В лекции $G$ на протяжении нескольких строк означает три разные вещи: внешнюю функцию,
# $F = G(w_1 x_1 + w_2 x_2 + w_3 x_3)$; сумму, $A + B + C = G$; и функцию от $S$, $G(S) = S$. После этого
# написано $F = S(G)$. Всё сразу верным быть не может.
#
# В этом курсе принята последняя запись лекции: **$G$ — это сумма, $S$ — сигмоида от этой суммы**, то есть
# $F = S(G)$, где $G = A + B + C$.
#
# ### Потерянные знаки и одна буква для двух функций
#
# * В `(gold - pred)2` пропал знак степени: это квадрат. Если `gold` равно 1, а `pred` — 0, потери равны 1, а не 2.
# * В `w3x3` пропала звёздочка, а `Model(smith, param)` получает «что-нибудь» (something), то есть входы.
# * Последняя строка таблицы записана так: $f(x) = f(g(x))$. Одна буква не может быть и внешней функцией, и всей целиком. Целую мы называем $y$.
# * В таблице нет строки для значения, которое использовано дважды. Его производные по всем путям складываются.

# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. A long formula is a graph of small functions. The forward pass computes the values from left to right.
# 2. A local derivative knows one function only: its output with respect to one of its arguments or parameters.
# 3. The backward pass starts with 1. Along a path derivatives multiply, over different paths they add up.
# 4. A value hands on once, after everyone who used it has handed back: the topological order from its end.
# 5. Learning is $p_{new} = p_{old} - \eta \frac{\partial L}{\partial p_{old}}$ for every parameter, and one backward pass gives all
#    the derivatives. Check them with small steps.
#
# **Next:** unit 08, logistic regression. The neuron of this unit gets a loss that suits probabilities, and its
# backward pass becomes surprisingly short. In unit 10 whole layers of such neurons are trained in the same way.

# %% [markdown] lang="ru" key="summary" of="4311ede4"
# ## Итоги
#
# 1. Длинная формула — это граф из маленьких функций. Прямой проход вычисляет значения слева направо.
# 2. Локальная производная знает только одну функцию: её выход по одному из аргументов или параметров.
# 3. Обратный проход начинается с 1. Вдоль пути производные перемножаются, по разным путям складываются.
# 4. Значение передаёт дальше один раз, когда свои доли ему вернули все, кто его использовал: топологический порядок с конца.
# 5. Обучение — это $p_{new} = p_{old} - \eta \frac{\partial L}{\partial p_{old}}$ для каждого параметра, и один обратный проход даёт
#    все производные. Проверяйте их малыми шагами.
#
# **Дальше:** урок 08, логистическая регрессия. Нейрон из этого урока получит функцию потерь, подходящую для вероятностей,
# и его обратный проход окажется на удивление коротким. В уроке 10 так же обучаются целые слои таких нейронов.
