// What every page of a person who is signed in has beyond HTML: the palette, menus that close by
// themselves, and the time zone of this browser.

import "./keys.js";
import "./palette.js";
import { onEachPage } from "./page.js";

/** Returns the open sheets of menus.
 * @returns {HTMLDetailsElement[]} */
const sheets = () => [...document.querySelectorAll("details.account[open]")];

document.addEventListener("click", (event) => {
  sheets().filter((sheet) => !sheet.contains(/** @type {Node} */ (event.target)))
    .forEach((sheet) => { sheet.open = false; });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const sheet of sheets()) {
      sheet.open = false;
      sheet.querySelector("summary")?.focus();
    }
  }
});

// Without a choice of the person, times are shown in the zone of this browser from the next page on.
onEachPage(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const chosen = document.cookie.split("; ").some((part) => part.startsWith("zone="));
  if (zone && !chosen) {
    document.cookie = `zone-here=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
  }
});

// Whole identifiers, of which pages show the beginning.
onEachPage(() => {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    if (button instanceof HTMLButtonElement && navigator.clipboard) {
      button.hidden = false;
      button.onclick = async () => {
        await navigator.clipboard.writeText(button.dataset.copy ?? "");
        button.dataset.copied = "";
        setTimeout(() => delete button.dataset.copied, 2000);
      };
    }
  }
});
