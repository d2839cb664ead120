package org.vigie.server.report;

import java.util.List;
import org.vigie.server.access.OrganisationId;

/// Organisations with the status of a flagger, and how their notices fared. Threads: any.
public interface Flaggers {
  /// Returns every flagger, including proposed and ended ones.
  List<Flagger> all();

  /// Returns the outcomes of the last notices of an organisation.
  FlaggerRecord record(OrganisationId organisation);
}
