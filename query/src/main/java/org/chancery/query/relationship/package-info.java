/** How two parties stand to each other, as of both times. */
@NullMarked
package org.chancery.query.relationship;

import org.jspecify.annotations.NullMarked;
