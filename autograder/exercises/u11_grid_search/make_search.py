"""A search for the learning rate of SGDRegressor."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.judge import function, instance
from autograder.sandbox import Raised
from course.public.u11_grid_search import learning_report, pipeline_report, rates_report, unlike_columns


@exercise(points=3, seconds=10.0)
def make_search():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)


make_search.example(fulfils="tunes_eta0")


@make_search.probe("simple", part="Pipeline")
def _(answer, rng):
    """The pipeline."""
    search = instance(answer())
    return pipeline_report(function(search.get_params)(), unlike_columns(rng)[0])


@make_search.probe("property", credit=1.5, part="eta0")
def _(answer, rng):
    """The values to be tried."""
    search = instance(answer())
    return rates_report(function(search.get_params)())


@make_search.probe("general", credit=0.5, part="fit, predict")
def _(answer, rng):
    """The search on data of its own."""
    search = instance(answer())
    return [_is_fresh(search), *learning_report(search, *unlike_columns(rng))]


def _is_fresh(search):
    """Return whether a search has not been fitted yet: only then it has no best parameters."""
    try:
        return search.best_params_ is None
    except (AttributeError, Raised):
        return True


@make_search.mistake(
    en=("Nothing scales the columns before the descent.", "One learning rate must suit all columns, so they must be of like size: which step does that?"),
    ru=("Перед спуском столбцы никто не масштабирует.", "Одна скорость обучения должна годиться всем столбцам, значит, они должны быть одного масштаба: какой шаг это делает?"),
)
def no_scaler():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline

    return GridSearchCV(Pipeline([("sgd", SGDRegressor(random_state=0))]), {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("The pipeline has more than two steps.", "A scaler and the model are asked for, and nothing else: which step is one too many?"),
    ru=("В конвейере больше двух шагов.", "Нужны масштабирование и модель, и ничего больше: какой шаг лишний?"),
)
def one_step_more():
    from sklearn.feature_selection import SelectKBest
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("best", SelectKBest(k="all")), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("The search has a model without a pipeline.", "The scaler must learn anew in every fold, so it and the model go into the search as one: what chains them?"),
    ru=("В поиске стоит модель без конвейера.", "Масштабирование должно обучаться заново в каждом раунде, поэтому в поиск оно идёт вместе с моделью: что их связывает?"),
)
def no_pipeline():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV

    return GridSearchCV(SGDRegressor(random_state=0), {"eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("The last step of the pipeline is not the one that learns.", "The data pass the steps one after the other: what must happen to them before the model sees them?"),
    ru=("Последний шаг конвейера — не тот, который обучается.", "Данные проходят шаги один за другим: что должно случиться с ними до модели?"),
)
def scaler_last():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("sgd", SGDRegressor(random_state=0)), ("scale", StandardScaler())])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("The name in the grid does not join step and eta0 by two underscores.", "The joint takes two: compare with the dictionary choices in the section on GridSearchCV."),
    ru=("В имени из сетки шаг и eta0 не соединены двумя подчёркиваниями.", "На стыке их нужно два: сравните со словарём choices в разделе о GridSearchCV."),
)
def single_underscore():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd_eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("learning_rate is searched, but in SGDRegressor that is the name of the schedule.", "Its values are texts such as \"constant\". What is the rate at the start called?"),
    ru=("Перебирается learning_rate, а в SGDRegressor это название расписания.", "Его значения — тексты вроде \"constant\". Как называется начальная скорость?"),
)
def searches_the_schedule():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__learning_rate": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("The schedule is searched, not the rate.", "learning_rate names the schedule of SGDRegressor. Which number does the task want to be tried at different values?"),
    ru=("Перебирается расписание, а не скорость.", "learning_rate — имя расписания в SGDRegressor. Какое число по заданию надо пробовать с разными значениями?"),
)
def schedules_by_name():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__learning_rate": ["constant", "invscaling", "adaptive"]}, cv=5)


@make_search.mistake(
    en=("There are fewer than three rates, or not all of them are above 0.", "The task asks for three values or more with equal ratios: how many does your grid have, and which is the smallest?"),
    ru=("Скоростей меньше трёх, или не все они больше 0.", "По заданию нужно не меньше трёх значений, образующих геометрическую прогрессию: сколько их в вашей сетке и какое из них наименьшее?"),
)
def two_rates():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": [0.001, 0.1]}, cv=5)


@make_search.mistake(
    en=("A second hyper-parameter is searched.", "The task asks for the learning rate alone: how many names does your grid have?"),
    ru=("Перебирается ещё один гиперпараметр.", "По заданию нужна только скорость обучения: сколько имён в вашей сетке?"),
)
def two_searched():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4), "sgd__alpha": [0.0001, 0.001, 0.01]}, cv=5)


@make_search.mistake(
    en=("No rate is below 1.", "Print your values. If np.logspace made them: it expects exponents, −4 for 0.0001."),
    ru=("Среди скоростей нет ни одной меньше 1.", "Напечатайте свои значения. Если их создала np.logspace: она ждёт показатели степени, −4 для 0.0001."),
)
def rates_as_exponents():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(0.0001, 0.1, 4)}, cv=5)


@make_search.mistake(
    en=("The learning rates do not have equal ratios.", "What matters is the ratio: from 0.001 to 0.01 is as far as from 0.01 to 0.1."),
    ru=("Отношения соседних скоростей обучения не равны.", "Важно отношение: от 0.001 до 0.01 так же далеко, как от 0.01 до 0.1."),
)
def even_spacing():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.linspace(0.001, 0.1, 5)}, cv=5)


@make_search.mistake(
    en=("The name in the grid does not say which step it belongs to.", "The search hands the name to the pipeline: through which step must it go?"),
    ru=("В имени из сетки не сказано, к какому шагу оно относится.", "Поиск передаёт имя конвейеру: через какой шаг оно должно пройти?"),
)
def name_without_step():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("Another hyper-parameter is searched.", "In SGDRegressor alpha is the penalty on the weights. What is the learning rate called?"),
    ru=("Подбирается другой гиперпараметр.", "В SGDRegressor alpha — это штраф на веса. Как там называется скорость обучения?"),
)
def searches_alpha():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__alpha": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("The rates do not reach as far up as the task asks.", "Compare the largest value of your grid with the task."),
    ru=("Скорости не доходят до верхней границы из задания.", "Сравните наибольшее значение вашей сетки с заданием."),
)
def too_small_rates():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -2, 5)}, cv=5)


@make_search.mistake(
    en=("The rates do not reach as far down as the task asks.", "Compare the smallest value of your grid with the task."),
    ru=("Скорости не доходят до нижней границы из задания.", "Сравните наименьшее значение вашей сетки с заданием."),
)
def too_large_rates():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": [0.01, 0.1, 1.0]}, cv=5)


@make_search.mistake(
    en=("No step of the pipeline has an eta0.", "Which class does the task name for the model?"),
    ru=("Ни у одного шага конвейера нет eta0.", "Какой класс назван в задании для модели?"),
)
def another_model():
    from sklearn.linear_model import Ridge
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", Ridge())])
    return GridSearchCV(model, {"sgd__eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)


@make_search.mistake(
    en=("There are fewer than three folds.", "With two folds only half of the data is for training: the task asks for at least three."),
    ru=("Блоков меньше трёх.", "При двух блоках на обучение идёт лишь половина данных: по заданию нужно не меньше трёх."),
)
def two_folds():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=2)


@make_search.mistake(
    en=("A model comes back without a search around it.", "The pipeline is one model; what is wrapped around it tries the values."),
    ru=("Возвращается модель без поиска вокруг неё.", "Конвейер — это одна модель; значения перебирает то, во что он завёрнут."),
)
def pipeline_only():
    from sklearn.linear_model import SGDRegressor
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    return Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])


@make_search.mistake(
    en=("This model predicts classes.", "The target is a number: look at the end of the class's name."),
    ru=("Эта модель предсказывает классы.", "Здесь предсказывают число: посмотрите на окончание имени класса."),
)
def a_classifier():
    from sklearn.linear_model import SGDClassifier
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDClassifier(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("With this schedule eta0 is not used at all.", "Read in the description of SGDRegressor which values of learning_rate listen to eta0."),
    ru=("При таком расписании eta0 вообще не используется.", "Посмотрите в описании SGDRegressor, при каких значениях learning_rate учитывается eta0."),
)
def deaf_schedule():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(learning_rate="optimal", alpha=0.01, random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("The search comes back fitted already.", "The task asks for a search that has seen no data yet: whoever calls make_search will call fit."),
    ru=("Поиск возвращается уже обученным.", "Нужен поиск, который ещё не видел данных: метод fit вызовет тот, кто вызывает make_search."),
)
def fitted_already():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    rng = np.random.default_rng(0)
    X = rng.normal(size=(40, 3))
    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5).fit(X, X @ np.array([1.0, -2.0, 0.5]))


@make_search.mistake(
    en=("After the search there is no model to predict with.", "One switch of GridSearchCV trains the winner on all the data: leave it on."),
    ru=("После поиска нет модели, которая предсказывает.", "Один переключатель GridSearchCV обучает победителя на всех данных: оставьте его включённым."),
)
def no_winner_trained():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5, refit=False)


@make_search.mistake(
    en=("The fit stops with a ValueError, as happens when the grid names a step that the pipeline does not have.", "Compare the part before the two underscores with the names of your steps; make_pipeline gives each step the name of its class in small letters."),
    ru=("Обучение останавливается с ValueError: так бывает, когда в сетке назван шаг, которого в конвейере нет.", "Сравните то, что стоит перед двумя подчёркиваниями, с именами ваших шагов; make_pipeline называет шаги по классам, строчными буквами."),
)
def step_of_another_name():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgdregressor__eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("This schedule does not use eta0, so all candidates are trained alike.", "Which values of learning_rate listen to eta0? The description of SGDRegressor says it."),
    ru=("Это расписание не использует eta0, и все кандидаты обучаются одинаково.", "При каких значениях learning_rate учитывается eta0? Об этом сказано в описании SGDRegressor."),
    looks_like=("deaf_schedule",),
)
def deaf_schedule_that_runs_away():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(learning_rate="optimal", random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.alternative
def in_round_numbers():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import MinMaxScaler

    model = make_pipeline(MinMaxScaler(), SGDRegressor())
    return GridSearchCV(model, {"sgdregressor__eta0": [0.001, 0.003, 0.01, 0.03, 0.1]})


@make_search.alternative
def with_another_score():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    model = make_pipeline(StandardScaler(), SGDRegressor())
    rates = np.logspace(-5, -1, 5)
    return GridSearchCV(model, {"sgdregressor__eta0": rates}, scoring="neg_mean_squared_error")


@make_search.alternative
def with_other_parts():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV, KFold
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import RobustScaler

    model = Pipeline([("a", RobustScaler()), ("b", SGDRegressor(learning_rate="adaptive"))])
    return GridSearchCV(model, [{"b__eta0": [0.1, 0.03162278, 0.01, 0.003162278, 0.001]}], cv=KFold(3, shuffle=True), n_jobs=2)


for _answer in (make_search, in_round_numbers, with_another_score, with_other_parts):
    make_search.equal(_answer, "import", "in which order things are imported does not matter")
for _answer in (make_search, with_another_score, with_other_parts):
    make_search.equal(_answer, "GridSearchCV(", "which rates, how many folds of three or more and which score are free")
    make_search.equal(_answer, "model = ", "the kind of scaler and the random numbers of the descent are free")
make_search.equal(with_another_score, "rates = ", "which rates are tried is free")
