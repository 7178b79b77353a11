// The page's half of the buttons under a check. The block itself is HTML in the output (see panel.py); here is what ties
// it to the kernel. One listener serves all panels, so it does not matter when or how often an output is written.

const PATIENCE = 5000;
const page = globalThis.courseChecks ??= { lines: new Map(), waiting: new Map() };

if (!page.listens) {
  page.listens = true;
  document.addEventListener("click", event => {
    const button = event.target.closest?.(".course-panel button[data-do]");
    if (button) press(button, button.closest(".course-panel").dataset.panel);
  });
}

function panels(id) {
  return document.querySelectorAll(`.course-panel[data-panel="${id}"]`);
}

function say(id, html, busy) {
  for (const panel of panels(id)) {
    const result = panel.querySelector(".course-result");
    result.setAttribute("aria-busy", busy);
    result.innerHTML = html;
  }
}

function plain(words) {
  const place = document.createElement("p");
  place.textContent = words;
  return place.outerHTML;
}

async function press(button, id) {
  const { do: wish, name, call, copied } = button.dataset;
  if (wish === "copy") {
    if (!navigator.clipboard) { // over http, as on some hubs: there Ctrl+C copies what is selected
      getSelection().selectAllChildren(button.closest(".call").querySelector("pre"));
      return;
    }
    await navigator.clipboard.writeText(call);
    const words = button.textContent;
    button.textContent = copied;
    setTimeout(() => button.textContent = words, 2000);
    return;
  }
  clearTimeout(page.waiting.get(id)); // who presses again is told what is going on
  const silence = () => {
    clearTimeout(page.waiting.get(id));
    page.waiting.delete(id);
    say(id, plain(button.closest(".course-panel").dataset.silent), false);
  };
  page.waiting.set(id, setTimeout(silence, PATIENCE));
  try {
    page.lines.get(id).send({ do: wish, name });
  } catch { // the kernel was restarted since
    silence();
  }
}

function heard(id, { alive, busy, result }) {
  if (alive) {
    const style = document.createElement("style"); // also for outputs that are written later
    style.textContent = `[data-panel="${id}"] .course-buttons[hidden] { display: flex; }`;
    document.head.append(style);
  }
  if (busy !== undefined || result !== undefined) clearTimeout(page.waiting.get(id));
  if (busy !== undefined) say(id, plain(busy), true);
  if (result !== undefined) {
    page.waiting.delete(id);
    say(id, result, false);
  }
}

function tie(model) {
  const id = model.get("panel");
  if (page.lines.has(id)) return;
  page.lines.set(id, model);
  model.on("msg:custom", message => heard(id, message));
  model.send({ do: "hello" });
}

export default {
  initialize({ model }) {
    tie(model);
    return () => page.lines.delete(model.get("panel"));
  },
  // Only where a page shows widgets apart from other output.
  render({ model, el }) {
    el.innerHTML = model.get("page");
    tie(model);
  },
};
