"""Gradient descent from several starts; the best end wins."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import shuffled
from course.public import u05_linear_regression as public


@exercise(points=3)
def multistart(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = start.astype(float)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        finals.append(w)
    return min(finals, key=loss)


# The first, the lowest start, the worst and the shortest end are four others than the best one, which is the last.
multistart.example(public.two_valleys, public.two_valleys_slope, np.array([[1.2], [2.5], [1.6], [0.1], [3.6]]), 0.03, 2)
multistart.example(public.two_valleys, public.two_valleys_slope, np.array([[2.6], [0.9], [-0.2]]), 0.04, 3)
multistart.example(public.two_valleys, public.two_valleys_slope, np.array([[0.0], [4.0]]), 0.05, 60)
multistart.example(public.two_valleys, public.two_valleys_slope, np.array([[0], [4], [2]]), 0.05, 2)
multistart.example(public.two_valleys, public.two_valleys_slope, np.array([[0.9], [3.15]]), 0.3, 2)  # steps so long that they lead away from the valley


def _valleys(rng, low, high, tilt, best, others, floor=0.0):
    """Return loss, gradient and starts for two valleys, one near w₀ = low and one near w₀ = high.

    ``best`` is the start that arrives best; it comes neither first nor last. The first of the others stays first: its
    own loss is above that of every end. The last of them, which arrives neither best nor worst, stays last. All is moved
    and mirrored by chance, never so that the lower valley comes nearer to 0: the shortest weights must not be the best.
    ``floor`` is added to the loss, which may be negative.
    """
    mirror = rng.choice([-1.0, 1.0], size=2)
    move = rng.uniform(0.0, (0.8, 1.0)) * (-np.sign(tilt), 1.0)

    def loss(w):
        v = mirror * np.asarray(w, dtype=float) - move
        return float((v[0] - low) ** 2 * (v[0] - high) ** 2 + tilt * v[0] + (v[1] - 0.5) ** 2 + floor)

    def grad(w):
        v = mirror * np.asarray(w, dtype=float) - move
        middle = (low + high) / 2
        return mirror * np.array([4 * (v[0] - low) * (v[0] - middle) * (v[0] - high) + tilt, 2 * (v[1] - 0.5)])

    first, *others, last = others
    starts = np.array([first, *shuffled(rng, [best, *others]), last])
    starts += rng.uniform(-0.02, 0.02, size=starts.shape)
    return loss, grad, mirror * (starts + move)


@multistart.probe("simple")
def _(answer, rng):
    # Left is lower; the start with the lowest loss is on the right, and so are the last one and the one with the flattest end.
    scene = _valleys(rng, -1.0, 1.0, 0.3, [-1.8, 3.0], ([1.4, 1.0], [1.7, -2.0], [1.08, 0.5], [0.95, 0.6]))
    return answer(*scene, 0.06, 14)


@multistart.probe("general")
def _(answer, rng):
    seen = []
    for low, high, tilt, steps in ((-1.0, 1.0, -0.25, 9), (0.2, 2.4, 0.3, 12)):
        best, worse = (high, low) if tilt < 0 else (low, high)
        others = [worse + 0.4, -1.0], [worse, 0.45], [worse - 0.3, 1.0]
        seen.append(answer(*_valleys(rng, low, high, tilt, [best + 0.5, 1.5], others, floor=-30.0 * (tilt < 0)), 0.05, steps))
    return seen


@multistart.probe("edge", credit=0.5)
def _(answer, rng):
    loss, grad, starts = _valleys(rng, -1.0, 1.0, 0.3, [-1.3, 0.2], ([0.9, 4.5], [1.6, 3.0]))
    seen = [answer(loss, grad, starts[:1], 0.05, 4), answer(loss, grad, starts, 0.05, 1), answer(loss, grad, starts, 0.05, 0)]
    return [*seen, answer(*_overshooting(rng))]


def _overshooting(rng):
    """Return a bowl and a learning rate with which every step leads further out: the way begins lower than it ends."""
    angle = rng.uniform(0.0, 2 * np.pi)
    outward, aside = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    centre = 3.0 * outward
    # The middle one arrives best, and not with the shortest weights.
    starts = centre + np.array([-1.6 * outward, 0.6 * outward, 1.1 * aside])

    def loss(w):
        return float(np.sum((np.asarray(w, dtype=float) - centre) ** 2))

    def grad(w):
        return 2.0 * (np.asarray(w, dtype=float) - centre)

    return loss, grad, starts, float(rng.uniform(1.15, 1.3)), 2


@multistart.mistake(
    en=("The best point of all that was met on the way is returned.", "A descent is judged by where it ends. Where the steps are too long, a point on the way can be better than the end."),
    ru=("Возвращается лучшая из всех точек, встреченных по дороге.", "О спуске судят по тому, где он закончился. При слишком длинных шагах точка на пути бывает лучше конца."),
)
def best_on_the_way(loss, grad, starts, learning_rate, n_steps):
    met = []
    for start in starts:
        w = start.astype(float)
        met.append(w)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
            met.append(w)
    return min(met, key=loss)


@multistart.probe("edge", credit=0.5)
def _(answer, rng):
    """Starts that are whole numbers: nothing may be cut off because of that. Each slope hangs on both weights."""
    bottom, scale = rng.uniform(3.2, 3.8, size=2), np.array([1.0, rng.uniform(1.5, 2.5)])

    def loss(w):
        v = np.asarray(w, dtype=float) - bottom
        return float(np.sum(scale * v**2) + 0.5 * v[0] * v[1])

    def grad(w):
        v = np.asarray(w, dtype=float) - bottom
        return 2 * scale * v + 0.5 * v[::-1]

    starts = np.array([[-3, 8], [5, 4], [1, 2]])  # the one in the middle is the best, and not the shortest; the first is far away
    return [answer(loss, grad, starts, float(rate), steps) for rate, steps in zip(rng.uniform(0.03, 0.08, size=2), (2, 3))]


@multistart.mistake(
    en=("The best start comes back, not the place to which the descent led.", "Compare the weights after the descent, and return them."),
    ru=("Возвращена лучшая начальная точка, а не место, куда привёл спуск.", "Сравнивайте веса после спуска и возвращайте их."),
)
def start_returned(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return starts[int(np.argmin([loss(w) for w in finals]))]


@multistart.mistake(
    en=("The result is the end of the descent from the lowest start.", "A low start may lead into the worse valley. First walk from every start, then compare."),
    ru=("Возвращено то, куда приводит спуск из самой низкой начальной точки.", "Низкая начальная точка может вести в худшую долину. Сначала спуститесь из каждой, потом сравнивайте."),
)
def chosen_before_the_descent(loss, grad, starts, learning_rate, n_steps):
    w = np.asarray(min(starts, key=loss), dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * np.asarray(grad(w))
    return w


@multistart.mistake(
    en=("The result of the last start always wins.", "What is left of the earlier starts when your loop is over? Something has to be kept and compared."),
    ru=("Всегда побеждает последняя начальная точка.", "Что остаётся от прежних начальных точек, когда цикл закончился? Что-то нужно хранить и сравнивать."),
)
def last_wins(loss, grad, starts, learning_rate, n_steps):
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
    return w


@multistart.mistake(
    en=("The result of the first start always wins.", "Do all the starts get their turn? See where your function returns, and what it compares."),
    ru=("Всегда побеждает первая начальная точка.", "До всех ли начальных точек доходит очередь? Посмотрите, где функция заканчивается и что она сравнивает."),
)
def first_wins(loss, grad, starts, learning_rate, n_steps):
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        return w


@multistart.mistake(
    en=("The ends of all descents come back.", "They are the candidates, and the answer is one of them. Which function says how good each of them is?"),
    ru=("Возвращены конечные точки всех спусков.", "Это кандидаты, а ответ — один из них. Какая функция скажет, насколько хорош каждый?"),
)
def all_ends(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return np.array(finals)


@multistart.mistake(
    en=("The number of the best start comes back, not the weights.", "A place in the list is half of the way: what lies there after the descent?"),
    ru=("Возвращён номер лучшей начальной точки, а не веса.", "Номер в списке — это полдела: что лежит на этом месте после спуска?"),
)
def number_returned(loss, grad, starts, learning_rate, n_steps):
    values = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        values.append(loss(w))
    return int(np.argmin(values))


@multistart.mistake(
    en=("The descents climb.", "The gradient points to where the loss grows. Check the sign of the update."),
    ru=("Спуски идут в гору.", "Градиент показывает, куда растут потери. Проверьте знак в обновлении."),
)
def ascents(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w + learning_rate * np.asarray(grad(w))
        finals.append(w)
    return min(finals, key=loss)


@multistart.mistake(
    en=("When the starts are whole numbers, the weights are cut off to whole numbers after each step.", "Of what kind are the elements of the array in which your code keeps the weights?"),
    ru=("Когда начальные точки целые, у весов после каждого шага отбрасывается дробная часть.", "Какого типа элементы у массива, в котором ваш код хранит веса?"),
)
def steps_cut_off(loss, grad, starts, learning_rate, n_steps):
    walkers = np.array(starts)
    for i in range(len(walkers)):
        for _ in range(n_steps):
            walkers[i] = walkers[i] - learning_rate * np.asarray(grad(walkers[i]))
    return min(walkers, key=loss)


@multistart.mistake(
    en=("The worst result is returned.", "Smaller loss is better: look at the comparison."),
    ru=("Возвращён худший результат.", "Чем меньше потери, тем лучше: посмотрите на сравнение."),
)
def worst_wins(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return max(finals, key=loss)


@multistart.mistake(
    en=("The smallest loss comes back, not the weights that have it.", "The model needs the weights: keep both, and return the weights of the best end."),
    ru=("Возвращены наименьшие потери, а не веса, при которых они достигаются.", "Модели нужны веса: храните и то и другое, а возвращайте веса лучшего конца."),
)
def loss_returned(loss, grad, starts, learning_rate, n_steps):
    values = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        values.append(loss(w))
    return min(values)


@multistart.mistake(
    en=("The final weights are averaged.", "Half-way between two valleys there is a hill. One of the results has to win."),
    ru=("Итоговые веса усреднены.", "На полпути между двумя долинами — холм. Должен победить один из результатов."),
)
def averaged(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return np.mean(finals, axis=0)


@multistart.mistake(
    en=("The shortest weight vector wins, not the one with the smallest loss.", "What says how good a weight vector is? What do you compare?"),
    ru=("Побеждает самый короткий вектор весов, а не тот, у которого наименьшие потери.", "Что говорит, насколько хорош вектор весов? Что вы сравниваете?"),
)
def shortest_wins(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return min(finals, key=np.linalg.norm)


@multistart.mistake(
    en=("Each descent goes on from where the one before ended.", "Every start deserves its own descent: where in your code is w set to the start?"),
    ru=("Каждый спуск продолжается с места, где кончился предыдущий.", "У каждой начальной точки свой спуск: где в коде w приравнивается к ней?"),
)
def start_not_reset(loss, grad, starts, learning_rate, n_steps):
    w, finals = np.asarray(starts[0], dtype=float), []
    for _ in starts:
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return min(finals, key=loss)


@multistart.mistake(
    en=("The end wins whose loss is nearest to 0, and not the one with the smallest loss.", "A loss may be negative: −30 is less than −2. What do you do with it before you compare?"),
    ru=("Побеждает конец, потери в котором ближе всего к нулю, а не наименьшие.", "Потери бывают отрицательными: −30 меньше, чем −2. Что вы делаете с ними перед сравнением?"),
)
def size_of_the_loss(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = start.astype(float)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        finals.append(w)
    return min(finals, key=lambda w: abs(loss(w)))


@multistart.mistake(
    en=("Each descent is one step short.", "n_steps is the number of updates. Count how often your loop changes w."),
    ru=("Каждому спуску не хватает одного шага.", "n_steps — это число обновлений. Посчитайте, сколько раз цикл меняет w."),
)
def a_step_short(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps - 1):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return min(finals, key=loss)


@multistart.mistake(
    en=("The end with the smallest gradient wins, not the one with the smallest loss.", "A small gradient says that the ground is flat, not that it is low. Which function says how good an end is?"),
    ru=("Побеждает конец с наименьшим градиентом, а не с наименьшими потерями.", "Малый градиент говорит, что место ровное, а не что оно низкое. Какая функция говорит, насколько хорош конец?"),
)
def flattest_wins(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = start.astype(float)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        finals.append(w)
    return min(finals, key=lambda w: np.linalg.norm(grad(w)))


@multistart.mistake(
    en=("Each descent makes one step too many.", "n_steps is the number of updates. With n_steps = 0 nobody moves: how often does your loop run then?"),
    ru=("Каждый спуск делает лишний шаг.", "n_steps — это число обновлений. При n_steps = 0 никто не двигается: сколько раз тогда выполнится ваш цикл?"),
)
def a_step_long(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps + 1):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return min(finals, key=loss)


@multistart.mistake(
    en=("In each descent all the steps are equal: each follows the gradient at the start.", "Behind the first step the ground has another slope. At which point is the gradient taken for the second step?"),
    ru=("В каждом спуске все шаги одинаковы: каждый сделан по градиенту в начальной точке.", "После первого шага наклон уже другой. В какой точке берётся градиент для второго шага?"),
)
def slope_of_the_start(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        finals.append(w - n_steps * learning_rate * np.asarray(grad(w)))
    return min(finals, key=loss)


@multistart.alternative
def keeping_the_best(loss, grad, starts, learning_rate, n_steps):
    best = None
    for start in starts:
        w = start.astype(float)
        for _ in range(n_steps):
            w -= learning_rate * grad(w)
        if best is None or loss(w) < loss(best):
            best = w
    return best


@multistart.alternative
def all_finals_at_once(loss, grad, starts, learning_rate, n_steps):
    walkers = np.array(starts, dtype=float)
    for _ in range(n_steps):
        walkers = walkers - learning_rate * np.array([grad(w) for w in walkers])
    return walkers[np.argmin([loss(w) for w in walkers])].tolist()


multistart.equal(multistart, "finals", "twice the same candidates, or a name whose value nobody asks for any more")
multistart.equal(keeping_the_best, "loss(w) < loss(best)", "no two ends are equally good")
multistart.equal(all_finals_at_once, "np.argmin", "a list of numbers has one axis only")
multistart.equal(all_finals_at_once, "dtype=float", "the first update makes other numbers of whole ones")


@multistart.mistake(
    en=("The weights move one after another: the gradient for the second one is taken where the first has moved already.", "All parts of a step come from one gradient, that of the old point. Compute it once, before anything moves."),
    ru=("Веса сдвигаются по очереди: градиент для второго взят там, куда уже сдвинулся первый.", "Все составляющие шага берутся из одного градиента — в старой точке. Вычислите его один раз, прежде чем что-то сдвигать."),
)
def one_weight_after_another(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = start.astype(float)
        for _ in range(n_steps):
            for j in range(w.size):
                w[j] -= learning_rate * np.asarray(grad(w))[j]
        finals.append(w)
    return min(finals, key=loss)


@multistart.mistake(
    en=("Where every loss is positive, no end is found good enough, and None comes back.", "A loss of 2 can be the best of all. What is the best so far before the first descent?"),
    ru=("Если все потери положительны, ни один конец не признан достаточно хорошим и возвращается None.", "Лучшими могут оказаться и потери, равные 2. Что считается лучшим до первого спуска?"),
)
def below_zero_only(loss, grad, starts, learning_rate, n_steps):
    best, lowest = None, 0.0
    for start in starts:
        w = start.astype(float)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        if loss(w) < lowest:
            best, lowest = w, loss(w)
    return best
