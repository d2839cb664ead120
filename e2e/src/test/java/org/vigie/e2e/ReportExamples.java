package org.vigie.e2e;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.report.answering.Receipt;
import org.vigie.server.report.answering.ReceiptTickets;
import org.vigie.server.report.flagging.FlaggerRegister;
import org.vigie.server.report.reporters.MisuseRegister;

/// Invented notices: one by the public form, one manifestly unfounded, one of a hotline, to which
/// the invented person belongs. Made on first use.
///
/// @param receipt path of the page of the first
/// @param first the notice itself
/// @param reporter path of the page of the second one's sender
/// @param notice path of the third, as its hotline sees it
record ReportExamples(String receipt, NoticeId first, String reporter, String notice) {
  private static final Caller.Key MESSENGER = new Caller.Key(new KeyId("madeupmadeup"));

  private static final class Made {
    private static final ReportExamples ALL = make();
  }

  static ReportExamples made() {
    return Made.ALL;
  }

  String list() {
    return "/reporters";
  }

  /// Returns the path of the receipt right after it was sent, good for ten minutes.
  String ticket() {
    ReceiptTickets tickets = RunningVigie.instance().context().getBean(ReceiptTickets.class);
    return "/report/receipt/" + tickets.of(first);
  }

  String portal() {
    return "/flagger";
  }

  private static ReportExamples make() {
    RunningVigie vigie = RunningVigie.instance();
    ApplicationContext context = vigie.context();
    OrganisationId hotline = hotline(context, vigie.world().person());
    Receipt first = send(context, new Origin.Form(Optional.empty()));
    Receipt second = send(context, new Origin.Messenger(MESSENGER.id(), Optional.of("user-1")));
    Receipt third = send(context, new Origin.Flagger(hotline, true));
    decide(context, second, false);
    decide(context, third, true);
    String mark = context
        .getBean(MisuseRegister.class)
        .withUnfounded()
        .getFirst()
        .reporter()
        .value();
    return new ReportExamples(
        "/report/r/" + first.code().value(),
        first.notice(),
        "/reporters/" + mark,
        "/flagger/notices/" + third.notice().value());
  }

  private static OrganisationId hotline(ApplicationContext context, PersonId member) {
    OrganisationId id = new OrganisationId(UUID.randomUUID());
    People people = context.getBean(People.class);
    Caller vigie = new Caller.Vigie();
    people.add(vigie, new Organisation(id, "Exemple Hotline", Organisation.Kind.HOTLINE, "FR"));
    people.setOrganisation(vigie, member, Optional.of(id));
    FlaggerRegister flaggers = context.getBean(FlaggerRegister.class);
    flaggers.propose(
        invite(people, Role.LEAD),
        new Flagger(
            id,
            Flagger.Status.TRUSTED_FLAGGER,
            "An invented coordinator",
            Set.of(new CategoryKey("child-sexual-abuse-material")),
            LocalDate.of(2026, 1, 1),
            Optional.empty(),
            new Flagger.Check.Proposed("", Instant.EPOCH)));
    flaggers.verify(invite(people, Role.LEGAL), id);
    return id;
  }

  private static Caller.Person invite(People people, Role role) {
    return new Caller.Person(people
        .invite(
            new Caller.Vigie(),
            new PersonName("Personne Exemple"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(role))
        .orElseThrow());
  }

  private static Receipt send(ApplicationContext context, Origin origin) {
    Claim claim = InventedReports.claim(
        Ground.ILLEGAL,
        "child-sexual-abuse-material",
        "",
        InventedReports.content(Optional.of("room-1"), Optional.empty(), Optional.of("17")));
    return new InventedReports(context).send(MESSENGER, origin, claim, List.of());
  }

  private static void decide(ApplicationContext context, Receipt receipt, boolean founded) {
    Notice.Outcome outcome =
        new Notice.Outcome(founded, false, "Somebody has looked at it.", !founded);
    context.getBean("notices", Notices.class).decided(receipt.notice(), outcome);
  }
}
