package org.vigie.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A running process that may belong to a cluster.
///
/// A process id alone says nothing: in a container the same few are given out at every start.
record ServerProcess(ProcessHandle handle) {
  /// Returns the postmasters that run on a cluster's folder: none, or the one.
  static List<ServerProcess> postmastersOf(Path cluster) {
    return running().filter(process -> process.isPostmasterOf(cluster)).toList();
  }

  /// Returns the children of a postmaster, dead or alive, that still work on a cluster's folder.
  static List<ServerProcess> childrenOf(Path cluster) {
    return running()
        .filter(process -> process.words().getFirst().startsWith("postgres: "))
        .filter(process -> process.worksIn(cluster))
        .toList();
  }

  private static Stream<ServerProcess> running() {
    return ProcessHandle.allProcesses()
        .map(ServerProcess::new)
        .filter(process -> !process.words().isEmpty());
  }

  private boolean isPostmasterOf(Path cluster) {
    List<String> words = words();
    if (!words.getFirst().equals("postgres") && !words.getFirst().endsWith("/postgres")) {
      return false;
    }
    int folder = words.indexOf("-D") + 1;
    boolean named = folder > 0 && folder < words.size();
    return (named && words.get(folder).equals(cluster.toString())) || worksIn(cluster);
  }

  /// Says whether the process has a folder as its own, which a postmaster and its children do.
  /// Of other users' processes this cannot be known; they are not of a cluster that we may use.
  private boolean worksIn(Path cluster) {
    try {
      return Files.isSameFile(Path.of("/proc", Long.toString(handle.pid()), "cwd"), cluster);
    } catch (IOException _) {
      return false;
    }
  }

  private List<String> words() {
    Path commandLine = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
    try {
      // The JDK gives no arguments if they are longer than a page.
      return List.of(Files.readString(commandLine, StandardCharsets.UTF_8).split("\0"));
    } catch (IOException _) {
      return wordsByJdk();
    }
  }

  private List<String> wordsByJdk() {
    Stream<String> command = handle.info().command().stream();
    Stream<String> arguments = handle.info().arguments().stream().flatMap(Stream::of);
    return Stream.concat(command, arguments).toList();
  }
}
