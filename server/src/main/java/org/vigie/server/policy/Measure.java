package org.vigie.server.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.policy.MalformedMeasureException.Defect;
import org.vigie.server.policy.MalformedMeasureException.Part;
import org.vigie.server.policy.Sanction.Restriction;

/// A measure that a decision takes.
///
/// | Measure | Its words, the mildest first | Acts on |
/// | --- | --- | --- |
/// | [OnContent] | those of [ContentMeasure] | content, perhaps the account too |
/// | [OnAccount] | `suspend`, `ban` | the account |
/// | [OnRoom] | `suspend`, `ban` | the room |
///
/// Stored form: scope, word, duration and countries; [#of] reads it.
public sealed interface Measure {
  /// The longest that a measure with a duration lasts.
  Duration LONGEST = Duration.ofDays(Sanction.LONGEST);

  /// Against a message or media.
  ///
  /// @param duration up to [#LONGEST]
  record OnContent(ContentMeasure kind, Optional<Duration> duration, Territory where)
      implements Measure {
    public OnContent {
      if (duration.filter(length -> !isInRange(length)).isPresent()) {
        throw new IllegalArgumentException("a measure lasts up to " + Sanction.LONGEST + " days");
      }
    }

    /// Makes a measure that holds everywhere until somebody reverses it.
    public OnContent(ContentMeasure kind) {
      this(kind, Optional.empty(), Territory.EVERYWHERE);
    }
  }

  /// Against an account.
  record OnAccount(Restriction restriction, Territory where) implements Measure {
    /// Makes a measure that holds everywhere.
    public OnAccount(Restriction restriction) {
      this(restriction, Territory.EVERYWHERE);
    }

    @Override
    public Optional<Duration> duration() {
      return restriction.duration();
    }
  }

  /// Against a room.
  record OnRoom(Restriction restriction, Territory where) implements Measure {
    /// Makes a measure that holds everywhere.
    public OnRoom(Restriction restriction) {
      this(restriction, Territory.EVERYWHERE);
    }

    @Override
    public Optional<Duration> duration() {
      return restriction.duration();
    }
  }

  /// The kinds of things that measures act on.
  enum Scope {
    /// A message, or media.
    CONTENT,
    ACCOUNT,
    ROOM;

    /// Returns the word in JSON: `content`.
    public String word() {
      return EnumWords.of(this);
    }
  }

  /// Returns for how long it holds; empty until somebody reverses it.
  Optional<Duration> duration();

  /// Returns where it holds.
  Territory where();

  /// Returns its scope. A decision has at most one measure for each scope.
  default Scope on() {
    return switch (this) {
      case OnContent _ -> Scope.CONTENT;
      case OnAccount _ -> Scope.ACCOUNT;
      case OnRoom _ -> Scope.ROOM;
    };
  }

  /// Returns the word in forms and columns: `quarantine`.
  default String word() {
    return switch (this) {
      case OnContent(var kind, var _, var _) -> kind.word();
      case OnAccount(var restriction, var _) -> restriction.word();
      case OnRoom(var restriction, var _) -> restriction.word();
    };
  }

  /// Returns everything that it acts on, which may be more than it is against: a quarantine can
  /// pause the account. Empty for content that is left as it is.
  default Set<Scope> touches() {
    return switch (this) {
      case OnContent(var kind, var _, var _) -> kind.touches();
      case OnAccount _, OnRoom _ -> Set.of(on());
    };
  }

  /// Returns a text that equal measures share, and others do not.
  default String mark() {
    String countries = where().countries().stream().sorted().collect(Collectors.joining(","));
    String time = duration().map(Duration::toString).orElse("");
    return on() + ":" + word() + ":" + time + ":" + countries;
  }

  /// Returns whether it changes anything.
  default boolean acts() {
    return !touches().isEmpty();
  }

  /// Returns whether the account can do less than before.
  default boolean restrictsAccount() {
    return touches().contains(Scope.ACCOUNT);
  }

  /// Returns whether it closes an account or a room for good, unless somebody reverses it.
  default boolean isTerminal() {
    return switch (this) {
      case OnContent _ -> false;
      case OnAccount _, OnRoom _ -> duration().isEmpty();
    };
  }

  /// Reads the stored form.
  ///
  /// @param countries codes of ISO 3166-1; none means everywhere
  /// @throws MalformedMeasureException if there is no such measure
  static Measure of(Scope on, String word, Optional<Duration> duration, Set<String> countries) {
    Territory where = Territory.of(countries)
        .orElseThrow(() -> new MalformedMeasureException(Part.COUNTRIES, Defect.UNKNOWN));
    return switch (on) {
      case CONTENT -> new OnContent(kind(word), inRange(duration), where);
      case ACCOUNT -> new OnAccount(restriction(word, duration), where);
      case ROOM -> new OnRoom(restriction(word, duration), where);
    };
  }

  private static ContentMeasure kind(String word) {
    return ContentMeasure.of(word)
        .orElseThrow(() -> new MalformedMeasureException(Part.WORD, Defect.UNKNOWN));
  }

  private static Optional<Duration> inRange(Optional<Duration> duration) {
    if (duration.filter(length -> !isInRange(length)).isPresent()) {
      throw new MalformedMeasureException(Part.DURATION, Defect.OUT_OF_RANGE);
    }
    return duration;
  }

  private static boolean isInRange(Duration length) {
    return length.isPositive() && length.compareTo(LONGEST) <= 0;
  }

  private static Restriction restriction(String word, Optional<Duration> duration) {
    return switch (Sanction.Kind.of(word).orElse(Sanction.Kind.NONE)) {
      case NONE -> throw new MalformedMeasureException(Part.WORD, Defect.UNKNOWN);
      case SUSPEND -> suspension(duration);
      case BAN -> ban(duration);
    };
  }

  /// A suspension lasts whole days.
  private static Restriction suspension(Optional<Duration> duration) {
    Duration length = inRange(duration)
        .orElseThrow(() -> new MalformedMeasureException(Part.DURATION, Defect.MISSING));
    if (!length.equals(Duration.ofDays(length.toDays()))) {
      throw new MalformedMeasureException(Part.DURATION, Defect.OUT_OF_RANGE);
    }
    return new Sanction.Suspension(Math.toIntExact(length.toDays()));
  }

  private static Restriction ban(Optional<Duration> duration) {
    if (duration.isPresent()) {
      throw new MalformedMeasureException(Part.DURATION, Defect.NOT_OF_A_BAN);
    }
    return new Sanction.Ban();
  }
}
