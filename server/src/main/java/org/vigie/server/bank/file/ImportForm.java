package org.vigie.server.bank.file;

/// How a file of members is written.
public enum ImportForm {
  /// `docs/formats/hash-list.md`: CSV, or one value a line.
  HASH_LIST,
  /// `docs/formats/bank-members.md`: an array of objects, or an object a line.
  JSON
}
