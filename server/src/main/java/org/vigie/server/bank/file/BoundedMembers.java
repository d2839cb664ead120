package org.vigie.server.bank.file;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;

/// A parser that stops within a member that is too large to be stored, so that one member of a
/// file does not fill the memory. Threads: one at a time.
final class BoundedMembers extends JsonParserDelegate {
  static final int MOST_BYTES = 8_000_000;

  /// Several times the size of a member with the most signals.
  static final int MOST_TOKENS = 300_000;

  /// Asking for the position of the parser costs more than a token.
  private static final int ASK_EVERY = 16;

  private long begin;
  private int tokens;

  BoundedMembers(JsonParser parser) {
    super(parser);
  }

  /// Ends the reading of a file within a member that is too large.
  static final class MemberTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MemberTooLargeException() {
      super("a member is larger than any that can be stored", null, false, false);
    }
  }

  /// Restarts the count at the current token.
  void beginMember() {
    begin = delegate.currentLocation().getByteOffset();
    tokens = 0;
  }

  /// Reads on; throws [MemberTooLargeException] once the member is too large.
  @Override
  public @Nullable JsonToken nextToken() {
    JsonToken token = delegate.nextToken();
    tokens++;
    if (tokens > MOST_TOKENS || tokens % ASK_EVERY == 0 && isTooLong()) {
      throw new MemberTooLargeException();
    }
    return token;
  }

  private boolean isTooLong() {
    return delegate.currentLocation().getByteOffset() - begin > MOST_BYTES;
  }
}
