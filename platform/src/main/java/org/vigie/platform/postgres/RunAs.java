package org.vigie.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.OwnUser;

/// Under which identity PostgreSQL runs. It refuses to run as root.
sealed interface RunAs {
  /// Returns the words that go before a command.
  List<String> prefix();

  /// Makes a file or folder PostgreSQL's own.
  void own(Path path) throws IOException;

  /// As the user who started Vigie.
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
      Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /// As `nobody` in a namespace of its own: the files belong to root, who has no power there. Works
  /// also if other users cannot enter the folders above.
  record UserNamespace() implements RunAs {
    @Override
    public List<String> prefix() {
      return List.of("unshare", "--user", "--");
    }

    @Override
    public void own(Path path) {}
  }

  /// Chooses the identity for a folder: that of its owner, and for a folder of root's the first
  /// that works, which then owns the folder.
  static RunAs choose(Path folder, Binaries binaries) throws IOException {
    if (!OwnUser.isRoot()) {
      return new SameUser();
    }
    int owner = (int) Files.getAttribute(folder, "unix:uid");
    if (owner != 0) {
      int group = (int) Files.getAttribute(folder, "unix:gid");
      return new OtherUser(owner, group);
    }
    return firstThatWorks(folder, binaries);
  }

  private static RunAs firstThatWorks(Path folder, Binaries binaries) throws IOException {
    List<OtherUser> users = othersMayPass(folder) ? PasswdFile.candidates() : List.of();
    for (OtherUser user : users) {
      user.own(folder);
      boolean works = works(user, folder, binaries);
      new OtherUser(0, 0).own(folder);
      if (works) {
        ownTree(user, folder);
        return user;
      }
    }
    return checked(new UserNamespace(), folder, binaries);
  }

  /// Says whether the folders above let everybody through, by their permissions; saves the
  /// starting of programs that could only fail.
  private static boolean othersMayPass(Path folder) throws IOException {
    for (@Nullable Path above = folder.getParent(); above != null; above = above.getParent()) {
      if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  /// Gives away all files that root made in the folder, such as restored ones. The folder is last,
  /// so that a folder that is no longer root's is given away completely.
  private static void ownTree(OtherUser user, Path folder) throws IOException {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.toList().reversed()) {
        user.own(path);
      }
    }
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
}
