"""Name the class as on the slide of lecture 1."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def predict_label(p, threshold=0.5):
    return np.where(np.asarray(p) >= threshold, 2, 1)


predict_label.example(np.array([0.2, 0.9, 0.6]))
predict_label.example(np.array([0.2, 0.9, 0.6, 0.45]), 0.3)
predict_label.example(0.4)


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
    return [answer(p), answer(p, 0.4), answer(p.reshape(2, 4), 0.9)]


@predict_label.mistake(
    en=("The labels are 0 and 1, as almost everybody writes them.", "The slide calls the classes 1 and 2. Which of them belongs to the end 1 of the sigmoid?"),
    ru=("Получаются метки 0 и 1, как пишут почти все.", "На слайде классы названы 1 и 2. Какой из них стоит на том конце, где сигмоида равна 1?"),
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
    en=("The threshold is not used: you always compare with one half.", "Try p = 0.6 with threshold 0.8. What should the label be?"),
    ru=("Порог не используется: сравнение всегда идёт с одной второй.", "Попробуйте p = 0.6 с порогом 0.8. Какой должна быть метка?"),
)
def always_one_half(p, threshold=0.5):
    return np.where(np.asarray(p) >= 0.5, 2, 1)


@predict_label.mistake(
    en=("p is treated as a score, which is compared with 0.", "A probability is never negative. What does the task compare it with?"),
    ru=("p принято за взвешенную сумму, которую сравнивают с нулём.", "Вероятность не бывает отрицательной. С чем её нужно сравнить по условию?"),
)
def compared_with_zero(p, threshold=0.5):
    return np.where(np.asarray(p) > 0, 2, 1)


@predict_label.mistake(
    en=("The function works for one number and stops at an array.", "A question such as p >= 0.5 has one answer for each element. How do you choose element by element?"),
    ru=("Функция работает с одним числом, а на массиве останавливается.", "У вопроса p >= 0.5 свой ответ для каждого элемента. Как выбирать поэлементно?"),
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
    en=("The threshold is applied to the other class.", "p is the probability of class 2, and class 2 is chosen when p itself is large enough."),
    ru=("Порог применён к другому классу.", "p — вероятность класса 2, и класс 2 выбирают, когда достаточно велика сама p."),
)
def threshold_mirrored(p, threshold=0.5):
    return np.where(1 - np.asarray(p) >= threshold, 1, 2)


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
