/** States and international organizations: the parties to everything else. */
@NullMarked
package org.chancery.shared.party;

import org.jspecify.annotations.NullMarked;
