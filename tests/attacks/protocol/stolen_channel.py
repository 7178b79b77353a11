# attempts = "answers from a thread and from child processes while the worker answers too"
# with = "forge"

# %% exercise="loss"
import threading
def loss(w):
    def talk():
        for _ in range(500):
            try:
                send(message('["value",{"f":"0x1.5p4"}],["after",null]'))
            except OSError:
                return
    for _ in range(4):
        threading.Thread(target=talk, daemon=True).start()
        if os.fork() == 0:
            talk()
            os._exit(0)
    return w
