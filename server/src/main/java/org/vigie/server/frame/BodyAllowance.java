package org.vigie.server.frame;

import java.time.Duration;
import java.util.regex.Pattern;

/// A module's word, as a bean, that on some paths it reads larger bodies than others do, without
/// holding them in memory.
///
/// @param paths of requests, as they are sent
/// @param deadline from the first read to the end of the body
public record BodyAllowance(Pattern paths, long maxBytes, Duration deadline) {}
