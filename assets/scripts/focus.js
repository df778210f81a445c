// Puts the focus where the answer is: on [data-focus] (an error summary, the first field of an opened form),
// else on the heading of the new part when the element that had the focus is gone.

function focus(element) {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus();
}

function within(part, selector) {
  return part.matches(selector) ? part : part.querySelector(selector);
}

document.addEventListener("htmx:afterSettle", ({ target, detail }) => {
  const askedByPerson = detail.requestConfig?.triggeringEvent;
  if (!askedByPerson) return;

  const wanted = within(target, "[data-focus]");
  const lost = document.activeElement === document.body;
  const place = wanted ?? (lost && within(target, "h1, h2, h3"));
  if (place) focus(place);
});

const first = document.querySelector("[data-focus]");
if (first) focus(first);
