# attempts = "never stops asking for the gradient"

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    while True:
        w0 = w0 - learning_rate * grad(w0)
