package org.vigie.server.bank.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.policy.CategoryKey;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A bank as programs read and write it; Vigie's own fields are ignored when writing.
///
/// @param version of the bank that the caller has seen, when changing it
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Bank", example = """
    {"name": "HOTLINE", "kind": "positive", "category": "terrorist-content", "radius": 31,
     "min_quality": 50, "enabled_share": 1.0, "verified": true,
     "provenance": "the list of a hotline"}""")
record BankJson(
    @Nullable String name,
    @Nullable String kind,
    @Nullable String category,
    @Nullable Integer radius,
    @Nullable Integer minQuality,
    @Nullable Double enabledShare,
    @Nullable Boolean verified,
    @Nullable String provenance,
    @Nullable Long members,
    @Nullable Integer version,
    @Nullable Instant createdAt) {
  private static final int RADIUS = 31;
  private static final int QUALITY = 50;

  static BankJson of(Bank bank) {
    return new BankJson(
        bank.name().value(),
        EnumWords.of(bank.kind()),
        bank.category().value(),
        bank.terms().radius(),
        bank.terms().minQuality(),
        bank.terms().enabledShare(),
        bank.verified(),
        bank.provenance(),
        bank.members(),
        bank.version(),
        bank.createdAt());
  }

  /// Returns the fields that a caller sent; missing ones have the defaults of a new bank.
  ///
  /// @throws ProblemException naming the field that is not as it has to be
  BankDraft draft() {
    return new BankDraft(
        checked("name", name, BankName::new),
        kind == null ? BankKind.POSITIVE : EnumWords.read(BankKind.class, "kind", kind),
        checked("category", category, CategoryKey::new),
        terms(),
        verified != null && verified,
        provenance == null ? "" : provenance);
  }

  private MatchTerms terms() {
    int bits = radius == null ? RADIUS : radius;
    int quality = minQuality == null ? QUALITY : minQuality;
    double share = enabledShare == null ? 1 : enabledShare;
    checked("radius", bits, value -> new MatchTerms(value, QUALITY, 1));
    checked("min_quality", quality, value -> new MatchTerms(RADIUS, value, 1));
    checked("enabled_share", share, value -> new MatchTerms(RADIUS, QUALITY, value));
    return new MatchTerms(bits, quality, share);
  }

  private static <V, R> R checked(String field, @Nullable V value, Function<V, R> parser) {
    if (value == null) {
      throw ProblemException.ofField(field, "This field is missing.");
    }
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw ProblemException.ofField(field, String.valueOf(e.getMessage()));
    }
  }
}
