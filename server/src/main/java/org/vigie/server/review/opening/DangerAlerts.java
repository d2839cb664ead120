package org.vigie.server.review.opening;

import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.report.StaffMails;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.cases.Route;

/// Mails every lead at once that somebody's life may be in danger. The mail leads to the case and
/// says nothing of its content. The ledger says how many leads were mailed: none where there is
/// no mail server.
final class DangerAlerts implements DangerListener {
  private final People people;
  private final StaffMails mails;
  private final AccessLedger ledger;

  DangerAlerts(People people, StaffMails mails, AccessLedger ledger) {
    this.people = people;
    this.mails = mails;
    this.ledger = ledger;
  }

  @Override
  public void opened(CaseId id, Route route) {
    long mailed = people.all().stream()
        .filter(person -> person.permissions().contains(Permission.CASES_LEAD))
        .filter(lead -> mails.danger(lead, "/review/cases/" + id.value(), route.dueAt()))
        .count();
    ledger.record(
        new Caller.Vigie(), ReviewAct.LEADS_ALERTED_OF_DANGER, id.reference(), "mails=" + mailed);
  }
}
