# attempts = "shows hundreds of pictures and very large ones"

# %%
import matplotlib.pyplot as plt, numpy as np
for _ in range(60):
    plt.figure(figsize=(1, 1))
    plt.plot([1, 2])
    plt.show()
# %%
plt.figure(figsize=(100, 100), dpi=60)
plt.plot([1])
plt.show()
# %%
for _ in range(8):
    plt.figure()
    plt.imshow(np.random.rand(400, 400))
    plt.show()
