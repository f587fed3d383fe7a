/** Over REST, of what accounts differ. */
@NullMarked
package org.chancery.query.dispute;

import org.jspecify.annotations.NullMarked;
