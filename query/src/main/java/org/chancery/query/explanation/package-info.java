/** Why an answer is what it is: the chain of entries behind it, in words and as data. */
@NullMarked
package org.chancery.query.explanation;

import org.jspecify.annotations.NullMarked;
