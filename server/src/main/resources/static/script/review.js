// Keys for reviewers: a key presses the button, or opens the part of the page, whose data-key it
// is. Without this script every button works as before.

/** @param {EventTarget | null} place */
const isTyping = (place) =>
  place instanceof HTMLElement
  && (place.isContentEditable || place.matches("input:not([type=checkbox], [type=radio]), textarea, select"));

/** @param {EventTarget | null} place */
const hasEnterOfItsOwn = (place) =>
  place instanceof HTMLElement && place.closest("a, button, summary") !== null;

/** @param {Element} part */
function use(part) {
  if (part instanceof HTMLDetailsElement) {
    part.open = !part.open;
    return;
  }
  if (part instanceof HTMLTextAreaElement || part instanceof HTMLInputElement && part.type === "text") {
    part.focus();
    return;
  }
  if (part instanceof HTMLElement) {
    part.click();
  }
}

/** Moves the focus over the cases of a list.
 * @param {number} step */
function move(step) {
  const cases = [...document.querySelectorAll("tbody th a[href^='/review/cases/']")];
  const next = cases[cases.indexOf(/** @type {Element} */ (document.activeElement)) + step];
  if (next instanceof HTMLElement) {
    next.focus();
  }
}

document.addEventListener("keydown", (event) => {
  const held = event.ctrlKey || event.altKey || event.metaKey || event.repeat;
  if (held || event.defaultPrevented || isTyping(event.target)) {
    return;
  }
  if (event.key === "Enter" && hasEnterOfItsOwn(event.target)) {
    return;
  }
  if (event.key === "j" || event.key === "k") {
    move(event.key === "j" ? 1 : -1);
    return;
  }
  const category = document.querySelector("form[data-keep] select[name=category]");
  if (category instanceof HTMLSelectElement && /^[1-9]$/.test(event.key)) {
    category.selectedIndex = Math.min(Number(event.key), category.length) - 1;
    category.focus();
    return;
  }
  const part = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)
    ?? (event.key === "n" ? document.getElementById("note") : null);
  if (part) {
    event.preventDefault();
    use(part);
  }
});

// What can be taken back for a moment only is shown for that moment only.
for (const part of document.querySelectorAll("[data-vanish]")) {
  setTimeout(() => part.remove(), Number(part.getAttribute("data-vanish")) * 1000);
}

// A case stays whose it is while they work on it: moving, typing or scrolling counts as work.
const form = document.querySelector("form[data-keep]");
if (form instanceof HTMLFormElement) {
  const MINUTES = 4;
  let worked = true;
  for (const kind of ["pointermove", "keydown", "scroll"]) {
    document.addEventListener(kind, () => { worked = true; }, { passive: true });
  }
  const token = form.querySelector("[name=_csrf]");
  setInterval(() => {
    if (worked && token instanceof HTMLInputElement) {
      worked = false;
      fetch(form.dataset.keep ?? "", { method: "POST", headers: { "X-CSRF-TOKEN": token.value } });
    }
  }, MINUTES * 60_000);
}
