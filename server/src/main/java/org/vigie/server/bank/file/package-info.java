/// Members as files: read strictly, and written so that reading gives the same.
@NullMarked
package org.vigie.server.bank.file;

import org.jspecify.annotations.NullMarked;
