package org.vigie.server.policy.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;
import org.vigie.server.policy.comparing.CatalogueChanges;
import org.vigie.server.policy.comparing.CatalogueChanges.Change;
import org.vigie.server.policy.comparing.CatalogueChanges.Kind;

/// What is different between two catalogues, in words.
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

  /// Returns what is said about reviewing that is different.
  public List<Change> review() {
    return changes.review();
  }

  /// Returns what people call an entry; empty where it has no name.
  public String name(Change change) {
    return Optional.ofNullable(change.names().get(texts.language())).orElse("");
  }

  /// Returns what happened, in words.
  public String word(Kind kind) {
    return texts.get("policy.change", kind);
  }

  /// Returns the tone of what happened.
  public Tone tone(Kind kind) {
    return switch (kind) {
      case ADDED -> Tone.GOOD;
      case CHANGED -> Tone.WAITING;
      case REMOVED -> Tone.WARNING;
    };
  }
}
