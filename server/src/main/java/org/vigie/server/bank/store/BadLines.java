package org.vigie.server.bank.store;

import java.util.List;
import org.vigie.hashlist.BadLine;
import org.vigie.server.frame.Json;
import tools.jackson.core.type.TypeReference;

/// Reads bad lines from the one JSON array that the database returns.
final class BadLines {
  private static final TypeReference<List<BadLine>> LIST = new TypeReference<>() {};

  private BadLines() {}

  static List<BadLine> parse(String json) {
    return Json.mapper().readValue(json, LIST);
  }
}
