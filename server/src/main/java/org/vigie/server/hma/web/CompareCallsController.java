package org.vigie.server.hma.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.ServesTestKeys;
import org.vigie.server.hma.vocabulary.HmaProblems;
import org.vigie.server.hma.vocabulary.HmaSignalType;
import tools.jackson.databind.JsonNode;

/// Compares two signals with each other.
@RestController
class CompareCallsController {
  /// HMA's threshold for PDQ; banks may have other ones.
  private static final int PDQ_RADIUS = 31;

  @PostMapping("/hma/m/compare")
  @Requires(Permission.SCAN)
  @ServesTestKeys
  Map<String, List<Object>> compare(@RequestBody JsonNode body) {
    if (!body.isObject() || body.isEmpty()) {
      throw HmaProblems.bad("Send an object with two signals under each signal type.");
    }
    Map<String, List<Object>> answer = new LinkedHashMap<>();
    body.properties()
        .forEach(each -> answer.put(
            each.getKey(), compared(Parameters.signalType(each.getKey()), each.getValue())));
    return answer;
  }

  private static List<Object> compared(HmaSignalType type, JsonNode pair) {
    boolean isPair = pair.isArray() && pair.size() == 2;
    if (!isPair || !pair.get(0).isString() || !pair.get(1).isString()) {
      throw HmaProblems.bad("Exactly two signals are compared.");
    }
    return compared(
        Parameters.signal(type, pair.get(0).stringValue()),
        Parameters.signal(type, pair.get(1).stringValue()));
  }

  private static List<Object> compared(Signal first, Signal second) {
    if (first instanceof HammingSignal one && second instanceof HammingSignal other) {
      int distance = one.distanceTo(other);
      return List.of(distance <= PDQ_RADIUS, Map.of("distance", distance));
    }
    boolean equal = first.equals(second);
    return List.of(equal, Map.of("distance", equal ? 0 : 1));
  }
}
