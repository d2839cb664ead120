package org.vigie.server.evidence.catalogue;

import org.vigie.server.access.SetUp;
import org.vigie.server.evidence.store.ObjectStore;

/// An installation is set up as long as nothing was ever sealed; rows of what was destroyed stay.
final class EvidenceSetUp implements SetUp {
  private final ObjectStore objects;
  private volatile boolean over;

  EvidenceSetUp(ObjectStore objects) {
    this.objects = objects;
  }

  @Override
  public boolean isUnderWay() {
    over = over || objects.isAnythingSealed();
    return !over;
  }
}
