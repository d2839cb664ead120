/// The page of dead letters, and their panel on the first page.
@NullMarked
package org.vigie.server.outbox.web;

import org.jspecify.annotations.NullMarked;
