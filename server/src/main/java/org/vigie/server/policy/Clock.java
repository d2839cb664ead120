package org.vigie.server.policy;

import java.time.Duration;

/// A deadline that a legal regime sets.
///
/// @param key small letters and hyphens: `tco-removal`
/// @param regime the law, as people cite it: `Regulation (EU) 2021/784, Art. 3(3)`
/// @param within counted from receipt
public record Clock(String key, String regime, Duration within) {}
