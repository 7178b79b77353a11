# attempts = "is honest; prints from inside its functions, plots much, uses magics and a class"
# base = "alice"
# earns = "all"

# %% exercise="loss"
class Parabola:
    def __init__(self, floor): self.floor = floor
    def __call__(self, w):
        print("computing", w)
        return w**2 + self.floor
loss = Parabola(12)

# %%
%timeit -n 1 -r 1 loss(3.0)
%matplotlib inline
for k in range(6):
    plt.figure(); plt.plot(np.random.rand(50)); plt.title(f"$w_{k}$"); plt.show()
!echo from the shell
for k in range(3000):
    print("a line of output", k)
