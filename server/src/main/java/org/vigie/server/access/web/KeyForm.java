package org.vigie.server.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.KeyEnds;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.MalformedNetworkException;
import org.vigie.server.access.Network;
import org.vigie.server.access.Scope;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;

/// The form that makes a key, as it was sent.
///
/// @param expires the last day on which the key counts, UTC; empty for no end
/// @param networks one a line; empty for all
public record KeyForm(
    String name, String rate, Set<Scope> scopes, String expires, String networks, boolean test) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

  public KeyForm {
    scopes = Set.copyOf(scopes);
  }

  /// Returns the empty form.
  static KeyForm empty() {
    return new KeyForm("", Integer.toString(ApiKeys.USUAL_RATE), Set.of(), "", "", false);
  }

  FormErrors errors(Frame frame, Instant now) {
    FormErrors errors = Forms.when(
        !KeyName.isValid(name), FormErrors.NONE, "name", frame.text("access.error.name"));
    errors = Forms.when(scopes.isEmpty(), errors, "scope", frame.text("access.error.scope"));
    errors =
        Forms.when(Scope.mixesFlag(scopes), errors, "scope", frame.text("access.error.flag-alone"));
    errors = Forms.when(
        test && !scopes.isEmpty() && scopes.stream().noneMatch(Scope::hasTestMode),
        errors,
        "scope",
        frame.text("access.error.no-test-mode"));
    errors = Forms.when(
        !isRate(rate), errors, "rate", frame.text("access.error.rate", ApiKeys.MAX_RATE));
    errors = Forms.when(isNoEnd(now), errors, "expires", frame.text("access.error.expires"));
    String wrong = wrongNetworks(frame);
    return Forms.when(!wrong.isEmpty(), errors, "networks", wrong);
  }

  private boolean isNoEnd(Instant now) {
    return !expires.isEmpty() && KeyEnds.after(expires, now).isEmpty();
  }

  /// Returns a sentence about the first malformed line; empty if there is none.
  private String wrongNetworks(Frame frame) {
    List<String> lines = lines();
    if (lines.size() > KeyLimits.MOST_NETWORKS) {
      return frame.text("access.error.too-many-networks", KeyLimits.MOST_NETWORKS);
    }
    for (int number = 0; number < lines.size(); number++) {
      try {
        Network.parse(lines.get(number));
      } catch (MalformedNetworkException e) {
        return sentence(frame, number + 1, e);
      }
    }
    return "";
  }

  private static String sentence(Frame frame, int line, MalformedNetworkException wrong) {
    return switch (wrong.defect()) {
      case FORM -> frame.text("access.error.network", line);
      case BITS_BEHIND_PREFIX ->
        frame.text(
            "access.error.network-bits", line, wrong.meant().map(Network::text).orElseThrow());
    };
  }

  private List<String> lines() {
    return networks.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  int ratePerSecond() {
    return Integer.parseInt(rate);
  }

  KeyLimits limits(Instant now) {
    return new KeyLimits(
        KeyEnds.after(expires, now), lines().stream().map(Network::parse).toList(), test);
  }

  private static boolean isRate(String text) {
    return NUMBER.matcher(text).matches()
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= ApiKeys.MAX_RATE;
  }
}
