"""Unit 00: one small exercise on which learners see how a check, a hint and a grade look."""
