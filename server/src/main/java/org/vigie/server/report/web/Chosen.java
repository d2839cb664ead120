package org.vigie.server.report.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

/// The choice that follows from the answers so far: one of the policy's categories, the ground and
/// the surface. Nothing is chosen for the reporter: where an answer is missing, the value stands
/// in only so that the rest can be checked, and [#mistakes] asks for it.
///
/// @param offered the categories of the reason
/// @param messenger empty if an unknown one is named, or none of several
/// @param unanswered the fields that are still to be answered: `category`, `ground` or `surface`
record Chosen(
    Reason reason,
    List<Category> offered,
    Category category,
    Ground ground,
    Optional<MessengerId> messenger,
    Surface surface,
    Set<String> unanswered) {
  private static final String PLACE = "reported[0]";

  Chosen {
    offered = List.copyOf(offered);
    unanswered = Collections.unmodifiableSet(new LinkedHashSet<>(unanswered));
  }

  /// Returns it; empty if there is no such reason.
  static Optional<Chosen> of(Where where, PolicyCatalogue policy, Messengers messengers) {
    return EnumWords.find(Reason.class, where.reason())
        .flatMap(reason -> Optional.ofNullable(Reason.of(policy).get(reason))
            .map(offered -> of(where, reason, offered, messengers)));
  }

  private static Chosen of(
      Where where, Reason reason, List<Category> offered, Messengers messengers) {
    Optional<Category> category = category(where, offered);
    Optional<Ground> ground = ground(where, category, offered);
    Optional<Surface> surface = EnumWords.find(Surface.class, where.surface());
    Set<String> unanswered = new LinkedHashSet<>();
    if (category.isEmpty()) {
      unanswered.add("category");
    }
    if (ground.isEmpty()) {
      unanswered.add("ground");
    }
    if (surface.isEmpty()) {
      unanswered.add("surface");
    }
    return new Chosen(
        reason,
        offered,
        category.orElse(offered.getFirst()),
        ground.orElse(Ground.RULES),
        messengers.sought(where.messenger()),
        surface.orElse(Surface.PUBLIC),
        unanswered);
  }

  private static Optional<Category> category(Where where, List<Category> offered) {
    return offered.size() == 1
        ? Optional.of(offered.getFirst())
        : offered.stream()
            .filter(each -> each.key().value().equals(where.category()))
            .findFirst();
  }

  /// Child abuse is always a legal matter, and costs the reporter no name.
  private static Optional<Ground> ground(
      Where where, Optional<Category> category, List<Category> offered) {
    boolean legal = category
        .map(SensitiveCategories::isChildAbuse)
        .orElseGet(() -> offered.stream().allMatch(SensitiveCategories::isChildAbuse));
    return legal ? Optional.of(Ground.ILLEGAL) : EnumWords.find(Ground.class, where.ground());
  }

  /// Returns a value, or the empty text if the reporter has not answered.
  String answered(String field, String value) {
    return unanswered.contains(field) ? "" : value;
  }

  /// Returns whether every category of the reason is child abuse.
  boolean isOnlyChildAbuse() {
    return offered.stream().allMatch(SensitiveCategories::isChildAbuse);
  }

  boolean isChildAbuse() {
    return SensitiveCategories.isChildAbuse(category);
  }

  boolean needsContact() {
    return ground == Ground.ILLEGAL && !isChildAbuse();
  }

  /// Returns whether help is named: also while the category is open, if it can be one of those.
  boolean needsSupport() {
    return (unanswered.contains("category") ? offered.stream() : Stream.of(category))
        .anyMatch(each ->
            SensitiveCategories.isChildAbuse(each) || SensitiveCategories.isIntimateImages(each));
  }

  /// Returns everything that is wrong with the answers of the second step, in their order.
  List<MalformedNoticeException> mistakes(Where where) {
    SentPlace place = where.sentPlace();
    List<MalformedNoticeException> all = new ArrayList<>();
    all.addAll(missing("category"));
    all.addAll(missing("ground"));
    all.addAll(unknown(where));
    if (messenger.isEmpty() && where.messenger().isEmpty()) {
      all.add(new MalformedNoticeException("messenger", Defect.MISSING));
    }
    all.addAll(missing("surface"));
    if (place.isEmpty()) {
      all.add(new MalformedNoticeException(PLACE, Defect.MISSING));
    } else {
      all.addAll(place.mistakes(PLACE, surface).stream()
          .filter(each -> each.defect() != Defect.MEMBERS_ONLY || !unanswered.contains("surface"))
          .toList());
    }
    return List.copyOf(all);
  }

  private List<MalformedNoticeException> missing(String field) {
    return unanswered.contains(field)
        ? List.of(new MalformedNoticeException(field, Defect.MISSING))
        : List.of();
  }

  /// Returns the mistake of naming a messenger that there is not.
  List<MalformedNoticeException> unknown(Where where) {
    return messenger.isEmpty() && !where.messenger().isEmpty()
        ? List.of(new MalformedNoticeException("messenger", Defect.UNKNOWN))
        : List.of();
  }

  /// Returns a place that stands for the sent one, with which the rest of a notice is checked
  /// while its own place has mistakes. It is never stored.
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
