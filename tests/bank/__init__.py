"""Answers by somebody who has not seen the exercises; see ``answers``."""
