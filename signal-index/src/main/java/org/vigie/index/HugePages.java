package org.vigie.index;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Asks the kernel to back large tables with huge pages, so that random reads miss fewer
/// translations.
///
/// Advice only: without Linux 6.1, or without `--enable-native-access`, nothing is asked, and
/// searches are somewhat slower.
final class HugePages {
  /// `MADV_COLLAPSE` of `<linux/mman.h>`: collapse now, regardless of the system's default for huge
  /// pages.
  private static final int MADV_COLLAPSE = 25;

  private static final long WORTH_ASKING = 4 << 20;
  private static final Optional<MethodHandle> MADVISE = madvise();

  private HugePages() {}

  static void advise(Segment segment) {
    for (Segment.Section section : Segment.Section.values()) {
      advise(segment.section(section));
    }
  }

  private static void advise(MemorySegment table) {
    if (MADVISE.isPresent() && table.byteSize() >= WORTH_ASKING) {
      try {
        int refused = (int) MADVISE.get().invokeExact(table, table.byteSize(), MADV_COLLAPSE);
        assert refused == 0 || refused == -1;
      } catch (Throwable e) {
        throw new AssertionError("madvise takes an address, a length and an advice", e);
      }
    }
  }

  private static Optional<MethodHandle> madvise() {
    boolean allowed = HugePages.class.getModule().isNativeAccessEnabled();
    if (!allowed || !System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    SymbolLookup libc = linker.defaultLookup();
    return libc.find("madvise")
        .map(symbol -> linker.downcallHandle(
            symbol,
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT)));
  }
}
