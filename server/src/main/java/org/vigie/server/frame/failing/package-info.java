/// Answers requests that failed, as problems or error pages, and logs failures without the words of
// callers.
@NullMarked
package org.vigie.server.frame.failing;

import org.jspecify.annotations.NullMarked;
