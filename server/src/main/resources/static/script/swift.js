// The next case at once: what a form leads to is put in the place of this page, so that styles,
// scripts and all that stays need not be set up again. Without this script, or when anything goes
// otherwise than expected, the browser does it.

import { tellShown } from "./page.js";

const PLACE = "/review";
let busy = false;
let left = false;

/** Parsed where no script runs, a page holds what is for browsers without scripts as well.
 * @param {string} text */
function parsed(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  page.querySelectorAll("noscript").forEach((part) => part.remove());
  return page;
}

/** @param {Document} page
 * @param {string} address */
function show(page, address) {
  const scripts = [...page.querySelectorAll("script[src]")].map((one) => one.getAttribute("src"));
  history.pushState(null, "", address);
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  // Those that are there already do not begin again; a page of another kind may bring its own.
  scripts.forEach((script) => import(script ?? ""));
  scrollTo(0, 0);
  document.getElementById("content")?.focus({ preventScroll: true });
  tellShown();
}

/** @param {HTMLFormElement} form
 * @param {HTMLElement | null} button */
async function send(form, button) {
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams(/** @type {any} */ (new FormData(form, button))),
    headers: { Accept: "text/html" },
  });
  const html = answer.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  if (!html || !new URL(answer.url).pathname.startsWith(PLACE)) {
    location.assign(answer.url);
    return;
  }
  // A form that was refused is answered where it was sent to; nobody can go back there.
  show(parsed(await answer.text()), answer.redirected ? answer.url : location.href);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const swift = form instanceof HTMLFormElement && form.method === "post"
    && new URL(form.action).pathname.startsWith(PLACE);
  if (!swift || left || event.defaultPrevented) {
    return;
  }
  event.preventDefault();
  if (!busy) {
    busy = true;
    // Sent again, it decides nothing twice: the version of the case has changed.
    send(form, event.submitter)
      .catch(() => {
        left = true;
        form.requestSubmit(event.submitter);
      })
      .finally(() => { busy = false; });
  }
});

addEventListener("popstate", () => location.reload());
