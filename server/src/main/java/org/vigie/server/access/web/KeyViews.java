package org.vigie.server.access.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.KeyHistory;
import org.vigie.server.access.Network;
import org.vigie.server.access.Scope;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;

/// Keys in words.
///
/// @param now the time at which keys are checked
record KeyViews(Frame frame, Instant now) {
  KeysPage.Row row(ApiKey key) {
    return new KeysPage.Row(
        key.id().value(),
        key.name().value(),
        scopes(key),
        texts().number(key.ratePerSecond()),
        limits(key),
        lastUse(key),
        state(key),
        key.state(now).counts());
  }

  KeysPage.ScopeBox box(Scope scope, Set<Scope> chosen) {
    String label = scope.word() + ": " + texts().get("access.scope", scope);
    return new KeysPage.ScopeBox(scope.name(), label, chosen.contains(scope));
  }

  String scopes(ApiKey key) {
    return key.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(", "));
  }

  KeysPage.State state(ApiKey key) {
    ApiKey.State state = key.state(now);
    Tone tone =
        switch (state) {
          case IN_FORCE -> Tone.GOOD;
          case EXPIRES_SOON -> Tone.WAITING;
          case EXPIRED, REVOKED -> Tone.BAD;
        };
    Optional<String> test =
        key.limits().test() ? Optional.of(frame.text("access.key.test")) : Optional.empty();
    return new KeysPage.State(tone, texts().get("access.key.state", state), test);
  }

  /// Returns the limits of a key, without its rate.
  List<String> limits(ApiKey key) {
    List<String> limits = new ArrayList<>();
    key.limits()
        .lastDay()
        .ifPresent(day -> limits.add(frame.text("access.key.until", texts().day(day))));
    String networks =
        key.limits().networks().stream().map(Network::text).collect(Collectors.joining(", "));
    if (!networks.isEmpty()) {
      limits.add(frame.text("access.key.from", networks));
    }
    rotation(key).ifPresent(limits::add);
    return limits;
  }

  /// Returns until when the old secret counts, if one does.
  Optional<String> rotation(ApiKey key) {
    return key.state(now).counts()
        ? key.rotating(now)
            .map(last -> frame.text("access.key.old-until", texts().time(last.oldEndsAt())))
        : Optional.empty();
  }

  /// Returns when a key was last used, and from which network as far as that is known.
  List<String> lastUse(ApiKey key) {
    return key.history()
        .lastUse()
        .map(use -> Stream.concat(Stream.of(texts().time(use.at())), use.network().stream())
            .toList())
        .orElseGet(() -> List.of(frame.text("access.key.never-used")));
  }

  /// Returns when the old secret was last used.
  String oldUse(KeyHistory.Rotation rotation) {
    return rotation
        .oldUsedAt()
        .map(texts()::time)
        .orElseGet(() -> frame.text("access.key.never-used"));
  }

  private Texts texts() {
    return frame.texts();
  }
}
