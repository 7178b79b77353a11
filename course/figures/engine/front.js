// The page's half of a figure: controls, canvas, sentence. It paints frames that Python has computed; see pack.py for
// how they are packed. The same text runs twice. In a saved page it is a script beside the figure, and mounts it.
// In a live notebook anywidget loads it once more, as the line to the kernel, and ties the line to the figure by its id.

const GRAIN = 16, KEPT = 4000, CHUNK = 48, EASE = 90, PATIENCE = 4000, WORTH = 100;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const page = globalThis.courseFigures ??= { figures: new Map(), lines: new Map(), coming: new Map() };

export default {
  initialize({ model }) {
    const id = model.get("figure");
    page.lines.set(id, model);
    page.figures.get(id)?.connect(model);
    return () => page.lines.delete(id);
  },
  // Only where a page shows widgets apart from other output.
  render({ model, el }) {
    el.innerHTML = model.get("page");
    mount(el);
  },
};

export async function mount(place) {
  const holder = place.querySelector(".course-figure"), id = holder.dataset.figure;
  if (!page.coming.has(id)) {
    page.coming.set(id, built(JSON.parse(place.querySelector(".course-figure-data").textContent)));
    const figure = await page.coming.get(id);
    page.figures.set(id, figure);
    holder.replaceChildren(figure.root);
    figure.arrange();
    if (page.lines.has(id)) figure.connect(page.lines.get(id));
    return;
  }
  const before = await page.coming.get(id), { focused } = before; // the output was written anew under a figure in use
  holder.replaceChildren(before.root);
  before.arrange();
  const refocus = left => { // the output itself may come into the page a little later
    if (before.root.isConnected) focused.focus({ preventScroll: true });
    else if (left) requestAnimationFrame(() => refocus(left - 1));
  };
  if (focused) refocus(60);
}

async function built(spec) {
  return new Figure(spec, await unpack(Uint8Array.from(atob(spec.frames), letter => letter.charCodeAt(0))));
}

async function unpack(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const data = await new Response(stream).arrayBuffer();
  const size = new DataView(data).getUint32(0, true), head = JSON.parse(new TextDecoder().decode(new Uint8Array(data, 4, size)));
  let at = 4 + size;
  const take = length => data.slice(at, at += length);
  // Thousands of small objects would keep the garbage collector busy while the hand moves. So the numbers stay together,
  // and a group and an outline only know where theirs begin.
  const rows = new Int32Array(take(head.groups.reduce((sum, n) => sum + n * 16, 0)));
  const corners = head.shapes.reduce((sum, [n, height]) => height === undefined ? sum + n : sum, 0);
  const pool = { codes: new Uint8Array(corners), xs: new Int16Array(corners), ys: new Int16Array(corners) };
  let begin = 0;
  const shapes = head.shapes.map(([first, height, palette]) => {
    if (height !== undefined) {
      return { width: first, height, palette: new Uint8Array(take(palette)), points: new Uint8Array(take(first * height)) };
    }
    pool.codes.set(new Uint8Array(take(first)), begin);
    for (const column of [pool.xs, pool.ys]) column.set(summed(new Int16Array(take(first * 2))), begin);
    begin += first;
    return { pool, begin: begin - first, count: first };
  });
  const boxes = new Map(); // one object for one box
  const looks = head.looks.map(look => {
    const key = JSON.stringify(look), box = JSON.stringify(look.clip);
    if (!boxes.has(box)) boxes.set(box, look.clip);
    const colours = [look.fill, look.line].filter(Boolean), [one, other = one] = colours;
    return { ...look, key, clip: boxes.get(box), flat: !look.hatch && one === other && /^#......(ff)?$/.test(one) };
  });
  begin = 0;
  const groups = head.groups.map(count => {
    const group = new Group(rows, begin, count, shapes, looks);
    begin += 4 * count;
    return group;
  });
  let numbers = [];
  return Object.entries(head.states).map(([key, state]) => {
    numbers = state.moving.map((step, n) => step + (numbers[n] ?? 0));
    return [key, { ...state, still: groups[state.still], moving: numbers.map(n => groups[n]), axes: head.axes[state.axes] }];
  });
}

// Items of one artist: four columns of rows, one after the other.
class Group {
  constructor(rows, begin, count, shapes, looks) { Object.assign(this, { rows, begin, count, shapes, looks }); }

  // Of all its items; null where they do not share one, or one is no outline.
  get box() {
    if (this.boxed === undefined) {
      const [{ look: { clip } }] = this.items;
      this.boxed = this.items.every(({ shape, look }) => !shape.points && look.clip === clip) ? clip : null;
    }
    return this.boxed;
  }

  get corners() { return this.counted ??= this.items.reduce((sum, { shape }) => sum + (shape.count ?? 0), 0); }

  get items() { return Array.from({ length: this.count }, (_, n) => this.item(n)); }

  item(n) {
    const { rows, begin, count, shapes, looks } = this, entry = column => rows[begin + column * count + n];
    return { shape: shapes[entry(0)], look: looks[entry(1)], x: entry(2) / GRAIN, y: entry(3) / GRAIN };
  }
}

function summed(steps) {
  for (let n = 1; n < steps.length; n++) steps[n] += steps[n - 1];
  return steps;
}

class Figure {
  constructor(spec, frames) {
    Object.assign(this, { spec, frames: new Map(frames), line: null, asked: null, ghost: null, shown: null, active: 0, painted: [], layered: [] });
    this.at = [...spec.start];
    this.root = make("div", { className: "course-live", lang: spec.lang });
    this.root.onkeydown = event => {
      this.keyed = true;
      // In JupyterLab an arrow key moves from cell to cell; Ctrl+S saves, and goes on doing so.
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    };
    this.root.addEventListener("pointerdown", () => { this.keyed = false; });
    this.root.addEventListener("focusin", event => { this.focused = event.target; });
    this.root.addEventListener("focusout", () => setTimeout(() => { // not where it was taken out of the page in use
      if (this.root.isConnected && !this.root.contains(document.activeElement)) this.focused = null;
    }));
    this.ground = make("canvas", { className: "course-ground", ariaHidden: "true" }); // what stands still, under what moves
    this.canvas = make("canvas", { role: "img" });
    this.tip = make("div", { className: "course-tip", ariaHidden: "true" });
    this.sheet = make("div", { className: "course-sheet" }, this.ground, this.canvas, this.tip);
    this.lines = [make("span", {}, ""), document.createTextNode("")];
    this.words = make("div", { className: "course-words", role: "status" }, ...this.lines);
    this.note = make("div", { className: "course-note", role: "note" });
    const say = spec.texts;
    this.reset = make("button", { type: "button", textContent: say.reset, onclick: () => this.go([...spec.start]) });
    this.keep = make("button", { type: "button", textContent: say.keep, ariaPressed: "false", onclick: () => this.keepOne() });
    this.fields = spec.controls.map((control, n) => this.field(control, n));
    const row = make("div", { className: "course-controls", role: "group", ariaLabel: say.controls }, ...this.fields.map(field => field.box));
    const rows = Math.ceil(this.fields.length / 4);
    row.style.setProperty("--columns", Math.ceil(this.fields.length / rows)); // rows of equal length, as far as they go
    const foot = make("div", { className: "course-foot" }, this.words, make("div", { className: "course-buttons" }, this.reset, this.keep));
    this.root.append(row, this.sheet, foot, this.note);
    this.canvas.ondblclick = () => this.go([...spec.start]);
    this.pointers();
    new ResizeObserver(() => this.arrange()).observe(this.sheet);
    const theme = new MutationObserver(() => this.arrange());
    for (const element of [document.documentElement, document.body]) theme.observe(element, { attributes: true });
  }

  // Controls

  field(control, n) {
    const id = `${this.spec.id}-${control.name}`, label = make("label", { textContent: control.label, htmlFor: id });
    const set = value => this.move(n, value);
    if (control.kind === "list") {
      const list = make("select", { id, onchange: () => set(list.selectedIndex) },
        ...control.names.map(name => make("option", { textContent: name })));
      return { box: make("div", { className: "course-control" }, label, list), show: at => { list.selectedIndex = at; } };
    }
    if (control.kind === "buttons") {
      const buttons = control.names.map((name, k) => make("button", { type: "button", textContent: name, onclick: () => set(k) }));
      const group = make("div", { className: "course-choice", role: "group", ariaLabel: control.label }, ...buttons);
      const show = at => buttons.forEach((button, k) => { button.ariaPressed = String(k === at); });
      return { box: make("div", { className: "course-control" }, make("span", { textContent: control.label }), group), show };
    }
    const last = control.names.length - 1;
    const range = make("input", { id, type: "range", min: 0, max: last, step: 1, oninput: () => set(+range.value) });
    const values = control.names.map(Number);
    const box = make("input", {
      type: "text", inputMode: "decimal", ariaLabel: `${control.label}: ${this.spec.texts.type}`,
      onchange: () => {
        const typed = Number(box.value.trim().replace(",", ".").replace("−", "-"));
        if (box.value.trim() && Number.isFinite(typed)) set(nearest(values, value => Math.abs(value - typed)));
        else box.value = control.names[this.at[n]];
      },
    });
    const parts = [label, box, range];
    if (control.play) {
      const play = make("button", { type: "button", className: "course-play", onclick: () => this.play(n, control.play) });
      parts.push(play);
      this.players ??= new Map();
      this.players.set(n, { button: play, label: control.label });
      this.showPlayer(n, false);
    }
    const show = at => {
      const name = control.names[at];
      if (+range.value !== at) range.value = at;
      if (range.ariaValueText !== name) range.ariaValueText = name;
      if (box.value !== name) box.value = name; // a page is laid out anew for this
    };
    return { box: make("div", { className: "course-control" }, ...parts), show };
  }

  showPlayer(n, running) {
    const { button, label } = this.players.get(n), say = this.spec.texts;
    button.textContent = running ? "❚❚" : "▶";
    button.ariaLabel = `${running ? say.stop : say.play}: ${label}`;
  }

  play(n, pace) {
    if (this.playing) return this.stop();
    const last = this.spec.controls[n].names.length - 1;
    if (this.at[n] === last) this.move(n, 0);
    let before = performance.now();
    const beat = now => {
      if (this.playing?.n !== n) return;
      if (now - before >= pace && this.shown === this.at.join()) {
        before = now;
        this.move(n, this.at[n] + 1, true);
      }
      if (this.at[n] >= last) return this.stop();
      this.playing.handle = requestAnimationFrame(beat);
    };
    this.playing = { n, handle: requestAnimationFrame(beat) };
    this.showPlayer(n, true);
  }

  stop() {
    if (!this.playing) return;
    cancelAnimationFrame(this.playing.handle);
    const { n } = this.playing;
    this.playing = null;
    this.showPlayer(n, false);
  }

  // States

  move(n, position, byClock = false) {
    if (!byClock) this.stop();
    this.active = n;
    const to = [...this.at];
    to[n] = position;
    this.go(to, n);
  }

  go(to, moved = -1) {
    if (to !== this.at) this.take();
    if (moved < 0) this.stop();
    const absent = !this.line && !this.frames.has(to.join());
    this.at = absent && this.frames.size > 1 ? this.travelled(to, moved) : to;
    // The line may still come, and where a kernel is drawing it surely will: then it is done.
    if (absent && this.frames.size === 1 && !this.spec.awaited) this.say(this.spec.texts.still);
    this.update();
    this.ask();
  }

  // Without a kernel: the state nearest to the wish that came with the page. A key must move the control at least one
  // place on, a mouse may find nothing nearer than what is shown.
  travelled(to, moved) {
    this.say(this.spec.texts.alone);
    const states = [...this.frames.keys()].map(key => key.split(",").map(Number));
    const way = moved < 0 ? 0 : Math.sign(to[moved] - this.at[moved]);
    const onward = states.filter(state => !this.keyed || !way || Math.sign(state[moved] - this.at[moved]) === way);
    const far = state => state.reduce((sum, place, n) =>
      sum + Math.abs(place - to[n]) / this.spec.controls[n].names.length * (n === moved ? 3 : 1), 0);
    return onward[nearest(onward, far)] ?? this.at;
  }

  update() {
    const frame = this.frames.get(this.at.join());
    if (frame) {
      const now = performance.now();
      const jump = this.frame && this.frame !== frame && now - (this.last ?? 0) > 2 * EASE && !calm.matches;
      this.last = now;
      this.from = jump && alike(this.frame.moving, frame.moving) ? { groups: this.frame.moving, since: now } : null;
      this.frame = frame;
    }
    this.soon();
  }

  soon() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = null;
      this.tell();
      if (this.from || this.frames.get(this.at.join()) === this.frame) this.paint();
    });
  }

  // Once for each picture, however often the hand has moved since the last one.
  tell() {
    this.fields.forEach((field, n) => field.show(this.at[n]));
    const { frame } = this;
    if (frame && this.said !== frame.words) {
      this.said = frame.words;
      this.canvas.ariaLabel = `${this.spec.alt} ${frame.words.replaceAll("\n", " ")}`;
      // Formulas do not break: "η = 0.1", "f′(x₀)", "Δf/Δx".
      const unbroken = frame.words.replaceAll(" = ", "\u00a0=\u00a0").replaceAll(" %", "\u00a0%").replace(/(?<=[′/])(?=\S)/g, "\u2060");
      const [head] = unbroken.split("\n", 1), [heading, rest] = this.lines;
      // The texts change and the elements stay: that is less to lay out.
      heading.firstChild.data = head;
      rest.data = unbroken.slice(head.length);
      heading.classList.toggle("course-heading", head !== unbroken);
    }
  }

  // The line to the kernel: one question at a time, the newest state first, then what the hand may want next.

  connect(line) {
    this.line = line;
    this.take();
    if (this.spec.awaited) this.frames.clear(); // what was made beforehand has done its work
    this.say("");
    line.on("msg:custom", async (answer, buffers) => {
      if (!answer.got) return;
      clearTimeout(this.impatient);
      this.say("");
      const view = buffers[0];
      const bytes = view.buffer ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : new Uint8Array(view);
      for (const [key, frame] of await unpack(bytes)) {
        this.frames.delete(key);
        this.frames.set(key, frame);
      }
      this.forget();
      this.asked = null;
      const frame = this.frames.get(this.at.join());
      if (frame && frame !== this.frame) this.update();
      this.ask();
    });
    this.ask();
  }

  ask() {
    if (!this.line || this.asked) return;
    clearTimeout(this.later);
    if (this.frames.has(this.at.join()) && performance.now() - (this.last ?? 0) < 150) {
      this.later = setTimeout(() => this.ask(), 160); // the hand is moving and has what it needs
      return;
    }
    const missing = [];
    const want = key => { if (!this.frames.has(key) && missing.length < CHUNK) missing.push(key); };
    want(this.at.join());
    // Only for the figure in hand: nothing else shall keep the kernel and the page busy while it moves.
    const order = page.inHand === this ? [this.active, ...this.fields.keys()] : [];
    for (const n of order) {
      const { length } = this.spec.controls[n].names, [...state] = this.at;
      for (let away = 1; away < length && missing.length < CHUNK; away++) {
        for (const place of [this.at[n] + away, this.at[n] - away]) {
          if (place >= 0 && place < length) { state[n] = place; want(state.join()); }
        }
      }
    }
    if (!missing.length && !this.travels) { // all that a saved page takes along: each control alone, and two together
      const { controls, start, together: [[n, some], [m, others] = [n, some]] } = this.spec;
      for (const [k, { names }] of controls.entries()) names.forEach((_, place) => want(start.with(k, place).join()));
      for (const place of some) for (const other of others) want(start.with(n, place).with(m, other).join());
    }
    this.asked = missing.length ? missing : null;
    if (this.asked) {
      this.line.send({ want: missing });
      this.impatient = setTimeout(() => this.say(this.spec.texts.silent), PATIENCE);
    } else if (!this.travels && !this.held) {
      this.travels = true;
      this.line.send({ keep: true });
    }
  }

  forget() {
    for (const key of this.frames.keys()) {
      if (this.frames.size <= KEPT) break;
      if (key !== this.at.join()) this.frames.delete(key);
    }
  }

  say(words) { this.note.textContent = words; }

  keepOne() {
    this.ghost = this.ghost ? null : this.frame;
    this.keep.ariaPressed = String(Boolean(this.ghost));
    this.keep.textContent = this.ghost ? this.spec.texts.drop : this.spec.texts.keep;
    this.paint();
  }

  // The hand on the picture

  pointers() {
    const canvas = this.canvas;
    const place = event => {
      const box = canvas.getBoundingClientRect(), scale = this.spec.width / box.width;
      return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    };
    const grip = (x, y) => {
      if (!this.frame) return -1;
      const far = this.spec.handles.map((_, n) => Math.hypot(this.frame.handles[2 * n] - x, this.frame.handles[2 * n + 1] - y));
      const n = nearest(far, distance => Number.isFinite(distance) ? distance : 1e9);
      return n >= 0 && far[n] < 22 ? n : -1;
    };
    canvas.onpointerdown = event => {
      const n = grip(...place(event));
      if (n < 0) return;
      this.held = this.spec.handles[n].map(control => ({ control, handle: n }));
      canvas.setPointerCapture(event.pointerId);
      event.preventDefault();
    };
    canvas.onpointermove = event => {
      const [x, y] = place(event);
      if (this.held) this.pull(x, y);
      else canvas.style.cursor = grip(x, y) >= 0 ? "grab" : "";
      this.readOut(x, y);
    };
    canvas.onpointerup = canvas.onpointercancel = () => { this.held = null; this.ask(); };
    // A finger on a handle moves it; elsewhere it scrolls.
    canvas.addEventListener("touchstart", event => { if (grip(...place(event.touches[0])) >= 0) event.preventDefault(); }, { passive: false });
    canvas.onpointerleave = () => { this.tip.textContent = ""; };
  }

  // The positions whose frames bring what is held nearest to the pointer. Two controls of one thing add up.
  pull(x, y) {
    const { handle } = this.held[0], where = frame => [frame.handles[2 * handle], frame.handles[2 * handle + 1]];
    let [bx, by] = where(this.frame);
    const to = [...this.at];
    for (let round = 0; round < 2; round++) {
      for (const { control } of this.held) {
        const found = this.spec.controls[control].names.map((_, place) => {
          const state = [...this.at];
          state[control] = place;
          const frame = this.frames.get(state.join());
          return frame ? where(frame) : null;
        });
        const [ax, ay] = found[this.at[control]] ?? where(this.frame), [cx, cy] = found[to[control]] ?? [ax, ay];
        const best = nearest(found, spot => spot && Number.isFinite(spot[0]) ? Math.hypot(bx + spot[0] - cx - x, by + spot[1] - cy - y) : 1e9);
        if (best < 0 || !found[best]) continue;
        bx += found[best][0] - cx;
        by += found[best][1] - cy;
        to[control] = best;
      }
    }
    if (to.join() !== this.at.join()) this.go(to, this.held[0].control);
  }

  readOut(x, y) {
    const axes = this.frame?.axes.find(([left, top, width, height]) => x >= left && x <= left + width && y >= top && y <= top + height);
    if (!axes) { this.tip.textContent = ""; return; }
    const [left, top, width, height, x0, x1, y0, y1, xlog, ylog, name, other] = axes;
    const data = (part, from, to, log) => log ? from * (to / from) ** part : from + part * (to - from);
    const form = value => String(Number(value.toPrecision(3))).replace("-", "−");
    const across = form(data((x - left) / width, x0, x1, xlog)), up = form(data(1 - (y - top) / height, y0, y1, ylog));
    this.tip.textContent = `${name || "x"}: ${across} · ${other || "y"}: ${up}`;
    this.tip.style.insetInlineStart = `${(x / this.spec.width) * 100}%`;
    this.tip.style.insetBlockStart = `${(y / this.spec.height) * 100}%`;
    this.tip.classList.toggle("course-tip-left", x > this.spec.width * 0.6);
  }

  // Painting

  arrange() {
    const room = this.sheet.clientWidth || this.spec.width, width = Math.max(740, Math.min(this.spec.width, room));
    const scale = width / this.spec.width * (globalThis.devicePixelRatio || 1), dark = onDark(this.root);
    this.reachable(room < width);
    if (this.scale === scale && this.dark === dark && this.frame) return;
    Object.assign(this, { scale, dark, layered: [] });
    this.root.classList.toggle("course-dark", dark);
    this.size = [this.spec.width, this.spec.height].map(side => Math.round(side * scale));
    const [across, down] = this.size;
    Object.assign(this.ground, { width: across, height: down });
    for (const { style } of [this.ground, this.canvas]) {
      Object.assign(style, { width: `${width}px`, aspectRatio: `${across} / ${down}` });
    }
    this.standsStill = null;
    this.go(this.at);
    if (this.frame) this.tell();
    this.paint();
  }

  // What scrolls sideways must be within reach of the keyboard, with a name.
  reachable(scrolls) {
    const { sheet } = this;
    if (!scrolls) for (const name of ["tabindex", "role", "aria-label"]) sheet.removeAttribute(name);
    else Object.assign(sheet, { tabIndex: 0, role: "region", ariaLabel: this.spec.texts.picture });
  }

  paint() {
    const { frame, canvas, size } = this;
    if (!frame || !this.scale) return;
    if (this.standsStill !== frame.still) {
      this.draw(easel(...size), [{ groups: [frame.still] }]);
      hang(this.ground);
      this.standsStill = frame.still;
    }
    const brush = cleared(canvas, size);
    if (this.ghost && this.ghost !== frame) {
      brush.globalAlpha = 0.3;
      this.draw(brush, [{ groups: this.ghost.moving.filter(group => !group.items[0].shape.points) }]);
      brush.globalAlpha = 1;
    }
    const part = this.from ? Math.min(1, (performance.now() - this.from.since + 16) / EASE) : 1;
    this.draw(brush, this.layers(part < 1 ? between(this.from.groups, frame.moving, part) : frame.moving));
    if (part < 1) this.soon();
    else this.from = null;
    const key = this.at.join();
    this.root.dataset.state = this.shown = this.frames.get(key) === frame ? key : "";
    this.root.dispatchEvent(new Event("painted"));
    if (page.inHand !== this && !this.from) this.rest();
  }

  take() {
    const before = page.inHand;
    page.inHand = this;
    if (before && before !== this) before.rest();
  }

  // A page copies each canvas that was painted on whenever anything on it moves, and a notebook has many figures. What
  // hangs there as a whole picture costs nothing. So out of hand a figure is a single picture.
  rest() {
    const { ground, canvas, size } = this;
    if (!canvas.width || !this.standsStill) return;
    const brush = easel(...size);
    for (const layer of [ground, canvas]) brush.drawImage(layer, 0, 0);
    hang(ground);
    canvas.width = 0;
    this.standsStill = null;
  }

  // What is the same as in the picture before, and costs time, is painted once, on a sheet of its own: neighbours in one
  // box together. A sheet is made where it would have been of use in the picture before too.
  layers(groups) {
    const before = new Set(this.painted), known = this.layered, layers = [];
    for (const group of groups) {
      const box = before.has(group) ? group.box : null;
      if (box && layers.at(-1)?.box === box) layers.at(-1).groups.push(group);
      else layers.push({ box, groups: [group] });
    }
    this.painted = groups;
    return this.layered = layers.map(layer => {
      if (!layer.box || layer.groups.reduce((sum, group) => sum + group.corners, 0) < WORTH) return layer;
      const was = known.find(({ box, groups }) => box && identical(groups, layer.groups));
      return was?.sheet ? was : was ? this.onSheet(layer) : layer;
    });
  }

  onSheet(layer) {
    const [left, top, width, height] = onPixels(layer.box, this.scale);
    this.draw(easel(width, height), [layer], left, top);
    return { ...layer, sheet: taken(), left, top };
  }

  // The upper left corner of what the brush paints on is at (left, top) of the picture, in pixels of the screen.
  draw(brush, layers, left = 0, top = 0) {
    const { scale } = this;
    let clip = null, dipped = null;
    brush.save();
    const within = box => {
      if (box === clip) return;
      dipped = null;
      brush.restore();
      brush.save();
      if (box) {
        const [x, y, width, height] = onPixels(box, scale);
        brush.setTransform(1, 0, 0, 1, -left, -top);
        brush.beginPath();
        brush.rect(x, y, width, height);
        brush.clip();
      }
      clip = box;
    };
    for (const layer of layers) {
      if (layer.sheet) {
        within(null);
        brush.setTransform(1, 0, 0, 1, -left, -top);
        brush.drawImage(layer.sheet, layer.left, layer.top);
        continue;
      }
      for (const { shape, joined, look, x, y } of layer.groups.flatMap(strokes)) {
        const dark = this.dark && !look.fixed;
        within(look.clip);
        brush.setTransform(scale, 0, 0, scale, x * scale - left, y * scale - top);
        if (shape?.points) {
          brush.imageSmoothingEnabled = look.smooth;
          brush.drawImage(pictured(shape, dark), 0, 0, ...look.size);
          continue;
        }
        if (look !== dipped) dip(brush, dipped = look, dark);
        // Letters and markers return everywhere, and are kept; a line belongs to one picture.
        const kept = joined ? [joined] : x || y ? [traced(shape)] : [];
        if (!kept.length) { brush.beginPath(); trace(brush, shape); }
        if (look.fill) brush.fill(...kept);
        if (look.hatch) {
          brush.fillStyle = hatched(brush, look, dark);
          brush.fill(...kept);
          dipped = null;
        }
        if (look.line) brush.stroke(...kept);
      }
    }
    brush.restore();
  }
}

function cleared(canvas, [width, height]) {
  const brush = canvas.getContext("2d");
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.clearRect(0, 0, width, height);
  return brush;
}

// Shows what was painted on the easel.
function hang(canvas) { canvas.getContext("bitmaprenderer").transferFromImageBitmap(taken()); }

function dip(brush, look, dark) {
  if (look.fill) brush.fillStyle = toned(look.fill, dark);
  if (!look.line) return;
  brush.strokeStyle = toned(look.line, dark);
  brush.lineWidth = look.width;
  brush.lineCap = look.cap === "projecting" ? "square" : look.cap;
  brush.lineJoin = look.join;
  brush.setLineDash(look.dash ? look.dash.slice(1) : []);
  brush.lineDashOffset = look.dash ? look.dash[0] : 0;
}

function onPixels([left, top, width, height], scale) {
  const [x0, y0, x1, y1] = [left, top, left + width, top + height].map(edge => Math.round(edge * scale));
  return [x0, y0, x1 - x0, y1 - y0];
}

// What is painted at once: neighbours of one look, as letters of a word are, if it cannot be seen which of them is above.
function strokes(group) {
  if (group.count === 1 || group.strokes) return group.strokes ?? group.items;
  const found = [];
  for (const item of group.items) {
    const last = found.at(-1);
    if (last?.look !== item.look || !item.look.flat || item.shape.points) found.push(item);
    else {
      if (!last.joined) {
        const joined = new Path2D();
        joined.addPath(traced(last.shape), { e: last.x, f: last.y });
        found.splice(-1, 1, { joined, look: last.look, x: 0, y: 0 });
      }
      found.at(-1).joined.addPath(traced(item.shape), { e: item.x, f: item.y });
    }
  }
  return group.strokes = found;
}

function traced(shape) {
  if (!shape.path) trace(shape.path = new Path2D(), shape);
  return shape.path;
}

// matplotlib's codes: 1 move, 2 line, 3 and 4 curves with one and two more points, 79 close.
function trace(path, { pool: { codes, xs, ys }, begin, count }) {
  for (let n = begin; n < begin + count; n++) {
    const code = codes[n], x = xs[n] / GRAIN, y = ys[n] / GRAIN;
    if (code === 1) path.moveTo(x, y);
    else if (code === 2) path.lineTo(x, y);
    else if (code === 3) { n += 1; path.quadraticCurveTo(x, y, xs[n] / GRAIN, ys[n] / GRAIN); }
    else if (code === 4) {
      n += 2;
      path.bezierCurveTo(x, y, xs[n - 1] / GRAIN, ys[n - 1] / GRAIN, xs[n] / GRAIN, ys[n] / GRAIN);
    } else if (code === 79) path.closePath();
  }
}

function pictured(shape, dark) {
  const name = dark ? "night" : "day";
  if (shape[name]) return shape[name];
  const brush = easel(shape.width, shape.height, darkroom), image = brush.createImageData(shape.width, shape.height);
  const palette = shape.palette.slice();
  if (dark) {
    for (let k = 0; k < palette.length; k += 4) palette.set(darkened(palette[k], palette[k + 1], palette[k + 2], 160), k);
  }
  const dots = new Uint32Array(image.data.buffer), colours = new Uint32Array(palette.buffer);
  for (let n = 0; n < dots.length; n++) dots[n] = colours[shape.points[n]];
  brush.putImageData(image, 0, 0);
  return shape[name] = taken(darkroom);
}

// What is painted once and kept is painted here, and taken away. A canvas for each would cost more. One is for small
// pictures that are part of a larger one.
const workshop = new OffscreenCanvas(1, 1), darkroom = new OffscreenCanvas(1, 1);

function easel(width, height, canvas = workshop) {
  Object.assign(canvas, { width, height });
  return canvas.getContext("2d");
}

function taken(canvas = workshop) {
  return canvas.transferToImageBitmap();
}

function hatched(brush, look, dark) {
  const [size, colour, width, points, codes] = look.hatch, tint = toned(colour, dark);
  look.patterns ??= new Map();
  if (look.patterns.has(tint)) return look.patterns.get(tint);
  const tile = make("canvas", { width: 2 * size, height: 2 * size }), pen = tile.getContext("2d");
  pen.scale(2, 2);
  pen.translate(0, size);
  pen.strokeStyle = pen.fillStyle = tint;
  pen.lineWidth = width;
  const [xs, ys] = [0, 1].map(k => points.filter((_, n) => n % 2 === k)), { length } = xs;
  const lines = traced({ pool: { codes: codes.match(/../g).map(code => parseInt(code, 16)), xs, ys }, begin: 0, count: length });
  pen.fill(lines);
  pen.stroke(lines);
  const pattern = brush.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix([0.5, 0, 0, 0.5, 0, 0]));
  look.patterns.set(tint, pattern);
  return pattern;
}

function identical(some, others) {
  return some.length === others.length && some.every((one, n) => one === others[n]);
}

function alike(some, others) {
  const same = (item, other) =>
    item.look.key === other.look.key && !item.shape.points && item.shape.count === other.shape.count;
  return some.length === others.length && some.every((group, n) => {
    const other = others[n];
    return group === other || group.count === other.count && group.items.every((item, k) => same(item, other.item(k)));
  });
}

function between(some, others, part) {
  const mix = (a, b) => a + (b - a) * part;
  const moved = (item, other) => {
    const { pool: from, begin: first } = item.shape, { pool: to, begin, count } = other.shape;
    const column = name => Float32Array.from({ length: count }, (_, n) => mix(from[name][first + n], to[name][begin + n]));
    const codes = to.codes.subarray(begin, begin + count);
    const shape = item.shape === other.shape ? other.shape : { pool: { codes, xs: column("xs"), ys: column("ys") }, begin: 0, count };
    return { look: other.look, x: mix(item.x, other.x), y: mix(item.y, other.y), shape };
  };
  return others.map((group, n) => group === some[n] ? group : { items: group.items.map((item, k) => moved(some[n].item(k), item)) });
}

// Dark pages: greys change places, colours stay what they are and become lighter.
const tones = new Map();
function toned(colour, dark) {
  if (!dark) return colour;
  if (!tones.has(colour)) {
    const [r, g, b] = [1, 3, 5].map(k => parseInt(colour.slice(k, k + 2), 16));
    tones.set(colour, `rgb(${darkened(r, g, b).join(" ")} / ${parseInt(colour.slice(7, 9) || "ff", 16) / 255})`);
  }
  return tones.get(colour);
}

function darkened(r, g, b, tint = 70) {
  const high = Math.max(r, g, b), low = Math.min(r, g, b);
  if (high - low < tint) { // a grey, or a tint of one
    const light = 238 - (high + low) / 2 * 0.86;
    return [r, g, b].map(part => Math.round(Math.max(0, Math.min(255, light + (part - (high + low) / 2)))));
  }
  return [r, g, b].map(part => Math.round(part + (255 - part) * 0.25));
}

function onDark(element) {
  for (let at = element; at; at = at.parentElement) {
    const parts = getComputedStyle(at).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
    if (parts.length >= 3 && (parts[3] ?? 1) > 0.5) return parts[0] * 0.3 + parts[1] * 0.6 + parts[2] * 0.1 < 110;
  }
  return false;
}

function nearest(things, far) {
  let best = -1, least = Infinity;
  things.forEach((thing, n) => { const distance = far(thing); if (distance < least) { least = distance; best = n; } });
  return best;
}

function make(tag, properties = {}, ...children) {
  const { role, ...others } = properties;
  const element = Object.assign(document.createElement(tag), others);
  if (role) element.setAttribute("role", role);
  element.append(...children);
  return element;
}
