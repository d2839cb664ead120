// The command palette: Ctrl-K opens it, typing filters, arrows choose, Enter runs. It
// lists the buttons of the page with their keys, queues, and the places of the navigation; the
// list of all keys has the same source.

import { keyed, onEachPage, use } from "./page.js";

const PLACES = "form[action='/review/next'] button, tbody th a[href^='/review?queue='],"
  + " a[href^='/review/settings'], .path a, .places a, .viewer > a";

/** @typedef {{ part: HTMLElement, name: string, key: string }} Choice */

/** Returns the name of a part, without its key.
 * @param {HTMLElement} part */
function name(part) {
  const words = part instanceof HTMLInputElement ? part.labels?.[0] : part.querySelector("summary");
  const copy = /** @type {HTMLElement} */ ((words ?? part).cloneNode(true));
  copy.querySelectorAll("kbd").forEach((key) => key.remove());
  return (copy.textContent ?? "").trim().replace(/\s+/g, " ");
}

/** @returns {Choice[]} */
function choices() {
  const byKey = keyed().map((part) => ({ part, name: name(part), key: part.dataset.key ?? "" }));
  const taken = new Set(byKey.map(({ part }) => part));
  const names = new Set();
  const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(PLACES)])
    .filter((part) => !taken.has(part))
    .map((part) => ({ part, name: name(part), key: "" }))
    .filter((choice) => !names.has(choice.name) && names.add(choice.name));
  return [...byKey, ...places];
}

const input = () => /** @type {HTMLInputElement} */ (document.getElementById("palette-input"));
const options = () => [...document.querySelectorAll("#palette-list [role=option]")];

/** @type {Choice[]} */
let offered = [];
let active = 0;

/** @param {number} place */
function mark(place) {
  const all = options();
  active = all.length === 0 ? 0 : (place + all.length) % all.length;
  all.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
  all[active]?.scrollIntoView({ block: "nearest" });
  input().setAttribute("aria-activedescendant", all[active]?.id ?? "");
}

/** @param {Choice} choice
 * @param {number} place */
function option({ name: words, key }, place) {
  const item = document.createElement("li");
  item.id = `palette-${place}`;
  item.setAttribute("role", "option");
  item.append(words);
  if (key) {
    const cap = document.createElement("kbd");
    cap.textContent = key;
    item.append(" ", cap);
  }
  item.addEventListener("click", () => choose(place));
  return item;
}

/** Typed text may be the number of a case, or a subject of cases.
 * @param {string} wanted
 * @returns {Choice[]} */
function searches(wanted) {
  const found = [{ words: palette()?.dataset.search, address: `/review?about=${encodeURIComponent(wanted)}` }];
  if (/^\d+$/.test(wanted)) {
    found.unshift({ words: palette()?.dataset.case, address: `/review/cases/${wanted}` });
  }
  return wanted === "" ? [] : found.map(({ words, address }) => {
    const part = document.createElement("a");
    part.href = address;
    return { part, name: `${words ?? ""} ${wanted}`, key: "" };
  });
}

function fill() {
  const wanted = input().value.trim();
  const small = wanted.toLocaleLowerCase();
  offered = choices()
    .filter((choice) => choice.name.toLocaleLowerCase().includes(small))
    .concat(searches(wanted));
  document.getElementById("palette-list")?.replaceChildren(...offered.map(option));
  mark(0);
}

/** @param {number} place */
function choose(place) {
  const choice = offered[place];
  close();
  if (choice) {
    use(choice.part);
  }
}

const palette = () => /** @type {HTMLDialogElement | null} */ (document.getElementById("palette"));
const close = () => palette()?.close();

function open() {
  input().value = "";
  palette()?.showModal();
  fill();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "k" && (event.ctrlKey || event.metaKey) && palette()) {
    event.preventDefault();
    palette()?.open ? close() : open();
  }
});

onEachPage(() => {
  const opener = document.getElementById("palette-open");
  opener?.addEventListener("click", open);
  opener?.parentElement?.removeAttribute("hidden");
  palette()?.addEventListener("input", fill);
  palette()?.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      mark(active + step);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(active);
    }
  });
  const keys = document.querySelector(".keys dl");
  for (const { name: words, key } of choices().filter((choice) => choice.key).reverse()) {
    const row = document.createElement("div");
    row.innerHTML = "<dt><kbd></kbd></dt><dd></dd>";
    row.querySelector("kbd")?.append(key);
    row.querySelector("dd")?.append(words);
    keys?.prepend(row);
  }
});
