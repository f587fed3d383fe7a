/** How bytes from outside become text. */
@NullMarked
package org.chancery.journal.text;

import org.jspecify.annotations.NullMarked;
