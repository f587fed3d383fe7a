/** Points of recorded time that go by a name: what the ledger knew when a source was taken in. */
@NullMarked
package org.chancery.query.point;

import org.jspecify.annotations.NullMarked;
