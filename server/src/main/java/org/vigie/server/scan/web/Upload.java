package org.vigie.server.scan.web;

import org.vigie.connector.Subject;
import org.vigie.server.scan.Media;

/// The parts of a request for a scan.
record Upload(Subject subject, Media media) {}
