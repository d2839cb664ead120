package org.vigie.server.bank.web;

import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// One import, how far it is, and how it ended.
public record ImportPage(Frame frame, String bank, ImportRowView progress) implements Page {}
