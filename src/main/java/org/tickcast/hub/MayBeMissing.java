package org.tickcast.hub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an event need not have when it comes over the bus. Servers do not have the annotation that tells the compiler so:
 * what asks for that one at run time fails.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface MayBeMissing {}
