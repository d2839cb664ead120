package org.vigie.server.frame;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/// A kind of work that waits for people; each module has a bean for each of its own. The first page
/// lists it with its button, and the navigation shows its number.
///
/// @param order among the kinds of work, the most urgent first
/// @param authority needed to do the work
/// @param textKey of its sentences: `<key>` says how much waits (`{0}`), `<key>.act` names the
///     button, and `<key>.due` says when the first is due (`{0}`), if any of it has a deadline
/// @param address of the page where it is done
/// @param place the path of the navigation's link that shows the number
/// @param counting counts it for a viewer with the authority; runs outside transactions, makes
///     one bounded query or two, and counts to [#MOST] at least
public record Waiting(
    int order,
    GrantedAuthority authority,
    String textKey,
    String address,
    String place,
    Function<Authentication, Count> counting) {
  /// The largest number that is shown: beyond it there are "more than 99".
  public static final int MOST = 99;

  /// How much waits.
  ///
  /// @param due the first deadline
  public record Count(long number, Optional<Instant> due) {
    public static final Count NOTHING = of(0);

    /// A number of things without deadlines.
    public static Count of(long number) {
      return new Count(number, Optional.empty());
    }
  }
}
