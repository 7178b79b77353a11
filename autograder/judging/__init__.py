"""From cells and seeds to verdicts: what an answer is worth, and which mistake it makes.

``judge`` decides about one exercise, ``grade`` about one submission, ``explain`` says what is wrong with an answer;
``work`` is a unit of it for any process, ``workers`` and ``cluster`` are the processes. It knows neither a class nor
nbgrader. For who grades and who writes exercises, never for a learner's process.
"""
