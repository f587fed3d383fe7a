/** What the seal proves of the journal, for people and for the tools of transparency logs. */
@NullMarked
package org.chancery.query.proof;

import org.jspecify.annotations.NullMarked;
