package org.vigie.server.bank.web;

import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The form in which a member is added.
public record MemberFormPage(Frame frame, String bank, MemberForm form, FormErrors errors)
    implements Page {}
