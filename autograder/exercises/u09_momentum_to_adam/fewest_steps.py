"""Steps that the best of several learning rates needs on a ravine."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=3)
def fewest_steps(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w0 = w1 = 1.0
        h0 = h1 = 0.0
        for k in range(1, n_max + 1):
            h0, h1 = alpha * h0 + rate * w0, alpha * h1 + rate * kappa * w1
            w0, w1 = w0 - h0, w1 - h1
            if abs(w0) <= 0.01 and abs(w1) <= 0.01:
                best = min(best, k)
                break
    return best


fewest_steps.example(10.0, 0.0, [0.12], 100)  # at 0.1 one of the weights arrives in the first step
fewest_steps.example(10.0, 0.0, [0.1, 0.18, 0.05, 0.12], 100)  # the first one is neither the fastest nor the slowest
fewest_steps.example(10.0, 0.0, [0.05, 0.18, 0.1], 100)
fewest_steps.example(10.0, 0.3, [0.3, 0.24, 0.05], 100)
fewest_steps.example(10.0, 0.0, [0.3], 100)
fewest_steps.example(10.0, 0.0, [0.1, 0.18], 30)
fewest_steps.example(1.0, 0.0, [0.2], 100)
fewest_steps.example(4.0, 0.7, [0.25], 100)  # a weight comes, leaves and comes again


@fewest_steps.probe("simple")
def _(answer, rng):
    """The flat direction comes last, and then the steep one."""
    cases = [(rng.uniform(15, 30), rng.uniform(1.2, 1.7)), (rng.uniform(6, 10), rng.uniform(1.86, 1.92))]
    return [answer(float(kappa), 0.0, [float(share / kappa)], 200) for kappa, share in cases]


def _comes_back(kappa, alpha, rate):
    """Return whether one weight comes within 0.01 and leaves again before the other one has come."""
    w, h, near = np.ones(2), np.zeros(2), np.zeros(2, dtype=bool)
    while not near.all():
        h = alpha * h + rate * np.array([1.0, kappa]) * w
        w = w - h
        near |= np.abs(w) <= 0.01
    return bool(np.max(np.abs(w)) > 0.011)


@fewest_steps.probe("general", credit=2.0)
def _(answer, rng):
    seen = []
    for kappa, alpha in zip(rng.uniform((6, 15, 30), (12, 30, 60)), rng.uniform((0.2, 0.35, 0.5), (0.3, 0.45, 0.6)), strict=True):
        rates = rng.permutation(rng.uniform((0.3, 0.8, 1.3, 2.2), (0.6, 1.1, 1.8, 4.0)) / kappa)
        seen += [answer(float(kappa), float(alpha), rates, 300), answer(float(kappa), 0.0, rates.tolist(), 300)]
    rates = rng.uniform((4.0, 0.8, 1.3), (5.0, 1.0, 1.6)) / kappa  # flies, arrives, is faster: none inherits inertia
    # In a round bowl both weights arrive together, when w is still longer than 0.01.
    round_bowl = answer(1.0, 0.0, [float(rng.uniform(0.15, 0.25))], 200)
    # With so much inertia both weights swing through the floor: to have been there is not to have arrived.
    drawn = rng.uniform((3.0, 0.6, 0.2), (7.0, 0.75, 0.25), size=(40, 3)).tolist()
    low, inertia, swing = next(one for one in drawn if _comes_back(*one))
    swinging = answer(low, inertia, [swing], 300)
    after = [answer(float(kappa), float(alpha), each, 300) for each in (rates.tolist(), rates[[0, 2]].tolist())]
    return [*seen, *after, round_bowl, swinging]


@fewest_steps.probe("edge")
def _(answer, rng):
    """All rates fly away, or too few steps are allowed; another time one of them arrives."""
    kappa = float(rng.uniform(8, 20))
    good, bad = rng.uniform((1.2, 2.6), (1.6, 3.5)) / kappa
    cases = [([float(bad), float(1.2 * bad)], 60), ([float(good)], 4), ([float(bad), float(good)], 300)]
    return [answer(kappa, 0.0, *cases[k]) for k in rng.permutation(3)]


@fewest_steps.probe("edge", credit=0.5)
def _(answer, rng):
    """Just enough steps, and one too few."""
    kappa = float(rng.uniform(8, 20))
    rate = float(rng.uniform(1.2, 1.6) / kappa)
    needed = int(np.ceil(np.log(0.01) / np.log(1 - rate)))  # the flat direction comes last
    return [answer(kappa, 0.0, [rate], n) for n in rng.permutation([needed, needed - 1, needed + 1])]


@fewest_steps.mistake(
    en=("The answer is the count of the last rate that arrives.", "A later rate may be slower than an earlier one. What must a new count be compared with?"),
    ru=("Ответ — число шагов последней скорости обучения, с которой удалось дойти.", "Следующая скорость может оказаться медленнее прежней. С чем надо сравнить новое число?"),
)
def last_rate(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                best = k
                break
    return best


@fewest_steps.mistake(
    en=("The count is one step short.", "The first step has the number 1. After it the weights are looked at for the first time."),
    ru=("В ответе не хватает одного шага.", "Первый шаг имеет номер 1, и только после него вы впервые смотрите на веса."),
)
def counted_from_zero(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(n_max):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                best = min(best, k)
                break
    return best


@fewest_steps.mistake(
    en=("Each rate goes on from where the one before it ended.", "Every racer starts at (1, 1) and without inertia. Where do you set w and h?"),
    ru=("С каждой скоростью обучения спуск продолжается с того места, где остановился предыдущий.", "Каждый участник начинает в точке (1, 1) и без инерции. Где вы задаёте w и h?"),
)
def start_not_renewed(kappa, alpha, rates, n_max):
    best = math.inf
    w, h = np.ones(2), np.zeros(2)
    for rate in rates:
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                best = min(best, k)
                break
    return best


@fewest_steps.mistake(
    en=("With several rates the count is not always right, as when a rate sets off with the inertia of the one before it.", "Every racer starts without inertia. What is h when the next rate begins? And is nobody given up who would still arrive?"),
    ru=("При нескольких скоростях обучения число шагов не всегда верно, как если бы спуск начинался с инерцией предыдущего.", "Каждый участник начинает без инерции. Чему равно h, когда начинает следующий? И не сходит ли с дистанции тот, кто ещё добрался бы до цели?"),
)
def inertia_not_renewed(kappa, alpha, rates, n_max):
    best = math.inf
    h = np.zeros(2)
    for rate in rates:
        w = np.ones(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                best = min(best, k)
                break
    return best


@fewest_steps.mistake(
    en=("The answer is the count of the first rate in the list that arrives.", "A later rate may need fewer steps. Can you return before all have run?"),
    ru=("Ответ — число шагов первой скорости из списка, которая дошла.", "Следующей скорости может хватить меньшего числа шагов. Можно ли возвращать ответ, пока не прошли все?"),
)
def first_to_arrive(kappa, alpha, rates, n_max):
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                return k
    return math.inf


@fewest_steps.mistake(
    en=("The answer is the count of the slowest of the rates that arrive.", "Asked for is the fewest steps: which of two counts do you keep?"),
    ru=("Ответ — число шагов самой медленной из дошедших скоростей.", "Нужно наименьшее число шагов: какое из двух чисел вы оставляете?"),
)
def slowest_rate(kappa, alpha, rates, n_max):
    counts = []
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                counts.append(k)
                break
    return max(counts, default=math.inf)


@fewest_steps.mistake(
    en=("The race ends when one of the two weights has arrived.", "Across the ravine it is quick, along it is slow. Both weights must be within 0.01."),
    ru=("Гонка заканчивается, когда дошёл один из двух весов.", "Поперёк оврага быстро, вдоль медленно. В пределах 0.01 должны быть оба веса."),
)
def one_weight_is_enough(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.min(np.abs(w)) <= 0.01:
                best = min(best, k)
                break
    return best


@fewest_steps.mistake(
    en=("The length of w is compared with 0.01, not each of the weights.", "How long is w when both weights are 0.009? And what does the task ask of each of them?"),
    ru=("С 0.01 сравнивается длина w, а не каждый из весов.", "Какова длина w, если оба веса равны 0.009? А что задание требует от каждого из них?"),
)
def length_of_w(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.linalg.norm(w) <= 0.01:
                best = min(best, k)
                break
    return best


@fewest_steps.mistake(
    en=("Where no rate arrives, n_max comes back.", "n_max would mean that the last step has arrived. What does the task ask for when nobody does?"),
    ru=("Если ни с одной скоростью обучения дойти не удалось, возвращается n_max.", "n_max значило бы, что дошли на последнем шаге. Что по условию возвращать, когда не дошёл никто?"),
)
def limit_for_never(kappa, alpha, rates, n_max):
    best = n_max
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                best = min(best, k)
                break
    return best


@fewest_steps.mistake(
    en=("The learning rate comes back, not the number of steps.", "The rate is how the race was won. Asked for is after how many steps."),
    ru=("Возвращается скорость обучения, а не число шагов.", "Скорость — то, чем выиграна гонка. Спрашивают, за сколько шагов."),
)
def rate_returned(kappa, alpha, rates, n_max):
    best, best_rate = math.inf, math.inf
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                if k < best:
                    best, best_rate = k, rate
                break
    return best_rate


@fewest_steps.mistake(
    en=("Inertia is taken as an average: the gradient gets the factor 1 − α.", "In this unit h is a sum: α times the old h plus η times the gradient."),
    ru=("Инерция посчитана как среднее: градиент умножен на 1 − α.", "В этом уроке h — сумма: α, умноженное на прежнее h, плюс η, умноженная на градиент."),
)
def averaged_inertia(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + (1 - alpha) * rate * np.array([1, kappa]) * w
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                best = min(best, k)
                break
    return best


@fewest_steps.mistake(
    en=("There is no inertia: whatever α is, the count is that of plain descent.", "Set α to 0.5: does your step keep half of the last one?"),
    ru=("Инерции нет: при любом α число шагов такое, как у обычного спуска.", "Возьмите α = 0.5: остаётся ли в вашем шаге половина прошлого?"),
)
def no_inertia(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w = np.ones(2)
        for k in range(1, n_max + 1):
            w = w - rate * np.array([1, kappa]) * w
            if np.max(np.abs(w)) <= 0.01:
                best = min(best, k)
                break
    return best


@fewest_steps.mistake(
    en=("A weight below 0.01 counts as arrived, also when it has jumped far to the other side.", "−0.8 is less than 0.01. What of a weight must be at most 0.01?"),
    ru=("Вес меньше 0.01 считается дошедшим, даже если он перелетел далеко на другую сторону.", "−0.8 тоже меньше 0.01. Что у веса должно быть не больше 0.01?"),
)
def sign_forgotten(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1.0, kappa]) * w
            w = w - h
            if w[0] <= 0.01 and w[1] <= 0.01:
                best = min(best, k)
                break
    return best


@fewest_steps.mistake(
    en=("A weight that has come within 0.01 once counts as arrived, also when it has left again.", "The ball rolls through the floor and comes back. Where must both weights be at the same moment?"),
    ru=("Вес, который однажды оказался в пределах 0.01, считается дошедшим, даже если потом он снова вышел.", "Шарик проскакивает дно и возвращается. Где должны быть оба веса в один и тот же момент?"),
)
def arrived_one_after_the_other(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w, h, near = np.ones(2), np.zeros(2), np.zeros(2, dtype=bool)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1.0, kappa]) * w
            w = w - h
            near |= np.abs(w) <= 0.01
            if near.all():
                best = min(best, k)
                break
    return best


@fewest_steps.mistake(
    en=("As soon as one rate does not arrive, the answer is inf.", "inf is due only if none of the rates arrives. What may a rate that has failed still change?"),
    ru=("Стоит не дойти хотя бы с одной скоростью обучения — и ответ inf.", "inf нужно, только если не дошла ни одна. Может ли неудачная скорость менять ответ?"),
)
def one_failure_ends_all(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                best = min(best, k)
                break
        else:
            return math.inf
    return best


@fewest_steps.mistake(
    en=("The result is that of a slope twice as steep: 2w in place of w.", "The ravine has ½ before each square. What is the derivative of ½ κ w²?"),
    ru=("Результат такой, как при вдвое более крутом наклоне: 2w вместо w.", "В формуле оврага перед каждым квадратом стоит ½. Чему равна производная ½ κ w²?"),
)
def slope_of_the_whole_square(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * 2 * np.array([1.0, kappa]) * w
            w = w - h
            if np.all(np.abs(w) <= 0.01):
                best = min(best, k)
                break
    return best


@fewest_steps.alternative
def walked_by_arrays(kappa, alpha, rates, n_max):
    def count(rate):
        w, h = np.array([1.0, 1.0]), 0.0
        for k in range(n_max):
            slopes = np.array([1.0, kappa]) * w
            h = alpha * h + rate * slopes
            w = w - h
            if max(abs(w)) <= 0.01:
                return k + 1
        return math.inf

    return min([count(rate) for rate in rates])


@fewest_steps.alternative
def all_rates_at_once(kappa, alpha, rates, n_max):
    rates = np.array(rates)[:, None]
    w, h = np.array([1.0, 1.0]), 0.0
    for k in range(n_max):
        slopes = w * [1.0, kappa]
        h = alpha * h + rates * slopes
        w = w - h
        if np.any(np.all(np.abs(w) <= 0.01, axis=1)):
            return k + 1
    return float("inf")


_BORDER = "nobody stands exactly at 0.01"
_SIDES = "the ravine is the same on both sides"
_PAIR = "two values may stand in a list"
fewest_steps.equal(fewest_steps, "w0 = w1 = 1.0", _SIDES + ", and either line may come first")
fewest_steps.equal(fewest_steps, "h0, h1 =", _PAIR + ", and a product may be grouped at will")
fewest_steps.equal(fewest_steps, "w0, w1 =", _PAIR)
fewest_steps.equal(fewest_steps, "abs(w0) <= 0.01", _BORDER + ", and a size has no sign")
fewest_steps.equal(fewest_steps, "min(best, k)", "the smaller of two numbers, in either order")
fewest_steps.equal(fewest_steps, "break", "later steps have larger numbers, and the smallest counts")
fewest_steps.equal(walked_by_arrays, "w, h =", _SIDES + ", and " + _PAIR)
fewest_steps.equal(walked_by_arrays, "max(abs(w)) <= 0.01", _BORDER)
fewest_steps.equal(all_rates_at_once, "rates = np.array(rates)[:, None]\n", "neither line needs the other")
fewest_steps.equal(all_rates_at_once, "w, h =", _SIDES + ", and " + _PAIR)
fewest_steps.equal(all_rates_at_once, "np.abs(w) <= 0.01", "a table has two axes; " + _BORDER)
