package org.chancery.room.desk;

import java.util.List;
import org.chancery.room.question.PageParameter;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Visitor;
import org.chancery.room.value.Links;

/**
 * The page to sign in or out on.
 *
 * @param token shows that the form is the ledger's own
 * @param to where to go then
 * @param refused why a token was not taken; empty where none was tried
 */
public record SignInSheet(Sheet sheet, Visitor visitor, String token, String to, String refused) {

  /** Where signing in at the issuer begins. */
  public String withIssuer() {
    return Links.address("/sign-in/with/issuer", List.of(new PageParameter("to", to)));
  }
}
