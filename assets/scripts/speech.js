// <button data-read-aloud="id"> reads that element aloud, each part in its own language; a second press stops.
// What one presses or fills in is not read.

const BLOCKS = "p, li, h1, h2, h3, label, blockquote, summary";
const SILENT = "button, .btn, form, svg, textarea, .sr, [aria-hidden=true]";

function passages(root) {
  const found = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement: element, data } = texts.currentNode;
    const silent = element.closest(SILENT);
    if (!data.trim() || (silent && root.contains(silent)) || !element.checkVisibility()) continue;
    const block = element.closest(BLOCKS);
    const { lang } = element.closest("[lang]");
    const last = found.at(-1);
    if (last && last.block === block && last.lang === lang) last.text += ` ${data}`;
    else found.push({ block, lang, text: data });
  }
  return found;
}

function utterance({ text, lang }) {
  const spoken = new SpeechSynthesisUtterance(text.replace(/\s+/g, " ").trim());
  spoken.lang = lang;
  return spoken;
}

if ("speechSynthesis" in window) {
  document.documentElement.classList.add("speaks");

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-read-aloud]");
    if (!button) return;

    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      return;
    }
    const press = (pressed) => () => button.setAttribute("aria-pressed", pressed);
    const all = passages(document.getElementById(button.dataset.readAloud)).map(utterance);
    for (const each of all) each.onerror = press(false);
    if (all.length) {
      all[0].onstart = press(true);
      all.at(-1).onend = press(false);
    }
    all.forEach((each) => speechSynthesis.speak(each));
  });

  addEventListener("pagehide", () => speechSynthesis.cancel());
}
