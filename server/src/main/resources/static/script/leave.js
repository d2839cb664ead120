// Leaves a public page at once: hides it while the neutral one loads, and takes its place, so that
// "back" does not return to it. Escape pressed three times does the same. Without this script, the
// link leads there, too.

const link = /** @type {HTMLAnchorElement} */ (document.querySelector("a[data-leave]"));
const WITHIN_MS = 3000;
const TIMES = 3;

let presses = /** @type {number[]} */ ([]);

function leave() {
  document.documentElement.hidden = true;
  document.title = "";
  location.replace(link.href);
}

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.repeat) {
    return;
  }
  const now = Date.now();
  presses = [...presses.filter((at) => now - at < WITHIN_MS), now];
  if (presses.length >= TIMES) {
    leave();
  }
}, { capture: true });

document.querySelector("[data-leave-keys]")?.removeAttribute("hidden");
