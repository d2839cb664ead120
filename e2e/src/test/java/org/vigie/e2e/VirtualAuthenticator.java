package org.vigie.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/// A passkey device that exists only in the browser: it says yes to everything at once, as a
/// person with a finger on the sensor would.
record VirtualAuthenticator(CDPSession devTools, String id) {
  /// Plugs a device into the browser of a page.
  static VirtualAuthenticator plugInto(Page page) {
    CDPSession devTools = page.context().newCDPSession(page);
    devTools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject arguments = new JsonObject();
    arguments.add("options", options);
    JsonObject answer = devTools.send("WebAuthn.addVirtualAuthenticator", arguments);
    return new VirtualAuthenticator(devTools, answer.get("authenticatorId").getAsString());
  }

  /// Returns the number of its passkeys.
  int passkeys() {
    JsonObject arguments = new JsonObject();
    arguments.addProperty("authenticatorId", id);
    return devTools
        .send("WebAuthn.getCredentials", arguments)
        .getAsJsonArray("credentials")
        .size();
  }
}
