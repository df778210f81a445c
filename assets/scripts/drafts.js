// A form with data-draft-url keeps its fields on the server while someone is typing; nothing is stored on the device.
// The server answers with an empty body when the draft is kept, or with text/plain: why it was not (a number that
// identifies someone), shown in place.

const QUIET = 1000;
const NO_CONNECTION = "Geen verbinding. Je tekst staat er nog.";
const NOT_KEPT = "Het concept is niet bewaard. Je tekst staat er nog.";

const waiting = new Map();
const sending = new WeakMap();

function say(form, text) {
  const status = form.querySelector("[data-draft-status]");
  if (status) status.textContent = text;
}

function kept() {
  const now = new Date();
  return `Concept bewaard om ${now.getHours()}.${String(now.getMinutes()).padStart(2, "0")} uur`;
}

async function outcome(answer) {
  const plain = answer.headers.get("content-type")?.startsWith("text/plain");
  const warning = plain ? await answer.text() : "";
  if (warning) return warning;
  return answer.ok && !answer.redirected ? kept() : NOT_KEPT;
}

function forget(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  sending.get(form)?.abort();
}

async function keep(form) {
  forget(form);
  const abort = new AbortController();
  sending.set(form, abort);
  try {
    const answer = await fetch(form.dataset.draftUrl, {
      method: "POST",
      body: new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")),
      headers: { Accept: "text/plain" },
      keepalive: document.hidden,
      signal: abort.signal,
    });
    say(form, await outcome(answer));
  } catch (failure) {
    if (failure.name === "AbortError") return;
    say(form, NO_CONNECTION);
    waiting.set(form, undefined);
  }
}

function keepWaiting() {
  for (const form of [...waiting.keys()]) if (form.isConnected) keep(form);
}

document.addEventListener("input", ({ target }) => {
  const form = target.form;
  if (!form?.dataset.draftUrl) return;
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(keep, QUIET, form));
});

document.addEventListener("submit", ({ target }) => forget(target));
document.addEventListener("visibilitychange", () => { if (document.hidden) keepWaiting(); });
addEventListener("online", keepWaiting);
