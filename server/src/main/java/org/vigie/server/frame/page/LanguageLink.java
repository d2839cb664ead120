package org.vigie.server.frame.page;

import org.vigie.server.frame.Language;

/// A link to the page that is shown, in a language.
///
/// @param chosen whether this is the language in which it is shown
public record LanguageLink(Language language, String address, boolean chosen) {}
