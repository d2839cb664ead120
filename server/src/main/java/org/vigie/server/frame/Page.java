package org.vigie.server.frame;

/// A view record: everything that one template shows, computed. Public, as templates become
/// classes of a package of their own.
///
/// A controller returns it as its response body. The template lies under `src/main/jte`, in the
/// folder of the record's module, under the record's name in small letters: the only parameter
/// of `bank/bank_page.jte` is `page`, a `BankPage` of the module `bank`.
public interface Page {
  /// Returns the surroundings of the content.
  Frame frame();
}
