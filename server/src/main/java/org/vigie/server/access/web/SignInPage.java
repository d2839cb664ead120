package org.vigie.server.access.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The way in.
///
/// @param then the path that the person wanted to open
/// @param problem why the last attempt failed, in words
/// @param oidc the text of the button for single sign-on, if that is on
public record SignInPage(
    Frame frame, String email, String then, Optional<String> problem, Optional<String> oidc)
    implements Page {
  /// Returns the path to which the script sends the answer of a passkey.
  public String passkeyPath() {
    return "/sign-in/passkey?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
  }
}
