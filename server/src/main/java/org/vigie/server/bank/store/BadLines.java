package org.vigie.server.bank.store;

import java.util.List;
import org.vigie.hashlist.BadLine;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads bad lines from the one JSON array that the database returns.
final class BadLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<BadLine>> LIST = new TypeReference<>() {};

  private BadLines() {}

  static List<BadLine> parse(String json) {
    return JSON.readValue(json, LIST);
  }
}
