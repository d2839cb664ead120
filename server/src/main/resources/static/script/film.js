// A film as a contact sheet: frames evenly spread over its length, each with its time, before
// anything moves. The film is fetched once, as a whole, so that the server records one view.

/** Films in memory. @type {string[]} */
const sources = [];

/** Releases the films of the previous page. */
export function forget() {
  sources.splice(0).forEach((source) => URL.revokeObjectURL(source));
}

const FRAMES = 12;
const WIDTH = 320;

/** @param {EventTarget} target
 * @param {string} kind */
const once = (target, kind) =>
  new Promise((resolve, reject) => {
    target.addEventListener(kind, resolve, { once: true });
    target.addEventListener("error", reject, { once: true });
  });

/** @param {number} seconds
 * @param {number} digits after the point */
function time(seconds, digits) {
  const rest = (seconds % 60).toFixed(digits).padStart(digits ? digits + 3 : 2, "0");
  return `${Math.floor(seconds / 60)}:${rest}`;
}

/** Returns the length in seconds; some films have it only at their end.
 * @param {HTMLVideoElement} film */
async function length(film) {
  if (!Number.isFinite(film.duration)) {
    // The end of this seek must not be taken for that of the next one.
    const known = Promise.all([once(film, "durationchange"), once(film, "seeked")]);
    film.currentTime = Number.MAX_SAFE_INTEGER;
    await known;
  }
  return film.duration;
}

// A seek ends before its frame can be drawn in a busy browser; some tell of a frame only if it
// differs from the one before.
const LATEST_FRAME_MS = 300;

/** Waits until the film has a new frame to draw.
 * @param {HTMLVideoElement} film */
const frameOf = (film) =>
  new Promise((resolve) => {
    film.requestVideoFrameCallback?.(resolve);
    setTimeout(resolve, LATEST_FRAME_MS);
  });

/** Draws the frame of a film at a moment.
 * @param {HTMLVideoElement} film
 * @param {HTMLCanvasElement} canvas
 * @param {number} at seconds */
async function draw(film, canvas, at) {
  const there = Promise.all([once(film, "seeked"), frameOf(film)]);
  film.currentTime = at;
  await there;
  canvas.height = Math.round((WIDTH * film.videoHeight) / film.videoWidth);
  canvas.getContext("2d")?.drawImage(film, 0, 0, canvas.width, canvas.height);
}

/** @param {string} label
 * @param {number} at seconds
 * @param {number} length seconds */
function still(label, at, length) {
  const button = document.createElement("button");
  const canvas = document.createElement("canvas");
  const caption = document.createElement("span");
  canvas.width = WIDTH;
  canvas.height = (WIDTH * 9) / 16;
  canvas.setAttribute("aria-hidden", "true");
  caption.textContent = time(Math.floor(at * 10) / 10, length < 5 * FRAMES ? 1 : 0);
  button.type = "button";
  button.className = "still";
  button.setAttribute("aria-label", `${label} ${caption.textContent}`);
  button.append(canvas, caption);
  return { button, canvas, at };
}

/** Makes a second player, hidden and without sound: the one on the page keeps its position.
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
    still(frame.dataset.start ?? "", (seconds * (i + 0.5)) / FRAMES, seconds));
  const list = document.createElement("div");
  list.className = "sheet original";
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

/** The browser's own controls would be veiled with the film, so it has buttons beside it.
 * @param {HTMLElement} frame
 * @param {HTMLVideoElement} player */
function control(frame, player) {
  const [play, sound] = frame.querySelectorAll(".player button");
  const tell = () => sound.setAttribute("aria-pressed", String(!player.muted));
  play.addEventListener("click", () => (player.paused ? player.play() : player.pause()));
  sound.addEventListener("click", () => {
    player.muted = !player.muted;
    tell();
  });
  tell();
  play.parentElement?.removeAttribute("hidden");
}

/** Fetches a film and shows its contact sheet above the player. Fails if there is no such film; an
 * unreadable one is reported in the frame.
 * @param {HTMLElement} frame
 * @param {HTMLVideoElement} player
 * @param {string} address */
export async function sheet(frame, player, address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`no film: ${answer.status}`);
  }
  const source = URL.createObjectURL(await answer.blob());
  sources.push(source);
  player.src = source;
  player.hidden = false;
  control(frame, player);
  fill(frame, player, source).catch(() => {
    const sentence = document.createElement("p");
    sentence.className = "original";
    sentence.textContent = frame.dataset.failed ?? "";
    frame.prepend(sentence);
  });
}
