/// The tables of notices.
@NullMarked
package org.vigie.server.report.store;

import org.jspecify.annotations.NullMarked;
