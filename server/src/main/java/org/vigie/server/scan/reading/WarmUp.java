package org.vigie.server.scan.reading;

import org.vigie.fingerprint.LumaPlane;
import org.vigie.fingerprint.PdqHasher;

/// Hashes a made-up picture until the loops are compiled: once in a process, as compiled code is
/// the process's.
final class WarmUp {
  private static final int SIDE = 512;
  private static final int ROUNDS = 20;

  private WarmUp() {}

  /// Returns when the loops are compiled.
  static void once() {
    Compiled.await();
  }

  /// The JVM initialises a class once, and lets others wait.
  private static final class Compiled {
    static {
      LumaPlane plane = LumaPlane.ofGrey(SIDE, SIDE, stripes());
      PdqHasher hasher = new PdqHasher();
      for (int round = 0; round < ROUNDS; round++) {
        hasher.hashOrientations(plane);
      }
    }

    private Compiled() {}

    static void await() {
      // Calling this initialises the class.
    }

    private static byte[] stripes() {
      byte[] grey = new byte[SIDE * SIDE];
      for (int i = 0; i < grey.length; i++) {
        grey[i] = (byte) (i * 7);
      }
      return grey;
    }
  }
}
