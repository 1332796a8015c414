package dev.honeydo.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaskedUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mongodb://db.example.org                              | mongodb://db.example.org:27017
          mongodb://db.example.org:27018/                       | mongodb://db.example.org:27018
          mongodb://ada:s3cret@db.example.org:27017/admin       | mongodb://***:***@db.example.org:27017
          mongodb://ada:p%40ss%2Fw%3Ard%25@db.example.org       | mongodb://***:***@db.example.org:27017
          mongodb://a%3Ab%40c:s3cret@h1:1,h2,h3:3/?replicaSet=r | mongodb://***:***@h1:1,h2:27017,h3:3
          mongodb://ada:s3cret@[::1]/                           | mongodb://***:***@[::1]:27017
          mongodb://[2001:db8::7]:27018/                        | mongodb://[2001:db8::7]:27018
          mongodb://%2Ftmp%2Fmongodb-27017.sock                 | mongodb:///tmp/mongodb-27017.sock
          mongodb://h1/?appName=s3cret&authSource=s3cret        | mongodb://h1:27017
          mongodb://h1/s3cret?compressors=zlib                  | mongodb://h1:27017
          """)
  void showsSchemeAndHostsAlone(String uri, String masked) {
    assertThat(MaskedUrl.of(new ConnectionString(uri))).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mongodb+srv://ada:s3cret@cluster0.example.net/?w=1 | mongodb+srv://***:***@cluster0.example.net
          mongodb+srv://cluster0.example.net                 | mongodb+srv://cluster0.example.net
          """)
  void showsTheNameThatHostsAreLookedUpBy(String uri, String masked) {
    ConnectionString parsed = new ConnectionString(uri, (_, _) -> List.of());
    assertThat(MaskedUrl.of(parsed)).isEqualTo(masked);
  }
}
