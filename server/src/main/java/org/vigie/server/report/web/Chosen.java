package org.vigie.server.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.report.Ground;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.checking.Defect;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.SensitiveCategories;
import org.vigie.server.report.checking.SentPlace;
import org.vigie.server.report.form.Reason;

/// The choice that follows from the answers so far: one of the policy's categories, and the ground.
/// Missing answers have defaults.
///
/// @param offered the categories of the reason
/// @param messenger empty if an unknown one is named, or none of several
record Chosen(
    Reason reason,
    List<Category> offered,
    Category category,
    Ground ground,
    Optional<MessengerId> messenger,
    Surface surface) {
  private static final String PLACE = "reported[0]";

  /// Returns it; empty if there is no such reason.
  static Optional<Chosen> of(Where where, PolicyCatalogue policy, Messengers messengers) {
    return EnumWords.find(Reason.class, where.reason())
        .flatMap(reason -> Optional.ofNullable(Reason.of(policy).get(reason))
            .map(offered -> of(where, reason, offered, messengers)));
  }

  private static Chosen of(
      Where where, Reason reason, List<Category> offered, Messengers messengers) {
    Category category = offered.stream()
        .filter(each -> each.key().value().equals(where.category()))
        .findFirst()
        .orElse(offered.getFirst());
    return new Chosen(
        reason,
        offered,
        category,
        ground(where, category),
        messengers.sought(where.messenger()),
        EnumWords.find(Surface.class, where.surface()).orElse(Surface.PUBLIC));
  }

  /// Child abuse is always a legal matter, and costs the reporter no name.
  private static Ground ground(Where where, Category category) {
    return SensitiveCategories.isChildAbuse(category)
        ? Ground.ILLEGAL
        : EnumWords.find(Ground.class, where.ground()).orElse(Ground.RULES);
  }

  boolean isChildAbuse() {
    return SensitiveCategories.isChildAbuse(category);
  }

  boolean needsContact() {
    return ground == Ground.ILLEGAL && !isChildAbuse();
  }

  boolean needsSupport() {
    return isChildAbuse() || SensitiveCategories.isIntimateImages(category);
  }

  /// Returns everything that is wrong with where the content is.
  List<MalformedNoticeException> mistakes(Where where) {
    SentPlace place = where.sentPlace();
    List<MalformedNoticeException> all = new ArrayList<>(unknown(where));
    if (messenger.isEmpty() && all.isEmpty()) {
      all.add(new MalformedNoticeException("messenger", Defect.MISSING));
    }
    if (place.isEmpty()) {
      all.add(new MalformedNoticeException(PLACE, Defect.MISSING));
    } else {
      all.addAll(place.mistakes(PLACE, surface));
    }
    return List.copyOf(all);
  }

  /// Returns the mistake of naming a messenger that there is not.
  List<MalformedNoticeException> unknown(Where where) {
    return messenger.isEmpty() && !where.messenger().isEmpty()
        ? List.of(new MalformedNoticeException("messenger", Defect.UNKNOWN))
        : List.of();
  }

  /// Returns a place that stands for the sent one, with which the rest of a notice is checked while
  /// its own place has mistakes. It is never stored.
  ReportedContent standIn() {
    Subject subject = new Subject(
        messenger.orElse(MessengerId.MAIN),
        surface,
        Optional.empty(),
        Optional.of(new Reference("unknown")),
        Optional.empty());
    return new ReportedContent(subject, Optional.empty());
  }

  /// Returns the reported content.
  ///
  /// @throws MalformedNoticeException if no messenger is chosen, or a reference is none
  ReportedContent reported(SentPlace place) {
    if (place.isEmpty()) {
      throw new MalformedNoticeException(PLACE, Defect.MISSING);
    }
    MessengerId named =
        messenger.orElseThrow(() -> new MalformedNoticeException("messenger", Defect.MISSING));
    return place.in(PLACE, named, surface);
  }
}
