"""Review with new numbers: what was got wrong or long ago comes back, spaced, as short questions.

=================  ==================================================================================
``items``          what a card, a question and a reply are
``predict``        a value or a word of an exercise for small round inputs; the reference computes it
``picture``        what a small plot shows
``find``           the wrong line of a misconception
``write``          a function of a few lines, judged in the sandbox
``u01`` … ``u11``  the templates of each unit: data and a line or two of chance
``deck``           all cards of the course
``schedule``       when each is due, computed anew from what the learner did
``session``        one sitting: asks, judges, notes
=================  ==================================================================================
"""
