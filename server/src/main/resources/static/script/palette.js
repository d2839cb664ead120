// The palette of every page: Ctrl-K or ? opens it, typing filters and searches, arrows choose,
// Enter runs. It lists the buttons of the page with their keys, the places of the navigation, and
// what the server finds that the person may open. Nothing else works on the page, and nothing else
// is listed.

import { keyed, onEachPage, use } from "./page.js";

const PLACES = "form[action='/review/next'] button, tbody th a[href^='/review?queue='],"
  + " main a[href^='/review/settings'], .path a, .places .pages a, .places > ul > li > a:not(.job-name),"
  + " .own a";
const SEARCH = "/search?q=";
const SEARCHABLE = /^[0-9]$|^.{2,}$/;
const PAUSE_MS = 250;

/** @typedef {{ part: HTMLElement, name: string, keys: string[] }} Choice */

const palette = () => /** @type {HTMLDialogElement | null} */ (document.getElementById("palette"));
const input = () => /** @type {HTMLInputElement} */ (document.getElementById("palette-input"));
const options = () => [...document.querySelectorAll("#palette-list [role=option]")];
const close = () => palette()?.close();

/** Returns the name of a part, without its key and its number.
 * @param {HTMLElement} part */
function name(part) {
  const words = "labels" in part ? /** @type {HTMLInputElement} */ (part).labels?.[0] : part.querySelector("summary");
  const copy = /** @type {HTMLElement} */ ((words ?? part).cloneNode(true));
  copy.querySelectorAll("kbd, .waiting-number").forEach((inside) => inside.remove());
  const section = part.closest("[data-job]")?.querySelector(".job-name");
  const own = (copy.textContent ?? "").trim().replace(/\s+/g, " ");
  return section instanceof HTMLElement && section !== part ? `${name(section)} · ${own}` : own;
}

/** Returns keys that belong to no button, where they work.
 * @returns {Choice[]} */
function hints() {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-hint]")]);
  return all.flatMap((hint) => {
    const part = document.querySelector(hint.dataset.where ?? "");
    return part instanceof HTMLElement
      ? [{ part, name: name(hint), keys: (hint.dataset.hint ?? "").split(" ") }]
      : [];
  });
}

/** @returns {Choice[]} */
function choices() {
  const byKey = keyed().map((part) => ({ part, name: name(part), keys: [part.dataset.key ?? ""] }));
  const taken = new Set(byKey.map(({ part }) => part));
  const names = new Set();
  const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(PLACES)])
    .filter((part) => !taken.has(part))
    .map((part) => ({ part, name: name(part), keys: /** @type {string[]} */ ([]) }))
    .filter((choice) => !names.has(choice.name) && names.add(choice.name));
  return [...byKey, ...hints(), ...places];
}

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
function option({ name: words, keys }, place) {
  const item = document.createElement("li");
  item.id = `palette-${place}`;
  item.setAttribute("role", "option");
  item.append(words);
  const caps = keys.map((key) => {
    const cap = document.createElement("kbd");
    cap.textContent = key;
    return cap;
  });
  if (caps.length > 0) {
    const held = document.createElement("span");
    held.append(...caps);
    item.append(" ", held);
  }
  item.addEventListener("click", () => choose(place));
  return item;
}

/** @param {string} address
 * @param {string} words
 * @returns {Choice} */
function link(address, words) {
  const part = document.createElement("a");
  part.href = address;
  return { part, name: words, keys: [] };
}

/** @param {Choice[]} found what the server found */
function show(found) {
  const wanted = input().value.trim();
  const small = wanted.toLocaleLowerCase();
  offered = choices()
    .filter((choice) => choice.name.toLocaleLowerCase().includes(small))
    .concat(found)
    .concat(!SEARCHABLE.test(wanted) ? [] : [
      link(SEARCH + encodeURIComponent(wanted), `${palette()?.dataset.search ?? ""} ${wanted}`),
    ]);
  document.getElementById("palette-list")?.replaceChildren(...offered.map(option));
  mark(0);
}

/** @param {string} wanted
 * @returns {Promise<Choice[]>} */
async function find(wanted) {
  const answer = await fetch(SEARCH + encodeURIComponent(wanted), { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
  return [...page.querySelectorAll("a[data-found]")].map((found) => {
    const kind = found.closest("section")?.querySelector("h2")?.textContent ?? "";
    const detail = found.nextElementSibling?.textContent ?? "";
    return link(found.getAttribute("href") ?? "/",
      [kind, found.textContent ?? "", detail].filter(Boolean).join(" · "));
  });
}

let pause = 0;

/** Lists at once what the page offers, and after a pause what the server finds. */
function fill() {
  const wanted = input().value.trim();
  show([]);
  clearTimeout(pause);
  if (SEARCHABLE.test(wanted)) {
    pause = setTimeout(async () => {
      const found = await find(wanted).catch(() => []);
      if (palette()?.open && input().value.trim() === wanted && found.length > 0) {
        show(found);
      }
    }, PAUSE_MS);
  }
}

/** @param {number} place */
function choose(place) {
  const part = offered[place]?.part;
  close();
  if (part instanceof HTMLButtonElement && part.closest("form[data-keep]")) {
    // Nobody decides by the list: it leads to the button, and only the next press acts.
    for (let fold = part.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
      fold.open = true;
    }
    part.focus();
  } else if (part) {
    use(part);
  }
}

function open() {
  input().value = "";
  palette()?.showModal();
  fill();
}

/** @param {EventTarget | null} place */
const isTyping = (place) => place instanceof HTMLElement
  && (place.isContentEditable || place.matches("input:not([type=checkbox], [type=radio]), textarea, select"));

document.addEventListener("keydown", (event) => {
  const command = event.ctrlKey || event.metaKey;
  if (!palette() || event.defaultPrevented || event.altKey) {
    return;
  }
  if (event.key === "k" && command) {
    event.preventDefault();
    palette()?.open ? close() : open();
  } else if (event.key === "?" && !command && !isTyping(event.target)
      && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    open();
  }
});

onEachPage(() => {
  for (const opener of document.querySelectorAll("[data-palette], .own a[href='/search']")) {
    opener.parentElement?.removeAttribute("hidden");
    opener.addEventListener("click", (event) => {
      if (!(event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey))) {
        event.preventDefault();
        open();
      }
    });
  }
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
});
