"""Degrees Celsius in degrees Fahrenheit."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def fahrenheit(celsius):
    return 1.8 * celsius + 32


fahrenheit.example(20.0)
fahrenheit.example(36.625)  # all digits matter
fahrenheit.example(np.array([-40.0, 0.5]))
fahrenheit.example(np.array([[3, 21], [100, -7]]))


@fahrenheit.probe("simple")
def _(answer, rng):
    # Whole multiples of five, for which the answer is whole too: from deep cold to molten iron.
    return [answer(5 * int(c)) for c in rng.integers((-50, 20, 300), (0, 300, 4000))]


@fahrenheit.probe("general")
def _(answer, rng):
    return [answer(float(c)) for c in (*rng.normal(scale=40.0, size=4), rng.uniform(120.0, 900.0))]


@fahrenheit.probe("vector")
def _(answer, rng):
    # Whole numbers for which the answer is not whole, one of them beyond the table of the lesson.
    whole = rng.permutation(5 * rng.integers((-20, -20, -20, 30), 80) + 1)
    return [answer(rng.normal(scale=40.0, size=6)), answer(rng.uniform(-50.0, 50.0, size=(2, 3))), answer(whole)]


@fahrenheit.mistake(
    en=("The factor is right, but a part of the formula is missing.", "Water freezes at 0 °C. What does your function give there, and what does the table say?"),
    ru=("Множитель верный, но часть формулы пропала.", "Вода замерзает при 0 °C. Что там даёт ваша функция и что стоит в таблице?"),
)
def offset_forgotten(celsius):
    return 1.8 * celsius


@fahrenheit.mistake(
    en=("The shift is there, but one degree Celsius counts as one degree Fahrenheit.", "From 0 to 100 °C the other scale climbs by 180 degrees. Where does your function say so?"),
    ru=("Сдвиг есть, но один градус Цельсия считается за один градус Фаренгейта.", "От 0 до 100 °C другая шкала проходит 180 градусов. Где это в вашей функции?"),
)
def factor_forgotten(celsius):
    return celsius + 32


@fahrenheit.mistake(
    en=("The two operations come in the wrong order.", "Multiply first, add afterwards. What does your formula do first with 0 °C?"),
    ru=("Два действия идут не в том порядке.", "Сначала умножение, потом сложение. Что ваша формула первым делом делает с 0 °C?"),
)
def offset_first(celsius):
    return 1.8 * (celsius + 32)


@fahrenheit.mistake(
    en=("Both numbers are there, but each does the work of the other.", "Put 0 °C into your formula by hand: which number is left over, and what does the table say?"),
    ru=("Оба числа на месте, но каждое делает работу другого.", "Подставьте в формулу 0 °C вручную: какое число остаётся и что стоит в таблице?"),
)
def numbers_swapped(celsius):
    return 32 * celsius + 1.8


@fahrenheit.mistake(
    en=("This is the way back, from Fahrenheit to Celsius.", "The argument is in degrees Celsius. Should 100 become larger or smaller?"),
    ru=("Это обратный перевод, из градусов Фаренгейта в градусы Цельсия.", "Аргумент — градусы Цельсия. Число 100 должно стать больше или меньше?"),
)
def the_way_back(celsius):
    return (celsius - 32) / 1.8


@fahrenheit.mistake(
    en=("The factor comes out upside down: it is 5/9.", "A degree Fahrenheit is the smaller one, so there must be more of them. Is your factor larger than 1?"),
    ru=("Множитель получился перевёрнутым: он равен 5/9.", "Градус Фаренгейта меньше, поэтому таких градусов должно быть больше. Ваш множитель больше единицы?"),
)
def upside_down(celsius):
    return 5 / 9 * celsius + 32


@fahrenheit.mistake(
    en=("The shift has the wrong sign.", "At 0 °C the other thermometer shows a positive number."),
    ru=("У сдвига не тот знак.", "При 0 °C другой термометр показывает положительное число."),
)
def minus_offset(celsius):
    return 1.8 * celsius - 32


@fahrenheit.mistake(
    en=("This is another scale: the result is in kelvins.", "Degrees Fahrenheit need a factor as well as a shift."),
    ru=("Это другая шкала: результат в кельвинах.", "Для градусов Фаренгейта нужен не только сдвиг, но и множитель."),
)
def kelvins(celsius):
    return celsius + 273.15


@fahrenheit.mistake(
    en=("This is the rule of thumb for mental arithmetic, and it is exact at 10 °C only.", "Use the exact factor and the exact shift of the task."),
    ru=("Это правило для счёта в уме, оно точно только при 10 °C.", "Возьмите точный множитель и точный сдвиг из условия."),
)
def rule_of_thumb(celsius):
    return 2 * celsius + 30


@fahrenheit.mistake(
    en=("The formula is right, but the result is rounded to a whole number.", "The task asks for the number itself. Leave all its digits."),
    ru=("Формула верна, но результат округлён до целого.", "В задании нужно само число. Оставьте все его цифры."),
)
def rounded(celsius):
    return np.round(1.8 * celsius + 32)


@fahrenheit.mistake(
    en=("The formula is right, but the result has lost everything after the decimal point.", "Look for the sign // or for a call that makes whole numbers."),
    ru=("Формула верна, но у результата пропала дробная часть.", "Поищите знак // или вызов, который делает числа целыми."),
)
def cut_off(celsius):
    return celsius * 9 // 5 + 32


@fahrenheit.mistake(
    en=("The formula is right, but the result is rounded to one decimal.", "Nothing is rounded in the task. Which call takes your digits away?"),
    ru=("Формула верна, но результат округлён до десятых.", "В задании ничего не округляют. Какой вызов отбрасывает цифры?"),
)
def rounded_to_tenths(celsius):
    return np.round(1.8 * celsius + 32, 1)


@fahrenheit.mistake(
    en=("The formula is right, but the result is rounded to two decimals.", "Round for people, if at all, when you print. What the function returns keeps its digits."),
    ru=("Формула верна, но результат округлён до сотых.", "Округлять стоит разве что при печати, для людей. Функция возвращает число со всеми цифрами."),
)
def rounded_to_hundredths(celsius):
    return np.round(1.8 * celsius + 32, 2)


@fahrenheit.mistake(
    en=("Two results come back where one is due, and the first of them is 1.", "Python writes decimals with a point. What does it make of a comma?"),
    ru=("Возвращаются два результата вместо одного, и первый из них — 1.", "Дробную часть Python отделяет точкой. А что для него запятая?"),
)
def decimal_comma(celsius):
    return 1,8 * celsius + 32


@fahrenheit.mistake(
    en=("For an array of whole numbers the results lose everything after the decimal point.", "An array of integers holds integers only. Into what kind of array do you write your results?"),
    ru=("Для массива целых чисел у результатов пропадает дробная часть.", "В массив целых чисел помещаются только целые. В какой массив вы записываете результаты?"),
)
def cut_off_in_integers(celsius):
    if np.ndim(celsius) == 0:
        return 1.8 * celsius + 32
    result = np.zeros_like(celsius)
    for i in range(len(celsius)):
        result[i] = 1.8 * celsius[i] + 32
    return result


@fahrenheit.mistake(
    en=("The array that was given is changed.", "*= and += write into the array itself. Build a new one."),
    ru=("Меняется сам переданный массив.", "Знаки *= и += пишут прямо в него. Создайте новый массив."),
)
def written_into_the_argument(celsius):
    celsius *= 1.8
    celsius += 32
    return celsius


@fahrenheit.mistake(
    en=("The function takes one number and stops when it gets an array.", "NumPy calculates with a whole array at once. What in your code works for a single number only?"),
    ru=("Функция принимает одно число, а на массиве останавливается.", "NumPy считает сразу со всем массивом. Что в вашем коде годится только для одного числа?"),
)
def one_number_only(celsius):
    return 1.8 * float(celsius) + 32


@fahrenheit.mistake(
    en=("From −40 to 100 degrees the result is right; outside it stands still at −40 or 212.", "The table shows four examples. What happens between two of its columns, and does it end with the last one?"),
    ru=("От −40 до 100 градусов результат верный, а дальше застывает на −40 или 212.", "В таблице только четыре примера. Что происходит между двумя столбцами и кончается ли это на последнем?"),
)
def held_at_the_ends(celsius):
    return np.interp(celsius, [-40, 0, 20, 100], [-40, 32, 68, 212])


@fahrenheit.alternative
def by_fraction(celsius):
    return celsius * 9 / 5 + 32


@fahrenheit.alternative
def from_minus_forty(celsius):
    return (celsius + 40) * 1.8 - 40  # at −40 both thermometers show the same


@fahrenheit.alternative
def one_by_one(celsius):
    results = [float(c) * 1.8 + 32 for c in np.ravel(celsius)]
    return np.reshape(results, np.shape(celsius))


fahrenheit.equal(by_fraction, "celsius * 9 / 5", "whether 9 or 9/5 is multiplied shows in the last digit only")
