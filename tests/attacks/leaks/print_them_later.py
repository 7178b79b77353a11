# attempts = "dies after it has seen its inputs, and prints in the next life what it has kept: files, threads, exit handlers, other descriptors"
# never = 'KEPT \[[^\]]|KEPT [^\[]'

# %%
import atexit, glob, os, threading, time
kept = []
for path in glob.glob("/tmp/**/kept*", recursive=True) + glob.glob("/dev/shm/kept*"):
    print("KEPT", open(path).read())
for fd in range(3, 64):
    try:
        print("OFFSET", fd, os.lseek(fd, 0, 1))
    except OSError:
        pass

# %% exercise="loss"
def loss(w):
    kept.append(w)
    for path in ("/tmp/home/kept", "/tmp/kept", "/dev/shm/kept", "/var/tmp/kept"):
        try:
            open(path, "a").write(repr(w))
        except OSError:
            pass
    atexit.register(print, "KEPT", kept)
    threading.Thread(target=lambda: print("KEPT", kept)).start()
    if os.fork() == 0:
        while True:
            print("KEPT", kept, flush=True)
            time.sleep(0.1)
    if len(kept) > 2:
        os._exit(0)
    return w

# %%
print("KEPT", kept)
