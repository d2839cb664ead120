package org.vigie.server.access.keys;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;

/// The number of valid keys, and those that expire soon.
record KeysPanel(ApiKeys keys, InstantSource clock) implements HomePanel {
  private static final int MOST_NAMED = 5;

  @Override
  public int order() {
    return 70;
  }

  @Override
  public GrantedAuthority authority() {
    return Permission.KEYS_READ;
  }

  @Override
  public View view(Texts texts) {
    Instant now = clock.instant();
    List<ApiKey> counting =
        keys.all().stream().filter(key -> key.state(now).counts()).toList();
    List<ApiKey> soon = counting.stream()
        .filter(key -> key.state(now) == ApiKey.State.EXPIRES_SOON)
        .toList();
    return new View(
        texts.get("access.panel.keys.title"),
        List.of(
            new Figure(texts.number(counting.size()), texts.get("access.panel.keys.counting")),
            new Figure(texts.number(soon.size()), texts.get("access.panel.keys.soon"))),
        states(soon, texts),
        Optional.of(new Link(texts.get("access.panel.keys.link"), "/keys")));
  }

  private static List<State> states(List<ApiKey> soon, Texts texts) {
    Stream<State> warnings = soon.stream().limit(MOST_NAMED).map(key -> warning(key, texts));
    return soon.isEmpty()
        ? List.of(new State(Tone.GOOD, texts.get("access.panel.keys.fine")))
        : warnings.toList();
  }

  private static State warning(ApiKey key, Texts texts) {
    String day = texts.day(key.limits().lastDay().orElseThrow());
    String sentence =
        key.limits().test() ? "access.panel.keys.warning-test" : "access.panel.keys.warning";
    return new State(Tone.WAITING, texts.get(sentence, key.name().value(), day));
  }
}
