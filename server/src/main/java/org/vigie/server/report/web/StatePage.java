package org.vigie.server.report.web;

import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The page where a reporter types the code of a receipt.
public record StatePage(Frame frame, String code, FormErrors errors) implements Page {}
