package org.vigie.e2e;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Sanction;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.deciding.DecideOutcome;
import org.vigie.server.review.deciding.Desk;
import org.vigie.server.review.deciding.LookWaiver;
import org.vigie.server.review.deciding.Ruling;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.reversing.CorrectionKind;
import org.vigie.server.review.reversing.Corrections;
import org.vigie.testkit.Eventually;

/// Decided cases, a request to correct a ban, and a danger to life, made at the first request.
///
/// @param decided a page of a case that the viewer decided
/// @param danger a page of a case in which a life is in danger
record ReviewExamples(String decided, String danger) {
  private static final class Made {
    private static final ReviewExamples ALL = make();
  }

  static ReviewExamples made() {
    return Made.ALL;
  }

  String decisions() {
    return "/review/decided";
  }

  String corrections() {
    return "/review/corrections";
  }

  private static ReviewExamples make() {
    RunningVigie vigie = RunningVigie.instance();
    ApplicationContext context = vigie.context();
    PersonId viewer = vigie.world().person();
    CaseId decided = reported(context, "decided", "phishing", "This page asks for my password.");
    decide(context, viewer, decided, new Sanction.Suspension(30));
    CaseId banned = reported(context, "banned", "phishing", "The same page again.");
    PersonId other = reviewer(context);
    Decision ban = decide(context, other, banned, new Sanction.Ban());
    context
        .getBean(Corrections.class)
        .ask(other, ban.id(), CorrectionKind.REVERSE, "The page is the bank’s own.");
    CaseId danger =
        reported(context, "danger", "suicide-announced", "He says goodbye to everybody.");
    context.getBean(Desk.class).claim(viewer, danger);
    keep(context, danger);
    return new ReviewExamples(
        "/review/cases/" + decided.value(), "/review/cases/" + danger.value());
  }

  private static PersonId reviewer(ApplicationContext context) {
    return context
        .getBean(People.class)
        .invite(
            new Caller.Vigie(),
            new PersonName("Yann Exemple"),
            new EmailAddress("r" + UUID.randomUUID() + "@example.org"),
            Set.of(Role.REVIEWER))
        .orElseThrow();
  }

  /// Returns the case of a made-up report.
  static CaseId reported(
      ApplicationContext context, String account, String category, String explanation) {
    String name = "example-" + account;
    Claim claim = InventedReports.claim(
        Ground.RULES,
        category,
        explanation,
        InventedReports.content(Optional.empty(), Optional.of(name), Optional.empty()));
    return new InventedReports(context).open(name, claim, List.of());
  }

  /// Decides a case as phishing; the decision takes effect at once.
  static Decision decide(
      ApplicationContext context, PersonId person, CaseId id, Sanction.Restriction sanction) {
    Desk desk = context.getBean(Desk.class);
    Cases cases = context.getBean(Cases.class);
    desk.claim(person, id);
    Verdict verdict = new Verdict.Violation(
        new CategoryKey("phishing"),
        List.of("KEYWORD_PHISHING"),
        List.of(new Measure.OnContent(ContentMeasure.QUARANTINE), new Measure.OnAccount(sanction)),
        new LegalGround(false, "Terms, section 7"),
        new Explanation.Written("The page copies that of a bank."));
    long version = cases.find(id).orElseThrow().version();
    DecideOutcome outcome = desk.decide(
        person,
        id,
        new Ruling(version, verdict, Optional.empty(), LookWaiver.of("text-is-enough")));
    context
        .getBean(JdbcClient.class)
        .sql("update review.decision set final_at = made_at where case_id = :case")
        .param("case", id.value())
        .update();
    Eventually.holds(() -> cases.find(id).orElseThrow().state() == CaseState.DECIDED);
    return ((DecideOutcome.Decided) outcome).decision();
  }

  /// Keeps the case from reviewers of other tests, who would get it first.
  private static void keep(ApplicationContext context, CaseId id) {
    context.getBean(JdbcClient.class).sql("""
            update review.review_case set claimed_until = now() + interval '1 day'
             where case_id = :case
            """).param("case", id.value()).update();
  }
}
