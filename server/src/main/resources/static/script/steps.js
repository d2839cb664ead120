// Keeps the answers of a form that travels in bodies: an address that names the place behind a "#",
// which no server or proxy sees, fills in the first step; and another language is asked for with
// the answers, not without them. Without this script the form works, too.

const form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-step]"));
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

if (form.id === "reason-form") {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    if (PLACE.includes(name)) {
      carry(name, value);
    }
  }
}

/** The step whose page this is, as the place to which its answers are sent again. */
const STEPS = {
  "reason-form": "/report",
  "where-form": "/report/where",
  "send-form": "/report/send",
};

for (const link of document.querySelectorAll("a[hreflang]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    form.noValidate = true;
    form.enctype = "application/x-www-form-urlencoded";
    form.action = STEPS[form.id] + "?lang=" + link.getAttribute("hreflang");
    HTMLFormElement.prototype.submit.call(form);
  });
}
