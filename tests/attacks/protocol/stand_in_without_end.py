# attempts = "leaves an exercise wrong, so that the judge stands in for it, and asks it for what takes for ever"
# diagnoses = { fooling_rate = "too_slow|never_ends|raised:TypeError|ended:.*|wrong_value|zero_rate" }

# %% exercise="steps_to_reach"
def steps_to_reach(w0, learning_rate, tol):
    return -1

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    if steps_to_reach(5.0, 1.0, 1e-9) != -1:
        for rate in (1e-16, 1 - 1e-16, 2e-16, 1e-12, 1e-9):
            steps_to_reach(5.0, rate, 1e-300)
        steps_to_reach(1e308, 0.1, -1.0)
    return 0.0
