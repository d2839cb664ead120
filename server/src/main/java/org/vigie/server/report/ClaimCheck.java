package org.vigie.server.report;

import java.util.List;
import java.util.Optional;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Policies;

/// What a notice has to say: Regulation (EU) 2022/2065, Art. 16(2), and what can be stored.
/// Threads: any.
public final class ClaimCheck {
  static final int LONGEST_EXPLANATION = 10_000;
  static final int MOST_PLACES = 20;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_IDENTIFIER = 255;

  private final Policies policies;

  ClaimCheck(Policies policies) {
    this.policies = policies;
  }

  /// Checks a notice.
  ///
  /// @throws MalformedNoticeException naming the first field that is not as it has to be
  void check(Origin origin, Claim claim) {
    Category category = policies
        .current()
        .find(claim.category())
        .orElseThrow(() -> new MalformedNoticeException("category", Defect.UNKNOWN));
    checkExplanation(claim, category);
    checkPlaces(claim.reported());
    if (claim.ground() == Ground.ILLEGAL && !claim.goodFaith()) {
      throw new MalformedNoticeException("good_faith", Defect.NOT_CONFIRMED);
    }
    checkOrigin(origin, claim, category);
  }

  /// Art. 16(2)(a): a sufficiently substantiated explanation. Where child abuse is concerned,
  /// the category says enough.
  private static void checkExplanation(Claim claim, Category category) {
    if (claim.ground() == Ground.ILLEGAL
        && claim.explanation().isBlank()
        && !SensitiveCategories.isChildAbuse(category)) {
      throw new MalformedNoticeException("explanation", Defect.MISSING);
    }
    NoticeText.check(
        "explanation", claim.explanation(), LONGEST_EXPLANATION, NoticeText.Lines.SEVERAL);
  }

  /// Checks where it is: Art. 16(2)(b).
  ///
  /// @throws MalformedNoticeException naming the first field that is not as it has to be
  public static void checkPlaces(List<ReportedMessage> reported) {
    if (reported.isEmpty()) {
      throw new MalformedNoticeException("reported", Defect.MISSING);
    }
    if (reported.size() > MOST_PLACES) {
      throw new MalformedNoticeException("reported", Defect.TOO_MANY);
    }
    for (int place = 0; place < reported.size(); place++) {
      checkPlace("reported[" + place + "].", reported.get(place));
    }
  }

  private static void checkPlace(String field, ReportedMessage place) {
    checkIdentifier(field + "account", place.account());
    checkIdentifier(field + "room", place.room());
    checkIdentifier(field + "message", place.message());
    place.address().ifPresent(address -> Links.check(field + "address", address));
  }

  private static void checkIdentifier(String field, Optional<String> identifier) {
    identifier.ifPresent(text -> NoticeText.checkLine(field, text, LONGEST_IDENTIFIER));
  }

  private static void checkOrigin(Origin origin, Claim claim, Category category) {
    switch (origin) {
      case Origin.Form form -> checkContact(form.contact(), claim, category);
      case Origin.Messenger messenger -> checkIdentifier("reporter", messenger.reporter());
      case Origin.Flagger _ -> {}
    }
  }

  /// Art. 16(2)(c): name and address, but never for child abuse.
  private static void checkContact(
      Optional<Origin.Contact> contact, Claim claim, Category category) {
    boolean childAbuse = SensitiveCategories.isChildAbuse(category);
    if (childAbuse && contact.isPresent()) {
      throw new MalformedNoticeException("name", Defect.NOT_ASKED);
    }
    if (!childAbuse && claim.ground() == Ground.ILLEGAL && contact.isEmpty()) {
      throw new MalformedNoticeException("name", Defect.MISSING);
    }
    contact.ifPresent(ClaimCheck::checkContact);
  }

  private static void checkContact(Origin.Contact contact) {
    NoticeText.checkLine("name", contact.name(), LONGEST_NAME);
    if (contact.email().isBlank()) {
      throw new MalformedNoticeException("email", Defect.MISSING);
    }
    if (!EmailAddress.isValid(contact.email())) {
      throw new MalformedNoticeException("email", Defect.NOT_AN_EMAIL);
    }
  }
}
