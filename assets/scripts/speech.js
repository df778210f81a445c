// <button data-read-aloud="id"> reads that element aloud in its own language; a second press stops.

if ("speechSynthesis" in window) {
  document.documentElement.classList.add("speaks");

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-read-aloud]");
    if (!button) return;

    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      return;
    }
    const text = document.getElementById(button.dataset.readAloud);
    const utterance = new SpeechSynthesisUtterance(text.innerText);
    utterance.lang = text.closest("[lang]").lang;
    utterance.onstart = () => button.setAttribute("aria-pressed", "true");
    utterance.onend = utterance.onerror = () => button.setAttribute("aria-pressed", "false");
    speechSynthesis.speak(utterance);
  });

  addEventListener("pagehide", () => speechSynthesis.cancel());
}
