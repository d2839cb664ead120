// The veil over media. A blurred rendition from the server is fetched first, and the original
// when the viewer asks to see it; the server records that before it sends the original. Without
// this script the page shows renditions, and links to the originals.

import { take, veiled } from "./ahead.js";
import { forget, sheet } from "./film.js";
import { onEachPage } from "./page.js";

const panel = () => /** @type {HTMLElement | null} */ (document.querySelector(".veiled"));
const box = () => /** @type {HTMLInputElement | null} */ (document.getElementById("unveil"));
const HELD_MILLIS = 400;

/** Originals that are here or on their way. @type {Map<HTMLElement, Promise<void>>} */
let originals = new Map();

/** Fetches the original of a picture, and puts it beside its rendition.
 * @param {HTMLElement} frame */
async function picture(frame) {
  const original = new Image();
  original.className = "original";
  original.alt = frame.dataset.label ?? "";
  await new Promise((resolve, reject) => {
    original.onload = resolve;
    original.onerror = reject;
    original.src = frame.dataset.medium ?? "";
  });
  original.addEventListener("click", () => show(frame, false));
  frame.append(original);
}

/** @param {HTMLElement} frame */
function fetched(frame) {
  const film = frame.querySelector("video");
  const fetching = originals.get(frame)
    ?? (film ? sheet(frame, film, frame.dataset.medium ?? "") : picture(frame));
  originals.set(frame, fetching);
  fetching.catch(() => originals.delete(frame));
  return fetching;
}

/** Lifts the veil once the original is here, if that is still wanted then.
 * @param {HTMLElement} frame
 * @param {boolean} wanted */
async function show(frame, wanted) {
  frame.dataset.wanted = String(wanted);
  if (!wanted) {
    frame.classList.remove("sharp");
    frame.querySelector("video")?.pause();
    return;
  }
  try {
    await fetched(frame);
    frame.classList.toggle("sharp", frame.dataset.wanted === "true");
  } catch {
    refuse();
  }
}

function refuse() {
  const status = document.getElementById("veil-status");
  const unveil = box();
  if (status && unveil) {
    status.textContent = panel()?.dataset.lost ?? "";
    unveil.checked = false;
  }
}

/** Puts a picture in its place, the one that was fetched ahead if there is one.
 * @param {HTMLImageElement} empty
 * @param {string} address */
function placed(empty, address) {
  const ready = take(address);
  if (!ready) {
    empty.src = veiled(address);
    return empty;
  }
  for (const { name, value } of empty.attributes) {
    ready.setAttribute(name, value);
  }
  empty.replaceWith(ready);
  return ready;
}

/** @param {HTMLElement} frame */
function load(frame) {
  const rendition = frame.querySelector("img[data-src]");
  if (rendition instanceof HTMLImageElement) {
    const picture = placed(rendition, frame.dataset.medium ?? "");
    picture.hidden = false;
    picture.addEventListener("click", () => show(frame, true));
  }
  if (frame.dataset.open) {
    show(frame, true);
  }
}

onEachPage(() => {
  originals = new Map();
  forget();
  const frames = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".veiled .frame")]);
  frames.forEach(load);
  document.querySelector(".veiled")?.classList.add("guarded");
  box()?.addEventListener("change", () => frames.forEach((frame) => show(frame, box()?.checked === true)));
});

// A short press lifts the veil until the next one; a long one only while it lasts.
let pressedAt = 0;
document.addEventListener("keydown", (event) => {
  if (event.key === "u" && !event.repeat) {
    pressedAt = event.timeStamp;
  }
});
document.addEventListener("keyup", (event) => {
  const held = event.key === "u" && event.timeStamp - pressedAt > HELD_MILLIS;
  if (held && box()?.checked) {
    box()?.click();
  }
});
