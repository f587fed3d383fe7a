/**
 * The table of recognition, relations and missions: one fact a row, handed on in the order of
 * history.
 */
@NullMarked
package org.chancery.intake.relation;

import org.jspecify.annotations.NullMarked;
