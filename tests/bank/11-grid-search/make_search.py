# %% right: unusual names of the steps, MinMaxScaler, the rounded ratios 1, 3, 10, 30
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV, KFold
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import MinMaxScaler


def make_search():
    chain = Pipeline([("first", MinMaxScaler()), ("second", SGDRegressor(random_state=0))])
    rates = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1]
    return GridSearchCV(chain, {"second__eta0": rates}, cv=KFold(4, shuffle=True, random_state=1),
                        scoring="neg_mean_squared_error")


# %% right: make_pipeline, RobustScaler, constant schedule (uses eta0), the search's default folds
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import RobustScaler


def make_search():
    model = make_pipeline(RobustScaler(), SGDRegressor(learning_rate="constant", max_iter=500))
    return GridSearchCV(estimator=model,
                        param_grid=[{"sgdregressor__eta0": np.geomspace(1e-5, 1e-1, 9)}])


# %% wrong: equal differences, linspace
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = Pipeline([("scaler", StandardScaler()), ("sgd", SGDRegressor())])
    return GridSearchCV(pipe, {"sgd__eta0": np.linspace(0.001, 0.1, 5)}, cv=5)


# %% wrong: logspace is given the values instead of the exponents, all rates are 1 or larger
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    grid = {"sgdregressor__eta0": np.logspace(0.0001, 0.1, 4)}
    return GridSearchCV(make_pipeline(StandardScaler(), SGDRegressor()), grid, cv=5)


# %% wrong: the plain name eta0 without the step, fit does not find it in the pipeline
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    steps = [("scale", StandardScaler()), ("reg", SGDRegressor())]
    param_grid = {"eta0": [0.0001, 0.001, 0.01, 0.1]}
    search = GridSearchCV(Pipeline(steps), param_grid, cv=3)
    return search


# %% wrong: the schedule "optimal" does not use eta0
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    model = SGDRegressor(learning_rate="optimal", max_iter=2000)
    pipeline = Pipeline(steps=[("std", StandardScaler()), ("model", model)])
    return GridSearchCV(pipeline, param_grid={"model__eta0": [1e-4, 1e-3, 1e-2, 1e-1]})


# %% wrong: no scaler, SGDRegressor stands alone in the search
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV


def make_search():
    regressor = SGDRegressor()
    rates = {"eta0": 10.0 ** np.arange(-4, 0)}
    return GridSearchCV(regressor, rates, cv=5)


# %% wrong: only two folds, and alpha is searched beside eta0
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = Pipeline([("s", StandardScaler()), ("r", SGDRegressor())])
    grid = {
        "r__eta0": [0.001, 0.01, 0.1, 1.0],
        "r__alpha": [0.0001, 0.01],
    }
    return GridSearchCV(pipe, grid, cv=2)


# %% wrong: refit=False, because one wants to save a training; the search then cannot predict
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    etas = [10**p for p in range(-5, 0)]
    pipeline = make_pipeline(StandardScaler(), SGDRegressor())
    return GridSearchCV(pipeline, {"sgdregressor__eta0": etas}, cv=5, refit=False)


# %% wrong: the scaler is made but stands outside the pipeline
def make_search():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    model = Pipeline([("sgd", SGDRegressor())])
    return GridSearchCV(model, {"sgd__eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)


# %% wrong: the values start too high, the smallest is 0.01
def make_search():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler
    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor())])
    return GridSearchCV(model, {"sgd__eta0": [0.01, 0.1, 1.0]}, cv=5)


# %% wrong: one underscore only
def make_search():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler
    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor())])
    return GridSearchCV(model, {"sgd_eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)
# %% wrong: no scaler
def make_search():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    pipe = Pipeline([("sgd", SGDRegressor())])
    return GridSearchCV(pipe, {"sgd__eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)
# %% wrong: alpha is searched
def make_search():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    pipe = make_pipeline(StandardScaler(), SGDRegressor())
    return GridSearchCV(pipe, {"sgdregressor__alpha": [0.0001, 0.001, 0.01, 0.1]}, cv=3)
# %% wrong: the values have equal differences
def make_search():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    pipe = make_pipeline(StandardScaler(), SGDRegressor())
    return GridSearchCV(pipe, {"sgdregressor__eta0": np.linspace(0.001, 0.1, 5)}, cv=5)
# %% wrong: fitted already
def make_search():
    from sklearn.datasets import load_diabetes
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    pipe = make_pipeline(StandardScaler(), SGDRegressor())
    search = GridSearchCV(pipe, {"sgdregressor__eta0": [0.001, 0.01, 0.1]}, cv=5)
    return search.fit(*load_diabetes(return_X_y=True))
# %% wrong: learning rate schedule ignores eta0, and two folds (two mistakes)
def make_search():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import MinMaxScaler
    pipe = make_pipeline(MinMaxScaler(), SGDRegressor(learning_rate="optimal"))
    return GridSearchCV(pipe, {"sgdregressor__eta0": np.logspace(-4, -1, 4)}, cv=2)
# %% right: names of its own, KFold and a robust scaler
def make_search():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV, KFold
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import RobustScaler
    steps = [("tidy", RobustScaler()), ("line", SGDRegressor(max_iter=500, random_state=3))]
    return GridSearchCV(Pipeline(steps), [{"line__eta0": tuple(0.2 / 4 ** i for i in range(5))}],
                        cv=KFold(4, shuffle=True, random_state=1), scoring="neg_mean_squared_error")


# %% wrong: two folds and linear values
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    p = Pipeline([("sc", StandardScaler()), ("reg", SGDRegressor())])
    return GridSearchCV(p, {"reg__eta0": [0.001, 0.05, 0.1]}, cv=2)


# %% right: the standard deviations are not used, and the grid stands in a list
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import MinMaxScaler


def make_search():
    steps = [("a", MinMaxScaler()), ("b", SGDRegressor(random_state=0))]
    return GridSearchCV(Pipeline(steps), [{"b__eta0": [0.001, 0.003, 0.01, 0.03, 0.1]}], cv=4)


# %% wrong: wrong prefix
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = Pipeline([("scale", StandardScaler()), ("model", SGDRegressor())])
    return GridSearchCV(pipe, {"sgdregressor__eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)


# %% wrong: not scaled
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = Pipeline([("sgd", SGDRegressor())])
    return GridSearchCV(pipe, {"sgd__eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)


# %% wrong: searches alpha
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = make_pipeline(StandardScaler(), SGDRegressor())
    return GridSearchCV(pipe, {"sgdregressor__alpha": np.logspace(-4, -1, 4)}, cv=5)


# %% wrong: equal differences, two folds (two)
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = Pipeline([("sc", StandardScaler()), ("sgd", SGDRegressor())])
    return GridSearchCV(pipe, {"sgd__eta0": [0.001, 0.1, 0.2]}, cv=2)


# %% right: Pipeline with own names, MinMaxScaler
from sklearn.datasets import load_diabetes
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    from sklearn.preprocessing import MinMaxScaler
    model = Pipeline(steps=[("squeeze", MinMaxScaler()), ("line", SGDRegressor(random_state=0))])
    return GridSearchCV(estimator=model, param_grid={"line__eta0": [10.0 ** e for e in range(-4, 0)]}, cv=4)


# %% wrong: learning_rate='optimal' ignores eta0
from sklearn.datasets import load_diabetes
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    model = make_pipeline(StandardScaler(), SGDRegressor(learning_rate="optimal"))
    return GridSearchCV(model, {"sgdregressor__eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)


# %% wrong: cv=2 and the smallest too large (two)
from sklearn.datasets import load_diabetes
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    model = make_pipeline(StandardScaler(), SGDRegressor())
    return GridSearchCV(model, {"sgdregressor__eta0": [0.01, 0.1, 1.0]}, cv=2)


# %% wrong: a schedule that ignores eta0
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = Pipeline([("scaler", StandardScaler()), ("sgd", SGDRegressor(learning_rate="optimal"))])
    return GridSearchCV(pipe, {"sgd__eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)


# %% wrong: the step's name in the grid is not the one in the pipeline
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    steps = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor())])
    choices = {"sgdregressor__eta0": [0.001, 0.01, 0.1]}
    return GridSearchCV(steps, choices, cv=5)


# %% wrong: the best ends too small
from sklearn.datasets import load_diabetes
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = make_pipeline(StandardScaler(), SGDRegressor())
    params = {"sgdregressor__eta0": [1e-6, 1e-5, 1e-4, 1e-3, 1e-2]}
    return GridSearchCV(pipe, params, cv=3)


# %% wrong: no scaler, and already fitted (two mistakes)
from sklearn.datasets import load_diabetes
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    data, target = load_diabetes(return_X_y=True)
    pipe = Pipeline([("sgd", SGDRegressor())])
    search = GridSearchCV(pipe, {"sgd__eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)
    search.fit(data, target)
    return search


# %% right: make_pipeline and geomspace, renamed steps by lower case
from sklearn.datasets import load_diabetes
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    from sklearn.preprocessing import RobustScaler
    line = make_pipeline(RobustScaler(), SGDRegressor(max_iter=2000, random_state=3))
    return GridSearchCV(line, {"sgdregressor__eta0": np.geomspace(1e-4, 1, 9)}, cv=4)


# %% wrong: no scaler in the pipeline
from sklearn.datasets import load_diabetes
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = Pipeline([("sgd", SGDRegressor())])
    return GridSearchCV(pipe, {"sgd__eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)


# %% wrong: grid too high, and it is fitted on the diabetes data
from sklearn.datasets import load_diabetes
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    X, y = load_diabetes(return_X_y=True)
    pipe = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor())])
    return GridSearchCV(pipe, {"sgd__eta0": [0.01, 0.1, 1.0]}, cv=5).fit(X, y)


# %% wrong: the schedule 'optimal' does not use eta0, so all candidates are trained alike
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = Pipeline([
        ("scaler", StandardScaler()),
        ("sgd", SGDRegressor(learning_rate="optimal")),
    ])
    return GridSearchCV(pipe, {"sgd__eta0": np.logspace(-4, 0, 5)}, cv=5)


# %% wrong: two mistakes: alpha is searched too, and the smallest eta0 is larger than 0.001
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = make_pipeline(StandardScaler(), SGDRegressor())
    grid = {
        "sgdregressor__eta0": [0.01, 0.1, 1.0],
        "sgdregressor__alpha": [0.0001, 0.001],
    }
    return GridSearchCV(pipe, grid, cv=5)


# %% wrong: two mistakes: the scaler is missing, and the key has one underscore only
from sklearn.linear_model import SGDRegressor
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler


def make_search():
    pipe = Pipeline([("sgd", SGDRegressor())])
    return GridSearchCV(pipe, {"sgd_eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)
