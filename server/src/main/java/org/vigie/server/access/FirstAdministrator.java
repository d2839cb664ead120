package org.vigie.server.access;

import java.util.Optional;

/// Lets the first administrator into a new installation.
public interface FirstAdministrator {
  /// Returns the path of a new enrolment link, and ends those returned before. Returns empty as
  /// soon as anybody has a way to sign in.
  Optional<String> newLink();
}
