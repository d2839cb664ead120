package org.vigie.server.hma.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.frame.MayAnswer;
import org.vigie.server.hma.hashing.HashedContent;
import org.vigie.server.hma.lookup.Coins;
import org.vigie.server.hma.lookup.SignalFinder;
import org.vigie.server.hma.lookup.SignalTypeRatios;
import org.vigie.server.hma.vocabulary.HmaProblems;
import org.vigie.server.hma.vocabulary.HmaSignalType;

/// Looks signals and content up.
@RestController
@RequestMapping("/hma/m")
class MatchCallsController {
  /// Every bank and signal type takes part that is not switched off.
  private static final double NO_COIN = 0;

  private final Contents contents;
  private final SignalFinder finder;
  private final Coins coins;
  private final SignalTypeRatios ratios;

  MatchCallsController(
      Contents contents, SignalFinder finder, Coins coins, SignalTypeRatios ratios) {
    this.contents = contents;
    this.finder = finder;
    this.coins = coins;
    this.ratios = ratios;
  }

  @GetMapping("/raw_lookup")
  @Requires(Permission.SCAN)
  @Look(Look.Kind.NOTHING_PERSONAL)
  @MayAnswer("hma-parameter-missing")
  Map<String, List<?>> rawLookup(
      @RequestParam(required = false) @Nullable String signal,
      @RequestParam(name = "signal_type", required = false) @Nullable String signalType,
      @RequestParam(required = false) @Nullable String banks,
      @RequestParam(name = "include_distance", required = false) @Nullable String distance) {
    boolean withDistance = Parameters.truth("include_distance", distance);
    SoughtSignal sought =
        sought(Parameters.needed("signal", signal), Parameters.needed("signal_type", signalType));
    List<MatchAnswer> matches = finder.findRaw(sought, Parameters.list(banks)).stream()
        .map(MatchAnswer::of)
        .toList();
    return Map.of(
        "matches",
        withDistance
            ? matches
            : matches.stream().map(MatchAnswer::bankContentId).toList());
  }

  @GetMapping("/lookup")
  @Requires(Permission.SCAN)
  @Look(Look.Kind.NOTHING_PERSONAL)
  @MayAnswer({"hma-parameter-missing", "too-large"})
  Map<String, ?> lookup(LookupQuery query) {
    double coin = coins.flip(Parameters.given(query.seed()));
    if (query.url() == null) {
      return bySignal(query, coin);
    }
    if (query.signal() != null) {
      throw HmaProblems.bad("Send either a signal or a url.");
    }
    return query.signalType() == null ? byUrl(query, coin) : byUrlAndType(query, coin);
  }

  private Map<String, ?> byUrl(LookupQuery query, double coin) {
    HashedContent content = contents.ofUrl(
        Parameters.needed("url", query.url()),
        query.contentType(),
        Parameters.signalTypes(query.types()));
    return byType(content, Parameters.list(query.banks()), coin);
  }

  /// With a signal type there is no outer key, as with a signal.
  private Map<String, ?> byUrlAndType(LookupQuery query, double coin) {
    HmaSignalType type =
        Parameters.signalType(Parameters.needed("signal_type", query.signalType()));
    HashedContent content = contents.ofUrl(
        Parameters.needed("url", query.url()), query.contentType(), EnumSet.of(type));
    return byType(content, Parameters.list(query.banks()), coin)
        .getOrDefault(type.word(), Map.of());
  }

  private Map<String, ?> bySignal(LookupQuery query, double coin) {
    if (query.signal() == null || query.signalType() == null) {
      throw HmaProblems.bad("Send a url, or signal and signal_type.");
    }
    SoughtSignal signal = sought(query.signal(), query.signalType());
    return MatchAnswer.byBank(finder.find(signal, Parameters.list(query.banks()), coin));
  }

  /// The parameters of a look-up, by HMA's names.
  record LookupQuery(
      @Nullable String signal,
      @BindParam("signal_type") @Nullable String signalType,
      @Nullable String url,
      @BindParam("content_type") @Nullable String contentType,
      @Nullable String types,
      @Nullable String banks,
      @Nullable String seed) {}

  @PostMapping(path = "/lookup", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.SCAN)
  @MayAnswer({"too-large", "too-slow"})
  Map<String, ?> lookupFile(
      MultipartHttpServletRequest form,
      @RequestParam(required = false) @Nullable String types,
      @RequestParam(required = false) @Nullable String banks,
      @RequestParam(required = false) @Nullable String seed,
      @RequestParam(name = "bypass_coinflip", required = false) @Nullable String bypass) {
    boolean bypasses = Parameters.truth("bypass_coinflip", bypass);
    double coin = bypasses ? NO_COIN : coins.flip(Parameters.given(seed));
    HashedContent content = contents.ofForm(form, Parameters.signalTypes(types));
    return byType(content, Parameters.list(banks), coin);
  }

  @PostMapping("/lookup")
  @Requires(Permission.SCAN)
  Map<String, ?> withoutForm() {
    throw HmaProblems.bad(Contents.ONE_FILE);
  }

  private Map<String, Map<String, List<MatchAnswer>>> byType(
      HashedContent content, List<String> banks, double coin) {
    Map<String, Map<String, List<MatchAnswer>>> answer = new LinkedHashMap<>();
    for (Map.Entry<HmaSignalType, SoughtSignal> each : content.comparable().entrySet()) {
      if (ratios.takesPart(each.getKey(), coin)) {
        answer.put(
            each.getKey().word(), MatchAnswer.byBank(finder.find(each.getValue(), banks, coin)));
      }
    }
    return answer;
  }

  private SoughtSignal sought(String signal, String signalType) {
    HmaSignalType type = Parameters.signalType(signalType);
    if (!ratios.takesPart(type, NO_COIN)) {
      throw HmaProblems.bad("The signal type is switched off.");
    }
    return SoughtSignal.of(Parameters.signal(type, signal));
  }
}
