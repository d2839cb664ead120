package org.vigie.server.access.web;

import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The page where the first administrator gives name and address.
///
/// @param path of the link
public record IntroductionPage(
    Frame frame, String path, String name, String email, FormErrors errors) implements Page {}
