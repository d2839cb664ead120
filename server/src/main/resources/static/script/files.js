// Says of a chosen file that it is too large, or one too many, before it is sent; the form cannot be
// sent with it. The server checks the same.

const MOST = 3;
const field = /** @type {HTMLInputElement} */ (document.querySelector("input[data-largest]"));
const error = /** @type {HTMLElement} */ (document.getElementById("attachments-error"));

/** Returns what is wrong with the chosen files; the empty text if nothing is.
 * @returns {string} */
function defect() {
  const files = [...field.files ?? []];
  const large = files.filter((file) => file.size > Number(field.dataset.largest));
  if (large.length > 0) {
    const names = large.map((file) => file.name).join(", ");
    return (field.dataset.tooLarge ?? "").replace("[]", names);
  }
  return files.length > MOST ? field.dataset.tooMany ?? "" : "";
}

field.addEventListener("change", () => {
  const sentence = defect();
  field.setCustomValidity(sentence);
  field.toggleAttribute("aria-invalid", sentence !== "");
  field.closest(".field")?.classList.toggle("wrong", sentence !== "");
  error.textContent = sentence;
});
