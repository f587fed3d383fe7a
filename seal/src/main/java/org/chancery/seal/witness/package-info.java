/**
 * Witnesses after https://c2sp.org/tlog-witness: the client that asks one, and one of our own,
 * which remembers what a log has shown it and cosigns nothing that does not follow from that.
 */
@NullMarked
package org.chancery.seal.witness;

import org.jspecify.annotations.NullMarked;
