/** Sanctions and what they are, as of both times. */
@NullMarked
package org.chancery.query.sanction;

import org.jspecify.annotations.NullMarked;
