package org.vigie.server.home.web;

import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// What is going on.
public record HomePage(Frame frame) implements Page {}
