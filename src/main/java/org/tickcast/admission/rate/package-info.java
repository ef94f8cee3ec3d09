/**
 * How often is too often: attempts to connect, by address, and messages, by user. Answers are values; what follows from
 * them is decided elsewhere. It counts with Bucket4j, and nobody else knows of it.
 *
 * <p>A limit is a bucket: it holds so many, each act takes one out, and it is filled up again at the rate of the limit.
 * So nobody who has rested is told off for a burst of the whole limit; and in any stretch of time nobody gets more than
 * one bucket full and what has flown in meanwhile.
 */
@NullMarked
package org.tickcast.admission.rate;

import org.jspecify.annotations.NullMarked;
