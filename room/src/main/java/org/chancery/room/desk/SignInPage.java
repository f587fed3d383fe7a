package org.chancery.room.desk;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page to sign in or out on. Who is let in is decided before any page is asked for. */
@RestController
@Hidden
class SignInPage {

  @GetMapping(path = "/sign-in", produces = Press.TYPE)
  ResponseEntity<String> page(
      @RequestParam(defaultValue = "/") String to,
      @RequestParam(defaultValue = "") String refused,
      HttpServletRequest request) {
    Visitor visitor = Visitor.of(request);
    Sheet sheet = Sheet.bare(visitor.isKnown() ? "Signed in" : "Sign in");
    return Press.page(
        "signin", new SignInSheet(sheet, visitor, visitor.token().get(), to, words(refused)));
  }

  private static String words(String refused) {
    return switch (refused) {
      case "" -> "";
      case "issuer" -> "The issuer of that token cannot be reached. Try again later.";
      case "login" -> "The issuer did not let you in, or cannot be reached. Try again.";
      default -> "The ledger does not know that token, or it is no longer good.";
    };
  }
}
