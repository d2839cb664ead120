/// The tables of cases and decisions.
@NullMarked
package org.vigie.server.review.store;

import org.jspecify.annotations.NullMarked;
