package org.vigie.server.access.web;

import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The page of a link that does not count yet.
///
/// @param due when it counts, unless it is approved or stopped before
public record EnrolmentWaitsPage(Frame frame, String due) implements Page {}
