// [data-print] prints the page, with everything that was folded away.

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-print]")) print();
});

let opened = [];

addEventListener("beforeprint", () => {
  opened.push(...document.querySelectorAll("details:not([open], [data-menu])"));
  opened.forEach((details) => { details.open = true; });
});

addEventListener("afterprint", () => {
  opened.forEach((details) => { details.open = false; });
  opened = [];
});
