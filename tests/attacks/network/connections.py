# attempts = "connects to this computer and to others: TCP, UDP, local sockets, names, raw packets"
# never = 'connected|opened|fetched'

# %%
import os, socket, subprocess, urllib.request
def out():
    for family, address in ((socket.AF_INET, ("127.0.0.1", @PORT@)), (socket.AF_INET6, ("::1", @PORT@)), (socket.AF_INET, ("8.8.8.8", 53)),
                            (socket.AF_UNIX, "@SOCKET@"), (socket.AF_UNIX, "\0@SOCKET@"), (socket.AF_UNIX, "/tmp/.X11-unix/X0"), (socket.AF_UNIX, "/var/run/docker.sock")):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
            try:
                with socket.socket(family, kind) as s:
                    s.settimeout(0.3)
                    s.connect(address)
                    s.send(b"reference")
                    print("connected", address)
            except OSError:
                pass
    for number in (16, 17, 38, 40):
        try:
            socket.socket(number, socket.SOCK_RAW)
            print("opened", number)
        except OSError:
            pass
    try:
        urllib.request.urlopen("http://127.0.0.1:@PORT@/", timeout=0.5)
        print("fetched")
    except OSError:
        pass
out()
print(subprocess.run("(exec 3<>/dev/tcp/127.0.0.1/@PORT@ && echo opened >&3) 2>/dev/null; curl -s -m 1 http://127.0.0.1:@PORT@/; perl -MIO::Socket::INET -e 'IO::Socket::INET->new(q(127.0.0.1:@PORT@)) and print q(opened)'",
                     shell=True, executable="/bin/bash", capture_output=True, text=True).stdout)

# %% exercise="loss"
def loss(w):
    out()
    return 0.0
