/**
 * The published travels of Secretaries of State and Presidents: legs, joined to trips, and what of
 * them earlier releases brought into the ledger.
 */
@NullMarked
package org.chancery.intake.travel;

import org.jspecify.annotations.NullMarked;
