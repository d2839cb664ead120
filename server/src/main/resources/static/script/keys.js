// Keys of every page: a key presses the button, opens the part, or leads to the field with that
// data-key. Without this script every button works as before.

import { keyed, onEachPage, use } from "./page.js";

/** @param {EventTarget | null} place */
const isTyping = (place) =>
  place instanceof HTMLElement
  && (place.isContentEditable || place.matches("input:not([type=checkbox], [type=radio]), textarea, select"));

/** @param {EventTarget | null} place */
const hasEnterOfItsOwn = (place) =>
  place instanceof HTMLElement && place.closest("a, button, summary") !== null;

/** Returns whether a key may act: nobody types, and nothing else lies over the page.
 * @param {KeyboardEvent} event */
export function isFree(event) {
  const held = event.ctrlKey || event.altKey || event.metaKey || event.repeat;
  return !held && !event.defaultPrevented && !isTyping(event.target)
    && !document.querySelector("dialog[open]")
    && !(event.key === "Enter" && hasEnterOfItsOwn(event.target));
}

// A key meant for the case before must not decide the one that has just appeared.
const PAUSE_MS = 1000;
onEachPage(() => {
  const form = document.querySelector("form[data-keep]");
  setTimeout(() => form?.setAttribute("data-ready", ""), PAUSE_MS);
});

/** @param {HTMLElement} part */
const isReady = (part) =>
  part instanceof HTMLDetailsElement || part.closest("form[data-keep]:not([data-ready])") === null;

/** Opens what a part is folded into; returns whether it was.
 * @param {HTMLElement} part */
function reveal(part) {
  const fold = part.parentElement?.closest("details:not([open])");
  if (!(fold instanceof HTMLDetailsElement)) {
    return false;
  }
  fold.open = true;
  reveal(fold);
  return true;
}

/** @param {HTMLElement} part */
export function focusOn(part) {
  reveal(part);
  part.focus();
}

// A key whose button nobody sees shows it first.
/** @param {HTMLElement | null | undefined} part
 * @param {KeyboardEvent} event */
export function press(part, event) {
  if (part) {
    event.preventDefault();
    if (isReady(part)) {
      reveal(part) ? part.focus() : use(part);
    }
  }
  return part !== null && part !== undefined;
}

// Confirming has a key of its own, which works while somebody types, too.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat
      && !document.querySelector("dialog[open]")) {
    press(keyed().find((each) => each.dataset.key === "Ctrl-Enter"), event);
  }
});

document.addEventListener("keydown", (event) => {
  if (isFree(event)) {
    press(keyed().find((each) => each.dataset.key === event.key), event);
  }
});
