// Moves the progress of long work by itself, and shows the page again when the work is over. Asks
// less often the longer it takes. Without this script, a link shows the page again.

const part = /** @type {HTMLElement | null} */ (document.querySelector("[data-progress]"));
const bar = document.querySelector("[data-progress] progress");
const percent = document.querySelector("[data-progress-percent]");
const rows = document.querySelector("[data-progress-rows]");
const LONGEST_MS = 10000;
let wait = 1000;

async function ask() {
  const answer = await fetch(part?.dataset.progress ?? "", { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error("the progress is not known");
  }
  const now = await answer.json();
  if (rows) {
    rows.textContent = now.rows;
  }
  if (bar instanceof HTMLProgressElement && percent) {
    bar.value = now.percent;
    percent.textContent = (percent.textContent ?? "").replace(/\d+/, String(now.percent));
  }
  if (now.over) {
    location.reload();
    return true;
  }
  return false;
}

function later() {
  setTimeout(() => {
    ask().catch(() => false).then((over) => {
      if (!over) {
        later();
      }
    });
  }, wait);
  wait = Math.min(LONGEST_MS, wait * 1.3);
}

if (part) {
  later();
}
