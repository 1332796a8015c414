package dev.honeydo.adapters.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token that is put together by hand, without the library under test: names and raw JSON values,
 * of which a test changes the one that matters.
 */
record TokenDraft(Map<String, String> header, Map<String, String> payload) {

  /** A token that {@code key} would make at {@code now}, good for 15 minutes. */
  static TokenDraft genuine(SigningKey key, Instant now) {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("kid", "\"" + key.id() + "\"");
    header.put("typ", "\"at+jwt\"");
    header.put("alg", "\"HS256\"");
    Map<String, String> payload = new LinkedHashMap<>();
    payload.put("iss", "\"honeydo\"");
    payload.put("aud", "\"honeydo-api\"");
    payload.put("sub", "\"0193a5b0-0000-7000-8000-000000000001\"");
    payload.put("sid", "\"0193a5b0-0000-7000-8000-000000000002\"");
    payload.put("ep", "3");
    payload.put("jti", "\"0193a5b0-0000-7000-8000-000000000003\"");
    payload.put("iat", "" + now.getEpochSecond());
    payload.put("exp", "" + (now.getEpochSecond() + 900));
    return new TokenDraft(header, payload);
  }

  TokenDraft header(String name, String json) {
    return new TokenDraft(with(header, name, json), payload);
  }

  TokenDraft withoutHeader(String name) {
    return new TokenDraft(without(header, name), payload);
  }

  TokenDraft claim(String name, String json) {
    return new TokenDraft(header, with(payload, name, json));
  }

  TokenDraft withoutClaim(String name) {
    return new TokenDraft(header, without(payload, name));
  }

  String headerJson() {
    return json(header);
  }

  String payloadJson() {
    return json(payload);
  }

  String signed(SigningKey key) {
    return signed(headerJson(), payloadJson(), key);
  }

  static String signed(String header, String payload, SigningKey key) {
    return signed(header, payload, key.bytes(), "HmacSHA256");
  }

  static String signed(String header, String payload, byte[] key, String algorithm) {
    String content = base64url(header.getBytes(UTF_8)) + "." + base64url(payload.getBytes(UTF_8));
    return content + "." + base64url(mac(content, key, algorithm));
  }

  static byte[] mac(String content, byte[] key, String algorithm) {
    return mac(content.getBytes(UTF_8), key, algorithm);
  }

  static byte[] mac(byte[] content, byte[] key, String algorithm) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String json(Map<String, String> members) {
    return members.entrySet().stream()
        .map(it -> "\"" + it.getKey() + "\":" + it.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Map<String, String> with(Map<String, String> all, String name, String json) {
    Map<String, String> copy = new LinkedHashMap<>(all);
    copy.put(name, json);
    return copy;
  }

  private static Map<String, String> without(Map<String, String> all, String name) {
    Map<String, String> copy = new LinkedHashMap<>(all);
    copy.remove(name);
    return copy;
  }
}
