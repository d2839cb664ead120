package org.vigie.server.frame;

import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;

/// An object in JSON with two fields of one name.
public final class DuplicateFieldException extends StreamReadException {
  private final String path;

  DuplicateFieldException(JsonParser parser, String path) {
    super(parser, "a field comes twice");
    this.path = path;
  }

  /// Returns the path of the second one: `signals[3].value`.
  public String path() {
    return path;
  }
}
