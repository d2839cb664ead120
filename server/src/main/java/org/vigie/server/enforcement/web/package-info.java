/// The pages of enforcement: the board of stuck actions.
@NullMarked
package org.vigie.server.enforcement.web;

import org.jspecify.annotations.NullMarked;
