# attempts = "listens for others, and serves what it has"

# %%
import socket, threading
for family, address in ((socket.AF_INET, ("0.0.0.0", 0)), (socket.AF_UNIX, "\0course"), (socket.AF_UNIX, "/tmp/home/s")):
    try:
        server = socket.socket(family)
        server.bind(address)
        server.listen()
        threading.Thread(target=server.accept, daemon=True).start()
    except OSError as error:
        print(error.errno)
