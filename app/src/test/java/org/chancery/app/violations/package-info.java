/** The rules of the house, broken on purpose, so that each is seen to notice. */
@NullMarked
package org.chancery.app.violations;

import org.jspecify.annotations.NullMarked;
