/** Search over all words on record, as of both times: an index that follows the journal. */
@NullMarked
package org.chancery.query.search;

import org.jspecify.annotations.NullMarked;
