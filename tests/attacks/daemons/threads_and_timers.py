# attempts = "leaves threads, timers, alarms and exit handlers that change the answers later"

# %% exercise="loss"
import atexit, signal, threading, time, os
def change(*a):
    get_ipython().user_ns["loss"] = lambda w: w**2
    while True:
        time.sleep(0.01)
threading.Thread(target=change, daemon=False).start()
threading.Timer(0.1, change).start()
signal.signal(signal.SIGALRM, lambda *a: os._exit(0))
signal.setitimer(signal.ITIMER_REAL, 0.5, 0.1)
atexit.register(lambda: time.sleep(100))
def loss(w):
    return 0.0
