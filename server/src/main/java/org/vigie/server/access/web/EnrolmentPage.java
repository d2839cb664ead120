package org.vigie.server.access.web;

import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The page where a person sets up a way to sign in: a passkey, or a password with an authenticator
/// app.
///
/// @param path of the link
public record EnrolmentPage(
    Frame frame,
    String path,
    String name,
    String email,
    NewAuthenticator.View app,
    FormErrors errors)
    implements Page {}
