package org.vigie.server.access.web;

import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Where the first administrator says who they are.
///
/// @param path of the link
public record IntroductionPage(
    Frame frame, String path, String name, String email, FormErrors errors) implements Page {}
