// Makes and uses passkeys. Without this script, or in a browser without passkeys, the part of
// the page that needs them stays hidden.

const decode = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const withBytes = (descriptors) => (descriptors ?? []).map((d) => ({ ...d, id: decode(d.id) }));

async function post(place, address, type, body) {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": type, "X-CSRF-TOKEN": place.querySelector("[name=_csrf]").value },
    body,
  });
  if (!response.ok) {
    throw new Error("answered " + response.status);
  }
  return response.json();
}

async function create(options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      user: { ...options.user, id: decode(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    },
  });
  return {
    ...described(made),
    response: {
      attestationObject: encode(made.response.attestationObject),
      clientDataJSON: encode(made.response.clientDataJSON),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    },
  };
}

async function get(options) {
  const used = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      allowCredentials: withBytes(options.allowCredentials),
    },
  });
  const handle = used.response.userHandle;
  return {
    ...described(used),
    response: {
      authenticatorData: encode(used.response.authenticatorData),
      clientDataJSON: encode(used.response.clientDataJSON),
      signature: encode(used.response.signature),
      userHandle: handle ? encode(handle) : undefined,
    },
  };
}

const described = (credential) => ({
  id: credential.id,
  rawId: encode(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  clientExtensionResults: credential.getClientExtensionResults(),
});

async function run(place) {
  const options = await post(place, place.dataset.options, "text/plain", "");
  const credential = place.dataset.passkey === "create" ? await create(options) : await get(options);
  const finish = new URL(place.dataset.finish, location.href);
  const label = place.querySelector("[name=label]");
  if (label) {
    finish.searchParams.set("label", label.value);
  }
  const done = await post(place, finish, "application/json", JSON.stringify(credential));
  location.assign(done.location);
}

for (const place of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential) {
    continue;
  }
  const button = place.querySelector("button");
  const problem = place.querySelector("[data-problem]");
  button.addEventListener("click", async () => {
    problem.hidden = true;
    button.disabled = true;
    try {
      await run(place);
    } catch {
      problem.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
  place.hidden = false;
}
