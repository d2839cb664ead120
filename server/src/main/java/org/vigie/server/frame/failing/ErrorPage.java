package org.vigie.server.frame.failing;

import java.util.Optional;
import java.util.Set;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.edge.RequestId;

/// The page for people when a page cannot be shown: the words of the problem's own type if a module
/// has added it, and otherwise those of its status.
///
/// @param request whose id is in the log beside the failure
public record ErrorPage(Frame frame, ProblemType type, Optional<RequestId> request)
    implements Page {
  private static final Set<Integer> EXPLAINED =
      Set.of(400, 401, 403, 404, 405, 409, 413, 429, 500, 503, 507);
  private static final int SERVER_ERRORS = 500;

  /// Say more than their status.
  private static final Set<ProblemType> OF_OWN_WORDS =
      Set.of(ProblemType.BUSY, ProblemType.NO_DATABASE);
  private static final int UNAUTHORIZED = 401;

  public String title() {
    return ofModule() ? said("title") : frame.text("frame.error." + explained() + ".title");
  }

  /// Returns the failure and its remedy.
  public String sentence() {
    return ofModule()
        ? said("meaning") + " " + said("remedy")
        : frame.text("frame.error." + explained() + ".text");
  }

  /// Returns the reference to quote when asking for help.
  public String reference() {
    return request
        .map(id -> frame.text("frame.error.status-and-request", status(), id.value()))
        .orElseGet(() -> frame.text("frame.error.status", status()));
  }

  /// Returns whether signing in is the way on.
  public boolean isForSigningIn() {
    return status() == UNAUTHORIZED;
  }

  private boolean ofModule() {
    return !ProblemType.OF_THE_FRAME.contains(type);
  }

  private String said(String part) {
    return frame.text("problem." + type.slug() + "." + part);
  }

  private int status() {
    return type.status().value();
  }

  private String explained() {
    int status = status();
    if (OF_OWN_WORDS.contains(type)) {
      return type.slug();
    }
    if (EXPLAINED.contains(status)) {
      return Integer.toString(status);
    }
    return status < SERVER_ERRORS ? "400" : "500";
  }
}
