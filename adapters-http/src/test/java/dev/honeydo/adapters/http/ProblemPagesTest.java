package dev.honeydo.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.honeydo.adapters.http.problem.ProblemType;
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
    assertThat(page.header("Vary")).isEqualTo("Accept");
    assertThat(page.body())
        .contains("<h1>" + type.title() + "</h1>", type.code(), type.remedy().split("<", 2)[0])
        .doesNotContain("<script", "http://", "https://", "Bearer <token>");
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeHasAPageForPrograms(ProblemType type) {
    Client.Reply page = client.with("Accept", "application/json").get(type.uri()).expect(200);
    assertThat(page.header("Content-Type")).isEqualTo("application/json");
    assertThat(page.header("Vary")).isEqualTo("Accept");
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
        "image/png | text/html;charset=utf-8",
        "nonsense | text/html;charset=utf-8"
      })
  void acceptChoosesAndNeverRefuses(String accept, String type) {
    Client.Reply page = client.with("Accept", accept).get("/problems/not-found").expect(200);
    assertThat(page.header("Content-Type")).isEqualTo(type);
  }

  @Test
  void aPageThatIsNotThereIsAProblemItself() {
    client.get("/problems/nothing").expect(404, "not_found");
  }
}
