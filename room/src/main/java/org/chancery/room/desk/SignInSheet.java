package org.chancery.room.desk;

import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Visitor;

/**
 * The page to sign in or out on.
 *
 * @param token shows that the form is the ledger's own
 * @param to where to go then
 * @param refused why a token was not taken; empty where none was tried
 */
public record SignInSheet(Sheet sheet, Visitor visitor, String token, String to, String refused) {}
