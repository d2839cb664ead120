package org.vigie.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The process's standard error, as the launcher hands it over.
///
/// The JVM announces the incubating Vector API on standard error each time it starts, and no
/// option turns that off. The launcher therefore starts the JVM with a filter as standard error,
/// which drops that one line, and the real one as another descriptor. From here on the real one is
/// used directly: everything is in order and on a terminal, and the filter ends.
final class StandardError {
  private static final int STANDARD_ERROR = 2;

  private StandardError() {}

  /// Puts the descriptor that the launcher names in `vigie.stderr` in the place of standard error;
  /// does nothing if it names none.
  static void restore() {
    Integer real = Integer.getInteger("vigie.stderr");
    if (real != null) {
      replace(real);
    }
  }

  private static void replace(int real) {
    Linker linker = Linker.nativeLinker();
    MethodHandle dup2 = linker.downcallHandle(
        linker.defaultLookup().findOrThrow("dup2"),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    try {
      // Were it to fail, the filter would stay in between, and let everything pass.
      var _ = (int) dup2.invokeExact(real, STANDARD_ERROR);
    } catch (Throwable e) {
      throw new AssertionError("dup2 throws nothing", e);
    }
  }
}
