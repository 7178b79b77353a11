"""Unit 11: hyper-parameters, cross-validation and grid search (lecture 1)."""
