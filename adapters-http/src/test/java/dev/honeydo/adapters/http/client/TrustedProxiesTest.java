package dev.honeydo.adapters.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.limit.AddressBlock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private static final TrustedProxies NOBODY = new TrustedProxies(List.of());
  private static final TrustedProxies SOME =
      new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48", "::1"));

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2.3.4", "1.2.3.4, 10.0.0.1", "10.0.0.1", "garbage"})
  void withoutTrustTheConnectionAloneCounts(String forwarded) {
    assertThat(text(NOBODY, "203.0.113.9", forwarded)).isEqualTo("203.0.113.9");
    assertThat(text(SOME, "203.0.113.9", forwarded)).isEqualTo("203.0.113.9");
    assertThat(text(NOBODY, "10.0.0.1", forwarded)).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The last that a proxy of ours had it from, whatever stands before.
        "10.0.0.1     | 203.0.113.9                         | 203.0.113.9",
        "10.0.0.1     | 1.1.1.1, 203.0.113.9                | 203.0.113.9",
        "10.0.0.1     | 203.0.113.9, 10.9.9.9,192.0.2.7     | 203.0.113.9",
        "192.0.2.7    | 10.0.0.2, 203.0.113.9 , 10.0.0.3    | 203.0.113.9",
        "10.0.0.1     | 192.0.2.8                           | 192.0.2.8",
        "[::1]        | 2001:db8:2::5                       | 2001:db8:2:0:0:0:0:5",
        "0:0:0:0:0:0:0:1 | 203.0.113.9                      | 203.0.113.9",
        "10.0.0.1     | 203.0.113.9, 2001:db8:1:ffff::1     | 203.0.113.9",
        "::ffff:10.0.0.1 | ::ffff:203.0.113.9               | 203.0.113.9",
        // All of them are ours: the first is as far as is known.
        "10.0.0.1     | 10.0.0.2, 10.0.0.3                  | 10.0.0.2",
        // With brackets, ports and zones.
        "10.0.0.1     | 203.0.113.9:4711                    | 203.0.113.9",
        "10.0.0.1     | [2001:db8::9]:4711                  | 2001:db8:0:0:0:0:0:9",
        "10.0.0.1     | [2001:db8::9]                       | 2001:db8:0:0:0:0:0:9",
        "10.0.0.1     | fe80::9%eth0                        | fe80:0:0:0:0:0:0:9",
        // What cannot be read is where belief ends.
        "10.0.0.1     | unknown                             | 10.0.0.1",
        "10.0.0.1     | 203.0.113.9, unknown                | 10.0.0.1",
        "10.0.0.1     | 203.0.113.9, _hidden, 10.0.0.2      | 10.0.0.2",
        "10.0.0.1     | 203.0.113.9,                        | 10.0.0.1",
        "10.0.0.1     | 203.0.113.256                       | 10.0.0.1",
        "10.0.0.1     | 1.2.3                               | 10.0.0.1",
        "10.0.0.1     | 0x7f000001                          | 10.0.0.1",
        "10.0.0.1     | 1::2::3                             | 10.0.0.1",
        "10.0.0.1     | localhost                           | 10.0.0.1",
      })
  void theHeaderCountsFromItsEndAsFarAsProxiesAreTrusted(
      String connection, String forwarded, String client) {
    assertThat(text(SOME, connection, forwarded)).isEqualTo(client);
  }

  @Test
  void severalFieldsAreOneList() {
    assertThat(SOME.client("10.0.0.1", List.of("1.1.1.1, 203.0.113.9", "10.0.0.2")))
        .hasValueSatisfying(it -> assertThat(it.text()).isEqualTo("203.0.113.9"));
  }

  @Test
  void aHeaderWithoutEndIsNotFollowedForEver() {
    String hops = "203.0.113.9" + ", 10.0.0.2".repeat(1_000);
    assertThat(text(SOME, "10.0.0.1", hops)).isEqualTo("10.0.0.2");
  }

  @Test
  void whatHasNoAddressHasNoClient() {
    assertThat(SOME.client("@", List.of("203.0.113.9"))).isEmpty();
  }

  @Test
  void tenThousandAddressesOfOneSubnetAreOneClient() throws UnknownHostException {
    Random random = new Random(7);
    Set<String> addresses = new HashSet<>();
    Set<AddressBlock> blocks = new HashSet<>();
    byte[] address = InetAddress.ofLiteral("2001:db8:aaaa:bbbb::").getAddress();
    while (addresses.size() < 10_000) {
      byte[] host = new byte[8];
      random.nextBytes(host);
      System.arraycopy(host, 0, address, 8, 8);
      String text = InetAddress.getByAddress(address).getHostAddress();
      addresses.add(text);
      blocks.add(ClientAddress.parse(text).orElseThrow().block());
    }
    assertThat(blocks).containsExactly(new AddressBlock("2001:db8:aaaa:bbbb:0:0:0:0/64"));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:aaaa:bbbb::1, 2001:db8:aaaa:bbbc::1, false",
    "2001:db8:aaaa:bbbb::1, 2001:db8:aaaa:bbbb:ffff:ffff:ffff:ffff, true",
    "203.0.113.9, 203.0.113.8, false",
    "203.0.113.9, ::ffff:203.0.113.9, true",
    "fe80::1%eth0, fe80::2%eth1, true",
  })
  void oneClientIsAnAddressOrASubnetOfIpv6(String one, String other, boolean same) {
    var blocks =
        Arrays.asList(
            ClientAddress.parse(one).orElseThrow().block(),
            ClientAddress.parse(other).orElseThrow().block());
    assertThat(blocks.getFirst().equals(blocks.getLast())).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.1.2.3/31, 10.1.2.2, true",
    "10.1.2.3/31, 10.1.2.4, false",
    "128.0.0.0/1, 255.0.0.0, true",
    "128.0.0.0/1, 127.0.0.1, false",
    "10.1.2.3/32, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.2, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::ffff:10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, ::ffff:10.0.0.1, true",
    "::/1, 10.0.0.1, false",
  })
  void aNetworkHasTheAddressesThatBeginAsItDoes(String network, String address, boolean in) {
    assertThat(
            Network.parse(network)
                .orElseThrow()
                .contains(ClientAddress.parse(address).orElseThrow()))
        .isEqualTo(in);
  }

  private static String text(TrustedProxies proxies, String connection, String forwarded) {
    return proxies.client(connection, List.of(forwarded)).orElseThrow().text();
  }
}
