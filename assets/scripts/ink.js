// A figure names its colours as CSS variables ("var(--nu)"), so that light and dark have one home: tokens.css.

const VARIABLE = /^var\((--[\w-]+)\)$/;

export function inked(value, element) {
  const style = getComputedStyle(element);
  const ink = (part) => {
    if (typeof part === "string") {
      const name = part.match(VARIABLE)?.[1];
      return name ? style.getPropertyValue(name).trim() : part;
    }
    if (Array.isArray(part)) return part.map(ink);
    if (part && typeof part === "object") return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, ink(inner)]));
    return part;
  };
  return ink(value);
}
