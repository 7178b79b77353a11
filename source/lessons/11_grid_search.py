# %% [markdown] lang="en" key="goal"
# # Hyper-parameters and grid search
#
# ## Goal
#
# After this unit you can
#
# * tell a **parameter** (параметр) from a **hyper-parameter** (гиперпараметр) and from the state of an optimiser;
# * choose hyper-parameters by cross-validation: by hand, in a loop, and with `GridSearchCV`;
# * say beforehand how many trainings a search costs;
# * recognise a score that is too good because something has leaked, and get an honest one.
#
# **Time:** about 95 minutes. Reading takes 35 with the six last questions, the figure 5, the exercises and the experiment 50, the written
# question 5. There is a good place to stop halfway. The exercise called a stretch may take ten minutes more.
#
# **Lecture:** the last part of lecture 1, the slides "Parameters vs hyper-parameters" and "Choosing
# hyper-parameters".
#
# **You need:** the learning rate (unit 04) and standardising (unit 05). If your notebook of unit 04 is done, your
# own `gradient_descent` will be tuned here.

# %% [markdown] lang="ru" key="goal" of="025eeb9b"
# # Гиперпараметры и поиск по сетке
#
# ## Цель
#
# После этого урока вы сможете
#
# * отличить **параметр** (parameter) от **гиперпараметра** (hyper-parameter) и от состояния оптимизатора;
# * подобрать гиперпараметры с помощью кросс-валидации: вручную, в цикле и через `GridSearchCV`;
# * заранее сказать, сколько обучений потребует поиск;
# * распознать оценку, завышенную из-за утечки данных, и получить честную.
#
# **Время:** около 95 минут. Чтение и шесть последних вопросов — 35, рисунок — 5, упражнения и эксперимент — 50, письменный вопрос — 5.
# На полпути есть где сделать перерыв. Упражнение повышенной сложности может занять ещё минут десять.
#
# **Лекция:** последняя часть лекции 1, слайды «Параметры vs гиперпараметры» и «Подбор гиперпараметров».
#
# **Понадобится:** скорость обучения (урок 04) и стандартизация (урок 05). Если ваша тетрадь урока 04 готова,
# здесь вы подберёте скорость для собственного `gradient_descent`.

# %% key="setup"
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression, SGDRegressor
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from course import check, figures, language, own, plots
from course.corpus import KITTY, corpus
from course.estimator import DescentRegressor

# %% [markdown] lang="en" key="kinds"
# ## Three kinds of numbers
#
# The course comes with 80 short texts about pets. Half of them are about a cat (label 1), half about a dog (label 0).
# The logistic regression of unit 08 gets one weight for every word. Run the next cell and look at one of them: the
# coefficient of the word *kitty*, which on the lecture's slide is КОТИК. It is about 1.5. It is positive, so the word
# speaks for a cat.
#
# Nobody chose the 1.5. Training found it in the data. Such a number is a **parameter** (параметр). It belongs to the
# inside of the model.
#
# Other numbers were there before training began: the learning rate, the smallest number of texts a word must occur
# in, the $k$ of $k$ nearest neighbours. They are set from outside, and training does not touch them. They are
# **hyper-parameters** (гиперпараметры).
#
# And there is a third kind, which the slide leaves out. Momentum keeps a fading sum $h$ of past gradients, AdaGrad
# keeps the sum $G$ of their squares. They change during training as parameters do, but the finished model does not need
# them. They are the **state of the optimiser** (состояние оптимизатора).
#
# | kind | who sets it | when | examples |
# |---|---|---|---|
# | parameter | training | during training | the coefficient of КОТИК, all $w$ |
# | hyper-parameter | you, or a search | before training | $\eta$, `min_df`, the $k$ of kNN |
# | optimiser state | the optimiser | during training, then dropped | $h$ of momentum, $G$ of AdaGrad |

# %% [markdown] lang="ru" key="kinds" of="13aab19d"
# ## Три вида чисел
#
# В курсе есть 80 коротких текстов о домашних животных. Половина из них о кошке (класс 1), половина о собаке
# (класс 0). Логистическая регрессия из урока 08 даёт каждому слову свой вес. Запустите следующую ячейку и
# посмотрите на один из них: на коэффициент при слове *котик*. Это то самое слово КОТИК со слайда лекции. Коэффициент
# равен примерно 1.5. Он положителен, значит, слово говорит в пользу кошки.
#
# Число 1.5 никто не выбирал: оно найдено по данным во время обучения. Такое число называется **параметром**
# (parameter). Это внутренняя характеристика модели.
#
# Другие числа были заданы ещё до обучения: скорость обучения, наименьшее число текстов, в которых должно
# встретиться слово, число соседей $k$ в методе $k$ ближайших соседей. Их задают снаружи, и обучение их не трогает.
# Это **гиперпараметры** (hyper-parameters).
#
# Есть и третий вид, о котором слайд молчит. Метод моментов хранит затухающую сумму $h$ прошлых градиентов, AdaGrad —
# сумму $G$ их квадратов. Они меняются во время обучения, как и параметры, но готовой модели не нужны. Это **состояние
# оптимизатора** (optimiser state).
#
# | вид | кто задаёт | когда | примеры |
# |---|---|---|---|
# | параметр | обучение | во время обучения | коэффициент при слове КОТИК, все веса $w$ |
# | гиперпараметр | вы или поиск | до обучения | $\eta$, `min_df`, число $k$ в kNN |
# | состояние оптимизатора | оптимизатор | во время обучения, потом не нужно | $h$ в методе моментов, $G$ в AdaGrad |

# %% numbers="kinds"
texts, labels = corpus()
vectors = TfidfVectorizer()
model = LogisticRegression().fit(vectors.fit_transform(texts), labels)
says("80", len(texts))
says("1.5", model.coef_[0, vectors.vocabulary_[KITTY["en"]]])
holds(sum(labels) * 2 == len(labels), "half of the texts are about a cat")


# %% key="kitty"
texts, labels = corpus()
vectors = TfidfVectorizer()
model = LogisticRegression().fit(vectors.fit_transform(texts), labels)
word = KITTY[language()]
print(texts[0])
print(word, model.coef_[0, vectors.vocabulary_[word]].round(2))

# %% [markdown] lang="en" key="not-from-training"
# ### Why training cannot find them
#
# The slide says that a hyper-parameter cannot be derived from the data during training. Let us see why, with the
# slide's own example. The method of **k nearest neighbours** (k ближайших соседей, kNN) looks at the $k$ training
# objects nearest to a new one and lets them vote.
#
# Take $k = 1$ and ask it about an object of the training set. The nearest training object is that object itself. So
# the answer is right: the training accuracy is 1 for any labels, as long as no two objects coincide. Training would
# choose $k = 1$ every time, without having learnt anything about new objects.
#
# So hyper-parameters **are** chosen by data, but by data that the model has not been trained on. The next cell
# prints the accuracy on the training data and on held-out data, for the tumours of 569 patients, each described by
# ten numbers. The training accuracy falls from 1 to about 0.89; the held-out accuracy is worst at $k = 1$, 0.856. A model that knows its training data by
# heart and does worse on new data is **overfitted** (переобучение).

# %% [markdown] lang="ru" key="not-from-training" of="f9c7a693"
# ### Почему обучение не может их найти
#
# На слайде сказано, что гиперпараметр нельзя вывести из данных при обучении. Посмотрим почему, на примере с того же
# слайда. Метод **k ближайших соседей** (k nearest neighbours, kNN) смотрит на $k$ обучающих объектов, ближайших
# к новому, и даёт им проголосовать.
#
# Возьмём $k = 1$ и спросим метод об объекте из обучающей выборки. Ближайший обучающий объект — он сам. Поэтому ответ
# верный: доля верных ответов на обучении равна 1 при любых метках, если только среди объектов нет совпадающих.
# Обучение каждый раз выбирало бы $k = 1$, ничего не узнав о новых объектах.
#
# Так что гиперпараметры **выбирают** по данным, но по таким, на которых модель не училась. Следующая ячейка
# печатает долю верных ответов на обучающих и на отложенных данных — для опухолей 569 пациентов, каждая описана
# десятью числами. На обучении доля верных ответов падает от 1 примерно до 0.89, а на отложенных данных она хуже всего при $k = 1$, 0.856. Если модель
# знает обучающие данные наизусть, а на новых ошибается чаще, это **переобучение** (overfitting).

# %% numbers="not-from-training"
X, y = load_breast_cancer(return_X_y=True)
X = X[:, :10]
says("569", len(X))
held_out = [cross_val_score(KNeighborsClassifier(k), X, y, cv=5).mean() for k in (1, 3, 5, 11, 21)]
says("0.856", held_out[0])
holds(min(held_out) == held_out[0], "k = 1 is the worst on new data")
says("1", KNeighborsClassifier(1).fit(X, y).score(X, y))
says("0.89", KNeighborsClassifier(21).fit(X, y).score(X, y))


# %% key="neighbours"
X, y = load_breast_cancer(return_X_y=True)
X = X[:, :10]
row = plots.say(
    en="k = {:2}   training {:.3f}   held out {:.3f}",
    ru="k = {:2}   обучающие {:.3f}   отложенные {:.3f}",
)
for k in (1, 3, 5, 11, 21):
    neighbours = KNeighborsClassifier(k)
    held_out = cross_val_score(neighbours, X, y, cv=5).mean()
    print(row.format(k, neighbours.fit(X, y).score(X, y), held_out))

# %% [markdown] lang="en" key="folds"
# ## Cross-validation
#
# The held-out numbers came from **cross-validation** (кросс-валидация, or скользящий контроль). Cut the objects
# into $K$ parts of nearly the same size, the **folds** (блоки). Each fold is the **validation part** (контрольная
# часть) once; the model is trained on all the others. Seven objects, three folds:
#
# | round | validation | training |
# |---|---|---|
# | 1 | 0, 1, 2 | 3, 4, 5, 6 |
# | 2 | 3, 4 | 0, 1, 2, 5, 6 |
# | 3 | 5, 6 | 0, 1, 2, 3, 4 |
#
# Every object is validated once, by a model that has never seen it. 7 is not divisible by 3, so one fold has one
# object more.
#
# **Shuffle first**, unless time orders the objects. The 150 irises of scikit-learn lie sorted: 50 of each of three kinds. Three folds without
# shuffling, and each model is asked about the one kind it has never met: the scores are 0, 0, 0. Shuffled, they are 0.98, 0.96, 0.96.
# For classes scikit-learn by itself gives every fold about the same share of each, it **stratifies** them (стратификация).
#
# Three rounds give three scores, say 0.8, 0.9 and 0.7. Their mean $(0.8 + 0.9 + 0.7) / 3 = 0.8$ is the
# cross-validated score of this value of the hyper-parameter. In general
#
# $$\bar{s} = \frac{1}{K} \sum_{j=1}^{K} s_j$$
#
# where $s_j$ is the score on fold $j$. In scikit-learn a **score** (оценка) is always such that **larger is
# better**. Lecture 4 says **metric** (метрика). A loss is what training makes small; a metric is what you judge the
# model by, and the two need not be the same. Accuracy and $R^2$ are scores as they stand. A loss becomes one by a minus sign; that is why there are
# names such as `neg_mean_squared_error`, and why all scores of a search may be negative.

# %% [markdown] lang="ru" key="folds" of="8795e9f4"
# ## Кросс-валидация
#
# Числа на отложенных данных дала **кросс-валидация** (cross-validation), по-русски её называют ещё скользящим
# контролем. Разрежем объекты на $K$ почти одинаковых частей — **блоков** (folds). Каждый блок один раз становится
# **контрольной частью** (validation part, её называют и валидационной), а модель учится на всех остальных. Семь
# объектов, три блока:
#
# | раунд | контроль | обучение |
# |---|---|---|
# | 1 | 0, 1, 2 | 3, 4, 5, 6 |
# | 2 | 3, 4 | 0, 1, 2, 5, 6 |
# | 3 | 5, 6 | 0, 1, 2, 3, 4 |
#
# Каждый объект один раз попадает в контроль, и проверяет его модель, которая его не видела. 7 не делится на 3,
# поэтому в одном блоке на объект больше.
#
# **Сначала перемешайте**, если только порядок объектов не задан временем. 150 ирисов в scikit-learn лежат по порядку: по 50 каждого из трёх видов. Три блока без
# перемешивания — и каждую модель спрашивают о виде, которого она не встречала: оценки 0, 0, 0. С перемешиванием они 0.98, 0.96, 0.96.
# Если ответы — классы, scikit-learn сама следит, чтобы доли классов в блоках были почти равны; это называют **стратификацией** (stratified folds).
#
# Три раунда дают три оценки, скажем, 0.8, 0.9 и 0.7. Их среднее $(0.8 + 0.9 + 0.7) / 3 = 0.8$ — это оценка на
# кросс-валидации для данного значения гиперпараметра. В общем виде
#
# $$\bar{s} = \frac{1}{K} \sum_{j=1}^{K} s_j$$
#
# где $s_j$ — оценка на блоке $j$. В scikit-learn **оценка** (score) всегда устроена так, что **больше — лучше**.
# В лекции 4 такое число названо **метрикой** (metric). Потери уменьшают при обучении, а по метрике судят о модели, и
# это не обязательно одно и то же. Доля верных ответов и $R^2$ годятся как есть. Потери превращают в оценку знаком минус: отсюда названия вроде
# `neg_mean_squared_error`, и поэтому все оценки в поиске могут оказаться отрицательными.

# %% numbers="folds"
from sklearn.datasets import load_iris
from sklearn.model_selection import KFold

says("0.8", (0.8 + 0.9 + 0.7) / 3)
iris = load_iris(return_X_y=True)
says("150", len(iris[1]))
holds(list(iris[1]) == sorted(iris[1]), "the irises are sorted")
for value in cross_val_score(LogisticRegression(max_iter=1000), *iris, cv=KFold(3)):
    says("0", value)
mixed = cross_val_score(LogisticRegression(max_iter=1000), *iris, cv=KFold(3, shuffle=True, random_state=0))
for printed, value in zip(("0.98", "0.96", "0.96"), mixed):
    says(printed, value)


# %% [markdown] lang="en" key="slide-loop"
# ## By hand, then in a loop
#
# The slide names three ways to choose a hyper-parameter. The first is by hand: change a number, train, look. It
# teaches you a lot about a model, but nobody can repeat it later. The second way is this loop:
#
# ```python
# for df in range(0, 20):
#     vec = TfidfVectorizer(min_df=df)
# ```
#
# `TfidfVectorizer` turns texts into numbers, one column per word. Its hyper-parameter `min_df` is the smallest
# number of texts that a word must occur in to get a column. With `min_df=2` a word that stands in a single text is
# left out.
#
# The loop runs, but it has two faults.
#
# 1. It keeps nothing. Each round throws away the vectoriser of the round before, and no round trains or scores. At
#    the end `vec` is the last one, with `min_df=19`.
# 2. It begins with 0. As soon as that vectoriser is used, today's scikit-learn raises an error: a whole `min_df`
#    must be at least 1.
#
# The next cell shows both.

# %% [markdown] lang="ru" key="slide-loop" of="61a32028"
# ## Руками, а потом в цикле
#
# Слайд называет три способа подобрать гиперпараметр. Первый — руками: поменять число, обучить, посмотреть. Так
# можно многое понять о модели, но повторить это потом не сможет никто. Второй способ — вот такой цикл:
#
# ```python
# for df in range(0, 20):
#     vec = TfidfVectorizer(min_df=df)
# ```
#
# `TfidfVectorizer` превращает тексты в числа, по одному столбцу на слово. Его гиперпараметр `min_df` — это
# наименьшее число текстов, в которых должно встретиться слово, чтобы получить столбец. При `min_df=2` слово,
# которое есть только в одном тексте, отбрасывается.
#
# Цикл работает, но в нём две ошибки.
#
# 1. Он ничего не сохраняет. Каждый проход выбрасывает векторизатор предыдущего, и ни один ничего не обучает и не
#    оценивает. В конце `vec` — последний из них, с `min_df=19`.
# 2. Он начинается с 0. Как только такой векторизатор пустят в дело, нынешняя версия scikit-learn выдаст ошибку:
#    целое `min_df` должно быть не меньше 1.
#
# Следующая ячейка показывает и то и другое.

# %% key="broken-loop"
for df in range(0, 20):
    vec = TfidfVectorizer(min_df=df)
print(vec)
try:
    TfidfVectorizer(min_df=0).fit(texts)
except ValueError as error:
    print(str(error)[:100], "…")

# %% [markdown] lang="en" key="repaired"
# ### The loop repaired
#
# A loop that chooses must do three things in every round: train, score on held-out data, and **keep** the score
# together with the value it belongs to. A dictionary is the simplest place.
#
# Run the next cell. The best `min_df` is a small one. The last value, which the slide's loop would have kept, is the
# worst of all. Of 283 words only six stand in 19 texts or more. *Kitty*, *cat* and *dog* are among them; *puppy*,
# *purrs* and *barks* are gone.
#
# Do not read the third digit. One text of 80 is worth 0.0125, so two neighbours in this list may differ by a single text. How to
# tell a difference from luck is the subject of the experiment at the end of this unit.

# %% [markdown] lang="ru" key="repaired" of="b0266ed3"
# ### Исправленный цикл
#
# Цикл, который выбирает, должен на каждом проходе сделать три вещи: обучить, оценить на отложенных данных и
# **сохранить** оценку вместе со значением, к которому она относится. Проще всего — в словаре.
#
# Запустите следующую ячейку. Лучшее `min_df` — небольшое. Последнее значение, которое осталось бы после цикла со
# слайда, — худшее из всех. Из 315 слов только три встречаются в 19 текстах или больше. *Котик* и *собака* среди них
# есть, а *кошка*, *щенок*, *мурлычет* и *лает* пропали.
#
# В третий знак не вчитывайтесь. Один текст из 80 — это 0.0125, так что соседи в этом списке могут отличаться одним-единственным
# текстом. Как отличить разницу от везения, покажет эксперимент в конце урока.

# %% numbers="repaired"
says("283", len(TfidfVectorizer().fit(texts).vocabulary_), lang="en")
holds(len(TfidfVectorizer(min_df=19).fit(texts).vocabulary_) == 6, "six words stand in 19 texts or more")
says("0.0125", 1 / 80)


# %% key="repaired-loop"
kept = {}
for df in (1, 2, 3, 5, 8, 12, 19):
    text_model = make_pipeline(TfidfVectorizer(min_df=df), LogisticRegression())
    kept[df] = cross_val_score(text_model, texts, labels, cv=5).mean()
    print(f"min_df = {df:2}", plots.say(en="  accuracy", ru="  доля верных"), f"{kept[df]:.3f}")
print(plots.say(en="best:", ru="лучшее:"), max(kept, key=kept.get))

# %% [markdown] lang="en" key="grid"
# ## A grid and its price
#
# Most models have several hyper-parameters, and the best value of one depends on the others. So all combinations
# are tried: a **grid** (сетка). Three learning rates and two numbers of steps make $3 \cdot 2 = 6$ cells.
#
# Every cell is trained once for each fold. With $K = 5$ that makes $6 \cdot 5 = 30$ trainings. At the end the best
# combination is trained once more on all the data, which scikit-learn calls `refit`: 31 in all. For lists of
# lengths $n_1, n_2, \ldots, n_p$ the number of trainings $N$ is
#
# $$N = n_1 \cdot n_2 \cdot \ldots \cdot n_p \cdot K + 1$$
#
# Ten values for each of four hyper-parameters with five folds make 50 001 trainings. At one second each that is
# fourteen hours. So choose the values with care.
#
# **Learning rates are spaced by ratio.** Ten evenly spaced values from 0.0001 to 1 are 0.0001, 0.1112, 0.2223, …
# Between the first and the second three powers of ten are left out: 0.001, 0.01 and 0.1. Equal ratios do better:
# 0.0001, 0.001, 0.01, 0.1, 1. For $n$ values from $a$ to $b$ there are $n - 1$ steps, so the ratio $q$ is
#
# $$q = \left( \frac{b}{a} \right)^{1 / (n - 1)}$$
#
# Check: $a = 2$, $b = 54$, $n = 4$. Then $b / a = 27$, $q = 27^{1/3} = 3$, and the values are 2, 6, 18, 54.

# %% [markdown] lang="ru" key="grid" of="d3d5b060"
# ## Сетка и её цена
#
# У большинства моделей несколько гиперпараметров, и лучшее значение одного зависит от остальных. Поэтому пробуют
# все комбинации — **сетку** (grid). Три скорости обучения и два числа шагов дают $3 \cdot 2 = 6$ клеток.
#
# Каждую клетку обучают по разу на каждый блок. При $K = 5$ это $6 \cdot 5 = 30$ обучений. В конце лучшую комбинацию
# обучают ещё раз на всех данных, в scikit-learn это называется `refit`: всего 31. Для списков длиной
# $n_1, n_2, \ldots, n_p$ число обучений $N$ равно
#
# $$N = n_1 \cdot n_2 \cdot \ldots \cdot n_p \cdot K + 1$$
#
# Десять значений для каждого из четырёх гиперпараметров и пять блоков — это 50 001 обучение. По секунде на каждое
# выходит четырнадцать часов. Поэтому значения надо выбирать с умом.
#
# **Скорости обучения берут в геометрической прогрессии.** Десять значений через равные промежутки от 0.0001 до 1 —
# это 0.0001, 0.1112, 0.2223, … Между первым и вторым пропущены целых три порядка: 0.001, 0.01 и 0.1. Равные
# отношения лучше: 0.0001, 0.001, 0.01, 0.1, 1. Между $n$ значениями от $a$ до $b$ всего $n - 1$ шагов, поэтому
# отношение $q$ равно
#
# $$q = \left( \frac{b}{a} \right)^{1 / (n - 1)}$$
#
# Проверим: $a = 2$, $b = 54$, $n = 4$. Тогда $b / a = 27$, $q = 27^{1/3} = 3$, и значения такие: 2, 6, 18, 54.

# %% numbers="grid"
says("6", 3 * 2)
says("30", n_fits({"eta": [1] * 3, "steps": [1] * 2}, 5, False))
says("31", n_fits({"eta": [1] * 3, "steps": [1] * 2}, 5, True))
says("50 001", n_fits(dict.fromkeys("abcd", range(10)), 5, True))
holds(round(50_001 / 3600) == 14, "fourteen hours")
for printed, value in zip(("0.0001", "0.1112", "0.2223"), np.linspace(0.0001, 1, 10)):
    says(printed, value)
for printed, value in zip(("0.0001", "0.001", "0.01", "0.1", "1"), log_grid(0.0001, 1, 5)):
    says(printed, value)
for printed, value in zip(("2", "6", "18", "54"), log_grid(2, 54, 4)):
    says(printed, value)


# %% [markdown] lang="en" key="play"
# ## Try it: the grid map
#
# The figure trains a linear model with 65 features by gradient descent, on 200 patients of scikit-learn's diabetes
# set. Two hyper-parameters are searched: the learning rate $\eta$ and the number of steps, from 1 to 1000. The colour
# of a cell is its cross-validated $R^2$; 0 is as good as always predicting the mean, 1 is perfect.
#
# Answer before you go on, and write the numbers down:
#
# 1. Set 2 values on each axis, then 4, then 8, then 12. How does the number of trainings grow? How much better does
#    the best score become from 4 to 12?
# 2. With 12 values, the good cells lie on a slanted band. What is the price of a smaller $\eta$? Why does the score
#    fall again above and to the right of the band, although those descents come closer to the minimum of the loss?
# 3. Change to equal differences, with 6 values. What happens to most of the cells?
# 4. Go from 5 folds to 2 and to 10. The model is the same. Why does the score change?
# 5. With 8 values and 5 folds the best cell has 0.430, the second 0.428. Is it better? Look at the folds below the grid, then move the split from
#    1 to 8: the patients are dealt out anew.

# %% [markdown] lang="ru" key="play" of="31ac7a72"
# ## Попробуйте сами: карта сетки
#
# На рисунке линейная модель с 65 признаками обучается градиентным спуском на 200 пациентах из набора diabetes
# библиотеки scikit-learn. Перебираются два гиперпараметра: скорость обучения $\eta$ и число шагов, от 1 до 1000.
# Цвет клетки — её $R^2$ на кросс-валидации; 0 — не лучше, чем всегда предсказывать среднее, 1 — идеально.
#
# Прежде чем идти дальше, ответьте на вопросы и запишите числа:
#
# 1. Поставьте 2 значения на каждой оси, потом 4, потом 8, потом 12. Как растёт число обучений? Насколько лучше
#    становится лучшая оценка при переходе от 4 к 12?
# 2. При 12 значениях хорошие клетки лежат на наклонной полосе. Чем приходится платить за меньшую $\eta$? Почему
#    выше и правее полосы оценка снова падает, хотя спуск там подходит к минимуму потерь ближе?
# 3. Переключите на равные разности и 6 значений. Что происходит с большинством клеток?
# 4. Перейдите от 5 блоков к 2 и к 10. Модель та же самая. Почему меняется оценка?
# 5. При 8 значениях и 5 блоках у лучшей клетки 0.430, у второй 0.428. Лучше ли она? Посмотрите на блоки под сеткой, потом двигайте разбиение от
#    1 до 8: пациентов раскладывают по блокам заново.

# %% figure="grid_map"
figures.grid_map()

# %% [markdown] lang="en" key="answers"
# <details><summary>Answers</summary>
#
# 1. 21, 81, 321 and 721 trainings: twice as many values cost four times as much. From 4 to 12 values the best $R^2$
#    goes from 0.421 only to 0.428, and 8 values happen to give 0.430. A coarse grid finds the region; a finer one,
#    in that region only, comes afterwards.
# 2. A rate ten times smaller needs ten times as many steps. Above and to the right of the band the descent goes too
#    far: it learns the noise of the training patients by heart, which is overfitting. Farther right it diverges, as in unit 04.
# 3. All rates but the smallest are 0.2 and more: 29 of the 36 cells diverge.
# 4. With 2 folds each model sees only half of the patients, so it is worse. With 10 folds the validation parts have
#    20 patients each, and such small parts give scores that jump. A cross-validated score is a measurement, and a
#    measurement has an error.
# 5. Nobody can say so. On each fold the best cell leads by 0.0019 ± 0.01, and it is ahead on 3 of 5. In 8 splits three different cells win, and the
#    best score wanders from 0.332 to 0.430: the split moves it far more than the choice among the good cells.
#
# </details>

# %% [markdown] lang="ru" key="answers" of="fb009a76"
# <details><summary>Ответы</summary>
#
# 1. 21, 81, 321 и 721 обучение: вдвое больше значений — вчетверо дороже. При переходе от 4 значений к 12 лучший
#    $R^2$ растёт с 0.421 всего до 0.428, а при 8 случайно выходит 0.430. Редкая сетка находит область, а частую
#    строят потом, уже внутри неё.
# 2. Скорость в десять раз меньше требует в десять раз больше шагов. Выше и правее полосы спуск заходит слишком
#    далеко: модель заучивает шум обучающих данных, это переобучение. Ещё правее спуск расходится, как в уроке 04.
# 3. Все скорости, кроме наименьшей, равны 0.2 и больше: 29 клеток из 36 расходятся.
# 4. При 2 блоках каждая модель видит только половину пациентов, поэтому она хуже. При 10 блоках в контрольных частях
#    по 20 пациентов, а на таких маленьких частях оценки скачут. Оценка на кросс-валидации — это измерение,
#    а у измерения есть погрешность.
# 5. Сказать так нельзя. По блокам лучшая клетка впереди на 0.0019 ± 0.01, и только на 3 блоках из 5. В 8 разбиениях побеждают три разные клетки, а
#    лучшая оценка гуляет от 0.332 до 0.430: разбиение сдвигает её куда сильнее, чем выбор среди хороших клеток.
#
# </details>

# %% numbers="answers"
for printed, n in (("21", 2), ("81", 4), ("321", 8), ("721", 12)):
    says(printed, n_fits({"eta": range(n), "steps": range(n)}, 5, True))
from course.figures.grid_map import search

says("0.421", np.nanmax(search(1e-4, 1, 4, "log", 5).scores))
says("0.428", np.nanmax(search(1e-4, 1, 12, "log", 5).scores))
says("0.430", np.nanmax(search(1e-4, 1, 8, "log", 5).scores))
eight = [np.nanmax(search(1e-4, 1, 8, "log", 5, split).scores) for split in range(1, 9)]
says("0.332", min(eight))
says("0.430", max(eight))
holds(np.sum(~np.isfinite(search(1e-4, 1, 6, "even", 5).scores)) == 29, "29 of the 36 cells diverge")
says("20", 200 / 10)
says("0.2", np.linspace(0.001, 1, 6)[1])


# %% [markdown] lang="en" key="pipeline"
# ## The third way: GridSearchCV
#
# The slide stops at the import. Here is the rest. First chain the steps of the work into a **pipeline** (конвейер):
# here scaling, then neighbours. Each step has a name of your choice. A pipeline is trained and used as one model.
#
# Then name the values to try. The search hands each of them to the pipeline, so the name must say which step it is
# meant for: step, **two** underscores, hyper-parameter. The $k$ of the step `knn` is `knn__n_neighbors`.
#
# `GridSearchCV` does the rest: all combinations, all folds, the means, the best one, and the last training on all
# data. After `fit`, four results are worth knowing: `best_params_`, `best_score_`, `best_estimator_` and `cv_results_`.
# Its method `predict` uses the winner.
#
# The first line of the cell puts a quarter of the patients aside. You will see below what for.

# %% [markdown] lang="ru" key="pipeline" of="b2a50602"
# ## Третий способ: GridSearchCV
#
# Слайд заканчивается на импорте. Вот остальное. Сначала свяжем шаги работы в **конвейер** (pipeline): здесь это
# масштабирование, потом соседи. У каждого шага есть имя, его придумываете вы. Конвейер обучают и применяют как одну
# модель.
#
# Потом перечислим значения, которые надо попробовать. Поиск передаёт каждое из них конвейеру, поэтому в имени
# должно быть сказано, какому шагу оно предназначено: шаг, **два** подчёркивания, гиперпараметр. Число $k$ у шага
# `knn` — это `knn__n_neighbors`.
#
# Остальное делает `GridSearchCV`: все комбинации, все блоки, средние, лучшую комбинацию и последнее обучение на
# всех данных. После `fit` пригодятся четыре результата: `best_params_`, `best_score_`, `best_estimator_`
# и `cv_results_`. Метод `predict` применяет победителя.
#
# Первая строка ячейки откладывает в сторону четверть пациентов. Зачем — увидите ниже.

# %% key="search-neighbours"
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
steps = Pipeline([("scale", StandardScaler()), ("knn", KNeighborsClassifier())])
choices = {"knn__n_neighbors": [1, 3, 5, 11, 21], "knn__weights": ["uniform", "distance"]}
found = GridSearchCV(steps, choices, cv=5).fit(X_train, y_train)
print(found.best_params_, found.best_score_.round(3))

# %% [markdown] lang="en" key="leak"
# ## Leakage
#
# **Leakage** (утечка) is when something about the validation objects gets into the training. The score goes up, and
# it is wrong.
#
# Here is pure noise: 60 objects with 1000 random features, and labels that have nothing to do with them. Nobody can
# be right in more than half of the cases on new objects. Now choose the 20 features that agree best with the labels,
# and cross-validate logistic regression on them.
#
# * **Leaky:** the 20 features are chosen on **all** objects, then comes cross-validation.
# * **Honest:** the choice is a step of the pipeline, so in every round it sees the training part only.
#
# Run the cell. It repeats both five times with new noise and prints the means.

# %% [markdown] lang="ru" key="leak" of="d01fcf19"
# ## Утечка данных
#
# **Утечка данных** (leakage) — это когда в обучение попадает что-то о контрольных объектах. Оценка растёт, и она неверна.
#
# Вот чистый шум: 60 объектов, 1000 случайных признаков и метки, которые никак с ними не связаны. На новых объектах
# никто не может угадывать лучше, чем в половине случаев. Теперь выберем 20 признаков, лучше всего согласованных
# с метками, и проверим на них логистическую регрессию кросс-валидацией.
#
# * **С утечкой:** 20 признаков выбраны по **всем** объектам, потом идёт кросс-валидация.
# * **Честно:** выбор признаков — шаг конвейера, и в каждом раунде он видит только обучающую часть.
#
# Запустите ячейку. Она повторяет оба опыта пять раз с новым шумом и печатает средние.

# %% key="noise"
rng = np.random.default_rng(0)
leaky, honest = [], []
for _ in range(5):
    noise, coin = rng.normal(size=(60, 1000)), rng.permutation(np.arange(60) % 2)
    chosen = SelectKBest(k=20).fit_transform(noise, coin)
    leaky.append(cross_val_score(LogisticRegression(), chosen, coin, cv=5).mean())
    whole = make_pipeline(SelectKBest(k=20), LogisticRegression())
    honest.append(cross_val_score(whole, noise, coin, cv=5).mean())
print(plots.say(en="with the leak:", ru="с утечкой:"), np.mean(leaky).round(2))
print(plots.say(en="honestly:     ", ru="честно:   "), np.mean(honest).round(2))

# %% [markdown] lang="en" key="leak-rule"
# The leaky accuracy is far above one half, for a model that knows nothing. The reason: among 1000 random columns
# some agree with the labels of these very 60 objects by chance, those of the validation part included. The choice
# has seen the answers.
#
# The rule is short: **whatever learns from data belongs inside the pipeline.** That goes for choosing features and for
# anything else that looks at the labels. It also goes for scaling, for filling gaps and for the words of
# `TfidfVectorizer`; there the damage is usually small, but the rule costs nothing.

# %% [markdown] lang="ru" key="leak-rule" of="092a105e"
# Доля верных ответов с утечкой намного больше половины, хотя модель не знает ничего. Причина вот в чём: среди 1000
# случайных столбцов некоторые случайно согласованы с метками именно этих 60 объектов, в том числе контрольных. Выбор
# признаков уже видел ответы.
#
# Правило короткое: **всё, что учится на данных, должно быть внутри конвейера.** Это относится к выбору признаков и ко
# всему, что смотрит на метки. Относится и к масштабированию, и к заполнению пропусков, и к словарю
# `TfidfVectorizer`; там вред обычно невелик, но и правило ничего не стоит.

# %% [markdown] lang="en" key="touched-once"
# ## The test set is touched once
#
# There is a finer leak: the choice itself. Imagine 100 models that toss a coin. On 40 validation objects each gets
# about 20 right, some more, some fewer. The **best** of them gets 27 or 28 right, 0.69 or so. It is a coin all the
# same, and on 40 new objects it is back near one half. The next cell does this a thousand times.
#
# So `best_score_` tends to be too good: the winner was picked because of it. The more combinations a grid has, the
# stronger the effect. An honest number needs objects that have had no part in any choice, the **test part** (тестовая
# часть):
#
# 1. put the test part aside, before anything else;
# 2. choose with the rest, by cross-validation;
# 3. score the winner on the test part, **once**, and report that number, whatever it is.
#
# Whoever looks, changes something and looks again has turned the test part into a validation part.
#
# The last line of the cell does step 3 for the neighbours: 0.944 in cross-validation, 0.916 on the quarter put aside.
# Part of the drop is the winner's luck, and more of it the luck of one split: the standard deviation of such a share, measured on 143 patients, is about 0.023.
# Strictly, even 0.916 is not quite clean: the cell with the five values of $k$ had looked at all patients before the
# quarter was put aside. That is how easily rule 1 is broken.

# %% [markdown] lang="ru" key="touched-once" of="de2eafae"
# ## К тестовой части обращаются один раз
#
# Есть утечка и потоньше — сам выбор. Представьте 100 моделей, которые бросают монету. На 40 контрольных объектах
# каждая угадывает около 20, какая-то больше, какая-то меньше. **Лучшая** угадает 27 или 28, то есть около 0.69.
# И всё равно это монета: на 40 новых объектах она вернётся к половине. Следующая ячейка повторяет это тысячу раз.
#
# Значит, `best_score_` обычно завышена: именно за неё победителя и выбрали. Чем больше комбинаций в сетке, тем
# сильнее эффект. Для честной оценки нужны объекты, которые не участвовали ни в каком выборе, — **тестовая часть**
# (test part):
#
# 1. отложите тестовую часть раньше всего остального;
# 2. выбирайте по оставшимся данным, кросс-валидацией;
# 3. оцените победителя на тестовой части **один раз** и сообщите это число, каким бы оно ни было.
#
# Кто посмотрел, что-то поменял и посмотрел снова, тот превратил тестовую часть в контрольную.
#
# Последняя строка ячейки выполняет пункт 3 для соседей: 0.944 на кросс-валидации, 0.916 на отложенной четверти.
# Часть потери — везение победителя, но больше здесь случайности одного разбиения: стандартное отклонение такой доли на 143 пациентах около 0.023.
# Строго говоря, и 0.916 не совсем честное число: ячейка с пятью значениями $k$ смотрела на всех пациентов ещё до
# того, как отложили четверть. Вот как легко нарушить пункт 1.

# %% numbers="touched-once"
rng = np.random.default_rng(4)
valid = rng.binomial(40, 0.5, size=(1000, 100)) / 40
says("0.69", valid.max(axis=1).mean())
steps = Pipeline([("scale", StandardScaler()), ("knn", KNeighborsClassifier())])
choices = {"knn__n_neighbors": [1, 3, 5, 11, 21], "knn__weights": ["uniform", "distance"]}
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
found = GridSearchCV(steps, choices, cv=5).fit(X_train, y_train)
says("0.944", found.best_score_)
says("0.916", found.score(X_test, y_test))
says("143", len(y_test))
says("0.023", math.sqrt(0.916 * 0.084 / 143))


# %% key="coins"
rng = np.random.default_rng(4)
valid = rng.binomial(40, 0.5, size=(1000, 100)) / 40
test = rng.binomial(40, 0.5, size=(1000, 100)) / 40
winner = valid.argmax(axis=1)
row = plots.say(
    en="{}: chosen with {:.3f}, on the test {:.3f}",
    ru="{}: выбран с оценкой {:.3f}, на тестовой части {:.3f}",
)
print(
    row.format(
        plots.say(en="best coin", ru="лучшая монета"),
        valid.max(axis=1).mean(),
        test[np.arange(1000), winner].mean(),
    )
)
print(row.format("kNN", found.best_score_, found.score(X_test, y_test)))

# %% [markdown] lang="en" key="own-optimiser"
# ## Your own optimiser on the grid
#
# `GridSearchCV` can tune anything that behaves like a model of scikit-learn. `DescentRegressor` of this course does:
# it fits a linear regression with whatever descent you hand it, a function of `(grad, w0, learning_rate, n_steps)`,
# such as the `gradient_descent` you wrote in unit 04. Its hyper-parameters are arguments of the class, what it learns
# gets names that end in an underscore (`coef_`, `intercept_`), and it passes `check_estimator`, the list of tests
# that scikit-learn has for such classes.
#
# The cell looks for your function. If your notebook of unit 04 is not there or not done yet, it says so and uses
# a plain descent of the course. Either way it makes 200 steps with each of five learning rates.
#
# Compare with unit 04: with too small a rate the descent does not arrive, with too large a one it diverges, and the
# search finds what lies between. A score such as $-7 \cdot 10^{97}$ is what divergence looks like in a table.
#
# *After the next cell is a good place to stop.*

# %% [markdown] lang="ru" key="own-optimiser" of="258461e8"
# ## Ваш собственный оптимизатор на сетке
#
# `GridSearchCV` может настраивать всё, что ведёт себя как модель scikit-learn. Таков `DescentRegressor` из этого
# курса: он обучает линейную регрессию любым спуском, который вы ему дадите, — функцией от
# `(grad, w0, learning_rate, n_steps)`, например вашей `gradient_descent` из урока 04. Его гиперпараметры — аргументы
# класса, выученное получает имена с подчёркиванием на конце (`coef_`, `intercept_`), и он проходит
# `check_estimator` — набор тестов, который есть в scikit-learn для таких классов.
#
# Ячейка ищет вашу функцию. Если тетради урока 04 рядом нет или она ещё не готова, она так и скажет и возьмёт простой
# спуск из курса. В обоих случаях делается по 200 шагов с каждой из пяти скоростей.
#
# Сравните с уроком 04: при слишком малой скорости спуск не доходит до минимума, при слишком большой расходится,
# а поиск находит то, что лежит между ними. Оценка вроде $-7 \cdot 10^{97}$ — так в таблице выглядит расходимость.
#
# *После следующей ячейки удобно сделать перерыв.*

# %% key="tune-own"
descent = own("04-gradient-descent", "gradient_descent")
line = Pipeline([("scale", StandardScaler()), ("fit", DescentRegressor(descent, n_steps=200))])
rates = [0.0001, 0.001, 0.01, 0.1, 1.0]
tuned = GridSearchCV(line, {"fit__learning_rate": rates}, cv=5).fit(*load_diabetes(return_X_y=True))
for rate, score in zip(rates, tuned.cv_results_["mean_test_score"]):
    print(f"eta = {rate:<7g} R2 = {score:.3g}")

# %% [markdown] lang="en" key="task-fits"
# ## Exercises
#
# In each answer cell write your code and delete the line with `NotImplementedError`. Then run the cell below it: the
# check tries public examples and gives a hint. The hidden tests use other inputs.
#
# ### Exercise 1 · `n_fits`
#
# `n_fits(grid, cv, refit)` returns how many trainings a search makes. `grid` is a dictionary of lists with one name or
# more, `cv` the number of folds, `refit` is `True` if the winner is trained once more on all the data, else `False`.
#
# Example: `n_fits({"eta": [0.01, 0.1, 1.0], "steps": [10, 100]}, 5, True)` is $3 \cdot 2 \cdot 5 + 1 = 31$, and
# with `False` it is 30.

# %% [markdown] lang="ru" key="task-fits" of="a86b27df"
# ## Упражнения
#
# В каждой ячейке для ответа напишите свой код и удалите строку с `NotImplementedError`. Потом запустите ячейку под
# ней: проверка попробует открытые примеры и даст подсказку. Скрытые тесты берут другие входные данные.
#
# ### Упражнение 1 · `n_fits`
#
# `n_fits(grid, cv, refit)` возвращает, сколько обучений потребует поиск. `grid` — словарь списков с одним именем или
# больше, `cv` — число блоков, `refit` равно `True`, если победителя ещё раз обучают на всех данных, иначе `False`.
#
# Пример: `n_fits({"eta": [0.01, 0.1, 1.0], "steps": [10, 100]}, 5, True)` равно $3 \cdot 2 \cdot 5 + 1 = 31$,
# а с `False` — 30.

# %% numbers="task-fits"
says("31", n_fits({"eta": [0.01, 0.1, 1.0], "steps": [10, 100]}, 5, True))
says("30", n_fits({"eta": [0.01, 0.1, 1.0], "steps": [10, 100]}, 5, False))


# %% exercise="n_fits" role="answer"
def n_fits(grid, cv, refit):
    """Number of trainings of a grid search.

    grid: dictionary, name of a hyper-parameter -> list of its values.
    cv: number of folds.
    refit: True if the best combination is trained once more on all the data.
    Returns a whole number.
    """
    ### BEGIN SOLUTION
    total = cv
    for values in grid.values():
        total *= len(values)
    return total + int(refit)
    ### END SOLUTION


# %% exercise="n_fits" role="test" points=1
check(n_fits)
### BEGIN HIDDEN TESTS
grade(n_fits)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-log"
# ### Exercise 2 · `log_grid`
#
# `log_grid(low, high, n)` returns an array of `n` values from `low` to `high`, both included, in ascending order,
# each the same multiple of the one before. `low` is positive, `high` is larger, `n` is at least 2.
#
# Example: `log_grid(2.0, 54.0, 4)` is `[2, 6, 18, 54]`, and `log_grid(0.01, 100.0, 5)` is `[0.01, 0.1, 1, 10, 100]`.

# %% [markdown] lang="ru" key="task-log" of="9f24964b"
# ### Упражнение 2 · `log_grid`
#
# `log_grid(low, high, n)` возвращает массив из `n` значений от `low` до `high`, оба включены, по возрастанию,
# и каждое больше предыдущего в одно и то же число раз. `low` положительно, `high` больше него, `n` не меньше 2.
#
# Пример: `log_grid(2.0, 54.0, 4)` равно `[2, 6, 18, 54]`, а `log_grid(0.01, 100.0, 5)` — `[0.01, 0.1, 1, 10, 100]`.

# %% numbers="task-log"
for printed, value in zip(("2", "6", "18", "54"), log_grid(2.0, 54.0, 4)):
    says(printed, value)
for printed, value in zip(("0.01", "0.1", "1", "10", "100"), log_grid(0.01, 100.0, 5)):
    says(printed, value)


# %% exercise="log_grid" role="answer"
def log_grid(low, high, n):
    """Values with equal ratios.

    low, high: the ends, 0 < low < high.
    n: number of values, 2 or more.
    Returns an array of shape (n,), from low to high.
    """
    ### BEGIN SOLUTION
    return np.geomspace(low, high, n)
    ### END SOLUTION


# %% exercise="log_grid" role="test" points=1
check(log_grid)
### BEGIN HIDDEN TESTS
grade(log_grid)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-best"
# ### Exercise 3 · `best_params`
#
# `best_params(scores)` chooses. `scores` is a dictionary: each key stands for a combination of hyper-parameters (a
# text, a number or a tuple), its value is the list of its fold scores. Return the key with the largest **mean**. The
# lists may have different lengths, and scores may be negative. Ties are not tested.
#
# Example:
#
# | key | fold scores | mean |
# |---|---|---|
# | `"k=1"` | 0.9, 0.6, 0.6 | 0.7 |
# | `"k=5"` | 0.7, 0.8, 0.75 | 0.75 |
# | `"k=9"` | 0.5, 0.7, 0.6 | 0.6 |
#
# The answer is `"k=5"`, although the best single fold belongs to `"k=1"`.

# %% [markdown] lang="ru" key="task-best" of="cf4eba53"
# ### Упражнение 3 · `best_params`
#
# `best_params(scores)` выбирает. `scores` — словарь: каждый ключ обозначает комбинацию гиперпараметров (текст, число
# или кортеж), а его значение — список оценок по блокам. Верните ключ с наибольшим **средним**. Списки могут быть
# разной длины, оценки — отрицательными. Равные средние не проверяются.
#
# Пример:
#
# | ключ | оценки по блокам | среднее |
# |---|---|---|
# | `"k=1"` | 0.9, 0.6, 0.6 | 0.7 |
# | `"k=5"` | 0.7, 0.8, 0.75 | 0.75 |
# | `"k=9"` | 0.5, 0.7, 0.6 | 0.6 |
#
# Ответ — `"k=5"`, хотя лучший отдельный блок у `"k=1"`.

# %% numbers="task-best"
for printed, scores in (("0.7", [0.9, 0.6, 0.6]), ("0.75", [0.7, 0.8, 0.75]), ("0.6", [0.5, 0.7, 0.6])):
    says(printed, np.mean(scores))


# %% exercise="best_params" role="answer"
def best_params(scores):
    """The key with the best mean score.

    scores: dictionary, key -> list of fold scores; larger is better.
    Returns one of the keys.
    """
    ### BEGIN SOLUTION
    means = {key: np.mean(values) for key, values in scores.items()}
    return max(means, key=means.get)
    ### END SOLUTION


# %% exercise="best_params" role="test" points=2
check(best_params)
### BEGIN HIDDEN TESTS
grade(best_params)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-kfold"
# ### Exercise 4 · `kfold`
#
# `kfold(n, k)` cuts the objects $0, 1, \ldots, n - 1$ into `k` folds. Return a list of `k` pairs
# `(train, validation)`, both arrays (or lists) of whole numbers:
#
# * each object is in exactly one validation part;
# * `train` holds all the objects that are not in `validation`;
# * the sizes of the validation parts differ by at most 1.
#
# Whether you shuffle, and who goes into which fold, is up to you. `k` is between 2 and `n`.
#
# Example: one right answer to `kfold(7, 3)` is the table in the section on cross-validation. It begins with the pair
# `([3, 4, 5, 6], [0, 1, 2])`.

# %% [markdown] lang="ru" key="task-kfold" of="0f857a42"
# ### Упражнение 4 · `kfold`
#
# `kfold(n, k)` режет объекты $0, 1, \ldots, n - 1$ на `k` блоков. Верните список из `k` пар `(train, validation)`,
# и то и другое — массивы (или списки) целых чисел:
#
# * каждый объект ровно один раз попадает в контрольную часть;
# * в `train` — все объекты, которых нет в `validation`;
# * размеры контрольных частей отличаются не больше чем на 1.
#
# Перемешивать ли объекты и кого в какой блок отправить, решаете вы. `k` — от 2 до `n`.
#
# Пример: один из верных ответов для `kfold(7, 3)` — таблица из раздела о кросс-валидации. Он начинается с пары
# `([3, 4, 5, 6], [0, 1, 2])`.

# %% exercise="kfold" role="answer"
def kfold(n, k):
    """Cut n objects into k folds.

    n: number of objects.
    k: number of folds, 2 <= k <= n.
    Returns a list of k pairs (train, validation) of index arrays.
    """
    ### BEGIN SOLUTION
    everything = np.arange(n)
    return [(np.setdiff1d(everything, everything[i::k]), everything[i::k]) for i in range(k)]
    ### END SOLUTION


# %% exercise="kfold" role="test" points=2
check(kfold)
### BEGIN HIDDEN TESTS
grade(kfold)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="tools"
# ### Two tools for the search
#
# `itertools.product` makes all combinations of several lists. `zip` alone would make pairs only, first with first, second with second. But `zip` joins names
# and values, and `dict` makes a dictionary of the pairs:
#
# ```python
# from itertools import product
#
# grid = {"rate": [0.01, 0.1], "depth": [1, 3]}
# list(product([0.01, 0.1], [1, 3]))     # [(0.01, 1), (0.01, 3), (0.1, 1), (0.1, 3)]
# list(product(*grid.values()))          # the same: the star hands over each list by itself
# dict(zip(["rate", "depth"], (0.1, 3))) # {"rate": 0.1, "depth": 3}
# dict(zip(grid, (0.1, 3)))              # the same: going through a dictionary gives its names
# ```
#
# Try these lines in a cell of your own. The next exercise needs both tools, and nothing more.

# %% [markdown] lang="ru" key="tools" of="e976b57e"
# ### Два инструмента для поиска
#
# `itertools.product` строит все комбинации нескольких списков. Один только `zip` дал бы лишь пары: первый с первым, второй со вторым. Зато `zip` соединяет имена
# со значениями, а `dict` делает из этих пар словарь:
#
# ```python
# from itertools import product
#
# grid = {"rate": [0.01, 0.1], "depth": [1, 3]}
# list(product([0.01, 0.1], [1, 3]))     # [(0.01, 1), (0.01, 3), (0.1, 1), (0.1, 3)]
# list(product(*grid.values()))          # то же самое: звёздочка передаёт каждый список отдельно
# dict(zip(["rate", "depth"], (0.1, 3))) # {"rate": 0.1, "depth": 3}
# dict(zip(grid, (0.1, 3)))              # то же самое: обход словаря даёт его имена
# ```
#
# Попробуйте эти строки в своей ячейке. В следующем упражнении понадобятся оба инструмента, и больше ничего.

# %% [markdown] lang="en" key="task-search"
# ### Exercise 5 · `grid_search`
#
# Now the search itself. `grid_search(fit_score, grid)` tries **all** combinations of `grid`, a dictionary of lists
# with one name or more, and returns two things: the dictionary of the best combination and its score.
#
# `fit_score` takes the hyper-parameters by name: `fit_score(rate=0.1, depth=3)`. With a dictionary `params` that is
# `fit_score(**params)`. A call stands for a whole training, so call it **once** for each combination. Larger is
# better, scores may be negative, ties are not tested.
#
# Example: with the grid `{"rate": [0.01, 0.1], "depth": [1, 3]}` and these scores
#
# | | depth 1 | depth 3 |
# |---|---|---|
# | **rate 0.01** | 0.55 | 0.25 |
# | **rate 0.1** | 0.3 | 0.9 |
#
# the answer is `({"rate": 0.1, "depth": 3}, 0.9)`. Note that tuning one after the other fails here: at depth 1 the
# better rate is 0.01, and at that rate the better depth is 1.

# %% [markdown] lang="ru" key="task-search" of="8686635d"
# ### Упражнение 5 · `grid_search`
#
# Теперь сам поиск. `grid_search(fit_score, grid)` пробует **все** комбинации из `grid` — словаря списков с одним
# именем или больше — и возвращает две вещи: словарь лучшей комбинации и её оценку.
#
# `fit_score` принимает гиперпараметры по именам: `fit_score(rate=0.1, depth=3)`. Если они лежат в словаре `params`,
# это `fit_score(**params)`. Вызов означает целое обучение, поэтому вызывайте её **один раз** для каждой комбинации.
# Больше — лучше, оценки могут быть отрицательными, равные оценки не проверяются.
#
# Пример: для сетки `{"rate": [0.01, 0.1], "depth": [1, 3]}` и таких оценок
#
# | | depth 1 | depth 3 |
# |---|---|---|
# | **rate 0.01** | 0.55 | 0.25 |
# | **rate 0.1** | 0.3 | 0.9 |
#
# ответ — `({"rate": 0.1, "depth": 3}, 0.9)`. Заметьте: подбирать по очереди здесь нельзя. При depth 1 лучше скорость
# 0.01, а при этой скорости лучше depth 1.

# %% numbers="task-search"
says("0.9", grid_search(bumpy, {"rate": [0.01, 0.1], "depth": [1, 3]})[1])


# %% exercise="grid_search" role="answer"
def grid_search(fit_score, grid):
    """Try all combinations of a grid.

    fit_score: function of the hyper-parameters, by name; returns a score, larger is better.
    grid: dictionary, name of a hyper-parameter -> list of its values.
    Returns (best combination as a dictionary, its score).
    """
    ### BEGIN SOLUTION
    from itertools import product

    best, best_score = None, -np.inf
    for combination in product(*grid.values()):
        params = dict(zip(grid.keys(), combination))
        score = fit_score(**params)
        if score > best_score:
            best, best_score = params, score
    return best, best_score
    ### END SOLUTION


# %% exercise="grid_search" role="test" points=3
check(grid_search)
### BEGIN HIDDEN TESTS
grade(grid_search)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-min-df"
# ### Exercise 6 · `repair_min_df`
#
# Repair the slide's loop by making it a search. Take this pipeline:
#
# ```python
# Pipeline([("vec", TfidfVectorizer()), ("clf", LogisticRegression())])
# ```
#
# `repair_min_df()` returns the dictionary for `GridSearchCV` that tries the slide's values of `min_df` without the
# forbidden 0: 1, 2, … 19. The values may be a list, a range or an array. They must be whole numbers: for
# `TfidfVectorizer` the fraction 1.0 means "in all texts".
#
# An example of such a dictionary, for another step, is `choices` in the section on `GridSearchCV`. When your answer
# passes, try it on the texts:
#
# ```python
# pets = Pipeline([("vec", TfidfVectorizer()), ("clf", LogisticRegression())])
# GridSearchCV(pets, repair_min_df(), cv=5).fit(texts, labels).best_params_
# ```

# %% [markdown] lang="ru" key="task-min-df" of="191f85e4"
# ### Упражнение 6 · `repair_min_df`
#
# Исправьте цикл со слайда: превратите его в поиск. Пусть есть такой конвейер:
#
# ```python
# Pipeline([("vec", TfidfVectorizer()), ("clf", LogisticRegression())])
# ```
#
# `repair_min_df()` возвращает словарь для `GridSearchCV`, который перебирает значения `min_df` со слайда без
# запретного нуля: 1, 2, … 19. Значения могут быть списком, диапазоном `range` или массивом. Они должны быть целыми:
# для `TfidfVectorizer` дробное 1.0 значит «во всех текстах».
#
# Пример такого словаря для другого шага — `choices` в разделе о `GridSearchCV`. Когда ответ пройдёт проверку,
# испытайте его на текстах:
#
# ```python
# pets = Pipeline([("vec", TfidfVectorizer()), ("clf", LogisticRegression())])
# GridSearchCV(pets, repair_min_df(), cv=5).fit(texts, labels).best_params_
# ```

# %% exercise="repair_min_df" role="answer"
def repair_min_df():
    """The values of min_df to try, for a pipeline with the steps vec and clf.

    Returns a dictionary, name of the hyper-parameter -> whole numbers 1 to 19.
    """
    ### BEGIN SOLUTION
    return {"vec__min_df": list(range(1, 20))}
    ### END SOLUTION


# %% exercise="repair_min_df" role="test" points=1
check(repair_min_df)
### BEGIN HIDDEN TESTS
grade(repair_min_df)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-select"
# ### Exercise 7 · `select_then_test`
#
# The three rules for the test part as code. `score(candidate, part)` gives the score of a candidate on the part
# `"valid"` or `"test"`; `grid` is a list of candidates. `select_then_test(score, grid)` chooses the candidate with
# the largest score on `"valid"`, then asks for its score on `"test"`, and returns both: `(best, test_score)`.
#
# The test part is asked exactly **once**, and only about the winner. The grader counts. Ties are not tested.
#
# Example:
#
# | candidate | valid | test |
# |---|---|---|
# | 1 | 0.7 | 0.6 |
# | 3 | 0.84 | 0.86 |
# | 5 | 0.88 | 0.83 |
# | 9 | 0.8 | 0.79 |
#
# The answer is `(5, 0.83)`. That 3 would have been better on the test part is nothing we may know.

# %% [markdown] lang="ru" key="task-select" of="731b934a"
# ### Упражнение 7 · `select_then_test`
#
# Три правила о тестовой части в виде кода. `score(candidate, part)` даёт оценку кандидата на части `"valid"` или
# `"test"`; `grid` — список кандидатов. `select_then_test(score, grid)` выбирает кандидата с наибольшей оценкой на
# `"valid"`, потом спрашивает его оценку на `"test"` и возвращает обе вещи: `(best, test_score)`.
#
# К тестовой части обращаются ровно **один раз** и только за победителем. При оценивании обращения считаются. Равные оценки
# не проверяются.
#
# Пример:
#
# | кандидат | valid | test |
# |---|---|---|
# | 1 | 0.7 | 0.6 |
# | 3 | 0.84 | 0.86 |
# | 5 | 0.88 | 0.83 |
# | 9 | 0.8 | 0.79 |
#
# Ответ — `(5, 0.83)`. То, что 3 на тестовой части оказался бы лучше, нам знать не положено.

# %% numbers="task-select"
says("0.83", select_then_test(two_parts, [1, 3, 5, 9])[1])
says("5", select_then_test(two_parts, [1, 3, 5, 9])[0])


# %% exercise="select_then_test" role="answer"
def select_then_test(score, grid):
    """Choose on the validation part, then test once.

    score: function of (candidate, part), part is "valid" or "test"; larger is better.
    grid: list of candidates.
    Returns (best candidate, its score on "test").
    """
    ### BEGIN SOLUTION
    on_valid = [score(candidate, "valid") for candidate in grid]
    best = grid[int(np.argmax(on_valid))]
    return best, score(best, "test")
    ### END SOLUTION


# %% exercise="select_then_test" role="test" points=2
check(select_then_test)
### BEGIN HIDDEN TESTS
grade(select_then_test)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-make"
# ### Exercise 8 (a stretch) · `make_search`
#
# Build a whole search. `SGDRegressor` is scikit-learn's linear regression trained by stochastic gradient descent
# (unit 06). Its learning rate at the start is called `eta0`. `make_search()` returns a `GridSearchCV`, not fitted
# yet, with all of this:
#
# * the model is a pipeline of exactly two steps: one of scikit-learn's scalers, then `SGDRegressor`;
# * the only hyper-parameter searched is `eta0`, with three values or more;
# * the values have equal ratios, and 1, 3, 10, 30 counts as equal; the smallest is at most 0.001, the largest at
#   least 0.1;
# * the schedule of `SGDRegressor` uses `eta0`. The one it has by default does, so leave it alone unless you know why;
# * there are three folds or more;
# * after `fit` the search can `predict`, as it does by default.
#
# The names of the steps, the kind of scaler and the scoring are up to you. What scikit-learn needs is imported at
# the top of this notebook.
#
# Example of a suitable grid for `eta0`: 0.0001, 0.001, 0.01, 0.1. The values 0.1, 0.2, 0.3 fail twice: their
# ratios differ, and the smallest is too large.

# %% [markdown] lang="ru" key="task-make" of="ee3e5dc5"
# ### Упражнение 8 (повышенной сложности) · `make_search`
#
# Соберите поиск целиком. `SGDRegressor` — это линейная регрессия из scikit-learn, которую обучает стохастический
# градиентный спуск (урок 06). Его начальная скорость обучения называется `eta0`. `make_search()` возвращает ещё не
# обученный `GridSearchCV`, в котором есть всё это:
#
# * модель — конвейер ровно из двух шагов: одно из средств масштабирования scikit-learn, затем `SGDRegressor`;
# * перебирается только гиперпараметр `eta0`, значений не меньше трёх;
# * отношения соседних значений равны, причём 1, 3, 10, 30 тоже годится; наименьшее значение не больше 0.001,
#   наибольшее не меньше 0.1;
# * расписание в `SGDRegressor` использует `eta0`. То, что стоит по умолчанию, использует, так что не меняйте его без
#   причины;
# * блоков не меньше трёх;
# * после `fit` поиск умеет `predict`, как и по умолчанию.
#
# Имена шагов, вид масштабирования и способ оценки выбираете вы. Всё нужное из scikit-learn импортировано в начале
# тетради.
#
# Пример подходящей сетки для `eta0`: 0.0001, 0.001, 0.01, 0.1. Значения 0.1, 0.2, 0.3 не годятся по двум
# причинам: отношения разные, и наименьшее слишком велико.

# %% exercise="make_search" role="answer"
def make_search():
    """A search for the learning rate of SGDRegressor.

    Returns an unfitted GridSearchCV over a Pipeline of a scaler and SGDRegressor,
    with log-spaced values of eta0.
    """
    ### BEGIN SOLUTION
    pipeline = Pipeline([("scaler", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(pipeline, {"sgd__eta0": np.geomspace(1e-4, 0.1, 4)}, cv=5)
    ### END SOLUTION


# %% exercise="make_search" role="test" points=3
check(make_search)
### BEGIN HIDDEN TESTS
grade(make_search)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-compare"
# ### Experiment · `compare_splits`
#
# Is 0.888 better than 0.886? You decide by many splits instead of one. `score(candidate, split)` gives the score of a candidate on a split of the data; `splits` is a
# list of splits. `compare_splits(score, a, b, splits)` compares the candidates `a` and `b` on **the same** splits. On each split the gap is the score of `a` minus that of `b`. Return three
# numbers: the mean gap, the standard deviation of the gaps (`np.std`), and on how many splits `a` is better. Ask for each score once.
#
# Why gaps? A split may be easy or hard for both candidates. In the gap that cancels.
#
# Example: scores of `a` on three splits 0.9, 0.6, 0.8, of `b` 0.8, 0.6, 0.6. The gaps are 0.1, 0, 0.2, the result is 0.1, 0.0816 and 2.
#
# The cell after the check takes the tumours again and thirty random splits. In cross-validation 11 neighbours had 0.888, 5 neighbours 0.886, and 1 neighbour 0.856.
# **Predict first:** on how many of the thirty splits are 11 neighbours better than 5, and than 1?

# %% [markdown] lang="ru" key="task-compare" of="f37f80d8"
# ### Эксперимент · `compare_splits`
#
# Лучше ли 0.888, чем 0.886? Решать будете по многим разбиениям, а не по одному. `score(candidate, split)` даёт оценку кандидата на одном разбиении данных; `splits` —
# список разбиений. `compare_splits(score, a, b, splits)` сравнивает кандидатов `a` и `b` на **одних и тех же** разбиениях. Разность на разбиении — это оценка `a` минус оценка `b`. Верните три
# числа: среднюю разность, стандартное отклонение разностей (`np.std`) и на скольких разбиениях `a` лучше. Каждую оценку запрашивайте один раз.
#
# Зачем разности? Разбиение бывает лёгким или трудным сразу для обоих кандидатов. В разности это сокращается.
#
# Пример: оценки `a` на трёх разбиениях 0.9, 0.6, 0.8, оценки `b` 0.8, 0.6, 0.6. Разности 0.1, 0, 0.2, ответ 0.1, 0.0816 и 2.
#
# Ячейка после проверки снова берёт опухоли и тридцать случайных разбиений. На кросс-валидации у 11 соседей было 0.888, у 5 соседей 0.886, у 1 соседа 0.856.
# **Сначала предскажите:** на скольких из тридцати разбиений 11 соседей лучше, чем 5, и чем 1?

# %% exercise="compare_splits" role="answer"
def compare_splits(score, a, b, splits):
    """Compare two candidates on the same splits.

    score: function of (candidate, split); larger is better.
    a, b: the candidates.
    splits: list of splits.
    Returns (mean gap, standard deviation of the gaps, number of splits on which a is better).
    """
    ### BEGIN SOLUTION
    gaps = np.array([score(a, split) - score(b, split) for split in splits])
    return gaps.mean(), gaps.std(), int((gaps > 0).sum())
    ### END SOLUTION


# %% exercise="compare_splits" role="test" points=2
check(compare_splits)
### BEGIN HIDDEN TESTS
grade(compare_splits)
### END HIDDEN TESTS

# %% key="thirty-splits"
def neighbours_on(k, seed):
    train, new, answers, right = train_test_split(X, y, random_state=seed)
    return KNeighborsClassifier(k).fit(train, answers).score(new, right)


try:
    for k in (5, 1):
        gap, spread, wins = compare_splits(neighbours_on, 11, k, range(30))
        print(f"11 − {k}: {gap:+.4f} ± {spread:.4f}, {wins} / 30")
except NotImplementedError:
    print(plots.say(en="Solve this first: compare_splits", ru="Сначала решите: compare_splits"))

# %% key="error-bars"
ks = [1, 3, 5, 7, 11, 15, 21, 31]
folds = np.array([cross_val_score(KNeighborsClassifier(k), X, y, cv=5) for k in ks])
plt.figure(figsize=(6, 3))
plt.errorbar(ks, folds.mean(axis=1), yerr=folds.std(axis=1), fmt="o-", capsize=3)
plt.xlabel(plots.say(en="neighbours k", ru="соседей k"))
plt.ylabel(plots.say(en="accuracy, 5 folds", ru="доля верных, 5 блоков"))
plots.show(
    en="Validation curve: from k = 1 to 5 the mean rises by 0.03, then hardly at all; the error "
    "bars are longer than every difference.",
    ru="Кривая на контроле: от k = 1 до 5 среднее растёт на 0.03, потом почти не растёт; отрезки "
    "погрешности длиннее любой разницы.",
)

# %% [markdown] lang="en" key="compare-answers"
# <details><summary>What comes out, and what follows</summary>
#
# 11 against 5: the mean gap is 0.0019, the spread 0.0104, five times as much. 11 neighbours are better on 12 splits, worse on 8, and on 10 there is a draw. The very first split
# says that 5 are better, by 0.014. So nothing is known about 5 and 11, whatever the third digit says; take the one that is cheaper or simpler.
#
# 11 against 1: the mean gap is 0.0217, the spread 0.0231, and 11 are better on 22 splits. That difference is very probably real. Still, five splits of thirty say the opposite: one split would have fooled you once in six tries.
#
# The splits overlap, because all come from the same 569 patients. So do not divide the spread by $\sqrt{30}$: thirty splits are not thirty new data sets.
#
# </details>

# %% [markdown] lang="ru" key="compare-answers" of="94327215"
# <details><summary>Что получается и что из этого следует</summary>
#
# 11 против 5: средняя разность 0.0019, разброс 0.0104, в пять раз больше. 11 соседей лучше на 12 разбиениях, хуже на 8, на 10 ничья. А самое первое разбиение
# говорит, что лучше 5, на 0.014. Значит, о 5 и 11 ничего не известно, что бы ни стояло в третьем знаке; берите то, что дешевле или проще.
#
# 11 против 1: средняя разность 0.0217, разброс 0.0231, и 11 лучше на 22 разбиениях. Скорее всего, это различие настоящее. И всё же пять разбиений из тридцати говорят обратное: одно разбиение обмануло бы вас в одном случае из шести.
#
# Разбиения пересекаются, ведь все взяты из тех же 569 пациентов. Поэтому не делите разброс на $\sqrt{30}$: тридцать разбиений — это не тридцать новых наборов данных.
#
# </details>

# %% numbers="compare-answers"
X, y = load_breast_cancer(return_X_y=True)
X = X[:, :10]
scores = {}
for k in (1, 5, 11):
    for seed in range(30):
        parts = train_test_split(X, y, random_state=seed)
        scores[k, seed] = KNeighborsClassifier(k).fit(parts[0], parts[2]).score(parts[1], parts[3])

def score(k, seed):
    return scores[k, seed]

gap, spread, wins = compare_splits(score, 11, 5, range(30))
says("0.0019", gap)
says("0.0104", spread)
says("12", wins)
says("8", compare_splits(score, 5, 11, range(30))[2])
says("10", sum(score(5, n) == score(11, n) for n in range(30)))
says("0.014", score(5, 0) - score(11, 0))
gap, spread, wins = compare_splits(score, 11, 1, range(30))
says("0.0217", gap)
says("0.0231", spread)
says("22", wins)
holds(compare_splits(score, 1, 11, range(30))[2] == 5, "five of thirty say the opposite")
says("569", len(X))

# %% numbers="task-compare"
table = {("a", 0): 0.9, ("a", 1): 0.6, ("a", 2): 0.8, ("b", 0): 0.8, ("b", 1): 0.6, ("b", 2): 0.6}
mean, spread, wins = compare_splits(lambda who, split: table[who, split], "a", "b", [0, 1, 2])
says("0.1", mean)
says("0.0816", spread)
says("2", wins)
for printed, k in (("0.888", 11), ("0.886", 5), ("0.856", 1)):
    says(printed, cross_val_score(KNeighborsClassifier(k), X, y, cv=5).mean())


# %% [markdown] lang="en" key="question"
# ## In your own words
#
# A friend has 200 film reviews with 10 000 different words and writes:
#
# > "I took all 200 reviews and kept the 20 words that agree best with the labels. Cross-validation on these words gave
# > 0.93. Then I put 50 reviews aside as a test set, tried 30 combinations of hyper-parameters on it, and the best one
# > reached 0.95. So on new reviews my model will be right in 95 of 100 cases."
#
# Answer in five to eight sentences. Name the **two** places where the numbers 0.93 and 0.95 went wrong, and say for
# each **why** the number is too good. Support one of them with something you have seen in this notebook. Then say
# what your friend should do, in which order, to get an honest number.
#
# A person reads this answer, not a program. Write it in the cell below.

# %% [markdown] lang="ru" key="question" of="fe101a49"
# ## Своими словами
#
# У знакомого 200 отзывов о фильмах, в которых 10 000 разных слов, и он пишет:
#
# > «Я взял все 200 отзывов и оставил 20 слов, лучше всего согласованных с метками. Кросс-валидация на этих словах
# > дала 0.93. Потом я отложил 50 отзывов как тестовую часть, попробовал на ней 30 комбинаций гиперпараметров,
# > и лучшая дала 0.95. Значит, на новых отзывах моя модель будет права в 95 случаях из 100».
#
# Ответьте в пяти–восьми предложениях. Назовите **два** места, где числа 0.93 и 0.95 испортились, и для каждого
# скажите, **почему** число завышено. Одно из них подкрепите тем, что вы видели в этой тетради. Потом скажите, что
# и в каком порядке знакомому надо сделать, чтобы получить честное число.
#
# Этот ответ читает человек, а не программа. Пишите в ячейке ниже.

# %% [markdown] question="own-words" points=4
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the four; half points are allowed.
#
# 1. The 0.93: the 20 words were chosen with the labels of all 200 reviews, those of the validation parts included.
#    The choice has seen the answers, so the score is too good (leakage). Half a point for "leakage" without a reason.
# 2. The 0.95: the test part chose among 30 combinations, so the largest of 30 numbers that jump by chance is
#    reported. It has become a validation part. That the 50 test reviews also helped to choose the words is a right
#    addition and may stand for the reason here.
# 3. Evidence from the notebook: pure noise gave far more than one half with the choice outside the pipeline and
#    about one half inside; or the best of 100 coins had about 0.69 on the validation part and 0.5 on the test part.
#    A number or a clear description is needed.
# 4. The right order: test part aside first; the choice of words as a step of the pipeline; hyper-parameters by
#    cross-validation on the rest; the winner on the test part once; that number is reported. Half a point if one
#    of these is missing.
#
# По одному баллу за каждый пункт, можно ставить половину.
#
# 1. Про 0.93: 20 слов выбраны по меткам всех 200 отзывов, в том числе контрольных. Выбор уже видел ответы, поэтому
#    оценка завышена (утечка). Половина балла за слово «утечка» без объяснения.
# 2. Про 0.95: тестовая часть выбирала из 30 комбинаций, и сообщается наибольшее из 30 чисел, которые случайно
#    колеблются. Она стала контрольной. Верное дополнение, которое можно зачесть как причину: 50 тестовых отзывов
#    участвовали и в выборе слов.
# 3. Свидетельство из тетради: на чистом шуме получалось намного больше половины, когда выбор вне конвейера,
#    и около половины, когда внутри; или лучшая из 100 монет давала около 0.69 на контрольной части и 0.5 на тестовой.
#    Нужно число или ясное описание.
# 4. Верный порядок: сначала отложить тестовую часть; выбор слов — шаг конвейера; гиперпараметры — кросс-валидацией
#    на остальном; победителя один раз на тестовую часть; это число и сообщить. Половина балла, если одного не хватает.
# ### END MARK SCHEME

# %% [markdown] lang="en" key="slides"
# ## What the lecture slides say differently
#
# * The slide knows parameters and hyper-parameters only. The state of an optimiser is neither.
# * "Cannot be derived from the data during training": they are chosen by data all the same, by data that training has not seen.
# * The loop over `min_df` begins with 0, which scikit-learn refuses today, and it keeps only its last value.
# * The slide stops at the import of `GridSearchCV`.

# %% [markdown] lang="ru" key="slides" of="98d47026"
# ## Что на слайдах лекций иначе
#
# * Слайд знает только параметры и гиперпараметры. Состояние оптимизатора — ни то ни другое.
# * «Нельзя вывести из данных при обучении»: их всё равно выбирают по данным, но по таким, которых обучение не видело.
# * Цикл по `min_df` начинается с 0, чего scikit-learn сегодня не допускает, и хранит только последнее значение.
# * Слайд заканчивается на импорте `GridSearchCV`.

# %% [markdown] lang="en" key="after-the-course"
# ## The six questions again
#
# You met these in unit 00, before the course. Answer them once more, without looking back: put the number of your answer in place of each 0.
# They earn no points. `course grade 11`, or the report your instructor sees, shows both times side by side.
#
# **A.** A car drives at a steady 60 km/h. What is the derivative of its path with respect to time?
#
# 1. 0 km/h, because the speed does not grow
# 2. 60 km/h
# 3. it grows as the path grows
# 4. there is none, because no time passes in a single moment
#
# **B.** What is the derivative of $\sin(x^2)$?
#
# 1. $\cos(x^2)$
# 2. $\cos(2x)$
# 3. $2x \cos(x^2)$
# 4. $2 \sin x \cos x$
#
# **C.** The loss is $w^2$, its slope $2w$. Every step goes from $w$ to $w - \eta \cdot 2w$, starting at $w = 5$. With $\eta = 0.1$ the
# weight creeps to 0. What does it do with $\eta = 1.1$?
#
# 1. it arrives about eleven times sooner
# 2. it stands at 0 after one step
# 3. it jumps between 5 and −5 for ever
# 4. it jumps from side to side, farther out every time
#
# **D.** A line is fitted to many points that lie on no line. Every step uses the slope of the loss for **one** point drawn at random, and all
# steps have the same learning rate. What happens near the best line?
#
# 1. the line comes to rest there, as with all points at once
# 2. every step still lowers the mean loss, only by less
# 3. the line goes on wandering about it; with a smaller learning rate it stays closer
# 4. the line leaves for good, because single points say nothing
#
# **E.** A network has two layers, $h = W_1 x + b_1$ and $\hat{y} = W_2 h + b_2$, with nothing in between. What can it express?
#
# 1. only what one such layer can
# 2. parabolas too
# 3. any curve, if there are enough neurons
# 4. any border between two classes
#
# **F.** Somebody tries 200 settings of a model and takes the one with the best score on the test data, 0.97. How good will this model be on new data?
#
# 1. about 0.97: it was not trained on the test data
# 2. probably worse than 0.97: the test data have chosen it
# 3. probably better than 0.97: 200 tries average out the noise
# 4. 0.97 exactly, if the test data are a fair sample

# %% [markdown] lang="ru" key="after-the-course" of="bfb691a8"
# ## Снова те же шесть вопросов
#
# Они уже были в уроке 00, перед курсом. Ответьте на них ещё раз, не подглядывая: поставьте вместо каждого 0 номер своего ответа.
# Баллов за них нет. `course grade 11` или отчёт, который видит преподаватель, покажет оба раза рядом.
#
# **A.** Машина едет с постоянной скоростью 60 км/ч. Чему равна производная пути по времени?
#
# 1. 0 км/ч: скорость ведь не растёт
# 2. 60 км/ч
# 3. она растёт вместе с путём
# 4. её нет: за одно мгновение время не проходит
#
# **B.** Чему равна производная $\sin(x^2)$?
#
# 1. $\cos(x^2)$
# 2. $\cos(2x)$
# 3. $2x \cos(x^2)$
# 4. $2 \sin x \cos x$
#
# **C.** Функция потерь — $w^2$, её наклон — $2w$. Каждый шаг ведёт из $w$ в $w - \eta \cdot 2w$, начинаем с $w = 5$. При $\eta = 0.1$
# вес понемногу приближается к 0. Что будет при $\eta = 1.1$?
#
# 1. он придёт примерно в одиннадцать раз быстрее
# 2. он окажется в 0 после первого же шага
# 3. он будет вечно прыгать между 5 и −5
# 4. он будет прыгать из стороны в сторону, с каждым разом всё дальше
#
# **D.** К множеству точек, которые не лежат на одной прямой, подбирают прямую. Каждый шаг берёт наклон потерь по **одной** случайной
# точке, скорость обучения всё время одна и та же. Что происходит рядом с лучшей прямой?
#
# 1. прямая останавливается на ней, как если бы брали все точки сразу
# 2. каждый шаг всё ещё уменьшает средние потери, только меньше
# 3. прямая продолжает блуждать вокруг неё; чем меньше скорость обучения, тем ближе
# 4. прямая уходит навсегда: отдельные точки ничего не говорят
#
# **E.** В сети два слоя, $h = W_1 x + b_1$ и $\hat{y} = W_2 h + b_2$, а между ними ничего. Что она может выразить?
#
# 1. только то, что может один такой слой
# 2. ещё и параболы
# 3. любую кривую, если нейронов достаточно
# 4. любую границу между двумя классами
#
# **F.** Кто-то перебрал 200 настроек модели и взял ту, у которой лучшая оценка на тестовых данных, 0.97. Насколько хороша она будет на новых данных?
#
# 1. примерно 0.97: на тестовых данных её не обучали
# 2. скорее всего хуже 0.97: её выбрали тестовые данные
# 3. скорее всего лучше 0.97: за 200 попыток шум усредняется
# 4. ровно 0.97, если тестовые данные — честная выборка

# %% key="posttest"
posttest = {"A": 0, "B": 0, "C": 0, "D": 0, "E": 0, "F": 0}

# %% [markdown] lang="en" key="six-answers"
# <details><summary>Answers</summary>
#
# * **A 2.** The derivative of the path is the speed itself. How much the speed grows is the derivative of the speed, and that is 0. (Unit 01)
# * **B 3.** The slope of the outer function at $x^2$, times the slope of the inner one. At $x = 1$ that is $2 \cos 1 = 1.0806$. (Unit 02)
# * **C 4.** Every step multiplies $w$ by $1 - 2\eta = -1.2$: 5, −6, 7.2, −8.64, … (Unit 04)
# * **D 3.** At the best line the slopes of the points average 0, but single ones are not 0, so every step still pushes. How far depends on the
#   learning rate. (Unit 06)
# * **E 1.** $W_2 (W_1 x + b_1) + b_2 = (W_2 W_1) x + (W_2 b_1 + b_2)$ is one layer again. (Unit 10)
# * **F 2.** The best of 200 scores owes part of its lead to luck, and luck stays behind with the test data. (Unit 11)
#
# </details>

# %% [markdown] lang="ru" key="six-answers" of="4f7ff224"
# <details><summary>Ответы</summary>
#
# * **A 2.** Производная пути — это сама скорость. Насколько растёт скорость, говорит её собственная производная, и она равна 0. (Урок 01)
# * **B 3.** Наклон внешней функции в точке $x^2$, умноженный на наклон внутренней. При $x = 1$ это $2 \cos 1 = 1.0806$. (Урок 02)
# * **C 4.** Каждый шаг умножает $w$ на $1 - 2\eta = -1.2$: 5, −6, 7.2, −8.64, … (Урок 04)
# * **D 3.** На лучшей прямой наклоны по отдельным точкам в среднем дают 0, но сами не равны 0, и каждый шаг всё ещё толкает. Насколько сильно,
#   зависит от скорости обучения. (Урок 06)
# * **E 1.** $W_2 (W_1 x + b_1) + b_2 = (W_2 W_1) x + (W_2 b_1 + b_2)$ — снова один слой. (Урок 10)
# * **F 2.** Лучшая из 200 оценок отчасти обязана везению, а везение остаётся с тестовыми данными. (Урок 11)
#
# </details>

# %% numbers="six-answers"
says("1.0806", (np.sin(1.000001**2) - np.sin(0.999999**2)) / 0.000002)
says("-1.2", 1 - 2 * 1.1)
says("−8.64", -1.2 * 7.2)

# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. Training finds parameters; hyper-parameters are chosen before it, on data that training has not seen; the state
#    of the optimiser is forgotten afterwards.
# 2. Cross-validation uses each object once for validation; combinations are compared by the mean $\bar{s}$ over the
#    folds.
# 3. A grid costs $N = n_1 \cdot n_2 \cdot \ldots \cdot n_p \cdot K + 1$ trainings; learning rates are spaced by
#    equal ratios.
# 4. Whatever learns from data belongs inside the pipeline; otherwise the score is too good, and wrong.
# 5. The best of many owes some of its score to chance. The test part is touched once, at the end.
#
# **Next:** this was the last unit. You started with a slope and can now write, train, choose and check a model. Take
# data of your own, put a test part aside, and begin.

# %% [markdown] lang="ru" key="summary" of="c2c84c6f"
# ## Итоги
#
# 1. Параметры находит обучение; гиперпараметры выбирают до него, по данным, которых обучение не видело; состояние
#    оптимизатора потом забывают.
# 2. В кросс-валидации каждый объект один раз бывает контрольным; комбинации сравнивают по среднему $\bar{s}$ по всем
#    блокам.
# 3. Сетка требует $N = n_1 \cdot n_2 \cdot \ldots \cdot n_p \cdot K + 1$ обучений; скорости обучения берут в геометрической
#    прогрессии.
# 4. Всё, что учится на данных, должно быть внутри конвейера, иначе оценка завышена и неверна.
# 5. Лучшему из многих отчасти просто повезло. К тестовой части обращаются один раз, в конце.
#
# **Дальше:** это был последний урок. Вы начали с наклона, а теперь умеете написать, обучить, выбрать и проверить
# модель. Возьмите свои данные, отложите тестовую часть и начинайте.
