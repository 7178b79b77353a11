"""The values of min_df to try, for a pipeline with the steps vec and clf."""

import numpy as np

from autograder.exercise import exercise
from course.public.u11_grid_search import min_df_report


@exercise(points=1)
def repair_min_df():
    return {"vec__min_df": list(range(1, 20))}


repair_min_df.example(fulfils="min_df_report")


@repair_min_df.probe("simple")
def _(answer, rng):
    return min_df_report(answer.sample())


@repair_min_df.mistake(
    en=("The value 0 is still in the grid.", "No word stands in fewer than one text: which is the smallest whole min_df that TfidfVectorizer takes?"),
    ru=("В сетке всё ещё есть значение 0.", "Слово встречается хотя бы в одном тексте: какой наименьший целый min_df принимает TfidfVectorizer?"),
)
def zero_kept(*_):
    return {"vec__min_df": list(range(0, 20))}


@repair_min_df.mistake(
    en=("The value 19 is missing.", "Python's range leaves out its end: what must the end be?"),
    ru=("Не хватает значения 19.", "range в Python не включает правый конец: каким он должен быть?"),
)
def nineteen_missing(*_):
    return {"vec__min_df": list(range(1, 19))}


@repair_min_df.mistake(
    en=("The value 20 has come in.", "The task ends with 19. Which number does range leave out?"),
    ru=("Появилось лишнее значение 20.", "В задании последнее значение — 19. Какое число range не включает?"),
)
def twenty_added(*_):
    return {"vec__min_df": list(range(1, 21))}


@repair_min_df.mistake(
    en=("The name does not say which step it belongs to.", "A pipeline has several steps: put the step's name and two underscores before the hyper-parameter."),
    ru=("В имени не сказано, к какому шагу оно относится.", "В конвейере несколько шагов: перед гиперпараметром нужны имя шага и два подчёркивания."),
)
def no_step(*_):
    return {"min_df": list(range(1, 20))}


@repair_min_df.mistake(
    en=("The name does not join step and hyper-parameter by two underscores.", "The name min_df has an underscore of its own, so the joint needs two."),
    ru=("В имени шаг и гиперпараметр не соединены двумя подчёркиваниями.", "В имени min_df уже есть подчёркивание, поэтому на стыке их нужно два."),
)
def one_underscore(*_):
    return {"vec_min_df": list(range(1, 20))}


@repair_min_df.mistake(
    en=("The name does not lead to the step that has min_df.", "What are the two steps of the pipeline called, and which of them counts words?"),
    ru=("Имя не ведёт к шагу, у которого есть min_df.", "Как называются два шага конвейера и какой из них считает слова?"),
)
def wrong_step(*_):
    return {"clf__min_df": list(range(1, 20))}


@repair_min_df.mistake(
    en=("The values are not whole numbers.", "For TfidfVectorizer 1.0 means all texts and 1 means one text: which type do you give?"),
    ru=("Значения не целые.", "Для TfidfVectorizer 1.0 значит «все тексты», а 1 — «один текст»: какой тип вы передаёте?"),
)
def fractions(*_):
    return {"vec__min_df": np.linspace(1, 19, 19)}


@repair_min_df.mistake(
    en=("Only the last value is there, as after the loop in the reading.", "A grid holds all values that are to be tried."),
    ru=("Есть только последнее значение, как после цикла из текста.", "В сетке должны быть все значения, которые надо попробовать."),
)
def last_one_only(*_):
    return {"vec__min_df": [19]}


@repair_min_df.mistake(
    en=("The values stand there without a name.", "GridSearchCV takes a dictionary: name of the hyper-parameter → values."),
    ru=("Значения стоят без имени.", "GridSearchCV принимает словарь: имя гиперпараметра → значения."),
)
def no_dictionary(*_):
    return list(range(1, 20))


@repair_min_df.mistake(
    en=("What comes back is neither a dictionary nor a list of values.", "Only the grid is asked for; the pipeline and the search are built around it later."),
    ru=("Возвращается не словарь и не список значений.", "Нужна только сетка; конвейер и поиск вокруг неё строят потом."),
)
def whole_search(*_):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline

    pets = Pipeline([("vec", TfidfVectorizer()), ("clf", LogisticRegression())])
    return GridSearchCV(pets, {"vec__min_df": list(range(1, 20))})


@repair_min_df.mistake(
    en=("The grid holds only the two ends.", "A search tries just what stands in the list: where are the values between them?"),
    ru=("В сетке только два конца.", "Поиск пробует лишь то, что стоит в списке: где значения между ними?"),
)
def ends_only(*_):
    return {"vec__min_df": [1, 19]}


@repair_min_df.mistake(
    en=("Under the name there is no list of numbers.", "If it is a list or a range inside of a list: how many values would the search see in it?"),
    ru=("Под именем стоит не список чисел.", "Если это список или range внутри списка: сколько значений увидит в нём поиск?"),
)
def list_in_a_list(*_):
    return {"vec__min_df": [range(1, 20)]}


@repair_min_df.mistake(
    en=("Two things are left as they were in the loop: the name does not say its step, and the value 0 is still there.", "A pipeline has several steps. And which is the smallest whole min_df that TfidfVectorizer takes?"),
    ru=("Две вещи остались такими же, как в цикле: в имени нет шага, и значение 0 всё ещё в сетке.", "В конвейере несколько шагов. И какой наименьший целый min_df принимает TfidfVectorizer?"),
)
def slide_in_a_dictionary(*_):
    return {"min_df": list(range(20))}


@repair_min_df.alternative
def as_range():
    return {"vec__min_df": range(1, 20)}


@repair_min_df.alternative
def as_array():
    return {"vec__min_df": np.arange(1, 20)}


@repair_min_df.alternative
def from_the_slide():
    grid = {}
    grid["vec__min_df"] = [df + 1 for df in range(19)]
    return grid
