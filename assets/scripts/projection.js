// On the wall a keyboard or a presenter's remote walks through the screens: the links of the page are the only
// ways there are, so a reload or a lost script never loses the place.

const KEYS = {
  ArrowRight: "a[rel=next]",
  PageDown: "a[rel=next]",
  ArrowLeft: "a[rel=prev]",
  PageUp: "a[rel=prev]",
  b: "a[data-black]",
  B: "a[data-black]",
  ".": "a[data-black]",
};

document.addEventListener("keydown", (event) => {
  if (!document.body.classList.contains("proj") || event.ctrlKey || event.altKey || event.metaKey) return;
  const link = KEYS[event.key] && document.querySelector(KEYS[event.key]);
  if (!link) return;
  event.preventDefault();
  link.click();
});
