/// The endpoints for monitors.
@NullMarked
package org.vigie.server.operation.web;

import org.jspecify.annotations.NullMarked;
