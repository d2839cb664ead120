package org.vigie.server.bank.store;

import java.util.OptionalLong;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.MemberId;

/// The change of one revision.
///
/// @param member for the kind `MEMBER`
/// @param importId for the kind `IMPORT`
public record Change(Kind kind, BankId bank, OptionalLong member, OptionalLong importId) {
  /// How much has to be read again.
  public enum Kind {
    /// The fields of the bank.
    BANK,
    /// The fields of the bank, and all its members.
    MEMBERS,
    /// One member.
    MEMBER,
    /// All members that an import added or changed.
    IMPORT
  }

  public static Change ofBank(BankId bank) {
    return new Change(Kind.BANK, bank, OptionalLong.empty(), OptionalLong.empty());
  }

  public static Change ofMembers(BankId bank) {
    return new Change(Kind.MEMBERS, bank, OptionalLong.empty(), OptionalLong.empty());
  }

  public static Change ofMember(BankId bank, MemberId member) {
    return new Change(Kind.MEMBER, bank, OptionalLong.of(member.value()), OptionalLong.empty());
  }

  public static Change ofImport(BankId bank, long importId) {
    return new Change(Kind.IMPORT, bank, OptionalLong.empty(), OptionalLong.of(importId));
  }
}
