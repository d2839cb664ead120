// The veil over the media of a case. Media is fetched as veiled, and each taking away of the veil
// is told to the server before it happens, so that what counts is what was seen. Without this
// script the page loads media by itself, and the server counts it as seen sharply.

import { take, veiled } from "./ahead.js";
import { forget, sheet } from "./film.js";
import { onEachPage } from "./page.js";

const panel = () => /** @type {HTMLElement | null} */ (document.querySelector(".veiled"));
const box = () => /** @type {HTMLInputElement | null} */ (document.getElementById("unveil"));
const HELD_MILLIS = 400;

/** Veils whose taking away the server knows of, by address. @type {Map<string, Promise<void>>} */
const told = new Map();

/** @param {HTMLElement} frame */
async function tell(frame) {
  const answer = await fetch(`${frame.dataset.medium}/unveiled`, {
    method: "POST",
    headers: { "X-CSRF-TOKEN": panel()?.dataset.token ?? "" },
  });
  if (!answer.ok) {
    throw new Error(`not unveiled: ${answer.status}`);
  }
}

/** @param {HTMLElement} frame */
function known(frame) {
  const address = frame.dataset.medium ?? "";
  const telling = told.get(address) ?? tell(frame);
  told.set(address, telling);
  telling.catch(() => told.delete(address));
  return telling;
}

/** Takes the veil away, once the server knows, if it still has to be away then.
 * @param {HTMLElement} frame
 * @param {boolean} wanted */
async function show(frame, wanted) {
  frame.dataset.wanted = String(wanted);
  if (!wanted) {
    frame.classList.remove("sharp");
    return;
  }
  try {
    await known(frame);
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
  const medium = frame.querySelector("[data-src]");
  if (medium instanceof HTMLImageElement) {
    const picture = placed(medium, frame.dataset.medium ?? "");
    picture.hidden = false;
    picture.addEventListener("click", () => show(frame, frame.dataset.wanted !== "true"));
  } else if (medium instanceof HTMLVideoElement) {
    sheet(frame, medium, veiled(frame.dataset.medium));
  }
}

onEachPage(() => {
  told.clear();
  forget();
  const frames = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".veiled .frame")]);
  frames.forEach(load);
  panel()?.classList.add("guarded");
  box()?.addEventListener("change", () => frames.forEach((frame) => show(frame, box()?.checked === true)));
});

// A short press leaves the veil away until the next one; a long one only while it lasts.
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
