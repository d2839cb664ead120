package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The device that tests of passkeys use, itself.
@ExtendWith(Chromium.class)
final class VirtualAuthenticatorTest {
  private static final String CREATE = """
      async () => {
        const passkey = await navigator.credentials.create({publicKey: {
          challenge: new Uint8Array(32), rp: {name: 'test'},
          user: {id: new Uint8Array(16), name: 'test', displayName: 'test'},
          pubKeyCredParams: [{type: 'public-key', alg: -7}],
          authenticatorSelection: {residentKey: 'required', userVerification: 'required'}}});
        return passkey.type;
      }""";

  @Test
  void device_askedForAPasskey_makesAndKeepsOne() {
    Look look = Look.all().findFirst().orElseThrow();
    try (Browsing browsing = Browsing.start();
        BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.navigate(RunningVigie.instance().address() + "/problems");
      VirtualAuthenticator device = VirtualAuthenticator.plugInto(page);

      assertThat(device.passkeys()).isZero();
      assertThat(page.evaluate(CREATE)).isEqualTo("public-key");
      assertThat(device.passkeys()).isEqualTo(1);
    }
  }
}
