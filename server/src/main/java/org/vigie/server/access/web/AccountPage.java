package org.vigie.server.access.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.ChoiceGroup;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Zones;

/// A person's own ways to sign in, and their sessions.
///
/// @param codesLeft the number of unused recovery codes
/// @param app the authenticator app that can be set up now
/// @param fresh whether the person signed in so recently that they may change their credentials
public record AccountPage(
    Frame frame,
    String email,
    String roles,
    List<PasskeyRow> passkeys,
    boolean hasPassword,
    int codesLeft,
    NewAuthenticator.View app,
    List<SessionRow> sessions,
    boolean fresh,
    FormErrors errors)
    implements Page {
  /// The address to sign in again and come back.
  public static final String SIGN_IN_AGAIN = "/sign-in?problem=again&then=/account";

  /// Returns the first choice of a time zone: that of the browser.
  public List<Choice> zoneOfBrowser() {
    return List.of(new Choice("", frame.text("access.zone.browser")), new Choice("UTC", "UTC"));
  }

  /// Returns the other choices, by region.
  public List<ChoiceGroup> zones() {
    return Zones.choices();
  }

  public AccountPage {
    passkeys = List.copyOf(passkeys);
    sessions = List.copyOf(sessions);
  }

  /// A passkey.
  ///
  /// @param id the identifier of the passkey, in base64url
  public record PasskeyRow(String id, String label, Moment created, Moment lastUsed) {}

  /// A session.
  ///
  /// @param present whether it is the session in which the page was asked for
  public record SessionRow(
      String handle, Moment since, Moment lastUsed, String method, boolean present) {}
}
