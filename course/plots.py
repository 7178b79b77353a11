"""Still plots of the lessons: one look, the notebook's language, and a text for those who cannot see them.

::

    plt.plot(losses)
    plt.xlabel(plots.say(en="step", ru="шаг"))
    plots.show(en="The loss falls by a third at each step.", ru="Потери на каждом шаге падают на треть.")

Importing this module gives every plot the look of the course, ``plots.mplstyle``. With the environment variable
``COURSE_FIGURES=off`` (grading, export) it changes nothing, and ``show`` paints nothing.
"""

from __future__ import annotations

import base64
import html
import io
import os

import matplotlib.pyplot as plt

from course.language import language

_SHARP = 2  # pixels of the picture for one on the page

if os.environ.get("COURSE_FIGURES") != "off":
    plt.style.use("course.plots")


def say(*, en: str, ru: str) -> str:
    """Return the text in the learner's language."""
    return {"en": en, "ru": ru}[language()]


def show(*, en: str, ru: str) -> None:
    """Show the current figure as a picture, with what it shows as its alternative text, and close it."""
    if os.environ.get("COURSE_FIGURES") != "off":
        from IPython.display import display
        from PIL import Image

        alt, file = say(en=en, ru=ru), io.BytesIO()
        plt.savefig(file, dpi=_SHARP * plt.rcParams["figure.dpi"], metadata={"Software": None})
        width = Image.open(file).width // _SHARP
        png = base64.b64encode(file.getvalue()).decode()
        picture = f'<img width="{width}" alt="{html.escape(alt)}" src="data:image/png;base64,{png}">'
        # JupyterLab gives a picture of type image/png no alternative text, so HTML comes first.
        bundle = {"text/html": picture, "image/png": png, "text/plain": alt}
        display(bundle, metadata={"image/png": {"alt": alt, "width": width}}, raw=True)
    plt.close()
