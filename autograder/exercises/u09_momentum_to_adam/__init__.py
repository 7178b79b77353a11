"""Unit 09: momentum, AdaGrad, RMSprop, Adam (lectures 2 and 4)."""
