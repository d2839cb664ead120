// Keys of reviewers beyond those of buttons, which keys.js presses, and what their pages do by
// themselves. Without this script every button works as before.

import { focusOn, isFree, press } from "./keys.js";
import { onEachPage } from "./page.js";

/** Moves the focus over the cases of a list.
 * @param {number} step */
function move(step) {
  const cases = [...document.querySelectorAll("tbody th a[href^='/review/cases/']")];
  const next = cases[cases.indexOf(/** @type {Element} */ (document.activeElement)) + step];
  if (next instanceof HTMLElement) {
    next.focus();
  }
}

// Keys that lead to boxes, which Space ticks.
/** @type {Record<string, string>} */
const BOXES = { w: "keywords", f: "facts" };

// Digits choose a category, beginning with the first that is one.
const CATEGORY = "form[data-keep] select[name=category], form[data-several] select[name=category]";
/** @param {HTMLSelectElement} list */
const categories = (list) => [...list.options].filter((option) => option.value !== "").slice(0, 9);

document.addEventListener("keydown", (event) => {
  if (!isFree(event)) {
    return;
  }
  const category = document.querySelector(CATEGORY);
  if (category instanceof HTMLSelectElement && /^[1-9]$/.test(event.key)) {
    const chosen = categories(category)[Number(event.key) - 1];
    if (chosen !== undefined) {
      chosen.selected = true;
    }
    focusOn(category);
    return;
  }
  const box = BOXES[event.key]
    ? document.querySelector(`:is(form[data-keep], form[data-several]) [name=${BOXES[event.key]}]`) : null;
  if (box instanceof HTMLElement) {
    event.preventDefault();
    focusOn(box);
    return;
  }
  if (event.key === "n") {
    press(document.getElementById("note"), event);
  } else if (event.key === "j" || event.key === "k") {
    move(event.key === "j" ? 1 : -1);
  }
});

// Nobody decides by Enter in a field: the button has a key of its own.
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key === "Enter" && field instanceof HTMLInputElement && field.closest("form[data-keep]")) {
    event.preventDefault();
  }
});

document.addEventListener("click", (event) => {
  const opener = event.target instanceof Element ? event.target.closest("[data-opens]") : null;
  const fold = document.getElementById(opener?.getAttribute("data-opens") ?? "");
  if (fold instanceof HTMLDetailsElement) {
    fold.open = true;
  }
});

// A pane that is higher than the window sticks to its bottom edge, not to its top edge.
const pane = new ResizeObserver((all) => {
  for (const { target } of all) {
    if (target instanceof HTMLElement) {
      target.style.setProperty("--height", `${target.offsetHeight}px`);
    }
  }
});
onEachPage(() => {
  pane.disconnect();
  document.querySelectorAll(".case .acts").forEach((part) => pane.observe(part));
});

// The digit that chooses a category is before it.
onEachPage(() => {
  const list = document.querySelector(CATEGORY);
  if (list instanceof HTMLSelectElement) {
    categories(list).forEach((option, i) => option.prepend(`${i + 1} · `));
  }
});

// A decision that can be taken back is shown only while it can.
onEachPage(() => {
  for (const part of document.querySelectorAll("[data-vanish]")) {
    const seconds = Number(part.getAttribute("data-vanish"));
    if (part instanceof HTMLElement) {
      part.style.setProperty("--seconds", `${seconds}s`);
    }
    setTimeout(() => part.remove(), seconds * 1000);
  }
});

// Keeps the claim while the reviewer works: moving, typing or scrolling counts as work.
const MINUTES = 4;
let worked = true;
for (const kind of ["pointermove", "keydown", "scroll"]) {
  document.addEventListener(kind, () => { worked = true; }, { passive: true });
}
setInterval(() => {
  const form = document.querySelector("form[data-keep]");
  const token = form?.querySelector("[name=_csrf]");
  if (worked && form instanceof HTMLFormElement && token instanceof HTMLInputElement) {
    worked = false;
    fetch(form.dataset.keep ?? "", { method: "POST", headers: { "X-CSRF-TOKEN": token.value } });
  }
}, MINUTES * 60_000);

// The cases of the previous list: j and k lead from one to the next.
const LIST = "vigie.cases";
onEachPage(() => {
  const links = [...document.querySelectorAll("main tbody th a[href^='/review/cases/']")];
  if (location.pathname === "/review") {
    const addresses = links.map((link) => link.getAttribute("href"));
    sessionStorage.setItem(LIST, JSON.stringify([...new Set(addresses)]));
    return;
  }
  const walk = document.querySelector(".walk");
  const list = JSON.parse(sessionStorage.getItem(LIST) ?? "[]");
  const here = list.findIndex((/** @type {string} */ each) => each.split("?")[0] === location.pathname);
  if (walk instanceof HTMLElement && here >= 0) {
    for (const link of walk.querySelectorAll("a")) {
      const there = list[here + (link.dataset.key === "j" ? 1 : -1)];
      link.hidden = there === undefined;
      link.href = there ?? "";
    }
    walk.hidden = false;
  }
});

// The button bears the measures of the fields, and is named again when they change.
const NAMED = ["content", "account", "room", "days", "countries"];
let changes = 0;
document.addEventListener("change", async (event) => {
  const field = event.target;
  const form = field instanceof HTMLElement ? field.closest("form") : null;
  const button = form?.querySelector("[data-bears]");
  if (!(form instanceof HTMLFormElement) || !(button instanceof HTMLButtonElement)
      || !NAMED.includes(field?.getAttribute("name") ?? "")) {
    return;
  }
  const sent = new FormData(form);
  const asked = new URLSearchParams(NAMED.map((name) => [name, String(sent.get(name) ?? "")]));
  button.disabled = true;
  const change = ++changes;
  const answer = await fetch(`${button.dataset.bears}?${asked}`, { headers: { Accept: "application/json" } });
  const { words, mark } = await answer.json();
  if (change !== changes) {
    return; // the answer to a later change names the button
  }
  button.querySelector("span")?.replaceChildren(words);
  button.value = `violation|${mark}`;
  button.disabled = mark === "";
});
