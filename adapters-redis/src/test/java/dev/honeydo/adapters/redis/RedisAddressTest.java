package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis://localhost | redis://localhost:6379",
        "redis://localhost:7000/3 | redis://localhost:7000",
        "rediss://:s3cret@redis.example.org | rediss://***:***@redis.example.org:6379",
        "redis://ada:s3cret@[::1]:7000?timeout=1s | redis://***:***@[::1]:7000",
        "redis-sentinel://s3cret@a:1,b:2/0#main | redis-sentinel://***:***@a:1,b:2",
        "redis-sentinel://a#main | redis-sentinel://a:26379",
        "redis://a:1,b:2 | redis://a:1,b:2",
        "rediss://ada:s3cret@a:1,b:2,c | rediss://***:***@a:1,b:2,c:6379",
        "redis://a:1,redis://b:2 | redis://a:1,b:2",
        "redis-cluster://a:1 | redis://a:1",
        "rediss-cluster://:s3cret@a:1 | rediss://***:***@a:1",
      })
  void whatIsShownOfItHasNoSecrets(String url, String shown) {
    assertThat(RedisAddress.parse(url).masked()).isEqualTo(shown);
  }

  @Test
  void credentialsAndTlsOfTheFirstNodeHoldForAll() {
    var cluster = (RedisAddress.Cluster) RedisAddress.parse("rediss://ada:s3cret@a:1,b:2");
    assertThat(cluster.seeds()).hasSize(2).allMatch(RedisURI::isSsl);
    assertThat(cluster.seeds())
        .allSatisfy(it -> assertThat(it).asString().startsWith("rediss://ada:***"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:6379",
        "http://s3cret@localhost",
        "redis://",
        "redis://:s3cret%@localhost",
        "redis-sentinel://s3cret@a:1,b:2",
        "redis://:s3cret@a:1/4,b:2",
        "redis-cluster://:s3cret@a:1/4",
      })
  void whatIsNoneIsRefusedWithoutRepeatingIt(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisAddress.parse(url))
        .satisfies(it -> assertThat(it.getMessage()).doesNotContain("s3cret"))
        .withNoCause();
  }
}
