package org.vigie.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.platform.OwnUser;

/// Under which identity PostgreSQL runs. It refuses to run as root.
sealed interface RunAs {
  /// Returns the words that go before a command.
  List<String> prefix();

  /// Makes a file or folder PostgreSQL's own.
  void own(Path path) throws IOException;

  /// As whoever started Vigie.
  record SameUser() implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of();
    }

    @Override
    public void own(Path path) {}
  }

  /// As an ordinary user of the machine, which takes being root and a path that this user may
  /// pass.
  record OtherUser(int uid, int gid) implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of(
          "setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--inh-caps=-all", "--");
    }

    @Override
    public void own(Path path) throws IOException {
      Files.setAttribute(path, "unix:uid", uid);
      Files.setAttribute(path, "unix:gid", gid);
    }
  }

  /// As nobody in a namespace of its own: the files are root's, who has no power there. Works
  /// where another user could not pass the folders above.
  record UserNamespace() implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of("unshare", "--user", "--");
    }

    @Override
    public void own(Path path) {}
  }

  /// Chooses the identity for a folder: that of its owner, and for an empty folder of root's the
  /// first that works. Changes the owner of the folder if need be.
  static RunAs choose(Path folder, Binaries binaries) throws IOException {
    if (!OwnUser.isRoot()) {
      return new SameUser();
    }
    int owner = (int) Files.getAttribute(folder, "unix:uid");
    if (owner != 0) {
      int group = (int) Files.getAttribute(folder, "unix:gid");
      return checked(new OtherUser(owner, group), folder, binaries);
    }
    return isEmpty(folder)
        ? firstThatWorks(folder, binaries)
        : checked(new UserNamespace(), folder, binaries);
  }

  private static RunAs firstThatWorks(Path folder, Binaries binaries) throws IOException {
    for (OtherUser user : PasswdFile.candidates()) {
      user.own(folder);
      if (works(user, folder, binaries)) {
        return user;
      }
    }
    new OtherUser(0, 0).own(folder);
    return checked(new UserNamespace(), folder, binaries);
  }

  private static RunAs checked(RunAs identity, Path folder, Binaries binaries) {
    if (!works(identity, folder, binaries)) {
      throw new PostgresUnavailableException(
          "PostgreSQL does not run as root, and neither another user nor a user namespace can work in "
              + folder + ": start Vigie as an ordinary user, or give a folder with --data that"
              + " others may pass");
    }
    return identity;
  }

  private static boolean works(RunAs identity, Path folder, Binaries binaries) {
    String script = "test -w \"$1\" && exec \"$2\" --version";
    return Command.of("sh", "-c", script, "sh", folder.toString(), binaries.postgres())
        .after(identity.prefix())
        .succeeds();
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }
}
