/// Walking and reading real files in temporary directories.
@NullMarked
package org.vigie.cli.files;

import org.jspecify.annotations.NullMarked;
