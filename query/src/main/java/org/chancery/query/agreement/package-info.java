/** Agreements and how they and their parties stand, as of both times. */
@NullMarked
package org.chancery.query.agreement;

import org.jspecify.annotations.NullMarked;
