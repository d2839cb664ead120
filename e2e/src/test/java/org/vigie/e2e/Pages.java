package org.vigie.e2e;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.server.access.Role;

/// Every page of the server, and its viewer in these tests. A new page gets a line here.
final class Pages {
  static final List<Entry> PAGES = List.of(
      Entry.of("/", Role.LIST_MANAGER),
      Entry.of("/search", world -> "/search?q=a-", Role.LEAD),
      Entry.open("/problems"),
      Entry.open("/problems/{slug}", world -> "/problems/invalid-field"),
      Entry.open("/sign-in"),
      Entry.open("/enrol/{token}", World::enrolment),
      Entry.of("/account", Role.REVIEWER),
      Entry.of("/people", Role.ADMINISTRATOR),
      Entry.of("/people/{id}", world -> "/people/" + world.person().value(), Role.ADMINISTRATOR),
      Entry.of("/requests", world -> AccessExamples.made().requests(), Role.ADMINISTRATOR),
      Entry.of("/keys", Role.ADMINISTRATOR),
      Entry.of("/keys/{id}", World::keyPage, Role.ADMINISTRATOR),
      Entry.open("/api/docs"),
      Entry.of("/ledger", Role.AUDITOR),
      Entry.of("/policy", Role.ADMINISTRATOR),
      Entry.of("/policy/edit", Role.ADMINISTRATOR),
      Entry.of(
          "/policy/categories/{key}", world -> "/policy/categories/phishing", Role.ADMINISTRATOR),
      Entry.of("/policy/revisions/{number}", world -> "/policy/revisions/1", Role.AUDITOR),
      Entry.of("/banks", Role.LIST_MANAGER),
      Entry.of("/banks/new", Role.LIST_MANAGER),
      Entry.of("/banks/{name}", World::bank, Role.LIST_MANAGER),
      Entry.of("/banks/{name}/edit", world -> world.bank() + "/edit", Role.LIST_MANAGER),
      Entry.of(
          "/banks/{name}/members/new", world -> world.bank() + "/members/new", Role.LIST_MANAGER),
      Entry.of("/banks/{name}/members/{id}", World::member, Role.LIST_MANAGER),
      Entry.of("/banks/{name}/imports/{id}", World::progress, Role.LIST_MANAGER),
      Entry.of("/scans", Role.REVIEWER),
      Entry.of("/scans/{id}", world -> "/scans/" + world.scan(), Role.REVIEWER),
      Entry.of("/debugger", Role.LEAD),
      Entry.of("/review", Role.REVIEWER),
      Entry.of("/review/bulk", Role.REVIEWER),
      Entry.of("/review/cases/{id}", World::openCase, Role.REVIEWER),
      Entry.of("/review/corrections", world -> ReviewExamples.made().corrections(), Role.REVIEWER),
      Entry.of("/review/decided", world -> ReviewExamples.made().decisions(), Role.REVIEWER),
      Entry.of("/review/settings", Role.REVIEWER),
      Entry.of("/review/lead", Role.LEAD),
      Entry.of("/review/lead/quality", Role.LEAD),
      Entry.of("/review/lead/opt-outs", Role.LEAD),
      Entry.open("/report"),
      Entry.open("/report/state"),
      Entry.open("/report/r/{code}", world -> ReportExamples.made().receipt()),
      Entry.open("/report/receipt/{ticket}", world -> ReportExamples.made().ticket()),
      Entry.of("/reporters", world -> ReportExamples.made().list(), Role.LEAD),
      Entry.of("/reporters/{mark}", world -> ReportExamples.made().reporter(), Role.LEAD),
      Entry.of("/enforcement", _ -> EnforcementExamples.page(), Role.LEAD),
      Entry.of("/outbox", Role.ADMINISTRATOR),
      Entry.of("/flaggers", Role.LEAD),
      Entry.of("/flagger", world -> ReportExamples.made().portal(), Role.FLAGGER),
      Entry.of("/flagger/notices/{id}", world -> ReportExamples.made().notice(), Role.FLAGGER),
      Entry.of(
          "/flagger/months", world -> ReportExamples.made().portal() + "/months", Role.FLAGGER),
      Entry.of("/evidence", Role.LEGAL),
      Entry.of("/evidence/{id}", World::evidence, Role.LEGAL),
      Entry.of("/evidence/grants", world -> EvidenceExamples.made().grants(), Role.LEGAL),
      Entry.of(
          "/evidence/{id}/grants/{grant}", world -> EvidenceExamples.made().opened(), Role.LEGAL),
      Entry.of(
          "/evidence/{id}/destroy",
          world -> EvidenceExamples.made().object() + "/destroy",
          Role.LEGAL));

  /// States of pages that look different from the usual one.
  static final List<Entry> STATES = List.of(
      Entry.open("report where", world -> posted("/report/where", "reason=child-abuse")),
      Entry.open(
          "report send",
          world -> posted(
              "/report/send",
              "reason=scam&category=phishing&surface=public&ground=illegal"
                  + "&link=https://chat.example.org/c/17")),
      Entry.open("report without answers", world -> posted("/report/send", "reason=scam"))
          .answeredWith(422),
      Entry.open("report with an unknown code", world -> posted("/report/state", "code=AAAAA"))
          .answeredWith(422),
      Entry.of("keys of all states", world -> AccessExamples.made().keys(), Role.AUDITOR),
      Entry.of("key rotated", world -> AccessExamples.made().rotatedKey(), Role.ADMINISTRATOR),
      Entry.of("key revoked", world -> AccessExamples.made().revokedKey(), Role.ADMINISTRATOR),
      Entry.open("enrolment waits", world -> AccessExamples.made().lateLink()),
      Entry.of("bank with imports", world -> BankExamples.made().bank(), Role.LIST_MANAGER),
      Entry.of("import skipped", world -> BankExamples.made().skipped(), Role.LIST_MANAGER),
      Entry.of("import refused", world -> BankExamples.made().refused(), Role.LIST_MANAGER),
      Entry.of("case decided", world -> ReviewExamples.made().decided(), Role.REVIEWER),
      Entry.of("case read by an auditor", world -> ReviewExamples.made().decided(), Role.AUDITOR),
      Entry.of("cases read by an auditor", world -> "/review", Role.AUDITOR),
      Entry.of("quality read by an auditor", world -> "/review/lead/quality", Role.AUDITOR),
      Entry.of("corrections read by an auditor", world -> "/review/corrections", Role.AUDITOR),
      Entry.of("case of danger", world -> ReviewExamples.made().danger(), Role.REVIEWER),
      Entry.of("member disabled", world -> BankExamples.made().disabled(), Role.LIST_MANAGER),
      Entry.of("outbox with a dead letter", world -> OutboxExamples.page(), Role.ADMINISTRATOR));

  /// The pages of errors.
  static final List<Entry> ERRORS = List.of(
      Entry.open("/nothing-here").answeredWith(404),
      Entry.of("/nothing-here", Role.ADMINISTRATOR).answeredWith(404),
      failure("busy", 503),
      failure("no-database", 503),
      failure("disk-full", 507),
      failure("too-many-requests", 429),
      failure("internal", 500));

  private static Entry failure(String slug, int status) {
    return Entry.of(FailureController.PATH + slug, Role.REVIEWER).answeredWith(status);
  }

  private Pages() {}

  /// Names a page that answers a form, as [Browsing#open] reads it.
  private static String posted(String path, String fields) {
    return "POST " + path + "?" + fields;
  }

  /// One page.
  ///
  /// @param pattern its path as the controller names it
  /// @param address of an example in the invented world
  /// @param role the viewer's role; empty for a stranger
  /// @param status that it is answered with; a page of an error would pass for another
  record Entry(String pattern, Function<World, String> address, Optional<Role> role, int status) {
    private static final int FOUND = 200;

    static Entry of(String path, Role role) {
      return of(path, world -> path, role);
    }

    static Entry of(String pattern, Function<World, String> address, Role role) {
      return new Entry(pattern, address, Optional.of(role), FOUND);
    }

    static Entry open(String path) {
      return open(path, world -> path);
    }

    static Entry open(String pattern, Function<World, String> address) {
      return new Entry(pattern, address, Optional.empty(), FOUND);
    }

    Entry answeredWith(int other) {
      return new Entry(pattern, address, role, other);
    }

    /// Returns a name for files: `problems-slug`.
    String fileName() {
      String words = pattern.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
      String name = words.isEmpty() ? "home" : words;
      return role.map(r -> name + "-" + r).orElse(name);
    }

    @Override
    public String toString() {
      return fileName();
    }
  }
}
