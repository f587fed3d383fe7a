package org.chancery.app.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Knows the holders of the tokens in the data folder, and leaves all others to who comes next. */
final class FileTokenProvider implements AuthenticationProvider {
  private final Tokens tokens;

  FileTokenProvider(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication shown) {
    String token = ((BearerTokenAuthenticationToken) shown).getToken();
    return tokens.holder(token).map(FileTokenProvider::known).orElse(null);
  }

  private static Authentication known(String holder) {
    return new PreAuthenticatedAuthenticationToken(holder, "", List.of(Tokens.role(holder)));
  }

  @Override
  public boolean supports(Class<?> shown) {
    return BearerTokenAuthenticationToken.class.isAssignableFrom(shown);
  }
}
