// Proves a little work, so that people are not slowed down as senders of floods are. Without this
// script the form works too, with a lower limit of reports from one address.

const form = document.getElementById("send-form");
const { pass, bits } = form.dataset;
const encoder = new TextEncoder();

function leadingZeros(bytes) {
  const head = (bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3];
  return Math.clz32(head);
}

async function prove() {
  for (let nonce = 0; ; nonce++) {
    const digest = await crypto.subtle.digest("SHA-256", encoder.encode(pass + ":" + nonce));
    if (leadingZeros(new Uint8Array(digest)) >= Number(bits)) {
      return String(nonce);
    }
  }
}

// Only pages that came over https, or from this machine, may compute digests.
if (window.crypto?.subtle) {
  const proven = prove().then((nonce) => {
    form.elements.nonce.value = nonce;
  });
  form.addEventListener("submit", (event) => {
    const elsewhere = event.submitter?.hasAttribute("formaction");
    if (form.elements.nonce.value === "" && !elsewhere) {
      event.preventDefault();
      proven.then(() => form.requestSubmit());
    }
  });
}
