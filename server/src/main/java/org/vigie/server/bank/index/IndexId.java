package org.vigie.server.bank.index;

/// Identifiers of the index: bank (13 bits), member (36 bits), slot of the signal within the
/// member (14 bits), so that a hit says whose it is without a table.
final class IndexId {
  static final int MAX_BANK = (1 << 13) - 1;
  static final long MAX_MEMBER = (1L << 36) - 1;
  static final int MAX_SLOT = (1 << 14) - 1;

  private static final int SLOT_BITS = 14;
  private static final int MEMBER_BITS = 36;

  private IndexId() {}

  static long of(int bank, long member, int slot) {
    if (bank < 0 || bank > MAX_BANK) {
      throw new IllegalArgumentException("a bank is 0 to " + MAX_BANK + ": " + bank);
    }
    if (member < 0 || member > MAX_MEMBER) {
      throw new IllegalArgumentException("a member is 0 to " + MAX_MEMBER + ": " + member);
    }
    if (slot < 0 || slot > MAX_SLOT) {
      throw new IllegalArgumentException("a slot is 0 to " + MAX_SLOT + ": " + slot);
    }
    return ((long) bank << MEMBER_BITS | member) << SLOT_BITS | slot;
  }

  static int bank(long id) {
    return (int) (id >>> SLOT_BITS + MEMBER_BITS);
  }

  static long member(long id) {
    return id >>> SLOT_BITS & MAX_MEMBER;
  }

  static int slot(long id) {
    return (int) id & MAX_SLOT;
  }
}
