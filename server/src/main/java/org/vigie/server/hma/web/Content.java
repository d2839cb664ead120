package org.vigie.server.hma.web;

import org.vigie.server.hma.HmaContentType;
import org.vigie.server.scan.Media;

/// Content that a caller sent or named.
record Content(HmaContentType type, Media media) {}
