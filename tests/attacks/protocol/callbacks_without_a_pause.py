# attempts = "calls the judge's gradient in a stream of small frames that never pauses, and throws the replies away"
# diagnoses = { gradient_descent = "too_slow|never_ends|ended:.*" }
# with = "forge"

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    import threading
    CHANNEL.socket.setblocking(True)
    def drain():
        while CHANNEL.socket.recv(2**20):
            pass
    threading.Thread(target=drain, daemon=True).start()
    call = '["callback",{"i":"0x0"}],["args",{"l":[{"a":["|b1",[33554432,0],0]}]}],["kwargs",{"d":[]}]'
    while True:
        CHANNEL.socket.sendall(message(call, b"") * 200)
