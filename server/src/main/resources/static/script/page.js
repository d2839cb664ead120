// What the scripts of reviewers share: a page may be put in the place of another without the
// browser loading it anew (swift.js), and then each script begins again.

const SHOWN = "vigie:page";

/** Does something on this page, and on each that is put in its place.
 * @param {() => void} work */
export function onEachPage(work) {
  document.addEventListener(SHOWN, work);
  work();
}

/** Tells the scripts that another page is there. */
export function tellShown() {
  document.dispatchEvent(new Event(SHOWN));
}

/** Returns what can be done here by a key, hidden things left out.
 * @returns {HTMLElement[]} */
export function keyed() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-key]")])
    .filter((part) => part.closest("[hidden]") === null);
}

/** Does what a part of the page is for.
 * @param {Element} part */
export function use(part) {
  if (part instanceof HTMLDetailsElement) {
    part.open = !part.open;
    part.querySelector("summary")?.focus();
  } else if (part instanceof HTMLTextAreaElement
      || part instanceof HTMLInputElement && part.type === "text") {
    part.focus();
  } else if (part instanceof HTMLElement) {
    part.click();
  }
}
