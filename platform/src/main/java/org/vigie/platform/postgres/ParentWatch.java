package org.vigie.platform.postgres;

import java.util.List;

/// The ways in which a child process notices the end of its parent, so that it ends too.
enum ParentWatch {
  /// Linux: the kernel interrupts the child when the thread that started it ends. The child
  /// becomes a session of its own, so that Ctrl-C reaches Vigie and not both at once.
  KERNEL,

  /// Elsewhere: a shell reads a pipe that we never write to, and interrupts the child when the
  /// pipe ends.
  PIPE;

  private static final String PIPE_SCRIPT = """
      exec 3<&0
      "$@" </dev/null 3<&- &
      child=$!
      { read -r _ <&3; kill -INT "$child"; } >/dev/null 2>&1 &
      exec 3<&-
      wait "$child"
      """;

  /// Returns the best that this machine has.
  static ParentWatch ofThisMachine() {
    return KERNEL.on(Command.of("true")).succeeds() ? KERNEL : PIPE;
  }

  /// Returns the command, watched.
  Command on(Command command) {
    return command.after(
        switch (this) {
          case KERNEL -> List.of("setpriv", "--pdeathsig", "INT", "--no-new-privs", "--", "setsid");
          case PIPE -> List.of("sh", "-c", PIPE_SCRIPT, "sh");
        });
  }
}
