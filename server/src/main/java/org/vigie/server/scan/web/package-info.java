/// The HTTP calls and pages of `scan`.
@NullMarked
package org.vigie.server.scan.web;

import org.jspecify.annotations.NullMarked;
