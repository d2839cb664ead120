package org.vigie.server.operation.command;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyEnds;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.MalformedNetworkException;
import org.vigie.server.access.Network;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Scope;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.console.RefusedException;
import org.vigie.server.operation.control.Errands;
import org.vigie.server.operation.installation.OpenInstallation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./vigie keys`: the API keys of programs, whether or not the server runs.
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    header = "Add, list, rotate and revoke the API keys of programs.",
    description = {
      "",
      "  ./vigie keys add --name gateway --scope scan",
      "  ./vigie keys list",
      "  ./vigie keys rotate abcdefghijkl",
      "  ./vigie keys revoke abcdefghijkl",
      "",
      "Works whether or not the server runs. A new key or secret works from the next request on;",
      "a revoked or replaced one stops working within a second.",
      ""
    })
final class KeysCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
  private CommandSpec command;

  static CommandLine commandLine(Console console, Errands errands) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new Add(console, errands))
        .addSubcommand(new KeysList(console, errands))
        .addSubcommand(new Revoke(console, errands))
        .addSubcommand(new KeysRotate(console, errands));
  }

  @Override
  public void run() {
    throw new ParameterException(
        command.commandLine(), "choose a command: add, list, rotate or revoke");
  }

  /// A command about keys.
  abstract static class AboutKeys extends InstallationErrand {
    AboutKeys(Console console, Errands errands) {
      super(console, errands);
    }

    abstract int run(ApiKeys keys, Console answers);

    static KeyId known(String id) {
      if (!KeyId.isValid(id)) {
        throw new RefusedException("there is no key with this id");
      }
      return new KeyId(id);
    }

    @Override
    public int run(OpenInstallation open) {
      return run(ApiKeys.over(open.dataSource()), console());
    }
  }

  /// `./vigie keys add`.
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      header = "Create a key, and show it once.",
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
        description = "Name for people: the program that will use the key.")
    private String name = "";

    @Option(
        names = "--scope",
        required = true,
        split = ",",
        paramLabel = "SCOPE",
        description = "Scopes, separated by commas: scan, banks-read, banks-write, hma, metrics,"
            + " notices, flag. Use flag alone, and bind the key to an organisation on the page"
            + " /flaggers.")
    private List<String> scopes = new ArrayList<>();

    @Option(names = "--rate", paramLabel = "N", description = "Requests per second. Default: 1000.")
    private int rate = ApiKeys.USUAL_RATE;

    @Option(
        names = "--expires",
        paramLabel = "DAY",
        description = "Last day of the key, such as 2030-12-31, UTC. Default: no end.")
    private @Nullable String expires;

    @Option(
        names = "--network",
        split = ",",
        paramLabel = "NETWORK",
        description = "Allowed networks, separated by commas: 192.0.2.0/24, 2001:db8::/32."
            + " Default: all.")
    private List<String> networks = new ArrayList<>();

    @Option(
        names = "--test",
        description = "Create a key for tests: it reaches the test mode only, and counts nowhere.")
    private boolean test;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
    private CommandSpec command;

    Add(Console console, Errands errands) {
      super(console, errands);
    }

    @Override
    public Integer call() throws IOException {
      if (!KeyName.isValid(name)) {
        throw wrong(
            "--name: 1 to 100 characters, without control characters or blanks at its ends");
      }
      if (rate < 1 || rate > ApiKeys.MAX_RATE) {
        throw wrong("--rate: from 1 to " + ApiKeys.MAX_RATE);
      }
      checkTogether();
      limits();
      return super.call();
    }

    @Override
    public List<String> words() {
      List<String> words = new ArrayList<>(List.of(
          "keys",
          "add",
          "--name=" + name,
          "--scope=" + String.join(",", scopes),
          "--rate=" + rate));
      if (expires != null) {
        words.add("--expires=" + expires);
      }
      networks.forEach(network -> words.add("--network=" + network));
      if (test) {
        words.add("--test");
      }
      return List.copyOf(words);
    }

    @Override
    int run(ApiKeys keys, Console answers) {
      NewKey made = keys.add(new Caller.Vigie(), new KeyName(name), parsedScopes(), rate, limits());
      answers.err().println(told(made.key()));
      answers.out().println(made.token().text());
      if (made.key().scopes().contains(Scope.FLAG)) {
        answers
            .err()
            .println("Bind it to its organisation on the page /flaggers, by the id "
                + made.key().id().value() + "; until then its calls are refused.");
      }
      return ExitStatus.DONE;
    }

    private static String told(ApiKey key) {
      return "Key " + key.id().value()
          + (key.limits().test() ? ", for tests" : "")
          + key.limits()
              .lastDay()
              .map(day -> ", until the end of " + day + " UTC")
              .orElse("")
          + "; keep it safe, Vigie cannot show it again:";
    }

    /// Refuses combinations that would make a useless key.
    private void checkTogether() {
      Set<Scope> parsed = parsedScopes();
      if (Scope.mixesFlag(parsed)) {
        throw wrong("--scope: flag cannot be combined, as its key belongs to an organisation; make"
            + " another key for the other scopes");
      }
      if (test && parsed.stream().noneMatch(Scope::hasTestMode)) {
        throw wrong("--test: no call of " + wordsOf(parsed) + " has a test mode; use scan, hma or"
            + " notices, or leave out --test");
      }
    }

    private KeyLimits limits() {
      Optional<Instant> end = expires == null ? Optional.empty() : Optional.of(end(expires));
      List<Network> parsed = new ArrayList<>();
      networks.forEach(each -> parsed.add(network(each)));
      if (parsed.size() > KeyLimits.MOST_NETWORKS) {
        throw wrong("--network: at most " + KeyLimits.MOST_NETWORKS);
      }
      return new KeyLimits(end, parsed, test);
    }

    private Instant end(String day) {
      return KeyEnds.after(day, Instant.now())
          .orElseThrow(() -> wrong("--expires: today or a later day, such as 2030-12-31"));
    }

    private Network network(String text) {
      try {
        return Network.parse(text);
      } catch (MalformedNetworkException e) {
        String meant = e.meant().map(Network::text).orElse("192.0.2.0/24 or 2001:db8::/32");
        throw wrong("--network: not a network; use " + meant);
      }
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

  /// `./vigie keys revoke`.
  @Command(name = "revoke", mixinStandardHelpOptions = true, header = "Revoke a key permanently.")
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
      String kind =
          keys.find(known(id)).filter(key -> key.limits().test()).isPresent() ? "(for tests) " : "";
      return switch (keys.revoke(new Caller.Vigie(), known(id))) {
        case REVOKED -> tell(answers, kind + "revoked", ExitStatus.DONE);
        case REVOKED_BEFORE -> tell(answers, kind + "was already revoked", ExitStatus.DONE);
        case UNKNOWN_KEY -> throw new RefusedException("there is no key with this id");
      };
    }

    private int tell(Console answers, String ending, int status) {
      answers.out().println("key " + id + " " + ending);
      return status;
    }
  }

  static String wordsOf(Set<Scope> scopes) {
    return scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(","));
  }
}
