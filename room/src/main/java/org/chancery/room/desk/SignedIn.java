package org.chancery.room.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.room.sheet.Press;

/**
 * The page between the issuer's and the ledger's own: it goes on by itself, or by its link.
 *
 * @param to where
 */
public record SignedIn(String to) {

  /** Answers with the page. */
  public static void write(HttpServletResponse response, String to) throws IOException {
    Press.HEADERS.forEach(response::setHeader);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(Press.TYPE);
    byte[] page = Press.text("signedin", new SignedIn(to)).getBytes(UTF_8);
    response.getOutputStream().write(page);
  }
}
