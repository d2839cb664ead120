package org.vigie.server.bank.web;

import java.text.NumberFormat;
import org.vigie.server.bank.Bank;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;
import org.vigie.server.policy.PolicyCatalogue;

/// A bank in words.
///
/// @param category its name in the catalogue
/// @param share such as `25 %`
public record BankRow(
    String name,
    String kind,
    String category,
    String categoryKey,
    String radius,
    String minQuality,
    String share,
    Tone shareTone,
    String verified,
    Tone verifiedTone,
    String provenance,
    String members,
    String createdAt,
    int version) {
  static BankRow of(Bank bank, PolicyCatalogue catalogue, Texts texts) {
    double share = bank.terms().enabledShare();
    return new BankRow(
        bank.name().value(),
        texts.get("bank.kind", bank.kind()),
        catalogue.name(bank.category(), texts.language()),
        bank.category().value(),
        texts.get("bank.radius.value", bank.terms().radius()),
        texts.number(bank.terms().minQuality()),
        share == 0
            ? texts.get("bank.share.off")
            : NumberFormat.getPercentInstance(texts.language().locale()).format(share),
        share == 0 ? Tone.BAD : share < 1 ? Tone.WAITING : Tone.GOOD,
        texts.get(bank.verified() ? "bank.verified.yes" : "bank.verified.no"),
        bank.verified() ? Tone.GOOD : Tone.NEUTRAL,
        bank.provenance(),
        texts.number(bank.members()),
        texts.time(bank.createdAt()),
        bank.version());
  }
}
