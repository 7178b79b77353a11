"""Unit 08: log-loss and its gradient, softmax on scores, cross-entropy, one-vs-rest (lectures 1 and 4)."""
