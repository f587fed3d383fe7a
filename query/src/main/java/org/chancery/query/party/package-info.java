/** Parties as they are answered, and by which names they may be asked for. */
@NullMarked
package org.chancery.query.party;

import org.jspecify.annotations.NullMarked;
