package org.vigie.server.operation.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What stands between hostile media and this machine, said as it is.
///
/// @param path the folders in which programs are looked for, separated by colons
public record SandboxCheck(String path) implements Check {
  private static final int PATIENCE_SECONDS = 5;
  private static final String TODAY =
      "pictures are decoded inside the server's own process, by readers that check headers and bound memory and time";

  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public Outcome examine() {
    boolean bubblewrap = isThere("bwrap");
    boolean namespaces = isThere("unshare") && succeeds("unshare", "--user", "--", "true");
    String seen = TODAY + "; bubblewrap is " + (bubblewrap ? "" : "not ")
        + "installed, user namespaces are " + (namespaces ? "" : "not ") + "allowed";
    return bubblewrap && namespaces
        ? new Outcome.Fine(seen)
        : new Outcome.Worrying(
            seen,
            "nothing that this version does needs them; a sandbox around decoding will: install bubblewrap and allow user namespaces");
  }

  private boolean isThere(String program) {
    return Stream.of(path.split(":"))
        .filter(folder -> folder.startsWith("/"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static boolean succeeds(String... command) {
    try {
      Process process = new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      // It cannot be run, so it does not succeed.
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
