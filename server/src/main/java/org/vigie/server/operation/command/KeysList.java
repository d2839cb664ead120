package org.vigie.server.operation.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.KeyHistory;
import org.vigie.server.access.Network;
import org.vigie.server.access.Scope;
import org.vigie.server.frame.Json;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.control.Errands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// `./vigie keys list`.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    header = "List all keys, including revoked ones, without secrets.")
final class KeysList extends KeysCommand.AboutKeys {
  private static final String COLUMNS = "id\tname\tscopes\trate\tcreated\tlast_used\trevoked"
      + "\tstate\texpires\tnetworks\tlast_network\told_secret_until\ttest";

  @Option(names = "--json", description = "Print one JSON object per line.")
  private boolean json;

  @Option(names = "--expiring", description = "Only keys in force that expire within 14 days.")
  private boolean expiring;

  KeysList(Console console, Errands errands) {
    super(console, errands);
  }

  @Override
  public List<String> words() {
    List<String> words = new ArrayList<>(List.of("keys", "list"));
    if (json) {
      words.add("--json");
    }
    if (expiring) {
      words.add("--expiring");
    }
    return List.copyOf(words);
  }

  @Override
  int run(ApiKeys keys, Console answers) {
    Instant now = Instant.now();
    if (!json) {
      answers.out().println(COLUMNS);
    }
    keys.all().stream()
        .filter(key -> !expiring || key.state(now) == ApiKey.State.EXPIRES_SOON)
        .map(key -> Line.of(key, now))
        .forEach(line -> answers.out().println(json ? line.json() : line.text()));
    return ExitStatus.DONE;
  }

  /// A key, as it is printed.
  ///
  /// @param expires the last day on which it counts, UTC
  /// @param state as in [ApiKey.State], in small letters
  /// @param oldSecretUntil empty unless an old secret counts
  @JsonNaming(SnakeCaseStrategy.class)
  record Line(
      String id,
      String name,
      List<String> scopes,
      int rate,
      Instant created,
      Optional<Instant> lastUsed,
      Optional<Instant> revoked,
      String state,
      Optional<LocalDate> expires,
      List<String> networks,
      Optional<String> lastNetwork,
      Optional<Instant> oldSecretUntil,
      boolean test) {
    static Line of(ApiKey key, Instant now) {
      return new Line(
          key.id().value(),
          key.name().value(),
          key.scopes().stream().map(Scope::word).sorted().toList(),
          key.ratePerSecond(),
          seconds(key.history().createdAt()),
          key.lastUsedAt().map(Line::seconds),
          key.revokedAt().map(Line::seconds),
          key.state(now).word(),
          key.limits().lastDay(),
          key.limits().networks().stream().map(Network::text).toList(),
          key.history().lastUse().flatMap(KeyHistory.Use::network),
          key.rotating(now).map(last -> seconds(last.oldEndsAt())),
          key.limits().test());
    }

    String json() {
      return Json.mapper().writeValueAsString(this);
    }

    String text() {
      return String.join(
          "\t",
          id,
          name,
          String.join(",", scopes),
          Integer.toString(rate),
          created.toString(),
          text(lastUsed),
          text(revoked),
          state,
          expires.map(day -> day + " UTC").orElse(""),
          String.join(",", networks),
          lastNetwork.orElse(""),
          text(oldSecretUntil),
          Boolean.toString(test));
    }

    private static String text(Optional<Instant> at) {
      return at.map(Instant::toString).orElse("");
    }

    private static Instant seconds(Instant at) {
      return at.truncatedTo(ChronoUnit.SECONDS);
    }
  }
}
