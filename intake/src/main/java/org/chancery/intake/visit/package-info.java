/**
 * The published visits of foreign leaders, and what of them earlier releases brought into the
 * ledger.
 */
@NullMarked
package org.chancery.intake.visit;

import org.jspecify.annotations.NullMarked;
