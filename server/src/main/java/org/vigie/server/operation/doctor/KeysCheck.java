package org.vigie.server.operation.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.control.Errand;
import org.vigie.server.operation.control.Errands;
import org.vigie.server.operation.installation.Installation;
import org.vigie.server.operation.installation.OpenInstallation;

/// The API keys whose end is near: a program whose key ends stops scanning.
public record KeysCheck(Installation installation) implements Check {
  @Override
  public String name() {
    return "keys";
  }

  @Override
  public Outcome examine() {
    if (!installation.exists()) {
      return new Outcome.Fine("none yet, as there is no installation");
    }
    try {
      return ask();
    } catch (IOException | RuntimeException e) {
      return new Outcome.Worrying(
          "the keys could not be read: " + e.getMessage(), "see the line about PostgreSQL");
    }
  }

  private Outcome ask() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
    Console console = new Console(lines, lines, false);
    int status = new Errands.Wherever().run(installation, new Expiring(console), console);
    List<String> said = out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    if (status != ExitStatus.DONE) {
      return new Outcome.Worrying(
          "the server that runs did not say which keys expire", "run doctor again");
    }
    return said.isEmpty()
        ? new Outcome.Fine("none expires within " + ApiKey.WARNED_FOR.toDays() + " days")
        : new Outcome.Worrying(
            said.size() + " expire within " + ApiKey.WARNED_FOR.toDays()
                + " days, the first listed is " + first(said.getFirst().split("\t", -1)),
            "./vigie keys list --expiring, then ./vigie keys rotate ID --expires DAY");
  }

  /// Returns the id of a line, and that it is for tests where its last column says so.
  private static String first(String... cells) {
    return Boolean.parseBoolean(cells[cells.length - 1]) ? cells[0] + " (for tests)" : cells[0];
  }

  /// The errand of `./vigie keys list --expiring`.
  private record Expiring(Console console) implements Errand {
    @Override
    public List<String> words() {
      return List.of("keys", "list", "--expiring");
    }

    @Override
    public int run(OpenInstallation open) {
      console.out().println("id");
      Instant now = Instant.now();
      ApiKeys.over(open.dataSource()).all().stream()
          .filter(key -> key.state(now) == ApiKey.State.EXPIRES_SOON)
          .forEach(key ->
              console.out().println(key.id().value() + "\t" + key.limits().test()));
      return ExitStatus.DONE;
    }
  }
}
