/**
 * The main class of {@code tickcast.jar}: Payara Micro with our application inside, a start that fits on a screen, and
 * an exit code that tells whether it went well. It is not part of the WAR and knows nothing of the application.
 */
@NullMarked
package org.tickcast.launcher;

import org.jspecify.annotations.NullMarked;
