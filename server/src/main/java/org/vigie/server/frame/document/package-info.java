/// The API document in words: what `api/document.yaml` says of calls and fields.
@NullMarked
package org.vigie.server.frame.document;

import org.jspecify.annotations.NullMarked;
