// Fills in the first step of a report with the place that an address names behind a "#", which no
// server or proxy sees. Without this script the form asks for the place.

const form = /** @type {HTMLFormElement} */ (document.getElementById("reason-form"));
const PLACE = ["messenger", "surface", "link", "account", "room", "message"];

/** Adds or sets a hidden field.
 * @param {string} name
 * @param {string} value */
function carry(name, value) {
  const field = form.querySelector(`input[type=hidden][name=${name}]`)
    ?? form.appendChild(document.createElement("input"));
  if (field instanceof HTMLInputElement) {
    field.type = "hidden";
    field.name = name;
    field.value = value;
  }
}

for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
  if (PLACE.includes(name)) {
    carry(name, value);
  }
}
