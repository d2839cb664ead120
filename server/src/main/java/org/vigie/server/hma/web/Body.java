package org.vigie.server.hma.web;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.vigie.server.hma.vocabulary.HmaProblems;
import tools.jackson.databind.JsonNode;

/// The JSON object of a request. As in HMA, numbers and truth values may be texts, and unknown
/// fields are ignored.
record Body(JsonNode json) {
  Body {
    if (!json.isObject()) {
      throw HmaProblems.bad("The body has to be a JSON object.");
    }
  }

  /// Returns a text, if the field is there.
  Optional<String> text(String field) {
    return value(field).map(node -> {
      if (!node.isString()) {
        throw HmaProblems.bad(field + " has to be a text.");
      }
      return node.stringValue();
    });
  }

  /// Returns a number from 0 to 1, if the field is there.
  OptionalDouble ratio(String field) {
    Optional<JsonNode> node = value(field);
    if (node.isEmpty()) {
      return OptionalDouble.empty();
    }
    double ratio = number(field, node.get());
    if (!(ratio >= 0 && ratio <= 1)) {
      throw HmaProblems.bad(field + " has to be 0 to 1.");
    }
    return OptionalDouble.of(ratio);
  }

  private static double number(String field, JsonNode node) {
    try {
      return node.isNumber() ? node.doubleValue() : Double.parseDouble(node.stringValue(""));
    } catch (NumberFormatException e) {
      throw HmaProblems.bad(field + " has to be a number.");
    }
  }

  /// Returns a whole number, if the field is there.
  OptionalLong whole(String field) {
    Optional<JsonNode> node = value(field);
    if (node.isEmpty()) {
      return OptionalLong.empty();
    }
    double number = number(field, node.get());
    if (number != Math.rint(number) || Math.abs(number) > 1e15) {
      throw HmaProblems.bad(field + " has to be a whole number.");
    }
    return OptionalLong.of((long) number);
  }

  /// Returns a truth value, if the field is there.
  Optional<Boolean> truth(String field) {
    return value(field)
        .map(node -> node.isBoolean()
            ? node.booleanValue()
            : Parameters.truth(field, node.isString() ? lower(node) : node.toString()));
  }

  private static String lower(JsonNode node) {
    return node.stringValue().toLowerCase(Locale.ROOT);
  }

  /// Returns an object, if the field is there.
  Optional<JsonNode> object(String field) {
    return value(field).map(node -> {
      if (!node.isObject()) {
        throw HmaProblems.bad(field + " has to be a JSON object.");
      }
      return node;
    });
  }

  private Optional<JsonNode> value(String field) {
    return Optional.ofNullable(json.get(field)).filter(node -> !node.isNull());
  }
}
