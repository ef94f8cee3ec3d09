/** The page, in a real browser. */
@NullMarked
package org.tickcast.it.page;

import org.jspecify.annotations.NullMarked;
