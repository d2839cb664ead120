// Shared functions of the reviewers' scripts: swift.js may replace a page without reloading it,
// and then each script starts again.

const SHOWN = "vigie:page";

/** Runs work on this page, and on each page that replaces it.
 * @param {() => void} work */
export function onEachPage(work) {
  document.addEventListener(SHOWN, work);
  work();
}

/** Notifies the scripts of another page. */
export function tellShown() {
  document.dispatchEvent(new Event(SHOWN));
}

/** Returns the visible parts with a key.
 * @returns {HTMLElement[]} */
export function keyed() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-key]")])
    .filter((part) => part.closest("[hidden]") === null);
}

/** Activates a part of the page.
 * @param {Element} part */
export function use(part) {
  if (part instanceof HTMLDetailsElement) {
    part.open = !part.open;
    part.querySelector("summary")?.focus();
  } else if (part instanceof HTMLTextAreaElement || part instanceof HTMLSelectElement
      || part instanceof HTMLInputElement && ["text", "file"].includes(part.type)) {
    part.focus();
  } else if (part instanceof HTMLElement) {
    part.click();
  }
}
