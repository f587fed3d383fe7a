/**
 * Looks whether the journal still is what was recorded and sealed; reads all, believes nothing, and
 * changes nothing.
 */
@NullMarked
package org.chancery.seal.audit;

import org.jspecify.annotations.NullMarked;
