package org.vigie.server.operation;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Scope;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./vigie keys`: the API keys of programs, whether or not the server runs.
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    header = "Add, list and revoke the API keys of programs.",
    description = {
      "",
      "  ./vigie keys add --name gateway --scope scan",
      "  ./vigie keys list",
      "  ./vigie keys revoke abcdefghijkl",
      "",
      "Works whether or not the server runs; a running one knows of a change within a second.",
      ""
    })
final class KeysCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
  private CommandSpec command;

  static CommandLine commandLine(Console console, Errands errands) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new Add(console, errands))
        .addSubcommand(new ListAll(console, errands))
        .addSubcommand(new Revoke(console, errands));
  }

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "say what to do: add, list or revoke");
  }

  /// A command about keys.
  abstract static class AboutKeys implements Callable<Integer>, Errand {
    private final Console console;
    private final Errands errands;

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    AboutKeys(Console console, Errands errands) {
      this.console = console;
      this.errands = errands;
    }

    abstract int run(ApiKeys keys, Console answers);

    @Override
    public Integer call() throws IOException {
      return errands.run(installation.installation(), this, console);
    }

    @Override
    public int run(OpenInstallation open) {
      return run(ApiKeys.over(open.dataSource()), console);
    }
  }

  /// `./vigie keys add`.
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      header = "Make a key; it is shown this one time.",
      description = {
        "",
        "The key goes to standard output alone on its line, the rest to standard error.",
        ""
      })
  static final class Add extends AboutKeys {
    @Option(
        names = "--name",
        required = true,
        paramLabel = "NAME",
        description = "What people call it: the program that will use it.")
    private String name = "";

    @Option(
        names = "--scope",
        required = true,
        split = ",",
        paramLabel = "SCOPE",
        description = "What it may be used for: scan, banks-read, banks-write, hma, metrics,"
            + " notices, flag. Several with commas.")
    private List<String> scopes = new ArrayList<>();

    @Option(
        names = "--rate",
        paramLabel = "N",
        description = "How many requests a second it may make. Default: 1000.")
    private int rate = ApiKeys.USUAL_RATE;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
    private CommandSpec command;

    Add(Console console, Errands errands) {
      super(console, errands);
    }

    @Override
    public Integer call() throws IOException {
      parsedScopes();
      if (!KeyName.isValid(name)) {
        throw wrong(
            "--name: 1 to 100 characters, without control characters or blanks at its ends");
      }
      if (rate < 1 || rate > ApiKeys.MAX_RATE) {
        throw wrong("--rate: from 1 to " + ApiKeys.MAX_RATE);
      }
      return super.call();
    }

    @Override
    public List<String> words() {
      return List.of(
          "keys", "add", "--name=" + name, "--scope=" + String.join(",", scopes), "--rate=" + rate);
    }

    @Override
    int run(ApiKeys keys, Console answers) {
      NewKey made = keys.add(new Caller.Vigie(), new KeyName(name), parsedScopes(), rate);
      answers
          .err()
          .println("Key " + made.key().id().value() + "; keep it safe, it cannot be shown again:");
      answers.out().println(made.token().text());
      return ExitStatus.DONE;
    }

    private Set<Scope> parsedScopes() {
      Set<Scope> parsed = EnumSet.noneOf(Scope.class);
      for (String word : scopes) {
        parsed.add(Scope.ofWord(word)
            .orElseThrow(() -> wrong("--scope: there is no \"" + word + "\"; expected "
                + wordsOf(EnumSet.allOf(Scope.class)))));
      }
      return parsed;
    }

    private ParameterException wrong(String sentence) {
      return new ParameterException(command.commandLine(), sentence);
    }
  }

  /// `./vigie keys list`.
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      header = "List all keys, revoked ones too, without what is secret.")
  static final class ListAll extends AboutKeys {
    ListAll(Console console, Errands errands) {
      super(console, errands);
    }

    @Override
    public List<String> words() {
      return List.of("keys", "list");
    }

    @Override
    int run(ApiKeys keys, Console answers) {
      answers.out().println("id\tname\tscopes\trate\tcreated\tlast_used\trevoked");
      keys.all().forEach(key -> answers.out().println(row(key)));
      return ExitStatus.DONE;
    }

    private static String row(ApiKey key) {
      return String.join(
          "\t",
          key.id().value(),
          key.name().value(),
          wordsOf(key.scopes()),
          Integer.toString(key.ratePerSecond()),
          time(key.createdAt()),
          key.lastUsedAt().map(ListAll::time).orElse(""),
          key.revokedAt().map(ListAll::time).orElse(""));
    }

    private static String time(Instant at) {
      return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
  }

  /// `./vigie keys revoke`.
  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      header = "Take a key's force, for ever.")
  static final class Revoke extends AboutKeys {
    @Parameters(paramLabel = "ID", description = "The first column of ./vigie keys list.")
    private String id = "";

    Revoke(Console console, Errands errands) {
      super(console, errands);
    }

    @Override
    public List<String> words() {
      return List.of("keys", "revoke", "--", id);
    }

    @Override
    int run(ApiKeys keys, Console answers) {
      return switch (keys.revoke(new Caller.Vigie(), known())) {
        case REVOKED -> tell(answers, "revoked", ExitStatus.DONE);
        case REVOKED_BEFORE -> tell(answers, "was revoked before", ExitStatus.DONE);
        case UNKNOWN_KEY -> throw new RefusedException("there is no key with this id");
      };
    }

    private KeyId known() {
      try {
        return new KeyId(id);
      } catch (IllegalArgumentException e) {
        throw new RefusedException("there is no key with this id", e);
      }
    }

    private int tell(Console answers, String ending, int status) {
      answers.out().println("key " + id + " " + ending);
      return status;
    }
  }

  private static String wordsOf(Set<Scope> scopes) {
    return scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(","));
  }
}
