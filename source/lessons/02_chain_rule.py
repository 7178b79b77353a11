# %% [markdown] lang="en" key="goal"
# # The derivative table and the chain rule
#
# ## Goal
#
# After this unit you can
#
# * differentiate a formula with a table and a few rules instead of a limit;
# * take a function inside a function apart and multiply the rates of its parts: the **chain rule**
#   (правило дифференцирования сложной функции, or цепное правило);
# * find a wrong row in a table of derivatives with numbers alone.
#
# **Time:** about 120 minutes. Reading takes 25, the figure 5, the exercises 85, the written question 5.
# Exercise 10 is a stretch and may take ten minutes more.
#
# **Lectures:** the slides of lecture 3 from the table of derivatives up to $y = \ln \cos^2(\sin \sqrt{x})$.
#
# **You need:** the derivative as a slope and the difference quotient (unit 01).

# %% [markdown] lang="ru" key="goal" of="d85e5919"
# # Таблица производных и цепное правило
#
# ## Цель
#
# После этого урока вы сможете
#
# * находить производную формулы по таблице и нескольким правилам, без пределов;
# * разбирать функцию от функции на части и перемножать скорости этих частей — это и есть **цепное правило**
#   (chain rule), оно же правило дифференцирования сложной функции;
# * находить неверную строку в таблице производных по одним только числам.
#
# **Время:** около 120 минут. Чтение — 25, рисунок — 5, упражнения — 85, письменный вопрос — 5.
# Упражнение 10 — повышенной сложности, на него может уйти ещё минут десять.
#
# **Лекции:** слайды лекции 3 от таблицы производных до примера $y = \ln \cos^2(\sin \sqrt{x})$.
#
# **Понадобится:** производная как наклон и разностное отношение (урок 01).

# %% key="setup"
import matplotlib.pyplot as plt
import numpy as np

from course import check, figures, plots

# %% [markdown] lang="en" key="table"
# ## A table instead of a limit
#
# How steep is $x^3$ at $x = 2$? Unit 01 would take a small step and divide:
#
# $$\frac{2.001^3 - 2^3}{0.001} = 12.006$$
#
# The smaller the step, the closer to 12. Somebody has done this once with letters, and the result is a rule:
# $3 \cdot 2^2 = 12$. A **table of derivatives** (таблица производных) collects such rules. Here $c$ is
# a constant, $n$ any fixed number, and $a > 0$ a fixed base. The last column says which $x$ are allowed.
#
# | rule | its name in exercise 2 | allowed $x$ |
# |---|---|---|
# | $c' = 0$ | `const` | all |
# | $(x^n)' = n x^{n-1}$ | `pow` | where both powers have a value |
# | $(e^x)' = e^x$ | `exp` | all |
# | $(a^x)' = a^x \ln a$ | `a_pow` | all |
# | $(\ln x)' = \frac{1}{x}$ | `ln` | $x > 0$ |
# | $(\log_a x)' = \frac{1}{x \ln a}$ | `log_a` | $x > 0$, and $a \ne 1$ |
# | $(\sin x)' = \cos x$ | `sin` | all |
# | $(\cos x)' = -\sin x$ | `cos` | all |
# | $(\tan x)' = \frac{1}{\cos^2 x}$ | `tan` | $\cos x \ne 0$ |
# | $(\sqrt{x})' = \frac{1}{2 \sqrt{x}}$ | `sqrt` | $x > 0$ |
# | $(\arctan x)' = \frac{1}{1 + x^2}$ | `arctan` | all |
#
# Where does $\ln a$ come from? The quotient of $a^x$ is $a^x \cdot \frac{a^h - 1}{h}$: the height itself, times a number that
# depends on $a$ alone. For a tiny $h$ this number is 0.693 for $a = 2$ and 1.099 for $a = 3$. In between there is a base for
# which it is exactly 1, and the curve $a^x$ is its own slope: $e = 2.718\ldots$. For any other base the number is $\ln a$, the
# logarithm to the base $e$.
#
# And why is the slope of the sine the cosine? Walk round a circle of radius 1, from its rightmost point upward. When you have walked the length $x$, your height is
# $\sin x$ and your distance to the right $\cos x$. The way ahead is perpendicular to the radius, so its upward part is as large
# as the radius's part to the right: $\cos x$. The cell below draws both.
#
# Angles are in radians. $\cos^2 x$ means $(\cos x)^2$. The arctangent (арктангенс) undoes
# the tangent: $\arctan 1 = \frac{\pi}{4}$ because $\tan \frac{\pi}{4} = 1$. Python calls the two `np.tan` and `np.arctan`.
#
# You need not learn eleven rows by heart. $e^x$ is $a^x$ with $a = e$, $\ln$ is $\log_e$, and the root is
# the power $n = \frac{1}{2}$.

# %% [markdown] lang="ru" key="table" of="16ac88e2"
# ## Таблица вместо предела
#
# Насколько крута кривая $x^3$ в точке $x = 2$? В уроке 01 мы сделали бы маленький шаг и поделили:
#
# $$\frac{2.001^3 - 2^3}{0.001} = 12.006$$
#
# Чем меньше шаг, тем ближе к 12. Кто-то однажды проделал это с буквами, и получилось правило:
# $3 \cdot 2^2 = 12$. Такие правила собраны в **таблицу производных** (table of derivatives). Здесь $c$ —
# постоянная, $n$ — любое фиксированное число, $a > 0$ — фиксированное основание. Последний столбец говорит, какие $x$ допустимы.
#
# | правило | его имя в упражнении 2 | допустимые $x$ |
# |---|---|---|
# | $c' = 0$ | `const` | все |
# | $(x^n)' = n x^{n-1}$ | `pow` | при которых обе степени имеют смысл |
# | $(e^x)' = e^x$ | `exp` | все |
# | $(a^x)' = a^x \ln a$ | `a_pow` | все |
# | $(\ln x)' = \frac{1}{x}$ | `ln` | $x > 0$ |
# | $(\log_a x)' = \frac{1}{x \ln a}$ | `log_a` | $x > 0$, причём $a \ne 1$ |
# | $(\sin x)' = \cos x$ | `sin` | все |
# | $(\cos x)' = -\sin x$ | `cos` | все |
# | $(\tan x)' = \frac{1}{\cos^2 x}$ | `tan` | $\cos x \ne 0$ |
# | $(\sqrt{x})' = \frac{1}{2 \sqrt{x}}$ | `sqrt` | $x > 0$ |
# | $(\arctan x)' = \frac{1}{1 + x^2}$ | `arctan` | все |
#
# Откуда берётся $\ln a$? Разностное отношение для $a^x$ равно $a^x \cdot \frac{a^h - 1}{h}$: сама высота, умноженная на число,
# которое зависит только от $a$. При крошечном $h$ это число равно 0.693 для $a = 2$ и 1.099 для $a = 3$. Где-то между ними есть
# основание, для которого оно в точности 1, и кривая $a^x$ совпадает со своим наклоном: $e = 2.718\ldots$. Для любого другого
# основания это число — $\ln a$, логарифм по основанию $e$.
#
# А почему наклон синуса — косинус? Пойдём по окружности радиуса 1 из её самой правой точки вверх. Когда пройден путь $x$, наша высота равна $\sin x$, а расстояние вправо —
# $\cos x$. Направление пути перпендикулярно радиусу, поэтому его часть, направленная вверх, такова же, как часть радиуса,
# направленная вправо: $\cos x$. Ячейка ниже рисует и то и другое.
#
# Углы — в радианах. Запись $\cos^2 x$ означает $(\cos x)^2$. Арктангенс (arctangent) отменяет
# тангенс: $\arctan 1 = \frac{\pi}{4}$, потому что $\tan \frac{\pi}{4} = 1$. В Python эта пара — `np.tan` и `np.arctan`.
# В школе и на слайдах тангенс и арктангенс пишут tg и arctg. Здесь в формулах стоят международные
# обозначения, те же, что и в коде.
#
# Учить наизусть одиннадцать строк не нужно. $e^x$ — это $a^x$ при $a = e$, $\ln$ — это $\log_e$, а корень —
# степень с показателем $n = \frac{1}{2}$.

# %% numbers="table"
says("12.006", (2.001**3 - 8) / 0.001)
says("0.693", (2**1e-6 - 1) / 1e-6)
says("1.099", (3**1e-6 - 1) / 1e-6)
holds(abs((math.e**1e-6 - 1) / 1e-6 - 1) < 1e-6, "for e the number is 1")

# %% key="two-reasons"
figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3.4))
x, way = np.linspace(-1, 1, 100), np.linspace(0, 2 * np.pi, 200)
for a, look in ((2, "C0:"), (np.e, "C2-"), (3, "C1--")):
    left.plot(x, a**x, look, label=f"a = {a:.3f}")
left.plot(x, 1 + x, "k", linewidth=0.8)
left.legend()
left.set_xticks([-1, 0, 1])
c, s = np.cos(0.6), np.sin(0.6)
right.plot(np.cos(way), np.sin(way), "0.7")
right.plot([0, c], [0, s], "C0", [c, c - s], [s, s + c], "C1")
right.plot([0, c], [0, 0], "C0:", [c - s, c - s], [s, s + c], "C1:", linewidth=3)
right.set(aspect="equal")
plots.show(
    en="Left, the curves of 2, e and 3 to the power x through the point (0, 1) and a line of slope "
    "1: only the curve of e touches it. Right, a circle with a radius and the way ahead at a "
    "right angle; the radius's dotted part to the right is as long as the way's dotted part "
    "upward.",
    ru="Слева кривые 2, e и 3 в степени x, проходящие через точку (0, 1), и прямая с наклоном 1: "
    "её касается только кривая для e. Справа окружность, радиус и направление пути под прямым "
    "углом к нему; точечная часть радиуса вправо той же длины, что точечная часть пути вверх.",
)

# %% [markdown] lang="en" key="a-row-tested"
# ### Test a row without a book
#
# Can you trust a printed row? Compare it with a difference quotient; a short step to both sides is the most exact. The next
# cell tests three rows at $x = 0.5$. You will need this: the slides of the lecture have two faults in their table.

# %% [markdown] lang="ru" key="a-row-tested" of="0b2da78f"
# ### Как проверить строку без учебника
#
# Можно ли верить напечатанной строке? Сравните её с разностным отношением; точнее всего — короткий шаг в обе стороны. Следующая
# ячейка проверяет три строки при $x = 0.5$. Это пригодится: на слайдах лекции в таблице две ошибки.

# %% key="three-rows"
x, h = 0.5, 1e-5
rows = {
    "ln": (np.log, 1 / x),
    "tan": (np.tan, 1 / np.cos(x) ** 2),
    "arctan": (np.arctan, 1 / (1 + x**2)),
}
line = plots.say(
    en="{:6}  table {:.6f}   quotient {:.6f}   value itself {:.6f}",
    ru="{:6}  таблица {:.6f}   отношение {:.6f}   само значение {:.6f}",
)
for name, (f, slope) in rows.items():
    quotient = (f(x + h) - f(x - h)) / (2 * h)
    print(line.format(name, slope, quotient, f(x)))

# %% [markdown] lang="en" key="sums"
# ## Rules for sums and multiples
#
# The table knows single functions. Four signs join them: plus, minus, times, divided by. For each there is
# a rule. Let $f$ and $g$ be functions that have a derivative, and $C$ a constant.
#
# A tap fills a bath with 8 litres a minute, a second tap with 5. Together it is 13 litres a minute. Open the
# drain, which lets out 6 litres a minute, and 7 remain. Twice as strong a tap gives twice the rate.
#
# $$(f(x) + g(x))' = f'(x) + g'(x)$$
#
# $$(f(x) - g(x))' = f'(x) - g'(x)$$
#
# $$(C f(x))' = C f'(x)$$
#
# Example: $(3x^2 + 7)' = 3 \cdot 2x + 0 = 6x$. A constant that is **added** disappears, a constant that
# **multiplies** stays.

# %% [markdown] lang="ru" key="sums" of="00174eb1"
# ## Правила для суммы и множителя
#
# В таблице только отдельные функции. Их соединяют четыре знака: плюс, минус, умножить, разделить. На каждый есть
# правило. Пусть у функций $f$ и $g$ есть производные, а $C$ — постоянная.
#
# Один кран наливает в ванну 8 литров в минуту, второй — 5. Вместе это 13 литров в минуту. Откроем
# слив, который выпускает 6 литров в минуту, — останется 7. Вдвое более сильный кран даёт вдвое большую скорость.
#
# $$(f(x) + g(x))' = f'(x) + g'(x)$$
#
# $$(f(x) - g(x))' = f'(x) - g'(x)$$
#
# $$(C f(x))' = C f'(x)$$
#
# Пример: $(3x^2 + 7)' = 3 \cdot 2x + 0 = 6x$. Постоянное **слагаемое** исчезает, постоянный
# **множитель** остаётся.

# %% [markdown] lang="en" key="product"
# ## A product has two ways to grow
#
# A rectangle is 3 m wide and 5 m high. Its width grows by 2 m a second, its height by 1 m a second. How fast
# does the area grow? Not by $2 \cdot 1$. Look at it after 0.1 seconds:
#
# $$3.2 \cdot 5.1 - 3 \cdot 5 = 1.32 = 0.2 \cdot 5 + 3 \cdot 0.1 + 0.2 \cdot 0.1$$
#
# A wide strip at the side, a flat strip on top, a tiny corner. In one second that would be 13.2. After 0.01
# seconds the same count gives 13.02, because the corner shrinks much faster than the strips. What remains is
# $2 \cdot 5 + 3 \cdot 1 = 13$: one side grows while the other stands still, then the other way round.
#
# $$(f(x) g(x))' = f'(x) g(x) + f(x) g'(x)$$
#
# Example: $(x^2 \sin x)' = 2x \sin x + x^2 \cos x$. Run the next cell to see the two strips and the corner.

# %% [markdown] lang="ru" key="product" of="207d6b14"
# ## Произведение растёт двумя способами
#
# Прямоугольник шириной 3 м и высотой 5 м. Ширина растёт на 2 м в секунду, высота — на 1 м в секунду. С какой
# скоростью растёт площадь? Не $2 \cdot 1$. Посмотрим через 0.1 секунды:
#
# $$3.2 \cdot 5.1 - 3 \cdot 5 = 1.32 = 0.2 \cdot 5 + 3 \cdot 0.1 + 0.2 \cdot 0.1$$
#
# Широкая полоса сбоку, узкая полоса сверху и крошечный уголок. За секунду вышло бы 13.2. Для 0.01 секунды
# тот же счёт даёт 13.02, потому что уголок уменьшается намного быстрее полос. Остаётся
# $2 \cdot 5 + 3 \cdot 1 = 13$: одна сторона растёт, пока другая стоит, и наоборот.
#
# $$(f(x) g(x))' = f'(x) g(x) + f(x) g'(x)$$
#
# Пример: $(x^2 \sin x)' = 2x \sin x + x^2 \cos x$. Запустите следующую ячейку и посмотрите на две полосы и уголок.

# %% numbers="product"
says("1.32", 3.2 * 5.1 - 15)
says("13.2", (3.2 * 5.1 - 15) / 0.1)
says("13.02", (3.02 * 5.01 - 15) / 0.01)
says("13", 2 * 5 + 3 * 1)

# %% key="rectangle"
plt.figure(figsize=(4.5, 3.4))
plt.fill_between([0, 3], 0, 5, color="#DDDDDD")
plt.fill_between([3, 3.4], 0, 5, color="#56B4E9")
plt.fill_between([0, 3], 5, 5.3, color="#E69F00")
plt.fill_between([3, 3.4], 5, 5.3, color="#000000")
plt.text(1.5, 2.5, "f · g", ha="center")
plt.text(3.5, 2.5, "Δf · g")
plt.text(1.5, 5.45, "f · Δg", ha="center")
plt.axis([0, 5, 0, 6.2])
plt.grid(False)
plots.show(
    en="A rectangle with the sides f and g, a strip Δf · g at its right, a strip f · Δg on top, "
    "and a tiny black corner.",
    ru="Прямоугольник со сторонами f и g, справа полоса Δf · g, сверху полоса f · Δg и крошечный "
    "чёрный уголок.",
)

# %% [markdown] lang="en" key="quotient"
# ## A quotient
#
# Take $\frac{x}{1 + x^2}$ at $x = 2$. Above the line: value 2, rate 1. Below the line: value 5, rate
# $2x = 4$. The rule gives
#
# $$\frac{1 \cdot 5 - 2 \cdot 4}{5^2} = -\frac{3}{25} = -0.12$$
#
# The denominator grows faster than the numerator can make up for, so the fraction falls. In general, where
# $g(x) \ne 0$:
#
# $$\left(\frac{f(x)}{g(x)}\right)' = \frac{f'(x) g(x) - f(x) g'(x)}{g^2(x)}$$
#
# Here $g^2(x)$ means $(g(x))^2$. The order in the numerator matters: the derivative of the **numerator** comes first.
#
# Where does it come from? Call the fraction $q$. Then $f = q g$, and the product rule says $f' = q' g + q g'$.
# Take $q g'$ to the other side and put $q = \frac{f}{g}$ in, then divide by $g$:
#
# $$q' g = f' - \frac{f}{g} \, g' = \frac{f' g - f g'}{g}, \qquad q' = \frac{f' g - f g'}{g^2}$$

# %% [markdown] lang="ru" key="quotient" of="575472df"
# ## Частное
#
# Возьмём $\frac{x}{1 + x^2}$ при $x = 2$. В числителе: значение 2, скорость 1. В знаменателе: значение 5, скорость
# $2x = 4$. Правило даёт
#
# $$\frac{1 \cdot 5 - 2 \cdot 4}{5^2} = -\frac{3}{25} = -0.12$$
#
# Знаменатель растёт так быстро, что числитель не успевает это возместить, и дробь убывает. В общем виде, если
# $g(x) \ne 0$:
#
# $$\left(\frac{f(x)}{g(x)}\right)' = \frac{f'(x) g(x) - f(x) g'(x)}{g^2(x)}$$
#
# Здесь $g^2(x)$ означает $(g(x))^2$. Порядок в числителе важен: первой идёт производная **числителя**.
#
# Откуда это правило? Обозначим дробь через $q$. Тогда $f = q g$, и по правилу произведения $f' = q' g + q g'$.
# Перенесём $q g'$ в другую сторону, подставим $q = \frac{f}{g}$ и разделим на $g$:
#
# $$q' g = f' - \frac{f}{g} \, g' = \frac{f' g - f g'}{g}, \qquad q' = \frac{f' g - f g'}{g^2}$$

# %% numbers="quotient"
says("−0.12", (1 * 5 - 2 * 4) / 25)

# %% [markdown] lang="en" key="chain"
# ## A function inside a function
#
# You walk 6 km an hour. Each km costs you 60 kcal. How many kcal an hour is that?
#
# $$60 \cdot 6 = 360$$
#
# Nobody adds here. One rate says how kilometres follow hours, the other how kilocalories follow kilometres, and
# what the first hands on is stretched by the second. **Rates in a chain multiply.**
#
# Now with functions. First $g$ turns $x$ into $u = g(x)$, then $f$ turns $u$ into $y = f(u)$. Together,
# $y = f(g(x))$ is a **composite function** (сложная функция) with the **inner** function (внутренняя) $g$ and
# the **outer** one (внешняя) $f$. The chain rule:
#
# $$y'(x) = f'(u) \, g'(x), \qquad u = g(x)$$
#
# Why? Push $x$ by a tiny $\Delta x$. The inner value moves by about $\Delta u \approx g'(x) \, \Delta x$, and then
# the outer one by about $\Delta y \approx f'(u) \, \Delta u$. Put the first into the second.
#
# **Where?** It is enough that $g$ is differentiable at $x$, and $f$ at $u = g(x)$. For the same reason $f'(u)$ is the rate of the outer
# function at **what enters it**: differentiate $f$, then put $u = g(x)$ in. It is neither $f'(x)$ nor $f'(g'(x))$.
# In this unit we call the rate of one function at its own entering value its **local rate** (локальная скорость).

# %% [markdown] lang="ru" key="chain" of="2f05074d"
# ## Функция внутри функции
#
# Вы проходите 6 км в час. На каждый километр вы тратите 60 ккал. Сколько это ккал в час?
#
# $$60 \cdot 6 = 360$$
#
# Складывать тут никто не станет. Одна скорость говорит, как километры идут за часами, другая — как килокалории
# идут за километрами, и то, что передала первая, растягивает вторая. **В цепочке скорости перемножаются.**
#
# Теперь с функциями. Сначала $g$ превращает $x$ в $u = g(x)$, потом $f$ превращает $u$ в $y = f(u)$. Вместе
# $y = f(g(x))$ — это **сложная функция** (composite function), где $g$ — **внутренняя** (inner) функция,
# а $f$ — **внешняя** (outer). Цепное правило:
#
# $$y'(x) = f'(u) \, g'(x), \qquad u = g(x)$$
#
# Почему так? Чуть-чуть сдвинем $x$, на $\Delta x$. Внутреннее значение сдвинется примерно на $\Delta u \approx g'(x) \, \Delta x$,
# а за ним внешнее — примерно на $\Delta y \approx f'(u) \, \Delta u$. Подставьте первое во второе.
#
# **Где?** Достаточно, чтобы $g$ была дифференцируема в точке $x$, а $f$ — в точке $u = g(x)$. По той же причине $f'(u)$ — это скорость
# внешней функции **в точке, которая в неё поступает**: дифференцируем $f$, потом подставляем $u = g(x)$. Это не $f'(x)$ и не $f'(g'(x))$.
# Скорость одной функции при её собственном входном значении мы в этом уроке называем **локальной скоростью** (local rate).

# %% numbers="chain"
says("360", 60 * 6)

# %% [markdown] lang="en" key="tan"
# ### Two links: the tangent of a square
#
# The first example of the lecture is $y = \tan x^2$. Read it as $\tan(x^2)$: square first, then the tangent.
# So $g(x) = x^2$ and $f(u) = \tan u$. By hand at $x = 0.5$:
#
# | step | value | local rate | as a number |
# |---|---|---|---|
# | $x$ | 0.5 | | |
# | $u = x^2$ | 0.25 | $2x$ | 1 |
# | $y = \tan u$ | 0.2553 | $\frac{1}{\cos^2 u}$ | 1.0652 |
#
# The product is $1 \cdot 1.0652 = 1.0652$. With letters, as on the slide:
#
# $$y' = \frac{1}{\cos^2 x^2} \cdot (x^2)' = \frac{2x}{\cos^2 x^2}$$
#
# Two squares meet here. $\cos^2 x^2$ means $(\cos(x^2))^2$: one square is inside the cosine, the other outside.
#
# The function $\tan^2 x = (\tan x)^2$ has the same two links in the other order, and another derivative:
# $2 \tan x \cdot \frac{1}{\cos^2 x}$, which is 1.4187 at $x = 0.5$.

# %% [markdown] lang="ru" key="tan" of="6848ec56"
# ### Два звена: тангенс квадрата
#
# Первый пример лекции — $y = \tan x^2$. Читаем как $\tan(x^2)$: сначала квадрат, потом тангенс.
# Значит, $g(x) = x^2$ и $f(u) = \tan u$. Вручную при $x = 0.5$:
#
# | шаг | значение | локальная скорость | числом |
# |---|---|---|---|
# | $x$ | 0.5 | | |
# | $u = x^2$ | 0.25 | $2x$ | 1 |
# | $y = \tan u$ | 0.2553 | $\frac{1}{\cos^2 u}$ | 1.0652 |
#
# Произведение: $1 \cdot 1.0652 = 1.0652$. Буквами, как на слайде:
#
# $$y' = \frac{1}{\cos^2 x^2} \cdot (x^2)' = \frac{2x}{\cos^2 x^2}$$
#
# Здесь встретились два квадрата. $\cos^2 x^2$ означает $(\cos(x^2))^2$: один квадрат под косинусом, другой снаружи.
#
# У функции $\tan^2 x = (\tan x)^2$ те же два звена, но в другом порядке, и производная другая:
# $2 \tan x \cdot \frac{1}{\cos^2 x}$, при $x = 0.5$ это 1.4187.

# %% numbers="tan"
says("0.2553", math.tan(0.25))
says("1.0652", 1 / math.cos(0.25) ** 2)
says("1.4187", 2 * math.tan(0.5) / math.cos(0.5) ** 2)

# %% key="two-links"
x, h = 0.5, 1e-5
u = x**2
print(plots.say(en="values     ", ru="значения   "), u, np.tan(u))
print(plots.say(en="rates      ", ru="скорости   "), 2 * x, 1 / np.cos(u) ** 2)
print(
    plots.say(en="quotient   ", ru="отношение  "),
    (np.tan((x + h) ** 2) - np.tan((x - h) ** 2)) / (2 * h),
)
print("(tan x)^2  ", (np.tan(x + h) ** 2 - np.tan(x - h) ** 2) / (2 * h))

# %% [markdown] lang="en" key="arctan2"
# ### Three links: the square of an arctangent
#
# The second example is $y = \arctan^2 x^3$, on the slide without its answer. The 2 behind arctan squares the
# **value**, so this is $(\arctan(x^3))^2$. From the inside out: cube, arctangent, square. At $x = 1$:
#
# | step | value | local rate | as a number |
# |---|---|---|---|
# | $x$ | 1 | | |
# | $u = x^3$ | 1 | $3x^2$ | 3 |
# | $v = \arctan u$ | 0.7854 | $\frac{1}{1 + u^2}$ | 0.5 |
# | $y = v^2$ | 0.6169 | $2v$ | 1.5708 |
#
# The product is $3 \cdot 0.5 \cdot 1.5708 = 2.3562$. To get a formula in $x$ alone, put $u$ and $v$ back in. That
# is exercise 6.
#
# Every further link brings one more factor. For $n$ links let $u_0 = x$, then $u_1 = f_1(u_0)$ and so on up to
# $y = f_n(u_{n-1})$. Each link is differentiated at what enters it:
#
# $$y'(x) = f_n'(u_{n-1}) \cdot \ldots \cdot f_2'(u_1) \cdot f_1'(u_0)$$

# %% [markdown] lang="ru" key="arctan2" of="fe89b327"
# ### Три звена: квадрат арктангенса
#
# Второй пример — $y = \arctan^2 x^3$, на слайде без ответа. Двойка у арктангенса возводит в квадрат его
# **значение**, то есть это $(\arctan(x^3))^2$. Изнутри наружу: куб, арктангенс, квадрат. При $x = 1$:
#
# | шаг | значение | локальная скорость | числом |
# |---|---|---|---|
# | $x$ | 1 | | |
# | $u = x^3$ | 1 | $3x^2$ | 3 |
# | $v = \arctan u$ | 0.7854 | $\frac{1}{1 + u^2}$ | 0.5 |
# | $y = v^2$ | 0.6169 | $2v$ | 1.5708 |
#
# Произведение: $3 \cdot 0.5 \cdot 1.5708 = 2.3562$. Чтобы получить формулу от одного $x$, подставьте $u$ и $v$ обратно. Это
# упражнение 6.
#
# Каждое следующее звено добавляет один множитель. Для $n$ звеньев пусть $u_0 = x$, затем $u_1 = f_1(u_0)$ и так далее до
# $y = f_n(u_{n-1})$. Производная каждого звена берётся в точке, которая поступает на его вход:
#
# $$y'(x) = f_n'(u_{n-1}) \cdot \ldots \cdot f_2'(u_1) \cdot f_1'(u_0)$$

# %% numbers="arctan2"
says("0.7854", math.atan(1))
says("0.6169", math.atan(1) ** 2)
says("1.5708", 2 * math.atan(1))
says("2.3562", d_arctan2_x3(1.0))

# %% [markdown] lang="en" key="five"
# ### Five links
#
# The third example looks frightening: $y = \ln \cos^2(\sin \sqrt{x})$. Read it from the inside out and it becomes
# five rows of the table. At $x = 0.25$:
#
# | step | value | local rate | as a number |
# |---|---|---|---|
# | $x$ | 0.25 | | |
# | $a = \sqrt{x}$ | 0.5 | $\frac{1}{2 \sqrt{x}}$ | 1 |
# | $b = \sin a$ | 0.4794 | $\cos a$ | 0.8776 |
# | $c = \cos b$ | 0.8873 | $-\sin b$ | −0.4613 |
# | $d = c^2$ | 0.7872 | $2c$ | 1.7745 |
# | $y = \ln d$ | −0.2392 | $\frac{1}{d}$ | 1.2703 |
#
# The product of the five numbers is −0.9125. The formula is exercise 7. When you put everything in, much of it cancels.
#
# Which $x$ are allowed? The rate of the root needs $x > 0$. The logarithm needs $d > 0$. A sine lies between
# −1 and 1, and there the cosine is at least $\cos 1 = 0.5403$. So $d$ is never zero, and $x > 0$ is all we have to ask.

# %% [markdown] lang="ru" key="five" of="b7d2ca9d"
# ### Пять звеньев
#
# Третий пример выглядит страшно: $y = \ln \cos^2(\sin \sqrt{x})$. Прочтём его изнутри наружу — и он превратится
# в пять строк таблицы. При $x = 0.25$:
#
# | шаг | значение | локальная скорость | числом |
# |---|---|---|---|
# | $x$ | 0.25 | | |
# | $a = \sqrt{x}$ | 0.5 | $\frac{1}{2 \sqrt{x}}$ | 1 |
# | $b = \sin a$ | 0.4794 | $\cos a$ | 0.8776 |
# | $c = \cos b$ | 0.8873 | $-\sin b$ | −0.4613 |
# | $d = c^2$ | 0.7872 | $2c$ | 1.7745 |
# | $y = \ln d$ | −0.2392 | $\frac{1}{d}$ | 1.2703 |
#
# Произведение пяти чисел равно −0.9125. Формула — в упражнении 7. Когда вы всё подставите, многое сократится.
#
# Какие $x$ допустимы? Для скорости корня нужно $x > 0$, для логарифма — $d > 0$. Синус лежит между
# −1 и 1, а там косинус не меньше $\cos 1 = 0.5403$. Поэтому $d$ никогда не равно нулю, и достаточно потребовать $x > 0$.

# %% numbers="five"
root, sine = 0.5, math.sin(0.5)
cosine = math.cos(sine)
says("0.4794", sine)
says("0.8776", math.cos(0.5))
says("0.8873", cosine)
says("−0.4613", -math.sin(sine))
says("0.7872", cosine**2)
says("1.7745", 2 * cosine)
says("−0.2392", math.log(cosine**2))
says("1.2703", 1 / cosine**2)
says("−0.9125", d_ln_cos2_sin_sqrt(0.25))
says("0.5403", math.cos(1))
holds(np.min(np.cos(np.sin(np.linspace(0, 100, 9999)))) > 0.54, "d is never zero")

# %% [markdown] lang="en" key="arctan-row"
# ### Where the row of the arctangent comes from
#
# The arctangent undoes the tangent: $\tan(\arctan x) = x$. Write $u = \arctan x$ and differentiate both sides. On
# the left the chain rule gives two rates, on the right stands 1:
#
# $$\frac{1}{\cos^2 u} \cdot (\arctan x)' = 1$$
#
# The first factor can be said with $x$: $\frac{1}{\cos^2 u} = \frac{\cos^2 u + \sin^2 u}{\cos^2 u} = 1 + \tan^2 u = 1 + x^2$.
# So $(\arctan x)' = \frac{1}{1 + x^2}$. (That the arctangent has a derivative at all we take on trust.)

# %% [markdown] lang="ru" key="arctan-row" of="4ee7e2fa"
# ### Откуда берётся строка арктангенса
#
# Арктангенс отменяет тангенс: $\tan(\arctan x) = x$. Обозначим $u = \arctan x$ и продифференцируем обе части.
# Слева цепное правило даст две скорости, справа останется 1:
#
# $$\frac{1}{\cos^2 u} \cdot (\arctan x)' = 1$$
#
# Первый множитель можно выразить через $x$: $\frac{1}{\cos^2 u} = \frac{\cos^2 u + \sin^2 u}{\cos^2 u} = 1 + \tan^2 u = 1 + x^2$.
# Значит, $(\arctan x)' = \frac{1}{1 + x^2}$. (В то, что производная у арктангенса вообще есть, поверим без доказательства.)

# %% [markdown] lang="en" key="paths"
# ## Several paths
#
# So far $x$ reached $y$ by one path. It can also go two ways at once. A rectangle has the sides $u_1 = x^2$ and
# $u_2 = 2x$, and its area is $y = u_1 u_2$. At $x = 3$ the sides are 9 and 6, and they grow at the rates $2x = 6$ and 2.
#
# **Along a path the rates multiply. Over the paths they add up.**
#
# | path | rate of $u_i$ at $x$ | rate of $y$ when only $u_i$ moves | product |
# |---|---|---|---|
# | $x \to u_1 \to y$ | 6 | $u_2 = 6$ | 36 |
# | $x \to u_2 \to y$ | 2 | $u_1 = 9$ | 18 |
#
# The sum is 54. Check: $y = x^2 \cdot 2x = 2x^3$, and $6x^2 = 54$ at $x = 3$.
#
# The rate of $y$ when only $u_i$ moves is the **partial derivative** (частная производная)
# $\frac{\partial y}{\partial u_i}$ of unit 01, taken at the inner values $u_1, \ldots, u_n$. Lecture 3 does not write this rule
# down, but lecture 5 lives by it:
#
# $$y'(x) = \sum_{i=1}^{n} \frac{\partial y}{\partial u_i} \cdot u_i'(x)$$
#
# The product rule is the case $y = u_1 u_2$: two strips, two paths.

# %% [markdown] lang="ru" key="paths" of="25563a6e"
# ## Несколько путей
#
# До сих пор $x$ влиял на $y$ одним путём. Но пути могут быть и два сразу. У прямоугольника стороны $u_1 = x^2$ и
# $u_2 = 2x$, а площадь $y = u_1 u_2$. При $x = 3$ стороны равны 9 и 6 и растут со скоростями $2x = 6$ и 2.
#
# **Вдоль пути скорости перемножаются. По разным путям — складываются.**
#
# | путь | скорость $u_i$ в точке $x$ | скорость $y$, когда меняется только $u_i$ | произведение |
# |---|---|---|---|
# | $x \to u_1 \to y$ | 6 | $u_2 = 6$ | 36 |
# | $x \to u_2 \to y$ | 2 | $u_1 = 9$ | 18 |
#
# Сумма равна 54. Проверим: $y = x^2 \cdot 2x = 2x^3$, и $6x^2 = 54$ при $x = 3$.
#
# Скорость $y$, когда меняется только $u_i$, — это **частная производная** (partial derivative)
# $\frac{\partial y}{\partial u_i}$ из урока 01, взятая при внутренних значениях $u_1, \ldots, u_n$. В лекции 3 это правило
# не выписано, но вся лекция 5 на нём держится:
#
# $$y'(x) = \sum_{i=1}^{n} \frac{\partial y}{\partial u_i} \cdot u_i'(x)$$
#
# Правило произведения — его частный случай, $y = u_1 u_2$: две полосы, два пути.

# %% numbers="paths"
says("36", 6 * 6)
says("18", 2 * 9)
says("54", 6 * 3**2)

# %% [markdown] lang="en" key="figure-question"
# ## The figure: look inside a chain
#
# At the top of the figure the chain is drawn as boxes. Under each arrow stands the local rate of that link, under each box the
# product of the rates so far. At the bottom is the curve with its tangent: the slope of the tangent is the last product.
# Beside it a nudge $\Delta x$ runs through the chain: on each number line the bar is how far the value really moves, the diamond
# what the product of the rates predicts. Choose a chain, slide $x$ and the nudge. **Write your predictions down first**, then move it.
#
# 1. Chain $\tan x^2$, $x = 1$: compute both local rates and their product.
# 2. Chain $\ln \cos^2(\sin \sqrt{x})$: at which $x$ does $\cos \sqrt{x}$ become 0? What happens there to the last
#    product, although four of the five rates are not small? What does the curve look like there?
# 3. Still this chain: the last product changes its sign there. Which link is to blame, and which link is negative all
#    the way?
# 4. Chain $\arctan^2 x^3$, $x = 3$: the rate of the cube is 27. Why is the curve flat all the same?
# 5. Chain $\ln \cos^2(\sin \sqrt{x})$, $x = 1$: the nudge 0.3 is predicted wrong by 0.0202. How wrong is the prediction for a nudge of 0.1, and of 0.01?
#
# Remember the fourth answer: one link that lets hardly anything through is enough. In unit 03 this happens to a sigmoid.

# %% [markdown] lang="ru" key="figure-question" of="c0b6e5bc"
# ## Рисунок: заглянем внутрь цепочки
#
# Сверху цепочка показана прямоугольниками. Под каждой стрелкой стоит локальная скорость этого звена, под каждым
# прямоугольником — произведение скоростей до этого места. Снизу — кривая с касательной: наклон касательной равен последнему
# произведению. Рядом по цепочке проходит сдвиг $\Delta x$: на каждой числовой прямой полоска показывает, на сколько значение сдвинулось на деле,
# ромб — что предсказывает произведение скоростей. Выберите цепочку, двигайте $x$ и сдвиг. **Сначала запишите предсказания**, потом двигайте.
#
# 1. Цепочка $\tan x^2$, $x = 1$: найдите обе локальные скорости и их произведение.
# 2. Цепочка $\ln \cos^2(\sin \sqrt{x})$: при каком $x$ обращается в 0 множитель $\cos \sqrt{x}$? Что там происходит с последним
#    произведением, хотя четыре скорости из пяти не малы? Как там выглядит кривая?
# 3. Та же цепочка: там последнее произведение меняет знак. Какое звено в этом виновато, а какое отрицательно
#    всё время?
# 4. Цепочка $\arctan^2 x^3$, $x = 3$: скорость куба равна 27. Почему кривая всё равно пологая?
# 5. Цепочка $\ln \cos^2(\sin \sqrt{x})$, $x = 1$: для сдвига 0.3 предсказание ошибается на 0.0202. На сколько оно ошибётся для сдвига 0.1? А для 0.01?
#
# Запомните четвёртый ответ: хватит и одного звена, которое почти ничего не пропускает. В уроке 03 так поведёт себя сигмоида.

# %% figure="chain"
figures.chain()


# %% [markdown] lang="en" key="figure-answers"
# <details><summary>Answers</summary>
#
# 1. The square has the rate 2. The tangent at 1 has the rate $\frac{1}{\cos^2 1} = 3.4255$. Their product is 6.8510.
# 2. $\cos \sqrt{x} = 0$ at $x = \frac{\pi^2}{4} = 2.4674$. There the last product is 0: one factor that is zero is enough. The
#    curve has a level tangent.
# 3. The sine: its rate $\cos \sqrt{x}$ changes its sign there. The cosine link, with the rate $-\sin b$, is negative as long as $b$ is
#    positive, that is up to $x = \pi^2$.
# 4. What enters the arctangent is 27, and there its rate is only $\frac{1}{730}$. The product is 0.1135: the arctangent lets hardly anything
#    through.
# 5. By 0.0022 and by 0.000022. A nudge thirty times smaller is predicted about 900 times better: the error goes with the square. So
#    the product of the rates is the rate of **small** nudges.
#
# </details>
#
# *A good place to stop: the reading is done.*

# %% [markdown] lang="ru" key="figure-answers" of="3c1588e4"
# <details><summary>Ответы</summary>
#
# 1. Скорость квадрата — 2. Скорость тангенса в точке 1 — $\frac{1}{\cos^2 1} = 3.4255$. Произведение равно 6.8510.
# 2. $\cos \sqrt{x} = 0$ при $x = \frac{\pi^2}{4} = 2.4674$. Последнее произведение там равно 0: хватает одного нулевого множителя. Касательная
#    к кривой горизонтальна.
# 3. Виноват синус: его скорость $\cos \sqrt{x}$ там меняет знак. Звено с косинусом, скорость которого $-\sin b$, отрицательно, пока $b$
#    положительно, то есть до $x = \pi^2$.
# 4. На вход арктангенса поступает 27, и скорость его там всего $\frac{1}{730}$. Произведение равно 0.1135: арктангенс почти ничего не
#    пропускает.
# 5. На 0.0022 и на 0.000022. Сдвиг в тридцать раз меньше предсказан примерно в 900 раз точнее: ошибка меняется как квадрат сдвига.
#    Значит, произведение скоростей — это скорость для **малых** сдвигов.
#
# </details>
#
# *Здесь удобно сделать перерыв: чтение закончено.*

# %% numbers="figure-answers"
says("3.4255", 1 / math.cos(1) ** 2)
says("6.8510", d_tan_x2(1.0))
says("2.4674", math.pi**2 / 4)
says("0.1135", d_arctan2_x3(3.0))
holds(abs(d_ln_cos2_sin_sqrt(math.pi**2 / 4)) < 1e-9, "the last product is 0 there")

def miss(dx):
    y = lambda x: math.log(math.cos(math.sin(x**0.5)) ** 2)
    return abs(y(1 + dx) - y(1) - d_ln_cos2_sin_sqrt(1.0) * dx)

says("0.0022", miss(0.1))
says("0.000022", miss(0.01))
holds(850 < miss(0.3) / miss(0.01) < 950, "about 900 times better")

# %% numbers="figure-question"
says("0.0202", miss(0.3))

# %% [markdown] lang="en" key="task-tan"
# ## Exercises
#
# Replace the line with `raise NotImplementedError` by your code, run the cell, then run the check below it.
# A check tells you what kind of mistake it sees. You may try as often as you like. No function may change
# its arguments. Use the functions of NumPy (`np.sin`, `np.log`, …): they take numbers and arrays alike.
#
# ### Exercise 1 · `d_tan_x2`
#
# A warm-up, two minutes. `d_tan_x2(x)` returns the derivative of $\tan x^2$ at $x$. The argument is a number or an array with
# $\cos x^2 \ne 0$; the answer has the shape of `x`.
#
# Example: `d_tan_x2(0.5)` is `1.0652` (rounded).

# %% [markdown] lang="ru" key="task-tan" of="f697fdee"
# ## Упражнения
#
# Замените строку с `raise NotImplementedError` своим кодом, выполните ячейку, затем проверку под ней.
# Проверка подскажет, какого рода ошибку она видит. Пробовать можно сколько угодно раз. Ни одна функция
# не должна менять свои аргументы. Берите функции NumPy (`np.sin`, `np.log`, …): им подходят и числа, и массивы.
#
# ### Упражнение 1 · `d_tan_x2`
#
# Разминка, две минуты. `d_tan_x2(x)` возвращает производную функции $\tan x^2$ в точке $x$. Аргумент — число или массив, причём
# $\cos x^2 \ne 0$; ответ той же формы, что `x`.
#
# Пример: `d_tan_x2(0.5)` равно `1.0652` (с округлением).

# %% numbers="task-tan"
says("1.0652", d_tan_x2(0.5))

# %% exercise="d_tan_x2" role="answer"
def d_tan_x2(x):
    """Derivative of tan(x**2).

    x: a number or an array.
    Returns the derivative at x, in the shape of x.
    """
    ### BEGIN SOLUTION
    return 2 * x / np.cos(x**2) ** 2
    ### END SOLUTION


# %% exercise="d_tan_x2" role="test" points=1
check(d_tan_x2)
### BEGIN HIDDEN TESTS
grade(d_tan_x2)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-table"
# ### Exercise 2 · `table_derivative`
#
# `table_derivative(name, x, p=None)` returns the derivative from the row `name` of our table, at `x`.
#
# * `name` is one of `const`, `pow`, `exp`, `a_pow`, `ln`, `log_a`, `sin`, `cos`, `tan`, `sqrt`, `arctan`.
# * `x` is a number or an array, allowed for that row. The answer has the shape of `x`, also for `const`.
# * `p` is the exponent $n$ for `pow` and the base $a$ for `a_pow` and `log_a`. The other rows do not use it, and
#   it is `None` for them.
#
# | call | answer |
# |---|---|
# | `table_derivative("pow", 2.0, 3)` | `12.0` |
# | `table_derivative("a_pow", 3.0, 2)` | `5.5452` (rounded) |
# | `table_derivative("const", np.array([1.0, 2.0]))` | `array([0., 0.])` |
#
# Each row earns half a point on its own, so start with the rows you know.

# %% [markdown] lang="ru" key="task-table" of="38263614"
# ### Упражнение 2 · `table_derivative`
#
# `table_derivative(name, x, p=None)` возвращает производную из строки `name` нашей таблицы в точке `x`.
#
# * `name` — одно из имён `const`, `pow`, `exp`, `a_pow`, `ln`, `log_a`, `sin`, `cos`, `tan`, `sqrt`, `arctan`.
# * `x` — число или массив, допустимые для этой строки. Ответ той же формы, что `x`, и для `const` тоже.
# * `p` — показатель $n$ для `pow` и основание $a$ для `a_pow` и `log_a`. Другим строкам он не нужен, и
#   для них он равен `None`.
#
# | вызов | ответ |
# |---|---|
# | `table_derivative("pow", 2.0, 3)` | `12.0` |
# | `table_derivative("a_pow", 3.0, 2)` | `5.5452` (с округлением) |
# | `table_derivative("const", np.array([1.0, 2.0]))` | `array([0., 0.])` |
#
# Каждая строка сама по себе приносит полбалла, так что начните с тех, которые знаете.

# %% numbers="task-table"
says("5.5452", 2**3 * math.log(2))

# %% exercise="table_derivative" role="answer"
def table_derivative(name, x, p=None):
    """Derivative from one row of the table.

    name: const, pow, exp, a_pow, ln, log_a, sin, cos, tan, sqrt or arctan.
    x: a number or an array.
    p: the exponent for pow, the base for a_pow and log_a, else None.
    Returns the derivative at x, in the shape of x.
    """
    ### BEGIN SOLUTION
    if name == "const":
        return 0 * x
    if name == "pow":
        return p * x ** (p - 1)
    if name == "exp":
        return np.exp(x)
    if name == "a_pow":
        return p**x * np.log(p)
    if name == "ln":
        return 1 / x
    if name == "log_a":
        return 1 / (x * np.log(p))
    if name == "sin":
        return np.cos(x)
    if name == "cos":
        return -np.sin(x)
    if name == "tan":
        return 1 / np.cos(x) ** 2
    if name == "sqrt":
        return 1 / (2 * np.sqrt(x))
    if name == "arctan":
        return 1 / (1 + x**2)
    raise ValueError(name)
    ### END SOLUTION


# %% exercise="table_derivative" role="test" points=5.5
check(table_derivative)
### BEGIN HIDDEN TESTS
grade(table_derivative)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-product"
# ### Exercise 3 · `product_rule`
#
# `product_rule(f, df, g, dg)` takes two functions and their derivatives and returns a **new function**: the derivative
# of $f(x) g(x)$. A function that returns a function is written with `lambda` or with a `def` inside:
#
# ```python
# def sum_rule(df, dg):
#     return lambda x: df(x) + dg(x)
# ```
#
# Example: let `f` and `df` give $x^2$ and $2x$, let `g` and `dg` give $1 + x$ and 1. With
# `line = product_rule(f, df, g, dg)` the value `line(2.0)` is `16.0`, because $4 \cdot 3 + 4 \cdot 1 = 16$.
#
# The new function takes a number or an array.

# %% [markdown] lang="ru" key="task-product" of="936f805c"
# ### Упражнение 3 · `product_rule`
#
# `product_rule(f, df, g, dg)` принимает две функции и их производные и возвращает **новую функцию** — производную
# от $f(x) g(x)$. Функцию, которая возвращает функцию, пишут через `lambda` или через вложенный `def`:
#
# ```python
# def sum_rule(df, dg):
#     return lambda x: df(x) + dg(x)
# ```
#
# Пример: пусть `f` и `df` дают $x^2$ и $2x$, а `g` и `dg` дают $1 + x$ и 1. Если
# `line = product_rule(f, df, g, dg)`, то `line(2.0)` равно `16.0`, потому что $4 \cdot 3 + 4 \cdot 1 = 16$.
#
# Новая функция принимает число или массив.

# %% numbers="task-product"
says("16", 4 * 3 + 4 * 1)

# %% exercise="product_rule" role="answer"
def product_rule(f, df, g, dg):
    """Derivative of the product f(x) * g(x).

    f, g: functions of a number or an array; df, dg: their derivatives.
    Returns a function of x.
    """
    ### BEGIN SOLUTION
    return lambda x: df(x) * g(x) + f(x) * dg(x)
    ### END SOLUTION


# %% exercise="product_rule" role="test" points=2
check(product_rule)
### BEGIN HIDDEN TESTS
grade(product_rule)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-quotient"
# ### Exercise 4 · `quotient_rule`
#
# `quotient_rule(f, df, g, dg)` returns the derivative of $\frac{f(x)}{g(x)}$ as a new function, for numbers and arrays
# where $g(x) \ne 0$.
#
# Example: let `f` give $x$ and `g` give $1 + x^2$. With `line = quotient_rule(f, df, g, dg)` the value `line(2.0)` is `-0.12`.

# %% [markdown] lang="ru" key="task-quotient" of="21cb0790"
# ### Упражнение 4 · `quotient_rule`
#
# `quotient_rule(f, df, g, dg)` возвращает производную от $\frac{f(x)}{g(x)}$ как новую функцию, для чисел и массивов,
# где $g(x) \ne 0$.
#
# Пример: пусть `f` даёт $x$, а `g` даёт $1 + x^2$. Если `line = quotient_rule(f, df, g, dg)`, то `line(2.0)` равно `-0.12`.

# %% exercise="quotient_rule" role="answer"
def quotient_rule(f, df, g, dg):
    """Derivative of the quotient f(x) / g(x).

    f, g: functions of a number or an array; df, dg: their derivatives.
    Returns a function of x.
    """
    ### BEGIN SOLUTION
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2
    ### END SOLUTION


# %% exercise="quotient_rule" role="test" points=2
check(quotient_rule)
### BEGIN HIDDEN TESTS
grade(quotient_rule)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-chain"
# ### Exercise 5 · `chain_rule`
#
# `chain_rule(df, g, dg)` returns the derivative of $f(g(x))$ as a new function. `df` is the derivative of the outer
# function, `g` the inner function, `dg` its derivative. The outer function itself is not needed.
#
# Example: let `df` give $2u$ (so the outer function is the square), let `g` and `dg` give $1 + 3x$ and 3. With
# `line = chain_rule(df, g, dg)` the value `line(1.0)` is `24.0`: the inner value is 4, and $2 \cdot 4 \cdot 3 = 24$.

# %% [markdown] lang="ru" key="task-chain" of="d05f8ff2"
# ### Упражнение 5 · `chain_rule`
#
# `chain_rule(df, g, dg)` возвращает производную от $f(g(x))$ как новую функцию. `df` — производная внешней
# функции, `g` — внутренняя функция, `dg` — её производная. Сама внешняя функция не нужна.
#
# Пример: пусть `df` даёт $2u$ (внешняя функция — квадрат), а `g` и `dg` дают $1 + 3x$ и 3. Если
# `line = chain_rule(df, g, dg)`, то `line(1.0)` равно `24.0`: внутреннее значение 4, и $2 \cdot 4 \cdot 3 = 24$.

# %% numbers="task-chain"
says("24.0", 2 * 4 * 3)

# %% exercise="chain_rule" role="answer"
def chain_rule(df, g, dg):
    """Derivative of f(g(x)).

    df: derivative of the outer function.
    g, dg: the inner function and its derivative.
    Returns a function of x (a number or an array).
    """
    ### BEGIN SOLUTION
    return lambda x: df(g(x)) * dg(x)
    ### END SOLUTION


# %% exercise="chain_rule" role="test" points=2
check(chain_rule)
### BEGIN HIDDEN TESTS
grade(chain_rule)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-arctan"
# ### Exercise 6 · `d_arctan2_x3`
#
# `d_arctan2_x3(x)` returns the derivative of $\arctan^2 x^3$, that is of $(\arctan(x^3))^2$, for any number or array,
# in the shape of `x`.
#
# Example: `d_arctan2_x3(1.0)` is `2.3562` (rounded), as in the table of the three links.

# %% [markdown] lang="ru" key="task-arctan" of="b9797bed"
# ### Упражнение 6 · `d_arctan2_x3`
#
# `d_arctan2_x3(x)` возвращает производную функции $\arctan^2 x^3$, то есть $(\arctan(x^3))^2$, для любого числа или массива,
# той же формы, что `x`.
#
# Пример: `d_arctan2_x3(1.0)` равно `2.3562` (с округлением), как в таблице с тремя звеньями.

# %% exercise="d_arctan2_x3" role="answer"
def d_arctan2_x3(x):
    """Derivative of arctan(x**3)**2.

    x: a number or an array.
    Returns the derivative at x, in the shape of x.
    """
    ### BEGIN SOLUTION
    u = x**3
    v = np.arctan(u)
    return 3 * x**2 / (1 + u**2) * 2 * v
    ### END SOLUTION


# %% exercise="d_arctan2_x3" role="test" points=2
check(d_arctan2_x3)
### BEGIN HIDDEN TESTS
grade(d_arctan2_x3)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-ln"
# ### Exercise 7 · `d_ln_cos2_sin_sqrt`
#
# `d_ln_cos2_sin_sqrt(x)` returns the derivative of $\ln \cos^2(\sin \sqrt{x})$ for positive numbers and arrays, in the
# shape of `x`. You may multiply five rates or simplify first; both are right.
#
# Example: `d_ln_cos2_sin_sqrt(0.25)` is `-0.9125` (rounded), as in the table of the five links.

# %% [markdown] lang="ru" key="task-ln" of="d6303b49"
# ### Упражнение 7 · `d_ln_cos2_sin_sqrt`
#
# `d_ln_cos2_sin_sqrt(x)` возвращает производную функции $\ln \cos^2(\sin \sqrt{x})$ для положительных чисел и массивов, той же
# формы, что `x`. Можно перемножить пять скоростей, а можно сначала упростить; верно и то и другое.
#
# Пример: `d_ln_cos2_sin_sqrt(0.25)` равно `-0.9125` (с округлением), как в таблице с пятью звеньями.

# %% exercise="d_ln_cos2_sin_sqrt" role="answer"
def d_ln_cos2_sin_sqrt(x):
    """Derivative of ln(cos(sin(sqrt(x)))**2).

    x: a positive number or an array of them.
    Returns the derivative at x, in the shape of x.
    """
    ### BEGIN SOLUTION
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    return 1 / (2 * a) * np.cos(a) * (-np.sin(b)) * (2 * c) / c**2
    ### END SOLUTION


# %% exercise="d_ln_cos2_sin_sqrt" role="test" points=2
check(d_ln_cos2_sin_sqrt)
### BEGIN HIDDEN TESTS
grade(d_ln_cos2_sin_sqrt)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="drills"
# ### Six drills, without points
#
# One line each, as on an exam. The next cell holds six functions. Replace each `np.nan * x` by the derivative and run the cell. It
# prints, for $x = 0.7$, first the slope measured to both sides, then yours. The two must agree; `nan` means that you have not
# been there yet. Use exercises 3 to 5 if you like, or pencil and table.

# %% [markdown] lang="ru" key="drills" of="40e9e8bb"
# ### Шесть быстрых упражнений, без баллов
#
# По одной строке на каждое, как на экзамене. В следующей ячейке шесть функций. Замените каждое `np.nan * x` производной и выполните
# ячейку. Она печатает при $x = 0.7$ сначала наклон, измеренный в обе стороны, потом ваш. Они должны совпасть; `nan` значит, что до
# этой строки вы ещё не дошли. Можно взять упражнения 3–5, а можно — карандаш и таблицу.

# %% key="six-drills"
drills = {
    "x * exp(-x)": (lambda x: x * np.exp(-x), lambda x: np.nan * x),
    "x**2 * exp(-x)": (lambda x: x**2 * np.exp(-x), lambda x: np.nan * x),
    "sin(3 * x)": (lambda x: np.sin(3 * x), lambda x: np.nan * x),
    "sqrt(1 + x**2)": (lambda x: np.sqrt(1 + x**2), lambda x: np.nan * x),
    "log(1 + x**2)": (lambda x: np.log(1 + x**2), lambda x: np.nan * x),
    "x / (1 + x)": (lambda x: x / (1 + x), lambda x: np.nan * x),
}
x, h = 0.7, 1e-5
for name, (f, df) in drills.items():
    print(f"{name:15} {(f(x + h) - f(x - h)) / (2 * h):9.5f} {df(x):9.5f}")

# %% [markdown] lang="en" key="task-chain-n"
# ### Exercise 8 · `chain_n`
#
# `chain_n(links, x)` returns the derivative of a whole chain at `x`. `links` is a list of pairs `(f, df)`, a function and
# its derivative, from the **innermost** link to the outermost. There may be one link or many. `x` is a number or an
# array; the answer has its shape.
#
# Example: two links, first $1 + 3x$ with derivative 3, then $u^2$ with derivative $2u$. At `x = 1.0` the answer is `24.0`.
# In the other order, first $x^2$, then $1 + 3u$, it is `6.0`.
#
# The same happens here as in the figure: a value goes through the boxes, and a product grows with it.

# %% [markdown] lang="ru" key="task-chain-n" of="a643d95d"
# ### Упражнение 8 · `chain_n`
#
# `chain_n(links, x)` возвращает производную всей цепочки в точке `x`. `links` — список пар `(f, df)`, функция и
# её производная, от **самого внутреннего** звена к самому внешнему. Звено может быть одно, а может быть много. `x` — число или
# массив; ответ той же формы.
#
# Пример: два звена, сначала $1 + 3x$ с производной 3, потом $u^2$ с производной $2u$. При `x = 1.0` ответ `24.0`.
# В другом порядке, сначала $x^2$, потом $1 + 3u$, ответ `6.0`.
#
# Здесь происходит то же, что на рисунке: значение идёт через прямоугольники, и вместе с ним растёт произведение.

# %% exercise="chain_n" role="answer"
def chain_n(links, x):
    """Derivative of a chain of functions.

    links: list of pairs (f, df), from the innermost link to the outermost, at least one.
    x: a number or an array.
    Returns the derivative of the whole chain at x, in the shape of x.
    """
    ### BEGIN SOLUTION
    rate = 1.0
    for f, df in links:
        rate = rate * df(x)
        x = f(x)
    return rate
    ### END SOLUTION


# %% exercise="chain_n" role="test" points=3
check(chain_n)
### BEGIN HIDDEN TESTS
grade(chain_n)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-total"
# ### Exercise 9 · `total_derivative`
#
# `total_derivative(partials, inner, d_inner, x)` returns $\sum_i \frac{\partial y}{\partial u_i} \cdot u_i'(x)$ as one number.
#
# * `inner` and `d_inner` are lists of functions of the number `x`: the inner functions $u_i$ and their derivatives.
# * `partials` is a list of the same length. `partials[i]` is the partial derivative of $y$ with respect to $u_i$.
#   It takes **one** argument: the array of all inner values, of shape `(n,)`.
#
# Example: the rectangle of the reading. `inner` gives $x^2$ and $2x$, `d_inner` gives $2x$ and 2, `partials` gives
# $u_2$ and $u_1$ (in Python `u[1]` and `u[0]`). At `x = 3.0` the answer is `54.0`.

# %% [markdown] lang="ru" key="task-total" of="73519ff9"
# ### Упражнение 9 · `total_derivative`
#
# `total_derivative(partials, inner, d_inner, x)` возвращает $\sum_i \frac{\partial y}{\partial u_i} \cdot u_i'(x)$, одно число.
#
# * `inner` и `d_inner` — списки функций от числа `x`: внутренние функции $u_i$ и их производные.
# * `partials` — список той же длины. `partials[i]` — частная производная $y$ по $u_i$.
#   Она принимает **один** аргумент: массив всех внутренних значений, формы `(n,)`.
#
# Пример: прямоугольник из текста. `inner` даёт $x^2$ и $2x$, `d_inner` даёт $2x$ и 2, `partials` даёт
# $u_2$ и $u_1$ (в Python это `u[1]` и `u[0]`). При `x = 3.0` ответ `54.0`.

# %% exercise="total_derivative" role="answer"
def total_derivative(partials, inner, d_inner, x):
    """Sum over the paths from x to y.

    partials: list of functions of the array u of shape (n,), the partial derivatives of y.
    inner, d_inner: lists of functions of x, the inner functions and their derivatives.
    x: a number.
    Returns the derivative of y with respect to x, a number.
    """
    ### BEGIN SOLUTION
    u = np.array([g(x) for g in inner])
    return sum(partials[i](u) * d_inner[i](x) for i in range(len(inner)))
    ### END SOLUTION


# %% exercise="total_derivative" role="test" points=3
check(total_derivative)
### BEGIN HIDDEN TESTS
grade(total_derivative)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-wrong"
# ### Exercise 10 (a stretch) · `wrong_rows`
#
# Now you proofread a table. `wrong_rows(rows, xs)` takes a list of pairs `(f, df)` and an array of points. It returns the
# list of the **numbers of the wrong rows**, counted from 0, in increasing order, each once. A row is wrong if `df` is not the derivative of
# `f` at **at least one** of the points. If all rows are right, the list is empty.
#
# Example: let the rows be $x^2$ with $2x$, then $\ln x$ with $\ln x$ (the slide without its prime), then $x^2$ with $x^2$. At
# `xs = np.array([1.0, 2.0])` the answer is `[1, 2]`. The last row is right at 2, where both are 4, but wrong at 1.
#
# You get no formulas, so compare `df(x)` with a numerical slope of `f`. That slope is never exact: you must choose a step and
# a tolerance. In all tests a right row is exactly right, and a wrong row is off by at least 0.1 at one of the points. All
# functions take numbers and arrays and are smooth near the points.

# %% [markdown] lang="ru" key="task-wrong" of="1cc61732"
# ### Упражнение 10 (повышенной сложности) · `wrong_rows`
#
# Теперь вы корректор таблицы. `wrong_rows(rows, xs)` принимает список пар `(f, df)` и массив точек. Возвращает
# список **номеров неверных строк**, считая с 0, по возрастанию, каждый один раз. Строка неверна, если `df` не равна производной
# `f` **хотя бы в одной** из точек. Если все строки верны, список пуст.
#
# Пример: пусть строки таковы: $x^2$ и $2x$, затем $\ln x$ и $\ln x$ (слайд без штриха), затем $x^2$ и $x^2$. При
# `xs = np.array([1.0, 2.0])` ответ `[1, 2]`. Последняя строка верна в точке 2, где обе функции равны 4, но неверна в точке 1.
#
# Формул вам не дают, поэтому сравнивайте `df(x)` с численным наклоном `f`. Он никогда не бывает точным: шаг и
# порог выбираете вы. Во всех проверках верная строка верна точно, а неверная хотя бы в одной точке ошибается не меньше чем на 0.1. Все
# функции принимают и числа, и массивы и гладки вблизи точек.

# %% exercise="wrong_rows" role="answer"
def wrong_rows(rows, xs):
    """Numbers of the rows whose second function is not the derivative of the first.

    rows: list of pairs (f, df) of functions.
    xs: array of points, shape (k,).
    Returns a list of ints, increasing, counted from 0.
    """
    ### BEGIN SOLUTION
    h, wrong = 1e-5, []
    for i, (f, df) in enumerate(rows):
        slope = (f(xs + h) - f(xs - h)) / (2 * h)
        if np.max(np.abs(slope - df(xs))) > 1e-3:
            wrong.append(i)
    return wrong
    ### END SOLUTION


# %% exercise="wrong_rows" role="test" points=3
check(wrong_rows)
### BEGIN HIDDEN TESTS
grade(wrong_rows)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="task-peak"
# ### Experiment · `peak`
#
# A tablet dissolves: after $t$ hours there are $t^2 e^{-t}$ milligrams of it in the blood. First it rises, then it falls. When
# is it highest? At the top the slope goes from plus to minus. Measure the slope, and you need no formula for it.
#
# `peak(f, a, b)` returns the $x$ between `a` and `b` at which `f` is highest, right to 0.001. From `a` to the top `f` rises, from
# there to `b` it falls. `f` takes a number or an array. Call it at most 50 000 times; an array counts once.
#
# One way: look at the slope in the middle with `central_difference` of unit 01 (type it again, `h = 1e-5` is good). If it is
# positive, the top lies to the right, and the left half may go. Halving a length of 7 thirteen times leaves less than 0.001,
# so a `for` loop of 25 turns is plenty.
#
# Example: $t e^{-0.8 t}$ between 0 and 7 has its top at `1.25`.
#
# **Predict first**, in numbers: where are the tops of $t e^{-t}$, $t^2 e^{-t}$ and $t^3 e^{-t}$? Where does the second one go when the body works
# twice as fast, $t^2 e^{-2t}$? And with a double dose, $2 t^2 e^{-t}$? Run your function on all five between 0.1 and 9, and find
# the reason with the product rule.

# %% [markdown] lang="ru" key="task-peak" of="1fc21de2"
# ### Эксперимент · `peak`
#
# Таблетка растворяется: через $t$ часов в крови $t^2 e^{-t}$ миллиграммов лекарства. Сначала его становится больше, потом меньше. Когда
# его больше всего? На вершине наклон меняет знак с плюса на минус. Наклон можно измерить, и формула для него не нужна.
#
# `peak(f, a, b)` возвращает то $x$ между `a` и `b`, при котором `f` больше всего, с точностью до 0.001. От `a` до вершины `f` растёт, а
# от неё до `b` убывает. `f` принимает число или массив. Вызывайте её не больше 50 000 раз; вызов с массивом считается за один.
#
# Один из способов: измерить наклон посередине с помощью `central_difference` из урока 01 (наберите её ещё раз, хорошо подойдёт `h = 1e-5`).
# Если он положителен, вершина правее, и левую половину можно отбросить. Если поделить длину 7 пополам тринадцать раз, останется меньше 0.001,
# так что цикла `for` из 25 шагов хватит с запасом.
#
# Пример: у $t e^{-0.8 t}$ между 0 и 7 вершина в точке `1.25`.
#
# **Сначала предскажите** числа: где вершины у $t e^{-t}$, $t^2 e^{-t}$ и $t^3 e^{-t}$? Куда сдвинется вторая, если организм работает
# вдвое быстрее: $t^2 e^{-2t}$? А при двойной дозе: $2 t^2 e^{-t}$? Запустите свою функцию на всех пяти между 0.1 и 9 и найдите
# причину с помощью правила произведения.

# %% numbers="task-peak"
says("1.25", peak(lambda t: t * np.exp(-0.8 * t), 0.0, 7.0))
holds(7 / 2**13 < 0.001, "thirteen halvings are enough")

# %% exercise="peak" role="answer"
def peak(f, a, b):
    """Where f is highest between a and b.

    f: function of a number or an array; it rises from a to its top and falls from there to b.
    a, b: numbers, a < b.
    Returns a number, right to 0.001.
    """
    ### BEGIN SOLUTION
    h = 1e-5
    for _ in range(25):
        middle = (a + b) / 2
        if f(middle + h) > f(middle - h):
            a = middle
        else:
            b = middle
    return (a + b) / 2
    ### END SOLUTION


# %% exercise="peak" role="test" points=2
check(peak)
### BEGIN HIDDEN TESTS
grade(peak)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="peak-answers"
# <details><summary>Answers</summary>
#
# The tops are at 1, 2 and 3, then at 1, and at 2 again. By the product rule and the chain rule
#
# $$(t^n e^{-ct})' = n t^{n-1} e^{-ct} - c t^n e^{-ct} = t^{n-1} (n - ct) \, e^{-ct}$$
#
# For positive $t$ this is 0 only at $t = \frac{n}{c}$. So the power moves the top to a whole number, a faster body brings it forward, and a
# larger dose does not move it at all: the hill becomes higher, not earlier. A constant that multiplies stays in front, and zero times it is zero.
#
# </details>

# %% [markdown] lang="ru" key="peak-answers" of="1bb275ac"
# <details><summary>Ответы</summary>
#
# Вершины — в точках 1, 2 и 3, потом в точке 1 и снова в точке 2. По правилу произведения и цепному правилу
#
# $$(t^n e^{-ct})' = n t^{n-1} e^{-ct} - c t^n e^{-ct} = t^{n-1} (n - ct) \, e^{-ct}$$
#
# При положительных $t$ это равно 0 только при $t = \frac{n}{c}$. Значит, степень ставит вершину в целое число, быстрый организм приближает её,
# а доза не сдвигает вовсе: холм становится выше, но не раньше. Постоянный множитель остаётся впереди, и ноль, умноженный на него, — ноль.
#
# </details>

# %% numbers="peak-answers"
tops = [peak(lambda t, n=n: t**n * np.exp(-t), 0.1, 9.0) for n in (1, 2, 3)]
holds(np.allclose(tops, [1, 2, 3], atol=1e-3), "the tops are at 1, 2 and 3")
holds(abs(peak(lambda t: t**2 * np.exp(-2 * t), 0.1, 9.0) - 1) < 1e-3, "a faster body brings it forward to 1")
holds(abs(peak(lambda t: 2 * t**2 * np.exp(-t), 0.1, 9.0) - 2) < 1e-3, "a double dose does not move it")

# %% [markdown] lang="en" key="question"
# ## In your own words
#
# A friend writes $(\sin x^2)' = \cos 2x$ and explains: "I differentiate the outside and I differentiate the inside."
#
# Answer in four to eight sentences. Take $\sin x^2$ apart into its links. Say what is wrong with the friend's formula and
# write the right one. Show with numbers at $x = 1$ that yours is right and the friend's is not. Then explain, so that
# somebody who has never seen the chain rule understands it, why the rates are multiplied and where each of them is measured.
#
# A person reads this answer, not a program. Write it in the cell below.

# %% [markdown] lang="ru" key="question" of="443c557f"
# ## Своими словами
#
# Знакомый пишет $(\sin x^2)' = \cos 2x$ и поясняет: «Снаружи продифференцировал, внутри продифференцировал».
#
# Ответьте в четырёх–восьми предложениях. Разберите $\sin x^2$ на звенья. Скажите, что неверно в формуле знакомого, и
# напишите верную. Покажите на числах при $x = 1$, что ваша верна, а его — нет. Затем объясните так, чтобы понял
# и тот, кто никогда не видел цепного правила, почему скорости перемножают и где измеряют каждую из них.
#
# Этот ответ читает человек, а не программа. Пишите в ячейке ниже.

# %% [markdown] question="own-words" points=4
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the four; half points are allowed. Rounding and the names of the inner variables do not
# matter, and neither does the order. An answer that only states the chain rule in letters, without this example,
# gets at most one point. A right formula that was found with the definition of the derivative counts fully.
#
# 1. The links and the right formula: u = x², y = sin u, y′ = 2x · cos x².
# 2. What is wrong: the friend puts the derivative 2x **into** the cosine, as in f′(g′(x)), and does not multiply. The
#    rate of the sine must be taken at what enters it, at x². (Half a point for "the factor 2x is missing" alone.)
# 3. Numbers at x = 1: 2 cos 1 = 1.0806 against cos 2 = −0.4161, and something independent that decides: a quotient such
#    as (sin 1.001² − sin 1) / 0.001 = 1.0795, or that sin x² rises at 1. (Half a point without the independent check.)
# 4. Why and where: a push of x is stretched first by 2x, then by cos u, so the factors multiply; the inner rate is
#    measured at x, the outer one at u = x². Any picture of one's own (gears, exchange rates, walking) counts.
#
# По одному баллу за каждый пункт, можно ставить половину. Округление, имена внутренних переменных и порядок
# значения не имеют. За цепное правило, выписанное только буквами, без этого примера, — не больше одного балла.
# Верная формула, полученная прямо из определения производной, засчитывается полностью.
#
# 1. Звенья и верная формула: u = x², y = sin u, y′ = 2x · cos x².
# 2. Что неверно: производная 2x подставлена **внутрь** косинуса, как в f′(g′(x)), а умножения нет. Скорость синуса
#    надо брать в точке, которая в него входит, то есть при x². (За одно только «не хватает множителя 2x» — полбалла.)
# 3. Числа при x = 1: 2 cos 1 = 1.0806 против cos 2 = −0.4161, и независимая проверка: например, отношение
#    (sin 1.001² − sin 1) / 0.001 = 1.0795 или то, что sin x² в точке 1 растёт. (Без независимой проверки — полбалла.)
# 4. Почему и где: сдвиг x сначала растягивается в 2x раз, потом в cos u раз, поэтому множители перемножаются;
#    внутренняя скорость измеряется в точке x, внешняя — в точке u = x². Годится любой свой образ (шестерёнки, обмен
#    валют, прогулка).
# ### END MARK SCHEME

# %% [markdown] lang="en" key="slides"
# ## What the lecture slides say differently
#
# For those who have the slides open: where the lecture and this notebook differ, and why. Without them, go on to the summary.

# %% [markdown] lang="ru" key="slides" of="5f3b9683"
# ## Что на слайдах лекций иначе
#
# Для тех, у кого слайды под рукой: в чём лекция и эта тетрадь расходятся и почему. Если слайдов нет, переходите к итогам.

# %% [markdown] lang="en" key="slips"
# ### Two slips of the slide
#
# **Two primes are missing.** The slide of lecture 3 prints
#
# $$\ln x = \frac{1}{x}, \qquad \operatorname{tg} x = \frac{1}{\cos^2 x}$$
#
# (tg is the Russian sign for tan). As they stand, both equations are false: $\ln 2 = 0.6931$, while
# $\frac{1}{2} = 0.5$. On the left the **derivative** must stand, with a prime, as in our table.
#
# **A row is missing.** A few slides later the lecture differentiates an arctangent, but its table has no such row.
# Ours has: the last one. *Where the row of the arctangent comes from* derives it with the chain rule.

# %% [markdown] lang="ru" key="slips" of="62fa3a78"
# ### Две неточности слайда
#
# **Пропали два штриха.** На слайде лекции 3 напечатано
#
# $$\ln x = \frac{1}{x}, \qquad \operatorname{tg} x = \frac{1}{\cos^2 x}$$
#
# В таком виде оба равенства неверны: $\ln 2 = 0.6931$, а
# $\frac{1}{2} = 0.5$. Слева должна стоять **производная**, со штрихом, как в нашей таблице.
#
# **Пропала строка.** Через несколько слайдов лекция дифференцирует арктангенс, а в её таблице такой строки нет.
# В нашей есть, последняя. Она выведена в разделе «Откуда берётся строка арктангенса».

# %% numbers="slips"
says("0.6931", math.log(2))
says("0.5", 1 / 2)

# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. A table with a handful of rules replaces the limit; $(\arctan x)' = \frac{1}{1 + x^2}$ belongs in it.
# 2. Sums keep their rates, a product grows in two ways, a quotient has a minus and a square below the line.
# 3. In a chain the local rates multiply, and each is measured at what enters its link.
# 4. When $x$ reaches $y$ by several paths, the products of the paths add up.
# 5. A difference quotient finds a wrong derivative, whoever has printed it.
#
# **Next:** unit 03 takes the sigmoid apart with the same rules and finds $\sigma'(x) = \sigma(x) (1 - \sigma(x))$. Unit 07 makes
# the sum over paths into backpropagation.

# %% [markdown] lang="ru" key="summary" of="80413805"
# ## Итоги
#
# 1. Таблица и несколько правил заменяют предел; строке $(\arctan x)' = \frac{1}{1 + x^2}$ в ней самое место.
# 2. В сумме скорости складываются, произведение растёт двумя способами, у частного — минус и квадрат под чертой.
# 3. В цепочке локальные скорости перемножаются, и каждая измеряется в точке, которая поступает на вход её звена.
# 4. Если $x$ влияет на $y$ несколькими путями, произведения по этим путям складываются.
# 5. Разностное отношение найдёт неверную производную, кто бы её ни напечатал.
#
# **Дальше:** в уроке 03 мы теми же правилами разберём сигмоиду и получим $\sigma'(x) = \sigma(x) (1 - \sigma(x))$. В уроке 07
# сумма по путям станет обратным распространением ошибки.
