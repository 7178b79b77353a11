# Честная половина: первые четыре задания, остальное не начато. Тетрадь на русском.

# %% exercise="loss"
def loss(w):
    return w * w + 12

# %% exercise="d_loss"
def d_loss(w):
    return w + w

# %%
import warnings

warnings.warn("просто предупреждение: баллов оно не стоит")

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    путь = [w0]
    for _ in range(n_steps):
        w0 = w0 - learning_rate * grad(w0)
        путь.append(w0)
    return путь

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return (1 - 2 * learning_rate) ** k * w0

# %% [markdown] question="own-words"
# Правило смотрит только на изменение потерь за один шаг. При очень маленькой $\eta$ шаг крошечный, потери почти
# не меняются, и спуск останавливается далеко от минимума.
