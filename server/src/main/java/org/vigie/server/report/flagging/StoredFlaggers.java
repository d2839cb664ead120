package org.vigie.server.report.flagging;

import java.util.List;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.FlaggerRecord;
import org.vigie.server.report.Flaggers;
import org.vigie.server.report.store.FlaggerDeskStore;
import org.vigie.server.report.store.FlaggerStore;

/// Flaggers and their records in PostgreSQL.
record StoredFlaggers(FlaggerStore flaggers, FlaggerDeskStore notices) implements Flaggers {
  @Override
  public List<Flagger> all() {
    return flaggers.all();
  }

  @Override
  public FlaggerRecord record(OrganisationId organisation) {
    return notices.record(organisation, FlaggerDesk.LAST);
  }
}
