"""Review in a notebook: ``from course import review; review.show()``.

The questions come line by line from ``course review`` in a process of its own, because they hold their answers; this
kernel, which runs the learner's code, gets an answer when its question is over.
"""

from __future__ import annotations

import html
import json
import os
import subprocess
import sys
from contextlib import suppress
from typing import Any

from course.language import language, text
from course.rich_output import is_quiet

CHOICES = 8  # a question has at most so many
_open: list[Talk] = []  # the conversation that is going on, if one is


class Talk:
    """The other side of ``course review --lines``."""

    def __init__(self, lang: str, *options: str) -> None:
        self.lang = lang
        command = [sys.executable, "-m", "course.cli", "review", "--lines", "--lang", lang, *options]
        pipe, environment = subprocess.PIPE, os.environ | {"PYTHONIOENCODING": "utf-8"}
        process = subprocess.Popen(
            command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"
        )
        assert process.stdin and process.stdout and process.stderr  # they are pipes
        self._process, self._to = process, process.stdin
        self._from, self._complaints = process.stdout, process.stderr

    def hear(self) -> dict[str, Any]:
        """Return the next message; ``{"end": …}`` with what was complained of if the other side is gone."""
        if self._from.closed:  # a later cell has begun another
            return {"end": text("review.notebook.closed", self.lang)}
        line = self._from.readline()
        return json.loads(line) if line else {"end": self._complaints.read().strip()}

    def say(self, typed: str | None) -> dict[str, Any]:
        """Send an answer, None for "I do not know", and return the reply."""
        if not self._to.closed:
            with suppress(OSError):  # it is gone: what it complained of is heard
                self._to.write(json.dumps({"typed": typed}) + "\n")
                self._to.flush()
        return self.hear()

    def close(self) -> None:
        """End the conversation."""
        for pipe in (self._to, self._from, self._complaints):
            with suppress(OSError):  # it is gone, and what was written last did not reach it
                pipe.close()
        self._process.wait()


def show(unit: int | str | None = None, count: int = 10) -> None:
    """Ask below this cell what is due, or about one ``unit``: at most ``count`` questions."""
    if is_quiet():  # a grader has nobody to ask
        return
    from IPython.display import display

    display(sitting(unit, count))


def sitting(unit: int | str | None = None, count: int = 10) -> Any:
    """Return the box with buttons that :func:`show` shows."""
    lang = language()
    while _open:  # of a cell that ran before; who asks again has done with it
        _open.pop().close()
    talk = Talk(lang, "--count", str(count), *(["--unit", str(unit)] if unit is not None else []))
    _open.append(talk)
    return _Sitting(talk).box


class _Sitting:
    """The widgets: the question, a place for the answer, three buttons, and what is said to it.

    All places for an answer are there from the beginning and those that a question needs are seen: the keyboard can be
    led only to what the page has already. A choice is a button, because JupyterLab keeps the arrows for itself.
    """

    def __init__(self, talk: Talk) -> None:
        import ipywidgets

        self._talk, lang = talk, talk.lang
        self.question, self.said = ipywidgets.Output(), ipywidgets.Output()
        # Sent whole when the field is left. Letter by letter, the last ones would wait in the page until the kernel has
        # seen the first, and the button, which waits for nothing, would hand in half an answer.
        named = {"description": text("review.notebook.yours", lang), "continuous_update": False}
        named["style"] = {"description_width": "initial"}
        self.fields = {"text": ipywidgets.Text(**named), "code": ipywidgets.Textarea(rows=5, **named)}
        for field in self.fields.values():
            field.layout.width = "40em"
        self.choices = [ipywidgets.Button(layout=ipywidgets.Layout(width="auto")) for _ in range(CHOICES)]
        for number, choice in enumerate(self.choices, 1):
            choice.on_click(lambda _, number=number: self._tell(str(number)))
        self.places: list[Any] = []  # what the open question is answered with: one field, or a button for each choice
        names = ("answer", "unknown", "next")
        words = text("review.notebook.answer", lang), text("review.unknown", lang), text("review.notebook.next", lang)
        self.buttons = {name: ipywidgets.Button(description=each) for name, each in zip(names, words, strict=True)}
        self.buttons["answer"].on_click(lambda _: self._tell(self.places[0].value if self.is_typed else ""))
        self.buttons["unknown"].on_click(lambda _: self._tell(None))
        self.buttons["next"].on_click(lambda _: self._go_on())
        places = ipywidgets.VBox([*self.fields.values(), *self.choices])
        row = ipywidgets.HBox(list(self.buttons.values()))
        self.box = ipywidgets.VBox([self.question, places, row, self.said])
        self._ask()

    @property
    def is_typed(self) -> bool:
        """Whether the open question is answered by typing."""
        return self.places[0] in self.fields.values()

    def _go_on(self) -> None:
        self._ask()
        self.places[0].focus()

    def _ask(self) -> None:
        message = self._talk.hear()
        self.question.outputs = self.said.outputs = ()
        if "ask" not in message:
            _append(self.question, message.get("end", ""))
            self._talk.close()
            self.box.children = [self.question]
            return
        ask = message["ask"]
        warning = [f"**{ask['warning']}**"] if ask["warning"] else []
        _append(self.question, f"**{ask['heading']}**", *warning, *ask["parts"])
        if ask["code"]:
            _append(self.question, f"```python\n{_numbered(ask['code']) if ask['numbered'] else ask['code']}\n```")
        if ask["picture"]:
            from IPython.display import HTML  # JupyterLab forgets what a picture of another type is called

            words = html.escape(ask["spoken"])
            self.question.append_display_data(HTML(f'<img src="data:image/png;base64,{ask["picture"]}" alt="{words}">'))
        if not ask["options"]:
            _append(self.question, ask["how"])
        self._lay_out(ask)
        self._open(True)

    def _lay_out(self, ask: dict[str, Any]) -> None:
        """Show the places that the question is answered with, with nothing in them."""
        field = self.fields["code" if ask["expects"] == "code" else "text"]
        self.places = self.choices[: len(ask["options"])] or [field]
        for place in (*self.fields.values(), *self.choices):
            place.layout.display = None if place in self.places else "none"
        self.buttons["answer"].layout.display = "none" if ask["options"] else None
        field.value = ""
        for choice, words in zip(self.choices, ask["options"], strict=False):
            choice.description = words

    def _tell(self, typed: str | None) -> None:
        for button in self.buttons.values():
            button.disabled = True
        reply = self._talk.say(typed)
        self.said.outputs = ()
        _append(self.said, reply.get("said", reply.get("end", "")))
        is_over = reply.get("over", True)
        self._open(not is_over)
        # The button that was pressed had been switched off, and the keyboard would be nowhere.
        (self.buttons["next"] if is_over else self.places[0]).focus()

    def _open(self, is_open: bool) -> None:
        """Let the learner answer, or go on."""
        for name, button in self.buttons.items():
            button.disabled = is_open == (name == "next")
        for place in self.places:
            place.disabled = not is_open


def _numbered(code: str) -> str:
    return "\n".join(f"{number:2}  {line}" for number, line in enumerate(code.splitlines(), 1))


def _append(output: Any, *parts: str) -> None:
    from IPython.display import Markdown

    for part in parts:
        output.append_display_data(Markdown(part))
