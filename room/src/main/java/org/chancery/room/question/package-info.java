/** Asks the query API within the process, so that a page says what the API answers and no more. */
@NullMarked
package org.chancery.room.question;

import org.jspecify.annotations.NullMarked;
