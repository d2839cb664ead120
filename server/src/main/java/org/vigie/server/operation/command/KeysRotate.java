package org.vigie.server.operation.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyEnds;
import org.vigie.server.access.KeyRotation;
import org.vigie.server.access.NewKey;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.console.RefusedException;
import org.vigie.server.operation.control.Errands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./vigie keys rotate`.
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    header = "Give a key a new secret; the old one works for a while longer.",
    description = {
      "",
      "The key keeps its id, name, scopes and limits. At most two secrets work at once: end the",
      "old one with --end-old as soon as every program has the new one.",
      "",
      "The key goes to standard output alone on its line, the rest to standard error.",
      ""
    })
final class KeysRotate extends KeysCommand.AboutKeys {
  private static final int MOST_DAYS = 90;

  @Parameters(paramLabel = "ID", description = "The first column of ./vigie keys list.")
  private String id = "";

  @Option(
      names = "--old-for",
      paramLabel = "DAYS",
      description = "Days for which the old secret works, 0 to 90; 0 ends it, and any before it,"
          + " at once. Default: 7.")
  private int oldFor = 7;

  @Option(
      names = "--expires",
      paramLabel = "DAY",
      description = "New last day of the key, such as 2030-12-31, UTC. Default: unchanged.")
  private @Nullable String expires;

  @Option(
      names = "--end-old",
      description = "End the old secret of the last rotation now, without a new one.")
  private boolean endOld;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
  private CommandSpec command;

  KeysRotate(Console console, Errands errands) {
    super(console, errands);
  }

  @Override
  public Integer call() throws IOException {
    if (oldFor < 0 || oldFor > MOST_DAYS) {
      throw wrong("--old-for: from 0 to " + MOST_DAYS);
    }
    if (endOld && expires != null) {
      throw wrong("--end-old cannot be combined with --expires");
    }
    end();
    return super.call();
  }

  @Override
  public List<String> words() {
    List<String> words = new ArrayList<>(List.of("keys", "rotate", "--old-for=" + oldFor));
    if (expires != null) {
      words.add("--expires=" + expires);
    }
    if (endOld) {
      words.add("--end-old");
    }
    words.addAll(List.of("--", id));
    return List.copyOf(words);
  }

  @Override
  int run(ApiKeys keys, Console answers) {
    return endOld ? endOld(keys, answers) : rotate(keys, answers);
  }

  private int rotate(ApiKeys keys, Console answers) {
    return switch (keys.rotate(new Caller.Vigie(), known(id), Duration.ofDays(oldFor), end())) {
      case KeyRotation.Rotated(NewKey made, Instant oldEndsAt) -> tell(answers, made, oldEndsAt);
      case KeyRotation.StillRotating(Instant oldEndsAt) ->
        throw new RefusedException(
            "the old secret of the last rotation works until " + seconds(oldEndsAt)
                + ", and a key has at most two: end it with --end-old, or both with --old-for=0");
      case KeyRotation.Over() ->
        throw new RefusedException("the key is revoked or has expired: make a new one");
      case KeyRotation.UnknownKey() -> throw new RefusedException("there is no key with this id");
    };
  }

  private int tell(Console answers, NewKey made, Instant oldEndsAt) {
    String old = oldFor == 0 ? "no longer works" : "works until " + seconds(oldEndsAt);
    String kind = made.key().limits().test() ? " of this key for tests " : " ";
    String end = made.key()
        .limits()
        .lastDay()
        .map(day -> "; the key works until the end of " + day + " UTC")
        .orElse("");
    answers
        .err()
        .println("The old secret" + kind + old + end
            + "; keep the new one safe, Vigie cannot show it again:");
    answers.out().println(made.token().text());
    return ExitStatus.DONE;
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  private int endOld(ApiKeys keys, Console answers) {
    return switch (keys.endOldSecret(new Caller.Vigie(), known(id))) {
      case ENDED -> said(answers, "the old secret of key " + id + " has ended");
      case NONE_IN_FORCE -> said(answers, "key " + id + " has no old secret");
      case UNKNOWN_KEY -> throw new RefusedException("there is no key with this id");
    };
  }

  private static int said(Console answers, String sentence) {
    answers.out().println(sentence);
    return ExitStatus.DONE;
  }

  private Optional<Instant> end() {
    return Optional.ofNullable(expires)
        .map(day -> KeyEnds.after(day, Instant.now())
            .orElseThrow(() -> wrong("--expires: today or a later day, such as 2030-12-31")));
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
