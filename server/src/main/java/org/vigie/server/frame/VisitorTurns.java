package org.vigie.server.frame;

import jakarta.servlet.http.HttpServletRequest;

/// The turns of strangers whose request has a body. Requests without one wait for their turn
/// before anything is done for them; a handler with a body calls this once the body is read, as a
/// sender who is slow must not hold a turn.
public interface VisitorTurns {
  /// Waits for the turn of a stranger's request; returns at once for people who are signed in. Too
  /// many others end it with a [ProblemCause] of status 503.
  void await(HttpServletRequest request) throws InterruptedException;
}
