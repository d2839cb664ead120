package org.vigie.server.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;

/// A parser that refuses objects with two fields of one name, as readers would silently drop one of
/// them.
///
/// Threads: one at a time.
public final class UniqueFields extends JsonParserDelegate {
  /// The names so far in each object that is open, the innermost first.
  private final Deque<Set<String>> names = new ArrayDeque<>();

  public UniqueFields(JsonParser parser) {
    super(parser);
  }

  /// @throws DuplicateFieldException if it is a name for the second time
  @Override
  public @Nullable JsonToken nextToken() {
    JsonToken token = delegated();
    if (token == JsonToken.START_OBJECT) {
      names.push(new HashSet<>());
    } else if (token == JsonToken.END_OBJECT) {
      names.pop();
    } else if (token == JsonToken.PROPERTY_NAME && !names.getFirst().add(currentName())) {
      throw new DuplicateFieldException(delegate, path(streamReadContext()));
    }
    return token;
  }

  /// The parser does not name the place where a limit is exceeded.
  private @Nullable JsonToken delegated() {
    try {
      return delegate.nextToken();
    } catch (StreamConstraintsException e) {
      throw new StreamReadException(
          this, "the JSON is deeper or longer than any that is read", delegate.currentLocation());
    }
  }

  @Override
  public @Nullable JsonToken nextValue() {
    JsonToken token = nextToken();
    return token == JsonToken.PROPERTY_NAME ? nextToken() : token;
  }

  @Override
  public @Nullable String nextName() {
    return nextToken() == JsonToken.PROPERTY_NAME ? currentName() : null;
  }

  @Override
  public boolean nextName(SerializableString expected) {
    return expected.getValue().equals(nextName());
  }

  @Override
  public int nextNameMatch(PropertyNameMatcher matcher) {
    String name = nextName();
    if (name != null) {
      return matcher.matchName(name);
    }
    return hasToken(JsonToken.END_OBJECT)
        ? PropertyNameMatcher.MATCH_END_OBJECT
        : PropertyNameMatcher.MATCH_ODD_TOKEN;
  }

  @Override
  public JsonParser skipChildren() {
    int open = isAtStart(currentToken()) ? 1 : 0;
    while (open > 0) {
      JsonToken token = nextToken();
      if (token == null) {
        return this;
      }
      open += isAtStart(token) ? 1 : token.isStructEnd() ? -1 : 0;
    }
    return this;
  }

  private static boolean isAtStart(@Nullable JsonToken token) {
    return token != null && token.isStructStart();
  }

  private static String path(TokenStreamContext place) {
    TokenStreamContext outer = place.getParent();
    String before = outer == null ? "" : path(outer);
    if (place.inArray()) {
      return before + "[" + place.getCurrentIndex() + "]";
    }
    String name = place.inObject() ? JsonMistakes.shortened(place.currentName()) : "";
    return before.isEmpty() || name.isEmpty() ? before + name : before + "." + name;
  }
}
