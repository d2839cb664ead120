/// Keeps the evidence of cases for as long as the policy says.
///
/// Invariant: no term is ever shortened. No other room uses this one.
@NullMarked
package org.vigie.server.review.keeping;

import org.jspecify.annotations.NullMarked;
