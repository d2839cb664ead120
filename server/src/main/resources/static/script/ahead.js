// Fetches the pictures of the next case, behind their veil, while the reviewer works on this one.
// If that fails, the page of that case fetches them itself.

import { onEachPage } from "./page.js";

const CALM_MILLIS = 200;

/** @type {Map<string, HTMLImageElement>} */
let waiting = new Map();
let timer = 0;
let pages = 0;

/** Returns the address of a medium behind its veil.
 * @param {string | undefined} address */
export const veiled = (address) => `${address}?veiled=true`;

/** Returns a picture that is here, or on its way, already.
 * @param {string} address
 * @returns {HTMLImageElement | undefined} */
export function take(address) {
  const picture = waiting.get(address);
  waiting.delete(address);
  const broken = picture?.complete && picture.naturalWidth === 0;
  return broken ? undefined : picture;
}

/** @param {string} address */
function begun(address) {
  const picture = new Image();
  picture.src = veiled(address);
  return picture;
}

/** @param {string} token
 * @param {string} within the filter that the next case has to fit */
async function begin(token, within) {
  const page = pages;
  const answer = await fetch("/review/ahead", {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRF-TOKEN": token },
    body: new URLSearchParams({ within }),
  });
  const addresses = answer.ok ? await answer.json() : [];
  if (page === pages) {
    waiting = new Map(addresses.map(
      (/** @type {string} */ each) => [each, waiting.get(each) ?? begun(each)]));
  }
}

// This page's media comes first; and a reviewer who decides at once needs nothing ahead.
onEachPage(() => {
  pages++;
  clearTimeout(timer);
  const token = document.querySelector("form[data-keep] [name=_csrf]");
  const within = document.querySelector("form[data-keep] [name=within]");
  if (token instanceof HTMLInputElement && within instanceof HTMLInputElement) {
    timer = setTimeout(() => begin(token.value, within.value).catch(() => waiting.clear()), CALM_MILLIS);
  }
});
