/// Sign-in, filters and pages of `access`.
@NullMarked
package org.vigie.server.access.web;

import org.jspecify.annotations.NullMarked;
