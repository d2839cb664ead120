package org.vigie.server.evidence.catalogue;

import org.vigie.server.access.SetUp;
import org.vigie.server.evidence.store.ObjectStore;

/// An installation is being set up until its first object is sealed; rows of destroyed objects
/// stay.
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
