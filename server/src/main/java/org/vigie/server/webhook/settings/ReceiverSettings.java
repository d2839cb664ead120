package org.vigie.server.webhook.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.connector.ActionKind;
import org.vigie.connector.Capabilities;

/// Settings under `vigie.webhook.receivers.NAME`: who carries out the actions of one messenger.
/// Prints its kinds only, as addresses of receivers may hold secrets.
///
/// @param url where actions are sent by POST: https, or http if internal addresses are allowed
/// @param internal whether it may be in an internal network or on this machine, default false
/// @param deadline how long a delivery may take, answer included, 100 ms to 10 s, default 5 s
/// @param kinds of actions that the receiver carries out and undoes, default all
/// @param countries whether it can limit measures to countries, default false
public record ReceiverSettings(
    @DefaultValue("") String url,
    @DefaultValue KeySettings keys,
    @DefaultValue("false") boolean internal,
    @DefaultValue("5s") Duration deadline,

    @DefaultValue({
      "quarantine-media",
      "remove-message",
      "label-message",
      "age-restrict-message",
      "demote-message",
      "pause-account",
      "suspend-account",
      "ban-account",
      "suspend-room",
      "close-room",
      "notify"
    })
    Set<ActionKind> kinds,

    @DefaultValue("false") boolean countries) {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  public ReceiverSettings {
    kinds = Set.copyOf(kinds);
    if (!isAddress(url, internal)) {
      throw new IllegalArgumentException(
          "url has to be an absolute https URL without credentials and fragment, or http where"
              + " internal is true");
    }
    if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("deadline has to be 100 ms to 10 s");
    }
  }

  private static boolean isAddress(String url, boolean internal) {
    try {
      URI address = new URI(url);
      boolean http = internal && "http".equals(address.getScheme());
      return (http || "https".equals(address.getScheme()))
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && address.getRawFragment() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /// Returns the abilities of the receiver; it can undo each action that it carries out.
  public Capabilities capabilities() {
    return new Capabilities(kinds, kinds, countries);
  }

  @Override
  public String toString() {
    return "ReceiverSettings" + kinds;
  }
}
