/// The pages of reviewers and their leads.
@NullMarked
package org.vigie.server.review.web;

import org.jspecify.annotations.NullMarked;
