package org.vigie.demo;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.policy.CategoryKey;

/// The banks of the town.
enum TownBank {
  LANTERN_HOTLINE(
      "child-sexual-abuse-material", 120, true, "Lantern hotline (invented), list of grade A"),
  TIDE_PEOPLE_HASHES(
      "intimate-image-abuse", 40, true, "Tide Support (invented), made by the people concerned"),
  BREAKWATER_TERRORISM("terrorist-content", 30, true, "Breakwater exchange (invented)"),
  HARBOUR_SCAM_POSTERS("phishing", 60, false, "our own reviewers"),
  FALSE_ALARMS("phishing", 12, false, "our own reviewers: harmless pictures that looked alike");

  private static final int RADIUS = 31;
  private static final int MIN_QUALITY = 50;
  private static final int SEEDS_EACH = 10_000;

  private final String category;
  private final int pictures;
  private final boolean verified;
  private final String provenance;

  TownBank(String category, int pictures, boolean verified, String provenance) {
    this.category = category;
    this.pictures = pictures;
    this.verified = verified;
    this.provenance = provenance;
  }

  /// Returns the number of members.
  int pictures() {
    return pictures;
  }

  /// Returns the seed of the picture behind one of its members.
  int seed(int member) {
    return (ordinal() + 1) * SEEDS_EACH + member;
  }

  /// Returns the seeds of all its pictures.
  Stream<Integer> seeds() {
    return IntStream.range(0, pictures).map(this::seed).boxed();
  }

  BankDraft draft() {
    return new BankDraft(
        new BankName(name()),
        this == FALSE_ALARMS ? BankKind.NEGATIVE : BankKind.POSITIVE,
        new CategoryKey(category),
        new MatchTerms(RADIUS, MIN_QUALITY, 1),
        verified,
        provenance);
  }
}
