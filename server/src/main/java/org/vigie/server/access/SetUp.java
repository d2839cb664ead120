package org.vigie.server.access;

/// Whether an installation is still being set up: nothing was ever sealed in it.
///
/// Until then there is nothing that a second person could guard, and an installation begins with
/// one administrator who has to invite the others. So access that is given meanwhile takes effect
/// at once, and counts as given by one administrator alone for a day ([Independence]).
public interface SetUp {
  boolean isUnderWay();
}
