/**
 * Mistakes and what becomes of them: nothing is edited, a further entry says how it should read.
 */
@NullMarked
package org.chancery.shared.entry;

import org.jspecify.annotations.NullMarked;
