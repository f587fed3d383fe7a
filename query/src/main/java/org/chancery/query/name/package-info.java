/** Names: who goes by which, what may have been meant by one, and what is known under it. */
@NullMarked
package org.chancery.query.name;

import org.jspecify.annotations.NullMarked;
