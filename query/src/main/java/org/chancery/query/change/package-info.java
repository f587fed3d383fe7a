/** What became of the answers: what each entry added, corrected or retracted, before and after. */
@NullMarked
package org.chancery.query.change;

import org.jspecify.annotations.NullMarked;
