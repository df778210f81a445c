// A form that is under way is not sent a second time. The button keeps its focus and its value, so it is marked
// rather than disabled. A download never leaves the page, hence the time limit.

const LONGEST_WAIT = 10_000;
const underWay = new Map();

function release(form) {
  clearTimeout(underWay.get(form)?.timer);
  underWay.get(form)?.button?.removeAttribute("aria-disabled");
  underWay.delete(form);
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter: button } = event;
  if (form.method !== "post") return;
  if (underWay.has(form)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  underWay.set(form, { button, timer: setTimeout(release, LONGEST_WAIT, form) });
  button?.setAttribute("aria-disabled", "true");
}, { capture: true });

document.addEventListener("htmx:afterRequest", ({ target }) => release(target));

addEventListener("pageshow", () => [...underWay.keys()].forEach(release));
