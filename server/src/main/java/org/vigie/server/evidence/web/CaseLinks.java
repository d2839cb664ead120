package org.vigie.server.evidence.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.SubjectPage;
import org.vigie.server.access.Subjects;
import org.vigie.server.access.Viewer;
import org.vigie.server.evidence.EvidenceCase;
import org.vigie.server.evidence.EvidenceCases;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.frame.Frame;

/// Names the scan, notice and cases that rely on an object, with links for viewers who may open
/// them.
public final class CaseLinks {
  private static final int SHORT = 12;

  private final List<EvidenceCases> cases;
  private final List<LedgerActs> modules;
  private final Names names;

  /// @param modules which know where their subjects are shown
  public CaseLinks(List<EvidenceCases> cases, List<LedgerActs> modules, Names names) {
    this.cases = List.copyOf(cases);
    this.modules = List.copyOf(modules);
    this.names = names;
  }

  /// Something that people name.
  ///
  /// @param path of its page; null if it has none, or the viewer may not open it
  public record Link(String words, @Nullable String path) {
    static Link words(String words) {
      return new Link(words, null);
    }
  }

  /// Returns the cases of an object that are not decided.
  List<Link> open(Frame frame, EvidenceId id) {
    return of(id).filter(EvidenceCase::open).map(each -> link(frame, each)).toList();
  }

  /// Returns the source that an object was sealed for, and the cases that rely on it.
  List<Link> belongings(Frame frame, EvidenceObject object) {
    return Stream.concat(
            Stream.of(named(frame, object.description().source())),
            of(object.id()).map(each -> link(frame, each)))
        .distinct()
        .toList();
  }

  private Stream<EvidenceCase> of(EvidenceId id) {
    return cases.stream().flatMap(each -> each.of(id).stream());
  }

  private static Link link(Frame frame, EvidenceCase one) {
    String words = frame.text("evidence.named.case", Long.toString(one.number()));
    return new Link(words, path(one.page()));
  }

  private static @Nullable String path(SubjectPage page) {
    return Viewer.may(page.permission()) ? page.path() : null;
  }

  /// Describes a reference of a kind, a colon and an identifier in words; returns any other text
  /// unchanged.
  Link named(Frame frame, String reference) {
    return words(frame, reference)
        .map(words -> new Link(words, page(reference)))
        .orElseGet(() -> Link.words(reference));
  }

  private Optional<String> words(Frame frame, String reference) {
    return switch (reference.split(":", 2)[0]) {
      case "case" ->
        Subjects.number(reference)
            .map(number -> frame.text("evidence.named.case", Long.toString(number)));
      case "notice" -> identified(frame, "evidence.named.notice", reference);
      case "scan" -> identified(frame, "evidence.named.scan", reference);
      case "key" -> Optional.of(names.caller(frame, reference));
      default -> Optional.empty();
    };
  }

  /// Identifiers begin with their time, so only their end distinguishes them.
  private static Optional<String> identified(Frame frame, String key, String reference) {
    return Optional.of(reference)
        .filter(Subjects::isUuid)
        .map(each -> frame.text(key, each.substring(each.length() - SHORT)));
  }

  private @Nullable String page(String reference) {
    return modules.stream()
        .flatMap(module -> Stream.ofNullable(module.pages(Set.of(reference)).get(reference)))
        .findFirst()
        .map(CaseLinks::path)
        .orElse(null);
  }
}
