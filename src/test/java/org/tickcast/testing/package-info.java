/**
 * What tests share: samples with names, and hand-written fakes for what has to be steered, a clock, a metronome, a
 * configuration. Nothing here asserts anything.
 */
@NullMarked
package org.tickcast.testing;

import org.jspecify.annotations.NullMarked;
