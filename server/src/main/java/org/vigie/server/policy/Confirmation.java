package org.vigie.server.policy;

/// Whether a measure is taken at once or waits for a person.
public enum Confirmation {
  AUTOMATIC,
  HUMAN
}
