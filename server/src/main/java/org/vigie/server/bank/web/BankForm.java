package org.vigie.server.bank.web;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.CategoryKey;

/// The fields of a bank as they were typed.
///
/// @param share in percent
/// @param verified `true`, or null where the box is empty
/// @param version of the bank that the form was filled from; 0 for a new one
public record BankForm(
    String name,
    String kind,
    String category,
    String radius,
    String quality,
    String share,
    @Nullable String verified,
    String provenance,
    int version) {
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,3}");
  private static final int PERCENT = 100;

  /// A field that was not sent is empty.
  public BankForm {
    name = Objects.requireNonNullElse(name, "");
    kind = Objects.requireNonNullElse(kind, "");
    category = Objects.requireNonNullElse(category, "");
    radius = Objects.requireNonNullElse(radius, "");
    quality = Objects.requireNonNullElse(quality, "");
    share = Objects.requireNonNullElse(share, "");
    provenance = Objects.requireNonNullElse(provenance, "");
  }

  static BankForm empty() {
    return new BankForm("", "positive", "", "31", "50", "100", null, "", 0);
  }

  static BankForm of(Bank bank) {
    return new BankForm(
        bank.name().value(),
        EnumWords.of(bank.kind()),
        bank.category().value(),
        Integer.toString(bank.terms().radius()),
        Integer.toString(bank.terms().minQuality()),
        Long.toString(Math.round(bank.terms().enabledShare() * PERCENT)),
        bank.verified() ? "true" : null,
        bank.provenance(),
        bank.version());
  }

  /// Returns whether the box is ticked.
  public boolean isVerified() {
    return "true".equals(verified);
  }

  FormErrors errors(Texts texts) {
    FormErrors errors = FormErrors.NONE;
    errors = unless(isGood(() -> new BankName(name)), errors, "name", texts);
    errors = unless(isGood(() -> new CategoryKey(category)), errors, "category", texts);
    errors = unless(isWithin(radius, 63), errors, "radius", texts);
    errors = unless(isWithin(quality, PERCENT), errors, "quality", texts);
    return unless(isWithin(share, PERCENT), errors, "share", texts);
  }

  private static FormErrors unless(boolean good, FormErrors errors, String field, Texts texts) {
    return good ? errors : errors.with(field, texts.get("bank.error." + field));
  }

  private static boolean isWithin(String text, int max) {
    return WHOLE.matcher(text).matches() && Integer.parseInt(text) <= max;
  }

  private static boolean isGood(Supplier<?> parsed) {
    try {
      return parsed.get() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Returns the typed fields, if there are no [#errors].
  BankDraft draft() {
    return new BankDraft(
        new BankName(name),
        EnumWords.read(BankKind.class, "kind", kind),
        new CategoryKey(category),
        new MatchTerms(
            Integer.parseInt(radius),
            Integer.parseInt(quality),
            Integer.parseInt(share) / (double) PERCENT),
        isVerified(),
        provenance);
  }
}
