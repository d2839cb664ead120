package org.vigie.server.review.cases;

import org.vigie.server.access.Act;

/// Acts of people and of Vigie on cases.
public enum ReviewAct implements Act {
  CASE_CLAIMED,
  CASE_RELEASED,
  CASE_SKIPPED,
  CASE_PASSED_UP,
  CASE_DECIDED,
  /// An account or a room was closed for good by somebody who had not looked at the media; the
  /// details say why not.
  DECIDED_UNSEEN,
  DECISION_TAKEN_BACK,
  POLICY_DECIDED_CASE,
  CASE_REOPENED,
  CASE_NOTE_WRITTEN,
  /// A person lifted the veil from media of a case; the entry of its opening comes before.
  MEDIA_UNVEILED,
  /// A person saw the first words of reports about cases that wait, beside the case of the entry;
  /// the details name those cases.
  EXCERPTS_SEEN,
  OPTED_OUT_OF_CATEGORY,
  TOOK_CATEGORY_BACK,
  /// A lead judged a decision again.
  DECISION_JUDGED_AGAIN,
  /// Somebody wants a decision corrected, and a second person has to agree.
  CORRECTION_ASKED,
  CORRECTION_AGREED,
  CORRECTION_DECLINED,
  CORRECTION_WITHDRAWN,
  DECISION_REVERSED,
  /// The person who made a decision holds its case again, to decide it anew.
  DECISION_OPENED_FOR_CHANGE,
  /// A lead has a decision of another person decided by a fresh reviewer.
  DECISION_LOOKED_AT_AGAIN,
  /// Somebody's life may be in danger; every lead gets a mail.
  LEADS_ALERTED_OF_DANGER,
  /// A person says that they notified the authorities; the details say when.
  AUTHORITIES_NOTIFIED;

  @Override
  public String textKey() {
    return "review.act." + name();
  }
}
