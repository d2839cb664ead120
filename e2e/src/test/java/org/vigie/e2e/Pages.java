package org.vigie.e2e;

import java.util.List;
import java.util.Optional;
import org.vigie.server.access.Role;

/// Every page of the server, and who looks at it in these tests. A new page gets a line here.
final class Pages {
  static final List<Entry> PAGES = List.of(
      Entry.of("/", Role.LIST_MANAGER),
      Entry.open("/problems"),
      Entry.open("/problems/{slug}", "/problems/invalid-field"));

  /// What is shown where no page is.
  static final List<Entry> ERRORS =
      List.of(Entry.open("/nothing-here"), Entry.of("/nothing-here", Role.ADMINISTRATOR));

  private Pages() {}

  /// One page.
  ///
  /// @param pattern its path as the controller names it
  /// @param address an example of it
  /// @param role who looks; empty for somebody who is not signed in
  record Entry(String pattern, String address, Optional<Role> role) {
    static Entry of(String path, Role role) {
      return new Entry(path, path, Optional.of(role));
    }

    static Entry of(String pattern, String address, Role role) {
      return new Entry(pattern, address, Optional.of(role));
    }

    static Entry open(String path) {
      return open(path, path);
    }

    static Entry open(String pattern, String address) {
      return new Entry(pattern, address, Optional.empty());
    }

    /// Returns a name for files: `problems-slug`.
    String fileName() {
      String words = pattern.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
      String name = words.isEmpty() ? "home" : words;
      return role.map(r -> name + "-" + r).orElse(name);
    }

    @Override
    public String toString() {
      return fileName();
    }
  }
}
