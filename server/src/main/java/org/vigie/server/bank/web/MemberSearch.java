package org.vigie.server.bank.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.store.MemberQuery;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.ProblemException;

/// The filter of members in an address.
///
/// @param signal a type's identifier, a colon and the value
record MemberSearch(
    @Nullable String status,
    @Nullable String member,
    @Nullable String source,
    @Nullable String signal) {
  MemberQuery query(SignalTypes types) {
    return new MemberQuery(
        said(status).map(word -> EnumWords.read(MemberStatus.class, "status", word)),
        said(member),
        said(source),
        said(signal).map(text -> signal(types, text)));
  }

  private static Optional<String> said(@Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isEmpty());
  }

  /// @throws ProblemException if the text is not one
  static Signal signal(SignalTypes types, String text) {
    int colon = text.indexOf(':');
    String type = colon < 0 ? "" : text.substring(0, colon);
    try {
      return types
          .find(type)
          .orElseThrow(() -> ProblemException.ofField(
              "signal",
              "This is a signal type, a colon and the value; types are "
                  + String.join(", ", types.ids()) + "."))
          .parse(text.substring(colon + 1));
    } catch (MalformedSignalException e) {
      throw ProblemException.ofField("signal", String.valueOf(e.getMessage()));
    }
  }
}
