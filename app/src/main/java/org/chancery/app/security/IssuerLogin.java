package org.chancery.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.chancery.app.config.LedgerProperties.Oidc;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.client.RestClient;

/**
 * Signing in at the issuer, by authorization code with PKCE (RFC 6749, RFC 7636; OpenID Connect
 * Core). Who comes back is named, and may do, what the claims of the ID token say, as those of a
 * JWT do. None of the issuer's tokens is kept.
 */
final class IssuerLogin implements ClientRegistrationRepository {
  static final String ISSUER = "issuer";
  static final String WITH = SignIn.PATH + "/with";
  static final String BEGIN = WITH + "/" + ISSUER;
  static final String BACK = SignIn.PATH + "/back";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final IssuedTokens issued;
  private final Oidc settings;
  private final LoginCookie cookie;
  private volatile @Nullable ClientRegistration registration;

  IssuerLogin(IssuedTokens issued, Oidc settings, Clock clock) {
    this.issued = issued;
    this.settings = settings;
    this.cookie = new LoginCookie(clock);
  }

  /** The issuer, as people know it: by its host. */
  String host() {
    return URI.create(Objects.requireNonNull(settings.issuer())).getHost();
  }

  /** Leads there. */
  OAuth2AuthorizationRequestRedirectFilter leading(AuthenticationFailureHandler failed) {
    var asking = new DefaultOAuth2AuthorizationRequestResolver(this, WITH);
    asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    var leading = new OAuth2AuthorizationRequestRedirectFilter(asking);
    leading.setAuthorizationRequestRepository(cookie);
    leading.setRequestCache(new NullRequestCache());
    leading.setAuthenticationFailureHandler(failed);
    return leading;
  }

  /** Takes who comes back. */
  AbstractAuthenticationProcessingFilter returning() {
    var provider = new OidcAuthorizationCodeAuthenticationProvider(tokens(), this::user);
    provider.setJwtDecoderFactory(client -> issued.decoder(new OidcIdTokenValidator(client)));
    var returning = new OAuth2LoginAuthenticationFilter(this, new Nothing(), BACK);
    returning.setAuthorizationRequestRepository(cookie);
    returning.setAuthenticationManager(new ProviderManager(provider));
    return returning;
  }

  /** Asks the issuer where its pages are once somebody signs in: a ledger starts without it. */
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!id.equals(ISSUER)) {
      return null;
    }
    ClientRegistration known = registration;
    if (known == null) {
      known = register();
      registration = known;
    }
    return known;
  }

  private ClientRegistration register() {
    ClientRegistration.Builder client =
        ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(settings.issuer()))
            .registrationId(ISSUER)
            .clientId(Objects.requireNonNull(settings.clientId()))
            .scope(settings.scopes())
            .redirectUri("{baseUrl}" + BACK);
    String secret = settings.clientSecret();
    return (secret == null
            ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            : client.clientSecret(secret))
        .build();
  }

  /** As the default one, but it does not wait for long. */
  private static RestClientAuthorizationCodeTokenResponseClient tokens() {
    var requests =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    requests.setReadTimeout(PATIENCE);
    var tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return tokens;
  }

  private OidcUser user(OidcUserRequest login) {
    OidcIdToken token = login.getIdToken();
    return new User(issued.role(token.getClaims()), token, issued.principal(token.getClaims()));
  }

  /** Who goes by the name that a JWT would give. */
  private static final class User extends DefaultOidcUser {
    private static final long serialVersionUID = 1L;
    private final String principal;

    User(AccessRole role, OidcIdToken token, String principal) {
      super(List.of(role), token);
      this.principal = principal;
    }

    @Override
    public String getName() {
      return principal;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof User user && user.principal.equals(principal) && super.equals(other);
    }

    @Override
    public int hashCode() {
      return principal.hashCode();
    }
  }

  /** Keeps no token: the ledger asks the issuer for nothing more. */
  private static final class Nothing implements OAuth2AuthorizedClientRepository {

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // so Spring has it
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String id, Authentication who, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {
      // not kept
    }

    @Override
    public void removeAuthorizedClient(
        String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {
      // never kept
    }
  }
}
