// A film as a contact sheet: frames evenly spread over its length, each with its time, before
// anything moves. The film is fetched once, as a whole, so that the server writes one view down.

const FRAMES = 12;
const WIDTH = 320;

/** @param {EventTarget} target
 * @param {string} kind */
const once = (target, kind) =>
  new Promise((resolve, reject) => {
    target.addEventListener(kind, resolve, { once: true });
    target.addEventListener("error", reject, { once: true });
  });

/** @param {number} seconds */
function time(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Returns the length in seconds; some films tell it only at their end.
 * @param {HTMLVideoElement} film */
async function length(film) {
  if (!Number.isFinite(film.duration)) {
    const known = once(film, "durationchange");
    film.currentTime = Number.MAX_SAFE_INTEGER;
    await known;
  }
  return film.duration;
}

/** Draws what a film shows at some moment.
 * @param {HTMLVideoElement} film
 * @param {HTMLCanvasElement} canvas
 * @param {number} at seconds */
async function draw(film, canvas, at) {
  const there = once(film, "seeked");
  film.currentTime = at;
  await there;
  canvas.height = Math.round((WIDTH * film.videoHeight) / film.videoWidth);
  canvas.getContext("2d")?.drawImage(film, 0, 0, canvas.width, canvas.height);
}

/** @param {string} label
 * @param {number} at seconds */
function still(label, at) {
  const button = document.createElement("button");
  const canvas = document.createElement("canvas");
  const caption = document.createElement("span");
  canvas.width = WIDTH;
  canvas.height = (WIDTH * 9) / 16;
  canvas.setAttribute("aria-hidden", "true");
  caption.textContent = time(at);
  button.type = "button";
  button.className = "still";
  button.setAttribute("aria-label", `${label} ${caption.textContent}`);
  button.append(canvas, caption);
  return { button, canvas, at };
}

/** A second player, without sound, that nobody sees: the one on the page stays where it is.
 * @param {string} source */
async function reader(source) {
  const film = document.createElement("video");
  film.muted = true;
  film.preload = "auto";
  film.src = source;
  await once(film, "loadeddata");
  return film;
}

/** @param {HTMLElement} frame
 * @param {HTMLVideoElement} player
 * @param {string} source */
async function fill(frame, player, source) {
  const film = await reader(source);
  const seconds = await length(film);
  const stills = Array.from({ length: FRAMES }, (_, i) =>
    still(frame.dataset.start ?? "", (seconds * (i + 0.5)) / FRAMES));
  const list = document.createElement("div");
  list.className = "sheet";
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", frame.dataset.sheet ?? "");
  list.append(...stills.map(({ button }) => button));
  frame.prepend(list);
  for (const { button, at } of stills) {
    button.addEventListener("click", () => {
      player.currentTime = at;
      player.play();
    });
  }
  for (const { canvas, at } of stills) {
    await draw(film, canvas, at);
  }
  list.dataset.drawn = "true";
}

/** Fetches a film and shows its contact sheet above the player.
 * @param {HTMLElement} frame
 * @param {HTMLVideoElement} player
 * @param {string} address */
export async function sheet(frame, player, address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) {
      throw new Error(`no film: ${answer.status}`);
    }
    const source = URL.createObjectURL(await answer.blob());
    player.src = source;
    player.hidden = false;
    await fill(frame, player, source);
  } catch {
    const sentence = document.createElement("p");
    sentence.textContent = frame.dataset.failed ?? "";
    frame.prepend(sentence);
  }
}
