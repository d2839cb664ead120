package org.vigie.server.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.vigie.server.frame.EnumWords;

/// The policy's recommendation about an account: nothing, or a [Restriction].
public sealed interface Sanction {
  /// The longest suspension, in days.
  int LONGEST = 3_660;

  /// Returns the kind.
  Kind kind();

  /// Returns the word in YAML and JSON: `suspend`.
  default String word() {
    return kind().word();
  }

  /// The kinds, the mildest first.
  enum Kind {
    NONE,
    SUSPEND,
    BAN;

    /// Returns the kind with a word, if there is one.
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /// Returns the word in YAML, JSON and columns of decisions: `suspend`.
    public String word() {
      return EnumWords.of(this);
    }
  }

  /// Nothing.
  record None() implements Sanction {
    @Override
    public Kind kind() {
      return Kind.NONE;
    }
  }

  /// An account or a room is closed. The milder comes first: shorter suspensions, then bans.
  sealed interface Restriction extends Sanction, Comparable<Restriction> {
    /// Returns for how long; empty until somebody reverses it.
    Optional<Duration> duration();

    @Override
    default int compareTo(Restriction other) {
      return Comparator.comparing(Restriction::kind)
          .thenComparing(restriction -> restriction.duration().orElse(Duration.ZERO))
          .compare(this, other);
    }
  }

  /// It is closed for a time.
  ///
  /// @param days 1 to [#LONGEST]
  record Suspension(int days) implements Restriction {
    public Suspension {
      if (days < 1 || days > LONGEST) {
        throw new IllegalArgumentException("a suspension has 1 to " + LONGEST + " days");
      }
    }

    @Override
    public Kind kind() {
      return Kind.SUSPEND;
    }

    @Override
    public Optional<Duration> duration() {
      return Optional.of(Duration.ofDays(days));
    }
  }

  /// The account is closed until a person opens it again.
  record Ban() implements Restriction {
    @Override
    public Kind kind() {
      return Kind.BAN;
    }

    @Override
    public Optional<Duration> duration() {
      return Optional.empty();
    }
  }
}
