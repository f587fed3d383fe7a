/**
 * How the files of outside sources are read, whatever they tell, and what their records become:
 * this is the lowest package, so that every kind of source keeps the same limits and keys.
 */
@NullMarked
package org.chancery.intake.source;

import org.jspecify.annotations.NullMarked;
