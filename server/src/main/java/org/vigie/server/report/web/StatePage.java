package org.vigie.server.report.web;

import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Where somebody with a receipt types its code.
public record StatePage(Frame frame, String code, FormErrors errors) implements Page {}
