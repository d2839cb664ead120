package org.vigie.server.frame;

import java.util.regex.Pattern;

/// A module's word, as a bean, that on some paths it takes files, up to `vigie.frame.max-body`.
/// On every other path that no [BodyAllowance] names, bodies are small, whatever their
/// `Content-Type` says.
///
/// @param paths as [MatchedPath] has them
public record UploadPaths(Pattern paths) {}
