/// The first page, the pages of the API and its problems, and the metrics.
@NullMarked
package org.vigie.server.home.web;

import org.jspecify.annotations.NullMarked;
