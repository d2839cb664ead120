package org.vigie.server.hma.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.ServesTestKeys;

/// Look-ups with test keys: as [MatchCallsController], against the test bank only.
@ServesTestKeys
@ResponseBody
@Hidden
@RequestMapping("/hma/m")
class TestMatchCalls {
  private final MatchCallsController calls;

  /// @param calls over the test bank
  TestMatchCalls(MatchCallsController calls) {
    this.calls = calls;
  }

  @GetMapping("/raw_lookup")
  @Requires(Permission.SCAN)
  Map<String, List<?>> rawLookup(
      @RequestParam(required = false) @Nullable String signal,
      @RequestParam(name = "signal_type", required = false) @Nullable String signalType,
      @RequestParam(required = false) @Nullable String banks,
      @RequestParam(name = "include_distance", required = false) @Nullable String distance) {
    return calls.rawLookup(signal, signalType, banks, distance);
  }

  @GetMapping("/lookup")
  @Requires(Permission.SCAN)
  Map<String, ?> lookup(MatchCallsController.LookupQuery query) {
    return calls.lookup(query);
  }

  @PostMapping(path = "/lookup", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.SCAN)
  Map<String, ?> lookupFile(
      MultipartHttpServletRequest form,
      @RequestParam(required = false) @Nullable String types,
      @RequestParam(required = false) @Nullable String banks,
      @RequestParam(required = false) @Nullable String seed,
      @RequestParam(name = "bypass_coinflip", required = false) @Nullable String bypass) {
    return calls.lookupFile(form, types, banks, seed, bypass);
  }

  @PostMapping("/lookup")
  @Requires(Permission.SCAN)
  Map<String, ?> withoutForm() {
    return calls.withoutForm();
  }
}
