package org.vigie.server.access.web;

import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The page of a link that does not count yet.
///
/// @param due when it counts, if nobody agrees or stops it before
public record EnrolmentWaitsPage(Frame frame, String due) implements Page {}
