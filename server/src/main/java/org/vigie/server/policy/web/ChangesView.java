package org.vigie.server.policy.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;
import org.vigie.server.policy.comparing.CatalogueChanges;
import org.vigie.server.policy.comparing.CatalogueChanges.Change;
import org.vigie.server.policy.comparing.CatalogueChanges.Kind;

/// The differences between two catalogues, in words.
public record ChangesView(Texts texts, CatalogueChanges changes) {
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /// Returns the categories that are different.
  public List<Change> categories() {
    return changes.categories();
  }

  /// Returns the clocks that are different.
  public List<Change> clocks() {
    return changes.clocks();
  }

  /// Returns the changes of the rules for all categories.
  public List<Change> review() {
    return changes.review();
  }

  /// Returns the name of an entry; empty if it has none.
  public String name(Change change) {
    return Optional.ofNullable(change.names().get(texts.language())).orElse("");
  }

  /// Returns the kind of a change, in words.
  public String word(Kind kind) {
    return texts.get("policy.change", kind);
  }

  /// Returns the tone of a change.
  public Tone tone(Kind kind) {
    return switch (kind) {
      case ADDED -> Tone.GOOD;
      case CHANGED -> Tone.WAITING;
      case REMOVED -> Tone.WARNING;
    };
  }
}
