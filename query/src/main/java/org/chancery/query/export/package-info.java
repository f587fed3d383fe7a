/** The journal as files that can be checked without it, and what checks them. */
@NullMarked
package org.chancery.query.export;

import org.jspecify.annotations.NullMarked;
