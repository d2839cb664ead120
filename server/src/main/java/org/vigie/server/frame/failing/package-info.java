/// Answers failed requests, as problems or error pages, and logs failures without text of callers.
@NullMarked
package org.vigie.server.frame.failing;

import org.jspecify.annotations.NullMarked;
