/// The first page.
@NullMarked
package org.vigie.server.home.web;

import org.jspecify.annotations.NullMarked;
