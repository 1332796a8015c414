package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.honeydo.adapters.http.problem.ProblemType;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemPagesTest {
  private final TestServer server = TestServer.start();
  private final Client client = server.client();

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyCodeOfTheContractIsThereWithItsStatus() {
    List<String> codes = new ArrayList<>();
    for (ProblemType type : ProblemType.values()) {
      codes.add(type.code() + " " + type.status());
    }
    assertThat(codes)
        .containsExactlyInAnyOrder(
            "malformed_request 400",
            "ambiguous_credentials 400",
            "invalid_cursor 400",
            "idempotency_key_invalid 400",
            "unknown_parameter 400",
            "invalid_parameter 400",
            "missing_parameter 400",
            "authentication_required 401",
            "invalid_credentials 401",
            "token_invalid 401",
            "token_expired 401",
            "token_revoked 401",
            "session_expired 401",
            "refresh_token_reused 401",
            "forbidden 403",
            "cross_site_request 403",
            "wrong_password 403",
            "account_disabled 403",
            "not_found 404",
            "method_not_allowed 405",
            "email_taken 409",
            "idempotency_in_progress 409",
            "cursor_expired 410",
            "version_mismatch 412",
            "payload_too_large 413",
            "unsupported_media_type 415",
            "validation_failed 422",
            "idempotency_key_reused 422",
            "precondition_required 428",
            "rate_limited 429",
            "headers_too_large 431",
            "internal_error 500",
            "dependency_unavailable 503",
            "overloaded 503");
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeHasAPageForPeople(ProblemType type) {
    Client.Reply page = client.with("Accept", "text/html,*/*;q=0.8").get(type.uri()).expect(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe", "http");
    assertThat(page.header("Vary")).startsWith("Accept, Origin");
    assertThat(page.body())
        .contains("<h1>" + type.title() + "</h1>", type.code(), type.remedy().split("<", 2)[0])
        .doesNotContain("<script", "http://", "https://", "Bearer <token>");
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeHasAPageForPrograms(ProblemType type) {
    Client.Reply page = client.with("Accept", "application/json").get(type.uri()).expect(200);
    assertThat(page.header("Content-Type")).isEqualTo("application/json");
    assertThat(page.header("Vary")).startsWith("Accept, Origin");
    JsonNode json = page.json();
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly("type", "title", "status", "code", "cause", "remedy", "example");
    assertThat(json.get("type").textValue()).isEqualTo(type.uri());
    assertThat(json.get("code").textValue()).isEqualTo(type.code());
    assertThat(type.uri()).isEqualTo("/problems/" + type.code().replace('_', '-'));
    assertThat(json.get("status").intValue()).isEqualTo(type.status());
    assertThat(json.get("example").get("code").textValue()).isEqualTo(type.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | text/html;charset=utf-8",
        "application/json, text/plain, */* | application/json",
        "APPLICATION/JSON | application/json",
        "application/problem+json | application/json",
        "text/html, application/json;q=0.9 | text/html;charset=utf-8",
        "text/html;q=0.5, application/json;q=0.9 | application/json",
        "text/html, application/json | text/html;charset=utf-8",
        "application/json;q=0 | text/html;charset=utf-8",
        "application/json;q=x | text/html;charset=utf-8",
        "application/* | application/json",
        "application/*;q=0.2, text/html;q=0.1 | application/json",
        "text/html;q=0, */* | application/json",
        "text/*;q=0, */*;q=0.1 | application/json",
        "application/json;q=0, */* | text/html;charset=utf-8",
        "text/html;q=0.1, */*;q=0.9 | application/json",
        "application/*, text/html | text/html;charset=utf-8",
        "text/* | text/html;charset=utf-8",
        "application/xhtml+xml, application/json;q=0.9 | text/html;charset=utf-8",
        "application/json;q=NaN | text/html;charset=utf-8",
        "text/html;q=0.5, application/json;q=1e3 | text/html;charset=utf-8",
        "application/json;Q=0.5, text/html;q=0.4 | application/json",
        "text/html;q=0 | text/html;charset=utf-8",
        "image/png | text/html;charset=utf-8",
        "nonsense | text/html;charset=utf-8"
      })
  void acceptChoosesAndNeverRefuses(String accept, String type) {
    Client.Reply page = client.with("Accept", accept).get("/problems/not-found").expect(200);
    assertThat(page.header("Content-Type")).isEqualTo(type);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "MALFORMED_REQUEST",
        "AMBIGUOUS_CREDENTIALS",
        "INVALID_CURSOR",
        "IDEMPOTENCY_KEY_INVALID",
        "IDEMPOTENCY_KEY_REUSED",
        "MISSING_PARAMETER",
        "TOKEN_REVOKED",
        "SESSION_EXPIRED",
        "FORBIDDEN",
        "CROSS_SITE_REQUEST",
        "UNKNOWN_PARAMETER",
        "INVALID_PARAMETER",
        "AUTHENTICATION_REQUIRED",
        "INVALID_CREDENTIALS",
        "TOKEN_INVALID",
        "WRONG_PASSWORD",
        "NOT_FOUND",
        "METHOD_NOT_ALLOWED",
        "EMAIL_TAKEN",
        "VERSION_MISMATCH",
        "PAYLOAD_TOO_LARGE",
        "UNSUPPORTED_MEDIA_TYPE",
        "VALIDATION_FAILED",
        "HEADERS_TOO_LARGE"
      })
  void theExampleIsWhatReallyComes(ProblemType type) {
    JsonNode page = client.with("Accept", "application/json").get(type.uri()).json();
    ObjectNode example = (ObjectNode) page.get("example");
    String path = example.get("instance").textValue();
    ObjectNode real = (ObjectNode) provoked(type, path).expect(type.status()).json();
    example.remove("request_id");
    real.remove("request_id");
    if (type == ProblemType.VERSION_MISMATCH) {
      // There is no todo of the example's id here, nor one of its version.
      real.put("instance", path).put("current_version", 7);
    }
    assertThat(real).isEqualTo(example);
  }

  private Client.Reply provoked(ProblemType type, String path) {
    String email = Client.address();
    Client ada = client.registered(email);
    return switch (type) {
      case MALFORMED_REQUEST -> ada.post(path, "{");
      case AMBIGUOUS_CREDENTIALS -> ada.with("X-Session-ID", sessionOf(Client.address())).get(path);
      case IDEMPOTENCY_KEY_INVALID ->
          ada.with("Idempotency-Key", "short").post(path, "{\"heading\":\"a\"}");
      case IDEMPOTENCY_KEY_REUSED -> {
        Client keyed = ada.with("Idempotency-Key", "0123456789abcdef");
        keyed.post(path, "{\"heading\":\"a\"}").expect(201);
        yield keyed.post(path, "{\"heading\":\"b\"}");
      }
      case MISSING_PARAMETER -> ada.delete(path);
      case TOKEN_REVOKED -> {
        ada.send("POST", "/api/auth/logout").expect(204);
        yield ada.get(path);
      }
      case SESSION_EXPIRED -> client.with("X-Session-ID", "s1.unknown").get(path);
      case FORBIDDEN -> ada.get(path);
      case CROSS_SITE_REQUEST ->
          client
              .with("Cookie", "session_id=" + sessionOf(Client.address()))
              .post(path, "{\"heading\":\"a\"}");
      case INVALID_CURSOR -> ada.get(path + "?cursor=none");
      case UNKNOWN_PARAMETER -> ada.get(path + "?colour=red");
      case INVALID_PARAMETER -> ada.get(path + "?limit=0");
      case AUTHENTICATION_REQUIRED -> client.get(path);
      case INVALID_CREDENTIALS -> client.post(path, Client.credentials("nobody@example.org"));
      case TOKEN_INVALID -> client.bearer("x").get(path);
      case WRONG_PASSWORD -> ada.json("DELETE", path, "{\"current_password\":\"wrong\"}");
      case NOT_FOUND, METHOD_NOT_ALLOWED -> ada.get(path);
      case EMAIL_TAKEN -> client.post(path, Client.registration(email));
      case VERSION_MISMATCH ->
          ada.with("If-Match", "\"9\"")
              .delete(ada.post("/api/todos", "{\"heading\":\"a\"}").header("Location"));
      case PAYLOAD_TOO_LARGE -> ada.post(path, " ".repeat(70_000));
      case UNSUPPORTED_MEDIA_TYPE -> ada.send("POST", path, BodyPublishers.ofString("{}"));
      case VALIDATION_FAILED -> ada.post(path, "{}");
      case HEADERS_TOO_LARGE -> ada.with("X-Long", "a".repeat(9000)).get(path);
      default -> throw new IllegalArgumentException(type.name());
    };
  }

  private String sessionOf(String email) {
    return client.login(email).json().get("session_id").textValue();
  }

  @Test
  void aPageThatIsNotThereIsAProblemItself() {
    client.get("/problems/nothing").expect(404, "not_found");
  }
}
