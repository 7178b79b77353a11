# %% right: numpy integers
def repair_min_df():
    return {"vec__min_df": np.arange(1, 20)}


# %% right: dict() with a keyword and an unpacked range
def repair_min_df():
    return dict(vec__min_df=[*range(1, 20)])


# %% wrong: range ends before 19
def repair_min_df():
    return {"vec__min_df": list(range(1, 19))}


# %% wrong: one underscore between the step and the hyper-parameter
def repair_min_df():
    values = []
    for df in range(20):
        if df != 0:
            values.append(df)
    return {"vec_min_df": values}


# %% wrong: linspace gives floats, 1.0 means in all texts
def repair_min_df():
    params = {}
    params["vec__min_df"] = np.linspace(1, 19, 19)
    return params


# %% wrong: no name of a step before min_df, and the forbidden 0 is still there
def repair_min_df():
    return {"min_df": range(0, 20)}


# %% wrong: the name of the step is the class, not its own name
def repair_min_df():
    return {"tfidfvectorizer__min_df": range(1, 20)}


# %% wrong: the 0 is still in
def repair_min_df():
    return {"vec__min_df": list(range(20))}


# %% wrong: the plain name without the step
def repair_min_df():
    return {"min_df": list(range(1, 20))}
# %% wrong: zero is in it
def repair_min_df():
    return {"vec__min_df": np.arange(20)}
# %% wrong: numbers with a point
def repair_min_df():
    return {"vec__min_df": np.linspace(1, 19, 19)}
# %% wrong: one underscore
def repair_min_df():
    return {"vec_min_df": range(1, 20)}


# %% wrong: floats and 0 included
def repair_min_df():
    return {"vec__min_df": [float(i) for i in range(20)]}


# %% wrong: up to 18
def repair_min_df():
    return {"vec__min_df": range(1, 19)}


# %% wrong: wrong step
def repair_min_df():
    return {"clf__min_df": np.arange(1, 20)}


# %% wrong: zero included, step missing (two)
def repair_min_df():
    return {"min_df": list(range(20))}


# %% wrong: named after the class in lower case
def repair_min_df():
    return {"tfidfvectorizer__min_df": list(range(1, 20))}


# %% wrong: one underscore, and 19 is missing
def repair_min_df():
    return {"vec_min_df": range(1, 19)}


# %% wrong: no step, and the 0 is still there (two mistakes)
def repair_min_df():
    params = {"min_df": list(range(20))}
    return params


# %% right: by dict constructor and numpy
def repair_min_df():
    return dict(vec__min_df=np.arange(19) + 1)
