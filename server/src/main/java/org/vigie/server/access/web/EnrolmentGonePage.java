package org.vigie.server.access.web;

import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The page of a link that is unknown, used or expired.
public record EnrolmentGonePage(Frame frame) implements Page {}
