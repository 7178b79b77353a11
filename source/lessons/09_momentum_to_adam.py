# %% [markdown] lang="en" key="goal"
# # From momentum to Adam
#
# ## Goal
#
# After this unit you can
#
# * say what makes plain gradient descent slow or stuck, and which optimiser is meant to help;
# * write momentum, AdaGrad, RMSprop and Adam, and tell what each has to remember;
# * compute how long their steps are, in particular the first ones, and why Adam corrects them.
#
# **Time:** about 95 minutes. Reading takes 31, the figure 5, the exercises with the experiment 54, the written question 5.
# A good place to stop is after the answers to the figure.
#
# **Lectures:** the bonus part of lecture 2, from "Problems of gradient descent" to "Modifications of SGD", and
# the slide "Adam" with the two slides after it in lecture 4.
#
# **You need:** gradient descent (unit 04) and its trouble with a ravine (unit 05). For the words batch and SGD see unit 06.

# %% [markdown] lang="ru" key="goal" of="36cfb78a"
# # От метода моментов до Adam
#
# ## Цель
#
# После этого урока вы сможете
#
# * объяснить, отчего обычный градиентный спуск ползёт или застревает и какой оптимизатор придуман против этого;
# * написать метод моментов, AdaGrad, RMSprop и Adam и сказать, что каждому из них нужно помнить;
# * вычислить длину их шагов, особенно первых, и понять, зачем Adam их исправляет.
#
# **Время:** около 95 минут. Чтение — 31, рисунок — 5, упражнения с экспериментом — 54, письменный вопрос — 5.
# Перерыв удобно сделать после ответов к рисунку.
#
# **Лекции:** бонусная часть лекции 2, от слайда «Проблемы градиентного спуска» до слайда «Модификации SGD»,
# и слайд «Adam» с двумя следующими в лекции 4.
#
# **Понадобится:** градиентный спуск (урок 04) и его беда с оврагом (урок 05). Слова «батч» и SGD — из урока 06.

# %% key="setup"
import math

import matplotlib.pyplot as plt
import numpy as np

from course import check, figures, plots
from course.landscapes import LANDSCAPES

# %% [markdown] lang="en" key="slow"
# ## Two troubles of gradient descent
#
# **Trouble one: slow.** A **ravine** (овраг) is a loss that is steep across and flat along. Ours is
#
# $$Q(w) = \frac{0.1 \, w_0^2 + 4 \, w_1^2}{2}, \qquad \nabla Q(w) = (0.1 \, w_0, \; 4 \, w_1)$$
#
# We start at $w = (-4, 1.2)$. The gradient there is $(-0.4, 4.8)$: twelve times as steep across as along. One step
# of gradient descent multiplies $w_0$ by $1 - 0.1\eta$ and $w_1$ by $1 - 4\eta$. The second number forbids
# $\eta > 0.5$. And with an allowed $\eta = 0.1$ the first number is 0.99. After 60 steps $w_1$ has been at zero for a
# long time, while $w_0 = -4 \cdot 0.99^{60} = -2.19$ has not even come halfway.
#
# **Trouble two: stuck.** Where the gradient is zero, nothing moves. This may be a **local minimum**
# (локальный минимум), lower than its neighbourhood but not the lowest point. Or a **saddle** (седло), a minimum in one
# direction and a maximum in another.
#
# One reminder from unit 04 holds for everything below: a step against the gradient lowers the loss only if it is short
# enough.

# %% [markdown] lang="ru" key="slow" of="129e7f8f"
# ## Две беды градиентного спуска
#
# **Беда первая: медленно.** **Овраг** (ravine) — это функция потерь, крутая поперёк и пологая вдоль. Наш овраг такой:
#
# $$Q(w) = \frac{0.1 \, w_0^2 + 4 \, w_1^2}{2}, \qquad \nabla Q(w) = (0.1 \, w_0, \; 4 \, w_1)$$
#
# Начнём в $w = (-4, 1.2)$. Градиент там равен $(-0.4, 4.8)$: поперёк в двенадцать раз круче, чем вдоль. Один шаг
# градиентного спуска умножает $w_0$ на $1 - 0.1\eta$, а $w_1$ — на $1 - 4\eta$. Второе число запрещает
# $\eta > 0.5$. А при разрешённой $\eta = 0.1$ первое число равно 0.99. Через 60 шагов $w_1$ давно в нуле,
# а $w_0 = -4 \cdot 0.99^{60} = -2.19$ не прошёл и половины пути.
#
# **Беда вторая: застревает.** Где градиент равен нулю, там ничто не движется. Это может быть **локальный минимум**
# (local minimum): он ниже своей окрестности, но не самый низкий. Или **седло** (saddle): минимум в одном направлении
# и максимум в другом.
#
# И для всего, что ниже, остаётся в силе напоминание из урока 04: шаг против градиента уменьшает потери, только если он
# достаточно короткий.

# %% numbers="slow"
says("-2.19", -4 * 0.99**60)
says("0.99", 1 - 0.1 * 0.1)
says("0.5", 2 / 4)
says("(-0.4, 4.8)"[1:5], 0.1 * -4)
says("4.8", 4 * 1.2)


# %% key="ravine-by-machine"
ravine = LANDSCAPES["ravine"]
w = np.array(ravine.start)
for k in range(61):
    if k % 15 == 0:
        print(f"k = {k:2d}   w0 = {w[0]:.3f}   w1 = {w[1]:.7f}   Q = {ravine.loss(w):.4f}")
    w = w - 0.1 * ravine.grad(w)

# %% [markdown] lang="en" key="momentum"
# ## Momentum: do not forget the last step
#
# A ball that rolls down a ravine does not stop and think at every point. It keeps a part of its speed. Let us give
# the walker such an **inertia** (инерция) $h$. The part that is kept is $\alpha = 0.9$, the learning rate is $\eta = 0.1$.
#
# **Along** the ravine the gradient is always the same, say 1:
#
# | $k$ | 1 | 2 | 3 | 4 | … | limit |
# |---|---|---|---|---|---|---|
# | gradient | 1 | 1 | 1 | 1 | … | 1 |
# | $h_k = 0.9 h_{k-1} + 0.1 \cdot$ gradient | 0.1 | 0.19 | 0.271 | 0.3439 | … | 1 |
#
# **Across** a ravine the steps may be too long: each lands on the other slope. Then the sign of the gradient changes at every step:
#
# | $k$ | 1 | 2 | 3 | 4 | … | limit |
# |---|---|---|---|---|---|---|
# | gradient | 1 | −1 | 1 | −1 | … | ±1 |
# | $h_k$ | 0.1 | −0.01 | 0.091 | −0.0181 | … | ±0.053 |
#
# Plain descent makes steps of 0.1 in both cases. Momentum makes them ten times as long where the gradients agree and half
# as long where they contradict each other. This is the **momentum** method (метод моментов):
#
# $$h_0 = 0, \qquad h_k = \alpha h_{k-1} + \eta_k \nabla Q(w^{(k-1)}), \qquad w^{(k)} = w^{(k-1)} - h_k$$
#
# Here $w^{(k)}$ are the weights after $k$ steps, $h_k$ the vector of inertia, $\alpha$ the part that survives
# ($0 \le \alpha < 1$), $\eta_k$ the learning rate of step $k$; ours is constant. In one line:
#
# $$w^{(k)} = w^{(k-1)} - \eta_k \nabla Q(w^{(k-1)}) - \alpha h_{k-1}$$
#
# The walker has to **keep** one more number per weight: $h$.

# %% [markdown] lang="ru" key="momentum" of="bbac74f0"
# ## Метод моментов: не забывать прошлый шаг
#
# Шар, который катится по оврагу, не останавливается подумать в каждой точке. Он сохраняет часть скорости. Дадим такую
# **инерцию** (inertia) $h$ и нашему спуску. Сохраняется доля $\alpha = 0.9$, скорость обучения $\eta = 0.1$.
#
# **Вдоль** оврага градиент всё время один и тот же, скажем, 1:
#
# | $k$ | 1 | 2 | 3 | 4 | … | предел |
# |---|---|---|---|---|---|---|
# | градиент | 1 | 1 | 1 | 1 | … | 1 |
# | $h_k = 0.9 h_{k-1} + 0.1 \cdot$ градиент | 0.1 | 0.19 | 0.271 | 0.3439 | … | 1 |
#
# **Поперёк** оврага шаги бывают слишком длинными: каждый попадает на другой склон. Тогда знак градиента меняется на каждом шаге:
#
# | $k$ | 1 | 2 | 3 | 4 | … | предел |
# |---|---|---|---|---|---|---|
# | градиент | 1 | −1 | 1 | −1 | … | ±1 |
# | $h_k$ | 0.1 | −0.01 | 0.091 | −0.0181 | … | ±0.053 |
#
# Обычный спуск в обоих случаях шагает на 0.1. С инерцией шаги вдесятеро длиннее там, где градиенты согласны, и вдвое
# короче там, где они спорят. Это и есть **метод моментов** (momentum):
#
# $$h_0 = 0, \qquad h_k = \alpha h_{k-1} + \eta_k \nabla Q(w^{(k-1)}), \qquad w^{(k)} = w^{(k-1)} - h_k$$
#
# Здесь $w^{(k)}$ — веса после $k$ шагов, $h_k$ — вектор инерции, $\alpha$ — сохраняемая доля
# ($0 \le \alpha < 1$), $\eta_k$ — скорость обучения на шаге $k$; у нас она постоянна. То же одной строкой:
#
# $$w^{(k)} = w^{(k-1)} - \eta_k \nabla Q(w^{(k-1)}) - \alpha h_{k-1}$$
#
# **Помнить** теперь надо на одно число больше для каждого веса: $h$.

# %% numbers="momentum"
_same = -np.diff([0.0, *momentum(np.zeros(1), np.ones((200, 1)), 0.1, 0.9)[:, 0]])
for _printed, _k in (("0.1", 0), ("0.19", 1), ("0.271", 2), ("0.3439", 3), ("1", 199)):
    says(_printed, _same[_k])
_turns = -np.diff([0.0, *momentum(np.zeros(1), np.array([[1.0], [-1.0]] * 100), 0.1, 0.9)[:, 0]])
for _printed, _k in (("0.1", 0), ("-0.01", 1), ("0.091", 2), ("-0.0181", 3), ("0.053", 198)):
    says(_printed, _turns[_k])
holds(abs(_turns[-1] + _turns[-2]) < 1e-6, "in the limit the two steps differ in their sign only")


# %% [markdown] lang="en" key="zigzag"
# ### Momentum can also make a zigzag
#
# When does the sign change? In our ravine a step multiplies $w_1$ by $1 - 4\eta$, which is negative only for $\eta > 0.25$. At $\eta = 0.45$ the factor is $-0.8$, and momentum helps as in the table.
# At $\eta = 0.1$ it is $+0.6$: plain descent never changes sides. There momentum itself makes the zigzag. With $\alpha = 0.9$ the weight $w_1$ goes
#
# $$1.2, \; 0.72, \; 0, \; -0.648, \; -0.972, \; \ldots$$
#
# At the third of these points the ball stands exactly on the floor of the ravine and rolls on, because it has speed. In 12 steps it travels 4.88 across the ravine, plain descent only 1.20. Inertia pays along the ravine and costs across it.

# %% [markdown] lang="ru" key="zigzag" of="2f465fb1"
# ### Зигзаг может создать и сам метод моментов
#
# Когда меняется знак? В нашем овраге шаг умножает $w_1$ на $1 - 4\eta$, а это число отрицательно только при $\eta > 0.25$. При $\eta = 0.45$ множитель равен $-0.8$, и инерция помогает так, как в таблице.
# При $\eta = 0.1$ он равен $+0.6$: обычный спуск ни разу не переходит на другую сторону. Здесь зигзаг создаёт сама инерция. При $\alpha = 0.9$ вес $w_1$ проходит значения
#
# $$1.2, \; 0.72, \; 0, \; -0.648, \; -0.972, \; \ldots$$
#
# В третьей из этих точек шар стоит точно на дне оврага и катится дальше, потому что у него есть скорость. За 12 шагов он проходит поперёк оврага 4.88, обычный спуск — только 1.20. Вдоль оврага инерция выгодна, поперёк за неё приходится платить.

# %% numbers="zigzag"
_land = LANDSCAPES["ravine"]
_path = minimise(momentum, _land.grad, np.array(_land.start), 12, learning_rate=0.1, alpha=0.9)
for _printed, _k in (("1.2", 0), ("0.72", 1), ("0", 2), ("-0.648", 3), ("-0.972", 4)):
    says(_printed, _path[_k, 1])
says("4.88", np.abs(np.diff(_path[:, 1])).sum())
says("1.20", 1.2 * (1 - 0.6**12))
says("-0.8", 1 - 4 * 0.45)
says("0.25", 1 / 4)
holds(all(0.6**k > 0 for k in range(200)), "plain descent never changes sides")


# %% [markdown] lang="en" key="momentum-sum"
# ### How long the steps become
#
# What is $h$ made of? Unroll the formula with a constant $\eta$ and write $g_k$ for $\nabla Q(w^{(k-1)})$:
#
# $$h_k = \eta \left( g_k + \alpha g_{k-1} + \alpha^2 g_{k-2} + \ldots \right)$$
#
# The weights $1, \alpha, \alpha^2, \ldots$ do not add up to 1. Their sum is $\frac{1}{1 - \alpha}$, which is 10 for $\alpha = 0.9$.
# So $h$ is a fading **sum** and no average. An average would not make the steps longer, and longer steps were the point.
#
# The practical consequence: momentum changes what $\eta$ means. Under a constant gradient the step tends to
#
# $$\frac{\eta}{1 - \alpha}$$
#
# times the gradient, the **effective step** (эффективный шаг). If you raise $\alpha$ from 0 to 0.9 and leave $\eta$ alone, the steps become ten times
# as long. And inertia is blind: the ball may roll through a bad local minimum, and through the good one just as well.

# %% [markdown] lang="ru" key="momentum-sum" of="de7e3649"
# ### Какими длинными становятся шаги
#
# Из чего состоит $h$? Раскроем формулу при постоянной $\eta$, обозначив через $g_k$ градиент $\nabla Q(w^{(k-1)})$:
#
# $$h_k = \eta \left( g_k + \alpha g_{k-1} + \alpha^2 g_{k-2} + \ldots \right)$$
#
# Веса $1, \alpha, \alpha^2, \ldots$ в сумме дают не 1. Их сумма — $\frac{1}{1 - \alpha}$, то есть 10 при $\alpha = 0.9$.
# Значит, $h$ — затухающая **сумма**, а не среднее. Среднее не удлиняло бы шагов, а всё затевалось ради длинных шагов.
#
# Что из этого следует на деле: с инерцией меняется смысл $\eta$. При постоянном градиенте шаг стремится к градиенту, умноженному на
#
# $$\frac{\eta}{1 - \alpha}$$
#
# Это **эффективный шаг** (effective step). Кто поднимет $\alpha$ с 0 до 0.9, не тронув $\eta$, зашагает вдесятеро
# шире. А инерция слепа: шар может прокатиться через плохой локальный минимум и точно так же через хороший.

# %% numbers="momentum-sum"
says("10", 1 / (1 - 0.9))


# %% key="fading-weights"
fading = 0.9 ** np.arange(60)
print(plots.say(en="the first weights:", ru="первые веса:"), fading[:5])
print(
    plots.say(en="their sum after 1, 10, 60 gradients:", ru="их сумма после 1, 10, 60 градиентов:"),
    fading[:1].sum(),
    fading[:10].sum(),
    fading.sum(),
)

# %% [markdown] lang="en" key="adagrad"
# ## AdaGrad: every weight its own step
#
# Momentum has one $\eta$ for all weights. But in our ravine the weights live on different scales. **AdaGrad** (adaptive gradient,
# адаптивный градиент) divides the step of every weight by the size of its own gradients.
#
# Take two weights and two steps. The gradients of the first are 3 and 4, those of the second ten times smaller and negative.
#
# | | gradients $g$ | $G$, sum of the $g^2$ | steps $\eta g / \sqrt{G}$ |
# |---|---|---|---|
# | weight 0 | 3, then 4 | 9, then 25 | $\eta$, then $0.8 \, \eta$ |
# | weight 1 | −0.3, then −0.4 | 0.09, then 0.25 | $-\eta$, then $-0.8 \, \eta$ |
#
# The steps are equally long. The factor ten has vanished. As formulas, with the index $j$ for the weight:
#
# $$g_{k-1,j} = (\nabla Q(w^{(k-1)}))_j^2, \qquad G_{k,j} = G_{k-1,j} + g_{k-1,j}$$
#
# $$w_j^{(k)} = w_j^{(k-1)} - \frac{\eta}{\sqrt{G_{k,j} + \varepsilon}} \, (\nabla Q(w^{(k-1)}))_j$$
#
# with $G_{0,j} = 0$. The guard $\varepsilon$ is tiny, for example $10^{-8}$; it only keeps a weight that has seen nothing but zeros from dividing by 0.
# Careful with letters: in these formulas, and in those of RMSprop, the $g$ with two indices is the **squared** gradient. Everywhere else in this unit $g$ is the
# gradient itself. To **keep**: $G$, one number per weight. It never decreases; a gradient of 0 leaves it as it is.

# %% [markdown] lang="ru" key="adagrad" of="f1db7406"
# ## AdaGrad: каждому весу свой шаг
#
# У метода моментов одна $\eta$ на все веса. Но в нашем овраге веса живут в разных масштабах. **AdaGrad** (adaptive gradient,
# адаптивный градиент) делит шаг каждого веса на размер его собственных градиентов.
#
# Возьмём два веса и два шага. Градиенты первого — 3 и 4, у второго они вдесятеро меньше и отрицательные.
#
# | | градиенты $g$ | $G$, сумма всех $g^2$ | шаги $\eta g / \sqrt{G}$ |
# |---|---|---|---|
# | вес 0 | 3, затем 4 | 9, затем 25 | $\eta$, затем $0.8 \, \eta$ |
# | вес 1 | −0.3, затем −0.4 | 0.09, затем 0.25 | $-\eta$, затем $-0.8 \, \eta$ |
#
# Шаги одинаковой длины. Множитель десять исчез. То же формулами, индекс $j$ — номер веса:
#
# $$g_{k-1,j} = (\nabla Q(w^{(k-1)}))_j^2, \qquad G_{k,j} = G_{k-1,j} + g_{k-1,j}$$
#
# $$w_j^{(k)} = w_j^{(k-1)} - \frac{\eta}{\sqrt{G_{k,j} + \varepsilon}} \, (\nabla Q(w^{(k-1)}))_j$$
#
# причём $G_{0,j} = 0$. Страховка $\varepsilon$ крошечная, например $10^{-8}$; она нужна лишь затем, чтобы весу, который видел одни нули, не пришлось делить на 0.
# Осторожно с буквами: в этих формулах и в формулах RMSprop $g$ с двумя индексами — **квадрат** градиента. Во всём остальном уроке $g$ — сам
# градиент. **Помнить** надо $G$, по числу на вес. Оно никогда не убывает; градиент 0 оставляет его прежним.

# %% numbers="adagrad"
says("25", 3**2 + 4**2)
says("0.8", 4 / 25**0.5)
says("0.25", 0.3**2 + 0.4**2)
says("0.09", 0.3**2)


# %% [markdown] lang="en" key="adagrad-reach"
# ### The price: the steps become shorter and shorter
#
# Steps that shrink by themselves are convenient, but will they reach the minimum? How far **do** we get? Let the
# gradient be constant, $g \ne 0$, and forget $\varepsilon$. Then $G_k = k g^2$, and step $k$ has the length
#
# $$\frac{\eta \, |g|}{\sqrt{k g^2}} = \frac{\eta}{\sqrt{k}}$$
#
# whatever $g$ is. Four steps lead to $\eta (1 + 0.707 + 0.577 + 0.5) = 2.78 \, \eta$. A hundred lead to $18.6 \, \eta$, ten thousand to $198.5 \, \eta$.
# The sum grows roughly like $2 \sqrt{n}$: it has no upper bound, but for twice the distance you need four times the steps.

# %% [markdown] lang="ru" key="adagrad-reach" of="90e8d0f0"
# ### Цена: шаги всё короче и короче
#
# Удобно, что шаги уменьшаются сами, но хватит ли их до минимума? Докуда мы **дойдём**? Пусть
# градиент постоянен, $g \ne 0$, а про $\varepsilon$ забудем. Тогда $G_k = k g^2$, и длина шага номер $k$ равна
#
# $$\frac{\eta \, |g|}{\sqrt{k g^2}} = \frac{\eta}{\sqrt{k}}$$
#
# каким бы ни было $g$. Четыре шага уводят на $\eta (1 + 0.707 + 0.577 + 0.5) = 2.78 \, \eta$. Сто — на $18.6 \, \eta$, десять тысяч — на $198.5 \, \eta$.
# Сумма растёт примерно как $2 \sqrt{n}$: предела у неё нет, но на вдвое большее расстояние нужно вчетверо больше шагов.

# %% numbers="adagrad-reach"
says("2.78", adagrad_reach(1.0, 4))
says("18.6", adagrad_reach(1.0, 100))
says("198.5", adagrad_reach(1.0, 10_000))
says("0.707", 2**-0.5)
says("0.577", 3**-0.5)


# %% [markdown] lang="en" key="rmsprop"
# ## RMSprop: forget the old squares
#
# AdaGrad's $G$ remembers everything, even a steep place a thousand steps ago. **RMSprop** (root mean square propagation,
# "корень из среднего квадрата") lets the past fade. With $\alpha = 0.9$ and the gradients 3 and 4:
#
# $$G_1 = 0.9 \cdot 0 + 0.1 \cdot 9 = 0.9, \qquad G_2 = 0.9 \cdot 0.9 + 0.1 \cdot 16 = 2.41$$
#
# In general, with $g_{k-1,j}$ for the squared gradient, as before:
#
# $$G_{k,j} = \alpha \, G_{k-1,j} + (1 - \alpha) \, g_{k-1,j}, \qquad w_j^{(k)} = w_j^{(k-1)} - \frac{\eta}{\sqrt{G_{k,j} + \varepsilon}} \, (\nabla Q(w^{(k-1)}))_j$$
#
# This time it **is** an average: the weights $\alpha$ and $1 - \alpha$ add up to 1. To **keep**: $G$, one number per weight, as before. The $\alpha$ here
# says how long squares are remembered. It shares its letter with momentum's $\alpha$, not its job. The gradient itself has no memory here.
#
# Under a constant gradient $G$ tends to $g^2$, so the step tends to $\eta$ and no longer shrinks. That cures AdaGrad's weakness, and brings
# two new ones. Near the minimum the steps do not shrink either, so RMSprop keeps jumping about at a distance of the order of $\eta$. And look at the **first**
# step: $3 \eta / \sqrt{0.9} = 3.16 \, \eta$. It is three times too long, because $G$ began at 0 and has not caught up yet.

# %% [markdown] lang="ru" key="rmsprop" of="59abf1db"
# ## RMSprop: забывать старые квадраты
#
# Сумма $G$ у AdaGrad помнит всё, даже крутое место тысячу шагов назад. **RMSprop** (root mean square propagation,
# «корень из среднего квадрата») позволяет прошлому затухать. При $\alpha = 0.9$ и градиентах 3 и 4:
#
# $$G_1 = 0.9 \cdot 0 + 0.1 \cdot 9 = 0.9, \qquad G_2 = 0.9 \cdot 0.9 + 0.1 \cdot 16 = 2.41$$
#
# В общем виде, где $g_{k-1,j}$, как и прежде, — квадрат градиента:
#
# $$G_{k,j} = \alpha \, G_{k-1,j} + (1 - \alpha) \, g_{k-1,j}, \qquad w_j^{(k)} = w_j^{(k-1)} - \frac{\eta}{\sqrt{G_{k,j} + \varepsilon}} \, (\nabla Q(w^{(k-1)}))_j$$
#
# На этот раз это **действительно** среднее: веса $\alpha$ и $1 - \alpha$ дают в сумме 1. **Помнить** надо, как и прежде, $G$, по числу на вес. Здесь $\alpha$
# говорит, как долго помнятся квадраты. С $\alpha$ из метода моментов у неё общая буква, а роль другая. Сам градиент RMSprop не помнит вовсе.
#
# При постоянном градиенте $G$ стремится к $g^2$, значит, шаг стремится к $\eta$ и больше не убывает. Недостаток AdaGrad устранён, но
# появились два новых. У минимума шаги тоже не убывают, и RMSprop продолжает прыгать на расстоянии порядка $\eta$. И посмотрите на **первый**
# шаг: $3 \eta / \sqrt{0.9} = 3.16 \, \eta$. Он втрое длиннее нужного: $G$ начинается с 0 и ещё не успевает вырасти.

# %% numbers="rmsprop"
says("0.9", 0.1 * 9)
says("2.41", 0.9 * 0.9 + 0.1 * 16)
says("3.16", 3 / 0.9**0.5)


# %% [markdown] lang="en" key="find-the-mistake"
# ## Adam: both ideas at once
#
# **Adam** (adaptive moment estimation, адаптивная оценка моментов) takes the inertia of momentum and the step of its own for each weight of RMSprop. It keeps two numbers per weight. Here are two captions for them, as one finds them in a lecture, and their formulas:
#
# 1. we keep a decaying sum of the squares of the previous gradients, $m$;
# 2. we keep a decaying average of the gradients, $v$.
#
# $$m_t = \beta_1 m_{t-1} + (1 - \beta_1) \, g_t, \qquad v_t = \beta_2 v_{t-1} + (1 - \beta_2) \, g_t^2$$
#
# Here $t = 1, 2, \ldots$ is the step number, $g_t$ the gradient at step $t$, $m_0 = v_0 = 0$, and $\beta_1$, $\beta_2$ are the two decays. Usually $m$ is called the first moment and $v$ the
# second.
#
# **Find the mistake.** Captions and formulas do not fit together. Take the gradients 2, −2, 2, −2 and $\beta_1 = \beta_2 = 0.5$ and fill in the table on paper before you read on. Which of the two can be negative? Which one comes close to 4?
#
# | $t$ | 1 | 2 | 3 | 4 |
# |---|---|---|---|---|
# | $g_t$ | 2 | −2 | 2 | −2 |
# | $m_t$ | 1 | ? | ? | ? |
# | $v_t$ | 2 | ? | ? | ? |

# %% [markdown] lang="ru" key="find-the-mistake" of="f09948d3"
# ## Adam: обе идеи сразу
#
# **Adam** (adaptive moment estimation, адаптивная оценка моментов) берёт инерцию у метода моментов, а у RMSprop — свой шаг для каждого веса. Для каждого веса он хранит два числа. Вот две подписи к ним, какие можно встретить в лекции, и их формулы:
#
# 1. храним затухающую сумму квадратов предыдущих градиентов, $m$;
# 2. храним затухающее среднее градиентов, $v$.
#
# $$m_t = \beta_1 m_{t-1} + (1 - \beta_1) \, g_t, \qquad v_t = \beta_2 v_{t-1} + (1 - \beta_2) \, g_t^2$$
#
# Здесь $t = 1, 2, \ldots$ — номер шага, $g_t$ — градиент на шаге $t$, $m_0 = v_0 = 0$, а $\beta_1$, $\beta_2$ — два коэффициента затухания. Обычно $m$ называют первым моментом, а $v$ —
# вторым.
#
# **Найдите ошибку.** Подписи и формулы не сходятся. Возьмите градиенты 2, −2, 2, −2 и $\beta_1 = \beta_2 = 0.5$ и заполните таблицу на бумаге, прежде чем читать дальше. Какая из двух величин бывает отрицательной? Какая приближается к 4?
#
# | $t$ | 1 | 2 | 3 | 4 |
# |---|---|---|---|---|
# | $g_t$ | 2 | −2 | 2 | −2 |
# | $m_t$ | 1 | ? | ? | ? |
# | $v_t$ | 2 | ? | ? | ? |

# %% [markdown] lang="en" key="mistake-found"
# ### The answer: the captions are swapped
#
# | $t$ | 1 | 2 | 3 | 4 |
# |---|---|---|---|---|
# | $g_t$ | 2 | −2 | 2 | −2 |
# | $m_t$ | 1 | −0.5 | 0.75 | −0.625 |
# | $v_t$ | 2 | 3 | 3.5 | 3.75 |
#
# $m$ changes its sign and stays small, because gradients that contradict each other cancel. So $m$ is the decaying average of the **gradients**. $v$ never gets negative and tends to 4: it is the decaying average of their
# **squares**. The formulas are right, the two captions have to change places. And both are averages: "sum" is wrong for either.

# %% [markdown] lang="ru" key="mistake-found" of="c8230f12"
# ### Ответ: подписи переставлены
#
# | $t$ | 1 | 2 | 3 | 4 |
# |---|---|---|---|---|
# | $g_t$ | 2 | −2 | 2 | −2 |
# | $m_t$ | 1 | −0.5 | 0.75 | −0.625 |
# | $v_t$ | 2 | 3 | 3.5 | 3.75 |
#
# $m$ меняет знак и остаётся небольшим: градиенты, которые спорят друг с другом, сокращаются. Значит, $m$ — затухающее среднее **градиентов**. $v$ не бывает отрицательным и стремится к 4: это затухающее среднее их
# **квадратов**. Формулы верны, а две подписи надо поменять местами. И то и другое — среднее: слово «сумма» не подходит ни там ни тут.

# %% numbers="mistake-found"
_m = _v = 0.0
for _g, _ms, _vs in ((2, "1", "2"), (-2, "-0.5", "3"), (2, "0.75", "3.5"), (-2, "-0.625", "3.75")):
    _m, _v = 0.5 * _m + 0.5 * _g, 0.5 * _v + 0.5 * _g**2
    says(_ms, _m)
    says(_vs, _v)


# %% [markdown] lang="en" key="bias"
# ### Bias correction in numbers
#
# Both averages start at 0, and at first the zero still counts. Let the gradient be constant, $g = 10$, and $\beta_1 = 0.9$. The average of tens should be 10. It is
#
# $$m_1 = 0.9 \cdot 0 + 0.1 \cdot 10 = 1, \qquad m_2 = 0.9 \cdot 1 + 0.1 \cdot 10 = 1.9$$
#
# Too small by the factor 0.1, then 0.19. The zero has been multiplied by $\beta$ at every step, so after $t$ steps the share $\beta^t$ of the average still belongs to it. What remains for the gradients is
#
# $$1 - \beta^t$$
#
# This is a **bias** (смещение) towards zero. It is put right by dividing:
#
# $$\hat{m}_t = \frac{m_t}{1 - \beta_1^t}, \qquad \hat{v}_t = \frac{v_t}{1 - \beta_2^t}$$
#
# | $t$ | 1 | 2 | 3 | 4 | 5 |
# |---|---|---|---|---|---|
# | $1 - 0.9^t$ | 0.1 | 0.19 | 0.271 | 0.3439 | 0.40951 |
# | $1 - 0.999^t$ | 0.001 | 0.001999 | 0.002997 | 0.003994 | 0.00499 |
# | $m_t$ for $g = 10$ | 1 | 1.9 | 2.71 | 3.439 | 4.0951 |
# | $\hat{m}_t$ | 10 | 10 | 10 | 10 | 10 |
# | step without correction, in $\eta$ | 3.16 | 4.25 | 4.95 | 5.44 | 5.80 |
# | step with correction, in $\eta$ | 1 | 1 | 1 | 1 | 1 |
#
# The last but one row shows why it matters. $v$ lags much further behind than $m$, because $\beta_2$ is closer to 1. So without correction the root is too small, and the steps are too **long**. The worst is step 12, which is 6.6 times too long.

# %% [markdown] lang="ru" key="bias" of="f81e4a82"
# ### Поправка на смещение в числах
#
# Оба средних начинают с 0, и поначалу этот ноль ещё имеет вес. Пусть градиент постоянен, $g = 10$, и $\beta_1 = 0.9$. Среднее из десяток должно быть 10. А выходит
#
# $$m_1 = 0.9 \cdot 0 + 0.1 \cdot 10 = 1, \qquad m_2 = 0.9 \cdot 1 + 0.1 \cdot 10 = 1.9$$
#
# Занижено: сначала это 0.1 нужного, потом 0.19. Ноль на каждом шаге умножался на $\beta$, поэтому через $t$ шагов ему всё ещё принадлежит доля $\beta^t$. Градиентам остаётся
#
# $$1 - \beta^t$$
#
# Это **смещение** (bias) к нулю. Исправляют его делением:
#
# $$\hat{m}_t = \frac{m_t}{1 - \beta_1^t}, \qquad \hat{v}_t = \frac{v_t}{1 - \beta_2^t}$$
#
# | $t$ | 1 | 2 | 3 | 4 | 5 |
# |---|---|---|---|---|---|
# | $1 - 0.9^t$ | 0.1 | 0.19 | 0.271 | 0.3439 | 0.40951 |
# | $1 - 0.999^t$ | 0.001 | 0.001999 | 0.002997 | 0.003994 | 0.00499 |
# | $m_t$ при $g = 10$ | 1 | 1.9 | 2.71 | 3.439 | 4.0951 |
# | $\hat{m}_t$ | 10 | 10 | 10 | 10 | 10 |
# | шаг без поправки, в единицах $\eta$ | 3.16 | 4.25 | 4.95 | 5.44 | 5.80 |
# | шаг с поправкой, в единицах $\eta$ | 1 | 1 | 1 | 1 | 1 |
#
# Предпоследняя строка показывает, зачем это нужно. $v$ отстаёт гораздо сильнее, чем $m$: ведь $\beta_2$ ближе к 1. Поэтому без поправки корень слишком мал, а шаги слишком **длинные**. Хуже всего шаг 12: он длиннее нужного в 6.6 раза.

# %% numbers="bias"
_steps = [bias_factor(0.9, t) / bias_factor(0.999, t) ** 0.5 for t in range(1, 200)]
for _t, _printed in enumerate(("3.16", "4.25", "4.95", "5.44", "5.80")):
    says(_printed, _steps[_t])
for _t, _printed in enumerate(("0.1", "0.19", "0.271", "0.3439", "0.40951"), 1):
    says(_printed, bias_factor(0.9, _t))
for _t, _printed in enumerate(("0.001", "0.001999", "0.002997", "0.003994", "0.00499"), 1):
    says(_printed, bias_factor(0.999, _t))
for _t, _printed in enumerate(("1", "1.9", "2.71", "3.439", "4.0951"), 1):
    says(_printed, 10 * bias_factor(0.9, _t))
says("12", 1 + np.argmax(_steps))
says("6.6", max(_steps))


# %% key="step-lengths"
t = np.arange(1, 61)
plt.figure(figsize=(7, 3))
without_correction = (1 - 0.9**t) / np.sqrt(1 - 0.999**t)
curves = {
    plots.say(en="Adam without correction", ru="Adam без поправки"): without_correction,
    "RMSprop": 1 / np.sqrt(1 - 0.9**t), "Adam": np.ones(60), "AdaGrad": t**-0.5,
}  # fmt: skip
looks = [("#CC79A7", "--"), ("#0072B2", ":"), ("#D55E00", "-"), ("#009E73", "-.")]
for (name, length), look in zip(curves.items(), looks):
    plt.plot(t, length, color=look[0], linestyle=look[1], label=name)
plt.xlabel(plots.say(en="step", ru="шаг"))
plt.ylabel(plots.say(en="length of the step, in η", ru="длина шага, в единицах η"))
plt.legend()
plots.show(
    en="Lengths of the steps under a constant gradient. Adam stays at 1. RMSprop begins at 3.2 and "
    "falls to 1. AdaGrad falls to 0.13. Adam without correction rises from 3.2 to 6.6 and falls "
    "slowly.",
    ru="Длины шагов при постоянном градиенте. Adam держится на 1. RMSprop начинает с 3.2 и "
    "опускается до 1. AdaGrad опускается до 0.13. Adam без поправки растёт от 3.2 до 6.6 и "
    "медленно опускается.",
)

# %% [markdown] lang="en" key="adam-step"
# ### The step of Adam
#
# The picture shows the steps under a constant gradient. Only one of the four curves keeps the promised length $\eta$ from the first step to the last. This is Adam's step:
#
# $$w^{(t)} = w^{(t-1)} - \frac{\eta}{\sqrt{\hat{v}_t} + \varepsilon} \, \hat{m}_t$$
#
# Usual values are $\beta_1 = 0.9$, $\beta_2 = 0.999$, $\varepsilon = 10^{-8}$. Two steps by hand, with the gradients 3 and then 4:
#
# * $t = 1$: $m = 0.3$ and $v = 0.009$, so $\hat{m} = 3$ and $\hat{v} = 9$, and the step is $3 \eta / 3 = \eta$;
# * $t = 2$: $m = 0.9 \cdot 0.3 + 0.1 \cdot 4 = 0.67$, $\hat{m} = 0.67 / 0.19 = 3.526$; $\hat{v} = 0.024991 / 0.001999 = 12.502$, and the step is $0.997 \, \eta$.
#
# In this formula $\varepsilon$ stands **outside** the root, in those of AdaGrad and RMSprop above **inside**. With ordinary gradients nobody can see the difference. The exercises accept both.
#
# What is really new against momentum is the division by $\sqrt{\hat{v}}$.
#
# ### What each of them keeps
#
# | optimiser | answers this weakness of the one before | keeps | numbers per weight |
# |---|---|---|---|
# | gradient descent | | nothing | 0 |
# | momentum | slow where the gradients agree | $h$ | 1 |
# | AdaGrad | one step length for all weights | $G$, a sum | 1 |
# | RMSprop | steps that die out | $G$, an average | 1 |
# | Adam | no inertia, first steps too long | $m$, $v$ and the step number $t$ | 2 |
#
# In practice the gradient in all these formulas is that of a mini-batch (unit 06). The formulas stay as they are.

# %% [markdown] lang="ru" key="adam-step" of="792fdd15"
# ### Шаг Adam
#
# На рисунке — шаги при постоянном градиенте. Только одна из четырёх кривых держит обещанную длину $\eta$ с первого шага до последнего. Вот шаг Adam:
#
# $$w^{(t)} = w^{(t-1)} - \frac{\eta}{\sqrt{\hat{v}_t} + \varepsilon} \, \hat{m}_t$$
#
# Обычные значения: $\beta_1 = 0.9$, $\beta_2 = 0.999$, $\varepsilon = 10^{-8}$. Сделаем вручную два шага, пусть первый градиент 3, второй 4:
#
# * $t = 1$: $m = 0.3$ и $v = 0.009$, значит, $\hat{m} = 3$ и $\hat{v} = 9$, и шаг равен $3 \eta / 3 = \eta$;
# * $t = 2$: $m = 0.9 \cdot 0.3 + 0.1 \cdot 4 = 0.67$, $\hat{m} = 0.67 / 0.19 = 3.526$; $\hat{v} = 0.024991 / 0.001999 = 12.502$, и шаг равен $0.997 \, \eta$.
#
# В этой формуле $\varepsilon$ стоит **вне** корня, а у AdaGrad и RMSprop выше — **под** корнем. При обычных градиентах разницы не увидит никто. Упражнения принимают оба варианта.
#
# По-настоящему новое по сравнению с методом моментов — деление на $\sqrt{\hat{v}}$.
#
# ### Что помнит каждый из них
#
# | оптимизатор | какой недостаток предыдущего устраняет | помнит | чисел на вес |
# |---|---|---|---|
# | градиентный спуск | | ничего | 0 |
# | метод моментов | медленно там, где градиенты согласны | $h$ | 1 |
# | AdaGrad | одна длина шага на все веса | $G$, сумму | 1 |
# | RMSprop | угасающие шаги | $G$, среднее | 1 |
# | Adam | нет инерции, первые шаги слишком длинные | $m$, $v$ и номер шага $t$ | 2 |
#
# На практике градиент во всех этих формулах считают по мини-батчу (урок 06). Сами формулы от этого не меняются.

# %% numbers="adam-step"
says("0.67", 0.9 * 0.3 + 0.1 * 4)
says("3.526", 0.67 / 0.19)
says("0.024991", 0.999 * 0.009 + 0.001 * 16)
says("12.502", 0.024991 / 0.001999)
says("0.997", (0.67 / 0.19) / (0.024991 / 0.001999) ** 0.5)


# %% [markdown] lang="en" key="figure-question"
# ## The figure: the optimiser race
#
# All five start at the same point, at first with the same $\eta$. The slider $\alpha$ belongs to momentum and RMSprop, $\beta_1$ and $\beta_2$ to Adam. On the left you see the paths, on the right the loss above its lowest value, and below it the same after 60 steps for every $\eta$. Whoever leaves the map is out of the race. Press play, or move the steps; "Start again" puts everything back as it was.
#
# **Answer on paper first**, then look.
#
# 1. The ravine with $\eta = 0.1$, after 60 steps. Who is last, gradient descent or AdaGrad, and why is it not the one you would expect?
# 2. The ravine again. At which $\eta$ does gradient descent stop coming closer (the answer is in the first section)? Raise $\eta$ a little more and watch it fly away. Why does this not happen to the three that divide by a root?
# 3. The saddle. The start is almost on the ridge: $w_1 = 0.01$. We call a racer off the ridge when $|w_1| > 0.5$. Who leaves first? Does it matter to them that the gradient across is only 0.01?
# 4. Two minima. Set $\alpha = 0$ and raise it slowly. From which $\alpha$ on does momentum roll over to the deep minimum? Does every larger $\alpha$ work too? Try 0.92.
# 5. The curved valley, 150 steps. RMSprop comes near the minimum and then stays at some distance for ever. Which slider helps?
# 6. Back to the ravine, 60 steps. Choose "each its best" under "who has which η": now each runs with the learning rate that suits it. Who will be first? Say it before you choose.
#
# When you have solved the exercise `adam`, open a new cell and run `figures.optimiser_race(adam)`. Your own optimiser then runs with the others. It works with `momentum`, `adagrad` and `rmsprop` too.

# %% [markdown] lang="ru" key="figure-question" of="09de0712"
# ## Рисунок: гонка оптимизаторов
#
# Все пятеро стартуют из одной точки, поначалу с одной и той же $\eta$. Ползунок $\alpha$ — для метода моментов и RMSprop, $\beta_1$ и $\beta_2$ — для Adam. Слева видны пути, справа — насколько потери выше наименьших, а под этим графиком — то же после 60 шагов при каждой $\eta$. Кто улетел с карты, выбывает из гонки. Нажмите кнопку воспроизведения или двигайте число шагов; кнопка «Начать сначала» возвращает всё, как было.
#
# **Сначала ответьте на бумаге**, потом смотрите.
#
# 1. Овраг при $\eta = 0.1$, 60 шагов. Кто последний, градиентный спуск или AdaGrad, и почему не тот, кого ждёшь?
# 2. Снова овраг. При какой $\eta$ градиентный спуск перестаёт приближаться (ответ — в первом разделе)? Прибавьте $\eta$ ещё немного и посмотрите, как он улетает. Почему этого не случается с теми тремя, что делят на корень?
# 3. Седло. Начало почти на гребне: $w_1 = 0.01$. Будем считать, что с гребня ушёл тот, у кого $|w_1| > 0.5$. Кто уйдёт первым? Мешает ли ему, что градиент поперёк гребня всего 0.01?
# 4. Два минимума. Поставьте $\alpha = 0$ и медленно увеличивайте. С какого $\alpha$ метод моментов перекатывается в глубокий минимум? Годится ли всякое большее $\alpha$? Попробуйте 0.92.
# 5. Кривая долина, 150 шагов. RMSprop подходит к минимуму и дальше всё время держится поодаль. Какой ползунок поможет?
# 6. Снова овраг, 60 шагов. Выберите «лучшая у каждого» в списке «какая у кого η»: теперь каждый бежит с той скоростью обучения, которая подходит ему. Кто будет первым? Скажите до того, как выбрать.
#
# Когда решите упражнение `adam`, откройте новую ячейку и выполните `figures.optimiser_race(adam)`. Тогда вместе со всеми побежит и ваш оптимизатор. Годятся и `momentum`, `adagrad`, `rmsprop`.

# %% figure="optimiser_race"
figures.optimiser_race()


# %% [markdown] lang="en" key="figure-answers"
# ### What the race shows
#
# <details><summary>Answers</summary>
#
# * In the ravine AdaGrad is last. On its way along the ravine the gradient only gets smaller, so step $k$ is at most $\eta / \sqrt{k}$ long. In 60 steps $w_0$ can move no farther than $0.1 \cdot (1 + 1/\sqrt{2} + \ldots + 1/\sqrt{60}) = 1.41$, and the minimum is 4 away. Gradient descent crawls too, but its steps do not count how many there have been.
# * A step that is divided by the root of a sum or average of squares is bounded: by $\eta$ for AdaGrad, by $\eta / \sqrt{1 - \alpha}$ for RMSprop, by a few $\eta$ for Adam with its usual decays. Such a path can dance, but its steps do not grow from one to the next without end. Gradient descent and momentum have no such bound. (One step can still be too long: with $\alpha = 0.99$ and $\eta = 0.6$ RMSprop's first step is $6$, and it is off the map.)
# * Dividing by its own size makes a gradient of 0.01 as good as one of 10. That is why these three leave the ridge within six steps, while gradient descent needs 43. RMSprop is first, after two steps: its first steps are too long, and here that helps.
# * Rolling over a ridge is luck. Momentum manages it from $\alpha = 0.58$ on. With $\alpha = 0.9$ it ends in the deep minimum, with 0.92 it rolls back into the shallow one. No optimiser of this unit is guaranteed to find the lowest point.
# * RMSprop is restless near the minimum, because there its steps are still about $\eta$ long. After 150 steps in the curved valley its loss is 0.011 with $\eta = 0.1$ and 0.0029 with $\eta = 0.05$. In practice one lets $\eta$ fall, with the schedules of unit 05.
# * There is no winner for every landscape. "$\eta = 0.1$" means different things to the five. With one $\eta$ for all AdaGrad was last in the ravine; with its best one, about $5$, it is first, and after 60 steps its loss is below $10^{-70}$. So "AdaGrad is slow" was a sentence about $0.1$. The experiment of this unit runs such a fair race for descent and momentum.
#
# </details>

# %% [markdown] lang="ru" key="figure-answers" of="4de51c55"
# ### Что показывает гонка
#
# <details><summary>Ответы</summary>
#
# * В овраге последний — AdaGrad. На его пути вдоль оврага градиент только уменьшается, поэтому шаг номер $k$ не длиннее $\eta / \sqrt{k}$. За 60 шагов $w_0$ не уйдёт дальше чем на $0.1 \cdot (1 + 1/\sqrt{2} + \ldots + 1/\sqrt{60}) = 1.41$, а до минимума 4. Градиентный спуск тоже ползёт, но его шаги хотя бы не зависят от того, сколько их уже было.
# * Шаг, делённый на корень из суммы или среднего квадратов, ограничен: у AdaGrad числом $\eta$, у RMSprop числом $\eta / \sqrt{1 - \alpha}$, у Adam с обычными коэффициентами — несколькими $\eta$. Такой путь может плясать, но его шаги не растут один за другим без конца. У градиентного спуска и метода моментов такой границы нет. (И один шаг бывает слишком длинным: при $\alpha = 0.99$ и $\eta = 0.6$ первый шаг RMSprop равен $6$, и он сразу улетает с карты.)
# * Если градиент поделён на собственный размер, 0.01 ничем не хуже 10. Поэтому эти трое уходят с гребня не позже шестого шага, а градиентному спуску нужно 43. Первым, за два шага, уходит RMSprop: его первые шаги слишком длинные, и здесь это кстати.
# * Перекатиться через гребень — это везение. Методу моментов это удаётся начиная с $\alpha = 0.58$. При $\alpha = 0.9$ он попадает в глубокий минимум, при 0.92 скатывается обратно в мелкий. Ни один оптимизатор этого урока не обязан найти самую низкую точку.
# * RMSprop беспокоен у минимума: его шаги и там длиной около $\eta$. После 150 шагов в кривой долине его потери равны 0.011 при $\eta = 0.1$ и 0.0029 при $\eta = 0.05$. На практике $\eta$ постепенно уменьшают — по расписаниям шага из урока 05.
# * Победителя на все случаи нет. Для пятерых «$\eta = 0.1$» значит разное. С одной $\eta$ на всех AdaGrad в овраге был последним, а со своей лучшей, около $5$, он первый: через 60 шагов его потери меньше $10^{-70}$. Так что «AdaGrad медленный» — это было сказано о $0.1$. Такую честную гонку для спуска и метода моментов вы проведёте в эксперименте этого урока.
#
# </details>

# %% numbers="figure-answers"
says("1.41", adagrad_reach(0.1, 60))
says("6", 0.6 / (1 - 0.99) ** 0.5)
from course.figures.optimiser_race import RACERS, race, tuning
_tuned = tuning("ravine", 0.9, 0.9, 0.999)
_fair = race("ravine", _tuned.etas, 0.9, 0.9, 0.999).loss[60]
says("5", round(_tuned.etas[RACERS.index("adagrad")]))
holds(0 <= _fair[RACERS.index("adagrad")] < 1e-70 and _fair.argmin() == RACERS.index("adagrad"), "AdaGrad is first")
holds(race("ravine", 0.1, 0.9, 0.9, 0.999).loss[60].argmax() == RACERS.index("adagrad"), "with one rate it is last")


# %% [markdown] lang="en" key="task-effective-step"
# ## Exercises
#
# Replace the line with `raise NotImplementedError` by your code, run the cell, then run the check below it. No function may change its arguments.
#
# ### Exercise 1 · `effective_step`
#
# Warm-up, two minutes: you need this number when you compare learning rates in the experiment.
#
# `effective_step(learning_rate, alpha)` returns the number to which the step of momentum tends under a constant gradient of 1. Both arguments are numbers, $0 \le \alpha < 1$.
#
# Example: `effective_step(0.1, 0.9)` is `1.0` (up to rounding), and `effective_step(0.03, 0.5)` is `0.06`.

# %% [markdown] lang="ru" key="task-effective-step" of="28634954"
# ## Упражнения
#
# Замените строку с `raise NotImplementedError` своим кодом, выполните ячейку, затем проверку под ней. Ни одна функция не должна менять свои аргументы.
#
# ### Упражнение 1 · `effective_step`
#
# Разминка, две минуты: это число понадобится, когда в эксперименте вы будете сравнивать скорости обучения.
#
# `effective_step(learning_rate, alpha)` возвращает число, к которому стремится шаг метода моментов при постоянном градиенте 1. Оба аргумента — числа, $0 \le \alpha < 1$.
#
# Пример: `effective_step(0.1, 0.9)` равно `1.0` (с точностью до округления), а `effective_step(0.03, 0.5)` равно `0.06`.

# %% exercise="effective_step" role="answer"
def effective_step(learning_rate, alpha):
    """Step of momentum under a constant gradient of 1, in the limit of many steps.

    learning_rate: positive number.
    alpha: number from 0 to below 1.
    Returns a number.
    """
    ### BEGIN SOLUTION
    return learning_rate / (1 - alpha)
    ### END SOLUTION


# %% exercise="effective_step" role="test" points=1
check(effective_step)
### BEGIN HIDDEN TESTS
grade(effective_step)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-momentum"
# ### Exercise 2 · `momentum`
#
# The four optimisers of this unit have one form. They do not ask for gradients, they are **shown** them:
#
# * `w0` is the start, an array of shape `(n,)`;
# * `grads` is an array or a list of gradients, one row for each step, shape `(steps, n)`; in both the numbers may be whole ones;
# * the answer holds the weights **after** each step, shape `(steps, n)`. The start is not in it.
#
# `momentum(w0, grads, learning_rate, alpha)` walks with inertia:
#
# $$h_0 = 0, \qquad h_k = \alpha h_{k-1} + \eta g_k, \qquad w^{(k)} = w^{(k-1)} - h_k$$
#
# Example: the start is $(5, 1)$, $\eta = 0.1$, $\alpha = 0.5$.
#
# | gradient | $h$ | weights after the step |
# |---|---|---|
# | (10, 1) | (1, 0.1) | (4, 0.9) |
# | (8, −1) | (1.3, −0.05) | (2.7, 0.95) |
# | (4, 1) | (1.05, 0.075) | (1.65, 0.875) |
#
# So with `w0 = np.array([5.0, 1.0])` and `grads = [[10.0, 1.0], [8.0, -1.0], [4.0, 1.0]]` the call `momentum(w0, grads, 0.1, 0.5)` returns the last column as an array of shape `(3, 2)`.

# %% [markdown] lang="ru" key="task-momentum" of="6727a8a3"
# ### Упражнение 2 · `momentum`
#
# У четырёх оптимизаторов этого урока одинаковая сигнатура. Они не вычисляют градиенты, а получают их **готовыми**:
#
# * `w0` — начало, массив формы `(n,)`;
# * `grads` — массив или список градиентов, по строке на шаг, форма `(steps, n)`; числа там и там бывают и целыми;
# * ответ — веса **после** каждого шага, форма `(steps, n)`. Начала в нём нет.
#
# `momentum(w0, grads, learning_rate, alpha)` идёт с инерцией:
#
# $$h_0 = 0, \qquad h_k = \alpha h_{k-1} + \eta g_k, \qquad w^{(k)} = w^{(k-1)} - h_k$$
#
# Пример: начало $(5, 1)$, $\eta = 0.1$, $\alpha = 0.5$.
#
# | градиент | $h$ | веса после шага |
# |---|---|---|
# | (10, 1) | (1, 0.1) | (4, 0.9) |
# | (8, −1) | (1.3, −0.05) | (2.7, 0.95) |
# | (4, 1) | (1.05, 0.075) | (1.65, 0.875) |
#
# Значит, при `w0 = np.array([5.0, 1.0])` и `grads = [[10.0, 1.0], [8.0, -1.0], [4.0, 1.0]]` вызов `momentum(w0, grads, 0.1, 0.5)` возвращает последний столбец как массив формы `(3, 2)`.

# %% exercise="momentum" role="answer"
def momentum(w0, grads, learning_rate, alpha):
    """Weights after each step of momentum.

    w0: the start, an array of shape (n,).
    grads: the gradients, an array or a list, shape (steps, n).
    learning_rate: positive number.
    alpha: the part of the last step that is kept, from 0 to below 1.
    Returns an array of shape (steps, n).
    """
    ### BEGIN SOLUTION
    w, h, rows = np.array(w0, dtype=float), 0.0, []
    for g in grads:
        h = alpha * h + learning_rate * np.asarray(g)
        w = w - h
        rows.append(w)
    return np.array(rows)
    ### END SOLUTION


# %% exercise="momentum" role="test" points=2
check(momentum)
### BEGIN HIDDEN TESTS
grade(momentum)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-adagrad"
# ### Exercise 3 · `adagrad`
#
# `adagrad(w0, grads, learning_rate, eps=1e-8)` has the same arguments and the same form of answer as exercise 2. In every step each weight first adds the square of its gradient to its own $G$, then moves by $\eta g / \sqrt{G + \varepsilon}$ against the gradient. $G$ starts at 0.
#
# A weight that has seen nothing but zeros stays where it is. Whether $\varepsilon$ stands under the root or beside it is up to you; its value is that of the argument `eps`.
#
# Example, the numbers of the table above: with the start $(5, 1)$, gradients $(3, -0.3)$ and $(4, -0.4)$ and $\eta = 0.1$ the answer is `array([[4.9, 1.1], [4.82, 1.18]])` (up to tiny traces of $\varepsilon$).

# %% [markdown] lang="ru" key="task-adagrad" of="d36c1864"
# ### Упражнение 3 · `adagrad`
#
# У `adagrad(w0, grads, learning_rate, eps=1e-8)` те же аргументы и тот же вид ответа, что в упражнении 2. На каждом шаге каждый вес сначала прибавляет квадрат своего градиента к своему $G$, потом сдвигается на $\eta g / \sqrt{G + \varepsilon}$ против градиента. $G$ начинается с 0.
#
# Вес, который видел одни нули, стоит на месте. Стоять ли $\varepsilon$ под корнем или рядом с ним, решаете вы; а значение берите из аргумента `eps`.
#
# Пример с числами из таблицы выше: при начале $(5, 1)$, градиентах $(3, -0.3)$ и $(4, -0.4)$ и $\eta = 0.1$ ответ — `array([[4.9, 1.1], [4.82, 1.18]])` (с точностью до крошечных следов $\varepsilon$).

# %% exercise="adagrad" role="answer"
def adagrad(w0, grads, learning_rate, eps=1e-8):
    """Weights after each step of AdaGrad.

    w0: the start, an array of shape (n,).
    grads: the gradients, an array or a list, shape (steps, n).
    learning_rate: positive number.
    eps: the guard against dividing by 0.
    Returns an array of shape (steps, n).
    """
    ### BEGIN SOLUTION
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads, dtype=float):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)
    ### END SOLUTION


# %% exercise="adagrad" role="test" points=2
check(adagrad)
### BEGIN HIDDEN TESTS
grade(adagrad)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-adagrad-reach"
# ### Exercise 4 · `adagrad_reach`
#
# `adagrad_reach(learning_rate, n_steps)` returns the distance that AdaGrad walks in `n_steps` steps when the gradient is always the same, not zero, and $\varepsilon$ is forgotten. Add up the steps exactly; the rule of thumb $2 \eta \sqrt{n}$ is not precise enough.
#
# Example: `adagrad_reach(0.1, 4)` is `0.27845` (rounded), the number of the reading times 0.1. With 0 steps the distance is 0.

# %% [markdown] lang="ru" key="task-adagrad-reach" of="63caf2b3"
# ### Упражнение 4 · `adagrad_reach`
#
# `adagrad_reach(learning_rate, n_steps)` возвращает расстояние, которое AdaGrad проходит за `n_steps` шагов, если градиент всё время один и тот же, не ноль, а про $\varepsilon$ забыли. Сложите шаги точно; прикидки $2 \eta \sqrt{n}$ не хватит.
#
# Пример: `adagrad_reach(0.1, 4)` равно `0.27845` (округлённо), это число из текста, умноженное на 0.1. За 0 шагов расстояние равно 0.

# %% exercise="adagrad_reach" role="answer"
def adagrad_reach(learning_rate, n_steps):
    """Distance that AdaGrad walks under a constant gradient that is not 0; eps is ignored.

    learning_rate: positive number.
    n_steps: number of steps, 0 or more.
    Returns a number.
    """
    ### BEGIN SOLUTION
    return sum(learning_rate / math.sqrt(k) for k in range(1, n_steps + 1))
    ### END SOLUTION


# %% exercise="adagrad_reach" role="test" points=1
check(adagrad_reach)
### BEGIN HIDDEN TESTS
grade(adagrad_reach)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-rmsprop"
# ### Exercise 5 · `rmsprop`
#
# `rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8)` is AdaGrad with another $G$: it becomes $\alpha G + (1 - \alpha) g^2$ in every step, starting at 0, and is updated before the weights move. Do not correct the first steps: only Adam does that. What exercise 3 says about $\varepsilon$ and zeros holds here too.
#
# Example: with the start $(5, 1)$, gradients $(3, -0.6)$ and $(4, 0.8)$ and $\eta = 0.1$ the first $G$ is $(0.9, 0.036)$, and $(0.31623, -0.31623)$ is subtracted from the weights. The answer is `array([[4.68377, 1.31623], [4.42611, 1.05857]])` (rounded).

# %% [markdown] lang="ru" key="task-rmsprop" of="d33e441c"
# ### Упражнение 5 · `rmsprop`
#
# `rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8)` — это AdaGrad с другим $G$: на каждом шаге оно становится равным $\alpha G + (1 - \alpha) g^2$, начинается с 0 и обновляется раньше, чем сдвинутся веса. Первые шаги не исправляйте: поправка есть только у Adam. Сказанное в упражнении 3 об $\varepsilon$ и нулях верно и здесь.
#
# Пример: при начале $(5, 1)$, градиентах $(3, -0.6)$ и $(4, 0.8)$ и $\eta = 0.1$ первое $G$ равно $(0.9, 0.036)$, и из весов вычитается $(0.31623, -0.31623)$. Ответ — `array([[4.68377, 1.31623], [4.42611, 1.05857]])` (округлённо).

# %% exercise="rmsprop" role="answer"
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    """Weights after each step of RMSprop.

    w0: the start, an array of shape (n,).
    grads: the gradients, an array or a list, shape (steps, n).
    learning_rate: positive number.
    alpha: the part of the old average that is kept.
    eps: the guard against dividing by 0.
    Returns an array of shape (steps, n).
    """
    ### BEGIN SOLUTION
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)
    ### END SOLUTION


# %% exercise="rmsprop" role="test" points=2
check(rmsprop)
### BEGIN HIDDEN TESTS
grade(rmsprop)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-bias-factor"
# ### Exercise 6 · `bias_factor`
#
# Warm-up for the next exercise, two minutes.
#
# A constant $c$ is averaged by $a_t = \beta a_{t-1} + (1 - \beta) c$ with $a_0 = 0$. `bias_factor(beta, t)` returns $a_t / c$, the share of the true value that the average has reached at step $t$. Here $0 < \beta < 1$, and `t` is a whole number from 1 upwards.
#
# Example: `bias_factor(0.9, 2)` is `0.19` (up to rounding). The table of the reading has more.

# %% [markdown] lang="ru" key="task-bias-factor" of="3a42df9d"
# ### Упражнение 6 · `bias_factor`
#
# Разминка перед следующим упражнением, две минуты.
#
# Постоянную $c$ усредняют по правилу $a_t = \beta a_{t-1} + (1 - \beta) c$ при $a_0 = 0$. `bias_factor(beta, t)` возвращает $a_t / c$ — какую долю верного значения составляет среднее на шаге $t$. Здесь $0 < \beta < 1$, а `t` — целое число от 1 и больше.
#
# Пример: `bias_factor(0.9, 2)` равно `0.19` (с точностью до округления). Другие числа есть в таблице из текста.

# %% exercise="bias_factor" role="answer"
def bias_factor(beta, t):
    """Factor by which the average of a constant, started at 0, is too small at step t.

    beta: the part of the old average that is kept, between 0 and 1.
    t: step number, 1 or more.
    Returns a number.
    """
    ### BEGIN SOLUTION
    return 1 - beta**t
    ### END SOLUTION


# %% exercise="bias_factor" role="test" points=1
check(bias_factor)
### BEGIN HIDDEN TESTS
grade(bias_factor)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-adam"
# ### Exercise 7 · `adam`
#
# `adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8)` in the form of the other three, with both bias corrections. The first step has the number $t = 1$. For $\varepsilon$ and zeros see exercise 3.
#
# Example: with the start $(5, 1)$, $\eta = 0.1$ and the gradients $(3, -0.6)$, $(4, 0.8)$, $(-2, 0.4)$ the answer is, rounded,
#
# | $t$ | weight 0 | weight 1 |
# |---|---|---|
# | 1 | 4.9 | 1.1 |
# | 2 | 4.80027 | 1.08065 |
# | 3 | 4.75243 | 1.04302 |
#
# The first step is 0.1 long for both weights, though their gradients differ by a factor of five. Keep $m$ and $v$ as they are for the next step; the corrected values are used once and dropped.

# %% [markdown] lang="ru" key="task-adam" of="9af6e02e"
# ### Упражнение 7 · `adam`
#
# `adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8)` — в том же виде, что три предыдущих, с обеими поправками на смещение. Номер первого шага — $t = 1$. Об $\varepsilon$ и нулях сказано в упражнении 3.
#
# Пример: при начале $(5, 1)$, $\eta = 0.1$ и градиентах $(3, -0.6)$, $(4, 0.8)$, $(-2, 0.4)$ ответ, округлённо,
#
# | $t$ | вес 0 | вес 1 |
# |---|---|---|
# | 1 | 4.9 | 1.1 |
# | 2 | 4.80027 | 1.08065 |
# | 3 | 4.75243 | 1.04302 |
#
# Первый шаг у обоих весов длиной 0.1, хотя их градиенты отличаются в пять раз. Сами $m$ и $v$ переходят к следующему шагу без изменений; исправленные значения используют один раз и выбрасывают.

# %% exercise="adam" role="answer"
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    """Weights after each step of Adam, with bias correction.

    w0: the start, an array of shape (n,).
    grads: the gradients, an array or a list, shape (steps, n).
    learning_rate: positive number.
    beta1, beta2: decays of the average gradient and of the average squared gradient.
    eps: the guard against dividing by 0.
    Returns an array of shape (steps, n).
    """
    ### BEGIN SOLUTION
    w, m, v, rows = np.array(w0, dtype=float), 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - learning_rate * m_hat / (np.sqrt(v_hat) + eps)
        rows.append(w)
    return np.array(rows)
    ### END SOLUTION


# %% exercise="adam" role="test" points=3
check(adam)
### BEGIN HIDDEN TESTS
grade(adam)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-minimise"
# ### Exercise 8 (a stretch) · `minimise`
#
# Your optimisers are shown gradients. On a real landscape the next gradient is known only after the step. `minimise(optimiser, grad, w0, n_steps, **hyper)` brings the two together and returns the path: an array of shape `(n_steps + 1, n)`, with `w0` first.
#
# * `grad(w)` gives the gradient at `w`, both of shape `(n,)`.
# * `optimiser(w0, grads, **hyper)` is **any** function of the form of exercises 2, 3, 5 and 7. Its `grads` is a list or an array of all gradients so far, one for each step.
# * `**hyper` are the optimiser's own hyper-parameters, by name, as in `minimise(momentum, ravine.grad, w0, 60, learning_rate=0.1, alpha=0.9)`. Pass them on with the same two stars.
#
# The optimiser has a memory, but it does not hand it out. So let it walk again: after each new gradient give it the whole list **from the start** and take the weights after the last step. This repeats a lot of work, and that is all right here.
#
# Example by hand, with momentum, $\eta = 0.1$, $\alpha = 0.5$, $\nabla Q(w) = 2w$ and the start 5. The gradient at 5 is 10, and momentum shown (10) ends at 4. The gradient at 4 is 8, and momentum shown (10, 8) ends at 2.7. The path is 5, 4, 2.7.
#
# The check below uses two other small optimisers with a memory, not yours. One of them takes hyper-parameters, and the check gives them by name.

# %% [markdown] lang="ru" key="task-minimise" of="b403903d"
# ### Упражнение 8 (повышенной сложности) · `minimise`
#
# Вашим оптимизаторам градиенты показывают. А на настоящей поверхности следующий градиент известен только после шага. `minimise(optimiser, grad, w0, n_steps, **hyper)` сводит их вместе и возвращает путь: массив формы `(n_steps + 1, n)`, первым идёт `w0`.
#
# * `grad(w)` даёт градиент в точке `w`, форма того и другого `(n,)`.
# * `optimiser(w0, grads, **hyper)` — **любая** функция того же вида, что в упражнениях 2, 3, 5 и 7. Её `grads` — список или массив всех градиентов с начала пути, по одному на шаг.
# * `**hyper` — собственные гиперпараметры оптимизатора, по именам, как в `minimise(momentum, ravine.grad, w0, 60, learning_rate=0.1, alpha=0.9)`. Передавайте их дальше с теми же двумя звёздочками.
#
# Память у оптимизатора есть, но он её не отдаёт. Значит, пусть пройдёт заново: после каждого нового градиента дайте ему весь список **с самого начала** и возьмите веса после последнего шага. Работа многократно повторяется, но здесь это не беда.
#
# Пример вручную: метод моментов, $\eta = 0.1$, $\alpha = 0.5$, $\nabla Q(w) = 2w$ и начало 5. Градиент в точке 5 равен 10, и метод моментов, увидев (10), приходит в 4. Градиент в точке 4 равен 8, и метод моментов, увидев (10, 8), приходит в 2.7. Путь — 5, 4, 2.7.
#
# Проверка ниже берёт два других маленьких оптимизатора с памятью, не ваши. У одного из них есть гиперпараметры, и проверка передаёт их по именам.

# %% exercise="minimise" role="answer"
def minimise(optimiser, grad, w0, n_steps, **hyper):
    """Path of an optimiser on a landscape.

    optimiser: function (w0, grads, **hyper) -> weights after each step.
        grads is a list or an array of the gradients so far, shape (k, n).
    grad: function of the weights, returns the gradient; both of shape (n,).
    w0: the start, an array of shape (n,).
    n_steps: number of steps, 0 or more.
    hyper: passed on to the optimiser by name.
    Returns an array of shape (n_steps + 1, n); its first row is w0.
    """
    ### BEGIN SOLUTION
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(np.asarray(grad(path[-1])))
        path.append(optimiser(w0, np.array(seen), **hyper)[-1])
    return np.array(path)
    ### END SOLUTION


# %% exercise="minimise" role="test" points=3
check(minimise)
### BEGIN HIDDEN TESTS
grade(minimise)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="own-race"
# ### Run your own race
#
# When everything is solved, open a new cell and let your optimisers run where the figure ran them. Your numbers must agree with its sentence.
#
# ```python
# land = LANDSCAPES["ravine"]
# path = minimise(adam, land.grad, np.array(land.start), 60, learning_rate=0.1)
# print(land.loss(path)[[0, 20, 40, 60]])
# ```

# %% [markdown] lang="ru" key="own-race" of="8ab18368"
# ### Своя гонка
#
# Когда всё решено, откройте новую ячейку и пустите свои оптимизаторы там же, где они бежали на рисунке. Ваши числа должны совпасть с тем, что написано под ним.
#
# ```python
# land = LANDSCAPES["ravine"]
# path = minimise(adam, land.grad, np.array(land.start), 60, learning_rate=0.1)
# print(land.loss(path)[[0, 20, 40, 60]])
# ```

# %% [markdown] lang="en" key="task-fewest-steps"
# ### Experiment · `fewest_steps`
#
# The race of the figure is unfair: the same $\eta$ means something else to each. Let everybody have their best $\eta$. After 60 steps on the ravine AdaGrad, the last at $\eta = 0.1$, is the first with $\eta = 1$: its loss is $1.3 \cdot 10^{-9}$. The best that plain descent reaches with any of $0.01, 0.02, \ldots, 0.49$ is about 0.002.
#
# How much does **tuned** inertia help, and does the help grow with the trouble? Take a ravine that is $\kappa$ times as curved across as along:
#
# $$Q(w) = \frac{w_0^2 + \kappa \, w_1^2}{2}, \qquad \nabla Q(w) = (w_0, \; \kappa \, w_1)$$
#
# **Say first:** $\kappa$ becomes ten times as large. How many times as many steps does plain descent need with its best $\eta$? And momentum with its best $\eta$ and $\alpha$?
#
# `fewest_steps(kappa, alpha, rates, n_max)` runs momentum (with $\alpha = 0$ it is plain descent) once for each learning rate in the list `rates`. Every run starts at $w = (1, 1)$ with $h = 0$ and has arrived when **both** $|w_0| \le 0.01$ and $|w_1| \le 0.01$. It returns the smallest number of steps with which a rate has arrived. If none arrives within `n_max` steps, the answer is `math.inf`.
#
# Walk step by step; do not use `minimise`, which repeats too much work. A rate that is too large flies away and simply does not arrive.
#
# Example: `fewest_steps(10.0, 0.0, [0.05, 0.18, 0.1], 100)` is `24`, from the rate 0.18. `fewest_steps(10.0, 0.0, [0.3], 100)` is `inf`.

# %% [markdown] lang="ru" key="task-fewest-steps" of="9c1d7f81"
# ### Эксперимент · `fewest_steps`
#
# Гонка на рисунке нечестная: одна и та же $\eta$ для каждого значит своё. Дадим каждому его лучшую $\eta$. После 60 шагов по оврагу AdaGrad, последний при $\eta = 0.1$, становится первым при $\eta = 1$: его потери равны $1.3 \cdot 10^{-9}$. Лучшее, чего достигает обычный спуск с какой-нибудь из скоростей $0.01, 0.02, \ldots, 0.49$, — около 0.002.
#
# Насколько помогает **настроенная** инерция и растёт ли помощь вместе с бедой? Возьмём овраг, который поперёк искривлён в $\kappa$ раз сильнее, чем вдоль:
#
# $$Q(w) = \frac{w_0^2 + \kappa \, w_1^2}{2}, \qquad \nabla Q(w) = (w_0, \; \kappa \, w_1)$$
#
# **Предскажите:** $\kappa$ стало в десять раз больше. Во сколько раз больше шагов нужно обычному спуску с лучшей для него $\eta$? А методу моментов с лучшими $\eta$ и $\alpha$?
#
# `fewest_steps(kappa, alpha, rates, n_max)` запускает метод моментов (при $\alpha = 0$ это обычный спуск) по одному разу для каждой скорости обучения из списка `rates`. Каждый раз он стартует в $w = (1, 1)$ с $h = 0$ и считается дошедшим, когда **и** $|w_0| \le 0.01$, **и** $|w_1| \le 0.01$. Функция возвращает наименьшее число шагов, за которое какая-нибудь скорость дошла. Если за `n_max` шагов не дошла ни одна, ответ — `math.inf`.
#
# Идите шаг за шагом и не берите `minimise`: он слишком много раз повторяет одно и то же. Слишком большая скорость улетает и просто не доходит.
#
# Пример: `fewest_steps(10.0, 0.0, [0.05, 0.18, 0.1], 100)` равно `24`, это скорость 0.18. `fewest_steps(10.0, 0.0, [0.3], 100)` равно `inf`.

# %% numbers="task-fewest-steps"

says("1.3·10⁻⁹", race("ravine", 1.0, 0.9, 0.9, 0.999).loss[60, RACERS.index("adagrad")])
_plain = [race("ravine", n / 100, 0.9, 0.9, 0.999).loss[60, 0] for n in range(1, 50)]
says("0.002", np.nanmin(_plain))
says("24", fewest_steps(10.0, 0.0, [0.05, 0.18, 0.1], 100))
holds(fewest_steps(10.0, 0.0, [0.3], 100) == math.inf, "a rate that is too large does not arrive")


# %% exercise="fewest_steps" role="answer"
def fewest_steps(kappa, alpha, rates, n_max):
    """Steps of momentum on the ravine (w0**2 + kappa * w1**2) / 2, the best of several rates.

    kappa: positive number.
    alpha: the part of the last step that is kept, from 0 to below 1.
    rates: the learning rates to try, a list of positive numbers.
    n_max: the most steps that a run may make.
    Returns the smallest number of steps from (1, 1) to |w0| <= 0.01 and |w1| <= 0.01, or math.inf.
    """
    ### BEGIN SOLUTION
    best = math.inf
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1.0, kappa]) * w
            w = w - h
            if np.all(np.abs(w) <= 0.01):
                best = min(best, k)
                break
    return best
    ### END SOLUTION


# %% exercise="fewest_steps" role="test" points=3
check(fewest_steps)
### BEGIN HIDDEN TESTS
grade(fewest_steps)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="tuned-race-ask"
# The next cell runs the race for three ravines. For each $\alpha$ it tries eight rates up to the largest that does not fly away, $2 (1 + \alpha) / \kappa$. Was your prediction right?

# %% [markdown] lang="ru" key="tuned-race-ask" of="306aa178"
# Следующая ячейка проводит гонку в трёх оврагах. Для каждого $\alpha$ она пробует восемь скоростей вплоть до наибольшей, которая ещё не улетает: $2 (1 + \alpha) / \kappa$. Сбылось ли ваше предсказание?

# %% key="tuned-race-run"
parts = np.array([0.25, 0.5, 0.75, 0.85, 0.9, 0.95, 0.975, 0.995])
try:
    for kappa in (10, 100, 1000):
        counts = {
            a: fewest_steps(kappa, a, parts * 2 * (1 + a) / kappa, 4000)
            for a in (0.0, 0.3, 0.5, 0.7, 0.9)
        }
        best = min(counts, key=counts.get)
        print(f"κ = {kappa:4}   α = 0: {counts[0.0]:4}   α = {best}: {counts[best]:2}   {counts}")
except NotImplementedError:
    print(plots.say(en="Solve this first: fewest_steps", ru="Сначала решите: fewest_steps"))

# %% [markdown] lang="en" key="tuned-race-read"
# <details><summary>What came out, and why</summary>
#
# | $\kappa$ | 10 | 100 | 1000 |
# |---|---|---|---|
# | plain descent, best $\eta$ | 24 | 234 | 2312 |
# | momentum, best $\eta$ and $\alpha$ | 9 | 29 | 71 |
# | the best $\alpha$ of the five | 0.3 | 0.7 | 0.9 |
#
# Ten times the $\kappa$ costs plain descent ten times the steps, momentum only about three times as many: $\kappa$ against $\sqrt{\kappa}$, and $\sqrt{10} = 3.16$.
#
# **Plain descent.** The steep direction allows at most $\eta = 2 / \kappa$. With about this $\eta$ the flat direction is multiplied by $1 - 2 / \kappa$ in each step. To shrink it to one hundredth takes about $\kappa \ln(100) / 2$ steps, that is $2.3 \, \kappa$.
#
# **Momentum.** In one direction of curvature $\lambda$ two steps are linked by $w_{k+1} = (1 + \alpha - \eta \lambda) \, w_k - \alpha \, w_{k-1}$. Try $w_k = r^k$: then $r^2 - (1 + \alpha - \eta \lambda) \, r + \alpha = 0$, and the two solutions have the product $\alpha$. Where they are complex, both have the size $\sqrt{\alpha}$, **whatever $\lambda$ is**.
# So every direction between the flattest and the steepest shrinks equally fast. The smallest $\alpha$ that makes all of them complex has $\sqrt{\alpha} = \frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}$, which is about $1 - 2 / \sqrt{\kappa}$. The place of $\kappa$ is taken by $\sqrt{\kappa}$. For $\kappa = 1000$ this $\alpha$ is 0.881.
#
# Inertia without tuning can harm: with $\alpha = 0.9$ the mildest ravine takes 55 steps, more than twice as many as without inertia.
#
# </details>

# %% [markdown] lang="ru" key="tuned-race-read" of="40983bfe"
# <details><summary>Что получилось и почему</summary>
#
# | $\kappa$ | 10 | 100 | 1000 |
# |---|---|---|---|
# | обычный спуск, лучшая $\eta$ | 24 | 234 | 2312 |
# | метод моментов, лучшие $\eta$ и $\alpha$ | 9 | 29 | 71 |
# | лучшее $\alpha$ из пяти | 0.3 | 0.7 | 0.9 |
#
# Когда $\kappa$ растёт в десять раз, обычному спуску нужно вдесятеро больше шагов, а методу моментов — примерно втрое: $\kappa$ против $\sqrt{\kappa}$, а $\sqrt{10} = 3.16$.
#
# **Обычный спуск.** Крутое направление допускает самое большее $\eta = 2 / \kappa$. Примерно при такой $\eta$ пологое направление на каждом шаге умножается на $1 - 2 / \kappa$. Чтобы сжать его в сто раз, нужно около $\kappa \ln(100) / 2$ шагов, то есть $2.3 \, \kappa$.
#
# **Метод моментов.** В направлении с кривизной $\lambda$ соседние шаги связаны так: $w_{k+1} = (1 + \alpha - \eta \lambda) \, w_k - \alpha \, w_{k-1}$. Подставим $w_k = r^k$: тогда $r^2 - (1 + \alpha - \eta \lambda) \, r + \alpha = 0$, и произведение двух корней равно $\alpha$. Если корни комплексные, модуль обоих равен $\sqrt{\alpha}$, **каким бы ни было $\lambda$**.
# Значит, все направления от самого пологого до самого крутого сжимаются одинаково быстро. Наименьшее $\alpha$, при котором корни комплексные во всех направлениях, находится из $\sqrt{\alpha} = \frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}$, а это около $1 - 2 / \sqrt{\kappa}$. Место $\kappa$ заняло $\sqrt{\kappa}$. Для $\kappa = 1000$ это $\alpha$ равно 0.881.
#
# Ненастроенная инерция может и повредить: при $\alpha = 0.9$ в самом мелком овраге нужно 55 шагов, больше чем вдвое против спуска без инерции.
#
# </details>

# %% numbers="tuned-race-read"
_parts = [0.25, 0.5, 0.75, 0.85, 0.9, 0.95, 0.975, 0.995]
_alphas = (0.0, 0.3, 0.5, 0.7, 0.9)


def _counts(kappa):
    return {a: fewest_steps(kappa, a, [c * 2 * (1 + a) / kappa for c in _parts], 4000) for a in _alphas}


for _kappa, _slow, _fast, _best in ((10, "24", "9", "0.3"), (100, "234", "29", "0.7"), (1000, "2312", "71", "0.9")):
    _found = _counts(_kappa)
    says(_slow, _found[0.0])
    says(_fast, min(_found.values()))
    says(_best, min(_found, key=_found.get))
says("55", _counts(10)[0.9])
says("3.16", 10**0.5)
says("2.3", np.log(100) / 2)
says("0.881", ((1000**0.5 - 1) / (1000**0.5 + 1)) ** 2)


# %% [markdown] lang="en" key="question"
# ## In your own words
#
# A friend trains a model. With plain gradient descent the loss falls very slowly, so he switches to AdaGrad with the same $\eta$. The first steps are fine, after a thousand it hardly moves. He replaces AdaGrad by RMSprop, still with the same $\eta$, and now the loss jumps about near the end. "I shall simply take Adam," he says, "it averages squares of gradients in $m$, and it always wins."
#
# Explain to him in five to eight sentences: why AdaGrad slowed down; why RMSprop jumps near the minimum and what would help; what $m$ and $v$ really are and why they are divided by $1 - \beta^t$; and whether Adam always wins. Use at least two numbers from this unit.
#
# A person reads this answer, not a program. Write it in the cell below.

# %% [markdown] lang="ru" key="question" of="ec9b76cc"
# ## Своими словами
#
# Приятель обучает модель. При обычном градиентном спуске потери падают очень медленно, и он переходит на AdaGrad с той же $\eta$. Первые шаги хороши, а через тысячу всё почти стоит. Он меняет AdaGrad на RMSprop, снова с той же $\eta$, и теперь под конец потери скачут. «Возьму-ка просто Adam, — говорит он, — он усредняет в $m$ квадраты градиентов и всегда побеждает».
#
# Объясните ему в пяти–восьми предложениях: почему замедлился AdaGrad; почему RMSprop скачет у минимума и что поможет; что такое $m$ и $v$ на самом деле и зачем их делят на $1 - \beta^t$; и всегда ли побеждает Adam. Приведите хотя бы два числа из этого урока.
#
# Этот ответ читает человек, а не программа. Пишите в ячейке ниже.

# %% [markdown] question="own-words" points=4
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the four; half points are allowed. Without any number from the unit take half a point off the total.
#
# 1. AdaGrad: G adds up all squared gradients and never decreases, so the steps shrink (like η/√k under a constant
#    gradient: 18.6 η after 100 steps, 198.5 η after 10 000). "It becomes slow" without G: half a point.
# 2. RMSprop: it forgets, so its steps near the minimum stay about η long however small the gradient is. A smaller
#    or a falling η helps (a falling one is best). Blaming ε is wrong. Half a point for the reason, half for the remedy.
# 3. m averages the gradients, v their squares: the friend has swapped them. Both start at 0 and are too small
#    by the factor 1 − βᵗ (0.1, 0.19, … for β = 0.9), and v much longer than m, so without correction the first steps are
#    too long (3.16 η, 4.25 η, …). Half a point for what they are, half for the correction.
# 4. No: an example from the race (momentum rolls over the ridge where Adam with η = 0.1 stays in the shallow minimum;
#    RMSprop is ahead in the ravine after 60 steps; each needs its own η). "It depends" without an example: half a point.
#
# По одному баллу за каждый из четырёх пунктов, можно ставить половину. Если нет ни одного числа из урока, снимите с
# суммы половину балла.
#
# 1. AdaGrad: G складывает все квадраты градиентов и не убывает, поэтому шаги укорачиваются (при постоянном градиенте как
#    η/√k: 18.6 η за 100 шагов, 198.5 η за 10 000). «Становится медленным» без G — половина балла.
# 2. RMSprop забывает, поэтому и у минимума его шаги длиной около η, как бы мал ни был градиент. Помогает меньшая или
#    убывающая η (лучше убывающая). Винить ε неверно. Половина балла за причину, половина за средство.
# 3. m усредняет градиенты, v — их квадраты: приятель их перепутал. Оба начинают с 0 и занижены множителем
#    1 − βᵗ (0.1, 0.19, … при β = 0.9), причём v намного дольше, чем m, так что без поправки первые шаги слишком длинные
#    (3.16 η, 4.25 η, …). Половина балла за то, что это такое, половина за поправку.
# 4. Нет: пример из гонки (метод моментов перекатывается через гребень, а Adam при η = 0.1 остаётся в мелком минимуме;
#    в овраге после 60 шагов впереди RMSprop; каждому нужна своя η). «Когда как» без примера — половина балла.
# ### END MARK SCHEME

# %% [markdown] lang="en" key="slides"
# ## What the lecture slides say differently
#
# For those who have the slides open: where the lectures and this notebook differ, and why. Without them, go on to the summary.
#
# ### A slip of the lecture: a sum, not an average
#
# Lecture 2 calls momentum's $h$ an averaging of the gradient over the previous steps. It is a fading sum: for $\alpha = 0.9$ its weights add up to 10.
# Under a constant gradient and with $\eta = 0.1$ the step grows from $0.1$ to $1$ times the gradient. The same lecture leaves $\eta$ out of a step; see unit 04.
#
# ### Squares of gradients, not of updates
#
# * AdaGrad: the heading says "sum of squared updates". The formulas add squared gradients; the updates contain $\eta$, the sum does not. The gradients 3 and 4 give $G = 25$ for any $\eta$.
# * AdaGrad: $G$ is said to increase. It never decreases: the gradients 3, 4, 0 give 9, 25, 25.
# * RMSprop: "exponential decay of the gradients". It is their squares that decay. With $\alpha = 0.9$ and the gradients 1, 0 the second step is exactly 0.
#
# ### Adam: captions, bias and friction
#
# * The two captions that you have put right stand on the slide "Adam" of lecture 4. Its formulas are right.
# * The slide says that there is a bias "in their direction". It is a bias towards zero.
# * It writes $\theta$ for the weights and numbers them one higher; the rule is the same.
# * It calls Adam a heavy ball with friction. Momentum's ball has friction too: $\alpha = 0.9$ takes a tenth of its step on level ground.

# %% [markdown] lang="ru" key="slides" of="63726e7c"
# ## Что на слайдах лекций иначе
#
# Для тех, у кого слайды под рукой: в чём лекции и эта тетрадь расходятся и почему. Если слайдов нет, переходите к итогам.
#
# ### Неточность лекции: сумма, а не среднее
#
# В лекции 2 инерция $h$ названа усреднением градиента по предыдущим шагам. Это затухающая сумма: при $\alpha = 0.9$ её веса дают в сумме 10.
# При постоянном градиенте и $\eta = 0.1$ шаг вырастает с $0.1$ до $1$ градиента. В той же лекции есть шаг без $\eta$; об этом урок 04.
#
# ### Квадраты градиентов, а не обновлений
#
# * AdaGrad: в заголовке стоит «сумма квадратов обновлений». Формулы складывают квадраты градиентов; в обновлении есть $\eta$, в этой сумме её нет. Градиенты 3 и 4 дают $G = 25$ при любой $\eta$.
# * AdaGrad: сказано, что $G$ возрастает. Точнее, не убывает: градиенты 3, 4, 0 дают 9, 25, 25.
# * RMSprop: «экспоненциальное затухание градиентов». Затухают их квадраты. При $\alpha = 0.9$ и градиентах 1, 0 второй шаг равен ровно 0.
#
# ### Adam: подписи, смещение и трение
#
# * Две подписи, которые вы исправили, стоят на слайде «Adam» лекции 4. Формулы на нём верны.
# * На слайде сказано, что появляется сдвиг «в их сторону». Это сдвиг к нулю.
# * Веса там обозначены $\theta$, а их номера на единицу больше; правило то же самое.
# * Adam там назван мячиком с трением. Но трение есть и у шара из метода моментов: $\alpha = 0.9$ на ровном месте отнимает десятую часть шага.

# %% numbers="slides"
says("10", 1 / (1 - 0.9))
says("0.1", _same[0])
says("1", _same[199])
says("25", 3**2 + 4**2)
_rest = rmsprop(np.zeros(1), np.array([[1.0], [0.0]]), 0.1, 0.9)[:, 0]
holds(_rest[-1] == _rest[-2] != 0, "RMSprop's second step is exactly 0")


# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. Momentum adds up fading gradients: it is a sum, and its effective step is $\eta / (1 - \alpha)$.
# 2. AdaGrad divides each weight's step by the root of all its squared gradients so far; $G$ never decreases, and under a constant gradient step $k$ is $\eta / \sqrt{k}$ long.
# 3. RMSprop averages the squares and forgets old ones: no dying steps, but restless near the minimum.
# 4. Adam has $m$ for the gradients and $v$ for their squares, both divided by $1 - \beta^t$ because they started at 0.
# 5. Each answers the weakness of the one before, none wins everywhere, and the same $\eta$ means something else to each.
#
# **Next:** unit 10, the neural network. It has many weights on very different scales, and we train it with SGD and with the Adam you have just written.

# %% [markdown] lang="ru" key="summary" of="cc384547"
# ## Итоги
#
# 1. Метод моментов складывает затухающие градиенты: это сумма, и эффективный шаг равен $\eta / (1 - \alpha)$.
# 2. AdaGrad делит шаг каждого веса на корень из суммы квадратов всех его градиентов; $G$ не убывает, и при постоянном градиенте длина шага номер $k$ равна $\eta / \sqrt{k}$.
# 3. RMSprop усредняет квадраты и забывает старые: шаги не угасают, но у минимума нет покоя.
# 4. У Adam есть $m$ для градиентов и $v$ для их квадратов; оба делят на $1 - \beta^t$, потому что они начали с 0.
# 5. Каждый устраняет недостаток предыдущего, но везде не побеждает никто, и одна и та же $\eta$ для каждого значит своё.
#
# **Дальше:** урок 10, нейронная сеть. Весов в ней много, и масштабы у них очень разные. Обучать её будем методом SGD и тем самым Adam, который вы только что написали.
