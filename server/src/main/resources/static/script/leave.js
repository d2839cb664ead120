// Leaves a public page at once: hides it while the neutral one loads, and takes its place, so that
// "back" does not return to it. Escape pressed three times does the same. The pages before it show
// nothing either when "back" leads to them, until one is opened anew. Without this script, the link
// leads there, too. It runs before the rest of the page is drawn, so it is no module.

(() => {
  const link = /** @type {HTMLAnchorElement} */ (document.querySelector("a[data-leave]"));
  const LEFT = "left";
  const WITHIN_MS = 3000;
  const TIMES = 3;

  let presses = /** @type {number[]} */ ([]);

  function leave() {
    document.documentElement.hidden = true;
    document.title = "";
    sessionStorage.setItem(LEFT, "1");
    location.replace(link.href);
  }

  /** @param {boolean} again whether the page comes back, instead of being opened */
  function arrive(again) {
    if (!again) {
      sessionStorage.removeItem(LEFT);
    } else if (sessionStorage.getItem(LEFT)) {
      leave();
    }
  }

  const [way] = performance.getEntriesByType("navigation");
  arrive(way instanceof PerformanceNavigationTiming && way.type !== "navigate");
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      arrive(true);
    }
  });

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
})();
