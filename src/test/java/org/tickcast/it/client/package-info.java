/** The client library in JavaScript, against a real server. */
@NullMarked
package org.tickcast.it.client;

import org.jspecify.annotations.NullMarked;
