# attempts = "raises interrupts and ignores the real ones"

# %% exercise="loss"
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
def loss(w):
    raise KeyboardInterrupt

# %% exercise="d_loss"
def d_loss(w):
    raise GeneratorExit
