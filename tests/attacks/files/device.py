# attempts = "hands in a device that never ends, or a local socket where no device can be made"
# refused = "unreadable"

import os
import socket
import stat


def make(folder, released):
    path = str(folder / "gradient-descent.ipynb")
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))  # /dev/zero
    except PermissionError:
        here = os.getcwd()
        os.chdir(folder)
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("gradient-descent.ipynb")
        os.chdir(here)
