package org.vigie.server.bank;

/// Numbers the changes of all banks together, from 0, the empty state. An answer that names a
/// revision was computed with every change up to it, and perhaps with later ones.
public record BankRevision(long number) implements Comparable<BankRevision> {
  @Override
  public int compareTo(BankRevision other) {
    return Long.compare(number, other.number);
  }
}
