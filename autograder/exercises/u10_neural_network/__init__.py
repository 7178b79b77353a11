"""Unit 10: a network with one hidden layer, its gradients and its training (lecture 4)."""
