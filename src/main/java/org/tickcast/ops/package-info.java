/**
 * What an operator sees and turns: the audit log, what was good and no longer is, and the tape. It looks at the rest of the house
 * and changes only what it is for; nobody but {@code wiring} knows that it is there.
 */
@NullMarked
package org.tickcast.ops;

import org.jspecify.annotations.NullMarked;
