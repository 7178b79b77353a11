# attempts = "imports the reference solutions and hands them back"
# states = { loss = "error", d_loss = "error" }

# %% exercise="loss"
from autograder.exercises.u04_gradient_descent.loss import loss as exercise
loss = exercise.reference

# %% exercise="d_loss"
import importlib, sys
sys.path[:0] = ["@REPO@", "@REPO@/autograder", "/", "/work"]
d_loss = importlib.import_module("autograder.exercises").exercises()["d_loss"].reference
