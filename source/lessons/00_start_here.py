# %% [markdown] lang="en" key="goal"
# # Start here
#
# ## Goal
#
# After this unit you can
#
# * run a notebook, and start it afresh when something is stuck;
# * solve an exercise, read what a check says about it, and use its two hints;
# * move a figure, check your own work and hand it in;
# * choose your own way through the eleven units.
#
# **Time:** about 20 minutes. The first ten teach all you need to begin: running a cell, the practice exercise, the
# figure, handing in, feedback. The written question and the six questions before the course take 10. The map and the glossary at the end
# are for looking things up.
#
# **Lectures:** none. The units after this one say which slides they follow.
#
# **You need:** to have seen a Python function before. Nothing else.

# %% [markdown] lang="ru" key="goal" of="45bdedd0"
# # Начните отсюда
#
# ## Цель
#
# После этого урока вы сможете
#
# * выполнять ячейки тетради и начинать с чистого листа, если что-то зависло;
# * решить упражнение, прочитать ответ проверки и воспользоваться двумя её подсказками;
# * двигать рисунок, проверять свою работу и сдавать её;
# * выбрать свой путь через одиннадцать уроков.
#
# **Время:** около 20 минут. Первых десяти хватит, чтобы начать: как выполнить ячейку, пробное упражнение, рисунок,
# сдача, отзыв. Письменный вопрос и шесть вопросов перед курсом — ещё 10. Карта курса и словарь в конце нужны для справок.
#
# **Лекции:** к этому уроку их нет. В следующих сказано, каким слайдам они следуют.
#
# **Понадобится:** хотя бы раз видеть функцию на Python. Больше ничего.

# %% [markdown] lang="en" key="running"
# ## Run a cell
#
# A notebook is a page made of cells. A grey cell with `[ ]:` on its left holds code. Click into it and press
# **Shift+Enter**. The code runs, the result appears below, and you are in the next cell. **Ctrl+Enter** runs
# the cell and stays there.
#
# | on the left | what it means |
# |---|---|
# | `[ ]:` | has not run yet |
# | `[*]:` | is running, or waits for its turn |
# | `[3]:` | has run, as the third one |
#
# Run the next cell. It loads what this notebook needs. Every unit begins with such a cell, so always run it first.

# %% [markdown] lang="ru" key="running" of="97f8d306"
# ## Как выполнить ячейку
#
# Тетрадь состоит из ячеек. В серой ячейке с пометкой `[ ]:` слева записан код. Щёлкните по ней и нажмите
# **Shift+Enter**. Код выполнится, результат появится ниже, а вы перейдёте к следующей ячейке. **Ctrl+Enter**
# выполняет ячейку и оставляет вас в ней.
#
# | слева | что это значит |
# |---|---|
# | `[ ]:` | ещё не выполнялась |
# | `[*]:` | выполняется или ждёт очереди |
# | `[3]:` | выполнена, третьей по счёту |
#
# Выполните следующую ячейку. Она загружает всё, что нужно этой тетради. С такой ячейки начинается каждый урок,
# поэтому запускайте её первой.

# %% key="setup"
import numpy as np

from course import check, figures

print("NumPy", np.__version__)

# %% [markdown] lang="en" key="your-map"
# The next cell shows your map: which units you have begun, the points, the mistakes that you have met and overcome, and
# what to do next. Today it is nearly empty. Run the cell above and the one below again whenever you come back. What the map knows stands
# in one file, `work/progress.jsonl`, and never leaves your computer.

# %% [markdown] lang="ru" key="your-map" of="afe6cd3c"
# Следующая ячейка показывает вашу карту: какие уроки начаты, сколько набрано баллов, какие ошибки встретились и
# преодолены и что делать дальше. Сегодня она почти пуста. Когда вернётесь, снова выполните ячейку выше и ячейку ниже. Всё, что
# карта знает, записано в одном файле, `work/progress.jsonl`, и с вашего компьютера никуда не уходит.

# %% key="progress"
from course import progress

progress.show()

# %% [markdown] lang="en" key="kernel"
# ## The kernel remembers
#
# Behind the page runs a Python process, the **kernel**. It remembers every name until it is restarted. What
# counts is the order in which *you* run the cells, not their order on the page.
#
# Try it. Run the first cell below once and the second one three times.

# %% [markdown] lang="ru" key="kernel" of="9b63cbcf"
# ## Ядро всё помнит
#
# За страницей стоит процесс Python — **ядро** (kernel). Оно помнит каждое имя, пока его не перезапустят. Важен
# порядок, в котором ячейки запускаете *вы*, а не тот, в котором они стоят на странице.
#
# Попробуйте. Первую ячейку ниже выполните один раз, вторую — три раза.

# %% key="count-from-zero"
times = 0

# %% key="count-on"
times = times + 1
print(times)

# %% [markdown] lang="en" key="restart"
# You saw 1, 2, 3. The code was the same each time, but the kernel had remembered the number.
#
# This is why a notebook can work for you and fail for somebody else: a name may come from a cell that you have
# deleted or changed since. The cure is a fresh start. In the menu **Kernel**:
#
# | menu item | what it does | when you want it |
# |---|---|---|
# | Interrupt Kernel | stops the running cell, forgets nothing | a loop does not end |
# | Restart Kernel… | forgets all names, keeps your text | something behaves oddly |
# | Restart Kernel and Run All Cells… | fresh start, then everything from top to bottom | before you hand in |
#
# A restart never deletes what you have written.

# %% [markdown] lang="ru" key="restart" of="5636cfd4"
# Получилось 1, 2, 3. Код был одним и тем же, но ядро запомнило число.
#
# Поэтому тетрадь может работать у вас и не работать у другого: нужное имя осталось от ячейки, которую вы с тех
# пор удалили или переписали. Лекарство — начать заново. В меню **Kernel**:
#
# | пункт меню | что он делает | когда нужен |
# |---|---|---|
# | Interrupt Kernel | останавливает ячейку, ничего не забывает | цикл не заканчивается |
# | Restart Kernel… | забывает все имена, текст остаётся | что-то ведёт себя странно |
# | Restart Kernel and Run All Cells… | чистый лист, потом всё сверху вниз | перед сдачей |
#
# Перезапуск никогда не стирает то, что вы написали.

# %% [markdown] lang="en" key="task-fahrenheit"
# ## An exercise and its check
#
# Every exercise consists of three cells: the task, your answer, and the check. Here is a tiny one.
#
# ### Exercise 1 · `fahrenheit`
#
# `fahrenheit(celsius)` turns degrees Celsius into degrees Fahrenheit: multiply by 1.8, then add 32.
# (The whole course writes a decimal point, as Python does.)
#
# | °C | −40 | 0 | 20 | 100 |
# |---|---|---|---|---|
# | °F | −40 | 32 | 68 | 212 |
#
# The argument is a number or a NumPy array. For an array the answer is a new array of the same shape; the one that was
# given stays as it is.
#
# Do it in this order, so that you see everything a check can say.
#
# 1. Run both cells below as they are. The check says *not attempted*.
# 2. Replace the line with `raise NotImplementedError` by `return 1.8 * celsius`. That is wrong on purpose. Run the
#    cell, then run the check. It says *what kind* of mistake it sees, and shows an example.
# 3. Run the check once more. Now it also says *where to look*.
# 4. Put the function right. Run the cell, then the check. You have your first ✓.
#
# An answer may be in your cell and not yet in the kernel. So the order is always: run the answer, then the check.
# You may try as often as you like; tries cost nothing.

# %% [markdown] lang="ru" key="task-fahrenheit" of="e2fd2dfa"
# ## Упражнение и его проверка
#
# Каждое упражнение — это три ячейки: задание, ваш ответ и проверка. Вот совсем маленькое.
#
# ### Упражнение 1 · `fahrenheit`
#
# `fahrenheit(celsius)` переводит градусы Цельсия в градусы Фаренгейта: умножить на 1.8, потом прибавить 32.
# (Дробную часть во всём курсе отделяет точка, как в Python: 1.8 — это одна целая и восемь десятых.)
#
# | °C | −40 | 0 | 20 | 100 |
# |---|---|---|---|---|
# | °F | −40 | 32 | 68 | 212 |
#
# Аргумент — число или массив NumPy. Для массива ответ — новый массив той же формы, а переданный не меняется.
#
# Идите в таком порядке, и вы увидите всё, что умеет говорить проверка.
#
# 1. Выполните обе ячейки ниже как есть. Проверка скажет, что *решения ещё нет*.
# 2. Замените строку с `raise NotImplementedError` на `return 1.8 * celsius`. Это неверно, так и задумано. Выполните
#    ячейку, затем проверку. Она скажет, *какого рода* ошибку видит, и покажет пример.
# 3. Выполните проверку ещё раз. Теперь она скажет и *где искать*.
# 4. Исправьте функцию. Выполните ячейку, затем проверку. Вот и ваша первая ✓.
#
# Ответ может быть в ячейке, но ещё не в ядре. Поэтому порядок всегда один: сначала ответ, потом проверка.
# Пробовать можно сколько угодно раз: за попытки ничего не снимают.

# %% exercise="fahrenheit" role="answer"
def fahrenheit(celsius):
    """Degrees Celsius in degrees Fahrenheit.

    celsius: a number or an array.
    Returns the same temperatures in degrees Fahrenheit, in the shape of celsius.
    """
    ### BEGIN SOLUTION
    return 1.8 * celsius + 32
    ### END SOLUTION


# %% exercise="fahrenheit" role="test" points=1
check(fahrenheit)
### BEGIN HIDDEN TESTS
grade(fahrenheit)
### END HIDDEN TESTS

# %% [markdown] lang="en" key="what-a-check-is"
# ### What a check is, and what it is not
#
# A check tries your function on a few open examples. It stops at the first one that fails and shows it to you; you
# can copy the call into a cell of your own. The grader comes later. It uses other inputs, which nobody shows you, so an
# answer that only knows the examples does not pass.
#
# Three things help when you are stuck.
#
# * Read the last line of an error message first. It names the trouble, the lines above say where it happened.
# * Work one small case by hand and print every step. You may add cells of your own anywhere.
# * Leave the exercise and go on. The reading does not need your answers. Where a later unit uses one of them, it
#   says so, and does without it if it is not ready.

# %% [markdown] lang="ru" key="what-a-check-is" of="6eacfedf"
# ### Что такое проверка и чего от неё не ждать
#
# Проверка пробует вашу функцию на нескольких открытых примерах. На первом неудачном она останавливается и показывает
# его; вызов из примера можно скопировать в свою ячейку. Баллы ставятся позже и по другим данным, которых вам никто не
# покажет. Поэтому одних примеров мало: ответ, который годится только для них, не зачтут.
#
# Если вы застряли, помогут три вещи.
#
# * Сначала прочитайте последнюю строку сообщения об ошибке. В ней сказано, что случилось, а в строках выше — где.
# * Разберите маленький пример на бумаге и напечатайте каждый шаг. Свои ячейки можно добавлять где угодно.
# * Оставьте упражнение и идите дальше. Для чтения ваши ответы не нужны. Если какой-то из них пригодится
#   в одном из следующих уроков, там об этом сказано, и без него тоже можно обойтись.

# %% [markdown] lang="en" key="moving"
# ## Move a figure
#
# Every unit has a figure that you can move. This one is from unit 04. You need not understand it yet; only find out
# how it moves.
#
# | with | how |
# |---|---|
# | the mouse | drag the round handle of a slider, or click somewhere on its line |
# | the keyboard | press Tab until the handle is marked, then use the arrow keys |
# | a number | click the number beside the slider, type another one, press Enter |
#
# Below the picture stands a sentence that says in numbers what you see. It changes with every move, and a screen
# reader can read it. If only a still picture is there, run its cell.
#
# Try it: set the learning rate to 0.5 by typing it. What does the sentence say now?

# %% [markdown] lang="ru" key="moving" of="55689c99"
# ## Как двигать рисунок
#
# В каждом уроке есть рисунок, который можно двигать. Этот — из урока 04. Понимать его пока не нужно, только
# посмотрите, как он движется.
#
# | чем | как |
# |---|---|
# | мышью | тяните круглую ручку ползунка или щёлкните по его линии |
# | клавиатурой | нажимайте Tab, пока ручка не выделится, потом стрелки |
# | числом | щёлкните по числу рядом с ползунком, введите другое и нажмите Enter |
#
# Под рисунком стоит предложение, которое описывает увиденное в числах. Оно меняется при каждом движении, и его
# может прочитать программа экранного доступа. Если видна только неподвижная картинка, выполните её ячейку.
#
# Попробуйте: задайте скорость обучения 0.5, введя число. Что теперь говорит предложение?

# %% figure="learning_rate"
figures.learning_rate()

# %% [markdown] lang="en" key="hand-in"
# ## Check your own work and hand it in
#
# **Before you hand in:** choose *Restart Kernel and Run All Cells…* and look through the page. Every exercise you
# have done should show ✓. Then save with Ctrl+S.
#
# On a class's own server with nbgrader there is a **Validate** button above the notebook. It does the same in one
# click: it runs a fresh copy from top to bottom and lists the checks that do not pass.
#
# | you learn | how you hand in | who grades |
# |---|---|---|
# | in a class | as your instructor says; with nbgrader, the button *Submit* in its list of assignments | the same program for everybody; your instructor reads the question in your own words |
# | alone, with the whole course | nothing to hand in: save, then press **Grade this** below a check, or type `course grade` and the unit's name in a terminal | the same program, on your computer; nobody reads the question in your own words |
#
# Keep the notebook's name, and keep the names of the functions. Your copy is in the folder `work`, for example
# `work/en/04-gradient-descent/gradient-descent.ipynb`. An unfinished notebook may be handed in: every exercise is
# graded by itself.

# %% [markdown] lang="ru" key="hand-in" of="7849c266"
# ## Самопроверка и сдача работы
#
# **Перед сдачей** выберите *Restart Kernel and Run All Cells…* и просмотрите страницу. У каждого сделанного
# упражнения должна стоять ✓. Потом сохраните тетрадь: Ctrl+S.
#
# На сервере группы, где есть nbgrader, над тетрадью стоит кнопка **Validate**. Она делает то же одним нажатием:
# выполняет свежую копию сверху вниз и перечисляет проверки, которые не пройдены.
#
# | вы учитесь | как сдавать | кто оценивает |
# |---|---|---|
# | в группе | как скажет преподаватель; если есть nbgrader — кнопка *Submit* в его списке заданий | одна и та же программа для всех; ответ своими словами читает преподаватель |
# | самостоятельно, со всем курсом | сдавать не нужно: сохраните тетрадь и нажмите под проверкой **Оценить** или наберите в терминале `course grade` и имя урока | та же программа на вашем компьютере; ответ своими словами не читает никто |
#
# Не меняйте имя тетради и имена функций. Ваша копия лежит в папке `work`, например
# `work/ru/04-gradient-descent/gradient-descent.ipynb`. Сдать можно и незаконченную тетрадь: каждое упражнение
# оценивается само по себе.

# %% [markdown] lang="en" key="feedback"
# ## Read the feedback
#
# For every exercise the feedback says its state, the points, which kinds of tests passed, and a hint. Suppose your
# `fahrenheit` works for a number and stops when it gets an array. Then you read:
#
# ```text
# ◐ fahrenheit: partly right.
# Points: 0.67 of 1.
# Right: simple numbers, numbers of all kinds.
# Not yet right: arrays.
# The formula is right for one number, but the function stops when it gets an array.
# NumPy calculates with a whole array at once. What in your code works for a single number only?
# ```
#
# The first line is the **state**, the fifth the **diagnosis**, the sixth says where to look.
#
# | sign | state | points |
# |---|---|---|
# | ✓ | correct: every hidden test passed | all |
# | ◐ | partly right: some tests passed | a share |
# | ✗ | not yet right, or there is no result: the code stopped | none |
# | ○ | not attempted: the starting line is still there | none |
# | ? | the grader could not decide, and a person will look; this is never your fault | not set yet |

# %% [markdown] lang="ru" key="feedback" of="185d6423"
# ## Как читать отзыв
#
# Для каждого упражнения в отзыве указаны состояние, баллы, пройденные виды проверок и подсказка. Пусть ваша
# `fahrenheit` работает для числа, а на массиве останавливается. Тогда вы прочтёте:
#
# ```text
# ◐ fahrenheit: верно частично.
# Баллы: 0.67 из 1.
# Верно: числа из условия, самые разные числа.
# Пока неверно: массивы.
# Для одного числа формула верна, но на массиве функция останавливается.
# NumPy считает сразу со всем массивом. Что в вашем коде годится только для одного числа?
# ```
#
# Первая строка — **состояние**, пятая — **диагноз**, шестая говорит, где искать.
#
# | знак | состояние | баллы |
# |---|---|---|
# | ✓ | верно: пройдены все скрытые проверки | все |
# | ◐ | верно частично: пройдена часть проверок | доля |
# | ✗ | пока неверно, или результата нет: код остановился | нет |
# | ○ | решения ещё нет: исходная строка на месте | нет |
# | ? | программа не смогла решить, посмотрит человек; вашей вины в этом никогда нет | пока не выставлены |

# %% [markdown] lang="en" key="question"
# ## In your own words
#
# Every unit has one question that you answer in words. Here is a small one.
#
# A friend says: "The check gave my function a ✓, and the feedback says ◐. One of the two must be broken."
#
# Answer in two to four sentences. Say how both can be right, and what your friend could try next.
#
# A person reads this answer, not a program. To write, double-click the cell below; Shift+Enter shows the text.

# %% [markdown] lang="ru" key="question" of="7281d8fd"
# ## Своими словами
#
# В каждом уроке есть один вопрос, на который отвечают словами. Вот совсем небольшой.
#
# Знакомый говорит: «Проверка поставила моей функции ✓, а в отзыве стоит ◐. Одно из двух сломано».
#
# Ответьте в двух–четырёх предложениях. Скажите, почему и проверка, и отзыв могут быть правы и что знакомому попробовать дальше.
#
# Этот ответ читает человек, а не программа. Чтобы писать, дважды щёлкните по ячейке ниже; Shift+Enter покажет текст.

# %% [markdown] question="own-words" points=2
# *Your answer here · Ваш ответ*
#
# ### BEGIN MARK SCHEME
# One point for each of the two; half points are allowed.
#
# 1. How both can be right: the check tries a few open examples, the grader other inputs. The function is right
#    for the examples and wrong for some of the rest.
# 2. A useful next step: read which kind of test failed and the hint, then try inputs of that kind oneself (an array,
#    0, a negative number, a large one) and compare with a small case worked by hand. "Try again" alone gets nothing.
#
# По одному баллу за каждый пункт, можно ставить половину.
#
# 1. Почему правы могут быть и проверка, и отзыв: проверка берёт открытые примеры, оценка — другие данные.
#    Для примеров функция верна, для части остального нет.
# 2. Полезный следующий шаг: прочитать, какой вид проверок не пройден и что говорит подсказка, самому попробовать
#    такие данные (массив, 0, отрицательное, большое число) и сравнить с примером, посчитанным вручную. За одно
#    «попробовать ещё раз» балл не ставится.
# ### END MARK SCHEME

# %% [markdown] lang="en" key="before-the-course"
# ## Six questions before the course
#
# These six touch the whole course, so you need not know any answer yet. They earn no points. The same six come back at the end
# of unit 11, and the report on that unit shows both times side by side. Until then nothing tells you which answers are right.
#
# In the cell below, put the number of your answer in place of each 0. Look nothing up, and do not guess: a 0 means "I do not know".
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

# %% [markdown] lang="ru" key="before-the-course" of="b9d0d805"
# ## Шесть вопросов перед курсом
#
# Эти шесть вопросов — обо всём курсе, и знать ответы пока не нужно. Баллов за них нет. Те же шесть вернутся в конце
# урока 11, и отчёт о нём покажет оба раза рядом. До тех пор никто не скажет, какие ответы верны.
#
# В ячейке ниже поставьте вместо каждого 0 номер своего ответа. Ничего не ищите и не угадывайте: 0 значит «не знаю».
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

# %% key="pretest"
pretest = {"A": 0, "B": 0, "C": 0, "D": 0, "E": 0, "F": 0}

# %% [markdown] lang="en" key="safe"
# ## What is never lost
#
# Your copies live in `work`. The course never overwrites what you wrote there.
#
# | what happens | what becomes of your work |
# |---|---|
# | a newer edition of a unit comes | yours stays; `course update` brings the newer texts into it and keeps your answers |
# | you type `course reset 4` to start unit 04 afresh | your copy gets another name, `….mine-` with date and time |
# | you restart the kernel | names are forgotten, the text stays |
# | the computer goes off | you have what was saved last; JupyterLab saves every two minutes, Ctrl+S at once |
# | you delete the file yourself | the next `course lab` brings an empty copy; your answers are gone |
#
# About the grader there are two things to know. It never takes points off for a warning, a plot, a spare cell or
# a try that failed, and never gives you a 0 for a fault of its own. And it is no use editing points, changing a check
# or looking for the hidden tests: only the text of your cells reaches the grader, and the tests stay with it.

# %% [markdown] lang="ru" key="safe" of="8b3996ce"
# ## Что никогда не пропадёт
#
# Ваши копии лежат в папке `work`. То, что вы там написали, курс никогда не перезаписывает.
#
# | что случилось | что станет с вашей работой |
# |---|---|
# | вышла новая редакция урока | ваша остаётся; `course update` внесёт в неё новые тексты и сохранит ваши ответы |
# | вы набрали `course reset 4`, чтобы начать урок 04 заново | ваша копия получит другое имя: `….mine-` с датой и временем |
# | вы перезапустили ядро | имена забыты, текст на месте |
# | компьютер выключился | есть всё, что успело сохраниться; JupyterLab сохраняет каждые две минуты, Ctrl+S — сразу |
# | вы сами удалили файл | следующий `course lab` принесёт пустую копию; ваших ответов в ней уже нет |
#
# О программе, которая ставит оценки, стоит знать две вещи. Она никогда не снимает баллы за предупреждение,
# рисунок, лишнюю ячейку или неудачную попытку и никогда не ставит 0 из-за собственной ошибки. А править баллы, менять
# проверку и искать скрытые тесты бесполезно: до программы доходит только текст ваших ячеек, а тесты остаются у неё.

# %% [markdown] lang="en" key="languages"
# ## Change the language
#
# All units exist in English and in Russian, with the same exercises. Close JupyterLab and type
#
# ```sh
# course lab --lang ru
# ```
#
# Each language has a copy of its own: `work/en` and `work/ru`. Answers do not move by themselves, but the code is the
# same in both, so you can paste an answer over. Hand in one of the two.

# %% [markdown] lang="ru" key="languages" of="a24bbe23"
# ## Как сменить язык
#
# Все уроки есть на русском и на английском, упражнения в них одни и те же. Закройте JupyterLab и наберите
#
# ```sh
# course lab --lang en
# ```
#
# У каждого языка своя копия: `work/ru` и `work/en`. Сами ответы не переходят, но код в обеих одинаковый, поэтому
# ответ можно просто вставить. Сдавайте одну из двух.

# %% [markdown] lang="en" key="summary"
# ## Summary
#
# 1. Shift+Enter runs a cell. The kernel remembers whatever has run, in the order in which you ran it.
# 2. First run the answer, then its check. The first hint names the kind of mistake, the second says where to look.
# 3. A ✓ from a check means: right on the open examples. The hidden tests use other inputs.
# 4. Before you hand in: *Restart Kernel and Run All Cells…*, look for the ✓, save.
# 5. What you wrote stays yours. The course never overwrites it.
#
# **Next:** unit 01, derivatives and limits. It begins with a trip and asks how fast you went. Below are a map of the
# course, with shorter routes, and a glossary for looking things up.

# %% [markdown] lang="ru" key="summary" of="33f5445a"
# ## Итоги
#
# 1. Shift+Enter выполняет ячейку. Ядро помнит всё выполненное в том порядке, в каком вы запускали ячейки.
# 2. Сначала выполняют ответ, потом проверку. Первая подсказка называет вид ошибки, вторая говорит, где искать.
# 3. ✓ от проверки значит: на открытых примерах всё верно. Скрытые проверки берут другие данные.
# 4. Перед сдачей: *Restart Kernel and Run All Cells…*, найти все ✓, сохранить.
# 5. Написанное вами остаётся у вас. Курс его не перезаписывает.
#
# **Дальше:** урок 01, производные и пределы. Он начинается с поездки и вопроса, с какой скоростью вы ехали. Ниже —
# карта курса с короткими путями и словарь для справок.

# %% [markdown] lang="en" key="map"
# ## A map of the course
#
# | unit | afterwards you can | minutes | builds on |
# |---|---|---|---|
# | [01 · Derivatives and limits](../01-derivatives-and-limits/derivatives-and-limits.ipynb) | read a derivative as a speed and a slope, and let a computer find it | 95 | — |
# | [02 · The derivative table and the chain rule](../02-chain-rule/chain-rule.ipynb) | differentiate a long formula with a table and the chain rule | 120 | 01 |
# | [03 · The sigmoid and its derivative](../03-sigmoid-derivative/sigmoid-derivative.ipynb) | turn a number into a probability, and say where an activation function lets nothing through | 85 | 01, 02 |
# | [04 · Gradient descent](../04-gradient-descent/gradient-descent.ipynb) | write gradient descent, and predict from the learning rate what it will do | 100 | 01, 02 |
# | [05 · Linear regression](../05-linear-regression/linear-regression.ipynb) | fit many weights at once, and see why the scale of the data matters | 110 | 01, 02, 04 |
# | [06 · SGD and mini-batches](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) | train on random objects and batches, and ask "fastest per what?" | 95 | 04, 05 |
# | [07 · The computation graph](../07-computation-graph/computation-graph.ipynb) | find all derivatives of a formula in one backward pass, and write a small autograd | 90 | 02, 03, 04 |
# | [08 · Logistic regression and softmax](../08-logistic-and-softmax/logistic-and-softmax.ipynb) | sort objects into two classes or many, with a probability for each | 110 | 03, 04, 05, 07 |
# | [09 · From momentum to Adam](../09-momentum-to-adam/momentum-to-adam.ipynb) | write momentum, AdaGrad, RMSprop and Adam, and say what each cures | 95 | 04, 05, 06 |
# | [10 · A neural network](../10-neural-network/neural-network.ipynb) | build a network with a hidden layer, find its gradients and train it | 95 | 03, 07, 08, 09 |
# | [11 · Hyper-parameters and grid search](../11-grid-search/grid-search.ipynb) | choose hyper-parameters with cross-validation and report an honest score | 95 | 04, 05 |
#
# The minutes are for reading, the figure and the exercises together. You can stop anywhere and come back.
#
# Three routes:
#
# 1. **The whole course.** From 01 to 11 in order, an hour and a half for most units. Nothing is assumed that has not been taught before.
# 2. **I only want gradient descent.** 01, the first half of 02 up to the chain rule, then 04. If you want more: 05, 06 and 09, in
#    this order.
# 3. **I know calculus already.** Begin with 04, then 05, 06 and 09. After that 03, 07, 08 and 10, which lead to neural
#    networks, and 11. From 01 and 02 you may want the parts on rounding errors and on the sum over paths.

# %% [markdown] lang="ru" key="map" of="46ce181f"
# ## Карта курса
#
# | урок | после него вы сможете | минуты | опирается на |
# |---|---|---|---|
# | [01 · Производные и пределы](../01-derivatives-and-limits/derivatives-and-limits.ipynb) | понимать производную как скорость и наклон и поручать её компьютеру | 95 | — |
# | [02 · Таблица производных и цепное правило](../02-chain-rule/chain-rule.ipynb) | находить производную длинной формулы по таблице и цепному правилу | 120 | 01 |
# | [03 · Сигмоида и её производная](../03-sigmoid-derivative/sigmoid-derivative.ipynb) | превращать число в вероятность и видеть, где функция активации ничего не пропускает | 85 | 01, 02 |
# | [04 · Градиентный спуск](../04-gradient-descent/gradient-descent.ipynb) | написать градиентный спуск и по скорости обучения предсказать, что он сделает | 100 | 01, 02 |
# | [05 · Линейная регрессия](../05-linear-regression/linear-regression.ipynb) | подбирать сразу много весов и видеть, почему важен масштаб данных | 110 | 01, 02, 04 |
# | [06 · SGD и мини-батчи](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) | обучать на случайных объектах и батчах и спрашивать: быстрее по какому критерию? | 95 | 04, 05 |
# | [07 · Вычислительный граф](../07-computation-graph/computation-graph.ipynb) | находить все производные формулы за один обратный проход и написать маленький autograd | 90 | 02, 03, 04 |
# | [08 · Логистическая регрессия и softmax](../08-logistic-and-softmax/logistic-and-softmax.ipynb) | относить объекты к двум классам или к многим и называть вероятности | 110 | 03, 04, 05, 07 |
# | [09 · От метода моментов до Adam](../09-momentum-to-adam/momentum-to-adam.ipynb) | написать метод моментов, AdaGrad, RMSprop и Adam и сказать, что лечит каждый | 95 | 04, 05, 06 |
# | [10 · Нейронная сеть](../10-neural-network/neural-network.ipynb) | собрать сеть со скрытым слоем, найти её градиенты и обучить её | 95 | 03, 07, 08, 09 |
# | [11 · Гиперпараметры и поиск по сетке](../11-grid-search/grid-search.ipynb) | подбирать гиперпараметры с кросс-валидацией и честно сообщать результат | 95 | 04, 05 |
#
# Минуты — это чтение, рисунок и упражнения вместе. Остановиться можно где угодно и вернуться потом.
#
# Три пути:
#
# 1. **Весь курс.** С 01 по 11 по порядку, на большинство уроков уходит часа полтора. Всё, что понадобится, объяснено раньше.
# 2. **Мне нужен только градиентный спуск.** 01, первая половина 02 до цепного правила, потом 04. Если захочется ещё: 05, 06
#    и 09, именно в таком порядке.
# 3. **Матанализ я знаю.** Начните с 04, потом 05, 06 и 09. Дальше 03, 07, 08 и 10, они ведут к нейронным сетям,
#    и 11. Из 01 и 02 могут пригодиться разделы об ошибках округления и о сумме по путям.

# %% [markdown] lang="en" key="glossary"
# ## Glossary
#
# Each line names the term, the same term in the other language, its symbol, its meaning in one sentence, and the unit that
# explains it. The tables go by topic, within a topic by unit, within a unit by the alphabet.
#
# ### Letters that mean the same everywhere
#
# | symbol | meaning | unit |
# |---|---|---|
# | $\eta$ | learning rate | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | $w$ | weights; $w_0$ is the intercept | [04](../04-gradient-descent/gradient-descent.ipynb), [05](../05-linear-regression/linear-regression.ipynb) |
# | $L$, $Q$ | loss | [04](../04-gradient-descent/gradient-descent.ipynb), [05](../05-linear-regression/linear-regression.ipynb) |
# | $k$ | number of the step | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | $\varepsilon$ | tolerance of a stopping rule, or a guard against division by zero | [04](../04-gradient-descent/gradient-descent.ipynb), [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | $m$, $n$ | number of objects, number of features; in Adam $m$ is the average of the gradients | [05](../05-linear-regression/linear-regression.ipynb) |
# | $\alpha$ | momentum, or the decay of RMSprop; an angle where that is said | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | $\beta_1$, $\beta_2$ | the two decays of Adam | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | $\lambda$ | strength of regularisation, or the scale of a schedule; an eigenvalue where that is said | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb), [05](../05-linear-regression/linear-regression.ipynb) |
# | $\sigma$ | the sigmoid; a standard deviation where that is said | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb), [05](../05-linear-regression/linear-regression.ipynb) |

# %% [markdown] lang="ru" key="glossary" of="228dad33"
# ## Словарь
#
# В каждой строке: термин, он же на другом языке, знак, смысл в одном предложении и урок, где термин объяснён. Таблицы
# идут по темам, внутри темы — по урокам, внутри урока — по английскому термину.
#
# ### Буквы, которые везде значат одно и то же
#
# | знак | что он значит | урок |
# |---|---|---|
# | $\eta$ | скорость обучения | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | $w$ | веса; $w_0$ — свободный член | [04](../04-gradient-descent/gradient-descent.ipynb), [05](../05-linear-regression/linear-regression.ipynb) |
# | $L$, $Q$ | потери | [04](../04-gradient-descent/gradient-descent.ipynb), [05](../05-linear-regression/linear-regression.ipynb) |
# | $k$ | номер шага | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | $\varepsilon$ | порог критерия останова или защита от деления на ноль | [04](../04-gradient-descent/gradient-descent.ipynb), [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | $m$, $n$ | число объектов, число признаков; в Adam $m$ — среднее градиентов | [05](../05-linear-regression/linear-regression.ipynb) |
# | $\alpha$ | сохраняемая доля в методе моментов или затухание в RMSprop; угол, если так сказано | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | $\beta_1$, $\beta_2$ | два коэффициента затухания в Adam | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | $\lambda$ | сила регуляризации или масштаб расписания шага; собственное значение, если так сказано | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb), [05](../05-linear-regression/linear-regression.ipynb) |
# | $\sigma$ | сигмоида; стандартное отклонение, если так сказано | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb), [05](../05-linear-regression/linear-regression.ipynb) |

# %% [markdown] lang="en" key="glossary-derivatives"
# ### Derivatives
#
# | term | in Russian | symbol | meaning | unit |
# |---|---|---|---|---|
# | central difference | центральная разность | $\frac{f(x_0 + h) - f(x_0 - h)}{2h}$ | The slope of a secant through one point on each side of the place. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | derivative | производная | $f'(x_0)$ | How fast a function grows at a point. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | difference quotient | разностное отношение | $\frac{\Delta f}{\Delta x}$ | The mean speed between two points. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | forward difference | правая разность | $\frac{f(x_0 + h) - f(x_0)}{h}$ | The difference quotient with a small step to the right. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | gradient | градиент | $\nabla f$ | The vector of all partial derivatives; the function grows fastest along it. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | increment | приращение | $\Delta x$ | The step from a point to a new one, of either sign. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | limit | предел | $\lim$ | The number that values approach as closely as we like, without having to reach it. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | partial derivative | частная производная | $\frac{\partial f}{\partial x_k}$ | The derivative when one variable moves and the others keep still. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | secant | секущая | — | The straight line through two points of a curve. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | slope | наклон | $\tan \alpha$ | How steep a line is: rise divided by run. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | tangent | касательная | $f_l(x)$ | The line that a secant becomes when its two points meet. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | chain rule | цепное правило | $f'(u) \, g'(x)$ | The rates of functions inside each other multiply. | [02](../02-chain-rule/chain-rule.ipynb) |
# | composite function | сложная функция | $f(g(x))$ | A function whose input is the output of another one. | [02](../02-chain-rule/chain-rule.ipynb) |
# | local rate | локальная скорость | — | The derivative of one link of a chain, taken at what enters the link. | [02](../02-chain-rule/chain-rule.ipynb) |

# %% [markdown] lang="ru" key="glossary-derivatives" of="387e76b1"
# ### Производные
#
# | термин | по-английски | знак | что это значит | урок |
# |---|---|---|---|---|
# | центральная разность | central difference | $\frac{f(x_0 + h) - f(x_0 - h)}{2h}$ | Наклон секущей через две точки, по одной с каждой стороны. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | производная | derivative | $f'(x_0)$ | Насколько быстро функция растёт в точке. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | разностное отношение | difference quotient | $\frac{\Delta f}{\Delta x}$ | Средняя скорость между двумя точками. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | правая разность | forward difference | $\frac{f(x_0 + h) - f(x_0)}{h}$ | Разностное отношение с малым шагом вправо. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | градиент | gradient | $\nabla f$ | Вектор всех частных производных; вдоль него функция растёт быстрее всего. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | приращение | increment | $\Delta x$ | Шаг от точки к новой точке, любого знака. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | предел | limit | $\lim$ | Число, к которому значения подходят сколь угодно близко и которого не обязаны достигать. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | частная производная | partial derivative | $\frac{\partial f}{\partial x_k}$ | Производная, когда меняется одна переменная, а остальные стоят на месте. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | секущая | secant | — | Прямая через две точки кривой. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | наклон | slope | $\tan \alpha$ | Крутизна прямой: подъём, делённый на сдвиг вправо. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | касательная | tangent | $f_l(x)$ | Прямая, в которую переходит секущая, когда её точки сходятся. | [01](../01-derivatives-and-limits/derivatives-and-limits.ipynb) |
# | цепное правило | chain rule | $f'(u) \, g'(x)$ | Скорости вложенных функций перемножаются. | [02](../02-chain-rule/chain-rule.ipynb) |
# | сложная функция | composite function | $f(g(x))$ | Функция, на вход которой подан выход другой функции. | [02](../02-chain-rule/chain-rule.ipynb) |
# | локальная скорость | local rate | — | Производная одного звена цепочки при том значении, которое в него входит. | [02](../02-chain-rule/chain-rule.ipynb) |

# %% [markdown] lang="en" key="glossary-probability"
# ### Scores and probabilities
#
# | term | in Russian | symbol | meaning | unit |
# |---|---|---|---|---|
# | dot product | скалярное произведение | $x \cdot w$ | Multiply in pairs, then add up. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | logit | логит | $\ln \frac{p}{1 - p}$ | The score that belongs to a probability; the inverse of the sigmoid. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | odds | шансы | $\frac{p}{1 - p}$ | The probability of yes, divided by the probability of no. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | probability | вероятность | $p$ | A number from 0 to 1 that says how sure the model is. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | score | взвешенная сумма | $z$ | What a model computes before it is turned into a probability. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | sigmoid | сигмоида | $\sigma(z)$ | The curve that squeezes any number into the interval from 0 to 1. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | classification | классификация | — | The task of naming the class of an object. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | cross-entropy | перекрёстная энтропия | $-\ln p_y$ | The mean over the objects of minus the logarithm of the probability of the right class. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | decision boundary | граница классов | $z = 0$ | The points where the answer of a classifier changes. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | L2 regularisation | L2-регуляризация | $\lambda \sum_{j=1}^{n} w_j^2$ | A price for large weights; the intercept is free. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | log-loss | логистические потери | $\ell(y, p)$ | The mean over the objects of minus the logarithm of what the right one of two classes got. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | log-odds | логарифм шансов | $z$ | The logarithm of the odds, another name of the logit. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | log-sum-exp | log-sum-exp | $\ln \sum_{k=1}^{K} e^{z_k}$ | A smooth maximum: a little more than the largest score. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | logistic regression | логистическая регрессия | $p = \sigma(Xw)$ | Classification by a weighted sum of features and the sigmoid. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | one-hot | унитарный код | — | A row of zeros with a single one, for the right class. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | one-vs-rest | один против остальных | — | One classifier for each class against all others. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | softmax | софтмакс | $\frac{e^{z_j}}{\sum_{k=1}^{K} e^{z_k}}$ | Turns scores into probabilities that add up to 1. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | temperature | температура | $T$ | Divides the scores before softmax: cold makes surer, hot less sure. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | threshold | порог | — | From this probability on, the second class is named. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |

# %% [markdown] lang="ru" key="glossary-probability" of="cd3906e5"
# ### Суммы и вероятности
#
# | термин | по-английски | знак | что это значит | урок |
# |---|---|---|---|---|
# | скалярное произведение | dot product | $x \cdot w$ | Перемножить попарно и сложить. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | логит | logit | $\ln \frac{p}{1 - p}$ | Взвешенная сумма, которая отвечает вероятности; функция, обратная к сигмоиде. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | шансы | odds | $\frac{p}{1 - p}$ | Вероятность «да», делённая на вероятность «нет». | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | вероятность | probability | $p$ | Число от 0 до 1: насколько модель уверена. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | взвешенная сумма | score | $z$ | То, что модель вычисляет до перевода в вероятность. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | сигмоида | sigmoid | $\sigma(z)$ | Кривая, которая любое число переводит в промежуток от 0 до 1. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | классификация | classification | — | Задача определить класс объекта. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | перекрёстная энтропия | cross-entropy | $-\ln p_y$ | Среднее по объектам: минус логарифм вероятности верного класса. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | граница классов | decision boundary | $z = 0$ | Точки, в которых ответ классификатора меняется. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | L2-регуляризация | L2 regularisation | $\lambda \sum_{j=1}^{n} w_j^2$ | Плата за большие веса; свободный член бесплатен. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | логистические потери | log-loss | $\ell(y, p)$ | Среднее по объектам: минус логарифм того, что досталось верному из двух классов. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | логарифм шансов | log-odds | $z$ | Логарифм шансов — другое имя логита. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | log-sum-exp | log-sum-exp | $\ln \sum_{k=1}^{K} e^{z_k}$ | Плавный максимум: немного больше наибольшей из взвешенных сумм. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | логистическая регрессия | logistic regression | $p = \sigma(Xw)$ | Классификация по взвешенной сумме признаков и сигмоиде. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | унитарный код | one-hot | — | Строка из нулей с одной единицей на месте верного класса. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | один против остальных | one-vs-rest | — | Свой классификатор для каждого класса против всех прочих. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | софтмакс | softmax | $\frac{e^{z_j}}{\sum_{k=1}^{K} e^{z_k}}$ | Превращает взвешенные суммы в вероятности, которые в сумме дают 1. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | температура | temperature | $T$ | Делит взвешенные суммы перед softmax: чем холоднее, тем увереннее ответ. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |
# | порог | threshold | — | Вероятность, начиная с которой выбирают второй класс. | [08](../08-logistic-and-softmax/logistic-and-softmax.ipynb) |

# %% [markdown] lang="en" key="glossary-descent"
# ### Loss and descent
#
# | term | in Russian | symbol | meaning | unit |
# |---|---|---|---|---|
# | anti-gradient | антиградиент | $-\nabla L$ | The vector opposite to the gradient; along it the loss falls fastest. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | converges | сходится | — | A path converges when it comes as close to one point as we like and stays close. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | convex | выпуклая | — | A curve is convex when no straight line between two of its points runs below it. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | diverges | расходится | — | A path diverges when it moves ever farther away. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | factor | множитель | $q = 1 - 2\eta$ | What one step multiplies the weight by, on the parabola of the course. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | gradient descent | градиентный спуск | — | Step after step against the gradient. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | hyper-parameter | гиперпараметр | — | A number that you choose before training and the method does not find. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | learning rate | скорость обучения | $\eta$ | What the slope is multiplied by to get the step. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | loss function | функция потерь | $L$ | Says how bad a choice of weights is. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | step number | номер шага | $k$ | How many updates have been made. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | stopping rule | критерий останова | — | The condition under which a search ends. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | tolerance | порог | $\varepsilon$ | How small is small enough for a stopping rule. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | update rule | правило обновления | $w_{k+1} = w_k - \eta \, L'(w_k)$ | The one line that gradient descent repeats. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | valley | долина | — | A minimum of the loss with the slopes that lead down to it. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | weights | веса | $w$ | The numbers inside a model that training may change. | [04](../04-gradient-descent/gradient-descent.ipynb) |

# %% [markdown] lang="ru" key="glossary-descent" of="d748011e"
# ### Потери и спуск
#
# | термин | по-английски | знак | что это значит | урок |
# |---|---|---|---|---|
# | антиградиент | anti-gradient | $-\nabla L$ | Вектор, противоположный градиенту; вдоль него потери убывают быстрее всего. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | сходится | converges | — | Путь сходится, если подходит к одной точке сколь угодно близко и остаётся рядом. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | выпуклая | convex | — | Кривая выпуклая, если никакой отрезок между её точками не проходит ниже неё. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | расходится | diverges | — | Путь расходится, если уходит всё дальше. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | множитель | factor | $q = 1 - 2\eta$ | На что один шаг умножает вес, если потери — парабола этого курса. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | градиентный спуск | gradient descent | — | Шаг за шагом против градиента. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | гиперпараметр | hyper-parameter | — | Число, которое выбираете вы до обучения: метод его не находит. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | скорость обучения | learning rate | $\eta$ | На что умножают наклон, чтобы получить шаг. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | функция потерь | loss function | $L$ | Говорит, насколько плох набор весов. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | номер шага | step number | $k$ | Сколько обновлений сделано. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | критерий останова | stopping rule | — | Условие, при котором поиск заканчивается. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | порог | tolerance | $\varepsilon$ | Что для критерия останова уже достаточно мало. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | правило обновления | update rule | $w_{k+1} = w_k - \eta \, L'(w_k)$ | Единственная строка, которую повторяет градиентный спуск. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | долина | valley | — | Минимум потерь вместе со склонами, которые ведут к нему вниз. | [04](../04-gradient-descent/gradient-descent.ipynb) |
# | веса | weights | $w$ | Числа внутри модели, которые обучение может менять. | [04](../04-gradient-descent/gradient-descent.ipynb) |

# %% [markdown] lang="en" key="glossary-regression"
# ### Data, regression and scale
#
# | term | in Russian | symbol | meaning | unit |
# |---|---|---|---|---|
# | condition number | число обусловленности | $\kappa$ | The largest eigenvalue divided by the smallest: how narrow the ravine is. | [05](../05-linear-regression/linear-regression.ipynb) |
# | eigenvalue | собственное значение | $\lambda$ | How strongly the loss curves in one of its special directions. | [05](../05-linear-regression/linear-regression.ipynb) |
# | empirical risk | эмпирический риск | — | The mean loss on the data at hand. | [05](../05-linear-regression/linear-regression.ipynb) |
# | features | признаки | $x$ | The numbers that describe an object. | [05](../05-linear-regression/linear-regression.ipynb) |
# | initialisation | инициализация | — | The choice of the first weights. | [05](../05-linear-regression/linear-regression.ipynb) |
# | intercept | свободный член | $w_0$ | The weight that is added without a feature. | [05](../05-linear-regression/linear-regression.ipynb) |
# | linear regression | линейная регрессия | $y = w_0 + w_1 x$ | Predicts a number with a weighted sum of the features. | [05](../05-linear-regression/linear-regression.ipynb) |
# | mean squared error | среднеквадратичная ошибка | $J$ | The mean of the squared residuals, MSE for short. | [05](../05-linear-regression/linear-regression.ipynb) |
# | multistart | мультистарт | — | Descend from several starts and keep the best end. | [05](../05-linear-regression/linear-regression.ipynb) |
# | norm | норма | $\|w\|$ | The length of a vector. | [05](../05-linear-regression/linear-regression.ipynb) |
# | ravine | овраг | — | A loss that is steep one way and almost flat the other way. | [05](../05-linear-regression/linear-regression.ipynb) |
# | residual | остаток | $\hat{y} - y$ | Prediction minus answer. | [05](../05-linear-regression/linear-regression.ipynb) |
# | standard deviation | стандартное отклонение | $\sigma$ | The root of the mean squared distance from the mean. | [05](../05-linear-regression/linear-regression.ipynb) |
# | standardising | стандартизация | — | Bringing every column to mean 0 and spread 1. | [05](../05-linear-regression/linear-regression.ipynb) |
# | step schedules | расписания шага | $\eta_k$ | Rules that say how the step depends on its number. | [05](../05-linear-regression/linear-regression.ipynb) |

# %% [markdown] lang="ru" key="glossary-regression" of="2beecdf1"
# ### Данные, регрессия и масштаб
#
# | термин | по-английски | знак | что это значит | урок |
# |---|---|---|---|---|
# | число обусловленности | condition number | $\kappa$ | Наибольшее собственное значение, делённое на наименьшее: насколько узок овраг. | [05](../05-linear-regression/linear-regression.ipynb) |
# | собственное значение | eigenvalue | $\lambda$ | Насколько сильно потери изогнуты в одном из особых направлений. | [05](../05-linear-regression/linear-regression.ipynb) |
# | эмпирический риск | empirical risk | — | Средние потери на имеющихся данных. | [05](../05-linear-regression/linear-regression.ipynb) |
# | признаки | features | $x$ | Числа, которые описывают объект. | [05](../05-linear-regression/linear-regression.ipynb) |
# | инициализация | initialisation | — | Выбор первых весов. | [05](../05-linear-regression/linear-regression.ipynb) |
# | свободный член | intercept | $w_0$ | Вес, который прибавляется без признака. | [05](../05-linear-regression/linear-regression.ipynb) |
# | линейная регрессия | linear regression | $y = w_0 + w_1 x$ | Предсказывает число взвешенной суммой признаков. | [05](../05-linear-regression/linear-regression.ipynb) |
# | среднеквадратичная ошибка | mean squared error | $J$ | Среднее квадратов остатков, коротко MSE. | [05](../05-linear-regression/linear-regression.ipynb) |
# | мультистарт | multistart | — | Спуститься из нескольких начальных точек и оставить лучший результат. | [05](../05-linear-regression/linear-regression.ipynb) |
# | норма | norm | $\|w\|$ | Длина вектора. | [05](../05-linear-regression/linear-regression.ipynb) |
# | овраг | ravine | — | Потери, крутые в одном направлении и почти плоские в другом. | [05](../05-linear-regression/linear-regression.ipynb) |
# | остаток | residual | $\hat{y} - y$ | Предсказание минус ответ. | [05](../05-linear-regression/linear-regression.ipynb) |
# | стандартное отклонение | standard deviation | $\sigma$ | Корень из среднего квадрата расстояния до среднего. | [05](../05-linear-regression/linear-regression.ipynb) |
# | стандартизация | standardising | — | Приведение каждого столбца к среднему 0 и разбросу 1. | [05](../05-linear-regression/linear-regression.ipynb) |
# | расписания шага | step schedules | $\eta_k$ | Правила, по которым шаг зависит от своего номера. | [05](../05-linear-regression/linear-regression.ipynb) |

# %% [markdown] lang="en" key="glossary-batches"
# ### Random objects and batches
#
# | term | in Russian | symbol | meaning | unit |
# |---|---|---|---|---|
# | batch size | размер батча | $b$ | The number of objects in a mini-batch. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | epoch | эпоха | — | One pass through all objects. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | expectation | математическое ожидание | $\mathbb{E}$ | The mean over everything that chance may bring. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | full gradient | полный градиент | $\nabla Q$ | The gradient over all objects at once. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | mini-batch | мини-батч | — | A few objects on which one step is based. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | noise | шум | $\xi$ | What a batch says minus the full gradient. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | noise floor | шумовой порог | — | The level that descent with noise and a constant step does not pass on average. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | Robbins–Monro conditions | условия Роббинса — Монро | $\sum \eta_k = \infty$, $\sum \eta_k^2 < \infty$ | Steps that shrink slowly enough to arrive and fast enough to let the noise die out. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | stochastic gradient descent | стохастический градиентный спуск | $\nabla q_{i_k}$ | Every step uses one random object, SGD for short. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | unbiased | несмещённая | — | An estimate is unbiased when it is right on average. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | variance | дисперсия | $\sigma^2$ | The mean of the squared noise. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |

# %% [markdown] lang="ru" key="glossary-batches" of="e2513016"
# ### Случайные объекты и батчи
#
# | термин | по-английски | знак | что это значит | урок |
# |---|---|---|---|---|
# | размер батча | batch size | $b$ | Число объектов в мини-батче. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | эпоха | epoch | — | Один проход по всем объектам. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | математическое ожидание | expectation | $\mathbb{E}$ | Среднее по всему, что может выпасть случайно. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | полный градиент | full gradient | $\nabla Q$ | Градиент сразу по всем объектам. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | мини-батч | mini-batch | — | Несколько объектов, по которым делается один шаг. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | шум | noise | $\xi$ | То, что говорит батч, минус полный градиент. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | шумовой порог | noise floor | — | Уровень, ниже которого спуск с шумом и постоянным шагом в среднем не опускается. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | условия Роббинса — Монро | Robbins–Monro conditions | $\sum \eta_k = \infty$, $\sum \eta_k^2 < \infty$ | Шаги убывают так медленно, что спуск доходит, и так быстро, что шум угасает. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | стохастический градиентный спуск | stochastic gradient descent | $\nabla q_{i_k}$ | Каждый шаг делается по одному случайному объекту, коротко SGD. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | несмещённая | unbiased | — | Оценка несмещённая, если она верна в среднем. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |
# | дисперсия | variance | $\sigma^2$ | Среднее квадрата шума. | [06](../06-sgd-and-mini-batch/sgd-and-mini-batch.ipynb) |

# %% [markdown] lang="en" key="glossary-networks"
# ### Graphs and networks
#
# | term | in Russian | symbol | meaning | unit |
# |---|---|---|---|---|
# | activation function | функция активации | — | What a neuron does to its score. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | neuron | нейрон | — | A score, sent through an activation function. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | ReLU | ReLU | $\max(0, z)$ | Lets positive numbers pass and makes 0 of negative ones. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | saturation | насыщение | — | An activation function is so close to its end value that it hardly reacts. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | vanishing gradient | затухание градиента | $\left( \frac{1}{4} \right)^d$ | The product of many small slopes is almost nothing. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | automatic differentiation | автоматическое дифференцирование | — | A program finds derivatives by remembering how each number was made; autograd for short. | [07](../07-computation-graph/computation-graph.ipynb) |
# | backpropagation | обратное распространение ошибки | — | The usual name of the backward pass. | [07](../07-computation-graph/computation-graph.ipynb) |
# | backward pass | обратный проход | — | The walk through the graph from the loss back to the parameters. | [07](../07-computation-graph/computation-graph.ipynb) |
# | computation graph | вычислительный граф | — | A formula drawn as boxes that hand their values on. | [07](../07-computation-graph/computation-graph.ipynb) |
# | forward pass | прямой проход | — | Computing the values from left to right. | [07](../07-computation-graph/computation-graph.ipynb) |
# | local derivatives | локальные производные | $\frac{\partial S}{\partial G}$ | The derivatives of one box with respect to what enters it. | [07](../07-computation-graph/computation-graph.ipynb) |
# | parameters | параметры | — | The numbers that learning changes. | [07](../07-computation-graph/computation-graph.ipynb) |
# | topological order | топологический порядок | — | An order in which every value comes after all it was made from. | [07](../07-computation-graph/computation-graph.ipynb) |
# | bias | сдвиг | $b$ | The intercept of a neuron. | [10](../10-neural-network/neural-network.ipynb) |
# | breaking the symmetry | нарушение симметрии | — | A random start, so that the neurons do not all learn the same. | [10](../10-neural-network/neural-network.ipynb) |
# | fully connected | полносвязный | — | A layer is fully connected when every neuron sees all inputs. | [10](../10-neural-network/neural-network.ipynb) |
# | hidden layer | скрытый слой | $H$ | Neurons between the inputs and the output. | [10](../10-neural-network/neural-network.ipynb) |
# | multilayer perceptron | многослойный перцептрон | — | A network of layer after layer without loops, MLP for short. | [10](../10-neural-network/neural-network.ipynb) |
# | neural network | нейронная сеть | — | Neurons that hand their results on to other neurons. | [10](../10-neural-network/neural-network.ipynb) |

# %% [markdown] lang="ru" key="glossary-networks" of="47e3f1df"
# ### Графы и сети
#
# | термин | по-английски | знак | что это значит | урок |
# |---|---|---|---|---|
# | функция активации | activation function | — | То, что нейрон делает со своей взвешенной суммой. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | нейрон | neuron | — | Взвешенная сумма, пропущенная через функцию активации. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | ReLU | ReLU | $\max(0, z)$ | Пропускает положительные числа, а отрицательные превращает в 0. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | насыщение | saturation | — | Функция активации так близка к своему крайнему значению, что почти не отзывается. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | затухание градиента | vanishing gradient | $\left( \frac{1}{4} \right)^d$ | Произведение многих малых наклонов почти равно нулю. | [03](../03-sigmoid-derivative/sigmoid-derivative.ipynb) |
# | автоматическое дифференцирование | automatic differentiation | — | Программа находит производные, запоминая, из чего получено каждое число; коротко autograd. | [07](../07-computation-graph/computation-graph.ipynb) |
# | обратное распространение ошибки | backpropagation | — | Обычное название обратного прохода. | [07](../07-computation-graph/computation-graph.ipynb) |
# | обратный проход | backward pass | — | Проход по графу от потерь назад, к параметрам. | [07](../07-computation-graph/computation-graph.ipynb) |
# | вычислительный граф | computation graph | — | Формула, нарисованная как коробки, которые передают друг другу значения. | [07](../07-computation-graph/computation-graph.ipynb) |
# | прямой проход | forward pass | — | Вычисление значений слева направо. | [07](../07-computation-graph/computation-graph.ipynb) |
# | локальные производные | local derivatives | $\frac{\partial S}{\partial G}$ | Производные одной коробки по тому, что в неё входит. | [07](../07-computation-graph/computation-graph.ipynb) |
# | параметры | parameters | — | Числа, которые меняет обучение. | [07](../07-computation-graph/computation-graph.ipynb) |
# | топологический порядок | topological order | — | Порядок, в котором каждое значение стоит после всех, из которых получено. | [07](../07-computation-graph/computation-graph.ipynb) |
# | сдвиг | bias | $b$ | Свободный член нейрона. | [10](../10-neural-network/neural-network.ipynb) |
# | нарушение симметрии | breaking the symmetry | — | Случайное начало, чтобы нейроны не учились одному и тому же. | [10](../10-neural-network/neural-network.ipynb) |
# | полносвязный | fully connected | — | Слой полносвязный, если каждый нейрон видит все входы. | [10](../10-neural-network/neural-network.ipynb) |
# | скрытый слой | hidden layer | $H$ | Нейроны между входами и выходом. | [10](../10-neural-network/neural-network.ipynb) |
# | многослойный перцептрон | multilayer perceptron | — | Сеть, в которой слои идут друг за другом, без петель, коротко MLP. | [10](../10-neural-network/neural-network.ipynb) |
# | нейронная сеть | neural network | — | Нейроны, которые передают свои результаты другим нейронам. | [10](../10-neural-network/neural-network.ipynb) |

# %% [markdown] lang="en" key="glossary-optimisers"
# ### Optimisers
#
# | term | in Russian | symbol | meaning | unit |
# |---|---|---|---|---|
# | AdaGrad | AdaGrad | $G$ | Divides each weight's step by the root of the sum of all its squared gradients. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | Adam | Adam | $m$, $v$ | Momentum and RMSprop together, both averages corrected for their start at zero. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | bias correction | поправка на смещение | $1 - \beta^t$ | Division that undoes the pull of the zero with which an average began. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | effective step | эффективный шаг | $\frac{\eta}{1 - \alpha}$ | What momentum multiplies a constant gradient by in the end. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | inertia | инерция | $h$ | What a step keeps of the steps before it. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | local minimum | локальный минимум | — | A place lower than its neighbourhood, but perhaps not the lowest of all. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | momentum | метод моментов | $\alpha$ | Descent that adds up fading gradients; the symbol is the part that is kept. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | optimiser | оптимизатор | — | A rule that makes steps out of gradients. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | RMSprop | RMSprop | $G$ | Divides by the root of an average of squares that forgets old ones. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | saddle | седло | — | A minimum in one direction and a maximum in another. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |

# %% [markdown] lang="ru" key="glossary-optimisers" of="37a0ca67"
# ### Оптимизаторы
#
# | термин | по-английски | знак | что это значит | урок |
# |---|---|---|---|---|
# | AdaGrad | AdaGrad | $G$ | Делит шаг каждого веса на корень из суммы квадратов всех его градиентов. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | Adam | Adam | $m$, $v$ | Метод моментов и RMSprop вместе, оба средних с поправкой на нулевое начало. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | поправка на смещение | bias correction | $1 - \beta^t$ | Деление, которое убирает тягу к нулю, с которого началось среднее. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | эффективный шаг | effective step | $\frac{\eta}{1 - \alpha}$ | На что метод моментов в итоге умножает постоянный градиент. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | инерция | inertia | $h$ | То, что шаг сохраняет от прежних шагов. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | локальный минимум | local minimum | — | Место ниже всех соседних, но, возможно, не самое низкое. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | метод моментов | momentum | $\alpha$ | Спуск, который складывает затухающие градиенты; знак обозначает сохраняемую долю. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | оптимизатор | optimiser | — | Правило, которое делает из градиентов шаги. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | RMSprop | RMSprop | $G$ | Делит на корень из среднего квадратов, которое забывает старые. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |
# | седло | saddle | — | Минимум в одном направлении и максимум в другом. | [09](../09-momentum-to-adam/momentum-to-adam.ipynb) |

# %% [markdown] lang="en" key="glossary-choosing"
# ### Choosing and checking
#
# | term | in Russian | symbol | meaning | unit |
# |---|---|---|---|---|
# | cross-validation | кросс-валидация | $K$ | Every part of the data is once held out and predicted by a model that has not seen it. | [11](../11-grid-search/grid-search.ipynb) |
# | folds | блоки | — | The parts of nearly equal size into which the data are cut. | [11](../11-grid-search/grid-search.ipynb) |
# | grid | сетка | — | All combinations of the values to be tried. | [11](../11-grid-search/grid-search.ipynb) |
# | leakage | утечка данных | — | Something about the validation objects gets into the training. | [11](../11-grid-search/grid-search.ipynb) |
# | pipeline | конвейер | — | Steps of the work chained together and trained as one model. | [11](../11-grid-search/grid-search.ipynb) |
# | score | оценка | $\bar{s}$ | A number that says how good a model is, a metric; larger is better. | [11](../11-grid-search/grid-search.ipynb) |
# | state of the optimiser | состояние оптимизатора | — | What an optimiser remembers and the finished model does not need. | [11](../11-grid-search/grid-search.ipynb) |
# | test part | тестовая часть | — | Objects that have had no part in any choice and are used once. | [11](../11-grid-search/grid-search.ipynb) |
# | validation part | контрольная часть | — | Objects on which choices are compared. | [11](../11-grid-search/grid-search.ipynb) |

# %% [markdown] lang="ru" key="glossary-choosing" of="5e3c7b73"
# ### Выбор и проверка
#
# | термин | по-английски | знак | что это значит | урок |
# |---|---|---|---|---|
# | кросс-валидация | cross-validation | $K$ | Каждую часть данных один раз откладывают, и её предсказывает модель, которая её не видела. | [11](../11-grid-search/grid-search.ipynb) |
# | блоки | folds | — | Почти равные части, на которые разрезаны данные. | [11](../11-grid-search/grid-search.ipynb) |
# | сетка | grid | — | Все сочетания значений, которые надо попробовать. | [11](../11-grid-search/grid-search.ipynb) |
# | утечка данных | leakage | — | Что-то о контрольных объектах попадает в обучение. | [11](../11-grid-search/grid-search.ipynb) |
# | конвейер | pipeline | — | Шаги работы, соединённые в цепочку и обучаемые как одна модель. | [11](../11-grid-search/grid-search.ipynb) |
# | оценка | score | $\bar{s}$ | Число, которое говорит, насколько модель хороша, то есть метрика; больше — лучше. | [11](../11-grid-search/grid-search.ipynb) |
# | состояние оптимизатора | state of the optimiser | — | То, что помнит оптимизатор и что не нужно готовой модели. | [11](../11-grid-search/grid-search.ipynb) |
# | тестовая часть | test part | — | Объекты, которые не участвовали ни в каком выборе и нужны один раз. | [11](../11-grid-search/grid-search.ipynb) |
# | контрольная часть | validation part | — | Объекты, на которых сравнивают варианты. | [11](../11-grid-search/grid-search.ipynb) |
