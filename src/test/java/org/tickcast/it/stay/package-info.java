/** What happens to a socket after it is in, and what an operator can know and do about it. */
@NullMarked
package org.tickcast.it.stay;

import org.jspecify.annotations.NullMarked;
