package org.vigie.server.frame;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The one place that sets up JSON. Spring reads the bodies of calls by a mapper of its own, over
/// [UniqueFieldsFactory].
public final class Json {
  private Json() {}

  /// Returns the mapper for JSON that Vigie itself wrote, and for writing.
  public static JsonMapper mapper() {
    return JsonMapper.shared();
  }

  /// Returns a mapper for JSON of others. It refuses a field that comes twice, and text after the
  /// value.
  public static JsonMapper strict() {
    return Strict.MAPPER;
  }

  private static final class Strict {
    private static final JsonMapper MAPPER = JsonMapper.builder(
            new UniqueFieldsFactory(JsonFactory.builder()))
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
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
