package org.vigie.server.report.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.report.settings.UploadSettings;

/// Bounds the forms whose files are read at the same time, as these are held in memory: in total,
/// and from one network. A slot is taken when the first byte of a file arrives, so a form without
/// files needs none, and an announced file takes none.
///
/// If all are taken, a network that has fewer gets one of the network that has the most: so a few
/// slow networks cannot block the others. Threads: any.
final class UploadSlots {
  private final UploadSettings settings;
  private final Set<Slot> taken = new HashSet<>();
  private long turn;

  UploadSlots(UploadSettings settings) {
    this.settings = settings;
  }

  /// A place for the files of one form. It can be lost to another network until the files are
  /// complete.
  final class Slot implements AutoCloseable {
    private final String network;
    private final long number;
    private boolean complete;

    private Slot(String network, long number) {
      this.network = network;
      this.number = number;
    }

    /// Returns whether it is still this form's.
    boolean isHeld() {
      synchronized (UploadSlots.this) {
        return taken.contains(this);
      }
    }

    /// Marks the files as complete; returns whether this form still has the slot, and then keeps
    /// it.
    boolean complete() {
      synchronized (UploadSlots.this) {
        complete = true;
        return taken.contains(this);
      }
    }

    @Override
    public void close() {
      synchronized (UploadSlots.this) {
        taken.remove(this);
      }
    }
  }

  /// Takes a slot, if there is one for this network.
  synchronized Optional<Slot> take(CallerAddress address) {
    String network = address.network().orElse("");
    long own = count(network);
    if (!network.isEmpty() && own >= settings.perNetwork()) {
      return Optional.empty();
    }
    if (taken.size() >= settings.atOnce() && !makeRoom(own)) {
      return Optional.empty();
    }
    Slot slot = new Slot(network, turn++);
    taken.add(slot);
    return Optional.of(slot);
  }

  private long count(String network) {
    return taken.stream().filter(slot -> slot.network.equals(network)).count();
  }

  /// Takes the oldest incomplete slot of the network that has the most, if that has at least two
  /// more than the newcomer.
  private boolean makeRoom(long own) {
    Optional<Slot> victim = taken.stream()
        .filter(slot -> !slot.complete && count(slot.network) > own + 1)
        .min(Comparator.<Slot>comparingLong(slot -> -count(slot.network))
            .thenComparingLong(slot -> slot.number));
    victim.ifPresent(taken::remove);
    return victim.isPresent();
  }

  /// Returns the number of taken slots.
  synchronized int size() {
    return taken.size();
  }
}
