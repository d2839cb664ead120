// Shows the next case at once: the answer to a form replaces the content of this page, so that
// styles, scripts and unchanged parts need no new set-up. Without this script, or on any surprise,
// the browser loads the page.

import { tellShown } from "./page.js";

const PLACE = "/review";
let busy = false;
let left = false;
/** The page that is shown, without the part of it that somebody went to. */
let here = location.pathname + location.search;

/** Parses a page without running scripts, so it also has the parts for browsers without them.
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
  here = location.pathname + location.search;
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  // Those that are there already do not begin again; a page of another kind may bring its own.
  scripts.forEach((script) => import(script ?? ""));
  scrollTo(0, 0);
  document.getElementById("main")?.focus({ preventScroll: true });
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
  // A refused form is answered at its own address, to which the browser cannot go back.
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

// Going to a part of the page is not going to another page.
addEventListener("popstate", () => {
  if (location.pathname + location.search !== here) {
    location.reload();
  }
});
