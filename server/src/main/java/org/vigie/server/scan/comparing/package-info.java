/// Compares the signals of one scan with all banks, and judges each match by the policy.
///
/// Used when media is scanned, read late, or compared again.
@NullMarked
package org.vigie.server.scan.comparing;

import org.jspecify.annotations.NullMarked;
