package org.vigie.server.operation.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.server.frame.Json;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.control.Holder;
import org.vigie.server.operation.doctor.Check;
import org.vigie.server.operation.doctor.ClockCheck;
import org.vigie.server.operation.doctor.DiskCheck;
import org.vigie.server.operation.doctor.EvidenceStoreCheck;
import org.vigie.server.operation.doctor.IndexCheck;
import org.vigie.server.operation.doctor.JdkCheck;
import org.vigie.server.operation.doctor.KeysCheck;
import org.vigie.server.operation.doctor.MarkCheck;
import org.vigie.server.operation.doctor.Outcome;
import org.vigie.server.operation.doctor.PortCheck;
import org.vigie.server.operation.doctor.PostgresCheck;
import org.vigie.server.operation.doctor.SandboxCheck;
import org.vigie.server.operation.installation.Installation;
import org.vigie.server.operation.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./vigie doctor`.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    header = "Check the installation, and explain how to fix each problem.",
    description = {
      "",
      "Changes nothing. If no server runs, starts and stops the database and tries the port;",
      "otherwise asks the running server where it listens. Give the same options as for run.",
      "",
      "Exit status: 0 no problems, 1 warnings, 2 errors.",
      ""
    })
final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private InstallationOptions installation = new InstallationOptions();

  @Mixin
  private ListenOptions listen = new ListenOptions();

  @Option(names = "--json", description = "Print one JSON object per line.")
  private boolean json;

  DoctorCommand(Console console) {
    this.console = console;
  }

  /// One line of the answer.
  ///
  /// @param state `fine`, `worrying` or `broken`
  /// @param mend empty if there is no fault
  record Finding(String check, String state, String seen, Optional<String> mend) {
    static Finding of(Check check) {
      return switch (check.examine()) {
        case Outcome.Fine fine -> new Finding(check.name(), "fine", fine.seen(), Optional.empty());
        case Outcome.Worrying worrying ->
          new Finding(check.name(), "worrying", worrying.seen(), Optional.of(worrying.mend()));
        case Outcome.Broken broken ->
          new Finding(check.name(), "broken", broken.seen(), Optional.of(broken.mend()));
      };
    }

    int status() {
      return switch (state) {
        case "fine" -> ExitStatus.DONE;
        case "worrying" -> ExitStatus.WORRYING;
        default -> ExitStatus.FAILED;
      };
    }
  }

  @Override
  public Integer call() {
    int status = ExitStatus.DONE;
    for (Check check : checks()) {
      Finding finding = Finding.of(check);
      console.out().println(json ? line(finding) : text(finding));
      status = Math.max(status, finding.status());
    }
    return status;
  }

  private List<Check> checks() {
    Installation asked = installation.installation();
    Settings settings = Settings.of(asked, listen.settings()).check();
    Holder holder = Holder.of(asked);
    return List.of(
        JdkCheck.ofThisJvm(),
        new MarkCheck(asked),
        new PortCheck(settings.http(), holder),
        new DiskCheck(asked.folder(), settings.disk()::needed),
        new PostgresCheck(asked, settings.database(), !(holder instanceof Holder.Nobody)),
        new KeysCheck(asked),
        new EvidenceStoreCheck(settings.vault(asked.folder().resolve("blobs"))),
        new SandboxCheck(),
        new ClockCheck(InstantSource.system(), asked.folder()),
        new IndexCheck(holder));
  }

  private static String text(Finding finding) {
    String line = "%-8s  %-10s  %s".formatted(finding.state(), finding.check(), finding.seen());
    return finding
        .mend()
        .map(mend -> line + System.lineSeparator() + " ".repeat(22) + "mend: " + mend)
        .orElse(line);
  }

  private static String line(Finding finding) {
    return Json.mapper().writeValueAsString(finding);
  }
}
