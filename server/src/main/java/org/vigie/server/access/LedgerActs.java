package org.vigie.server.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The acts of a module and the pages of their subjects: a bean of each module that records acts.
public interface LedgerActs {
  /// Returns the key of the words for the module, above its acts.
  String titleKey();

  /// Returns every act that the module records or once recorded.
  List<? extends Act> acts();

  /// Returns where those of the subjects are shown that the module knows and has a page for.
  ///
  /// @param subjects as entries name them: `member:1234`, those of other modules too
  Map<String, SubjectPage> pages(Set<String> subjects);
}
