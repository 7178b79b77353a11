# %% [markdown] lang="en" key="goal"
# # A neural network
#
# ## Goal
#
# After this unit you can
#
# * say what a **neural network** (нейронная сеть) with one hidden layer computes, and count its parameters;
# * write its forward pass, all four of its gradients and its training yourself, in a few lines each;
# * explain why a network without an activation is only one linear layer, and why one that starts from zeros never learns.
#
# **Time:** about 95 minutes. Reading takes 35, the figure 5, the exercises and the experiment 50, the written question 5.
# There is a good place to stop halfway. The exercise called a stretch may take ten minutes more.
#
# **Lectures:** lecture 4: "Logistic regression is also a neural network", multi-class, several layers, activation
# functions, the learning task, MSE and its derivative, SGD. Adam has unit 09 to itself.
#
# **You need:** the slope of tanh (unit 03), the backward pass (unit 07), the sigmoid and softmax as probabilities
# (unit 08). Your own `d_activation`, `gradient_check`, `adam` and `minimise` will be used where they are ready.

# %% [markdown] lang="ru" key="goal" of="910167bf"
# # Нейронная сеть
#
# ## Цель
#
# После этого урока вы сможете
#
# * сказать, что вычисляет **нейронная сеть** (neural network) с одним скрытым слоем, и посчитать её параметры;
# * сами написать её прямой проход, все четыре градиента и обучение, по нескольку строк на каждое;
# * объяснить, почему сеть без функции активации — всего лишь один линейный слой и почему сеть, начавшая с нулей, ничему не учится.
#
# **Время:** около 95 минут. Чтение — 35, рисунок — 5, упражнения и эксперимент — 50, письменный вопрос — 5.
# На полпути есть где сделать перерыв. Упражнение повышенной сложности может занять ещё минут десять.
#
# **Лекции:** лекция 4: «Логистическая регрессия — это тоже нейронная сеть», мультикласс, многослойная сеть, функции
# активации, задача обучения, MSE и её производная, SGD. Алгоритму Adam посвящён урок 09.
#
# **Понадобится:** наклон tanh (урок 03), обратный проход (урок 07), сигмоида и softmax как вероятности (урок 08).
# Ваши собственные `d_activation`, `gradient_check`, `adam` и `minimise` пригодятся там, где они готовы.

# %% key="setup"
import matplotlib.pyplot as plt
import numpy as np

from course import check, figures, own, plots

# %% [markdown] lang="en" key="neuron"
# ## You know a neural network already
#
# Take an object with two features, $x = (2, 1)$. The model has the weights $w = (1, -1.5)$ and the shift $c = 0.5$.
# Logistic regression works in two steps:
#
# 1. a sum: $z = c + x_1 w_1 + x_2 w_2 = 0.5 + 2 - 1.5 = 1$;
# 2. a bend: $\sigma(1) = 0.731$, read as a probability.
#
# A sum of inputs with weights, then a function that bends it: that is a **neuron** (нейрон). So the first statement of
# lecture 4 is meant literally: logistic regression **is** a neural network, with one neuron. The number $c$ that was
# called intercept before is called the neuron's **bias** (сдвиг) in this language, and its letter is now $b$. The
# function that bends is the **activation function** (функция активации).
#
# ### Several classes: neurons side by side
#
# With three classes take three neurons, each with weights and a bias of its own. The weights of neuron $j$ stand in
# **column** $j$ of a matrix. For our object $x = (2, 1)$:
#
# $$W = \begin{pmatrix} 1 & 0 & -1 \\ -1.5 & 1 & 0.5 \end{pmatrix}, \qquad b = (0.5, 1, 0), \qquad xW + b = (1, 2, -1.5)$$
#
# These scores are the logits of unit 08. Softmax turns them into probabilities: 0.263, 0.715, 0.022. In a layer like this one
# every neuron sees all the inputs. Such a layer is called **fully connected** (полносвязный). The last layer, which
# fits the task, is called the **head** (голова): softmax for classes, one sigmoid for yes or no, nothing at all for a
# number such as a price.

# %% [markdown] lang="ru" key="neuron" of="81f91ae7"
# ## Одна нейронная сеть вам уже знакома
#
# Возьмём объект с двумя признаками $x = (2, 1)$. У модели веса $w = (1, -1.5)$ и сдвиг $c = 0.5$. Логистическая регрессия
# считает в два действия:
#
# 1. сумма: $z = c + x_1 w_1 + x_2 w_2 = 0.5 + 2 - 1.5 = 1$;
# 2. нелинейность: $\sigma(1) = 0.731$, это читают как вероятность.
#
# Сумма входов с весами, а затем функция, которая её изгибает, — это и есть **нейрон** (neuron). Так что первое
# утверждение лекции 4 надо понимать буквально: логистическая регрессия **и есть** нейронная сеть, из одного нейрона.
# Число $c$, которое раньше называлось свободным членом, на этом языке называется **сдвигом** (bias) нейрона, и буква у него
# теперь $b$. Функция, которая изгибает, — **функция активации** (activation function).
#
# ### Несколько классов: нейроны рядом
#
# Если классов три, возьмём три нейрона, у каждого свои веса и свой сдвиг. Веса нейрона $j$ стоят
# в **столбце** $j$ матрицы. Для нашего объекта $x = (2, 1)$:
#
# $$W = \begin{pmatrix} 1 & 0 & -1 \\ -1.5 & 1 & 0.5 \end{pmatrix}, \qquad b = (0.5, 1, 0), \qquad xW + b = (1, 2, -1.5)$$
#
# Это логиты из урока 08. Softmax превращает их в вероятности: 0.263, 0.715, 0.022. В таком слое каждый нейрон
# видит все входы. Его называют **полносвязным** (fully connected). Последний слой подбирают под задачу, его
# называют **головой** (head): softmax для классов, одна сигмоида для ответа «да или нет», ничего для числа,
# например для цены.

# %% numbers="neuron"
says("1", 0.5 + 2 * 1 + 1 * -1.5)
says("0.731", 1 / (1 + math.exp(-1)))
logits = np.array([2.0, 1.0]) @ np.array([[1, 0, -1], [-1.5, 1, 0.5]]) + np.array([0.5, 1, 0])
for printed, logit in zip(("1", "2", "-1.5"), logits):
    says(printed, logit)
for printed, part in zip(("0.263", "0.715", "0.022"), np.exp(logits) / np.exp(logits).sum()):
    says(printed, part)


# %% [markdown] lang="en" key="xor"
# ## What one neuron cannot do
#
# Two lamps, each off ($-1$) or on ($1$). The answer is "yes" if **exactly one** is on. This task is called **XOR**
# (исключающее «или»).
#
# | $x_1$ | $x_2$ | wanted | $b + w_1 x_1 + w_2 x_2$ |
# |---|---|---|---|
# | −1 | −1 | $-1$ | $b - w_1 - w_2$ |
# | −1 | 1 | $+1$ | $b - w_1 + w_2$ |
# | 1 | −1 | $+1$ | $b + w_1 - w_2$ |
# | 1 | 1 | $-1$ | $b + w_1 + w_2$ |
#
# A neuron says "yes" where its sum is positive. Add the two sums that must be positive: you get $2b > 0$. Add the two
# that must be negative: $2b < 0$. Both at once cannot be. **No weights solve XOR**, however long we train. The boundary
# of one neuron is a straight line, and no straight line separates these four points.
#
# ### Two neurons in between
#
# Put two neurons between the inputs and the output, with tanh as their activation:
#
# $$h_1 = \tanh(x_1 + x_2 + 1), \qquad h_2 = \tanh(x_1 + x_2 - 1), \qquad \hat{y} = 1.55 \, h_1 - 1.55 \, h_2 - 1.36$$
#
# For one lamp on, the sum $x_1 + x_2$ is 0. Then $h_1 = \tanh 1 = 0.762$, $h_2 = -0.762$ and $\hat{y} = 1.00$. For both
# on or both off $\hat{y} = -1.00$. Check the second case by hand: $\tanh 3 = 0.995$.
#
# Nobody asked for $h_1$ and $h_2$: they are steps on the way. So these neurons form a **hidden layer**
# (скрытый слой). It gives every point new coordinates, in which one straight line suffices. Run the cell: on the right,
# the two "yes" points have come together.

# %% [markdown] lang="ru" key="xor" of="ac294861"
# ## Чего не может один нейрон
#
# Две лампочки, каждая выключена ($-1$) или включена ($1$). Ответ «да», если включена **ровно одна**. Эту задачу называют
# **исключающим «или»** (XOR).
#
# | $x_1$ | $x_2$ | нужно | $b + w_1 x_1 + w_2 x_2$ |
# |---|---|---|---|
# | −1 | −1 | $-1$ | $b - w_1 - w_2$ |
# | −1 | 1 | $+1$ | $b - w_1 + w_2$ |
# | 1 | −1 | $+1$ | $b + w_1 - w_2$ |
# | 1 | 1 | $-1$ | $b + w_1 + w_2$ |
#
# Нейрон говорит «да» там, где его сумма положительна. Сложим две суммы, которые должны быть положительными: получится
# $2b > 0$. Сложим две, которые должны быть отрицательными: $2b < 0$. И то и другое сразу невозможно. **Никакие веса не
# решат XOR**, сколько бы мы ни обучали. Граница одного нейрона — прямая, а никакая прямая эти четыре точки не разделит.
#
# ### Два нейрона посередине
#
# Поставим между входами и выходом два нейрона с функцией активации tanh (в русских книгах гиперболический тангенс пишут th):
#
# $$h_1 = \tanh(x_1 + x_2 + 1), \qquad h_2 = \tanh(x_1 + x_2 - 1), \qquad \hat{y} = 1.55 \, h_1 - 1.55 \, h_2 - 1.36$$
#
# Если включена одна лампочка, сумма $x_1 + x_2$ равна 0. Тогда $h_1 = \tanh 1 = 0.762$, $h_2 = -0.762$ и $\hat{y} = 1.00$. Если
# включены обе или ни одной, $\hat{y} = -1.00$. Второй случай проверьте сами: $\tanh 3 = 0.995$.
#
# Сами $h_1$ и $h_2$ никого не интересуют, это промежуточные шаги. Поэтому такие нейроны образуют **скрытый слой**
# (hidden layer). Он даёт каждой точке новые координаты, в которых хватает одной прямой. Запустите ячейку: справа
# две точки с ответом «да» сошлись в одну.

# %% numbers="xor"
says("0.762", math.tanh(1))
says("-0.762", math.tanh(-1))
says("0.995", math.tanh(3))
says("1.00", 1.55 * math.tanh(1) - 1.55 * math.tanh(-1) - 1.36)
for total in (-2, 2):
    says("-1.00", 1.55 * math.tanh(total + 1) - 1.55 * math.tanh(total - 1) - 1.36)


# %% key="xor-by-hand"
x1, x2 = np.array([-1, -1, 1, 1]), np.array([-1, 1, -1, 1])
h1, h2 = np.tanh(x1 + x2 + 1), np.tanh(x1 + x2 - 1)
print(np.round(1.55 * h1 - 1.55 * h2 - 1.36, 2))
plt.figure(figsize=(7, 3))
for place, (across, up, name) in enumerate([(x1, x2, "x"), (h1, h2, "h")], start=1):
    plt.subplot(1, 2, place, xlabel=f"{name}₁", ylabel=f"{name}₂")
    plt.plot(across[[0, 3]], up[[0, 3]], "o", across[[1, 2]], up[[1, 2]], "^", markersize=9)
plots.show(
    en="Left, the four points of XOR: no line separates circles from triangles. Right, both "
    "triangles are in one place.",
    ru="Слева четыре точки XOR: никакая прямая не отделит кружки от треугольников. Справа оба "
    "треугольника в одном месте.",
)

# %% [markdown] lang="en" key="layers"
# ## The network of this unit
#
# Now with any number of objects at once. The letters are fixed for the whole unit:
#
# | name | shape | what it is |
# |---|---|---|
# | $X$ | $m \times n$ | $m$ objects in rows, $n$ features |
# | $W_1, \ b_1$ | $n \times h$ and $h$ | weights and biases of the $h$ hidden neurons |
# | $W_2, \ b_2$ | $h \times k$ and $k$ | weights and biases of the $k$ outputs |
# | $Y, \ \hat{Y}$ | $m \times k$ | right answers and predictions |
#
# (In other units $k$ counts steps. Here it counts outputs. And $h$ alone counts hidden neurons; where a network has a single one,
# $h$ is its value, and $h_1$, $h_2$ are the values of neurons 1 and 2.) The forward pass has three lines:
#
# $$Z = X W_1 + b_1, \qquad H = \tanh Z, \qquad \hat{Y} = H W_2 + b_2$$
#
# A bias is added to every row. The tanh bends each entry by itself. The output layer is **linear** (линейный), it has no
# bend, so that a prediction may be any number. A network of this kind, layer after layer without loops, is also
# called a **multilayer perceptron** (многослойный перцептрон), **MLP** for short.
#
# For XOR above we had $n = 2$, $h = 2$, $k = 1$. Its parameters: $2 \cdot 2 + 2$ in the hidden layer, $2 \cdot 1 + 1$ at
# the output, 9 in all. More layers follow the same pattern: the output of one is the input of the next.
#
# ### Without the bend it is all one layer
#
# Leave out the tanh and take numbers:
#
# $$W_1 = \begin{pmatrix} 1 & 2 \\ 0 & -1 \end{pmatrix}, \quad b_1 = (1, 1), \quad W_2 = \begin{pmatrix} 1 \\ 3 \end{pmatrix}, \quad b_2 = 2$$
#
# The object $x = (x_1, x_2)$ becomes $(x_1 + 1, \ 2 x_1 - x_2 + 1)$ and then
# $(x_1 + 1) + 3(2 x_1 - x_2 + 1) + 2 = 7 x_1 - 3 x_2 + 6$. That is one neuron without a bend. In general
#
# $$(X W_1 + b_1) W_2 + b_2 = X (W_1 W_2) + (b_1 W_2 + b_2)$$
#
# A hundred linear layers are one linear layer. Only the bend between them makes depth worth anything.

# %% [markdown] lang="ru" key="layers" of="2b4e5650"
# ## Сеть этого урока
#
# Теперь сразу для любого числа объектов. Обозначения общие для всего урока:
#
# | имя | форма | что это |
# |---|---|---|
# | $X$ | $m \times n$ | $m$ объектов в строках, $n$ признаков |
# | $W_1, \ b_1$ | $n \times h$ и $h$ | веса и сдвиги $h$ скрытых нейронов |
# | $W_2, \ b_2$ | $h \times k$ и $k$ | веса и сдвиги $k$ выходов |
# | $Y, \ \hat{Y}$ | $m \times k$ | правильные ответы и предсказания |
#
# (В других уроках $k$ — номер шага. Здесь это число выходов. А $h$ само по себе — число скрытых нейронов; если нейрон один,
# то $h$ — его значение, а $h_1$, $h_2$ — значения нейронов 1 и 2.) Прямой проход — три строки:
#
# $$Z = X W_1 + b_1, \qquad H = \tanh Z, \qquad \hat{Y} = H W_2 + b_2$$
#
# Сдвиг прибавляют к каждой строке. Tanh изгибает каждое число отдельно. Выходной слой **линейный** (linear), без функции активации,
# чтобы предсказание могло быть любым числом. Такую сеть, слой за слоем и без петель, называют ещё **многослойным
# перцептроном** (multilayer perceptron), сокращённо **MLP**.
#
# В примере с XOR было $n = 2$, $h = 2$, $k = 1$. Параметров там $2 \cdot 2 + 2$ в скрытом слое и $2 \cdot 1 + 1$ на
# выходе, всего 9. Если слоёв больше, всё так же: выход одного слоя — вход следующего.
#
# ### Без нелинейности всё сводится к одному слою
#
# Уберём tanh и возьмём числа:
#
# $$W_1 = \begin{pmatrix} 1 & 2 \\ 0 & -1 \end{pmatrix}, \quad b_1 = (1, 1), \quad W_2 = \begin{pmatrix} 1 \\ 3 \end{pmatrix}, \quad b_2 = 2$$
#
# Объект $x = (x_1, x_2)$ превращается в $(x_1 + 1, \ 2 x_1 - x_2 + 1)$, а затем в
# $(x_1 + 1) + 3(2 x_1 - x_2 + 1) + 2 = 7 x_1 - 3 x_2 + 6$. Это один нейрон без функции активации. В общем виде
#
# $$(X W_1 + b_1) W_2 + b_2 = X (W_1 W_2) + (b_1 W_2 + b_2)$$
#
# Сто линейных слоёв — это один линейный слой. Глубина чего-то стоит только благодаря нелинейности между слоями.

# %% numbers="layers"
says("9", n_parameters([2, 2, 1]))
W, b = collapse(np.array([[1, 2], [0, -1]]), np.array([1, 1]), np.array([[1], [3]]), np.array([2]))
says("7", W[0, 0])
says("3", -W[1, 0])
says("6", b[0])


# %% [markdown] lang="en" key="activations"
# ### Which bend?
#
# Lecture 4 lists four. You wrote all of them in unit 03.
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}, \qquad \tanh(z) = \frac{2}{1 + e^{-2z}} - 1$$
#
# $$f(z) = \max(0, z), \qquad f(z) = \begin{cases} 0.01z, & \text{if } z < 0 \\ z, & \text{otherwise} \end{cases}$$
#
# * The **sigmoid** is good for an output that is a probability. In hidden layers it is used little: its slope is at most
#   0.25, and all its values are positive.
# * **tanh** is a sigmoid stretched to the range from $-1$ to $1$. Its slope at 0 is 1. We use it in the hidden layer.
# * **ReLU** is cheap, and its slope is exactly 1 on half of the line. Deep networks mostly use it. A neuron whose
#   sum is negative for all objects gets no gradient any more; **LeakyReLU** (on the slide with the letter $x$ for $z$) leaves it
#   a slope of 0.01.

# %% [markdown] lang="ru" key="activations" of="be0617e3"
# ### Какую функцию активации взять?
#
# В лекции 4 их четыре. Все вы написали в уроке 03.
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}, \qquad \tanh(z) = \frac{2}{1 + e^{-2z}} - 1$$
#
# $$f(z) = \max(0, z), \qquad f(z) = \begin{cases} 0.01z, & \text{if } z < 0 \\ z, & \text{otherwise} \end{cases}$$
#
# * **Сигмоида** хороша на выходе, если выход — вероятность. В скрытых слоях её берут редко: наклон не больше
#   0.25, и все значения положительны.
# * **tanh** — сигмоида, растянутая на промежуток от $-1$ до $1$. Наклон в нуле равен 1. Её мы и возьмём в скрытый слой.
# * **ReLU** дёшева, и на половине прямой её наклон в точности 1. В глубоких сетях чаще всего стоит она. Нейрон, у которого
#   сумма отрицательна на всех объектах, больше не получает градиента; **LeakyReLU** (на слайде буква $x$ вместо $z$) оставляет
#   ему наклон 0.01.

# %% numbers="activations"
says("0.25", max(1 / (1 + np.exp(-z)) * (1 - 1 / (1 + np.exp(-z))) for z in np.linspace(-5, 5, 1001)))
holds(np.allclose(np.tanh(2.3), 2 / (1 + np.exp(-4.6)) - 1), "tanh is a stretched sigmoid")


# %% [markdown] lang="en" key="task-of-learning"
# ## What learning means
#
# We look for a function that comes close to the real dependence $y(x)$. "Some function" is too vague for a computer, so we choose
# a **family** (семейство) and let numbers pick its member:
#
# $$\mathcal{F} = \{\hat{y}_\theta \mid \theta \in \Theta\}$$
#
# Here $\theta$ stands for all the parameters together, $\Theta$ for the set they may come from, and
# $\hat{y}_\theta: X \to Y$ for the function that they define, one that a computer can evaluate (on this slide $X$ and $Y$ are the sets of
# objects and answers). Our family: all networks with $h$ hidden neurons. A member: nine numbers for XOR.
#
# How bad is a prediction? A house costs 200, the model says 190, so the error is 10. The lecture offers three **losses**
# (функции потерь):
#
# $$L = (y - \hat{y})^2 = 100, \qquad L = |y - \hat{y}| = 10, \qquad L = (y - \hat{y})^2 + 7 = 107$$
#
# The first is the squared loss, the second the absolute one. At the third the slide puts a question mark. Here is the answer:
# adding 7 lifts every value by the same amount. The minimum stays **at the same place**, the gradient stays **the same**,
# every step of the descent stays the same. Only the number on the screen is 7 larger. So do not judge a model by its
# loss alone: without knowing how small a loss can be, it says nothing.
#
# ### Empirical risk
#
# One house proves little. Let a second one cost 150 while the model says 153. The squared losses are 100 and 9, their
# mean is 54.5. This mean over the training data is the **empirical risk** (эмпирический риск). In talk it is simply called "the loss".
# Training looks for the parameters with the smallest risk:
#
# $$\theta_{best} = \operatorname{argmin}_{\theta \in \Theta} \frac{1}{m} \sum_{i=1}^m L(y^i, \hat{y}_\theta(x^i))$$
#
# Here $m$ is the number of objects (the slide writes "dataset size"), and $\operatorname{argmin}$ means "the place of the
# minimum". For a network there are many such places: swap two hidden neurons together with their weights, and the function
# is the same. With $h = 8$ there are $8! \cdot 2^8 = 10\,321\,920$ copies of every solution (the powers of two come from
# $\tanh(-z) = -\tanh z$). So the risk is not convex, and descent finds one of many good places, or a bad one.
#
# With the squared loss the risk is the mean squared error, MSE. Lecture 4 writes $h_\theta$ for the model and $J$ for the risk:
#
# $$J(\theta) = \frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})^2, \qquad \frac{\partial}{\partial \theta_j} J(\theta) = \frac{2}{m} \sum_{i=1}^m (\theta^T x^{(i)} - y^{(i)}) \, x_j^{(i)}$$
#
# The second formula says $\theta^T x$ where the first says $h_\theta(x)$: **it holds for the linear model only.** For a
# network the factor $x_j$ is replaced by a longer chain. We build that chain now.

# %% [markdown] lang="ru" key="task-of-learning" of="0734259c"
# ## Что значит учиться
#
# Мы ищем функцию, близкую к настоящей зависимости $y(x)$. «Какая-нибудь функция» — для компьютера слишком
# расплывчато, поэтому выбирают **семейство** (family), а нужного члена семейства задают числами:
#
# $$\mathcal{F} = \{\hat{y}_\theta \mid \theta \in \Theta\}$$
#
# Здесь $\theta$ — все параметры вместе, $\Theta$ — множество, из которого они берутся, а
# $\hat{y}_\theta: X \to Y$ — функция, которую они задают; компьютер должен уметь её вычислить (на этом слайде $X$ и $Y$ — множества
# объектов и ответов). Наше семейство — все сети с $h$ скрытыми нейронами. Один его член для XOR — это девять чисел.
#
# Насколько плохо предсказание? Дом стоит 200, модель говорит 190, ошибка 10. В лекции предложены три
# **функции потерь** (losses):
#
# $$L = (y - \hat{y})^2 = 100, \qquad L = |y - \hat{y}| = 10, \qquad L = (y - \hat{y})^2 + 7 = 107$$
#
# Первая — квадратичная, вторая — абсолютная. У третьей на слайде стоит знак вопроса. Вот ответ: прибавив 7, мы поднимаем
# все значения одинаково. Минимум остаётся **на том же месте**, градиент остаётся **тем же**, каждый шаг спуска остаётся
# тем же. Только число на экране больше на 7. Поэтому не судите о модели по одной величине потерь: пока неизвестно,
# насколько малыми они могут быть, это число ничего не значит.
#
# ### Эмпирический риск
#
# Один дом мало что доказывает. Пусть второй стоит 150, а модель говорит 153. Квадратичные потери — 100 и 9, их среднее —
# 54.5. Такое среднее по обучающим данным — это **эмпирический риск** (empirical risk). В разговоре его называют просто «лосс».
# Обучение ищет параметры с наименьшим риском:
#
# $$\theta_{best} = \operatorname{argmin}_{\theta \in \Theta} \frac{1}{m} \sum_{i=1}^m L(y^i, \hat{y}_\theta(x^i))$$
#
# Здесь $m$ — число объектов (на слайде написано dataset size), а $\operatorname{argmin}$ означает «место, где
# минимум». У сети таких мест много: поменяйте местами два скрытых нейрона вместе с их весами — и функция
# останется той же. При $h = 8$ у каждого решения $8! \cdot 2^8 = 10\,321\,920$ копий (степени двойки — из-за того, что
# $\tanh(-z) = -\tanh z$). Значит, риск не выпуклый, и спуск находит одно из многих хороших мест или попадает в плохое.
#
# С квадратичной функцией потерь риск — это среднеквадратичная ошибка, MSE. В лекции 4 модель обозначена $h_\theta$, а риск — $J$:
#
# $$J(\theta) = \frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})^2, \qquad \frac{\partial}{\partial \theta_j} J(\theta) = \frac{2}{m} \sum_{i=1}^m (\theta^T x^{(i)} - y^{(i)}) \, x_j^{(i)}$$
#
# Во второй формуле стоит $\theta^T x$ там, где в первой $h_\theta(x)$: **она верна только для линейной модели.** Для
# сети вместо множителя $x_j$ стоит более длинная цепочка. Сейчас мы её построим.

# %% numbers="task-of-learning"
says("100", empirical_risk("squared", np.array([200.0]), np.array([190.0])))
says("10", empirical_risk("absolute", np.array([200.0]), np.array([190.0])))
says("107", empirical_risk("squared_plus_7", np.array([200.0]), np.array([190.0])))
says("9", (150 - 153) ** 2)
says("54.5", empirical_risk("squared", np.array([200.0, 150]), np.array([190.0, 153])))
says("10 321 920", math.factorial(8) * 2**8)


# %% [markdown] lang="en" key="backward"
# ## The way back, by hand
#
# The smallest network: one input, one hidden neuron, one output, one object. Let $x = 2$, $w_1 = 0.5$, $b_1 = 0$, $w_2 = 2$,
# $b_2 = -0.5$, and the right answer $y = 1.5$. Forward:
#
# $$z = 1, \qquad h = \tanh 1 = 0.7616, \qquad \hat{y} = 1.0232, \qquad L = (\hat{y} - y)^2 = 0.2273$$
#
# Backward, exactly as in unit 07, multiply from the end:
#
# | derivative of $L$ with respect to | chain | value |
# |---|---|---|
# | $\hat{y}$ | $2 (\hat{y} - y)$ | $-0.9536$ |
# | $w_2$ | that, times $h$ | $-0.7263$ |
# | $b_2$ | that, times 1 | $-0.9536$ |
# | $h$ | that, times $w_2$ | $-1.9072$ |
# | $z$ | the line above, times $1 - h^2 = 0.42$ | $-0.8010$ |
# | $w_1$ | the line above, times $x$ | $-1.6020$ |
# | $b_1$ | the line of $z$, times 1 | $-0.8010$ |
#
# The slope of tanh, $1 - h^2$, is the toll for passing the bend. All the derivatives are negative: the prediction is too low
# and every parameter should grow.
#
# ### The same for layers
#
# With many objects and neurons the shares of all paths add up, and matrix products do the adding. We average over
# **all** entries of the table of answers, $m$ objects times $k$ outputs:
#
# $$L = \frac{1}{m k} \sum_{i=1}^m \sum_{j=1}^k (\hat{Y}_{ij} - Y_{ij})^2$$
#
# Write $D$ for the derivative with respect to the output and $E$ for the one with respect to $Z$. The small circle multiplies entry by entry:
#
# $$D = \frac{2}{m k} (\hat{Y} - Y), \qquad E = (D W_2^T) \circ (1 - H \circ H)$$
#
# $$\frac{\partial L}{\partial W_2} = H^T D, \qquad \frac{\partial L}{\partial b_2} = \sum_i D_{i}, \qquad \frac{\partial L}{\partial W_1} = X^T E, \qquad \frac{\partial L}{\partial b_1} = \sum_i E_{i}$$
#
# Here $D_i$ and $E_i$ are rows: a bias serves all objects, so it collects the shares of all rows. Shapes are your best friend: **every gradient has
# the shape of its parameter.** Compare each formula with the table: it is the same line, for many numbers at once.
#
# The next cell measures the slope of tanh with small steps, beside your own `d_activation` of unit 03 if it is ready.

# %% [markdown] lang="ru" key="backward" of="f57ab42e"
# ## Обратный путь вручную
#
# Самая маленькая сеть: один вход, один скрытый нейрон, один выход, один объект. Пусть $x = 2$, $w_1 = 0.5$, $b_1 = 0$, $w_2 = 2$,
# $b_2 = -0.5$, а правильный ответ $y = 1.5$. Вперёд:
#
# $$z = 1, \qquad h = \tanh 1 = 0.7616, \qquad \hat{y} = 1.0232, \qquad L = (\hat{y} - y)^2 = 0.2273$$
#
# Назад, точно как в уроке 07, перемножаем с конца:
#
# | производная $L$ по | цепочка | значение |
# |---|---|---|
# | $\hat{y}$ | $2 (\hat{y} - y)$ | $-0.9536$ |
# | $w_2$ | её же умножить на $h$ | $-0.7263$ |
# | $b_2$ | её же умножить на 1 | $-0.9536$ |
# | $h$ | её же умножить на $w_2$ | $-1.9072$ |
# | $z$ | предыдущую строку умножить на $1 - h^2 = 0.42$ | $-0.8010$ |
# | $w_1$ | предыдущую строку умножить на $x$ | $-1.6020$ |
# | $b_1$ | строку для $z$ умножить на 1 | $-0.8010$ |
#
# Наклон tanh, $1 - h^2$, — плата за проход через нелинейность. Все производные отрицательны: предсказание занижено,
# и каждому параметру надо расти.
#
# ### То же самое для слоёв
#
# Когда объектов и нейронов много, доли всех путей складываются, и эту работу делает умножение матриц. Среднее берём по
# **всем** элементам таблицы ответов, $m$ объектов на $k$ выходов:
#
# $$L = \frac{1}{m k} \sum_{i=1}^m \sum_{j=1}^k (\hat{Y}_{ij} - Y_{ij})^2$$
#
# Обозначим через $D$ производную по выходу, а через $E$ — производную по $Z$. Кружок — это поэлементное умножение:
#
# $$D = \frac{2}{m k} (\hat{Y} - Y), \qquad E = (D W_2^T) \circ (1 - H \circ H)$$
#
# $$\frac{\partial L}{\partial W_2} = H^T D, \qquad \frac{\partial L}{\partial b_2} = \sum_i D_{i}, \qquad \frac{\partial L}{\partial W_1} = X^T E, \qquad \frac{\partial L}{\partial b_1} = \sum_i E_{i}$$
#
# Здесь $D_i$ и $E_i$ — строки: сдвиг обслуживает все объекты, поэтому собирает доли со всех строк. Ваш лучший помощник — формы: **у каждого
# градиента форма его параметра.** Сравните каждую формулу с таблицей: это та же строка, только сразу для многих чисел.
#
# Следующая ячейка измеряет наклон tanh малыми шагами и печатает рядом вашу `d_activation` из урока 03, если она готова.

# %% numbers="backward"
one = mlp_backward(np.array([[2.0]]), np.array([[1.5]]), np.array([[0.5]]), np.zeros(1), np.array([[2.0]]), np.array([-0.5]))
h = math.tanh(1)
says("0.7616", h)
says("1.0232", 2 * h - 0.5)
says("0.2273", (2 * h - 2) ** 2)
says("0.42", 1 - h**2)
says("-0.9536", 2 * (2 * h - 2))
says("-0.7263", one[2][0, 0])
says("-0.9536", one[3][0])
says("-1.9072", 4 * (2 * h - 2))
says("-0.8010", one[1][0])
says("-1.6020", one[0][0, 0])


# %% key="slope-of-tanh"
z, step = np.array([-2.0, 0.0, 1.0]), 1e-5
d_activation = own("03-sigmoid-derivative", "d_activation")
print(
    plots.say(en="measured:    ", ru="измерено:    "),
    np.round((np.tanh(z + step) - np.tanh(z - step)) / (2 * step), 6),
)
if d_activation is not None:
    print("d_activation:", np.round(d_activation("tanh", z), 6))

# %% [markdown] lang="en" key="zeros"
# ## Where to start: not at zero
#
# For linear regression zeros were a fine start. Put zeros into the formulas above. $H = \tanh 0 = 0$, so the gradient of
# $W_2$ is $H^T D = 0$. $W_2 = 0$, so $E = 0$ and with it the gradients of $W_1$ and $b_1$. **Only $b_2$ moves.** After the
# step $H$ and $W_2$ are still zero, and so on for ever. For every object the network predicts the same number. The best it can
# reach is the mean of the answers. On XOR that mean is 0, where $b_2$ is already: there nothing moves at all.
#
# Is it the number zero that does harm? Start all weights at 0.5. Now gradients flow, but all hidden neurons have equal
# weights, so they compute the same value and get the same gradient. After the step they are **equal again**. A hundred such
# neurons do the work of one, for ever. They must start with **different** weights, and the easy way is to draw them at **random**. This is called
# breaking the symmetry (нарушение симметрии). Biases may start at zero: the weights have told the neurons apart already.
#
# The cell shows both with a network of two hidden neurons. It prints the seven derivatives at a start of zeros and of 0.5:
# first weight and bias of neuron 1, then of neuron 2, then the two output weights, then the output's bias.

# %% [markdown] lang="ru" key="zeros" of="fccef4b9"
# ## Откуда начинать: не с нуля
#
# Для линейной регрессии нули были хорошим началом. Подставим нули в формулы выше. $H = \tanh 0 = 0$, поэтому градиент
# по $W_2$ равен $H^T D = 0$. $W_2 = 0$, поэтому $E = 0$, а с ним и градиенты по $W_1$ и $b_1$. **Движется только $b_2$.** После
# шага $H$ и $W_2$ по-прежнему нулевые, и так без конца. Для любого объекта сеть предсказывает одно и то же число. Лучшее, к чему
# она может прийти, — среднее ответов. В задаче XOR оно равно 0, а $b_2$ там уже и стоит: не движется вообще ничего.
#
# Может быть, вредно именно число ноль? Начнём со всех весов, равных 0.5. Теперь градиенты идут, но у всех скрытых нейронов
# веса одинаковы, поэтому они вычисляют одно и то же и получают один и тот же градиент. После шага они **снова одинаковы**. Сто
# таких нейронов вечно делают работу одного. Им надо начинать с **разных** весов, и проще всего взять их **случайными**. Это называют
# нарушением симметрии (breaking the symmetry). Сдвиги могут начинать с нуля: нейроны уже различаются весами.
#
# Ячейка показывает и то и другое на сети с двумя скрытыми нейронами. Она печатает семь производных в начале из нулей
# и в начале из чисел 0.5: сначала вес и сдвиг нейрона 1, затем нейрона 2, затем два выходных веса и сдвиг выхода.

# %% numbers="zeros"
weights = [np.zeros(shape) for shape in ((2, 3), 3, (3, 1), 1)]
holds([bool(g.any()) for g in mlp_backward(XOR_POINTS, XOR_LABELS, *weights)] == [False] * 4, "on XOR nothing moves")
moved = [bool(g.any()) for g in mlp_backward(XOR_POINTS, XOR_LABELS + 1, *weights)]
holds(moved == [False, False, False, True], "only the last bias moves")


# %% key="seven-slopes"
def small_loss(p):
    x, y = np.array([-1.0, 0.0, 1.0, 2.0]), np.array([1.0, 0.0, 1.0, 3.0])
    prediction = p[4] * np.tanh(p[0] * x + p[1]) + p[5] * np.tanh(p[2] * x + p[3]) + p[6]
    return np.mean((prediction - y) ** 2)


for start in (np.zeros(7), np.full(7, 0.5)):
    slopes = [(small_loss(start + e) - small_loss(start - e)) / 2e-5 for e in 1e-5 * np.eye(7)]
    print(np.round(slopes, 3) + 0.0)

# %% [markdown] lang="en" key="how-large"
# ### How large should the random weights be?
#
# A neuron with 50 inputs adds up 50 terms $x_i w_i$. If each input is about 1 in size and each weight is drawn from
# $N(0, 1)$, the variances add up to 50, and the sum is about $\sqrt{50} \approx 7$ in size. At 7 tanh is flat, its slope is about
# $3 \cdot 10^{-6}$. Not every neuron is that far out, but of such sums only 33 % find a slope above 0.01. The other neurons are
# called **saturated** (насыщенные): most of what they say is "1" or "−1". With weights of size 0.0001 the values die out the other way, and the start is
# nearly the start from zeros. In between, the variance of one weight should be about $1 / n$, so that the sum stays about 1.
# That is a common form of **Xavier's rule** (правило Ксавье).
#
# ReLU cuts off half of its values and with them half of the mean square. To make up for it, the variance is doubled.
# That is **He's rule** (правило Хе), after Kaiming He:
#
# $$w \sim N\!\left(0, \ \frac{2}{n}\right)$$
#
# The sign $\sim$ reads "is drawn from", $n$ is the number of inputs of the layer, and $2 / n$ is the **variance** (дисперсия). For
# $n = 50$ it is 0.04, so the standard deviation (стандартное отклонение) is $\sqrt{0.04} = 0.2$. For our small tanh networks
# both rules are fine.

# %% [markdown] lang="ru" key="how-large" of="bec1bf3d"
# ### Какой величины должны быть случайные веса?
#
# Нейрон с 50 входами складывает 50 слагаемых $x_i w_i$. Если каждый вход по величине около 1, а каждый вес взят из
# $N(0, 1)$, дисперсии в сумме дают 50, и сумма по величине около $\sqrt{50} \approx 7$. В точке 7 tanh плоский, его наклон около
# $3 \cdot 10^{-6}$. Не каждый нейрон уходит так далеко, но наклон больше 0.01 окажется лишь у 33 % таких сумм. Остальные нейроны
# называют **насыщенными** (saturated): они почти всегда отвечают «1» или «−1». С весами порядка 0.0001 значения, наоборот, гаснут, и такое начало почти не отличается
# от нулевого. Посередине дисперсия одного веса должна быть около $1 / n$, тогда сумма остаётся около 1. Это
# распространённый вид **правила Ксавье** (Xavier's rule).
#
# ReLU отрезает половину значений, а с ними и половину среднего квадрата. Чтобы это возместить, дисперсию удваивают.
# Это **правило Хе** (He's rule), названное по имени Кайминга Хе:
#
# $$w \sim N\!\left(0, \ \frac{2}{n}\right)$$
#
# Знак $\sim$ читается «взято из», $n$ — число входов слоя, а $2 / n$ — **дисперсия** (variance). При
# $n = 50$ она равна 0.04, значит, стандартное отклонение (standard deviation) равно $\sqrt{0.04} = 0.2$. Для наших маленьких
# сетей с tanh годятся оба правила.

# %% numbers="how-large"
z, dz = np.linspace(-60, 60, 240_001, retstep=True)
density, slope = np.exp(-(z**2) / 100) / np.sqrt(100 * np.pi), 1 / np.cosh(z) ** 2
says("7", math.sqrt(50))
says("3·10⁻⁶", 1 / math.cosh(7) ** 2)
says("33 %", density[slope > 0.01].sum() * dz)
says("0.04", 2 / 50)
says("0.2", math.sqrt(2 / 50))


# %% [markdown] lang="en" key="training"
# ## Training
#
# With the gradient at hand, training is the old descent. Lecture 4 first writes it with the rate $\alpha$ (our $\eta$), repeated until convergence:
#
# $$\theta_j \leftarrow \theta_j - \alpha \frac{\partial}{\partial \theta_j} J(\theta)$$
#
# **Adam** keeps two running averages, of the gradient $g_t$ and of its square, and gives every parameter a step length of its own:
#
# $$m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t, \qquad v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2$$
#
# $$\hat{m}_t = \frac{m_t}{1 - \beta_1^t}, \qquad \hat{v}_t = \frac{v_t}{1 - \beta_2^t}, \qquad \theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{v}_t} + \epsilon} \, \hat{m}_t$$
#
# Unit 09 derives all of it. Every optimiser
# needs from the network one thing only: its gradient. That is why `mlp_backward` below is the heart of this unit.

# %% [markdown] lang="ru" key="training" of="ad4b0ab1"
# ## Обучение
#
# Когда есть градиент, обучение — это знакомый спуск. Лекция 4 сначала записывает его со скоростью $\alpha$ (у нас $\eta$) и повторяет до сходимости:
#
# $$\theta_j \leftarrow \theta_j - \alpha \frac{\partial}{\partial \theta_j} J(\theta)$$
#
# **Adam** хранит два скользящих средних, самого градиента $g_t$ и его квадрата, и даёт каждому параметру свою длину шага:
#
# $$m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t, \qquad v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2$$
#
# $$\hat{m}_t = \frac{m_t}{1 - \beta_1^t}, \qquad \hat{v}_t = \frac{v_t}{1 - \beta_2^t}, \qquad \theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{v}_t} + \epsilon} \, \hat{m}_t$$
#
# Всё это выведено в уроке 09. Любому оптимизатору
# нужно от сети только одно — её градиент. Поэтому `mlp_backward` ниже — сердце этого урока.

# %% [markdown] lang="en" key="figure-question"
# ## The figure: two moons
#
# A hundred points form two half-moons that reach into each other. A network with one hidden layer learns to tell them apart. Its output
# goes through a sigmoid, and the loss is the log-loss of unit 08. On the left is the plane as the network sees it, with
# the line of each hidden neuron; on the right the loss of the whole training with all 100 points at every step, and below what the hidden
# neurons give at the step shown, and how large the gradients of both layers are.
# **Answer on paper first**, then check.
#
# Prediction first: how many of the 100 points can a single neuron get right? Say a number.
#
# 1. Set one hidden neuron. Which shape has the boundary, and why? How many neurons do you expect the moons to need?
# 2. Take 16 hidden neurons and the activation "none". How many points are on the correct side? Which section above explains it?
# 3. Back to tanh, with 8 neurons. What do the starts "all 0.5" and "all 0" give? Which numbers do you see, which
#    did you expect?
# 4. Random start, 8 neurons. Compare $\eta = 0.1$, $\eta \approx 3$ and $\eta \approx 30$ by their loss curves.
# 5. Take 3 neurons and $\eta = 1$, and go through the random starts 1 to 5. Why do they end so differently? Does it get better with
#    8 neurons?
# 6. Move the step from 0 to 400 and watch the boundary. When does it begin to bend, and what does the loss do then?
# 7. With 8 neurons, $\eta = 1$ and step 0, go through the three sizes of random weights. What does the histogram show, what the gradients?
#
# When you have solved `train_mlp`, open a new cell and run `figures.two_moons(train_mlp)`: your own network draws its boundary too.

# %% [markdown] lang="ru" key="figure-question" of="0352c1e9"
# ## Рисунок: два полумесяца
#
# Сто точек образуют два полумесяца, заходящих один в другой. Сеть с одним скрытым слоем учится их различать. Её выход
# проходит через сигмоиду, а потери — логистические, из урока 08. Слева — плоскость глазами сети и прямая каждого скрытого
# нейрона. Справа — потери за всё обучение (на каждом шаге участвуют все 100 точек), а под ними — что выдают скрытые нейроны на показанном шаге
# и насколько велики градиенты обоих слоёв.
# **Сначала ответьте на бумаге**, потом проверьте.
#
# Сначала предскажите: сколько точек из 100 может отнести верно один нейрон? Назовите число.
#
# 1. Поставьте один скрытый нейрон. Какой формы граница и почему? Сколько нейронов, по-вашему, нужно, чтобы разделить полумесяцы?
# 2. Возьмите 16 скрытых нейронов и функцию активации «нет». Сколько точек по верную сторону? Какой раздел выше это объясняет?
# 3. Вернитесь к tanh, 8 нейронов. Что дают начала «все 0.5» и «все 0»? Какие числа вы видите, а каких
#    ожидали?
# 4. Случайное начало, 8 нейронов. Сравните по кривым потерь $\eta = 0.1$, $\eta \approx 3$ и $\eta \approx 30$.
# 5. Возьмите 3 нейрона и $\eta = 1$ и переберите случайные начала с 1 по 5. Почему они кончаются так по-разному? Станет ли
#    лучше с 8 нейронами?
# 6. Ведите шаг от 0 до 400 и следите за границей. Когда она начинает изгибаться и что в это время делают потери?
# 7. 8 нейронов, $\eta = 1$, шаг 0: переберите три размера случайных весов. Что видно по гистограмме, а что по градиентам?
#
# Когда решите `train_mlp`, откройте новую ячейку и выполните `figures.two_moons(train_mlp)`: ваша сеть тоже проведёт свою границу.

# %% figure="two_moons"
figures.two_moons()

# %% [markdown] lang="en" key="answers"
# <details><summary>Answers</summary>
#
# 1. A straight line: the only place where one neuron's value can cross its threshold. 85 points are on the correct side. Two neurons are nearly
#    always too few. Three are enough, if the start is lucky.
# 2. 85 again, as with one neuron: layers without an activation collapse into one.
# 3. "All 0.5": eight equal neurons do the work of one, 85 points. "All 0": nothing moves, the loss stays at $\ln 2 = 0.693$.
# 4. At $\eta = 0.1$ the loss is still 0.32 after 400 steps. At about 3 it has fallen to 0.03. At about 30 it jumps up to 26 and ends at 1.67,
#    worse than guessing.
# 5. The starts give 90, 86, 99, 98 and 85 correct points: with three neurons a descent easily ends in a bad place. With eight neurons it is
#    98 for all five. More neurons than necessary make good places easier to find.
# 6. The straight line comes first: 85 points after 20 steps. Then the loss hardly falls, a plateau, from 0.328 to 0.317 at step 40. From step 60 on
#    the line bends, and the loss falls quickly: 0.111 and 98 points at step 200.
# 7. Too small: every neuron gives nearly 0, and the gradients are a hundred times smaller. Right: the values are spread. Too large: three quarters
#    of them lie beyond ±0.99, where tanh is flat, and the loss begins at 12.8, far above $\ln 2$.
#
# </details>
#
# *A good place to stop.*

# %% [markdown] lang="ru" key="answers" of="0f842a6a"
# <details><summary>Ответы</summary>
#
# 1. Прямая: только на ней значение одного нейрона может перейти через порог. По верную сторону 85 точек. Двух нейронов почти
#    всегда мало. Трёх хватает, если повезёт с началом.
# 2. Снова 85, как с одним нейроном: слои без функции активации сводятся к одному.
# 3. «Все 0.5»: восемь одинаковых нейронов работают за один, 85 точек. «Все 0»: ничего не движется, потери остаются равны $\ln 2 = 0.693$.
# 4. При $\eta = 0.1$ потери после 400 шагов всё ещё 0.32. При скорости около 3 они упали до 0.03. При скорости около 30 подскакивают до 26 и кончают
#    на 1.67, это хуже угадывания.
# 5. Начала дают 90, 86, 99, 98 и 85 верных точек: с тремя нейронами спуск легко попадает в плохое место. С восемью у всех пяти по
#    98 точек. Когда нейронов больше, чем необходимо, хорошие места найти легче.
# 6. Сначала появляется прямая: 85 точек после 20 шагов. Потом потери почти не падают, это плато: от 0.328 до 0.317 на шаге 40. После шага 60
#    линия изгибается, и потери падают быстро: 0.111 и 98 точек на шаге 200.
# 7. Слишком малые: все нейроны выдают почти 0, а градиенты в сто раз меньше. Подходящие: значения разные. Слишком большие: три четверти
#    значений лежат за ±0.99, где tanh плоский, и потери начинаются с 12.8, это намного больше $\ln 2$.
#
# </details>
#
# *Здесь удобно сделать перерыв.*

# %% numbers="answers"
from course.figures.two_moons import training

def run_of(hidden=8, activation="tanh", eta=1.0, start="random", luck=1):
    return training(hidden, activation, eta, start, luck)

says("85", run_of(hidden=1).right(-1))
says("85", run_of(hidden=16, activation="none").right(-1))
says("85", run_of(start="equal").right(-1))
holds(sum(run_of(hidden=2, luck=n).right(-1) > 90 for n in range(1, 21)) <= 2, "two neurons are nearly always too few")
holds(max(run_of(hidden=3, luck=n).right(-1) for n in range(1, 6)) >= 98, "three are enough with luck")
zeros = run_of(start="zeros").loss
says("0.693", zeros[-1])
says("12.8", run_of(start="large").loss[0])
says("0.693", math.log(2))
holds(np.ptp(zeros) < 1e-12, "nothing moves")
says("0.32", run_of(eta=0.1).loss[-1])
says("0.03", run_of(eta=3.16).loss[-1])
says("26", run_of(eta=31.6).loss.max())
says("1.67", run_of(eta=31.6).loss[-1])
for printed, luck in zip(("90", "86", "99", "98", "85"), range(1, 6)):
    says(printed, run_of(hidden=3, luck=luck).right(-1))
for luck in range(1, 6):
    says("98", run_of(luck=luck).right(-1))
says("85", run_of().right(2))
says("0.328", run_of().loss[20])
says("0.317", run_of().loss[40])
says("0.111", run_of().loss[200])
says("98", run_of().right(20))


# %% [markdown] lang="en" key="task-parameters"
# ## Exercises
#
# Replace the line with `raise NotImplementedError` by your code, run the cell, then run the check below it.
# A check tells you what kind of mistake it sees. You may try as often as you like. No function may change
# its arguments. Random numbers come only from the argument `rng`.
#
# ### Exercise 1 · `n_parameters`
#
# `n_parameters(sizes)` returns how many parameters a fully connected network has, weights **and** biases. `sizes` is a list of
# at least two positive whole numbers: the number of inputs, then the number of neurons of each layer, the output layer last.
#
# Examples: `n_parameters([2, 3, 1])` is `13`, that is $(2 \cdot 3 + 3) + (3 \cdot 1 + 1)$. A network for pictures of 784
# pixels, `n_parameters([784, 30, 10])`, has `23860`.

# %% [markdown] lang="ru" key="task-parameters" of="96044167"
# ## Упражнения
#
# Замените строку с `raise NotImplementedError` своим кодом, выполните ячейку, затем проверку под ней.
# Проверка подскажет, какого рода ошибку она видит. Пробовать можно сколько угодно раз. Ни одна функция
# не должна менять свои аргументы. Случайные числа берите только из аргумента `rng`.
#
# ### Упражнение 1 · `n_parameters`
#
# `n_parameters(sizes)` возвращает, сколько параметров у полносвязной сети: и весов, **и** сдвигов. `sizes` — список не меньше чем
# из двух натуральных чисел: число входов, затем число нейронов в каждом слое, последним идёт выходной слой.
#
# Примеры: `n_parameters([2, 3, 1])` равно `13`, это $(2 \cdot 3 + 3) + (3 \cdot 1 + 1)$. У сети для картинок из 784
# пикселей, `n_parameters([784, 30, 10])`, их `23860`.

# %% numbers="task-parameters"
says("13", n_parameters([2, 3, 1]))
says("23860", n_parameters([784, 30, 10]))


# %% exercise="n_parameters" role="answer"
def n_parameters(sizes):
    """Number of weights and biases of a fully connected network.

    sizes: list of ints: inputs, then the neurons of each layer.
    Returns an int.
    """
    ### BEGIN SOLUTION
    return sum((n_in + 1) * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:]))
    ### END SOLUTION


# %% exercise="n_parameters" role="test" points=1
check(n_parameters)
### BEGIN HIDDEN TESTS
grade(n_parameters)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-risk"
# ### Exercise 2 · `empirical_risk`
#
# `empirical_risk(loss, y, prediction)` returns the mean of a loss over the data, one number. `y` and `prediction` are arrays of
# shape `(m,)`. `loss` is one of three texts:
#
# | `loss` | loss of one object | risk for `y = (200, 150)`, `prediction = (190, 153)` |
# |---|---|---|
# | `'squared'` | $(y - \hat{y})^2$ | 54.5 |
# | `'absolute'` | $\lvert y - \hat{y} \rvert$ | 6.5 |
# | `'squared_plus_7'` | $(y - \hat{y})^2 + 7$ | 61.5 |
#
# For any other text the function raises a `ValueError`.

# %% [markdown] lang="ru" key="task-risk" of="f900f93f"
# ### Упражнение 2 · `empirical_risk`
#
# `empirical_risk(loss, y, prediction)` возвращает среднее функции потерь по данным, одно число. `y` и `prediction` — массивы
# формы `(m,)`. `loss` — один из трёх текстов:
#
# | `loss` | потери на одном объекте | риск при `y = (200, 150)`, `prediction = (190, 153)` |
# |---|---|---|
# | `'squared'` | $(y - \hat{y})^2$ | 54.5 |
# | `'absolute'` | $\lvert y - \hat{y} \rvert$ | 6.5 |
# | `'squared_plus_7'` | $(y - \hat{y})^2 + 7$ | 61.5 |
#
# Для любого другого текста функция выбрасывает `ValueError`.

# %% numbers="task-risk"
for printed, name in (("54.5", "squared"), ("6.5", "absolute"), ("61.5", "squared_plus_7")):
    says(printed, empirical_risk(name, np.array([200.0, 150]), np.array([190.0, 153])))


# %% exercise="empirical_risk" role="answer"
def empirical_risk(loss, y, prediction):
    """Mean of a loss over the data.

    loss: 'squared', 'absolute' or 'squared_plus_7'; anything else is a ValueError.
    y, prediction: arrays of shape (m,).
    Returns a number.
    """
    ### BEGIN SOLUTION
    if loss == "absolute":
        return np.mean(np.abs(y - prediction))
    if loss not in ("squared", "squared_plus_7"):
        raise ValueError(f"unknown loss: {loss}")
    return np.mean((y - prediction) ** 2) + (7 if loss == "squared_plus_7" else 0)
    ### END SOLUTION


# %% exercise="empirical_risk" role="test" points=1
check(empirical_risk)
### BEGIN HIDDEN TESTS
grade(empirical_risk)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-collapse"
# ### Exercise 3 · `collapse`
#
# `collapse(W1, b1, W2, b2)` takes two layers **without** an activation and returns the one layer `(W, b)` that does the same:
# for every $X$ the result $XW + b$ equals what the two layers give. The shapes are $n \times h$, $h$, $h \times k$, $k$; `W` has the shape
# `(n, k)` and `b` the shape `(k,)`.
#
# Example: for the two layers of the reading `W` is `[[7], [-3]]` and `b` is `[6]`.

# %% [markdown] lang="ru" key="task-collapse" of="dfa0a43b"
# ### Упражнение 3 · `collapse`
#
# `collapse(W1, b1, W2, b2)` получает два слоя **без** функции активации и возвращает один слой `(W, b)`, который делает то же
# самое: для любого $X$ результат $XW + b$ совпадает с тем, что дают два слоя. Формы: $n \times h$, $h$, $h \times k$, $k$; у `W` форма
# `(n, k)`, у `b` — `(k,)`.
#
# Пример: для двух слоёв из текста `W` равно `[[7], [-3]]`, а `b` равно `[6]`.

# %% exercise="collapse" role="answer"
def collapse(W1, b1, W2, b2):
    """Two linear layers as one.

    W1, b1, W2, b2: arrays of shape (n, h), (h,), (h, k), (k,).
    Returns (W, b), arrays of shape (n, k) and (k,).
    """
    ### BEGIN SOLUTION
    W = W1 @ W2
    b = b1 @ W2 + b2
    return W, b
    ### END SOLUTION


# %% exercise="collapse" role="test" points=1
check(collapse)
### BEGIN HIDDEN TESTS
grade(collapse)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-forward"
# ### Exercise 4 · `mlp_forward`
#
# `mlp_forward(X, W1, b1, W2, b2)` is the forward pass of the network of this unit: tanh in the hidden layer, nothing at the output.
# `X` has shape `(m, n)`, the result has shape `(m, k)`, also when `k` is 1.
#
# Example: with the four arrays of the section "Without the bend" (where the bend is now in place) and
# $X = \begin{pmatrix} 0 & 1 \\ 1 & 1 \end{pmatrix}$ the hidden sums are $(1, 0)$ and $(2, 2)$, the result is
# `[[2.7616], [5.8561]]`, rounded.

# %% [markdown] lang="ru" key="task-forward" of="9929de6f"
# ### Упражнение 4 · `mlp_forward`
#
# `mlp_forward(X, W1, b1, W2, b2)` — прямой проход сети этого урока: tanh в скрытом слое, на выходе ничего.
# У `X` форма `(m, n)`, у результата — `(m, k)`, в том числе и когда `k` равно 1.
#
# Пример: с четырьмя массивами из раздела «Без нелинейности» (только теперь tanh на месте) и
# $X = \begin{pmatrix} 0 & 1 \\ 1 & 1 \end{pmatrix}$ суммы скрытого слоя равны $(1, 0)$ и $(2, 2)$, а результат —
# `[[2.7616], [5.8561]]`, с округлением.

# %% numbers="task-forward"
out = mlp_forward(np.array([[0, 1], [1, 1]]), np.array([[1, 2], [0, -1]]), np.ones(2), np.array([[1], [3]]), np.array([2]))
says("2.7616", out[0, 0])
says("5.8561", out[1, 0])


# %% exercise="mlp_forward" role="answer"
def mlp_forward(X, W1, b1, W2, b2):
    """Output of a network with one hidden layer of tanh neurons and a linear output.

    X: objects, shape (m, n).
    W1, b1, W2, b2: arrays of shape (n, h), (h,), (h, k), (k,).
    Returns the predictions, shape (m, k).
    """
    ### BEGIN SOLUTION
    Z = X @ W1 + b1
    H = np.tanh(Z)
    return H @ W2 + b2
    ### END SOLUTION


# %% exercise="mlp_forward" role="test" points=2
check(mlp_forward)
### BEGIN HIDDEN TESTS
grade(mlp_forward)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-he"
# ### Exercise 5 · `he_weights`
#
# `he_weights(n_in, n_out, rng)` draws the starting weights of a layer by He's rule: an array of shape `(n_in, n_out)` of
# independent numbers from a normal distribution with mean 0 and **variance** $2 / n$, where $n$ is `n_in`. All random numbers come from
# `rng`, a `numpy.random.Generator`; in which order you draw them is up to you. `rng.normal(size=(2, 3))` gives six numbers
# with the variance 1.
#
# Example: in `he_weights(50, 400, np.random.default_rng(7))` the shape is `(50, 400)`, the mean is near 0, and
# the standard deviation is near 0.2. The check looks at just these things.

# %% [markdown] lang="ru" key="task-he" of="8dd20cd9"
# ### Упражнение 5 · `he_weights`
#
# `he_weights(n_in, n_out, rng)` выбирает начальные веса слоя по правилу Хе: массив формы `(n_in, n_out)` из независимых
# чисел из нормального распределения со средним 0 и **дисперсией** $2 / n$, где $n$ — это `n_in`. Все случайные числа берутся из
# `rng`, это `numpy.random.Generator`; в каком порядке их брать, решаете вы. `rng.normal(size=(2, 3))` даёт шесть
# чисел с дисперсией 1.
#
# Пример: у `he_weights(50, 400, np.random.default_rng(7))` форма `(50, 400)`, среднее около 0, а стандартное
# отклонение около 0.2. Именно на это и смотрит проверка.

# %% exercise="he_weights" role="answer"
def he_weights(n_in, n_out, rng):
    """Random starting weights by He's rule.

    n_in, n_out: numbers of inputs and of neurons of the layer.
    rng: numpy.random.Generator, the only source of random numbers.
    Returns an array of shape (n_in, n_out) drawn from N(0, 2 / n_in).
    """
    ### BEGIN SOLUTION
    return rng.normal(0.0, np.sqrt(2 / n_in), size=(n_in, n_out))
    ### END SOLUTION


# %% exercise="he_weights" role="test" points=1
check(he_weights)
### BEGIN HIDDEN TESTS
grade(he_weights)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-backward"
# ### Exercise 6 · `mlp_backward`
#
# `mlp_backward(X, y, W1, b1, W2, b2)` returns the gradients of the mean squared error with respect to the four parameter arrays, in the order
# `(dW1, db1, dW2, db2)`, each in the shape of its parameter. `y` has shape `(m, k)`. The loss is the mean over **all** entries, `np.mean((prediction - y) ** 2)`. With one output this is
# the usual mean over the objects.
#
# Two examples to check by hand. In both there is one input and one hidden neuron, with `W1 = [[0.5]]` and `b1 = [0]`.
#
# | | one output, two objects | two outputs, one object |
# |---|---|---|
# | `X`, `y` | `[[1], [2]]`, `[[1], [0]]` | `[[2]]`, `[[1, 0]]` |
# | `W2`, `b2` | `[[2]]`, `[-0.5]` | `[[2, 1]]`, `[-0.5, 0]` |
# | prediction | `[[0.4242], [1.0232]]` | `[[1.0232, 0.7616]]` |
# | loss | $(0.5758^2 + 1.0232^2) / 2 = 0.6892$ | $(0.0232^2 + 0.7616^2) / 2 = 0.2903$ |
# | `dW1`, `db1` | `[[0.8132]]`, `[-0.0462]` | `[[0.6787]]`, `[0.3393]` |
# | `dW2`, `db2` | `[[0.5132]]`, `[0.4474]` | `[[0.0177, 0.5800]]`, `[0.0232, 0.7616]` |

# %% [markdown] lang="ru" key="task-backward" of="d5fd76b2"
# ### Упражнение 6 · `mlp_backward`
#
# `mlp_backward(X, y, W1, b1, W2, b2)` возвращает градиенты среднеквадратичной ошибки по четырём массивам параметров в порядке
# `(dW1, db1, dW2, db2)`, каждый той же формы, что его параметр. У `y` форма `(m, k)`. Потери — среднее по **всем** элементам, `np.mean((prediction - y) ** 2)`. При одном выходе это
# обычное среднее по объектам.
#
# Два примера, которые можно проверить вручную. В обоих один вход и один скрытый нейрон, `W1 = [[0.5]]` и `b1 = [0]`.
#
# | | один выход, два объекта | два выхода, один объект |
# |---|---|---|
# | `X`, `y` | `[[1], [2]]`, `[[1], [0]]` | `[[2]]`, `[[1, 0]]` |
# | `W2`, `b2` | `[[2]]`, `[-0.5]` | `[[2, 1]]`, `[-0.5, 0]` |
# | предсказание | `[[0.4242], [1.0232]]` | `[[1.0232, 0.7616]]` |
# | потери | $(0.5758^2 + 1.0232^2) / 2 = 0.6892$ | $(0.0232^2 + 0.7616^2) / 2 = 0.2903$ |
# | `dW1`, `db1` | `[[0.8132]]`, `[-0.0462]` | `[[0.6787]]`, `[0.3393]` |
# | `dW2`, `db2` | `[[0.5132]]`, `[0.4474]` | `[[0.0177, 0.5800]]`, `[0.0232, 0.7616]` |

# %% numbers="task-backward"
X, y = np.array([[1.0], [2]]), np.array([[1.0], [0]])
first = np.array([[0.5]]), np.zeros(1)
out = mlp_forward(X, *first, np.array([[2.0]]), np.array([-0.5]))
for printed, value in zip(("0.4242", "1.0232"), out[:, 0]):
    says(printed, value)
says("0.6892", np.mean((out - y) ** 2))
slopes = np.concatenate(mlp_backward(X, y, *first, np.array([[2.0]]), np.array([-0.5])), axis=None)
for printed, value in zip(("0.8132", "-0.0462", "0.5132", "0.4474"), slopes):
    says(printed, value)
X, y, last = np.array([[2.0]]), np.array([[1.0, 0]]), (np.array([[2.0, 1]]), np.array([-0.5, 0]))
says("0.7616", mlp_forward(X, *first, *last)[0, 1])
says("0.2903", np.mean((mlp_forward(X, *first, *last) - y) ** 2))
slopes = np.concatenate(mlp_backward(X, y, *first, *last), axis=None)
for printed, value in zip(("0.6787", "0.3393", "0.0177", "0.5800", "0.0232", "0.7616"), slopes):
    says(printed, value)


# %% exercise="mlp_backward" role="answer"
def mlp_backward(X, y, W1, b1, W2, b2):
    """Gradients of the mean squared error of mlp_forward.

    X, y: objects of shape (m, n) and answers of shape (m, k).
    W1, b1, W2, b2: arrays of shape (n, h), (h,), (h, k), (k,).
    Returns (dW1, db1, dW2, db2), each in the shape of its parameter.
    """
    ### BEGIN SOLUTION
    H = np.tanh(X @ W1 + b1)
    D = 2 / y.size * (H @ W2 + b2 - y)
    E = D @ W2.T * (1 - H**2)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)
    ### END SOLUTION


# %% exercise="mlp_backward" role="test" points=3
check(mlp_backward)
### BEGIN HIDDEN TESTS
grade(mlp_backward)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="gradient-check"
# ### All four gradients under test
#
# The next two cells compare your `mlp_backward` with small steps on your `mlp_forward`, entry by entry: shift one parameter up and
# down a little, see how the loss changes. Your own `gradient_check` of unit 07 says how far the two
# are apart, relative to their size. A right gradient stays below about $10^{-6}$, a wrong one is usually above $10^{-2}$. (Without it the largest difference is printed.)
#
# Do this for every network you ever write by hand. It takes ten lines and finds nearly every slip.

# %% [markdown] lang="ru" key="gradient-check" of="98bca1a9"
# ### Проверка всех четырёх градиентов
#
# Следующие две ячейки сравнивают вашу `mlp_backward` с малыми шагами по вашей `mlp_forward`, число за числом: чуть сдвинуть один
# параметр вверх и вниз и посмотреть, как изменятся потери. Ваша `gradient_check` из урока 07 говорит, насколько они
# расходятся по сравнению со своей величиной. У верного градиента это меньше примерно $10^{-6}$, у неверного обычно больше $10^{-2}$. (Если её нет, печатается наибольшая разность.)
#
# Делайте так с каждой сетью, которую пишете вручную. Это десять строк, и они находят почти любую ошибку.

# %% key="small-steps"
def slopes_by_small_steps(X, y, parameters, number, step=1e-5):
    slopes = np.zeros_like(parameters[number])
    for place in np.ndindex(slopes.shape):
        losses = []
        for shift in (step, -step):
            moved = [p.copy() for p in parameters]
            moved[number][place] += shift
            losses.append(np.mean((mlp_forward(X, *moved) - y) ** 2))
        slopes[place] = (losses[0] - losses[1]) / (2 * step)
    return slopes


# %% key="four-gradients"
distance = own("07-computation-graph", "gradient_check") or (lambda a, b: np.abs(a - b).max())
rng = np.random.default_rng(3)
X, y = rng.normal(size=(6, 3)), rng.normal(size=(6, 2))
parameters = [rng.normal(size=shape) for shape in ((3, 4), (4,), (4, 2), (2,))]
try:
    for number, name in enumerate(["W1", "b1", "W2", "b2"]):
        analytic = mlp_backward(X, y, *parameters)[number]
        print(name, f"{distance(analytic, slopes_by_small_steps(X, y, parameters, number)):.1e}")
except NotImplementedError:
    print(
        plots.say(
            en="Solve this first: mlp_forward, mlp_backward",
            ru="Сначала решите: mlp_forward, mlp_backward",
        )
    )

# %% [markdown] lang="en" key="task-train"
# ### Exercise 7 (a stretch) · `train_mlp`
#
# `train_mlp(X, y, hidden, learning_rate, n_steps, rng)` trains the network by full-batch gradient descent on the mean squared error
# and returns the fitted arrays `(W1, b1, W2, b2)`.
#
# * `X` has shape `(m, n)`, `y` has shape `(m, k)`, and there are `hidden` hidden neurons with tanh.
# * The start is random, drawn from `rng`, with weights of the size that Xavier's or He's rule asks for. (Much smaller ones start almost like
#   zeros: they may still be on the plateau when the steps are over.) Biases may start at 0.
# * Then `n_steps` steps with the rate `learning_rate`, each on all four arrays. So `n_steps = 0` returns the start,
#   and so does a rate of 0.
#
# Your weights need not equal ours. The hidden test puts them into the forward pass with tanh and looks at the loss they reach, on XOR and
# on two moons with labels $-1$ and $1$. It also looks at a single step on one object: every parameter must move against its own slope. And the
# same generator must give the same weights. You may call `mlp_backward` inside. Compute all four gradients first, then
# update: the first layer's gradient belongs to the old $W_2$.
#
# Example: `train_mlp(X, y, 8, 0.1, 2000, np.random.default_rng(7))` on the four points of XOR should reach a loss below 0.1. In the reference
# it is below 0.000001. A single linear layer cannot get below 1, since always saying 0 is the best it can do.

# %% [markdown] lang="ru" key="task-train" of="40b54589"
# ### Упражнение 7 (повышенной сложности) · `train_mlp`
#
# `train_mlp(X, y, hidden, learning_rate, n_steps, rng)` обучает сеть спуском по полному градиенту среднеквадратичной ошибки
# и возвращает обученные массивы `(W1, b1, W2, b2)`.
#
# * У `X` форма `(m, n)`, у `y` — `(m, k)`, скрытых нейронов с tanh — `hidden`.
# * Начало случайное, из `rng`, с весами той величины, какую велит правило Ксавье или Хе. (С гораздо меньшими сеть начинает почти как
#   с нулей: шаги могут кончиться, пока она ещё на плато.) Сдвиги могут начинать с 0.
# * Затем `n_steps` шагов со скоростью `learning_rate`, каждый меняет все четыре массива. Значит, при `n_steps = 0` возвращается
#   начало, и при нулевой скорости тоже.
#
# Ваши веса не обязаны совпасть с нашими. Скрытая проверка подставляет их в прямой проход с tanh и смотрит на достигнутые потери — на XOR и
# на двух полумесяцах с метками $-1$ и $1$. Ещё она смотрит на один шаг по одному объекту: каждый параметр должен сдвинуться против своего наклона. И одинаковые
# генераторы должны давать одинаковые веса. Внутри можно вызывать `mlp_backward`. Сначала вычислите все четыре градиента, потом
# обновляйте: градиент первого слоя относится к прежнему $W_2$.
#
# Пример: `train_mlp(X, y, 8, 0.1, 2000, np.random.default_rng(7))` на четырёх точках XOR должно дать потери меньше 0.1. У эталонного решения
# они меньше 0.000001. Один линейный слой меньше 1 получить не может: лучшее, что ему доступно, — всегда отвечать 0.

# %% numbers="task-train"
weights = train_mlp(XOR_POINTS, XOR_LABELS, 8, 0.1, 2000, np.random.default_rng(7))
holds(squared_error(XOR_POINTS, XOR_LABELS, weights) < 0.000001, "the reference is below 0.000001")
says("1", np.mean(XOR_LABELS**2))


# %% exercise="train_mlp" role="answer"
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    """Train a network with one hidden tanh layer by gradient descent on the mean squared error.

    X, y: objects of shape (m, n) and answers of shape (m, k).
    hidden: number of hidden neurons.
    learning_rate, n_steps: positive number and number of steps; both may be 0.
    rng: numpy.random.Generator, the only source of random numbers.
    Returns (W1, b1, W2, b2), arrays of shape (n, hidden), (hidden,), (hidden, k), (k,).
    """
    ### BEGIN SOLUTION
    n, k = X.shape[1], y.shape[1]
    parameters = [he_weights(n, hidden, rng), np.zeros(hidden), he_weights(hidden, k, rng), np.zeros(k)]
    for _ in range(n_steps):
        gradients = mlp_backward(X, y, *parameters)
        parameters = [p - learning_rate * g for p, g in zip(parameters, gradients)]
    return tuple(parameters)
    ### END SOLUTION


# %% exercise="train_mlp" role="test" points=4
check(train_mlp)
### BEGIN HIDDEN TESTS
grade(train_mlp)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="together"
# ### Everything together
#
# The first two cells train your network on XOR and on a hundred points of the two moons, and print the loss and how many points are on the
# correct side (for labels $-1$ and $1$ the sign decides). You should see a loss near 0 for XOR, and for the moons at least
# 95 points.
#
# The other two hand the same gradients to your own `adam` of unit 09, through your `minimise`. An optimiser knows one vector only, so the four arrays are laid
# end to end and cut apart again. Compare: Adam makes 300 steps here, the descent above made 2000. (While an exercise is not solved
# yet, the cells say so.)

# %% [markdown] lang="ru" key="together" of="72e8531e"
# ### Всё вместе
#
# Первые две ячейки обучают вашу сеть на XOR и на сотне точек двух полумесяцев и печатают потери и число точек по верную сторону
# (при метках $-1$ и $1$ решает знак). Для XOR вы должны увидеть потери около 0, для полумесяцев — не меньше
# 95 точек.
#
# Две другие передают те же градиенты вашей функции `adam` из урока 09 через вашу `minimise`. Оптимизатор знает только один вектор, поэтому четыре массива
# вытягивают в одну линию и снова разрезают. Сравните: Adam делает здесь 300 шагов, спуск выше сделал 2000. (Пока какое-нибудь
# упражнение не решено, ячейки скажут об этом.)

# %% key="two-tasks"
from sklearn.datasets import make_moons

points, labels = make_moons(100, noise=0.2, random_state=5)
tasks = {
    "XOR": (np.array([[-1.0, -1], [-1, 1], [1, -1], [1, 1]]), np.array([[-1.0], [1], [1], [-1]])),
    "moons": ((points - points.mean(axis=0)) / points.std(axis=0), 2.0 * labels[:, None] - 1),
}


# %% key="xor-and-moons"
line = plots.say(
    en="{}: loss {:.4f}, correct side {} of {}", ru="{}: потери {:.4f}, верная сторона у {} из {}"
)
try:
    for name, (X, y) in tasks.items():
        prediction = mlp_forward(X, *train_mlp(X, y, 12, 0.1, 2000, np.random.default_rng(1)))
        loss, correct = np.mean((prediction - y) ** 2), np.sum(prediction * y > 0)
        print(line.format(name, loss, correct, len(y)))
except NotImplementedError:
    print(
        plots.say(
            en="Solve this first: mlp_forward, mlp_backward, train_mlp",
            ru="Сначала решите: mlp_forward, mlp_backward, train_mlp",
        )
    )

# %% key="one-vector"
def apart(w):
    W1, b1, W2, b2 = np.split(w, [24, 36, 48])
    return W1.reshape(2, 12), b1, W2.reshape(12, 1), b2


def flat_gradient(w):
    return np.concatenate([np.ravel(g) for g in mlp_backward(*tasks["moons"], *apart(w))])


# %% key="with-your-adam"
adam, minimise = own("09-momentum-to-adam", "adam"), own("09-momentum-to-adam", "minimise")
try:
    if adam is not None and minimise is not None:
        start = np.random.default_rng(1).normal(scale=0.7, size=49)
        w = minimise(adam, flat_gradient, start, 300, learning_rate=0.05)[-1]
        X, y = tasks["moons"]
        loss = np.mean((mlp_forward(X, *apart(w)) - y) ** 2)
        print(
            plots.say(
                en=f"your Adam on the moons: loss {loss:.4f}",
                ru=f"ваш Adam на полумесяцах: потери {loss:.4f}",
            )
        )
except NotImplementedError:
    print(
        plots.say(
            en="Solve this first: mlp_forward, mlp_backward",
            ru="Сначала решите: mlp_forward, mlp_backward",
        )
    )

# %% [markdown] lang="en" key="three-tests"
# ### Three tests that cost a minute
#
# Before anybody trains a network for hours, three questions are worth asking. **Predict each answer first**, then run the cell.
#
# 1. **The first loss.** Ten classes, softmax and the cross-entropy of unit 08, very small starting weights. The network knows nothing yet. How large is the
#    loss before the first step?
# 2. **Ten points by heart.** Ten points get labels $-1$ or $1$ by the toss of a coin. There is nothing to understand. How small can your network of 12
#    hidden neurons make its loss?
# 3. **The plain model.** A linear model, fitted exactly, on the two moons. How many of the 100 points will it have right, and how many your network?

# %% [markdown] lang="ru" key="three-tests" of="14d1e799"
# ### Три проверки на одну минуту
#
# Прежде чем обучать сеть часами, стоит задать три вопроса. **Сначала предскажите каждый ответ**, потом выполните ячейку.
#
# 1. **Первые потери.** Десять классов, softmax и перекрёстная энтропия из урока 08, начальные веса очень малы. Сеть пока ничего не знает. Каковы
#    потери до первого шага?
# 2. **Десять точек наизусть.** Десяти точкам дали метки $-1$ или $1$, подбрасывая монету. Понимать тут нечего. Насколько малыми сделает потери ваша сеть с 12
#    скрытыми нейронами?
# 3. **Простая модель.** Линейная модель, подобранная точно, на двух полумесяцах. Для скольких точек из 100 её ответ будет верен и для скольких — ответ вашей сети?

# %% key="one-minute"
rng = np.random.default_rng(1)
start = [rng.normal(0, 0.01, shape) for shape in ((64, 30), (30,), (30, 10), (10,))]
ten, coins = rng.normal(size=(10, 2)), rng.choice([-1.0, 1.0], size=(10, 1))
X, y = tasks["moons"]
A = np.column_stack([np.ones(len(X)), X])
line = A @ np.linalg.lstsq(A, y, rcond=None)[0]
text = plots.say(
    en="linear model: loss {:.3f}, correct side {} of {}",
    ru="линейная модель: потери {:.3f}, верная сторона у {} из {}",
)
print(text.format(np.mean((line - y) ** 2), np.sum(line * y > 0), len(y)))
try:
    scores = mlp_forward(rng.normal(size=(200, 64)), *start)
    first = np.mean(np.log(np.exp(scores).sum(axis=1)) - scores[:, 0])
    print(plots.say(en=f"first loss: {first:.3f}", ru=f"первые потери: {first:.3f}"))
    learnt = mlp_forward(ten, *train_mlp(ten, coins, 12, 0.1, 20_000, rng))
    loss = np.mean((learnt - coins) ** 2)
    print(
        plots.say(
            en=f"ten points by heart: loss {loss:.6f}", ru=f"десять точек наизусть: потери {loss:.6f}"
        )
    )
except NotImplementedError:
    print(
        plots.say(
            en="Solve this first: mlp_forward, train_mlp", ru="Сначала решите: mlp_forward, train_mlp"
        )
    )

# %% [markdown] lang="en" key="three-answers"
# <details><summary>What the tests say</summary>
#
# 1. Every class gets about one tenth, and the surprise at one tenth is $\ln 10 = 2.303$. With $K$ classes it is $\ln K$. A first loss far above says that the starting
#    weights are too large: the network is sure before it has seen anything. (The 12.8 of the figure was such a case.)
# 2. Nearly 0. Twelve neurons have 49 parameters, more than enough for ten labels. A network that **cannot** learn ten points by heart has a fault in its gradient or a
#    bad step; more data will not help. One that can has shown only that it works, not that it understands: there was nothing to understand.
# 3. The linear model has 86 right, with the loss 0.449. Your network has at least 95. What a hidden layer is worth is the difference, and without the 86 nobody could say
#    whether 95 is much.
#
# </details>

# %% [markdown] lang="ru" key="three-answers" of="054315ae"
# <details><summary>О чём говорят проверки</summary>
#
# 1. Каждому классу достаётся около одной десятой, а удивление при одной десятой — $\ln 10 = 2.303$. Для $K$ классов это $\ln K$. Если первые потери намного больше, начальные
#    веса слишком велики: сеть уверена, ещё ничего не увидев. (Так было на рисунке с числом 12.8.)
# 2. Почти 0. У двенадцати нейронов 49 параметров, для десяти меток больше чем достаточно. Если сеть **не может** выучить десять точек наизусть, у неё ошибка в градиенте или
#    плохой шаг, и новые данные не помогут. А если может, это значит только, что она работает, а не что она понимает: понимать было нечего.
# 3. Линейная модель отвечает верно в 86 точках, потери 0.449. Ваша сеть — не меньше чем в 95. Чего стоит скрытый слой, показывает разница, и без числа 86 никто не сказал бы,
#    много ли это — 95.
#
# </details>

# %% numbers="three-answers"
says("2.303", np.log(10))
says("49", n_parameters([2, 12, 1]))
from sklearn.datasets import make_moons as _make_moons

_points, _labels = _make_moons(100, noise=0.2, random_state=5)
_X, _y = (_points - _points.mean(axis=0)) / _points.std(axis=0), 2.0 * _labels[:, None] - 1
_A = np.column_stack([np.ones(100), _X])
_line = _A @ np.linalg.lstsq(_A, _y, rcond=None)[0]
says("86", np.sum(_line * _y > 0))
says("0.449", np.mean((_line - _y) ** 2))
_rng = np.random.default_rng(1)
_ten, _coins = _rng.normal(size=(10, 2)), _rng.choice([-1.0, 1.0], size=(10, 1))
holds(np.mean((mlp_forward(_ten, *train_mlp(_ten, _coins, 12, 0.1, 20_000, _rng)) - _coins) ** 2) < 1e-4, "ten points are learnt by heart")


# %% [markdown] lang="en" key="task-signal"
# ### Experiment · `signal_sizes`
#
# How large must the starting weights be in a **deep** network? You measure it. `signal_sizes(X, weights)` sends $X$ through tanh layers without
# biases, $H_1 = \tanh(X W_1)$, $H_2 = \tanh(H_1 W_2)$ and so on, and then goes back. `weights` is a list of arrays that fit together.
# The size of an array is here the root of the mean of its squared entries: $(3, 4)$ has the size $\sqrt{(9 + 16) / 2} = 3.54$. Return two arrays with one number for
# each layer, the first layer first:
#
# * the size of its values $H$;
# * the size of the derivative $E$ with respect to its sums $Z$, when the derivative with respect to the last $H$ is 1 everywhere.
#
# The way back is that of `mlp_backward`: $E = D \circ (1 - H \circ H)$ in each layer, and $D = E W^T$ for the layer before it.
#
# Then comes the experiment: 200 pictures of handwritten digits go through ten layers of 100 neurons, with weights of the standard deviation $c / \sqrt{n}$.
# **Predict first:** for $c = 0.5$, $1$, $\sqrt{2}$ and $3$, will the derivative in the first layer be smaller or larger than in the last?

# %% [markdown] lang="ru" key="task-signal" of="b7292005"
# ### Эксперимент · `signal_sizes`
#
# Какой величины должны быть начальные веса в **глубокой** сети? Вы это измерите. `signal_sizes(X, weights)` пропускает $X$ через слои с tanh без
# сдвигов, $H_1 = \tanh(X W_1)$, $H_2 = \tanh(H_1 W_2)$ и так далее, а затем идёт назад. `weights` — список подходящих друг к другу массивов.
# Величиной массива здесь называется корень из среднего квадрата его элементов: у $(3, 4)$ она равна $\sqrt{(9 + 16) / 2} = 3.54$. Верните два массива, по одному числу на
# слой, начиная с первого слоя:
#
# * величину его значений $H$;
# * величину производной $E$ по его суммам $Z$, если производная по последнему $H$ везде равна 1.
#
# Обратный путь такой же, как в `mlp_backward`: в каждом слое $E = D \circ (1 - H \circ H)$, а для предыдущего слоя $D = E W^T$.
#
# Потом эксперимент: 200 картинок с рукописными цифрами идут через десять слоёв по 100 нейронов, стандартное отклонение весов $c / \sqrt{n}$.
# **Сначала предскажите:** при $c = 0.5$, $1$, $\sqrt{2}$ и $3$ производная в первом слое будет меньше или больше, чем в последнем?

# %% exercise="signal_sizes" role="answer"
def signal_sizes(X, weights):
    """Sizes of the values and of the derivatives in each layer of a deep tanh network without biases.

    X: objects, shape (m, n).
    weights: list of arrays of shape (n, h1), (h1, h2), ...
    Returns (values, derivatives), two arrays with one number for each layer, the first layer first.
    """
    ### BEGIN SOLUTION
    layers = [X]
    for W in weights:
        layers.append(np.tanh(layers[-1] @ W))
    D, back = np.ones_like(layers[-1]), []
    for W, H in zip(reversed(weights), reversed(layers)):
        E = D * (1 - H**2)
        back.append(np.sqrt(np.mean(E**2)))
        D = E @ W.T
    return np.array([np.sqrt(np.mean(H**2)) for H in layers[1:]]), np.array(back[::-1])
    ### END SOLUTION


# %% exercise="signal_sizes" role="test" points=3
check(signal_sizes)
### BEGIN HIDDEN TESTS
grade(signal_sizes)
### END HIDDEN TESTS

# %% key="ten-layers"
from sklearn.datasets import load_digits

pixels = load_digits().data[:200]
pixels = (pixels - pixels.mean()) / pixels.std()
sizes = [64] + 10 * [100]
try:
    for c in (0.5, 1, np.sqrt(2), 3):
        rng = np.random.default_rng(0)
        layers = [rng.normal(0, c / np.sqrt(n), (n, after)) for n, after in zip(sizes[:-1], sizes[1:])]
        values, slopes = signal_sizes(pixels, layers)
        plt.semilogy(range(1, 11), slopes, "o-", label=f"c = {c:.2g}")
        print(
            f"c = {c:.2g}: H {values[0]:.3f} → {values[-1]:.5f}; E {slopes[-1]:.3f} → {slopes[0]:.5f}"
        )
    plt.xlabel(plots.say(en="layer", ru="слой"))
    plt.ylabel(plots.say(en="size of the derivative E", ru="величина производной E"))
    plt.legend()
    plots.show(
        en="Derivatives by layer, log scale: with c = 0.5 they die out towards layer 1, with c = 3 "
        "they grow, with c = 1.4 they stay level.",
        ru="Производные по слоям, логарифмическая шкала: при c = 0.5 к слою 1 они гаснут, при c = "
        "3 растут, при c = 1.4 почти не меняются.",
    )
except NotImplementedError:
    plt.close()
    print(plots.say(en="Solve this first: signal_sizes", ru="Сначала решите: signal_sizes"))

# %% [markdown] lang="en" key="signal-answers"
# <details><summary>What comes out, and why</summary>
#
# With $c = 0.5$ the values shrink from 0.416 to 0.00065, and the derivative of the first layer is 640 times smaller than that of the last: the first layers
# learn almost nothing. With $c = 3$ the values look healthy, 0.866 and 0.837, and the neurons are saturated. One would expect that nothing comes back.
# The opposite happens: the derivative **grows**, from 0.453 to 6.87. A few neurons near 0 keep a slope of about 1, and large weights multiply what they let through.
# So tiny changes of the input are blown up, and a step of the descent jumps anywhere. In between, $c = 1$ still loses a factor of 3.6 in ten layers, and
# with He's $c = \sqrt{2}$ the two ends are nearly equal: 0.745 and 0.736.
#
# </details>

# %% [markdown] lang="ru" key="signal-answers" of="b3a8b05e"
# <details><summary>Что получается и почему</summary>
#
# При $c = 0.5$ значения уменьшаются с 0.416 до 0.00065, а производная первого слоя в 640 раз меньше, чем последнего: первые слои почти
# ничему не учатся. При $c = 3$ значения на вид хорошие, 0.866 и 0.837, нейроны насыщены. Казалось бы, назад ничего не дойдёт.
# А происходит обратное: производная **растёт**, с 0.453 до 6.87. У немногих нейронов вблизи нуля наклон остаётся около 1, а большие веса умножают то, что они пропустили.
# Крошечные изменения входа раздуваются, и шаг спуска прыгает куда попало. Посередине $c = 1$ всё ещё теряет за десять слоёв множитель 3.6, а
# при $c = \sqrt{2}$, как у Хе, концы почти равны: 0.745 и 0.736.
#
# </details>

# %% numbers="signal-answers"
from sklearn.datasets import load_digits

pixels = load_digits().data[:200]
pixels = (pixels - pixels.mean()) / pixels.std()

def ends(c):
    rng, sizes = np.random.default_rng(0), [64] + 10 * [100]
    values, slopes = signal_sizes(pixels, [rng.normal(0, c / np.sqrt(n), (n, m)) for n, m in zip(sizes[:-1], sizes[1:])])
    return values[0], values[-1], slopes[0], slopes[-1]

half, one, he, three = (ends(c) for c in (0.5, 1, np.sqrt(2), 3))
says("0.416", half[0])
says("0.00065", half[1])
says("640", round(half[3] / half[2], -1))
says("0.866", three[0])
says("0.837", three[1])
says("0.453", three[3])
says("6.87", three[2])
says("3.6", one[3] / one[2])
says("0.745", he[3])
says("0.736", he[2])

# %% numbers="task-signal"
says("3.54", math.sqrt((9 + 16) / 2))


# %% [markdown] lang="en" key="question"
# ## In your own words
#
# A friend trains a network with eight hidden tanh neurons on XOR. Her first version starts with all weights and biases at zero, "the network
# will learn them anyway". Her second one starts with everything at 0.5. Her third has random weights, but she has taken out the tanh, "to make it
# faster".
#
# Answer in five to eight sentences. For each of the three versions say what will happen during the training, and **why**, with the formulas
# or the numbers of this unit. Then say what she should do instead, and which quick test she could run to see that
# her gradients are right.
#
# A person reads this answer, not a program. Write it in the cell below.

# %% [markdown] lang="ru" key="question" of="fcd842ea"
# ## Своими словами
#
# Знакомая обучает сеть с восемью скрытыми нейронами с tanh на задаче XOR. В первом варианте все веса и сдвиги вначале нулевые: «сеть
# всё равно их выучит». Во втором все они вначале равны 0.5. В третьем веса случайные, но tanh она убрала, «чтобы было
# быстрее».
#
# Ответьте в пяти–восьми предложениях. Про каждый из трёх вариантов скажите, что произойдёт при обучении и **почему**, с формулами
# или числами из этого урока. Затем скажите, что ей надо сделать вместо этого и какой быстрой проверкой убедиться, что
# градиенты верны.
#
# Этот ответ читает человек, а не программа. Пишите в ячейке ниже.

# %% [markdown] question="own-words" points=4
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the four; half points are allowed.
#
# 1. Zeros: H = 0, so the gradient of W2 is 0; W2 = 0, so nothing comes back to W1 and b1. Only b2 can move, and on XOR even that stays
#    at 0, because the mean of the answers is 0. The loss stays at 1. (Half a point for "nothing moves" without the two reasons.)
# 2. All 0.5: gradients flow, but all eight neurons have equal weights, compute the same and get the same gradient, so they stay equal for
#    ever and do the work of one. One tanh neuron with a linear output is monotone along one direction and cannot solve XOR.
# 3. Without tanh two linear layers are one: W = W1·W2, b = b1·W2 + b2. A linear model cannot solve XOR (the sums give
#    2b > 0 and 2b < 0), the best it can do is to say 0, loss 1.
# 4. Random weights of the size 1/√n (Xavier, He), tanh back in its place; the test: compare all four gradients with small steps
#    (gradient check). Half a point for each of the two.
#
# По одному баллу за каждый пункт, можно ставить половину.
#
# 1. Нули: H = 0, поэтому градиент по W2 равен 0; W2 = 0, поэтому до W1 и b1 ничего не доходит. Двигаться может только b2, а на XOR и он
#    остаётся нулём, потому что среднее ответов равно 0. Потери остаются равны 1. (Половина балла за «ничего не движется» без двух причин.)
# 2. Все 0.5: градиенты идут, но у всех восьми нейронов веса одинаковы, они вычисляют одно и то же и получают один и тот же градиент, поэтому
#    навсегда остаются одинаковыми и работают за один. Один нейрон с tanh и линейный выход монотонны вдоль одного направления и XOR не решают.
# 3. Без tanh два линейных слоя — это один: W = W1·W2, b = b1·W2 + b2. Линейная модель XOR не решает (из сумм следует
#    2b > 0 и 2b < 0), лучшее для неё — отвечать 0, потери 1.
# 4. Случайные веса величины 1/√n (Ксавье, Хе), tanh вернуть на место; проверка — сравнить все четыре градиента с малыми шагами
#    (gradient check). По половине балла за каждое.
# ### END MARK SCHEME

# %% [markdown] lang="en" key="slides"
# ## What the lecture slides say differently
#
# After the descent with $\alpha$ lecture 4 has a slide with the title **SGD**:
#
# $$\Delta\theta = -\alpha \nabla_\theta J(\theta), \qquad \theta = \theta + \Delta\theta = \theta - \alpha \nabla_\theta J(\theta)$$
#
# **This is not SGD.** $J$ is the mean over all the data, so the slide shows the full-batch descent once more. SGD takes
# the gradient for one random object, or for a mini-batch (unit 06). Three remarks of the slide are about real SGD:
#
# * "It may jump into another local minimum." True: the noise of the gradient can push it out. That may help or harm.
# * "Fast convergence, often to a good minimum." This is experience with networks, not a theorem. It is fast per pass over the data, because one
#   pass makes many updates.
# * "Strong fluctuations, mini-batches for stability." True: averaging over $B$ random objects divides the variance of the
#   noise by $B$.
#
# On the slide about **Adam** the captions are swapped: $m$ averages the gradients, $v$ their squares.

# %% [markdown] lang="ru" key="slides" of="9f5c9fbb"
# ## Что на слайдах лекций иначе
#
# После спуска с $\alpha$ в лекции 4 идёт слайд с заголовком **SGD**:
#
# $$\Delta\theta = -\alpha \nabla_\theta J(\theta), \qquad \theta = \theta + \Delta\theta = \theta - \alpha \nabla_\theta J(\theta)$$
#
# **Это не SGD.** $J$ — среднее по всем данным, так что на слайде ещё раз показан спуск по полному градиенту. SGD берёт
# градиент для одного случайного объекта или для мини-батча (урок 06). Три замечания слайда относятся к настоящему SGD:
#
# * «Может перепрыгнуть в другой локальный минимум». Верно: шум градиента может вытолкнуть. Это бывает и на пользу, и во вред.
# * «Быстрая сходимость, часто к хорошему минимуму». Это опыт работы с сетями, а не теорема. Быстро — в пересчёте на один проход
#   по данным: за него делают много обновлений.
# * «Сильные флуктуации, для стабилизации мини-батчи». Верно: среднее по $B$ случайным объектам делит дисперсию
#   шума на $B$.
#
# На слайде про **Adam** переставлены подписи: $m$ усредняет градиенты, $v$ — их квадраты.

# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. A neuron is a sum with a bend. A network with one hidden layer is $\hat{Y} = \tanh(X W_1 + b_1) W_2 + b_2$; without the bend it
#    collapses into one linear layer.
# 2. A hidden layer gives the points new coordinates. That is how XOR and the moons become separable.
# 3. Learning means: choose a family, a loss, and look for the parameters with the smallest empirical risk. A constant
#    added to the loss changes nothing but the number.
# 4. The backward pass is the chain rule in matrices. Every gradient has the shape of its parameter; check it with small steps.
# 5. Zeros never train, equal neurons stay equal. Start at random, with variance about $1 / n$ or $2 / n$.
#
# **Next:** unit 11, hyper-parameters and grid search. The number of hidden neurons, the learning rate and the number of steps are not learnt by the
# descent. Choosing them well, without fooling oneself, is a craft of its own.

# %% [markdown] lang="ru" key="summary" of="8e66ad70"
# ## Итоги
#
# 1. Нейрон — это сумма, а за ней нелинейность. Сеть с одним скрытым слоем — $\hat{Y} = \tanh(X W_1 + b_1) W_2 + b_2$; без нелинейности она
#    превращается в один линейный слой.
# 2. Скрытый слой даёт точкам новые координаты. Так XOR и полумесяцы становятся разделимыми.
# 3. Учиться — значит выбрать семейство и функцию потерь и искать параметры с наименьшим эмпирическим риском. Постоянная,
#    прибавленная к потерям, не меняет ничего, кроме числа.
# 4. Обратный проход — цепное правило в матрицах. У каждого градиента форма его параметра; проверяйте его малыми шагами.
# 5. Нули не учатся никогда, одинаковые нейроны остаются одинаковыми. Начинайте случайно, с дисперсией около $1 / n$ или $2 / n$.
#
# **Дальше:** урок 11, гиперпараметры и поиск по сетке. Число скрытых нейронов, скорость обучения и число шагов спуск не находит.
# Хорошо выбрать их и не обмануть самого себя — отдельное ремесло.
