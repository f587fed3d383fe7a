package org.chancery.app.security;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.URI;
import java.text.Normalizer;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chancery.app.config.LedgerProperties.Oidc;
import org.chancery.app.config.UsageException;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Tokens that an OpenID Connect issuer signed (JWT). Who is named by one is the principal {@code
 * ISSUER/CLAIM}, the issuer without its scheme: a slash stands in no file's name, so it is never
 * the principal of a token file.
 */
final class IssuedTokens {
  private static final String RECORDER = "recorder";
  private static final Pattern NAME =
      Pattern.compile("(?=\\S)[^/\\p{C}\\p{Zl}\\p{Zp}]+(?<=\\S)", Pattern.UNICODE_CHARACTER_CLASS);

  /** An entry holds no longer name of who recorded it. */
  private static final int LONGEST = 128;

  private static final int LONGEST_HOME = 100;
  private static final String[] TYPES = {"JWT", "at+jwt", "application/at+jwt"};

  private final String issuer;
  private final String home;
  private final Oidc settings;

  private IssuedTokens(String issuer, Oidc settings) {
    this.issuer = issuer;
    this.home = home(issuer);
    this.settings = settings;
  }

  /** Empty where no issuer is trusted. */
  static Optional<IssuedTokens> of(Oidc settings) {
    String issuer = settings.issuer();
    String audience = settings.audience();
    String client = settings.clientId();
    if (issuer == null && audience == null && client == null) {
      return Optional.empty();
    }
    if (issuer == null || issuer.isBlank() || (audience == null && client == null)) {
      throw new UsageException(
          "chancery.oidc.issuer and chancery.oidc.audience go together,"
              + " or the issuer and chancery.oidc.client-id");
    }
    if ((audience != null && audience.isBlank()) || (client != null && client.isBlank())) {
      throw new UsageException(
          "chancery.oidc.audience and chancery.oidc.client-id go together with the issuer,"
              + " and are not empty");
    }
    if (!isTrustworthy(issuer)) {
      throw new UsageException(
          "chancery.oidc.issuer must be an https address, and is '%s'".formatted(issuer));
    }
    if (home(issuer).length() > LONGEST_HOME) {
      throw new UsageException(
          "chancery.oidc.issuer has more than %d characters, which leaves too few for names"
              .formatted(LONGEST_HOME));
    }
    return Optional.of(new IssuedTokens(issuer, settings));
  }

  /** Its keys come from there, so nobody on the way may exchange them. */
  private static boolean isTrustworthy(String issuer) {
    try {
      URI address = URI.create(issuer);
      return address.getHost() != null
          && address.getQuery() == null
          && address.getFragment() == null
          && ("https".equals(address.getScheme())
              || ("http".equals(address.getScheme()) && isLoopback(address.getHost())));
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  /** Takes its tokens that are meant for the audience; empty where none are taken. */
  Optional<AuthenticationProvider> provider() {
    String audience = settings.audience();
    if (audience == null) {
      return Optional.empty();
    }
    JwtTypeValidator type = new JwtTypeValidator(TYPES);
    type.setAllowEmpty(true);
    JwtDecoder decoder =
        decoder(new DelegatingOAuth2TokenValidator<>(type, new JwtAudienceValidator(audience)));
    JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
    provider.setJwtAuthenticationConverter(this::authentication);
    return Optional.of(provider);
  }

  /**
   * Reads what the issuer signed, and what else is true of it. Asks the issuer for its keys once a
   * token comes: a ledger starts without it.
   */
  JwtDecoder decoder(OAuth2TokenValidator<Jwt> further) {
    JwtDecoder late = new SupplierJwtDecoder(() -> verifier(further));
    return token -> {
      refuseOthers(token);
      try {
        return late.decode(token);
      } catch (JwtDecoderInitializationException unreached) {
        throw new JwtException("the issuer %s cannot be reached".formatted(issuer), unreached);
      }
    };
  }

  /** The issuer is not asked about what does not even claim to be its own. */
  private void refuseOthers(String token) {
    try {
      if (JWTParser.parse(token) instanceof SignedJWT signed
          && issuer.equals(signed.getJWTClaimsSet().getIssuer())) {
        return;
      }
    } catch (ParseException none) {
      throw new BadJwtException("no JWT", none);
    }
    throw new BadJwtException("a JWT of somebody else");
  }

  private JwtDecoder verifier(OAuth2TokenValidator<Jwt> further) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withIssuerLocation(issuer)
            .jwsAlgorithms(taken -> taken.addAll(Arrays.asList(SignatureAlgorithm.values())))
            .build();
    JwtTimestampValidator inTime = new JwtTimestampValidator();
    inTime.setAllowEmptyExpiryClaim(false);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(inTime, new JwtIssuerValidator(issuer), further));
    return decoder;
  }

  private AbstractAuthenticationToken authentication(Jwt token) {
    String principal = principal(token.getClaims());
    return new JwtAuthenticationToken(token, List.of(role(token.getClaims())), principal);
  }

  /** Whom the claims name; fails where that is nobody. */
  String principal(Map<String, Object> claims) {
    if (claims.get(settings.principalClaim()) instanceof String name
        && NAME.matcher(name).matches()
        && Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
      String principal = home + "/" + name;
      if (principal.length() <= LONGEST) {
        return principal;
      }
    }
    throw new InvalidBearerTokenException("the token names no principal");
  }

  private static String home(String issuer) {
    return issuer.replaceFirst("^[a-z]+://", "").replaceFirst("/$", "");
  }

  /** What who has these claims may do. */
  AccessRole role(Map<String, Object> claims) {
    Object given = claims.get(settings.rolesClaim());
    boolean records =
        given instanceof Collection<?> roles
            ? roles.contains(RECORDER)
            : given instanceof String words && List.of(words.split(" ")).contains(RECORDER);
    return records ? AccessRole.RECORDER : AccessRole.AUDITOR;
  }
}
