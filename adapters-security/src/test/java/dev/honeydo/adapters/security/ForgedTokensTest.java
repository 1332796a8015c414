package dev.honeydo.adapters.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.AccessTokens;
import dev.honeydo.domain.auth.AccessToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must never be believed, each case one step away from a token that is. */
final class ForgedTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-20T20:07:03.120Z");
  private static final long SECOND = NOW.getEpochSecond();
  private static final SigningKey KEY =
      SigningKey.parse("a key that the tests use, 32 bytes or more");
  private static final SigningKey OTHER =
      SigningKey.parse("a key that somebody else uses, 32 bytes");
  private static final TokenDraft GENUINE = TokenDraft.genuine(KEY, NOW);
  private static final String TOKEN = GENUINE.signed(KEY);

  private final AccessTokens tokens =
      new JwtAccessTokens(new KeyRing(SigningKeys.of(KEY)), "honeydo", InstantSource.fixed(NOW));

  @Test
  void theTokenThatTheCasesStartFromIsGenuine() {
    assertThat(read(TOKEN)).isInstanceOf(AccessTokens.Genuine.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"algorithms", "headers", "claims", "times", "epochs", "ids", "json", "wire"})
  void isForged(String name, String token) {
    assertThat(read(token)).as(name).isEqualTo(new AccessTokens.Forged());
  }

  private AccessTokens.Reading read(String token) {
    return tokens.read(new AccessToken(token));
  }

  static Stream<Arguments> algorithms() {
    Cases cases = new Cases();
    TokenDraft none = GENUINE.header("alg", "\"none\"");
    cases.add("alg none, no signature", withoutSignature(none.signed(KEY)));
    cases.add(
        "alg none, no signature and no dot",
        withoutSignature(none.signed(KEY)).replaceAll("\\.$", ""));
    cases.add("alg none, our signature", none.signed(KEY));
    cases.add("alg nOnE, our signature", GENUINE.header("alg", "\"nOnE\"").signed(KEY));
    cases.add("alg missing", GENUINE.withoutHeader("alg").signed(KEY));
    cases.add("alg null", GENUINE.header("alg", "null").signed(KEY));
    cases.add("alg in lower case", GENUINE.header("alg", "\"hs256\"").signed(KEY));
    cases.add("alg a list", GENUINE.header("alg", "[\"HS256\"]").signed(KEY));
    cases.add("alg HS384, signed so", signed(GENUINE.header("alg", "\"HS384\""), "HmacSHA384"));
    cases.add("alg HS512, signed so", signed(GENUINE.header("alg", "\"HS512\""), "HmacSHA512"));
    cases.add("alg HS256, signed by HS512", signed(GENUINE, "HmacSHA512"));
    cases.add("alg RS256, HMAC by our key", GENUINE.header("alg", "\"RS256\"").signed(KEY));
    cases.add("alg ES256, HMAC by our key", GENUINE.header("alg", "\"ES256\"").signed(KEY));
    cases.add(
        "key is the public kid",
        TokenDraft.signed(
            GENUINE.headerJson(), GENUINE.payloadJson(), KEY.id().getBytes(UTF_8), "HmacSHA256"));
    cases.add(
        "key is one zero byte",
        TokenDraft.signed(GENUINE.headerJson(), GENUINE.payloadJson(), new byte[1], "HmacSHA256"));
    return cases.all();
  }

  static Stream<Arguments> headers() {
    Cases cases = new Cases();
    cases.add("typ missing", GENUINE.withoutHeader("typ").signed(KEY));
    cases.add("typ null", GENUINE.header("typ", "null").signed(KEY));
    cases.add("typ JWT", GENUINE.header("typ", "\"JWT\"").signed(KEY));
    cases.add("typ of a refresh token", GENUINE.header("typ", "\"rt+jwt\"").signed(KEY));
    cases.add("typ in upper case", GENUINE.header("typ", "\"AT+JWT\"").signed(KEY));
    cases.add("typ a number", GENUINE.header("typ", "1").signed(KEY));
    cases.add("kid missing", GENUINE.withoutHeader("kid").signed(KEY));
    cases.add("kid null", GENUINE.header("kid", "null").signed(KEY));
    cases.add("kid empty", GENUINE.header("kid", "\"\"").signed(KEY));
    cases.add(
        "kid unknown, signed by us", GENUINE.header("kid", "\"0123456789abcdef\"").signed(KEY));
    cases.add("kid of another key, signed by it", TokenDraft.genuine(OTHER, NOW).signed(OTHER));
    cases.add("kid ours, signed by another key", GENUINE.signed(OTHER));
    cases.add("kid a path", GENUINE.header("kid", "\"../../../../dev/null\"").signed(KEY));
    cases.add(
        "kid a path to an empty key",
        TokenDraft.signed(
            GENUINE.header("kid", "\"../../../../dev/null\"").headerJson(),
            GENUINE.payloadJson(),
            new byte[1],
            "HmacSHA256"));
    cases.add("kid an injection", GENUINE.header("kid", "\"x' UNION SELECT 'a\"").signed(KEY));
    cases.add("crit", GENUINE.header("crit", "[\"exp\"]").header("exp", "1").signed(KEY));
    cases.add("crit empty", GENUINE.header("crit", "[]").signed(KEY));
    cases.add("b64 false", GENUINE.header("b64", "false").header("crit", "[\"b64\"]").signed(KEY));
    cases.add("b64 alone", GENUINE.header("b64", "true").signed(KEY));
    cases.add("jku", GENUINE.header("jku", "\"https://evil.example/keys\"").signed(KEY));
    cases.add("x5u", GENUINE.header("x5u", "\"https://evil.example/cert\"").signed(KEY));
    cases.add("x5c", GENUINE.header("x5c", "[\"MIIB\"]").signed(KEY));
    cases.add("jwk, signed by what it holds", GENUINE.header("jwk", jwk(OTHER)).signed(OTHER));
    cases.add("jwk, signed by us", GENUINE.header("jwk", jwk(KEY)).signed(KEY));
    cases.add("cty JWT", GENUINE.header("cty", "\"JWT\"").signed(KEY));
    cases.add("zip DEF", GENUINE.header("zip", "\"DEF\"").signed(KEY));
    return cases.all();
  }

  static Stream<Arguments> claims() {
    Cases cases = new Cases();
    for (String name : GENUINE.payload().keySet()) {
      cases.add(name + " missing", GENUINE.withoutClaim(name).signed(KEY));
      cases.add(name + " null", GENUINE.claim(name, "null").signed(KEY));
      cases.add(name + " a boolean", GENUINE.claim(name, "true").signed(KEY));
      cases.add(name + " an object", GENUINE.claim(name, "{}").signed(KEY));
      cases.add(name + " empty", GENUINE.claim(name, "\"\"").signed(KEY));
    }
    cases.add("iss another", GENUINE.claim("iss", "\"honeydont\"").signed(KEY));
    cases.add("iss in upper case", GENUINE.claim("iss", "\"Honeydo\"").signed(KEY));
    cases.add("iss a list", GENUINE.claim("iss", "[\"honeydo\"]").signed(KEY));
    cases.add("aud another", GENUINE.claim("aud", "\"honeydo-admin\"").signed(KEY));
    cases.add("aud a list of ours", GENUINE.claim("aud", "[\"honeydo-api\"]").signed(KEY));
    cases.add(
        "aud a list with ours", GENUINE.claim("aud", "[\"other\",\"honeydo-api\"]").signed(KEY));
    cases.add("aud an empty list", GENUINE.claim("aud", "[]").signed(KEY));
    return cases.all();
  }

  static Stream<Arguments> times() {
    Cases cases = new Cases();
    cases.add("exp a string", GENUINE.claim("exp", "\"" + (SECOND + 900) + "\"").signed(KEY));
    cases.add("exp a date", GENUINE.claim("exp", "\"2026-11-20T20:22:03Z\"").signed(KEY));
    cases.add("exp a fraction", GENUINE.claim("exp", (SECOND + 900) + ".5").signed(KEY));
    cases.add("exp not a number", GENUINE.claim("exp", "NaN").signed(KEY));
    cases.add("exp beyond all instants", GENUINE.claim("exp", "" + Long.MAX_VALUE).signed(KEY));
    cases.add("exp beyond all longs", GENUINE.claim("exp", "9".repeat(30)).signed(KEY));
    cases.add("exp of 2000 digits", GENUINE.claim("exp", "9".repeat(2000)).signed(KEY));
    cases.add("exp 1e400", GENUINE.claim("exp", "1e400").signed(KEY));
    cases.add("exp 1e999999999", GENUINE.claim("exp", "1e999999999").signed(KEY));
    cases.add("exp negative", GENUINE.claim("exp", "-1").signed(KEY));
    cases.add("exp is iat", GENUINE.claim("exp", "" + SECOND).signed(KEY));
    cases.add("exp before iat", GENUINE.claim("exp", "" + (SECOND - 1)).signed(KEY));
    cases.add("good for 30 min and 1 s", GENUINE.claim("exp", "" + (SECOND + 1801)).signed(KEY));
    cases.add("good for a year", GENUINE.claim("exp", "" + (SECOND + 31_536_000)).signed(KEY));
    cases.add(
        "long ago and good for a year",
        GENUINE.claim("iat", "" + (SECOND - 31_536_000)).signed(KEY));
    cases.add("iat in milliseconds", GENUINE.claim("iat", "" + NOW.toEpochMilli()).signed(KEY));
    cases.add("iat a string", GENUINE.claim("iat", "\"" + SECOND + "\"").signed(KEY));
    cases.add("iat below all instants", GENUINE.claim("iat", "" + Long.MIN_VALUE).signed(KEY));
    cases.add("iat 31 s ahead", GENUINE.claim("iat", "" + (SECOND + 31)).signed(KEY));
    cases.add("nbf 31 s ahead", GENUINE.claim("nbf", "" + (SECOND + 31)).signed(KEY));
    cases.add("nbf a string", GENUINE.claim("nbf", "\"" + SECOND + "\"").signed(KEY));
    cases.add("nbf null", GENUINE.claim("nbf", "null").signed(KEY));
    TokenDraft expired = GENUINE.claim("iat", "" + (SECOND - 900)).claim("exp", "" + (SECOND - 1));
    cases.add("expired, and another key's", expired.signed(OTHER));
    cases.add("expired, and of another audience", expired.claim("aud", "\"x\"").signed(KEY));
    cases.add("expired, and of no session", expired.withoutClaim("sid").signed(KEY));
    cases.add("expired, and of another type", expired.header("typ", "\"JWT\"").signed(KEY));
    return cases.all();
  }

  static Stream<Arguments> epochs() {
    Cases cases = new Cases();
    cases.add("ep negative", GENUINE.claim("ep", "-1").signed(KEY));
    cases.add("ep a fraction", GENUINE.claim("ep", "3.5").signed(KEY));
    cases.add("ep a string", GENUINE.claim("ep", "\"3\"").signed(KEY));
    cases.add("ep a list", GENUINE.claim("ep", "[3]").signed(KEY));
    cases.add("ep beyond all longs", GENUINE.claim("ep", "9223372036854775808").signed(KEY));
    cases.add("ep 1e400", GENUINE.claim("ep", "1e400").signed(KEY));
    cases.add("ep not a number", GENUINE.claim("ep", "NaN").signed(KEY));
    return cases.all();
  }

  static Stream<Arguments> ids() {
    Cases cases = new Cases();
    String id = "0193a5b0-0000-7000-8000-00000000000a";
    for (String name : new String[] {"sub", "sid", "jti"}) {
      cases.add(name + " a word", GENUINE.claim(name, "\"admin\"").signed(KEY));
      cases.add(name + " a number", GENUINE.claim(name, "1").signed(KEY));
      cases.add(name + " a list", GENUINE.claim(name, "[\"" + id + "\"]").signed(KEY));
      cases.add(
          name + " in upper case",
          GENUINE.claim(name, "\"" + id.replace('a', 'A') + "\"").signed(KEY));
      cases.add(
          name + " without hyphens",
          GENUINE.claim(name, "\"" + id.replace("-", "") + "\"").signed(KEY));
      cases.add(name + " shortened", GENUINE.claim(name, "\"1-1-1-1-1\"").signed(KEY));
      cases.add(name + " with a space", GENUINE.claim(name, "\"" + id + " \"").signed(KEY));
      cases.add(name + " in braces", GENUINE.claim(name, "\"{" + id + "}\"").signed(KEY));
    }
    return cases.all();
  }

  static Stream<Arguments> json() {
    Cases cases = new Cases();
    String header = GENUINE.headerJson();
    String payload = GENUINE.payloadJson();
    cases.add("alg twice", payloadOf(unclosed(header) + ",\"alg\":\"HS256\"}", payload));
    cases.add("alg none, then ours", payloadOf(header.replace("{", "{\"alg\":\"none\","), payload));
    cases.add("kid twice", payloadOf(unclosed(header) + ",\"kid\":\"" + KEY.id() + "\"}", payload));
    cases.add(
        "sub twice",
        payloadOf(header, unclosed(payload) + ",\"sub\":" + GENUINE.payload().get("sub") + "}"));
    cases.add("exp twice", payloadOf(header, payload.replace("{", "{\"exp\":1,")));
    cases.add(
        "exp twice, one escaped", payloadOf(header, payload.replace("{", "{\"\\u0065xp\":1,")));
    cases.add(
        "a name twice further in",
        payloadOf(header, unclosed(payload) + ",\"x\":{\"a\":1,\"a\":2}}"));
    cases.add("text after the header", payloadOf(header + "x", payload));
    cases.add("an object after the header", payloadOf(header + "{}", payload));
    cases.add("text after the payload", payloadOf(header, payload + " x"));
    cases.add("an object after the payload", payloadOf(header, payload + "{}"));
    cases.add("payload not closed", payloadOf(header, unclosed(payload)));
    cases.add("payload with a trailing comma", payloadOf(header, unclosed(payload) + ",}"));
    cases.add("payload with a comment", payloadOf(header, unclosed(payload) + "/* */}"));
    cases.add("payload in single quotes", payloadOf(header, payload.replace('"', '\'')));
    cases.add("payload a list", payloadOf(header, "[" + payload + "]"));
    cases.add("payload a string", payloadOf(header, "\"" + payload.replace("\"", "\\\"") + "\""));
    cases.add("payload null", payloadOf(header, "null"));
    cases.add("payload a number", payloadOf(header, "1"));
    cases.add("payload empty object", payloadOf(header, "{}"));
    cases.add("payload blank", payloadOf(header, " "));
    cases.add("payload with a byte order mark", payloadOf(header, "\uFEFF" + payload));
    cases.add(
        "payload nested deeply",
        payloadOf(
            header, unclosed(payload) + ",\"x\":" + "[".repeat(2500) + "]".repeat(2500) + "}"));
    cases.add("header a list", payloadOf("[]", payload));
    cases.add("header null", payloadOf("null", payload));
    cases.add("header blank", payloadOf(" ", payload));
    return cases.all();
  }

  static Stream<Arguments> wire() {
    Cases cases = new Cases();
    String[] parts = TOKEN.split("\\.", -1);
    String unsigned = parts[0] + "." + parts[1] + ".";
    cases.add("nothing", "");
    cases.add("a word", "token");
    cases.add("a dot", ".");
    cases.add("two dots", "..");
    cases.add("two dots and a signature", ".." + parts[2]);
    cases.add("header missing", "." + parts[1] + "." + parts[2]);
    cases.add("payload missing", parts[0] + ".." + parts[2]);
    cases.add("signature missing", unsigned);
    cases.add("signature all zero", unsigned + "A".repeat(43));
    cases.add(
        "signature of another token",
        unsigned + GENUINE.claim("x", "1").signed(KEY).split("\\.", -1)[2]);
    cases.add("signature, last byte off", unsigned + changed(parts[2]));
    cases.add("signature with its spare bits set", unsigned + respelt(parts[2]));
    cases.add("signature truncated", TOKEN.substring(0, TOKEN.length() - 1));
    cases.add("signature half", unsigned + parts[2].substring(0, 22));
    cases.add("signature padded", TOKEN + "=");
    cases.add("signature in standard Base64", unsigned + standardBase64(parts[2]));
    cases.add("header padded", parts[0] + "=." + parts[1] + "." + parts[2]);
    cases.add(
        "another payload, same signature",
        parts[0]
            + "."
            + TokenDraft.base64url(
                GENUINE
                    .claim("sub", "\"0193a5b0-0000-7000-8000-0000000000ff\"")
                    .payloadJson()
                    .getBytes(UTF_8))
            + "."
            + parts[2]);
    cases.add("a fourth part", TOKEN + "." + parts[2]);
    cases.add("a trailing dot", TOKEN + ".");
    cases.add("five parts, as encrypted ones have", TOKEN + "." + parts[1] + "." + parts[2]);
    cases.add("a line break after", TOKEN + "\n");
    cases.add("a space before", " " + TOKEN);
    cases.add("a line break within", parts[0] + ".\n" + parts[1] + "." + parts[2]);
    cases.add("a zero byte after", TOKEN + "\0");
    cases.add("with its scheme", "Bearer " + TOKEN);
    cases.add("in quotes", "\"" + TOKEN + "\"");
    cases.add("full-width letters", TOKEN.replace('e', '\uFF45'));
    cases.add("an unpaired surrogate", "\uD800" + TOKEN.substring(1));
    cases.add(
        "genuine but for 8 KiB of more claims",
        GENUINE.claim("x", "\"" + "x".repeat(8192) + "\"").signed(KEY));
    cases.add("1 MB of letters", "a".repeat(1 << 20));
    cases.add("1 MB of dots", ".".repeat(1 << 20));
    cases.add(
        "1 MB with our signature",
        GENUINE.claim("x", "\"" + "x".repeat(1 << 20) + "\"").signed(KEY));
    return cases.all();
  }

  private static String signed(TokenDraft draft, String algorithm) {
    return TokenDraft.signed(draft.headerJson(), draft.payloadJson(), KEY.bytes(), algorithm);
  }

  private static String payloadOf(String header, String payload) {
    return TokenDraft.signed(header, payload, KEY);
  }

  private static String withoutSignature(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private static String unclosed(String json) {
    return json.substring(0, json.length() - 1);
  }

  private static String jwk(SigningKey key) {
    return "{\"kty\":\"oct\",\"k\":\"" + TokenDraft.base64url(key.bytes()) + "\"}";
  }

  private static String changed(String signature) {
    byte[] bytes = Base64.getUrlDecoder().decode(signature);
    bytes[bytes.length - 1] ^= 1;
    return TokenDraft.base64url(bytes);
  }

  /** The same bytes in another spelling: the last character carries two bits that mean nothing. */
  private static String respelt(String signature) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(signature.charAt(42));
    String other = signature.substring(0, 42) + alphabet.charAt(last ^ 1);
    assertThat(Base64.getUrlDecoder().decode(other))
        .isEqualTo(Base64.getUrlDecoder().decode(signature));
    return other;
  }

  private static String standardBase64(String signature) {
    String standard = signature.replace('-', '+').replace('_', '/');
    assertThat(standard).as("a signature in which the alphabets differ").isNotEqualTo(signature);
    return standard;
  }

  private static final class Cases {
    private final Map<String, String> tokens = new LinkedHashMap<>();

    void add(String name, String token) {
      assertThat(token).as(name).isNotEqualTo(TOKEN);
      assertThat(tokens.put(name, token)).as("names are used once").isNull();
    }

    Stream<Arguments> all() {
      return tokens.entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
    }
  }
}
