package org.chancery.app.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chancery.journal.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ledger keeps what it holds.
 *
 * @param data the folder of the embedded databases and the tokens
 * @param zone whose day is today where no day is asked for; nothing that is recorded depends on it
 * @param reads who may read
 * @param oidc whose tokens are taken beside those of the data folder
 * @param hosts the names by which the ledger answers, beside those of this machine and the one that
 *     it listens on
 * @param bodyWait how long is waited for a body; a second more for each kilobyte that comes
 * @param nodes how many servers record in the journal at once
 * @param role which part of the work this server does; any but {@code all} means {@code many}
 * @param node by what name this server is told from the others; {@link #nodeName}
 * @param peer whose read models this server begins with
 * @param journal the journal's database
 * @param views the read models' database
 * @param seal how the journal is sealed
 * @param witness who is asked to cosign the checkpoints
 */
@ConfigurationProperties("chancery")
public record LedgerProperties(
    @DefaultValue("data") Path data,
    @DefaultValue("UTC") ZoneId zone,
    @DefaultValue("open") Reads reads,
    @DefaultValue Oidc oidc,
    @DefaultValue List<String> hosts,
    @DefaultValue("30s") Duration bodyWait,
    @DefaultValue("one") Nodes nodes,
    @DefaultValue("all") Role role,
    @Nullable String node,
    @DefaultValue Peer peer,
    @DefaultValue Store journal,
    @DefaultValue Store views,
    @DefaultValue Sealing seal,
    @DefaultValue Cosigner witness) {
  private static final String NODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";
  private static final String UNNAMED = "unnamed";

  public LedgerProperties {
    if (node != null && !node.matches(NODE)) {
      throw new UsageException(
          "chancery.node is a name of at most 63 letters, digits and . _ -, and begins with a"
              + " letter or digit");
    }
    if (role != Role.ALL && !PostgresLink.isTo(String.valueOf(journal.url()))) {
      throw new UsageException(
          "chancery.role=%s needs a journal on PostgreSQL: on H2 one server does all"
              .formatted(role.name().toLowerCase(Locale.ROOT)));
    }
    nodes = role == Role.ALL ? nodes : Nodes.MANY;
    if (peer.url() != null && nodes == Nodes.ONE) {
      throw new UsageException("chancery.peer.url needs chancery.nodes=many: it is of another one");
    }
  }

  /** True where this server may seal what is recorded. */
  boolean seals() {
    return seal.enabled() && role.records();
  }

  /**
   * By what name this server is told from the others: as set, or else as its machine where there
   * are several. Empty for one alone, of which nobody asks which it was.
   */
  public Optional<String> nodeName() {
    return node != null
        ? Optional.of(node)
        : nodes == Nodes.MANY ? Optional.of(machine()) : Optional.empty();
  }

  private static String machine() {
    try {
      String host = String.valueOf(System.getenv("HOSTNAME"));
      String name = host.matches(NODE) ? host : InetAddress.getLocalHost().getHostName();
      return name.matches(NODE) ? name : UNNAMED;
    } catch (UnknownHostException nameless) {
      return UNNAMED;
    }
  }

  /** Who may read. */
  public enum Reads {
    /** Everyone who reaches the server; allowed on loopback alone. */
    OPEN,
    /** Who holds a token. */
    TOKEN
  }

  /** How many servers record in the journal at once. */
  public enum Nodes {
    /** One, and no other is let in. */
    ONE,
    /** Any number, each with read models of its own; on PostgreSQL alone, and all say so. */
    MANY
  }

  /** Which part of the ledger's work a server does. */
  public enum Role {
    /** All of it. */
    ALL(true, true),
    /** Takes commands, seals, and answers of the journal itself; it keeps no read models. */
    COMMAND(true, false),
    /** Answers questions; it takes no commands, and seals nothing. */
    QUERY(false, true);

    private final boolean records;
    private final boolean answers;

    Role(boolean records, boolean answers) {
      this.records = records;
      this.answers = answers;
    }

    /** True where it takes commands. */
    public boolean records() {
      return records;
    }

    /** True where it keeps read models. */
    public boolean answers() {
      return answers;
    }
  }

  /**
   * An OpenID Connect issuer, whose JWTs are tokens too.
   *
   * @param issuer its address, as its tokens name it; none is trusted where left out
   * @param audience by what name its tokens must be meant for this ledger; goes with the issuer
   * @param principalClaim the claim that names the principal; one that is never given to another
   * @param rolesClaim the claim that lists roles; {@code recorder} records, all else reads
   * @param clientId by what name the issuer knows this ledger, so that people sign in there; they
   *     do not where left out
   * @param clientSecret by which the ledger shows the issuer that it is this client; one that has
   *     none shows its code verifier alone
   * @param scopes what is asked of the issuer, {@code openid} among them
   */
  public record Oidc(
      @Nullable String issuer,
      @Nullable String audience,
      @DefaultValue("sub") String principalClaim,
      @DefaultValue("roles") String rolesClaim,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @DefaultValue("openid") Set<String> scopes) {

    public Oidc {
      if (clientId != null && !scopes.contains("openid")) {
        throw new UsageException("chancery.oidc.scopes must name openid");
      }
    }

    /** Without the secret, for whatever shows settings. */
    @Override
    public String toString() {
      return "Oidc[issuer=%s, audience=%s, clientId=%s]".formatted(issuer, audience, clientId);
    }
  }

  /**
   * A server of the same ledger, which has read models.
   *
   * @param url its address; where left out, read models are made of the journal
   * @param token of a recorder there; where left out that of the data folder, for servers that
   *     share a journal share the tokens
   */
  public record Peer(@Nullable URI url, @Nullable String token) {}

  /**
   * A database.
   *
   * @param url JDBC; an H2 file in the data folder where left out
   * @param connections of its pool, at most; 20 on PostgreSQL and 32 on H2 where left out
   * @param durable false acknowledges entries that are not on the disk yet; for tests alone
   */
  public record Store(
      @Nullable String url,
      @DefaultValue("sa") String user,
      @DefaultValue("") String password,
      @DefaultValue("true") boolean durable,
      @Nullable Integer connections) {
    private static final int EMBEDDED = 32;

    /** Two ledgers with both databases on one server leave some of PostgreSQL's 100 to others. */
    private static final int SHARED = 20;

    /** How many connections its pool has at most. */
    int connectionsTo(String address) {
      return connections != null ? connections : PostgresLink.isTo(address) ? SHARED : EMBEDDED;
    }

    String urlOr(Path data, String name) {
      return url == null ? Database.fileUrl(data.resolve(name)) : url;
    }
  }

  /**
   * How the journal is sealed.
   *
   * @param enabled false where another process with the same database does
   * @param origin the log's name; made up at the first start where left out
   * @param keys the folder of the log's keys; in the data folder where left out
   */
  public record Sealing(
      @DefaultValue("true") boolean enabled, @Nullable String origin, @Nullable Path keys) {

    public Path keysOr(Path data) {
      return keys == null ? data.resolve("keys") : keys;
    }
  }

  /**
   * A witness.
   *
   * @param url what its {@code /add-checkpoint} follows; nobody is asked where left out
   * @param key its verifier key
   */
  public record Cosigner(@Nullable String url, @Nullable String key) {}
}
