package org.vigie.server.report;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.access.Person;

/// Mails people who work here about what cannot wait, without content or names. Threads: any.
public interface StaffMails {
  /// Queues a mail that somebody's life may be in danger, in the transaction of the caller. Returns
  /// false, and queues nothing, if the operator has set no mail server.
  ///
  /// @param page the page of this installation that tells more: `/review/cases/12`
  boolean danger(Person to, String page, Optional<Instant> dueAt);
}
