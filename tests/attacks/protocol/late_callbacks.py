# attempts = "calls the judge's functions from threads and children when nothing is asked any more, under old and new numbers"
# with = "forge"

# %% exercise="gradient_descent"
import threading
def later(grad, number):
    for ahead in range(300):
        time.sleep(0.002)
        try:
            say({"callback": grad.number, "args": [1.0], "kwargs": {}, "request": number + ahead % 3})
        except OSError:
            return
def gradient_descent(grad, w0, learning_rate, n_steps):
    threading.Thread(target=later, args=(grad, WORKER.request), daemon=True).start()
    if os.fork() == 0:
        later(grad, WORKER.request)
        os._exit(0)
    return w0

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    threading.Thread(target=later, args=(loss, 1), daemon=True).start()
    time.sleep(0.1)
    return 1.0
loss.number = 0
