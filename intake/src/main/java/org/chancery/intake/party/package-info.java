/**
 * The lists of countries and territories: each country with its names, years and predecessors, and
 * what of it earlier lists brought into the ledger.
 */
@NullMarked
package org.chancery.intake.party;

import org.jspecify.annotations.NullMarked;
