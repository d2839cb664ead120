package org.vigie.server.bank.file;

/// The format of a file of members.
public enum ImportForm {
  /// `docs/formats/hash-list.md`: CSV, or one value per line.
  HASH_LIST,
  /// `docs/formats/bank-members.md`: an array of objects, or an object a line.
  JSON
}
