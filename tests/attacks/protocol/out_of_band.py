# attempts = "sends bytes out of band, empty and half messages, files and sockets along with them, and closes one direction"
# states = { loss = "error", d_loss = "error", closed_form = "error", fooling_rate = "error" }
# with = "forge"

# %%
import array
def sending(data, flags=0, files=()):
    rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", files))] if files else []
    try:
        return CHANNEL.socket.sendmsg([data], rights, flags)
    except OSError as error:
        return error.errno

# %% exercise="loss"
def loss(w):
    for _ in range(50):
        sending(b"\xff", socket.MSG_OOB)
    time.sleep(20)
    return w

# %% exercise="d_loss"
def d_loss(w):
    pairs = [socket.socketpair() for _ in range(10)]
    files = [each.fileno() for pair in pairs for each in pair] + [CHANNEL.socket.fileno(), os.open("/dev/ptmx", os.O_RDWR) if os.path.exists("/dev/ptmx") else 0]
    for _ in range(200):
        sending(b"\0", 0, files)
    CHANNEL.socket.shutdown(socket.SHUT_RD)
    time.sleep(20)
    return w

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    CHANNEL.socket.shutdown(socket.SHUT_WR)
    time.sleep(20)

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    whole = message('["value",{"f":"0x1p0"}]')
    sending(whole[:-3])
    sending(whole[-3:], socket.MSG_OOB)
    time.sleep(20)
