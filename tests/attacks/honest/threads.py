# attempts = "is honest; calls the functions it is given from several threads at once"
# base = "alice"
# earns = "all"

# %%
from concurrent.futures import ThreadPoolExecutor

# %% exercise="gradient_descent_until"
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    with ThreadPoolExecutor() as pool:
        for _ in range(max_steps):
            path.append(path[-1] - learning_rate * grad(path[-1]))
            before, after = pool.map(loss, path[-2:])
            if abs(after - before) < eps:
                break
    return np.array(path)
