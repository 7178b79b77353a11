# attempts = "passes sockets full of data through sockets and closes its own ends: memory that belongs to no process"
# never = 'in flight ([2-9]\d\d|\d{4})'

# %%
import array, os, socket
def fill(end):
    end.setblocking(False)
    try:
        while True:
            end.send(b"x" * 4096)
    except OSError:
        pass
flying = 0
try:
    for _ in range(3000):
        one, other = socket.socketpair()
        fill(one)
        fill(other)
        carrier, back = socket.socketpair()
        for box in (carrier, back):
            box.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [one.fileno(), other.fileno(), carrier.fileno(), back.fileno()]))])
        for each in (one, other, carrier, back):
            each.close()
        flying += 1
except OSError as error:
    print(error.errno)
print("in flight", flying)
