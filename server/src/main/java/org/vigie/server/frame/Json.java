package org.vigie.server.frame;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// The one place that sets up JSON. Bodies of calls are read by the mapper that Spring makes over
/// [UniqueFieldsFactory].
public final class Json {
  private Json() {}

  /// Returns the mapper for JSON that Vigie itself wrote, and for writing.
  public static JsonMapper mapper() {
    return JsonMapper.shared();
  }

  /// Returns a mapper for JSON of others, which refuses fields that come twice and whatever
  /// follows the value.
  public static JsonMapper strict() {
    return Strict.MAPPER;
  }

  private static final class Strict {
    private static final JsonMapper MAPPER =
        JsonMapper.builder(new UniqueFieldsFactory(JsonFactory.builder())).build();
  }

  /// Returns a factory of parsers with bounds. They refuse no field; see [UniqueFields].
  public static JsonFactory bounded(StreamReadConstraints bounds) {
    return JsonFactory.builder().streamReadConstraints(bounds).build();
  }

  /// Returns a mapper whose parsers have bounds. They refuse no field; see [UniqueFields].
  public static JsonMapper boundedMapper(StreamReadConstraints bounds) {
    return JsonMapper.builder(bounded(bounds)).build();
  }
}
