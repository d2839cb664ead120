package org.vigie.server.report.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.connector.Reference;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Detail;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;

/// Checks that a notice is complete (Regulation (EU) 2022/2065, Art. 16(2)) and can be stored.
/// Threads: any.
public final class ClaimCheck {
  static final int LONGEST_EXPLANATION = 10_000;
  static final int MOST_PLACES = 20;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_IDENTIFIER = Reference.MOST_CHARACTERS;

  private final Policies policies;

  ClaimCheck(Policies policies) {
    this.policies = policies;
  }

  /// Returns the most characters of a field of the form.
  public static int longest(String field) {
    return switch (field) {
      case "explanation" -> LONGEST_EXPLANATION;
      case "link" -> Links.LONGEST;
      case "name" -> LONGEST_NAME;
      default -> LONGEST_IDENTIFIER;
    };
  }

  /// Returns whether a notice says that somebody's life is in danger.
  public boolean isAboutDanger(Claim claim) {
    return policies.current().review().of(claim.category()).danger();
  }

  /// Checks a notice.
  ///
  /// @throws MalformedNoticeException naming the first field that is not as it has to be
  public void check(Origin origin, Claim claim) {
    mistakes(origin, claim).stream().findFirst().ifPresent(mistake -> {
      throw mistake;
    });
  }

  /// Returns everything that is wrong with a notice, in the order of its fields.
  public List<MalformedNoticeException> mistakes(Origin origin, Claim claim) {
    Optional<Category> category = policies.current().find(claim.category());
    boolean childAbuse = category.filter(SensitiveCategories::isChildAbuse).isPresent();
    List<MalformedNoticeException> all = new ArrayList<>();
    if (category.isEmpty()) {
      all.add(new MalformedNoticeException("category", Defect.UNKNOWN));
    }
    all.addAll(placeMistakes(claim));
    collect(all, () -> checkExplanation(claim, childAbuse));
    claim
        .details()
        .forEach((detail, text) -> collect(
            all, () -> NoticeText.checkLine("details." + detail.word(), text, Detail.LONGEST)));
    all.addAll(originMistakes(origin, claim, childAbuse));
    if (claim.ground() == Ground.ILLEGAL && !claim.goodFaith()) {
      all.add(new MalformedNoticeException("good_faith", Defect.NOT_CONFIRMED));
    }
    return List.copyOf(all);
  }

  static void collect(List<MalformedNoticeException> all, Runnable check) {
    try {
      check.run();
    } catch (MalformedNoticeException mistake) {
      all.add(mistake);
    }
  }

  /// Art. 16(2)(a): a sufficiently substantiated explanation. Where child abuse is concerned,
  /// the category says enough.
  private static void checkExplanation(Claim claim, boolean childAbuse) {
    if (claim.ground() == Ground.ILLEGAL && claim.explanation().isBlank() && !childAbuse) {
      throw new MalformedNoticeException("explanation", Defect.MISSING);
    }
    NoticeText.check(
        "explanation", claim.explanation(), LONGEST_EXPLANATION, NoticeText.Lines.SEVERAL);
  }

  /// Returns the defects of the places: Art. 16(2)(b). Their references were checked when they were
  /// read.
  private static List<MalformedNoticeException> placeMistakes(Claim claim) {
    List<ReportedContent> reported = claim.reported();
    if (reported.isEmpty()) {
      return List.of(new MalformedNoticeException("reported", Defect.MISSING));
    }
    if (reported.size() > MOST_PLACES) {
      return List.of(new MalformedNoticeException("reported", Defect.TOO_MANY));
    }
    List<MalformedNoticeException> all = new ArrayList<>();
    for (int number = 0; number < reported.size(); number++) {
      String field = "reported[" + number + "].address";
      Optional<String> address = reported.get(number).address();
      collect(all, () -> Links.check(field, address, claim.surface()));
    }
    return List.copyOf(all);
  }

  private static void checkIdentifier(String field, Optional<String> identifier) {
    identifier.ifPresent(text -> NoticeText.checkLine(field, text, LONGEST_IDENTIFIER));
  }

  /// Checks a messenger's name for a reporter: it is never an e-mail address.
  ///
  /// @throws MalformedNoticeException if it is one, or cannot be stored
  public static void checkReporter(String name) {
    NoticeText.checkLine("reporter", name, LONGEST_IDENTIFIER);
    if (ReporterName.looksLikeEmail(name)) {
      throw new MalformedNoticeException("reporter", Defect.EMAIL_AS_REPORTER);
    }
  }

  private static List<MalformedNoticeException> originMistakes(
      Origin origin, Claim claim, boolean childAbuse) {
    List<MalformedNoticeException> all = new ArrayList<>();
    switch (origin) {
      case Origin.Form form -> addContactMistakes(all, form.contact(), claim, childAbuse);
      case Origin.Messenger messenger ->
        messenger.reporter().ifPresent(name -> collect(all, () -> checkReporter(name)));
      case Origin.Flagger flagger ->
        collect(all, () -> checkIdentifier("reference", flagger.reference()));
    }
    return all;
  }

  /// Art. 16(2)(c): name and address, but never for child abuse.
  private static void addContactMistakes(
      List<MalformedNoticeException> all,
      Optional<Origin.Contact> contact,
      Claim claim,
      boolean childAbuse) {
    if (childAbuse && contact.isPresent()) {
      all.add(new MalformedNoticeException("name", Defect.NOT_ASKED));
    } else if (!childAbuse && claim.ground() == Ground.ILLEGAL && contact.isEmpty()) {
      all.add(new MalformedNoticeException("name", Defect.MISSING));
    } else {
      contact.ifPresent(said -> {
        collect(all, () -> NoticeText.checkLine("name", said.name(), LONGEST_NAME));
        collect(all, () -> checkEmail(said.email()));
      });
    }
  }

  private static void checkEmail(String email) {
    if (email.isBlank()) {
      throw new MalformedNoticeException("email", Defect.MISSING);
    }
    if (!EmailAddress.isValid(email)) {
      throw new MalformedNoticeException("email", Defect.NOT_AN_EMAIL);
    }
  }
}
