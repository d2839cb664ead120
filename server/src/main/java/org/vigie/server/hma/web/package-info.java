/// HMA's calls, under `/hma`: the same paths, parameters and answers.
@NullMarked
package org.vigie.server.hma.web;

import org.jspecify.annotations.NullMarked;
