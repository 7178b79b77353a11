"""Name the class, 1 or 2, as lecture 1 calls them."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def predict_label(p, threshold=0.5):
    return np.where(np.asarray(p) >= threshold, 2, 1)


predict_label.example(np.array([0.3, 0.7]))
predict_label.example(np.array([0.2, 0.9, 0.6, 0.45]), 0.3)
predict_label.example(0.7, 0.9)
predict_label.example(np.array([[0.1, 0.8], [0.6, 0.2]]))


@predict_label.probe("simple")
def _(answer, rng):
    low, high = rng.uniform(0.02, 0.45, size=3), rng.uniform(0.55, 0.98, size=3)
    return [answer(float(p)) for p in rng.permutation([*low, *high])]


@predict_label.probe("general")
def _(answer, rng):
    ps = rng.uniform((0.02, 0.25, 0.37, 0.58, 0.69, 0.85), (0.15, 0.33, 0.48, 0.63, 0.74, 0.98))
    ts = rng.uniform((0.17, 0.65, 0.76), (0.22, 0.67, 0.83))
    return [answer(float(p), float(t)) for p, t in rng.permutation([(p, t) for p in ps for t in ts])]


@predict_label.probe("vector")
def _(answer, rng):
    p = rng.permutation(np.array([0.03, 0.12, 0.35, 0.44, 0.58, 0.76, 0.81, 0.94]) + rng.uniform(-0.02, 0.02, size=8))
    sure = rng.permutation(np.array([0, 0, 1, 1, 1]))  # whole numbers are numbers too
    return [answer(p), answer(p, 0.4), answer(p[:1], 0.6), answer(sure, float(rng.uniform(0.2, 0.8)))]


@predict_label.probe("vector", credit=0.5)
def _(answer, rng):
    """A table, for answers that go along a row."""
    p = np.array([0.03, 0.12, 0.35, 0.44, 0.58, 0.76, 0.81, 0.94]) + rng.uniform(-0.02, 0.02, size=8)
    return [answer(rng.permutation(p).reshape(shape), 0.9) for shape in ((2, 4), (2, 2, 2))]


@predict_label.mistake(
    en=("The labels are 0 and 1, as almost everybody writes them.", "The task calls the classes 1 and 2. Which of them belongs where the sigmoid is near 1?"),
    ru=("Получаются метки 0 и 1, как пишут почти все.", "В задании классы названы 1 и 2. Какой из них стоит там, где сигмоида около 1?"),
)
def zero_and_one(p, threshold=0.5):
    return np.where(np.asarray(p) >= threshold, 1, 0)


@predict_label.mistake(
    en=("The two labels have changed places.", "p is the probability of class 2. Which label goes with a large p?"),
    ru=("Две метки поменялись местами.", "p — вероятность класса 2. Какая метка отвечает большому p?"),
)
def labels_swapped(p, threshold=0.5):
    return np.where(np.asarray(p) >= threshold, 1, 2)


@predict_label.mistake(
    en=("Whatever the threshold, the labels are those of the threshold 0.5.", "Try p = 0.6 with threshold 0.8. What should the label be?"),
    ru=("При любом пороге метки такие, как при пороге 0.5.", "Попробуйте p = 0.6 с порогом 0.8. Какой должна быть метка?"),
)
def always_one_half(p, threshold=0.5):
    return np.where(np.asarray(p) >= 0.5, 2, 1)


@predict_label.mistake(
    en=("Small and large p get the label 2 alike.", "p is a probability, and never negative. What is it compared with, and is it still p at that moment?"),
    ru=("Метку 2 получают и малые, и большие p.", "p — это вероятность, отрицательной она не бывает. С чем её сравнивает код и точно ли в этот момент там ещё p?"),
)
def compared_with_zero(p, threshold=0.5):
    return np.where(np.asarray(p) > 0, 2, 1)


@predict_label.mistake(
    en=("The function is made for one number and stops at an array.", "A question such as p >= 0.5 has one answer for each element. How do you choose element by element?"),
    ru=("Функция рассчитана на одно число, а на массиве останавливается.", "У вопроса p >= 0.5 свой ответ для каждого элемента. Как выбирать поэлементно?"),
)
def one_probability_only(p, threshold=0.5):
    if p >= threshold:
        return 2
    return 1


@predict_label.mistake(
    en=("One label is given to the whole array.", "Each object has its own probability and needs its own label."),
    ru=("На весь массив выдаётся одна метка.", "У каждого объекта своя вероятность, и метка нужна своя."),
)
def one_label_for_all(p, threshold=0.5):
    return 2 if np.mean(p) >= threshold else 1


@predict_label.mistake(
    en=("The labels are those of a threshold for the other class.", "p is the probability of class 2, and class 2 is chosen when p itself is large enough."),
    ru=("Метки получаются такие, как если бы порог относился к другому классу.", "p — вероятность класса 2, и класс 2 выбирают, когда достаточно велика сама p."),
)
def threshold_mirrored(p, threshold=0.5):
    return np.where(1 - np.asarray(p) >= threshold, 1, 2)


@predict_label.mistake(
    en=("The answer is true or false, the outcome of a comparison.", "The task asks for the names of the classes, which are numbers. Which number belongs to true, which to false?"),
    ru=("Ответ — истина или ложь, то есть результат сравнения.", "По условию нужны имена классов, а это числа. Какое число отвечает истине, какое — лжи?"),
)
def only_compared(p, threshold=0.5):
    return np.asarray(p) >= threshold


@predict_label.mistake(
    en=("The function is made for one number, and at an array NumPy refuses to make one number of many.", "Do int(), float() or round() stand around something that may be an array? Which way to choose goes element by element?"),
    ru=("Функция рассчитана на одно число, а из массива NumPy отказывается делать одно число.", "Не стоит ли int(), float() или round() вокруг того, что бывает массивом? Какой выбор идёт поэлементно?"),
)
def one_number_of_many(p, threshold=0.5):
    return int(p >= threshold) + 1


@predict_label.mistake(
    en=("The function takes a row of probabilities and stops at a single number.", "A loop over p needs a row. What chooses element by element, whatever the shape?"),
    ru=("Строку вероятностей функция принимает, а на одном числе останавливается.", "Циклу по p нужна строка. Что выбирает поэлементно при любой форме?"),
)
def one_row_of_labels(p, threshold=0.5):
    return [2 if value >= threshold else 1 for value in p]


@predict_label.mistake(
    en=("The function takes arrays and stops at a single number: it asks the number for something that only arrays have.", "p may be an array or a number such as 0.7. Which functions of NumPy take both?"),
    ru=("Массивы функция принимает, а на одном числе останавливается: она обращается к тому, что есть только у массива.", "p бывает и массивом, и числом, например 0.7. Какие функции NumPy принимают и то и другое?"),
)
def arrays_only(p, threshold=0.5):
    labels = np.ones(p.shape)
    labels[p >= threshold] = 2
    return labels


@predict_label.mistake(
    en=("Labels above 2 come out where p is twice the threshold or more.", "There are two classes only. p has to be compared with the threshold, not measured in it."),
    ru=("Там, где p вдвое больше порога, получаются метки больше 2.", "Классов всего два. С порогом p надо сравнить, а не считать, сколько порогов в нём помещается."),
)
def thresholds_counted(p, threshold=0.5):
    return 1 + np.floor_divide(p, threshold)


@predict_label.mistake(
    en=("p is passed through the sigmoid once more.", "p is a probability already: the sigmoid has made it of the score. What does the task compare with the threshold?"),
    ru=("От p ещё раз берётся сигмоида.", "p — уже вероятность: сигмоида получила её из взвешенной суммы. Что по условию сравнивают с порогом?"),
    looks_like=("compared_with_zero",),
)
def sigmoid_once_more(p, threshold=0.5):
    return np.where(1 / (1 + np.exp(-np.asarray(p))) >= threshold, 2, 1)


@predict_label.alternative
def by_adding(p, threshold=0.5):
    return 1 + (np.asarray(p) >= threshold).astype(int)


@predict_label.alternative
def by_a_list(p, threshold=0.5):
    if np.ndim(p) == 0:
        return 2 if p > threshold else 1
    return [by_a_list(q, threshold) for q in p]


@predict_label.alternative
def by_a_mask(p, threshold=0.5):
    labels = np.ones(np.shape(p))
    labels[np.asarray(p) >= threshold] = 2.0
    return labels


_TIES = "a p that equals the threshold is not tested, the task says"
predict_label.equal(predict_label, ">= threshold", _TIES + "; and np.where only asks whether a number is 0")
predict_label.equal(by_adding, ">= threshold", _TIES)
predict_label.equal(by_a_list, "> threshold", _TIES)
predict_label.equal(by_a_list, "np.ndim(p) == 0", "no array has fewer than 0 axes")
predict_label.equal(by_a_mask, ">= threshold", _TIES)
