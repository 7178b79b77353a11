# attempts = "returns truth values, texts, dates, records and objects for numbers"
# earns = { loss = 0.5 }

# %% exercise="loss"
def loss(w):
    return np.array(w, dtype=object)**2 + 12 if np.ndim(w) else str(w**2 + 12)

# %% exercise="d_loss"
def d_loss(w):
    return np.array(True) if np.ndim(w) == 0 else np.ones(np.shape(w), bool)

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return np.datetime64("2025-01-01")

# %% exercise="regime"
def regime(learning_rate):
    return {"monotone", "stays", "one_step", "oscillates", "cycles", "diverges"}

# %% exercise="steps_to_reach"
def steps_to_reach(w0, learning_rate, tol):
    return range(10**9)

# %% exercise="descend_safely"
def descend_safely(*a):
    return np.zeros(3, dtype=[("w", float), ("steps", int), ("converged", bool)])
