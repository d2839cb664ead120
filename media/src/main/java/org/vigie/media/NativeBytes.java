package org.vigie.media;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Bytes in memory outside the heap, zero until they are written.
///
/// Their owner allocates and closes them. Work that may outlive its owner, such as a
/// decoder that has passed its deadline, takes a [Hold] before it reads. The memory is freed as
/// soon as it is closed and no hold is left, in the thread that lets go last. So it is never freed
/// during a read, also not during a native call, of which the JVM knows nothing. A read without a
/// hold, after the end, throws [IllegalStateException] and reaches no memory of others.
///
/// Prints its size only. Threads: any; writing is that of the owner, before others read.
public final class NativeBytes implements AutoCloseable {
  private final MemorySegment segment;
  private final Runnable free;
  private final AtomicInteger holds = new AtomicInteger(1);
  private final Hold owner = new Hold(this::release);

  private NativeBytes(MemorySegment segment, Runnable free) {
    this.segment = segment;
    this.free = free;
  }

  /// Keeps the bytes until it is closed.
  public static final class Hold implements AutoCloseable {
    /// Keeps nothing: for bytes that nobody frees.
    static final Hold NONE = new Hold(() -> {});

    private final Runnable release;
    private final AtomicBoolean released = new AtomicBoolean();

    private Hold(Runnable release) {
      this.release = release;
    }

    @Override
    public void close() {
      if (!released.getAndSet(true)) {
        release.run();
      }
    }
  }

  /// Allocates bytes that the caller closes.
  ///
  /// @param freed called once, right after the memory was freed or could not be allocated
  public static NativeBytes allocate(long size, Runnable freed) {
    Arena arena = Arena.ofShared();
    try {
      return new NativeBytes(arena.allocate(size), () -> {
        arena.close();
        freed.run();
      });
    } catch (RuntimeException | Error e) {
      arena.close();
      freed.run();
      throw e;
    }
  }

  /// Allocates bytes that are freed some time after nothing refers to them, for want of an owner.
  public static NativeBytes collected(long size) {
    return new NativeBytes(Arena.ofAuto().allocate(size), () -> {});
  }

  /// Returns the memory itself.
  public MemorySegment segment() {
    return segment;
  }

  public long size() {
    return segment.byteSize();
  }

  /// Returns a hold on the bytes; empty if they are freed.
  public Optional<Hold> hold() {
    int before = holds.getAndUpdate(now -> now == 0 ? 0 : now + 1);
    return before == 0 ? Optional.empty() : Optional.of(new Hold(this::release));
  }

  private void release() {
    if (holds.decrementAndGet() == 0) {
      free.run();
    }
  }

  /// Ends the use by the owner; without effect if it has ended.
  @Override
  public void close() {
    owner.close();
  }

  @Override
  public String toString() {
    return "NativeBytes[" + size() + " bytes]";
  }
}
