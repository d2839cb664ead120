package org.vigie.server.frame;

import java.util.regex.Pattern;

/// The paths on which a module, by a bean, takes files, up to `vigie.frame.max-body`. On every
/// other path without a [BodyAllowance], bodies are small for every `Content-Type`.
///
/// @param paths as [MatchedPath] has them
public record UploadPaths(Pattern paths) {}
