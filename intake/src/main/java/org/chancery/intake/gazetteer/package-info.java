/**
 * The countries that the sources name by their ids: what they are called, when they existed and how
 * they are registered, which is alike whichever source names them first.
 */
@NullMarked
package org.chancery.intake.gazetteer;

import org.jspecify.annotations.NullMarked;
