package org.vigie.server.operation.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Standard error as the process was given it.
///
/// The JVM begins every start with a warning about the Vector API, which says nothing to an
/// operator. So the launcher keeps the real standard error as descriptor 3, and takes that line
/// out of descriptor 2. The first write here puts the real one back in its place, and the filter
/// ends. Before that nothing is done, as a start in which nothing is wrong writes nothing.
public final class RealErr extends OutputStream {
  private static final int KEPT = 3;
  private static final int STANDARD = 2;

  private final FileOutputStream standard = new FileOutputStream(FileDescriptor.err);
  private boolean restored;

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (!restored) {
      restored = true;
      restore();
    }
    standard.write(bytes, offset, length);
  }

  @Override
  public void write(int character) throws IOException {
    write(new byte[] {(byte) character}, 0, 1);
  }

  private static void restore() throws IOException {
    Linker linker = Linker.nativeLinker();
    MethodHandle duplicate = linker.downcallHandle(
        linker.defaultLookup().findOrThrow("dup2"),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    try {
      int _ = (int) duplicate.invokeExact(KEPT, STANDARD);
    } catch (Throwable e) {
      throw new IOException("standard error cannot be restored", e);
    }
  }
}
