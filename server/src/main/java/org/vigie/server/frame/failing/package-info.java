/// Answers requests that failed, as problems or pages, and logs failures without words of callers.
@NullMarked
package org.vigie.server.frame.failing;

import org.jspecify.annotations.NullMarked;
