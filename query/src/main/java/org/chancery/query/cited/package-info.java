/** Whom answers cite by ids, and what those are called. */
@NullMarked
package org.chancery.query.cited;

import org.jspecify.annotations.NullMarked;
