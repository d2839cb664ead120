package org.vigie.server.frame;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;

/// Finds things of one kind by words, for the search page and the palette of every page; each
/// module has a bean for each of its own kinds.
///
/// @param order among the kinds
/// @param authority needed to open the results, and so to look for them
/// @param titleKey of the kind's name
/// @param finding looks for them
public record Finder(int order, GrantedAuthority authority, String titleKey, Finding finding) {
  /// The most results of one kind.
  public static final int MOST = 8;

  /// Looks for things. Reads a bounded number of rows, and returns the best [#MOST] at most, with
  /// nothing in them that the lists of the same things do not show.
  @FunctionalInterface
  public interface Finding {
    List<Found> find(Sought sought);
  }

  /// The search.
  ///
  /// @param words as they were typed, 2 to 100 characters
  /// @param texts of the viewer
  public record Sought(String words, Texts texts) {
    /// Returns whether a name has the words in it, whatever their case.
    public boolean isIn(String name) {
      return name.toLowerCase(texts.language().locale())
          .contains(words.toLowerCase(texts.language().locale()));
    }
  }

  /// A result.
  ///
  /// @param detail what tells it from others of the same name; may be empty
  /// @param address of its page
  public record Found(String name, String detail, String address) {}
}
