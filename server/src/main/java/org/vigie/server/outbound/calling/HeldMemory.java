package org.vigie.server.outbound.calling;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.vigie.media.NativeBytes;
import org.vigie.server.frame.BodyHold;
import org.vigie.server.frame.MemoryBudget;
import org.vigie.server.outbound.OutboundException;
import org.vigie.server.outbound.OutboundException.Cause;

/// The memory of one fetched content, counted until it is closed. Threads: one at a time.
public final class HeldMemory implements AutoCloseable {
  /// A stream of unknown length is read in pieces, which are then put together.
  private static final int PIECES_AND_WHOLE = 2;

  private final MemoryBudget budget;
  private long held;

  public HeldMemory(MemoryBudget budget) {
    this.budget = budget;
  }

  /// Counts bytes.
  ///
  /// @throws OutboundException if there is no room for them
  void take(long bytes) {
    if (!budget.take(bytes)) {
      throw new OutboundException(Cause.BUSY);
    }
    held += bytes;
  }

  /// Returns a stream whose bytes are counted as they are read.
  InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
          take((long) PIECES_AND_WHOLE * read);
        }
        return read;
      }
    };
  }

  /// Allocates memory for content that is counted already; closing it closes this as well.
  NativeBytes allocate(long size) {
    return NativeBytes.allocate(size, this::close);
  }

  /// Allocates memory for bytes that were counted as they were read.
  BodyHold countedAlready() {
    return new BodyHold() {
      @Override
      public void take(long bytes) {}

      @Override
      public void giveBack(long bytes) {}

      @Override
      public NativeBytes allocate(long size) {
        return HeldMemory.this.allocate(size);
      }

      @Override
      public void free(NativeBytes bytes) {
        bytes.close();
      }
    };
  }

  @Override
  public void close() {
    budget.giveBack(held);
    held = 0;
  }
}
