"""The figures: what they compute, what they draw, what they say, what they leave behind."""

from __future__ import annotations

import base64
import gc
import json
import os
import subprocess
import sys
import tomllib
import weakref
import zlib
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from string import Formatter
from types import SimpleNamespace

import matplotlib
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from thorough import at_least, share

from course import figures
from course.figures.engine import Choice, InteractiveFigure, LogSlider, Slider, leaving, number
from course.figures.engine.controls import position
from course.figures.engine.live import _packed, itinerary
from course.figures.learning_rate import TOP, LearningRate, descent

LANGUAGES = ("en", "ru")
every_figure = pytest.mark.parametrize("name", figures.names())
every_language = pytest.mark.parametrize("lang", LANGUAGES)

etas = st.integers(0, 120).map(lambda n: n / 100)
starts = st.integers(-60, 60).map(lambda n: n / 10)
steps = st.integers(1, 50)


@pytest.fixture
def learning_rate() -> LearningRate:
    return LearningRate("en")


class Everything(InteractiveFigure):
    """A figure with every kind of control, an axis that follows one of them, and no text file."""

    name = "everything"
    controls = (
        Slider("k", 0, 9, 1, start=3, play=200),
        LogSlider("scale", 0.001, 1000, 10, start=1),
        Choice("mark", ("dot", "cross"), start="dot"),
        Choice("side", ("left", "right"), start="left", buttons=True),
    )

    def draw(self, figure):
        self.axes = figure.subplots()
        self.axes.set(xlim=(-1, 10), ylim=(0, 2))
        (self.point,) = self.axes.plot([], [], "o", animated=True)

    def update(self, k, scale, mark, side):
        if self.axes.get_ylim()[1] != 2 * scale:
            self.axes.set_ylim(0, 2 * scale)
        self.point.set_data([k], [scale])
        self.point.set_marker({"dot": "o", "cross": "x"}[mark])
        return f"{k} {scale} {mark} {side}"

    def text(self, key, **values):
        return key


# What is computed


@given(etas, starts, steps)
def test_the_path_agrees_with_its_closed_form(eta, start, steps):
    walk = descent(eta, start, steps)
    expected = (1 - 2 * eta) ** np.arange(steps + 1) * start
    np.testing.assert_allclose(walk.w, expected, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(walk.loss, expected**2 + 12, rtol=1e-9)


@given(etas, starts)
def test_the_regime_follows_from_the_learning_rate_and_the_start(eta, start):
    expected = (
        "minimum" if start == 0
        else "stays" if eta == 0
        else "monotone" if eta < 0.5
        else "one_step" if eta == 0.5
        else "oscillates" if eta < 1
        else "cycles" if eta == 1
        else "diverges"
    )  # fmt: skip
    assert descent(eta, start, 5).regime == expected


@given(etas, starts, steps)
def test_only_a_diverging_path_leaves_the_picture(eta, start, steps):
    walk = descent(eta, start, steps)
    if walk.leaves is not None:
        assert walk.regime == "diverges"
        assert walk.loss[walk.leaves] > TOP >= walk.loss[walk.leaves - 1]


@pytest.mark.parametrize(
    "value, words",
    [(0, "0"), (-0.0, "0"), (-0.25, "−0.25"), (12.288, "12.29"), (2e16, "2·10¹⁶"), (1e-7, "1·10⁻⁷")],
)
def test_numbers_are_written_for_people(value, words):
    assert number(value) == words


# What is drawn


@settings(max_examples=30)
@given(etas, starts, steps)
def test_the_drawn_points_are_the_computed_points(eta, start, steps):
    figure = drawn()
    figure.change(eta=eta, start=start, steps=steps)
    walk = descent(eta, start, steps)
    for artist, x in zip(figure.path, (walk.w, np.arange(steps + 1)), strict=True):
        n = steps + 1 if walk.leaves is None else walk.leaves
        np.testing.assert_array_equal(artist.get_xdata()[:n], x[:n])
        np.testing.assert_array_equal(artist.get_ydata()[:n], walk.loss[:n])
        assert artist.get_ydata().max() <= TOP
        assert artist.get_xdata().size == (n if walk.leaves is None else n + 1)


def test_a_path_that_leaves_is_marked_at_the_edge_and_has_no_last_point(learning_rate):
    learning_rate.change(eta=1.1)
    for exit_, last in zip(learning_rate.exit, learning_rate.last, strict=True):
        assert exit_.get_ydata() == [TOP]
        assert len(last.get_xdata()) == 0


def test_the_picture_changes_with_the_learning_rate(learning_rate):
    pictures = {png(learning_rate, eta=eta) for eta in (0.0, 0.1, 0.5, 0.9, 1.0, 1.1)}
    assert len(pictures) == 6


@settings(max_examples=at_least(4, 8))
@given(st.lists(st.tuples(etas, starts, steps), min_size=1, max_size=4))
def test_what_a_figure_shows_does_not_depend_on_what_it_showed_before(moves):
    figure = drawn()
    for move in moves:
        places = [position(c, value) for c, value in zip(figure.controls, move, strict=True)]
        frame = figure.frame_at(tuple(places))
    assert frame == LearningRate("en").frame_at(tuple(places))


def test_a_moved_point_keeps_what_stands_still_and_a_new_axis_limit_does_not():
    figure = Everything("en")
    start = figure.frame_at((3, 30, 0, 0))
    moved = figure.frame_at((7, 30, 0, 0))
    assert moved.still is start.still and moved.moving != start.moving
    scaled = figure.frame_at((7, 40, 0, 0))
    assert scaled.still != start.still
    assert scaled == Everything("en").frame_at((7, 40, 0, 0))


@every_figure
@every_language
def test_nothing_reaches_over_the_edge_of_the_picture(name, lang):
    picture = np.asarray(figures.load(name)(lang).canvas.paint())
    for edge in (picture[0], picture[-1], picture[:, 0], picture[:, -1]):
        assert (edge == 255).all()


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=1, max_size=6))
def test_a_path_is_cut_at_the_edge_where_it_leaves_for_the_last_time(points):
    points, window = np.array(points), ((-3.0, 2.0), (-4.0, 5.0))
    kept, way = leaving.cut(points, window)
    inside = [-3 <= x <= 2 and -4 <= y <= 5 for x, y in points]
    if way is None:
        assert len(kept) == (len(points) if inside[-1] else 0) and (inside[-1] or not any(inside))
        return
    n = len(kept) - 1
    np.testing.assert_array_equal(kept[:n], points[:n])
    assert inside[n - 1] and not any(inside[n:])
    x, y = kept[-1]
    assert np.isclose([x, x, y, y], [-3, 2, -4, 5], atol=1e-9).any()
    assert -3 - 1e-9 <= x <= 2 + 1e-9 and -4 - 1e-9 <= y <= 5 + 1e-9


def test_the_learners_matplotlib_settings_neither_show_nor_change(learning_rate):
    with matplotlib.rc_context({"figure.facecolor": "black", "font.size": 30}):
        before = dict(matplotlib.rcParams)
        assert LearningRate("en").png() == learning_rate.png()
        assert dict(matplotlib.rcParams) == before


# The saved picture


@pytest.mark.parametrize("name", share(figures.names(), 4, name="picture"))
@every_language
def test_the_saved_picture_is_small_and_the_same_every_time(name, lang):
    figure = figures.load(name)
    picture = figure.picture(lang)
    assert picture == figure.picture(lang)
    assert len(picture) < 60_000
    assert Image.open(BytesIO(picture)).size[0] == 840


@every_figure
def test_the_saved_picture_has_no_metadata(name):
    picture = figures.load(name).picture("en")
    assert set(chunks(picture)) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def test_the_notebook_gets_widgets_a_picture_and_its_description():
    data, metadata = LearningRate("en")._repr_mimebundle_()
    assert set(data) == {"text/html", "image/png", "text/plain"}
    assert base64.b64decode(data["image/png"]) == LearningRate.picture("en")
    assert metadata["image/png"]["alt"] == data["text/plain"]
    assert "parabola" in data["text/plain"] and "monotone" in data["text/plain"]


# Words


@pytest.mark.parametrize(
    "eta, says",
    [
        (0, "no motion"),
        (0.1, "monotone"),
        (0.5, "one step"),
        (0.9, "oscillates"),
        (1.0, "cycles"),
        (1.1, "diverges"),
    ],
)
def test_the_words_name_the_regime_and_end_with_the_numbers(learning_rate, eta, says):
    learning_rate.change(eta=eta)
    heading, _, numbers = learning_rate.words.split("\n")
    assert says in heading
    assert numbers.startswith("After step 10: w = ")


def test_the_words_tell_when_the_path_leaves_the_picture(learning_rate):
    learning_rate.change(eta=1.1)
    assert "leaves the picture at step 2" in learning_rate.words


def test_starting_in_the_minimum_has_its_own_words(learning_rate):
    learning_rate.change(start=0.0)
    assert "already in the minimum" in learning_rate.words


def test_the_catalogues_have_the_same_texts_with_the_same_fields():
    english, russian = ({k: fields(v) for k, v in leaves(catalogue(lang))} for lang in LANGUAGES)
    assert set(english) == set(russian) != set()
    # A translation may leave a number out, never invent one.
    assert all(russian[key] <= english[key] for key in english)


# Controls


@every_figure
@every_language
def test_every_control_has_a_label_and_a_name_for_each_position(name, lang):
    figure = figures.load(name)(lang)
    for control in figure.controls:
        assert figure.text(f"controls.{control.name}")
        names = control.described(figure.text)["names"]
        assert len(set(names)) == len(names) == len(control.positions) > 1
        assert control.start in control.positions


def test_the_positions_of_a_slider_are_its_steps():
    assert Slider("x", -0.2, 0.2, 0.1, start=0).positions == (-0.2, -0.1, 0.0, 0.1, 0.2)
    assert Slider("k", 0, 3, 1, start=0).positions == (0, 1, 2, 3)
    assert LogSlider("s", 0.1, 10, 2, start=1).positions == (0.1, 0.316, 1.0, 3.16, 10.0)


def test_the_page_asks_for_states_and_gets_them_with_their_words(learning_rate, monkeypatch):
    sent = []
    monkeypatch.setattr(learning_rate.live.line, "send", lambda answer, buffers: sent.append(buffers))
    learning_rate.live.answer(None, {"want": ["90,110,9", "50,110,9"]}, [])
    ((buffer,),) = sent
    assert "oscillates" in head_of(buffer)["states"]["90,110,9"]["words"]


@pytest.mark.parametrize("name", share(figures.names(), len(figures.names())))
def test_a_figure_travels_with_its_sweeps_in_less_than_300_kilobytes(name):
    page = figures.load(name).page("ru")
    assert len(page.encode()) < 300_000
    assert "http:" not in page and "https:" not in page


def test_each_control_travels_alone_and_two_of_them_together():
    figure = Everything("en")
    home, states = (3, 30, 0, 0), itinerary(figure)
    assert states[0] == home and len(set(states)) == len(states)
    assert {(place, *home[1:]) for place in range(10)} <= set(states)
    assert {(*home[:3], 1), (*home[:2], 1, 0), (0, 0, 0, 0), (9, 60, 0, 0)} <= set(states)
    assert all(sum(place != start for place, start in zip(state, home, strict=True)) <= 2 for state in states)
    assert not [state for state in states if state[2:] == (1, 1)]


def test_two_together_stay_at_home_where_a_page_would_be_too_large(monkeypatch):
    figure = LearningRate("en")
    frames = {",".join(map(str, there)): figure.frame_at(there) for there in [(10, 110, 9), (11, 110, 9), (11, 50, 9)]}
    assert sorted(states_in(_packed(frames, (10, 110, 9)))) == sorted(frames)
    monkeypatch.setattr("course.figures.engine.live.MOST", 100)
    assert states_in(_packed(frames, (10, 110, 9))) == ["10,110,9"]


# What is left behind


def test_no_pyplot_figure_stays_open(learning_rate):
    from matplotlib import pyplot

    png(learning_rate, eta=0.9)
    assert pyplot.get_fignums() == []


def test_hundreds_of_moves_through_the_line_leave_memory_flat(learning_rate, monkeypatch):
    """What the kernel keeps is what travels with the figure, however long the hand moves."""
    monkeypatch.setattr(learning_rate.live.line, "send", lambda answer, buffers: None)
    moves = at_least(130, 500)  # after 120 they repeat themselves
    states = [f"{i % 120},{(7 * i) % 120},9" for i in range(moves)]

    def count():
        gc.collect()
        return len(gc.get_objects()), len(learning_rate.canvas.figure.findobj())

    def move_about():
        for state in states:
            learning_rate.live.answer(None, {"want": [state]}, [])

    move_about()
    objects, artists = count()
    move_about()
    assert count()[1] == artists
    assert count()[0] - objects < 100
    assert set(learning_rate.live.kept) <= learning_rate.live.travels


def test_a_closed_figure_is_forgotten():
    figure = LearningRate("en")
    figure._repr_mimebundle_()
    there = weakref.ref(figure)
    figure.close()
    del figure
    gc.collect()
    assert there() is None


def test_running_a_cell_again_closes_the_figure_it_showed(monkeypatch):
    from course.figures import engine

    monkeypatch.setattr("IPython.display.DisplayHandle.display", lambda handle, bundle, **_: None)
    monkeypatch.setattr(engine, "_running_cell", lambda: "the cell")
    shown = []
    for _ in range(2):
        figures.learning_rate()
        shown.append(engine._shown["the cell", "learning_rate"].live.line)
    old, new = shown
    assert old.comm is None and new.comm is not None


def test_in_a_notebook_the_first_frame_goes_before_the_picture_and_the_line(monkeypatch, learning_rate):
    sent = []

    def say(kind):
        return lambda handle, bundle, **_: sent.append((kind, "line" in learning_rate.live.__dict__, set(bundle)))

    monkeypatch.setattr("IPython.display.DisplayHandle.display", say("new"))
    monkeypatch.setattr("IPython.display.DisplayHandle.update", say("again"))
    monkeypatch.setattr("IPython.get_ipython", lambda: SimpleNamespace(kernel=None))
    learning_rate.live.appear()
    assert sent == [
        ("new", False, {"text/html", "text/plain"}),
        ("again", True, {"text/html", "text/plain", "image/png"}),
    ]


def test_the_beginning_of_a_figure_stands_before_matplotlib_is_loaded():
    code = """
import IPython, IPython.display
from types import SimpleNamespace
from course.figures.engine.page import begin
IPython.get_ipython = lambda: SimpleNamespace(kernel=None)
shown = []
IPython.display.DisplayHandle.display = lambda handle, bundle, **_: shown.append(bundle["text/html"])
id, _ = begin("learning_rate")
assert id in shown[0] and "course-figure-data" in shown[0]
"""
    assert loaded(code, COURSE_LANG="ru") == {"IPython"}


@every_figure
@every_language
def test_every_figure_has_a_beginning_that_can_be_shown(name, lang):
    kept = Path(str(files("course.figures") / "starts" / lang / f"{name}.json"))
    spec = json.loads(kept.read_text("utf-8"))
    assert spec["lang"] == lang
    assert states_in(base64.b64decode(spec["frames"])) == [",".join(map(str, spec["start"]))]


# The package


def test_a_figure_is_called_by_its_name_even_after_its_module_was_imported(capsys, monkeypatch):
    import course.figures.learning_rate  # noqa: F401

    monkeypatch.setenv("COURSE_LANG", "en")
    figures.learning_rate()
    assert "parabola" in capsys.readouterr().out


def test_an_unknown_figure_is_told_with_the_known_ones():
    with pytest.raises(AttributeError, match="learning_rate"):
        _ = figures.learning_curve


def test_importing_the_figures_loads_neither_matplotlib_nor_widgets():
    assert loaded("from course import figures; figures.learning_rate") == set()


def test_figures_that_are_off_show_nothing_and_load_nothing():
    assert loaded("from course import figures; figures.learning_rate()", COURSE_FIGURES="off") == set()


def drawn() -> LearningRate:
    """One figure for the examples of a property: what it shows must not depend on what it showed before."""
    if not hasattr(drawn, "figure"):
        drawn.figure = LearningRate("en")
    return drawn.figure


def png(figure: InteractiveFigure, **values: object) -> bytes:
    figure.change(**values)
    return figure.png()


def chunks(data: bytes) -> list[bytes]:
    """Return the chunk names of a PNG: after its eight-byte head, each is length, name, data, checksum."""
    names, at = [], 8
    while at < len(data):
        names.append(data[at + 4 : at + 8])
        at += 12 + int.from_bytes(data[at : at + 4])
    return names


def head_of(packed: bytes) -> dict:
    """Return the JSON head of a packed buffer."""
    plain = zlib.decompress(packed)
    return json.loads(plain[4 : 4 + int.from_bytes(plain[:4], "little")])


def states_in(packed: bytes) -> list[str]:
    return list(head_of(packed)["states"])


def catalogue(lang: str) -> dict:
    """Return all texts of the figures in one language, by file."""
    folder = Path(str(files("course") / "locale" / lang))
    texts = [path for path in folder.rglob("*.toml") if "figures" in str(path.relative_to(folder))]
    return {str(path.relative_to(folder)): tomllib.loads(path.read_text("utf-8")) for path in texts}


def leaves(table: dict, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], str]]:
    return [
        leaf
        for key, value in table.items()
        for leaf in (leaves(value, (*path, key)) if isinstance(value, dict) else [((*path, key), value)])
    ]


def fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field}


def loaded(code: str, **environment: str) -> set[str]:
    """Run ``code`` in a new Python, which must print nothing, and return the heavy packages it has loaded."""
    code += "\nimport sys; print('|', *{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True, text=True, check=True
    )
    printed, _, modules = run.stdout.partition("|")
    assert printed == ""
    return {"matplotlib", "ipywidgets", "anywidget", "PIL", "IPython"} & set(modules.split())
