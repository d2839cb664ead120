package org.vigie.server.operation.doctor;

import org.vigie.server.operation.installation.Installation;

/// The data directory: whether it is a demonstration, and whether the options agree.
public record MarkCheck(Installation installation) implements Check {
  @Override
  public String name() {
    return "data";
  }

  @Override
  public Outcome examine() {
    if (!installation.exists()) {
      return new Outcome.Fine(
          "nothing in " + installation.folder() + " yet; the first start fills it");
    }
    String seen = installation.folder() + " holds "
        + (installation.isMarked() ? "a demonstration" : "a real installation");
    if (installation.isMarked() == installation.demo()) {
      return new Outcome.Fine(seen);
    }
    String mend = installation.demo() ? "leave out --demo" : "add --demo";
    return new Outcome.Broken(seen, mend + ", or give another folder with --data");
  }
}
