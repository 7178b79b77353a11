// Enter in the points saves and goes on; Ctrl+Enter does so in a comment. Alt+1 to Alt+9 put in a comment used before.
const forms = [...document.querySelectorAll("form")];
const used = document.querySelector(".used");
let last = forms[0];

async function save(form) {
  const body = new URLSearchParams({
    cell: form.dataset.cell, student: form.dataset.student, digest: form.dataset.digest,
    points: form.elements.points.value, comment: form.elements.comment.value,
  });
  const said = form.querySelector("output");
  try {
    const answer = await fetch("/mark", {
      method: "POST", body, headers: { "X-XSRFToken": document.body.dataset.xsrf },
    });
    said.textContent = await answer.text();
    if (!answer.ok) return;
  } catch (error) {
    said.textContent = String(error);
    return;
  }
  form.classList.remove("waits");
  remember(form.elements.comment.value);
  forms[forms.indexOf(form) + 1]?.elements.points.focus();
}

function remember(comment) {
  const known = [...used.children].map((button) => button.textContent);
  if (!comment || known.includes(comment)) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = comment;
  used.append(button);
}

function put(button) {
  const field = last.elements.comment;
  field.value = field.value ? `${field.value}\n${button.textContent}` : button.textContent;
  field.focus();
}

for (const form of forms) {
  form.addEventListener("focusin", () => { last = form; });
  form.addEventListener("submit", (event) => { event.preventDefault(); save(form); });
  form.elements.comment.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) { event.preventDefault(); save(form); }
  });
}
used.addEventListener("click", (event) => { if (event.target.tagName === "BUTTON") put(event.target); });
document.addEventListener("keydown", (event) => {
  const button = event.altKey && /^Digit[1-9]$/.test(event.code) && used.children[event.code.slice(-1) - 1];
  if (button) { event.preventDefault(); put(button); }
});
(document.querySelector("form.waits") ?? forms[0])?.elements.points.focus();
