package org.vigie.server.scan.web;

import org.vigie.server.scan.Media;
import org.vigie.server.scan.Submission;

/// The parts of a request for a scan.
record Upload(Submission submission, Media media) {}
