package org.vigie.server.policy;

/// How grave a category is, the gravest last.
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
