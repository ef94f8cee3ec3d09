package org.tickcast.market;

/** What the board knows of an index, field by field; its line is told point by point. */
public enum IndexField {
    VALUE,
    PRIOR_VALUE,
    TOTAL_VOLUME,
    ADVANCES,
    DECLINES,
    UNCHANGED,
    UPDATED
}
