/// Makes pages of their records: the language and place of a viewer, and the templates.
@NullMarked
package org.vigie.server.frame.page;

import org.jspecify.annotations.NullMarked;
