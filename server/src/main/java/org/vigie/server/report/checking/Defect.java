package org.vigie.server.report.checking;

import org.vigie.server.frame.EnumWords;

/// A defect of a field of a notice.
public enum Defect {
  MISSING("This field is missing."),
  TOO_LONG("This text is longer than what is accepted."),
  /// The form does not show the text again.
  TOO_LONG_TO_KEEP("This text is longer than what is accepted."),
  TOO_MANY("There are more of these than what is accepted."),
  UNREADABLE("This text has control characters or halves of characters."),
  UNKNOWN("This is none of the policy's categories; see GET /api/v1/policy."),
  NOT_AN_EMAIL("This is no e-mail address: it needs a name, an @ and a host."),
  EMAIL_AS_REPORTER(
      "This looks like an e-mail address. Send the messenger's own number of the account, or a"
          + " digest: who reports must not be told by it."),
  NOT_A_LINK("This is no link: it begins with https:// and names a host."),
  PRIVATE_LINK(
      "This link opens only on the reporter's own device or network, or holds a password."),
  MEMBERS_ONLY("Only members can open this link, so its surface is not public: it is private."),
  NOT_CONFIRMED("A legal notice is sent in good faith, and says so."),
  NOT_ASKED("Nobody gives a name or an address where child abuse is concerned."),
  NOT_SEALED(
      "There is no such sealed media, or another key sealed it: seal it first, and send the notice"
          + " within 7 days."),
  TOO_LARGE("This file is larger than what is accepted.");

  private final String sentence;

  Defect(String sentence) {
    this.sentence = sentence;
  }

  /// Returns the sentence for programs.
  public String sentence() {
    return sentence;
  }

  /// Returns its stable name: `too-long`.
  public String word() {
    return EnumWords.of(this);
  }
}
